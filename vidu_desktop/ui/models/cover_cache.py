"""Small pictures for lists, read off the paint path: a painter asks, draws a ground, and is told when it is there."""

from collections import OrderedDict
from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QDeadlineTimer, QObject, QSize, Qt, QThreadPool, Signal
from PySide6.QtGui import QImage, QImageReader, QPixmap

_ASK_AGAIN_MS = 2000
"""How long a missing cover is believed to be missing: it may be in the making."""
_MOST_WAITING = 200
"""More than fit on any screen: what was scrolled past long ago isn't read any more."""


class CoverCache(QObject):
    """JPEGs that we made ourselves; bounded by the number of pictures. Ours is the only format that is tried."""

    arrived = Signal(object)  # path; also when it turned out that there is nothing to show
    missed = Signal(object)  # path: there is nothing to show; `arrived` follows
    _read = Signal(object, QImage)  # path, null image for nothing

    def __init__(self, size_px: QSize, parent: QObject | None = None, *, most: int = 400) -> None:
        """`size_px` in pixels of the screen is what a cover is read down to, its ratio kept."""
        super().__init__(parent)
        self._size_px = size_px
        self._most = most
        self._kept: OrderedDict[str, QPixmap | QDeadlineTimer] = OrderedDict()
        self._waiting: OrderedDict[str, None] = OrderedDict()
        self._reading: set[str] = set()
        self._closed = False
        # One of our own: pictures must not wait behind others' work, and one thread keeps the disk quiet.
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._read.connect(self._take, Qt.ConnectionType.QueuedConnection)

    def pixmap(self, path: str) -> QPixmap | None:
        """Return the picture if it is here; else None, and `arrived` follows."""
        kept = self._kept.get(path)
        if isinstance(kept, QPixmap):
            self._kept.move_to_end(path)
            return kept
        if kept is None or kept.hasExpired():
            self._ask(path)
        return None

    def forget(self, path: str) -> None:
        """Read it anew the next time: it was made or changed."""
        self._kept.pop(path, None)

    def __len__(self) -> int:
        """How many pictures (and known gaps) are held."""
        return len(self._kept)

    def close(self) -> None:
        """Stop reading for good, and wait for the one that is being read.

        A paint that comes later asks in vain: a thread of Qt's that runs Python when Python ends aborts the program.
        """
        self._closed = True
        self._waiting.clear()
        self._pool.clear()
        self._pool.waitForDone()

    def _ask(self, path: str) -> None:
        if self._closed or not path or path in self._reading:
            return
        self._waiting[path] = None
        self._waiting.move_to_end(path)
        while len(self._waiting) > _MOST_WAITING:
            self._waiting.popitem(last=False)
        self._next()

    def _next(self) -> None:
        if self._reading or not self._waiting:
            return
        # The latest wish first: that is what is on the screen now.
        path, _ = self._waiting.popitem(last=True)
        self._reading.add(path)
        self._pool.start(_reading(path, self._size_px, self._read.emit))

    def _take(self, path: str, image: QImage) -> None:
        self._reading.discard(path)
        self._kept[path] = QDeadlineTimer(_ASK_AGAIN_MS) if image.isNull() else QPixmap.fromImage(image)
        while len(self._kept) > self._most:
            self._kept.popitem(last=False)
        self._next()
        if image.isNull():
            self.missed.emit(path)
        self.arrived.emit(path)


def _reading(path: str, size_px: QSize, done: Callable[[str, QImage], None]) -> Callable[[], None]:
    def read() -> None:
        reader = QImageReader(path, b"jpeg")
        reader.setDecideFormatFromContent(False)
        size = reader.size()
        if size.isValid() and (size.width() > size_px.width() or size.height() > size_px.height()):
            # JPEG is decoded at a smaller scale for free; scaling afterwards would hold the interpreter.
            reader.setScaledSize(size.scaled(size_px, Qt.AspectRatioMode.KeepAspectRatio))
        image = reader.read()
        with suppress(RuntimeError):  # the list was closed meanwhile
            done(path, image)

    return read
