"""The second, plain record of paid orders: one JSON object per line, only ever appended to, synced after each write.

When an order is sent and when its task id is known, a line with the whole job (`job`) is written; later lines only say what
became of the job. Pauses of the queue have lines, too. If the journal is lost, paid work is found again here. The record
never holds a signed link.

It is never compacted. An order takes about 3 kB, and compacting would save half of that; a start reads only the tail. In
return this is the one file that is never rewritten, and that is worth more.
"""

import json
import logging
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from vidu_desktop.adapters.disk.own_files import set_aside_non_file
from vidu_desktop.adapters.disk.reading import open_regular, regular_descriptor
from vidu_desktop.adapters.disk.sync import sync_file, sync_folder
from vidu_desktop.adapters.journal.job_codec import (
    job_from_fields,
    job_to_json,
    trouble_from_fields,
    trouble_to_fields,
)
from vidu_desktop.domain.job import Job, JobState
from vidu_desktop.domain.json_reading import Fields
from vidu_desktop.engine.ports import LastingPause
from vidu_desktop.errors import BadInput

_PAUSE_MARK = b'"paused":'
TAIL_BYTES = 256_000
"""How much of the end each start reads, to find task ids for which the journal's disk had no room."""

_TOLD = frozenset(
    {
        JobState.SENDING,
        JobState.READY,
        JobState.UNKNOWN,
        JobState.REFUSED,
        JobState.STORED,
        JobState.FAILED,
        JobState.EXPIRED,
        JobState.CANCELLED,
    }
)

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownOrder:
    """A job as its lines describe it. `removed` is true when the person took it off the queue."""

    job: Job
    removed: bool = False


OrderLine = Mapping[str, object]


def job_line(job: Job, at: datetime) -> OrderLine:
    """Return the line with the whole job, without its signed links."""
    return {"at": at.isoformat(), "job": json.loads(job_to_json(job, with_links=False))}


def state_line(job: Job, at: datetime) -> OrderLine:
    """Return the line that says what became of a job."""
    line: dict[str, object] = {"at": at.isoformat(), "job_id": job.job_id, "state": job.state.value}
    if job.trouble is not None:
        line["trouble"] = trouble_to_fields(job.trouble)
    if job.state is JobState.STORED:
        line |= {"clip_id": job.clip_id or "", "video_path": job.video_path or ""}
    return line


def removal_line(job_id: str, at: datetime) -> OrderLine:
    """Return the line that says that the person took the job off the queue."""
    return {"at": at.isoformat(), "job_id": job_id, "removed": True}


def pause_line(reason: LastingPause, at: datetime, *, paused: bool) -> OrderLine:
    """Return the line that says whether this reason pauses the queue."""
    return {"at": at.isoformat(), "paused": paused, "reason": reason.value}


class PaidOrdersLog:
    """Appends and reads the lines. Only used on the journal's thread."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def tells_of(self, before: Job | None, job: Job) -> bool:
        """Whether this change gets a line: paid work gets one at each important step, from its sending on."""
        if job.rehearsal or (before is not None and _subject(before) == _subject(job)):
            return False
        if self.proves_acceptance(before, job):
            return True
        left = job.sent_at is not None or job.task_id is not None
        was_leaving = before is not None and before.state in (JobState.SENDING, JobState.UNKNOWN)
        return job.state is JobState.SENDING or (job.state in _TOLD and (left or was_leaving))

    def proves_acceptance(self, before: Job | None, job: Job) -> bool:
        """Whether this change brings the task id, which only the service's answer contains."""
        known = before.task_id if before is not None else None
        return not job.rehearsal and job.task_id is not None and job.task_id != known

    def append(self, lines: Sequence[OrderLine]) -> None:
        """Append lines and sync once for all of them. Raises OSError; then some lines may have been written. All may be
        written again without harm, because each line says what is true from then on.
        """
        data = b"".join(json.dumps(line, separators=(",", ":")).encode("ascii") + b"\n" for line in lines)
        self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        set_aside_non_file(self._path)
        existed = self._path.exists()
        descriptor = regular_descriptor(self._path, os.O_RDWR | os.O_APPEND | os.O_CREAT)
        try:
            data = b"\n" * self._is_torn(descriptor) + data
            while data:
                data = data[os.write(descriptor, data) :]
            sync_file(descriptor)
        finally:
            os.close(descriptor)
        if not existed:
            sync_folder(self._path.parent)

    def _is_torn(self, descriptor: int) -> bool:
        """Whether a crash cut the last line, so that the next one must be preceded by a line break."""
        end = os.lseek(descriptor, 0, os.SEEK_END)
        if end == 0:
            return False
        os.lseek(descriptor, end - 1, os.SEEK_SET)
        return os.read(descriptor, 1) != b"\n"

    def read(self, tail_bytes: int | None = None) -> dict[str, KnownOrder]:
        """Return the known orders by job id, oldest first; with `tail_bytes`, only those of that many bytes at the end.
        Raises OSError.

        Damaged lines are left out; the others can be read without them.
        """
        known: dict[str, KnownOrder] = {}
        set_aside_non_file(self._path)
        try:
            with open_regular(self._path) as file:
                size = file.seek(0, os.SEEK_END)
                start = 0 if tail_bytes is None else max(0, size - tail_bytes)
                file.seek(start)
                if start:
                    file.readline()
                for line in file:
                    _read_line(line, known)
        except FileNotFoundError:
            return {}
        return known

    def paused_by(self) -> frozenset[LastingPause]:
        """Return the reasons that paused the queue by their last lines. Raises OSError."""
        paused: dict[LastingPause, bool] = {}
        set_aside_non_file(self._path)
        try:
            with open_regular(self._path) as file:
                for line in file:
                    if _PAUSE_MARK in line:
                        paused |= _pause_of(line)
        except FileNotFoundError:
            return frozenset()
        return frozenset(reason for reason, holds in paused.items() if holds)


def _pause_of(line: bytes) -> dict[LastingPause, bool]:
    """Return the reason of a line about a pause, and whether it pauses. Empty for other or damaged lines. Lines written until
    2026-11 have no reason: they are the person's.
    """
    try:
        fields = json.loads(line)
        said = fields.get("paused") if isinstance(fields, dict) else None
        return {LastingPause(fields.get("reason", "person")): said} if isinstance(said, bool) else {}
    except (ValueError, RecursionError):
        return {}


def _subject(job: Job) -> tuple[object, ...]:
    """Return what lines are about: a change of anything else gets no line."""
    return job.state, job.task_id, job.charge


def _read_line(line: bytes, known: dict[str, KnownOrder]) -> None:
    if not line.strip():
        return
    try:
        document = json.loads(line)
        fields = Fields(document, "order", exact=True, bounded=False)
        if fields.has("paused"):
            return
        if fields.has("job"):
            job = job_from_fields(document["job"])
            known[job.job_id] = KnownOrder(job=job)
            return
        order = known.get(fields.text("job_id"))
        if order is None:
            return
        if fields.has("removed"):
            known[order.job.job_id] = replace(order, removed=True)
            return
        known[order.job.job_id] = KnownOrder(job=_with_change(order.job, fields), removed=order.removed)
    except (ValueError, BadInput, RecursionError):
        _log.warning("a damaged line in the record of orders was left out")


def _with_change(job: Job, fields: Fields) -> Job:
    return replace(
        job,
        state=JobState(fields.text("state")),
        clip_id=fields.text_or_none("clip_id") or job.clip_id,
        video_path=fields.text_or_none("video_path") or job.video_path,
        trouble=trouble_from_fields(fields.part("trouble")) if fields.has("trouble") else None,
    )


def carried_on(job: Job) -> Job:
    """Return a job that was found again, in the state that the lines prove. The engine carries on from there."""
    if job.ended:
        return job
    if job.task_id is not None:
        return replace(job, state=JobState.WAITING, video_url=None, cover_url=None, trouble=None)
    if job.state is JobState.SENDING:
        return replace(job, state=JobState.UNKNOWN)
    return job
