"""What a person does to a sheet's rows: editing, leaving out, making again. All of it can be undone. It is kept while the
window is open, and for longer if the sheet has a batch.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from vidu_desktop.batch.checking import CheckedSheet
from vidu_desktop.batch.feeder import BatchFeeder
from vidu_desktop.batch.withdrawals import EditedRows, WorkChange
from vidu_desktop.controllers.open_batch import Approved, OpenBatch
from vidu_desktop.controllers.task_errors import GuardedTasks
from vidu_desktop.controllers.undo_words import (
    cells_changed,
    made_again,
    rows_left_out,
    rows_made_takes,
    rows_taken_in,
)
from vidu_desktop.domain.batch import Batch, BatchRow
from vidu_desktop.domain.sheet import Sheet
from vidu_desktop.domain.sheet_edits import row_at
from vidu_desktop.domain.sheet_mapping import RESULT_PREFIX
from vidu_desktop.domain.sheet_wishes import SaidForAll
from vidu_desktop.domain.sheet_work import Work
from vidu_desktop.errors import Sentence
from vidu_desktop.library.undo import UndoStack, step_at_once


@dataclass(frozen=True, slots=True)
class Shown:
    """A source's sheet as it was last shown. Two are equal if the file is unchanged and was read in the same way."""

    sheet: Sheet = field(compare=False)
    stamp: tuple[object, ...] = field(init=False)

    def __post_init__(self) -> None:
        """Take a stamp whose comparison costs little, however many rows there are."""
        sheet = self.sheet
        object.__setattr__(self, "stamp", (sheet.sha256, sheet.sheet_name, sheet.columns, len(sheet.rows)))


class BatchEdits:
    """Keeps the work on each source by its path. A change to an approved row takes its approval back. `on_change` is called
    with the path and its work after each change, also after undo and redo.
    """

    def __init__(
        self,
        undo: UndoStack,
        feeder: BatchFeeder,
        guarded: GuardedTasks,
        on_change: Callable[[str, Work], None],
    ) -> None:
        self._undo = undo
        self._feeder = feeder
        self._guarded = guarded
        self._on_change = on_change
        self._works: dict[str, Work] = {}
        self._approved: dict[str, Approved] = {}
        self._to_withdraw: dict[str, set[int]] = {}
        self._shown: dict[str, Shown] = {}
        self._saved: dict[str, Work] = {}
        """By source, the work that its batch kept when it was last written or read here. If the batch keeps another work
        later, a command has changed it.
        """
        self._begun: dict[str, Work] = {}
        """By source, the work that is on its way to its batch: the next change is one of that."""
        self.said: dict[str, SaidForAll] = {}
        """By source, what was said for all of its rows when its dialog was closed."""
        self._saving: Counter[str] = Counter()
        """By source, how many changes are being written to its batch."""

    def work(self, path: str) -> Work:
        """Return what was done to the rows of a source."""
        return self._works.get(path, Work())

    def take_up(self, opened: OpenBatch) -> None:
        """Put into an opened source the work that was done on its rows, and the sheet as it was then."""
        opened.work = self.work(opened.path)
        shown = self._shown.get(opened.path)
        opened.shown_before = None if shown is None else shown.sheet

    def note_read(self, opened: OpenBatch) -> None:
        """Remember the sheet that was read. If it isn't the sheet that was shown before, its approved rows become known again
        only at the end of the check.
        """
        path, sheet = opened.path, opened.sheet
        if sheet is None:
            return
        shown = Shown(sheet)
        if shown != self._shown.get(path, shown):
            self._approved.pop(path, None)
        self._shown[path] = shown
        self._works[path] = opened.work

    def recall(self, opened: OpenBatch, checked: CheckedSheet) -> bool:
        """Take over the work that a source's batch keeps from an earlier run. Return whether this has to be checked."""
        batch = checked.known.decided
        if opened.recalled or batch is None or opened.sheet is None:
            return False
        opened.recalled = True
        is_named = bool(batch.names) and not opened.dialog.wishes.name_pattern
        if is_named:
            opened.dialog.wishes.names.setText(batch.names)  # as if it were typed
        known = self.work(opened.path)
        work, saved = known, self._saved.get(opened.path)
        if not self._saving[opened.path] and saved != batch.work:
            stood = list(batch.cells_by_line())
            kept = batch.work.moved_to(opened.sheet, stood)
            since = Work() if saved is None else saved.moved_to(opened.sheet, stood)
            out = batch.left_out_keys
            # In a result, or in a sheet with a key column, a row is recognized in whatever line it stands.
            work = kept.changed(since, known).without(
                opened.sheet, [row.line for row in checked.plan.chosen if row.key in out]
            )
            self._saved[opened.path] = batch.work
        if work != self.work(opened.path):
            self._works[opened.path] = work
            self._on_change(opened.path, work)
            return True
        return is_named

    def edit(self, opened: OpenBatch, cells: Sequence[tuple[int, int, str]]) -> None:
        """Write into cells: (line, column, text)."""
        self._change(opened, cells_changed(len(cells)), opened.edited(cells))

    def leave_out(self, opened: OpenBatch, lines: Sequence[int]) -> None:
        """Make no videos of these lines."""
        if opened.sheet is not None:
            self._change(opened, rows_left_out(len(lines)), opened.work.without(opened.sheet, lines))

    def take_in(self, opened: OpenBatch, lines: Sequence[int]) -> None:
        """Make videos of these lines after all."""
        if opened.sheet is not None:
            self._change(opened, rows_taken_in(len(lines)), opened.work.with_lines(opened.sheet, lines))

    def leave_out_or_in(self, opened: OpenBatch, lines: Sequence[int]) -> None:
        """Leave these lines out; if all of them are left out already, take them in."""
        out = opened.wishes.left_out
        if all(line in out for line in lines):
            self.take_in(opened, lines)
        else:
            self.leave_out(opened, lines)

    def make_again(self, opened: OpenBatch, lines: Sequence[int]) -> None:
        """Order videos again that another batch has ordered; `lines` are counted for the words of undo."""
        self._change(opened, made_again(len(lines)), replace(opened.work, again=True))

    def make_each(self, opened: OpenBatch, lines: Sequence[int]) -> None:
        """Order a video for each row that asks for the same as another; `lines` are counted for the words of undo."""
        self._change(opened, made_again(len(lines)), replace(opened.work, same=True))

    def make_takes(self, opened: OpenBatch, twins: Mapping[int, int]) -> None:
        """Turn lines that ask for the same as another line into more takes of it: `twins` has the other line by each line."""
        if opened.sheet is not None and twins:
            self._change(opened, rows_made_takes(len(twins)), opened.work.as_takes(opened.sheet, twins))

    def note_approved(self, path: str, batch: Batch, rows: Iterable[BatchRow]) -> None:
        """Remember which rows of a source are approved, and which batch keeps the work on them."""
        self._approved[path] = Approved(batch_id=batch.batch_id, keys={row.line: row.key for row in rows})
        self._saved[path] = batch.work
        self._withdraw(path, self._to_withdraw.pop(path, ()))

    def note_unknown(self, path: str) -> None:
        """Remember that nothing of a source was ever approved."""
        self._to_withdraw.pop(path, None)

    def _change(self, opened: OpenBatch, words: Sentence, work: Work) -> None:
        """Replace the work, as a step that can be undone. Undoing it keeps later changes."""
        before, path = opened.work, opened.path
        if work == before:
            return
        self._undo.add(
            step_at_once(
                words, lambda: self._step(path, work, before), lambda: self._step(path, before, work)
            )
        )
        self._set_work(path, work)

    def _step(self, path: str, before: Work, after: Work) -> None:
        if path in self._shown:
            sheet = self._shown[path].sheet
            before, after = before.moved_to(sheet), after.moved_to(sheet)
        self._set_work(path, self.work(path).changed(before, after))

    def _set_work(self, path: str, work: Work) -> None:
        changed = self.work(path).lines_changed(work)
        self._works[path] = work
        self._withdraw(path, changed)
        self._on_change(path, work)

    def _withdraw(self, path: str, lines: Collection[int]) -> None:
        """Take the approval of these lines back. As long as no check has found their batch, this is done at the check's end."""
        approved = self._approved.get(path)
        if approved is None:
            self._to_withdraw.setdefault(path, set()).update(lines)
            return
        keys = {approved.keys[line] for line in lines if line in approved.keys}
        if keys:
            self._saving[path] += 1
            before = self._begun.get(path, self._saved.get(path, Work()))
            self._begun[path] = after = self.work(path).kept
            change = WorkChange(before=before, after=after, edited=self._edited(path, approved, lines))
            self._guarded.start(
                "take an approval back", self._save, path, approved, keys, change, writes=True
            )

    def _edited(self, path: str, approved: Approved, lines: Collection[int]) -> EditedRows:
        """Return the cells of these lines as they are now, in the person's own columns."""
        shown = self._shown.get(path)
        if shown is None:
            return EditedRows()
        sheet, edits = shown.sheet, self.work(path).edits
        own = [index for index, name in enumerate(sheet.columns) if not name.startswith(RESULT_PREFIX)]
        cells = {}
        for line in lines:
            row, key = row_at(sheet, line), approved.keys.get(line)
            if row is not None and key is not None:
                now = edits.cells_of(row)
                cells[key] = tuple([now[index] for index in own])
        return EditedRows(columns=tuple(sheet.columns[index] for index in own), cells=cells)

    async def _save(self, path: str, approved: Approved, keys: Collection[str], change: WorkChange) -> None:
        lines = {key: line for line, key in approved.keys.items()}
        try:
            say = self._guarded.say_and_go_on
            await self._feeder.withdraw(approved.batch_id, keys, change, lines, say)
            self._saved[path] = change.after
        finally:
            self._saving[path] -= 1
            if not self._saving[path]:
                self._begun.pop(path, None)
