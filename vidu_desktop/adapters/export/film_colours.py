"""Matches the colours of a film's parts: each to the pictures that it was made from, and at a seam to the part before it. For
a helper process.
"""

from collections.abc import Sequence
from contextlib import ExitStack, closing

from PIL import Image

from vidu_desktop.adapters.export.colour_matching import (
    ColourMatcher,
    colours_between,
    looked_at,
    looked_at_own,
    matcher_by,
)
from vidu_desktop.adapters.export.export_frames import Shaper, frames_in_order
from vidu_desktop.adapters.video.frame_source import FrameSource
from vidu_desktop.adapters.video.video_errors import kept_video
from vidu_desktop.domain.export import EndPictures
from vidu_desktop.domain.film import Film, FilmWish, PartColours, film_of


def film_matchers(
    film: Film, sources: Sequence[FrameSource], pictures: Sequence[EndPictures]
) -> list[ColourMatcher | None]:
    """Return what changes the frames of each part; None where they stay. Raises NotAVideo."""
    found = film_colours(film, sources, pictures)
    return [
        matcher_by(colours, source.table.starts_s[-1]) for colours, source in zip(found, sources, strict=True)
    ]


def film_colours(
    film: Film, sources: Sequence[FrameSource], pictures: Sequence[EndPictures]
) -> list[PartColours | None]:
    """Return how the colours of each part change; None where they stay. `pictures` are those of each part.

    A part that continues the one before starts with the colours with which that one ends. All other starts, and all ends, are
    matched to the part's own pictures. Raises NotAVideo.
    """
    made: list[PartColours | None] = []
    before: Image.Image | None = None
    for part, source, shown, own in zip(film.parts, sources, film.frames, pictures, strict=True):
        # Where both parts have the same frame at the seam, it is the one before the first frame that is
        # shown. Behind a hard cut another light may be meant.
        start = None
        if before is not None and not part.cut:
            start = looked_at(source, max(shown[0] - 1, 0), before)
        if start is None:
            start = looked_at_own(source, 0, own.start)
        end = looked_at_own(source, source.table.count - 1, own.end)
        colours = colours_between(start, end)
        made.append(colours)
        before = _seen(source, shown[-1], matcher_by(colours, source.table.starts_s[-1]))
    return made


def look_for_colours(wish: FilmWish, pictures: Sequence[EndPictures]) -> list[PartColours | None]:
    """Open the videos of a film and return its `film_colours`. Raises NotAVideo, DiskTrouble."""
    with ExitStack() as stack:
        sources: list[FrameSource] = []
        for part in wish.parts:
            with kept_video(part.video_path):
                sources.append(stack.enter_context(closing(FrameSource(part.video_path))))
        film = film_of(wish, [source.table for source in sources])
        return film_colours(film, sources, pictures)


def _seen(source: FrameSource, number: int, matcher: ColourMatcher | None) -> Image.Image:
    shaper = Shaper(source, (source.table.width_px, source.table.height_px), "rgb24", colouring=matcher)
    (frame,) = frames_in_order(source, [number])
    return shaper.shaped(frame).to_image()  # type: ignore[no-untyped-call, no-any-return]
