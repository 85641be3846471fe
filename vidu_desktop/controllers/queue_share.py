"""How many of the jobs that were ordered since the queue was last idle are done."""

from collections.abc import Iterable

from vidu_desktop.domain.job import Charge, Job, JobState


class QueueShare:
    """`put` must be called with each job that was added or has changed."""

    def __init__(self) -> None:
        self._open: set[str] = set()
        self._done = 0

    def put(self, jobs: Iterable[Job]) -> None:
        """Count jobs as they are now; when none is open, counting starts again at 0."""
        for job in jobs:
            if not job.ended:
                self._open.add(job.job_id)
            elif job.job_id in self._open:
                self._open.discard(job.job_id)
                self._done += not _never_left(job)
        if not self._open:
            self._done = 0

    @property
    def done(self) -> int:
        """How many jobs have ended, well or badly."""
        return self._done

    @property
    def total(self) -> int:
        """How many jobs there are, including those that have ended; 0 when nothing is under way."""
        return self._done + len(self._open)


def _never_left(job: Job) -> bool:
    """Whether the person took the job off before it was sent: nothing was done, and nothing is left to do."""
    return job.state is JobState.CANCELLED and job.charge is Charge.NONE
