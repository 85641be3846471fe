"""What became of a batch's rows: the jobs that batches ordered, by their origins, updated as the jobs change."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import date

from vidu_desktop.domain.amounts import Sums
from vidu_desktop.domain.batch import StopRule
from vidu_desktop.domain.job import UNSENT, Charge, Job
from vidu_desktop.domain.money import TAKEN, charged_at
from vidu_desktop.domain.origin import (
    attempt_number,
    batch_of,
    is_of_batch,
    job_id_of_origin,
    origin_of_attempt,
    without_attempt,
)
from vidu_desktop.engine.events import Event, JobAdded, JobChanged, JobsAdded, JobsChanged, JobsRemoved


class BatchJobs:
    """Must be told every event of the engine's bus (`note`), so that no figure needs a walk through all jobs."""

    def __init__(self) -> None:
        self._by_id: dict[str, Job] = {}
        self._latest: dict[str, str] = {}
        self._taken_money: defaultdict[str, Sums] = defaultdict(Sums)
        self._by_day: defaultdict[tuple[str, date | None], Sums] = defaultdict(Sums)
        self._rules: dict[str, StopRule] = {}
        self.unsent: Counter[bool] = Counter()
        """How many jobs wait to be sent: rehearsals under True, paid ones under False."""
        self.unsent_of: Counter[str] = Counter()
        """How many jobs wait to be sent, by batch id."""

    def fill(self, jobs: Iterable[Job]) -> None:
        """Take in the jobs that exist at the start."""
        for job in jobs:
            self._put(job)

    def note(self, event: Event) -> bool:
        """Take in an event; return False when it is about no batch."""
        match event:
            case JobAdded(job) | JobChanged(job) if is_of_batch(job.origin):
                self._put(job)
                return True
            case JobsAdded(jobs) | JobsChanged(jobs):
                return sum(self.note(JobChanged(job)) for job in jobs) > 0
            case JobsRemoved(job_ids):
                return sum(self._drop(job_id) for job_id in job_ids) > 0
        return False

    def _drop(self, job_id: str) -> bool:
        job = self._by_id.get(job_id)
        if job is not None and job.charge not in TAKEN:  # jobs that touched money stay in the books
            self._count(job, -1)
            del self._by_id[job_id]
            wanted = without_attempt(job.origin)
            if self._latest.get(wanted) == job_id:
                self._step_back(wanted, attempt_number(job.origin))
        return job is not None

    def _step_back(self, wanted: str, number: int) -> None:
        """Make the newest attempt before `number` the latest one, if there is one."""
        self._latest.pop(wanted)
        for earlier in range(number - 1, 0, -1):
            job_id = job_id_of_origin(origin_of_attempt(wanted, earlier))
            if job_id in self._by_id:
                self._latest[wanted] = job_id
                return

    def _put(self, job: Job) -> None:
        if not is_of_batch(job.origin):
            return
        before = self._by_id.get(job.job_id)
        if before is not None:
            self._count(before, -1)
        self._count(job, 1)
        self._by_id[job.job_id] = job
        wanted = without_attempt(job.origin)
        known = self._by_id.get(self._latest.get(wanted, ""))
        if known is None or attempt_number(known.origin) <= attempt_number(job.origin):
            self._latest[wanted] = job.job_id
        rule = self._rules.get(batch_of(job.origin))
        if rule is not None and job.ended and not (before is not None and before.ended):
            rule.ended(job)

    def _count(self, job: Job, step: int) -> None:
        if job.charge in TAKEN:
            batch_id = batch_of(job.origin)
            self._taken_money[batch_id] += step * job.price
            # A job that isn't sent yet will be charged on some later day: until then it counts on every day.
            day = None if job.charge is Charge.PLANNED else charged_at(job).astimezone().date()
            self._by_day[batch_id, day] += step * job.price
        if job.state in UNSENT:
            self.unsent[job.rehearsal] += step
            self.unsent_of[batch_of(job.origin)] += step

    def of_origin(self, origin: str) -> Job | None:
        """Return the latest attempt at the take of this origin."""
        return self._by_id.get(self._latest.get(without_attempt(origin), ""))

    def of_batch(self, origins: Collection[str]) -> list[Job]:
        """Return the latest attempt at the take of each origin, where there is one."""
        return [job for origin in origins if (job := self.of_origin(origin)) is not None]

    def taken_money(self, batch_id: str) -> Sums:
        """Return what all attempts of this batch's jobs cost, may have cost, or will cost."""
        return self._taken_money[batch_id]

    def taken_on(self, batch_id: str, day: date) -> Sums:
        """Return what was charged, or may have been charged, for this batch on a day of the local calendar, plus what still
        waits to be sent.
        """
        return self._by_day[batch_id, day] + self._by_day[batch_id, None]

    def watch(self, batch_id: str, after: int, counted: Sequence[str]) -> StopRule:
        """Count from now on how this batch's jobs end, beginning with the ended jobs of the origins `counted`."""
        rule = StopRule(after)
        for job in self.of_batch(counted):
            if job.ended:
                rule.ended(job)
        self._rules[batch_id] = rule
        return rule
