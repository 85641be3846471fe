"""The system's clock jumps, also over a day's or month's end, while something is awaited: each paid video comes home, once."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from fakes.virtual_time import until, with_virtual_time
from fakes.world import FakeWorld, a_request, trouble

from vidu_desktop.domain.job import Job, JobState
from vidu_desktop.engine.engine import Engine
from vidu_desktop.errors import AnswerLost, LinkExpired, ServiceBusy

S = JobState
JUMPS_H = [-24 * 400, -24 * 40, -72, -5, 5, 72, 24 * 40, 24 * 400]


def jump(world: FakeWorld, hours: float) -> None:
    world.clock.start += timedelta(hours=hours)


async def ordered(world: FakeWorld, at: Callable[[Job], bool]) -> tuple[Engine, str]:
    """Order a video, and return as soon as the job stands so."""
    world.service.names_orders = world.service.knows_request_ids = True
    engine = world.engine()
    await engine.start()
    job_id = engine.submit(a_request(), rehearsal=False).job_id
    await until(lambda: job_id in world.store.disk and at(engine.job(job_id)))
    return engine, job_id


async def home_within(world: FakeWorld, engine: Engine, job_id: str, most_s: float) -> None:
    await until(lambda: engine.job(job_id).ended, most_s)
    assert engine.job(job_id).state is S.STORED
    assert len(world.service.charges) == len(world.service.orders) == 1
    await engine.stop()


@pytest.mark.parametrize("hours", JUMPS_H)
def test_while_the_answer_to_an_order_is_lost(hours):
    async def story():
        world = FakeWorld()
        world.service.troubles_after_charge.append(trouble(AnswerLost))
        engine, job_id = await ordered(world, lambda job: job.state is S.UNKNOWN)
        jump(world, hours)
        await home_within(world, engine, job_id, 600)

    with_virtual_time(story)


@pytest.mark.parametrize("hours", JUMPS_H)
def test_while_a_result_is_awaited(hours):
    async def story():
        world = FakeWorld()
        engine, job_id = await ordered(world, lambda job: job.state is S.WAITING)
        jump(world, hours)
        await home_within(world, engine, job_id, 60)

    with_virtual_time(story)


@pytest.mark.parametrize("hours", JUMPS_H)
@pytest.mark.parametrize("error", [trouble(ServiceBusy, "cut"), trouble(LinkExpired, "http-403")])
def test_while_a_fetch_waits_for_its_next_try(hours, error):
    async def story():
        world = FakeWorld()
        world.fetcher.troubles.extend([error] * 4)
        engine, job_id = await ordered(world, lambda job: bool(world.fetcher.urls))
        jump(world, hours)
        await home_within(world, engine, job_id, 300)

    with_virtual_time(story)


@pytest.mark.parametrize("hours", JUMPS_H)
def test_between_two_runs_of_the_program(hours):
    async def story():
        world = FakeWorld()
        world.fetcher.troubles.extend([trouble(LinkExpired, "http-403")] * 4)
        engine, job_id = await ordered(world, lambda job: job.state is S.WAITING)
        await engine.stop()
        jump(world, hours)
        engine = world.engine()
        await engine.start()
        await home_within(world, engine, job_id, 300)

    with_virtual_time(story)
