"""The job journal: every job from the click on, with a history of its states; and its rescue when it is damaged."""

import logging
import sqlite3
import zlib
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from vidu_desktop.adapters.storage.database import Damaged, Database
from vidu_desktop.adapters.storage.job_codec import job_from_json, job_to_json
from vidu_desktop.adapters.storage.migrations import transaction
from vidu_desktop.adapters.storage.orders import TAIL_BYTES, KnownOrder, Orders, carried_on
from vidu_desktop.domain.job import Job, JobState
from vidu_desktop.errors import BadInput, DiskTrouble

_log = logging.getLogger(__name__)


def _first_schema(connection: sqlite3.Connection) -> None:
    # `removed_at`: off the queue, kept for the books. `payload_sum` finds what a flipped bit did to a text, which
    # SQLite doesn't notice. `durations` outlive their jobs: they are what the pacing learned.
    connection.execute(
        "CREATE TABLE jobs (job_id TEXT PRIMARY KEY, state TEXT NOT NULL, position REAL NOT NULL,"
        " created_at TEXT NOT NULL, task_id TEXT, removed_at TEXT, payload TEXT NOT NULL,"
        " payload_sum INTEGER NOT NULL)"
    )
    connection.execute(
        "CREATE TABLE history (seq INTEGER PRIMARY KEY, job_id TEXT NOT NULL, state TEXT NOT NULL, at TEXT NOT NULL)"
    )
    connection.execute("CREATE INDEX history_of_job ON history (job_id, seq)")
    connection.execute(
        "CREATE TABLE durations (job_id TEXT PRIMARY KEY, model TEXT NOT NULL, rehearsal INTEGER NOT NULL,"
        " finished_at TEXT NOT NULL, seconds REAL NOT NULL)"
    )
    connection.execute("CREATE INDEX durations_of_model ON durations (model, rehearsal, finished_at)")
    connection.execute("CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL)")


MIGRATIONS = (_first_schema,)


def _sum(payload: str) -> int:
    return zlib.crc32(payload.encode("utf-8", "surrogatepass"))


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
        self._database = Database(path, MIGRATIONS, newer_code="journal-newer", on_open=self._mend)
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

    async def remove(self, job_id: str) -> None:
        """Take a job off the queue. One that was charged, or perhaps was, stays for the books."""
        await self._write(lambda connection: self._remove(connection, job_id))

    async def load_all(self) -> list[Job]:
        """Give every job in queue order (position, then creation)."""
        return await self._database.read(lambda connection: _load(connection, "removed_at IS NULL"))

    async def load_removed(self) -> list[Job]:
        """Give the jobs that were taken off the queue and still count in the books."""
        return await self._database.read(lambda connection: _load(connection, "removed_at IS NOT NULL"))

    async def history(self, job_id: str) -> list[tuple[JobState, datetime]]:
        """Give the states that a job went through, oldest first."""
        query = "SELECT state, at FROM history WHERE job_id = ? ORDER BY seq"

        def read(connection: sqlite3.Connection) -> list[tuple[JobState, datetime]]:
            rows = connection.execute(query, (job_id,)).fetchall()
            return [(JobState(state), datetime.fromisoformat(at)) for state, at in rows]

        return await self._database.read(read)

    async def service_durations(self, model: str, *, rehearsal: bool, limit: int = 50) -> list[float]:
        """Give how many seconds the service took from accepting to finishing, newest first."""
        query = "SELECT seconds FROM durations WHERE model = ? AND rehearsal = ? ORDER BY finished_at DESC LIMIT ?"

        def read(connection: sqlite3.Connection) -> list[float]:
            return [seconds for (seconds,) in connection.execute(query, (model, rehearsal, limit))]

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
        before = _load_one(connection, job.job_id)
        at = self._now()
        self._write_waiting_lines()
        # The task id came with the service's answer and is nowhere else: it goes to two places, and either is
        # enough. So this line is written before the journal, all the others after it.
        if self._orders.proves_acceptance(before, job):
            self._line(lambda: self._orders.append_job(job, at))
        with transaction(connection):
            _put(connection, job, removed_at=None)
            if before is None or before.state is not job.state:
                connection.execute(
                    "INSERT INTO history (job_id, state, at) VALUES (?, ?, ?)",
                    (job.job_id, job.state.value, at.isoformat()),
                )
        if self._orders.tells_of(before, job) and not self._orders.proves_acceptance(before, job):
            whole = job.state is JobState.SENDING
            self._line(
                lambda: self._orders.append_job(job, at) if whole else self._orders.append_state(job, at)
            )

    def _remove(self, connection: sqlite3.Connection, job_id: str) -> None:
        job = _load_one(connection, job_id)
        if job is None:
            return
        at = self._now()
        was_sent = not job.rehearsal and _was_sent(connection, job)
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

    def _line(self, append: Callable[[], None]) -> None:
        """Add a line to the second record. What can't be written now is written with the next one: the journal
        itself holds, and a job must not fail for its copy.
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
                self.rescued_jobs += _rescue(connection, path, self._now())
            self.rescued_jobs += _reconcile(connection, orders, self._now())
            if not filled:
                connection.execute("INSERT INTO meta (key, value) VALUES ('filled', 'yes')")
        for path in damaged_paths:
            with suppress(OSError):
                path.rename(path.with_name(path.name.replace(".damaged-", ".rescued-", 1)))

    def _damaged_name(self, stamp: str) -> str:
        path = self._database.path
        return f"{path.stem}.damaged-{stamp}{path.suffix}"


def _load(connection: sqlite3.Connection, condition: str) -> list[Job]:
    query = f"SELECT payload, payload_sum FROM jobs WHERE {condition} ORDER BY position, created_at, job_id"  # noqa: S608 - ours
    return [_job(payload, payload_sum) for payload, payload_sum in connection.execute(query)]


def _load_one(connection: sqlite3.Connection, job_id: str) -> Job | None:
    row = connection.execute("SELECT payload, payload_sum FROM jobs WHERE job_id = ?", (job_id,)).fetchone()
    return None if row is None else _job(*row)


def _job(payload: str, payload_sum: int) -> Job:
    if _sum(payload) != payload_sum:
        raise Damaged("a job's text")
    try:
        return job_from_json(payload)
    except BadInput as error:
        raise Damaged("a job's fields") from error


def _put(connection: sqlite3.Connection, job: Job, removed_at: datetime | None) -> None:
    payload = job_to_json(job)
    connection.execute(
        "INSERT INTO jobs (job_id, state, position, created_at, task_id, removed_at, payload, payload_sum)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (job_id) DO UPDATE SET state = excluded.state,"
        " position = excluded.position, created_at = excluded.created_at, task_id = excluded.task_id,"
        " removed_at = excluded.removed_at, payload = excluded.payload, payload_sum = excluded.payload_sum",
        (
            job.job_id,
            job.state.value,
            job.position,
            job.created_at.astimezone(UTC).isoformat(timespec="microseconds"),
            job.task_id,
            None if removed_at is None else removed_at.isoformat(),
            payload,
            _sum(payload),
        ),
    )
    if job.accepted_at is not None and job.finished_at is not None and job.state is not JobState.FAILED:
        connection.execute(
            "INSERT OR REPLACE INTO durations (job_id, model, rehearsal, finished_at, seconds) VALUES (?, ?, ?, ?, ?)",
            (
                job.job_id,
                job.request.model,
                job.rehearsal,
                job.finished_at.isoformat(),
                (job.finished_at - job.accepted_at).total_seconds(),
            ),
        )


def _was_sent(connection: sqlite3.Connection, job: Job) -> bool:
    """Whether an order ever left for this job, so that it belongs to the books for good."""
    query = "SELECT 1 FROM history WHERE job_id = ? AND state = ?"
    left = connection.execute(query, (job.job_id, JobState.SENDING.value)).fetchone() is not None
    return left or job.sent_at is not None or job.task_id is not None


def _rescue(connection: sqlite3.Connection, damaged_path: Path, at: datetime) -> int:
    """Bring over what can be read of a damaged journal, row by row; give how many jobs.

    A row whose sum is wrong but which still reads as a job with a task id is taken: better an odd prompt than a
    paid video that nobody fetches.
    """
    rescued = 0
    for payload, payload_sum, removed in _readable_rows(damaged_path):
        try:
            job = job_from_json(payload)
        except BadInput:
            continue
        if _sum(payload) != payload_sum and job.task_id is None:
            continue
        with suppress(sqlite3.IntegrityError):
            _put(connection, carried_on(job), at if removed else None)
            rescued += 1
    return rescued


def _readable_rows(damaged_path: Path) -> list[tuple[str, int, bool]]:
    rows: list[tuple[str, int, bool]] = []
    with suppress(sqlite3.Error):
        damaged = sqlite3.connect(damaged_path, isolation_level=None)
        try:
            damaged.text_factory = lambda data: data.decode("utf-8", "replace")
            damaged.execute("PRAGMA cell_size_check = ON")
            rowid = -1
            failures = 0
            while failures < 1000:  # a page that can't be read ends a scan; the next one is tried beyond it
                try:
                    query = (
                        "SELECT rowid, payload, payload_sum, removed_at IS NOT NULL FROM jobs"
                        " WHERE rowid > ? ORDER BY rowid LIMIT 1"
                    )
                    row = damaged.execute(query, (rowid,)).fetchone()
                except sqlite3.Error:
                    failures += 1
                    rowid += 1
                    continue
                if row is None:
                    break
                if row[0] <= rowid:
                    break  # so broken that the order of rows is wrong
                rowid = row[0]
                if isinstance(row[1], str) and isinstance(row[2], int):
                    rows.append((row[1], row[2], bool(row[3])))
        finally:
            damaged.close()
    return rows


def _reconcile(connection: sqlite3.Connection, orders: dict[str, KnownOrder], at: datetime) -> int:
    """Add what only the second record knows; give how many jobs.

    Where the journal has the job, it is the truth, except for one thing: a task id that it has not heard of, because
    its disk was full when the service answered.
    """
    found = 0
    for order in orders.values():
        present = _load_one(connection, order.job.job_id)
        news = order.job.task_id is not None and (present is None or present.task_id is None)
        if present is not None and not news:
            continue
        _put(connection, carried_on(order.job), at if order.removed else None)
        found += 1
    return found
