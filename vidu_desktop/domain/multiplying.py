"""Each row of a sheet several times: once for each of some prompts and for each of some values of an option. Pure."""

import hashlib
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import product

from vidu_desktop.domain.options import OptionKey
from vidu_desktop.domain.prompt_template import PromptTemplate
from vidu_desktop.domain.sheet import ROWS_MOST, Sheet, SheetRow
from vidu_desktop.domain.sheet_mapping import Field, SheetMapping
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import BadInput, Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Multiply:
    """What each row is multiplied by. A value in the row itself stays: only empty cells are filled. A prompt that names
    columns in braces is made of them.
    """

    prompts: tuple[str, ...] = ()
    options: Mapping[OptionKey, tuple[str, ...]] = field(default_factory=dict)

    @property
    def values(self) -> dict[str, tuple[str, ...]]:
        """The values by field, each once, for the fields that have any."""
        values = ((Field.PROMPT, self.prompts), *self.options.items())
        return {name: tuple(dict.fromkeys(of_field)) for name, of_field in values if of_field}


def multiplied(sheet: Sheet, mapping: SheetMapping, multiply: Multiply) -> Sheet:
    """Return the sheet with a row for each combination, its lines numbered anew. A row with a key keeps it,
    followed by the values of the combination. Raises BadInput when a sheet can't hold that many rows, or a prompt
    names a column that isn't there beside one that is.
    """
    values = multiply.values
    if not values or mapping.one_of(Field.ROW) is not None:  # a result sheet has its rows already
        return sheet
    columns = list(sheet.columns)
    places: dict[str, int] = {}
    for name in values:
        place = mapping.one_of(name)
        if place is None:
            place = len(columns)
            columns.append(name)
        places[name] = place
    combinations = _Combinations(values, places, mapping.one_of(Field.KEY))
    if sum(combinations.count(row.cells) for row in sheet.rows) > ROWS_MOST:
        raise BadInput("sheet-too-many-rows", Sentence(_TOO_MANY, {"most": f"{ROWS_MOST:,}"}))
    templates = {prompt: PromptTemplate.of_prompt(prompt, sheet.columns) for prompt in multiply.prompts}
    rows: list[SheetRow] = []
    for row in sheet.rows:
        cells = (*row.cells, *[""] * (len(columns) - len(row.cells)))
        for made in combinations.filled_into(cells, templates):
            rows.append(replace(row, line=len(rows) + 2, cells=made))
    return replace(sheet, columns=tuple(columns), rows=tuple(rows))


@dataclass(frozen=True, slots=True)
class _Combinations:
    """The values that the empty cells of a row are filled with, and the columns of their fields."""

    values: Mapping[str, tuple[str, ...]]
    places: Mapping[str, int]
    key_column: int | None

    def filled_into(
        self, cells: tuple[str, ...], templates: Mapping[str, PromptTemplate | None]
    ) -> Iterator[tuple[str, ...]]:
        """Yield the row once for each combination. `templates` are the prompts that name columns, by their text."""
        empty = self._empty_in(cells)
        for values in product(*(self.values[name] for name in empty)):
            made = list(cells)
            for name, value in zip(empty, values, strict=True):
                template = templates.get(value) if name == Field.PROMPT else None
                made[self.places[name]] = value if template is None else _filled(template, cells)
            if self.key_column is not None and made[self.key_column].strip() and empty:
                made[self.key_column] = _key(made[self.key_column].strip(), empty, values)
            yield tuple(made)

    def count(self, cells: Sequence[str]) -> int:
        """Return how many rows are made of this one."""
        return math.prod(len(self.values[name]) for name in self._empty_in(cells))

    def _empty_in(self, cells: Sequence[str]) -> list[str]:
        """Return the fields of which the row says nothing."""
        return [
            name for name, place in self.places.items() if place >= len(cells) or not cells[place].strip()
        ]


def _filled(template: PromptTemplate, cells: Sequence[str]) -> str:
    """Return the prompt of a row; empty, which is a problem, where a column that it needs is empty."""
    return template.text_for(cells) if template.missing_in(cells) is None else ""


def _key(key: str, names: Sequence[str], values: Sequence[str]) -> str:
    words = [
        hashlib.sha256(value.encode("utf-8", "surrogatepass")).hexdigest()[:8]
        if name == Field.PROMPT
        else value
        for name, value in zip(names, values, strict=True)
    ]
    return " · ".join([key, *words])


_TOO_MANY = QT_TRANSLATE_NOOP(
    "batch", "That would be more than {most} rows. Choose fewer prompts or fewer settings."
)
