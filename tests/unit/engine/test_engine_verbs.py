"""What the engine says about its jobs, and what a person's verbs for all of them do (virtual time)."""

import asyncio
import math
from dataclasses import replace
from statistics import NormalDist

import pytest
from fakes.kept_things import a_job
from fakes.virtual_time import until, with_virtual_time
from fakes.world import FakeWorld, a_request, large_account, trouble

from vidu_desktop.domain.amounts import Currency, usd
from vidu_desktop.domain.catalogue import spec_for_model
from vidu_desktop.domain.job import JobState
from vidu_desktop.domain.settings import Settings
from vidu_desktop.engine.engine import Engine
from vidu_desktop.engine.events import ServiceLost, ServiceReached
from vidu_desktop.engine.lasting_pauses import LOST_IN_A_ROW_MOST
from vidu_desktop.engine.ports import LastingPause, TaskReport, TaskStatus
from vidu_desktop.engine.sending import REHEARSALS_AT_ONCE
from vidu_desktop.errors import (
    AccountTrouble,
    AnswerLost,
    BadInput,
    KeyTrouble,
    LinkExpired,
    NotSent,
    ServiceBusy,
)

S = JobState
ELSEWHERE = "https://elsewhere.test/api"


async def started(world: FakeWorld, settings: Settings | None = None, **more) -> Engine:
    engine = world.engine(settings)
    await engine.start(**more)
    return engine


async def one_job(world: FakeWorld, engine: Engine, state: JobState) -> str:
    job_id = engine.submit(a_request(), rehearsal=False).job_id
    await until(lambda: job_id in world.store.disk and engine.job(job_id).state is state)
    return job_id


def test_a_job_that_isnt_there_is_said_to_be_nowhere_and_a_script_can_tell():
    async def story():
        engine = await started(FakeWorld())
        with pytest.raises(BadInput) as refusal:
            engine.job("gone")
        assert refusal.value.code == "no-such-job"
        await engine.stop()

    with_virtual_time(story)


def test_a_job_on_its_way_is_not_taken_out_of_the_list_and_an_ended_one_is():
    async def story():
        world = FakeWorld()
        engine = await started(world)
        job_id = await one_job(world, engine, S.WAITING)
        with pytest.raises(BadInput) as refusal:
            engine.remove(job_id)
        assert refusal.value.code == "not-ended"
        await until(lambda: engine.job(job_id).state is S.STORED)
        engine.remove(job_id)
        await until(lambda: not engine.jobs())
        assert [job.job_id for job in engine.books()] == [job_id]
        await engine.stop()

    with_virtual_time(story)


def test_how_long_a_result_takes_is_learned_from_the_persons_own_jobs():
    async def story():
        world = FakeWorld(takes_s=lambda: 90.0)
        engine = await started(world)
        job_id = await one_job(world, engine, S.WAITING)
        before_s, _ = engine.expected_s(engine.job(job_id))
        for _ in range(10):
            engine.submit(a_request(), rehearsal=False)
        await until(lambda: not engine.unfinished())
        half_s, most_s = engine.expected_s(engine.job(job_id))
        assert abs(half_s - 90) < abs(before_s - 90)
        assert 60 < half_s < 100
        assert half_s < most_s < 200
        await engine.stop()

    with_virtual_time(story)


def test_before_the_first_result_the_catalogue_says_when_nine_in_ten_are_there():
    async def story():
        engine = await started(FakeWorld())
        engine.pause()
        job = engine.submit(a_request(), rehearsal=False)
        spec = spec_for_model(job.request.model)
        assert spec is not None
        half_s, most_s = engine.expected_s(job)
        assert half_s == spec.expected_s
        nine_in_ten = NormalDist().inv_cdf(0.9) * spec.expected_spread
        assert most_s == pytest.approx(half_s * math.exp(nine_in_ten), rel=0.01)
        await engine.stop()

    with_virtual_time(story)


def test_many_videos_take_as_long_as_those_that_go_one_after_the_other():
    async def story():
        engine = await started(FakeWorld(), Settings(jobs_at_once=5))
        one_s = engine.batch_s([(a_request(), 1)])
        engine.pause()
        job = engine.submit(a_request(), rehearsal=False)
        assert one_s == engine.expected_s(job)[0]
        assert engine.batch_s([(a_request(), 5)]) == one_s  # all at once
        assert engine.batch_s([(a_request(), 20)]) == 4 * one_s
        assert engine.batch_s([(a_request(), 10), (a_request(), 10)]) == 4 * one_s
        assert engine.batch_s([]) == 0
        a_rehearsal_s = engine.batch_s([(a_request(), 1)], rehearsal=True)
        assert engine.batch_s([(a_request(), 2 * REHEARSALS_AT_ONCE)], rehearsal=True) == 2 * a_rehearsal_s
        await engine.stop()

    with_virtual_time(story)


def test_a_job_that_is_waited_for_stands_still_only_while_its_key_is_refused():
    async def story():
        world = FakeWorld(takes_s=lambda: 600.0)
        engine = await started(world)
        job_id = await one_job(world, engine, S.WAITING)
        assert not engine.stands_still(job_id, patience_s=60)
        world.service.poll_troubles.append(trouble(KeyTrouble))
        await until(lambda: engine.paused_by is not None)
        await asyncio.sleep(0.1)
        assert engine.stands_still(job_id, patience_s=3600)
        engine.key_changed()
        await asyncio.sleep(30)
        assert not engine.stands_still(job_id, patience_s=60)
        await until(lambda: engine.job(job_id).state is S.STORED)
        assert engine.stands_still(job_id, patience_s=3600)
        await engine.stop()

    with_virtual_time(story)


def test_what_is_allowed_later_in_a_run_for_a_few_comes_home_too():
    async def story():
        world = FakeWorld(takes_s=lambda: 600.0)
        engine = await started(world)
        job_id = await one_job(world, engine, S.WAITING)
        engine.allow(job_id)  # in a run for all jobs nothing needs to be allowed
        await engine.stop()
        later = world.restarted()
        engine = await started(later, only=[])
        await asyncio.sleep(3600)
        assert engine.job(job_id).state is S.WAITING
        engine.allow(job_id)
        engine.allow(job_id)
        await until(lambda: engine.job(job_id).state is S.STORED, limit_s=1)
        assert len(world.service.charges) == 1
        await engine.stop()

    with_virtual_time(story)


def test_the_persons_word_to_go_on_after_lost_answers_lets_as_many_be_lost_again():
    async def story():
        world = FakeWorld()
        world.memory = large_account()
        engine = await started(world)
        world.service.troubles.extend([trouble(AnswerLost)] * LOST_IN_A_ROW_MOST)
        for _ in range(LOST_IN_A_ROW_MOST):
            engine.submit(a_request(), rehearsal=False)
        await until(lambda: engine.paused_by is not None)
        shown = engine.paused_by.message
        assert str(LOST_IN_A_ROW_MOST) in shown
        assert "{" not in shown
        engine.go_on()
        world.service.troubles.extend([trouble(AnswerLost)] * (LOST_IN_A_ROW_MOST - 1))
        for _ in range(LOST_IN_A_ROW_MOST):
            engine.submit(a_request(), rehearsal=False)
        await until(lambda: world.service.charges)
        assert engine.paused_by is None
        await engine.stop()

    with_virtual_time(story)


def test_the_key_of_one_address_says_nothing_of_another():
    async def story():
        world = FakeWorld()
        world.service.troubles.append(trouble(KeyTrouble))
        engine = await started(world)
        engine.submit(a_request(), rehearsal=False)
        await until(lambda: engine.paused_by is not None)
        engine.settings_changed(Settings())
        assert engine.paused_by is not None  # the address is the same, so the key is still refused
        engine.settings_changed(Settings(base_url=ELSEWHERE))
        assert engine.paused_by is None
        await engine.stop()

    with_virtual_time(story)


def test_a_rehearsal_is_expected_sooner_than_the_service():
    async def story():
        world = FakeWorld()
        engine = await started(world)
        jobs = [engine.submit(a_request(), rehearsal=rehearsal) for rehearsal in (True, False)]
        here, paid = (engine.expected_s(job) for job in jobs)
        assert here < paid
        await engine.stop()

    with_virtual_time(story)


def test_an_order_for_an_unknown_model_is_refused_by_its_name():
    async def story():
        world = FakeWorld()
        engine = await started(world)
        with pytest.raises(BadInput) as refusal:
            engine.submit(replace(a_request(), model="vidu-of-tomorrow"), rehearsal=False)
        assert "vidu-of-tomorrow" in str(refusal.value.sentence)
        assert engine.jobs() == []
        await engine.stop()

    with_virtual_time(story)


def test_what_is_tried_again_together_is_asked_for_at_once():
    async def story():
        world = FakeWorld()
        world.fetcher.troubles.extend([trouble(LinkExpired)] * 20)
        engine = await started(world)
        job_id = await one_job(world, engine, S.EXPIRED)
        world.fetcher.troubles.clear()
        polls, pressed_s = len(world.service.polls), world.clock.monotonic_s()
        engine.retry_many([job_id])
        await until(lambda: len(world.service.polls) > polls)
        assert world.service.polls[-1][0] - pressed_s < 1
        await until(lambda: engine.job(job_id).state is S.STORED)
        await engine.stop()

    with_virtual_time(story)


def test_no_link_is_in_what_a_traceback_says_of_a_job_or_an_answer():
    link = "https://files.test/v.mp4?signature=secret"
    job = replace(a_job("j", S.READY_TO_FETCH), video_url=link, cover_url=link, answers={"url": link})
    report = TaskReport(status=TaskStatus.SUCCESS, video_url=link, cover_url=link, answer={"url": link})
    assert "secret" not in f"{job!r} {report!r}"


def test_what_was_fetched_of_a_job_that_is_taken_off_is_thrown_away():
    async def story():
        world = FakeWorld()
        world.fetcher.trouble_of = lambda url: trouble(ServiceBusy, "cut")
        discarded: list[str] = []
        world.fetcher.discard = discarded.append
        engine = await started(world)
        job_id = engine.submit(a_request(), rehearsal=False).job_id
        await until(lambda: len(world.fetcher.urls) > 3)
        await until(lambda: engine.job(job_id).state is S.READY_TO_FETCH)
        assert discarded == []
        engine.cancel(job_id)
        await until(lambda: engine.job(job_id).state is S.CANCELLED)
        await asyncio.sleep(1)
        assert discarded == [job_id]
        await engine.stop()

    with_virtual_time(story)


def test_retry_looks_at_once_whatever_the_job_waits_for_and_returns_the_job_that_does():
    async def story():
        world = FakeWorld(takes_s=lambda: 200.0)
        engine = await started(world)
        job_id = await one_job(world, engine, S.WAITING)
        await asyncio.sleep(60)
        world.service.poll_troubles.extend([trouble(ServiceBusy, "busy")] * 5)
        await until(lambda: not world.service.poll_troubles)
        polls = len(world.service.polls)
        assert engine.retry(job_id).job_id == job_id
        await asyncio.sleep(0.1)
        assert len(world.service.polls) == polls + 1

        world.fetcher.trouble_of = lambda url: trouble(ServiceBusy, "cut")
        await until(lambda: engine.job(job_id).state is S.READY_TO_FETCH and engine.job(job_id).trouble)
        assert engine.retry(job_id).job_id == job_id
        world.fetcher.trouble_of = lambda url: None
        await until(lambda: engine.job(job_id).state is S.STORED)
        with pytest.raises(BadInput) as refusal:
            engine.retry(job_id)
        assert refusal.value.code == "nothing-to-retry"
        await engine.stop()

    with_virtual_time(story)


def test_what_is_for_a_lost_order_is_refused_for_any_other_and_changes_nothing():
    async def story():
        world = FakeWorld(takes_s=lambda: 60.0)
        engine = await started(world)
        job_id = await one_job(world, engine, S.WAITING)
        for verb in (engine.give_up, engine.send_again, lambda job_id: engine.rescue(job_id, "task-9")):
            with pytest.raises(BadInput) as refusal:
                verb(job_id)
            assert refusal.value.code == "not-unknown"
        await until(lambda: engine.job(job_id).state is S.STORED)
        assert len(world.service.orders) == 1
        await engine.stop()

    with_virtual_time(story)


def test_a_task_number_of_another_order_is_refused_at_once_whatever_stands_around_it():
    async def story():
        world = FakeWorld()
        engine = await started(world)
        other = await one_job(world, engine, S.STORED)
        task_id = engine.job(other).task_id
        world.service.troubles.append(trouble(AnswerLost))
        lost = engine.submit(a_request(), rehearsal=False).job_id
        await until(lambda: (job := engine.find(lost)) is not None and job.state is S.UNKNOWN)
        for typed in (task_id, f" {task_id}\n"):
            with pytest.raises(BadInput) as refusal:
                engine.rescue(lost, typed)
            assert refusal.value.code == "task-id-taken"
        assert engine.job(lost).state is S.UNKNOWN
        engine.rescue(lost, "x" * 200)  # the longest allowed id
        await until(lambda: any(asked == "x" * 200 for _, asked in world.service.polls))
        await engine.stop()

    with_virtual_time(story)


def test_a_task_number_may_have_signs_between_its_letters_and_nothing_else():
    async def story():
        world = FakeWorld()
        world.service.troubles.append(trouble(AnswerLost))
        engine = await started(world)
        job_id = await one_job(world, engine, S.UNKNOWN)
        for wrong in ("", "a/b", "a b", "täsk", "x" * 201):
            with pytest.raises(BadInput) as refusal:
                engine.rescue(job_id, wrong)
            assert refusal.value.code == "task-id"
        engine.rescue(job_id, " my_task-1 ")
        await until(lambda: any(asked == "my_task-1" for _, asked in world.service.polls))
        await engine.stop()

    with_virtual_time(story)


def slow_answers(world: FakeWorld, seconds: float) -> list[float]:
    """Make the service take this long for each answer; return when each order was sent."""
    left_at_s: list[float] = []
    submit = world.service.submit

    async def slowly(order, on_sent):
        left_at_s.append(world.clock.monotonic_s())
        await asyncio.sleep(seconds)
        return await submit(order, on_sent)

    world.service.submit = slowly
    return left_at_s


def test_an_answer_that_is_on_its_way_is_heard_before_the_end():
    async def story():
        world = FakeWorld()
        left_at_s = slow_answers(world, 0.8)
        engine = await started(world)
        job_id = engine.submit(a_request(), rehearsal=False).job_id
        engine.submit(a_request(), rehearsal=False)
        await until(lambda: left_at_s)
        await engine.stop()
        assert world.store.disk[job_id].task_id is not None
        assert len(left_at_s) == 1, "an order left at the end"

    with_virtual_time(story)


@pytest.mark.parametrize("ends", [True, False])
def test_a_pause_is_on_the_disk_before_the_end_and_before_somebody_is_told(ends):
    async def story():
        world = FakeWorld()
        engine = await started(world)
        set_paused = world.store.set_paused

        async def slowly(reason, *, paused):
            await asyncio.sleep(0.8)
            await set_paused(reason, paused=paused)

        world.store.set_paused = slowly
        engine.pause()
        await (engine.stop() if ends else engine.pauses_kept(1.0))
        assert world.store.held == {LastingPause.PERSON}
        await engine.stop()

    with_virtual_time(story)


def test_new_orders_go_to_the_address_of_the_settings():
    async def story():
        engine = await started(FakeWorld(), Settings(base_url=ELSEWHERE))
        assert engine.new_orders_url == ELSEWHERE
        engine.settings_changed(Settings())
        assert engine.new_orders_url == Settings().base_url
        await engine.stop()

    with_virtual_time(story)


async def two_lost(world: FakeWorld) -> tuple:
    world.service.troubles_after_charge.extend([trouble(AnswerLost)] * 2)
    engine = await started(world, Settings(jobs_at_once=1))
    jobs = [engine.submit(a_request(), rehearsal=False).job_id for _ in range(2)]
    await until(lambda: [job.state for job in engine.jobs()] == [S.UNKNOWN] * 2)
    return engine, jobs


def test_all_that_are_lost_are_given_up_with_one_word():
    async def story():
        engine, job_ids = await two_lost(FakeWorld())
        engine.give_up_many(job_ids)
        await until(lambda: not engine.unfinished())
        assert [job.state for job in engine.jobs()] == [S.CANCELLED] * 2
        with pytest.raises(BadInput):
            engine.give_up_many(job_ids)
        await engine.stop()

    with_virtual_time(story)


def test_all_that_are_lost_are_sent_again_with_one_word_and_their_numbers():
    async def story():
        world = FakeWorld()
        engine, job_ids = await two_lost(world)
        request_ids = [engine.job(job_id).request_id for job_id in job_ids]
        engine.send_again_many(job_ids)
        await until(lambda: not engine.unfinished())
        assert [job.state for job in engine.jobs()] == [S.STORED] * 2
        assert sorted(world.service.charges) == sorted(request_ids * 2)
        await engine.stop()

    with_virtual_time(story)


def test_go_on_ends_a_pause_for_the_balance_and_sends_at_once():
    async def story():
        world = FakeWorld()
        world.service.troubles.append(trouble(AccountTrouble, "1113"))
        engine = await started(world)
        job_id = engine.submit(a_request(), rehearsal=False).job_id
        await until(lambda: engine.paused_by is not None)
        await asyncio.sleep(60)
        engine.go_on()
        assert engine.paused_by is None
        await until(lambda: engine.job(job_id).task_id, limit_s=5)
        await engine.stop()

    with_virtual_time(story)


def test_a_higher_budget_lets_what_waits_go_at_once():
    async def story():
        world = FakeWorld()
        engine = await started(world, Settings(budgets={Currency.USD: usd("0.01")}))
        job_id = engine.submit(a_request(), rehearsal=False).job_id
        await until(lambda: engine.paused_by is not None)
        engine.settings_changed(Settings(budgets={Currency.USD: usd(9)}))
        assert engine.paused_by is None
        await until(lambda: engine.job(job_id).task_id, limit_s=5)
        await engine.stop()

    with_virtual_time(story)


def test_with_another_key_one_order_goes_ahead_at_once_and_alone():
    async def story():
        world = FakeWorld()
        world.memory = large_account()
        engine = await started(world, Settings(jobs_at_once=5))
        await one_job(world, engine, S.STORED)
        world.services.trouble = trouble(KeyTrouble)
        for _ in range(3):
            engine.submit(a_request(), rehearsal=False)
        await until(lambda: engine.paused_by is not None)
        await asyncio.sleep(60)
        world.services.trouble = None
        left_at_s = slow_answers(world, 5)
        changed_s = world.clock.monotonic_s()
        engine.key_changed()
        await until(lambda: len(left_at_s) == 3)
        assert left_at_s[0] - changed_s < 1
        assert left_at_s[1] - left_at_s[0] > 4
        await engine.stop()

    with_virtual_time(story)


def test_an_outage_is_over_where_another_address_takes_its_last_order():
    async def story():
        world = FakeWorld()
        world.services.trouble = trouble(NotSent, "no-way-out")
        engine = await started(world)
        engine.submit(a_request(), rehearsal=False)
        await until(lambda: any(isinstance(event, ServiceLost) for event in world.events))
        engine.settings_changed(Settings(base_url=ELSEWHERE))
        assert any(isinstance(event, ServiceReached) for event in world.events)
        await engine.stop()

    with_virtual_time(story)
