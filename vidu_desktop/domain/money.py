"""What the jobs cost: the ledger, the budget, and the sheet for the books. Each currency by itself."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, tzinfo
from enum import StrEnum

from vidu_desktop.domain.amounts import FREE, Money, Sums, fits_budget
from vidu_desktop.domain.job import Charge, Job
from vidu_desktop.domain.origin import batch_of, is_of_batch
from vidu_desktop.domain.translation import plain_cell

COMMITTED = frozenset({Charge.SPENT, Charge.AT_RISK, Charge.LOST})
"""What counts against a budget: charged, or possibly charged."""


class Period(StrEnum):
    """Which jobs a ledger counts."""

    TODAY = "today"
    MONTH = "month"
    """The calendar month of the given day."""
    ALL = "all"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """The sums of one period. `planned` is what waits to be sent, whatever the period: it isn't spent yet.
    `lost` was possibly charged and is given up.
    """

    spent: Sums = field(default_factory=Sums)
    at_risk: Sums = field(default_factory=Sums)
    lost: Sums = field(default_factory=Sums)
    planned: Sums = field(default_factory=Sums)

    @property
    def committed(self) -> Sums:
        """What counts against a budget: what is spent, and what possibly is."""
        return self.spent + self.at_risk + self.lost


def charged_at(job: Job) -> datetime:
    """Return the moment that decides in which day and month a job's cost is counted."""
    return job.accepted_at or job.sent_at or job.created_at


def committed(jobs: Iterable[Job]) -> Sums:
    """Add up what is charged, or possibly charged."""
    return Sums.of(job.price for job in jobs if job.charge in COMMITTED)


def within_budget(jobs: Iterable[Job], price: Money, budget: Money | None) -> bool:
    """Whether the budget covers one more video at this price; None is no budget. All jobs that are charged,
    or possibly charged, count. A job that is about to be sent must not be among `jobs` as SENDING.
    """
    return fits_budget(price, committed(jobs), budget)


TAKEN = COMMITTED | {Charge.PLANNED}
"""What isn't left for new orders: charged, possibly charged, or waiting to be sent."""


def left_money(taken: Sums, budget: Money | None) -> Money | None:
    """Return what new orders may cost when the charges TAKEN are deducted from the budget; never below zero.
    None is no budget.
    """
    if budget is None:
        return None
    left = budget - taken.inside(budget.currency)
    return max(left, budget * 0)


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
    "price",
    "currency",
    "rehearsal",
    "video",
    "project",
    "shot",
    "batch",
    "preset",
)


def csv_rows(jobs: Iterable[Job], zone: tzinfo) -> list[tuple[str, ...]]:
    """Return the rows of the sheet for the books, header first, with times in the person's zone."""
    return [CSV_HEADER, *(_csv_row(job, zone) for job in jobs)]


def _csv_row(job: Job, zone: tzinfo) -> tuple[str, ...]:
    charged, price = job.charge in COMMITTED, FREE if job.rehearsal else job.price
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
        f"{price.amount:f}",
        price.currency.value,
        "yes" if job.rehearsal else "no",
        job.video_path or "",
        job.request.project,
        job.request.shot,
        batch_of(job.origin) if is_of_batch(job.origin) else "",
        job.request.preset,
    )
    return tuple(plain_cell(cell) for cell in cells)
