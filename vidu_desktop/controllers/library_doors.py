"""Videos that come into the library and leave it: taken in, thrown away, taken back, found again."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from vidu_desktop.adapters.library_store.file_library import FileLibrary
from vidu_desktop.controllers.library_list import LibraryList
from vidu_desktop.controllers.library_marks import clips_of
from vidu_desktop.controllers.notices import Notices
from vidu_desktop.controllers.task_errors import GuardedTasks
from vidu_desktop.controllers.undo_words import deletion_of, import_of
from vidu_desktop.domain.clip import Clip
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import Sentence
from vidu_desktop.library.imports import ClipImports, Imported
from vidu_desktop.library.missing import MissingClips
from vidu_desktop.library.trash import ClipTrash
from vidu_desktop.library.undo import UndoStack, UndoStep
from vidu_desktop.ui.dialogs.trash_dialog import TrashDialog, TrashLine
from vidu_desktop.ui.library.library_pane import LibraryPane
from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.models.library_model import LibraryModel
from vidu_desktop.ui.text import say
from vidu_desktop.wiring.program import Program

_VIDEOS = "*.mp4 *.m4v *.mov"


class LibraryDoors:
    """`leaving` is told of every file that is about to be moved: a player must let go of it."""

    def __init__(
        self,
        program: Program,
        look: Look,
        pane: LibraryPane,
        model: LibraryModel,
        guarded: GuardedTasks,
        notices: Notices,
        listed: LibraryList,
        undo: UndoStack,
        leaving: Callable[[str], None],
    ) -> None:
        self._library: FileLibrary = program.library
        self._trash: ClipTrash = program.storage.trash
        self._imports: ClipImports = program.storage.imports
        self._missing: MissingClips = program.storage.missing
        self._look = look
        self._pane = pane
        self._model = model
        self._guarded = guarded
        self._notices = notices
        self._listed = listed
        self._undo = undo
        self._leaving = leaving
        self._turn = asyncio.Lock()
        self._wanted = True
        pane.import_requested.connect(self.take_in)
        pane.import_bar.cancel_requested.connect(self._end_taking_in)
        pane.trash_shown.connect(self.show_trash)
        pane.empty.trash_wanted.connect(self.show_trash)
        pane.empty.undo_requested.connect(pane.undo_requested)
        pane.emptied.connect(lambda: guarded.start("look into the trash", self._count_trashed))

    # -- in --------------------------------------------------------------------------------------------------------

    def take_in(self, paths: Sequence[str]) -> None:
        """Copy these videos in, or ask which."""
        if paths:
            self._guarded.start("take videos in", self._take_in, [Path(path) for path in paths])
            return
        dialog = QFileDialog(self._pane, self._pane.tr("Take in videos"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters([f"{self._pane.tr('Videos')} ({_VIDEOS})", f"{self._pane.tr('All files')} (*)"])
        dialog.filesSelected.connect(lambda chosen: self.take_in(chosen) if chosen else None)
        dialog.open()

    async def _take_in(self, paths: list[Path]) -> None:
        async with self._turn:
            self._wanted = True
            self._pane.import_bar.begin(self._pane.tr("Looking for videos …"))
            try:
                taken = await self._imports.take_in(paths, self._tell, lambda: self._wanted)
                if came := [clip.clip_id for clip in (*taken.clips, *taken.back)]:
                    self._undo.add(self._return_step(came, import_of(len(came))))
                self._say_taken(taken)
            finally:
                self._pane.import_bar.end()
                self._listed.follow_change()

    def _tell(self, done: int, count: int) -> None:
        words = self._pane.tr("Taking in video {number} of {count}")
        shown = words.format(number=min(done + 1, count), count=count)
        self._pane.import_bar.show_progress(shown, done / max(count, 1))

    def _end_taking_in(self) -> None:
        self._wanted = False

    def _say_taken(self, taken: Imported) -> None:
        twice = sum(found.code == "file-twice" for found in taken.findings)
        values = {
            "count": len(taken.clips),
            "back": len(taken.back),
            "twice": twice,
            "refused": len(taken.findings) - twice,
            "left": len(taken.left),
        }
        if taken.left:
            self._notices.say(Sentence(_ENDED, values))
        else:
            self._notices.say(Sentence(_TAKEN_IN_AND_BACK if taken.back else _TAKEN_IN, values))

    # -- out and back ----------------------------------------------------------------------------------------------

    async def throw_away(self, rows: Sequence[int]) -> None:
        """Move videos to the library's trash. Raises DiskTrouble."""
        clips = await clips_of(self._library, rows)
        for clip in clips:
            self._leaving(clip.video_path)
        moved: list[str] = []  # by the ids that they have in there
        gone: list[str] = []
        try:
            for clip in clips:
                moved += (there := await self._trash.put([clip.clip_id]))
                gone += [clip.clip_id] if there else []
        finally:
            self._show_thrown_away(moved, gone)

    def _show_thrown_away(self, moved: list[str], gone: list[str]) -> None:
        if moved:
            self._undo.add(self._trash_step(moved, deletion_of(len(moved))))
            self._model.remove(gone)
            self._pane.undo_bar.announce(len(moved))
            self._listed.follow_change()

    def _trash_step(self, trashed_ids: list[str], words: Sentence) -> UndoStep:
        async def turn_back() -> UndoStep:
            back = [clip.clip_id for clip in await self._take_back(trashed_ids)]
            return self._return_step(back, words)

        return UndoStep(words, turn_back)

    def _return_step(self, clip_ids: list[str], words: Sentence) -> UndoStep:
        """Return the step that throws these clips away: a deletion done again, or an import taken back."""

        async def turn_back() -> UndoStep:
            gone = []
            try:
                for clip_id in clip_ids:
                    clip = await self._library.get(clip_id)
                    if clip is not None:
                        self._leaving(clip.video_path)
                        gone += [(clip_id, there) for there in await self._trash.put([clip_id])]
            finally:
                self._model.remove([clip_id for clip_id, _there in gone])
                self._listed.follow_change()
            return self._trash_step([there for _clip_id, there in gone], words)

        return UndoStep(words, turn_back)

    async def _take_back(self, clip_ids: list[str]) -> list[Clip]:
        try:
            clips = await self._trash.take_back(clip_ids)
            self._pane.selection.select_when_shown(clip.row for clip in clips)
            return clips
        finally:
            self._listed.follow_change()

    def show_trash(self) -> None:
        """Open what was thrown away."""
        dialog = TrashDialog(self._look, self._pane.window())
        start = self._guarded.start
        dialog.take_back_requested.connect(
            lambda clip_ids: start("take back", self._from_dialog, dialog, self._take_back, clip_ids)
        )
        dialog.delete_requested.connect(
            lambda clip_ids: start("delete for good", self._from_dialog, dialog, self._trash.delete, clip_ids)
        )
        dialog.open()
        start("look into the trash", self._fill, dialog)

    async def _count_trashed(self) -> None:
        words = self._undo.undo_words
        self._pane.empty.show_trashed(len(await self._trash.contents()), say(words) if words else "")

    async def _from_dialog(
        self, dialog: TrashDialog, act: Callable[[list[str]], Awaitable[object]], clip_ids: list[str]
    ) -> None:
        await act(clip_ids)
        await self._fill(dialog)

    async def _fill(self, dialog: TrashDialog) -> None:
        contents = await self._trash.contents()
        if shiboken6.isValid(dialog):
            dialog.show_contents([TrashLine(clip=one.clip, trashed_at=one.trashed_at) for one in contents])

    # -- again -----------------------------------------------------------------------------------------------------

    async def find_missing(self, rows: Sequence[int]) -> None:
        """Look for missing files by their content in the library, then where the person says. Raises DiskTrouble."""
        lost = []
        for clip in await clips_of(self._library, rows):
            if not clip.missing:
                continue
            found = await self._missing.find(clip.clip_id)
            if found is None:
                lost.append(clip.clip_id)
            else:
                self._model.put_clips([found])
        if lost:
            self._ask_where(lost)
        else:
            self._notices.say(Sentence(_FOUND_AGAIN))
        self._listed.follow_change()

    def _ask_where(self, clip_ids: list[str]) -> None:
        dialog = QFileDialog(self._window(), self._pane.tr("In which folder may the missing files be?"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.filesSelected.connect(
            lambda chosen: self._guarded.start("find missing files", self._look_in, clip_ids, chosen)
        )
        dialog.open()

    async def _look_in(self, clip_ids: list[str], folders: list[str]) -> None:
        found = []
        for clip_id in clip_ids:
            clip = await self._missing.find(clip_id, [Path(folder) for folder in folders])
            if clip is not None:
                found.append(clip)
        self._model.put_clips(found)
        whole = len(found) == len(clip_ids)
        self._notices.say(
            Sentence(_FOUND_AGAIN)
            if whole
            else Sentence(_STILL_MISSING, {"count": len(clip_ids) - len(found)})
        )
        self._listed.follow_change()

    def _window(self) -> QWidget:
        return self._pane.window()


_TAKEN_IN = QT_TRANSLATE_NOOP(
    "library",
    "Videos taken in: {count}. Already here: {twice}. Not taken, because they aren't videos or can't be read: {refused}.",
)
_TAKEN_IN_AND_BACK = QT_TRANSLATE_NOOP(
    "library",
    "Videos taken in: {count}. Back from the trash, with their marks and cost: {back}. Already here: {twice}. "
    "Not taken, because they aren't videos or can't be read: {refused}.",
)
_ENDED = QT_TRANSLATE_NOOP(
    "library",
    "Ended. Videos taken in: {count}. Back from the trash: {back}. Already here: {twice}. Not taken: {refused}. Not "
    "looked at any more: {left}; take them in again to go on.",
)
_FOUND_AGAIN = QT_TRANSLATE_NOOP("library", "Every missing file was found again by its content.")
_STILL_MISSING = QT_TRANSLATE_NOOP(
    "library", "Not found, neither in the library nor in that folder: {count}. Try another folder."
)
