"""The rules of a shot: no two takes have the same number, and there is at most one winner."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from vidu_desktop.domain.marks import Marks
from vidu_desktop.library.ports import Take


def next_number(takes: Iterable[Take]) -> int:
    """Return the number after the highest one of a shot."""
    return max((take.number or 0 for take in takes), default=0) + 1


def first_marks(project: str, shot: str, takes: Iterable[Take]) -> Marks:
    """Return the marks of a new video whose order names a shot: it gets the next number."""
    return Marks(project=project, shot=shot, take=next_number(takes) if shot else None)


def other_winners(takes: Iterable[Take], winner_id: str) -> list[str]:
    """Return the ids of the clips that stop being winners when `winner_id` becomes one."""
    return [take.clip_id for take in takes if take.winner and take.clip_id != winner_id]


def without_win(marks: Marks) -> Marks:
    return replace(marks, winner=False)


def marks_on_return(marks: Marks, takes: Sequence[Take]) -> Marks:
    """Return the marks of a clip that comes back to its shot. If another clip has its number by now, it gets the next one; if
    there is another winner, it isn't a winner any more.
    """
    if marks.take is not None and any(take.number == marks.take for take in takes):
        marks = replace(marks, take=next_number(takes))
    if marks.winner and any(take.winner for take in takes):
        marks = without_win(marks)
    return marks
