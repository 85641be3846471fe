"""What the engine needs from the outside, as small Protocols. Adapters implement them; tests fake them in ten lines.

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
    """Time; tests replace it."""

    def now(self) -> datetime:
        """Return the wall clock's time, aware, in UTC."""
        ...

    def monotonic_s(self) -> float:
        """Return seconds that never jump; they may stand still while the computer sleeps."""
        ...


class LastingPause(StrEnum):
    """Why the queue is paused in later runs too, until the person goes on. Stored."""

    PERSON = "person"
    """The person's own wish."""
    ANSWERS = "answers"
    """Too many orders in a row got no answer, and each may have been charged."""


class JobStore(Protocol):
    """The journal. Each call is one transaction; when it returns, it is on the disk (synchronous=FULL).

    All methods raise DiskTrouble, and then nothing has changed.
    """

    async def save(self, job: Job) -> None:
        """Write a new job, or replace its earlier state. Raises ValueError where another program paused the queue, and this job
        is to be sent.
        """
        ...

    async def save_many(self, jobs: Sequence[Job]) -> None:
        """Write new jobs, or replace their earlier states, in one transaction: all or none."""
        ...

    async def remove_many(self, job_ids: Sequence[str]) -> None:
        """Remove the jobs from the queue; those that were ever sent stay for the books."""
        ...

    async def load_removed(self) -> list[Job]:
        """Return the jobs that were removed from the queue and still count for the money."""
        ...

    async def load_under_way(self) -> list[Job]:
        """Return the jobs of the queue that have been sent and haven't ended, in queue order (position, then creation)."""
        ...

    def load_rest(self) -> AsyncIterator[Sequence[tuple[Job, bool]]]:
        """Yield all other jobs, a few at a time, each with whether it was removed from the queue: first those
        that wait, in queue order, then the rest, newest first.

        A job that changes, goes or comes back during the reading may be among them, and so may, after a
        damaged journal was restored, one that was sent.
        """
        ...

    async def last_position(self) -> float:
        """Return the highest position of any job."""
        ...

    async def origins(self) -> set[str]:
        """Return the origins of all jobs, including those removed from the queue."""
        ...

    async def set_paused(self, reason: LastingPause, *, paused: bool) -> None:
        """Write down whether this reason pauses the queue."""
        ...

    async def paused_by(self) -> frozenset[LastingPause]:
        """Return what pauses the queue, since this run or an earlier one."""
        ...


class Pictures(Protocol):
    """Looks at pictures and prepares them for sending. The person's files are only ever read."""

    async def look_at(self, path: str, limits: PictureLimits) -> PictureFacts:
        """Look at a picture. Raises BadInput unless it is one whole picture of a sensible size."""
        ...

    async def prepare(
        self, path: str, limits: PictureLimits, framing: Framing | None = None
    ) -> PreparedPicture:
        """Copy a picture in: upright, sRGB, without metadata, framed, within `limits`; on the disk when it
        returns. Raises BadInput, DiskTrouble.
        """
        ...

    def prepared_path(self, sha256: str) -> Path: ...

    async def keep_prepared(self, sha256s: Collection[str]) -> None:
        """Delete every other prepared picture. Called before the first one is prepared. Never raises."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What is sent: the request id, the request, and the prepared files with their media types, in order."""

    request_id: str
    request: GenerationRequest
    pictures: Sequence[tuple[Path, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Accepted:
    """The service accepted the order. `answer` is its JSON as it came, for the record."""

    task_id: str
    answer: Mapping[str, object] = field(default_factory=dict)


class TaskStatus(StrEnum):
    """The states that a poll can report."""

    PROCESSING = "PROCESSING"
    """Also for any unknown status."""
    SUCCESS = "SUCCESS"
    FAIL = "FAIL"


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskReport:
    """The answer to a poll. `video_url` is set with SUCCESS, and `more_urls` where the result has several videos; `trouble`
    says why with FAIL. `progress` in [0, 1] comes only from the rehearsal service; the real one doesn't tell.
    """

    status: TaskStatus
    video_url: str | None = field(default=None, repr=False)
    more_urls: tuple[str, ...] = field(default=(), repr=False)
    cover_url: str | None = field(default=None, repr=False)
    trouble: Trouble | None = None
    progress: float | None = None
    answer: Mapping[str, object] = field(default_factory=dict, repr=False)


class VideoService(Protocol):
    """One service: the real one or the rehearsal. Both methods make exactly one request, and never retry."""

    @property
    def base_url(self) -> str: ...

    async def submit(self, order: Order, on_sent: Callable[[int, int], None]) -> Accepted:
        """Send an order. `on_sent(sent_bytes, total_bytes)` is called while the body is sent.

        Raises NotSent (certainly not charged), AnswerLost (possibly charged), AlreadyTaken (an earlier try was
        accepted); Refused, ServiceBusy, KeyTrouble, AccountTrouble (these four certainly not charged); BadInput
        when a prepared file is gone.
        """
        ...

    async def poll(self, task_id: str) -> TaskReport:
        """Ask for the state of a task; free. Raises ServiceBusy (also for network trouble and for answers
        that make no sense), KeyTrouble, AccountTrouble, Refused (the service doesn't know the task).
        """
        ...


class Services(Protocol):
    """Provides the service for a job."""

    async def for_job(self, job: Job) -> VideoService:
        """Return the service. Raises KeyTrouble for paid work without a key; NotSent if the rehearsal service can't start."""
        ...

    async def refresh(self) -> None:
        """Use new connections from now on: after sleep or a change of network, the old ones are dead."""
        ...


class Fetcher(Protocol):
    """Downloads videos, resuming where an earlier try was cut."""

    async def fetch(self, job_id: str, url: str, on_progress: Callable[[int, int | None], None]) -> Path:
        """Fetch into this job's part file and return its path, complete and synced. `on_progress(done_bytes,
        total_bytes or None)`. Raises LinkExpired, ServiceBusy (try again, the part file is kept), NotAVideo
        (a page or a playlist came), DiskTrouble.
        """
        ...

    def discard(self, job_id: str) -> None:
        """Delete this job's part file. Never raises."""
        ...

    def keep_only(self, job_ids: Collection[str]) -> None:
        """Delete the part files of all other jobs, left by a crash. Called before the first fetch. Never raises."""
        ...


class Library(Protocol):
    """The place of finished videos."""

    async def verify(self, path: Path) -> VideoFacts:
        """Check that a fetched file is a whole video, and return its facts. Raises NotAVideo; DiskTrouble
        when it can't be read.
        """
        ...

    async def keep(self, job: Job, path: Path, video: VideoFacts) -> Clip:
        """Move a verified file into the library: the video is renamed into place and its folder synced, then
        the record is written, then the index. May be repeated for the same job: after a crash, a repeat finds
        what is there and finishes it. Raises DiskTrouble; then the file at `path` is still there.
        """
        ...

    async def find(self, job: Job) -> Clip | None:
        """Finish a `keep` that got as far as the record before a crash, and return the clip; None for any other job."""
        ...


class Disk(Protocol):
    """Free disk space, asked before money is spent."""

    async def look(self) -> None:
        """Learn which folders were here in earlier runs. Called once, before anything is sent. Never raises."""
        ...

    def free_bytes(self) -> int:
        """Return the smaller of the space for the journal and the space for videos."""
        ...


class AccountMemory(Protocol):
    """What was learned about the account, for later runs. Losing it costs a few refusals and nothing else."""

    async def load(self) -> dict[str, float]:
        """Return the places by account and model; empty when unknown. Never raises."""
        ...

    async def keep(self, places: Mapping[str, float]) -> None:
        """Store them. Never raises."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """Everything the engine sees of the outside; built by a composition root."""

    store: JobStore
    pictures: Pictures
    services: Services
    fetcher: Fetcher
    library: Library
    disk: Disk
    clock: Clock
    memory: AccountMemory | None = None
    """None forgets everything at the end of the run."""
