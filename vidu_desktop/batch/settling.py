"""Whether a row's take was ordered: by this run or any earlier one, here or on another computer."""

from collections.abc import Collection
from enum import StrEnum

from vidu_desktop.batch.batch_jobs import BatchJobs
from vidu_desktop.domain.batch import History


class Settled(StrEnum):
    """What is known of a row's take."""

    NO = "no"
    """It may be ordered."""
    ORDERED = "ordered"
    """There is a job or a video of it."""
    ELSEWHERE = "ordered-elsewhere"
    """Another computer ordered it, and its video isn't here."""
    TAKEN_OFF = "taken-off"
    """The person took its job out of the queue."""


def settled(origin: str, history: History, jobs: BatchJobs, stored: Collection[str], own_id: str) -> Settled:
    """Say whether a row's take was ordered. `stored` are the origins that the library has videos of."""
    if origin in stored or jobs.of_origin(origin) is not None:
        return Settled.ORDERED
    by = history.ordering.get(origin)
    if by is None:
        return Settled.NO
    if by != own_id:
        return Settled.ELSEWHERE
    # The line is written before the job is: without a word that there was one, the program ended in between, and
    # nothing was sent.
    return Settled.TAKEN_OFF if origin in history.taken else Settled.NO
