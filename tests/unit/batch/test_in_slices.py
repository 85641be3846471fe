"""What goes through all rows of a batch lets the window have turns meanwhile, and what comes in such a turn counts."""

import asyncio
from collections.abc import Coroutine
from dataclasses import replace

import pytest
from fakes.batches import BatchMachine, a_batch, approved
from fakes.virtual_time import until, with_virtual_time

from vidu_desktop.batch import slices
from vidu_desktop.batch.batch_jobs import BatchJobs
from vidu_desktop.batch.coming_rows import rows_to_come
from vidu_desktop.batch.running import Running
from vidu_desktop.batch.withdrawals import Withdrawals, WorkChange
from vidu_desktop.domain.batch import Batch, Deed, History, StopRule

ROWS, FEWEST = 400, 40


@pytest.fixture(autouse=True)
def at_every_chance(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give the loop a turn wherever there may be one."""
    monkeypatch.setattr(slices, "SLICE_S", -1.0)


async def turns_during(work: Coroutine[None, None, object]) -> int:
    """Return how many turns the loop had meanwhile."""
    task, turns = asyncio.get_running_loop().create_task(work), 0
    while not task.done():
        await asyncio.sleep(0)
        turns += 1
    await task
    return turns


async def a_machine(rows: int = ROWS) -> BatchMachine:
    """Return a machine with an approved batch that hasn't begun, because nobody hands its rows over."""
    machine = BatchMachine()
    await machine.store.save(a_batch(rows))
    await machine.store.append("b1", approved())
    await machine.engine.start()
    await machine.feeder.start()
    return machine


def test_a_queue_is_put_together_and_read_anew_in_slices() -> None:
    async def story() -> None:
        machine = await a_machine()
        assert await turns_during(machine.feeder.begin("b1")) > FEWEST
        running = machine.feeder.running["b1"]
        assert len(running.queue) == ROWS
        assert await turns_during(running.read_anew(running.batch, "another")) > FEWEST
        assert await turns_during(rows_to_come(running, machine.feeder.jobs)) > FEWEST
        assert len(running.queue) == ROWS
        await machine.engine.stop(0)

    with_virtual_time(story)


@pytest.mark.parametrize("deed", [Deed.PAUSED, Deed.ENDED])
def test_a_batch_that_is_halted_while_its_queue_is_put_together_doesnt_begin(deed: Deed) -> None:
    async def story() -> None:
        machine = await a_machine()
        beginning = asyncio.get_running_loop().create_task(machine.feeder.begin("b1"))
        for _ in range(FEWEST):
            await asyncio.sleep(0)
        assert not beginning.done()
        await machine.feeder.halt("b1", deed)
        await beginning
        assert not machine.feeder.running
        await machine.engine.stop(0)

    with_virtual_time(story)


def test_a_row_that_is_taken_back_while_the_queue_is_put_together_isnt_bought() -> None:
    async def story() -> None:
        machine = await a_machine(60)
        machine.task = asyncio.get_running_loop().create_task(machine.feeder.run())
        beginning = asyncio.get_running_loop().create_task(machine.feeder.begin("b1"))
        for _ in range(6):
            await asyncio.sleep(0)
        assert not beginning.done()
        await machine.feeder.withdraw("b1", ["row 1", "row 60"], WorkChange(), {})
        await beginning
        await until(machine.rest)
        assert machine.paid.total() == 58
        assert not {"prompt 1", "prompt 60"} & set(machine.paid)
        await machine.die()

    with_virtual_time(story)


class Store:
    """Holds one batch."""

    def __init__(self, batch: Batch) -> None:
        self.batch = batch

    async def load(self, _batch_id: str) -> Batch:
        return self.batch

    async def save(self, batch: Batch) -> None:
        self.batch = batch


def test_each_approval_that_is_taken_back_while_another_is_written_is_written_too() -> None:
    async def story() -> None:
        store = Store(a_batch(ROWS))
        withdrawals = Withdrawals(store, asyncio.Lock())
        keys = ["row 1", "row 400", "row 1", "row 200"]
        async with asyncio.TaskGroup() as tasks:
            for key in keys:
                tasks.create_task(withdrawals.take_back("b1", [key], WorkChange(), {}, lambda _: None))
                for _ in range(FEWEST):
                    await asyncio.sleep(0)

        assert {row.key for row in store.batch.rows if not row.approval} == set(keys)
        assert not any(withdrawals.holds("b1", row) for row in store.batch.rows)

    with_virtual_time(story)


@pytest.mark.anyio
async def test_a_queue_that_gets_shorter_meanwhile_is_counted_as_it_was() -> None:
    batch, history = a_batch(ROWS), History()
    history.add(replace(approved(), budget=None))
    running = Running(batch, history, StopRule(5), set())
    running.queue = [(origin, row) for row in batch.rows for origin in row.origins("b1")]
    coming = asyncio.get_running_loop().create_task(rows_to_come(running, BatchJobs()))
    await asyncio.sleep(0)
    running.queue.clear()

    assert len((await coming).rows) == ROWS
