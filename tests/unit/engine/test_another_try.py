"""What trying again would do is said before it is pressed: at most one attempt for each video, at the price that is charged."""

import asyncio
from dataclasses import replace
from decimal import Decimal

import pytest
from fakes.kept_things import a_job
from fakes.virtual_time import until, with_virtual_time
from fakes.world import FakeWorld, a_request, trouble

from vidu_desktop.domain.amounts import Sums, usd
from vidu_desktop.domain.another_try import AnotherTry
from vidu_desktop.domain.job import GIVEN_UP, JobState, Trouble
from vidu_desktop.domain.origin import job_id_of_origin, next_attempt, origin_of_attempts
from vidu_desktop.domain.settings import Settings
from vidu_desktop.engine.engine import Engine
from vidu_desktop.errors import Refused, Sentence

S = JobState


async def in_state(engine: Engine, job_id: str, state: JobState) -> None:
    await until(lambda: any(job.job_id == job_id and job.state is state for job in engine.jobs()))


async def a_failed_one(world: FakeWorld, **more: str) -> tuple[Engine, str]:
    world.service.fails.add("task-0")
    engine = world.engine()
    await engine.start()
    job_id = engine.submit(a_request(), rehearsal=False, **more).job_id
    await in_state(engine, job_id, S.FAILED)
    return engine, job_id


def offered(engine: Engine) -> tuple[list[str], Sums]:
    """Return the jobs that *Retry all* tries again, and what it says that they cost."""
    tries = engine.tries(engine.jobs())
    taken = [job_id for job_id, again in tries.items() if not again.instead_id]
    return taken, Sums.of(price for job_id in taken if (price := tries[job_id].price) is not None)


@pytest.mark.parametrize("origin", ["", "batch:a/1/1"])
def test_a_failed_video_that_is_ordered_again_has_another_attempt_in_its_stead_until_that_fails(origin):
    async def story():
        world = FakeWorld()
        world.service.fails.add("task-1")
        engine, first = await a_failed_one(world, origin=origin)
        assert engine.tries(engine.jobs()) == {first: AnotherTry(price=usd("0.20"))}

        second = engine.retry(first).job_id
        await in_state(engine, second, S.WAITING)
        assert engine.tries([engine.job(second)]) == {first: AnotherTry(instead_id=second)}
        await in_state(engine, second, S.FAILED)
        assert engine.tries([engine.job(first)]) == {
            first: AnotherTry(instead_id=second),
            second: AnotherTry(price=usd("0.20")),
        }

        third = engine.retry(second).job_id
        await in_state(engine, third, S.STORED)
        engine.remove(third)
        await until(lambda: third not in {job.job_id for job in engine.jobs()})
        standing = {job_id: again.instead_id for job_id, again in engine.tries(engine.jobs()).items()}
        assert standing == {first: third, second: third}  # it is in the library
        await engine.stop()

    with_virtual_time(story)


@pytest.mark.parametrize("refused_again", [False, True])
def test_what_all_tries_together_are_said_to_cost_is_what_is_charged(refused_again):
    async def story():
        world = FakeWorld()
        engine, first = await a_failed_one(world)
        world.service.troubles.extend([trouble(Refused), trouble(Refused)])
        second = engine.retry(first).job_id
        await in_state(engine, second, S.REFUSED)
        other = engine.submit(a_request(), rehearsal=False).job_id
        await in_state(engine, other, S.REFUSED)
        if refused_again:
            engine.remove(second)
            await until(lambda: len(engine.jobs()) == 2)

        taken, cost = offered(engine)
        assert sorted(taken) == sorted([first if refused_again else second, other])
        before = len(world.service.charges)
        engine.retry_many(taken)
        await until(lambda: sum(job.state is S.STORED for job in engine.jobs()) == 2)
        await asyncio.sleep(600)
        await engine.stop()
        assert cost == Sums.of([usd("0.20")] * (len(world.service.charges) - before))

    with_virtual_time(story)


def test_the_price_of_another_try_is_todays():
    async def story():
        world = FakeWorld()
        engine, first = await a_failed_one(world)
        model = engine.job(first).request.model
        engine.settings_changed(Settings(prices={model: Decimal("0.35")}))

        said = engine.tries(engine.jobs())[first].price
        assert said == usd("0.35") == engine.retry(first).price
        await engine.stop()

    with_virtual_time(story)


def test_what_the_service_made_is_asked_for_and_its_older_attempt_isnt_ordered_anew():
    """*Retry all* means both, and the one that costs nothing brings the video."""

    async def story():
        world = FakeWorld()
        first = replace(a_job("first", S.FAILED), rehearsal=False, task_id="task-0", price=usd("0.20"))
        origin = next_attempt(origin_of_attempts("first"))
        second = replace(
            first, job_id=job_id_of_origin(origin), origin=origin, state=S.EXPIRED, task_id="task-1"
        )
        world.store.disk.update({job.job_id: job for job in (first, second)})
        engine = world.engine()
        await engine.start()
        assert engine.tries(engine.jobs()) == {
            "first": AnotherTry(instead_id=second.job_id),
            second.job_id: AnotherTry(),
        }

        engine.retry_many(["first", second.job_id])
        await asyncio.sleep(600)
        assert not world.service.orders
        assert len(engine.jobs()) == 2
        await engine.stop()

    with_virtual_time(story)


def test_nothing_is_said_of_what_goes_on_or_has_its_video_and_a_rehearsal_is_free():
    async def story():
        world = FakeWorld()
        engine = world.engine()
        await engine.start()
        stored = engine.submit(a_request(), rehearsal=False).job_id
        await in_state(engine, stored, S.STORED)
        engine.pause()
        waits = engine.submit(a_request(), rehearsal=False).job_id
        await in_state(engine, waits, S.READY)
        assert engine.tries(engine.jobs()) == {}
        await engine.stop()

        rehearsed = replace(a_job("rehearsed", S.FAILED), rehearsal=True)
        world.store.disk[rehearsed.job_id] = rehearsed
        again = world.engine()
        await again.start()
        assert again.tries([rehearsed]) == {"rehearsed": AnotherTry()}
        await again.stop()

    with_virtual_time(story)


def test_an_order_that_was_given_up_as_lost_is_charged_anew_and_one_that_is_named_since_isnt():
    lost = Trouble(code=GIVEN_UP, sentence=Sentence("Given up."))
    given_up = replace(
        a_job("lost", S.CANCELLED), rehearsal=False, task_id=None, trouble=lost, price=usd("0.20")
    )

    async def story():
        world = FakeWorld()
        world.store.disk["lost"] = given_up
        world.store.disk["named"] = replace(given_up, job_id="named", task_id="task-7")
        engine = world.engine()
        await engine.start()
        assert engine.tries(engine.jobs()) == {
            "lost": AnotherTry(price=usd("0.20")),
            "named": AnotherTry(),
        }
        await engine.stop()

    with_virtual_time(story)


def test_a_refused_attempt_is_not_tried_again_beside_a_later_one_and_one_about_to_be_written_is_no_row_yet():
    async def story():
        world = FakeWorld()
        engine, first = await a_failed_one(world)
        world.service.troubles.append(trouble(Refused))
        second = engine.retry(first).job_id
        assert engine.tries(engine.jobs()) == {first: AnotherTry(price=usd("0.20"))}
        await in_state(engine, second, S.REFUSED)

        third = engine.retry(first).job_id
        await in_state(engine, third, S.WAITING)
        standing = {job_id: again.instead_id for job_id, again in engine.tries(engine.jobs()).items()}
        assert standing == {first: third, second: third}
        await engine.stop()

    with_virtual_time(story)


def test_a_video_of_an_earlier_attempt_is_asked_for_beside_a_later_one():
    async def story():
        world = FakeWorld()
        expired = replace(a_job("first", S.EXPIRED), rehearsal=False, task_id="task-0")
        origin = next_attempt(origin_of_attempts("first"))
        later = replace(expired, job_id=job_id_of_origin(origin), origin=origin, state=S.STORED)
        world.store.disk.update({job.job_id: job for job in (expired, later)})
        engine = world.engine()
        await engine.start()
        assert engine.tries(engine.jobs()) == {"first": AnotherTry()}
        await engine.stop()

    with_virtual_time(story)
