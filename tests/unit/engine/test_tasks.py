"""Tasks end together, and none is started after the end."""

import asyncio
import gc
import weakref

import pytest

from vidu_desktop.engine.tasks import TaskKeeper

pytestmark = pytest.mark.anyio


async def test_what_a_late_timer_starts_after_the_end_is_never_begun() -> None:
    tasks = TaskKeeper()
    begun: list[str] = []

    async def work(name: str) -> None:
        begun.append(name)
        await asyncio.Event().wait()

    running = tasks.start("in time", work("in time"))
    await asyncio.sleep(0)
    await tasks.cancel_all()
    late = tasks.start("late", work("late"))
    await asyncio.wait([late])

    assert begun == ["in time"]
    assert running.cancelled()
    assert late.cancelled()
    assert tasks.closed


async def test_a_task_that_fails_is_reported_by_its_name_and_ends_no_other(
    caplog: pytest.LogCaptureFixture,
) -> None:
    tasks = TaskKeeper()

    async def fails() -> None:
        raise ValueError("a made-up fault")

    async def goes_on() -> str:
        await asyncio.sleep(0)
        return "done"

    failing, other = tasks.start("the failing one", fails()), tasks.start("another", goes_on())
    await asyncio.wait([failing, other])
    assert other.result() == "done"
    assert ["the failing one" in record.getMessage() for record in caplog.records] == [True]
    assert not tasks.closed
    await tasks.cancel_all()


async def test_a_task_may_end_all_others_and_goes_on_itself() -> None:
    tasks = TaskKeeper()
    asleep = tasks.start("asleep", asyncio.Event().wait())

    async def ends_all() -> str:
        await tasks.cancel_all()
        return "went on"

    assert await tasks.start("the last", ends_all()) == "went on"
    assert asleep.cancelled()


async def test_the_end_of_all_waits_for_what_a_task_still_has_to_put_away() -> None:
    tasks = TaskKeeper()
    put_away: list[str] = []

    async def works() -> None:
        try:
            await asyncio.Event().wait()
        finally:
            for _ in range(3):
                await asyncio.sleep(0)
            put_away.append("tools")

    tasks.start("works", works())
    await asyncio.sleep(0)
    await tasks.cancel_all()

    assert put_away == ["tools"]


async def test_a_task_that_has_ended_is_kept_no_longer() -> None:
    class Burden:
        pass

    async def carries(burden: Burden) -> Burden:
        return burden

    tasks, burden = TaskKeeper(), Burden()
    kept = weakref.ref(burden)
    await tasks.start("carries", carries(burden))
    await asyncio.sleep(0)
    del burden
    gc.collect()

    assert kept() is None


async def test_the_end_waits_for_what_is_being_written_and_for_nothing_else() -> None:
    tasks = TaskKeeper()
    disk, kept = asyncio.Event(), []

    async def writes() -> None:
        await disk.wait()
        kept.append("written")

    tasks.start("looks on", asyncio.Event().wait())
    tasks.start("writes", writes(), writes=True)
    waiting = TaskKeeper().start("the end", tasks.written())
    await asyncio.sleep(0)
    assert not waiting.done()
    disk.set()
    await waiting

    assert kept == ["written"]
    await tasks.written()
    await tasks.cancel_all()


async def test_a_disk_that_does_not_answer_keeps_the_end_only_so_long() -> None:
    tasks = TaskKeeper()
    task = tasks.start("writes", asyncio.Event().wait(), writes=True)

    await tasks.written(within_s=0.0)

    assert not task.done()
    await tasks.cancel_all()


async def test_the_end_waits_no_longer_for_what_was_said_not_to_be_taken_now() -> None:
    tasks = TaskKeeper()
    refused = asyncio.Event()

    async def tries_on() -> None:
        await refused.wait()
        tasks.wait_no_longer()
        await asyncio.Event().wait()

    task = tasks.start("tries on", tries_on(), writes=True)
    waiting = TaskKeeper().start("the end", tasks.written())
    await asyncio.sleep(0)
    assert not waiting.done()
    refused.set()
    await waiting

    assert not task.done()
    await tasks.cancel_all()
