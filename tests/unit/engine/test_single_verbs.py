"""A person's verbs for one job: refused with a code where they make no sense, and no paid work is left alone."""

import asyncio

import pytest
from fakes.virtual_time import until, with_virtual_time
from fakes.world import FakeStore, FakeWorld, a_request, trouble

from vidu_desktop.domain.amounts import Currency, usd
from vidu_desktop.domain.job import Job, JobState
from vidu_desktop.domain.modes import Mode
from vidu_desktop.domain.settings import Settings
from vidu_desktop.engine.engine import Engine
from vidu_desktop.engine.events import Event, JobChanged
from vidu_desktop.errors import AnswerLost, BadInput, DiskTrouble, Refused

S = JobState


async def started(world: FakeWorld, settings: Settings | None = None) -> Engine:
    engine = world.engine(settings)
    await engine.start()
    return engine


async def in_state(engine: Engine, job_id: str, state: JobState) -> None:
    await until(lambda: any(job.job_id == job_id and job.state is state for job in engine.jobs()))


async def one_job(engine: Engine, state: JobState) -> str:
    job_id = engine.submit(a_request(), rehearsal=False).job_id
    await in_state(engine, job_id, state)
    return job_id


def slow_to_write(world: FakeWorld, state: JobState) -> None:
    """Make it take a second to write a job in this state to the disk."""

    async def save(job: Job) -> None:
        if job.state is state:
            await asyncio.sleep(1)
        await FakeStore.save(world.store, job)

    world.store.save = save  # type: ignore[method-assign]


def holding(method) -> tuple[asyncio.Event, object]:
    """Return an event that lets the method go on, and the method that waits for it."""
    goes_on = asyncio.Event()

    async def waits(*values):
        await goes_on.wait()
        return await method(*values)

    return goes_on, waits


def code_of(verb, *values) -> str:
    with pytest.raises(BadInput) as refusal:
        verb(*values)
    return refusal.value.code


@pytest.mark.parametrize(("at", "state"), [("submit", S.SENDING), ("verify", S.VERIFYING)])
def test_what_is_just_being_sent_or_put_away_is_not_taken_off_and_comes_home(at, state):
    async def story():
        world = FakeWorld()
        engine = await started(world)
        owner = world.service if at == "submit" else world.library
        goes_on, waits = holding(getattr(owner, at))
        setattr(owner, at, waits)
        job_id = await one_job(engine, state)
        assert code_of(engine.cancel, job_id) == "just-now"
        goes_on.set()
        await in_state(engine, job_id, S.STORED)
        assert code_of(engine.cancel, job_id) == "already-ended"
        await engine.stop()

    with_virtual_time(story)


def test_what_has_no_answer_is_decided_first_and_neither_taken_off_nor_tried_again():
    async def story():
        world = FakeWorld()
        world.service.troubles_after_charge.append(trouble(AnswerLost))
        engine = await started(world)
        job_id = await one_job(engine, S.UNKNOWN)
        assert code_of(engine.cancel, job_id) == code_of(engine.retry, job_id) == "unknown-first"
        assert engine.job(job_id).state is S.UNKNOWN
        assert len(world.service.orders) == 1
        await engine.stop()

    with_virtual_time(story)


def test_of_several_that_all_refuse_the_first_says_why():
    async def story():
        world = FakeWorld()
        world.service.troubles_after_charge.append(trouble(AnswerLost))
        engine = await started(world)
        unknown = await one_job(engine, S.UNKNOWN)
        stored = await one_job(engine, S.STORED)
        assert code_of(engine.cancel_many, [unknown, stored]) == "unknown-first"
        assert code_of(engine.cancel_many, [stored, unknown]) == "already-ended"
        await engine.stop()

    with_virtual_time(story)


def test_a_lost_order_that_is_found_while_it_is_given_up_comes_home():
    async def story():
        world = FakeWorld(takes_s=lambda: 0.0)
        world.service.troubles_after_charge.append(trouble(AnswerLost))
        world.service.knows_request_ids = world.service.names_orders = True
        slow_to_write(world, S.WAITING)
        engine = await started(world)
        job_id = await one_job(engine, S.UNKNOWN)
        await until(lambda: world.service.polls)  # the order is found, and that is being written down
        await asyncio.sleep(0.5)
        assert engine.job(job_id).state is S.UNKNOWN
        engine.give_up(job_id)
        await in_state(engine, job_id, S.STORED)
        assert S.CANCELLED not in world.states(job_id)
        await engine.stop()

    with_virtual_time(story)


async def taken_off(engine: Engine, job_id: str, verb: str) -> None:
    if verb == "cancel":
        engine.cancel(job_id)
    else:
        await engine.take_off_to_edit(job_id)
    await in_state(engine, job_id, S.CANCELLED)


@pytest.mark.parametrize("verb", ["cancel", "change"])
def test_what_held_a_job_up_before_it_was_taken_off_is_forgotten_when_it_comes_back(verb):
    async def story():
        world = FakeWorld()
        world.pictures.troubles.extend([trouble(DiskTrouble)] * 50)
        engine = await started(world)
        job_id = await one_job(engine, S.DRAFT)
        await asyncio.sleep(300)
        assert engine.stands_still(job_id, patience_s=60)
        await taken_off(engine, job_id, verb)
        stood_still: list[bool] = []

        def look(event: Event) -> None:
            if isinstance(event, JobChanged) and event.job.state is S.DRAFT:
                stood_still.append(engine.stands_still(job_id, patience_s=60))

        world.bus.subscribe(look)
        engine.retry(job_id)
        await until(lambda: stood_still)
        assert not stood_still[0]
        await engine.stop()

    with_virtual_time(story)


@pytest.mark.parametrize("verb", ["cancel", "change"])
def test_what_fits_the_budget_goes_at_once_when_the_order_that_didnt_is_taken_off(verb):
    async def story():
        world = FakeWorld()
        engine = await started(world, Settings(budgets={Currency.USD: usd("0.30")}))
        too_dear = engine.submit(a_request(Mode.REFERENCE), rehearsal=False).job_id
        await in_state(engine, too_dear, S.READY)
        fits = engine.submit(a_request(), rehearsal=False)
        await in_state(engine, fits.job_id, S.READY)
        await asyncio.sleep(60)
        assert not world.service.orders
        assert engine.job(too_dear).price > usd("0.30") > fits.price
        await taken_off(engine, too_dear, verb)
        await asyncio.sleep(60)
        assert engine.job(fits.job_id).state is S.STORED
        await engine.stop()

    with_virtual_time(story)


def test_retry_sends_at_once_what_waited_for_room_on_the_disk():
    async def story():
        world = FakeWorld()
        world.disk.free = 0
        engine = await started(world)
        job_id = await one_job(engine, S.READY)
        await until(lambda: engine.paused_by is not None)
        world.disk.free = 10**12
        engine.retry(job_id)
        await asyncio.sleep(1)
        assert len(world.service.orders) == 1
        await engine.stop()

    with_virtual_time(story)


def test_what_was_taken_off_is_not_asked_for_any_more():
    async def story():
        world = FakeWorld(takes_s=lambda: 3600.0)
        engine = await started(world)
        job_id = await one_job(engine, S.WAITING)
        await until(lambda: world.service.polls)
        engine.cancel(job_id)
        await in_state(engine, job_id, S.CANCELLED)
        asked = len(world.service.polls)
        await asyncio.sleep(7200)
        assert len(world.service.polls) == asked
        await engine.stop()

    with_virtual_time(story)


@pytest.mark.parametrize("many", [False, True])
def test_an_attempt_that_came_back_and_was_refused_again_holds_up_no_other(many):
    async def story():
        world = FakeWorld()
        world.service.fails.add("task-0")
        engine = await started(world)
        first = await one_job(engine, S.FAILED)
        world.service.troubles.extend([trouble(Refused), trouble(Refused)])
        second = engine.retry(first).job_id
        await in_state(engine, second, S.REFUSED)
        orders = len(world.service.orders)
        if many:
            engine.retry_many([second])
        else:
            engine.retry(second)
        await until(lambda: len(world.service.orders) > orders and engine.job(second).state is S.REFUSED)

        third = engine.retry(first).job_id
        await in_state(engine, third, S.STORED)
        await engine.stop()

    with_virtual_time(story)
