"""What a person does with the rows of a sheet before they become videos: edit, leave out, order more takes.
Pure.

A row is known by its line and by the sheet's cells in it. A batch can have several sheets with other cells in
the same lines, such as its source and its result: what is done in one takes nothing away from the other.
"""

from collections.abc import Collection, Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from typing import TypeVar

from vidu_desktop.domain.sheet import Sheet, SheetRow
from vidu_desktop.domain.sheet_edits import Cells, Place, SheetEdits, row_at
from vidu_desktop.domain.sheet_mapping import RESULT_PREFIX

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Work:
    """What the person did with the rows. Undo takes back what one step changed."""

    edits: SheetEdits = field(default_factory=SheetEdits)
    left_out: frozenset[Place] = frozenset()
    """Rows that are left out, by the cells of the person's own columns: a result has them, too."""
    more_takes: Mapping[Place, int] = field(default_factory=dict)
    """By row, how many extra takes it gets in place of duplicate lines."""
    again: bool = False
    """Whether videos that another batch has ordered already are made again."""
    same: bool = False
    """Whether each of several rows that ask for the same video is made."""

    def without(self, sheet: Sheet, lines: Collection[int]) -> "Work":
        """Return the work with these lines of the sheet left out, too."""
        rows = [row for line in lines if (row := row_at(sheet, line)) is not None]
        own = _own_columns(sheet)
        return replace(self, left_out=self.left_out | {(row.line, _own(row.cells, own)) for row in rows})

    def as_takes(self, sheet: Sheet, twins: Mapping[int, int]) -> "Work":
        """Return the work with duplicate lines left out and one extra take for each of the lines that they
        repeat.
        """
        more = self.takes_by_line(sheet)
        for line in twins.values():
            more[line] = more.get(line, 0) + 1
        rows = ((line, row_at(sheet, line), takes) for line, takes in more.items())
        many = {(line, row.cells): takes for line, row, takes in rows if row is not None}
        return replace(self.without(sheet, twins), more_takes={**self.more_takes, **many})

    def with_lines(self, sheet: Sheet, lines: Collection[int]) -> "Work":
        """Return the work with these lines no longer left out, in any sheet of the batch that has these rows."""
        own = _own_columns(sheet)
        rows = [row for line in lines if (row := row_at(sheet, line)) is not None]
        places = {(row.line, _own(row.cells, own)) for row in rows}
        texts = {_own(cells, own) for row in rows for cells in (row.cells, self.edits.cells_of(row))}
        doubted = frozenset(place for place in self.left_out if place[0] in lines)
        elsewhere = (self._places_of(texts) | doubted) - self._standing(sheet)
        return replace(self, left_out=self.left_out - places - elsewhere)

    def with_rows(self, rows: AbstractSet[Cells]) -> "Work":
        """Return the work with these rows no longer left out, in whichever line they stand; rows are compared
        both with the sheet's cells and with the edited ones.
        """
        return replace(self, left_out=self.left_out - self._places_of(rows))

    def lines_left_out(self, sheet: Sheet) -> frozenset[int]:
        """Return the lines of a sheet that are left out."""
        return frozenset(line for line, _ in self._standing(sheet))

    def takes_by_line(self, sheet: Sheet) -> dict[int, int]:
        """Return by line how many extra takes it gets."""
        return {
            line: takes
            for (line, cells), takes in self.more_takes.items()
            if (row := row_at(sheet, line)) is not None and row.cells == cells
        }

    def texts_left_out(self) -> dict[Place, frozenset[Cells]]:
        """Return by row that is left out its cells: the sheet's own, and the edited ones."""
        edits: dict[int, list[tuple[Cells, Cells]]] = {}
        for (line, before), wanted in self.edits.rows.items():
            edits.setdefault(line, []).append((before, wanted))
        return {
            (line, cells): frozenset(
                [cells]
                + [
                    wanted[: len(cells)]  # in a result what isn't the person's own comes behind it
                    for before, wanted in edits.get(line, ())
                    if before[: len(cells)] == cells
                ]
            )
            for line, cells in self.left_out
        }

    def has_changed(self, line: int, own: Cells) -> bool:
        """Return whether a row was edited or gets extra takes; `own` are its cells in the person's own columns,
        the sheet's or the edited ones.
        """
        width = len(own)
        edited = any(
            line == one and own in (before[:width], wanted[:width])
            for (one, before), wanted in self.edits.rows.items()
        )
        return edited or any(line == one and own == cells[:width] for one, cells in self.more_takes)

    def _places_of(self, rows: AbstractSet[Cells]) -> frozenset[Place]:
        return frozenset(place for place, texts in self.texts_left_out().items() if rows & texts)

    def _standing(self, sheet: Sheet) -> frozenset[Place]:
        own = _own_columns(sheet)
        return frozenset(
            (line, cells)
            for line, cells in self.left_out
            if (row := row_at(sheet, line)) is not None and _own(row.cells, own) == cells
        )

    def moved_to(self, sheet: Sheet, before: Iterable[Place] = ()) -> "Work":
        """Return the work for a newer reading of the sheet in which rows have moved to other lines. `before`
        are all rows of the older reading: they tell how many rows with equal cells there were.
        """
        moves = _moves(sheet, {*self.more_takes, *self.edits.rows, *self.left_out}, before)
        if not moves:
            return self
        return replace(
            self,
            edits=SheetEdits(_moved(self.edits.rows, moves)),
            left_out=frozenset(_moved(dict.fromkeys(self.left_out, True), moves)),
            more_takes=_moved(self.more_takes, moves),
        )

    def lines_changed(self, other: "Work") -> set[int]:
        """Return the lines in which two works differ."""
        mine, theirs = self.edits.rows, other.edits.rows
        changed = {place for place in {*mine, *theirs} if mine.get(place) != theirs.get(place)}
        changed |= {place for place, _ in self.more_takes.items() ^ other.more_takes.items()}
        return {line for line, _ in changed | (self.left_out ^ other.left_out)}

    @property
    def kept(self) -> "Work":
        """The part that a batch stores: consent to pay more than once for the same video is asked each time."""
        return replace(self, again=False, same=False)

    def changed(self, before: "Work", after: "Work") -> "Work":
        """Return the work with the changes between two others, and no other."""
        return Work(
            edits=SheetEdits(_changed(self.edits.rows, before.edits.rows, after.edits.rows)),
            left_out=(self.left_out - (before.left_out - after.left_out))
            | (after.left_out - before.left_out),
            more_takes=_changed(self.more_takes, before.more_takes, after.more_takes),
            again=self.again if before.again == after.again else after.again,
            same=self.same if before.same == after.same else after.same,
        )


def _changed(rows: Mapping[Place, T], before: Mapping[Place, T], after: Mapping[Place, T]) -> dict[Place, T]:
    gone = before.keys() - after.keys()
    more = {place: value for place, value in after.items() if before.get(place) != value}
    return {place: value for place, value in rows.items() if place not in gone} | more


def _own_columns(sheet: Sheet) -> list[int] | None:
    """Return which columns are the person's own; None where all are."""
    own = [index for index, name in enumerate(sheet.columns) if not name.startswith(RESULT_PREFIX)]
    return None if len(own) == len(sheet.columns) else own


def _own(cells: Cells, own: list[int] | None) -> Cells:
    return cells if own is None else tuple([cells[index] for index in own])


def _moved(rows: Mapping[Place, T], moves: Mapping[Place, int]) -> dict[Place, T]:
    return {(moves.get(place, place[0]), place[1]): value for place, value in rows.items()}


def _moves(sheet: Sheet, places: AbstractSet[Place], before: Iterable[Place]) -> dict[Place, int]:
    """Return the new line of each row that has moved. Rows with equal cells keep their order, if there are as
    many as before.
    """
    own = _own_columns(sheet)

    def texts(row: SheetRow) -> set[Cells]:
        return {row.cells, _own(row.cells, own)}

    def stands(line: int, cells: Cells) -> bool:
        row = row_at(sheet, line)
        return row is not None and cells in texts(row)

    gone: dict[Cells, list[int]] = {}
    for line, cells in sorted(places):
        if not stands(line, cells):
            gone.setdefault(cells, []).append(line)
    others: dict[Cells, list[int]] = {cells: [] for cells in gone}
    for line, cells in before if gone else ():
        if cells in others and (line, cells) not in places:
            others[cells].append(line)
    found: dict[Cells, list[int]] = {cells: [] for cells in gone}
    for row in sheet.rows if gone else ():
        for cells in texts(row) & found.keys():
            if (row.line, cells) not in places:
                found[cells].append(row.line)
    return {
        (line, cells): now
        for cells, lines in gone.items()
        if len(lines) + len(others[cells]) == len(found[cells])
        for line, now in zip(sorted([*lines, *others[cells]]), found[cells], strict=True)
        if (line, cells) in places
    }
