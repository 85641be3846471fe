"""A storm: a thousand jobs for an account that takes five at once and refuses in every way; and the answers after which
nothing more may be sent. Runs in virtual time, with the program's own readers of answers and of Retry-After.
"""

import asyncio
import itertools
import random
from collections.abc import Callable, Iterator
from datetime import timedelta
from email.utils import format_datetime

import pytest
from fakes.mortal_world import MortalWorld
from fakes.paying_service import CALM
from fakes.scripted_service import Repeats
from fakes.seeded_runs import Figures, seeds
from fakes.virtual_time import with_virtual_time
from fakes.world import FakeWorld, a_request, large_account, trouble
from faults.fault_figures import Row

from vidu_desktop.adapters.net.retry_after import MOST_S, parse_retry_after
from vidu_desktop.adapters.zai.wire import parse_accepted
from vidu_desktop.domain.job import JobState
from vidu_desktop.domain.settings import Settings
from vidu_desktop.engine.events import PaidWorkPaused
from vidu_desktop.engine.pace import Backoff
from vidu_desktop.errors import AccountTrouble, KeyTrouble, ServiceBusy

S = JobState
ALLOWED = 5
AT_ONCE = 20
MOST_IN_ONE_SECOND = AT_ONCE + ALLOWED
"""Places that were free at the beginning of the second, and those that became free in it."""
MOST_REFUSED_SHARE = 0.25
TOO_FAST = ("1302", "1303", "1305", "")


async def until(condition, limit_s: float = 100_000.0) -> None:
    async with asyncio.timeout(limit_s):
        while not condition():
            await asyncio.sleep(1)


class Storm:
    """Refuses the sixth order at once, and some others for no reason, with Retry-After in all its forms."""

    def __init__(self, world: MortalWorld, seed: int, whims: float) -> None:
        self.world = world
        self.dice = random.Random(seed)
        self.whims = whims
        self.refused_at_s: list[float] = []
        self.most_running = 0

    def order_fault(self) -> str | None:
        return None

    def wishes(self) -> str | None:
        now = self.world.clock.now()
        return self.dice.choice(
            [
                None,
                "0",
                "1",
                "2.5",
                "-3",
                "999999999",
                "soon",
                "1e400",
                format_datetime(now + timedelta(seconds=4), usegmt=True),
                format_datetime(now - timedelta(days=1), usegmt=True),
            ]
            if self.dice.random() < 0.02
            else [None, "0", "1"]
        )

    def answer(self, arrive: Callable) -> Callable:
        def answering(order, fault):
            service = self.world.service
            if service.running() < ALLOWED and self.dice.random() >= self.whims:
                read = arrive(order, fault)
                self.most_running = max(self.most_running, service.running())
                return read
            service.arrivals.append((service.now_s(), order.request_id))
            self.refused_at_s.append(service.now_s())
            body = f'{{"error": {{"code": "{self.dice.choice(TOO_FAST)}", "message": "slow down"}}}}'.encode()
            wish_s = parse_retry_after(self.wishes(), self.world.clock.now())
            return lambda: parse_accepted(429, body, retry_after_s=wish_s)

        return answering


def ride(seed: int, jobs: int, whims: float, *, settings: Settings) -> tuple[MortalWorld, Storm, list[float]]:
    world = MortalWorld(seed, Repeats.UNAWARE, CALM, settings=settings)
    storm = Storm(world, seed, whims)
    world.service.arrive = storm.answer(world.service.arrive)
    limits: list[float] = []

    async def story():
        await world.boot()
        engine = world.engine
        for _ in range(jobs):
            engine.submit(a_request(), rehearsal=False)
        await until(lambda: len(engine.jobs()) == jobs)
        while engine.unfinished():
            limits.append(engine._runner.sending.places_of(engine.jobs()[0]).limit)
            await asyncio.sleep(5)
        await world.end(kill=False)

    with_virtual_time(story)
    return world, storm, limits


def most_in_any_second(times_s: list[float]) -> int:
    """Return how many times are in the fullest second, wherever it begins."""
    most, first = 0, 0
    for last, at_s in enumerate(times_s):
        while times_s[first] < at_s - 1.0:
            first += 1
        most = max(most, last - first + 1)
    return most


def storms(jobs: int, chosen: range) -> Figures:
    figures = Figures(f"storm of {jobs} jobs, {ALLOWED} allowed, {AT_ONCE} asked for")
    for seed in chosen:
        world, storm, limits = ride(seed, jobs, 0.02, settings=Settings(jobs_at_once=AT_ONCE))
        posts_s = [at_s for at_s, _ in world.service.arrivals]
        fullest, learned = most_in_any_second(posts_s), sorted(limits)[len(limits) // 2]
        states = [job.state for job in world.books().values()]
        wrongs = world.wrongs()
        if states.count(S.STORED) != jobs or len(world.service.ledger) != jobs:
            wrongs.append(f"{states.count(S.STORED)} stored, {len(world.service.ledger)} charged")
        if fullest > MOST_IN_ONE_SECOND:
            wrongs.append(f"{fullest} orders within a second")
        if len(storm.refused_at_s) > MOST_REFUSED_SHARE * len(posts_s):
            wrongs.append(f"{len(storm.refused_at_s)} of {len(posts_s)} orders refused")
        if not 2 <= learned <= ALLOWED + 2:
            wrongs.append(f"believes that {learned} are allowed at once")
        figures.add(
            seed,
            wrongs,
            stored=states.count(S.STORED),
            orders=len(posts_s),
            refused=len(storm.refused_at_s),
            polls=len(world.service.polls),
        )
        figures.peak("orders_in_a_second", fullest)
        figures.peak("places_learned", int(learned))
        figures.peak("virtual_minutes", int(posts_s[-1] / 60))
    return figures.show()


def figures(seed: int) -> Iterator[Row]:
    """Five storms from `seed` on."""
    yield storms(1000, seeds(5, seed)).row(f"all stored, at most {MOST_IN_ONE_SECOND} orders in a second")


def test_a_storm_of_two_hundred_jobs_ends_with_all_of_them_stored_at_a_bounded_rate():
    assert storms(200, seeds(2)).wrongs == []


@pytest.mark.slow
@pytest.mark.timeout(3600)
def test_a_storm_of_a_thousand_jobs_ends_with_all_of_them_stored_at_a_bounded_rate():
    assert storms(1000, seeds(5)).wrongs == []


def test_without_a_shared_pace_the_rate_is_not_bounded(monkeypatch):
    """The negative control: each refusal is tried again at once."""
    monkeypatch.setattr(Backoff, "wait_s", lambda self, now_s: 0.0)
    world, storm, _ = ride(1, 60, 0.02, settings=Settings(jobs_at_once=AT_ONCE))
    assert len(storm.refused_at_s) > MOST_REFUSED_SHARE * len(world.service.arrivals)


def test_a_wish_to_wait_is_kept_by_the_whole_queue_and_an_absurd_one_is_clamped():
    async def story():
        world = FakeWorld()
        wish_s = parse_retry_after("99999999", world.clock.now())
        world.service.troubles.extend(
            [None, trouble(ServiceBusy, "1302", slow_down=True, retry_after_s=wish_s)]
        )
        engine = world.engine(Settings(jobs_at_once=2))
        await engine.start()
        for _ in range(6):
            engine.submit(a_request(), rehearsal=False)
        await until(lambda: engine.jobs() and not engine.unfinished())
        pauses_s = [later - earlier for (earlier, _), (later, _) in itertools.pairwise(world.service.orders)]
        assert MOST_S <= max(pauses_s) < MOST_S + 60
        assert len(world.service.charges) == 6
        await engine.stop()

    with_virtual_time(story)


@pytest.mark.parametrize(
    ("kind", "code"),
    [(AccountTrouble, "1113"), (KeyTrouble, "1000"), (KeyTrouble, "1004"), (KeyTrouble, "http-401")],
)
def test_no_balance_or_a_refused_key_costs_one_request_and_one_line_while_rehearsals_go_on(kind, code):
    async def story():
        # given an account that accepts nothing, and forty clicks at once
        world = FakeWorld()
        submit = world.service.submit

        async def slow(order, on_sent):
            paid = not next(
                job for job in world.store.disk.values() if job.request_id == order.request_id
            ).rehearsal
            await asyncio.sleep(2)
            if paid and not topped_up:
                world.service.orders.append((world.clock.monotonic_s(), order.request_id))
                raise trouble(kind, code)
            return await submit(order, on_sent)

        topped_up: list[bool] = []
        world.service.submit = slow
        engine = world.engine(Settings(jobs_at_once=5))
        await engine.start()
        for _ in range(40):
            engine.submit(a_request(), rehearsal=False)
        rehearsal = engine.submit(a_request(), rehearsal=True)

        # then one request is sent, one line is shown, and the rehearsal is made
        await until(lambda: engine.paused_by is not None and engine.job(rehearsal.job_id).state is S.STORED)
        await asyncio.sleep(24 * 3600)
        assert len([name for _, name in world.service.orders if name not in world.service.charges]) == 1
        assert [event.trouble.code for event in world.events if isinstance(event, PaidWorkPaused)] == [code]

        # and when the person goes on, one more is sent; once the account is paid for, all the others
        engine.go_on()
        await asyncio.sleep(3600)
        assert len([name for _, name in world.service.orders if name not in world.service.charges]) == 2
        topped_up.append(True)
        engine.key_changed()
        await until(lambda: not engine.unfinished())
        assert len(world.service.charges) == 41
        await engine.stop()

    with_virtual_time(story)


def test_once_an_account_has_taken_an_order_the_others_leave_together():
    async def story():
        world = FakeWorld(takes_s=lambda: 60.0)
        engine = world.engine(Settings(jobs_at_once=5))
        await engine.start()
        for _ in range(5):
            engine.submit(a_request(), rehearsal=False)
        await until(lambda: len(world.service.charges) == 5)
        assert world.service.orders[-1][0] < 5
        await engine.stop()

    with_virtual_time(story)


def test_a_refused_key_is_asked_about_by_a_few_polls_at_most_however_many_wait():
    async def story():
        world = FakeWorld(takes_s=lambda: 5000.0)
        world.memory = large_account()
        engine = world.engine(Settings(jobs_at_once=20))
        await engine.start()
        for _ in range(20):
            engine.submit(a_request(), rehearsal=False)
        await until(lambda: len(world.service.charges) == 20)
        poll, wrong = world.service.poll, []

        async def refusing(task_id):
            await asyncio.sleep(1)
            if not wrong or wrong[-1] is not None:
                wrong.append(task_id)
                raise trouble(KeyTrouble, "1002")
            return await poll(task_id)

        world.service.poll = refusing
        await asyncio.sleep(3600)
        assert engine.paused_by is not None
        assert len(wrong) <= 4
        wrong.append(None)
        engine.key_changed()
        await until(lambda: not engine.unfinished())
        await engine.stop()

    with_virtual_time(story)


@pytest.mark.parametrize("kind", [KeyTrouble, AccountTrouble])
def test_a_rehearsal_that_is_refused_holds_no_paid_order_back(kind):
    async def story():
        world = FakeWorld()
        world.service.troubles.append(trouble(kind))
        world.service.poll_troubles.append(trouble(kind))
        engine = world.engine()
        await engine.start()
        rehearsal = engine.submit(a_request(), rehearsal=True).job_id
        await until(lambda: not world.service.troubles and not world.service.poll_troubles)
        paid = engine.submit(a_request(), rehearsal=False).job_id
        await until(lambda: len(engine.jobs()) == 2 and not engine.unfinished())
        assert {engine.job(job_id).state for job_id in (paid, rehearsal)} == {S.STORED}
        assert not any(isinstance(event, PaidWorkPaused) for event in world.events)
        await engine.stop()

    with_virtual_time(story)
