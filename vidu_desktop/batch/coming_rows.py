"""Approved rows that are ordered by themselves, one after the other: the person isn't asked for them again."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from vidu_desktop.batch.batch_jobs import BatchJobs
from vidu_desktop.batch.running import Running
from vidu_desktop.batch.slices import in_slices
from vidu_desktop.domain.amounts import FREE, fits_budget
from vidu_desktop.domain.batch import BatchRow


@dataclass(frozen=True, slots=True)
class ComingRows:
    """The rows that a running batch still hands over, as far as its budget goes, and how many takes of each; by row key."""

    rows: Mapping[str, BatchRow] = field(default_factory=dict)
    takes: Mapping[str, int] = field(default_factory=dict)

    def takes_of(self, row: BatchRow) -> int:
        """Return how many takes of `row` come by themselves; 0 where something else was approved than what it asks for now."""
        approved = self.rows.get(row.key)
        return 0 if approved is None or _asked(approved) != _asked(row) else self.takes[row.key]


async def rows_to_come(running: Running | None, jobs: BatchJobs) -> ComingRows:
    """Return what comes by itself of a batch; nothing if it doesn't run (None)."""
    if running is None:
        return ComingRows()
    approval = running.history.approval
    budget = FREE if approval is None else approval.budget
    taken = jobs.taken_money(running.batch.batch_id)
    rows: dict[str, BatchRow] = {}
    takes: dict[str, int] = {}
    async for _origin, row in in_slices(running.queue[::-1]):  # it gets shorter meanwhile
        if fits_budget(row.price, taken, budget):
            taken += row.price
            rows[row.key] = row
            takes[row.key] = takes.get(row.key, 0) + 1
    return ComingRows(rows, takes)


def _asked(row: BatchRow) -> object:
    return row.request, row.price, frozenset(row.pictures)
