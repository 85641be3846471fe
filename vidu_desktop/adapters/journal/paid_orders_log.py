"""The second, plain record of paid orders: one JSON object a line, only ever added to, synced at each line.

A line holds a whole job (`job`) when an order leaves and when its task id is known; later ones only say what became
of it. Should the journal be lost, this is where paid work is found again. It never holds a signed link.

It is never compacted. An order takes about 3 kB, of which half could be saved, and a start reads the tail only. This
is the one file that no step rewrites, and that is worth more.
"""

import json
import logging
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from vidu_desktop.adapters.disk.placing import put_aside_no_file
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
"""How much of the end is read at each start, to find a task id that the journal's disk had no room for."""

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
    """What the lines say of one job. `removed` is true when the person took it off the queue."""

    job: Job
    removed: bool = False


OrderLine = Mapping[str, object]


def job_line(job: Job, at: datetime) -> OrderLine:
    """Say the whole job."""
    return {"at": at.isoformat(), "job": json.loads(job_to_json(job, with_links=False))}


def state_line(job: Job, at: datetime) -> OrderLine:
    """Say what became of it."""
    line: dict[str, object] = {"at": at.isoformat(), "job_id": job.job_id, "state": job.state.value}
    if job.trouble is not None:
        line["trouble"] = trouble_to_fields(job.trouble)
    if job.state is JobState.STORED:
        line |= {"clip_id": job.clip_id or "", "video_path": job.video_path or ""}
    return line


def removal_line(job_id: str, at: datetime) -> OrderLine:
    """Say that the person took it off the queue."""
    return {"at": at.isoformat(), "job_id": job_id, "removed": True}


def pause_line(reason: LastingPause, at: datetime, *, paused: bool) -> OrderLine:
    """Say whether this reason holds the queue."""
    return {"at": at.isoformat(), "paused": paused, "reason": reason.value}


class PaidOrdersLog:
    """Appends and reads the lines. Used from the journal's thread alone."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def tells_of(self, before: Job | None, job: Job) -> bool:
        """Whether this change gets a line: paid work does from its sending on, at each step that counts."""
        if job.rehearsal or (before is not None and _subject(before) == _subject(job)):
            return False
        if self.proves_acceptance(before, job):
            return True
        left = job.sent_at is not None or job.task_id is not None
        was_leaving = before is not None and before.state in (JobState.SENDING, JobState.UNKNOWN)
        return job.state is JobState.SENDING or (job.state in _TOLD and (left or was_leaving))

    def proves_acceptance(self, before: Job | None, job: Job) -> bool:
        """Whether this change brings the task id: the one thing that only the service's answer knew."""
        known = before.task_id if before is not None else None
        return not job.rehearsal and job.task_id is not None and job.task_id != known

    def append(self, lines: Sequence[OrderLine]) -> None:
        """Write lines down, synced once for all of them. Raises OSError; then some may be there, which is no harm
        when all are written again: each says what is so from then on.
        """
        data = b"".join(json.dumps(line, separators=(",", ":")).encode("ascii") + b"\n" for line in lines)
        self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        put_aside_no_file(self._path)
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
        """Whether the last line was cut by a crash, so that a new one has to begin on a line of its own."""
        end = os.lseek(descriptor, 0, os.SEEK_END)
        if end == 0:
            return False
        os.lseek(descriptor, end - 1, os.SEEK_SET)
        return os.read(descriptor, 1) != b"\n"

    def read(self, tail_bytes: int | None = None) -> dict[str, KnownOrder]:
        """Return what is known by job id, oldest first; from the last `tail_bytes` only, if given. Raises OSError.

        Damaged lines are left out: each line stands for itself.
        """
        known: dict[str, KnownOrder] = {}
        put_aside_no_file(self._path)
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
        """Return what held the queue by the last word on each reason. Raises OSError."""
        paused: dict[LastingPause, bool] = {}
        put_aside_no_file(self._path)
        try:
            with open_regular(self._path) as file:
                for line in file:
                    if _PAUSE_MARK in line:
                        paused |= _pause_of(line)
        except FileNotFoundError:
            return frozenset()
        return frozenset(reason for reason, holds in paused.items() if holds)


def _pause_of(line: bytes) -> dict[LastingPause, bool]:
    """Read a line about a pause; empty when it is another one, or damaged. Until 2026-11 it didn't say the reason."""
    try:
        fields = json.loads(line)
        said = fields.get("paused") if isinstance(fields, dict) else None
        return {LastingPause(fields.get("reason", "person")): said} if isinstance(said, bool) else {}
    except (ValueError, RecursionError):
        return {}


def _subject(job: Job) -> tuple[object, ...]:
    """What a line is about: a change in anything else isn't worth one."""
    return job.state, job.task_id, job.charge


def _read_line(line: bytes, known: dict[str, KnownOrder]) -> None:
    if not line.strip():
        return
    try:
        document = json.loads(line)
        fields = Fields(document, "order", exact=True)
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
        known[order.job.job_id] = KnownOrder(job=_told(order.job, fields), removed=order.removed)
    except (ValueError, BadInput, RecursionError):
        _log.warning("a damaged line in the record of orders was left out")


def _told(job: Job, fields: Fields) -> Job:
    return replace(
        job,
        state=JobState(fields.text("state")),
        clip_id=fields.text_or_none("clip_id") or job.clip_id,
        video_path=fields.text_or_none("video_path") or job.video_path,
        trouble=trouble_from_fields(fields.part("trouble")) if fields.has("trouble") else None,
    )


def carried_on(job: Job) -> Job:
    """Return a job that was found again in the state that the lines prove, from which the engine goes on."""
    if job.ended:
        return job
    if job.task_id is not None:
        return replace(job, state=JobState.WAITING, video_url=None, cover_url=None, trouble=None)
    if job.state is JobState.SENDING:
        return replace(job, state=JobState.UNKNOWN)
    return job
