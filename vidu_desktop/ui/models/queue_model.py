"""The queue as Qt sees it: jobs under way first, then the waiting ones in the order in which they are sent, then the ended
ones, the newest first.
"""

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import UTC, datetime

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from typing_extensions import override

from vidu_desktop.domain.another_try import AnotherTry
from vidu_desktop.domain.job import UNSENT, Job, JobState
from vidu_desktop.domain.titles import job_title
from vidu_desktop.ui.models.job_kind import JobKind, kind_of
from vidu_desktop.ui.models.job_progress import LiveProgress, Progress, progress_of
from vidu_desktop.ui.models.job_words import JobWords, words_of_job
from vidu_desktop.ui.models.queue_counts import QueueCounts
from vidu_desktop.ui.models.queue_role import QueueRole
from vidu_desktop.ui.models.queue_rows import QueueRow, QueueRows, RowKey, by_key
from vidu_desktop.ui.models.row_changes import stretches
from vidu_desktop.ui.models.tips import plain_tip
from vidu_desktop.ui.text import say_sentences

Index = QModelIndex | QPersistentModelIndex


_ONE_BY_ONE_MOST = 20
"""Up to this many changed rows are moved one by one (under 1 ms each); for more, the list is sorted once."""


def _on_the_stage() -> str:
    return QCoreApplication.translate("ClipTile", "on the stage")


class QueueModel(QAbstractListModel):
    """Jobs by row. To be used on the interface's thread only."""

    counts_changed = Signal()
    only_changed = Signal()

    def __init__(
        self,
        thumb_path: Callable[[str], str],
        parent: QObject | None = None,
        *,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        """`thumb_path(sha256)` returns the path of our JPEG of a prepared picture; the file needn't exist."""
        super().__init__(parent)
        self._thumb_path = thumb_path
        self._now = now
        self._known = QueueRows()
        self._rows: list[QueueRow] = []
        self._keys: list[RowKey] = []  # of the rows that are shown, in their order
        self._counts = QueueCounts()
        self._only: JobKind | None = None
        self._take_labels: Mapping[str, str] = {}
        self._playing_clip_id: str | None = None

    def jobs_in(self, states: Collection[JobState]) -> list[Job]:
        """Return the jobs in these states, in no particular order."""
        return [row.job for row in self._known if row.job.state in states]

    def set_take_labels(self, labels: Mapping[str, str]) -> None:
        """Set the names of jobs' takes, by job id. A job that isn't in `labels` has become no take of a shot."""
        changed = dict(labels.items() ^ self._take_labels.items())
        self._take_labels = labels
        self._say_anew(row for job_id in changed if (row := self._known.get(job_id)) is not None)

    def set_playing(self, clip_id: str | None) -> None:
        """Mark the job whose video (`clip_id`) is on the stage; None when no video is there."""
        if clip_id == self._playing_clip_id:
            return
        changed = {self._playing_clip_id, clip_id} - {None}
        self._playing_clip_id = clip_id
        self._say_anew(row for row in self._known if row.job.clip_id in changed)

    def set_jobs(self, jobs: Iterable[Job]) -> None:
        """Hold these jobs and no others."""
        self._known.clear()
        for job in jobs:
            self._known.note(job)
        self._reset_rows()
        self._follow_tally()

    @property
    def only(self) -> JobKind | None:
        """The kind of rows that are shown; None for all."""
        return self._only

    def show_only(self, kind: JobKind | None) -> None:
        """Show the rows of one kind, or all."""
        if kind is not self._only:
            self._only = kind
            self._reset_rows()
            self.only_changed.emit()

    def put(self, jobs: Iterable[Job]) -> None:
        """Add jobs, or replace their former states; the rows move to their new places."""
        noted = [self._known.note(job) for job in jobs]
        if len(noted) <= _ONE_BY_ONE_MOST:
            for before, after in noted:
                self._update_row(before, after)
        else:
            shown = [before for before, _ in noted if before is not None and self._passes_filter(before.job)]
            if shown:
                self._sort_rows()
            else:
                self._insert([after for _, after in noted if self._passes_filter(after.job)])
        self._follow_tally()

    def _update_row(self, before: QueueRow | None, after: QueueRow) -> None:
        was_shown = before is not None and self._passes_filter(before.job)
        if before is not None and was_shown and self._passes_filter(after.job):
            self._replace(self._place_of(before), after)
        elif before is not None and was_shown:
            self._hide([before])
        elif self._passes_filter(after.job):
            self._insert([after])

    def remove(self, job_ids: Iterable[str]) -> None:
        """Remove jobs; unknown ids are ignored (a job may be removed twice)."""
        gone = [row for job_id in job_ids if (row := self._known.forget(job_id)) is not None]
        self._hide([row for row in gone if self._passes_filter(row.job)])
        self._follow_tally()

    def set_progress(
        self, job_id: str, fraction: float | None, done_bytes: int = 0, total_bytes: int | None = None
    ) -> None:
        """Set how far the job's present state is; `fraction` in [0, 1], None when only the bytes are known."""
        self._update(job_id, live=LiveProgress(fraction, done_bytes, total_bytes))

    def set_expected(self, job_id: str, expected_s: float | None) -> None:
        """Set how long the result takes from acceptance; None when it isn't known."""
        self._update(job_id, expected_s=expected_s)

    def set_tries(self, tries: Mapping[str, AnotherTry]) -> None:
        """Set what trying jobs again costs, by job id. Without it, a job counts as the only one for its video."""
        for job_id, again in tries.items():
            self._update(job_id, again=again)
        self._follow_tally()

    def tick(self) -> None:
        """Repaint the rows that show a running time. Called each second."""
        self._say_anew(self._known.running)

    def _say_anew(self, rows: Iterable[QueueRow]) -> None:
        for row in rows:
            if self._passes_filter(row.job):
                self._changed(self._place_of(row))

    @property
    def counts(self) -> QueueCounts:
        """The header's figures."""
        return self._counts

    def jobs(self) -> list[Job]:
        """Return all jobs in the order of the rows, including those that aren't shown now."""
        return [row.job for row in self._known.in_order(lambda _job: True)]

    def waiting_ids(self) -> list[str]:
        """Return the ids of the shown jobs that haven't been sent, in the order in which they will be."""
        return [self._rows[row].job.job_id for row in self.waiting_rows()]

    def waiting_rows(self) -> range:
        """Return the rows of the shown jobs that haven't been sent: they follow each other."""
        return range(bisect_left(self._keys, (1,)), bisect_left(self._keys, (2,)))

    def __len__(self) -> int:
        """How many jobs there are, shown or not."""
        return len(self._known)

    def __bool__(self) -> bool:
        """Always true, as for other Qt objects: with `__len__` alone, an empty model would be false."""
        return True

    def job(self, job_id: str) -> Job | None:
        """Return the job with this id; None when the queue doesn't have it."""
        return None if (row := self._known.get(job_id)) is None else row.job

    def jobs_between(self, first: int, last: int) -> list[Job]:
        """Return the jobs of the shown rows from `first` to `last`, both included."""
        return [row.job for row in self._rows[first : last + 1]]

    def again(self, job_id: str) -> AnotherTry:
        """Return what one more try of a job costs."""
        return AnotherTry() if (row := self._known.get(job_id)) is None else row.again

    def reveal(self, job_id: str) -> QModelIndex:
        """Return a job's index, and show all rows where the job is hidden; an invalid index for an unknown job."""
        row = self._known.get(job_id)
        if row is None:
            return QModelIndex()
        if not self._passes_filter(row.job):
            self.show_only(None)
        return self.index(self._place_of(row))

    def words_at(self, row: int) -> JobWords:
        """Return everything that the row says now."""
        entry = self._rows[row]
        label = self._take_labels.get(entry.job.job_id, "")
        again = bool(entry.again.instead_id)
        return words_of_job(entry.job, entry.live, entry.expected_s, self._now(), label, ordered_again=again)

    def progress_at(self, row: int) -> Progress:
        """Return the row's progress bar as it is now."""
        entry = self._rows[row]
        return progress_of(entry.job, entry.live, entry.expected_s, self._now())

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and self._rows[index.row()].job.state in UNSENT:
            flags |= Qt.ItemFlag.ItemIsDragEnabled
        return flags

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        job = self._rows[index.row()].job
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return job_title(job)
            case Qt.ItemDataRole.AccessibleTextRole:
                spoken = self.words_at(index.row()).spoken
                return say_sentences((spoken, _on_the_stage())) if self._plays(job) else spoken
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(self.words_at(index.row()).tip)
            case QueueRole.JOB:
                return job
            case QueueRole.PROGRESS:
                return self.progress_at(index.row())
            case QueueRole.WORDS:
                return self.words_at(index.row())
            case QueueRole.THUMB_PATH:
                return self.thumb_path_of(job)
            case QueueRole.PLAYING:
                return self._plays(job)
            case QueueRole.AGAIN:
                return self._rows[index.row()].again
        return None

    def _plays(self, job: Job) -> bool:
        return job.clip_id is not None and job.clip_id == self._playing_clip_id

    def thumb_path_of(self, job: Job) -> str:
        """Return the path of the thumbnail of a job's first picture; empty where that picture isn't prepared."""
        prepared = job.pictures[0].prepared if job.pictures else None
        return self._thumb_path(prepared.sha256) if prepared is not None else ""

    def _passes_filter(self, job: Job) -> bool:
        return self._only is None or kind_of(job) is self._only

    def _reset_rows(self) -> None:
        self.beginResetModel()
        self._rows = self._known.in_order(self._passes_filter)
        self._keys = [row.key for row in self._rows]
        self.endResetModel()

    def _place_of(self, row: QueueRow) -> int:
        return bisect_left(self._keys, row.key)

    def _sort_rows(self) -> None:
        """Sort once instead of moving many rows; the selection stays."""
        rows = self._known.in_order(self._passes_filter)
        if self._only is not None or len(rows) != len(self._rows):  # some rows came or went, too
            self._reset_rows()
            return
        self.layoutAboutToBeChanged.emit()
        old = self.persistentIndexList()
        place_of = {row.job.job_id: place for place, row in enumerate(rows)}
        new = [self.index(place_of[self._rows[index.row()].job.job_id]) for index in old]
        self._rows, self._keys = rows, [row.key for row in rows]
        self.changePersistentIndexList(old, new)
        self.layoutChanged.emit()

    def _insert(self, rows: Sequence[QueueRow]) -> None:
        """Show rows, each run of neighbours with one insertion."""
        rows = sorted(rows, key=by_key)
        begun = 0
        while begun < len(rows):
            at = bisect_left(self._keys, rows[begun].key)
            ended = len(rows)
            if at < len(self._keys):
                ended = bisect_left(rows, self._keys[at], begun, key=by_key)
            run = rows[begun:ended]
            self.beginInsertRows(QModelIndex(), at, at + len(run) - 1)
            self._rows[at:at] = run
            self._keys[at:at] = [row.key for row in run]
            self.endInsertRows()
            begun = ended

    def _hide(self, rows: Sequence[QueueRow]) -> None:
        """Hide rows, each run of neighbours with one removal; from the end, so that the places before a run stay valid."""
        for first, last in reversed(list(stretches(map(self._place_of, rows)))):
            self.beginRemoveRows(QModelIndex(), first, last)
            del self._rows[first : last + 1], self._keys[first : last + 1]
            self.endRemoveRows()

    def _replace(self, at: int, row: QueueRow) -> None:
        to = bisect_left(self._keys, row.key)
        to -= to > at  # the row's own old place doesn't count
        if to != at:
            self.beginMoveRows(QModelIndex(), at, at, QModelIndex(), to + 1 if to > at else to)
            del self._rows[at], self._keys[at]
            self._rows.insert(to, row)
            self._keys.insert(to, row.key)
            self.endMoveRows()
        else:
            self._rows[at] = row
            self._keys[at] = row.key
        self._changed(to)

    def _update(self, job_id: str, **changes: object) -> None:
        changed = self._known.update(job_id, **changes)
        if changed is not None and self._passes_filter(changed.job):
            at = self._place_of(changed)
            self._rows[at] = changed
            self._changed(at)

    def _changed(self, at: int) -> None:
        index = self.index(at)
        self.dataChanged.emit(index, index)

    def _follow_tally(self) -> None:
        counts = self._known.counts
        if counts != self._counts:
            self._counts = counts
            self.counts_changed.emit()
