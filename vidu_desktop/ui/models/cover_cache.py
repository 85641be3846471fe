"""Small pictures for lists, read off the paint path: a painter asks, draws a ground, and is told when it is there."""

from collections import OrderedDict
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from PySide6.QtCore import QDeadlineTimer, QObject, QSize, Qt, QThreadPool, Signal
from PySide6.QtGui import QImage, QImageReader, QPixmap

_ASK_AGAIN_MS = 2000
"""How long a missing cover is believed to be missing: it may be in the making."""
_MOST_WAITING = 200
"""More than fit on any screen: what was scrolled past long ago isn't read any more."""
HELD_BYTES = 32 << 20
"""How much memory the pictures may take that are held for the next paint: 400 of a library's usual tiles."""
_EACH_BYTES = 1_000
"""What a picture costs beside its pixels, and what is known to be missing."""


@dataclass(frozen=True, slots=True)
class _Held:
    pixmap: QPixmap
    read_for: QSize
    """What the cache was asked to fit then."""

    @property
    def bytes(self) -> int:
        return self.pixmap.width() * self.pixmap.height() * self.pixmap.depth() // 8


class CoverCache(QObject):
    """JPEGs that we made ourselves; bounded by their memory. Ours is the only format that is tried."""

    arrived = Signal(object)  # path; also when it turned out that there is nothing to show
    missed = Signal(object)  # path: there is nothing to show; `arrived` follows
    _read = Signal(object, QSize, QImage)  # path, size it was read for, null image for nothing

    def __init__(
        self, size_px: QSize, parent: QObject | None = None, *, held_bytes: int = HELD_BYTES
    ) -> None:
        """`size_px` in pixels of the screen is what a cover is read down to, its ratio kept."""
        super().__init__(parent)
        self._size_px = size_px
        self._most_bytes = held_bytes
        self._bytes = 0
        self._kept: OrderedDict[str, _Held | QDeadlineTimer] = OrderedDict()
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
        if isinstance(kept, _Held):
            self._kept.move_to_end(path)
            if kept.read_for.width() < self._size_px.width():
                self._ask(path)
            return kept.pixmap
        if kept is None or kept.hasExpired():
            self._ask(path)
        return None

    def awaits(self, path: str) -> bool:
        """Return whether this picture is about to be read: `arrived` follows."""
        return path in self._waiting or path in self._reading

    def fit(self, size_px: QSize) -> None:
        """Read pictures down to this size from now on. One that was read for a smaller size is shown as it is until it
        has been read anew, which its next paint asks for.
        """
        self._size_px = size_px

    def forget(self, path: str) -> None:
        """Read it anew the next time: it was made or changed."""
        self._drop(path)

    def __len__(self) -> int:
        """How many pictures (and known gaps) are held."""
        return len(self._kept)

    @property
    def held_bytes(self) -> int:
        """How much memory they take, about."""
        return self._bytes

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

    def _take(self, path: str, read_for: QSize, image: QImage) -> None:
        self._reading.discard(path)
        self._drop(path)
        kept = QDeadlineTimer(_ASK_AGAIN_MS) if image.isNull() else _Held(QPixmap.fromImage(image), read_for)
        self._kept[path] = kept
        self._bytes += _bytes_of(kept)
        while self._bytes > self._most_bytes and len(self._kept) > 1:
            self._drop(next(iter(self._kept)))
        self._next()
        if image.isNull():
            self.missed.emit(path)
        self.arrived.emit(path)

    def _drop(self, path: str) -> None:
        kept = self._kept.pop(path, None)
        if kept is not None:
            self._bytes -= _bytes_of(kept)


def _bytes_of(kept: _Held | QDeadlineTimer) -> int:
    return _EACH_BYTES + (kept.bytes if isinstance(kept, _Held) else 0)


def _reading(path: str, size_px: QSize, done: Callable[[str, QSize, QImage], None]) -> Callable[[], None]:
    def read() -> None:
        reader = QImageReader(path, b"jpeg")
        reader.setDecideFormatFromContent(False)
        size = reader.size()
        if size.isValid() and (size.width() > size_px.width() or size.height() > size_px.height()):
            # JPEG is decoded at a smaller scale for free; scaling afterwards would hold the interpreter.
            reader.setScaledSize(size.scaled(size_px, Qt.AspectRatioMode.KeepAspectRatio))
        image = reader.read()
        with suppress(RuntimeError):  # the list was closed meanwhile
            done(path, size_px, image)

    return read
