"""The books as sums for each period, kept up to date as jobs change: adding up thousands of jobs at each
change would be too slow.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date, tzinfo
from enum import StrEnum

from vidu_desktop.domain.amounts import Sums
from vidu_desktop.domain.job import Charge, Job, JobState
from vidu_desktop.domain.money import Ledger, Period, charged_at
from vidu_desktop.domain.options import JUDGED_BY
from vidu_desktop.domain.origin import batch_of, is_of_batch

Group = tuple[str, ...]
"""What the jobs of a group share: model and mode; the day in ISO 8601; the project; the id of the batch; the
preset; the value of JUDGED_BY.
"""


_PERIODS = list(Period)


class Axis(StrEnum):
    """By what the sums are grouped."""

    MODEL = "model"
    DAY = "day"
    PROJECT = "project"
    BATCH = "batch"
    PRESET = "preset"
    OPTION = "option"


@dataclass(slots=True)
class GroupSum:
    """The cost of a group of videos: how many were charged, and how many of those are in the library."""

    charged: int = 0
    in_library: int = 0
    spent: Sums = field(default_factory=Sums)


class MoneySums:
    """`today` and `zone` are the person's own. A job that is removed from the list stays in the books."""

    def __init__(self, jobs: Iterable[Job], today: date, zone: tzinfo) -> None:
        self.today = today
        self.zone = zone
        self._jobs: dict[str, Job] = {}
        self._by_charge = {period: dict.fromkeys(Charge, Sums()) for period in Period}
        self._groups: dict[tuple[Period, Axis], defaultdict[Group, GroupSum]] = {
            (period, axis): defaultdict(GroupSum) for period in Period for axis in Axis
        }
        for job in jobs:
            self.put(job)

    def put(self, job: Job) -> None:
        """Count a job as it is now, in place of how it was counted before."""
        before = self._jobs.get(job.job_id)
        if before is not None:
            self._count(before, -1)
        self._jobs[job.job_id] = job
        self._count(job, 1)

    def counts(self, job_id: str) -> bool:
        """Whether this job is counted."""
        return job_id in self._jobs

    def holds(self, today: date, zone: tzinfo) -> bool:
        """Whether it is still the same day for the person; on another day the periods have changed."""
        return (today, zone) == (self.today, self.zone)

    def __len__(self) -> int:
        """How many jobs are in the books."""
        return len(self._jobs)

    def ledger(self, period: Period) -> Ledger:
        """Return the sums of a period; `planned` is the same for every period."""
        sums = self._by_charge[period]
        return Ledger(
            spent=sums[Charge.SPENT],
            at_risk=sums[Charge.AT_RISK],
            lost=sums[Charge.LOST],
            planned=sums[Charge.PLANNED],
        )

    def groups(self, period: Period, axis: Axis) -> dict[Group, GroupSum]:
        """Return the cost of each group of videos in a period; groups in which nothing was charged are left
        out.
        """
        return {group: each for group, each in self._groups[period, axis].items() if each.charged}

    def kept(self, period: Period, axis: Axis, job_ids: Collection[str]) -> Counter[Group]:
        """Return how many videos of each group were kept; `job_ids` are the jobs of all kept videos."""
        found: Counter[Group] = Counter()
        for job_id in job_ids:
            job = self._jobs.get(job_id)
            if job is not None and job.charge is Charge.SPENT and period in self._periods_of(job):
                found[self._groups_of(job)[axis]] += 1
        return found

    def _groups_of(self, job: Job) -> dict[Axis, Group]:
        request = job.request
        return {
            Axis.MODEL: (request.model, request.mode),
            Axis.DAY: (self._day_of(job).isoformat(),),
            Axis.PROJECT: (request.project,),
            Axis.PRESET: (request.preset,),
            Axis.OPTION: (str(request.options.get(JUDGED_BY, "")),),
            Axis.BATCH: (batch_of(job.origin) if is_of_batch(job.origin) else "",),
        }

    def _count(self, job: Job, step: int) -> None:
        charge = job.charge
        if charge is Charge.NONE:
            return
        price = step * job.price
        periods = _PERIODS if charge is Charge.PLANNED else self._periods_of(job)
        for period in periods:
            self._by_charge[period][charge] += price
        if charge is not Charge.SPENT:
            return
        stored = step * (job.state is JobState.STORED)
        for axis, group in self._groups_of(job).items():
            for period in periods:
                each = self._groups[period, axis][group]
                each.charged += step
                each.in_library += stored
                each.spent += price

    def _day_of(self, job: Job) -> date:
        return charged_at(job).astimezone(self.zone).date()

    def _periods_of(self, job: Job) -> list[Period]:
        day = self._day_of(job)
        this_month = (day.year, day.month) == (self.today.year, self.today.month)
        wide = [Period.ALL, Period.MONTH] if this_month else [Period.ALL]
        return [*wide, Period.TODAY] if day == self.today else wide
