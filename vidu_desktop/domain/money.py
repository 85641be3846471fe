"""What the jobs mean for the money: the ledger, the budget, and the sheet for the books. Pure sums in US dollars."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, tzinfo
from decimal import Decimal
from enum import StrEnum

from vidu_desktop.domain.job import Charge, Job
from vidu_desktop.domain.origin import batch_of, is_of_batch
from vidu_desktop.domain.translation import plain_cell

ZERO = Decimal(0)

COMMITTED = frozenset({Charge.SPENT, Charge.AT_RISK, Charge.LOST})
"""What counts against a budget: charged, or perhaps."""


class Period(StrEnum):
    """Which jobs a ledger counts."""

    TODAY = "today"
    MONTH = "month"
    """The calendar month of the given day."""
    ALL = "all"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """Sums of one period. `planned_usd` is what waits to be sent, whatever the period: it isn't spent yet.
    `lost_usd` was perhaps charged and is given up.
    """

    spent_usd: Decimal = ZERO
    at_risk_usd: Decimal = ZERO
    lost_usd: Decimal = ZERO
    planned_usd: Decimal = ZERO

    @property
    def committed_usd(self) -> Decimal:
        """What a budget has to count: what is spent, and what perhaps is."""
        return self.spent_usd + self.at_risk_usd + self.lost_usd


def charged_at(job: Job) -> datetime:
    """Return the moment that decides on which day a job's money is counted."""
    return job.accepted_at or job.sent_at or job.created_at


def committed_usd(jobs: Iterable[Job]) -> Decimal:
    """Sum up what is charged, or perhaps is."""
    return sum((job.price_usd for job in jobs if job.charge in COMMITTED), ZERO)


def within_budget(jobs: Iterable[Job], price_usd: Decimal, budget_usd: Decimal | None) -> bool:
    """Whether one more video at this price keeps within the budget; None is no budget.

    Counts what is charged, or perhaps is, among `jobs`. A job about to be sent must not be among them as SENDING.
    """
    return budget_usd is None or committed_usd(jobs) + price_usd <= budget_usd


TAKEN = COMMITTED | {Charge.PLANNED}
"""What new orders have to leave alone of a budget: charged, perhaps charged, or waiting to be sent."""


def left_usd(taken_usd: Decimal, budget_usd: Decimal | None) -> Decimal | None:
    """Return what new orders may cost, when so much is TAKEN of the budget; never below zero. None is no budget."""
    return None if budget_usd is None else max(ZERO, budget_usd - taken_usd)


def fitting(count: int, price_usd: Decimal, left: Decimal | None) -> int:
    """Return how many of `count` videos at this price fit into what is left; all of them without a budget."""
    return count if left is None or price_usd <= 0 else min(count, int(left // price_usd))


def format_usd(amount: Decimal) -> str:
    """Write `$1,234.50`: two places, more only where the amount has them."""
    places = max(2, -int(amount.normalize().as_tuple().exponent)) if amount else 2
    sign = "-" if amount < 0 else ""
    return f"{sign}${abs(amount):,.{places}f}"


CSV_HEADER = (
    "created",
    "charged",
    "job",
    "request_id",
    "task_id",
    "model",
    "prompt",
    "state",
    "charge",
    "price_usd",
    "rehearsal",
    "video",
    "project",
    "shot",
    "batch",
    "preset",
)


def csv_rows(jobs: Iterable[Job], zone: tzinfo) -> list[tuple[str, ...]]:
    """Return the sheet for the books, header first, times in the person's zone."""
    return [CSV_HEADER, *(_csv_row(job, zone) for job in jobs)]


def _csv_row(job: Job, zone: tzinfo) -> tuple[str, ...]:
    charged = job.charge in COMMITTED
    cells = (
        job.created_at.astimezone(zone).isoformat(timespec="seconds"),
        charged_at(job).astimezone(zone).isoformat(timespec="seconds") if charged else "",
        job.job_id,
        job.request_id or "",
        job.task_id or "",
        job.request.model,
        job.request.prompt,
        job.state.value,
        job.charge.value,
        f"{ZERO if job.rehearsal else job.price_usd:f}",
        "yes" if job.rehearsal else "no",
        job.video_path or "",
        job.request.project,
        job.request.shot,
        batch_of(job.origin) if is_of_batch(job.origin) else "",
        job.request.preset,
    )
    return tuple(plain_cell(cell) for cell in cells)
