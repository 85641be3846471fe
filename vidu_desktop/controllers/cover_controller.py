"""Makes missing covers of the clips that are shown: after a move to another computer, or when the cache was emptied."""

import logging
from collections import OrderedDict
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QDeadlineTimer, QObject, Signal

from vidu_desktop.controllers.thumbs import rest_after
from vidu_desktop.domain.clip import Clip
from vidu_desktop.engine.tasks import TaskKeeper
from vidu_desktop.errors import ViduDesktopError

_log = logging.getLogger(__name__)

_AT_ONCE = 2
"""As many as there are helper processes."""
_MOST_WAITING = 200
"""More than fit on any screen: clips that were scrolled past long ago are dropped."""


class CoverMaker(Protocol):
    """The part of the video service that is needed here."""

    async def make_cover(self, video_path: Path, cover_path: Path) -> None: ...


class CoverController(QObject):
    """The latest request comes first: its clip is on the screen now. A cover that can't be made rests, see `rest_after`."""

    made = Signal(object)  # a Clip whose cover exists now

    def __init__(self, maker: CoverMaker, tasks: TaskKeeper, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._maker = maker
        self._tasks = tasks
        self._wanted: OrderedDict[str, Clip] = OrderedDict()
        self._making: set[str] = set()
        self._rest: dict[str, QDeadlineTimer] = {}
        """By clip id, until when a cover that couldn't be made isn't tried again."""
        self._workers = 0

    def want(self, clip: Clip) -> None:
        """Make this clip's cover soon."""
        rest = self._rest.get(clip.clip_id)
        if clip.clip_id in self._making or (rest is not None and not rest.hasExpired()):
            return
        self._wanted[clip.clip_id] = clip
        self._wanted.move_to_end(clip.clip_id)
        while len(self._wanted) > _MOST_WAITING:
            self._wanted.popitem(last=False)
        if self._workers < _AT_ONCE:
            self._workers += 1
            self._tasks.start("make covers", self._work())

    async def _work(self) -> None:
        try:
            while self._wanted:
                _, clip = self._wanted.popitem(last=True)
                await self._make(clip)
        finally:
            self._workers -= 1

    async def _make(self, clip: Clip) -> None:
        self._making.add(clip.clip_id)
        try:
            await self._maker.make_cover(Path(clip.video_path), Path(clip.cover_path))
        # The tile stays without a cover; the player says what is wrong with the file.
        except ViduDesktopError as error:
            _log.info("no cover could be made: %s", error.code)
            self._rest[clip.clip_id] = rest_after(error)
        else:
            self.made.emit(clip)
        finally:
            self._making.discard(clip.clip_id)
