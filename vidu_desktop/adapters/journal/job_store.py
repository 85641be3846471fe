"""The job journal: every job from the click on, with a history of its states; and its rescue when it is damaged."""

import logging
import sqlite3
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from vidu_desktop.adapters.journal import journal_rows
from vidu_desktop.adapters.journal.journal_rescue import reconcile, rescue
from vidu_desktop.adapters.journal.paid_orders_log import (
    TAIL_BYTES,
    OrderLine,
    PaidOrdersLog,
    job_line,
    pause_line,
    removal_line,
    state_line,
)
from vidu_desktop.adapters.sqlite.database import Database
from vidu_desktop.adapters.sqlite.migrations import transaction
from vidu_desktop.domain.amounts import Money
from vidu_desktop.domain.job import Charge, Job, JobState
from vidu_desktop.engine.ports import LastingPause
from vidu_desktop.errors import DiskTrouble

_log = logging.getLogger(__name__)
_AT_ONCE = 400
"""How many jobs `load_rest` reads at once: this takes about 20 ms, in which nothing is written."""
_INSERT_HISTORY = "INSERT INTO history (job_id, state, at) VALUES (?, ?, ?)"


class SqliteJobStore:
    """Implements the engine's `JobStore`.

    `make_room` is called once when the disk is full. It returns whether it freed some room by giving up the ballast.
    """

    def __init__(
        self,
        path: Path,
        orders: PaidOrdersLog,
        *,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        make_room: Callable[[], bool] = lambda: False,
        place: Callable[[], str] = lambda: "",
    ) -> None:
        """`place` tells on which computer and in which folder the journal is; empty where that isn't known. It may block."""
        self._orders = orders
        self._now = now
        self._make_room = make_room
        self._place = place
        self._database = Database(
            path, journal_rows.MIGRATIONS, newer_code="journal-newer", on_open=self._mend
        )
        self._waiting_lines: list[OrderLine] = []
        self.rescued_jobs = 0
        """How many jobs were brought back in this run after the journal was lost or damaged."""
        self.came_from_elsewhere = False
        """Whether the journal was found in this run to be a copy, or moved, with paid orders that wait to be sent."""

    @property
    def set_aside_path(self) -> Path | None:
        """Where a damaged journal was moved to in this run; None when it was not damaged."""
        return self._database.set_aside_path

    async def save(self, job: Job) -> None:
        """Insert or replace the job. Raises DiskTrouble, and ValueError for one that is to be sent while the person's pause
        holds, which another program may have begun; then the journal is as it was.
        """
        await self.save_many([job])

    async def save_many(self, jobs: Sequence[Job]) -> None:
        """Insert or replace jobs in one transaction. Raises DiskTrouble; then the journal is as it was."""
        await self._write(lambda connection: self._save_many(connection, jobs))

    async def remove_many(self, job_ids: Sequence[str]) -> None:
        """Take jobs off the queue in one transaction. Jobs that were sent, and so perhaps charged, stay for the books; unsent
        ones and rehearsals are deleted. Raises DiskTrouble; then the journal is as it was.
        """
        await self._write(lambda connection: self._remove_many(connection, job_ids))

    async def load_all(self) -> list[Job]:
        """Return every job of the queue in its order (position, then creation)."""
        return await self._database.read(
            lambda connection: journal_rows.load(connection, "removed_at IS NULL")
        )

    async def load_under_way(self) -> list[Job]:
        """Return the jobs of the queue that were sent and haven't ended, in queue order."""
        return await self._database.read(journal_rows.load_under_way)

    async def load_rest(self) -> AsyncIterator[Sequence[tuple[Job, bool]]]:
        """Yield all other jobs, some at a time, each with whether it was removed; writes get their turn in between. See the
        engine's port.
        """
        aside_path, done = self.set_aside_path, 0
        rows = await self._rest_in_order(everything=False)
        while done < len(rows):
            if self.set_aside_path != aside_path:
                # The journal was found damaged and replaced: the rows of the new one have other numbers, and
                # the second record may have brought more jobs.
                aside_path, done = self.set_aside_path, 0
                rows = await self._rest_in_order(everything=True)
                continue
            part = rows[done : done + _AT_ONCE]
            jobs = await self._database.read(partial(journal_rows.load_rows, rows=part))
            if self.set_aside_path == aside_path:
                done += len(part)
                yield jobs

    async def _rest_in_order(self, *, everything: bool) -> list[int]:
        return await self._database.read(partial(journal_rows.rest_in_order, everything=everything))

    async def last_position(self) -> float:
        """Return the highest position of any job."""
        return await self._database.read(journal_rows.last_position)

    async def origins(self) -> set[str]:
        """Return the origins of all jobs, including those that were taken off the queue."""
        return await self._database.read(journal_rows.origins)

    async def load_removed(self) -> list[Job]:
        """Return the jobs that were taken off the queue and still count in the books."""
        return await self._database.read(
            lambda connection: journal_rows.load(connection, "removed_at IS NOT NULL")
        )

    async def set_paused(self, reason: LastingPause, *, paused: bool) -> None:
        """Keep whether this reason pauses the queue. Raises DiskTrouble; then the journal is as it was."""
        await self._write(lambda connection: self._set_paused(connection, reason, paused=paused))

    async def paused_by(self) -> frozenset[LastingPause]:
        """Return the reasons that pause the queue. A journal that was copied or moved here is paused first if paid orders wait
        in it: where it comes from, the same orders may still wait, and would be paid there, too.
        """
        held = await self._database.read(journal_rows.paused_by)
        known, here, waits = await self._database.read(self._look_where)
        self.came_from_elsewhere = waits
        held |= {LastingPause.PERSON} if waits else set()
        if here != known:
            with suppress(DiskTrouble):  # then the next start notices it, and this run is paused all the same
                await self._write(lambda connection: self._settle_here(connection, here, paused=waits))
        return held

    def _look_where(self, connection: sqlite3.Connection) -> tuple[str, str, bool]:
        """Return where the journal was last, where it is, and whether it came here with paid orders that wait."""
        known, here = journal_rows.place_of(connection), self._place()
        came = bool(known and here) and known != here
        return known, here, came and journal_rows.any_paid_order_waits(connection)

    def _settle_here(self, connection: sqlite3.Connection, place: str, *, paused: bool) -> None:
        if paused:
            self._set_paused(connection, LastingPause.PERSON, paused=True)
        with transaction(connection):
            journal_rows.put_place(connection, place)

    async def price_paid(self, job_id: str) -> Money | None:
        """Return what a job was charged, even after it was taken off the queue; None when it wasn't charged or isn't known
        here.
        """
        job = await self._database.read(lambda connection: journal_rows.load_one(connection, job_id))
        return job.price if job is not None and job.charge is Charge.SPENT else None

    async def history(self, job_id: str) -> list[tuple[JobState, datetime]]:
        """Return the states that a job went through, oldest first."""
        query = "SELECT state, at FROM history WHERE job_id = ? ORDER BY seq"

        def read(connection: sqlite3.Connection) -> list[tuple[JobState, datetime]]:
            rows = connection.execute(query, (job_id,)).fetchall()
            return [(JobState(state), datetime.fromisoformat(at)) for state, at in rows]

        return await self._database.read(read)

    def close(self) -> None:
        """Finish the work under way and close the file. May be repeated."""
        self._database.close()

    async def _write(self, change: Callable[[sqlite3.Connection], None]) -> None:
        try:
            await self._database.write(change)
        except DiskTrouble as trouble:
            if not (trouble.full and self._make_room()):
                raise
            await self._database.write(change)

    def _save_many(self, connection: sqlite3.Connection, jobs: Sequence[Job]) -> None:
        before = {job.job_id: journal_rows.load_one(connection, job.job_id) for job in jobs}
        at = self._now()
        # The task id came with the service's answer and exists nowhere else. It is written to two places, and
        # either one is enough to find it again. So a line with a new task id is written before the journal;
        # all other lines after it.
        proven = {job.job_id: job for job in jobs if self._orders.proves_acceptance(before[job.job_id], job)}
        self._tell(job_line(job, at) for job in proven.values())
        with transaction(connection):
            if any(_leaves(before[job.job_id], job) for job in jobs) and _is_held(connection):
                raise ValueError("the person paused the queue")
            for job in jobs:
                earlier = before[job.job_id]
                journal_rows.put(connection, job, removed_at=None)
                if earlier is None or earlier.state is not job.state:
                    connection.execute(_INSERT_HISTORY, (job.job_id, job.state.value, at.isoformat()))
        told = [job for job in jobs if job.job_id not in proven]
        told = [job for job in told if self._orders.tells_of(before[job.job_id], job)]
        self._tell((job_line if job.state is JobState.SENDING else state_line)(job, at) for job in told)

    def _remove_many(self, connection: sqlite3.Connection, job_ids: Sequence[str]) -> None:
        jobs = [job for job_id in job_ids if (job := journal_rows.load_one(connection, job_id)) is not None]
        sent = {job.job_id for job in jobs if not job.rehearsal and journal_rows.was_sent(connection, job)}
        at = self._now()
        with transaction(connection):
            for job in jobs:
                journal_rows.remove(connection, job.job_id, at if job.job_id in sent else None)
        self._tell(removal_line(job_id, at) for job_id in sent)

    def _set_paused(self, connection: sqlite3.Connection, reason: LastingPause, *, paused: bool) -> None:
        at = self._now()
        with transaction(connection):
            journal_rows.put_paused(connection, reason, paused=paused)
        self._tell([pause_line(reason, at, paused=paused)])

    def _tell(self, lines: Iterable[OrderLine]) -> None:
        """Add lines to the second record. Lines that can't be written now are written with the next ones: the journal has
        their facts, and a job must not fail because of a copy.
        """
        self._waiting_lines.extend(lines)
        self._write_waiting_lines()

    def _write_waiting_lines(self) -> None:
        if not self._waiting_lines:
            return
        try:
            self._orders.append(self._waiting_lines)
            self._waiting_lines.clear()
        except OSError as error:
            _log.warning("the record of orders can't be written now: %s", error.strerror)

    # -- after opening: what is missing is brought back ------------------------------------------------------------

    def _mend(self, connection: sqlite3.Connection) -> None:
        """Add the jobs that only the second record knows. A new journal is filled from that record and from the damaged
        journals, if there are any.

        Filling the journal and marking it as filled are one transaction, so after a kill in between the next start fills it
        again.
        """
        with transaction(connection):
            # Asked inside the transaction: another program may start with the same new file, and must not
            # fill it a second time.
            filled = connection.execute("SELECT 1 FROM meta WHERE key = 'filled'").fetchone() is not None
            damaged_paths = [] if filled else sorted(self._database.path.parent.glob(self._damaged_name("*")))
            orders = self._orders.read(TAIL_BYTES if filled else None)
            for path in damaged_paths:
                self.rescued_jobs += rescue(connection, path, self._now())
            self.rescued_jobs += reconcile(connection, orders, self._now())
            if not filled:
                for reason in self._orders.paused_by():
                    journal_rows.put_paused(connection, reason, paused=True)
                connection.execute("INSERT INTO meta (key, value) VALUES ('filled', 'yes')")
        for path in damaged_paths:
            with suppress(OSError):
                rescued_path = path.rename(path.with_name(path.name.replace(".damaged-", ".rescued-", 1)))
                if path == self._database.set_aside_path:
                    self._database.set_aside_path = rescued_path

    def _damaged_name(self, stamp: str) -> str:
        path = self._database.path
        return f"{path.stem}.damaged-{stamp}{path.suffix}"


def _leaves(before: Job | None, job: Job) -> bool:
    return job.state is JobState.SENDING and before is not None and before.state is not JobState.SENDING


def _is_held(connection: sqlite3.Connection) -> bool:
    return LastingPause.PERSON in journal_rows.paused_by(connection)
