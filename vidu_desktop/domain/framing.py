"""How a picture is made a frame of a video of another shape: cut, or whole between bars."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from vidu_desktop.domain.pictures import PictureFacts
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import Sentence, Value

ALIKE = 0.01
"""How much two ratios may differ, as a share, and still count as the same: a row or two of pixels."""
_SIZE = re.compile(r"(\d{2,5})x(\d{2,5})", re.ASCII)
_MUCH = 2  # times as wide or as high as a picture is its video; below that, hardly anybody sees it
_TEXT = re.compile(r"(crop|bars|blur) (\d{1,5}):(\d{1,5}) (0\.\d{4}|1\.0000) (0\.\d{4}|1\.0000)", re.ASCII)


class FramingKind(StrEnum):
    """What happens to the part of a picture that doesn't fit."""

    CROP = "crop"
    """It is cut off."""
    BARS = "bars"
    """The picture stays whole, with black bars beside it."""
    BLUR = "blur"
    """The picture stays whole, with a large blurred copy of itself beside it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Framing:
    """`width` and `height` are the frame's ratio. `x` and `y` in [0, 1] are the position of a crop within the
    room it can be moved in: 0 is left or top, 0.5 the middle.
    """

    kind: FramingKind
    width: int
    height: int
    x: float = 0.5
    y: float = 0.5

    def cut_of(self, width_px: int, height_px: int) -> tuple[int, int, int, int]:
        """Return left, top, width and height of the crop, in the picture's pixels."""
        wide = width_px * self.height >= height_px * self.width
        kept_px = (
            max(1, round(height_px * self.width / self.height)) if wide else width_px,
            height_px if wide else max(1, round(width_px * self.height / self.width)),
        )
        left, top = round((width_px - kept_px[0]) * self.x), round((height_px - kept_px[1]) * self.y)
        return left, top, *kept_px

    def canvas_of(self, width_px: int, height_px: int) -> tuple[int, int]:
        """Return the smallest frame that holds the whole picture, in the picture's pixels."""
        wide = width_px * self.height >= height_px * self.width
        if wide:
            return width_px, max(height_px, round(width_px * self.height / self.width))
        return max(width_px, round(height_px * self.width / self.height)), height_px

    def size_of(self, width_px: int, height_px: int) -> tuple[int, int]:
        """Return the size of the framed picture, in the picture's pixels."""
        if self.kind is FramingKind.CROP:
            return self.cut_of(width_px, height_px)[2:]
        return self.canvas_of(width_px, height_px)

    def needed_for(self, width_px: int, height_px: int) -> bool:
        """Whether the picture has another shape than the frame, so that framing changes it."""
        return abs(width_px * self.height / (height_px * self.width) - 1) > ALIKE

    @property
    def as_text(self) -> str:
        """The framing as documents store it."""
        return f"{self.kind.value} {self.width}:{self.height} {self.x:.4f} {self.y:.4f}"


def framing_from_text(text: str) -> Framing | None:
    """Read what `as_text` wrote; None for any other text."""
    found = _TEXT.fullmatch(text)
    if found is None or not (int(found[2]) and int(found[3])):
        return None
    return Framing(
        kind=FramingKind(found[1]),
        width=int(found[2]),
        height=int(found[3]),
        x=float(found[4]),
        y=float(found[5]),
    )


def framings_to_texts(framings: Sequence[Framing | None]) -> list[str]:
    """Return framings as documents store them; an empty text for none."""
    return [framing.as_text if framing else "" for framing in framings]


def framings_from_texts(texts: Sequence[str]) -> tuple[Framing | None, ...]:
    """Read what `framings_to_texts` wrote."""
    return tuple(map(framing_from_text, texts))


def ratio_of_size(size: object) -> tuple[int, int] | None:
    """Return width and height of `1280x720`; None for anything that isn't a size."""
    found = _SIZE.fullmatch(size) if isinstance(size, str) else None
    return (int(found[1]), int(found[2])) if found else None


def softness(sent: Iterable[PictureFacts], size: object) -> Sentence | None:
    """Say which pictures, as they are sent, are much smaller than a video of this size, as the catalogue writes it; None for
    none of them, and where the video has no size to choose.
    """
    video_px = ratio_of_size(size)
    if video_px is None:
        return None
    width_px, height_px = video_px
    small = [one for one in sent if max(width_px / one.width_px, height_px / one.height_px) > _MUCH]
    video: dict[str, Value] = {"video_width": width_px, "video_height": height_px}
    if len(small) > 1:
        return Sentence(_SEVERAL_SMALL, {"count": len(small), **video})
    if not small:
        return None
    (one,) = small
    own: dict[str, Value] = {"name": one.name, "width": one.width_px, "height": one.height_px}
    return Sentence(_ONE_SMALL, {**own, **video})


_ONE_SMALL = QT_TRANSLATE_NOOP(
    "rules",
    "“{name}” is sent as {width} × {height}; the video has {video_width} × {video_height}. It will be scaled up and "
    "look soft.",
)
_SEVERAL_SMALL = QT_TRANSLATE_NOOP(
    "rules",
    "Of these pictures, {count} have less than half the video's width or height, {video_width} × {video_height}. They will be "
    "scaled up and look soft.",
)
