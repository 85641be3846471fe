"""Verbs for many jobs: one transaction and one event, and nothing is undone that another click has decided."""

import asyncio

import pytest
from fakes.virtual_time import until, with_virtual_time
from fakes.world import FakeWorld, a_request, trouble

from vidu_desktop.domain.job import Charge, Job, JobState
from vidu_desktop.domain.settings import Settings
from vidu_desktop.engine.engine import Engine
from vidu_desktop.engine.events import Event, JobsAdded, JobsChanged, JobsRemoved
from vidu_desktop.errors import BadInput, DiskTrouble, Refused

S = JobState
MANY = 60


def of_kind(world: FakeWorld, kind: type[Event]) -> list[Event]:
    return [event for event in world.events if isinstance(event, kind)]


def counted(world: FakeWorld, name: str) -> list[int]:
    """Return a list that gets the number of jobs in each call of this method of the journal."""
    calls: list[int] = []
    method = getattr(world.store, name)

    async def counting(jobs) -> None:
        calls.append(len(jobs))
        await method(jobs)

    setattr(world.store, name, counting)
    return calls


async def begun(world: FakeWorld) -> Engine:
    engine = world.engine(Settings(jobs_at_once=20))
    await engine.start()
    return engine


def submit(engine: Engine, count: int = MANY) -> list[str]:
    jobs = engine.submit_many([a_request() for _ in range(count)], rehearsal=False)
    return [job.job_id for job in jobs]


async def all_in(engine: Engine, state: JobState, count: int = MANY) -> None:
    await until(lambda: sum(job.state is state for job in engine.jobs()) == count)


def test_clearing_what_has_ended_is_one_transaction_and_one_event_and_keeps_the_books():
    async def story():
        world = FakeWorld()
        engine = await begun(world)
        job_ids = submit(engine)
        await all_in(engine, S.STORED)
        calls = counted(world, "remove_many")
        engine.remove_many(job_ids)
        engine.remove_many(job_ids)  # people click twice
        await until(lambda: not engine.jobs())
        await engine.stop()
        (removed,) = of_kind(world, JobsRemoved)
        assert sorted(removed.job_ids) == sorted(job_ids)
        assert [size for size in calls if size] == [MANY]
        assert [job.charge for job in engine.books()] == [Charge.SPENT] * MANY

    with_virtual_time(story)


def test_what_goes_on_is_not_cleared():
    async def story():
        world = FakeWorld(takes_s=lambda: 3600.0)
        engine = await begun(world)
        job_ids = submit(engine, 3)
        await until(lambda: any(job.state is S.WAITING for job in engine.jobs()))
        engine.remove_many(job_ids)
        await asyncio.sleep(1)
        assert len(engine.jobs()) == 3
        await engine.stop()

    with_virtual_time(story)


def test_trying_all_again_is_one_transaction_and_one_event_and_each_goes_once():
    async def story():
        world = FakeWorld()
        world.service.troubles.extend([trouble(Refused)] * MANY)
        engine = await begun(world)
        job_ids = submit(engine)
        await all_in(engine, S.REFUSED)
        request_ids = {job.request_id for job in engine.jobs()}
        calls = counted(world, "save_many")
        engine.retry_many(job_ids)
        engine.retry_many(job_ids)
        await all_in(engine, S.STORED)
        await engine.stop()
        (changed,) = of_kind(world, JobsChanged)
        assert [job.state for job in changed.jobs] == [S.READY] * MANY
        assert [size for size in calls if size] == [MANY]
        assert len(world.service.charges) == len(set(world.service.charges)) == MANY
        assert not request_ids & set(world.service.charges)

    with_virtual_time(story)


def test_what_the_service_failed_is_ordered_anew_all_at_once_and_not_twice_by_two_clicks():
    async def story():
        world = FakeWorld()
        world.service.fails.update(f"task-{number}" for number in range(MANY))
        engine = await begun(world)
        job_ids = submit(engine)
        await all_in(engine, S.FAILED)
        world.events.clear()
        engine.retry_many(job_ids)
        with pytest.raises(BadInput, match="ordered again already"):
            engine.retry_many(job_ids)
        with pytest.raises(BadInput, match="ordered again already"):
            engine.retry(job_ids[0])
        await all_in(engine, S.STORED)
        await engine.stop()
        (added,) = of_kind(world, JobsAdded)
        assert len(added.jobs) == MANY
        assert len(world.service.charges) == 2 * MANY

    with_virtual_time(story)


def test_what_was_ordered_again_and_failed_again_may_be_ordered_once_more():
    async def story():
        world = FakeWorld()
        world.service.fails.update(("task-0", "task-1"))
        engine = await begun(world)
        (job_id,) = submit(engine, 1)
        await all_in(engine, S.FAILED, 1)
        engine.retry(job_id)
        await all_in(engine, S.FAILED, 2)
        engine.retry(job_id)
        await all_in(engine, S.STORED, 1)
        await engine.stop()

    with_virtual_time(story)


def test_taking_a_whole_line_off_is_one_transaction_and_nothing_of_it_goes_out():
    async def story():
        world = FakeWorld()
        engine = await begun(world)
        engine.pause()
        job_ids = submit(engine)
        await all_in(engine, S.READY)
        calls = counted(world, "save_many")
        engine.cancel_many(job_ids)
        engine.go_on()
        await all_in(engine, S.CANCELLED)
        await asyncio.sleep(600)
        await engine.stop()
        assert calls == [MANY]
        assert len(of_kind(world, JobsChanged)) == 1
        assert world.service.orders == []

    with_virtual_time(story)


def test_what_is_taken_off_while_its_pictures_are_made_ready_does_not_go_out():
    """A retry may move a job that was taken off to READY, but its preparation must not."""

    async def story():
        world = FakeWorld()
        engine = await begun(world)
        save_many = world.store.save_many
        job_ids: list[str] = []

        async def slowly(jobs: list[Job]) -> None:
            await asyncio.sleep(1)
            await save_many(jobs)

        def on_event(event: Event) -> None:
            if isinstance(event, JobsAdded):  # the rows are there, and none was started yet
                world.store.save_many = slowly
                engine.cancel_many(job_ids)

        world.bus.subscribe(on_event)
        job_ids += submit(engine, 3)
        await asyncio.sleep(600)
        await engine.stop()
        assert [job.state for job in engine.jobs()] == [S.CANCELLED] * 3
        assert world.service.orders == []

    with_virtual_time(story)


def test_a_full_disk_is_waited_for_and_then_all_or_none_are_changed():
    async def story():
        world = FakeWorld()
        engine = await begun(world)
        engine.pause()
        job_ids = submit(engine, 3)
        await all_in(engine, S.READY, 3)

        def full(job: Job) -> None:
            if job.job_id == job_ids[-1]:
                raise trouble(DiskTrouble)

        world.store.fail = full
        engine.cancel_many(job_ids)
        await asyncio.sleep(30)
        assert {job.state for job in engine.jobs()} == {S.READY}
        world.store.fail = lambda _job: None
        await all_in(engine, S.CANCELLED, 3)
        await engine.stop()

    with_virtual_time(story)


def test_a_wish_that_makes_sense_for_none_says_why():
    async def story():
        world = FakeWorld()
        engine = await begun(world)
        job_ids = submit(engine, 2)
        await all_in(engine, S.STORED, 2)
        with pytest.raises(BadInput, match="nothing to try again"):
            engine.retry_many(job_ids)
        with pytest.raises(BadInput, match="already ended"):
            engine.cancel_many(job_ids)
        await engine.stop()

    with_virtual_time(story)


def test_what_is_taken_off_and_tried_again_while_its_pictures_are_made_ready_is_made_ready_once():
    async def story():
        world = FakeWorld()
        prepare, asked = world.pictures.prepare, []

        async def slowly(path, limits, framing=None):
            asked.append(path)
            await asyncio.sleep(10)
            return await prepare(path, limits, framing)

        world.pictures.prepare = slowly
        engine = await begun(world)
        (job_id,) = submit(engine, 1)
        await until(lambda: asked)
        engine.cancel_many([job_id])
        await all_in(engine, S.CANCELLED, 1)
        engine.retry_many([job_id])
        begun_s = world.clock.monotonic_s()
        await until(
            lambda: engine.job(job_id).state is not S.DRAFT and engine.job(job_id).state is not S.CANCELLED
        )
        assert len(asked) == 2
        assert world.clock.monotonic_s() - begun_s > 9, "the picture that was given up was used"
        await all_in(engine, S.STORED, 1)
        assert len(world.service.charges) == 1
        await engine.stop()

    with_virtual_time(story)


def test_what_was_taken_off_is_no_longer_held_up_when_it_is_tried_again():
    async def story():
        world = FakeWorld()
        world.pictures.troubles.extend([trouble(DiskTrouble)] * 1000)
        engine = await begun(world)
        (job_id,) = submit(engine, 1)
        await until(lambda: engine.jobs() and engine.stands_still(job_id, 600))
        engine.cancel_many([job_id])
        await all_in(engine, S.CANCELLED, 1)
        engine.retry_many([job_id])
        await until(lambda: engine.job(job_id).state is S.DRAFT)
        assert not engine.stands_still(job_id, 60)
        await engine.stop()

    with_virtual_time(story)


def test_a_wish_to_move_a_job_waits_until_the_line_is_known():
    async def story():
        world = FakeWorld()
        engine = await begun(world)
        engine.pause()
        first, second = submit(engine, 2)
        await all_in(engine, S.READY, 2)
        await engine.stop()
        engine = world.restarted().engine()
        await engine.begin()
        engine.move([first], None)
        await asyncio.sleep(1)
        await engine.read_rest()
        await asyncio.sleep(1)
        assert [job.job_id for job in engine.jobs()] == [second, first]
        await engine.stop()

    with_virtual_time(story)


def test_an_order_that_leaves_in_the_moment_of_a_move_keeps_its_place():
    async def story():
        world = FakeWorld()
        engine = await begun(world)
        engine.pause()
        job_ids = submit(engine, 3)
        await all_in(engine, S.READY, 3)
        save, writing = world.store.save, []

        async def slowly(job: Job) -> None:
            writing.append(job.state)
            await asyncio.sleep(1)
            await save(job)

        world.store.save = slowly
        place = engine.job(job_ids[0]).position
        engine.go_on()
        await until(lambda: S.SENDING in writing)
        engine.move([job_ids[0]], None)
        await all_in(engine, S.STORED, 3)
        assert engine.job(job_ids[0]).position == place
        assert len(world.service.charges) == 3
        await engine.stop()

    with_virtual_time(story)


def test_hundreds_of_orders_are_told_of_in_one_moment_and_in_their_order():
    async def story():
        world = FakeWorld()
        engine = await begun(world)
        engine.pause()
        job_ids = submit(engine, 350)
        await until(lambda: len(engine.jobs()) == 350, limit_s=0.5)
        told = [job.job_id for event in of_kind(world, JobsAdded) for job in event.jobs]
        assert told == job_ids
        await engine.stop()

    with_virtual_time(story)


def refusing_once(world: FakeWorld, name: str) -> None:
    """Make the journal refuse the next call of this method."""
    method = getattr(world.store, name)

    async def refuses(jobs) -> None:
        setattr(world.store, name, method)
        raise trouble(DiskTrouble)

    setattr(world.store, name, refuses)


@pytest.mark.parametrize("verb", ["take off", "try again", "remove"])
def test_what_the_disk_takes_at_the_second_try_only_is_kept_also_at_the_end(verb):
    async def story():
        world = FakeWorld()
        world.service.troubles.extend([trouble(Refused)] * (verb != "take off"))
        engine = await begun(world)
        if verb == "take off":
            engine.pause()
        (job_id,) = submit(engine, 1)
        await until(lambda: engine.jobs() and engine.job(job_id).state in (S.READY, S.REFUSED))
        refusing_once(world, "remove_many" if verb == "remove" else "save_many")
        deed = {"take off": engine.cancel_many, "try again": engine.retry_many, "remove": engine.remove_many}
        deed[verb]([job_id])
        await engine.stop()

        again = await begun(world.restarted())
        again.go_on()
        await asyncio.sleep(600)
        await again.stop()
        ends = {"take off": [S.CANCELLED], "try again": [S.STORED], "remove": []}
        assert [job.state for job in again.jobs()] == ends[verb]

    with_virtual_time(story)


def test_a_disk_that_takes_nothing_keeps_the_end_no_longer_than_answers_do():
    async def story():
        world = FakeWorld()
        engine = await begun(world)
        engine.pause()
        job_ids = submit(engine, 1)
        await all_in(engine, S.READY, 1)

        def full(_job: Job) -> None:
            raise trouble(DiskTrouble)

        world.store.fail = full
        engine.cancel_many(job_ids)
        before_s = asyncio.get_running_loop().time()
        await engine.stop(2.0)
        assert asyncio.get_running_loop().time() - before_s <= 2.0

    with_virtual_time(story)


@pytest.mark.parametrize("verb", ["order", "order in its place", "order again", "move"])
def test_the_end_waits_for_a_journal_that_takes_a_while(verb):
    async def story():
        world = FakeWorld()
        if verb == "order again":
            world.service.fails.add("task-0")
        engine = await begun(world)
        if verb == "order again":
            (first,) = submit(engine, 1)
            await all_in(engine, S.FAILED, 1)
        engine.pause()
        if verb != "order again":
            first, second = submit(engine, 2)
            await all_in(engine, S.READY, 2)
        if verb == "order in its place":
            engine.cancel_many([first])
            await all_in(engine, S.CANCELLED, 1)
        save_many = world.store.save_many

        async def slowly(jobs) -> None:
            await asyncio.sleep(0.5)
            await save_many(jobs)

        world.store.save_many = slowly  # type: ignore[method-assign]
        if verb == "move":
            engine.move([second], first)
        elif verb == "order again":
            engine.retry_many([first])
        else:
            engine.submit_many(
                [a_request(prompt="one more")],
                rehearsal=False,
                instead_of=first if verb == "order in its place" else "",
            )
        await engine.stop()

        again = await begun(world.restarted())
        jobs = again.jobs()
        await again.stop()
        if verb == "move":
            assert [job.job_id for job in jobs] == [second, first]
        else:
            assert len(jobs) == {"order": 3, "order in its place": 2, "order again": 2}[verb]
            assert (first in {job.job_id for job in jobs}) is (verb != "order in its place")

    with_virtual_time(story)
