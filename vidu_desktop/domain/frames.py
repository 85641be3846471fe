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
class FramePixels:
    """One upright picture: rows of `stride_bytes`, four bytes a pixel in the order blue, green, red, 255."""

    width_px: int
    height_px: int
    stride_bytes: int
    bgra: bytes
