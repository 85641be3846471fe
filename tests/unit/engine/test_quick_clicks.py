"""A click in the moment in which an answer is known to be lost, while the program fails at that: the job isn't left alone,
and doesn't go on for ever.
"""

import asyncio

import pytest
from fakes.virtual_time import until, with_virtual_time
from fakes.world import FakeWorld, a_request, trouble

from vidu_desktop.domain.job import JobState
from vidu_desktop.engine.engine import Engine
from vidu_desktop.engine.events import Event, JobChanged
from vidu_desktop.engine.ports import TaskReport
from vidu_desktop.engine.unknown_resolver import LOOK_AFTER_S
from vidu_desktop.errors import AnswerLost

S = JobState
DAY_S = 24 * 3600.0


async def rescued_at_once(world: FakeWorld) -> tuple[Engine, str]:
    """Order a video whose answer is lost. The person names its task in the moment in which that is shown, and each poll takes
    a second.
    """
    poll = world.service.poll

    async def slowly(task_id: str) -> TaskReport:
        await asyncio.sleep(1)
        return await poll(task_id)

    world.service.poll = slowly  # type: ignore[method-assign]
    world.service.troubles_after_charge.append(trouble(AnswerLost))
    engine = world.engine()
    clicks: list[str] = []

    def click(event: Event) -> None:
        if isinstance(event, JobChanged) and event.job.state is S.UNKNOWN and not clicks:
            clicks.append(event.job.job_id)
            engine.rescue(event.job.job_id, "task-0")

    world.bus.subscribe(click)
    await engine.start()
    job_id = engine.submit(a_request(), rehearsal=False).job_id
    await until(lambda: clicks)
    return engine, job_id


def test_a_lost_order_is_looked_for_all_the_same(caplog: pytest.LogCaptureFixture) -> None:
    async def story() -> None:
        world = FakeWorld()
        world.service.knows_request_ids = True
        world.service.poll_troubles.append(RuntimeError("a fault of ours"))
        engine, job_id = await rescued_at_once(world)
        await until(lambda: engine.job(job_id).state is S.STORED, limit_s=DAY_S)
        assert len(world.service.charges) == 1
        await engine.stop()

    with_virtual_time(story)
    assert "a fault of ours" in caplog.text


def test_where_nothing_is_found_the_looking_ends(caplog: pytest.LogCaptureFixture) -> None:
    async def story() -> None:
        world = FakeWorld()
        world.service.poll_troubles.append(RuntimeError("a fault of ours"))
        engine, job_id = await rescued_at_once(world)
        await asyncio.sleep(DAY_S)
        assert engine.job(job_id).state is S.UNKNOWN
        assert len(world.service.polls) == 1 + len(LOOK_AFTER_S)
        await asyncio.sleep(DAY_S)
        assert len(world.service.polls) == 1 + len(LOOK_AFTER_S)
        assert len(world.service.orders) == 1
        await engine.stop()

    with_virtual_time(story)
    assert "a fault of ours" in caplog.text


def test_a_video_that_may_be_there_for_long_is_asked_for_at_once(caplog: pytest.LogCaptureFixture) -> None:
    async def story() -> None:
        world = FakeWorld()
        world.service.poll_troubles.extend([None, RuntimeError("a fault of ours")])
        engine, job_id = await rescued_at_once(world)
        await until(lambda: len(world.service.polls) == 3, limit_s=DAY_S)
        _, tripped_s, again_s = [asked_s for asked_s, _ in world.service.polls]
        assert again_s - tripped_s < 1.1
        await until(lambda: engine.job(job_id).state is S.STORED, limit_s=DAY_S)
        assert len(world.service.orders) == 1
        await engine.stop()

    with_virtual_time(story)
    assert "a fault of ours" in caplog.text
