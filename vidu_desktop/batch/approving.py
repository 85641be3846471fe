"""From a plan to a batch that may be bought: which rows are new, which were ordered before, and what the rest costs.

The same sheet opened again, its result fed back, or a copy of it on another computer with the same library all belong to the
same batch. A row that was ordered stays as it was ordered, whatever the sheet says now.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from vidu_desktop.batch.batch_jobs import BatchJobs
from vidu_desktop.batch.known import Known
from vidu_desktop.batch.new_batch import new_batch
from vidu_desktop.batch.plan import Plan
from vidu_desktop.batch.ports import BatchStore
from vidu_desktop.batch.same_video import VideoKey, video_of
from vidu_desktop.batch.settling import Settlements
from vidu_desktop.batch.slices import in_slices
from vidu_desktop.domain.amounts import FREE, Money, Sums
from vidu_desktop.domain.batch import NO_LINE, Act, Batch, BatchRow, Deed
from vidu_desktop.domain.job import JobState
from vidu_desktop.domain.sheet import Sheet
from vidu_desktop.domain.sheet_mapping import RESULT_PREFIX


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What the person is asked to approve, as approval `number`: `rows` rows with `takes` videos in all, for `total`.
    `before_takes` videos were ordered before, for `taken_money`; `refused_takes` of these were refused and not charged. `changed_lines` are lines that were changed after they had
    been ordered.
    """

    batch: Batch
    number: int
    rows: int
    takes: int
    total: Money
    before_takes: int = 0
    refused_takes: int = 0
    taken_money: Sums = field(default_factory=Sums)
    changed_lines: tuple[int, ...] = ()
    open_takes: Mapping[str, int] = field(default_factory=dict)
    """How many takes of each row weren't ordered yet, by the row's key in the batch."""

    @property
    def whole(self) -> Money:
        """What the whole batch costs in the currency of `total`, including what was ordered before."""
        return self.taken_money.inside(self.total.currency) + self.total

    @property
    def fresh(self) -> Iterator[BatchRow]:
        """The rows of this approval of which no take was ordered yet."""
        return (
            row
            for row in self.batch.rows
            if row.approval == self.number and self.open_takes.get(row.key) == row.takes
        )

    def without(self, lines: Collection[int]) -> tuple[int, Money]:
        """Return how many videos would be approved without these lines of the sheet, and what they cost."""
        takes, total = 0, FREE
        for row in self.batch.rows:
            if row.approval == self.number and row.line not in lines:
                open_takes = self.open_takes.get(row.key, 0)
                takes, total = takes + open_takes, total + open_takes * row.price
        return takes, total

    async def sum_of(self, keys: Collection[str]) -> tuple[int, Money]:
        """Return how many videos of the rows with these keys would be approved, and what they cost."""
        takes, total = 0, FREE
        async for row in in_slices(self.batch.rows):
            if row.key in keys and row.approval == self.number:
                open_takes = self.open_takes.get(row.key, 0)
                takes, total = takes + open_takes, total + open_takes * row.price
        return takes, total


async def proposal(
    known: Known,
    plan: Plan,
    sheet: Sheet,
    jobs: BatchJobs,
    own_id: str,
    *,
    path: str,
    now: datetime,
    rehearsal: bool,
    stop_after: int,
) -> Proposal:
    """Merge the plan's rows into the batch and return what the person would approve."""
    own = [index for index, name in enumerate(sheet.columns) if not name.startswith(RESULT_PREFIX)]
    every_column = len(own) == len(sheet.columns)
    batch = known.batch or new_batch(sheet, path, now, rehearsal=rehearsal)
    if known.batch is None and known.sibling is not None and not every_column:
        batch = batch.of_the_source_of(known.sibling)
    number = max(known.history.approvals, default=0) + 1
    counts = _Counts(known, jobs, own_id)
    merge = _Merge(number, counts, {row.key for row in plan.rows} if batch.rows else (), plan.only)
    async for row in in_slices(batch.rows):
        merge.know(row)
    rows: list[BatchRow] = []
    async for planned in in_slices(plan.rows):
        cells = planned.cells if every_column else tuple([planned.cells[index] for index in own])
        rows.append(merge.row_for(planned, cells))
        counts.add(rows[-1])
    # A row that is gone from the sheet is kept if it was ordered, because its videos belong to it. Its line
    # number may belong to another row by now, and the sheet may have other columns.
    columns = tuple(sheet.columns[index] for index in own)
    for row in filter(counts.any_ordered, merge.left):
        cells = row.cells if columns == batch.columns else _cells_under(columns, batch.columns, row.cells)
        rows.append(replace(row, line=NO_LINE, cells=cells, approval=0))
        counts.add(rows[-1])
    batch = replace(
        batch,
        columns=columns,
        rows=tuple(rows),
        stop_after=stop_after,
    )
    if every_column:  # a result that is fed back isn't the source
        batch = replace(batch, source_path=path, source_sha256=sheet.sha256)
    return Proposal(
        batch=batch,
        number=number,
        rows=counts.rows,
        takes=counts.takes,
        total=counts.total,
        before_takes=counts.before_takes,
        refused_takes=counts.refused_takes,
        taken_money=jobs.taken_money(batch.batch_id),
        changed_lines=tuple(merge.changed_lines),
        open_takes=counts.open_takes,
    )


def _cells_under(columns: Sequence[str], before: Sequence[str], cells: Sequence[str]) -> tuple[str, ...]:
    """Return a row's cells under other columns than those that it was read with."""
    cell_of = dict(zip(before, cells, strict=False))
    return tuple([cell_of.get(name, "") for name in columns])


class _Merge:
    """Merges the rows of a sheet as it is now with the rows of its batch. Rows that were ordered stay as they were ordered."""

    def __init__(
        self, number: int, counts: "_Counts", keys: Collection[str], only: Collection[str] | None
    ) -> None:
        self._number = number
        self._counts = counts
        self._keys = keys
        self._only = only
        self._before: dict[str, BatchRow] = {}
        self._ordered: dict[VideoKey | None, str] = {}
        self.changed_lines: list[int] = []

    def know(self, row: BatchRow) -> None:
        """Take in a row that the batch has. All of them come before the first `row_for`."""
        self._before[row.key] = row
        if self._counts.any_ordered(row):
            self._ordered[video_of(row)] = row.key

    @property
    def left(self) -> Collection[BatchRow]:
        """The rows of the batch that aren't in the sheet any more. Valid once `row_for` was called for all of its rows."""
        return self._before.values()

    def row_for(self, planned: BatchRow, cells: tuple[str, ...]) -> BatchRow:
        """Return the batch's row for a row of the sheet."""
        key = planned.key
        if self._ordered and key not in self._before:
            same = self._ordered.get(video_of(planned))
            if same is not None and same in self._before and same not in self._keys:
                key = same  # another column changed its key, but it is the video that was ordered
        earlier = self._before.pop(key, None)
        if earlier is None or not self._counts.any_ordered(earlier):
            approval = self._number if planned.request is not None and self._is_meant(planned) else 0
            return replace(planned, key=key, cells=cells, approval=approval)
        kept = replace(earlier, line=planned.line, cells=cells, approval=0)
        if planned.request is None or not self._is_meant(planned):
            return kept
        if video_of(planned) != video_of(earlier):
            self.changed_lines.append(planned.line)
            return kept
        # The paths of its pictures, its project and its shot may have changed.
        return replace(
            planned, key=key, cells=cells, takes=max(earlier.takes, planned.takes), approval=self._number
        )

    def _is_meant(self, planned: BatchRow) -> bool:
        return self._only is None or planned.key in self._only


class _Counts:
    """Counts what of a batch was ordered before, and what the rest costs."""

    def __init__(self, known: Known, jobs: BatchJobs, own_id: str) -> None:
        self._settlements = Settlements(known.history, jobs, known.stored, own_id)
        # Nothing of a new batch is ordered.
        self._batch_id = "" if known.batch is None else known.batch.batch_id
        self._jobs = jobs
        self.rows = self.takes = self.before_takes = self.refused_takes = 0
        self.total = FREE
        self.open_takes: dict[str, int] = {}

    def _open_takes(self, row: BatchRow) -> int:
        if not self._batch_id:
            return row.takes
        return sum(map(self._settlements.is_open, row.origins(self._batch_id)))

    def any_ordered(self, row: BatchRow) -> bool:
        return row.request is not None and self._open_takes(row) < row.takes

    def add(self, row: BatchRow) -> None:
        if row.request is None:
            return
        open_takes = self.open_takes[row.key] = self._open_takes(row)
        self.before_takes += row.takes - open_takes
        if open_takes < row.takes:
            latest = self._jobs.of_batch(list(row.origins(self._batch_id)))
            self.refused_takes += sum(job.state is JobState.REFUSED for job in latest)
        if row.approval:
            self.rows += bool(open_takes)
            self.takes += open_takes
            self.total += open_takes * row.price


async def approve(
    store: BatchStore, offered: Proposal, budget: Money | None, now: datetime, own_id: str
) -> None:
    """Write down that the person approves these rows, and no other rows of the batch. Raises DiskTrouble; then nothing more
    is bought.

    The rows are written first, then the act: rows without an act aren't bought. When nothing is left to buy, no act is
    written, and rows that an earlier act approved aren't bought any more either.
    """
    await store.save(offered.batch)
    if not offered.takes:
        return
    act = Act(
        deed=Deed.APPROVED,
        at=now,
        by=own_id,
        approval=offered.number,
        rows=offered.rows,
        total=offered.total,
        budget=budget,
    )
    await store.append(offered.batch.batch_id, act)
