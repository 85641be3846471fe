"""Copies of a board's stills, made to fit where a gap can't be made of the stills as they are."""

from collections.abc import Mapping
from pathlib import PurePath
from typing import Protocol

from vidu_desktop.batch.board_stand import BoardStand, GapStand
from vidu_desktop.domain.pictures import PictureFacts
from vidu_desktop.domain.request import Problem, Remedy, check_pair
from vidu_desktop.errors import BadInput

REMEDIES = frozenset({Remedy.CROP_TO_RATIO, Remedy.MATCH_START})


class StillFixes(Protocol):
    """Makes the copies; each is named after `name`. Raises BadInput, DiskTrouble."""

    async def matched(self, like_path: str, path: str, name: str, /) -> str:
        """Return the path of a copy of the second still in the first one's size."""
        ...

    async def cropped(self, path: str, low: float, high: float, name: str) -> str:
        """Return the path of a copy whose width / height is within `low` and `high`."""
        ...


def remedies_of(stand: BoardStand, gap: GapStand) -> frozenset[Remedy]:
    """Return which remedies solve problems of a gap's stills. No still is matched to one that has to be cropped itself."""
    found = REMEDIES.intersection(one.remedy for one in gap.problems if isinstance(one, Problem))
    if Remedy.MATCH_START in found and _is_cropped(gap, 1 if matches_start(stand, gap) else 0):
        return found - {Remedy.MATCH_START}
    return found


def matches_start(stand: BoardStand, gap: GapStand) -> bool:
    """Whether a gap's start still is matched to its end still, and not the other way round: where that leaves fewer of the
    gaps beside it that can't be made or whose video is out of date by it, and the end still needn't be cropped.
    """
    start, end = stand.stills[gap.start].looked, stand.stills[gap.end].looked
    before, behind = stand.gaps[gap.start - 1], stand.gaps[gap.end % len(stand.gaps)]
    if_start = if_end = 0
    if before.end == gap.start and before is not gap:
        other = stand.stills[before.start].looked
        if_start += before.clip is not None or _differ(stand, before, other, end)
        if_end += _differ(stand, before, other, start)
    if behind.start == gap.end and behind is not gap:
        other = stand.stills[behind.end].looked
        if_start += _differ(stand, behind, end, other)
        if_end += behind.clip is not None or _differ(stand, behind, start, other)
    return if_start < if_end and not _is_cropped(gap, 1)


def _is_cropped(gap: GapStand, picture_index: int) -> bool:
    """Whether a still of a gap has to be cropped: 0 for the start, 1 for the end."""
    return any(
        isinstance(one, Problem) and (one.remedy, one.picture_index) == (Remedy.CROP_TO_RATIO, picture_index)
        for one in gap.problems
    )


def _differ(
    stand: BoardStand,
    gap: GapStand,
    start: PictureFacts | BadInput | None,
    end: PictureFacts | BadInput | None,
) -> bool:
    """Whether a gap couldn't be made of stills of these sizes."""
    ratios = stand.board.offer.pair_ratio
    if gap.cut or not ratios or not isinstance(start, PictureFacts) or not isinstance(end, PictureFacts):
        return False
    return bool(check_pair(start, end, ratios))


async def fixed_stills(
    stand: BoardStand, gap: GapStand, remedy: Remedy, fixes: StillFixes
) -> Mapping[int, str]:
    """Make copies of those stills of a gap that the remedy is for; return their paths, by the index of the still. Raises
    BadInput, DiskTrouble.
    """
    ends = gap.start, gap.end
    problems = [one for one in gap.problems if isinstance(one, Problem) and one.remedy is remedy]
    limits, made = stand.board.offer.picture_limits, dict[int, str]()
    if problems and remedy is Remedy.MATCH_START:
        changed, like = ends if matches_start(stand, gap) else ends[::-1]
        like_path, path = stand.stills[like].path, stand.stills[changed].path
        return {changed: await fixes.matched(like_path, path, _name_of(stand, changed))}
    for index in dict.fromkeys(ends[one.picture_index or 0] for one in problems):
        path, name = stand.stills[index].path, _name_of(stand, index)
        made[index] = await fixes.cropped(path, limits.min_ratio, limits.max_ratio, name)
    return made


def _name_of(stand: BoardStand, index: int) -> str:
    """Return a still's own name, because the library's copy is named by its SHA-256."""
    return PurePath(stand.board.stills[index].path).stem
