"""What a person does to the rows of a sheet on its way to videos: edited, left out, made more often. Pure."""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

from vidu_desktop.domain.sheet import Sheet
from vidu_desktop.domain.sheet_edits import Cells, SheetEdits, row_at

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Work:
    """What the person did to the rows. Undo puts another one in its place."""

    edits: SheetEdits = field(default_factory=SheetEdits)
    left_out: Mapping[int, Cells] = field(default_factory=dict)
    """By line the cells of the rows that aren't to become videos: where another row stands there by now, it is none."""
    more_takes: Mapping[int, int] = field(default_factory=dict)
    """By line how many takes more than its cells say: of lines that ask for the same."""
    again: bool = False
    """Whether videos that another batch has ordered are to be made once more."""

    def without(self, sheet: Sheet, lines: Collection[int]) -> "Work":
        """Return the same with these lines of the sheet left out, too."""
        rows = ((line, row_at(sheet, line)) for line in lines)
        more = {line: row.cells for line, row in rows if row is not None}
        return replace(self, left_out={**self.left_out, **more})

    def as_takes(self, sheet: Sheet, twins: Mapping[int, int]) -> "Work":
        """Return the same with lines left out for one more take each of the lines that ask for the same."""
        more = dict(self.more_takes)
        for line in twins.values():
            more[line] = more.get(line, 0) + 1
        return replace(self.without(sheet, twins), more_takes=more)

    def with_lines(self, lines: Collection[int]) -> "Work":
        """Return the same with these lines taken in again."""
        left_out = {line: cells for line, cells in self.left_out.items() if line not in lines}
        return replace(self, left_out=left_out)

    def lines_left_out(self, sheet: Sheet) -> frozenset[int]:
        """Return the lines of a sheet that are left out of it."""
        rows = ((line, cells, row_at(sheet, line)) for line, cells in self.left_out.items())
        return frozenset(line for line, cells, row in rows if row is not None and row.cells == cells)

    @property
    def cells_left_out(self) -> frozenset[Cells]:
        """What stands in the rows that are left out: as the sheet has them, and as they were edited."""
        edited = (self.edits.rows.get(line, (None, None)) for line in self.left_out)
        wanted = frozenset(cells for _, cells in edited if cells is not None)
        return wanted | frozenset(self.left_out.values())

    def moved_to(self, sheet: Sheet) -> "Work":
        """Return the same for a sheet in which some of the rows stand in other lines by now."""
        edited = {line: cells for line, (cells, _) in self.edits.rows.items()}
        lines = _lines_now(sheet, {**edited, **self.left_out})
        edits, left_out = _moved(self.edits.rows, lines), _moved(self.left_out, lines)
        return replace(self, edits=SheetEdits(edits), left_out=left_out)

    def lines_changed(self, other: "Work") -> set[int]:
        """Return the lines in which other work differs from this."""
        mine, theirs = self.edits.rows, other.edits.rows
        changed = {line for line in {*mine, *theirs} if mine.get(line) != theirs.get(line)}
        changed |= {line for line, _ in self.more_takes.items() ^ other.more_takes.items()}
        return changed | (self.left_out.keys() ^ other.left_out.keys())

    @property
    def kept(self) -> "Work":
        """What a batch keeps of it: leave to pay for videos that were ordered before is given each time."""
        return replace(self, again=False)

    def over(self, earlier: "Work") -> "Work":
        """Return the same, with what was done before where this says nothing."""
        return replace(
            self,
            edits=SheetEdits({**earlier.edits.rows, **self.edits.rows}),
            left_out={**earlier.left_out, **self.left_out},
            more_takes={**earlier.more_takes, **self.more_takes},
        )


def _moved(rows: Mapping[int, T], lines: Mapping[int, int]) -> dict[int, T]:
    """What has moved goes before what stood there once."""
    return {line: row for line, row in rows.items() if line not in lines} | {
        lines[line]: row for line, row in rows.items() if line in lines
    }


def _lines_now(sheet: Sheet, rows: Mapping[int, Cells]) -> dict[int, int]:
    """Return by line where each of these rows stands now, if it stands elsewhere, and nowhere else besides."""
    gone = {
        line: cells
        for line, cells in rows.items()
        if (row := row_at(sheet, line)) is None or row.cells != cells
    }
    wanted = Counter(gone.values())
    found: dict[Cells, list[int]] = {}
    for row in sheet.rows if wanted else ():
        if row.cells in wanted:
            found.setdefault(row.cells, []).append(row.line)
    return {
        line: found[cells][0]
        for line, cells in gone.items()
        if wanted[cells] == 1 and len(found.get(cells, ())) == 1
    }
