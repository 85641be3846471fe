"""A few at a time, the most urgent first; and waits that can be cut short."""

import asyncio

import pytest
from fakes.virtual_time import with_virtual_time

from vidu_desktop.engine.priority_semaphore import PrioritySemaphore
from vidu_desktop.engine.wakeable_sleep import WakeableSleep


def test_at_most_the_limit_is_inside_and_the_most_urgent_is_next():
    async def story():
        gate = PrioritySemaphore(2)
        inside, order, most = set(), [], 0

        async def visit(name: str, urgency: float):
            nonlocal most
            async with gate.passed(urgency):
                inside.add(name)
                order.append(name)
                most = max(most, len(inside))
                await asyncio.sleep(1)
                inside.discard(name)

        async with asyncio.TaskGroup() as group:
            for name, urgency in (("a", 5), ("b", 5), ("late", 9), ("soon", 1), ("sooner", 0)):
                group.create_task(visit(name, urgency))
        assert most == 2
        assert order == ["sooner", "soon", "a", "b", "late"]

    with_virtual_time(story)


def test_whoever_gives_up_waiting_leaves_the_place_to_the_next():
    async def story():
        gate = PrioritySemaphore(1)

        async def visit():
            async with gate.passed(0):
                await asyncio.sleep(1)

        async with asyncio.TaskGroup() as group:
            group.create_task(visit())
            given_up = group.create_task(visit())
            group.create_task(visit())
            await asyncio.sleep(0.5)
            given_up.cancel()
        async with asyncio.timeout(1), gate.passed(0):
            pass

    with_virtual_time(story)


def test_a_nap_ends_by_its_time_or_by_a_call():
    async def story():
        sleeps = WakeableSleep()
        loop = asyncio.get_running_loop()
        assert not await sleeps.sleep("a", 5)
        assert loop.time() >= 5
        loop.call_later(1, sleeps.wake_all)
        before_s = loop.time()
        assert await sleeps.sleep("b", 3600)
        assert loop.time() - before_s < 10
        sleeps.wake("nobody")

    with_virtual_time(story)


@pytest.mark.parametrize("given_up_s", [0.5, 1.0])  # while the first is inside, and as it leaves
def test_whoever_gives_up_before_or_as_it_is_let_in_takes_no_place_along(given_up_s):
    async def story():
        gate = PrioritySemaphore(1)
        inside, most, came = 0, 0, 0

        async def visit():
            nonlocal inside, most, came
            async with gate.passed(0):
                inside, came = inside + 1, came + 1
                most = max(most, inside)
                await asyncio.sleep(1)
                inside -= 1

        async with asyncio.TaskGroup() as group:
            group.create_task(visit())
            await asyncio.sleep(0)
            leaving = group.create_task(visit())
            for _ in range(3):
                group.create_task(visit())
            await asyncio.sleep(given_up_s)
            leaving.cancel()
        assert (most, came) == (1, 4)

    with_virtual_time(story)


def test_whoever_gives_up_in_the_moment_of_being_let_in_leaves_the_place_to_the_next():
    async def story():
        gate = PrioritySemaphore(1)
        came = []
        waits: list[asyncio.Task[None]] = []

        async def visit(name: str):
            async with gate.passed(0):
                came.append(name)
                await asyncio.sleep(1)
            if name == "first":
                waits[1].cancel()  # it is let in, but hears of the cancellation first

        async with asyncio.timeout(60), asyncio.TaskGroup() as group:
            for name in ("first", "second", "third"):
                waits.append(group.create_task(visit(name)))
                await asyncio.sleep(0.1)
        assert came == ["first", "third"]

    with_virtual_time(story)
