"""Opens comparisons: of takes, two at a time and one after the other, or of a take with the pictures from which it was made."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QImage

from vidu_desktop.controllers.context import WindowContext
from vidu_desktop.controllers.frame_service import AppFrameService
from vidu_desktop.controllers.library_ports import RequestLookup, TakeLookup
from vidu_desktop.domain.clip import Clip
from vidu_desktop.domain.library_query import LibraryQuery, SortKey
from vidu_desktop.domain.marks import MarkChange
from vidu_desktop.domain.modes import Mode
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import Sentence
from vidu_desktop.ui.library.library_pane import LibraryPane
from vidu_desktop.ui.models.key_map import KeyMap
from vidu_desktop.ui.models.library_model import LibraryModel

if TYPE_CHECKING:
    from vidu_desktop.ui.compare.compare_window import CompareWindow

TAKES_MOST = 200
"""How many takes of one shot are compared one after the other."""


@dataclass(slots=True, eq=False)
class _Open:
    """A window, and the takes that come next in it."""

    window: "CompareWindow"
    rest: list[Clip] = field(default_factory=list)

    @property
    def paths(self) -> list[str]:
        return [take.video_path for take in self.window.takes]


class CompareController(QObject):
    """Any number of windows. All are closed with the program, and each is closed before one of its files is moved."""

    def __init__(
        self,
        context: WindowContext,
        frames: AppFrameService,
        requests: RequestLookup,
        takes: TakeLookup,
        library: LibraryPane,
        tiles: LibraryModel,
        keys: KeyMap,
        actions: Sequence[QAction] = (),
    ) -> None:
        """`actions` are menu actions whose keys also work in these windows: undo and redo."""
        super().__init__(context.window)
        self._frames = frames
        self._requests = requests
        self._takes = takes
        self._library = library
        self._keys = keys
        self._actions = list(actions)
        self._look = context.look
        self._window = context.window
        self._notices = context.notices
        self._guarded = context.guarded
        self._open: list[_Open] = []
        tiles.clips_came.connect(self._follow_clips)
        library.fixed_changed.connect(self._set_fixed)

    def takes(self, clips: Sequence[Clip]) -> None:
        """Compare the first two; the others, or else the other takes of their shot, come one by one on demand."""
        self._guarded.start("compare two takes", self._compare, list(clips))

    def with_pictures(self, clip: Clip) -> None:
        """Lay the pictures from which the clip was made over its first and last frame."""
        self._guarded.start("compare with its pictures", self._with_pictures, clip)

    def release(self, path: str) -> None:
        """Close the windows that show this file, before it is moved."""
        for one in list(self._open):
            one.rest = [take for take in one.rest if take.video_path != path]
            if path in one.paths:
                one.window.close()

    def close_all(self) -> None:
        """Close every window."""
        for one in list(self._open):
            one.window.close()

    async def _compare(self, clips: list[Clip]) -> None:
        from vidu_desktop.ui.compare.compare_window import CompareWindow
        from vidu_desktop.ui.compare.pair import FramePair, Side

        first, second, *rest = clips
        rest = rest or await self._others_of_shot(first, second)
        readers = [await self._frames.open_reader(first.video_path)]
        try:
            readers.append(await self._frames.open_reader(second.video_path))
        except BaseException:
            readers[0].close()
            raise
        pair = FramePair(Side(readers[0]), Side(readers[1]))
        note = self._note([reader.table.count for reader in readers])
        window = CompareWindow(self._look, pair, (first, second), self._window, note=note, keys=self._keys)
        self._show(_Open(window, rest))

    async def _others_of_shot(self, *shown: Clip) -> list[Clip]:
        """Return the other takes if all shown clips are of one shot: the best first, rejected ones last."""
        places = {(clip.marks.project, clip.marks.shot) for clip in shown}
        project, shot = places.pop()
        if places or not shot:
            return []
        query = LibraryQuery(project=project, shot=shot, sort=SortKey.SHOT, ascending=True)
        clips = await self._takes.clips_at(await self._takes.find_rows(query, TAKES_MOST))
        known = {clip.clip_id for clip in shown}
        return [clip for clip in clips if clip.clip_id not in known and not clip.missing]

    def _ask_next(self, one: _Open, loser: Clip) -> None:
        if one.rest:
            self._guarded.start("compare the next take", self._go_on, one, loser, one.rest.pop(0))

    async def _go_on(self, one: _Open, loser: Clip, take: Clip) -> None:
        from vidu_desktop.ui.compare.pair import Side

        try:
            reader = await self._frames.open_reader(take.video_path)
        finally:
            self._say_more(one)  # also when this take can't be opened
        if one not in self._open:  # closed meanwhile
            reader.close()
            return
        one.window.put_take(loser, take, Side(reader), "")
        self._say_more(one)

    def _say_more(self, one: _Open) -> None:
        if one in self._open:
            one.window.set_more(bool(one.rest))

    async def _with_pictures(self, clip: Clip) -> None:
        from vidu_desktop.ui.compare.compare_view import CompareMode
        from vidu_desktop.ui.compare.compare_window import CompareWindow
        from vidu_desktop.ui.compare.pair import FramePair, Side

        found = await self._requests.request_of(clip.clip_id)
        paths = found[0].picture_paths if found is not None else ()
        images = [await asyncio.get_running_loop().run_in_executor(None, QImage, path) for path in paths]
        ends = [image for image in images if not image.isNull()]
        wanted = 2 if clip.mode == Mode.START_END else 1
        if len(ends) < wanted:
            self._notices.say(Sentence(_PICTURES_GONE))
            return
        reader = await self._frames.open_reader(clip.video_path)
        pair = FramePair(Side(reader), Side(stills=ends[:wanted]))
        window = CompareWindow(self._look, pair, (clip, None), self._window, ends=wanted, keys=self._keys)
        window.set_mode(CompareMode.OVERLAY)
        self._show(_Open(window))

    def _note(self, counts: Sequence[int]) -> str:
        if len(set(counts)) < len(counts):
            return ""
        return self.tr("{first} and {second} frames: the shorter one stands on its last.").format(
            first=counts[0], second=counts[1]
        )

    def _show(self, one: _Open) -> None:
        window = one.window
        self._open.append(one)
        window.addActions(self._actions)
        window.closed.connect(lambda: self._open.remove(one))
        window.change_requested.connect(self._change)
        window.next_requested.connect(lambda loser: self._ask_next(one, loser))
        window.set_fixed(self._library.why_fixed)
        self._say_more(one)
        place = window.frameGeometry()
        place.moveCenter(self._window.frameGeometry().center())
        window.move(max(0, place.x()), max(0, place.y()))
        window.show()
        window.view.setFocus()

    def _change(self, clip: Clip, change: MarkChange) -> None:
        self._library.change_requested.emit([clip.row], change)

    def _follow_clips(self, clips: Sequence[Clip]) -> None:
        for one in self._open:
            one.window.show_clips(clips)

    def _set_fixed(self, why: str) -> None:
        for one in self._open:
            one.window.set_fixed(why)


_PICTURES_GONE = QT_TRANSLATE_NOOP(
    "library",
    "The pictures that this video was made from aren't there any more, so there is nothing to lay over it.",
)
