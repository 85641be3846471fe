"""A batch under way: what is still to be ordered of it, and why a row waits."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from vidu_desktop.batch.batch_jobs import BatchJobs
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
    """The engine takes no such request."""
    TAKEN_OVER = "taken-over"
    """Another computer has gone on with the batch since it began here."""
    DAY = "day"
    """What a watched folder may cost in a day is used: it goes on tomorrow."""


@dataclass(slots=True)
class Running:
    """A batch under way. `held` says by origin why a row waits."""

    batch: Batch
    history: History
    rule: StopRule
    stored: set[str]
    """Origins whose videos are in the library."""
    queue: list[tuple[str, BatchRow]] = field(default_factory=list)
    """What is still to be ordered, the next one last."""
    held: dict[str, Held] = field(default_factory=dict)
    waits_for_tomorrow: bool = False
    head: str = ""
    """The stamp of the head as it was read."""

    def read_anew(self, batch: Batch, head: str) -> None:
        """Go on by another head: what may not be bought any more isn't ordered, the rest as it stands there."""
        rows = {
            origin: row
            for row in batch.rows
            if self.history.may_buy(row)
            for origin in row.origins(batch.batch_id)
        }
        self.batch, self.head = batch, head
        self.queue = [(origin, rows[origin]) for origin, _ in self.queue if origin in rows]

    def is_next(self, origin: str) -> bool:
        """Whether this one is next: not when it was withdrawn meanwhile."""
        return bool(self.queue) and self.queue[-1][0] == origin

    def elsewhere(self, day: date, own_id: str, jobs: BatchJobs) -> Sums:
        """Return what other computers ordered on a day, as far as nothing here knows what became of it."""
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
