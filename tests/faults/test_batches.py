"""Batches that are killed at any step, and whose results are fed back in any state: each row is paid at most once and
accounted for.
"""

import asyncio
import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import pytest
from fakes.batch_desk import Desk, Table
from fakes.batches import BatchMachine, FakeClips, a_batch, approved
from fakes.mortal_world import quiet_engine_logs
from fakes.seeded_runs import Figures, seeds
from fakes.virtual_time import until, with_virtual_time
from fakes.world import trouble
from faults.fault_figures import Row

from vidu_desktop.batch.result_rows import result_rows
from vidu_desktop.domain.batch import Batch
from vidu_desktop.domain.batch_documents import head_from_document
from vidu_desktop.domain.job import JobState
from vidu_desktop.errors import Refused

ROWS = 50


async def _approve(machine: BatchMachine, batch: Batch) -> None:
    await machine.store.save(batch)
    await machine.store.append(batch.batch_id, approved())


async def _live(machine: BatchMachine, batch: Batch) -> None:
    """Approve the batch, run it to the end, and ask for the result."""
    await _approve(machine, batch)
    await machine.start()
    await until(machine.waits)
    await _states(machine)


async def _states(machine: BatchMachine) -> Counter[str]:
    """Return the states of the rows in the result."""
    batch = head_from_document(machine.disk.heads["b1"])
    history = await machine.store.history("b1")
    clips = await FakeClips(machine.world.library.clips).by_origin("batch:b1/")
    head, *rows = result_rows(batch, history, machine.feeder.jobs, clips, "here")
    return Counter(row[head.index("Vidu state")] for row in rows)


async def _until_killed(machine: BatchMachine, batch: Batch) -> None:
    task = asyncio.get_running_loop().create_task(_live(machine, batch))
    await until(lambda: machine.switch.killed.is_set() or task.done())
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    if not hasattr(machine, "task"):
        machine.task = asyncio.get_running_loop().create_task(asyncio.sleep(0))
    await machine.die()


async def _bury() -> None:
    """End what the killed programs were waiting for; otherwise asyncio reports each task."""
    left = asyncio.all_tasks() - {asyncio.current_task()}
    for task in left:
        task.cancel()
    await asyncio.gather(*left, return_exceptions=True)


def _forget(machine: BatchMachine) -> None:
    """Take the guards away: the log forgets what was ordered, and jobs don't say to which row they belong."""
    submit = machine.engine.submit
    machine.engine.submit = lambda request, **named: submit(  # type: ignore[method-assign]
        request, rehearsal=named["rehearsal"], origin=f"{named['origin']}!"
    )
    machine.feeder.jobs.of_origin = lambda origin: None  # type: ignore[method-assign]
    machine.disk.logs["b1"] = [line for line in machine.disk.logs.get("b1", []) if "ordering" not in line]
    machine.world.library.clips.clear()


def killed_at(
    points: tuple[int, ...], *, guarded: bool = True, rows: int = ROWS
) -> tuple[list[str], int, int]:
    """Kill the batch at these steps, one after the other; each time the person gives the same command again. Return what is
    wrong, the charges and the steps.
    """
    wrongs: list[str] = []
    charges = steps = 0

    async def story() -> None:
        nonlocal charges, steps
        machine, batch = BatchMachine(kill_at=points[0]), a_batch(rows)
        await _until_killed(machine, batch)
        steps = machine.switch.steps
        for point in points[1:]:
            machine = BatchMachine(machine, kill_at=point)
            await _until_killed(machine, batch)
        machine = BatchMachine(machine)
        if not guarded:
            _forget(machine)
        await _live(machine, batch)
        paid, charges = machine.paid, machine.paid.total()
        wrongs.extend(f"{prompt} was paid {count} times" for prompt, count in paid.items() if count > 1)
        unknown = sum(job.state is JobState.UNKNOWN for job in machine.engine.jobs())
        if not rows - unknown <= len(paid) <= rows:
            wrongs.append(f"{len(paid)} of {rows} were paid, {unknown} unknown")
        states = await _states(machine)
        if states.total() != rows or states["waits"]:
            wrongs.append(f"the result says {dict(states)}")
        await machine.die()
        await _bury()

    with quiet_engine_logs():
        with_virtual_time(story)
    return wrongs, charges, steps


def run_killed(count: int, seed: int, *, guarded: bool = True) -> Figures:
    name = f"a batch of {ROWS} killed at a step: letting in, approval, result"
    figures = Figures(name if guarded else "negative control: neither log nor origin")
    _, _, steps = killed_at((10**9,))
    chance = random.Random(seed)
    points = chance.sample(range(1, steps + 1), min(count, steps))
    for number, point in enumerate(points):
        again = (chance.randrange(1, steps),) if number % 4 == 0 else ()
        wrongs, charges, _ = killed_at((point, *again), guarded=guarded)
        figures.add(seed + number, [f"at {point} {again}: {wrong}" for wrong in wrongs[:3]], charges=charges)
    figures.counts["distinct_points"] = len(points)
    return figures.show()


def _shuffled(chance: random.Random, table: Table) -> Table:
    """Return a result as people pass it on: in another order, with a column of their own in front."""
    head, *rows = table
    chance.shuffle(rows)
    return [["Client", *head], *[["Mia", *row] for row in rows]]


def fed_back(seed: int, times: int, *, anew: bool = False) -> tuple[list[str], int]:
    """Feed a result back `times` times, in whatever state the batch is. Return what is wrong, and the charges."""
    chance = random.Random(seed)
    wrongs: list[str] = []
    charges = 0

    async def story() -> None:
        nonlocal charges
        desk = Desk()
        service = desk.machine.world.service
        service.fails = {f"task-{number}" for number in range(8) if chance.random() < 0.2}
        service.troubles.extend(trouble(Refused, "1301") if chance.random() < 0.2 else None for _ in range(8))
        await desk.machine.start()
        table: Table = [
            ["picture", "prompt"],
            *([f"{number}.png", f"prompt {number}"] for number in range(1, 9)),
        ]
        await desk.begin(table, path="/jobs/spring.csv")
        for time in range(times):
            await asyncio.sleep(chance.choice([0, 1, 5, 20, 60]))
            if chance.random() < 0.3:
                chance.choice([desk.machine.engine.pause, desk.machine.engine.go_on])()
            result = _shuffled(chance, await desk.result())
            await desk.begin(result, path=f"/jobs/back {time}.csv", anew=anew)
        desk.machine.engine.go_on()
        await until(desk.machine.rest)
        await asyncio.sleep(1)
        charges = desk.machine.paid.total()
        wrongs.extend(f"{what} was paid {n} times" for what, n in desk.machine.paid.items() if n > 1)
        await desk.machine.die()

    with quiet_engine_logs():
        with_virtual_time(story)
    return wrongs, charges


def run_fed_back(runs: int, seed: int, *, anew: bool = False) -> Figures:
    figures = Figures(
        "negative control: fed back as a new batch each time"
        if anew
        else "a result fed back 20 times in random states"
    )
    for number in seeds(runs, seed):
        wrongs, charges = fed_back(number, 20, anew=anew)
        figures.add(number, wrongs, charges=charges)
    return figures.show()


def _noticed(figures: Figures) -> Row:
    return replace(figures.row("is noticed"), good=bool(figures.wrongs))


def figures(seed: int) -> Iterator[Row]:
    """500 points, 20 results, and each of these without its guard."""
    yield run_killed(500, seed).row(
        f"500 distinct points: each of {ROWS} rows paid at most once and accounted for, 0 wrong"
    )
    yield _noticed(run_killed(10, seed, guarded=False))
    yield run_fed_back(20, seed).row("0 second charges")
    yield _noticed(run_fed_back(3, seed, anew=True))


@pytest.mark.leaves_tasks
def test_a_row_is_paid_once_whatever_ends_the_program() -> None:
    assert run_killed(2, 1).wrongs == []


def test_a_result_that_is_fed_back_buys_nothing_again() -> None:
    assert run_fed_back(1, 1).wrongs == []


@pytest.mark.leaves_tasks
@pytest.mark.slow
@pytest.mark.timeout(3600)
def test_without_their_guards_batches_would_pay_again() -> None:
    assert run_killed(10, 1, guarded=False).wrongs
    assert run_fed_back(3, 1, anew=True).wrongs
