"""Rows that were cleared by mistake come back as they were: nothing is sent, and the money stays the same."""

import asyncio

import pytest
from fakes.virtual_time import until, with_virtual_time
from fakes.world import FakeWorld, a_request, trouble

from vidu_desktop.domain.job import Job, JobState
from vidu_desktop.domain.settings import Settings
from vidu_desktop.engine.engine import Engine
from vidu_desktop.engine.events import JobsChanged
from vidu_desktop.errors import BadInput, DiskTrouble, Refused, Sentence

S = JobState


async def cleared(world: FakeWorld, count: int = 3) -> tuple[Engine, list[Job]]:
    """Order some videos, let the first be refused and the others be stored, and clear them all."""
    world.service.troubles.append(trouble(Refused))
    engine = world.engine(Settings(jobs_at_once=20))
    await engine.start()
    engine.submit_many([a_request() for _ in range(count)], rehearsal=False)
    await until(lambda: len(engine.jobs()) == count and all(job.ended for job in engine.jobs()))
    jobs = list(engine.jobs())
    engine.remove_many([job.job_id for job in jobs])
    await until(lambda: not engine.jobs())
    return engine, jobs


async def refused_and_cleared(world: FakeWorld | None = None) -> tuple[Engine, Job]:
    """Order a row of a sheet that is refused, and clear it."""
    world = world or FakeWorld()
    world.service.troubles.append(trouble(Refused))
    engine = world.engine(Settings())
    await engine.start()
    engine.submit(a_request(), rehearsal=False, origin="sheet/1")
    await until(lambda: engine.jobs() and engine.jobs()[0].state is S.REFUSED)
    (refused,) = engine.jobs()
    engine.remove_many([refused.job_id])
    await until(lambda: not engine.jobs())
    return engine, refused


def test_they_come_back_in_their_order_and_cost_nothing_again():
    async def story():
        world = FakeWorld()
        engine, jobs = await cleared(world)
        charges = len(world.service.charges)
        money = engine.taken_money

        world.events.clear()
        back = await engine.put_back(jobs)
        assert [event.jobs for event in world.events if isinstance(event, JobsChanged)] == [tuple(back)]
        await asyncio.sleep(3600)

        assert {job.state for job in back} == {S.REFUSED, S.STORED}
        assert engine.jobs() == jobs
        assert len(world.service.charges) == charges
        assert engine.taken_money == money
        assert len(engine.books()) == len(jobs)
        await engine.stop()

    with_virtual_time(story)


def test_they_are_there_after_a_restart_and_can_be_cleared_again():
    async def story():
        world = FakeWorld()
        engine, jobs = await cleared(world)
        await engine.put_back(jobs)
        await engine.stop()

        engine = world.engine(Settings())
        await engine.start()
        assert engine.jobs() == jobs
        engine.remove_many([job.job_id for job in jobs])
        await until(lambda: not engine.jobs())
        await engine.stop()

    with_virtual_time(story)


def test_twice_is_once():
    async def story():
        world = FakeWorld()
        engine, jobs = await cleared(world)

        first, second = await asyncio.gather(engine.put_back(jobs), engine.put_back(jobs))

        assert (len(first), len(second)) == (len(jobs), 0)
        await engine.stop()

    with_virtual_time(story)


def test_what_goes_on_is_never_put_in():
    async def story():
        world = FakeWorld(takes_s=lambda: 3600.0)
        engine = world.engine(Settings())
        await engine.start()
        engine.submit_many([a_request()], rehearsal=False)
        await until(lambda: any(job.state is S.WAITING for job in engine.jobs()))
        (job,) = engine.jobs()

        assert await engine.put_back([job]) == []

        await engine.stop()

    with_virtual_time(story)


def test_an_origin_that_was_ordered_again_since_keeps_its_new_job():
    async def story():
        engine, refused = await refused_and_cleared()
        engine.submit(a_request(), rehearsal=False, origin="sheet/1")
        await until(lambda: engine.jobs() and engine.jobs()[0].state is S.STORED)

        assert await engine.put_back([refused]) == []
        assert [job.state for job in engine.jobs()] == [S.STORED]

        engine.remove_many([refused.job_id])  # by its origin it is the same job
        await until(lambda: not engine.jobs())
        (back,) = await engine.put_back([refused])
        assert back.state is S.STORED  # the charge since then isn't forgotten
        await engine.stop()

    with_virtual_time(story)


def test_while_it_is_back_its_origin_is_taken():
    async def story():
        engine, refused = await refused_and_cleared()
        await engine.put_back([refused])

        with pytest.raises(BadInput):
            engine.submit(a_request(), rehearsal=False, origin="sheet/1")
        await engine.stop()

    with_virtual_time(story)


def test_a_full_disk_leaves_all_out_and_the_next_try_brings_them():
    async def story():
        world = FakeWorld()
        engine, jobs = await cleared(world)

        def full(_job) -> None:
            raise DiskTrouble("disk-full", Sentence("no room"), full=True)

        world.store.fail = full
        with pytest.raises(DiskTrouble):
            await engine.put_back(jobs)
        assert engine.jobs() == []

        world.store.fail = lambda _job: None
        assert len(await engine.put_back(jobs)) == len(jobs)
        await engine.stop()

    with_virtual_time(story)


def test_an_origin_whose_row_couldnt_be_put_back_may_be_ordered():
    async def story():
        world = FakeWorld()
        engine, refused = await refused_and_cleared(world)

        def full(_job) -> None:
            raise DiskTrouble("disk-full", Sentence("no room"), full=True)

        world.store.fail = full
        with pytest.raises(DiskTrouble):
            await engine.put_back([refused])
        world.store.fail = lambda _job: None
        engine.submit(a_request(), rehearsal=False, origin="sheet/1")
        await until(lambda: [job.state for job in engine.jobs()] == [S.STORED])
        await engine.stop()

    with_virtual_time(story)


def test_what_is_put_back_while_its_origin_is_being_ordered_again_stays_out():
    async def story():
        world = FakeWorld()
        engine, refused = await refused_and_cleared(world)
        save = world.store.save

        async def slowly(job: Job) -> None:
            await asyncio.sleep(1)
            await save(job)

        world.store.save = slowly
        engine.submit(a_request(), rehearsal=False, origin="sheet/1")
        assert await engine.put_back([refused]) == []
        await until(lambda: [job.state for job in engine.jobs()] == [S.STORED])
        await engine.stop()

    with_virtual_time(story)


@pytest.mark.parametrize("paid", [True, False])
def test_after_a_restart_an_origin_that_was_cleared_is_free_only_where_nothing_was_paid(paid):
    async def story():
        world = FakeWorld()
        if not paid:
            world.service.troubles.append(trouble(Refused))
        engine = world.engine(Settings())
        await engine.start()
        engine.submit(a_request(), rehearsal=False, origin="sheet/1")
        await until(lambda: engine.jobs() and engine.jobs()[0].ended)
        engine.remove_many([engine.jobs()[0].job_id])
        await until(lambda: not engine.jobs())
        await engine.stop()

        engine = world.restarted().engine(Settings())
        await engine.start()
        if paid:
            with pytest.raises(BadInput) as refusal:
                engine.submit(a_request(), rehearsal=False, origin="sheet/1")
            assert refusal.value.code == "already-ordered"
        else:
            engine.submit(a_request(), rehearsal=False, origin="sheet/1")
            await until(lambda: [job.state for job in engine.jobs()] == [S.STORED])
        assert len(world.service.charges) == 1
        await engine.stop()

    with_virtual_time(story)
