"""From any picture's pixels to what is sent: upright, sRGB, eight bits, no transparency.

Large pictures are worked on in bands of rows, so that no second copy of the whole is ever needed.
"""

from collections.abc import Callable

from PIL import Image, ImageOps

from vidu_desktop.adapters.pictures import opacity, picture_colour

_BAND_PIXELS = 1_000_000
_UNUSUAL = frozenset({"I", "F"})
_UPRIGHT = 1
_ORIENTATION_TAG = 0x0112
# Pillow turns a picture by these, too, where EXIF says nothing. Browsers don't.
_NO_ORIENTATION_OF_BROWSERS = ("xmp", "XML:com.adobe.xmp", "Raw profile type exif", "Raw profile type APP1")


class Unusual(Exception):
    """32-bit integers or floats: what is black and what is white isn't known."""


def orientation_of(image: Image.Image) -> int:
    """Return the EXIF orientation, 1 to 8; 1 for none and for one that makes no sense."""
    try:
        value = image.getexif().get(_ORIENTATION_TAG, _UPRIGHT)
    except Exception:  # noqa: BLE001 - EXIF is a stranger's bytes; a broken one turns nothing
        return _UPRIGHT
    return value if isinstance(value, int) and 1 <= value <= 8 else _UPRIGHT


def forget_other_orientations(image: Image.Image) -> None:
    """Leave EXIF as the only statement about which way is up. Call it after opening and, for PNG, after decoding."""
    for key in _NO_ORIENTATION_OF_BROWSERS:
        image.info.pop(key, None)


def notes_of(image: Image.Image, bit_depth: int) -> tuple[str, ...]:
    """Say why the pixels can't go as they are, as short codes; empty when they can. Raises Unusual."""
    mode = image.mode
    if mode in _UNUSUAL:
        raise Unusual
    found = {
        "turned": orientation_of(image) != _UPRIGHT,
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
    """Return the picture as RGB or L, reduced by a whole factor until it has at most `pixels_most` pixels.

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
    if orientation == _UPRIGHT:
        return image
    image.getexif()[_ORIENTATION_TAG] = orientation
    return ImageOps.exif_transpose(image)


def _to_srgb(image: Image.Image) -> Callable[[Image.Image], Image.Image]:
    """Return the function that makes a band of this picture sRGB and opaque (on white)."""
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
    """Convert one pixel, so that what can't be converted is known at the first look. Raises what Pillow raises."""
    _to_srgb(image)(image.crop((0, 0, 1, 1)))
