"""What a row's cells say, before its pictures are looked at: its model, options, takes, prompt, and its key.

Rows of one sheet differ in few ways, so options are worked out once for all rows with the same cells.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from vidu_desktop.batch.plan import Wishes
from vidu_desktop.batch.problems import Problems
from vidu_desktop.batch.slices import in_slices
from vidu_desktop.domain.batch import TAKES_MOST
from vidu_desktop.domain.catalogue import Offer, specs_for_mode
from vidu_desktop.domain.modes import Mode
from vidu_desktop.domain.options import NO_SUCH_OPTION, NOT_OFFERED, OptionKey, OptionValue, option_name
from vidu_desktop.domain.picture_search import SEVERAL_IN_A_CELL
from vidu_desktop.domain.prompt_template import PromptTemplate
from vidu_desktop.domain.row_reading import content_key, is_total, option_of_cell, takes_of_cell
from vidu_desktop.domain.sheet import Sheet, SheetRow, is_blank
from vidu_desktop.domain.sheet_mapping import RESULT_FIELDS, Field, SheetMapping
from vidu_desktop.errors import Sentence, Value


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """The options that the cells of a row ask for, and what is wrong with them: (option, code, sentence)."""

    values: Mapping[str, OptionValue]
    wrong: tuple[tuple[str, str, Sentence], ...] = ()


_NOT_OF_THE_ROW = RESULT_FIELDS | {Field.NAME}
"""Columns that aren't part of a row's key: another file name doesn't make another video."""


@dataclass(slots=True)
class Draft:
    """What a row's cells say, before its pictures are looked at."""

    row: SheetRow
    key: str
    offer: Offer | None
    takes: int
    prompt: str
    options: ReadOptions
    cells: list[tuple[int, str]]
    """The cells that name its pictures, each with its column's index."""
    paths: list[tuple[int, str]] = field(default_factory=list)


class RowCells:
    """Reads the rows of one sheet; everything that is wrong is added to `problems`."""

    def __init__(self, sheet: Sheet, mapping: SheetMapping, wishes: Wishes, problems: Problems) -> None:
        """Raise BadInput for a template that doesn't fit the columns, also for one that is the prompt for all rows."""
        self._sheet = sheet
        self._mapping = mapping
        self._wishes = wishes
        self._problems = problems
        self._template = (
            None if wishes.template is None else PromptTemplate.read(wishes.template, sheet.columns)
        )
        self._common = PromptTemplate.of_prompt(wishes.prompt or "", sheet.columns)
        self._names = None if wishes.names is None else PromptTemplate.read(wishes.names, sheet.columns)
        self._at = {one.field: one.column for one in reversed(mapping.columns)}
        self._first_pictures = mapping.all_of(Field.PICTURE)
        self._pictures = (*self._first_pictures, *mapping.all_of(Field.END_PICTURE))
        template = self._template or self._common
        template_columns = sorted(template.columns) if template else []
        self._used = {one.column for one in mapping.columns} | set(template_columns)
        self._named = [
            *((one.field, one.column) for one in mapping.columns if one.field not in _NOT_OF_THE_ROW),
            *((f"column {sheet.columns[column]}", column) for column in template_columns),
        ]
        self._option_columns = [(key, self._at[key]) for key in OptionKey if key in self._at]
        self._offers: dict[str, Offer | None] = {}
        self._options: dict[tuple[str, ...], ReadOptions] = {}
        self.mode = wishes.mode or Mode.IMAGE

    async def find_mode(self) -> None:
        """Find out which mode the rows' pictures ask for, unless the person says it. Must be called before any row is read."""
        columns = self._first_pictures
        if self._wishes.mode is not None:
            return
        if self._mapping.all_of(Field.END_PICTURE):
            self.mode = Mode.START_END
        elif len(columns) > 1:
            self.mode = Mode.REFERENCE
        else:
            async for row in in_slices(self._sheet.rows):
                if len(self._names_in(row, row.cells[columns[0]])) > 1:
                    self.mode = Mode.REFERENCE
                    return

    @property
    def has_names(self) -> bool:
        """Whether a pattern or a column says how the names of the videos' files begin."""
        return self._names is not None or Field.NAME in self._at

    def cell(self, row: SheetRow, field_name: str) -> str:
        """Return the text in the column of a field, stripped; empty where there is no such column."""
        column = self._at.get(field_name)
        return "" if column is None else row.cells[column].strip()

    def draft(self, row: SheetRow) -> Draft | None:
        """Read a row; None for a row of which no video is to be made."""
        if is_total(row.cells) and not any(
            row.cells[column].strip() and not is_total([row.cells[column]]) for column in self._first_pictures
        ):
            self._problems.say(row.line, None, "row-total", remedy="--rows")
            return None
        for column, code in row.troubles:
            if column in self._used:
                self._problems.say(row.line, column, code)
        takes = self._takes(row)
        if takes == 0:
            return None
        offer = self._offer(row)
        return Draft(
            row=row,
            key=self.key_of(row),
            offer=offer,
            takes=takes,
            prompt=self._prompt(row),
            options=ReadOptions({}) if offer is None else self._options_of(row, offer),
            cells=[
                (column, name)
                for column in self._pictures
                for name in self._picture_names(row, row.cells[column])
            ],
        )

    def name_of(self, row: SheetRow) -> str:
        """Return how the name of the row's video file is to begin; empty where nothing says it."""
        return self.cell(row, Field.NAME) or ("" if self._names is None else self._names.text_for(row.cells))

    def _takes(self, row: SheetRow) -> int:
        text = self.cell(row, Field.TAKES)
        try:
            takes = takes_of_cell(text) if text else self._wishes.takes
            return min(takes + self._wishes.more_takes.get(row.line, 0), TAKES_MOST) if takes else 0
        except ValueError:
            self._problems.say(row.line, Field.TAKES, "takes-value", value=text)
            return 1

    def _offer(self, row: SheetRow) -> Offer | None:
        wanted = (self.cell(row, Field.MODEL) or self._wishes.model or "").casefold()
        if wanted not in self._offers:
            self._offers[wanted] = next(
                (
                    one
                    for one in specs_for_mode(self.mode)
                    if wanted in ("", one.model.casefold(), one.name.casefold())
                ),
                None,
            )
        offer = self._offers[wanted]
        if offer is None:
            allowed = tuple(one.name for one in specs_for_mode(self.mode))
            self._problems.say(
                row.line, Field.MODEL, "model-value", model=wanted, mode=str(self.mode), allowed=allowed
            )
        return offer

    def _options_of(self, row: SheetRow, offer: Offer) -> ReadOptions:
        texts = (offer.model, *(row.cells[column].strip() for _key, column in self._option_columns))
        read = self._options.get(texts)
        if read is None:
            read = self._options[texts] = self._read_options(offer, texts[1:])
        for key, code, sentence in read.wrong:
            self._problems.add(row.line, key, code, sentence)
        return read

    def _read_options(self, offer: Offer, texts: tuple[str, ...]) -> ReadOptions:
        values = offer.defaults | dict(self._wishes.options)
        wrong: list[tuple[str, str, Sentence]] = []
        for (key, _column), text in zip(self._option_columns, texts, strict=True):
            if not text:
                continue
            try:
                values[key] = option_of_cell(key, text)
            except ValueError:
                spec = offer.option(key)
                said: dict[str, Value] = {"model": offer.name, "option": option_name(key), "value": text}
                if spec is None:
                    wrong.append((key, "option-unknown", Sentence(NO_SUCH_OPTION, said)))
                else:
                    said["allowed"] = tuple(map(str, spec.values))
                    wrong.append((key, "option-value", Sentence(NOT_OFFERED, said)))
        return ReadOptions(values, tuple(wrong))

    def _prompt(self, row: SheetRow) -> str:
        prompt = "" if self._template is not None else self.cell(row, Field.PROMPT)
        if is_blank(prompt):
            template = self._template or self._common
            prompt = (self._wishes.prompt or "") if template is None else template.text_for(row.cells)
            missing = None if template is None else template.missing_in(row.cells)
            if missing is not None and missing not in dict(row.troubles):
                column = self._sheet.columns[missing]
                self._problems.say(row.line, missing, "template-empty", column=column)
                return prompt
        prompt = "" if is_blank(prompt) else prompt
        # The problem of this cell has been reported already.
        told = self._at.get(Field.PROMPT) in dict(row.troubles)
        if not prompt and self._wishes.prompt is None and not told:
            self._problems.say(row.line, Field.PROMPT, "prompt-missing", remedy="--prompt")
        return prompt

    def _picture_names(self, row: SheetRow, cell: str) -> list[str]:
        return self._names_in(row, cell) if self.mode is Mode.REFERENCE else [cell] if cell.strip() else []

    def _names_in(self, row: SheetRow, cell: str) -> list[str]:
        if (self._sheet.of_folder and row.original is None) or not SEVERAL_IN_A_CELL.search(cell):
            return [cell] if cell.strip() else []
        return [name.strip() for name in SEVERAL_IN_A_CELL.split(cell) if name.strip()]

    def key_of(self, row: SheetRow) -> str:
        """Return the row's key: the cell of its key column, else a digest of the cells that are used. The cells of the sheet
        count, not the edits made here, so that the unchanged sheet never buys the row a second time.
        """
        cells = row.cells if row.original is None else row.original
        return self._key_of_cells(cells)

    def key_as_edited(self, row: SheetRow) -> str:
        """Return the key of an edited row from its edited cells, where another row has the key of its cells in the sheet."""
        return self._key_of_cells(row.cells)

    def _key_of_cells(self, cells: Sequence[str]) -> str:
        for one in (Field.ROW, Field.KEY):
            column = self._at.get(one)
            if column is not None and (key := cells[column].strip()):
                return key
        return content_key([(name, cells[column].strip()) for name, column in self._named])
