"""Every row checked before a cent: all problems at once, each at its cell.

What is guessed and costs money is a problem here and never a default: hidden rows, the sheet's own totals, errors and
formulas without a value, two rows that ask for the same, a name that two files have.
"""

import asyncio
import os
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from vidu_desktop.batch.ports import Folders, PictureLooks, Price
from vidu_desktop.batch.row_words import WORDS
from vidu_desktop.domain.batch import BatchRow, SeenPicture
from vidu_desktop.domain.catalogue import Offer, specs_for_mode
from vidu_desktop.domain.marks import tidy_label
from vidu_desktop.domain.modes import Mode
from vidu_desktop.domain.options import NO_SUCH_OPTION, NOT_OFFERED, OptionKey, OptionValue, option_name
from vidu_desktop.domain.picture_search import (
    SEVERAL_IN_A_CELL,
    Found,
    Missed,
    candidates,
    found_picture,
    listed_by_name,
)
from vidu_desktop.domain.pictures import PictureFacts
from vidu_desktop.domain.prompt_template import PromptTemplate
from vidu_desktop.domain.request import GenerationRequest, check_request, check_words
from vidu_desktop.domain.row_reading import (
    Lines,
    content_key,
    is_total,
    option_of_cell,
    takes_of_cell,
)
from vidu_desktop.domain.sheet import Sheet, SheetRow
from vidu_desktop.domain.sheet_mapping import LEFT_OUT, RESULT_FIELDS, Field, SheetMapping
from vidu_desktop.errors import BadInput, Sentence

_AT_ONCE = 50
"""So many rows are checked in one turn of the loop: some 10 ms."""
_NAMED_MOST = 5
"""So many of several files are named in a sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What the person says for all rows; a row's own cells go before it. `prompt` None is an open question where a row
    has none; an empty one is the answer. `hidden` None is an open question, too.
    """

    mode: Mode | None = None
    model: str | None = None
    options: Mapping[str, OptionValue] = field(default_factory=dict)
    prompt: str | None = None
    template: str | None = None
    takes: int = 1
    project: str = ""
    shot: str = ""
    hidden: str | None = None
    lines: Lines | None = None
    left_out: frozenset[int] = frozenset()
    """Lines that the person has left out one by one."""
    first: int | None = None
    folders: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RowProblem:
    """What keeps a row from being bought. `line` 0 is the sheet itself; `column` is a name, or empty."""

    line: int
    column: str
    code: str
    sentence: Sentence
    remedy: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """All rows of a sheet; those with a request would be bought if there were no problems."""

    mode: Mode
    rows: tuple[BatchRow, ...]
    problems: tuple[RowProblem, ...] = ()

    @property
    def chosen(self) -> list[BatchRow]:
        """The rows that are to become videos."""
        return [row for row in self.rows if row.request is not None]

    @property
    def total_usd(self) -> Decimal:
        """What all takes of all chosen rows cost."""
        return sum((row.price_usd * row.takes for row in self.chosen), Decimal(0))


@dataclass(slots=True)
class _Draft:
    """A row on its way: what its cells say, before its pictures are looked at."""

    row: SheetRow
    key: str
    offer: Offer | None
    takes: int
    prompt: str
    options: Mapping[str, OptionValue]
    cells: list[tuple[int, str]]
    """The cells that name its pictures, each with its column."""
    paths: list[tuple[int, str]] = field(default_factory=list)


class RowPlanner:
    """Plans the rows of one sheet."""

    def __init__(self, sheet: Sheet, mapping: SheetMapping, wishes: Wishes, source_path: str) -> None:
        """Raise BadInput for a template that doesn't fit the columns, and where no column names a picture."""
        self._sheet = sheet
        self._mapping = mapping
        self._wishes = wishes
        self._folder = os.path.dirname(source_path)  # noqa: PTH120 - a path as text all along
        self._template = (
            None if wishes.template is None else PromptTemplate.read(wishes.template, sheet.columns)
        )
        if not mapping.all_of(Field.PICTURE):
            raise BadInput("map-no-picture", Sentence(WORDS["map-no-picture"]))
        self.mode = wishes.mode or self._guessed_mode()
        self._problems: list[RowProblem] = []

    async def plan(
        self,
        looks: PictureLooks,
        folders: Folders,
        price: Price,
        on_looked: Callable[[int, int], None],
    ) -> Plan:
        """Check every row. Raises DiskTrouble when no picture can be looked at on this computer."""
        drafts: list[_Draft] = []
        for count, row in enumerate(self._selected()):
            if count % _AT_ONCE == 0:
                await asyncio.sleep(0)  # the window is drawn in between
            if (draft := self._draft(row)) is not None:
                drafts.append(draft)
        self._see_twins(drafts)
        await self._find_pictures(drafts, folders)
        paths = list(dict.fromkeys(path for draft in drafts for _, path in draft.paths))
        seen = await folders.seen(paths)  # before the look: what changes in between isn't what was approved
        facts = await looks.look_at_heads(paths, on_looked)
        made: dict[int, BatchRow | None] = {}
        for count, draft in enumerate(drafts):
            if count % _AT_ONCE == 0:
                await asyncio.sleep(0)
            made[draft.row.line] = self._made(draft, facts, seen, price)
        rows = tuple(
            made.get(row.line) or BatchRow(key=self._key_of(row), line=row.line, cells=row.cells)
            for row in self._sheet.rows
        )
        rows = _each_key_once(rows)
        plan = Plan(mode=self.mode, rows=rows)
        self._ask_about_hidden(plan)
        self._say_what_was_guessed()
        problems = sorted(self._problems, key=lambda problem: problem.line)
        return replace(plan, problems=tuple(problems))

    # Which rows

    def _selected(self) -> list[SheetRow]:
        lines, hidden = self._wishes.lines, self._wishes.hidden
        rows = [
            row
            for row in self._sheet.rows
            # What was left out stays out when the result is fed back, unless the person names its line.
            if (self._cell(row, Field.STATE) != LEFT_OUT if lines is None else row.line in lines)
            and not (row.hidden and hidden != "take")
            and row.line not in self._wishes.left_out
        ]
        return rows if self._wishes.first is None else rows[: self._wishes.first]

    def _guessed_mode(self) -> Mode:
        if self._mapping.all_of(Field.END_PICTURE):
            return Mode.START_END
        columns = self._mapping.all_of(Field.PICTURE)
        several = len(columns) > 1 or any(
            len(_names_in(row.cells[columns[0]])) > 1 for row in self._sheet.rows
        )
        return Mode.REFERENCE if several else Mode.IMAGE

    # What the cells say

    def _draft(self, row: SheetRow) -> _Draft | None:
        pictures = [row.cells[column] for column in self._mapping.all_of(Field.PICTURE)]
        if is_total(row.cells) and not any(cell.strip() and not is_total([cell]) for cell in pictures):
            self._add(row.line, None, "row-total", remedy="--rows")
            return None
        for column, code in row.troubles:
            if column in self._used_columns:
                self._add(row.line, column, code, remedy="edit")
        takes = self._takes(row)
        if takes == 0:
            return None
        offer = self._offer(row)
        return _Draft(
            row=row,
            key=self._key_of(row),
            offer=offer,
            takes=takes,
            prompt=self._prompt(row),
            options={} if offer is None else self._options(row, offer),
            cells=[
                (column, name)
                for column in (
                    *self._mapping.all_of(Field.PICTURE),
                    *self._mapping.all_of(Field.END_PICTURE),
                )
                for name in self._picture_names(row.cells[column])
            ],
        )

    @property
    def _used_columns(self) -> set[int]:
        used = {one.column for one in self._mapping.columns}
        return used | (set(self._template.columns) if self._template else set())

    def _cell(self, row: SheetRow, field_name: str) -> str:
        column = self._mapping.one_of(field_name)
        return "" if column is None else row.cells[column].strip()

    def _takes(self, row: SheetRow) -> int:
        text = self._cell(row, Field.TAKES)
        try:
            return takes_of_cell(text) if text else self._wishes.takes
        except ValueError:
            self._add(row.line, Field.TAKES, "takes-value", value=text)
            return 1

    def _offer(self, row: SheetRow) -> Offer | None:
        offers = specs_for_mode(self.mode)
        wanted = (self._cell(row, Field.MODEL) or self._wishes.model or "").casefold()
        offer = next(
            (one for one in offers if wanted in ("", one.model.casefold(), one.name.casefold())), None
        )
        if offer is None:
            allowed = ", ".join(one.model for one in offers)
            self._add(
                row.line, Field.MODEL, "model-value", model=wanted, mode=str(self.mode), allowed=allowed
            )
        return offer

    def _options(self, row: SheetRow, offer: Offer) -> dict[str, OptionValue]:
        options = offer.defaults | dict(self._wishes.options)
        for key in OptionKey:
            text = self._cell(row, key)
            if not text:
                continue
            try:
                options[key] = option_of_cell(key, text)
            except ValueError:
                spec = offer.option(key)
                values = {"model": offer.model, "option": option_name(key), "value": text}
                template = NO_SUCH_OPTION if spec is None else NOT_OFFERED
                allowed = {} if spec is None else {"allowed": ", ".join(map(str, spec.values))}
                code = "option-unknown" if spec is None else "option-value"
                self._problems.append(
                    self._problem(row.line, key, code, Sentence(template, {**values, **allowed}), "edit")
                )
        return options

    def _prompt(self, row: SheetRow) -> str:
        if self._template is not None:
            prompt = self._template.text_for(row.cells)
        else:
            prompt = self._cell(row, Field.PROMPT) or (self._wishes.prompt or "")
        if not prompt and self._wishes.prompt is None:
            self._add(row.line, Field.PROMPT, "prompt-missing", remedy="--prompt")
        return prompt

    def _picture_names(self, cell: str) -> list[str]:
        return _names_in(cell) if self.mode is Mode.REFERENCE else [cell] if cell.strip() else []

    def _key_of(self, row: SheetRow) -> str:
        if key := self._cell(row, Field.ROW) or self._cell(row, Field.KEY):
            return key
        named = [
            (one.field, row.cells[one.column].strip())
            for one in self._mapping.columns
            if one.field not in RESULT_FIELDS
        ]
        if self._template is not None:
            named += [
                (f"column {self._sheet.columns[column]}", row.cells[column].strip())
                for column in self._template.columns
            ]
        return content_key(named)

    def _see_twins(self, drafts: list[_Draft]) -> None:
        """Two rows of one key would be one video, or the same video twice: the person says which. A result sheet has
        a line for each take; those belong together.
        """
        if self._mapping.one_of(Field.ROW) is not None:
            first = {draft.key: draft for draft in reversed(drafts)}
            drafts[:] = [draft for draft in drafts if first[draft.key] is draft]
            return
        first_line: dict[str, int] = {}
        by_key = self._mapping.one_of(Field.KEY) is not None
        for draft in drafts:
            other = first_line.setdefault(draft.key, draft.row.line)
            if other != draft.row.line:
                code, where = ("key-twice", Field.KEY) if by_key else ("row-twin", None)
                self._add(draft.row.line, where, code, remedy="--rows", other=other)

    # Pictures

    async def _find_pictures(self, drafts: Sequence[_Draft], folders: Folders) -> None:
        cells = {cell for draft in drafts for _, cell in draft.cells}
        tried = await folders.which_are_files(
            [path for cell in sorted(cells) for path in candidates(cell, self._folder)]
        )
        tops = list(dict.fromkeys((*self._wishes.folders, self._folder)))
        names: Mapping[str, list[str]] = {}
        results = {cell: found_picture(cell, self._folder, names, tried) for cell in cells}
        if any(found.missed is Missed.NOT_FOUND for found in results.values()):
            names = listed_by_name(await folders.pictures_below(tops))
            results = {cell: found_picture(cell, self._folder, names, tried) for cell in cells}
        for draft in drafts:
            for column, cell in draft.cells:
                self._take_found(draft, column, cell, results[cell])

    def _take_found(self, draft: _Draft, column: int, cell: str, found: Found) -> None:
        if found.missed is None:
            draft.paths.append((column, found.paths[0]))
            return
        files = ", ".join(os.path.relpath(path, self._folder or ".") for path in found.paths[:_NAMED_MOST])
        self._add(draft.row.line, column, found.missed, remedy="--pictures", cell=cell[:200], files=files)

    # All together

    def _made(
        self,
        draft: _Draft,
        facts: Mapping[str, PictureFacts | BadInput],
        seen: Mapping[str, SeenPicture],
        price: Price,
    ) -> BatchRow | None:
        if draft.offer is None:
            return None
        before = len(self._problems)
        request = GenerationRequest(
            model=draft.offer.model,
            mode=draft.offer.mode,
            prompt=draft.prompt,
            picture_paths=tuple(path for _, path in draft.paths),
            options=draft.options,
            project=tidy_label(self._cell(draft.row, Field.PROJECT) or self._wishes.project),
            shot=tidy_label(self._cell(draft.row, Field.SHOT) or self._wishes.shot),
        )
        looked = [facts[path] for _, path in draft.paths]
        whole = [one for one in looked if isinstance(one, PictureFacts)]
        for (column, _), one in zip(draft.paths, looked, strict=True):
            if isinstance(one, BadInput):
                self._problems.append(self._problem(draft.row.line, column, one.code, one.sentence, "edit"))
        missed = len(draft.paths) < len(draft.cells)
        if missed or len(whole) < len(looked):
            broken = check_words(request, draft.offer)
        else:
            broken = check_request(request, draft.offer, whole)
        for rule in broken:
            where: str | int = Field.PICTURE if rule.place == "pictures" else rule.place
            if rule.picture_index is not None and rule.picture_index < len(draft.paths):
                where = draft.paths[rule.picture_index][0]
            self._problems.append(self._problem(draft.row.line, where, rule.code, rule.sentence, rule.remedy))
        if missed or len(self._problems) > before:
            return BatchRow(key=draft.key, line=draft.row.line, cells=draft.row.cells)
        return BatchRow(
            key=draft.key,
            line=draft.row.line,
            cells=draft.row.cells,
            request=request,
            price_usd=price(request),
            takes=draft.takes,
            pictures=tuple(seen[path] for path in request.picture_paths if path in seen),
        )

    # Problems of the sheet

    def _ask_about_hidden(self, plan: Plan) -> None:
        lines = self._wishes.lines
        hidden = [row for row in self._sheet.rows if row.hidden and (lines is None or row.line in lines)]
        if hidden and self._wishes.hidden is None:
            self._add(0, None, "hidden-rows", remedy="--hidden", count=len(hidden), shown=len(plan.chosen))

    def _say_what_was_guessed(self) -> None:
        for guess in self._sheet.guesses:
            if not guess.sure:
                flag = f"--{guess.what.replace('_', '-')}"
                self._add(0, None, f"guess-{guess.what}", remedy=flag, value=_shown(guess.value), flag=flag)
        for one in self._mapping.unsure:
            column = self._sheet.columns[one.column]
            self._add(0, one.column, "guess-column", remedy="--map", name=column, field=one.field)

    def _add(
        self, line: int, where: str | int | None, code: str, *, remedy: str = "edit", **values: str | int
    ) -> None:
        self._problems.append(self._problem(line, where, code, Sentence(WORDS[code], values), remedy))

    def _problem(
        self, line: int, where: str | int | None, code: str, sentence: Sentence, remedy: str
    ) -> RowProblem:
        column = where if isinstance(where, int) else None if where is None else self._mapping.one_of(where)
        name = "" if column is None else self._sheet.columns[column]
        return RowProblem(line=line, column=name, code=str(code), sentence=sentence, remedy=str(remedy))


def _names_in(cell: str) -> list[str]:
    return [name.strip() for name in SEVERAL_IN_A_CELL.split(cell) if name.strip()]


def _shown(value: str) -> str:
    return {"\t": "tab", ",": "comma", ";": "semicolon", "|": "bar"}.get(value, value)


def _each_key_once(rows: Sequence[BatchRow]) -> tuple[BatchRow, ...]:
    """Rows that aren't bought may share a key (two empty lines): they get a number behind it."""
    counts: Counter[str] = Counter()
    made = []
    for row in sorted(rows, key=lambda row: row.request is None):  # those that are bought keep theirs
        counts[row.key] += 1
        again = counts[row.key]
        made.append(row if again == 1 else replace(row, key=f"{row.key} ({again})"))
    return tuple(sorted(made, key=lambda row: row.line))
