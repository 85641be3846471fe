"""Encoding of pixels for sending, as well as the size limit allows."""

import io

from PIL import Image

from vidu_desktop.domain.catalogue import PictureLimits

_QUICKLY_PACKED_PIXELS = 4_000_000
_SMALLER = 0.8
_JPEG_QUALITIES = (95, 92, 88, 82, 75)
_FULL_COLOUR_QUALITY = 92
"""From this quality on, colour is kept at full resolution."""


def encoded(
    image: Image.Image, limits: PictureLimits, *, lossless: bool
) -> tuple[bytes, str, tuple[int, int]]:
    """Encode as well as `limits.max_bytes` allows. `lossless` is tried first where it is set, then falling qualities of JPEG,
    then smaller sizes.
    """
    if lossless and "image/png" in limits.media_types:
        # Level 1 for large ones: at the default level, 25 million pixels take more than 2 s.
        level = 6 if image.width * image.height < _QUICKLY_PACKED_PIXELS else 1
        content = png(image, level)
        if len(content) <= limits.max_bytes:
            return content, "image/png", image.size
    while True:
        for quality in _JPEG_QUALITIES:
            content = jpeg(image, quality)
            if len(content) <= limits.max_bytes or max(image.size) == 1:
                return content, "image/jpeg", image.size
        width, height = (max(1, round(side * _SMALLER)) for side in image.size)
        image = image.resize((width, height), Image.Resampling.LANCZOS)


def jpeg(image: Image.Image, quality: int) -> bytes:
    """Encode as JPEG of `quality` (1 to 95)."""
    subsampling = "4:4:4" if quality >= _FULL_COLOUR_QUALITY else "4:2:0"
    return _saved(image, "JPEG", quality=quality, subsampling=subsampling, optimize=False)


def _saved(image: Image.Image, pillow_format: str, **options: int | str | bool) -> bytes:
    """Encode in memory: when Pillow writes a file itself, the errno of a full disk is lost."""
    image.info.clear()  # otherwise profile, comments and resolution would be saved too
    buffer = io.BytesIO()
    image.save(buffer, format=pillow_format, **options)
    return buffer.getvalue()


def png(image: Image.Image, level: int) -> bytes:
    """Encode as PNG, compressed at `level` 1 (fast) to 9."""
    return _saved(image, "PNG", compress_level=level)
