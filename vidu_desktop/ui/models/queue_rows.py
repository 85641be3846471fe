"""The jobs of the queue with what is known of each, in the order in which they stand, shown or not."""

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
    """A job, its place among the others, what trying it again comes to once it has ended, and what is told of its progress;
    None where nobody knows.
    """

    job: Job
    key: RowKey
    again: AnotherTry
    live: LiveProgress | None = None
    expected_s: float | None = None


def by_key(row: QueueRow) -> RowKey:
    """Return what orders rows."""
    return row.key


def key_of(job: Job) -> RowKey:
    """Return what orders the rows; no two are equal, so that a row is found by it."""
    created_s = job.created_at.timestamp()
    if job.ended:
        ended_at = job.stored_at or job.finished_at or job.accepted_at or job.sent_at or job.created_at
        return (2, -ended_at.timestamp(), -created_s, job.job_id)
    return (int(job.state in UNSENT), job.position, created_s, job.job_id)


class QueueRows:
    """Rows by job id, counted as they come, change and go."""

    def __init__(self) -> None:
        self._rows: dict[str, QueueRow] = {}
        self._running: set[str] = set()
        self._tally = QueueTally()

    def __len__(self) -> int:
        """How many there are."""
        return len(self._rows)

    def __iter__(self) -> Iterator[QueueRow]:
        """All of them, in no order."""
        return iter(self._rows.values())

    def get(self, job_id: str) -> QueueRow | None:
        """Return the row of a job; None when it isn't here (any more)."""
        return self._rows.get(job_id)

    def in_order(self, shows: Callable[[Job], bool]) -> list[QueueRow]:
        """Return those that are to be shown, from above to below."""
        return sorted((row for row in self if shows(row.job)), key=by_key)

    @property
    def running(self) -> list[QueueRow]:
        """Those that count time."""
        return [self._rows[job_id] for job_id in self._running]

    @property
    def counts(self) -> QueueCounts:
        """The figures of all of them."""
        return self._tally.counts

    def clear(self) -> None:
        """Know of none."""
        self._rows.clear()
        self._running.clear()
        self._tally = QueueTally()

    def note(self, job: Job) -> tuple[QueueRow | None, QueueRow]:
        """Keep the job and count it; return its earlier row and the new one."""
        before = self._rows.get(job.job_id)
        # What was counted belonged to the state that is left.
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
        """Take a row away and return it; None for an unknown id, which may have gone twice."""
        row = self._rows.pop(job_id, None)
        if row is not None:
            self._running.discard(job_id)
            self._tally.count(row.job, row.again, -1)
        return row

    def update(self, job_id: str, **changes: object) -> QueueRow | None:
        """Note what has come to be known of a job, and return its row; None when that was known, or the job isn't here."""
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
