"""Which order is sent next, how many at once, and what becomes of an order that can't be sent (virtual time)."""

import asyncio
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest
from fakes import requests
from fakes.kept_things import a_job
from fakes.virtual_time import until, with_virtual_time
from fakes.world import FakeWorld, a_request, large_account, trouble

from vidu_desktop.domain.amounts import Currency, Money, usd
from vidu_desktop.domain.catalogue import spec_for_model, specs_for_mode
from vidu_desktop.domain.doors import DEFAULT_BASE_URL
from vidu_desktop.domain.job import Charge, JobState
from vidu_desktop.domain.modes import Mode
from vidu_desktop.domain.settings import Settings
from vidu_desktop.engine.events import (
    JobProgressed,
    PaidWorkPaused,
    PaidWorkResumed,
    ServiceLost,
    ServiceReached,
)
from vidu_desktop.engine.send_checks import RESULT_RESERVE_BYTES
from vidu_desktop.errors import (
    AlreadyTaken,
    AnswerLost,
    DiskTrouble,
    KeyTrouble,
    NotSent,
    Refused,
    ServiceBusy,
)

S = JobState
DEAR = specs_for_mode(Mode.IMAGE)[0].model
CHEAP = specs_for_mode(Mode.START_END)[0].model


async def started(world: FakeWorld, settings: Settings | None = None, **more):
    engine = world.engine(settings)
    await engine.start(**more)
    return engine


class HeldAnswers:
    """The service takes each order, and answers when it is told to."""

    def __init__(self, world: FakeWorld) -> None:
        self.out = 0
        self.may_answer = asyncio.Event()
        self._submit = world.service.submit
        world.service.submit = self.submit  # type: ignore[method-assign]

    async def submit(self, order, on_sent):
        self.out += 1
        await self.may_answer.wait()
        return await self._submit(order, on_sent)


def test_the_first_order_goes_ahead_alone_and_once_it_is_taken_the_others_leave_side_by_side():
    async def story():
        world = FakeWorld()
        world.memory = large_account()
        held = HeldAnswers(world)
        engine = await started(world, Settings(jobs_at_once=3))
        for _ in range(5):
            engine.submit(a_request(), rehearsal=False)
        await asyncio.sleep(60)
        assert held.out == 1
        held.may_answer.set()
        await until(lambda: world.service.charges)
        held.may_answer.clear()
        await asyncio.sleep(5)
        assert held.out == 3  # as many as the account allows at once, including the first
        held.may_answer.set()
        await until(lambda: len(world.library.clips) == 5)
        await engine.stop()

    with_virtual_time(story)


@pytest.mark.parametrize("model", [DEAR, "cogvideox-3"])
def test_a_new_account_gets_as_many_at_once_as_the_catalogue_says_whatever_the_settings_allow(model):
    async def story():
        world = FakeWorld(takes_s=lambda: 3600.0)
        engine = await started(world, Settings(jobs_at_once=20))
        spec = spec_for_model(model)
        for _ in range(8):
            engine.submit(requests.a_request(model=model, mode=spec.modes[0].mode), rehearsal=False)
        await asyncio.sleep(600)
        assert len(world.service.orders) == spec.concurrency
        await engine.stop()

    with_virtual_time(story)


@pytest.mark.parametrize(("error", "stored"), [(NotSent, 5), (AnswerLost, 4)])
def test_after_trouble_with_the_line_one_order_goes_ahead_alone_again(error, stored):
    async def story():
        world = FakeWorld()
        world.memory = large_account()
        engine = await started(world, Settings(jobs_at_once=5))
        engine.submit(a_request(), rehearsal=False)
        await until(lambda: len(world.library.clips) == 1)
        world.service.troubles.append(trouble(error))
        engine.submit(a_request(), rehearsal=False)
        await until(lambda: len(world.service.orders) == 2)
        held = HeldAnswers(world)
        for _ in range(3):
            engine.submit(a_request(), rehearsal=False)
        await asyncio.sleep(300)
        assert held.out == 1
        held.may_answer.set()
        await until(lambda: len(world.library.clips) == stored)
        await engine.stop()

    with_virtual_time(story)


def test_a_service_that_takes_an_order_is_said_to_be_there_before_anybody_asks_for_the_video():
    async def story():
        world = FakeWorld()
        world.service.troubles.append(trouble(NotSent))
        engine = await started(world)
        engine.submit(a_request(), rehearsal=False)
        heard = world.events
        await until(lambda: any(isinstance(event, ServiceLost) for event in heard))
        await until(lambda: any(isinstance(event, ServiceReached) for event in heard))
        assert len(world.service.charges) == 1
        assert world.service.polls == []
        await engine.stop()

    with_virtual_time(story)


def test_a_run_for_a_few_jobs_sends_them_in_their_order_and_no_other():
    async def story():
        world = FakeWorld()
        engine = await started(world)
        engine.pause()
        jobs = [engine.submit(a_request(prompt=f"{n}"), rehearsal=False) for n in range(4)]
        await until(lambda: [job.state for job in engine.jobs()] == [S.READY] * 4)
        await engine.stop()
        ids = [job.job_id for job in jobs]

        later = world.restarted()
        engine = await started(later, only=[ids[3], ids[1], "gone meanwhile"])
        engine.go_on()
        await until(lambda: len(later.library.clips) == 2)
        await asyncio.sleep(3600)
        request_ids = [engine.job(job_id).request_id for job_id in ids]
        assert world.service.charges == [request_ids[1], request_ids[3]]
        assert [engine.job(job_id).state for job_id in ids] == [S.READY, S.STORED, S.READY, S.STORED]
        engine.allow(ids[0])
        await until(lambda: len(later.library.clips) == 3)
        await engine.stop()

    with_virtual_time(story)


def test_a_cheaper_order_goes_at_once_when_the_dear_one_before_it_is_taken_off():
    async def story():
        world = FakeWorld()
        prices = {DEAR: Decimal("5"), CHEAP: Decimal("0.1")}
        engine = await started(world, Settings(budgets={Currency.USD: usd(1)}, prices=prices))
        dear = engine.submit(a_request(), rehearsal=False)
        engine.submit(a_request(Mode.START_END), rehearsal=False)
        await until(lambda: engine.paused_by is not None)
        await asyncio.sleep(600)
        assert world.service.orders == []
        engine.cancel_many([dear.job_id])
        await asyncio.sleep(2)
        assert len(world.service.charges) == 1
        assert engine.paused_by is None
        await engine.stop()

    with_virtual_time(story)


def test_a_cheaper_order_that_is_put_ahead_of_a_too_dear_one_goes_and_the_dear_one_holds_again():
    async def story():
        world = FakeWorld()
        prices = {DEAR: Decimal("5"), CHEAP: Decimal("0.1")}
        engine = await started(world, Settings(budgets={Currency.USD: usd(1)}, prices=prices))
        dear = engine.submit(a_request(), rehearsal=False)
        cheap = engine.submit(a_request(Mode.START_END), rehearsal=False)
        await until(lambda: engine.paused_by is not None)
        engine.move([cheap.job_id], before_id=dear.job_id)
        await until(lambda: world.service.orders, limit_s=5)
        await until(lambda: engine.paused_by is not None)
        await asyncio.sleep(600)
        assert engine.job(cheap.job_id).task_id is not None
        assert engine.job(dear.job_id).state is S.READY
        assert len(world.service.charges) == 1
        await engine.stop()

    with_virtual_time(story)


def test_an_order_in_doubt_that_cannot_be_sent_again_is_looked_for_all_the_same():
    async def story():
        world = FakeWorld()
        world.service.troubles_after_charge.append(trouble(AnswerLost))
        engine = await started(world)
        job = engine.submit(a_request(), rehearsal=False)
        await until(lambda: engine.jobs() and engine.job(job.job_id).state is S.UNKNOWN)
        world.services.trouble = trouble(KeyTrouble)
        engine.send_again(job.job_id)
        await asyncio.sleep(1)
        world.services.trouble = None
        world.service.knows_request_ids = world.service.names_orders = True
        engine.key_changed()
        await until(lambda: engine.job(job.job_id).state is S.STORED)
        assert len(world.service.orders) == 1
        await engine.stop()

    with_virtual_time(story)


def test_what_is_known_to_be_charged_stays_so_whatever_a_repeat_is_answered():
    async def story():
        world = FakeWorld()
        world.service.troubles.append(trouble(AlreadyTaken, "1231"))
        engine = await started(world)
        job = engine.submit(a_request(), rehearsal=False)
        await until(lambda: engine.jobs() and engine.job(job.job_id).charge is Charge.SPENT)
        for error in (AnswerLost, Refused, ServiceBusy, NotSent):
            world.service.troubles.append(trouble(error, "another"))
            orders = len(world.service.orders)
            engine.send_again(job.job_id)
            await until(lambda orders=orders: len(world.service.orders) > orders)
            await until(lambda: engine.job(job.job_id).state is S.UNKNOWN)
            await asyncio.sleep(60)
            assert engine.job(job.job_id).charge is Charge.SPENT
        await engine.stop()

    with_virtual_time(story)


def test_what_a_refused_repeat_leaves_in_doubt_is_said_with_the_services_words():
    async def story():
        world = FakeWorld()
        world.service.troubles_after_charge.append(trouble(AnswerLost))
        engine = await started(world)
        job = engine.submit(a_request(), rehearsal=False)
        await until(lambda: engine.jobs() and engine.job(job.job_id).state is S.UNKNOWN)
        world.service.troubles.append(trouble(Refused, "1210", service_words="no such thing"))
        engine.send_again(job.job_id)
        await until(lambda: len(world.service.orders) == 2)
        await asyncio.sleep(1)
        left = engine.job(job.job_id)
        assert left.state is S.UNKNOWN
        assert left.charge is Charge.AT_RISK
        assert left.trouble is not None
        assert left.trouble.code == "still-unknown"
        assert "1210" in left.trouble.message
        assert "no such thing" in left.trouble.message
        await engine.stop()

    with_virtual_time(story)


def test_a_budget_that_is_used_up_is_said_once_with_its_figures_however_often_one_looks():
    async def story():
        world = FakeWorld()
        engine = await started(world, Settings(budgets={Currency.USD: usd("0.65")}, jobs_at_once=20))
        for _ in range(4):
            engine.submit(a_request(), rehearsal=False)
        await until(lambda: engine.paused_by is not None)
        said = engine.paused_by.message
        assert "$0.65" in said
        assert "$0.60" in said  # three of 0.20 each
        for _ in range(3):
            engine.nudge()
            await asyncio.sleep(10)
        about = [event for event in world.events if isinstance(event, PaidWorkPaused | PaidWorkResumed)]
        assert [type(event) for event in about] == [PaidWorkPaused]
        await engine.stop()

    with_virtual_time(story)


def test_a_service_that_cannot_even_be_asked_is_said_and_tried_again_with_the_same_order():
    async def story():
        world = FakeWorld()
        world.services.trouble = trouble(NotSent, "no-way-out")
        engine = await started(world)
        job_id = engine.submit(a_request(), rehearsal=False).job_id
        await until(lambda: engine.jobs() and engine.job(job_id).trouble)
        assert engine.job(job_id).state is S.READY
        assert engine.job(job_id).trouble.code == "no-way-out"
        await asyncio.sleep(600)
        assert len([event for event in world.events if isinstance(event, ServiceLost)]) == 1
        assert engine.stands_still(job_id, patience_s=300)
        world.services.trouble = None
        request_id = engine.job(job_id).request_id
        await until(lambda: engine.job(job_id).state is S.STORED)
        assert world.service.charges == [request_id]
        await engine.stop()

    with_virtual_time(story)


def test_a_rehearsal_that_is_refused_a_key_pauses_no_paid_work_and_is_tried_with_patience():
    async def story():
        world = FakeWorld()
        world.service.troubles.extend([trouble(KeyTrouble)] * 3)
        engine = await started(world)
        job_id = engine.submit(a_request(), rehearsal=True).job_id
        await until(lambda: engine.jobs() and engine.job(job_id).state is S.STORED)
        assert not any(isinstance(event, PaidWorkPaused) for event in world.events)
        times_s = [at_s for at_s, _ in world.service.orders]
        assert len(times_s) == 4
        assert all(later - earlier >= 0.5 for earlier, later in pairwise(times_s))
        await engine.stop()

    with_virtual_time(story)


def test_an_order_carries_its_prepared_pictures_its_number_and_its_words():
    async def story():
        world = FakeWorld()
        orders = []
        submit = world.service.submit

        async def noted(order, on_sent):
            orders.append(order)
            return await submit(order, on_sent)

        world.service.submit = noted  # type: ignore[method-assign]
        engine = await started(world)
        job_id = engine.submit(a_request(Mode.START_END, "two foxes"), rehearsal=False).job_id
        await until(lambda: orders)
        (order,) = orders
        job = engine.job(job_id)
        assert order.pictures == [(Path("/prepared") / ("a" * 64), "image/png")] * 2
        assert (order.request_id, order.request.prompt) == (job.request_id, "two foxes")
        await engine.stop()

    with_virtual_time(story)


def test_with_another_key_one_order_goes_ahead_alone_again():
    async def story():
        world = FakeWorld()
        world.memory = large_account()
        engine = await started(world, Settings(jobs_at_once=5))
        engine.submit(a_request(), rehearsal=False)
        await until(lambda: len(world.library.clips) == 1)
        held = HeldAnswers(world)
        engine.key_changed()
        for _ in range(3):
            engine.submit(a_request(), rehearsal=False)
        await asyncio.sleep(60)
        assert held.out == 1
        held.may_answer.set()
        await until(lambda: len(world.library.clips) == 4)
        await engine.stop()

    with_virtual_time(story)


@pytest.mark.parametrize("short_by", [0, 1])
def test_an_order_leaves_where_there_is_room_for_its_result_and_as_much_again(short_by):
    async def story():
        world = FakeWorld()
        world.disk.free = 2 * RESULT_RESERVE_BYTES - short_by
        engine = await started(world)
        engine.submit(a_request(), rehearsal=False)
        await until(lambda: engine.paused_by is not None or world.service.orders, limit_s=60)
        assert bool(world.service.orders) is not bool(short_by)
        if engine.paused_by:
            assert engine.paused_by.code == "disk-full"
        await engine.stop()

    with_virtual_time(story)


@pytest.mark.parametrize("tells", [True, False])
def test_what_the_disk_knows_of_earlier_runs_counts_before_anything_is_sent(tells):
    async def story():
        world = FakeWorld()

        async def look():
            await asyncio.sleep(60)
            assert world.service.orders == []
            world.disk.free = 0 if tells else world.disk.free

        world.disk.look = look
        engine = world.engine()
        engine.submit(a_request(), rehearsal=False)
        await engine.start()
        await until(lambda: engine.paused_by is not None or world.service.orders, limit_s=60)
        assert len(world.service.orders) == (0 if tells else 1)
        await engine.stop()

    with_virtual_time(story)


def test_an_order_in_a_currency_without_a_budget_is_held_and_its_price_said():
    async def story():
        world = FakeWorld()
        yuan = Settings(budgets={Currency.CNY: Money(Decimal(9), Currency.CNY)})
        engine = await started(world, yuan)
        engine.submit(a_request(), rehearsal=False)
        await until(lambda: engine.paused_by is not None)
        assert engine.paused_by.code == "budget"
        assert "$0.20" in engine.paused_by.message
        assert world.service.orders == []
        await engine.stop()

    with_virtual_time(story)


async def in_doubt(world: FakeWorld, settings: Settings | None = None):
    """Return an engine with an order whose answer was lost, and the order's id."""
    world.service.troubles_after_charge.append(trouble(AnswerLost))
    engine = await started(world, settings)
    job_id = engine.submit(a_request(), rehearsal=False).job_id
    await until(lambda: engine.jobs() and engine.job(job_id).state is S.UNKNOWN)
    return engine, job_id


def evidence_comes(world: FakeWorld) -> None:
    world.service.knows_request_ids = world.service.names_orders = True


def test_a_pause_in_the_moment_in_which_an_order_is_sent_again_keeps_it_here_and_evidence_is_looked_for_on():
    async def story():
        world = FakeWorld()
        engine, job_id = await in_doubt(world)

        async def for_job(_job):
            engine.pause()
            return world.service

        world.services.for_job = for_job
        engine.send_again(job_id)
        await asyncio.sleep(1)
        assert len(world.service.orders) == 1
        evidence_comes(world)
        await until(lambda: engine.job(job_id).state is S.STORED, limit_s=20_000)
        assert len(world.service.orders) == 1
        await engine.stop()

    with_virtual_time(story)


def test_an_order_that_cant_be_written_down_as_sent_again_stays_here_and_evidence_is_looked_for_on():
    async def story():
        world = FakeWorld()
        engine, job_id = await in_doubt(world)

        def full(job):
            if job.state is S.SENDING:
                raise trouble(DiskTrouble, "disk-full", full=True)

        world.store.fail = full
        engine.send_again(job_id)
        await until(lambda: engine.paused_by is not None)
        assert engine.paused_by.code == "disk-full"
        evidence_comes(world)
        await until(lambda: engine.job(job_id).state is S.STORED, limit_s=20_000)
        assert len(world.service.orders) == 1
        await engine.stop()

    with_virtual_time(story)


def test_an_order_in_doubt_keeps_what_is_known_of_it_when_it_cant_be_sent_again_now():
    async def story():
        world = FakeWorld()
        engine, job_id = await in_doubt(world)
        code = engine.job(job_id).trouble.code
        world.services.trouble = trouble(NotSent, "no-way-out")
        engine.send_again(job_id)
        await asyncio.sleep(60)
        assert engine.job(job_id).state is S.UNKNOWN
        assert engine.job(job_id).trouble.code == code
        await engine.stop()

    with_virtual_time(story)


@pytest.mark.parametrize("held_by", ["person", "budget"])
def test_what_holds_an_order_holds_its_repeat_too_and_lets_it_go_when_it_ends(held_by):
    async def story():
        world = FakeWorld()
        trusting = Settings(trust_repeat_refusal=True)
        engine, job_id = await in_doubt(world, trusting)
        if held_by == "person":
            engine.pause()
        else:
            engine.settings_changed(replace(trusting, budgets={Currency.USD: usd("0.01")}))
        await asyncio.sleep(200)
        assert len(world.service.orders) == 1
        engine.settings_changed(trusting)
        engine.go_on()
        await until(lambda: len(world.service.orders) == 2, limit_s=3600)
        assert len({request_id for _, request_id in world.service.orders}) == 1
        await until(lambda: engine.job(job_id).ended)
        await engine.stop()

    with_virtual_time(story)


def test_an_order_whose_answer_was_lost_counts_once_against_the_budget_when_it_is_repeated():
    async def story():
        world = FakeWorld()
        engine, job_id = await in_doubt(world, Settings(trust_repeat_refusal=True))
        price = engine.job(job_id).price
        engine.settings_changed(Settings(trust_repeat_refusal=True, budgets={price.currency: price}))
        await until(lambda: len(world.service.orders) == 2, limit_s=3600)
        await until(lambda: engine.job(job_id).ended)
        assert not [event for event in world.events if isinstance(event, PaidWorkPaused)]
        await engine.stop()

    with_virtual_time(story)


def test_a_model_that_isnt_in_the_catalogue_any_more_is_sent_as_it_was_ordered():
    async def story():
        world = FakeWorld()
        request = replace(a_request(), model="vidu-of-yesterday")
        now = world.clock.now()
        world.store.disk["j"] = a_job(
            "j", S.READY, request=request, created_at=now, meant_for=DEFAULT_BASE_URL
        )
        engine = await started(world)
        await until(lambda: engine.job("j").state is S.STORED, limit_s=600)
        assert len(world.service.charges) == 1
        await engine.stop()

    with_virtual_time(story)


def test_an_account_is_remembered_only_where_something_new_was_learned_of_it():
    async def story():
        world = FakeWorld()
        world.memory = large_account(places=20.0)
        kept = []

        async def keep(places):
            kept.append(dict(places))

        world.memory.keep = keep
        engine = await started(world, Settings(jobs_at_once=10))
        for rehearsal in (True, False):
            engine.submit(a_request(), rehearsal=rehearsal)
        await until(lambda: len(engine.jobs()) == 2 and not engine.unfinished())
        assert kept == []
        world.service.troubles.append(trouble(ServiceBusy, "1302", slow_down=True))
        engine.submit(a_request(), rehearsal=False)
        await until(lambda: len(engine.jobs()) == 3 and not engine.unfinished())
        assert [list(places.values()) for places in kept] == [[7]]
        await engine.stop()

    with_virtual_time(story)


def test_one_that_waits_for_its_place_is_no_longer_held_up_by_what_is_over():
    async def story():
        world = FakeWorld(takes_s=lambda: 3600.0)
        engine = await started(world, Settings(jobs_at_once=1))
        engine.submit(a_request(), rehearsal=False)
        await until(lambda: world.service.charges)
        world.pictures.troubles.extend([trouble(DiskTrouble)] * 8)
        job_id = engine.submit(a_request(), rehearsal=False).job_id
        await until(lambda: len(engine.jobs()) == 2 and engine.job(job_id).state is S.READY)
        assert not engine.stands_still(job_id, patience_s=0.5)
        await engine.stop()

    with_virtual_time(story)


def test_on_a_full_disk_no_order_is_sent_again_and_evidence_is_looked_for_on():
    async def story():
        world = FakeWorld()
        engine, job_id = await in_doubt(world)
        world.disk.free = 0
        engine.send_again(job_id)
        await asyncio.sleep(1)
        assert len(world.service.orders) == 1
        assert engine.paused_by.code == "disk-full"
        evidence_comes(world)
        await until(lambda: engine.job(job_id).state is S.STORED, limit_s=20_000)
        assert len(world.service.orders) == 1
        await engine.stop()

    with_virtual_time(story)


@pytest.mark.parametrize(("sent", "total", "fraction"), [(5, 10, 0.5), (10, 10, 1.0), (0, 0, None)])
def test_an_order_on_its_way_tells_how_much_of_it_has_left(sent, total, fraction):
    async def story():
        world = FakeWorld()
        submit = world.service.submit

        async def in_pieces(order, on_sent):
            on_sent(sent, total)
            return await submit(order, on_sent)

        world.service.submit = in_pieces
        engine = await started(world)
        job_id = engine.submit(a_request(), rehearsal=False).job_id
        await until(lambda: world.service.charges)
        assert JobProgressed(job_id, fraction, sent, total) in world.events
        await engine.stop()

    with_virtual_time(story)


def test_an_order_that_the_person_sends_again_in_the_moment_of_quitting_stays_here():
    async def story():
        world = FakeWorld()
        engine, job_id = await in_doubt(world)
        await asyncio.sleep(60)
        held = HeldAnswers(world)
        engine.submit(a_request(), rehearsal=False)
        await until(lambda: held.out == 1)

        async def for_job(_job):
            await asyncio.sleep(0.5)
            return world.service

        world.services.for_job = for_job
        engine.send_again(job_id)
        await asyncio.sleep(0.1)
        await engine.stop(within_s=5)  # the other order's answer doesn't come
        assert held.out == 1
        assert world.store.disk[job_id].state is S.UNKNOWN

    with_virtual_time(story)


def test_news_that_end_a_long_wait_leave_no_timer_behind(monkeypatch):
    async def story():
        loop, far_s = asyncio.get_running_loop(), []
        call_at = loop.call_at

        def noted(when, *rest, **more):
            if when - loop.time() > 1800:
                far_s.append(when - loop.time())
            return call_at(when, *rest, **more)

        monkeypatch.setattr(loop, "call_at", noted)
        world = FakeWorld()
        engine = await started(world)
        for turn in range(20):
            engine.submit(a_request(prompt=f"{turn}"), rehearsal=False)
            await until(lambda turn=turn: len(world.library.clips) == turn + 1, limit_s=600)
        await engine.stop()
        assert 0 < len(far_s) < 5

    with_virtual_time(story)


@pytest.mark.parametrize("no_answer", ["by_page", "unheard"])
def test_behind_a_page_one_order_is_in_doubt_and_the_others_leave_once_the_service_answers(no_answer):
    async def story():
        world = FakeWorld()
        world.service.troubles.append(trouble(AnswerLost, "no-sense", by_page=True))
        world.service.poll_troubles.extend(
            trouble(ServiceBusy, "no-sense", **{no_answer: True}) for _ in range(5)
        )
        engine = await started(world)
        first, *others = [engine.submit(a_request(), rehearsal=False).job_id for _ in range(4)]
        await until(lambda: len(world.service.poll_troubles) <= 1)
        assert len(world.service.orders) == 1
        assert any(isinstance(event, ServiceLost) for event in world.events)
        assert {engine.job(job_id).state for job_id in others} == {S.READY}

        await until(lambda: all(engine.job(job_id).state is S.STORED for job_id in others))
        assert engine.job(first).state is S.UNKNOWN
        assert len(world.service.charges) == 3
        await engine.stop()

    with_virtual_time(story)


@pytest.mark.parametrize("answer", [Refused, ServiceBusy])
def test_whatever_the_service_itself_answers_opens_the_way_again(answer):
    async def story():
        world = FakeWorld()
        world.service.troubles.append(trouble(AnswerLost, "no-sense", by_page=True))
        world.service.poll_troubles.extend([trouble(answer)] * 3)
        engine = await started(world)
        _, second = [engine.submit(a_request(), rehearsal=False).job_id for _ in range(2)]
        await until(lambda: second in world.store.disk and engine.job(second).state is S.STORED)
        assert len(world.service.charges) == 1
        await engine.stop()

    with_virtual_time(story)
