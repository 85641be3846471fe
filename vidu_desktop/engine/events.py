"""What has happened, in the past tense. Published after the commit that made it true, never before."""

from collections.abc import Callable
from dataclasses import dataclass

from vidu_desktop.domain.clip import Clip
from vidu_desktop.domain.job import Job, Trouble


@dataclass(frozen=True, slots=True)
class JobAdded:
    """An order was taken in, and is on the disk."""

    job: Job


@dataclass(frozen=True, slots=True)
class JobsAdded:
    """Many orders were taken, in queue order; all of them are on the disk. Each job is in exactly one such event."""

    jobs: tuple[Job, ...]


@dataclass(frozen=True, slots=True)
class OrderNotTaken:
    """An order couldn't be written to the disk, so there is no job: nothing was sent, nothing was charged."""

    job: Job
    trouble: Trouble


@dataclass(frozen=True, slots=True)
class JobChanged:
    """A job has another state, or more is known about it; it is on the disk as it is here."""

    job: Job


@dataclass(frozen=True, slots=True)
class JobsChanged:
    """Many jobs changed at once by one verb; no JobChanged is published for them."""

    jobs: tuple[Job, ...]


@dataclass(frozen=True, slots=True)
class JobsRead:
    """Jobs were read from the journal after the start, as an earlier run left them: nothing about them is news."""

    jobs: tuple[Job, ...]


@dataclass(frozen=True, slots=True)
class JobsRemoved:
    """Jobs were removed from the list; those that cost money stay in the books."""

    job_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class JobProgressed:
    """Progress within the present state; not stored. `fraction` is in [0, 1], None when only the bytes are known."""

    job_id: str
    fraction: float | None
    done_bytes: int = 0
    total_bytes: int | None = None


@dataclass(frozen=True, slots=True)
class ClipAdded:
    """A video is in the library, with its record and in the index."""

    clip: Clip


@dataclass(frozen=True, slots=True)
class PaidWorkPaused:
    """No paid order is sent until `PaidWorkResumed`: because of key, balance, disk space, budget, or the person's wish."""

    trouble: Trouble


@dataclass(frozen=True, slots=True)
class PaidWorkResumed:
    """Nothing pauses paid orders any more."""


@dataclass(frozen=True, slots=True)
class ServiceReached:
    """The service answered again after an outage, or there is nothing left there to wait for."""

    address: str


@dataclass(frozen=True, slots=True)
class ServiceLost:
    """The service at this address can't be reached; published once per outage."""

    trouble: Trouble
    address: str


Event = (
    JobAdded
    | JobsAdded
    | OrderNotTaken
    | JobChanged
    | JobsChanged
    | JobsRead
    | JobsRemoved
    | JobProgressed
    | ClipAdded
    | PaidWorkPaused
    | PaidWorkResumed
    | ServiceReached
    | ServiceLost
)


class EventBus:
    """Passes each event to every subscriber, at once and in order, on the engine's loop."""

    def __init__(self) -> None:
        self._subscribers: list[Callable[[Event], None]] = []

    def subscribe(self, subscriber: Callable[[Event], None]) -> None:
        self._subscribers.append(subscriber)

    def unsubscribe(self, subscriber: Callable[[Event], None]) -> None:
        """Remove a subscriber. A subscriber must not call this while it handles an event."""
        self._subscribers.remove(subscriber)

    def publish(self, event: Event) -> None:
        for subscriber in self._subscribers:
            subscriber(event)
