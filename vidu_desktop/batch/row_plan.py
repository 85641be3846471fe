"""Checks every row before any money is spent, and reports all problems at once, each at its cell.

Guesses that cost money are problems here, never defaults: hidden rows, the sheet's own totals, errors and formulas without a
value, two rows that ask for the same video, a name that two files have.
"""

import os
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from vidu_desktop.batch.hidden_rows import CODE as HIDDEN
from vidu_desktop.batch.hidden_rows import rows_in_question
from vidu_desktop.batch.named import fill_pictures, put_in_words, who_may_be_named
from vidu_desktop.batch.picture_finding import find_pictures
from vidu_desktop.batch.plan import Plan, Wishes
from vidu_desktop.batch.ports import Folders, PictureLooks, Price, ShelfNames
from vidu_desktop.batch.problems import Problems
from vidu_desktop.batch.row_cells import Draft, ReadOptions, RowCells
from vidu_desktop.batch.row_words import NO_PICTURE_HERE, WORDS
from vidu_desktop.batch.slices import in_slices
from vidu_desktop.domain.amounts import FREE, Money, format_money
from vidu_desktop.domain.batch import BatchRow, SeenPicture
from vidu_desktop.domain.catalogue import Offer
from vidu_desktop.domain.marks import tidy_label
from vidu_desktop.domain.naming import own_name
from vidu_desktop.domain.pictures import PictureFacts
from vidu_desktop.domain.request import (
    PROMPT_CONTROLS,
    GenerationRequest,
    Problem,
    Remedy,
    check_options,
    check_pictures,
    check_prompt,
)
from vidu_desktop.domain.sheet import CellTrouble, Sheet, SheetRow
from vidu_desktop.domain.sheet_mapping import LEFT_OUT, Field, SheetMapping
from vidu_desktop.errors import BadInput, Sentence, Value


class RowPlanner:
    """Plans the rows of one sheet."""

    def __init__(self, sheet: Sheet, mapping: SheetMapping, wishes: Wishes, source_path: str) -> None:
        """Raise BadInput for a template that doesn't fit the columns, and when no column names a picture."""
        self._sheet = sheet
        self._mapping = mapping
        self._wishes = wishes
        self._folder = os.path.dirname(source_path)  # noqa: PTH120 - the path stays a str
        if not mapping.all_of(Field.PICTURE):
            others = tuple(name for name in sheet.sheet_names if name != sheet.sheet_name)
            values: dict[str, Value] = {"table": sheet.sheet_name, "others": others}
            words = Sentence(NO_PICTURE_HERE, values) if others else Sentence(WORDS["map-no-picture"])
            raise BadInput("map-no-picture", words)
        self._problems = Problems(sheet.columns, mapping)
        self._cells = RowCells(sheet, mapping, wishes, self._problems)
        self._checked_options: dict[tuple[str, int], list[Problem]] = {}
        self._prices: dict[tuple[str, int], Money] = {}
        self._later: frozenset[int] = frozenset()

    async def plan(
        self,
        looks: PictureLooks,
        folders: Folders,
        price: Price,
        on_looked: Callable[[int, int], None],
        shelf: ShelfNames | None = None,
    ) -> Plan:
        """Check every row. Raises DiskTrouble when no picture can be looked at on this computer, BadInput when prompts name
        entries of the shelf and its list is damaged.
        """
        await self._cells.find_mode()
        drafts = [
            draft
            async for row in in_slices(await self._selected())
            if (draft := self._cells.draft(row)) is not None
        ]
        items = await who_may_be_named(shelf, (draft.prompt for draft in drafts))
        said = {} if shelf is None else await put_in_words(drafts, items, self._problems)
        drafts = await self._without_twins(drafts)
        await self._check_names_differ(drafts)
        await find_pictures(drafts, folders, self._folder, self._wishes.folders, self._problems)
        if shelf is not None:
            await fill_pictures(drafts, said, shelf, self._mapping.all_of(Field.PICTURE)[0])
        named = {path: None async for draft in in_slices(drafts) for _, path in draft.paths}
        paths = list(named)
        # Read before the look: a file that changes in between isn't the file that was approved.
        seen = await folders.seen(paths)
        facts = await looks.look_at_heads(paths, on_looked)
        made: dict[int, BatchRow | None] = {}
        async for draft in in_slices(drafts):
            made[draft.row.line] = self._made(draft, facts, seen, price)
        rows = [
            made.get(row.line)
            or BatchRow(
                key=self._cells.key_of(row), line=row.line, cells=row.cells, is_later=row.line in self._later
            )
            async for row in in_slices(self._sheet.rows)
        ]
        plan = Plan(mode=self._cells.mode, rows=await _each_key_once(rows))
        hidden = await self._hidden_in_question(plan, price)
        self._say_what_was_guessed()
        return replace(plan, problems=self._problems.in_order(), hidden=hidden)

    async def _selected(self) -> list[SheetRow]:
        takes_hidden = self._wishes.hidden == "take"
        rows = [
            row
            async for row in in_slices(self._sheet.rows)
            if (takes_hidden or not row.hidden) and self._is_wanted(row)
        ]
        first = len(rows) if self._wishes.first is None else self._wishes.first
        self._later = frozenset(row.line for row in rows[first:])
        return rows[:first]

    def _is_wanted(self, row: SheetRow) -> bool:
        """Whether the person wants this row. A row that was left out stays left out when the result is fed back, unless the
        person names its line.
        """
        lines = self._wishes.lines
        named = self._cells.cell(row, Field.STATE) != LEFT_OUT if lines is None else row.line in lines
        return named and row.line not in self._wishes.left_out

    async def _without_twins(self, drafts: list[Draft]) -> list[Draft]:
        """Report rows that have the same key: they would be one video, or the same video twice, and the person has to decide.
        In a result sheet, the lines of one row's takes are joined to one row.
        """
        first: dict[str, Draft] = {}
        by_key = self._mapping.one_of(Field.KEY) is not None
        by_row = self._mapping.one_of(Field.ROW) is not None
        # Where one of two equal rows was edited, the unedited row keeps their key.
        as_read = (draft for draft in drafts if draft.row.original is None)
        edited = (draft for draft in drafts if draft.row.original is not None)
        async for draft in in_slices(chain(as_read, edited)):
            if draft.row.original is not None and draft.key in first:
                draft.key = self._cells.key_as_edited(draft.row)
            other = first.setdefault(draft.key, draft)
            if other is not draft and not by_row:
                code, where = ("key-twice", Field.KEY) if by_key else ("row-twin", None)
                self._problems.say(draft.row.line, where, code, remedy="--rows", other=other.row.line)
        return sorted(first.values(), key=lambda draft: draft.row.line) if by_row else drafts

    async def _check_names_differ(self, drafts: Sequence[Draft]) -> None:
        """Report names that differ only in upper and lower case: on many disks they are the same file."""
        first: dict[str, int] = {}
        async for draft in in_slices(drafts if self._cells.has_names else ()):
            name = self._cells.name_of(draft.row)
            if name:
                other = first.setdefault(own_name(name).casefold(), draft.row.line)
                if other != draft.row.line:
                    self._problems.say(draft.row.line, Field.NAME, "name-twice", other=other, name=name[:80])

    def _made(
        self,
        draft: Draft,
        facts: Mapping[str, PictureFacts | BadInput],
        seen: Mapping[str, SeenPicture],
        price: Price,
    ) -> BatchRow | None:
        if draft.offer is None:
            return None
        before = len(self._problems)
        cell = self._cells.cell
        request = GenerationRequest(
            model=draft.offer.model,
            mode=draft.offer.mode,
            prompt=draft.prompt,
            picture_paths=tuple([path for _, path in draft.paths]),
            options=draft.options.values,
            project=tidy_label(cell(draft.row, Field.PROJECT) or self._wishes.project),
            shot=tidy_label(cell(draft.row, Field.SHOT) or self._wishes.shot),
            preset=self._wishes.preset,
            name=self._cells.name_of(draft.row),
        )
        self._check(draft, draft.offer, request, [facts[path] for _, path in draft.paths])
        missed = len(draft.paths) < len(draft.cells)
        if missed or len(self._problems) > before:
            return BatchRow(key=draft.key, line=draft.row.line, cells=draft.row.cells)
        return BatchRow(
            key=draft.key,
            line=draft.row.line,
            cells=draft.row.cells,
            request=request,
            price=self._price(draft.offer, request, draft.options, price),
            takes=draft.takes,
            pictures=tuple([seen[path] for path in request.picture_paths if path in seen]),
        )

    def _check(
        self,
        draft: Draft,
        offer: Offer,
        request: GenerationRequest,
        looked: Sequence[PictureFacts | BadInput],
    ) -> None:
        whole = [one for one in looked if isinstance(one, PictureFacts)]
        for (column, _), one in zip(draft.paths, looked, strict=True):
            if isinstance(one, BadInput):
                self._problems.add(draft.row.line, column, one.code, one.sentence)
        every_picture = len(draft.paths) == len(draft.cells) and len(whole) == len(looked)
        broken = check_pictures(whole, offer) if every_picture else []
        told = CellTrouble.CONTROLS in dict(draft.row.troubles).values()
        broken += [
            rule
            for rule in check_prompt(request.prompt, offer)
            if not (told and rule.code == PROMPT_CONTROLS)
        ]
        for rule in (*broken, *self._option_problems(offer, request, draft.options)):
            where: str | int = Field.PICTURE if rule.place == "pictures" else rule.place
            if rule.picture_index is not None and rule.picture_index < len(draft.paths):
                where = draft.paths[rule.picture_index][0]
            pictures = request.picture_paths if rule.remedy is Remedy.MATCH_START else ()
            self._problems.add(draft.row.line, where, rule.code, rule.sentence, rule.remedy, pictures)

    def _option_problems(
        self, offer: Offer, request: GenerationRequest, options: ReadOptions
    ) -> list[Problem]:
        """Check the options once for all rows that share them."""
        known = self._checked_options
        at = (offer.model, id(options))  # the id is valid: the object lives as long as RowCells
        if at not in known:
            known[at] = check_options(request, offer)
        return known[at]

    def _price(self, offer: Offer, request: GenerationRequest, options: ReadOptions, price: Price) -> Money:
        """Ask for the price once for all rows that share their options: the price depends on nothing else."""
        known = self._prices
        at = (offer.model, id(options))
        if at not in known:
            known[at] = price(request)
        return known[at]

    async def _hidden_in_question(self, plan: Plan, price: Price) -> tuple[BatchRow, ...]:
        if self._wishes.hidden is not None:
            return ()
        rows = [row async for row in in_slices(self._sheet.rows) if row.hidden and self._is_wanted(row)]
        hidden = await rows_in_question(
            rows, self._sheet, self._mapping, self._wishes, self._cells.mode, price
        )
        if hidden:
            more = sum((row.takes * row.price for row in hidden), FREE)
            self._problems.say(
                0,
                None,
                HIDDEN,
                remedy="--hidden",
                count=len(hidden),
                shown=len(plan.chosen),
                price=format_money(plan.total),
                both=format_money(plan.total + more),
            )
        return hidden

    def _say_what_was_guessed(self) -> None:
        for guess in self._sheet.guesses:
            if not guess.sure:
                flag = f"--{guess.what.replace('_', '-')}"
                value = _shown(guess.value)
                self._problems.say(0, None, f"guess-{guess.what}", remedy=flag, value=value, flag=flag)
        for one in self._mapping.unsure:
            name = self._sheet.columns[one.column]
            self._problems.say(0, one.column, "guess-column", remedy="--map", name=name, field=one.field)


def _shown(value: str) -> str:
    return {"\t": "tab", ",": "comma", ";": "semicolon", "|": "bar"}.get(value, value)


async def _each_key_once(rows: Sequence[BatchRow]) -> tuple[BatchRow, ...]:
    """Add a number to the keys of rows that aren't bought and share a key, such as two empty lines."""
    keys: set[str] = set()
    async for row in in_slices(rows):
        keys.add(row.key)
    if len(keys) == len(rows):
        return tuple(rows)
    counts: Counter[str] = Counter()
    made = list(rows)
    for bought in (True, False):  # rows that are bought keep their keys
        async for index, row in in_slices(enumerate(rows)):
            if (row.request is not None) is bought:
                counts[row.key] += 1
                if counts[row.key] > 1:
                    made[index] = replace(row, key=f"{row.key} ({counts[row.key]})")
    return tuple(made)
