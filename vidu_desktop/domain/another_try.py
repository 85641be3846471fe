"""What one more try of a job would cost, known before the person asks for it."""

from dataclasses import dataclass

from vidu_desktop.domain.amounts import Money
from vidu_desktop.domain.job import Charge, Job, JobState


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
