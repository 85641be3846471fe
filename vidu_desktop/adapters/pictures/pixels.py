"""Converts the pixels of any picture to those that are sent: upright, sRGB, eight bits, no transparency.

Large pictures are converted in bands of rows, so that a second copy of the whole is never needed.
"""

from collections.abc import Callable

from PIL import Image

from vidu_desktop.adapters.pictures import opacity, picture_colour
from vidu_desktop.adapters.pictures.exif_turn import UPRIGHT, turn_of
from vidu_desktop.adapters.pictures.picture_sniff import Kind

_BAND_PIXELS = 1_000_000
_UNUSUAL = frozenset({"I", "F"})
_ORIENTATION_TAG = 0x0112
_TURN = "vidu-desktop turn"
"""Key in `Image.info` of the orientation that browsers use."""
# Pillow turns a picture by these, too, where EXIF says nothing. Browsers don't.
_NO_ORIENTATION_OF_BROWSERS = ("xmp", "XML:com.adobe.xmp", "Raw profile type exif", "Raw profile type APP1")
_TRANSPOSITIONS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


class Unusual(Exception):
    """Pixels of 32-bit integers or floats, whose black and white aren't known; and other pixels that are read wrongly."""


def orientation_of(image: Image.Image) -> int:
    """Return the orientation, 1 to 8; 1 where there is none or an invalid one."""
    known = image.info.get(_TURN)
    if known is not None:
        return int(known)
    try:
        value = image.getexif().get(_ORIENTATION_TAG, UPRIGHT)
    except Exception:  # noqa: BLE001 - EXIF is a stranger's bytes; a broken one turns nothing
        return UPRIGHT
    return value if isinstance(value, int) and 1 <= value <= 8 else UPRIGHT


def settle_orientation(image: Image.Image, kind: Kind) -> None:
    """Leave one statement about which way is up: the one that browsers use. Call it after opening and before loading."""
    for key in _NO_ORIENTATION_OF_BROWSERS:
        image.info.pop(key, None)
    turn = turn_of(image, kind)
    if turn is not None:
        image.info[_TURN] = turn


def notes_of(image: Image.Image, bit_depth: int) -> tuple[str, ...]:
    """Return why the pixels can't be sent as they are, as short codes; empty when they can. Raises Unusual."""
    mode = image.mode
    if mode in _UNUSUAL:
        raise Unusual
    found = {
        "turned": orientation_of(image) != UPRIGHT,
        "cmyk": mode == "CMYK",
        "16-bit": bit_depth > 8 or mode in opacity.SIXTEEN_BIT,
        "palette": mode in ("P", "PA"),
        "transparent": opacity.has_transparency(image),
        "bit-depth": mode == "1" or bit_depth < 8,
        "colour-space": picture_colour.way_to_srgb(image) is not None,
    }
    notes = tuple(note for note, is_so in found.items() if is_so)
    if notes or mode in ("RGB", "L"):
        return notes
    return ("colour-space",)


def upright_srgb(image: Image.Image, pixels_most: int) -> Image.Image:
    """Return the picture as RGB or L, upright, reduced by a whole factor until it has at most `pixels_most` pixels.

    `image` is closed, to free its memory before the next copy is made.
    """
    orientation = orientation_of(image)
    width, height = image.size
    factor = factor_for(width, height, pixels_most)
    convert = _to_srgb(image)
    rows = max(1, _BAND_PIXELS // (width * factor)) * factor
    flat: Image.Image | None = None
    for top in range(0, height, rows):
        band = convert(image.crop((0, top, width, min(top + rows, height))))
        band = band.reduce(factor) if factor > 1 else band
        if flat is None:
            flat = Image.new(band.mode, (-(-width // factor), -(-height // factor)))
        flat.paste(band, (0, top // factor))
    image.close()
    assert flat is not None  # noqa: S101 - no picture has zero rows
    return _turned(flat, orientation)


def factor_for(width: int, height: int, pixels_most: int) -> int:
    """Return the smallest whole factor that reduces the size to at most `pixels_most` pixels."""
    factor = 1
    while -(-width // factor) * -(-height // factor) > pixels_most:
        factor += 1
    return factor


def _turned(image: Image.Image, orientation: int) -> Image.Image:
    transposition = _TRANSPOSITIONS.get(orientation)
    return image if transposition is None else image.transpose(transposition)


def _to_srgb(image: Image.Image) -> Callable[[Image.Image], Image.Image]:
    """Return the function that converts a band of this picture to opaque sRGB (on white)."""
    recolour = picture_colour.way_to_srgb(image)

    def convert(band: Image.Image) -> Image.Image:
        base, alpha = opacity.split(band)
        if recolour is not None:
            base = recolour(base)
        if base.mode not in ("RGB", "L"):
            base = base.convert("RGB")
        if alpha is None:
            return base
        white = Image.new(base.mode, base.size, "white")
        white.paste(base, mask=alpha)
        return white

    return convert


def try_conversion(image: Image.Image) -> None:
    """Convert one pixel, so that a picture that can't be converted is noticed at the first check. Raises what Pillow raises."""
    _to_srgb(image)(image.crop((0, 0, 1, 1)))
