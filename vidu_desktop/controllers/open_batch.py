"""A sheet, a folder or what was pasted, as a person works on it in the dialog: what was said, edited and left out."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from vidu_desktop.batch.checking import mapped_sheet
from vidu_desktop.batch.plan import Wishes
from vidu_desktop.controllers.batch_content import Offered
from vidu_desktop.domain.multiplying import Multiply
from vidu_desktop.domain.options import OptionKey
from vidu_desktop.domain.sheet import ReadAs, Sheet
from vidu_desktop.domain.sheet_edits import Cells, SheetEdits, row_at
from vidu_desktop.domain.sheet_mapping import Field, SheetMapping

if TYPE_CHECKING:
    from vidu_desktop.ui.dialogs.batch_dialog import BatchDialog


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

    def lines_changed(self, other: "Work") -> set[int]:
        """Return the lines in which other work differs from this."""
        mine, theirs = self.edits.rows, other.edits.rows
        changed = {line for line in {*mine, *theirs} if mine.get(line) != theirs.get(line)}
        changed |= {line for line, _ in self.more_takes.items() ^ other.more_takes.items()}
        return changed | (self.left_out.keys() ^ other.left_out.keys())


@dataclass(frozen=True, slots=True, kw_only=True)
class Approved:
    """The rows of a batch that was approved, by line the key of each."""

    batch_id: str
    keys: Mapping[int, str]


class OpenBatch:
    """One source in its dialog. `round` counts the checks: only the last one is shown."""

    def __init__(self, path: str, dialog: "BatchDialog", pasted: Sheet | None = None) -> None:
        self.path = path
        self.dialog = dialog
        self.pasted = pasted
        self.choices: dict[str, str] = {}
        self.folders: tuple[str, ...] = ()
        self.work = Work()
        self.round = 0
        self.closed = False
        self.pressed = False
        self.source: Sheet | None = pasted
        """As it was read; None until then."""
        self.sheet: Sheet | None = None
        """As it is shown: each row as often as it is made, without what was edited."""
        self.offered: Offered | None = None
        """What the last check found; None while there is another one to come."""
        self.latest: Offered | None = None
        """What the last check found that came to an end."""
        self.free_bytes: int | None = None
        """The room on the disk at the last check."""

    def is_at(self, round_number: int) -> bool:
        """Whether this check is the last one, and there is somebody to show it to."""
        return not self.closed and self.round == round_number

    @property
    def read_as(self) -> ReadAs:
        """How the person wants it read."""
        return ReadAs(sheet=self.dialog.reading.table, encoding=self.dialog.reading.encoding)

    def forget(self) -> None:
        """Read it anew at the next check."""
        self.source = self.pasted

    def mapped(self, source: Sheet) -> tuple[Sheet, SheetMapping]:
        """Return the sheet as it is to be checked, and what its columns are for. Raises BadInput."""
        wishes = self.dialog.wishes
        multiply = Multiply(
            prompts=wishes.prompts if len(wishes.prompts) > 1 else (),
            options={OptionKey(key): values for key, values in wishes.chosen_settings.items()},
        )
        self.sheet, mapping = mapped_sheet(source, tuple(self.choices.items()), multiply)
        return self.work.edits.applied(self.sheet), mapping

    @property
    def wishes(self) -> Wishes:
        """What is said for all rows."""
        return Wishes(
            prompt=self.dialog.wishes.common_prompt,
            takes=self.dialog.wishes.takes.value(),
            names=self.dialog.wishes.name_pattern,
            hidden=self.dialog.groups.hidden,
            more_takes=self.work.more_takes,
            left_out=frozenset() if self.sheet is None else self.work.lines_left_out(self.sheet),
            again="take" if self.work.again else None,
            folders=self.folders,
        )

    def choose(self, column: int, field_name: str) -> None:
        """Say what a column is for; what two columns can't be, the last one is."""
        if self.source is None or self.sheet is None:
            return
        chosen = self.sheet.columns[column]
        self.choices[chosen] = field_name
        for name, other in list(self.choices.items()):
            if other == field_name != Field.PICTURE and name != chosen:
                self.choices[name] = ""

    def edited(self, cells: Collection[tuple[int, int, str]]) -> Work:
        """Return the work with these cells changed: (line, column, text)."""
        if self.sheet is None:
            return self.work
        return replace(self.work, edits=self.work.edits.with_cells(self.sheet, cells))
