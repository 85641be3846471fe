"""What an export makes of a clip: which format, and which of its frames come when. Pure."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from vidu_desktop.domain.frames import FrameTable
from vidu_desktop.domain.words import QT_TRANSLATE_NOOP
from vidu_desktop.errors import BadInput, Sentence

SIDES_PX = (1280, 960, 720, 640, 480, 320)
RATES_FPS = (12.0, 15.0, 24.0, 25.0, 30.0, 50.0, 60.0)
HOLDS = (1, 2, 3)
"""How long each drawing stands: on ones, on twos, on threes."""
_SIDE_LEAST_PX, _SIDE_MOST_PX = 16, 8192
_RATE_MOST_FPS = 120.0


class ExportFormat(StrEnum):
    """The values are the command line's words."""

    MP4 = "mp4"
    """The file as it is, recipe and all."""
    CLEAN_MP4 = "clean-mp4"
    """What the service delivered, without the recipe; not encoded again."""
    H264 = "h264"
    """An MP4 that is encoded anew, so that size, rate and range can change."""
    GIF = "gif"
    WEBP = "webp"
    PNG_SEQUENCE = "png-sequence"
    """A folder of numbered pictures."""
    PRORES = "prores"
    """ProRes 422 in a QuickTime file, for editing."""
    STILL = "still"
    """One frame as a PNG."""

    @property
    def suffix(self) -> str:
        """The ending of what is written; empty for a folder."""
        return _SUFFIXES[self]

    @property
    def copies(self) -> bool:
        """Whether the pictures stay as they are: size, rate and range mean nothing then."""
        return self in (ExportFormat.MP4, ExportFormat.CLEAN_MP4)


_SUFFIXES = {
    ExportFormat.MP4: ".mp4",
    ExportFormat.CLEAN_MP4: ".mp4",
    ExportFormat.H264: ".mp4",
    ExportFormat.GIF: ".gif",
    ExportFormat.WEBP: ".webp",
    ExportFormat.PNG_SEQUENCE: "",
    ExportFormat.PRORES: ".mov",
    ExportFormat.STILL: ".png",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportSettings:
    """`side_px` is the longer side, None keeps the size; nothing is enlarged. `rate_fps` None keeps the clip's own.

    `first` and `last` are frames from 0, both included, None for the clip's ends; a still is taken from `first`.
    Raises BadInput for what can't be made.
    """

    format: ExportFormat
    side_px: int | None = None
    rate_fps: float | None = None
    hold: int = 1
    first: int | None = None
    last: int | None = None
    boomerang: bool = False

    def __post_init__(self) -> None:
        side_ok = self.side_px is None or _SIDE_LEAST_PX <= self.side_px <= _SIDE_MOST_PX
        rate_ok = self.rate_fps is None or 1.0 <= self.rate_fps <= _RATE_MOST_FPS
        range_ok = self.first is None or self.last is None or 0 <= self.first <= self.last
        if not (side_ok and rate_ok and range_ok and self.hold in HOLDS):
            template = QT_TRANSLATE_NOOP(
                "library",
                "That can't be made: check size, frame rate, and that the out point comes after the in point.",
            )
            raise BadInput("export-settings", Sentence(template))


def size_of(settings: ExportSettings, width_px: int, height_px: int) -> tuple[int, int]:
    """Give width and height of what is made: never enlarged, even numbers, as the codecs want them."""
    longer = max(width_px, height_px)
    scale = 1.0 if settings.side_px is None else min(1.0, settings.side_px / longer)
    if settings.format in (ExportFormat.STILL, ExportFormat.PNG_SEQUENCE) and scale == 1.0:
        return width_px, height_px
    return _even(width_px * scale), _even(height_px * scale)


def _even(value: float) -> int:
    return max(2, 2 * round(value / 2))


@dataclass(frozen=True, slots=True)
class FramePlan:
    """The clip's frames in the order in which they are shown, one for each moment of `rate_fps`."""

    frames: Sequence[int]
    rate_fps: float


def plan_of(settings: ExportSettings, table: FrameTable) -> FramePlan:
    """Say which frames come when. Held frames stay for two or three moments, a boomerang goes back without showing
    either end twice.
    """
    first = min(settings.first or 0, table.count - 1)
    last = table.count - 1 if settings.last is None else min(settings.last, table.count - 1)
    last = max(first, last)
    if settings.format is ExportFormat.STILL:
        return FramePlan((first,), table.fps)
    rate = settings.rate_fps or table.fps
    if settings.rate_fps is None:
        frames = list(range(first, last + 1))
    else:
        begin_s = table.starts_s[first]
        span_s = table.starts_s[last] + table.duration_s(last) - begin_s
        moments = max(1, round(span_s * rate))
        frames = [_frame_at(table, begin_s + moment / rate, first, last) for moment in range(moments)]
    if settings.hold > 1:
        frames = [frames[place - place % settings.hold] for place in range(len(frames))]
    if settings.boomerang:
        frames += frames[-2:0:-1]
    return FramePlan(tuple(frames), rate)


def _frame_at(table: FrameTable, time_s: float, first: int, last: int) -> int:
    # A little later, so that rounding doesn't take the frame before where the times are the same.
    found = bisect_right(table.starts_s, time_s + 1e-6) - 1
    return min(max(found, first), last)
