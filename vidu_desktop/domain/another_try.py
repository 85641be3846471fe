"""What one more try of a job would cost, known before the person asks for it."""

from dataclasses import dataclass

from vidu_desktop.domain.amounts import Money
from vidu_desktop.domain.job import Charge, Job, JobState

WRONG_ORDER_CODES = frozenset({*range(1210, 1223), 1261})
POLICY_CODES = frozenset({1300, 1301})
_NEVER_AS_IT_IS = frozenset(map(str, WRONG_ORDER_CODES | POLICY_CODES))
_MENDED_ELSEWHERE = frozenset({"picture-missing", "picture-unreadable"})
"""Refusals of ours that may end although the order stays as it is: the drive is connected again."""


@dataclass(frozen=True, slots=True)
class AnotherTry:
    """`price` is what one more try costs; None when it is free. `instead_id` names another job for the same
    video that makes this try unnecessary: it is still running, has the video, or is the newer order.
    """

    price: Money | None = None
    instead_id: str = ""


def is_tried_for_nothing(job: Job) -> bool:
    """Whether trying an ended job again is free: it is a rehearsal, or the service has already made and
    charged the video.
    """
    return job.rehearsal or (job.charge is Charge.SPENT and job.state is not JobState.FAILED)


def try_by_itself(job: Job) -> AnotherTry:
    """Return the cost of one more try when no other job for the same video is known."""
    return AnotherTry(price=None if is_tried_for_nothing(job) else job.price)


def is_against_policy(job: Job) -> bool:
    """Whether the service's rules don't allow this prompt or picture."""
    return job.trouble is not None and job.trouble.code in map(str, POLICY_CODES)


def needs_change(job: Job) -> bool:
    """Whether a job that went wrong would be refused again as it is: something of it has to be changed first."""
    if job.trouble is None or job.state not in (JobState.REFUSED, JobState.FAILED):
        return False
    code = job.trouble.code
    return code in _NEVER_AS_IT_IS or (job.state is JobState.REFUSED and code not in _MENDED_ELSEWHERE)
