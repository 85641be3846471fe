"""What the rows of a queue cost, without a walk through all of them at each change of a job: neighbours with the same price are
added up once.
"""

from dataclasses import dataclass

from vidu_desktop.domain.amounts import Money, Sums, fitting
from vidu_desktop.domain.batch import BatchRow

Queue = list[tuple[str, BatchRow]]
"""Origins with their rows; the next one is last."""


@dataclass(frozen=True, slots=True)
class _Run:
    """Rows with the same price, from the index `begin` on; `before` is what all rows before them cost."""

    begin: int
    price: Money
    before: Sums


class QueueSums:
    """Follows a list from whose end rows are taken. Another list, or a longer one, is added up anew."""

    def __init__(self) -> None:
        self._queue: Queue = []
        self._added_up = 0
        self._runs: list[_Run] = []

    def within(self, queue: Queue, taken: Sums, budget: Money | None) -> tuple[int, Sums]:
        """Return how many rows the budget pays for, from the next one on and up to the first that it doesn't pay for, and what
        they cost. `taken` of the budget is used; None is no budget.
        """
        if queue is not self._queue or len(queue) > self._added_up:
            self._add_up(queue)
        runs = self._runs
        while runs and runs[-1].begin >= len(queue):
            runs.pop()
        if not runs:
            return 0, Sums()
        whole = runs[-1].before + (len(queue) - runs[-1].begin) * runs[-1].price
        if budget is None or _fits(whole, taken, budget):
            return len(queue), whole
        count, cost, end = 0, Sums(), len(queue)
        for run in reversed(runs):
            left = budget - (taken + cost).inside(budget.currency)
            fit = max(0, fitting(end - run.begin, run.price, left))
            count, cost = count + fit, cost + fit * run.price
            if fit < end - run.begin:
                break
            end = run.begin
        return count, cost

    def _add_up(self, queue: Queue) -> None:
        self._queue, self._added_up, self._runs = queue, len(queue), []
        before, begin, price = Sums(), 0, None
        for index, (_origin, row) in enumerate(queue):
            if row.price is price or row.price == price:
                continue
            if price is not None:
                before += (index - begin) * price
            begin, price = index, row.price
            self._runs.append(_Run(begin, price, before))


def _fits(cost: Sums, taken: Sums, budget: Money) -> bool:
    """Whether the budget covers all of this. A budget in another currency covers only what is free."""
    return all(one.currency is budget.currency for one in cost) and (
        (taken + cost).inside(budget.currency) <= budget or not cost
    )
