"""How opaque each pixel is, and its own colour. Transparency is worked out at the bit depth of the file."""

from collections.abc import Callable

from PIL import Image, ImageChops

SIXTEEN_BIT = frozenset({"I;16", "I;16L", "I;16B", "I;16N"})
_GREY_MODES = frozenset({"1", "L", "LA", "La", *SIXTEEN_BIT})
GREY = "vidu-desktop grey"
"""Key in `Image.info`, set where Pillow reads a grey picture as RGBA: one with transparency and 16 bits."""
WHITE_IS_ZERO = "vidu-desktop white is zero"
"""Key in `Image.info`, set where 0 means white and Pillow hasn't inverted the values."""
_VALUES = 1 << 16
_UPPER_BYTES = [value >> 8 for value in range(_VALUES)]


def is_grey(image: Image.Image) -> bool:
    """Whether the picture has only one channel of colour."""
    return image.mode in _GREY_MODES or GREY in image.info


def has_transparency(image: Image.Image) -> bool:
    """Whether any pixel may be less than opaque."""
    return image.has_transparency_data


def settle(image: Image.Image, bit_depth: int, read_lower_bytes: Callable[[], Image.Image]) -> None:
    """Make the transparent value of a decoded PNG comparable with Pillow's pixels: the file gives the value at its own bit
    depth, but Pillow has converted the pixels to 8 bits. For colour of 16 bits, `read_lower_bytes` decodes the bytes that
    Pillow has dropped.
    """
    key = image.info.get("transparency")
    if key is None or image.mode not in ("L", "RGB"):
        return
    if isinstance(key, int) and bit_depth < 8:
        image.info["transparency"] = min(255, key * 255 // ((1 << bit_depth) - 1))
    elif isinstance(key, tuple) and bit_depth > 8:
        differs = Image.new("L", image.size, 0)
        lower = read_lower_bytes()
        for pixels, shift in ((image, 8), (lower, 0)):
            for band, wanted in zip(pixels.split(), key, strict=True):
                value = wanted >> shift & 255
                table = [0 if found == value else 255 for found in range(256)]
                differs = ImageChops.lighter(differs, band.point(table))
        del image.info["transparency"]
        image.putalpha(differs)


def cover_only(image: Image.Image, box: tuple[int, int, int, int]) -> Image.Image:
    """Return the picture as RGBA, transparent outside `box`: the first frame of a GIF may be smaller than its screen."""
    rgba = image.convert("RGBA")
    inside = Image.new("L", image.size, 0)
    inside.paste(rgba.getchannel("A").crop(box), box)
    rgba.putalpha(inside)
    return rgba


def split(band: Image.Image) -> tuple[Image.Image, Image.Image | None]:
    """Return the opaque colours as L, RGB or CMYK, and the alpha channel if there is any transparency."""
    if band.mode in SIXTEEN_BIT:
        # By way of 32 bits: convert("L") alone would clip all values above 255 to white, and byte orders
        # differ.
        wide = band.convert("I")
        key = band.info.get("transparency")
        alpha = None if key is None else wide.point([255 * (found != key) for found in range(_VALUES)], "L")
        bytes_of = _UPPER_BYTES[::-1] if WHITE_IS_ZERO in band.info else _UPPER_BYTES
        return wide.point(bytes_of, "L"), alpha
    if has_transparency(band):
        whole = band.convert("RGBA")
        base = whole.getchannel("R") if is_grey(band) else whole.convert("RGB")
        return base, whole.getchannel("A")
    if band.mode in ("RGB", "L", "CMYK"):
        return band, None
    return band.convert("L" if band.mode == "1" else "RGB"), None
