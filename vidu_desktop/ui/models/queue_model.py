"""The queue as Qt sees it: what is under way above, in the order it is served, and what has ended below, newest first."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from decimal import Decimal
from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from typing_extensions import override

from vidu_desktop.domain.job import AT_SERVICE, HERE_SOON, Charge, Job, JobState
from vidu_desktop.ui.models.job_actions import is_cleared, is_failed
from vidu_desktop.ui.models.job_progress import LiveProgress, Progress, progress_of
from vidu_desktop.ui.models.job_words import JobWords, words_of
from vidu_desktop.ui.models.tips import plain_tip

Index = QModelIndex | QPersistentModelIndex

RUNNING = AT_SERVICE | HERE_SOON
"""Something counts time in the row."""


class QueueRole(IntEnum):
    """What a row knows beyond its text; each line says the type."""

    JOB = Qt.ItemDataRole.UserRole
    """Job."""
    PROGRESS = Qt.ItemDataRole.UserRole + 1
    """job_progress.Progress, as of now."""
    WORDS = Qt.ItemDataRole.UserRole + 2
    """job_words.JobWords, as of now."""
    THUMB_PATH = Qt.ItemDataRole.UserRole + 3
    """str, a JPEG of the first picture that may not exist yet; empty before the picture is copied in."""


@dataclass(frozen=True, slots=True)
class QueueCounts:
    """The header's figures. `at_risk_usd` is what was sent without an answer."""

    running: int = 0
    waiting: int = 0
    at_risk: int = 0
    failed: int = 0
    stored: int = 0
    cancelled: int = 0
    clearable: int = 0
    """Rows that *clear finished* takes."""
    at_risk_usd: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True)
class _Row:
    job: Job
    live: LiveProgress | None = None
    expected_s: float | None = None


def _order(job: Job) -> tuple[float, ...]:
    if job.ended:
        ended_at = job.stored_at or job.finished_at or job.accepted_at or job.sent_at or job.created_at
        return (1, -ended_at.timestamp(), -job.created_at.timestamp())
    return (0, job.position, job.created_at.timestamp())


class QueueModel(QAbstractListModel):
    """Jobs by row. Touched from the interface's thread only."""

    counts_changed = Signal()

    def __init__(
        self,
        thumb_path: Callable[[str], str],
        parent: QObject | None = None,
        *,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        """`thumb_path(sha256)` names our JPEG of a prepared picture; it needn't exist."""
        super().__init__(parent)
        self._thumb_path = thumb_path
        self._now = now
        self._rows: list[_Row] = []
        self._places: dict[str, int] = {}
        self._counts = QueueCounts()

    def set_jobs(self, jobs: Sequence[Job]) -> None:
        """Show these jobs and no others."""
        self.beginResetModel()
        self._rows = [_Row(job) for job in sorted(jobs, key=_order)]
        self._renumber()
        self.endResetModel()
        self._count()

    def put(self, job: Job) -> None:
        """Add the job, or replace its earlier self; the row moves where it now belongs."""
        at = self._places.get(job.job_id)
        if at is None:
            self._insert(_Row(job))
        else:
            self._replace(at, job)
        self._count()

    def remove(self, job_id: str) -> None:
        """Take the row away; an unknown id is no error (it may have gone twice)."""
        at = self._places.get(job_id)
        if at is None:
            return
        self.beginRemoveRows(QModelIndex(), at, at)
        del self._rows[at]
        self._renumber()
        self.endRemoveRows()
        self._count()

    def set_progress(
        self, job_id: str, fraction: float | None, done_bytes: int = 0, total_bytes: int | None = None
    ) -> None:
        """Note how far the job's present state is; `fraction` in [0, 1], None when only the bytes are known."""
        self._update(job_id, live=LiveProgress(fraction, done_bytes, total_bytes))

    def set_expected(self, job_id: str, expected_s: float | None) -> None:
        """Note how long the result takes from acceptance; None when nobody knows."""
        self._update(job_id, expected_s=expected_s)

    def tick(self) -> None:
        """A second has passed: let the rows that count time be drawn anew."""
        for at, row in enumerate(self._rows):
            if row.job.state in RUNNING:
                self._changed(at)

    @property
    def counts(self) -> QueueCounts:
        """The header's figures."""
        return self._counts

    def jobs(self) -> list[Job]:
        """Give the jobs in the order of the rows."""
        return [row.job for row in self._rows]

    def job(self, job_id: str) -> Job | None:
        """Give the job of that id; None when it isn't here (any more)."""
        at = self._places.get(job_id)
        return None if at is None else self._rows[at].job

    def job_at(self, index: Index) -> Job | None:
        """Give the job of a row; None for an invalid index."""
        return self._rows[index.row()].job if index.isValid() else None

    def words_at(self, row: int) -> JobWords:
        """Give everything that the row says, as of now."""
        entry = self._rows[row]
        return words_of(entry.job, entry.live, entry.expected_s, self._now())

    def progress_at(self, row: int) -> Progress:
        """Give the row's bar, as of now."""
        entry = self._rows[row]
        return progress_of(entry.job, entry.live, entry.expected_s, self._now())

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        job = self._rows[index.row()].job
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return job.request.prompt
            case Qt.ItemDataRole.AccessibleTextRole:
                return self.words_at(index.row()).spoken
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(self.words_at(index.row()).tip)
            case QueueRole.JOB:
                return job
            case QueueRole.PROGRESS:
                return self.progress_at(index.row())
            case QueueRole.WORDS:
                return self.words_at(index.row())
            case QueueRole.THUMB_PATH:
                return self._thumb_of(job)
        return None

    def _thumb_of(self, job: Job) -> str:
        prepared = job.pictures[0].prepared if job.pictures else None
        return self._thumb_path(prepared.sha256) if prepared is not None else ""

    def _insert(self, row: _Row) -> None:
        at = self._place_for(row.job, self._rows)
        self.beginInsertRows(QModelIndex(), at, at)
        self._rows.insert(at, row)
        self._renumber()
        self.endInsertRows()

    def _replace(self, at: int, job: Job) -> None:
        old = self._rows[at]
        # What was counted belonged to the state that is left.
        row = replace(old, job=job, live=old.live if old.job.state is job.state else None)
        others = self._rows[:at] + self._rows[at + 1 :]
        to = self._place_for(job, others)
        self._rows[at] = row
        if to != at:
            self.beginMoveRows(QModelIndex(), at, at, QModelIndex(), to + 1 if to > at else to)
            del self._rows[at]
            self._rows.insert(to, row)
            self._renumber()
            self.endMoveRows()
        self._changed(to)

    def _update(self, job_id: str, **changes: object) -> None:
        at = self._places.get(job_id)
        if at is None:
            return
        self._rows[at] = replace(self._rows[at], **changes)  # type: ignore[arg-type]
        self._changed(at)

    def _changed(self, at: int) -> None:
        index = self.index(at)
        self.dataChanged.emit(index, index)

    def _renumber(self) -> None:
        self._places = {row.job.job_id: at for at, row in enumerate(self._rows)}

    def _count(self) -> None:
        counts = _counts(row.job for row in self._rows)
        if counts != self._counts:
            self._counts = counts
            self.counts_changed.emit()

    @staticmethod
    def _place_for(job: Job, rows: Sequence[_Row]) -> int:
        key = _order(job)
        return next((at for at, row in enumerate(rows) if _order(row.job) > key), len(rows))


def _counts(jobs: Iterable[Job]) -> QueueCounts:
    tally: Counter[str] = Counter()
    at_risk_usd = Decimal(0)
    for job in jobs:
        # SENDING is at risk for its second as well, but nobody has to do anything about it.
        if job.state is JobState.UNKNOWN:
            tally["at_risk"] += 1
            at_risk_usd += job.price_usd if job.charge is Charge.AT_RISK else Decimal(0)
        elif job.state in RUNNING:
            tally["running"] += 1
        elif is_failed(job):
            tally["failed"] += 1
        elif job.state is JobState.STORED:
            tally["stored"] += 1
        elif job.state is JobState.CANCELLED:
            tally["cancelled"] += 1
        else:
            tally["waiting"] += 1
        tally["clearable"] += is_cleared(job)
    return QueueCounts(**tally, at_risk_usd=at_risk_usd)
