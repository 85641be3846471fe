"""A machine that slept, or whose clock was set, is noticed; one that is merely slow isn't."""

import asyncio
from datetime import datetime, timedelta

import pytest
from fakes.virtual_time import LoopClock, with_virtual_time

from vidu_desktop.engine.wakeable_sleep import WakeableSleep
from vidu_desktop.engine.watch import watch_for_sleep


class SetClock(LoopClock):
    """Its wall clock can be moved, while its monotonic clock goes on."""

    moved = timedelta()

    def now(self) -> datetime:
        return super().now() + self.moved


@pytest.mark.parametrize(
    ("jumps_s", "wakes"),
    [([], 0), ([3600], 1), ([-3600], 1), ([8], 0), ([8, 8], 0), ([60, 60], 2), ([60, -60], 2)],
)
def test_each_jump_is_told_once_and_a_small_one_never(jumps_s: list[float], wakes: int) -> None:
    async def story():
        clock, told = SetClock(), []
        watching = watch_for_sleep(clock, lambda: told.append(clock.monotonic_s()))

        async def jump():
            await asyncio.sleep(60)
            for jump_s in jumps_s:
                clock.moved += timedelta(seconds=jump_s)
                await asyncio.sleep(60)

        with pytest.raises(TimeoutError):
            async with asyncio.timeout(600):
                await asyncio.gather(watching, jump())
        assert len(told) == wakes
        assert all(told_s <= 60 * number + 10 for number, told_s in enumerate(told, start=1))

    with_virtual_time(story)


def test_a_wait_is_as_long_as_it_says_and_shorter_only_when_its_own_or_all_are_woken():
    async def story():
        sleeps, loop = WakeableSleep(), asyncio.get_running_loop()

        async def wait(who: str, seconds: float) -> tuple[bool, float]:
            began_s = loop.time()
            return await sleeps.sleep(who, seconds), loop.time() - began_s

        async def wake():
            await asyncio.sleep(1)
            sleeps.wake("one")
            sleeps.wake("nobody")
            await asyncio.sleep(1)
            sleeps.wake_all()

        one, other, short, _ = await asyncio.gather(
            wait("one", 10), wait("other", 10), wait("short", 0.5), wake()
        )
        assert one == (True, 1)
        assert other == (True, 2)
        assert short == (False, 0.5)

    with_virtual_time(story)


def test_a_wake_since_the_try_that_failed_counts_and_an_earlier_one_does_not():
    async def story():
        sleeps, loop = WakeableSleep(), asyncio.get_running_loop()
        before = sleeps.wakes
        sleeps.wake_all()
        assert await sleeps.sleep("job", 10, since=before)
        assert loop.time() == 0
        assert not await sleeps.sleep("job", 10, since=sleeps.wakes)
        assert loop.time() == 10
        assert not await sleeps.sleep("job", 0)
        assert not await sleeps.sleep("job", -1)
        assert loop.time() == 10

    with_virtual_time(story)
