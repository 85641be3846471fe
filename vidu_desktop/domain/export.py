"""What an export makes of a clip: the format, and which frames it shows when. Pure."""

from bisect import bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from itertools import accumulate, pairwise
from pathlib import Path

from vidu_desktop.domain.frames import FrameTable
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import BadInput, Sentence

SIDES_PX = (1280, 960, 720, 640, 480, 320)
RATES_FPS = (12.0, 15.0, 24.0, 25.0, 30.0, 50.0, 60.0)
HOLDS = (1, 2, 3)
"""For how many frames each drawing is held: on ones, on twos, on threes."""
_SIDE_LEAST_PX, _SIDE_MOST_PX = 16, 8192
_RATE_MOST_FPS = 120.0


class ExportFormat(StrEnum):
    """The values are the command line's words."""

    MP4 = "mp4"
    """The file as it is, including the recipe."""
    CLEAN_MP4 = "clean-mp4"
    """The video as the service delivered it, without the recipe; not encoded again."""
    H264 = "h264"
    """An MP4 that is encoded again, so that size, rate and range can change."""
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
        """The file ending, with its dot; empty for a folder."""
        return _SUFFIXES[self]

    @property
    def is_one_frame(self) -> bool:
        """Whether the export is a single frame, without any timing."""
        return self is ExportFormat.STILL

    @property
    def copies(self) -> bool:
        """Whether the frames are copied unchanged: size, rate and range have no effect then."""
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


def rate_most_fps(kind: ExportFormat) -> float:
    """Return the highest frame rate of a format."""
    return 50.0 if kind is ExportFormat.GIF else _RATE_MOST_FPS


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportSettings:
    """`side_px` is the longer side, None keeps the size; nothing is enlarged. `rate_fps` None keeps the
    clip's own rate.

    `first` and `last` are frames from 0, both included; None is the clip's own first or last frame. A still
    shows `first`. `match_colours` brings the colours back to those of the pictures that the clip was made
    from. Raises BadInput for settings that can't be exported.
    """

    format: ExportFormat
    side_px: int | None = None
    rate_fps: float | None = None
    hold: int = 1
    first: int | None = None
    last: int | None = None
    boomerang: bool = False
    match_colours: bool = False

    def __post_init__(self) -> None:
        side_ok = self.side_px is None or _SIDE_LEAST_PX <= self.side_px <= _SIDE_MOST_PX
        rate_ok = self.rate_fps is None or 1.0 <= self.rate_fps <= _RATE_MOST_FPS
        most_fps = rate_most_fps(self.format)
        if rate_ok and self.rate_fps is not None and self.rate_fps > most_fps:
            template = QT_TRANSLATE_NOOP(
                "library",
                "A GIF counts hundredths of a second: more than {most:g} frames a second can't be told apart. Choose "
                "{most:g} or fewer.",
            )
            raise BadInput("export-rate", Sentence(template, {"most": most_fps}))
        range_ok = 0 <= (self.first or 0) <= (self.last if self.last is not None else self.first or 0)
        if not (side_ok and rate_ok and range_ok and self.hold in HOLDS):
            template = QT_TRANSLATE_NOOP(
                "library",
                "That can't be made: check size, frame rate, and that the out point comes after the in point.",
            )
            raise BadInput("export-settings", Sentence(template))


@dataclass(frozen=True, slots=True)
class EndPictures:
    """Paths of the pictures that the clip's first and last frame should look like; None where the clip has no
    such picture, or the picture is lost.
    """

    start: str | None = None
    end: str | None = None


@dataclass(frozen=True, slots=True)
class MadeFile:
    """An exported file. `colours_kept` tells that colours were to be matched, but matching wouldn't have
    improved them.
    """

    path: Path
    colours_kept: bool = False


def size_of(settings: ExportSettings, width_px: int, height_px: int) -> tuple[int, int]:
    """Return width and height of the export: never enlarged, and even where the format needs it. Raises
    BadInput for a size that the format can't hold.
    """
    longer = max(width_px, height_px)
    scale = 1.0 if settings.side_px is None else min(1.0, settings.side_px / longer)
    step = 2 if settings.format in _EVEN else 1
    width, height = (
        max(_SIDE_MADE_LEAST_PX, round(side * scale / step) * step if scale < 1 else side // step * step)
        for side in (width_px, height_px)
    )
    most = _SIDE_MOST_OF.get(settings.format)
    if most is not None and max(width, height) > most:
        template = QT_TRANSLATE_NOOP(
            "library",
            "This format holds pictures of {most} pixels at most, and this one would have {side}. Choose a smaller "
            "longer side, or another format.",
        )
        raise BadInput("export-size", Sentence(template, {"most": most, "side": max(width, height)}))
    return width, height


def film_size(width_px: int, height_px: int) -> tuple[int, int]:
    """Return the size of a film whose first video has this size. Raises BadInput for a size that no film can
    have.
    """
    return size_of(ExportSettings(format=ExportFormat.H264), width_px, height_px)


class Fit(StrEnum):
    """How a picture is fitted into a frame of another shape. The values are the command line's words."""

    BARS = "bars"
    """The whole picture is shown, with black bars beside it."""
    CROP = "crop"
    """The picture fills the frame, and what sticks out is cut off."""


def scaled_size(size: tuple[int, int], target: tuple[int, int], fit: Fit) -> tuple[int, int]:
    """Return the size to which a picture is scaled, with its shape kept, before bars are added or the rest is
    cut off to reach `target`.
    """
    if all(0 <= side - wanted <= 1 for side, wanted in zip(size, target, strict=True)):
        return size  # only an odd row or column: cut off, not scaled
    ways = [wanted / side for side, wanted in zip(size, target, strict=True)]
    scale = min(ways) if fit is Fit.BARS else max(ways)
    scaled = size[0] * scale, size[1] * scale
    if all(abs(side - wanted) <= 1 for side, wanted in zip(scaled, target, strict=True)):
        return target  # a bar of one pixel would be seen; this stretch isn't
    width, height = (max(2, 2 * round(side / 2)) for side in scaled)
    return width, height


def have_one_shape(sizes: Collection[tuple[int, int]]) -> bool:
    """Whether pictures of these sizes have so nearly the same shape that no bars would be seen."""
    shapes = [width / height for width, height in sizes]
    return max(shapes) / min(shapes) <= _SAME_SHAPE


_SAME_SHAPE = 1.01


@dataclass(frozen=True, slots=True)
class FrameTiming:
    """The clip's frames in the order in which they are shown, and when each begins, from 0; the last one ends
    at `end_s`.

    `is_steady` means that frame n begins at n / `rate_fps`.
    """

    frames: Sequence[int]
    starts_s: Sequence[float]
    end_s: float
    rate_fps: float
    is_steady: bool = True


def timing_of(settings: ExportSettings, table: FrameTable) -> FrameTiming:
    """Return which frames are shown when. Held frames are repeated once or twice; a boomerang plays back
    without repeating either end. Where the clip's rate varies, formats with their own frame times keep those
    of the clip, and the others get one steady rate. Raises BadInput when the in or out point lies behind the
    end.
    """
    if max(settings.first or 0, settings.last or 0) >= table.count:
        template = QT_TRANSLATE_NOOP(
            "library",
            "The clip has {count} frames, and in or out point lie behind its end. Choose them within.",
        )
        raise BadInput("export-range", Sentence(template, {"count": table.count}))
    first = settings.first or 0
    last = table.count - 1 if settings.last is None else min(settings.last, table.count - 1)
    last = max(first, last)
    if settings.format is ExportFormat.STILL:
        return steady_timing((first,), table.fps)
    if settings.rate_fps is None and (table.is_steady or settings.format in _TIMED):
        frames = list(range(first, last + 1))
        lasts_s = [table.duration_s(frame) for frame in frames]
        rate, steady = table.fps, table.is_steady
    else:
        rate, steady = settings.rate_fps or table.even_rate_fps, True
        frames = frames_at(table, rate, first, last)
        lasts_s = []
    if settings.hold > 1:
        frames = [frames[place - place % settings.hold] for place in range(len(frames))]
    if settings.boomerang:
        frames += frames[-2:0:-1]
        lasts_s += lasts_s[-2:0:-1]
    if steady:
        return steady_timing(frames, rate)
    ends_s = list(accumulate(lasts_s))
    return FrameTiming(tuple(frames), (0.0, *ends_s[:-1]), ends_s[-1], rate, is_steady=False)


def steady_timing(frames: Sequence[int], rate_fps: float) -> FrameTiming:
    """Return a timing that shows these frames at one steady rate."""
    starts_s = tuple(place / rate_fps for place in range(len(frames)))
    return FrameTiming(tuple(frames), starts_s, len(frames) / rate_fps, rate_fps)


def frames_at(table: FrameTable, rate_fps: float, first: int, last: int) -> list[int]:
    """Return the frame that is shown at each tick of a steady rate, from frame `first` to `last`, both
    included.
    """
    begin_s = table.starts_s[first]
    if table.is_steady and abs(rate_fps - table.fps) < _SAME_RATE_FPS:
        return list(range(first, last + 1))
    span_s = table.starts_s[last] + table.duration_s(last) - begin_s
    moments = max(1, round(span_s * rate_fps))
    return [_frame_at(table, begin_s + moment / rate_fps, first, last) for moment in range(moments)]


def _frame_at(table: FrameTable, time_s: float, first: int, last: int) -> int:
    # A little later, so that a rounding error doesn't choose the frame before.
    found = bisect_right(table.starts_s, time_s + 1e-6) - 1
    return min(max(found, first), last)


_SAME_RATE_FPS = 0.001


@dataclass(frozen=True, slots=True)
class ClockedTiming:
    """A timing in the format's own time unit: whole ticks of `tick_s` seconds."""

    frames: Sequence[int]
    begins: Sequence[int]
    end: int
    tick_s: Fraction


def clocked(timing: FrameTiming, kind: ExportFormat) -> ClockedTiming:
    """Round a timing to the format's ticks. A frame that is shorter than the format can show may be left out.
    Errors don't add up, because each frame begins at the tick nearest to its own time.
    """
    tick_s, least = _CLOCKS.get(kind, (None, 1))
    if tick_s is None:
        if timing.is_steady:
            count = len(timing.frames)
            return ClockedTiming(timing.frames, range(count), count, _moment_of(timing.rate_fps))
        tick_s = _FINE_TICK_S
    frames: list[int] = []
    begins: list[int] = []
    for frame, start_s in zip(timing.frames, timing.starts_s, strict=True):
        begin = round(start_s / tick_s)
        if not begins or begin - begins[-1] >= least:
            frames.append(frame)
            begins.append(begin)
    end = max(round(timing.end_s / tick_s), begins[-1] + least)
    return _said_again(ClockedTiming(frames, begins, end, tick_s), _MOST_TICKS.get(kind, end))


def _moment_of(rate_fps: float) -> Fraction:
    """Return for how many seconds one frame of a rate is shown; exact for television rates and for whole
    rates.
    """
    if rate_fps < 1:
        return Fraction(1 / rate_fps).limit_denominator(_NTSC)
    return 1 / Fraction(rate_fps).limit_denominator(_NTSC)


def _said_again(timing: ClockedTiming, most: int) -> ClockedTiming:
    """Return a timing in which a frame that is shown for longer than the format can express is repeated."""
    frames: list[int] = []
    begins: list[int] = []
    for frame, (begin, then) in zip(timing.frames, pairwise((*timing.begins, timing.end)), strict=True):
        again = range(begin, then, most)
        frames += [frame] * len(again)
        begins += again
    return ClockedTiming(frames, begins, timing.end, timing.tick_s)


_NTSC = 1001
_MOST_TICKS = {ExportFormat.GIF: 65_535, ExportFormat.WEBP: (1 << 24) - 1}
"""Delays have two bytes in a GIF (GIF89a, 23) and three in a WebP (its container specification, chunk ANMF)."""
_CLOCKS = {
    ExportFormat.GIF: (Fraction(1, 100), 2),  # browsers show a shorter frame for 0.1 s
    ExportFormat.WEBP: (Fraction(1, 1000), 1),
}
_FINE_TICK_S = Fraction(1, 90_000)
_TIMED = frozenset({ExportFormat.H264, ExportFormat.GIF, ExportFormat.WEBP})
"""The formats that store when each frame is shown. ProRes isn't among them because editors want one steady
rate, and numbered pictures have no clock.
"""
_EVEN = frozenset({ExportFormat.H264, ExportFormat.PRORES})
"""The formats with colour at half the resolution: their sides are even."""
_SIDE_MADE_LEAST_PX = 2
_SIDE_MOST_OF = {ExportFormat.WEBP: 16_383, ExportFormat.H264: 16_384}
"""WebP counts sides in 14 bits (its container specification, 2026-11); libx264 refuses larger ones."""
