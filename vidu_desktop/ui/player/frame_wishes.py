"""Decides which frame is asked for and shown. The reader has one request at a time; of those that wait, the latest counts."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from vidu_desktop.ui.protocols import FrameReader
from vidu_desktop.ui.widgets.while_alive import while_alive


class FrameWishes(QObject):
    """`running` returns the direction in which the video runs: 1, -1, or 0 while it stands."""

    shown = Signal(int, QImage)  # frame number from 0, its picture
    failed = Signal()  # a frame can't be read

    def __init__(self, parent: QObject, running: Callable[[], int]) -> None:
        super().__init__(parent)
        self._running = running
        self._reader: FrameReader | None = None
        self._frame: int | None = None
        self._asked: int | None = None  # the frame that the reader was asked for
        self._goal: int | None = None  # the frame that the person wants next

    @property
    def frame(self) -> int | None:
        """The frame that is shown; None before the first."""
        return self._frame

    @property
    def latest(self) -> int | None:
        """The frame that was asked for last, else the one that is shown."""
        return self._frame if self._goal is None else self._goal

    @property
    def in_flight(self) -> bool:
        """Whether the reader was asked and hasn't answered yet."""
        return self._asked is not None

    def begin(self, reader: FrameReader | None) -> None:
        """Use another video's reader from now on, or none; requests for the former video are forgotten."""
        self._reader = reader
        self._frame = self._asked = self._goal = None

    def run(self) -> None:
        """Forget the person's last request: the clock decides what comes next."""
        self._goal = None

    def show(self, frame: int) -> None:
        """Show a frame now if it is decoded, else as soon as it is."""
        reader = self._reader
        if reader is None:
            return
        direction = self._direction_to(frame)
        image = reader.decoded(frame)
        if image is not None:
            self._goal = None
            reader.stand_at(frame, direction=direction)
            self._put_up(frame, image)
        elif self._asked is not None:
            self._goal = frame  # asked for when the request in flight is answered
        else:
            self._asked = self._goal = frame
            reader.want(
                frame, while_alive(self, lambda came: self._take(reader, frame, came)), direction=direction
            )

    def _direction_to(self, frame: int) -> int:
        backwards = self._frame is not None and frame < self._frame
        return self._running() or (-1 if backwards else 1)

    def _take(self, reader: FrameReader, frame: int, image: QImage | None) -> None:
        if reader is not self._reader:
            return
        self._asked = None
        goal, self._goal = self._goal, None
        if image is not None and (self._running() or goal is not None):
            self._put_up(frame, image)
        elif image is None and goal == frame:
            self.failed.emit()  # no newer request overtook it, so the file can't be read any more
            return
        if goal is not None and goal != frame:
            self.show(goal)

    def _put_up(self, frame: int, image: QImage) -> None:
        self._frame = frame
        self.shown.emit(frame, image)
