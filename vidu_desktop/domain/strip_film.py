"""Where a film that was made of a strip stands in that strip: which gap or still each of its frames shows, and back."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from vidu_desktop.domain.film import Film, FilmPart


@dataclass(frozen=True, slots=True, kw_only=True)
class StripPart:
    """What plays of a gap. Stills are named by their shots; a gap by the still that it begins with. `clip_id` is None where
    its stills stand in for a video.
    """

    clip_id: str | None
    start: str
    end: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StripPlace:
    """A gap, how much of its video is over, from 0 to 1, and the still that is seen in just this frame; empty for none."""

    gap: str
    share: float
    still: str = ""


class StripFilm:
    """A film with the gap of each of its parts."""

    def __init__(self, film: Film, parts: Sequence[StripPart]) -> None:
        self._film = film
        self._parts = parts

    def place_of(self, frame: int) -> StripPlace:
        """Return where in the strip this frame of the film is, clamped to the film."""
        number = self._film.part_at(frame)
        part = self._parts[number]
        first, last = self._ends_of(number)
        share = (min(frame, last) - first) / max(1, last - first)
        still = next((shot for shot in (part.start, part.end) if self.frame_of_still(shot) == frame), "")
        return StripPlace(gap=part.start, share=share, still=still)

    def frame_of_gap(self, shot: str) -> int | None:
        """Return the frame with which a gap's video begins; None for a gap that isn't in the film."""
        return next(
            (self._ends_of(number)[0] for number, part in enumerate(self._parts) if part.start == shot), None
        )

    def frames_of_gaps(self, shots: Collection[str]) -> tuple[int, int] | None:
        """Return the first and the last frame from the first of some gaps to the last of them; None where the film has none."""
        numbers = [number for number, part in enumerate(self._parts) if part.start in shots]
        return (self._ends_of(numbers[0])[0], self._ends_of(numbers[-1])[1]) if numbers else None

    def frame_of_still(self, shot: str) -> int | None:
        """Return the frame that shows a still: the first of the gap behind it, or where that goes without it the last of
        the gap before; None when neither is in the film.
        """
        for number, part in enumerate(self._parts):
            if part.start == shot and not self._film.parts[number].skip_first:
                return self._ends_of(number)[0]
        for number, part in enumerate(self._parts):
            if part.end == shot:
                return self._ends_of(number)[1]
        return self.frame_of_gap(shot)

    def _ends_of(self, number: int) -> tuple[int, int]:
        begins = (*self._film.begins, self._film.count)
        return begins[number], begins[number + 1] - 1


def parts_in_film(
    parts: Sequence[StripPart], film_parts: Sequence[FilmPart], clip_ids: Sequence[str]
) -> tuple[StripPart, ...] | None:
    """Return the parts of a strip that play in a film, one for each of its parts; None when it isn't the strip's film.
    `clip_ids` are the film's videos.

    It is when all come in the strip's order. Some may be left out: their files couldn't be read.
    """
    found = list[StripPart]()
    rest, ids = iter(parts), iter(clip_ids)
    for shown in film_parts:
        clip_id = next(ids, "") if shown.stand_in is None else None
        gap = None if shown.stand_in is None else shown.stand_in.gap
        part = next((one for one in rest if one.clip_id == clip_id and gap in (None, one.start)), None)
        if part is None:
            return None
        found.append(part)
    return tuple(found) or None
