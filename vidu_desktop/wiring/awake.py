"""When the machine must not sleep: while the service makes or sends something that is paid, or a rehearsal is rendered."""

from collections.abc import Iterable
from typing import Protocol

from vidu_desktop.domain.job import Job, JobState
from vidu_desktop.engine.events import Event, JobAdded, JobChanged, JobsAdded, JobsChanged, JobsRemoved

UNDER_WAY = frozenset(
    {
        JobState.SENDING,
        JobState.ACCEPTED,
        JobState.WAITING,
        JobState.READY_TO_FETCH,
        JobState.FETCHING,
        JobState.VERIFYING,
    }
)
"""What waits for its turn behind one of these goes next; alone, something holds it up that no hour awake would end."""


class Waking(Protocol):
    """Keeps the machine awake; both may be called again."""

    def hold(self) -> None: ...
    def release(self) -> None: ...


class AwakeWhileWorking:
    """Follows the jobs by their events; `begin` takes in those that were under way before."""

    def __init__(self, machine: Waking) -> None:
        self._machine = machine
        self._under_way: set[str] = set()

    def begin(self, jobs: Iterable[Job]) -> None:
        """Count jobs that an earlier run has begun."""
        self._put(jobs)

    def on_event(self, event: Event) -> None:
        """To be subscribed to the bus."""
        match event:
            case JobAdded(job) | JobChanged(job):
                self._put((job,))
            case JobsAdded(jobs) | JobsChanged(jobs):
                self._put(jobs)
            case JobsRemoved(job_ids):
                self._change(gone=job_ids)

    def _put(self, jobs: Iterable[Job]) -> None:
        now = {job.job_id: job.state in UNDER_WAY for job in jobs}
        self._change(
            gone=[job_id for job_id, works in now.items() if not works],
            came=[job_id for job_id, works in now.items() if works],
        )

    def _change(self, *, gone: Iterable[str], came: Iterable[str] = ()) -> None:
        before = bool(self._under_way)
        self._under_way.difference_update(gone)
        self._under_way.update(came)
        if bool(self._under_way) is not before:
            (self._machine.release if before else self._machine.hold)()
