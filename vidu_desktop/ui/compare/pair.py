"""Two pictures that run together, locked by the frame: two takes, or a take and a picture that it was made from."""

import time
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QImage

from vidu_desktop.ui.protocols import FrameReader
from vidu_desktop.ui.widgets.play_clock import PlayClock
from vidu_desktop.ui.widgets.while_alive import while_alive

_TICK_MS = 8


def still_place(frame: int, count: int, stills: int) -> int:
    """Return which of so many pictures belongs to a frame: of two the nearer one."""
    return min(stills - 1, frame * stills // count)


class Side:
    """A video, or pictures that stand still. A shorter video stands on its last frame."""

    def __init__(self, reader: FrameReader | None = None, stills: Sequence[QImage] = ()) -> None:
        """Of two `stills` the first belongs to the beginning of the other side, the last to its end."""
        self.reader = reader
        self.stills = tuple(stills)

    def still_at(self, frame: int, count: int) -> QImage:
        """Return the picture that belongs to a frame of `count`; an empty one without any."""
        return self.stills[still_place(frame, count, len(self.stills))] if self.stills else QImage()

    @property
    def count(self) -> int:
        """How many frames there are."""
        return 1 if self.reader is None else self.reader.table.count

    def close(self) -> None:
        """Let go of the file."""
        if self.reader is not None:
            self.reader.close()


class FramePair(QObject):
    """Shows frame n of both, never of one alone: what is compared belongs together."""

    shown = Signal(int, QImage, QImage)  # frame from 0, first side, second side
    playing_changed = Signal(bool)

    def __init__(
        self,
        first: Side,
        second: Side,
        parent: QObject | None = None,
        *,
        now_s: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent)
        self._sides = [first, second]
        self._now_s = now_s
        self._frame: int | None = None
        self._goal: int | None = None
        self._clock: PlayClock | None = None
        self._came: dict[int, QImage] = {}
        self._asked: int | None = None
        self._tick = QTimer(self, interval=_TICK_MS)
        self._tick.setTimerType(Qt.TimerType.PreciseTimer)
        self._tick.timeout.connect(self._follow_clock)

    @property
    def count(self) -> int:
        """As many frames as the longer one has."""
        return max(side.count for side in self._sides)

    @property
    def fps(self) -> float:
        """The rate of the first video."""
        rates = [side.reader.table.fps for side in self._sides if side.reader is not None]
        return rates[0] if rates else 24.0

    @property
    def frame(self) -> int | None:
        """The frame that is shown."""
        return self._frame

    @property
    def playing(self) -> bool:
        """Whether it runs."""
        return self._clock is not None

    def put(self, place: int, side: Side) -> None:
        """Show something else at a side (0 or 1), and let go of what was there; the frame stays, where there is one."""
        self.pause()
        self._sides[place].close()
        self._sides[place] = side
        goal = self._goal if self._goal is not None else self._frame
        self._asked = None  # what is on its way was meant for the other one
        self._show(min(goal or 0, self.count - 1))

    def swap(self) -> None:
        """Let the sides change places."""
        self._sides.reverse()
        goal = self._goal if self._goal is not None else self._frame
        self._asked = None  # what is on its way was meant for the other places
        if goal is not None:
            self._show(goal)

    def seek(self, frame: int) -> None:
        """Show this frame of both, clamped; stands still first."""
        self.pause()
        self._show(min(max(frame, 0), self.count - 1))

    def step(self, frames: int) -> None:
        """Go on by so many frames from the latest wish."""
        at = self._goal if self._goal is not None else self._frame
        if at is not None:
            self.seek(at + frames)

    def toggle(self) -> None:
        """Run round and round, or stand still."""
        self.pause() if self.playing else self.play()

    def play(self) -> None:
        """Run from the frame that is shown."""
        if self._clock is None and self.count > 1:
            at_s = (self._frame or 0) / self.fps
            end_s = self.count / self.fps
            self._clock = PlayClock(first_s=0.0, end_s=end_s, at_s=at_s, since_s=self._now_s())
            self._tick.start()
            self.playing_changed.emit(True)

    def pause(self) -> None:
        """Stand still on the frame that is shown."""
        if self._clock is not None:
            self._clock = None
            self._tick.stop()
            self.playing_changed.emit(False)

    def close(self) -> None:
        """Let go of both files and of the pictures."""
        self.pause()
        for side in self._sides:
            side.close()
        self._sides = [Side(), Side()]
        self._came = {}

    def _follow_clock(self) -> None:
        if self._clock is not None and self._asked is None:
            frame = min(int(self._clock.time_s(self._now_s()) * self.fps + 1e-6), self.count - 1)
            if frame != self._frame:
                self._show(frame)

    def _show(self, frame: int) -> None:
        self._goal = frame
        if self._asked is not None:
            return
        self._asked, self._came = frame, {}
        missing = []
        for place, side in enumerate(self._sides):
            number = min(frame, side.count - 1)
            if side.reader is None:
                self._came[place] = side.still_at(frame, self.count)
            elif (held := side.reader.held(number)) is not None:
                side.reader.stand_at(number)
                self._came[place] = held
            else:
                missing.append((place, side.reader, number))
        for place, reader, number in missing:
            reader.want(number, while_alive(self, partial(self._take, self._came, frame, place)))
        self._finish(frame)

    def _take(self, came: dict[int, QImage], frame: int, place: int, image: QImage | None) -> None:
        if came is self._came and self._asked is not None:
            came[place] = image or QImage()
            self._finish(frame)

    def _finish(self, frame: int) -> None:
        if len(self._came) < len(self._sides):
            return
        self._asked = None
        self._frame = frame
        self.shown.emit(frame, self._came[0], self._came[1])
        goal, self._goal = self._goal, None
        if goal is not None and goal != frame:
            self._show(goal)
