"""The queue's jobs in their order, each with what is known of it. Rows that aren't shown are included."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from vidu_desktop.domain.another_try import AnotherTry, try_by_itself
from vidu_desktop.domain.job import UNSENT, Job
from vidu_desktop.ui.models.job_kind import RUNNING
from vidu_desktop.ui.models.job_progress import LiveProgress
from vidu_desktop.ui.models.queue_counts import QueueCounts, QueueTally

RowKey = tuple[int, float, float, str]


@dataclass(frozen=True, slots=True)
class QueueRow:
    """A job, the `key` of its place in the order, what trying it again would cost, its progress in the present state and its
    expected time; None where nobody knows.
    """

    job: Job
    key: RowKey
    again: AnotherTry
    live: LiveProgress | None = None
    expected_s: float | None = None


def by_key(row: QueueRow) -> RowKey:
    """Return the key by which rows are sorted."""
    return row.key


def key_of(job: Job) -> RowKey:
    """Return the key by which a job's row is sorted and found. No two jobs have the same key."""
    created_s = job.created_at.timestamp()
    if job.ended:
        ended_at = job.stored_at or job.finished_at or job.accepted_at or job.sent_at or job.created_at
        return (2, -ended_at.timestamp(), -created_s, job.job_id)
    return (int(job.state in UNSENT), job.position, created_s, job.job_id)


class QueueRows:
    """Rows by job id, and their figures, kept up to date as jobs come, change and go."""

    def __init__(self) -> None:
        self._rows: dict[str, QueueRow] = {}
        self._running: set[str] = set()
        self._tally = QueueTally()

    def __len__(self) -> int:
        """How many there are."""
        return len(self._rows)

    def __iter__(self) -> Iterator[QueueRow]:
        """All of them, in no particular order."""
        return iter(self._rows.values())

    def get(self, job_id: str) -> QueueRow | None:
        """Return the row of a job; None for an unknown id."""
        return self._rows.get(job_id)

    def in_order(self, shows: Callable[[Job], bool]) -> list[QueueRow]:
        """Return the rows whose jobs `shows` accepts, from top to bottom."""
        return sorted((row for row in self if shows(row.job)), key=by_key)

    @property
    def running(self) -> list[QueueRow]:
        """The rows that show a running time, in no particular order."""
        return [self._rows[job_id] for job_id in self._running]

    @property
    def counts(self) -> QueueCounts:
        """The header's figures of all rows."""
        return self._tally.counts

    def clear(self) -> None:
        """Forget all rows."""
        self._rows.clear()
        self._running.clear()
        self._tally = QueueTally()

    def note(self, job: Job) -> tuple[QueueRow | None, QueueRow]:
        """Keep the job and count it; return its former row, if there was one, and the new row."""
        before = self._rows.get(job.job_id)
        # Progress belongs to the state in which it was counted.
        live = before.live if before is not None and before.job.state is job.state else None
        expected_s = before.expected_s if before is not None else None
        after = QueueRow(job, key_of(job), try_by_itself(job), live, expected_s)
        self._rows[job.job_id] = after
        if before is not None:
            self._tally.count(before.job, before.again, -1)
        self._tally.count(job, after.again, 1)
        if job.state in RUNNING:
            self._running.add(job.job_id)
        else:
            self._running.discard(job.job_id)
        return before, after

    def forget(self, job_id: str) -> QueueRow | None:
        """Remove a row and return it; None for an unknown id (a job may be removed twice)."""
        row = self._rows.pop(job_id, None)
        if row is not None:
            self._running.discard(job_id)
            self._tally.count(row.job, row.again, -1)
        return row

    def update(self, job_id: str, **changes: object) -> QueueRow | None:
        """Set the fields `changes` of a job's row, and return the new row; None when nothing changed, or the id is unknown."""
        row = self._rows.get(job_id)
        if row is None:
            return None
        changed = replace(row, **changes)  # type: ignore[arg-type]
        if changed == row:
            return None
        self._rows[job_id] = changed
        if changed.again != row.again:
            self._tally.count(row.job, row.again, -1)
            self._tally.count(row.job, changed.again, 1)
        return changed
