"""The figures of the queue's header."""

from collections import Counter
from dataclasses import dataclass, field

from vidu_desktop.domain.amounts import Sums
from vidu_desktop.domain.another_try import AnotherTry
from vidu_desktop.domain.job import Charge, Job, JobState
from vidu_desktop.ui.models.job_actions import is_cleared, is_tried_with_all
from vidu_desktop.ui.models.job_kind import kind_of


@dataclass(frozen=True, slots=True)
class QueueCounts:
    """The header's figures. `risk_money` is the price of the orders that were sent and not answered. `retry_money` is what
    *retry all failed* costs.
    """

    running: int = 0
    waiting: int = 0
    at_risk: int = 0
    failed: int = 0
    stored: int = 0
    cancelled: int = 0
    clearable: int = 0
    """Rows that *clear finished* removes."""
    to_retry: int = 0
    """Rows that *retry all failed* retries."""
    risk_money: Sums = field(default_factory=Sums)
    retry_money: Sums = field(default_factory=Sums)


class QueueTally:
    """Keeps the header's figures up to date as jobs come, change and go."""

    def __init__(self) -> None:
        self._kinds: Counter[str] = Counter()
        self._risk_money = Sums()
        self._retry_money = Sums()

    def count(self, job: Job, again: AnotherTry, step: int) -> None:
        """Count a job (`step` 1), or take its former count off (-1). `again` is what trying it again costs."""
        self._kinds[kind_of(job)] += step
        self._kinds["clearable"] += step * is_cleared(job)
        if job.state is JobState.UNKNOWN and job.charge is Charge.AT_RISK:
            self._risk_money += step * job.price
        if is_tried_with_all(job, again):
            self._kinds["to_retry"] += step
            if again.price is not None:
                self._retry_money += step * again.price

    @property
    def counts(self) -> QueueCounts:
        """The figures as they are now."""
        return QueueCounts(**self._kinds, risk_money=self._risk_money, retry_money=self._retry_money)
