"""Each row of a sheet several times: once for each of some prompts and for each of some values of an option. Pure."""

import hashlib
import math
from collections.abc import Mapping, Sequence
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
    def ways(self) -> dict[str, tuple[str, ...]]:
        """The values by field, for fields with more than one value."""
        ways = ((Field.PROMPT, self.prompts), *self.options.items())
        return {name: tuple(dict.fromkeys(values)) for name, values in ways if values}


def multiplied(sheet: Sheet, mapping: SheetMapping, multiply: Multiply) -> Sheet:
    """Return the sheet with a row for each combination, its lines numbered anew. A row with a key keeps it,
    followed by the values of the combination. Raises BadInput when a sheet can't hold that many rows, or a prompt
    names a column that isn't there beside one that is.
    """
    ways = multiply.ways
    if not ways or mapping.one_of(Field.ROW) is not None:  # a result sheet has its rows already
        return sheet
    columns = list(sheet.columns)
    at: dict[str, int] = {}
    for name in ways:
        known = mapping.one_of(name)
        if known is None:
            known = len(columns)
            columns.append(name)
        at[name] = known
    counts = (
        math.prod(
            len(values)
            for name, values in ways.items()
            if at[name] >= len(row.cells) or not row.cells[at[name]].strip()
        )
        for row in sheet.rows
    )
    if sum(counts) > ROWS_MOST:
        raise BadInput("sheet-too-many-rows", Sentence(_TOO_MANY, {"most": f"{ROWS_MOST:,}"}))
    key_column = mapping.one_of(Field.KEY)
    templates = {prompt: PromptTemplate.of_prompt(prompt, sheet.columns) for prompt in multiply.prompts}
    rows: list[SheetRow] = []
    for row in sheet.rows:
        cells = [*row.cells, *[""] * (len(columns) - len(row.cells))]
        free = [name for name in ways if not cells[at[name]].strip()]
        for values in product(*(ways[name] for name in free)):
            made = list(cells)
            for name, value in zip(free, values, strict=True):
                template = templates.get(value) if name == Field.PROMPT else None
                made[at[name]] = value if template is None else _filled(template, cells)
            if key_column is not None and made[key_column].strip() and free:
                made[key_column] = _key(made[key_column].strip(), free, values)
            rows.append(replace(row, line=len(rows) + 2, cells=tuple(made)))
    return replace(sheet, columns=tuple(columns), rows=tuple(rows))


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
