"""Measures of pictures as arrays, 8-bit sRGB in rows of RGB: how far two pictures differ, whether one is black, how long
nothing moves. What the numbers can and can't tell is described in packaging/decisions/fidelity.md.
"""

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from vidu_desktop.adapters.video.colour_difference import ciede2000, similarity
from vidu_desktop.domain.fidelity import PictureShift

Pixels: TypeAlias = NDArray[np.uint8]
Numbers: TypeAlias = NDArray[np.floating]

_LIGHTNESS_MOST = 100.0
_WINDOW_PX = 7
"""The usual window of structural similarity."""
_LUMA = np.array((0.2126, 0.7152, 0.0722), dtype=np.float32)
_BLACK_BELOW = 16.0
"""Of 255, for the brightest spot: black as encoders leave it stays below 4, and the darkest night scenes exceed 16."""
_STILL_MEAN = 0.5
_STILL_MOST = 10.0
"""Of 255: the mean and the largest difference of lightness that compression alone causes in a picture that stands still."""
STILL_LEAST_S = 0.5


def structure(first: Numbers, second: Numbers) -> float:
    """Return the structural similarity in lightness of two L*a*b* pictures of the same size."""
    window = min(_WINDOW_PX, *(side - 1 + side % 2 for side in first.shape[:2]))
    if window < 3:  # a line has no structure
        return 1.0
    return similarity(first[..., 0], second[..., 0], window, _LIGHTNESS_MOST)


def shift_between(frame: Numbers, picture: Numbers, structure: float) -> PictureShift:
    """Compare two L*a*b* pictures of the same size, whose structural similarity is `structure`."""
    distances = ciede2000(frame, picture)
    return PictureShift(
        colour_mean=float(distances.mean()),
        colour_p95=float(np.percentile(distances, 95)),
        structure=structure,
    )


def lightness(pixels: Pixels) -> Numbers:
    """Return the luma of each pixel, 0 to 255."""
    values: Numbers = pixels @ _LUMA
    return values


def is_black(luma: Numbers) -> bool:
    return bool(luma.max() < _BLACK_BELOW)


def halved(pixels: Pixels) -> Pixels:
    """Return the picture at half the size, each pixel the mean of four; an odd last row or column is left out."""
    height, width = (max(2, side - side % 2) for side in pixels.shape[:2])
    if min(pixels.shape[:2]) < 2:
        return pixels
    blocks = pixels[:height, :width].reshape(height // 2, 2, width // 2, 2, 3)
    small: Pixels = blocks.mean(axis=(1, 3)).astype(np.uint8)
    return small


class Stillness:
    """Sums the stretches in which no frame differs from the stretch's first frame. So a slow move isn't taken for standing
    still, although neighbours hardly differ.
    """

    def __init__(self) -> None:
        self._total_s = 0.0
        self._first: Numbers | None = None
        self._begin_s = 0.0

    def add(self, luma: Numbers, start_s: float) -> None:
        """Take the next frame, which is shown from `start_s` on."""
        if self._first is None or self._differs(luma, self._first):
            self._close(start_s)
            self._first, self._begin_s = luma, start_s

    def total_s(self, end_s: float) -> float:
        """Return the sum of the stretches of at least STILL_LEAST_S; nothing can be added after that."""
        self._close(end_s)
        return self._total_s

    def _differs(self, luma: Numbers, first: Numbers) -> bool:
        difference = np.abs(luma - first)
        return bool(difference.mean() > _STILL_MEAN or difference.max() > _STILL_MOST)

    def _close(self, end_s: float) -> None:
        lasted_s = end_s - self._begin_s
        # Time stamps are rounded to the clip's time base, and twelve frames at 24 a second must count.
        if self._first is not None and lasted_s > STILL_LEAST_S - 0.001:
            self._total_s += lasted_s
        self._first = None
