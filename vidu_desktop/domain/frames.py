"""The frames of an open video as plain values: the table of its frames, and the pixels of one of them."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

STANDARD_RATES_FPS = (24000 / 1001, 24.0, 25.0, 30000 / 1001, 30.0, 48.0, 50.0, 60000 / 1001, 60.0)
"""The rates of film and television, which video editors accept."""
_STEADY_SHARE = 0.4
"""How far a frame may be off its time and still count as steady, as a share of a frame: some muxers round
times to milliseconds.
"""


_RATE_SLACK = 0.002
USUAL_FPS = 24.0
"""The rate of a video of which nothing says its rate."""


def are_steady(starts_s: Sequence[float], fps: float) -> bool:
    """Whether frames follow each other steadily at this rate."""
    return all(abs(start_s * fps - number) < _STEADY_SHARE for number, start_s in enumerate(starts_s))


def rate_of(starts_s: Sequence[float], end_s: float, said_fps: float) -> float:
    """Return the frame rate: the one that the file claims, if its frames keep to it; otherwise the average."""
    if said_fps > 0 and are_steady(starts_s, said_fps):
        return said_fps
    return len(starts_s) / end_s if end_s > 0 else said_fps or USUAL_FPS


class EndOfFrames:
    """Finds out when the last frame ends, in any unit. Frames are added in decoding order.

    Containers say how long a frame lasts in *decoding* order. Where the rate varies and the order of showing
    differs, the frame before a gap claims too much time, so only the frame decoded last and the frame shown
    last are considered.
    """

    def __init__(self) -> None:
        self._shown = 0, 0
        self._decoded = 0, 0
        self._any = False

    def add(self, begin: int, lasts: int) -> None:
        """Add a frame by when it begins and how long it lasts, as the container says."""
        self._decoded = begin, lasts
        if not self._any or begin >= self._shown[0]:
            self._shown = self._decoded
        self._any = True

    @property
    def end(self) -> int:
        """When the last frame ends; 0 without frames."""
        return max(sum(self._shown), sum(self._decoded)) if self._any else 0


READY_FRAMES = 3
"""How many frames are converted ahead of the one on show: an eighth of a second. Converting a decoded frame
takes 0.2 to 4 ms.
"""
PICTURES_HELD = READY_FRAMES + 2
"""How many converted frames an open video holds: those ahead, and two more. A frame takes 4 MB at 720p, and a film has up to
three videos open.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameTable:
    """Which frames a video has, counted from 0 in the order in which they are shown.

    `starts_s` are their times, strictly rising from 0.0; `end_s` is when the last one ends. `fps` is the
    clip's nominal rate, for timecodes; where the rate varies (not `is_steady`), it doesn't say when a frame
    is shown. Width and height are in pixels, as the picture is shown (the file's rotation is applied, pixels
    are made square).
    """

    starts_s: tuple[float, ...]
    end_s: float
    fps: float
    width_px: int
    height_px: int
    has_sound: bool = False

    @property
    def count(self) -> int:
        """How many frames there are; at least one."""
        return len(self.starts_s)

    @property
    def is_steady(self) -> bool:
        """Whether frame n begins at n / `fps`, and the last frame isn't held for longer than the others."""
        is_held = self.end_s * self.fps - self.count >= _STEADY_SHARE
        return not is_held and are_steady(self.starts_s, self.fps)

    @property
    def even_rate_fps(self) -> float:
        """The rate for a copy with one steady rate: the clip's own, or where that varies the standard rate
        that leaves out none of the usual frames, 60 at most.
        """
        if self.is_steady:
            return self.fps
        gaps = sorted(later - earlier for earlier, later in pairwise((*self.starts_s, self.end_s)))
        shortest_s = gaps[len(gaps) // 10]  # a single close pair doesn't decide
        nearest = min(STANDARD_RATES_FPS, key=lambda rate: abs(rate * shortest_s - 1))
        if abs(nearest * shortest_s - 1) < _RATE_SLACK:
            return nearest
        return next((rate for rate in STANDARD_RATES_FPS if rate * shortest_s > 1), STANDARD_RATES_FPS[-1])

    def at(self, time_s: float) -> int:
        """Return the frame that is shown at a time, clamped to the clip."""
        return min(max(bisect_right(self.starts_s, time_s) - 1, 0), self.count - 1)

    def duration_s(self, frame: int) -> float:
        """Return how long a frame is shown."""
        end_s = self.starts_s[frame + 1] if frame + 1 < self.count else self.end_s
        return end_s - self.starts_s[frame]


@dataclass(frozen=True, slots=True, kw_only=True)
class SoundTrack:
    """Two channels of signed 16 bit samples, interleaved, beginning with the first frame."""

    rate_hz: int
    samples: bytes

    @property
    def frame_bytes(self) -> int:
        """The bytes of one sample of both channels."""
        return 4

    def at(self, time_s: float) -> int:
        """Return the offset in `samples` at which a time begins, at the start of a sample, clamped to the
        sound.
        """
        moment = max(0, round(time_s * self.rate_hz))
        return min(moment * self.frame_bytes, len(self.samples) // self.frame_bytes * self.frame_bytes)


@dataclass(frozen=True, slots=True, kw_only=True)
class FramePixels:
    """One upright picture: rows of `stride_bytes`, four bytes a pixel in the order blue, green, red, 255."""

    width_px: int
    height_px: int
    stride_bytes: int
    bgra: bytes
