"""The way of a sheet from its path to what would be approved: it is read, its columns are recognized, every row is checked,
and its batch is found.
"""

import asyncio
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from vidu_desktop.batch.approving import Proposal, proposal
from vidu_desktop.batch.batch_jobs import BatchJobs
from vidu_desktop.batch.bought_before import CODE as HAVE_ALREADY
from vidu_desktop.batch.bought_before import BoughtBefore, asked_again
from vidu_desktop.batch.hidden_rows import asked_of_the_rest, without_settled
from vidu_desktop.batch.known import Known, known_batch
from vidu_desktop.batch.plan import Plan, Wishes
from vidu_desktop.batch.ports import BatchStore, Clips, Folders, PictureLooks, Price, Sheets, ShelfNames
from vidu_desktop.batch.remembered_looks import RememberedLooks, RememberedShelf
from vidu_desktop.batch.row_plan import RowPlanner
from vidu_desktop.batch.same_rows import RowsBefore, asked_of_same, rows_before
from vidu_desktop.batch.slices import in_slices
from vidu_desktop.domain.amounts import FREE
from vidu_desktop.domain.batch import STOP_AFTER_USUAL, BatchRow, History
from vidu_desktop.domain.folder_rows import folder_sheet
from vidu_desktop.domain.multiplying import Multiply, multiplied
from vidu_desktop.domain.sheet import ReadAs, Sheet, without_guards
from vidu_desktop.domain.sheet_mapping import Field, SheetMapping, mapping_of
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import BadInput, Sentence

TRIED_FIRST = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedSheet:
    """A sheet with its plan, and what is known of its batch."""

    path: str
    sheet: Sheet
    mapping: SheetMapping
    plan: Plan
    known: Known
    rehearsal: bool
    again: str | None = None
    same: str | None = None

    async def proposal(
        self, jobs: BatchJobs, own_id: str, now: datetime, stop_after: int = STOP_AFTER_USUAL
    ) -> Proposal:
        """Return what would be approved, considering what was ordered until now."""
        return await proposal(
            self.known,
            self.plan,
            self.sheet,
            jobs,
            own_id,
            path=self.path,
            now=now,
            rehearsal=self.rehearsal,
            stop_after=stop_after,
        )

    async def asked_of(self, offered: Proposal) -> "CheckedSheet":
        """Return the sheet with its questions limited to what is still to be bought."""
        return replace(self, plan=replace(self.plan, problems=await asked_of_the_rest(self.plan, offered)))

    def only(self, keys: Sequence[str]) -> "CheckedSheet":
        """Return the sheet with only these rows to be approved; the other rows wait."""
        return replace(self, plan=replace(self.plan, only=frozenset(keys)))

    def without(self, lines: Collection[int]) -> "CheckedSheet":
        """Return the sheet with these lines not chosen, and without their problems."""
        rows = tuple(replace(row, request=None) if row.line in lines else row for row in self.plan.rows)
        problems = tuple(one for one in self.plan.problems if one.line not in lines)
        plan = replace(self.plan, rows=rows, problems=problems)
        return replace(
            self, plan=without_settled(plan, [row.key for row in plan.hidden if row.line in lines])
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetChecker:
    """Checks sheets. It stores nothing and sends nothing."""

    sheets: Sheets
    looks: PictureLooks
    folders: Folders
    price: Price
    store: BatchStore
    clips: Clips
    bought: BoughtBefore
    shelf: ShelfNames | None = None

    @property
    def patient(self) -> "SheetChecker":
        """A checker for a sheet that is checked again and again: it opens each picture only once."""
        shelf = None if self.shelf is None else RememberedShelf(self.shelf, self.folders)
        return replace(self, looks=RememberedLooks(self.looks, self.folders), shelf=shelf)

    async def read(
        self,
        path: str,
        read_as: ReadAs,
        choices: Sequence[tuple[str, str]],
        *,
        pairs: str | None = None,
        multiply: Multiply = Multiply(),  # noqa: B008 - frozen
    ) -> tuple[Sheet, SheetMapping]:
        """Read a sheet, or a folder as a sheet, and recognize its columns. `pairs` is for a folder; see `folder_sheet`.
        Raises BadInput, DiskTrouble.
        """
        sheet, _ = await asyncio.gather(self.read_source(path, read_as, pairs), self.looks.get_ready())
        return mapped_sheet(sheet, choices, multiply)

    async def read_source(self, path: str, read_as: ReadAs, pairs: str | None = None) -> Sheet:
        """Read a sheet, or a folder as a sheet. Raises BadInput, DiskTrouble."""
        seen = await self.folders.pictures_of(path)
        if seen is None:
            return await self.sheets.read(path, read_as)
        if not seen:
            raise BadInput("folder-empty", Sentence(_NO_PICTURES))
        return folder_sheet(path, seen, pairs)

    async def tables_before(self, path: str, sheet: Sheet) -> list[str]:
        """Return the tables of a workbook that have a batch, those of the newest batch first; `sheet` is one of its tables as
        it was read. Raises DiskTrouble.
        """
        if len(sheet.sheet_names) < 2:
            return []
        found: dict[str, None] = {}
        for batch_id in reversed(await self.store.ids()):
            try:
                batch = (await self.store.outline(batch_id)).batch
            except BadInput:
                continue
            if batch.source_path == path and batch.sheet_name in sheet.sheet_names:
                found[batch.sheet_name] = None
        return list(found)

    async def read_before(self, path: str) -> ReadAs:
        """Return how the person had this source read for its newest batch; guessed for a new source. Raises DiskTrouble."""
        for batch_id in reversed(await self.store.ids()):
            try:
                batch = (await self.store.outline(batch_id)).batch
            except BadInput:
                continue
            if batch.source_path == path:
                return batch.said.read_as
        return ReadAs()

    async def check(
        self,
        path: str,
        sheet: Sheet,
        mapping: SheetMapping,
        wishes: Wishes,
        *,
        rehearsal: bool,
        anew: bool = False,
        on_looked: Callable[[int, int], None],
    ) -> CheckedSheet:
        """Check every row. With `anew`, no earlier batch of this sheet is looked for. Raises BadInput for problems of the
        whole sheet, DiskTrouble.
        """
        planner = RowPlanner(sheet, mapping, wishes, path)
        price: Price = (lambda _request: FREE) if rehearsal else self.price
        plan = await planner.plan(self.looks, self.folders, price, on_looked, self.shelf)
        checked = CheckedSheet(
            path=path,
            sheet=sheet,
            mapping=mapping,
            plan=plan,
            known=Known(history=History()),
            rehearsal=rehearsal,
            again=wishes.again,
            same=wishes.same,
        )
        if not anew:
            return await self.known_now(checked)
        return (
            checked
            if rehearsal
            else replace(checked, plan=await asked_of_same(plan, RowsBefore(), wishes.same))
        )

    async def without_had(self, checked: CheckedSheet) -> CheckedSheet:
        """Return the sheet without the rows whose videos any batch has ordered. Raises DiskTrouble."""
        had = await self.bought.elsewhere("", checked.plan.rows)
        return replace(checked, plan=await asked_again(checked.plan, had, frozenset(), "leave"))

    async def known_now(self, checked: CheckedSheet) -> CheckedSheet:
        """Return the sheet with what is known of its batch now: another command may have ordered rows meanwhile. Raises
        BadInput, DiskTrouble.
        """
        found = await self.known_as(checked, await self._known(checked))
        if found.known.batch is None and any(one.code == HAVE_ALREADY for one in found.plan.problems):
            # The batch was begun between the two looks: this very sheet has ordered the videos.
            found = await self.known_as(checked, await self._known(checked))
        return found

    async def known_as(self, checked: CheckedSheet, known: Known) -> CheckedSheet:
        """Return the sheet with `known` as its batch. Raises DiskTrouble."""
        checked = replace(checked, known=known)
        return checked if checked.rehearsal else await self._asked_again(checked)

    async def _known(self, checked: CheckedSheet) -> Known:
        return await known_batch(
            self.store,
            self.clips,
            checked.sheet,
            checked.mapping,
            checked.path,
            checked.plan.rows,
            rehearsal=checked.rehearsal,
        )

    async def _asked_again(self, checked: CheckedSheet) -> CheckedSheet:
        plan, batch, ordered = checked.plan, checked.known.batch, checked.known.history.ordering
        own = set[str]()
        if batch is not None:
            # Nothing more is bought of these rows, so their problems don't matter: a result that is fed back
            # may have lost its prompts.
            whole = set[str]()
            async for row in in_slices(batch.rows):
                takes = [origin in ordered for origin in row.origins(batch.batch_id)]
                if any(takes):
                    own.add(row.key)
                if all(takes):
                    whole.add(row.key)
            settled = {row.line for row in plan.rows if row.key in whole}
            plan = replace(plan, problems=tuple(one for one in plan.problems if one.line not in settled))
            plan = without_settled(plan, whole)
        plan = await asked_of_same(plan, await rows_before(batch, checked.known.history), checked.same)
        had = await self.bought.elsewhere("" if batch is None else batch.batch_id, plan.rows)
        return replace(checked, plan=await asked_again(plan, had, own, checked.again))


def mapped_sheet(
    sheet: Sheet, choices: Sequence[tuple[str, str]], multiply: Multiply
) -> tuple[Sheet, SheetMapping]:
    """Return the sheet as it is to be checked, and the meaning of its columns. Raises BadInput."""
    mapping = mapping_of(sheet, choices)
    if mapping.one_of(Field.BATCH) is not None:
        sheet = without_guards(sheet)
    more = multiplied(sheet, mapping, multiply)
    return more, mapping if more is sheet else mapping_of(more, choices)


_NO_PICTURES = QT_TRANSLATE_NOOP(
    "batch", "There is no picture in this folder or below it. Choose one that has some."
)
_WEIGHTS: tuple[Callable[[BatchRow], int], ...] = (
    lambda row: len(row.request.prompt if row.request else ""),
    lambda row: -len(row.request.prompt if row.request else ""),
    lambda row: max((picture.file_bytes for picture in row.pictures), default=0),
)


async def three_to_try(rows: Iterable[BatchRow]) -> list[str]:
    """Return the keys of up to three rows: with the longest prompt, the shortest prompt, and the largest picture."""
    tops: list[list[tuple[int, str]]] = [[] for _ in _WEIGHTS]
    async for row in in_slices(rows):
        for weight, top in zip(_WEIGHTS, tops, strict=True):
            value = weight(row)
            if len(top) < TRIED_FIRST or value > top[-1][0]:
                top.append((value, row.key))
                top.sort(key=lambda one: -one[0])
                del top[TRIED_FIRST:]
    chosen: dict[str, None] = {}
    for top in tops:
        chosen |= dict.fromkeys([key for _value, key in top if key not in chosen][:1])
    return list(chosen)
