"""Reads the frames of one video in a thread of its own: the one that is asked for first, then those that come next.

Decoded frames are kept as the codec gives them (a third of a picture's memory) around the place that was looked at
last, so that going back one frame costs nothing although the keyframe is far away. A short clip is held whole.
"""

import logging
import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from av.video.frame import VideoFrame

from vidu_desktop.adapters.processes.malloc import give_back_freed_memory
from vidu_desktop.adapters.video.frame_source import FrameSource
from vidu_desktop.domain.frames import PICTURES_HELD, READY_FRAMES, FramePixels
from vidu_desktop.errors import ViduDesktopError

_log = logging.getLogger(__name__)

OPEN_BYTES = 112_000_000
"""How much memory an open video may take, about, for decoded frames and the pictures made of them: 59 frames of 720p."""
PART_BYTES = 12_000_000
"""Of decoded frames, where several videos are open as one film: 8 of 720p, a third of a second."""
_BEHIND_SHARE = 0.25
_CLOSING_PATIENCE_S = 5.0

Ready = Callable[[int, FramePixels | None], None]
Painter = Callable[[FrameSource], Callable[[VideoFrame], FramePixels]]
"""Returns, for a video, what makes a picture of each of its frames."""


def _nobody(_number: int, _pixels: FramePixels | None) -> None:
    """Takes what comes after the end."""


@dataclass(slots=True)
class _Wish:
    number: int
    direction: int


class FrameDecoder:
    """`ready` is called with every picture that is made, in the reader's thread. It gets None for a request that
    isn't answered, because a newer one came or the file can't be read any more.
    """

    def __init__(
        self, path: str, ready: Ready, *, held_bytes: int | None = None, painter: Painter | None = None
    ) -> None:
        """Open it, and pass the first picture to `ready` before this returns, without waiting for a thread to start.
        Blocks some ten milliseconds. `held_bytes` is what decoded frames may take; None for what OPEN_BYTES leaves
        them. `painter` makes other pictures of frames than their own. Raises NotAVideo, DiskTrouble.
        """
        self._source = FrameSource(path)
        self._pixels_of = self._source.pixels_of if painter is None else painter(self._source)
        self.table = self._source.table
        """Which frames there are; also after the end."""
        self._ready = ready
        if held_bytes is None:
            held_bytes = OPEN_BYTES - PICTURES_HELD * self.table.width_px * self.table.height_px * 4
        self._most = max(READY_FRAMES + 2, held_bytes // max(1, self._source.frame_bytes))
        self._frames: dict[int, VideoFrame] = {}
        self._made: OrderedDict[int, None] = OrderedDict()  # pictures made since the place last moved away
        self._unheld: set[int] = (
            set()
        )  # frames that were decoded towards in vain: nobody tries again by itself
        self._range = (0, self.table.count - 1)
        self._at = _Wish(0, 1)
        self._wish: _Wish | None = None
        self._moved = False  # whether the place has changed since what comes next was planned
        self._broken = False
        self._closed = False
        self._scattered = (
            False  # whether frames were decoded since what lies free between them was given back
        )
        self._turn = threading.Condition()
        self._hold(0, self._source.first)
        self._tell(0, self._pixels_of(self._source.first))
        self._thread = threading.Thread(target=self._work, name="frames", daemon=True)
        self._thread.start()

    def want(self, number: int, direction: int = 1) -> None:
        """Ask for a picture; those that lie in this direction are made after it, round the seam of the range."""
        with self._turn:
            overtaken, self._wish = self._wish, _Wish(min(max(number, 0), self.table.count - 1), direction)
            self._turn.notify()
        if overtaken is not None and overtaken.number != number:
            self._ready(overtaken.number, None)

    def stand_at(self, number: int, direction: int = 1) -> None:
        """Note which frame is on show, without asking for that picture: what lies in this direction is made ready."""
        with self._turn:
            self._move_to(_Wish(min(max(number, 0), self.table.count - 1), direction))
            self._moved = True
            self._turn.notify()

    def set_range(self, first: int, last: int) -> None:
        """Say between which frames it is played: nothing beyond them is decoded ahead."""
        with self._turn:
            self._range = (first, last)
            self._moved = True
            self._turn.notify()

    def leave(self) -> None:
        """Close the file soon: the thread ends after the frame that it is decoding, and frees all frames then."""
        with self._turn:
            self._closed = True
            self._turn.notify()

    def close(self) -> None:
        """Close the file: when this returns, we have no handle on it and `ready` isn't called any more."""
        self.leave()
        if threading.current_thread() is not self._thread:
            self._thread.join(_CLOSING_PATIENCE_S)

    # -- the reader's thread ---------------------------------------------------------------------------------------

    def _work(self) -> None:
        try:
            while self._step():
                pass
        finally:
            # By name, now, and by the thread that made them: a decoder is two threads and a hundred megabytes, of which
            # Python's collector knows nothing. `ready` leads back to whoever holds this reader.
            self._frames.clear()
            self._source.close()
            del self._source, self._pixels_of
            self._ready = _nobody
            give_back_freed_memory()

    def _step(self) -> bool:
        """Do one small step: what was asked for, else one frame or picture ahead, else wait. False at the end."""
        # What comes next is planned without the lock: the interface's thread must never wait for it.
        ahead = None if self._broken else self._next_ahead()
        if ahead is None and self._scattered:
            self._scattered = False
            give_back_freed_memory()
        with self._turn:
            if ahead is None and self._wish is None and not self._closed and not self._moved:
                self._turn.wait()
            if self._closed:
                return False
            wish, self._wish, self._moved = self._wish, None, False
            if wish is not None:
                self._move_to(wish)
        if wish is not None:
            self._answer(wish)
        elif ahead is not None:
            self._make(ahead)
        return True

    def _answer(self, wish: _Wish) -> None:
        try:
            frame = self._frame(wish.number, urgent=True)
            pixels = None if frame is None else self._pixels_of(frame)
        except (ViduDesktopError, ValueError, OSError) as error:
            _log.warning("a frame can't be read: %s", type(error).__name__)
            self._broken = True
            pixels = None
        self._tell(wish.number, pixels)

    def _make(self, number: int) -> None:
        """Make a picture ahead, or hold one more decoded frame."""
        try:
            frame = self._frame(number, urgent=False)
            if frame is None and self._wish is None:
                self._unheld.add(number)
            elif frame is not None and number in self._places_ahead(READY_FRAMES):
                self._tell(number, self._pixels_of(frame))
        except (ViduDesktopError, ValueError, OSError) as error:
            _log.warning("a frame can't be read: %s", type(error).__name__)
            self._broken = True

    def _tell(self, number: int, pixels: FramePixels | None) -> None:
        if not self._closed:
            if pixels is not None:
                self._made[number] = None
                while len(self._made) > 2 * READY_FRAMES:
                    self._made.popitem(last=False)
            self._ready(number, pixels)

    def _frame(self, number: int, *, urgent: bool) -> VideoFrame | None:
        """Return a frame, decoding all that lies on the way to it. A request that comes meanwhile ends what isn't
        urgent. What is urgent is finished, else somebody who keeps scrubbing would never see anything.
        """
        at = self._source.way_to(number) if number not in self._frames else number
        while number not in self._frames:
            if self._closed or (self._wish is not None and not urgent):
                return None
            found = self._source.decode_from(at)
            if found is None:
                return self._frames.get(number)
            at, frame = found
            self._hold(at, frame)
            if at > number:
                return None
            at += 1
        return self._frames[number]

    def _hold(self, number: int, frame: VideoFrame) -> None:
        self._frames[number] = frame
        self._scattered = True
        if len(self._frames) > self._most:
            del self._frames[max(self._frames, key=self._distance)]

    def _distance(self, number: int) -> float:
        """How far a frame is from being needed: those behind count more, those around the seam less."""
        first, last = self._range
        span = last - first + 1
        way = (number - self._at.number) * self._at.direction
        if first <= number <= last:
            ahead, behind = way % span, -way % span
        else:
            ahead, behind = (way, span) if way >= 0 else (span, -way)
        return min(float(ahead), behind / _BEHIND_SHARE)

    def _move_to(self, wish: _Wish) -> None:
        if abs(wish.number - self._at.number) > READY_FRAMES or wish.direction != self._at.direction:
            self._made = OrderedDict()
        self._at = wish

    def _places_ahead(self, count: int) -> list[int]:
        """Return the places that come next, in their order, round the seam of the range."""
        first, last = self._range
        span = last - first + 1
        if not first <= self._at.number <= last:
            return []
        begin = self._at.number - first
        return [
            first + (begin + step * self._at.direction) % span for step in range(1, min(count, span - 1) + 1)
        ]

    def _next_ahead(self) -> int | None:
        """Return the next place whose picture or frame is to be made ready; None when all that may be held is."""
        for place in self._places_ahead(READY_FRAMES):
            if place not in self._made and place not in self._unheld:
                return place
        # In long strides: to get one frame more before a distant keyframe, all between are decoded again.
        places = self._places_ahead(int(self._most * (1 - _BEHIND_SHARE)))
        missing = [place not in self._frames and place not in self._unheld for place in places]
        if True not in missing[: len(places) // 2 + 1]:
            return None
        begin = missing.index(True)
        end = missing.index(False, begin) if False in missing[begin:] else len(places)
        if (
            self._at.direction > 0
        ):  # what lies behind the seam of the range isn't on the way to it: it comes after
            end = next((at for at in range(begin, end) if places[at] < places[begin]), end)
        # What is on the way to the last of a stride is held with it; each look takes one that isn't held.
        return places[end - 1] if self._at.direction > 0 else places[begin]
