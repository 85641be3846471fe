"""Keeps the computer awake while the service makes or sends something paid, or a rehearsal is rendered."""

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
"""Jobs that wait for their turn aren't in these states: while another job is under way, a waiting job goes next; if it waits
alone, something holds it up that staying awake doesn't end.
"""


class Waking(Protocol):
    """Keeps the computer awake; both methods may be called repeatedly."""

    def hold(self) -> None: ...
    def release(self) -> None: ...


class AwakeWhileWorking:
    """Follows the jobs by their events; `begin` takes in the jobs that were under way before."""

    def __init__(self, machine: Waking) -> None:
        self._machine = machine
        self._under_way: set[str] = set()

    def begin(self, jobs: Iterable[Job]) -> None:
        """Count the jobs that an earlier run has begun."""
        self._put(jobs)

    def on_event(self, event: Event) -> None:
        """Must be subscribed to the event bus."""
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
