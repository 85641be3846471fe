"""A start goes on with the jobs under way before it has read all the others, but sends nothing that the others could hold
back.
"""

import asyncio
from datetime import timedelta

import pytest
from fakes.kept_things import a_job
from fakes.virtual_time import until, with_virtual_time
from fakes.world import FakeWorld, a_request, trouble

from vidu_desktop.domain.amounts import Currency, usd
from vidu_desktop.domain.job import JobState
from vidu_desktop.domain.settings import Settings
from vidu_desktop.engine.events import JobsRead
from vidu_desktop.errors import AnswerLost, BadInput, DiskTrouble, Refused

S = JobState


async def earlier_run(*, stored: int = 0, waiting: int = 0, origin: str = "") -> FakeWorld:
    """Return a machine with `stored` finished videos, and `waiting` orders behind a pause."""
    world = FakeWorld()
    engine = world.engine(Settings(jobs_at_once=20))
    await engine.start()
    for _ in range(stored):
        engine.submit(a_request(), rehearsal=False, origin=origin)
    await until(lambda: len(engine.jobs()) == stored and not engine.unfinished())
    if waiting:
        engine.pause()
        engine.submit_many([a_request()] * waiting, rehearsal=False)
        await until(lambda: [job.state for job in engine.unfinished()] == [S.READY] * waiting)
    await engine.stop()
    return world.restarted()


def test_no_order_leaves_before_what_was_spent_earlier_counts_against_the_budget():
    async def story():
        world = await earlier_run(stored=3, waiting=1)
        before = len(world.service.charges)
        engine = world.engine(Settings(budgets={Currency.USD: usd("0.65")}))

        await engine.begin()
        engine.go_on()
        await asyncio.sleep(60)
        assert len(world.service.charges) == before
        await engine.read_rest()
        await asyncio.sleep(60)

        assert len(world.service.charges) == before
        assert engine.paused_by.code == "budget"
        # The control: with a larger budget it is sent.
        engine.settings_changed(Settings(budgets={Currency.USD: usd("0.85")}))
        await until(lambda: len(world.service.charges) == before + 1)
        await engine.stop()

    with_virtual_time(story)


def test_a_lost_order_isnt_sent_again_before_all_is_read():
    async def story():
        world = FakeWorld()
        world.service.troubles_after_charge.append(trouble(AnswerLost))
        engine = world.engine()
        await engine.start()
        job_id = engine.submit(a_request(), rehearsal=False).job_id
        await until(lambda: engine.jobs() and engine.job(job_id).state is S.UNKNOWN)
        await engine.stop()
        world = world.restarted()
        engine = world.engine(Settings(trust_repeat_refusal=True))
        orders = len(world.service.orders)

        await engine.begin()
        engine.send_again(job_id)
        await asyncio.sleep(3600)
        assert len(world.service.orders) == orders
        await engine.read_rest()

        await until(lambda: len(world.service.orders) == orders + 1)
        await engine.stop()

    with_virtual_time(story)


def test_what_the_service_has_comes_home_without_the_rest():
    async def story():
        world = FakeWorld()
        engine = world.engine()
        await engine.start()
        job_id = engine.submit(a_request(), rehearsal=False).job_id
        await until(lambda: engine.jobs() and engine.job(job_id).state is S.WAITING)
        await engine.stop()
        engine = world.restarted().engine()

        await engine.begin()

        await until(lambda: engine.job(job_id).state is S.STORED)
        assert not engine.has_read_all
        await engine.stop()

    with_virtual_time(story)


def test_an_order_that_only_the_rest_brings_comes_home_too():
    async def story():
        world = FakeWorld()
        engine = world.engine()
        await engine.start()
        job_id = engine.submit(a_request(), rehearsal=False).job_id
        await until(lambda: engine.jobs() and engine.job(job_id).state is S.WAITING)
        await engine.stop()
        world = world.restarted()
        engine = world.engine()
        waiting = world.store.disk.pop(job_id)  # the journal has lost it

        async def found_again():
            world.store.disk[job_id] = waiting
            yield [(waiting, False)]

        world.store.load_rest = found_again
        await engine.start()

        await until(lambda: engine.job(job_id).state is S.STORED)
        await engine.stop()

    with_virtual_time(story)


def test_an_order_that_was_out_and_that_only_the_rest_brings_is_in_doubt_and_looked_for():
    async def story():
        world = FakeWorld()
        now = world.clock.now()
        out = a_job("out", S.SENDING, created_at=now, sent_at=now)

        async def found_again():
            world.store.disk["out"] = out
            yield [(out, False)]

        world.store.load_rest = found_again
        engine = world.engine()
        await engine.start()

        assert engine.job("out").state is S.UNKNOWN
        await until(lambda: world.service.polls, limit_s=3600)
        assert world.service.orders == []
        await engine.stop()

    with_virtual_time(story)


def test_what_was_ordered_earlier_isnt_ordered_again_before_it_is_read():
    async def story():
        world = await earlier_run(stored=1, origin="sheet/1")
        engine = world.engine()

        await engine.begin()
        assert engine.jobs() == []
        with pytest.raises(BadInput):
            engine.submit(a_request(), rehearsal=False, origin="sheet/1")
        await engine.read_rest()

        assert [job.origin for job in engine.jobs()] == ["sheet/1"]
        with pytest.raises(BadInput):
            engine.submit(a_request(), rehearsal=False, origin="sheet/1")
        await engine.stop()

    with_virtual_time(story)


def test_an_origin_whose_job_was_refused_and_taken_out_is_free_again_once_all_is_read():
    async def story():
        world = FakeWorld()
        world.service.troubles.append(trouble(Refused))
        engine = world.engine()
        await engine.start()
        job_id = engine.submit(a_request(), rehearsal=False, origin="sheet/1").job_id
        await until(lambda: engine.jobs() and engine.job(job_id).state is S.REFUSED)
        engine.remove(job_id)
        await until(lambda: not engine.jobs())
        await engine.stop()
        engine = world.restarted().engine()

        await engine.start()

        assert engine.submit(a_request(), rehearsal=False, origin="sheet/1").job_id == job_id
        await engine.stop()

    with_virtual_time(story)


def test_what_is_ordered_or_moved_meanwhile_stands_where_it_would_once_all_is_read():
    async def story():
        world = await earlier_run(waiting=3)
        engine = world.engine()
        waiting = sorted(world.store.disk.values(), key=lambda job: job.position)

        await engine.begin()
        new = engine.submit(a_request(), rehearsal=False)
        await until(lambda: new.job_id in [job.job_id for job in engine.jobs()])
        engine.move([new.job_id], waiting[1].job_id)
        await engine.read_rest()
        await asyncio.sleep(1)

        first, *others = waiting
        assert [job.job_id for job in engine.jobs()] == [
            first.job_id,
            new.job_id,
            *(job.job_id for job in others),
        ]
        assert new.position > max(job.position for job in waiting)
        await engine.stop()

    with_virtual_time(story)


def test_no_picture_is_prepared_before_the_tidying_knows_all_that_are_needed():
    async def story():
        world = FakeWorld()
        world.service.troubles.append(trouble(Refused))
        engine = world.engine()
        await engine.start()
        refused_id = engine.submit(a_request(), rehearsal=False).job_id
        await until(lambda: engine.jobs() and engine.job(refused_id).state is S.REFUSED)
        await engine.stop()
        world = world.restarted()
        engine = world.engine()

        await engine.begin()
        engine.submit(a_request(), rehearsal=False)
        await asyncio.sleep(60)
        assert world.pictures.framings == []
        await engine.read_rest()

        (picture,) = engine.job(refused_id).pictures
        assert picture.prepared.sha256 in world.pictures.kept_pictures
        await until(lambda: len(world.pictures.framings) == 1)
        await engine.stop()

    with_virtual_time(story)


def test_a_task_of_an_earlier_job_is_never_taken_for_a_lost_orders():
    async def story():
        world = await earlier_run(stored=1)
        (stored,) = world.store.disk.values()
        engine = world.engine()
        await engine.start()
        world.service.troubles_after_charge.append(trouble(AnswerLost))
        lost_id = engine.submit(a_request(), rehearsal=False).job_id
        await until(lambda: len(engine.jobs()) == 2 and engine.job(lost_id).state is S.UNKNOWN)
        await engine.stop()
        engine = world.restarted().engine()

        await engine.begin()
        engine.rescue(lost_id, stored.task_id)
        await engine.read_rest()
        await asyncio.sleep(3600)

        assert engine.job(lost_id).task_id is None
        await engine.stop()

    with_virtual_time(story)


def test_the_rest_is_read_again_after_trouble_with_the_disk_and_each_job_comes_once():
    async def story():
        world = await earlier_run(stored=3, waiting=1)
        engine = world.engine()
        await engine.begin()
        whole = world.store.load_rest

        async def cut_short():
            async for jobs in whole():
                yield jobs
                raise trouble(DiskTrouble)

        world.store.load_rest = cut_short
        with pytest.raises(DiskTrouble):
            await engine.read_rest()
        assert not engine.has_read_all
        world.store.load_rest = whole
        await engine.read_rest()

        read = [job.job_id for event in world.events if isinstance(event, JobsRead) for job in event.jobs]
        assert sorted(read) == sorted(job.job_id for job in engine.jobs())
        assert len(engine.books()) == 4
        assert engine.taken_money.inside(Currency.USD) == usd(4 * engine.jobs()[0].price.amount)
        await engine.stop()

    with_virtual_time(story)


def test_no_picture_is_made_ready_before_it_is_known_which_are_needed():
    async def story():
        world = FakeWorld()
        engine = world.engine()
        await engine.begin()
        job_id = engine.submit(a_request(), rehearsal=False).job_id
        await asyncio.sleep(3600)
        assert engine.job(job_id).state is S.DRAFT
        assert world.pictures.framings == []
        assert not engine.has_read_all
        await engine.read_rest()
        assert engine.has_read_all
        await until(lambda: engine.job(job_id).state is S.STORED)
        await engine.stop()

    with_virtual_time(story)


def test_the_video_whose_link_ends_first_comes_home_first_whatever_is_known_of_the_others():
    async def story():
        world = FakeWorld()
        now = world.clock.now()
        for number in range(5):
            name = f"a{number}"
            world.store.disk[name] = a_job(
                name, S.READY_TO_FETCH, created_at=now, accepted_at=now, video_url="https://files.test/a.mp4"
            )
        world.store.disk["soon"] = a_job(
            "soon",
            S.READY_TO_FETCH,
            created_at=now,
            accepted_at=now,
            video_url="https://files.test/a.mp4",
            link_expires_at=now + timedelta(hours=1),
        )
        engine = world.engine()
        await engine.start()
        await until(lambda: not engine.unfinished())
        assert world.fetcher.fetched[0] == "soon"
        await engine.stop()

    with_virtual_time(story)
