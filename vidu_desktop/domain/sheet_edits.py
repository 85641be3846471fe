"""What a person changed in the table of a batch; the sheet itself stays as it is. Pure.

An edit belongs to a row as it was: where the sheet has another one in its line by now, it isn't taken. So a
sheet and its result, which have other cells in the same lines, keep their edits beside each other.
"""

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from vidu_desktop.domain.sheet import Sheet, SheetRow

Cells = tuple[str, ...]
Place = tuple[int, Cells]
"""A line, and what the sheet has in it."""


@dataclass(frozen=True, slots=True)
class SheetEdits:
    """By line and the cells of the sheet there, the cells that the person wants instead."""

    rows: Mapping[Place, Cells] = field(default_factory=dict)

    def with_cells(self, sheet: Sheet, cells: Iterable[tuple[int, int, str]]) -> "SheetEdits":
        """Return the edits with more cells changed, given as (line, column, text); `sheet` is the sheet as it
        was read.
        """
        rows = dict(self.rows)
        for line, column, text in cells:
            row = row_at(sheet, line)
            if row is None or not 0 <= column < len(row.cells):
                continue
            place = line, row.cells
            wanted = list(rows.get(place, row.cells))
            wanted[column] = text
            rows[place] = tuple(wanted)
            if rows[place] == row.cells:
                del rows[place]
        return SheetEdits(rows)

    def cells_of(self, row: SheetRow) -> Cells:
        """Return the cells of a row with its edits."""
        return self.rows.get((row.line, row.cells), row.cells)

    def applied(self, sheet: Sheet) -> Sheet:
        """Return the sheet with its edits."""
        if not self.rows:
            return sheet
        rows = list(sheet.rows)
        for (line, before), wanted in self.rows.items():
            at = _index(sheet, line)
            if at is not None and sheet.rows[at].cells == before:
                rows[at] = _edited(rows[at], wanted)
        return replace(sheet, rows=tuple(rows))


def row_at(sheet: Sheet, line: int) -> SheetRow | None:
    """Return the row of a line; None when there is none."""
    at = _index(sheet, line)
    return None if at is None else sheet.rows[at]


def _index(sheet: Sheet, line: int) -> int | None:
    at = bisect_left(sheet.rows, line, key=lambda row: row.line)
    return at if at < len(sheet.rows) and sheet.rows[at].line == line else None


def _edited(row: SheetRow, wanted: Cells) -> SheetRow:
    """Return the row with other cells; the troubles of a changed cell are gone with its text."""
    troubles = tuple((column, code) for column, code in row.troubles if row.cells[column] == wanted[column])
    return replace(row, cells=wanted, troubles=troubles, original=row.cells)
