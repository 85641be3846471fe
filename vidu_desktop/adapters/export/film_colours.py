"""Brings the colours of a film's parts together: each to what it was made from, and at a seam to its neighbour. For a
helper process.
"""

from collections.abc import Sequence

from PIL import Image

from vidu_desktop.adapters.export.colour_matching import (
    ColourMatcher,
    looked_at,
    looked_at_own,
    matcher_between,
)
from vidu_desktop.adapters.export.export_frames import Shaper, frames_in_order
from vidu_desktop.adapters.video.frame_source import FrameSource
from vidu_desktop.domain.export import EndPictures
from vidu_desktop.domain.film import Film


def film_matchers(
    film: Film, sources: Sequence[FrameSource], pictures: Sequence[EndPictures]
) -> list[ColourMatcher | None]:
    """Return what becomes of each part's colours; None where they stay. `pictures` are those of each part.

    A part begins with the colours that the one before ends with, where it goes on from there; else, and at its end, with
    those of its own pictures. Raises NotAVideo.
    """
    made: list[ColourMatcher | None] = []
    before: Image.Image | None = None
    for source, shown, own in zip(sources, film.frames, pictures, strict=True):
        # The frame ahead of the first that is shown is the one that both have, where one is doubled.
        start = None if before is None else looked_at(source, max(shown[0] - 1, 0), before)
        if start is None:
            start = looked_at_own(source, 0, own.start)
        end = looked_at_own(source, source.table.count - 1, own.end)
        matcher = matcher_between(source, start, end)
        made.append(matcher)
        before = _seen(source, shown[-1], matcher)
    return made


def _seen(source: FrameSource, number: int, matcher: ColourMatcher | None) -> Image.Image:
    shaper = Shaper(source, (source.table.width_px, source.table.height_px), "rgb24", colouring=matcher)
    (frame,) = frames_in_order(source, [number])
    return shaper.shaped(frame).to_image()  # type: ignore[no-untyped-call, no-any-return]
