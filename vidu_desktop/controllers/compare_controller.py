"""Opens comparisons: two takes, or a take with the pictures that it was made from."""

import asyncio
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from vidu_desktop.controllers.context import WindowContext
from vidu_desktop.controllers.frame_service import AppFrameService
from vidu_desktop.controllers.ports import RequestLookup
from vidu_desktop.domain.clip import Clip
from vidu_desktop.domain.modes import Mode
from vidu_desktop.domain.titles import clip_title
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import Sentence
from vidu_desktop.ui.compare.compare_view import CompareMode
from vidu_desktop.ui.compare.compare_window import CompareWindow
from vidu_desktop.ui.compare.pair import FramePair, Side


class CompareController(QObject):
    """As many windows as the person likes; all are closed with the program, and let go of a file that leaves."""

    def __init__(self, context: WindowContext, frames: AppFrameService, requests: RequestLookup) -> None:
        super().__init__(context.window)
        self._frames = frames
        self._requests = requests
        self._look = context.look
        self._window = context.window
        self._notices = context.notices
        self._guarded = context.guarded
        self._open: list[tuple[CompareWindow, frozenset[str]]] = []

    def two_takes(self, clips: Sequence[Clip]) -> None:
        """Compare the first two."""
        self._guarded.start("compare two takes", self._two_takes, clips[0], clips[1])

    def with_pictures(self, clip: Clip) -> None:
        """Lay the pictures that went in over the first and the last frame."""
        self._guarded.start("compare with its pictures", self._with_pictures, clip)

    def release(self, path: str) -> None:
        """Close what shows this file, before it is moved."""
        for window, paths in list(self._open):
            if path in paths:
                window.close()

    def close_all(self) -> None:
        """Close every window."""
        for window, _paths in list(self._open):
            window.close()

    async def _two_takes(self, first: Clip, second: Clip) -> None:
        readers = [await self._frames.open_reader(first.video_path)]
        try:
            readers.append(await self._frames.open_reader(second.video_path))
        except BaseException:
            readers[0].close()
            raise
        pair = FramePair(Side(readers[0]), Side(readers[1]))
        counts = [reader.table.count for reader in readers]
        note = ""
        if counts[0] != counts[1]:
            note = self._window.tr("{first} and {second} frames: the shorter one stands on its last.").format(
                first=counts[0], second=counts[1]
            )
        window = CompareWindow(self._look, pair, (_name(first), _name(second)), self._window, note=note)
        self._show(window, first, second)

    async def _with_pictures(self, clip: Clip) -> None:
        found = await self._requests.request_of(clip.clip_id)
        paths = found[0].picture_paths if found is not None else ()
        images = [await asyncio.get_running_loop().run_in_executor(None, QImage, path) for path in paths]
        ends = [image for image in images if not image.isNull()]
        wanted = 2 if clip.mode == Mode.START_END else 1
        if len(ends) < wanted:
            self._notices.say(Sentence(_PICTURES_GONE))
            return
        reader = await self._frames.open_reader(clip.video_path)
        pair = FramePair(Side(reader), Side(still=ends[0]))
        names = (_name(clip), self._window.tr("the picture that went in"))
        window = CompareWindow(self._look, pair, names, self._window, ends=ends[:wanted])
        window.set_mode(CompareMode.OVERLAY)
        self._show(window, clip)

    def _show(self, window: CompareWindow, *clips: Clip) -> None:
        entry = (window, frozenset(clip.video_path for clip in clips))
        self._open.append(entry)
        window.closed.connect(partial(self._open.remove, entry))
        window.show()
        window.view.setFocus()


def _name(clip: Clip) -> str:
    return " · ".join(filter(None, (clip.marks.label, clip_title(clip))))


_PICTURES_GONE = QT_TRANSLATE_NOOP(
    "library",
    "The pictures that this video was made from aren't there any more, so there is nothing to lay over it.",
)
