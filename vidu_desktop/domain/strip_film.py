"""How the frames of a film made from a board's strip map to the strip's gaps and stills, and back."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from vidu_desktop.domain.film import Film, FilmPart


@dataclass(frozen=True, slots=True, kw_only=True)
class StripPart:
    """What plays in a gap. A still is named by its shot, and a gap by the still with which it begins.
    `clip_id` is None where the stills stand in for a video.
    """

    clip_id: str | None
    start: str
    end: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StripPosition:
    """A gap, how far its video has played, from 0 to 1, and the still that is seen at exactly this frame;
    empty for none.
    """

    gap: str
    share: float
    still: str = ""


class StripFilm:
    """A film, with the gap of each of its parts."""

    def __init__(self, film: Film, parts: Sequence[StripPart]) -> None:
        self._film = film
        self._parts = parts

    def position_of(self, frame: int) -> StripPosition:
        """Return the position in the strip of a frame of the film; frames outside the film count as its ends."""
        number = self._film.part_at(frame)
        part = self._parts[number]
        first, last = self._ends_of(number)
        share = (min(frame, last) - first) / max(1, last - first)
        still = next((shot for shot in (part.start, part.end) if self._frame_with(shot) == frame), "")
        return StripPosition(gap=part.start, share=share, still=still)

    def frame_of_gap(self, shot: str) -> int | None:
        """Return the frame with which a gap's video begins; None for a gap that isn't in the film."""
        return next(
            (self._ends_of(number)[0] for number, part in enumerate(self._parts) if part.start == shot), None
        )

    def frames_of_gaps(self, shots: Collection[str]) -> tuple[int, int] | None:
        """Return the first and the last frame of a range of gaps; None when none of them is in the film."""
        numbers = [number for number, part in enumerate(self._parts) if part.start in shots]
        return (self._ends_of(numbers[0])[0], self._ends_of(numbers[-1])[1]) if numbers else None

    def frame_of_still(self, shot: str) -> int | None:
        """Return the frame that shows a still: the first frame of the gap after it or, where that frame is
        left out, the last of the gap before it. Where both are left out, the frame nearest to them; None when
        neither gap is in the film.
        """
        frame = self._frame_with(shot)
        if frame is not None:
            return frame
        before = (self._ends_of(number)[1] for number, part in enumerate(self._parts) if part.end == shot)
        return next(before, self.frame_of_gap(shot))

    def _frame_with(self, shot: str) -> int | None:
        for number, part in enumerate(self._parts):
            if part.start == shot and not self._film.parts[number].skip_first:
                return self._ends_of(number)[0]
        for number, part in enumerate(self._parts):
            if part.end == shot and not self._film.parts[number].skip_last:
                return self._ends_of(number)[1]
        return None

    def _ends_of(self, number: int) -> tuple[int, int]:
        begins = (*self._film.begins, self._film.count)
        return begins[number], begins[number + 1] - 1


def parts_in_film(
    parts: Sequence[StripPart], film_parts: Sequence[FilmPart], clip_ids: Sequence[str]
) -> tuple[StripPart, ...] | None:
    """Return the parts of a strip that a film shows, one for each of its parts; None when the film isn't made
    from this strip. `clip_ids` are the film's videos: they must come in the strip's order, but some may be
    missing, because their files couldn't be read.
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
