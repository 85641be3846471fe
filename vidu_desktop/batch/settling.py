"""Whether a row's take was ordered: by this run or an earlier one, on this computer or another."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from vidu_desktop.batch.batch_jobs import BatchJobs
from vidu_desktop.domain.batch import History


class Settled(StrEnum):
    """What is known of a row's take."""

    NO = "no"
    """It wasn't ordered, so it may be."""
    ORDERED = "ordered"
    """There is a job for it, or a video of it."""
    ELSEWHERE = "ordered-elsewhere"
    """Another computer ordered it, and its video isn't here."""
    TAKEN_OFF = "taken-off"
    """The person took its job out of the queue."""


@dataclass(frozen=True)
class Settlements:
    """What tells of a batch's takes whether they were ordered. `stored` are the origins of which the library has videos, and
    `own_id` is this installation.
    """

    history: History
    jobs: BatchJobs
    stored: Collection[str]
    own_id: str

    def of(self, origin: str) -> Settled:
        """Return whether a row's take was ordered."""
        if origin in self.stored or self.jobs.of_origin(origin) is not None:
            return Settled.ORDERED
        by = self.history.ordering.get(origin)
        if by is None:
            return Settled.NO
        if by != self.own_id:
            return Settled.ELSEWHERE
        # The line `ordering` is written before the job is made. If no line `taken` follows, the program ended in
        # between, and nothing was sent.
        return Settled.TAKEN_OFF if origin in self.history.taken else Settled.NO

    def is_open(self, origin: str) -> bool:
        """Whether a row's take wasn't ordered, so that it may be."""
        return self.of(origin) is Settled.NO
