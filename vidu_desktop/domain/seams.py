"""Seams of a film: whether the picture jumps where one part follows another. Pure; the numbers come from `adapters.video`."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import pairwise

from vidu_desktop.domain.film import FilmPart

Seam = tuple[FilmPart, FilmPart]
"""The part before a seam, and the one behind it."""

_JUMP_EDGES = (2.0, 5.0)
"""How many times what neighbours differ by."""
_USUAL_LEAST = 0.5
"""A video that hardly moves would make a jump of everything: below this nobody sees a difference."""


class Jump(IntEnum):
    """How far a seam stands out from what is usual around it."""

    NONE = 0
    SMALL = 1
    LARGE = 2


def jump_of(difference: float, usual: float) -> Jump:
    """Return how far a difference (mean CIEDE2000) stands out from the usual one between neighbours."""
    return Jump(bisect_left(_JUMP_EDGES, difference / max(usual, _USUAL_LEAST)))


@dataclass(frozen=True, slots=True, kw_only=True)
class SeamLook:
    """What was measured at a seam, as mean CIEDE2000: the `difference` between the last frame before it and the first
    behind it, the median between neighbours on both sides, and what is left where colours are matched; None where
    matching them makes nothing better.
    """

    difference: float
    usual: float
    matched: float | None = None

    def jump(self, *, matches: bool = False) -> Jump:
        """Return how far the seam jumps, as it is or with matched colours."""
        left = self.matched if matches and self.matched is not None else self.difference
        return jump_of(left, self.usual)

    @property
    def is_of_colour(self) -> bool:
        """Whether matching colours makes it a smaller jump, or none."""
        return self.jump(matches=True) < self.jump()


def seams_of(parts: Sequence[FilmPart]) -> list[Seam]:
    """Return the seams of a film in their order."""
    return list(pairwise(parts))
