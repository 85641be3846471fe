"""Saves the result of a batch from the window as a sheet."""

import asyncio
from collections.abc import Callable, Sequence
from pathlib import Path

from vidu_desktop.batch.checking import SheetChecker
from vidu_desktop.batch.feeder import BatchFeeder
from vidu_desktop.batch.result_rows import RESULT_HELD, result_rows
from vidu_desktop.controllers.context import WindowContext
from vidu_desktop.controllers.file_dialogs import ask_target
from vidu_desktop.controllers.open_batch import OpenBatch
from vidu_desktop.controllers.result_words import saved_words
from vidu_desktop.domain.batch import Batch
from vidu_desktop.domain.origin import batch_origins
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import DiskTrouble, Sentence
from vidu_desktop.ui.drives import real_path
from vidu_desktop.ui.text import say
from vidu_desktop.ui.widgets.last_folders import FilePurpose

WriteResult = Callable[[Path, Sequence[tuple[str, ...]], str], Path]
"""Writes rows as a sheet with this separator, completely or not at all. Blocks, and raises DiskTrouble."""


class BatchResults:
    """Asks for a file, then writes it."""

    def __init__(
        self, context: WindowContext, checker: SheetChecker, feeder: BatchFeeder, write: WriteResult
    ) -> None:
        self._notices = context.notices
        self._guarded = context.guarded
        self._folders = context.folders
        self._checker = checker
        self._feeder = feeder
        self._write = write

    def choose(self, opened: OpenBatch) -> None:
        """Ask for a file; the source's own kind is offered first. Without a batch there is no result, and nothing is asked."""
        batch = None if opened.latest is None else opened.latest.checked.known.batch
        if batch is None:
            return
        text = f"{say(Sentence(_SHEETS))} (*.csv)"
        workbook = f"{say(Sentence(_WORKBOOKS))} (*.xlsx)"
        ending = Path(batch.source_path).suffix.casefold()
        is_workbook = ending.startswith((".xls", ".ods"))
        ask_target(
            opened.dialog,
            say(Sentence(_SAVE)),
            [workbook, text] if is_workbook else [text, workbook],
            lambda target: self._chosen(opened, batch, target),
            self._folders,
            FilePurpose.SHEETS,
            name=f"{batch.name} results",
        )

    def _chosen(self, opened: OpenBatch, batch: Batch, target: Path) -> None:
        if real_path(str(target)) == real_path(batch.source_path):
            self._notices.say(Sentence(_INTO_SOURCE))
            opened.dialog.say_saved(say(Sentence(_INTO_SOURCE)), ok=False)
        else:
            self._guarded.start("save a result", self._save, opened, batch, target)

    async def _save(self, opened: OpenBatch, batch: Batch, target: Path) -> None:
        store = self._checker.store
        async with self._feeder.turn:  # so the latest edits have been written before
            batch = await store.load(batch.batch_id)
        history = await store.history(batch.batch_id)
        clips = await self._checker.clips.by_origin(batch_origins(batch.batch_id))
        jobs, own_id = self._feeder.jobs, self._feeder.own_id

        def write() -> Path:
            return self._write(target, result_rows(batch, history, jobs, clips, own_id), batch.separator)

        try:
            written = await asyncio.get_running_loop().run_in_executor(None, write)
        except DiskTrouble as error:
            if not opened.closed:
                opened.dialog.say_saved(say(error.sentence), ok=False)
            raise
        held = say(Sentence(RESULT_HELD, {"path": target.name, "other": written.name}))
        words = saved_words(target.name) if written == target else held
        self._notices.say_done(words, str(written))
        if not opened.closed:  # the dialog covers the window's notice
            opened.dialog.say_saved(words)


_SHEETS = QT_TRANSLATE_NOOP("batch", "Sheets")
_WORKBOOKS = QT_TRANSLATE_NOOP("batch", "Workbooks")
_SAVE = QT_TRANSLATE_NOOP("batch", "Save the result")
_INTO_SOURCE = QT_TRANSLATE_NOOP(
    "batch", "The result isn't written into the sheet itself. Give it another name."
)
