"""A sheet as it was read: its columns, its rows with the line numbers that a person sees, and what was
guessed while reading.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from vidu_desktop.domain.translation import cleaned, has_commands, plain_cell

ROWS_MOST = 200_000
CELLS_MOST_CHARS = 100_000_000
"""For all cells together: one shared text that is used a hundred thousand times must not fill the memory."""
ERROR_CELL = re.compile(r"#(N/A|DIV/0!|REF!|VALUE!|NAME\?|NUM!|NULL!|SPILL!|CALC!)|Err:\d{3}", re.IGNORECASE)

_ERRORS_BEGIN = frozenset("#Ee")


class CellTrouble(StrEnum):
    """A fault of a cell that is known before the column's use is."""

    ERROR = "cell-error"
    """A formula's error, such as #N/A: it would be bought as an empty text."""
    UNCALCULATED = "cell-uncalculated"
    """A formula whose value was never calculated."""
    MERGED = "cell-merged"
    """Part of a merged cell whose text stands in its first row."""
    CONTROLS = "cell-controls"
    """Invisible characters that command whatever shows them: they would be bought as part of the text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadAs:
    """How the person wants a sheet to be read; None leaves it to a guess. `header_line` counts from 1."""

    sheet: str | None = None
    encoding: str | None = None
    separator: str | None = None
    header_line: int | None = None

    def completed(self, before: "ReadAs") -> "ReadAs":
        """Return these choices. Where one of `encoding`, `separator` and `header_line` is None, it is taken from `before`."""
        return replace(
            self,
            encoding=self.encoding or before.encoding,
            separator=self.separator or before.separator,
            header_line=self.header_line or before.header_line,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Guess:
    """A value that the file doesn't state. `sure` is true when no other value would make sense."""

    what: str
    value: str
    sure: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetRow:
    """A row of the table. `line` is the number that the person sees; `troubles` holds (column, CellTrouble).
    `original` are the sheet's own cells where the row was edited in the program; the row is identified by
    them.
    """

    line: int
    cells: tuple[str, ...]
    hidden: bool = False
    troubles: tuple[tuple[int, str], ...] = ()
    original: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A table. `sheet_names` are the visible sheets of a workbook; `notes` are codes of what couldn't be
    determined.
    """

    columns: tuple[str, ...]
    rows: tuple[SheetRow, ...]
    guesses: tuple[Guess, ...] = ()
    sheet_name: str = ""
    sheet_names: tuple[str, ...] = ()
    separator: str = ","
    notes: tuple[str, ...] = ()
    sha256: str = ""
    """The file's hash, by which the same sheet is recognised under another name."""
    of_folder: bool = False
    """Whether each of its cells names one file, whatever characters are in the names."""


_SHAPELESS_KINDS = frozenset({"Cc", "Cf", "Cn"})
_SHAPELESS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0") | frozenset(
    map(chr, (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)))
)
"""Fillers, an empty braille cell, and what chooses between the shapes of another sign."""
_INVISIBLE = dict.fromkeys(map(ord, "\ufeff\u200b\u200c\u200d\u2060\u00ad"))


def without_guards(sheet: Sheet) -> Sheet:
    """Return a result sheet of ours without the apostrophes that were put in front of cells that a
    spreadsheet would calculate.
    """
    rows = tuple(replace(row, cells=tuple(map(_unguarded, row.cells))) for row in sheet.rows)
    return replace(sheet, rows=rows)


def _unguarded(cell: str) -> str:
    return cell[1:] if cell[:1] == "'" and plain_cell(cell[1:]) == cell else cell


def is_blank(text: str) -> bool:
    """Whether nobody sees anything of a text: blanks, and characters that have no shape of their own."""
    return all(
        sign.isspace() or sign in _SHAPELESS or unicodedata.category(sign) in _SHAPELESS_KINDS
        for sign in text
    )


def clean_header(text: str) -> str:
    """Return a column's name without invisible marks, control characters, unusual blanks and full-width
    letters.
    """
    visible = unicodedata.normalize("NFKC", cleaned(text.translate(_INVISIBLE)))
    return " ".join(visible.split())


def column_letter(index: int) -> str:
    """Return the letters of a column in spreadsheets: A, B … Z, AA."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def header_at(rows: Sequence[Sequence[str]]) -> int:
    """Guess which of these first rows holds the column names: the first that is as wide as most rows are."""
    widths = [sum(bool(cell.strip()) for cell in row) for row in rows]
    full = max(widths, default=0)
    return next((index for index, width in enumerate(widths) if width and width >= (full + 1) // 2), 0)


def header_names(cells: Sequence[str], width: int) -> tuple[str, ...]:
    """Return a name for each of `width` columns, no two alike."""
    names: list[str] = []
    taken: set[str] = set()
    for index in range(width):
        name = clean_header(cells[index]) if index < len(cells) else ""
        name = name or f"Column {column_letter(index)}"
        free, count = name, 2
        while free.casefold() in taken:
            free, count = f"{name} ({count})", count + 1
        taken.add(free.casefold())
        names.append(free)
    return tuple(names)


def made_sheet(
    rows: Sequence[tuple[int, Sequence[str]]],
    header_line: int | None,
    *,
    hidden: frozenset[int] = frozenset(),
    troubles: Sequence[tuple[int, int, str]] = (),
    errors: bool = True,
) -> tuple[tuple[str, ...], tuple[SheetRow, ...], Guess]:
    """Return columns, rows and the guess about the header, from rows with their lines. `troubles` holds
    (line, column, code). Rows without any text are left out. With `errors` false, cells aren't searched for
    ERROR_CELL and commands, because none can be there.
    """
    first = [cells for _line, cells in rows[:10]]
    at = header_at(first)
    if header_line is not None:
        at = next((index for index, (line, _) in enumerate(rows) if line >= header_line), len(rows))
    names_there = at < len(rows)
    width = 0
    for _line, cells in rows[at:]:
        if len(cells) > width:
            width = max(width, _used(cells))
    columns = header_names(rows[at][1] if names_there else (), width)
    by_line: dict[int, list[tuple[int, str]]] = {}
    for line, column, code in troubles:
        by_line.setdefault(line, []).append((column, code))
    made = [
        SheetRow(
            line=line,
            cells=tuple(cells) if len(cells) == width else (*cells[:width], *[""] * (width - len(cells))),
            hidden=line in hidden,
            troubles=_with_errors(cells, by_line.get(line, ())) if errors or by_line else (),
        )
        for line, cells in rows[at + 1 :]
        if "".join(cells).strip() or line in by_line
    ]
    line = rows[at][0] if names_there else 0
    sure = header_line is not None or line == (rows[0][0] if rows else 0)
    return columns, tuple(made), Guess(what="header_line", value=str(line), sure=sure)


def _used(cells: Sequence[str]) -> int:
    return next((index for index in range(len(cells), 0, -1) if cells[index - 1].strip()), 0)


def _with_errors(cells: Sequence[str], known: Sequence[tuple[int, str]]) -> tuple[tuple[int, str], ...]:
    wrong = {
        index: CellTrouble.CONTROLS if has_commands(cell) else CellTrouble.ERROR
        for index, cell in enumerate(cells)
        if (cell[:1] in _ERRORS_BEGIN and ERROR_CELL.fullmatch(cell.strip())) or has_commands(cell)
    }
    if not (wrong or known):
        return ()
    return tuple(sorted((wrong | dict(known)).items()))
