"""Gives a clip's frames the colours of the pictures that it was made from, with a smooth change from one end to the other.
For a helper process.
"""

from dataclasses import dataclass
from threading import Thread

import numpy as np
from av.video.frame import VideoFrame
from numpy.typing import NDArray
from PIL import Image

from vidu_desktop.adapters.export.export_frames import Shaper, frames_in_order
from vidu_desktop.adapters.video.colour_fit import POWERS
from vidu_desktop.adapters.video.colour_grid import TABLE_SIDE, table_of
from vidu_desktop.adapters.video.colour_match import (
    ALIKE_LEAST,
    CURVE_POINTS,
    ColourMatch,
    Pixels,
    estimate,
)
from vidu_desktop.adapters.video.fidelity_comparison import AlignedPair, best_aligned, picture_in
from vidu_desktop.adapters.video.frame_source import FrameSource
from vidu_desktop.domain.export import EndPictures
from vidu_desktop.domain.film import PartColours

_ROWS = 24
"""Rows of a picture that are changed at a time. Their data stays in the processor's cache: 720p takes 21 ms a frame, and 57
ms in one piece.
"""
_FINE_BITS = 6
"""Bits behind the point in which curve and correction are added up."""
_TABLE_SHIFT = 8 - (TABLE_SIDE - 1).bit_length()


@dataclass(frozen=True, slots=True)
class Colours:
    """How colours are changed: `mix` mixes the three channels as values to the power of `power`, `curves` gives the 8-bit value for
    each amount, and `corrections` (None: none) are added to it: four numbers for each colour in steps of TABLE_SIDE, of which the
    last is 0.
    """

    power: float
    mix: NDArray[np.float32]
    curves: NDArray[np.float32]
    corrections: NDArray[np.float32] | None

    def towards(self, other: "Colours", share: float) -> "Colours":
        """Return the change between the two, which mix by the same power: `self` where `share` is 0, `other` where it is 1."""
        by = np.float32(share)
        corrections = None
        if self.corrections is not None:
            corrections = self.corrections * (1 - by)
        if other.corrections is not None:
            theirs = other.corrections * by
            corrections = theirs if corrections is None else corrections + theirs
        mix, curves = (
            own + by * (their - own) for own, their in ((self.mix, other.mix), (self.curves, other.curves))
        )
        return Colours(self.power, mix, curves, corrections)


@dataclass(frozen=True, slots=True)
class _Tables:
    """Colours as tables of what each 8-bit value becomes, for the rows of one frame."""

    mixing: NDArray[np.float32]
    mix: NDArray[np.float32]
    curves: NDArray[np.int16]
    corrections: NDArray[np.int64] | None

    @classmethod
    def of(cls, colours: Colours) -> "_Tables":
        mixing = ((np.arange(256) / 255) ** colours.power * (CURVE_POINTS - 1)).astype(np.float32)
        corrections = None
        if colours.corrections is not None:
            fine = np.rint(colours.corrections * (255 << _FINE_BITS)).astype(np.int16)
            corrections = fine.view(np.int64)[:, 0]  # one step in memory instead of three
        return cls(
            mixing, colours.mix, np.rint(colours.curves * (1 << _FINE_BITS)).astype(np.int16), corrections
        )


class ColourMatcher:
    """Changes the frames of a clip of `length_s`. `start` is the change for the first frame and `end` for the last."""

    def __init__(self, start: Colours, end: Colours, length_s: float) -> None:
        self._start, self._end = start, end
        self._tables = _Tables.of(start)
        self._length_s = max(1e-6, length_s)

    def coloured(self, frame: VideoFrame, at_s: float) -> VideoFrame:
        """Implements Colouring. The returned frame has no time of its own."""
        seen = frame.to_ndarray().astype(np.uint8, copy=False)
        made = np.empty_like(seen)
        self.colour(seen, made, at_s)
        return VideoFrame.from_ndarray(made, format="rgb24")

    def colour(self, seen: Pixels, made: Pixels, at_s: float) -> None:
        """Fill `made` with the changed colours of `seen`, a picture at `at_s` in the clip. Both are rows of red, green and
        blue.
        """
        share = min(1.0, max(0.0, at_s / self._length_s))
        share *= share * (3 - 2 * share)  # begins and ends without a step
        now = self._start if self._start is self._end else self._start.towards(self._end, share)
        tables = self._tables if self._start is self._end else _Tables.of(now)
        middle = len(seen) // 2
        beside = Thread(target=_colour, args=(seen[middle:], made[middle:], tables))
        beside.start()  # runs in parallel: numpy releases the interpreter's lock
        _colour(seen[:middle], made[:middle], tables)
        beside.join()


def _colour(seen: Pixels, made: Pixels, tables: _Tables) -> None:
    for top in range(0, len(seen), _ROWS):
        rows = seen[top : top + _ROWS]
        channels = [tables.mixing.take(rows[..., channel]) for channel in range(3)]
        added = None if tables.corrections is None else _corrections(rows, tables.corrections)
        for channel, (red, green, blue) in enumerate(tables.mix):
            mixed = channels[0] * red
            mixed += channels[1] * green
            mixed += channels[2] * blue
            np.clip(mixed, 0, CURVE_POINTS - 1, out=mixed)
            finished = tables.curves[channel].take(mixed.astype(np.uint16))
            if added is not None:
                finished += added[..., channel]
                np.clip(finished, 0, 255 << _FINE_BITS, out=finished)
            finished += 1 << (_FINE_BITS - 1)
            finished >>= _FINE_BITS
            made[top : top + _ROWS, :, channel] = finished


def _corrections(rows: Pixels, table: NDArray[np.int64]) -> NDArray[np.int16]:
    """Return what is added to each channel of each pixel, and a fourth number."""
    steps = rows >> _TABLE_SHIFT
    at = steps[..., 0].astype(np.intp)
    for channel in (1, 2):
        at *= TABLE_SIDE
        at += steps[..., channel]
    return table.take(at).view(np.int16).reshape(*at.shape, 4)


def matcher_by(colours: PartColours | None, length_s: float) -> ColourMatcher | None:
    """Return what changes the frames of a clip of `length_s`; None where the colours stay."""
    if colours is None:
        return None
    start, end = (
        None if numbers is None else ColourMatch.of_numbers(numbers)
        for numbers in (colours.start, colours.end)
    )
    power = next(match.power for match in (start, end) if match is not None)
    first, last = colours_of(start, power), colours_of(end, power)
    return ColourMatcher(first, first if colours.start == colours.end else last, length_s)


@dataclass(frozen=True, slots=True)
class EndLook:
    """One end of a clip, compared with what it should be. `match` is None where its colours are already right, and `pair` where the
    end couldn't be compared.
    """

    match: ColourMatch | None
    pair: AlignedPair | None = None

    def mixing_by(self, power: float) -> ColourMatch | None:
        """Return the match that mixes channels by this power; None where colours stay."""
        if self.match is None or self.pair is None or self.match.power == power:
            return self.match
        return estimate(self.pair.frame, self.pair.picture, (power,))


def matcher_of(source: FrameSource, pictures: EndPictures) -> ColourMatcher | None:
    """Compare a clip's ends with their pictures and return what changes its frames; None where nothing would become better."""
    end = looked_at_own(source, source.table.count - 1, pictures.end)
    found = colours_between(looked_at_own(source, 0, pictures.start), end)
    return matcher_by(found, source.table.starts_s[-1])


def colours_between(start: EndLook | None, end: EndLook | None) -> PartColours | None:
    """Return how a clip's colours change from one end to the other; None where both ends are already right. An end that is
    right stays so. Where only one end was compared, the whole clip is changed like that end.
    """
    looks = [look for look in (start, end) if look is not None]
    powers = [look.match.power for look in looks if look.match is not None]
    if not powers:
        return None
    # Only changes that mix in the same way can be blended.
    matches = [look.mixing_by(powers[0]) for look in looks]
    first, *_, last = [None if match is None else match.all_numbers for match in matches] * 2
    return PartColours(start=first, end=last)


def looked_at_own(source: FrameSource, number: int, path: str | None) -> EndLook | None:
    """Compare a frame with the picture that it was made from; None where there is none. An end whose picture can't be used
    stays as it is.
    """
    if path is None:
        return None
    picture = picture_in(path)
    return (None if picture is None else looked_at(source, number, picture)) or EndLook(None)


def looked_at(source: FrameSource, number: int, picture: Image.Image) -> EndLook | None:
    """Compare a frame with the picture that it should look like; None where they don't look alike at all."""
    shaper = Shaper(source, (source.table.width_px, source.table.height_px), "rgb24")
    (frame,) = frames_in_order(source, [number])
    seen: Image.Image = shaper.shaped(frame).to_image()  # type: ignore[no-untyped-call]
    aligned = best_aligned(seen, picture)
    if aligned.structure < ALIKE_LEAST:
        return None
    return EndLook(estimate(aligned.frame, aligned.picture), aligned)


def colours_of(match: ColourMatch | None, power: float = POWERS[-1]) -> Colours:
    """Return the change by a match, which mixes by its own power; without a match, colours stay and nothing is mixed by `power`."""
    if match is None:
        values = np.linspace(0.0, 1.0, CURVE_POINTS, dtype=np.float32) ** np.float32(1 / power) * 255
        return Colours(power, np.eye(3, dtype=np.float32), np.stack((values, values, values)), None)
    corrections = None
    if match.grid is not None:
        corrections = np.pad(table_of(match.grid), ((0, 0), (0, 1)))
    return Colours(match.power, match.mix.astype(np.float32), match.curves() * 255, corrections)
