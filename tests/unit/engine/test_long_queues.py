"""What one order costs in a queue of thousands is what it costs in a queue of a few."""

import asyncio
from itertools import pairwise

from fakes.steps import counted_steps
from fakes.virtual_time import until, with_virtual_time
from fakes.world import FakeWorld, a_request

from vidu_desktop.domain.amounts import Currency, usd
from vidu_desktop.domain.job import JobState
from vidu_desktop.domain.settings import Settings
from vidu_desktop.engine.engine import Engine

S = JobState
TURNS = 2000


async def settled(engine: Engine, count: int) -> None:
    await until(
        lambda: (
            len(engine.jobs()) == count and all(job.ended or job.state is S.READY for job in engine.jobs())
        )
    )


async def cost_of_orders(count: int) -> int:
    """Return what it costs, in steps, when an order waits and is taken off again, and a rehearsal goes its whole way, beside
    `count` orders that the budget holds and `count` rehearsals that are stored.
    """
    world = FakeWorld()
    engine = world.engine(Settings(budgets={Currency.USD: usd(0)}))
    await engine.start()
    engine.submit_many([a_request() for _ in range(count)], rehearsal=True)
    await settled(engine, count)
    engine.submit_many([a_request() for _ in range(count)], rehearsal=False)
    await settled(engine, 2 * count)
    with counted_steps() as steps:
        order = engine.submit(a_request(), rehearsal=False).job_id
        await asyncio.sleep(1)
        rehearsal = engine.submit(a_request(), rehearsal=True).job_id
        await asyncio.sleep(60)
        states = engine.job(order).state, engine.job(rehearsal).state
        engine.cancel(order)
        await asyncio.sleep(1)
        engine.remove(rehearsal)
        await asyncio.sleep(1)
    await engine.stop()
    assert states == (S.READY, S.STORED)
    assert len(engine.jobs()) == 2 * count + 1
    return steps.count


def test_an_order_costs_no_more_among_thousands_than_among_a_few() -> None:
    few, many = (with_virtual_time(lambda count=count: cost_of_orders(count)) for count in (30, 1000))

    assert many < 1.5 * few


async def longest_turn(count: int) -> int:
    """Return how many steps the longest turn of the loop takes while `count` orders are taken in and begun."""
    world = FakeWorld()

    async def kept(jobs) -> None:  # the journal has a thread of its own
        world.store.disk.update({job.job_id: job for job in jobs})

    world.store.save_many = kept
    engine = world.engine()
    await engine.start()
    engine.pause()
    await asyncio.sleep(1)
    engine.submit_many([a_request() for _ in range(count)], rehearsal=False)
    ends: list[int] = []
    with counted_steps() as steps:
        for _turn in range(TURNS):
            ends.append(steps.count)
            await asyncio.sleep(0)
    begun = len(engine.jobs())
    await engine.stop()
    assert begun == count
    return max(end - begin for begin, end in pairwise(ends))


def test_many_orders_are_taken_in_a_few_in_each_turn_so_that_the_window_can_be_drawn() -> None:
    few, many = (with_virtual_time(lambda count=count: longest_turn(count)) for count in (100, 1000))

    assert many < 2 * few
