"""The layout of one, two or three subjects, and the drawing of their cards and the background."""

from collections.abc import Sequence

from PIL import Image, ImageDraw, ImageEnhance, ImageFilter

from vidu_desktop.domain.modes import FrameSize
from vidu_desktop.rehearsal.camera import Box
from vidu_desktop.rehearsal.yuv_frame import LARGER

ARRIVAL_TAKES = 0.2
"""The share of the video during which a card arrives."""

GROUND_SCALE = 0.25
"""The background is drawn at this share of the frame's size; the blur hides the difference."""

Rim = tuple[float, float, float, float]
"""Room around a card for its shadow, in shares of the card's width and height: left, top, right, bottom."""


def arrival(index: int, count: int) -> float:
    """Return when card `index` of `count` begins to arrive, as a share of the video; all have arrived for the last quarter."""
    if index == 0:
        return 0.0
    return 0.3 if count == 2 else (0.22, 0.52)[index - 1]


def between(first: Box, second: Box, weight: float) -> Box:
    a, b, c, d = (x + (y - x) * weight for x, y in zip(first, second, strict=True))
    return a, b, c, d


def shifted(rect: Box, right_px: float, down_px: float) -> Box:
    return rect[0] + right_px, rect[1] + down_px, rect[2] + right_px, rect[3] + down_px


def scaled(rect: Box, factor: float) -> Box:
    """Scale a rectangle about its own middle."""
    across, down = (rect[2] - rect[0]) * (factor - 1) / 2, (rect[3] - rect[1]) * (factor - 1) / 2
    return rect[0] - across, rect[1] - down, rect[2] + across, rect[3] + down


def grown(rect: Box, factor: float, size: FrameSize) -> Box:
    """Scale about the middle of the frame, so that the cards keep their arrangement."""
    x, y = size.width_px / 2, size.height_px / 2
    left, top, right, bottom = rect
    return (
        x + (left - x) * factor,
        y + (top - y) * factor,
        x + (right - x) * factor,
        y + (bottom - y) * factor,
    )


def with_rim(rect: Box, rim: Rim) -> Box:
    """Return the rectangle of a card with its shadow; `rim` is in shares of the card: left, top, right, bottom."""
    width, height = rect[2] - rect[0], rect[3] - rect[1]
    return (
        rect[0] - rim[0] * width,
        rect[1] - rim[1] * height,
        rect[2] + rim[2] * width,
        rect[3] + rim[3] * height,
    )


def _row(ratios: Sequence[float], width: float, height: float, gap: float) -> list[Box]:
    """Return places for cards side by side, with the same height, as large as possible, centred in `width` x `height` at 0,
    0.
    """
    tall = min(height, (width - gap * (len(ratios) - 1)) / sum(ratios))
    left = (width - tall * sum(ratios) - gap * (len(ratios) - 1)) / 2
    rects = []
    for ratio in ratios:
        rects.append((left, (height - tall) / 2, left + tall * ratio, (height + tall) / 2))
        left += tall * ratio + gap
    return rects


def layouts(ratios: Sequence[float], size: FrameSize) -> list[list[Box]]:
    """Return the places of the cards for each stage: with one card, with two, and so on.

    The cards are in a row or a column, whichever shows more of the pictures. Very long pictures are cut to cards of at most
    2:1 in either direction.
    """
    ratios = [card_ratio(ratio) for ratio in ratios]
    margin, gap = 0.1 * min(size.width_px, size.height_px), 0.045 * min(size.width_px, size.height_px)
    width, height = size.width_px - 2 * margin, size.height_px - 2 * margin
    result = []
    for count in range(1, len(ratios) + 1):
        row = _row(ratios[:count], width, height, gap)
        turned = _row([1 / ratio for ratio in ratios[:count]], height, width, gap)
        column = [(top, left, bottom, right) for left, top, right, bottom in turned]
        best = max((row, column), key=lambda rects: (rects[0][2] - rects[0][0]) * (rects[0][3] - rects[0][1]))
        result.append([shifted(rect, margin, margin) for rect in best])
    return result


def card_ratio(ratio: float) -> float:
    return min(max(ratio, 0.5), 2.0)


def ground(small: Image.Image) -> Image.Image:
    """Draw the background from a small version of a subject: blurred, less colourful and darker."""
    quiet = ImageEnhance.Color(small.filter(ImageFilter.GaussianBlur(small.height * 0.12))).enhance(0.85)
    return Image.blend(quiet, Image.new("RGB", small.size, (28, 30, 36)), 0.38)


def card(image: Image.Image, rect: Box, size: FrameSize) -> tuple[Image.Image, Image.Image, Rim]:
    """Draw a subject as a card with round corners and a soft shadow, for a place of the size of `rect` or smaller.

    Return the pixels, the mask, and the rim that the shadow takes. The outermost pixels are empty.
    """
    # As large as the slow growth makes the card in the last frame, and a little larger, so that it is never
    # enlarged.
    width, height = round((rect[2] - rect[0]) * 1.04 * LARGER), round((rect[3] - rect[1]) * 1.04 * LARGER)
    unit = min(size.width_px, size.height_px)
    spread, drop, corner = round(unit * 0.035), round(unit * 0.014), round(unit * 0.022)
    rim = 3 * spread + drop
    full_width, full_height = width + 2 * rim, height + 2 * rim
    right, bottom = full_width % 2, full_height % 2
    canvas = full_width + right, full_height + bottom
    place = (rim, rim, rim + width, rim + height)

    fine = 4
    shape = Image.new("L", (width * fine, height * fine), 0)
    edge = (0, 0, width * fine - 1, height * fine - 1)
    ImageDraw.Draw(shape).rounded_rectangle(edge, radius=corner * fine, fill=255)
    shape = shape.resize((width, height), Image.Resampling.BOX)

    shadow = Image.new("L", canvas, 0)
    shadow.paste(130, (rim, rim + drop), shape)
    shadow = shadow.filter(ImageFilter.GaussianBlur(spread))
    shadow.paste(255, place, shape)
    pixels = Image.new("RGB", canvas, (8, 9, 12))
    pixels.paste(_filling(image, width, height), place, shape)
    return (
        pixels,
        shadow,
        (rim / width, rim / height, (rim + right) / width, (rim + bottom) / height),
    )


def _filling(image: Image.Image, width: int, height: int) -> Image.Image:
    """Crop the middle to the card's ratio and resize it."""
    ratio = width / height
    across, down = float(image.width), float(image.height)
    if across / down > ratio:
        across = down * ratio
    else:
        down = across / ratio
    left, top = (image.width - across) / 2, (image.height - down) / 2
    box = (left, top, left + across, top + down)
    return image.resize((width, height), Image.Resampling.LANCZOS, box)
