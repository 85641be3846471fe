"""From a plan to a batch that may be bought: which rows are new, which were ordered before, and what the rest costs.

The same sheet opened again, its result fed back, or a copy of it on another computer with the same library all belong to the
same batch. A row that was ordered stays as it was ordered, whatever the sheet says now.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from vidu_desktop.batch.batch_jobs import BatchJobs
from vidu_desktop.batch.new_batch import new_batch
from vidu_desktop.batch.plan import Plan
from vidu_desktop.batch.ports import BatchStore, Clips
from vidu_desktop.batch.same_video import video_of
from vidu_desktop.batch.settling import Settlements
from vidu_desktop.batch.slices import in_slices
from vidu_desktop.domain.amounts import FREE, Money, Sums
from vidu_desktop.domain.batch import NO_LINE, Act, Batch, BatchRow, Deed, History, rows_by_key
from vidu_desktop.domain.origin import batch_origins, without_attempt
from vidu_desktop.domain.sheet import Sheet
from vidu_desktop.domain.sheet_mapping import RESULT_PREFIX, Field, SheetMapping
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import BadInput, Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What the person is asked to approve, as approval `number`: `rows` rows with `takes` videos in all, for `total`.
    `before_takes` videos were ordered before, for `taken_money`. `changed_lines` are lines that were changed after they had
    been ordered.
    """

    batch: Batch
    number: int
    rows: int
    takes: int
    total: Money
    before_takes: int = 0
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known of an earlier run of the same sheet; empty for a new sheet."""

    batch: Batch | None = None
    history: History
    stored: frozenset[str] = frozenset()
    sibling: Batch | None = None
    """Only where `batch` is None: the sheet's newest rehearsal if the sheet is to be bought, its newest paid batch if it is
    to be rehearsed. None of the sibling's rows counts as ordered.
    """

    @property
    def decided(self) -> Batch | None:
        """The batch in which the person's decisions about the sheet's rows are kept."""
        return self.batch or self.sibling


async def known_batch(
    store: BatchStore,
    clips: Clips,
    sheet: Sheet,
    mapping: SheetMapping,
    path: str,
    rows: Sequence[BatchRow],
    *,
    rehearsal: bool,
) -> Known:
    """Find the batch that belongs to this sheet: the one that a result names, one from the same file, or one that asks for
    the same videos. Raises BadInput when the sheet is the result of a batch that isn't in this library, or of several
    batches; DiskTrouble.
    """
    batch_id = _named_batch(sheet, mapping)
    asked: frozenset[object] | None = None
    found = sibling = None
    for one_id in reversed(await store.ids()):
        try:
            batch = await store.load(one_id)
        except BadInput:
            if one_id == batch_id or await _ordered_any(store, clips, one_id, rows):
                raise
            continue  # a damaged batch blocks only its own sheet
        same = batch.batch_id == batch_id
        if same and batch.rehearsal and not rehearsal:
            batch_id = None  # the rehearsal's result is now bought: none of its rows was ordered for money
            sibling = batch
            continue
        if sibling is not None and batch.rehearsal != rehearsal:
            continue
        if batch_id is None and batch.sheet_name == sheet.sheet_name:
            same = batch.source_path == path or batch.source_sha256 == sheet.sha256
            if not same:
                asked = await _asked_for(rows) if asked is None else asked
                same = await _asks_for_the_same(batch, asked)
        if same and batch.rehearsal == rehearsal:
            found = batch
            break
        if same:
            sibling = batch
    if found is None:
        if batch_id is not None and not rehearsal:
            raise BadInput("batch-unknown", Sentence(_UNKNOWN, {"batch": batch_id[:40]}))
        return Known(history=History(), sibling=sibling)
    videos = await clips.by_origin(batch_origins(found.batch_id))
    return Known(
        batch=found,
        history=await store.history(found.batch_id),
        stored=frozenset(without_attempt(clip.origin) for clip in videos),
    )


async def _ordered_any(store: BatchStore, clips: Clips, batch_id: str, rows: Sequence[BatchRow]) -> bool:
    """Whether a batch whose head can't be read has ordered one of these rows. Raises BadInput when its log can't be read
    either, DiskTrouble.
    """
    ordered = set((await store.history(batch_id)).ordering)
    ordered |= {without_attempt(clip.origin) for clip in await clips.by_origin(batch_origins(batch_id))}
    return any(origin in ordered for row in rows for origin in row.origins(batch_id))


async def _asked_for(rows: Sequence[BatchRow]) -> frozenset[object]:
    """Return keys and videos that the rows ask for, whatever the paths of their pictures: a folder may have been renamed."""
    return frozenset([(row.key, video_of(row)) async for row in in_slices(rows) if row.request is not None])


async def _asks_for_the_same(batch: Batch, asked: frozenset[object]) -> bool:
    """Whether `batch` and `asked` share at least half of the videos of the smaller one."""
    known = await _asked_for(batch.rows)
    shared = len(known & asked)
    return shared > 0 and 2 * shared >= min(len(known), len(asked))


def _named_batch(sheet: Sheet, mapping: SheetMapping) -> str | None:
    column = mapping.one_of(Field.BATCH)
    if column is None:
        return None
    named = {row.cells[column].strip() for row in sheet.rows} - {""}
    if len(named) > 1:
        raise BadInput("batch-several", Sentence(_SEVERAL, {"batches": tuple(sorted(named)[:5])}))
    return next(iter(named), None)


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
    merge = _Merge(batch, number, counts, {row.key for row in plan.rows} if batch.rows else (), plan.only)
    rows: list[BatchRow] = []
    async for planned in in_slices(plan.rows):
        cells = planned.cells if every_column else tuple([planned.cells[index] for index in own])
        rows.append(merge.row_for(planned, cells))
        counts.add(rows[-1])
    # A row that is gone from the sheet is kept if it was ordered, because its videos belong to it. Its line
    # number may belong to another row by now.
    for row in filter(counts.any_ordered, merge.left):
        rows.append(replace(row, line=NO_LINE, approval=0))
        counts.add(rows[-1])
    batch = replace(
        batch,
        columns=tuple(sheet.columns[index] for index in own),
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
        taken_money=jobs.taken_money(batch.batch_id),
        changed_lines=tuple(merge.changed_lines),
        open_takes=counts.open_takes,
    )


class _Merge:
    """Merges the rows of a sheet as it is now with the rows of its batch. Rows that were ordered stay as they were ordered."""

    def __init__(
        self,
        batch: Batch,
        number: int,
        counts: "_Counts",
        keys: Collection[str],
        only: Collection[str] | None,
    ) -> None:
        self._number = number
        self._counts = counts
        self._keys = keys
        self._only = only
        self._before = rows_by_key(batch.rows)
        self._ordered = {video_of(row): row.key for row in batch.rows if counts.any_ordered(row)}
        self.changed_lines: list[int] = []

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
        self.rows = self.takes = self.before_takes = 0
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


_UNKNOWN = QT_TRANSLATE_NOOP(
    "batch",
    "This sheet is the result of the batch {batch}, which isn't in this library, so nobody knows here what was bought. "
    "Open that library; or begin a new batch, which buys every row anew.",
)
_SEVERAL = QT_TRANSLATE_NOOP("batch", "This sheet holds rows of several batches: {batches}. Take them apart.")
