"""Hover scrub: a video plays under the pointer, its first frame at the tile's left edge and its last at the right.

At most one video is open, and none once the pointer has left, the list is scrolled or hidden, or a button is pressed.
"""

from PySide6.QtCore import QEvent, QObject, QPersistentModelIndex, QPointF, QTimer
from PySide6.QtGui import QImage, QMouseEvent
from PySide6.QtWidgets import QListView
from typing_extensions import override

from vidu_desktop.domain.clip import Clip
from vidu_desktop.errors import ViduDesktopError
from vidu_desktop.ui.models.library_model import LibraryRole
from vidu_desktop.ui.protocols import FrameReader, FrameService
from vidu_desktop.ui.widgets.while_alive import while_alive

_REST_MS = 120
"""How long the pointer rests on a tile before its video is opened; a pointer that only passes over opens none."""


class HoverScrub(QObject):
    """Watches a grid; the grid's delegate asks for the picture."""

    def __init__(self, grid: QListView, frames: FrameService) -> None:
        super().__init__(grid)
        self._grid = grid
        self._frames = frames
        self._index = QPersistentModelIndex()
        self._share = 0.0
        self._turn = 0
        self._reader: FrameReader | None = None
        self._left: FrameReader | None = None  # of the video before, which may still be decoding a last frame
        self._asked = False
        self._image: QImage | None = None
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._open)
        grid.viewport().installEventFilter(self)
        grid.verticalScrollBar().valueChanged.connect(self.stop)
        grid.model().modelReset.connect(self.stop)

    def picture_of(self, index: object) -> tuple[QImage, float] | None:
        """Return the frame under the pointer and its place in the video, from 0 to 1, for the tile that plays; None for
        others.
        """
        if self._image is None or not self._index.isValid() or self._index != index:
            return None
        return self._image, self._share

    def stop(self) -> None:
        """Close the video and show the cover again."""
        self._leave()

    def release(self) -> None:
        """Close the video, and wait until no handle of ours is on its file, because a file is about to be moved."""
        self._leave()
        if self._left is not None:
            self._left.close()
            self._left = None

    def _leave(self) -> None:
        self._rest.stop()
        self._turn += 1
        reader, self._reader = self._reader, None
        if reader is not None:
            reader.leave()
            self._left = reader
        self._image, self._asked = None, False
        self._repaint()
        self._index = QPersistentModelIndex()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        match event:
            case QMouseEvent() if event.type() == QEvent.Type.MouseMove:
                if event.buttons():
                    self.stop()  # the person drags or selects something
                else:
                    self._move(event.position())
            case _ if event.type() in (QEvent.Type.Leave, QEvent.Type.Hide, QEvent.Type.MouseButtonPress):
                self.stop()
        return False

    def _move(self, at: QPointF) -> None:
        index = self._grid.indexAt(at.toPoint())
        if not index.isValid():
            self.stop()
            return
        if self._index != index:
            self.stop()
            self._index = QPersistentModelIndex(index)
            self._rest.start()
        tile = self._grid.visualRect(index)
        self._share = min(max((at.x() - tile.left()) / max(1, tile.width()), 0.0), 1.0)
        self._show()

    def _open(self) -> None:
        clip: Clip | None = self._index.data(LibraryRole.CLIP) if self._index.isValid() else None
        if clip is None or clip.missing:
            return
        turn = self._turn

        def receive(found: FrameReader | ViduDesktopError) -> None:
            if isinstance(found, ViduDesktopError):
                return  # the cover stays; the player would say why
            if turn == self._turn:
                self._reader = found
                self._show()
            else:
                found.leave()

        self._frames.open(clip.video_path, while_alive(self, receive))

    def _show(self) -> None:
        reader = self._reader
        if reader is None:
            return
        number = min(int(self._share * reader.table.count), reader.table.count - 1)
        decoded = reader.decoded(number)
        if decoded is not None:
            reader.stand_at(number)
            self._image = decoded
            self._repaint()
        elif not self._asked:
            self._asked = True
            reader.want(number, while_alive(self, lambda image: self._take(reader, image)))

    def _take(self, reader: FrameReader, image: QImage | None) -> None:
        if reader is not self._reader:
            return
        self._asked = False
        if image is not None:
            self._image = image
            self._repaint()
            self._show()

    def _repaint(self) -> None:
        if self._index.isValid():
            self._grid.viewport().update(self._grid.visualRect(self._index))
