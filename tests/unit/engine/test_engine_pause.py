"""The person's pause is durable: nothing is sent before the end of the pause is on the disk, in this run or a later one."""

import asyncio

import pytest
from fakes.virtual_time import until, with_virtual_time
from fakes.world import FakeWorld, a_request, trouble

from vidu_desktop.domain.job import JobState
from vidu_desktop.domain.settings import Settings
from vidu_desktop.engine.events import PaidWorkPaused, PaidWorkResumed
from vidu_desktop.engine.lasting_pauses import LOST_IN_A_ROW_MOST
from vidu_desktop.engine.ports import LastingPause
from vidu_desktop.errors import AnswerLost, BadInput, DiskTrouble

S = JobState


async def started(world: FakeWorld):
    engine = world.engine()
    await engine.start()
    return engine


def paused_events(world: FakeWorld) -> list[str]:
    return [event.trouble.code for event in world.events if isinstance(event, PaidWorkPaused)]


@pytest.mark.parametrize("rehearsal", [False, True])
def test_a_pause_is_still_there_at_the_next_start_and_holds_what_waits(rehearsal):
    async def story():
        world = FakeWorld()
        engine = await started(world)
        engine.pause()
        job = engine.submit(a_request(), rehearsal=rehearsal)
        await until(lambda: job.job_id in world.store.disk and engine.job(job.job_id).state is S.READY)
        await engine.stop()

        later = world.restarted()
        engine = await started(later)
        await until(lambda: engine.stands_still(job.job_id, 60.0))
        assert paused_events(later) == ["paused"]
        assert engine.job(job.job_id).state is S.READY
        assert world.service.orders == []

        engine.go_on()
        await until(lambda: engine.job(job.job_id).state is S.STORED)
        await engine.stop()
        assert engine.paused_by is None
        assert any(isinstance(event, PaidWorkResumed) for event in later.events)

        last = later.restarted()
        engine = await started(last)
        assert (engine.paused_by, paused_events(last)) == (None, [])
        await engine.stop()

    with_virtual_time(story)


def test_what_was_accepted_before_the_pause_comes_home_after_a_restart():
    async def story():
        world = FakeWorld()
        engine = await started(world)
        sent = engine.submit(a_request(), rehearsal=False)
        await until(lambda: sent.job_id in world.store.disk and engine.job(sent.job_id).state is S.WAITING)
        engine.pause()
        waits = engine.submit(a_request(), rehearsal=False)
        await until(lambda: waits.job_id in world.store.disk and engine.job(waits.job_id).state is S.READY)
        await engine.stop()

        later = world.restarted()
        engine = await started(later)
        await until(lambda: engine.job(sent.job_id).state is S.STORED)
        assert engine.job(waits.job_id).state is S.READY
        assert len(world.service.orders) == 1
        await engine.stop()

    with_virtual_time(story)


def test_a_pause_holds_from_the_press_on_and_is_said_when_the_disk_has_it():
    async def story():
        world = FakeWorld()
        world.store.fail_pause.append(trouble(DiskTrouble, "disk-full"))
        engine = await started(world)
        engine.submit(a_request(), rehearsal=False)
        engine.pause()
        await until(lambda: any(job.state is S.READY for job in engine.jobs()))
        assert paused_events(world) == []
        assert not world.store.held

        await until(lambda: paused_events(world) == ["paused"])
        assert world.store.held
        assert world.service.orders == []
        await engine.stop()

    with_virtual_time(story)


def test_nothing_leaves_before_the_end_of_the_pause_is_on_the_disk():
    async def story():
        world = FakeWorld()
        held_at_order = []
        submit = world.service.submit

        async def looking(order, on_sent):
            held_at_order.append(set(world.store.held))
            return await submit(order, on_sent)

        world.service.submit = looking
        engine = await started(world)
        engine.pause()
        await until(lambda: world.store.held)
        job = engine.submit(a_request(), rehearsal=False)
        await until(lambda: job.job_id in world.store.disk and engine.job(job.job_id).state is S.READY)
        world.store.fail_pause.extend(trouble(DiskTrouble, "disk-full") for _ in range(3))
        engine.go_on()
        await until(lambda: held_at_order)
        await engine.stop()
        assert held_at_order == [set()]

    with_virtual_time(story)


def test_of_several_quick_presses_the_last_one_holds():
    async def story():
        world = FakeWorld()
        engine = await started(world)
        for paused in (True, False, True, False, True):
            (engine.pause if paused else engine.go_on)()
        await until(lambda: engine.paused_by is not None)
        await engine.stop()
        assert world.store.held

        engine = await started(world)
        engine.go_on()
        engine.pause()
        engine.go_on()
        await until(lambda: engine.paused_by is None)
        await engine.stop()
        assert not world.store.held

    with_virtual_time(story)


def test_a_pause_in_the_moment_of_quitting_is_kept():
    async def story():
        world = FakeWorld()
        engine = await started(world)
        engine.pause()
        await engine.stop()
        assert world.store.held

    with_virtual_time(story)


def test_quitting_waits_for_a_slow_disk_to_take_the_pause_but_not_for_ever():
    async def story():
        for takes_s, kept in ((0.5, True), (600.0, False)):
            world = FakeWorld()
            set_paused = world.store.set_paused

            async def slowly(reason, *, paused, takes_s=takes_s, set_paused=set_paused):
                await asyncio.sleep(takes_s)
                await set_paused(reason, paused=paused)

            world.store.set_paused = slowly
            engine = await started(world)
            engine.pause()
            pressed_s = world.clock.monotonic_s()
            await engine.stop(within_s=2.0)
            assert bool(world.store.held) is kept
            assert world.clock.monotonic_s() - pressed_s < 5

    with_virtual_time(story)


def test_an_order_that_is_taken_ends_the_row_of_lost_answers():
    async def story():
        world = FakeWorld()
        engine = await started(world)
        lost = [trouble(AnswerLost)] * (LOST_IN_A_ROW_MOST - 1)
        world.service.troubles.extend([*lost, None, *lost])
        for _ in range(2 * LOST_IN_A_ROW_MOST):
            engine.submit(a_request(), rehearsal=False)
        await until(lambda: len(world.service.charges) == 2)
        assert engine.paused_by is None
        await engine.stop()

    with_virtual_time(story)


def test_on_a_paused_queue_a_lost_order_is_not_sent_again_either():
    async def story():
        world = FakeWorld()
        world.service.troubles.append(trouble(AnswerLost))
        engine = await started(world)
        job = engine.submit(a_request(), rehearsal=False)
        await until(lambda: job.job_id in world.store.disk and engine.job(job.job_id).state is S.UNKNOWN)
        engine.pause()
        with pytest.raises(BadInput) as refused:
            engine.send_again(job.job_id)
        assert refused.value.code == "paused"
        await until(lambda: engine.paused_by is not None)
        engine.go_on()
        await until(lambda: engine.paused_by is None)
        engine.send_again(job.job_id)
        await until(lambda: engine.job(job.job_id).state is S.STORED)
        await engine.stop()

    with_virtual_time(story)


async def lose_answers(world: FakeWorld, jobs: int):
    """Run until the queue is held because the service's answers are lost."""
    world.service.troubles.extend([trouble(AnswerLost, "http-502")] * 100)
    engine = await started(world)
    for _ in range(jobs):
        engine.submit(a_request(), rehearsal=False)
    await until(lambda: "answers-lost" in paused_events(world))
    return engine


def test_after_five_lost_answers_no_order_leaves_in_a_later_run_before_the_person_says_so():
    async def story():
        world = FakeWorld()
        engine = await lose_answers(world, 12)
        await engine.stop()
        assert len(world.service.orders) == LOST_IN_A_ROW_MOST

        later = world.restarted()
        later.service.troubles.clear()
        engine = await started(later)
        assert paused_events(later) == ["answers-lost"]
        await asyncio.sleep(24 * 3600)
        assert len(world.service.orders) == LOST_IN_A_ROW_MOST

        engine.go_on()
        await until(lambda: len(later.service.charges) == 12 - LOST_IN_A_ROW_MOST)
        await engine.stop()

        last = later.restarted()
        engine = await started(last)
        assert engine.paused_by is None
        await engine.stop()

    with_virtual_time(story)


def test_the_pause_for_lost_answers_holds_before_the_disk_has_it_and_ends_with_the_address_it_speaks_of():
    async def story():
        world = FakeWorld()
        world.store.fail_pause.extend(trouble(DiskTrouble, "disk-full") for _ in range(3))
        engine = await lose_answers(world, 12)
        assert len(world.service.orders) == LOST_IN_A_ROW_MOST
        assert world.store.held == {LastingPause.ANSWERS}
        engine.settings_changed(Settings(base_url="https://elsewhere.test/v4"))
        await until(lambda: not world.store.held)
        await engine.stop()

    with_virtual_time(story)


@pytest.mark.parametrize("reason", LastingPause)
def test_a_pause_that_another_program_wrote_down_holds_here_too_until_its_end(reason):
    async def story():
        world = FakeWorld()
        engine = await started(world)
        await engine.hear_pauses()
        assert (engine.paused_by, world.events) == (None, [])
        world.store.held.add(reason)
        await engine.hear_pauses()
        assert len(paused_events(world)) == 1
        job = engine.submit(a_request(), rehearsal=False)
        await until(lambda: job.job_id in world.store.disk and engine.stands_still(job.job_id, 60.0))
        assert world.service.orders == []
        world.store.held.clear()
        await engine.hear_pauses()
        await until(lambda: engine.job(job.job_id).state is S.STORED)
        await engine.stop()

    with_virtual_time(story)


def test_an_order_that_the_journal_refuses_for_another_programs_pause_is_tried_once(monkeypatch):
    async def story():
        world = FakeWorld()
        engine = await started(world)
        refused, save = [], world.store.save

        async def save_what_may(job):
            if job.state is S.SENDING and LastingPause.PERSON in world.store.held:
                refused.append(job.job_id)
                raise ValueError("paused")
            await save(job)

        monkeypatch.setattr(world.store, "save", save_what_may)
        world.store.held.add(LastingPause.PERSON)
        job = engine.submit(a_request(), rehearsal=False)
        await until(lambda: engine.paused_by is not None)
        await until(lambda: engine.stands_still(job.job_id, 60.0))
        assert (refused, world.service.orders) == ([job.job_id], [])
        world.store.held.clear()
        await engine.hear_pauses()
        await until(lambda: engine.job(job.job_id).state is S.STORED)
        await engine.stop()

    with_virtual_time(story)


def test_what_is_heard_meanwhile_takes_nothing_from_the_persons_own_wish():
    async def story():
        world = FakeWorld()
        engine = await started(world)
        world.store.fail_pause.extend(trouble(DiskTrouble, "disk-full") for _ in range(3))
        engine.pause()
        await engine.hear_pauses()  # the disk knows nothing of it yet
        job = engine.submit(a_request(), rehearsal=False)
        await until(lambda: world.store.held == {LastingPause.PERSON})
        await until(lambda: job.job_id in world.store.disk and engine.stands_still(job.job_id, 60.0))
        assert world.service.orders == []
        await engine.stop()

    with_virtual_time(story)


def test_what_waits_leaves_in_the_moment_in_which_the_end_of_the_pause_is_on_the_disk():
    async def story():
        world = FakeWorld()
        engine = await started(world)
        engine.pause()
        engine.submit(a_request(), rehearsal=False)
        await asyncio.sleep(60)
        set_paused = world.store.set_paused

        async def slowly(reason, *, paused):
            await asyncio.sleep(5)
            await set_paused(reason, paused=paused)

        world.store.set_paused = slowly
        engine.go_on()
        await asyncio.sleep(4)
        assert world.service.orders == []
        await until(lambda: world.service.orders, limit_s=2)
        await engine.stop()

    with_virtual_time(story)
