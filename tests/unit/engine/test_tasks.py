"""Tasks end together, and nothing begins behind the end."""

import asyncio

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
