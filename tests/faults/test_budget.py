"""The budget is checked at the moment of sending, against everything that was charged or perhaps was; over restarts, and with
any number of clicks from any number of places.
"""

import asyncio
import random
from collections.abc import Iterator
from dataclasses import replace

import pytest
from fakes.mortal_world import ROUGH, MortalWorld, quiet_engine_logs
from fakes.paying_service import CALM
from fakes.scripted_service import Repeats
from fakes.seeded_runs import Figures, seeds
from fakes.virtual_time import until, with_virtual_time
from fakes.world import FakeWorld, a_request, trouble
from faults.fault_figures import Row

from vidu_desktop.domain.amounts import Currency, Money, Sums, usd
from vidu_desktop.domain.job import Charge, JobState
from vidu_desktop.domain.modes import Mode
from vidu_desktop.domain.money import committed
from vidu_desktop.domain.settings import Settings
from vidu_desktop.engine.events import PaidWorkPaused
from vidu_desktop.errors import AnswerLost, Refused

S = JobState
PRICE_USD = usd("0.20")


def of(amount: str, at_once: int = 5) -> Settings:
    return Settings(budgets={Currency.USD: usd(amount)}, jobs_at_once=at_once)


def run_all(chosen: range, budget: Money | None) -> Figures:
    """Rough times with a budget of seven videos and twenty clicks; the service never takes more than that."""
    figures = Figures("budget of seven videos")
    for seed in chosen:
        settings = Settings(
            budgets={} if budget is None else {Currency.USD: budget},
            jobs_at_once=random.Random(seed).choice([1, 5, 20]),
        )
        world = MortalWorld(seed, Repeats.REFUSES, ROUGH, settings=settings)
        with quiet_engine_logs():
            with_virtual_time(lambda world=world: world.live(jobs=20, rough_s=900))
        wrongs = [wrong for wrong in world.wrongs() if "stands at READY" not in wrong]
        charged = PRICE_USD * len(world.service.ledger)
        if charged > 7 * PRICE_USD:
            wrongs.append(f"{charged} were charged")
        if committed(world.books().values()).inside(Currency.USD) > 7 * PRICE_USD:
            wrongs.append(f"{committed(world.books().values()).inside(Currency.USD)} are spent or at risk")
        figures.add(
            seed,
            wrongs,
            clicks=world.submitted,
            charges=len(world.service.ledger),
            kills=world.kills,
            at_the_limit=int(committed(world.books().values()).inside(Currency.USD) == 7 * PRICE_USD),
        )
    return figures.show()


def figures(seed: int) -> Iterator[Row]:
    """Two hundred rough times from `seed` on."""
    yield run_all(seeds(200, seed), 7 * PRICE_USD).row(
        "never more charged or at risk than the budget, 0 wrong"
    )


def test_in_rough_times_no_more_is_charged_than_the_budget():
    figures = run_all(seeds(5), 7 * PRICE_USD)
    assert figures.runs == 1 or figures.counts["at_the_limit"]
    assert figures.wrongs == []


@pytest.mark.slow
@pytest.mark.timeout(3600)
def test_in_two_hundred_rough_times_no_more_is_charged_than_the_budget():
    assert run_all(seeds(200), 7 * PRICE_USD).wrongs == []


def test_without_the_check_the_runs_go_red():
    """The negative control: the same clicks without a budget."""
    assert any("were charged" in wrong for wrong in run_all(range(1, 4), None).wrongs)


def test_a_budget_holds_over_restarts_with_clicks_from_everywhere():
    async def story():
        # given a budget of six, spent by clicks from two places at once, over five starts
        world = MortalWorld(5, Repeats.UNAWARE, CALM, settings=of("1.20", at_once=20))
        for _ in range(5):
            await world.boot()
            engine = world.engine

            async def clicks(engine=engine):
                for _ in range(4):
                    engine.submit(a_request(), rehearsal=False)
                    await asyncio.sleep(world.dice.random() * 0.1)

            await asyncio.gather(clicks(), clicks())
            await asyncio.sleep(world.dice.random() * 20)
            await world.end(kill=True)
        await world.boot()
        world.engine.go_on()
        for job in world.engine.jobs():
            if job.state is S.UNKNOWN:  # the kill may have come while it was being sent
                world.engine.give_up(job.job_id)
        await asyncio.sleep(24 * 3600)
        assert committed(world.engine.books()) == Sums.of([usd("1.20")])
        assert len(world.service.ledger) <= 6
        assert world.engine.paused_by.code == "budget"
        await world.end(kill=False)

    with_virtual_time(story)


@pytest.mark.parametrize("ending", ["removed", "given up", "given up and removed", "cancelled", "failed"])
def test_what_was_charged_or_perhaps_was_counts_however_it_ended(ending):
    async def story():
        # given a budget of one, and one order that ended badly
        world = MortalWorld(1, Repeats.UNAWARE, CALM, settings=of("0.20"))
        if "given up" in ending:
            world.service.order_fault = lambda: "lost-before"
        if ending == "failed":
            world.service.odds = replace(CALM, task_fails=1.0)
        await world.boot()
        engine = world.engine
        job_id = engine.submit(a_request(), rehearsal=False).job_id
        if "given up" in ending:
            await until(lambda: engine.jobs() and engine.job(job_id).state is S.UNKNOWN)
            engine.give_up(job_id)
        if ending == "cancelled":
            await until(lambda: engine.jobs() and engine.job(job_id).state is S.WAITING)
            engine.cancel(job_id)
        await until(lambda: engine.jobs() and engine.job(job_id).ended)
        if "removed" in ending:
            engine.remove(job_id)
            await until(lambda: not engine.jobs())

        # then nothing more is sent, not even after another start
        sent = len(world.service.arrivals)
        for _ in range(2):
            world.engine.submit(a_request(), rehearsal=False)
            await asyncio.sleep(3600)
            assert len(world.service.arrivals) == sent
            assert world.engine.paused_by.code == "budget"
            await world.end(kill=True)
            await world.boot()
        await world.end(kill=False)

    with_virtual_time(story)


def test_an_order_that_was_refused_gives_its_money_back_to_the_budget_without_a_click():
    async def story():
        world = FakeWorld()
        submit, hold = world.service.submit, asyncio.Event()

        async def held(order, on_sent):
            if len(world.service.orders) == 1:
                world.service.orders.append((0.0, order.request_id))
                await hold.wait()
                raise trouble(Refused, "1301")
            return await submit(order, on_sent)

        world.service.submit = held
        engine = world.engine(of("0.40"))
        await engine.start()
        for _ in range(3):
            engine.submit(a_request(), rehearsal=False)
        await until(lambda: engine.paused_by is not None)
        assert engine.paused_by.code == "budget"
        hold.set()
        await until(lambda: engine.jobs() and not engine.unfinished())
        assert sorted(job.state for job in engine.jobs()) == [S.REFUSED, S.STORED, S.STORED]
        assert engine.paused_by is None
        await engine.stop()

    with_virtual_time(story)


def test_a_dear_order_that_is_taken_off_lets_the_cheaper_ones_behind_it_go():
    async def story():
        world = FakeWorld()
        engine = world.engine(of("0.30"))
        await engine.start()
        dear = engine.submit(a_request(Mode.REFERENCE), rehearsal=False).job_id
        cheap = engine.submit(a_request(Mode.IMAGE), rehearsal=False).job_id
        await until(lambda: engine.paused_by is not None)
        await asyncio.sleep(600)
        assert world.service.orders == []
        engine.cancel(dear)
        await until(lambda: engine.job(cheap).state is S.STORED)
        assert engine.paused_by is None
        assert sum(isinstance(event, PaidWorkPaused) for event in world.events) == 1
        await engine.stop()

    with_virtual_time(story)


def test_orders_at_risk_count_and_a_raised_budget_goes_on_at_once():
    async def story():
        world = FakeWorld()
        world.service.troubles.append(trouble(AnswerLost))
        engine = world.engine(of("0.40"))
        await engine.start()
        for _ in range(3):
            engine.submit(a_request(), rehearsal=False)
        await until(lambda: engine.paused_by is not None)
        await asyncio.sleep(3600)
        charges = sorted(job.charge for job in engine.jobs())
        assert charges == sorted([Charge.AT_RISK, Charge.SPENT, Charge.PLANNED])
        engine.settings_changed(of("0.60"))
        await until(lambda: len(world.service.charges) == 2)
        await engine.stop()

    with_virtual_time(story)


def test_rehearsals_need_no_budget():
    async def story():
        world = FakeWorld()
        engine = world.engine(of("0.00"))
        await engine.start()
        job_id = engine.submit(a_request(), rehearsal=True).job_id
        await until(lambda: engine.jobs() and engine.job(job_id).state is S.STORED)
        assert engine.paused_by is None
        await engine.stop()

    with_virtual_time(story)
