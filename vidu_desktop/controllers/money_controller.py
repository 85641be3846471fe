"""Connects the money view with the books: it shows their sums, and exports them as a sheet."""

import asyncio
from collections.abc import Awaitable, Callable, Collection, Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, tzinfo
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from vidu_desktop.controllers.context import WindowContext
from vidu_desktop.controllers.file_dialogs import ask_target
from vidu_desktop.controllers.result_words import saved_words
from vidu_desktop.domain.amounts import Sums
from vidu_desktop.domain.job import Job
from vidu_desktop.domain.money import Period, csv_rows, left_money
from vidu_desktop.domain.money_sums import Axis, MoneySums
from vidu_desktop.domain.settings import Settings
from vidu_desktop.engine.engine import Engine
from vidu_desktop.ui.queue.header import QueueHeader
from vidu_desktop.ui.widgets.last_folders import FilePurpose

if TYPE_CHECKING:
    from vidu_desktop.ui.dialogs.money_dialog import Books, MoneyDialog

_AT_ONCE = 200
"""How many jobs are counted in one turn of the loop, which takes about 2 ms."""
_GATHER_MS = 100
"""The time between two updates while many changes come."""


class MoneyController(QObject):
    """One dialog at a time, and a small figure above the queue. `settings` is called at each use. `write_sheet` writes rows
    as CSV, completely or not at all; it blocks, and raises DiskTrouble. `kept_jobs` returns the ids of the jobs whose videos
    were kept, `batch_names` the names of batches by their ids, without those that are damaged; both may raise DiskTrouble.
    """

    budget_requested = Signal()  # the person wants to set the budget
    left_changed = Signal(object)  # Money: what is left of the budget for new orders; None without a budget

    def __init__(
        self,
        context: WindowContext,
        header: QueueHeader,
        engine: Engine,
        now: Callable[[], datetime],
        settings: Callable[[], Settings],
        write_sheet: Callable[[Path, Sequence[tuple[str, ...]]], None],
        kept_jobs: Callable[[], Awaitable[Collection[str]]] | None = None,
        batch_names: Callable[[Collection[str]], Awaitable[Mapping[str, str]]] | None = None,
    ) -> None:
        super().__init__(context.window)
        self._look = context.look
        self._window = context.window
        self._notices = context.notices
        self._guarded = context.guarded
        self._folders = context.folders
        self._header = header
        self._engine = engine
        self._now = now
        self._settings = settings
        self._write_sheet = write_sheet
        self._kept_jobs = kept_jobs
        self._batch_names = batch_names
        self.money_to_come: Callable[[], Sums] = Sums
        """Returns what the approved videos of batches cost that aren't jobs yet."""
        self._kept: Collection[str] = ()
        self._names: Mapping[str, str] = {}
        self._dialog: MoneyDialog | None = None
        self._sums: MoneySums | None = None
        self._adding: MoneySums | None = None
        self._wants_open = False
        self._gather = QTimer(self)
        self._gather.setSingleShot(True)
        self._gather.setInterval(_GATHER_MS)
        self._gather.timeout.connect(self.show_now)

    def books_changed(self) -> None:
        """Show the sums again soon, because a job, a price or the budget has changed."""
        if not self._gather.isActive():
            self._gather.start()

    def put(self, jobs: Iterable[Job]) -> None:
        """Count jobs that were added or have changed."""
        for job in jobs:
            for sums in (self._sums, self._adding):
                if sums is not None:  # empty sums are false, too
                    sums.put(job)
        self.books_changed()

    def show_now(self) -> None:
        """Show what is spent and what is left, and all sums in the open dialog. Nothing is shown before the engine has read
        all jobs, because an incomplete sum would be wrong.
        """
        if self._sums is None or not self._sums.holds(*self._day()):
            self._add_up_soon()
            return
        if self._wants_open:
            self._wants_open = False
            self.open()
        settings = self._settings()
        self._header.show_money(self._sums.ledger(Period.MONTH).spent)
        self.left_changed.emit(left_money(self._engine.taken_money, settings.budget_in(settings.currency)))
        if self._dialog is not None:
            self._dialog.show_books(self._books(self._sums))

    def open(self) -> None:
        """Open the money view, or bring it to the front."""
        from vidu_desktop.ui.dialogs.money_dialog import MoneyDialog

        if self._dialog is not None:
            self._dialog.raise_()
            self._dialog.activateWindow()
            return
        if self._sums is None:
            self._wants_open = True
            return
        dialog = MoneyDialog(self._look, self._books(self._sums), self._window)
        dialog.export_requested.connect(self._choose_sheet)
        dialog.budget_requested.connect(self._leave_for_budget)
        dialog.finished.connect(self._closed)
        self._dialog = dialog
        dialog.open()
        self._guarded.start("look what was kept", self._look_up)

    async def _look_up(self) -> None:
        """Ask the library which videos were kept, and for the names of the batches; the books don't have them."""
        if self._kept_jobs is not None:
            self._kept = await self._kept_jobs()
            self.show_now()
        sums = self._sums
        batches = [] if sums is None else [group[0] for group in sums.groups(Period.ALL, Axis.BATCH)]
        if self._batch_names is not None:
            self._names = await self._batch_names(list(filter(None, batches)))
        self.show_now()

    def _closed(self) -> None:
        self._dialog = None

    def _leave_for_budget(self) -> None:
        if self._dialog is not None:
            self._dialog.accept()
        self.budget_requested.emit()

    def _add_up_soon(self) -> None:
        if self._adding is None and self._engine.has_read_all:
            self._adding = MoneySums((), *self._day())
            self._guarded.start("add up the books", self._add_up, self._adding)

    async def _add_up(self, sums: MoneySums) -> None:
        """Count all jobs, some in each turn of the loop. Jobs that changed meanwhile have been counted by `put` already."""
        try:
            for count, job in enumerate(self._engine.books(), start=1):
                if not sums.counts(job.job_id):
                    sums.put(job)
                if count % _AT_ONCE == 0:
                    await asyncio.sleep(0)
            self._sums = sums
        finally:
            self._adding = None
        self.show_now()

    def _books(self, sums: MoneySums) -> "Books":
        from vidu_desktop.ui.dialogs.money_dialog import Books

        settings = self._settings()
        return Books(
            sums=sums,
            currency=settings.currency,
            budgets=settings.budgets,
            kept_jobs=self._kept,
            batch_names=self._names,
            to_come=self.money_to_come(),
        )

    def _day(self) -> tuple[date, tzinfo]:
        """Return the person's day and time zone, by the clock that dates the jobs."""
        now = self._now().astimezone()
        return now.date(), now.tzinfo or UTC

    def _choose_sheet(self) -> None:
        ask_target(
            self._dialog or self._window,
            self.tr("Export as CSV"),
            [self.tr("Sheets") + " (*.csv)"],
            lambda target: self._guarded.start("export a sheet", self._export, target),
            self._folders,
            FilePurpose.MONEY,
            name=f"vidu-desktop-{self._day()[0].isoformat()}.csv",
        )

    async def _export(self, target: Path) -> None:
        _, zone = self._day()
        books = self._engine.books()
        await asyncio.get_running_loop().run_in_executor(
            None, lambda: self._write_sheet(target, csv_rows(books, zone))
        )
        self._notices.say_done(saved_words(target.name), str(target))
