"""Copies of a board's stills, made to fit where a gap can't be made of the stills as they are."""

from collections.abc import Mapping
from pathlib import PurePath
from typing import Protocol

from vidu_desktop.batch.board_stand import BoardStand, GapStand
from vidu_desktop.domain.request import Problem, Remedy

REMEDIES = frozenset({Remedy.CROP_TO_RATIO, Remedy.MATCH_START})


class StillFixes(Protocol):
    """Makes the copies; each is named after `name`. Raises BadInput, DiskTrouble."""

    async def matched(self, start_path: str, end_path: str, name: str) -> str:
        """Return the path of a copy of the end still in the start still's size."""
        ...

    async def cropped(self, path: str, low: float, high: float, name: str) -> str:
        """Return the path of a copy whose width / height is within `low` and `high`."""
        ...


def remedies_of(gap: GapStand) -> frozenset[Remedy]:
    """Return which remedies solve problems of a gap's stills. The end still isn't matched to a start still that has to be
    cropped itself.
    """
    problems = [one for one in gap.problems if isinstance(one, Problem)]
    found = REMEDIES.intersection(one.remedy for one in problems)
    start_is_cropped = any(one.remedy is Remedy.CROP_TO_RATIO and one.picture_index == 0 for one in problems)
    return found - {Remedy.MATCH_START} if start_is_cropped else found


async def fixed_stills(
    stand: BoardStand, gap: GapStand, remedy: Remedy, fixes: StillFixes
) -> Mapping[int, str]:
    """Make copies of those stills of a gap that the remedy is for; return their paths, by the index of the still. Raises
    BadInput, DiskTrouble.
    """
    ends = gap.start, gap.end
    problems = [one for one in gap.problems if isinstance(one, Problem) and one.remedy is remedy]
    made = dict[int, str]()
    for index in dict.fromkeys(ends[one.picture_index or 0] for one in problems):
        # The still's own name, because the library's copy is named by its SHA-256.
        path, name = stand.stills[index].path, PurePath(stand.board.stills[index].path).stem
        if remedy is Remedy.MATCH_START:
            made[index] = await fixes.matched(stand.stills[gap.start].path, path, name)
        else:
            limits = stand.board.offer.picture_limits
            made[index] = await fixes.cropped(path, limits.min_ratio, limits.max_ratio, name)
    return made
