"""Which part of each source a timeline shows, counted as its film counts (`domain/film.py`)."""

from collections.abc import Sequence
from dataclasses import dataclass

from vidu_desktop.adapters.video.source_facts import SourceFacts
from vidu_desktop.domain.film import FilmPart, fades_of, film_rate


@dataclass(frozen=True, slots=True)
class Piece:
    """The part of a source that is shown during `length` frames of the timeline. `first` says where it begins, counted in
    frames of the source at its own rate. What lies before and after are its handles.
    """

    source: SourceFacts
    first: float
    length: int
    speed: float


def leader_of(sources: Sequence[SourceFacts]) -> SourceFacts:
    """Return the source whose rate the timeline has."""
    rate = film_rate([source.fps for source in sources])
    return next(source for source in sources if source.fps == rate)


def pieces_of(parts: Sequence[FilmPart], sources: Sequence[SourceFacts]) -> list[Piece]:
    """Return what is shown of each source. A timeline knows no fades here: it cuts in their middle."""
    rate = leader_of(sources).fps
    whole: list[tuple[float, int]] = []
    for part, source in zip(parts, sources, strict=True):
        first, last = part.used_of(source.shown_count)
        begin, end = source.place_of(first), source.place_of(last + 1)
        whole.append((begin, max(1, round((end - begin) * rate / source.fps / part.speed))))
    fades = [*fades_of(parts, [length for _, length in whole]), 0]
    pieces: list[Piece] = []
    for number, (part, source, (begin, length)) in enumerate(zip(parts, sources, whole, strict=True)):
        before, after = fades[number] - fades[number] // 2, fades[number + 1] // 2
        first_shown = begin + before * part.speed * source.fps / rate
        pieces.append(Piece(source, first_shown, length - before - after, part.speed))
    return pieces
