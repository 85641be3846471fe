"""Videos one behind the other as one film: which frame of which of them is shown at each moment.

Playing a film and exporting it both ask here, so that what was seen is what is written. Pure.
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
"""Frames during which a part may come in over the one before."""
_MOVES_FROM_FPS = 8.0


@dataclass(frozen=True, slots=True, kw_only=True)
class FilmPart:
    """What is wanted of one video: without so many frames at its ends, though one is always left, so many times as fast,
    and coming in over the end of the one before during so many frames of the film. Raises BadInput for what can't be played.

    With `stand_in` there is no video: two stills are shown in its place, and `video_path` is that of the first. With `cut` it
    is meant not to meet the part before.
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
        """Return the first and the last frame that may be shown of a video with so many."""
        first = min(self.skip_first, frame_count - 1)
        return first, max(first, frame_count - 1 - self.skip_last)


ColourNumbers = tuple[float, ...]
"""What brings colours back, as it is estimated; the adapters know what each number does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartColours:
    """What brings a part's colours back at the beginning and at the end of its video, eased in between; None where they are as
    they should be.
    """

    start: ColourNumbers | None
    end: ColourNumbers | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FilmWish:
    """A film as it is asked for: its parts in their order, and what becomes of those of other shapes and colours.

    A sound file at `sound_path` takes the place of the videos' own sound; empty for that, which is heard unless `own_sound` is
    false: each video of a strip has its own music. With `as_pictures` it is written as
    a folder of numbered pictures.
    """

    parts: tuple[FilmPart, ...]
    fit: Fit = Fit.BARS
    match_colours: bool = False
    sound_path: str = ""
    own_sound: bool = True
    as_pictures: bool = False

    @property
    def as_written(self) -> "FilmWish":
        """The same without stand-ins, which nothing but the player knows. A part behind one has its first frame, and comes in
        over nothing.
        """
        parts = list[FilmPart]()
        before: FilmPart | None = None
        for part in self.parts:
            if part.stand_in is None:
                is_first = before is None or before.stand_in is not None
                parts.append(replace(part, skip_first=0, fade=0) if is_first else part)
            before = part
        return replace(self, parts=tuple(parts))


def parts_in_a_row(
    video_paths: Sequence[str],
    *,
    drop_seams: bool | Sequence[bool],
    trim: int = 0,
    speed: float = 1.0,
    fade: int = 0,
) -> tuple[FilmPart, ...]:
    """Return videos as parts; `drop_seams` leaves the first frame of each but the first out, or of those for which it is
    true: it is the last of the one before, where a video was continued from that, or both meet in one still. `trim` leaves out so many more on both sides
    of each seam, over which each part comes in during `fade` frames. Raises BadInput for what can't be played.
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


def cut_in_fades(parts: Sequence[FilmPart]) -> tuple[FilmPart, ...]:
    """Return the same without fades, for what knows only cuts: each lies in the middle of a fade."""
    fades = [0, *(part.fade for part in parts[1:]), 0]
    return tuple(
        replace(
            part,
            skip_first=part.skip_first + round((fades[number] - fades[number] // 2) * part.speed),
            skip_last=part.skip_last + round(fades[number + 1] // 2 * part.speed),
            fade=0,
        )
        for number, part in enumerate(parts)
    )


@dataclass(frozen=True)
class Film:
    """Parts with the frames that are shown of each, in their order, at one rate.

    `tables` say which frames each part's video has, `frames` are numbers among those. All get one size.
    """

    wish: FilmWish
    tables: tuple[FrameTable, ...]
    frames: tuple[tuple[int, ...], ...]
    fades: tuple[int, ...]
    """During how many frames each part comes in over the last ones of the part before; 0 for the first."""
    rate_fps: float
    size_px: tuple[int, int]
    colours: tuple[PartColours | None, ...] = ()
    """What brings each part's colours back, where that is known; empty for their own."""

    @property
    def parts(self) -> tuple[FilmPart, ...]:
        """What is shown one behind the other."""
        return self.wish.parts

    @cached_property
    def begins(self) -> tuple[int, ...]:
        """The film's frame with which each part begins, from 0."""
        fades = (*self.fades[1:], 0)
        lengths = [len(shown) - fade for shown, fade in zip(self.frames, fades, strict=True)]
        return (0, *accumulate(lengths[:-1]))

    @property
    def count(self) -> int:
        """How many frames it has."""
        return sum(len(shown) for shown in self.frames) - sum(self.fades)

    @property
    def seams(self) -> tuple[int, ...]:
        """The film's frames with which another part begins."""
        return self.begins[1:]

    def part_at(self, frame: int) -> int:
        """Return which part a frame of the film belongs to, from 0; clamped to the film."""
        return max(bisect_right(self.begins, frame) - 1, 0)

    def place_of(self, frame: int) -> tuple[int, int]:
        """Return which frame of which part is shown as this frame of the film, clamped to it."""
        part = self.part_at(frame)
        shown = self.frames[part]
        return part, shown[min(max(frame - self.begins[part], 0), len(shown) - 1)]

    def below(self, frame: int) -> tuple[int, int, float] | None:
        """Return which frame of which part lies below this frame of the film, where its part still comes in, and how much of
        the upper one is seen, from 0 to 1; None where nothing does.
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
        """The film's own frames, as those of a video."""
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
        """Return what brings a part's colours back; None where they stay."""
        return self.colours[part] if self.colours else None

    def in_colours(self, *, matches: bool, colours: tuple[PartColours | None, ...] = ()) -> "Film":
        """Return the same with its colours matched, or in its own; what matches them may come later."""
        return replace(self, wish=replace(self.wish, match_colours=matches), colours=colours)

    def moved(self, path: str, moved_path: str) -> "Film":
        """Return the same film with one file elsewhere."""
        parts = (
            replace(part, video_path=moved_path) if part.video_path == path else part for part in self.parts
        )
        return replace(self, wish=replace(self.wish, parts=tuple(parts)))


def film_of(wish: FilmWish, tables: Sequence[FrameTable]) -> Film:
    """Return the film of a wish with at least one part; `tables` say which frames each one's video has. It has size and rate of the
    first, or the highest rate where that is a standing picture's, at which nothing moves.
    """
    first_fps, *_ = rates = [table.even_rate_fps for table in tables]
    rate_fps = first_fps if first_fps >= _MOVES_FROM_FPS else max(rates)
    frames = tuple(
        tuple(frames_at(table, rate_fps / part.speed, *part.used_of(table.count)))
        for part, table in zip(wish.parts, tables, strict=True)
    )
    return Film(
        wish=wish,
        tables=tuple(tables),
        frames=frames,
        fades=_fades(wish.parts, [len(shown) for shown in frames]),
        rate_fps=rate_fps,
        size_px=film_size(tables[0].width_px, tables[0].height_px),
    )


def _fades(parts: Sequence[FilmPart], counts: Sequence[int]) -> tuple[int, ...]:
    """Return the fades as there is room for them: each part is seen alone for a frame at least, and never three at once."""
    fades = [0]
    for part, before, own in zip(parts[1:], counts, counts[1:], strict=False):
        fades.append(max(0, min(part.fade, before - max(fades[-1], 1), own - 1)))
    return tuple(fades)


_NO_PART = QT_TRANSLATE_NOOP(
    "library",
    "A part of a film loses no fewer than 0 frames at an end, and is shown {least:g} to {most:g} times as fast.",
)
