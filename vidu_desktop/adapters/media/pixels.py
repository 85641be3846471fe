"""From any picture's pixels to what is sent: upright, sRGB, eight bits, no transparency.

Large pictures are worked on in bands of rows, so that no second copy of the whole is ever needed.
"""

import io
from collections.abc import Callable
from typing import cast

from PIL import Image, ImageCms, ImageOps

_BAND_PIXELS = 1_000_000
_SIXTEEN_BIT = frozenset({"I;16", "I;16L", "I;16B", "I;16N"})
_UNUSUAL = frozenset({"I", "F"})
_UPRIGHT = 1
_ORIENTATION_TAG = 0x0112
_SPACES = {"RGB": "RGB", "GRAY": "L", "CMYK": "CMYK"}


class Unusual(Exception):
    """32-bit integers or floats: what is black and what is white isn't known."""


def orientation_of(image: Image.Image) -> int:
    """Give the EXIF orientation, 1 to 8; 1 for none and for nonsense."""
    try:
        value = image.getexif().get(_ORIENTATION_TAG, _UPRIGHT)
    except Exception:  # noqa: BLE001 - EXIF is a stranger's bytes; a broken one turns nothing
        return _UPRIGHT
    return value if isinstance(value, int) and 1 <= value <= 8 else _UPRIGHT


def has_transparency(image: Image.Image) -> bool:
    """Whether any pixel may be less than opaque."""
    return image.mode in ("RGBA", "LA", "PA", "La", "RGBa") or "transparency" in image.info


def is_srgb(icc: bytes | None) -> bool:
    """Whether pixels with this profile are sRGB already; so are those without one, and with an unreadable one."""
    if not icc:
        return True
    try:
        profile = ImageCms.ImageCmsProfile(io.BytesIO(icc))
        name = ImageCms.getProfileDescription(profile)
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return True
    # "c2" and "sRGB" are the tiny sRGB profiles that phones and web services embed.
    return "srgb" in name.casefold() or name.strip() in ("c2", "c2ci")


def notes_of(image: Image.Image, bit_depth: int) -> tuple[str, ...]:
    """Say why the pixels can't go as they are, as short codes; empty when they can. Raises Unusual."""
    mode = image.mode
    if mode in _UNUSUAL:
        raise Unusual
    found = {
        "turned": orientation_of(image) != _UPRIGHT,
        "cmyk": mode == "CMYK",
        "16-bit": bit_depth > 8 or mode in _SIXTEEN_BIT,
        "palette": mode in ("P", "PA"),
        "transparent": has_transparency(image),
        "bit-depth": mode == "1" or bit_depth < 8,
        "colour-space": not is_srgb(image.info.get("icc_profile")),
    }
    notes = tuple(note for note, is_so in found.items() if is_so)
    if notes or mode in ("RGB", "L"):
        return notes
    return ("colour-space",)


def upright_srgb(image: Image.Image, pixels_most: int) -> Image.Image:
    """Give the picture as RGB or L, reduced by a whole factor until it has at most `pixels_most` pixels.

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
    """Give the smallest whole factor that reduces the size to at most `pixels_most` pixels."""
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
    """Give the function that makes a band of this picture sRGB and opaque (on white)."""
    transparent = has_transparency(image)
    transform = _transform(image)

    def convert(band: Image.Image) -> Image.Image:
        alpha = None
        if transparent:
            whole = band.convert("RGBA")
            alpha, base = whole.getchannel("A"), whole.convert("RGB")
        else:
            base = _eight_bit(band)
        if transform is not None and base.mode == transform.input_mode:
            base = cast("Image.Image", ImageCms.applyTransform(base, transform))
        if base.mode not in ("RGB", "L"):
            base = base.convert("RGB")
        if alpha is None:
            return base
        white = Image.new(base.mode, base.size, "white")
        white.paste(base, mask=alpha)
        return white

    return convert


def _eight_bit(band: Image.Image) -> Image.Image:
    if band.mode in _SIXTEEN_BIT:
        # convert() alone would clip everything above 255 to white.
        return band.point(lambda value: value * (1 / 256)).convert("L")
    if band.mode == "1":
        return band.convert("L")
    if band.mode in ("RGB", "L", "CMYK"):
        return band
    return band.convert("RGB")


def _transform(image: Image.Image) -> ImageCms.ImageCmsTransform | None:
    """Give the way from the embedded profile to sRGB; None without one, or with one for another kind of pixel."""
    icc = image.info.get("icc_profile")
    if icc is None or is_srgb(icc):
        return None
    try:
        profile = ImageCms.ImageCmsProfile(io.BytesIO(icc))
        mode = _SPACES.get(profile.profile.xcolor_space.strip())
        if mode is None:
            return None
        return ImageCms.buildTransform(
            profile,
            ImageCms.createProfile("sRGB"),
            mode,
            "RGB",
            ImageCms.Intent.RELATIVE_COLORIMETRIC,
            ImageCms.Flags.BLACKPOINTCOMPENSATION,
        )
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return None
