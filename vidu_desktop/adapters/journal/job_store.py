"""The job journal: every job from the click on, with a history of its states; and its rescue when it is damaged."""

import logging
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

from vidu_desktop.adapters.journal import journal_rows
from vidu_desktop.adapters.journal.journal_rescue import reconcile, rescue
from vidu_desktop.adapters.journal.paid_orders_log import TAIL_BYTES, Orders
from vidu_desktop.adapters.sqlite.database import Database
from vidu_desktop.adapters.sqlite.migrations import transaction
from vidu_desktop.domain.job import Charge, Job, JobState
from vidu_desktop.engine.ports import LastingPause
from vidu_desktop.errors import DiskTrouble

_log = logging.getLogger(__name__)
_INSERT_HISTORY = "INSERT INTO history (job_id, state, at) VALUES (?, ?, ?)"


class SqliteJobStore:
    """The engine's `JobStore`.

    `make_room` is called once when the disk is full, and says whether it freed something: the ballast.
    """

    def __init__(
        self,
        path: Path,
        orders: Orders,
        *,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        make_room: Callable[[], bool] = lambda: False,
    ) -> None:
        self._orders = orders
        self._now = now
        self._make_room = make_room
        self._database = Database(
            path, journal_rows.MIGRATIONS, newer_code="journal-newer", on_open=self._mend
        )
        self._waiting_lines: list[Callable[[], None]] = []
        self.rescued_jobs = 0
        """How many jobs were found again after the journal was lost or damaged, in this run."""

    @property
    def set_aside_path(self) -> Path | None:
        """Where a damaged journal was put in this run; None when it was whole."""
        return self._database.set_aside_path

    async def save(self, job: Job) -> None:
        """Write the job anew or over its earlier self. Raises DiskTrouble; then the journal is as it was."""
        await self._write(lambda connection: self._save(connection, job))

    async def save_many(self, jobs: Sequence[Job]) -> None:
        """Write new jobs in one transaction. Raises DiskTrouble; then the journal is as it was."""
        await self._write(lambda connection: self._save_many(connection, jobs))

    async def remove(self, job_id: str) -> None:
        """Take a job off the queue. One that was charged, or perhaps was, stays for the books."""
        await self._write(lambda connection: self._remove(connection, job_id))

    async def load_all(self) -> list[Job]:
        """Return every job in queue order (position, then creation)."""
        return await self._database.read(
            lambda connection: journal_rows.load(connection, "removed_at IS NULL")
        )

    async def load_removed(self) -> list[Job]:
        """Return the jobs that were taken off the queue and still count in the books."""
        return await self._database.read(
            lambda connection: journal_rows.load(connection, "removed_at IS NOT NULL")
        )

    async def set_paused(self, reason: LastingPause, *, paused: bool) -> None:
        """Write down whether this reason holds the queue. Raises DiskTrouble; then the journal is as it was."""
        await self._write(lambda connection: self._set_paused(connection, reason, paused=paused))

    async def paused_by(self) -> frozenset[LastingPause]:
        """Return what holds the queue."""
        return await self._database.read(journal_rows.paused_by)

    async def price_paid(self, job_id: str) -> Decimal | None:
        """Return what a job was charged, also for one that was taken off the queue; None when it wasn't charged, or
        isn't known here.
        """
        job = await self._database.read(lambda connection: journal_rows.load_one(connection, job_id))
        return job.price_usd if job is not None and job.charge is Charge.SPENT else None

    async def history(self, job_id: str) -> list[tuple[JobState, datetime]]:
        """Return the states that a job went through, oldest first."""
        query = "SELECT state, at FROM history WHERE job_id = ? ORDER BY seq"

        def read(connection: sqlite3.Connection) -> list[tuple[JobState, datetime]]:
            rows = connection.execute(query, (job_id,)).fetchall()
            return [(JobState(state), datetime.fromisoformat(at)) for state, at in rows]

        return await self._database.read(read)

    def close(self) -> None:
        """Finish what is under way and close the file. May be repeated."""
        self._database.close()

    async def _write(self, change: Callable[[sqlite3.Connection], None]) -> None:
        try:
            await self._database.write(change)
        except DiskTrouble as trouble:
            if not (trouble.full and self._make_room()):
                raise
            await self._database.write(change)

    def _save(self, connection: sqlite3.Connection, job: Job) -> None:
        before = journal_rows.load_one(connection, job.job_id)
        at = self._now()
        self._write_waiting_lines()
        # The task id came with the service's answer and is nowhere else: it goes to two places, and either is
        # enough. So this line is written before the journal, all the others after it.
        if self._orders.proves_acceptance(before, job):
            self._line(lambda: self._orders.append_job(job, at))
        with transaction(connection):
            journal_rows.put(connection, job, removed_at=None)
            if before is None or before.state is not job.state:
                connection.execute(_INSERT_HISTORY, (job.job_id, job.state.value, at.isoformat()))
        if self._orders.tells_of(before, job) and not self._orders.proves_acceptance(before, job):
            whole = job.state is JobState.SENDING
            self._line(
                lambda: self._orders.append_job(job, at) if whole else self._orders.append_state(job, at)
            )

    def _save_many(self, connection: sqlite3.Connection, jobs: Sequence[Job]) -> None:
        at = self._now().isoformat()
        with transaction(connection):
            for job in jobs:
                journal_rows.put(connection, job, removed_at=None)
                connection.execute(_INSERT_HISTORY, (job.job_id, job.state.value, at))

    def _remove(self, connection: sqlite3.Connection, job_id: str) -> None:
        job = journal_rows.load_one(connection, job_id)
        if job is None:
            return
        at = self._now()
        was_sent = not job.rehearsal and journal_rows.was_sent(connection, job)
        with transaction(connection):
            if was_sent:
                connection.execute(
                    "UPDATE jobs SET removed_at = ? WHERE job_id = ?", (at.isoformat(), job_id)
                )
            else:
                connection.execute("DELETE FROM jobs WHERE job_id = ?", (job_id,))
                connection.execute("DELETE FROM history WHERE job_id = ?", (job_id,))
        if was_sent:
            self._line(lambda: self._orders.append_removal(job_id, at))

    def _set_paused(self, connection: sqlite3.Connection, reason: LastingPause, *, paused: bool) -> None:
        at = self._now()
        with transaction(connection):
            journal_rows.put_paused(connection, reason, paused=paused)
        self._line(lambda: self._orders.append_pause(reason, at, paused=paused))

    def _line(self, append: Callable[[], None]) -> None:
        """Add a line to the second record. What can't be written now is written with the next one: the journal has
        it, and a job must not fail because of a copy.
        """
        self._waiting_lines.append(append)
        self._write_waiting_lines()

    def _write_waiting_lines(self) -> None:
        try:
            while self._waiting_lines:
                self._waiting_lines[0]()
                del self._waiting_lines[0]
        except OSError as error:
            _log.warning("the record of orders can't be written now: %s", error.strerror)

    # -- after opening: what is missing is brought back ------------------------------------------------------------

    def _mend(self, connection: sqlite3.Connection) -> None:
        """Compare with the second record; a new file is filled from it and from the damaged one, if there is one.

        Filling and the mark that it was done are one transaction, so a kill in the middle begins again.
        """
        filled = connection.execute("SELECT 1 FROM meta WHERE key = 'filled'").fetchone() is not None
        damaged_paths = [] if filled else sorted(self._database.path.parent.glob(self._damaged_name("*")))
        orders = self._orders.read(TAIL_BYTES if filled else None)
        with transaction(connection):
            for path in damaged_paths:
                self.rescued_jobs += rescue(connection, path, self._now())
            self.rescued_jobs += reconcile(connection, orders, self._now())
            if not filled:
                for reason in self._orders.paused_by():
                    journal_rows.put_paused(connection, reason, paused=True)
                connection.execute("INSERT INTO meta (key, value) VALUES ('filled', 'yes')")
        for path in damaged_paths:
            with suppress(OSError):
                path.rename(path.with_name(path.name.replace(".damaged-", ".rescued-", 1)))

    def _damaged_name(self, stamp: str) -> str:
        path = self._database.path
        return f"{path.stem}.damaged-{stamp}{path.suffix}"
