"""Several videos played one after the other as one film: which frame of which video is shown at each moment.

The player and the export both ask this module, so that a film is exported exactly as it was played. Pure.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import accumulate

from vidu_desktop.domain.export import Fit, film_size, frames_at
from vidu_desktop.domain.frames import FrameTable
from vidu_desktop.domain.stand_ins import StandIn
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import BadInput, Sentence

SPEED_LEAST, SPEED_MOST = 0.25, 4.0
FADE_MOST = 96
"""The longest fade between two parts, in frames."""
TRIM_MOST = 9_999
"""The most frames that can be left out at an end of a part."""
_MOVES_FROM_FPS = 8.0


@dataclass(frozen=True, slots=True, kw_only=True)
class FilmPart:
    """How one video is used in a film. `skip_first` and `skip_last` frames are left out at its ends, though
    one frame always stays; `speed` is the factor by which it plays faster; during `fade` frames of the film
    it fades in over the end of the part before. Raises BadInput for values out of range.

    With `stand_in` there is no video: two stills are shown in its place, and `video_path` is the path of the
    first. `cut` says that this part isn't meant to meet the part before.
    """

    video_path: str
    skip_first: int = 0
    skip_last: int = 0
    speed: float = 1.0
    fade: int = 0
    stand_in: StandIn | None = None
    cut: bool = False

    def __post_init__(self) -> None:
        wrong = min(self.skip_first, self.skip_last, self.fade) < 0 or self.fade > FADE_MOST
        if wrong or not SPEED_LEAST <= self.speed <= SPEED_MOST:
            values = {"least": SPEED_LEAST, "most": SPEED_MOST}
            raise BadInput("film-part", Sentence(_NO_PART, values))

    def used_of(self, frame_count: int) -> tuple[int, int]:
        """Return the first and the last frame to show of a video with `frame_count` frames."""
        first = min(self.skip_first, frame_count - 1)
        return first, max(first, frame_count - 1 - self.skip_last)


ColourNumbers = tuple[float, ...]
"""The parameters of a colour correction, as they were estimated; the adapters know what each of them means.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartColours:
    """The colour corrections for the beginning and the end of a part's video, blended in between; None where
    nothing needs correcting.
    """

    start: ColourNumbers | None
    end: ColourNumbers | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FilmWish:
    """A film as it is asked for: its parts in order, and how parts of other shapes and colours are adapted.

    The sound file at `sound_path` replaces the videos' own sound. Where the path is empty, their own sound is
    heard, unless `own_sound` is false: in a strip, each video has its own music. With `as_pictures` the film
    is written as a folder of numbered pictures. With `loops`, the last part leads back to the first: it goes
    without its last frame, which is the film's first.
    """

    parts: tuple[FilmPart, ...]
    fit: Fit = Fit.BARS
    match_colours: bool = False
    sound_path: str = ""
    own_sound: bool = True
    as_pictures: bool = False
    loops: bool = False

    @property
    def as_written(self) -> "FilmWish":
        """The film without stand-ins, which only the player shows. A part after a stand-in doesn't fade in, and
        shows the frame that it would have in common with a video there: it is cut to. Nor does a loop whose ends
        don't both exist leave out a frame.
        """
        parts = list[FilmPart]()
        before: FilmPart | None = None
        for part in self.parts:
            if part.stand_in is None:
                is_after = before is not None and before.stand_in is not None
                unmet = replace(part, skip_first=max(0, part.skip_first - 1), fade=0, cut=True)
                parts.append(unmet if is_after else part)
            before = part
        closes = bool(parts) and not (self.parts[0].stand_in or self.parts[-1].stand_in)
        if self.loops and parts and self.parts[-1].stand_in is None and not closes:
            parts[-1] = replace(parts[-1], skip_last=max(0, parts[-1].skip_last - 1))
        return replace(self, parts=tuple(parts), loops=self.loops and closes)


def parts_in_a_row(
    video_paths: Sequence[str],
    *,
    drop_seams: bool | Sequence[bool],
    trim: int = 0,
    speed: float = 1.0,
    fade: int = 0,
) -> tuple[FilmPart, ...]:
    """Return videos as the parts of a film. `drop_seams` leaves out the first frame of every video but the
    first, or of those for which it is true: where a video continues the one before, or both meet in one
    still, that frame has been shown already. `trim` leaves out so many more frames on both sides of each
    seam, and each part fades in during `fade` frames. Raises BadInput for values out of range.
    """
    last = len(video_paths) - 1
    return tuple(
        FilmPart(
            video_path=path,
            skip_first=(trim + (drop_seams if isinstance(drop_seams, bool) else drop_seams[number]))
            * (number > 0),
            skip_last=trim * (number < last),
            speed=speed,
            fade=fade * (number > 0),
        )
        for number, path in enumerate(video_paths)
    )


@dataclass(frozen=True)
class Film:
    """The parts of a film, with the frames that are shown of each, at one rate and in one size.

    `tables` hold the frames of each part's video; `frames` are numbers of those frames.
    """

    wish: FilmWish
    tables: tuple[FrameTable, ...]
    frames: tuple[tuple[int, ...], ...]
    fades: tuple[int, ...]
    """During how many frames each part fades in over the end of the part before; 0 for the first."""
    rate_fps: float
    size_px: tuple[int, int]
    colours: tuple[PartColours | None, ...] = ()
    """The colour corrections of each part, where they are known; empty when the colours aren't matched."""

    @property
    def parts(self) -> tuple[FilmPart, ...]:
        """The parts in the order in which they are shown."""
        return self.wish.parts

    @cached_property
    def begins(self) -> tuple[int, ...]:
        """The frame of the film with which each part begins, from 0."""
        fades = (*self.fades[1:], 0)
        lengths = [len(shown) - fade for shown, fade in zip(self.frames, fades, strict=True)]
        return (0, *accumulate(lengths[:-1]))

    @property
    def count(self) -> int:
        """How many frames the film has."""
        return sum(len(shown) for shown in self.frames) - sum(self.fades)

    @property
    def seams(self) -> tuple[int, ...]:
        """The frame of the film with which each part but the first begins."""
        return self.begins[1:]

    def part_at(self, frame: int) -> int:
        """Return the index of the part to which a frame of the film belongs; frames outside the film count as
        its ends.
        """
        return max(bisect_right(self.begins, frame) - 1, 0)

    def place_of(self, frame: int) -> tuple[int, int]:
        """Return the part and the frame of its video that are shown at a frame of the film; frames outside
        the film count as its ends.
        """
        part = self.part_at(frame)
        shown = self.frames[part]
        return part, shown[min(max(frame - self.begins[part], 0), len(shown) - 1)]

    def below(self, frame: int) -> tuple[int, int, float] | None:
        """Return the part and the frame that are shown below this frame of the film while its part fades in,
        and how opaque the upper frame is, from 0 to 1; None outside a fade.
        """
        part = self.part_at(frame)
        into = frame - self.begins[part]
        fade = self.fades[part]
        if not 0 <= into < fade:
            return None
        before = self.frames[part - 1]
        return part - 1, before[len(before) - fade + into], (into + 1) / (fade + 1)

    @cached_property
    def table(self) -> FrameTable:
        """The film's own frames, as if it were one video."""
        return FrameTable(
            starts_s=tuple(number / self.rate_fps for number in range(self.count)),
            end_s=self.count / self.rate_fps,
            fps=self.rate_fps,
            width_px=self.size_px[0],
            height_px=self.size_px[1],
            has_sound=bool(self.wish.sound_path)
            or (self.wish.own_sound and any(table.has_sound for table in self.tables)),
        )

    def colours_of(self, part: int) -> PartColours | None:
        """Return the colour corrections of a part; None where its colours stay."""
        return self.colours[part] if self.colours else None

    def in_colours(self, *, matches: bool, colours: tuple[PartColours | None, ...] = ()) -> "Film":
        """Return the film with its colours matched, or in its own colours. The corrections may be added
        later.
        """
        return replace(self, wish=replace(self.wish, match_colours=matches), colours=colours)

    def moved(self, path: str, moved_path: str) -> "Film":
        """Return the film with one file at another path."""
        parts = (
            replace(part, video_path=moved_path) if part.video_path == path else part for part in self.parts
        )
        return replace(self, wish=replace(self.wish, parts=tuple(parts)))


def film_of(wish: FilmWish, tables: Sequence[FrameTable]) -> Film:
    """Return the film of a wish with at least one part. `tables` hold the frames of each part's video. The
    film has the size of its first part.
    """
    rate_fps = film_rate([table.even_rate_fps for table in tables])
    frames = tuple(
        tuple(frames_at(table, rate_fps / part.speed, *part.used_of(table.count)))
        for part, table in zip(wish.parts, tables, strict=True)
    )
    return Film(
        wish=wish,
        tables=tuple(tables),
        frames=frames,
        fades=fades_of(wish.parts, [len(shown) for shown in frames]),
        rate_fps=rate_fps,
        size_px=film_size(tables[0].width_px, tables[0].height_px),
    )


def film_rate(rates_fps: Sequence[float]) -> float:
    """Return the rate of a film of videos with these rates: that of its first part, or the highest of all where
    the first part hardly moves, as a still does.
    """
    return rates_fps[0] if rates_fps[0] >= _MOVES_FROM_FPS else max(rates_fps)


def fades_of(parts: Sequence[FilmPart], counts: Sequence[int]) -> tuple[int, ...]:
    """Return the fades of parts that last so many frames of the film, shortened so that each part is seen alone for at least one
    frame and never more than two overlap.
    """
    fades = [0]
    for part, before, own in zip(parts[1:], counts, counts[1:], strict=False):
        fades.append(max(0, min(part.fade, before - max(fades[-1], 1), own - 1)))
    return tuple(fades)


_NO_PART = QT_TRANSLATE_NOOP(
    "library",
    "A part of a film loses no fewer than 0 frames at an end, and is shown {least:g} to {most:g} times as fast.",
)
