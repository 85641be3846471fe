"""Finds videos whose files aren't at the library's path any more."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFileDialog

from vidu_desktop.controllers.library_context import LibraryContext
from vidu_desktop.controllers.library_marks import clips_of
from vidu_desktop.controllers.result_words import still_missing_words
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import Sentence
from vidu_desktop.library.missing import MissingClips
from vidu_desktop.ui.text import say
from vidu_desktop.ui.widgets.file_dialog import FileDialog
from vidu_desktop.ui.widgets.last_folders import FilePurpose

translate = QCoreApplication.translate


class MissingController:
    """Searches the library by itself, then a folder that the person names."""

    def __init__(self, context: LibraryContext, missing: MissingClips) -> None:
        self._context = context
        self._pane = context.pane
        self._missing = missing

    async def find_missing(self, rows: Sequence[int]) -> None:
        """Search the library for missing files by their content; ask for a folder for the rest. Raises DiskTrouble."""
        lost = []
        for clip in await clips_of(self._context.clips, rows):
            if not clip.missing:
                continue
            found = await self._missing.find(clip.clip_id)
            if found is None:
                lost.append(clip.clip_id)
            else:
                self._context.model.put_clips([found])
        if lost:
            self._ask_where(lost)
        else:
            self._context.notices.say(Sentence(_FOUND_AGAIN))
        self._context.listed.follow_change()

    def _ask_where(self, clip_ids: list[str]) -> None:
        dialog = FileDialog(
            self._pane.window(), translate("MissingController", "In which folder may the missing files be?")
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        self._context.folders.begin(dialog, FilePurpose.MISSING)
        dialog.filesSelected.connect(
            lambda chosen: self._context.guarded.start("find missing files", self._look_in, clip_ids, chosen)
        )
        dialog.open()

    async def _look_in(self, clip_ids: list[str], folders: list[str]) -> None:
        found = []
        for clip_id in clip_ids:
            clip = await self._missing.find(clip_id, [Path(folder) for folder in folders])
            if clip is not None:
                found.append(clip)
        self._context.model.put_clips(found)
        missing = len(clip_ids) - len(found)
        self._context.notices.say_text(
            still_missing_words(missing) if missing else say(Sentence(_FOUND_AGAIN))
        )
        self._context.listed.follow_change()


_FOUND_AGAIN = QT_TRANSLATE_NOOP("library", "Every missing file was found again by its content.")
