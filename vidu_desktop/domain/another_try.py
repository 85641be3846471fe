"""What trying again comes to, before it is pressed."""

from dataclasses import dataclass

from vidu_desktop.domain.amounts import Money
from vidu_desktop.domain.job import Charge, Job, JobState


@dataclass(frozen=True, slots=True)
class AnotherTry:
    """`price` is what one more try is charged; None when it is nothing. `instead_id` is the attempt at the same video that
    stands for this one: it goes on, has the video, or is the later one; then nothing is to be tried here.
    """

    price: Money | None = None
    instead_id: str = ""


def is_tried_for_nothing(job: Job) -> bool:
    """Whether trying an ended job again is free: a rehearsal, or what the service has made is asked for again."""
    return job.rehearsal or (job.charge is Charge.SPENT and job.state is not JobState.FAILED)


def try_by_itself(job: Job) -> AnotherTry:
    """Return what trying it again comes to at its own price, as long as no other attempt is known of."""
    return AnotherTry(price=None if is_tried_for_nothing(job) else job.price)
