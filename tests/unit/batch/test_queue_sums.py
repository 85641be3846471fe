"""What is still to come of a running batch is known at each change of a job without a walk through its rows."""

from dataclasses import replace

import pytest
from fakes.batches import a_batch
from typing_extensions import override

from vidu_desktop.batch.queue_sums import Queue, QueueSums
from vidu_desktop.domain.amounts import FREE, Money, Sums, cny, fits_budget, usd


class WalkedThrough(Queue):
    """Counts how often somebody goes through all of its rows."""

    walks = 0

    @override
    def __iter__(self):
        self.walks += 1
        return super().__iter__()


def queue_of(*prices: Money) -> WalkedThrough:
    rows = a_batch(len(prices)).rows
    return WalkedThrough(
        (f"origin {row.line}", replace(row, price=price)) for row, price in zip(rows, prices, strict=True)
    )


def one_by_one(queue: Queue, taken: Sums, budget: Money | None) -> tuple[int, Sums]:
    count, cost = 0, Sums()
    for _, row in reversed(queue):
        if not fits_budget(row.price, taken + cost, budget):
            break
        count, cost = count + 1, cost + row.price
    return count, cost


def test_the_rows_are_gone_through_once_however_often_jobs_change() -> None:
    queue, sums = queue_of(*[usd("0.20")] * 50), QueueSums()

    for left in range(50, 0, -1):
        assert sums.within(queue, Sums(), usd(10)) == (left, Sums.of([left * usd("0.20")]))
        queue.pop()

    assert queue.walks == 1
    assert sums.within(queue, Sums(), None) == (0, Sums())


def test_another_queue_and_a_longer_one_are_added_up_anew() -> None:
    sums = QueueSums()
    first, second = queue_of(usd(1), usd(1)), queue_of(usd(2), usd(2))
    assert sums.within(first, Sums(), None) == (2, Sums.of([usd(2)]))
    assert sums.within(second, Sums(), None) == (2, Sums.of([usd(4)]))

    second.extend(queue_of(usd(3)))
    assert sums.within(second, Sums(), None) == (3, Sums.of([usd(7)]))


PRICES = {
    "alike": [usd("0.20")] * 6,
    "two in turn": [usd("0.20"), usd("0.40")] * 3,
    "some free": [usd("0.20"), FREE, FREE, usd("0.40"), FREE, usd("0.20")],
    "all free": [FREE] * 4,
    "two currencies": [usd("0.20"), usd("0.20"), cny(1), cny(1), usd("0.20")],
}


@pytest.mark.parametrize(
    "budget", [None, usd(0), usd("0.50"), usd("0.60"), usd("1.20"), usd(9), cny(2)], ids=str
)
@pytest.mark.parametrize("taken", [Sums(), Sums.of([usd("0.55")]), Sums.of([cny(1), usd(1)])], ids=str)
@pytest.mark.parametrize("prices", PRICES.values(), ids=list(PRICES))
def test_it_is_what_one_row_after_the_other_comes_to(
    prices: list[Money], taken: Sums, budget: Money | None
) -> None:
    queue, sums = queue_of(*prices), QueueSums()

    for _ in prices:
        assert sums.within(queue, taken, budget) == one_by_one(queue, taken, budget)
        queue.pop()
