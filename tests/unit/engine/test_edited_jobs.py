"""A waiting job is changed: it can't be sent meanwhile, and the changed order takes its place once."""

import asyncio

import pytest
from fakes.held_orders import held_orders
from fakes.virtual_time import until, with_virtual_time
from fakes.world import FakeWorld, a_request

from vidu_desktop.domain.job import JobState
from vidu_desktop.domain.settings import Settings
from vidu_desktop.errors import BadInput

S = JobState


def test_what_is_made_of_it_takes_its_place_and_its_row():
    async def story():
        world = FakeWorld()
        engine, ids = await held_orders(world, 3)
        before = await engine.take_off_to_edit(ids[1])
        assert before.state is S.READY
        assert engine.job(ids[1]).state is S.CANCELLED

        (new,) = engine.submit_many([a_request()], rehearsal=False, instead_of=ids[1])
        await until(lambda: ids[1] not in [job.job_id for job in engine.jobs()])
        assert [job.job_id for job in engine.jobs()] == [ids[0], new.job_id, ids[2]]

        engine.go_on()
        await until(lambda: all(job.state is S.STORED for job in engine.jobs()))
        assert len(world.service.charges) == 3
        await engine.stop()

    with_virtual_time(story)


def test_several_that_are_made_of_one_stand_in_its_place_and_can_be_moved():
    async def story():
        world = FakeWorld()
        engine, ids = await held_orders(world, 2)
        await engine.take_off_to_edit(ids[0])
        new = engine.submit_many([a_request() for _ in range(3)], rehearsal=False, instead_of=ids[0])
        await until(lambda: len(engine.jobs()) == 4)
        assert engine.jobs()[-1].job_id == ids[1]
        engine.move([ids[1]], engine.jobs()[1].job_id)
        await until(lambda: engine.jobs()[1].job_id == ids[1])
        assert {job.job_id for job in new} < {job.job_id for job in engine.jobs()}
        await engine.stop()

    with_virtual_time(story)


def test_one_that_has_left_can_not_be_changed_and_stays():
    async def story():
        world = FakeWorld(takes_s=lambda: 3600.0)
        engine = world.engine(Settings())
        await engine.start()
        job = engine.submit(a_request(), rehearsal=False)
        await until(lambda: any(each.state is S.WAITING for each in engine.jobs()))
        with pytest.raises(BadInput) as refusal:
            await engine.take_off_to_edit(job.job_id)
        assert refusal.value.code == "has-left"
        assert engine.job(job.job_id).state is S.WAITING
        await engine.stop()

    with_virtual_time(story)


def test_whatever_the_moment_a_job_is_either_changed_or_sent():
    """Two orders for one wish would be two charges."""

    async def one(after_turns: int) -> bool:
        world = FakeWorld()
        engine, ids = await held_orders(world, 1)
        engine.go_on()
        for _ in range(after_turns):
            await asyncio.sleep(0)
        try:
            await engine.take_off_to_edit(ids[0])
        except BadInput:
            changed = False
        else:
            changed = True
        await until(lambda: engine.job(ids[0]).ended)
        assert (engine.job(ids[0]).state is S.CANCELLED) is changed
        assert len(world.service.charges) == (0 if changed else 1)
        await engine.stop()
        return changed

    outcomes = {with_virtual_time(lambda turns=turns: one(turns)) for turns in range(60)}
    assert outcomes == {True, False}


def test_one_that_was_put_back_meanwhile_keeps_its_place_and_the_new_ones_stand_at_the_end():
    async def story():
        world = FakeWorld()
        engine, ids = await held_orders(world, 2)
        await engine.take_off_to_edit(ids[0])
        engine.retry(ids[0])
        await until(lambda: engine.job(ids[0]).state is S.READY)
        (new,) = engine.submit_many([a_request()], rehearsal=False, instead_of=ids[0])
        await until(lambda: len(engine.jobs()) == 3)
        assert [job.job_id for job in engine.jobs()] == [*ids, new.job_id]
        await engine.stop()

    with_virtual_time(story)
