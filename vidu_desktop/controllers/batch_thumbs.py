"""Thumbnails for the visible rows of a batch, or the visible stills of a board. The latest requests come first."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtGui import QIcon, QPixmap

from vidu_desktop.controllers.task_errors import GuardedTasks
from vidu_desktop.errors import ViduDesktopError

THUMB_SIDE_PX = 96
_WISHES_MOST = 60
"""Older requests, which were scrolled past, are dropped."""
_KEPT_MOST = 400
_AT_ONCE = 2


class Thumbnails(Protocol):
    """Makes thumbnails and keeps them on the disk."""

    async def thumbnail(self, source: Path | str, side_px: int) -> Path:
        """Return the path of a thumbnail. Raises BadInput, DiskTrouble."""
        ...


class BatchThumbs:
    """`on_made` is called with the path of each picture whose thumbnail can be shown now."""

    def __init__(
        self,
        thumbnails: Thumbnails,
        tasks: GuardedTasks,
        on_made: Callable[[str], None],
        *,
        side_px: int = THUMB_SIDE_PX,
    ) -> None:
        self._thumbnails = thumbnails
        self._side_px = side_px
        self._tasks = tasks
        self._on_made = on_made
        self._made: dict[str, QIcon | None] = {}
        self._wishes: list[str] = []
        self._busy = 0

    def of(self, path: str) -> QIcon | None:
        """Return a thumbnail; None while it is being made, or when it can't be made."""
        if path not in self._made and path not in self._wishes:
            self._wishes.append(path)
            del self._wishes[:-_WISHES_MOST]
            if self._busy < _AT_ONCE:
                self._busy += 1
                self._tasks.start("small pictures of a batch", self._make_all)
        return self._made.get(path)

    def forget(self, path: str) -> None:
        """Make the thumbnail again the next time, because the picture has changed."""
        self._made.pop(path, None)

    async def _make_all(self) -> None:
        try:
            while self._wishes:
                path = self._wishes.pop()
                self._made[path] = None
                try:
                    made = await self._thumbnails.thumbnail(Path(path), self._side_px)
                except ViduDesktopError:
                    continue  # the check says what is wrong with the picture
                self._made[path] = QIcon(QPixmap(str(made)))  # an icon made from a path alone has no shape
                if len(self._made) > _KEPT_MOST:
                    del self._made[next(iter(self._made))]
                self._on_made(path)
        finally:
            self._busy -= 1
