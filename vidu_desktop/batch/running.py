"""A batch under way: which rows are still to be ordered, and why rows wait."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from vidu_desktop.batch.batch_jobs import BatchJobs
from vidu_desktop.batch.queue_sums import QueueSums
from vidu_desktop.batch.slices import in_slices
from vidu_desktop.domain.amounts import Sums
from vidu_desktop.domain.batch import Batch, BatchRow, History, StopRule


class Held(StrEnum):
    """Why an approved row isn't ordered."""

    PICTURE_CHANGED = "picture-changed"
    PRICE_CHANGED = "price-changed"
    ELSEWHERE = "ordered-elsewhere"
    """Another computer ordered it, and its video isn't here."""
    TAKEN_OFF = "taken-off"
    """The person took its job out of the queue."""
    BUDGET = "budget"
    REFUSED = "refused"
    """The engine doesn't accept the request, or its model has no price."""
    TAKEN_OVER = "taken-over"
    """Another computer has gone on with the batch since this one began with it."""
    DAY = "day"
    """The watched folder's budget for the day is used; it goes on tomorrow."""


@dataclass(slots=True)
class Running:
    """A batch under way. `held` says by origin why a row waits."""

    batch: Batch
    history: History
    rule: StopRule
    stored: set[str]
    """Origins whose videos are in the library."""
    queue: list[tuple[str, BatchRow]] = field(default_factory=list)
    """The origins that are still to be ordered, with their rows; the next one is last."""
    held: dict[str, Held] = field(default_factory=dict)
    waits_for_tomorrow: bool = False
    head: str = ""
    """The stamp that the batch's head had when it was read."""
    _sums: QueueSums = field(default_factory=QueueSums)

    async def fill(self, is_past: Callable[[str, BatchRow], bool]) -> None:
        """Put the queue together: all takes of approved rows for which `is_past`, which gets origin and row, is false."""
        wanted: list[tuple[str, BatchRow]] = []
        async for row in in_slices(self.batch.rows):
            if self.history.may_buy(row):
                origins = row.origins(self.batch.batch_id)
                wanted += [(origin, row) for origin in origins if not is_past(origin, row)]
        self.queue = wanted[::-1]

    async def read_anew(self, batch: Batch, head: str) -> None:
        """Take over a head that was changed: rows that may not be bought any more are dropped, the other rows are ordered as
        the new head has them.
        """
        rows = {row.key: row async for row in in_slices(batch.rows) if self.history.may_buy(row)}
        self.queue = [
            (origin, now)
            async for origin, row in in_slices(self.queue)
            if (now := rows.get(row.key)) is not None
            and (now.takes >= row.takes or origin in now.origins(batch.batch_id))
        ]
        self.batch, self.head = batch, head

    def to_come(self, taken: Sums) -> tuple[int, Sums]:
        """Return how many videos are still to be ordered, as far as the batch's budget pays for them, and what they cost.
        `taken` is what its jobs cost so far.
        """
        approval = self.history.approval
        budget = None if approval is None or self.batch.rehearsal else approval.budget
        return self._sums.within(self.queue, taken, budget)

    def is_next(self, origin: str) -> bool:
        """Whether this origin is the next to be ordered; not if it was withdrawn meanwhile."""
        return bool(self.queue) and self.queue[-1][0] == origin

    def elsewhere(self, day: date, own_id: str, jobs: BatchJobs) -> Sums:
        """Return the price of what other computers ordered on a day, where this computer knows no job of it."""
        theirs = {
            origin
            for origin, at in self.history.ordered_at.items()
            if self.history.ordering[origin] != own_id
            and at.astimezone().date() == day
            and jobs.of_origin(origin) is None
        }
        if not theirs:
            return Sums()
        return Sums.of(
            row.price
            for row in self.batch.rows
            for origin in row.origins(self.batch.batch_id)
            if origin in theirs
        )
