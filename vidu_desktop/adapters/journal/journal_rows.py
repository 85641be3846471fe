"""The journal's tables, and how a job is stored as a row. The functions run on the journal's thread."""

import sqlite3
import zlib
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from vidu_desktop.adapters.journal.job_codec import job_from_json, job_to_json
from vidu_desktop.adapters.sqlite.database import DatabaseDamaged
from vidu_desktop.domain.job import ENDED, UNSENT, Job, JobState
from vidu_desktop.engine.ports import LastingPause
from vidu_desktop.errors import BadInput


def _first_schema(connection: sqlite3.Connection) -> None:
    # `removed_at` is set for jobs that are off the queue but kept for the books. `payload_sum` detects
    # flipped bits in a text, which SQLite doesn't notice.
    connection.execute(
        "CREATE TABLE jobs (job_id TEXT PRIMARY KEY, state TEXT NOT NULL, position REAL NOT NULL,"
        " created_at TEXT NOT NULL, task_id TEXT, removed_at TEXT, payload TEXT NOT NULL,"
        " payload_sum INTEGER NOT NULL)"
    )
    connection.execute(
        "CREATE TABLE history (seq INTEGER PRIMARY KEY, job_id TEXT NOT NULL, state TEXT NOT NULL, at TEXT NOT NULL)"
    )
    connection.execute("CREATE INDEX history_of_job ON history (job_id, seq)")
    connection.execute("CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL)")


def _origins(connection: sqlite3.Connection) -> None:
    """Raises the version, so that older programs refuse this journal: a program that doesn't know `origin` would drop it, and
    the same video could be bought again.
    """
    connection.execute("ALTER TABLE jobs ADD COLUMN origin TEXT")
    connection.execute("CREATE INDEX jobs_of_origin ON jobs (origin) WHERE origin IS NOT NULL")


def _one_of(states: Iterable[JobState]) -> str:
    return "state IN ({})".format(", ".join(f"'{state}'" for state in sorted(states)))


# These conditions only use the columns; where they differ from the payload, the payload is right.
_OVER = f"(removed_at IS NOT NULL OR {_one_of(ENDED)})"
_WAITING = f"(removed_at IS NULL AND {_one_of(UNSENT)})"
MIGRATIONS = (_first_schema, _origins)


def payload_sum_of(payload: str) -> int:
    return zlib.crc32(payload.encode("utf-8", "surrogatepass"))


def load(connection: sqlite3.Connection, condition: str) -> list[Job]:
    query = f"SELECT payload, payload_sum FROM jobs WHERE {condition} ORDER BY position, created_at, job_id"  # noqa: S608 - ours
    return [_job(payload, payload_sum) for payload, payload_sum in connection.execute(query)]


def load_under_way(connection: sqlite3.Connection) -> list[Job]:
    return load(connection, f"NOT ({_OVER} OR {_WAITING})")


def rest_in_order(connection: sqlite3.Connection, *, everything: bool) -> list[int]:
    """Return the ids of the rows that `load_under_way` leaves out, or with `everything` of all rows: the waiting ones in
    queue order, then the others, newest first.
    """
    waiting = connection.execute(
        f"SELECT rowid FROM jobs WHERE {_WAITING} ORDER BY position, created_at, job_id"  # noqa: S608 - ours
    )
    others = "TRUE" if everything else _OVER
    over = connection.execute(
        f"SELECT rowid FROM jobs WHERE ({others}) AND NOT ({_WAITING}) ORDER BY rowid DESC"  # noqa: S608 - ours
    )
    return [row for (row,) in (*waiting.fetchall(), *over.fetchall())]


def load_rows(connection: sqlite3.Connection, rows: Sequence[int]) -> list[tuple[Job, bool]]:
    """Return the jobs of these rows in the same order, each with whether it was removed. Rows that no longer exist are left
    out.
    """
    marks = ", ".join("?" * len(rows))
    query = f"SELECT rowid, payload, payload_sum, removed_at IS NOT NULL FROM jobs WHERE rowid IN ({marks})"  # noqa: S608 - ours
    found = {row: rest for row, *rest in connection.execute(query, rows)}
    return [
        (_job(payload, payload_sum), bool(removed))
        for payload, payload_sum, removed in (found[row] for row in rows if row in found)
    ]


def last_position(connection: sqlite3.Connection) -> float:
    (position,) = connection.execute("SELECT max(position) FROM jobs").fetchone()
    return float(position or 0.0)


def origins(connection: sqlite3.Connection) -> set[str]:
    return {origin for (origin,) in connection.execute("SELECT origin FROM jobs WHERE origin IS NOT NULL")}


def load_one(connection: sqlite3.Connection, job_id: str) -> Job | None:
    row = connection.execute("SELECT payload, payload_sum FROM jobs WHERE job_id = ?", (job_id,)).fetchone()
    return None if row is None else _job(*row)


def task_id_of(connection: sqlite3.Connection, job_id: str) -> tuple[bool, str | None]:
    """Return whether there is such a job, and its task id."""
    row = connection.execute("SELECT task_id FROM jobs WHERE job_id = ?", (job_id,)).fetchone()
    return row is not None, row[0] if row is not None else None


def _job(payload: str, payload_sum: int) -> Job:
    if payload_sum_of(payload) != payload_sum:
        raise DatabaseDamaged("a job's text")
    try:
        return job_from_json(payload)
    except BadInput as error:
        raise DatabaseDamaged("a job's fields") from error


def put(connection: sqlite3.Connection, job: Job, removed_at: datetime | None) -> None:
    """Insert or replace a job inside the caller's transaction. `removed_at` is None for a job that is on the queue."""
    payload = job_to_json(job)
    connection.execute(
        "INSERT INTO jobs (job_id, state, position, created_at, task_id, removed_at, origin, payload,"
        " payload_sum) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (job_id) DO UPDATE SET state = excluded.state,"
        " position = excluded.position, created_at = excluded.created_at, task_id = excluded.task_id,"
        " removed_at = excluded.removed_at, origin = excluded.origin, payload = excluded.payload, payload_sum = excluded.payload_sum",
        (
            job.job_id,
            job.state.value,
            job.position,
            job.created_at.astimezone(UTC).isoformat(timespec="microseconds"),
            job.task_id,
            None if removed_at is None else removed_at.isoformat(),
            job.origin or None,
            payload,
            payload_sum_of(payload),
        ),
    )


def remove(connection: sqlite3.Connection, job_id: str, kept_since: datetime | None) -> None:
    """Take the job off the queue: with `kept_since` it is kept for the books, with None it is deleted."""
    if kept_since is not None:
        connection.execute(
            "UPDATE jobs SET removed_at = ? WHERE job_id = ?", (kept_since.isoformat(), job_id)
        )
        return
    connection.execute("DELETE FROM jobs WHERE job_id = ?", (job_id,))
    connection.execute("DELETE FROM history WHERE job_id = ?", (job_id,))


def was_sent(connection: sqlite3.Connection, job: Job) -> bool:
    """Whether an order was ever sent for this job, so that it must be kept for the books."""
    query = "SELECT 1 FROM history WHERE job_id = ? AND state = ?"
    left = connection.execute(query, (job.job_id, JobState.SENDING.value)).fetchone() is not None
    return left or job.sent_at is not None or job.task_id is not None


_PAUSE_KEYS = {LastingPause.PERSON: "paused", LastingPause.ANSWERS: "paused-answers"}


def put_paused(connection: sqlite3.Connection, reason: LastingPause, *, paused: bool) -> None:
    _put_meta(connection, _PAUSE_KEYS[reason], "yes" if paused else "no")


def put_place(connection: sqlite3.Connection, place: str) -> None:
    _put_meta(connection, "place", place)


def place_of(connection: sqlite3.Connection) -> str:
    """Return the place that was last put here; empty where there is none."""
    row = connection.execute("SELECT value FROM meta WHERE key = 'place'").fetchone()
    return str(row[0]) if row is not None else ""


def any_paid_order_waits(connection: sqlite3.Connection) -> bool:
    """Whether an order on the queue would cost money once it is sent."""
    return any(
        not job.rehearsal for job in load(connection, "removed_at IS NULL AND state IN ('DRAFT', 'READY')")
    )


def _put_meta(connection: sqlite3.Connection, key: str, value: str) -> None:
    connection.execute(
        "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        (key, value),
    )


def paused_by(connection: sqlite3.Connection) -> frozenset[LastingPause]:
    """Return the reasons that pause the queue. A value that can't be read counts as a pause, because money is at stake."""
    values = dict(connection.execute("SELECT key, value FROM meta"))
    return frozenset(reason for reason, key in _PAUSE_KEYS.items() if values.get(key, "no") != "no")
