"""Plugs the money view into the books: what is shown is what they say, and the sheet is what is shown."""

import asyncio
import csv
import io
from collections.abc import Callable
from datetime import UTC, date, tzinfo
from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QFileDialog

from vidu_desktop.adapters.disk import os_errors
from vidu_desktop.adapters.disk.files import Files, write_beside
from vidu_desktop.controllers.notices import Notices
from vidu_desktop.domain.job import Job
from vidu_desktop.domain.money import SpentInMonth, csv_rows, left_usd
from vidu_desktop.engine.tasks import TaskKeeper
from vidu_desktop.errors import ViduDesktopError
from vidu_desktop.ui.dialogs.money_dialog import Books, MoneyDialog
from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.main_window import MainWindow
from vidu_desktop.ui.queue.header import QueueHeader
from vidu_desktop.wiring.program import Program

_GATHER_MS = 100
"""A storm of changes is shown so often."""


class MoneyController(QObject):
    """One dialog at a time, beside a quiet figure above the queue. `set_budget` leads to the settings; `show_left` is
    told what is left of the budget for new orders, None without one.
    """

    def __init__(
        self,
        program: Program,
        look: Look,
        main: MainWindow,
        header: QueueHeader,
        tasks: TaskKeeper,
        notices: Notices,
        set_budget: Callable[[], None],
        show_left: Callable[[Decimal | None], None],
    ) -> None:
        super().__init__(main)
        self._program = program
        self._look = look
        self._main = main
        self._header = header
        self._tasks = tasks
        self._notices = notices
        self._set_budget = set_budget
        self._show_left = show_left
        self._dialog: MoneyDialog | None = None
        self._spent: SpentInMonth | None = None
        self._gather = QTimer(self)
        self._gather.setSingleShot(True)
        self._gather.setInterval(_GATHER_MS)
        self._gather.timeout.connect(self.show_now)

    def books_changed(self) -> None:
        """A job, a price or the budget is another one now."""
        if not self._gather.isActive():
            self._gather.start()

    def put(self, job: Job) -> None:
        """Count a job that was added or has changed."""
        if self._spent is not None:
            self._spent.put(job)
        self.books_changed()

    def show_now(self) -> None:
        """Show what is spent and what is left; in the open dialog, the whole books."""
        today, zone = self._day()
        if self._spent is None or not self._spent.holds(today, zone):
            self._spent = SpentInMonth(self._program.engine.books(), today, zone)
        self._header.show_money(self._spent.total_usd)
        self._show_left(left_usd(self._program.engine.taken_usd, self._program.settings.budget_usd))
        if self._dialog is not None:
            self._dialog.show_books(self._books())

    def open(self) -> None:
        """Open the money view, or bring it to the front."""
        if self._dialog is not None:
            self._dialog.raise_()
            self._dialog.activateWindow()
            return
        dialog = MoneyDialog(self._look, self._books(), self._main)
        dialog.export_requested.connect(self._choose_sheet)
        dialog.budget_requested.connect(self._leave_for_budget)
        dialog.finished.connect(self._closed)
        self._dialog = dialog
        dialog.open()

    def _closed(self) -> None:
        self._dialog = None

    def _leave_for_budget(self) -> None:
        if self._dialog is not None:
            self._dialog.accept()
        self._set_budget()

    def _books(self) -> Books:
        today, zone = self._day()
        return Books(
            jobs=self._program.engine.books(),
            budget_usd=self._program.settings.budget_usd,
            today=today,
            zone=zone,
        )

    def _day(self) -> tuple[date, tzinfo]:
        """The person's day and time zone, by the clock that dates the jobs."""
        now = self._program.clock.now().astimezone()
        return now.date(), now.tzinfo or UTC

    def _choose_sheet(self) -> None:
        dialog = QFileDialog(self._dialog or self._main, self.tr("Export as CSV"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("Sheets") + " (*.csv)")
        dialog.setDefaultSuffix("csv")
        dialog.selectFile(f"vidu-desktop-{self._books().today.isoformat()}.csv")
        dialog.fileSelected.connect(lambda path: self._tasks.start("export a sheet", self._export(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    async def _export(self, path: str) -> None:
        books = self._books()
        loop = asyncio.get_running_loop()
        try:
            await loop.run_in_executor(None, write_sheet, Path(path), csv_rows(books.jobs, books.zone))
        except ViduDesktopError as error:
            self._notices.say_error(error)
        else:
            self._notices.say_text(self.tr("The sheet is here: {path}").format(path=path))


def write_sheet(path: Path, rows: list[tuple[str, ...]]) -> None:
    """Write a sheet that every spreadsheet reads, whole or not at all. Raises DiskTrouble."""
    text = io.StringIO(newline="")
    csv.writer(text).writerows(rows)
    try:
        # The mark at the beginning is how Excel knows that Chinese and Japanese prompts are UTF-8.
        write_beside(Files(), path, text.getvalue().encode("utf-8-sig"))
    except OSError as error:
        raise os_errors.disk_trouble(error, path) from error
