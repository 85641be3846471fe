"""What the engine asks of the outside, as small Protocols. Adapters implement them; tests fake them in ten lines.

Every method that waits is a coroutine and may be awaited on any loop; none blocks it for more than 5 ms.
"""

from collections.abc import AsyncIterator, Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from vidu_desktop.domain.catalogue import PictureLimits
from vidu_desktop.domain.clip import Clip, VideoFacts
from vidu_desktop.domain.framing import Framing
from vidu_desktop.domain.job import Job, Trouble
from vidu_desktop.domain.pictures import PictureFacts, PreparedPicture
from vidu_desktop.domain.request import GenerationRequest


class Clock(Protocol):
    """Time, which tests replace."""

    def now(self) -> datetime:
        """Return the wall clock, aware, in UTC."""
        ...

    def monotonic_s(self) -> float:
        """Return seconds that never jump; may stand still while the machine sleeps."""
        ...


class LastingPause(StrEnum):
    """What holds the queue in later runs, too, until the person goes on. Stored."""

    PERSON = "person"
    """The person's own wish."""
    ANSWERS = "answers"
    """Too many orders in a row got no answer, and each may have been charged."""


class JobStore(Protocol):
    """The journal. Each call is one transaction; when it returns, it is on the disk (synchronous=FULL).

    All raise DiskTrouble, and then nothing has changed.
    """

    async def save(self, job: Job) -> None:
        """Write the job anew or over its earlier self."""
        ...

    async def save_many(self, jobs: Sequence[Job]) -> None:
        """Write jobs anew or over their earlier selves in one transaction: all of them are as here afterwards, or none."""
        ...

    async def remove_many(self, job_ids: Sequence[str]) -> None:
        """Take the jobs out of the queue; one whose order ever left stays for the books."""
        ...

    async def load_removed(self) -> list[Job]:
        """Return the jobs that were taken out of the queue and still count for the money."""
        ...

    async def load_under_way(self) -> list[Job]:
        """Return the jobs of the queue that have left and haven't ended, in queue order (position, then creation)."""
        ...

    def load_rest(self) -> AsyncIterator[Sequence[tuple[Job, bool]]]:
        """Return all others a few at a time, with True for what was taken out of the queue: what waits in queue order, then
        the rest, the newest first.

        What changes, goes or comes back while they are read may come, too; so may, of a journal that is found damaged,
        one under way that was found again.
        """
        ...

    async def last_position(self) -> float:
        """Return the highest position of any job."""
        ...

    async def origins(self) -> set[str]:
        """Return the origins of all jobs, also of those that were taken out of the queue."""
        ...

    async def set_paused(self, reason: LastingPause, *, paused: bool) -> None:
        """Write down whether this reason holds the queue."""
        ...

    async def paused_by(self) -> frozenset[LastingPause]:
        """Return what holds the queue, since this run or an earlier one."""
        ...


class Pictures(Protocol):
    """Looking at pictures and making them ready to send. The person's files are only ever read."""

    async def look_at(self, path: str, limits: PictureLimits) -> PictureFacts:
        """Look at a picture. Raises BadInput for whatever isn't a whole, single, reasonable one."""
        ...

    async def prepare(
        self, path: str, limits: PictureLimits, framing: Framing | None = None
    ) -> PreparedPicture:
        """Copy in, upright, sRGB, stripped, framed, within `limits`; durable when it returns. Raises BadInput, DiskTrouble."""
        ...

    def prepared_path(self, sha256: str) -> Path: ...

    async def keep_prepared(self, sha256s: Collection[str]) -> None:
        """Forget every other prepared picture. Called before the first one is prepared. Never raises."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What is sent: the request id, the request, and the prepared files with their media types, in order."""

    request_id: str
    request: GenerationRequest
    pictures: Sequence[tuple[Path, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Accepted:
    """The service took the order. `answer` is its JSON as it came, for the record."""

    task_id: str
    answer: Mapping[str, object] = field(default_factory=dict)


class TaskStatus(StrEnum):
    """What a poll can say."""

    PROCESSING = "PROCESSING"
    """Also for every status that we don't know."""
    SUCCESS = "SUCCESS"
    FAIL = "FAIL"


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskReport:
    """One poll's answer. `video_url` is set with SUCCESS; `trouble` says why with FAIL.

    `progress` in [0, 1] comes from the rehearsal service only; the real one doesn't tell.
    """

    status: TaskStatus
    video_url: str | None = field(default=None, repr=False)
    cover_url: str | None = field(default=None, repr=False)
    trouble: Trouble | None = None
    progress: float | None = None
    answer: Mapping[str, object] = field(default_factory=dict, repr=False)


class VideoService(Protocol):
    """One service: the real one or the rehearsal. Both methods make exactly one request, and never retry."""

    @property
    def base_url(self) -> str: ...

    async def submit(self, order: Order, on_sent: Callable[[int, int], None]) -> Accepted:
        """Send a paid order. `on_sent(sent_bytes, total_bytes)` is called as the body leaves.

        Raises NotSent (surely not charged), AnswerLost (nobody knows), AlreadyTaken, Refused, ServiceBusy,
        KeyTrouble, AccountTrouble (the last four surely not charged); BadInput when a prepared file is gone.
        """
        ...

    async def poll(self, task_id: str) -> TaskReport:
        """Ask for the state; free. Raises ServiceBusy (also for every network trouble and every answer that
        makes no sense), KeyTrouble, AccountTrouble, Refused (the service doesn't know the task).
        """
        ...


class Services(Protocol):
    """Hands out the service for a job."""

    async def for_job(self, job: Job) -> VideoService:
        """Return the service. Raises KeyTrouble when paid work is asked for and there is no key; NotSent if the
        rehearsal can't start.
        """
        ...

    async def refresh(self) -> None:
        """Connect anew from now on: after sleep or a change of network the old connections are dead."""
        ...


class Fetcher(Protocol):
    """Brings a video's bytes to the disk, resuming where an earlier try was cut."""

    async def fetch(self, job_id: str, url: str, on_progress: Callable[[int, int | None], None]) -> Path:
        """Fetch into this job's part file and return its path, whole and synced.

        `on_progress(done_bytes, total_bytes or None)`. Raises LinkExpired, ServiceBusy (try again, the part file
        is kept), NotAVideo (a page or a playlist came), DiskTrouble.
        """
        ...

    def discard(self, job_id: str) -> None:
        """Forget this job's part file. Never raises."""
        ...

    def keep_only(self, job_ids: Collection[str]) -> None:
        """Forget every part file of any other job: what a crash left. Called before the first fetch. Never raises."""
        ...


class Library(Protocol):
    """Where finished videos live."""

    async def verify(self, path: Path) -> VideoFacts:
        """Check that a fetched file is a whole video, and return what it is. Raises NotAVideo; DiskTrouble when it
        can't be read.
        """
        ...

    async def keep(self, job: Job, path: Path, video: VideoFacts) -> Clip:
        """Move a verified file into the library: video renamed into place and directory synced, then the record,
        then the index. Idempotent for the same job: a repeat after a crash finds what is there and finishes it.
        Raises DiskTrouble; then the file at `path` is still there.
        """
        ...

    async def find(self, job: Job) -> Clip | None:
        """Finish a `keep` that got as far as the record before a crash, and return the clip; None for any other job."""
        ...


class Disk(Protocol):
    """Room, asked before money is spent."""

    def free_bytes(self) -> int:
        """Return the smaller of the room for the journal and the room for videos."""
        ...


class AccountMemory(Protocol):
    """What was learned of the account, for the next run. Losing it costs a few refusals and nothing else."""

    async def load(self) -> dict[str, float]:
        """Return the places by account and model; empty when nothing is known. Never raises."""
        ...

    async def keep(self, places: Mapping[str, float]) -> None:
        """Write them down; never raises."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """All that the engine sees of the outside; built by a composition root."""

    store: JobStore
    pictures: Pictures
    services: Services
    fetcher: Fetcher
    library: Library
    disk: Disk
    clock: Clock
    memory: AccountMemory | None = None
    """None forgets at the end of the run."""
