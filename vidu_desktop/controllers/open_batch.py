"""A sheet, a folder or pasted rows in the dialog, with the person's work: what was said for all rows, edited and left out."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from vidu_desktop.batch.approving import Proposal
from vidu_desktop.batch.checking import CheckedSheet, mapped_sheet
from vidu_desktop.batch.plan import Wishes
from vidu_desktop.batch.sheet_changes import Stamp
from vidu_desktop.controllers.batch_offered import Offered
from vidu_desktop.domain.amounts import Money
from vidu_desktop.domain.batch import Batch
from vidu_desktop.domain.multiplying import Multiply
from vidu_desktop.domain.options import OptionKey
from vidu_desktop.domain.sheet import ReadAs, Sheet
from vidu_desktop.domain.sheet_mapping import Field, SheetMapping
from vidu_desktop.domain.sheet_wishes import SaidForAll
from vidu_desktop.domain.sheet_work import Work

if TYPE_CHECKING:
    from vidu_desktop.ui.dialogs.batch_dialog import BatchDialog


@dataclass(frozen=True, slots=True, kw_only=True)
class Approved:
    """The rows of an approved batch: the key of each row, by its line."""

    batch_id: str
    keys: Mapping[int, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pressed:
    """What a press of the button orders. It stays as it is, even if the dialog is closed at once."""

    checked: CheckedSheet
    first: bool
    rehearsal: bool
    round: int
    wishes: Wishes
    known_work: Work
    """The work that the batch was known to keep when `work` was made from it."""
    work: Work
    said: SaidForAll
    budget: Money | None

    def bound(self, offered: Proposal) -> Money | None:
        """Return the most that the batch may cost: the sum on the button, or a lower typed budget; None for a rehearsal."""
        if self.rehearsal:
            return None
        return offered.whole if self.budget is None else min(offered.whole, self.budget)

    def kept_in(self, batch: Batch, decided: Batch | None) -> Batch:
        """Return the batch with the person's work that it is to keep, merged with what `decided` keeps from another sheet."""
        work = self.work if decided is None else decided.work.changed(self.known_work, self.work)
        return replace(batch, names=self.wishes.names or "", work=work, said=self.said)


class OpenBatch:
    """One source in its dialog. `round` counts the checks: only the outcome of the last one is shown."""

    def __init__(self, path: str, dialog: "BatchDialog", pasted: Sheet | None = None) -> None:
        self.path = path
        self.dialog = dialog
        self.pasted = pasted
        if pasted is not None:
            dialog.reading.without_file()
        self.choices: dict[str, str] = {}
        self.folders: tuple[str, ...] = ()
        self.work = Work()
        self.round = 0
        self.closed = False
        self.pressed = False
        self._said_recalled = False
        self.known_work = Work()
        """The work that its batch was known to keep at the last check."""
        self.recalled = False
        """Whether the work that its batch keeps has been taken over."""
        self.recalled_reading: ReadAs | None = None
        """How the source was read the last time; None until that was looked up."""
        self.source: Sheet | None = pasted
        """The source as it was read; None until then."""
        self.source_stamp: Stamp = ()
        """Size and time of the source just before it was read."""
        self.sheet: Sheet | None = None
        """The sheet as it is shown: each row as often as it is made, without the edits."""
        self.shown_before: Sheet | None = None
        """The sheet as it was shown the last time before this dialog, since the window was opened."""
        self.offered: Offered | None = None
        """The outcome of the last check; None while another check is to come."""
        self.latest: Offered | None = None
        """The outcome of the last check that was completed."""
        self.free_bytes: int | None = None
        """The free disk space at the last check."""

    def is_at(self, round_number: int) -> bool:
        """Whether this is the last check, and the dialog is still open."""
        return not self.closed and self.round == round_number

    @property
    def is_recalled(self) -> bool:
        """Whether the source was read in a way that was chosen the last time, and isn't the usual guess."""
        return self.recalled_reading not in (None, ReadAs())

    @property
    def read_as(self) -> ReadAs:
        """How the person wants the source to be read."""
        reading = self.dialog.reading
        return ReadAs(
            sheet=reading.table,
            encoding=reading.encoding,
            separator=reading.separator,
            header_line=reading.header_line,
        )

    def forget(self) -> None:
        """Read the source again at the next check."""
        self.source = self.pasted

    def mapped(self, source: Sheet) -> tuple[Sheet, SheetMapping]:
        """Return the sheet as it is to be checked, and the meaning of its columns. Raises BadInput."""
        wishes = self.dialog.wishes
        multiply = Multiply(
            prompts=wishes.prompts if len(wishes.prompts) > 1 else (),
            options={OptionKey(key): values for key, values in wishes.chosen_settings.items()},
        )
        before = self.sheet or self.shown_before
        self.sheet, mapping = mapped_sheet(source, tuple(self.choices.items()), multiply)
        stood = () if before is None else ((row.line, row.cells) for row in before.rows)
        self.work = self.work.moved_to(self.sheet, stood)
        return self.work.edits.applied(self.sheet), mapping

    @property
    def said(self) -> SaidForAll:
        """What the dialog says for all rows, as it was typed and chosen."""
        from vidu_desktop.ui.dialogs.batch_said import said_in

        return said_in(self.dialog, self.folders)

    def say(self, said: SaidForAll) -> None:
        """Fill the dialog with what was said before."""
        from vidu_desktop.ui.dialogs.batch_said import put_said

        self.folders = said.folders
        put_said(self.dialog, said)

    def recall(self, batch: Batch | None) -> bool:
        """Take over what was said for all rows of this batch in an earlier run, unless something was said since. Return
        whether this has to be checked. If the source has changed, the question about hidden rows is asked again.
        """
        if batch is None or self._said_recalled or self.source is None:
            return False
        self._said_recalled = True
        said, before = batch.said, self.said
        untouched = SaidForAll().read_in_that_way(self.recalled_reading or ReadAs(), None)
        if batch.source_path != self.path:
            said = said.read_in_that_way(ReadAs(), None)
        hidden = said.hidden if batch.source_sha256 == self.source.sha256 else ""
        said = replace(
            said if before in (SaidForAll(), untouched) else before, hidden=before.hidden or hidden
        )
        if said == before:
            return False  # filled in again, a field in which somebody types would lose its cursor
        self.say(said)
        return True

    @property
    def wishes(self) -> Wishes:
        """The wishes for all rows."""
        return Wishes(
            prompt=self.dialog.wishes.common_prompt,
            takes=self.dialog.wishes.takes.value(),
            names=self.dialog.wishes.name_pattern,
            hidden=self.dialog.groups.hidden,
            more_takes={} if self.sheet is None else self.work.takes_by_line(self.sheet),
            left_out=frozenset() if self.sheet is None else self.work.lines_left_out(self.sheet),
            again="take" if self.work.again else None,
            same="take" if self.work.same else None,
            folders=self.folders,
        )

    def say_looked(self, done: int, count: int) -> None:
        """Show how many pictures have been looked at, if the dialog is still open."""
        if not self.closed:
            self.dialog.say_looked(done, count)

    def press(self, checked: CheckedSheet, *, first: bool, rehearsal: bool) -> Pressed:
        """Return what a press orders, by what the dialog says now."""
        return Pressed(
            checked=checked,
            first=first,
            rehearsal=rehearsal,
            round=self.round,
            wishes=self.wishes,
            known_work=self.known_work,
            work=self.work.kept,
            said=self.said,
            budget=self.dialog.foot.amount,
        )

    def choose(self, column: int, field_name: str) -> None:
        """Set the meaning of a column; a meaning that only one column can have is taken from the other column."""
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
