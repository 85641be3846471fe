"""Reads the frames of one video in a separate thread: first the requested frame, then those that come next.

Decoded frames around the current place are kept as the codec gives them (a third of a picture's memory), so that going back
one frame costs nothing although the keyframe is far away. A short clip in which somebody goes back is held completely.
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

OPEN_BYTES = 100_000_000
"""About how much memory an open video may use for decoded frames and the pictures made from them: 59 frames of 720p."""
PLAYED_FRAMES = 18
"""How many decoded frames are held of a video that has only been played forwards: three quarters of a second. More would cost
memory for nothing; they are wanted as soon as somebody goes back.
"""
PART_BYTES = 12_000_000
"""The memory for decoded frames of each video where several are open as one film: 8 frames of 720p, a third of a second."""
_PLAYED_ON_MOST = 12
"""How many frames further a video is that is played: at four times the speed, and while some are left out."""
_BEHIND_SHARE = 0.25
_CLOSING_PATIENCE_S = 5.0

Ready = Callable[[int, FramePixels | None], None]
Painter = Callable[[FrameSource], Callable[[VideoFrame], FramePixels]]
"""Returns for a video the function that makes a picture of each of its frames."""


def _nobody(_number: int, _pixels: FramePixels | None) -> None:
    """Ignore what still comes after the end."""


@dataclass(slots=True)
class _Wish:
    number: int
    direction: int


class FrameDecoder:
    """`ready` is called in the reader's thread with the number of a frame and its picture. The picture is None for a request
    that isn't answered, because a newer one came or the file can't be read any more.
    """

    def __init__(
        self, path: str, ready: Ready, *, most_bytes: int | None = None, painter: Painter | None = None
    ) -> None:
        """Open the video, and pass the first picture to `ready` before this returns, without waiting for a thread to start.
        Blocks some ten milliseconds. `most_bytes` is the memory for decoded frames; None for the part of OPEN_BYTES that
        pictures don't need. `painter` replaces the frames' own pictures by others. Raises NotAVideo, DiskTrouble.
        """
        self._source = FrameSource(path)
        self._pixels_of = self._source.pixels_of if painter is None else painter(self._source)
        self.table = self._source.table
        """The frames that exist; can be used after `close`, too."""
        self._ready = ready
        if most_bytes is None:
            most_bytes = OPEN_BYTES - PICTURES_HELD * self.table.width_px * self.table.height_px * 4
        self._most_ever = max(READY_FRAMES + 2, most_bytes // max(1, self._source.frame_bytes))
        self._most = min(self._most_ever, PLAYED_FRAMES)
        self._frames: dict[int, VideoFrame] = {}
        self._made: OrderedDict[int, None] = OrderedDict()  # pictures made since the place last moved away
        # Frames that decoding didn't reach; they are tried again only when they are requested.
        self._unheld: set[int] = set()
        self._range = (0, self.table.count - 1)
        self._at = _Wish(0, 1)
        self._wish: _Wish | None = None
        self._moved = False  # whether the place has changed since what comes next was planned
        self._broken = False
        self._closed = False
        # Whether frames were decoded since the free memory between them was given back.
        self._scattered = False
        self._turn = threading.Condition()
        self._hold(0, self._source.first)
        self._tell(0, self._pixels_of(self._source.first))
        self._thread = threading.Thread(target=self._work, name="frames", daemon=True)
        self._thread.start()

    def want(self, number: int, direction: int = 1) -> None:
        """Request a picture. Afterwards, the pictures in this direction are made, continuing at the other end of the range."""
        with self._turn:
            overtaken, self._wish = self._wish, _Wish(min(max(number, 0), self.table.count - 1), direction)
            self._turn.notify()
        if overtaken is not None and overtaken.number != number:
            self._ready(overtaken.number, None)

    def stand_at(self, number: int, direction: int = 1) -> None:
        """Note which frame is on show, without requesting its picture; the frames in this direction are made ready."""
        with self._turn:
            self._move_to(_Wish(min(max(number, 0), self.table.count - 1), direction))
            self._moved = True
            self._turn.notify()

    def set_range(self, first: int, last: int) -> None:
        """Set the frames between which the video is played; nothing outside them is decoded ahead."""
        with self._turn:
            self._range = (first, last)
            self._moved = True
            self._turn.notify()

    def leave(self) -> None:
        """Close the file soon: the thread ends after the frame that it is decoding, and then frees all frames."""
        with self._turn:
            self._closed = True
            self._turn.notify()

    def close(self) -> None:
        """Close the file. After this returns, we have no handle on it, and `ready` isn't called any more."""
        self.leave()
        if threading.current_thread() is not self._thread:
            self._thread.join(_CLOSING_PATIENCE_S)

    # -- the reader's thread ---------------------------------------------------------------------------------------

    def _work(self) -> None:
        try:
            while self._step():
                pass
        finally:
            # All is freed explicitly, at once, and by the thread that made it: a decoder is two threads and a
            # hundred megabytes, of which Python's collector knows nothing. `ready` refers to the owner of
            # this reader.
            self._frames.clear()
            self._source.close()
            del self._source, self._pixels_of
            self._ready = _nobody
            give_back_freed_memory()

    def _step(self) -> bool:
        """Do one small step: answer the request, or else make one frame or picture ahead, or else wait. False at the end."""
        # Planning ahead is done without the lock: the window's thread must never wait for it.
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
        """Make one picture ahead, or hold one more decoded frame."""
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
        """Return a frame, decoding all frames on the way to it. A new request interrupts this unless `urgent` is set. Urgent
        frames are finished, because otherwise somebody who keeps scrubbing would never see anything. Return None where it was
        interrupted or the frame can't be decoded.
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
        """Return how far a frame is from being needed: frames behind the place count as farther than frames ahead, and the
        distance continues across the ends of the range.
        """
        first, last = self._range
        span = last - first + 1
        distance = (number - self._at.number) * self._at.direction
        if first <= number <= last:
            ahead, behind = distance % span, -distance % span
        else:
            ahead, behind = (distance, span) if distance >= 0 else (span, -distance)
        return min(float(ahead), behind / _BEHIND_SHARE)

    def _move_to(self, wish: _Wish) -> None:
        if self._is_by_hand(wish):
            self._most = self._most_ever
        if abs(wish.number - self._at.number) > READY_FRAMES or wish.direction != self._at.direction:
            self._made = OrderedDict()
        self._at = wish

    def _is_by_hand(self, wish: _Wish) -> bool:
        """Whether somebody goes back or jumps. A video that is played forwards goes to a place close ahead, also across the
        end of the range.
        """
        first, last = self._range
        return wish.direction < 0 or (wish.number - self._at.number) % (last - first + 1) > _PLAYED_ON_MOST

    def _places_ahead(self, count: int) -> list[int]:
        """Return up to `count` places that come next, in their order, continuing at the other end of the range."""
        first, last = self._range
        span = last - first + 1
        if not first <= self._at.number <= last:
            return []
        begin = self._at.number - first
        return [
            first + (begin + step * self._at.direction) % span for step in range(1, min(count, span - 1) + 1)
        ]

    def _next_ahead(self) -> int | None:
        """Return the next place whose picture or frame is to be made ready; None when everything that may be held is ready."""
        for place in self._places_ahead(READY_FRAMES):
            if place not in self._made and place not in self._unheld:
                return place
        # In long strides: for one more frame before a distant keyframe, all frames between are decoded again.
        places = self._places_ahead(int(self._most * (1 - _BEHIND_SHARE)))
        missing = [place not in self._frames and place not in self._unheld for place in places]
        if True not in missing[: len(places) // 2 + 1]:
            return None
        begin = missing.index(True)
        end = missing.index(False, begin) if False in missing[begin:] else len(places)
        # Frames behind the seam of the range aren't on the way to a later frame: their turn comes afterwards.
        if self._at.direction > 0:
            end = next((at for at in range(begin, end) if places[at] < places[begin]), end)
        # The frames on the way to the last one of a stride are held with it; each call finds one that isn't
        # held.
        return places[end - 1] if self._at.direction > 0 else places[begin]
