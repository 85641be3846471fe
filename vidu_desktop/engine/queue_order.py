"""The positions of jobs in line after a move."""

from collections.abc import Collection, Sequence
from itertools import pairwise

from vidu_desktop.domain.job import Job


def positions_after_move(
    waiting: Sequence[Job], moved_ids: Collection[str], before_id: str | None
) -> dict[str, float]:
    """Return the new positions when these jobs are put in front of another one, together and in their present order.

    `waiting` are all jobs that haven't been sent, in queue order. With `before_id` None, or a job that doesn't wait any more,
    they go to the end. Only the moved jobs get new positions, until the gap between two positions is too narrow for a float:
    then all jobs are numbered anew.
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
