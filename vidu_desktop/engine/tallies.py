"""What is summed up over all jobs, kept as jobs change: nobody has to go through thousands of them for a figure."""

from collections import Counter

from vidu_desktop.domain.job import Job
from vidu_desktop.engine.hosts import REHEARSAL


class LiveCounts:
    """How many jobs that haven't ended belong to each service."""

    def __init__(self) -> None:
        self._by_address: Counter[str | None] = Counter()

    def turn(self, before: Job | None, after: Job | None) -> None:
        """Take note of a job that was added, has changed or went."""
        for job, step in ((before, -1), (after, 1)):
            if job is not None and not job.ended:
                self._by_address[REHEARSAL if job.rehearsal else job.bound_url] += step

    def at(self, address: str) -> int:
        """Return how many are bound to this address."""
        return self._by_address[address]

    @property
    def unbound(self) -> int:
        """How many paid ones may still go to any."""
        return self._by_address[None]
