"""Two sides that run together, always at the same frame: two takes, or a take and the pictures that it was made from."""

import time
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QImage

from vidu_desktop.ui.protocols import FrameReader
from vidu_desktop.ui.widgets.play_clock import PlayClock, next_speed
from vidu_desktop.ui.widgets.while_alive import while_alive

_TICK_MS = 8
_NEARLY_ONE = 0.999


def still_place(frame: int, count: int, stills: int) -> int:
    """Return the index of the still that belongs to a frame of `count`; of two stills, the nearer one's."""
    return min(stills - 1, frame * stills // count)


class Side:
    """A video, or pictures that don't move. A video that is shorter than the other side stops on its last frame."""

    def __init__(self, reader: FrameReader | None = None, stills: Sequence[QImage] = ()) -> None:
        """Of two `stills`, the first belongs to the first half of the other side, the second to its other half."""
        self.reader = reader
        self.stills = tuple(stills)

    def still_at(self, frame: int, count: int) -> QImage:
        """Return the still that belongs to a frame of `count`; a null image without stills."""
        return self.stills[still_place(frame, count, len(self.stills))] if self.stills else QImage()

    @property
    def count(self) -> int:
        """How many frames this side has; 1 for stills."""
        return 1 if self.reader is None else self.reader.table.count

    def close(self) -> None:
        """Let go of the file."""
        if self.reader is not None:
            self.reader.close()


class FramePair(QObject):
    """Shows a frame only when both sides have it, so that the two pictures always belong together."""

    shown = Signal(int, QImage, QImage)  # frame number from 0, first picture, second picture
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
        """How many frames the longer side has."""
        return max(side.count for side in self._sides)

    @property
    def fps(self) -> float:
        """The frame rate of the first side that is a video; 24 without one."""
        rates = [side.reader.table.fps for side in self._sides if side.reader is not None]
        return rates[0] if rates else 24.0

    @property
    def frame(self) -> int | None:
        """The number of the shown frame; None before the first is shown."""
        return self._frame

    @property
    def playing(self) -> bool:
        """Whether the pair runs."""
        return self._clock is not None

    def put(self, place: int, side: Side) -> None:
        """Show another side at a place (0 or 1), and close the one that was there. The frame stays, if the pair still has it."""
        self.pause()
        self._sides[place].close()
        self._sides[place] = side
        goal = self._goal if self._goal is not None else self._frame
        self._asked = None  # frames under way are those of the former side
        self._show(min(goal or 0, self.count - 1))

    def swap(self) -> None:
        """Swap the sides."""
        self._sides.reverse()
        goal = self._goal if self._goal is not None else self._frame
        self._asked = None  # frames under way are for the former places
        if goal is not None:
            self._show(goal)

    def seek(self, frame: int) -> None:
        """Stop and show this frame of both sides; a number outside the pair counts as its nearest end."""
        self.pause()
        self._show(min(max(frame, 0), self.count - 1))

    def step(self, frames: int) -> None:
        """Show the frame that is `frames` further, counted from the one that was asked for last."""
        at = self._goal if self._goal is not None else self._frame
        if at is not None:
            self.seek(at + frames)

    def toggle(self) -> None:
        """Run in a loop, or stop."""
        self.pause() if self.playing else self.play()

    def play(self) -> None:
        """Run forwards from the shown frame on, in a loop and at normal speed."""
        if self._clock is None:
            self._run(1.0)

    def shuttle(self, direction: int) -> None:
        """Run backwards (-1) or forwards (1) in a loop; twice as fast if it runs that way already."""
        self._run(float(direction) if self._clock is None else next_speed(self._clock.speed, direction))

    @property
    def speed(self) -> float:
        """How many times as fast as usual the pair runs: negative backwards, 0 while it stands."""
        return self._clock.speed if self._clock is not None else 0.0

    def pause(self) -> None:
        """Stop on the frame that is shown; the next run is at normal speed."""
        if self._clock is not None:
            self._clock = None
            self._tick.stop()
            self.playing_changed.emit(False)

    def close(self) -> None:
        """Let go of both files and of all pictures."""
        self.pause()
        for side in self._sides:
            side.close()
        self._sides = [Side(), Side()]
        self._came = {}

    def _run(self, speed: float) -> None:
        """Run at this speed: on from where it runs, or else from the frame that was asked for last."""
        now_s = self._now_s()
        if self._clock is not None:
            self._clock = self._clock.anew(now_s, speed=speed)
        elif self.count > 1:
            at = self._goal if self._goal is not None else self._frame or 0
            at_s = (at if speed > 0 else at + _NEARLY_ONE) / self.fps  # backwards, a frame begins at its end
            end_s = self.count / self.fps
            self._clock = PlayClock(first_s=0.0, end_s=end_s, at_s=at_s, since_s=now_s, speed=speed)
            self._tick.start()
            self.playing_changed.emit(True)

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
        missing, direction = [], self._way_to(frame)
        for place, side in enumerate(self._sides):
            number = min(frame, side.count - 1)
            if side.reader is None:
                self._came[place] = side.still_at(frame, self.count)
            elif (held := side.reader.decoded(number)) is not None:
                side.reader.stand_at(number, direction=direction)
                self._came[place] = held
            else:
                missing.append((place, side.reader, number))
        for place, reader, number in missing:
            take = while_alive(self, partial(self._take, self._came, frame, place))
            reader.want(number, take, direction=direction)
        self._finish(frame)

    def _way_to(self, frame: int) -> int:
        """Return the direction in which the next frames are wanted: 1, or -1 backwards."""
        backwards = self.speed < 0 if self.playing else frame < (self._frame or 0)
        return -1 if backwards else 1

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
