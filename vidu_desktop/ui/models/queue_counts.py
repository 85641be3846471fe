"""The figures of the queue's header."""

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal

from vidu_desktop.domain.job import Charge, Job, JobState
from vidu_desktop.ui.models.job_actions import is_cleared
from vidu_desktop.ui.models.job_kind import kind_of


@dataclass(frozen=True, slots=True)
class QueueCounts:
    """The header's figures. `at_risk_usd` is what was sent without an answer."""

    running: int = 0
    waiting: int = 0
    at_risk: int = 0
    failed: int = 0
    stored: int = 0
    cancelled: int = 0
    clearable: int = 0
    """Rows that *clear finished* takes."""
    at_risk_usd: Decimal = Decimal(0)


class QueueTally:
    """The header's figures, kept as jobs come, change and go."""

    def __init__(self) -> None:
        self._kinds: Counter[str] = Counter()
        self._at_risk_usd = Decimal(0)

    def count(self, job: Job, step: int) -> None:
        """Count a job as it is (1), or take off what was counted for it (-1)."""
        self._kinds[kind_of(job)] += step
        self._kinds["clearable"] += step * is_cleared(job)
        if job.state is JobState.UNKNOWN and job.charge is Charge.AT_RISK:
            self._at_risk_usd += step * job.price_usd

    @property
    def counts(self) -> QueueCounts:
        """The figures as they are now."""
        return QueueCounts(**self._kinds, at_risk_usd=self._at_risk_usd)
