"""Small pictures for lists, read outside of painting: the painter asks for a picture, paints a plain ground, and hears when
the picture has been read.
"""

from collections import OrderedDict
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from PySide6.QtCore import QDeadlineTimer, QObject, QSize, Qt, QThreadPool, Signal
from PySide6.QtGui import QImage, QImageReader, QPixmap

_ASK_AGAIN_MS = 2000
"""How long a missing cover counts as missing before it is looked for again: it may be about to be made."""
_MOST_WAITING = 200
"""How many covers may wait to be read: more than fit on any screen. The oldest are dropped, because they were scrolled past
long ago.
"""
HELD_BYTES = 32 << 20
"""How much memory the held pictures may take: enough for 400 of a library's usual tiles."""
_EACH_BYTES = 1_000
"""What each entry is counted with in addition to its pixels, including the entry of a missing picture."""


@dataclass(frozen=True, slots=True)
class _Held:
    pixmap: QPixmap
    read_for: QSize
    """The size to which the cache read pictures down then."""

    @property
    def bytes(self) -> int:
        return self.pixmap.width() * self.pixmap.height() * self.pixmap.depth() // 8


class CoverCache(QObject):
    """Holds covers that this program made, in limited memory. They are JPEGs, so no other format is tried."""

    arrived = Signal(object)  # path; also sent when there is nothing to show
    missed = Signal(object)  # path: there is nothing to show; `arrived` follows
    _read = Signal(object, QSize, QImage)  # path, size it was read for, picture (null when it can't be read)

    def __init__(
        self, size_px: QSize, parent: QObject | None = None, *, most_bytes: int = HELD_BYTES
    ) -> None:
        """Covers are read down to fit into `size_px` (pixels of the screen), with their ratio kept."""
        super().__init__(parent)
        self._size_px = size_px
        self._most_bytes = most_bytes
        self._bytes = 0
        self._kept: OrderedDict[str, _Held | QDeadlineTimer] = OrderedDict()
        self._waiting: OrderedDict[str, None] = OrderedDict()
        self._reading: set[str] = set()
        self._closed = False
        # A pool of its own, so that pictures don't wait behind others' work; one thread keeps the load on the
        # disk low.
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._read.connect(self._take, Qt.ConnectionType.QueuedConnection)

    def pixmap(self, path: str) -> QPixmap | None:
        """Return the picture if it is held; else None, and `arrived` follows unless the cover is known to be missing."""
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
        """Return whether this picture is waiting to be read or being read; `arrived` follows."""
        return path in self._waiting or path in self._reading

    def fit(self, size_px: QSize) -> None:
        """Read pictures down to this size from now on. A picture that was read for a smaller size is shown as it is; its next
        paint has it read again.
        """
        self._size_px = size_px

    def forget(self, path: str) -> None:
        """Have this picture read again the next time, because it was made or changed."""
        self._drop(path)

    def __len__(self) -> int:
        """How many entries are held: pictures, and covers that are known to be missing."""
        return len(self._kept)

    @property
    def held_bytes(self) -> int:
        """About how much memory the entries take."""
        return self._bytes

    def close(self) -> None:
        """Stop reading for good, and wait for the picture that is being read.

        Later requests of a painter are ignored: a Qt thread that runs Python code while Python shuts down aborts the program.
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
        # The latest request first: it belongs to what is on the screen now.
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
            # The JPEG decoder scales down for free; scaling afterwards would hold the interpreter's lock.
            reader.setScaledSize(size.scaled(size_px, Qt.AspectRatioMode.KeepAspectRatio))
        image = reader.read()
        with suppress(RuntimeError):  # the cache's object was deleted meanwhile
            done(path, size_px, image)

    return read
