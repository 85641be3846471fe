"""Plugs the library's wishes into the library on the disk, and its clips into the grid's model."""

import json
from collections.abc import Callable, Coroutine
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from vidu_desktop.app.files import open_elsewhere, show_in_folder
from vidu_desktop.app.notices import Notices
from vidu_desktop.domain.clip import Clip
from vidu_desktop.domain.json_reading import damaged
from vidu_desktop.domain.library_query import LibraryQuery
from vidu_desktop.domain.request import GenerationRequest
from vidu_desktop.domain.words import QT_TRANSLATE_NOOP
from vidu_desktop.engine.tasks import TaskKeeper
from vidu_desktop.errors import Sentence, ViduDesktopError
from vidu_desktop.ui.library.pane import LibraryPane
from vidu_desktop.ui.models.library_model import LibraryModel
from vidu_desktop.wiring.program import Program

FIRST_ROWS = 200
"""How many are shown before all are known: more than any screen holds."""


class LibraryWork(QObject):
    """Searches are answered in the order of the questions; only the last one's answer is shown."""

    file_leaves = Signal(str)  # path of a video that is about to be moved away

    def __init__(
        self,
        program: Program,
        pane: LibraryPane,
        model: LibraryModel,
        tasks: TaskKeeper,
        notices: Notices,
        fill: Callable[[GenerationRequest], bool],
        play: Callable[[Clip], None],
    ) -> None:
        super().__init__(pane)
        self._library = program.library
        self._trash_can = program.storage.trash
        self._videos = program.videos
        self._pane = pane
        self._model = model
        self._tasks = tasks
        self._notices = notices
        self._fill = fill
        self._play = play
        self._query = LibraryQuery()
        self._trashed: list[list[str]] = []
        self._connect()

    def _connect(self) -> None:
        pane = self._pane
        pane.search_requested.connect(self._search)
        self._model.clips_wanted.connect(lambda rows: self._start("read clips", self._read_clips, rows))
        pane.trash_requested.connect(lambda clip_ids: self._start("trash", self._trash, clip_ids))
        pane.undo_trash_requested.connect(lambda: self._start("undo trash", self._undo_trash))
        pane.show_in_folder_requested.connect(lambda clip_id: self._with(clip_id, self._show_in_folder))
        pane.open_externally_requested.connect(
            lambda clip_id: self._with(clip_id, lambda clip: self.open_elsewhere(clip.video_path))
        )
        pane.play_requested.connect(self._play)
        pane.use_again_requested.connect(lambda clip_id: self._start("use again", self._use_again, clip_id))

    def _start(self, name: str, verb: Callable[..., Coroutine[Any, Any, None]], *values: object) -> None:
        async def guarded() -> None:
            try:
                await verb(*values)
            except ViduDesktopError as error:
                self._notices.say_error(error)

        self._tasks.start(name, guarded())

    def _search(self, text: str) -> None:
        self._query = replace(self._query, text=text)
        self._start("search the library", self._list, self._query)

    async def list_all(self) -> None:
        """Show what is there of what is looked for; says so when it can't be read."""
        self._model.forget_clips()
        try:
            await self._list(self._query)
        except ViduDesktopError as error:
            self._notices.say_error(error)

    async def look_through_index(self) -> None:
        """Look for damage in the index, at leisure; what is shown is read anew if there was any."""
        if await self._library.check_index():
            await self.list_all()

    async def _list(self, query: LibraryQuery) -> None:
        """Show the first answers at once, then all of them. Only the latest question's answer is shown."""
        first = await self._library.find_rows(query, FIRST_ROWS)
        if query is not self._query:
            return
        self._model.set_rows(first)
        if len(first) == FIRST_ROWS:
            rows = await self._library.find_rows(query)
            if query is self._query:
                self._model.set_rows(rows)

    async def _read_clips(self, rows: list[int]) -> None:
        self._model.put_clips(await self._library.clips_at(rows))

    def add(self, clip: Clip) -> None:
        """Show a new clip, if it fits what is being looked for."""
        self._model.forget_cover(clip)
        self._start("show a new video", self._list, self._query)

    async def _trash(self, clip_ids: list[str]) -> None:
        for clip_id in clip_ids:
            clip = await self._library.get(clip_id)
            if clip is not None:
                self.file_leaves.emit(clip.video_path)
        moved = await self._trash_can.put(clip_ids)
        if moved:
            self._trashed.append(moved)
            self._model.remove(moved)

    async def _undo_trash(self) -> None:
        if not self._trashed:
            return
        await self._trash_can.take_back(self._trashed[-1])
        self._trashed.pop()
        await self._list(self._query)

    async def _use_again(self, clip_id: str) -> None:
        found = await self._library.request_of(clip_id)
        if found is None:
            self._notices.say(Sentence(_NO_RECIPE))
            return
        self._fill_with(*found)

    def use_videos(self, paths: list[str]) -> None:
        """Fill the tab from the recipe inside a video that was dropped."""
        self._start("use a dropped video again", self._use_video, Path(paths[0]))

    async def _use_video(self, path: Path) -> None:
        text = await self._videos.extract_recipe(path)
        if text is None:
            self._notices.say(Sentence(_NO_RECIPE))
            return
        try:
            recipe = json.loads(text)
        except (ValueError, RecursionError) as error:
            raise damaged("recipe") from error
        self._fill_with(*await self._library.request_from(recipe))

    def _fill_with(self, request: GenerationRequest, lost_names: tuple[str, ...]) -> None:
        if not self._fill(request):
            self._notices.say(Sentence(_MODEL_UNKNOWN, {"model": request.model}))
        elif lost_names:
            self._notices.say(Sentence(_PICTURES_LOST, {"names": ", ".join(lost_names)}))

    def _with(self, clip_id: str, act: Callable[[Clip], object]) -> None:
        async def find_and_act() -> None:
            clip = await self._library.get(clip_id)
            if clip is not None:
                act(clip)

        self._start("find a clip", find_and_act)

    def _show_in_folder(self, clip: Clip) -> None:
        if not show_in_folder(clip.video_path):
            self._notices.say(Sentence(_NO_FOLDER, {"path": clip.video_path}))

    def show_folder(self) -> None:
        """Open the library's folder."""
        folder = self._library.root
        if not show_in_folder(str(folder)):
            self._notices.say(Sentence(_NO_FOLDER, {"path": str(folder)}))

    def open_elsewhere(self, path: str) -> None:
        """Open a video with another program."""
        if not open_elsewhere(path):
            self._notices.say(Sentence(_NO_PLAYER, {"path": path}))


_NO_RECIPE = QT_TRANSLATE_NOOP(
    "library", "This video has no recipe, so its settings aren't known. It may come from another program."
)
_MODEL_UNKNOWN = QT_TRANSLATE_NOOP(
    "library", "This video was made with {model}, which this version doesn't know. Nothing was filled in."
)
_PICTURES_LOST = QT_TRANSLATE_NOOP(
    "library",
    "The settings are filled in, but these pictures aren't there any more: {names}. Choose them again.",
)
_NO_FOLDER = QT_TRANSLATE_NOOP("library", "No file manager answers. The video is here: {path}")
_NO_PLAYER = QT_TRANSLATE_NOOP("library", "No other player is set up here. The video is here: {path}")
