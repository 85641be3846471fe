"""The books in sums, for each period: kept as jobs change, because thousands of jobs can't be added up at each change."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, tzinfo
from decimal import Decimal

from vidu_desktop.domain.job import Charge, Job, JobState
from vidu_desktop.domain.money import ZERO, Ledger, Period, charged_at

Kind = tuple[str, str]
"""Model and mode."""


@dataclass(slots=True)
class KindSum:
    """What one kind of video has cost: so many were charged, and so many of those are in the library."""

    charged: int = 0
    kept: int = 0
    spent_usd: Decimal = ZERO


class MoneySums:
    """`today` and `zone` are the person's own day and time zone. A job that leaves the list stays in the books."""

    def __init__(self, jobs: Iterable[Job], today: date, zone: tzinfo) -> None:
        self.today = today
        self.zone = zone
        self._jobs: dict[str, Job] = {}
        self._usd = {period: dict.fromkeys(Charge, ZERO) for period in Period}
        self._kinds: dict[Period, defaultdict[Kind, KindSum]] = {
            period: defaultdict(KindSum) for period in Period
        }
        for job in jobs:
            self.put(job)

    def put(self, job: Job) -> None:
        """Count a job as it is now, instead of as it was."""
        before = self._jobs.get(job.job_id)
        if before is not None:
            self._count(before, -1)
        self._jobs[job.job_id] = job
        self._count(job, 1)

    def holds(self, today: date, zone: tzinfo) -> bool:
        """Whether the day is still the same, by the person's own days: else the periods are others."""
        return (today, zone) == (self.today, self.zone)

    def __len__(self) -> int:
        """How many jobs are in the books."""
        return len(self._jobs)

    def ledger(self, period: Period) -> Ledger:
        """Return the sums of a period; planned is what waits, whatever the period."""
        usd = self._usd[period]
        return Ledger(
            spent_usd=usd[Charge.SPENT],
            at_risk_usd=usd[Charge.AT_RISK],
            lost_usd=usd[Charge.LOST],
            planned_usd=usd[Charge.PLANNED],
        )

    def kinds(self, period: Period) -> dict[Kind, KindSum]:
        """Return what each kind of video has cost in a period; only those of which any was charged."""
        return {kind: each for kind, each in self._kinds[period].items() if each.charged}

    def _count(self, job: Job, step: int) -> None:
        charge = job.charge
        if charge is Charge.NONE:
            return
        for period in Period if charge is Charge.PLANNED else self._periods_of(job):
            self._usd[period][charge] += step * job.price_usd
            if charge is Charge.SPENT:
                kind = self._kinds[period][job.request.model, job.request.mode]
                kind.charged += step
                kind.kept += step * (job.state is JobState.STORED)
                kind.spent_usd += step * job.price_usd

    def _periods_of(self, job: Job) -> list[Period]:
        day = charged_at(job).astimezone(self.zone).date()
        this_month = (day.year, day.month) == (self.today.year, self.today.month)
        wide = [Period.ALL, Period.MONTH] if this_month else [Period.ALL]
        return [*wide, Period.TODAY] if day == self.today else wide
