"""Imports videos from elsewhere into the library, shows the progress, and can undo the import."""

import asyncio
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFileDialog

from vidu_desktop.controllers.library_context import LibraryContext
from vidu_desktop.controllers.result_words import imported_words
from vidu_desktop.controllers.trash_controller import TrashController
from vidu_desktop.controllers.undo_words import import_of
from vidu_desktop.domain.clip import VIDEO_ENDINGS
from vidu_desktop.library.imports import CallOff, ClipImports, Imported
from vidu_desktop.ui.widgets.file_dialog import FileDialog
from vidu_desktop.ui.widgets.last_folders import FilePurpose

_VIDEOS = " ".join(f"*{suffix}" for suffix in VIDEO_ENDINGS)

translate = QCoreApplication.translate


class ImportController:
    """One import at a time. An import that is undone goes to the trash."""

    def __init__(self, context: LibraryContext, imports: ClipImports, trash: TrashController) -> None:
        self._context = context
        self._pane = context.pane
        self._imports = imports
        self._trash = trash
        self._turn = asyncio.Lock()
        self._call_off = CallOff()
        self._pane.import_requested.connect(self.take_in)
        self._pane.import_bar.cancel_requested.connect(self._end_taking_in)

    def take_in(self, paths: Sequence[str]) -> None:
        """Copy these videos into the library; without paths, ask for them."""
        if paths:
            self._context.guarded.start("take videos in", self._take_in, [Path(path) for path in paths])
            return
        dialog = FileDialog(self._pane, translate("ImportController", "Import videos"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters(
            [
                translate("ImportController", "Videos ({patterns})").format(patterns=_VIDEOS),
                translate("ImportController", "All files ({patterns})").format(patterns="*"),
            ]
        )
        self._context.folders.begin(dialog, FilePurpose.VIDEOS)
        dialog.filesSelected.connect(lambda chosen: self.take_in(chosen) if chosen else None)
        dialog.open()

    async def _take_in(self, paths: list[Path]) -> None:
        async with self._turn:
            self._call_off = CallOff()
            self._pane.import_bar.begin(translate("ImportController", "Looking for videos…"))
            try:
                taken = await self._imports.take_in(paths, self._tell, self._call_off)
                if came := [clip.clip_id for clip in (*taken.clips, *taken.back)]:
                    self._context.undo.add(self._trash.return_step(came, import_of(len(came))))
                self._say_taken(taken)
            finally:
                self._pane.import_bar.end()
                self._context.listed.follow_change()

    def _tell(self, done: int, count: int) -> None:
        words = translate("ImportController", "Importing video {number} of {count}")
        shown = words.format(number=min(done + 1, count), count=count)
        self._pane.import_bar.show_progress(shown, done / max(count, 1))

    def _end_taking_in(self) -> None:
        self._call_off.call()

    def _say_taken(self, taken: Imported) -> None:
        twice = sum(found.code == "file-twice" for found in taken.findings)
        words = imported_words(
            len(taken.clips),
            len(taken.back),
            twice,
            len(taken.findings) - twice,
            len(taken.left),
            stopped=taken.stopped_by is not None,
        )
        if taken.stopped_by is not None:
            self._context.notices.say_error(taken.stopped_by, words)
        elif taken.clips or taken.back:
            self._context.notices.say_done(words)
        else:
            self._context.notices.say_text(words)
