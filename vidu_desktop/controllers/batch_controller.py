"""A sheet made to videos from the window: chosen, checked, approved, and handed to the feeder."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog

from vidu_desktop.batch.approving import Proposal, approve
from vidu_desktop.batch.checking import CheckedSheet, SheetChecker, three_to_try
from vidu_desktop.batch.feeder import BatchFeeder, Held, Running
from vidu_desktop.batch.plan import Wishes
from vidu_desktop.batch.result_rows import result_rows
from vidu_desktop.controllers.batch_content import Offered, content_as_read, content_of, offer_of
from vidu_desktop.controllers.context import WindowContext
from vidu_desktop.controllers.file_dialogs import ask_target
from vidu_desktop.controllers.result_words import saved_words
from vidu_desktop.domain.batch import Batch, Deed
from vidu_desktop.domain.origin import batch_origins
from vidu_desktop.domain.sheet import ReadAs, Sheet
from vidu_desktop.domain.sheet_mapping import CHOSEN_FIELDS, SheetMapping, mapping_of
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import Sentence, ViduDesktopError
from vidu_desktop.ui.dialogs.batch_dialog import BatchDialog
from vidu_desktop.ui.text import say

_TEXT_ENDINGS = (".csv", ".tsv", ".txt")
_ENDINGS = "*.csv *.tsv *.txt *.xlsx *.xlsm *.xls *.ods"


class BatchController(QObject):
    """One dialog at a time. `has_key` is asked at each use. `write_result` writes rows as a sheet, whole or not at all; it
    blocks, and raises DiskTrouble.
    """

    begun = Signal()  # rows become jobs

    def __init__(
        self,
        context: WindowContext,
        checker: SheetChecker,
        feeder: BatchFeeder,
        now: Callable[[], datetime],
        has_key: Callable[[], bool],
        write_result: Callable[[Path, Sequence[tuple[str, ...]], str], None],
    ) -> None:
        super().__init__(context.window)
        self._look = context.look
        self._window = context.window
        self._notices = context.notices
        self._guarded = context.guarded
        self._checker = checker
        self._feeder = feeder
        self._now = now
        self._has_key = has_key
        self._write_result = write_result
        self._last_dir = ""
        self._open: _OpenSheet | None = None
        feeder.on_end = self._say_end

    def choose(self) -> QFileDialog:
        """Ask for a sheet."""
        dialog = QFileDialog(self._window, self.tr("Batch from a sheet"), self._last_dir)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([f"{self.tr('Sheets')} ({_ENDINGS})", f"{self.tr('All files')} (*)"])
        dialog.fileSelected.connect(self.open)
        dialog.open()
        return dialog

    def open(self, path: str) -> BatchDialog:
        """Open a sheet and check it."""
        self._last_dir = str(Path(path).parent)
        fields = [(field, field.replace("_", " ")) for field in CHOSEN_FIELDS]
        dialog = BatchDialog(self._look, Path(path).name, fields, self._window)
        opened = _OpenSheet(path, dialog)
        self._open = opened
        dialog.field_chosen.connect(lambda column, field: self._choose(opened, column, field))
        dialog.wishes_changed.connect(lambda: self._check_soon(opened))
        dialog.left_out.connect(lambda lines: self._leave_out(opened, lines))
        dialog.result_requested.connect(lambda: self._choose_result(opened))
        dialog.again_requested.connect(lambda: self._leave_out(opened, None))
        dialog.run_requested.connect(lambda first, rehearsal: self._press(opened, first, rehearsal))
        dialog.finished.connect(lambda _: self._closed(opened))
        dialog.open()
        self._check_soon(opened)
        return dialog

    def _closed(self, opened: "_OpenSheet") -> None:
        opened.closed = True
        if self._open is opened:
            self._open = None

    def _choose(self, opened: "_OpenSheet", column: int, field: str) -> None:
        if opened.sheet is not None:
            opened.choices[opened.sheet.columns[column]] = field
            for name, other in list(opened.choices.items()):  # what two columns can't be, the last one is
                if other == field != "picture" and name != opened.sheet.columns[column]:
                    opened.choices[name] = ""
            self._check_soon(opened)

    def _leave_out(self, opened: "_OpenSheet", lines: list[int] | None) -> None:
        """Leave these lines out as well; with None none is any more, because the sheet may be another one now."""
        opened.left_out = frozenset() if lines is None else opened.left_out | set(lines)
        if lines is None:
            opened.sheet = None
        self._check_soon(opened)

    def _check_soon(self, opened: "_OpenSheet") -> None:
        opened.dialog.set_busy()
        opened.round += 1
        self._guarded.start("check a sheet", self._check, opened, opened.round)

    async def _check(self, opened: "_OpenSheet", round_number: int) -> None:
        """Check and show; an answer that another change has overtaken isn't shown."""
        try:
            sheet, mapping = await self._read(opened)
            if opened.is_at(round_number):
                opened.dialog.show_rows(content_as_read(sheet, mapping))
            checked = await self._checked(opened, sheet, mapping, rehearsal=False)
            offered = await self._offered(checked)
            content = await content_of(offered, self._feeder.jobs)
        except ViduDesktopError as error:
            if opened.is_at(round_number):
                opened.dialog.show_refusal(say(error.sentence))
            return
        if opened.is_at(round_number):
            opened.checked = checked
            opened.dialog.show_rows(content)
            opened.dialog.show_offer(offer_of(offered, has_key=self._has_key()))

    async def _read(self, opened: "_OpenSheet") -> tuple[Sheet, SheetMapping]:
        """Read the sheet, once until it is to be read again; say what its columns are for."""
        choices = tuple(opened.choices.items())
        if opened.sheet is None:
            opened.sheet, mapping = await self._checker.read(opened.path, ReadAs(), choices)
            return opened.sheet, mapping
        return opened.sheet, mapping_of(opened.sheet, choices)

    async def _checked(
        self, opened: "_OpenSheet", sheet: Sheet, mapping: SheetMapping, *, rehearsal: bool
    ) -> CheckedSheet:
        wishes = Wishes(
            prompt=opened.dialog.common_prompt, hidden=opened.dialog.hidden, left_out=opened.left_out
        )
        checked = await self._checker.check(
            opened.path,
            sheet,
            mapping,
            wishes,
            rehearsal=rehearsal,
            on_looked=lambda done, count: None if opened.closed else opened.dialog.say_looked(done, count),
        )
        # What was guessed stands in the table for everybody to see, who may change it there.
        problems = tuple(one for one in checked.plan.problems if not one.code.startswith("guess-"))
        return replace(checked, plan=replace(checked.plan, problems=problems))

    async def _proposal(self, checked: CheckedSheet) -> Proposal:
        return await checked.proposal(self._feeder.jobs, self._feeder.own_id, self._now())

    async def _offered(self, checked: CheckedSheet) -> Offered:
        proposal = await self._proposal(checked)
        first_keys = await three_to_try(proposal.fresh)
        return Offered(checked=checked, proposal=proposal, first_keys=tuple(first_keys))

    def _press(self, opened: "_OpenSheet", first: bool, rehearsal: bool) -> None:
        """Begin once, however often it is pressed; nothing can be bought before the queue runs."""
        if opened.checked is not None and self._feeder.own_id and not opened.pressed:
            opened.pressed = True
            opened.dialog.set_busy()
            self._guarded.start("begin a batch", self._run, opened, opened.checked, first, rehearsal)

    async def _run(
        self,
        opened: "_OpenSheet",
        checked: CheckedSheet,
        first: bool,
        rehearsal: bool,
    ) -> None:
        try:
            await self._begin(opened, checked, first=first, rehearsal=rehearsal)
        except ViduDesktopError:
            self._check_soon(opened)
            raise
        finally:
            opened.pressed = False

    async def _begin(
        self, opened: "_OpenSheet", checked: CheckedSheet, *, first: bool, rehearsal: bool
    ) -> None:
        if rehearsal:
            checked = await self._checked(opened, checked.sheet, checked.mapping, rehearsal=True)
        else:
            checked = await self._checker.known_now(checked)
        if first:
            checked = checked.only((await self._offered(checked)).first_keys)
        offered = await self._proposal(checked)
        if not offered.takes or checked.plan.problems:
            self._check_soon(opened)
            return
        # The sum that stands on the button is the most that the batch may come to.
        budget_usd: Decimal | None = None if rehearsal else offered.taken_usd + offered.total_usd
        await approve(self._checker.store, offered, budget_usd, self._now(), self._feeder.own_id)
        await self._feeder.begin(offered.batch.batch_id)
        self.begun.emit()
        if not opened.closed:
            opened.dialog.accept()

    def _choose_result(self, opened: "_OpenSheet") -> None:
        if opened.checked is None or opened.checked.known.batch is None:
            return
        batch = opened.checked.known.batch
        text = self.tr("Sheets") + " (*.csv)"
        workbook = self.tr("Workbooks") + " (*.xlsx)"
        is_text = Path(batch.source_path).suffix.casefold() in _TEXT_ENDINGS
        ask_target(
            opened.dialog,
            self.tr("Save the result"),
            [text, workbook] if is_text else [workbook, text],
            lambda target: self._result_chosen(batch, target),
            folder=self._last_dir,
            name=f"{batch.name} results",
        )

    def _result_chosen(self, batch: Batch, target: Path) -> None:
        if target.absolute() == Path(batch.source_path).absolute():
            self._notices.say(Sentence(_INTO_SOURCE))
        else:
            self._guarded.start("save a result", self._save_result, batch, target)

    async def _save_result(self, batch: Batch, target: Path) -> None:
        history = await self._checker.store.history(batch.batch_id)
        clips = await self._checker.clips.by_origin(batch_origins(batch.batch_id))
        rows = result_rows(batch, history, self._feeder.jobs, clips, self._feeder.own_id)
        loop = asyncio.get_running_loop()
        await loop.run_in_executor(None, self._write_result, target, rows, batch.separator)
        self._notices.say_done(saved_words(target.name), str(target))

    def _say_end(self, running: Running, deed: Deed) -> None:
        """Say what a person must know of a batch that hands nothing more over; when all was ordered, the queue says it."""
        name = running.batch.name
        if deed is Deed.STOPPED:
            self._notices.say(Sentence(_STOPPED, {"name": name, "count": len(running.queue)}))
        elif waiting := [why for why in running.held.values() if why is not Held.TAKEN_OFF]:
            self._notices.say(Sentence(_WAITS, {"name": name, "count": len(waiting)}))


class _OpenSheet:
    """A sheet in its dialog. `round` counts the checks: only the last one is shown."""

    def __init__(self, path: str, dialog: BatchDialog) -> None:
        self.path = path
        self.dialog = dialog
        self.choices: dict[str, str] = {}
        self.round = 0
        self.closed = False
        self.pressed = False
        self.left_out: frozenset[int] = frozenset()
        self.sheet: Sheet | None = None
        self.checked: CheckedSheet | None = None

    def is_at(self, round_number: int) -> bool:
        """Whether this check is the last one, and there is somebody to show it to."""
        return not self.closed and self.round == round_number


_INTO_SOURCE = QT_TRANSLATE_NOOP(
    "batch", "The result isn't written into the sheet itself. Give it another name."
)
_STOPPED = QT_TRANSLATE_NOOP(
    "batch",
    "The batch “{name}” has stopped by itself: too many of the last ten ended the same way; their rows in the "
    "queue say why. {count} videos wait, nothing is lost. Open its sheet again to go on.",
)
_WAITS = QT_TRANSLATE_NOOP(
    "batch",
    "{count} videos of the batch “{name}” wait: a picture or a price isn't what you approved, or they were ordered on "
    "another computer. Open its sheet again to see which.",
)
