"""Frames of an open video as plain values: what there is, and one picture's pixels."""

from bisect import bisect_right
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameTable:
    """Which frames a video has, counted from 0 in the order in which they are shown.

    `starts_s` are their times, beginning with 0.0, strictly rising; `end_s` is when the last one ends. `fps` is the
    clip's nominal rate, for timecodes. Width and height are upright, in pixels, as the picture is to be shown (a
    rotation in the file is applied, pixels are made square).
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

    def at(self, time_s: float) -> int:
        """Give the frame that is shown at a time, clamped to the clip."""
        return min(max(bisect_right(self.starts_s, time_s) - 1, 0), self.count - 1)

    def duration_s(self, frame: int) -> float:
        """Give how long a frame is shown."""
        end_s = self.starts_s[frame + 1] if frame + 1 < self.count else self.end_s
        return end_s - self.starts_s[frame]


@dataclass(frozen=True, slots=True, kw_only=True)
class SoundTrack:
    """Two channels of signed 16 bit samples, interleaved, beginning with the first frame."""

    rate_hz: int
    samples: bytes

    @property
    def frame_bytes(self) -> int:
        """What one moment takes: a sample for each channel."""
        return 4

    def at(self, time_s: float) -> int:
        """Give where a time begins in `samples`, on a whole moment, clamped to the sound."""
        moment = max(0, round(time_s * self.rate_hz))
        return min(moment * self.frame_bytes, len(self.samples) // self.frame_bytes * self.frame_bytes)


@dataclass(frozen=True, slots=True, kw_only=True)
class FramePixels:
    """One upright picture: rows of `stride_bytes`, four bytes a pixel in the order blue, green, red, 255."""

    width_px: int
    height_px: int
    stride_bytes: int
    bgra: bytes
