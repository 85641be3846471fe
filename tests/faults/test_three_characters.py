"""Lost answers with three kinds of service: one refuses repeats, one answers with the first id, and one doesn't notice
repeats. Whatever breaks, a click is charged at most once, unless the person sends it again.
"""

import asyncio
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from fakes.loopback_world import LoopbackWorld
from fakes.mortal_world import ROUGH, MortalWorld, quiet_engine_logs
from fakes.openings import killed_while_sending, lives, repeat_is_refused
from fakes.paying_service import CALM
from fakes.scripted_service import Kind, Repeats
from fakes.seeded_runs import Figures, seeds
from fakes.virtual_time import until, with_virtual_time
from fakes.world import FakeWorld, a_request, trouble
from faults.fault_figures import Row

from vidu_desktop.domain.job import ACCEPTED_ID_LOST, Charge, JobState
from vidu_desktop.domain.settings import Settings
from vidu_desktop.engine.engine import Engine
from vidu_desktop.engine.job_runner import JobRunner
from vidu_desktop.engine.lasting_pauses import LOST_IN_A_ROW_MOST
from vidu_desktop.engine.preparing import mint_request_id
from vidu_desktop.engine.submit_outcome import SubmitOutcome
from vidu_desktop.errors import (
    AccountTrouble,
    AlreadyTaken,
    AnswerLost,
    DiskTrouble,
    KeyTrouble,
    NotSent,
    Refused,
    ServiceBusy,
)

S = JobState
OPENING = (repeat_is_refused, killed_while_sending)
TRUSTING = Settings(trust_repeat_refusal=True)


LEAVES_THINGS_OPEN = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
"""A program that is killed closes nothing: neither a picture that is being sent nor a connection that is being made."""


def run_all(
    repeats: Repeats, chosen: range, *, settings: Settings | None = None, engine_of=Engine
) -> Figures:
    figures = Figures(f"three characters, {repeats}{', repeats trusted' if settings else ''}")
    for seed in chosen:
        world = MortalWorld(seed, repeats, ROUGH, settings=settings, engine_of=engine_of)
        with quiet_engine_logs():
            with_virtual_time(lambda world=world: lives(world, *OPENING, jobs=6, rough_s=400))
        states = [job.state for job in world.books().values()]
        figures.add(
            seed,
            world.wrongs(),
            orders=len(world.service.arrivals),
            charges=len(world.service.ledger),
            kills=world.kills,
            stored=states.count(S.STORED),
            unknown=states.count(S.UNKNOWN),
        )
    return figures.show()


def figures(seed: int) -> Iterator[Row]:
    """A thousand runs of each kind from `seed` on, and some with the real adapters."""
    aim = "charges a click: at most 1, 0 wrong"
    for repeats in Repeats:
        yield run_all(repeats, seeds(1000, seed)).row(aim)
    for repeats in (Repeats.REFUSES, Repeats.FIRST_ID):
        yield run_all(repeats, seeds(1000, seed), settings=TRUSTING).row(aim)
    for repeats in Repeats:
        with tempfile.TemporaryDirectory() as folder:
            yield run_on_loopback(Path(folder), repeats, seeds(40, seed)).row(aim)


@pytest.mark.parametrize("repeats", Repeats)
def test_a_click_is_charged_at_most_once_and_nothing_charged_is_forgotten(repeats):
    figures = run_all(repeats, seeds(25))
    assert figures.runs == 1 or all(figures.counts[name] for name in ("charges", "stored", "kills"))
    assert figures.wrongs == []


@pytest.mark.slow
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("repeats", Repeats)
def test_a_click_is_charged_at_most_once_in_a_thousand_runs(repeats):
    assert run_all(repeats, seeds(1000)).wrongs == []


@pytest.mark.parametrize("repeats", [Repeats.REFUSES, Repeats.FIRST_ID])
def test_trusting_the_refusal_of_repeats_charges_once_where_repeats_are_noticed(repeats):
    assert run_all(repeats, seeds(12), settings=TRUSTING).wrongs == []


@pytest.mark.slow
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("repeats", [Repeats.REFUSES, Repeats.FIRST_ID])
def test_trusting_the_refusal_of_repeats_charges_once_in_a_thousand_runs(repeats):
    assert run_all(repeats, seeds(1000), settings=TRUSTING).wrongs == []


def run_on_loopback(home: Path, repeats: Repeats, chosen: range, *, trust: bool = False) -> Figures:
    figures = Figures(f"real adapters, {repeats}{', repeats trusted' if trust else ''}")
    for seed in chosen:
        world = LoopbackWorld(home / f"{seed}", seed, repeats, trust=trust)
        with quiet_engine_logs(), world.service:
            asyncio.run(world.live(jobs=8, cuts=4))
            requests = world.service.count(Kind.SUBMIT)
        unknown = sum(job.state is S.UNKNOWN for job in world.books)
        figures.add(
            seed,
            world.wrongs(),
            orders=requests,
            charges=len(world.service.ledger),
            stored=world.clips,
            unknown=unknown,
        )
    return figures.show()


@LEAVES_THINGS_OPEN
@pytest.mark.parametrize("repeats", Repeats)
def test_with_real_adapters_every_charged_video_comes_home_once(repeats, tmp_path):
    assert run_on_loopback(tmp_path, repeats, seeds(1)).wrongs == []


@LEAVES_THINGS_OPEN
@pytest.mark.slow
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("repeats", Repeats)
def test_with_real_adapters_every_charged_video_comes_home_once_in_forty_runs(repeats, tmp_path):
    assert run_on_loopback(tmp_path, repeats, seeds(40)).wrongs == []


@LEAVES_THINGS_OPEN
@pytest.mark.slow
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("repeats", [Repeats.REFUSES, Repeats.FIRST_ID])
def test_with_real_adapters_and_repeats_trusted_nothing_is_charged_twice(repeats, tmp_path):
    assert run_on_loopback(tmp_path, repeats, seeds(20), trust=True).wrongs == []


def test_the_runs_go_red_for_an_engine_that_sends_a_lost_order_again_under_a_new_ticket(monkeypatch):
    """The negative control: what the official client does."""

    async def lost(self, job, trouble, asked_at_s, doubt):
        await self._context.jobs.move_until_saved(job.job_id, S.READY, request_id=mint_request_id())

    monkeypatch.setattr(SubmitOutcome, "lost", lost)
    for repeats in Repeats:
        wrongs = run_all(repeats, range(1)).wrongs
        assert any("charged 2 times, 1 allowed" in wrong for wrong in wrongs)


def test_the_runs_go_red_for_an_engine_that_takes_a_no_to_the_repeat_for_a_no_to_the_order(monkeypatch):
    sort_out = SubmitOutcome.sort_out

    async def forgetful(self, job, error, asked_at_s, doubt):
        await sort_out(self, job, error, asked_at_s, None)

    monkeypatch.setattr(SubmitOutcome, "sort_out", forgetful)
    assert run_all(Repeats.UNAWARE, range(1)).wrongs


def test_the_runs_go_red_for_an_engine_that_forgets_what_was_sent(monkeypatch):
    """The negative control of the start: a SENDING that is found on the disk is taken for READY."""

    async def _recover(self, job):
        if job.state is S.SENDING:
            await self._context.jobs.move_until_saved(job.job_id, S.READY)

    monkeypatch.setattr(JobRunner, "_recover", _recover)
    often = replace(ROUGH, kill=0.03, order=0.0)

    def wrongs(seed: int) -> list[str]:
        world = MortalWorld(seed, Repeats.UNAWARE, often)
        with quiet_engine_logs():
            with_virtual_time(lambda: lives(world, *OPENING, jobs=6))
        return world.wrongs()

    assert any("in doubt" in wrong for wrong in wrongs(1))


# What the runs found, one by one


@pytest.mark.parametrize("error", [ServiceBusy, NotSent, KeyTrouble, AccountTrouble, Refused])
def test_a_no_to_the_repeat_leaves_the_first_order_in_doubt(error):
    async def story():
        # given an order that was charged, but whose answer was lost
        world = FakeWorld()
        world.service.troubles_after_charge.append(trouble(AnswerLost))
        engine = world.engine()
        await engine.start()
        job_id = engine.submit(a_request(), rehearsal=False).job_id
        await until(lambda: engine.jobs() and engine.job(job_id).state is S.UNKNOWN)

        # when the person sends it again and the service refuses
        world.service.troubles.append(trouble(error))
        engine.send_again(job_id)
        await until(lambda: len(world.service.orders) == 2 and engine.job(job_id).state is S.UNKNOWN)
        engine.go_on()
        await asyncio.sleep(3600)

        # then it is still unknown whether it was charged, and nothing is sent by itself
        assert engine.job(job_id).state is S.UNKNOWN
        assert engine.job(job_id).charge is Charge.AT_RISK
        assert len(world.service.orders) == 2
        await engine.stop()

    with_virtual_time(story)


def test_that_the_service_has_the_order_is_not_forgotten_when_a_repeat_comes_to_nothing():
    async def story():
        world = FakeWorld()
        world.service.troubles.append(trouble(AlreadyTaken, ACCEPTED_ID_LOST))
        engine = world.engine()
        await engine.start()
        job_id = engine.submit(a_request(), rehearsal=False).job_id
        await until(lambda: engine.jobs() and engine.job(job_id).state is S.UNKNOWN)
        for error in (ServiceBusy, AnswerLost, NotSent):
            world.service.troubles.append(trouble(error))
            engine.send_again(job_id)
            sent = len(world.service.orders)
            await until(lambda sent=sent: len(world.service.orders) > sent)
            await until(lambda: engine.job(job_id).state is S.UNKNOWN)
            assert engine.job(job_id).charge is Charge.SPENT
        await engine.stop()

    with_virtual_time(story)


def test_clicking_send_again_twice_sends_once_and_never_stands_still():
    async def story():
        world = FakeWorld()
        world.service.troubles_after_charge.append(trouble(AnswerLost))
        slow = world.store.save

        async def save(job):
            await asyncio.sleep(0.1)
            await slow(job)

        world.store.save = save
        engine = world.engine()
        await engine.start()
        job_id = engine.submit(a_request(), rehearsal=False).job_id
        await until(lambda: engine.jobs() and engine.job(job_id).state is S.UNKNOWN)
        engine.send_again(job_id)
        await asyncio.sleep(0.05)
        engine.send_again(job_id)
        await until(lambda: engine.job(job_id).state is S.STORED)
        assert len(world.service.orders) == 2
        await engine.stop()

    with_virtual_time(story)


def test_removing_a_lost_order_from_the_list_on_a_failing_disk_keeps_its_money_in_the_books():
    async def story():
        world = FakeWorld()
        world.service.troubles.append(trouble(AnswerLost))
        engine = world.engine()
        await engine.start()
        job_id = engine.submit(a_request(), rehearsal=False).job_id
        await until(lambda: engine.jobs() and engine.job(job_id).state is S.UNKNOWN)
        engine.give_up(job_id)
        await until(lambda: engine.job(job_id).ended)
        remove, tries = world.store.remove_many, []

        async def failing(names):
            tries.append(names)
            if len(tries) < 3:
                raise trouble(DiskTrouble, "disk-full")
            await remove(names)

        world.store.remove_many = failing
        engine.remove(job_id)
        await until(lambda: not engine.jobs())
        assert [job.charge for job in engine.books()] == [Charge.LOST]
        await engine.stop()

    with_virtual_time(story)


def test_cancelling_on_a_full_disk_takes_effect_when_there_is_room():
    async def story():
        world = MortalWorld(1, Repeats.REFUSES, CALM)
        await world.boot()
        engine = world.engine
        job_id = engine.submit(a_request(), rehearsal=False).job_id
        await until(lambda: engine.jobs() and engine.job(job_id).state is S.WAITING)
        world.disk_full = True
        engine.cancel(job_id)
        await asyncio.sleep(60)
        assert engine.job(job_id).state is S.WAITING
        world.disk_full = False
        await until(lambda: engine.job(job_id).state is S.CANCELLED)
        assert engine.job(job_id).charge is Charge.SPENT
        await world.end(kill=False)

    with_virtual_time(story)


def test_an_outage_that_swallows_answers_puts_only_a_few_orders_at_risk():
    async def story():
        world = FakeWorld()
        world.service.troubles.extend([trouble(AnswerLost, "http-502")] * 300)
        engine = world.engine(Settings(jobs_at_once=20))
        await engine.start()
        for _ in range(300):
            engine.submit(a_request(), rehearsal=False)
        await asyncio.sleep(24 * 3600)
        assert len(world.service.orders) == LOST_IN_A_ROW_MOST
        assert engine.paused_by is not None
        assert engine.paused_by.code == "answers-lost"

        # and when the service is back, the person's word lets the others be sent
        world.service.troubles.clear()
        engine.go_on()
        await until(lambda: all(job.state in (S.UNKNOWN, S.STORED) for job in engine.jobs()))
        assert len(world.service.charges) == 300 - LOST_IN_A_ROW_MOST
        await engine.stop()

    with_virtual_time(story)
