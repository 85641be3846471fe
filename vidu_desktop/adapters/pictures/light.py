"""Conversion of encoded values to light and back to sRGB: ICC profiles for pictures without one, and HDR mapped to the range
of a normal screen.

The tables are those of ITU-T H.273. HDR is mapped to SDR as in SMPTE ST 2094-50, which Chromium uses for pictures without
metadata: white is half of the screen's maximum, and highlights up to 1,000 nits are compressed along a curve.
"""

import struct
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PIL import Image

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]


class Primaries(NamedTuple):
    """White, red, green and blue as CIE 1931 x and y, in the order of PNG's cHRM chunk."""

    white_x: float
    white_y: float
    red_x: float
    red_y: float
    green_x: float
    green_y: float
    blue_x: float
    blue_y: float

    @property
    def possible(self) -> bool:
        """Whether red, green and blue don't lie on one line, so that they span colours, and every y is above 0."""
        width = (self.red_x - self.blue_x) * (self.green_y - self.blue_y)
        height = (self.green_x - self.blue_x) * (self.red_y - self.blue_y)
        ys = (self.white_y, self.red_y, self.green_y, self.blue_y)
        return abs(width - height) > 0.001 and all(y > 0 for y in ys)


_D65, _C = (0.3127, 0.329), (0.31, 0.316)
PRIMARIES = {
    1: Primaries(*_D65, 0.64, 0.33, 0.3, 0.6, 0.15, 0.06),
    4: Primaries(*_C, 0.67, 0.33, 0.21, 0.71, 0.14, 0.08),
    5: Primaries(*_D65, 0.64, 0.33, 0.29, 0.6, 0.15, 0.06),
    6: Primaries(*_D65, 0.63, 0.34, 0.31, 0.595, 0.155, 0.07),
    7: Primaries(*_D65, 0.63, 0.34, 0.31, 0.595, 0.155, 0.07),
    8: Primaries(*_C, 0.681, 0.319, 0.243, 0.692, 0.145, 0.049),
    9: Primaries(*_D65, 0.708, 0.292, 0.17, 0.797, 0.131, 0.046),
    11: Primaries(0.314, 0.351, 0.68, 0.32, 0.265, 0.69, 0.15, 0.06),
    12: Primaries(*_D65, 0.68, 0.32, 0.265, 0.69, 0.15, 0.06),
    22: Primaries(*_D65, 0.63, 0.34, 0.295, 0.605, 0.155, 0.077),
}
SRGB_TRANSFER = 13
_PQ, _HLG = 16, 18
# Browsers show the curves of video (1, 6, 14, 15) with the gamma of the screens that they were made for.
_GAMMAS = {1: 2.4, 6: 2.4, 11: 2.4, 14: 2.4, 15: 2.4, 4: 2.2, 5: 2.8, 8: 1.0}
_ST240, _ST428 = 7, 17
_CURVE_POINTS = 4096
_WHITE_NITS, _PEAK_NITS = 203.0, 1000.0


def is_known(primaries: int, transfer: int) -> bool:
    """Whether both numbers are in our tables."""
    return primaries in PRIMARIES and transfer in {*_GAMMAS, _ST240, _ST428, SRGB_TRANSFER, _PQ, _HLG}


def is_hdr(primaries: int, transfer: int) -> bool:
    """Whether the coding can hold light that is brighter than white."""
    return primaries in PRIMARIES and transfer in (_PQ, _HLG)


def profile(primaries: Primaries, transfer: int | float) -> bytes:
    """Build an ICC profile (version 2). `transfer` is a number of H.273's table, or as a float the exponent itself."""
    import numpy as np

    curve = _to_light(np.linspace(0, 1, _CURVE_POINTS), transfer)
    points = np.round(curve * 65535).astype(">u2").tobytes()
    tone = b"curv\0\0\0\0" + struct.pack(">I", _CURVE_POINTS) + points
    white = _to_xyz(PRIMARIES[1], d50=True).sum(axis=1)
    colorants = _to_xyz(primaries, d50=True).T
    name = b"as the picture says\0"
    tags = [
        (b"desc", b"desc\0\0\0\0" + struct.pack(">I", len(name)) + name + bytes(78)),
        (b"wtpt", _xyz(white)),
        *((name, _xyz(value)) for name, value in zip((b"rXYZ", b"gXYZ", b"bXYZ"), colorants, strict=True)),
        *((name, tone) for name in (b"rTRC", b"gTRC", b"bTRC")),
    ]
    return _icc(tags)


def _to_light(encoded: "Floats", transfer: int | float) -> "Floats":
    import numpy as np

    gamma = transfer if isinstance(transfer, float) else _GAMMAS.get(transfer)
    if gamma is not None:
        return np.asarray(encoded**gamma)
    if transfer == _ST428:
        return np.minimum(1.0, encoded**2.6 * (52.37 / 48))
    if transfer == _ST240:
        return np.where(encoded < 0.0913, encoded / 4, ((encoded + 0.1115) / 1.1115) ** (1 / 0.45))
    return _srgb_to_light(encoded)


def _xyz(values: "Floats") -> bytes:
    return b"XYZ \0\0\0\0" + b"".join(struct.pack(">i", round(float(value) * 65536)) for value in values)


def _icc(tags: list[tuple[bytes, bytes]]) -> bytes:
    table, body = struct.pack(">I", len(tags)), b""
    start = 128 + 4 + 12 * len(tags)
    for name, content in tags:
        table += struct.pack(">4sII", name, start + len(body), len(content))
        body += content + bytes(-len(content) % 4)
    header = struct.pack(
        ">I4xI4s4s4s12x4s28x", start + len(body), 0x02400000, b"mntr", b"RGB ", b"XYZ ", b"acsp"
    )
    illuminant = struct.pack(">3i", 0xF6D6, 0x10000, 0xD32D)
    return (header + illuminant).ljust(128, b"\0") + table + body


def _to_xyz(primaries: Primaries, *, d50: bool) -> "Floats":
    """Return the matrix from linear RGB to XYZ, with white adapted to D50 (Bradford) or to D65."""
    import numpy as np

    def column(x: float, y: float) -> list[float]:
        return [x / y, 1.0, (1 - x - y) / y]

    white = np.array(column(*primaries[:2]))
    corners = np.array([column(*primaries[at : at + 2]) for at in (2, 4, 6)]).T
    matrix = corners * np.linalg.solve(corners, white)
    cone = np.array([[0.8951, 0.2664, -0.1614], [-0.7502, 1.7135, 0.0367], [0.0389, -0.0685, 1.0296]])
    target = np.array([0.9642, 1.0, 0.8249]) if d50 else np.array(column(*_D65))
    scale = np.diag((cone @ target) / (cone @ white))
    adapted: Floats = np.linalg.inv(cone) @ scale @ cone @ matrix
    return adapted


def _srgb_to_light(encoded: "Floats") -> "Floats":
    import numpy as np

    return np.where(encoded <= 0.04045, encoded / 12.92, ((encoded + 0.055) / 1.055) ** 2.4)


def _light_to_srgb(linear: "Floats") -> "Floats":
    import numpy as np

    inside = np.clip(linear, 0, 1)
    return np.where(inside <= 0.0031308, inside * 12.92, 1.055 * inside ** (1 / 2.4) - 0.055)


def tone_mapping(primaries: int, transfer: int) -> Callable[[Image.Image], Image.Image]:
    """Return the function that maps PQ or HLG pixels to sRGB as they look on a screen without HDR."""
    import numpy as np

    levels = np.linspace(0, 1, 256)
    light = _pq_to_light(levels) if transfer == _PQ else _hlg_to_scene(levels)
    shown_of = _mapped(primaries, transfer)

    def convert(band: Image.Image) -> Image.Image:
        values = np.asarray(band.convert("RGB"))
        shown = np.empty_like(values)
        for row in range(values.shape[0]):  # by rows: a band in floats would take 100 MB
            shown[row] = np.round(shown_of(light[values[row]]) * 255)
        return Image.fromarray(shown)

    return convert


def of_video(encoded: "Floats", primaries: int, transfer: int) -> "Floats":
    """Return the values of a video in sRGB. `encoded` has rows of red, green and blue, from 0 to 1. HDR is mapped as in
    `tone_mapping`; for other video only the primaries are converted, whose number must be in PRIMARIES.
    """
    import numpy as np

    if is_hdr(primaries, transfer):
        light = _pq_to_light(encoded) if transfer == _PQ else _hlg_to_scene(encoded)
        return _mapped(primaries, transfer)(light)
    to_srgb = np.linalg.inv(_to_xyz(PRIMARIES[1], d50=False)) @ _to_xyz(PRIMARIES[primaries], d50=False)
    return _light_to_srgb(_srgb_to_light(encoded) @ to_srgb.T)


def _mapped(primaries: int, transfer: int) -> "Callable[[Floats], Floats]":
    """Return the function that maps light, as PQ or HLG define it, to sRGB."""
    import numpy as np

    to_wide = np.linalg.inv(_to_xyz(PRIMARIES[9], d50=False)) @ _to_xyz(PRIMARIES[primaries], d50=False)
    to_srgb = np.linalg.inv(_to_xyz(PRIMARIES[1], d50=False)) @ _to_xyz(PRIMARIES[9], d50=False)

    def shown_of(light: "Floats") -> "Floats":
        linear = np.maximum(0, light @ to_wide.T)
        if transfer == _HLG:
            linear = _on_screen(linear)
        most = np.maximum(linear.max(axis=1, keepdims=True), 1e-9)
        return _light_to_srgb(linear * (_rolled_off(most) / most) @ to_srgb.T)

    return shown_of


def _pq_to_light(encoded: "Floats") -> "Floats":
    """Return light as a multiple of white."""
    import numpy as np

    power = encoded ** (32 / 2523)
    nits = 10_000 * (np.maximum(power - 3424 / 4096, 0) / (2413 / 128 - 2392 / 128 * power)) ** (8192 / 1305)
    multiple: Floats = nits / _WHITE_NITS
    return multiple


def _hlg_to_scene(encoded: "Floats") -> "Floats":
    """Return the light in front of the camera; the brightest is 1."""
    import numpy as np

    high = (np.exp((encoded - 0.55991073) / 0.17883277) + 0.28466892) / 12
    return np.where(encoded <= 0.5, encoded**2 / 3, high)


def _on_screen(scene: "Floats") -> "Floats":
    """Return light as a multiple of white on a screen of 1,000 nits, where HLG's system gamma is 1.2."""
    import numpy as np

    luminance = scene @ np.array([0.2627, 0.678, 0.0593])
    multiple: Floats = scene * luminance[:, None] ** 0.2 * (_PEAK_NITS / _WHITE_NITS)
    return multiple


def _rolled_off(multiple: "Floats") -> "Floats":
    """Halve the values up to white; from there a quadratic Bézier curve with the control point (1.65, 0.825) leads to the
    peak at 1.
    """
    import numpy as np

    peak = _PEAK_NITS / _WHITE_NITS
    over = np.clip(multiple, 1, peak)
    # The curve's x is 1 + 1.3 t + (peak - 2.3) t², its y is 0.5 + 0.65 t - 0.15 t².
    square = peak - 2.3
    at = (-1.3 + np.sqrt(1.69 + 4 * square * (over - 1))) / (2 * square)
    return np.where(multiple <= 1, multiple / 2, 0.5 + 0.65 * at - 0.15 * at**2)
