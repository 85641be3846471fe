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
from vidu_desktop.adapters.video.colour_match import (
    ALIKE_LEAST,
    CURVE_POINTS,
    GAMMA,
    ColourMatch,
    Pixels,
    estimate,
)
from vidu_desktop.adapters.video.fidelity_comparison import best_aligned, picture_in
from vidu_desktop.adapters.video.frame_source import FrameSource
from vidu_desktop.domain.export import EndPictures
from vidu_desktop.domain.film import PartColours

_ROWS = 24
"""Rows of a picture that are changed at a time. Their data stays in the processor's cache: 720p takes 21 ms a frame, and 57
ms in one piece.
"""
_LIGHT = ((np.arange(256) / 255) ** GAMMA * (CURVE_POINTS - 1)).astype(np.float32)


@dataclass(frozen=True, slots=True)
class Colours:
    """How colours are changed: `mix` mixes the light of the three channels, `curves` gives the 8-bit value for each amount of
    light.
    """

    mix: NDArray[np.float32]
    curves: NDArray[np.float32]

    def towards(self, other: "Colours", share: float) -> "Colours":
        """Return the change between the two: `self` where `share` is 0, `other` where it is 1."""
        by = np.float32(share)
        return Colours(
            self.mix + by * (other.mix - self.mix), self.curves + by * (other.curves - self.curves)
        )


class ColourMatcher:
    """Changes the frames of a clip of `length_s`. `start` is the change for the first frame and `end` for the last."""

    def __init__(self, start: Colours, end: Colours, length_s: float) -> None:
        self._start, self._end = start, end
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
        curves = np.rint(now.curves).astype(np.uint8)
        middle = len(seen) // 2
        beside = Thread(target=_colour, args=(seen[middle:], made[middle:], now.mix, curves))
        beside.start()  # runs in parallel: numpy releases the interpreter's lock
        _colour(seen[:middle], made[:middle], now.mix, curves)
        beside.join()


def _colour(seen: Pixels, made: Pixels, mix: NDArray[np.float32], curves: Pixels) -> None:
    for top in range(0, len(seen), _ROWS):
        rows = seen[top : top + _ROWS]
        light = [_LIGHT.take(rows[..., channel]) for channel in range(3)]
        for channel, (red, green, blue) in enumerate(mix):
            mixed = light[0] * red
            mixed += light[1] * green
            mixed += light[2] * blue
            np.clip(mixed, 0, CURVE_POINTS - 1, out=mixed)
            made[top : top + _ROWS, :, channel] = curves[channel].take(mixed.astype(np.uint16))


def matcher_by(colours: PartColours | None, length_s: float) -> ColourMatcher | None:
    """Return what changes the frames of a clip of `length_s`; None where the colours stay."""
    if colours is None:
        return None
    start, end = (
        colours_of(None if numbers is None else ColourMatch.of_numbers(numbers))
        for numbers in (colours.start, colours.end)
    )
    return ColourMatcher(start, start if colours.start == colours.end else end, length_s)


@dataclass(frozen=True, slots=True)
class EndLook:
    """One end of a clip, compared with what it should be. `match` is None where its colours are already right."""

    match: ColourMatch | None


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
    if not any(look.match for look in looks):
        return None
    first, *_, last = [None if look.match is None else look.match.all_numbers for look in looks] * 2
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
    return EndLook(estimate(aligned.frame, aligned.picture))


def colours_of(match: ColourMatch | None) -> Colours:
    """Return the change by a match; without a match, colours stay."""
    if match is None:
        values = np.linspace(0.0, 1.0, CURVE_POINTS, dtype=np.float32) ** np.float32(1 / GAMMA) * 255
        return Colours(np.eye(3, dtype=np.float32), np.stack((values, values, values)))
    return Colours(match.mix.astype(np.float32), match.curves() * 255)
