"""The program with a change: `python unsafe.py WHICH ARGUMENTS...`. For the negative controls a guard is taken away:

no-intent     an order is sent without having been written down as being sent
deaf          what the journal couldn't write is taken for written
record-first  the record is written before the video is in its place
no-part       the video is written piece by piece under its own name
sync-normal   SQLite's `synchronous=NORMAL`: a commit may be lost with the power
no-origin     each run gives a batch's rows other origins, so neither the log nor a job says what was ordered before
no-lock       two programs may work on one home

For another test its clock is moved:

clock         by the days in the file that KILL_POINTS_CLOCK names; monotonic time is left alone
"""

import contextlib
import os
import sqlite3
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any


def no_intent() -> None:
    from vidu_desktop.domain.job import Job, JobState
    from vidu_desktop.engine.job_repository import JobRepository
    from vidu_desktop.engine.ports import JobStore

    class Forgetful:
        def __init__(self, store: JobStore) -> None:
            self._store = store

        def __getattr__(self, name: str) -> Any:
            return getattr(self._store, name)

        async def save(self, job: Job) -> None:
            if job.state is not JobState.SENDING:
                await self._store.save(job)

    begin = JobRepository.__init__
    JobRepository.__init__ = lambda self, store, bus: begin(self, Forgetful(store), bus)


def deaf() -> None:
    from vidu_desktop.domain.job import Job
    from vidu_desktop.engine.job_repository import JobRepository
    from vidu_desktop.engine.ports import JobStore
    from vidu_desktop.errors import DiskTrouble

    class Deaf:
        def __init__(self, store: JobStore) -> None:
            self._store = store

        def __getattr__(self, name: str) -> Any:
            return getattr(self._store, name)

        async def save(self, job: Job) -> None:
            with contextlib.suppress(DiskTrouble):
                await self._store.save(job)

    begin = JobRepository.__init__
    JobRepository.__init__ = lambda self, store, bus: begin(self, Deaf(store), bus)


def record_first() -> None:
    from vidu_desktop.adapters.records.clip_writer import ClipWriter

    place = ClipWriter._place

    def write_the_record_and_place(self: ClipWriter, part: Path, target: Path) -> Path:
        target.with_suffix(".json").write_text(f'{{"schema": "vidu-desktop/1", "file": "{target.name}"}}')
        return place(self, part, target)

    ClipWriter._place = write_the_record_and_place


def no_part() -> None:
    from vidu_desktop.adapters.records.clip_writer import ClipWriter

    def write_in_place(_: ClipWriter, part: Path, target: Path) -> Path:
        with target.open("wb", buffering=0) as file:
            data = part.read_bytes()
            for begin in range(0, len(data), 1024):
                file.write(data[begin : begin + 1024])
        return target

    ClipWriter._place = write_in_place


def sync_normal() -> None:
    from vidu_desktop.adapters.sqlite.database import Database

    prepare = Database._prepare

    def prepare_carelessly(self: Database, connection: sqlite3.Connection) -> None:
        prepare(self, connection)
        connection.execute("PRAGMA synchronous = NORMAL")

    Database._prepare = prepare_carelessly


def no_origin() -> None:
    from collections.abc import Iterator

    from vidu_desktop.domain.batch import BatchRow
    from vidu_desktop.domain.origin import batch_origin

    def of_this_run(self: BatchRow, batch_id: str) -> Iterator[str]:
        key = f"{self.key}~{os.getpid()}"
        return (batch_origin(batch_id, key, take) for take in range(1, self.takes + 1))

    BatchRow.origins = of_this_run


def no_lock() -> None:
    from vidu_desktop.adapters.desktop.instance_lock import InstanceLock

    InstanceLock.acquire = lambda *_: None


def clock() -> None:
    """Move the wall clock. libfaketime would also do it, but with monotonic time left alone it makes Python's `time.sleep`
    fail.
    """
    from vidu_desktop.adapters.desktop.clock import SystemClock

    days_path = Path(os.environ["KILL_POINTS_CLOCK"])
    SystemClock.now = lambda _: datetime.now(UTC) + timedelta(days=int(days_path.read_text()))


CONTROLS = {
    "no-intent": no_intent,
    "deaf": deaf,
    "record-first": record_first,
    "no-part": no_part,
    "sync-normal": sync_normal,
    "no-origin": no_origin,
    "no-lock": no_lock,
    "clock": clock,
}

if __name__ == "__main__":
    from vidu_desktop.__main__ import main

    CONTROLS[sys.argv.pop(1)]()
    sys.exit(main())
