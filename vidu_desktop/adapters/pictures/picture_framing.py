"""Puts a picture into a frame of another shape."""

from PIL import Image, ImageEnhance, ImageFilter, ImageOps

from vidu_desktop.domain.framing import Framing, FramingKind

_BLURRED_SIDE_PX = 160  # enough for a blurred ground
_BLUR_RADIUS_PX = 6
_DIMMED = 0.7


def framed(image: Image.Image, framing: Framing, pixels_most: int) -> Image.Image:
    """Return the picture in the ratio of the frame, with at most `pixels_most` pixels. `image` is RGB or L."""
    if framing.kind is FramingKind.CROP:
        left, top, width, height = framing.cut_of(*image.size)
        return image.crop((left, top, left + width, top + height))
    width, height = framing.canvas_of(*image.size)
    if width * height > pixels_most:
        factor = (pixels_most / (width * height)) ** 0.5
        width, height = max(1, int(width * factor)), max(1, int(height * factor))
        image = ImageOps.contain(image, (width, height), Image.Resampling.LANCZOS)
    canvas = _ground(image, framing, (width, height))
    canvas.paste(image, ((width - image.width) // 2, (height - image.height) // 2))
    return canvas


def _ground(image: Image.Image, framing: Framing, size: tuple[int, int]) -> Image.Image:
    if framing.kind is FramingKind.BARS:
        return Image.new(image.mode, size)
    scale = _BLURRED_SIDE_PX / max(size)
    small_size = max(1, round(size[0] * scale)), max(1, round(size[1] * scale))
    small = ImageOps.fit(image, small_size, Image.Resampling.BILINEAR)
    small = ImageEnhance.Brightness(small.filter(ImageFilter.GaussianBlur(_BLUR_RADIUS_PX))).enhance(_DIMMED)
    return small.resize(size, Image.Resampling.BICUBIC)
