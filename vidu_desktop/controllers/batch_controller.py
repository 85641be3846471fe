"""Makes videos of sheets, folders and pasted rows in the window: they are checked, edited, approved, and handed over."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from vidu_desktop.batch.approving import approve
from vidu_desktop.batch.checking import SheetChecker
from vidu_desktop.batch.feeder import BatchFeeder
from vidu_desktop.batch.rejected import budget_with
from vidu_desktop.controllers.batch_checks import BatchChecks
from vidu_desktop.controllers.batch_choices import choices_of_dialog
from vidu_desktop.controllers.batch_content import batch_offer, content_as_read, content_edited
from vidu_desktop.controllers.batch_edits import BatchEdits
from vidu_desktop.controllers.batch_ends import BatchEnds
from vidu_desktop.controllers.batch_follow import BatchFollow
from vidu_desktop.controllers.batch_mends import BatchMends
from vidu_desktop.controllers.batch_news import BatchNews
from vidu_desktop.controllers.batch_offered import Offered
from vidu_desktop.controllers.batch_remedies import Match
from vidu_desktop.controllers.batch_results import BatchResults, WriteResult
from vidu_desktop.controllers.batch_sources import BatchSources
from vidu_desktop.controllers.batch_thumbs import BatchThumbs, Thumbnails
from vidu_desktop.controllers.context import WindowContext
from vidu_desktop.controllers.live_facts import LiveFacts
from vidu_desktop.controllers.open_batch import OpenBatch, Pressed
from vidu_desktop.controllers.window_undo import WindowUndo
from vidu_desktop.domain.batch import Batch
from vidu_desktop.domain.job import Job
from vidu_desktop.domain.sheet import Sheet
from vidu_desktop.domain.sheet_wishes import SaidForAll
from vidu_desktop.domain.sheet_work import Work
from vidu_desktop.errors import ViduDesktopError
from vidu_desktop.ui.text import say

if TYPE_CHECKING:
    from vidu_desktop.ui.dialogs.batch_dialog import BatchDialog

_TYPING_S = 0.25
_HELPERS = 2


class BatchController(QObject):
    """One dialog at a time."""

    begun = Signal()  # rows become jobs
    handed_over = Signal()  # a batch, perhaps a board's, hands over no more rows for now

    def __init__(
        self,
        context: WindowContext,
        checker: SheetChecker,
        feeder: BatchFeeder,
        facts: LiveFacts,
        write_result: WriteResult,
        undo: WindowUndo,
        *,
        name_of: Callable[[Batch], Awaitable[str]] | None = None,
        thumbnails: Thumbnails | None = None,
        match: Match | None = None,
    ) -> None:
        super().__init__(context.window)
        self.begun.connect(self.look_for_news)
        self._context = context
        self._guarded = context.guarded
        self._checker = checker.patient
        self._feeder = feeder
        self._checks = BatchChecks(checker.patient, feeder, facts.now, context.memory)
        self._facts = facts
        self._undo = undo
        self._thumbs: BatchThumbs | None = None
        if thumbnails is not None:
            self._thumbs = BatchThumbs(thumbnails, context.guarded, self._show_thumb)
        self._edits = BatchEdits(undo.stack, feeder, context.guarded, self._show_work)
        self._open: OpenBatch | None = None
        self.sources = BatchSources(context, self._opened)
        self._mends = BatchMends(context.guarded, self._edits, self.sources, match, self._check_soon)
        self._follow = BatchFollow(context.guarded, checker.folders, self._recount)
        self._results = BatchResults(context, checker, feeder, write_result)
        self._ends = BatchEnds(context.notices, self.open, self.handed_over.emit, context.guarded, name_of)
        self.handed_over.connect(lambda: self._follow.note_jobs(None))
        self.news = BatchNews(context, checker, feeder, self._ends, facts.under_way)
        feeder.on_end, feeder.on_begin = self._ends.say, lambda: self._follow.note_jobs(None)

    def look_for_news(self) -> None:
        """Tell from now on which sheets of batches under way have rows that nobody has approved."""
        self.news.follow()

    def choose(self, source: str) -> object:
        """Ask for a "sheet" or a "folder", or open "pasted" rows; return the dialog, if there is one."""
        self._get_ready()  # while the person chooses
        return self.sources.choose(source)

    def _get_ready(self) -> None:
        for _ in range(_HELPERS):
            self._guarded.start("get ready to look at pictures", self._checker.looks.get_ready)

    def open(self, path: str, pasted: Sheet | None = None) -> "BatchDialog":
        """Open a sheet or a folder and check it."""
        return self.sources.open(path, pasted)

    def _opened(self, path: str, pasted: Sheet | None, *, is_folder: bool) -> "BatchDialog":
        from vidu_desktop.ui.dialogs.batch_dialog import BatchDialog

        look, window, memory = self._context.look, self._context.window, self._context.memory
        dialog = BatchDialog(look, Path(path).name, choices_of_dialog(), window, memory)
        dialog.share_actions(self._undo.actions)
        if self._thumbs is not None:
            dialog.table.thumb_of = self._thumbs.of
        dialog.reading.show_pairs(offered=is_folder)
        opened = OpenBatch(path, dialog, pasted)
        self._edits.take_up(opened)
        opened.say(self._edits.said.get(path, SaidForAll()))
        self._open = opened
        self._connect(opened)
        dialog.open()
        self._check_soon(opened)
        self._follow.begin(opened)
        self._get_ready()  # after the reading of the sheet has begun
        return dialog

    def _connect(self, opened: OpenBatch) -> None:
        dialog = opened.dialog
        dialog.wishes.field_chosen.connect(lambda column, field: self._choose(opened, column, field))
        dialog.wishes.wishes_changed.connect(lambda: self._check_soon(opened, _TYPING_S))
        dialog.groups.hidden_choice.activated.connect(lambda _: self._check_soon(opened))
        dialog.reading.read_changed.connect(lambda: self._read_again(opened))
        dialog.reading.again_requested.connect(lambda: self._read_again(opened))
        dialog.groups.left_out.connect(lambda lines: self._edits.leave_out(opened, lines))
        dialog.groups.taken_in.connect(lambda lines: self._edits.take_in(opened, lines))
        dialog.groups.remedy_requested.connect(lambda code, lines: self._mends.mend(opened, code, lines))
        dialog.view.left_out.connect(lambda lines: self._edits.leave_out_or_in(opened, lines))
        dialog.table.cells_edited.connect(lambda cells: self._edits.edit(opened, cells))
        dialog.foot.budget_changed.connect(lambda: self._show_offer(opened))
        dialog.again_requested.connect(lambda: self._press_again(opened))
        dialog.result_requested.connect(lambda: self._results.choose(opened))
        dialog.run_requested.connect(lambda first, rehearsal: self._press(opened, first, rehearsal))
        dialog.finished.connect(lambda _: self._closed(opened))

    def _closed(self, opened: OpenBatch) -> None:
        opened.closed = True
        self._edits.said[opened.path] = replace(opened.said, hidden="")  # others may be hidden next time
        self._follow.end(opened)
        if self._open is opened:
            self._open = None

    def _show_thumb(self, _path: str) -> None:
        if self._open is not None:
            self._open.dialog.table.show_thumbs()

    # What the person does to the rows

    def _choose(self, opened: OpenBatch, column: int, field: str) -> None:
        self._checks.choose(opened, column, field)
        self._check_soon(opened)

    def _read_again(self, opened: OpenBatch) -> None:
        opened.forget()
        self._check_soon(opened)

    def _show_work(self, path: str, work: Work) -> None:
        opened = self._open
        if opened is None or opened.path != path:
            return
        opened.work = work
        if opened.source is not None:
            shown, mapping = opened.mapped(opened.source)
            opened.dialog.table.show_content(
                content_edited(opened.dialog.table.content, shown) or content_as_read(shown, mapping)
            )
        self._check_soon(opened)

    # The check

    def _check_soon(self, opened: OpenBatch, after_s: float = 0.0) -> None:
        if opened.closed:
            return
        opened.dialog.set_busy()
        opened.offered = None  # nothing can be bought by an outdated check
        opened.round += 1
        self._guarded.start("check a sheet", self._check, opened, opened.round, after_s)

    async def _check(self, opened: OpenBatch, round_number: int, after_s: float) -> None:
        """Check the sheet and show the outcome, unless another change has come meanwhile."""
        if after_s:
            await asyncio.sleep(after_s)  # the person is typing
        if not opened.is_at(round_number):
            return
        try:
            read = await self._checks.read(opened)
            if read is None or not opened.is_at(round_number):
                return
            sheet, mapping = read
            self._edits.note_read(opened)
            if not opened.dialog.table.rowCount():
                opened.dialog.show_rows(content_as_read(sheet, mapping))
                await asyncio.sleep(0)  # the rows are painted before they are checked
            offered = await self._checks.offered(
                await self._checks.checked(opened, sheet, mapping, opened.wishes, rehearsal=False)
            )
            if opened.is_at(round_number) and opened.recall(offered.checked.known.decided):
                self._read_again(opened)
                return
            if opened.is_at(round_number) and self._edits.recall(opened, offered.checked):
                return  # another check follows
            content = await self._checks.content(offered)
            if self._facts.free_bytes is not None:
                opened.free_bytes = await asyncio.to_thread(self._facts.free_bytes)
        except ViduDesktopError as error:
            if opened.is_at(round_number):
                opened.dialog.show_refusal(say(error.sentence))
            return
        if opened.is_at(round_number):
            opened.offered = opened.latest = offered
            if (kept := offered.checked.known.decided) is not None:
                self._edits.note_approved(opened.path, kept, offered.proposal.batch.rows)
                opened.known_work = kept.work
            else:
                self._edits.note_unknown(opened.path)
            opened.dialog.show_rows(content)
            self._show_offer(opened)

    def key_known(self) -> None:
        """Let the open batch offer what can be bought with the key that there is by now."""
        if self._open is not None and not self._open.pressed:
            self._show_offer(self._open)

    def jobs_moved(self, jobs: Sequence[Job] | None) -> None:
        """Update the states of the open batch's rows; None means that jobs were removed from the list."""
        self._follow.note_jobs(jobs)

    async def _recount(self, opened: OpenBatch) -> bool:
        """Show what is left after the orders since the check; False while this would disturb a check or the person."""
        shown = opened.offered
        if shown is None or opened.pressed or opened.dialog.is_worked_in:
            return False
        try:
            offered = await self._checks.offered(await self._checker.known_now(shown.checked))
        except ViduDesktopError:
            return True  # the next check reports it
        content = await self._checks.content(offered)
        if opened.offered is not shown or opened.pressed or opened.closed or opened.dialog.is_worked_in:
            return False
        opened.offered = opened.latest = offered
        opened.dialog.show_rows(content)
        self._show_offer(opened)
        return True

    def _show_offer(self, opened: OpenBatch) -> None:
        if opened.offered is None:
            return
        offer = batch_offer(
            opened.offered,
            has_key=self._facts.has_key(),
            seconds_of=self._facts.seconds_of,
            free_bytes=opened.free_bytes,
            budget=opened.dialog.foot.amount,
        )
        opened.dialog.show_offer(offer)

    # The run

    def _press(self, opened: OpenBatch, first: bool, rehearsal: bool) -> None:
        """Begin the batch, once even if the button is pressed again. Nothing can be bought before the feeder has started."""
        if opened.offered is not None and self._feeder.own_id and not opened.pressed:
            opened.pressed = True
            opened.dialog.set_busy()
            pressed = opened.press(opened.offered.checked, first=first, rehearsal=rehearsal)
            self._guarded.start("begin a batch", self._run, opened, pressed)

    def _press_again(self, opened: OpenBatch) -> None:
        if opened.offered is not None and self._feeder.own_id and not opened.pressed:
            opened.pressed = True
            opened.dialog.set_busy()
            self._guarded.start("make rejected rows again", self._make_again, opened, opened.offered)

    async def _make_again(self, opened: OpenBatch, shown: Offered) -> None:
        try:
            async with self._feeder.turn:
                await self._begin_again(shown)
        finally:
            opened.pressed = False
            self._check_soon(opened)

    async def _begin_again(self, shown: Offered) -> None:
        checked = await self._checker.known_now(shown.checked)
        found = await self._checks.rejected(checked)
        # Only what the button showed may be bought.
        if found is None or shown.rejected is None or found.open_takes != shown.rejected.open_takes:
            return
        budget = budget_with(checked.known, found)
        await approve(self._checker.store, found, budget, self._facts.now(), self._feeder.own_id)
        self._ends.goes_on(found.batch)
        await self._feeder.begin(found.batch.batch_id)
        self.begun.emit()

    async def _run(self, opened: OpenBatch, pressed: Pressed) -> None:
        try:
            async with self._feeder.turn:
                begun = await self._begin(opened, pressed)
            if begun:
                # Queue and dialog may have thousands of rows to update: the window is painted in between.
                await asyncio.sleep(0)
                self.begun.emit()
                if not opened.closed:
                    opened.dialog.accept()
        except ViduDesktopError:
            self._check_soon(opened)
            raise
        finally:
            opened.pressed = False

    async def _begin(self, opened: OpenBatch, pressed: Pressed) -> bool:
        checked = pressed.checked
        if pressed.rehearsal:
            sheet, mapping = checked.sheet, checked.mapping
            checked = await self._checks.checked(opened, sheet, mapping, pressed.wishes, rehearsal=True)
        else:
            checked = await self._checker.known_now(checked)
        sample = 0
        if pressed.first:
            checked, sample = await self._checks.first_of(checked)
        offered = await self._checks.proposal(checked)
        if not offered.takes or checked.plan.problems or opened.round != pressed.round:
            self._check_soon(opened)
            return False
        offered = replace(offered, batch=pressed.kept_in(offered.batch, checked.known.decided))
        await approve(
            self._checker.store, offered, pressed.bound(offered), self._facts.now(), self._feeder.own_id
        )
        if not pressed.rehearsal:
            self._edits.note_approved(opened.path, offered.batch, offered.batch.rows)
        self._ends.goes_on(offered.batch, sample)
        if not pressed.first:
            self._ends.has_begun(offered, pressed.bound(offered))
        await self._feeder.begin(offered.batch.batch_id)
        return True
