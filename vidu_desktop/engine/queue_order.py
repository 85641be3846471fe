"""Where jobs stand in line once somebody moves them."""

from collections.abc import Collection, Sequence
from itertools import pairwise

from vidu_desktop.domain.job import Job


def positions_after_move(
    waiting: Sequence[Job], moved_ids: Collection[str], before_id: str | None
) -> dict[str, float]:
    """Return the new positions once these jobs stand together before another one, in the order they have now.

    `waiting` is all that hasn't left, in the order of the queue. With `before_id` None, or one that doesn't wait (any
    more), they stand at the end. Only the moved jobs get another position, until the gap is too narrow for a float:
    then all of them are numbered anew.
    """
    moved = [job for job in waiting if job.job_id in moved_ids]
    rest = [job for job in waiting if job.job_id not in moved_ids]
    ids = [job.job_id for job in waiting]
    behind = waiting[ids.index(before_id) :] if before_id in ids else []
    at = len(rest) - sum(job.job_id not in moved_ids for job in behind)
    if not moved or [*rest[:at], *moved, *rest[at:]] == list(waiting):
        return {}
    low = rest[at - 1].position if at else None
    high = rest[at].position if at < len(rest) else None
    if low is None:
        low = (high or 0.0) - len(moved) - 1
    if high is None:
        high = low + len(moved) + 1
    step = (high - low) / (len(moved) + 1)
    between = [low + step * number for number in range(1, len(moved) + 1)]
    if all(one < other for one, other in pairwise((low, *between, high))):
        return {job.job_id: position for job, position in zip(moved, between, strict=True)}
    first = min(job.position for job in waiting)
    in_order = [*rest[:at], *moved, *rest[at:]]
    return {job.job_id: first + number for number, job in enumerate(in_order)}
