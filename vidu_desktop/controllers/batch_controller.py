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
from vidu_desktop.batch.result_rows import result_rows
from vidu_desktop.batch.row_plan import Wishes
from vidu_desktop.controllers.context import WindowContext
from vidu_desktop.controllers.file_dialogs import ask_target
from vidu_desktop.domain.batch import Batch, BatchRow, Deed
from vidu_desktop.domain.money import format_usd
from vidu_desktop.domain.origin import batch_origins
from vidu_desktop.domain.sheet import ReadAs, Sheet
from vidu_desktop.domain.sheet_mapping import CHOSEN_FIELDS, SheetMapping
from vidu_desktop.domain.state_words import STATE_WORDS
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import Sentence, ViduDesktopError
from vidu_desktop.ui.dialogs.batch_dialog import BatchDialog, BatchOffer
from vidu_desktop.ui.models.batch_table import BatchContent, BatchLine
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
        self._check_soon(opened)

    def _check_soon(self, opened: "_OpenSheet") -> None:
        opened.dialog.set_busy()
        opened.round += 1
        self._guarded.start("check a sheet", self._check, opened, opened.round)

    async def _check(self, opened: "_OpenSheet", round_number: int) -> None:
        """Check and show; an answer that another change has overtaken isn't shown."""
        try:
            sheet, mapping = await self._checker.read(opened.path, ReadAs(), tuple(opened.choices.items()))
            opened.sheet = sheet
            checked = await self._checked(opened, sheet, mapping, rehearsal=False)
        except ViduDesktopError as error:
            if opened.is_at(round_number):
                opened.dialog.show_refusal(say(error.sentence))
            return
        if opened.is_at(round_number):
            opened.checked = checked
            self._show(opened, checked)

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

    def _proposal(self, checked: CheckedSheet) -> Proposal:
        return checked.proposal(self._feeder.jobs, self._feeder.own_id, self._now())

    def _show(self, opened: "_OpenSheet", checked: CheckedSheet) -> None:
        offered = self._proposal(checked)
        first = self._proposal(checked.only(self._first_keys(checked)))
        opened.dialog.show_rows(self._content(checked, offered))
        opened.dialog.show_offer(
            BatchOffer(
                words=self._words(checked, offered),
                problems=tuple(say(one.sentence) for one in checked.plan.problems if not one.line),
                videos=offered.takes,
                total_usd=offered.total_usd,
                first_videos=first.takes,
                first_usd=first.total_usd,
                hidden=sum(row.hidden for row in checked.sheet.rows),
                has_key=self._has_key(),
                has_result=offered.before_takes > 0,
            )
        )

    def _first_keys(self, checked: CheckedSheet) -> list[str]:
        """The three to try, of those that weren't ordered yet."""
        batch = self._proposal(checked).batch
        fresh = {
            row.key
            for row in batch.rows
            if row.approval and not self._feeder.jobs.of_batch(list(row.origins(batch.batch_id)))
        }
        return three_to_try([row for row in checked.plan.chosen if row.key in fresh])

    def _content(self, checked: CheckedSheet, offered: Proposal) -> BatchContent:
        fields = {one.column: one.field for one in checked.mapping.columns}
        unsure = {one.column for one in checked.mapping.unsure}
        at = {name: index for index, name in enumerate(checked.sheet.columns)}
        problems: dict[int, dict[int, str]] = {}
        for one in checked.plan.problems:
            problems.setdefault(one.line, {}).setdefault(at.get(one.column, -1), say(one.sentence))
        states = {row.line: self._state(offered.batch.batch_id, row) for row in offered.batch.rows}
        cells = {row.line: row.cells for row in checked.sheet.rows}
        return BatchContent(
            columns=checked.sheet.columns,
            fields=tuple(fields.get(column, "") for column in range(len(checked.sheet.columns))),
            field_words=tuple(
                self._field_words(fields.get(column, ""), sure=column not in unsure)
                for column in range(len(checked.sheet.columns))
            ),
            lines=tuple(
                BatchLine(line, states.get(line, ""), cells[line], problems.get(line, {})) for line in cells
            ),
        )

    def _field_words(self, field: str, *, sure: bool) -> str:
        words = field.replace("_", " ")
        return words if sure or not words else self.tr("{field} · guessed").format(field=words)

    def _state(self, batch_id: str, row: BatchRow) -> str:
        if row.request is None:
            return self.tr("left out")
        jobs = self._feeder.jobs.of_batch(list(row.origins(batch_id)))
        if jobs:
            return say(Sentence(STATE_WORDS[jobs[-1].state]))
        price = format_usd(row.price_usd)
        return price if row.takes == 1 else f"{row.takes} × {price}"

    def _words(self, checked: CheckedSheet, offered: Proposal) -> str:
        guesses = {guess.what: guess for guess in checked.sheet.guesses}
        parts = [
            self.tr("{value} (guessed)").format(value=guess.value) if not guess.sure else guess.value
            for what, guess in guesses.items()
            if what in ("encoding", "sheet")
        ]
        if (header := guesses.get("header_line")) is not None:
            parts.append(self.tr("names in line {line}").format(line=header.value))
        if offered.before_takes:
            parts.append(
                self.tr("{count} videos were ordered before and aren't ordered again").format(
                    count=offered.before_takes
                )
            )
        if offered.changed_lines:
            parts.append(
                self.tr(
                    "{count} rows were changed after they had been ordered, and stay as they were"
                ).format(count=len(offered.changed_lines))
            )
        return " · ".join(parts)

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
            checked = checked.only(self._first_keys(checked))
        offered = self._proposal(checked)
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
        self._notices.say_text(self.tr("The result is here: {path}").format(path=target))

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
