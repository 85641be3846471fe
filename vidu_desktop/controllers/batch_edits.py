"""What a person does to a sheet's rows: edited, left out, made again. Kept while the window is open, with a batch beyond
that, and undone.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace

from vidu_desktop.batch.feeder import BatchFeeder
from vidu_desktop.controllers.open_batch import Approved, OpenBatch
from vidu_desktop.controllers.task_errors import GuardedTasks
from vidu_desktop.controllers.undo_words import (
    cells_changed,
    made_again,
    rows_left_out,
    rows_made_takes,
    rows_taken_in,
)
from vidu_desktop.domain.batch import Batch
from vidu_desktop.domain.sheet_work import Work
from vidu_desktop.errors import Sentence
from vidu_desktop.library.undo import UndoStack, step_at_once


class BatchEdits:
    """By the source's path. Whatever changes a row that was approved takes the approval back.

    `on_change` is told the path, and what counts for it now, after each change, done or undone.
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
        self._of_this_run: set[str] = set()
        """Sources whose batch holds no other work than what is known here."""

    def work(self, path: str) -> Work:
        """Return what was done to the rows of a source."""
        return self._works.get(path, Work())

    def recall(self, opened: OpenBatch, batch: Batch | None) -> bool:
        """Take up what a source's batch keeps of the person's work in an earlier run. Return whether that is to be checked."""
        if opened.recalled or batch is None:
            return False
        opened.recalled = True
        is_named = bool(batch.names) and not opened.dialog.wishes.name_pattern
        if is_named:
            opened.dialog.wishes.names.setText(batch.names)  # as if it were typed
        known = self.work(opened.path)
        work = known if opened.path in self._of_this_run else known.over(batch.work)
        if work != known:
            self._works[opened.path] = work
            self._on_change(opened.path, work)
        return is_named or work != known

    def edit(self, opened: OpenBatch, cells: Sequence[tuple[int, int, str]]) -> None:
        """Write into cells: (line, column, text)."""
        self._change(opened, cells_changed(len(cells)), opened.edited(cells))

    def leave_out(self, opened: OpenBatch, lines: Sequence[int]) -> None:
        """Make no videos of these lines."""
        if opened.sheet is not None:
            self._change(opened, rows_left_out(len(lines)), opened.work.without(opened.sheet, lines))

    def take_in(self, opened: OpenBatch, lines: Sequence[int]) -> None:
        """Make videos of these lines after all."""
        self._change(opened, rows_taken_in(len(lines)), opened.work.with_lines(lines))

    def leave_out_or_in(self, opened: OpenBatch, lines: Sequence[int]) -> None:
        """Leave these lines out, or take them in where all of them are left out."""
        out = opened.wishes.left_out
        if all(line in out for line in lines):
            self.take_in(opened, lines)
        else:
            self.leave_out(opened, lines)

    def make_again(self, opened: OpenBatch, lines: Sequence[int]) -> None:
        """Order videos once more that another batch has ordered; `lines` are counted for undo's words."""
        self._change(opened, made_again(len(lines)), replace(opened.work, again=True))

    def make_takes(self, opened: OpenBatch, twins: Mapping[int, int]) -> None:
        """Make takes of the lines that ask for the same as another: by line that other one."""
        if opened.sheet is not None and twins:
            self._change(opened, rows_made_takes(len(twins)), opened.work.as_takes(opened.sheet, twins))

    def note_approved(self, path: str, batch: Batch) -> None:
        """Know from now on which rows of a source are approved."""
        self._approved[path] = Approved(
            batch_id=batch.batch_id, keys={row.line: row.key for row in batch.rows}
        )
        self._of_this_run.add(path)
        self._withdraw(path, self._to_withdraw.pop(path, ()))

    def note_unknown(self, path: str) -> None:
        """Know that nothing of a source was ever approved."""
        self._to_withdraw.pop(path, None)

    def _change(self, opened: OpenBatch, words: Sentence, work: Work) -> None:
        """Take other work in, as a step that can be taken back."""
        before, path = opened.work, opened.path
        if work == before:
            return
        self._undo.add(
            step_at_once(words, lambda: self._set_work(path, before), lambda: self._set_work(path, work))
        )
        self._set_work(path, work)

    def _set_work(self, path: str, work: Work) -> None:
        changed = self.work(path).lines_changed(work)
        self._works[path] = work
        self._withdraw(path, changed)
        self._on_change(path, work)

    def _withdraw(self, path: str, lines: Collection[int]) -> None:
        """Take the approval back from these lines; before the first check has found their batch, at its end."""
        approved = self._approved.get(path)
        if approved is None:
            self._to_withdraw.setdefault(path, set()).update(lines)
            return
        keys = {approved.keys[line] for line in lines if line in approved.keys}
        if keys:
            work = self.work(path).kept
            self._guarded.start("take an approval back", self._feeder.withdraw, approved.batch_id, keys, work)
