"""Measures the frames of a clip one after the other, each once and small. Only the first and the last frame are kept."""

from math import ceil

import numpy as np
from av.video.frame import VideoFrame
from av.video.reformatter import Interpolation, VideoReformatter
from av.video.stream import VideoStream

from vidu_desktop.adapters.video import fidelity_measures as measures
from vidu_desktop.adapters.video.colour_difference import ciede2000, lab_of_srgb
from vidu_desktop.adapters.video.fidelity_measures import Numbers, Pixels
from vidu_desktop.adapters.video.frame_colour import to_srgb
from vidu_desktop.adapters.video.video_errors import not_a_video

_WATCHED_PX = 320
"""The longer side: enough to see an eyelid move in 720p."""
_PAIRS_MOST = 200
"""The most pairs of neighbours whose median is the usual difference: 8 s at 24 frames a second, 1.1 s of work."""

Size = tuple[int, int]


class FidelityWatch:
    """Takes every frame once and measures it small; keeps the first and the last frame in full size."""

    def __init__(self, stream: VideoStream) -> None:
        self._frame_s = 1 / float(stream.guessed_rate or stream.average_rate or 24)
        self._every = ceil(max(1, stream.frames) / _PAIRS_MOST)
        self._reformatter = VideoReformatter()
        self._still = measures.Stillness()
        self._first: VideoFrame | None = None
        self._last: VideoFrame | None = None
        self._first_lab: Numbers = np.empty(0)
        self._last_small: Pixels = np.empty(0, np.uint8)
        self._usual: list[float] = []
        self._count = 0
        self._start_s = 0.0
        self._size: Size = 0, 0
        self.black_frames = 0

    def add(self, frame: VideoFrame) -> None:
        """Measure the next frame; all frames must be added in their order."""
        if self._first is None:
            self._first, self._size = frame, size_within((frame.width, frame.height), _WATCHED_PX)
        small = to_srgb(self._reformatter, frame, self._size, "rgb24", Interpolation.AREA)
        seen: Pixels = small.to_ndarray().astype(np.uint8, copy=False)
        luma = measures.lightness(seen)
        self.black_frames += measures.is_black(luma)
        self._start_s = self._count * self._frame_s if frame.time is None else frame.time
        self._still.add(luma, self._start_s)
        self._compare(measures.halved(seen))
        self._last, self._count = frame, self._count + 1

    def _compare(self, small: Pixels) -> None:
        """Note the difference to the frame before: for every frame, or in a long clip for every n-th."""
        if self._count == 0:
            self._first_lab = lab_of_srgb(small)
        elif self._count % self._every == 0:
            distances = ciede2000(lab_of_srgb(self._last_small), lab_of_srgb(small))
            self._usual.append(float(distances.mean()))
        self._last_small = small

    def ends(self) -> tuple[VideoFrame, VideoFrame]:
        """Return the first and the last frame. Raises NotAVideo when there was none."""
        if self._first is None or self._last is None:
            raise not_a_video("video-damaged")
        return self._first, self._last

    def frozen_s(self) -> float:
        """Return for how many seconds nothing moved. Call it only once."""
        _, last = self.ends()
        shown_s = float(last.duration * last.time_base) if last.duration and last.time_base else self._frame_s
        return self._still.total_s(self._start_s + shown_s)

    def seam(self) -> float:
        """Return the mean colour distance from the last frame to the first."""
        return float(ciede2000(lab_of_srgb(self._last_small), self._first_lab).mean())

    def usual(self) -> float:
        """Return the median of the same distance between neighbours; 0 for a single frame."""
        return float(np.median(self._usual)) if self._usual else 0.0


def size_within(size: Size, side: int) -> Size:
    """Return this shape, reduced to at most `side` on its longer side."""
    scale = min(1.0, side / max(size))
    return max(1, round(size[0] * scale)), max(1, round(size[1] * scale))
