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
    """Some of many that were taken in at once, in queue order: all of those are on the disk. Each is told of once."""

    jobs: tuple[Job, ...]


@dataclass(frozen=True, slots=True)
class OrderNotTaken:
    """The click couldn't be written down, so there is no job: nothing was sent, nothing charged."""

    job: Job
    trouble: Trouble


@dataclass(frozen=True, slots=True)
class JobChanged:
    """A job is in another state, or more is known of it; it is on the disk, as it is here."""

    job: Job


@dataclass(frozen=True, slots=True)
class JobsChanged:
    """Many at once, by one wish; each is told of here and nowhere else."""

    jobs: tuple[Job, ...]


@dataclass(frozen=True, slots=True)
class JobsRead:
    """Read from the journal after the start, as an earlier run left them: nothing about them is new."""

    jobs: tuple[Job, ...]


@dataclass(frozen=True, slots=True)
class JobsRemoved:
    """Gone from the list; what touched money stays in the books."""

    job_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class JobProgressed:
    """Not durable. `fraction` in [0, 1] of the present state's own work, None when only the bytes are known."""

    job_id: str
    fraction: float | None
    done_bytes: int = 0
    total_bytes: int | None = None


@dataclass(frozen=True, slots=True)
class ClipAdded:
    """A video is in its place, with its record and in the index."""

    clip: Clip


@dataclass(frozen=True, slots=True)
class PaidWorkPaused:
    """No order is sent until `PaidWorkResumed`: key, balance, room on the disk, budget, or the person's wish."""

    trouble: Trouble


@dataclass(frozen=True, slots=True)
class PaidWorkResumed:
    """Nothing holds paid orders back any more."""


@dataclass(frozen=True, slots=True)
class ServiceReached:
    """The service answered again after it couldn't be reached, or nothing is left there to wait for."""

    address: str


@dataclass(frozen=True, slots=True)
class ServiceLost:
    """The service at this address can't be reached; said once per outage."""

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
    """Hands each event to every subscriber, at once and in order, on the engine's loop."""

    def __init__(self) -> None:
        self._subscribers: list[Callable[[Event], None]] = []

    def subscribe(self, subscriber: Callable[[Event], None]) -> None:
        self._subscribers.append(subscriber)

    def unsubscribe(self, subscriber: Callable[[Event], None]) -> None:
        """Tell it nothing more. Not to be called by a subscriber while it is told something."""
        self._subscribers.remove(subscriber)

    def publish(self, event: Event) -> None:
        for subscriber in self._subscribers:
            subscriber(event)
