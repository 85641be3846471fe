"""Colours as people see them, and how similar two pictures are in structure, by published formulas and with numpy alone.

CIE L*a*b* from sRGB (IEC 61966-2-1, white point D65, 2 degrees), CIEDE2000 (Sharma, Wu, Dalal 2005), and structural
similarity (Wang, Bovik, Sheikh, Simoncelli 2004) with a square window. The tests compare them with published values.
"""

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Numbers: TypeAlias = NDArray[np.floating]

_XYZ_OF_RGB = np.array(
    ((0.412453, 0.357580, 0.180423), (0.212671, 0.715160, 0.072169), (0.019334, 0.119193, 0.950227))
)
_WHITE = np.array((0.95047, 1.0, 1.08883))
_LAB_OF_XYZ = np.array(((0.0, 116.0, 0.0), (500.0, -500.0, 0.0), (0.0, 200.0, -200.0)))
_25_TO_7 = 25.0**7


def lab_of_srgb(pixels: NDArray[np.uint8]) -> Numbers:
    """Return L*a*b* for 8-bit sRGB in rows of RGB."""
    levels = np.arange(256) / 255
    linear = np.where(levels > 0.04045, ((levels + 0.055) / 1.055) ** 2.4, levels / 12.92)
    xyz = linear[pixels] @ (_XYZ_OF_RGB.T / _WHITE)
    roots = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
    lab: Numbers = roots @ _LAB_OF_XYZ.T - (16.0, 0.0, 0.0)
    return lab


def ciede2000(first: Numbers, second: Numbers) -> Numbers:
    """Return the colour difference of each pixel of two L*a*b* pictures."""
    (l1, a1, b1), (l2, a2, b2) = np.moveaxis(first, -1, 0), np.moveaxis(second, -1, 0)
    stretch = 1 + 0.5 * (1 - _chroma_share((np.hypot(a1, b1) + np.hypot(a2, b2)) / 2))
    c1, h1 = np.hypot(a1 * stretch, b1), np.arctan2(b1, a1 * stretch) % (2 * np.pi)
    c2, h2 = np.hypot(a2 * stretch, b2), np.arctan2(b2, a2 * stretch) % (2 * np.pi)
    grey = c1 * c2 == 0  # grey has no hue

    turn = (h2 - h1 + np.pi) % (2 * np.pi) - np.pi  # the short way round
    hue = np.where(grey, h1 + h2, h1 + turn / 2)
    lightness, chroma = (l1 + l2) / 2, (c1 + c2) / 2
    off_middle = (lightness - 50) ** 2
    weight = (
        1
        - 0.17 * np.cos(hue - np.deg2rad(30))
        + 0.24 * np.cos(2 * hue)
        + 0.32 * np.cos(3 * hue + np.deg2rad(6))
        - 0.20 * np.cos(4 * hue - np.deg2rad(63))
    )
    by_lightness = (l2 - l1) / (1 + 0.015 * off_middle / np.sqrt(20 + off_middle))
    by_chroma = (c2 - c1) / (1 + 0.045 * chroma)
    by_hue = np.where(grey, 0, 2 * np.sqrt(c1 * c2) * np.sin(turn / 2)) / (1 + 0.015 * chroma * weight)
    degrees = np.rad2deg(hue) % 360
    blue = 60 * np.deg2rad(np.exp(-(((degrees - 275) / 25) ** 2)))
    rotation = 2 * _chroma_share(chroma) * np.sin(blue)
    square = by_lightness**2 + by_chroma**2 + by_hue**2 - rotation * by_chroma * by_hue
    difference: Numbers = np.sqrt(np.maximum(square, 0))
    return difference


def _chroma_share(chroma: Numbers) -> Numbers:
    return np.sqrt(chroma**7 / (chroma**7 + _25_TO_7))


def similarity(first: Numbers, second: Numbers, window_px: int, value_most: float) -> float:
    """Return the mean structural similarity of two planes whose values go from 0 to `value_most`."""
    count = window_px**2
    sample = count / (count - 1)
    mean1, mean2 = _window_means(first, window_px), _window_means(second, window_px)
    variance1 = sample * (_window_means(first * first, window_px) - mean1 * mean1)
    variance2 = sample * (_window_means(second * second, window_px) - mean2 * mean2)
    covariance = sample * (_window_means(first * second, window_px) - mean1 * mean2)
    c1, c2 = (0.01 * value_most) ** 2, (0.03 * value_most) ** 2
    alike = (2 * mean1 * mean2 + c1) * (2 * covariance + c2)
    most = (mean1 * mean1 + mean2 * mean2 + c1) * (variance1 + variance2 + c2)
    return float((alike / most).mean())


def _window_means(plane: Numbers, window_px: int) -> Numbers:
    """Return the mean of each complete window: the result is smaller by `window_px` - 1 in each direction."""
    for axis in (0, 1):
        sums = np.insert(np.cumsum(plane, axis=axis), 0, 0, axis=axis)
        ahead = np.delete(sums, np.s_[:window_px], axis=axis)
        behind = np.delete(sums, np.s_[-window_px:], axis=axis)
        plane = (ahead - behind) / window_px
    return plane
