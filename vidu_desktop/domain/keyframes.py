"""Several keyframes on *Start & end frame*: which two make a shot, and how the shots are named."""

import re
from enum import StrEnum

from vidu_desktop.domain.marks import LABEL_MOST_CHARS

FIRST_SHOT = "S010"
_LAST_NUMBER = re.compile(r"(\d+)(?=\D*$)", re.ASCII)
_TENS = 10
_ROOM = 4  # characters: for the line before a number, and for more digits


class Arrangement(StrEnum):
    """How pictures in a row become shots."""

    ROW = "row"
    """Each shot ends with the picture with which the next one begins."""
    PAIRS = "pairs"
    """The first two, the next two, and so on; a last picture without a partner is in no shot."""
    FIRST_TWO = "first-two"
    """One shot of the first two; the other pictures aren't used."""


def shots_of(arrangement: Arrangement, pictures: int) -> list[tuple[int, int]]:
    """Return start and end frame of each shot, by index."""
    match arrangement:
        case Arrangement.ROW:
            starts = range(pictures - 1)
        case Arrangement.PAIRS:
            starts = range(0, pictures - 1, 2)
        case Arrangement.FIRST_TWO:
            starts = range(min(1, pictures - 1))
    return [(start, start + 1) for start in starts]


def shot_names(first: str, count: int) -> list[str]:
    """Return names that count on from the first shot's name: in tens from a round number (`S010`, `S020`),
    else in ones. A name without a number gets one, and so does one that would grow beyond LABEL_MOST_CHARS.
    """
    names = _counted_on(first, count)
    if max(map(len, names), default=0) <= LABEL_MOST_CHARS:
        return names
    ending = FIRST_SHOT[1:]
    return _counted_on(first[: LABEL_MOST_CHARS - len(ending) - _ROOM] + "_" + ending, count)


def _counted_on(first: str, count: int) -> list[str]:
    found = _LAST_NUMBER.search(first)
    if found is None:
        return _counted_on(first + "_" + FIRST_SHOT[1:], count)
    before, digits, behind = first[: found.start()], found[0], first[found.end() :]
    number, width = int(digits), len(digits)
    step = _TENS if number and number % _TENS == 0 else 1
    return [f"{before}{number + step * place:0{width}d}{behind}" for place in range(count)]
