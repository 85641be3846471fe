"""How pictures become a video, and frame sizes."""

import re
from dataclasses import dataclass
from enum import StrEnum

from typing_extensions import override

_SIZE = re.compile(r"([1-9][0-9]{0,4})x([1-9][0-9]{0,4})")
_RATIO = re.compile(r"([1-9][0-9]{0,2}):([1-9][0-9]{0,2})")


class Mode(StrEnum):
    """How pictures become a video. The values are the command line's words."""

    IMAGE = "image"
    """One picture, the first frame."""
    START_END = "start-end"
    """Two pictures: the first frame and the last."""
    REFERENCE = "reference"
    """One to three pictures of the subjects; none of them is a frame."""


SUBJECT_MODES = (Mode.REFERENCE,)
"""The modes whose pictures show who or what appears; none of the pictures is a frame."""


def frames_given(mode: str) -> int:
    """Return how many of a mode's pictures are frames of the video: the first, then the last. 0 for an
    unknown mode.
    """
    return {Mode.IMAGE.value: 1, Mode.START_END.value: 2}.get(mode, 0)


@dataclass(frozen=True, slots=True, order=True)
class FrameSize:
    """Width and height of a frame in pixels; written `1280x720`."""

    width_px: int
    height_px: int

    @classmethod
    def parse(cls, text: str) -> "FrameSize":
        """Read `1280x720`, at most five digits each. Raises ValueError for any other text."""
        found = _SIZE.fullmatch(text)
        if found is None:
            raise ValueError(f"not a frame size: {text[:40]!r}")
        return cls(int(found[1]), int(found[2]))

    @override
    def __str__(self) -> str:
        """Return the service's spelling."""
        return f"{self.width_px}x{self.height_px}"


def parse_ratio(text: str) -> tuple[int, int]:
    """Read `16:9`. Raises ValueError for any other text."""
    found = _RATIO.fullmatch(text)
    if found is None:
        raise ValueError(f"not an aspect ratio: {text[:40]!r}")
    return int(found[1]), int(found[2])


def delivered_size(size: FrameSize, aspect_ratio: str | None) -> FrameSize:
    """Return the frame size that `size` and `aspect_ratio` ask for together.

    `size` names the landscape frame, and holds unchanged for 16:9 and for modes without an aspect ratio. For
    9:16 and 1:1 its short side is kept and the other side follows, rounded to even pixels as H.264 needs. The
    service documents the two fields but not how they combine (README of the API, 2026-01). Raises ValueError
    for a text that isn't an aspect ratio.
    """
    if aspect_ratio in (None, "16:9"):
        return size
    across, down = parse_ratio(str(aspect_ratio))
    ratio = across / down
    short_px = min(size.width_px, size.height_px)
    if ratio >= 1:
        return FrameSize(2 * round(short_px * ratio / 2), short_px)
    return FrameSize(short_px, 2 * round(short_px / ratio / 2))
