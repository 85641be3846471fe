"""In which order clips follow each other in one film, where the person hasn't said. Pure."""

import re
from collections.abc import Sequence

from vidu_desktop.domain.clip import Clip

_DIGITS = re.compile(r"(\d+)")


def all_in_shots(clips: Sequence[Clip]) -> bool:
    """Whether each is a take of a shot."""
    return all(clip.marks.shot for clip in clips)


def in_running_order(clips: Sequence[Clip]) -> list[Clip]:
    """Return them sorted by project, shot and take where all are takes of shots, else oldest first: a clip that goes
    on from another one is younger.
    """
    oldest_first = sorted(clips, key=lambda clip: (clip.created_at, clip.row))
    if not all_in_shots(clips):
        return oldest_first
    return sorted(oldest_first, key=_place_in_film)


def _place_in_film(clip: Clip) -> tuple[object, ...]:
    marks = clip.marks
    return _as_people_count(marks.project), _as_people_count(marks.shot), marks.take or 0


def _as_people_count(name: str) -> list[tuple[int, str]]:
    """Let S2 come before S10."""
    parts = _DIGITS.split(name.casefold())
    return [(int(part), "") if number % 2 else (-1, part) for number, part in enumerate(parts)]
