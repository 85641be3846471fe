"""What a person does with the rows of a sheet before they become videos: edit, leave out, order more takes.
Pure.
"""

from collections.abc import Collection, Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from typing import TypeVar

from vidu_desktop.domain.sheet import Sheet
from vidu_desktop.domain.sheet_edits import Cells, SheetEdits, row_at

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Work:
    """What the person did with the rows. Undo puts an earlier value in its place."""

    edits: SheetEdits = field(default_factory=SheetEdits)
    left_out: Mapping[int, Cells] = field(default_factory=dict)
    """By line, the cells of rows that are left out. If another row stands in that line by now, it isn't left
    out.
    """
    more_takes: Mapping[int, tuple[Cells, int]] = field(default_factory=dict)
    """By line, its cells and how many extra takes it gets in place of duplicate lines."""
    again: bool = False
    """Whether videos that another batch has ordered already are made again."""

    def without(self, sheet: Sheet, lines: Collection[int]) -> "Work":
        """Return the work with these lines of the sheet left out, too."""
        rows = ((line, row_at(sheet, line)) for line in lines)
        more = {line: row.cells for line, row in rows if row is not None}
        return replace(self, left_out={**self.left_out, **more})

    def as_takes(self, sheet: Sheet, twins: Mapping[int, int]) -> "Work":
        """Return the work with duplicate lines left out and one extra take for each of the lines that they
        repeat.
        """
        more = self.takes_by_line(sheet)
        for line in twins.values():
            more[line] = more.get(line, 0) + 1
        rows = ((line, row_at(sheet, line), takes) for line, takes in more.items())
        many = {line: (row.cells, takes) for line, row, takes in rows if row is not None}
        return replace(self.without(sheet, twins), more_takes={**self.more_takes, **many})

    def with_lines(self, lines: Collection[int]) -> "Work":
        """Return the work with these lines no longer left out."""
        left_out = {line: cells for line, cells in self.left_out.items() if line not in lines}
        return replace(self, left_out=left_out)

    def with_rows(self, rows: AbstractSet[Cells]) -> "Work":
        """Return the work with these rows no longer left out, in whichever line they stand; rows are compared
        both with the sheet's cells and with the edited ones.
        """
        return self.with_lines([line for line in self.left_out if rows & self._cells_of(line)])

    def lines_left_out(self, sheet: Sheet) -> frozenset[int]:
        """Return the lines of a sheet that are left out."""
        return frozenset(line for line, cells in self.left_out.items() if _stands(sheet, line, cells))

    def takes_by_line(self, sheet: Sheet) -> dict[int, int]:
        """Return by line how many extra takes it gets."""
        return {
            line: takes for line, (cells, takes) in self.more_takes.items() if _stands(sheet, line, cells)
        }

    def cells_left_out(self) -> dict[int, frozenset[Cells]]:
        """Return by line the cells of the rows that are left out: the sheet's own, and the edited ones."""
        return {line: self._cells_of(line) for line in self.left_out}

    def _cells_of(self, line: int) -> frozenset[Cells]:
        _, edited = self.edits.rows.get(line, (None, None))
        return frozenset(cells for cells in (self.left_out.get(line), edited) if cells is not None)

    def moved_to(self, sheet: Sheet, before: Iterable[tuple[int, Cells]] = ()) -> "Work":
        """Return the work for a newer reading of the sheet in which rows have moved to other lines. `before`
        are lines and cells of all rows of the older reading: they tell how many rows with equal cells there
        were.
        """
        edited = {line: cells for line, (cells, _) in self.edits.rows.items()}
        many = {line: cells for line, (cells, _) in self.more_takes.items()}
        lines = _lines_now(sheet, {**many, **edited, **self.left_out}, before)
        if not lines:
            return self
        return replace(
            self,
            edits=SheetEdits(_moved(self.edits.rows, lines)),
            left_out=_moved(self.left_out, lines),
            more_takes=_moved(self.more_takes, lines),
        )

    def lines_changed(self, other: "Work") -> set[int]:
        """Return the lines in which two works differ."""
        mine, theirs = self.edits.rows, other.edits.rows
        changed = {line for line in {*mine, *theirs} if mine.get(line) != theirs.get(line)}
        changed |= {line for line, _ in self.more_takes.items() ^ other.more_takes.items()}
        return changed | {line for line, _ in self.left_out.items() ^ other.left_out.items()}

    @property
    def kept(self) -> "Work":
        """The part that a batch stores: consent to pay again for videos that were ordered before is asked
        each time.
        """
        return replace(self, again=False)

    def over(self, earlier: "Work") -> "Work":
        """Return this work on top of an earlier one, which holds wherever this says nothing."""
        return replace(
            self,
            edits=SheetEdits({**earlier.edits.rows, **self.edits.rows}),
            left_out={**earlier.left_out, **self.left_out},
            more_takes={**earlier.more_takes, **self.more_takes},
        )


def _stands(sheet: Sheet, line: int, cells: Cells) -> bool:
    row = row_at(sheet, line)
    return row is not None and row.cells == cells


def _moved(rows: Mapping[int, T], lines: Mapping[int, int]) -> dict[int, T]:
    """Return what has moved to other lines; it replaces whatever stood in those lines."""
    return {line: row for line, row in rows.items() if line not in lines} | {
        lines[line]: row for line, row in rows.items() if line in lines
    }


def _lines_now(
    sheet: Sheet, rows: Mapping[int, Cells], before: Iterable[tuple[int, Cells]]
) -> dict[int, int]:
    """Return the new line of each row that has moved. Rows with equal cells keep their order, if there are as
    many as before.
    """
    gone: dict[Cells, list[int]] = {}
    for line, cells in sorted(rows.items()):
        if not _stands(sheet, line, cells):
            gone.setdefault(cells, []).append(line)
    others: dict[Cells, list[int]] = {cells: [] for cells in gone}
    for line, cells in before if gone else ():
        if cells in others and line not in rows:
            others[cells].append(line)
    found: dict[Cells, list[int]] = {cells: [] for cells in gone}
    for row in sheet.rows if gone else ():
        if row.cells in found and rows.get(row.line) != row.cells:
            found[row.cells].append(row.line)
    return {
        line: now
        for cells, lines in gone.items()
        if len(lines) + len(others[cells]) == len(found[cells])
        for line, now in zip(sorted([*lines, *others[cells]]), found[cells], strict=True)
        if line in rows
    }
