"""Connects the library's pane with the library on the disk: carries out what is done with selected clips."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from vidu_desktop.controllers.context import WindowContext
from vidu_desktop.controllers.file_manager import open_elsewhere
from vidu_desktop.controllers.import_controller import ImportController
from vidu_desktop.controllers.library_context import LibraryContext
from vidu_desktop.controllers.library_list import LibraryList
from vidu_desktop.controllers.library_marks import LibraryMarks, clips_of
from vidu_desktop.controllers.library_ports import (
    AnswerReader,
    ClipSearch,
    ClipSources,
    RecipeReader,
    SearchStore,
    TrashedBoards,
)
from vidu_desktop.controllers.missing_controller import MissingController
from vidu_desktop.controllers.recipes_used import RecipesUsed
from vidu_desktop.controllers.review_controller import ReviewController
from vidu_desktop.controllers.trash_controller import TrashController
from vidu_desktop.domain.clip import Clip
from vidu_desktop.domain.json_reading import Fields
from vidu_desktop.domain.request import GenerationRequest
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import BadInput, Sentence
from vidu_desktop.library.imports import ClipImports
from vidu_desktop.library.marking import ClipMarks
from vidu_desktop.library.missing import MissingClips
from vidu_desktop.library.trash import ClipTrash
from vidu_desktop.library.undo import UndoStack
from vidu_desktop.ui.library.library_pane import LibraryPane
from vidu_desktop.ui.models.clip_details import ClipDetails
from vidu_desktop.ui.models.clip_verbs import FILLING, ClipVerb
from vidu_desktop.ui.models.clips_mime import clips_mime
from vidu_desktop.ui.models.library_model import LibraryModel
from vidu_desktop.ui.protocols import PictureService

_WINDOWS_MOST = 10
"""How many windows of other programs are opened at once: whoever selects everything doesn't mean a thousand."""


class ReadLibrary(ClipSearch, ClipSources, Protocol):
    """The parts of the library that are only read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LibraryParts:
    """The library as the window works with it: what is read of it, and what is done to it.

    `trash_days` returns after how many days the trash deletes a video by itself, 0 for never.
    """

    clips: ReadLibrary
    searches: SearchStore
    recipes: RecipeReader
    marks: ClipMarks
    trash: ClipTrash
    imports: ClipImports
    missing: MissingClips
    answers: AnswerReader
    trash_days: Callable[[], int] = lambda: 0
    trashed_boards: TrashedBoards | None = None


class LibraryController(QObject):
    """Everything between the pane and the disk. Verbs that other controllers carry out are sent as `clips_wanted_for`."""

    file_leaves = Signal(object)  # the path of a video that is about to be moved away
    file_moved = Signal(object, object)  # the old and the new path of a video that stays in the library
    clips_wanted_for = Signal(object, list)  # ClipVerb, list[Clip]: compare, export, join and so on

    def __init__(
        self,
        context: WindowContext,
        parts: LibraryParts,
        pane: LibraryPane,
        model: LibraryModel,
        pictures: PictureService,
        fill: Callable[[GenerationRequest], bool],
        play: Callable[[Clip], None],
        undo: UndoStack,
    ) -> None:
        super().__init__(pane)
        self._library = parts.clips
        self._recipes = RecipesUsed(context.notices, parts.clips, parts.recipes, fill)
        self._pane = pane
        self._model = model
        self._notices = context.notices
        self._undo = undo
        self._guarded = context.guarded
        self._start = self._guarded.start
        pane.unfit.connect(lambda words: self._notices.say_text(words) if words else None)
        self.list = LibraryList(parts.clips, parts.searches, pane, model, self._guarded)
        shared = LibraryContext(
            clips=parts.clips,
            pane=pane,
            model=model,
            listed=self.list,
            undo=undo,
            guarded=self._guarded,
            notices=context.notices,
            leaving=self.file_leaves.emit,
            folders=context.folders,
        )
        marks = LibraryMarks(shared, parts.marks, self.file_moved.emit)
        self._review = ReviewController(shared, marks, parts.answers)
        self._trash = TrashController(
            shared, parts.trash, context.look, parts.trash_days, parts.trashed_boards
        )
        self._imports = ImportController(shared, parts.imports, self._trash)
        self._missing = MissingController(shared, parts.missing)
        pane.verb_requested.connect(self._act)
        pane.undo_requested.connect(lambda: self._start("undo", self._undo.undo, writes=True))
        pane.details_requested.connect(lambda clip_id: self._start("read details", self._tell, clip_id))
        pane.drag.clips_wanted.connect(lambda rows: self._start("read what is dragged", self._drag, rows))
        pane.play_requested.connect(play)
        pane.details.thumbnail_wanted.connect(pictures.thumbnail)

    async def list_all(self) -> None:
        """Show the clips of the present query; report if they can't be read."""
        await self._guarded.run(self.list.list_all)

    def keep_typed(self) -> None:
        """Keep the text that is still being typed. Called at the window's end."""
        self._pane.details.keep_typed()

    def add(self, clip: Clip) -> None:
        """Show a new clip, if it fits the present query."""
        self._model.forget_cover(clip)
        self.list.follow_change()

    def put(self, clip: Clip) -> None:
        """Show new facts about a clip, if it is shown."""
        self._model.put_clips([clip])
        current = self._pane.selection.current_clip()
        if current is not None and current.clip_id == clip.clip_id:
            self._start("read details", self._tell, clip.clip_id)

    def _act(self, verb: ClipVerb, rows: list[int]) -> None:
        match verb:
            case ClipVerb.TRASH:
                self._undo.expect(self._start("trash", self._trash.throw_away, rows, writes=True))
            case ClipVerb.FIND_MISSING:
                self._start("find missing files", self._missing.find_missing, rows)
            case ClipVerb.USE_AGAIN:
                self._start("use again", self._use_again, rows[:1], fills=True)
            case _:
                self._start(verb.value, self._with_clips, verb, rows, fills=verb in FILLING)

    async def _with_clips(self, verb: ClipVerb, rows: Sequence[int]) -> None:
        clips = await clips_of(self._library, rows)
        if not clips:
            return
        match verb:
            case ClipVerb.SHOW_IN_FOLDER:
                folders = {Path(clip.video_path).parent: clip.video_path for clip in reversed(clips)}
                self._for_some(list(folders.values())[::-1], self._notices.show_in_folder)
            case ClipVerb.OPEN_ELSEWHERE:
                self._for_some([clip.video_path for clip in clips], self.open_elsewhere)
            case ClipVerb.COPY_FILES:
                QApplication.clipboard().setMimeData(clips_mime(clips))
            case _:
                self.clips_wanted_for.emit(verb, clips)

    async def _drag(self, rows: Sequence[int]) -> None:
        self._pane.drag.go_on(await clips_of(self._library, rows))

    def _for_some(self, paths: Sequence[str], show: Callable[[str], None]) -> None:
        for path in paths[:_WINDOWS_MOST]:
            show(path)
        if len(paths) > _WINDOWS_MOST:
            self._notices.say(Sentence(_NOT_ALL, {"shown": _WINDOWS_MOST, "count": len(paths)}))

    async def _tell(self, clip_id: str) -> None:
        clip = await self._library.get(clip_id)
        if clip is None:
            return
        try:
            record = await self._library.record(clip_id)
            found = await self._library.request_of(clip_id)
        except BadInput:
            record, found = {}, None  # the record can't be read, so only what the index knows is shown
        request, lost = found or (None, ())
        self._pane.show_details(
            ClipDetails(clip=clip, request=request, lost_names=lost, sent_at=_sent_at(record))
        )

    async def _use_again(self, rows: Sequence[int]) -> None:
        await self._recipes.use_clips(await self._library.clips_at(rows))

    def say_emptied(self, count: int) -> None:
        """Say that `count` videos were deleted after their time in the trash."""
        self._trash.say_emptied(count)

    def use_videos(self, paths: list[str]) -> None:
        """Fill the tab from the recipe inside a dropped video; of several videos, from the first that has one."""
        self._start("use a dropped video again", self._recipes.use_first, list(map(Path, paths)), fills=True)

    def show_folder(self) -> None:
        """Open the library's folder."""
        self._notices.show_in_folder(str(self._library.root))

    def open_elsewhere(self, path: str) -> None:
        """Open a video with another program."""
        open_elsewhere(path, lambda: self._notices.say(Sentence(_NO_PLAYER, {"path": path})))


def _sent_at(record: object) -> datetime | None:
    try:
        return Fields(record, "record").part("asked").time_or_none("sent_at")
    except BadInput:
        return None


_NOT_ALL = QT_TRANSLATE_NOOP(
    "library", "The first {shown} of {count} are open. For more windows than that, select fewer at a time."
)
_NO_PLAYER = QT_TRANSLATE_NOOP("library", "No other player is set up here. The video is here: {path}")
