"""What certainly happens at the beginning of each seeded life of a MortalWorld, before everything is drawn by lot.

    with_virtual_time(lambda: lives(world, repeat_is_refused, killed_while_sending, jobs=6))

Without them, a seed may never come to the one place that a guard is for, and its negative control says nothing.
"""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable

from fakes.mortal_world import MortalWorld
from fakes.paying_service import CALM
from fakes.virtual_time import until
from fakes.world import a_request

from vidu_desktop.domain.job import JobState
from vidu_desktop.errors import BadInput

SETTLED_AFTER_S = 300.0
Story = Callable[[MortalWorld], Awaitable[None]]


async def lives(world: MortalWorld, *stories: Story, jobs: int, rough_s: float = 600.0) -> None:
    """Go through the stories in calm, with a service that tells nothing of lost orders, and then through rough times."""
    tells = world.service.knows_request_ids
    world.odds = world.service.odds = CALM
    world.service.knows_request_ids = False
    await world.boot()
    for story in stories:
        await story(world)
    world.odds = world.service.odds = world.rough
    world.service.knows_request_ids = tells
    await world.live(jobs, rough_s)


def order(world: MortalWorld, prompt: str) -> str:
    """Click once; return the id of the job."""
    assert world.engine is not None
    world.submitted += 1
    return world.engine.submit(a_request(prompt=prompt), rehearsal=False).job_id


async def start_again(world: MortalWorld) -> None:
    """Kill the program and start it."""
    world.kills += 1
    await world.end(kill=True)
    await world.boot()


async def repeat_is_refused(world: MortalWorld) -> None:
    """An answer is lost; the person sends the order again, which is refused, and tries a third time."""
    with _next_order_is(world, "lost-after"):
        job_id = order(world, "lost")
        await asyncio.sleep(SETTLED_AFTER_S)
    engine = world.engine
    assert engine is not None
    if engine.job(job_id).state is not JobState.UNKNOWN:  # repeats are trusted, so it was sent again
        return
    with _next_order_is(world, "policy"):
        world.sent_again[job_id] += 1
        engine.send_again(job_id)
        await asyncio.sleep(SETTLED_AFTER_S)
    if (state := engine.job(job_id).state) is not JobState.UNKNOWN:
        world.stuck.append(f"a no to the repeat was taken for a no to the order, which is {state}")
    with contextlib.suppress(BadInput):
        world.submitted += engine.retry(job_id).job_id != job_id
    await asyncio.sleep(SETTLED_AFTER_S)


@contextlib.contextmanager
def _next_order_is(world: MortalWorld, fault: str):
    faults = [fault]
    world.service.order_fault = lambda: faults.pop() if faults else None  # type: ignore[method-assign]
    yield
    del world.service.order_fault


async def killed_while_sending(world: MortalWorld) -> None:
    """The program is killed when its order has arrived and the answer hasn't."""
    machine = world.machine
    assert machine is not None
    with _at_arrival(world, machine.kill):
        order(world, "killed")
        await machine.killed.wait()
    await start_again(world)
    await asyncio.sleep(SETTLED_AFTER_S)


async def accepted_on_a_full_disk(world: MortalWorld) -> None:
    """The disk is full when the answer comes, and has room a while later."""

    def full() -> None:
        world.disk_full = True

    with _at_arrival(world, full):
        job_id = order(world, "full")
        await until(lambda: world.disk_full)
    await asyncio.sleep(40.0)
    world.disk_full = False
    await asyncio.sleep(SETTLED_AFTER_S)
    assert world.engine is not None
    if (state := world.engine.job(job_id).state) is not JobState.STORED:
        world.stuck.append(f"accepted on a full disk, and {state} when there is room")


@contextlib.contextmanager
def _at_arrival(world: MortalWorld, happens: Callable[[], None]):
    arrive = world.service.arrive

    def arriving(order, fault):
        read = arrive(order, fault)
        happens()
        return read

    world.service.arrive = arriving  # type: ignore[method-assign]
    yield
    del world.service.arrive
