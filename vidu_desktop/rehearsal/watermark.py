"""The mark "Rehearsal" in a corner: white on a translucent dark background, so that it can be read on light and on dark
pictures.
"""

from PIL import Image, ImageDraw, ImageFont

from vidu_desktop.domain.modes import FrameSize
from vidu_desktop.rehearsal.yuv_frame import Plate, plate_of

_WORD = "Rehearsal"
_FINER = 4
"""The mark is drawn this much larger and then reduced, for smooth edges."""


def draw_mark(size: FrameSize) -> Plate:
    """Draw the mark for frames of this size."""
    text_px = max(11, round(min(size.width_px, size.height_px) * 0.024))
    font = ImageFont.load_default(text_px * _FINER)
    left, top, right, bottom = font.getbbox(_WORD)
    pad_x, pad_y = text_px * 0.75 * _FINER, text_px * 0.45 * _FINER
    step = 2 * _FINER
    width = round((right - left + 2 * pad_x) / step) * step
    height = round((bottom - top + 2 * pad_y) / step) * step
    at = ((width - (right - left)) / 2 - left, (height - (bottom - top)) / 2 - top)

    ink = Image.new("RGB", (width, height), (22, 24, 30))
    ImageDraw.Draw(ink).text(at, _WORD, font=font, fill=(255, 255, 255))
    mask = Image.new("L", (width, height), 0)
    draw = ImageDraw.Draw(mask)
    draw.rounded_rectangle((0, 0, width - 1, height - 1), radius=height / 2, fill=120)
    draw.text(at, _WORD, font=font, fill=235)
    small = width // _FINER, height // _FINER
    return plate_of(ink.resize(small, Image.Resampling.BOX), mask.resize(small, Image.Resampling.BOX))


def stamp(frame: Plate, mark: Plate) -> None:
    """Put the mark into the lower right corner of a frame."""
    margin = max(8, round(min(frame.width, frame.height) * 0.025)) // 2 * 2
    x, y = (frame.width - mark.width - margin) // 2 * 2, (frame.height - mark.height - margin) // 2 * 2
    frame.luma.paste(mark.luma, (x, y), mark.mask)
    frame.blue.paste(mark.blue, (x // 2, y // 2), mark.half_mask)
    frame.red.paste(mark.red, (x // 2, y // 2), mark.half_mask)
