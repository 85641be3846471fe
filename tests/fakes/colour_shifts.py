"""Colour shifts as a service may cause them. The original is known, so that a correction can be measured."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from vidu_desktop.adapters.video.colour_difference import ciede2000, lab_of_srgb

Values = NDArray[np.float64]
Levels = NDArray[np.uint8]
SAMPLES_DIR = Path(__file__).resolve().parents[2] / "resources" / "samples"
_LUMA = np.array((0.2126, 0.7152, 0.0722))


def sample(name: str, side_px: int) -> Values:
    """Return one of the sample pictures, scaled down, as sRGB values in [0, 1]."""
    with Image.open(SAMPLES_DIR / name) as opened:
        image = opened.convert("RGB")
    image.thumbnail((side_px, side_px))
    return np.asarray(image) / 255.0


def levels(values: Values) -> NDArray[np.uint8]:
    """Return values as 8-bit sRGB."""
    return np.rint(np.clip(values, 0, 1) * 255).astype(np.uint8)


def distance(first: NDArray[np.uint8], second: NDArray[np.uint8]) -> float:
    """Return the mean CIEDE2000 difference of two pictures."""
    return float(ciede2000(lab_of_srgb(first), lab_of_srgb(second)).mean())


def linear(values: Values) -> Values:
    return np.where(values > 0.04045, ((values + 0.055) / 1.055) ** 2.4, values / 12.92)


def encoded(light: Values) -> Values:
    light = np.clip(light, 0, None)
    return np.where(light > 0.0031308, 1.055 * light ** (1 / 2.4) - 0.055, 12.92 * light)


def gamma(by: float) -> Callable[[Values], Values]:
    return lambda values: values**by


def exposure(by: float) -> Callable[[Values], Values]:
    return lambda values: encoded(linear(values) * by)


def tint(red: float, green: float, blue: float) -> Callable[[Values], Values]:
    return lambda values: encoded(linear(values) * np.array((red, green, blue)))


def saturation(by: float) -> Callable[[Values], Values]:
    def shift(values: Values) -> Values:
        light = linear(values)
        grey = (light @ _LUMA)[..., None]
        return encoded(grey + (light - grey) * by)

    return shift


def all_of_them(values: Values) -> Values:
    return tint(1.08, 1.0, 0.88)(saturation(0.75)(gamma(1.15)(values)))


def with_something_moved(values: Values, turn: int = 0) -> Values:
    """Return the picture with 30 % of its area replaced by other parts of it."""
    height, width = values.shape[:2]
    made = values.copy()
    top, left = (height // 5 + turn) % (height // 3), (width // 6 + 2 * turn) % (width // 3)
    place = np.s_[top : top + int(height * 0.55), left : left + int(width * 0.55)]
    made[place] = np.roll(values, (height // 5, width // 4), axis=(0, 1))[place]
    return made


def with_another_in_it(values: Values, other: Values, left_px: int = 8) -> Values:
    """Return the picture with a part of another one in it, 55 % as wide and as high, from `left_px` on."""
    height, width = int(values.shape[0] * 0.55), int(values.shape[1] * 0.55)
    made, top = values.copy(), values.shape[0] // 5
    made[top : top + height, left_px : left_px + width] = other[:height, :width]
    return made
