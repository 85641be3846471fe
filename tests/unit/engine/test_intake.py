"""Which ended jobs go on, and which need a new order."""

import asyncio
from dataclasses import replace
from decimal import Decimal
from typing import cast

import pytest
from fakes.kept_things import a_job
from fakes.virtual_time import until, with_virtual_time
from fakes.world import FakeWorld, a_request, inside, trouble

from vidu_desktop.domain.amounts import usd
from vidu_desktop.domain.job import ENDED, GIVEN_UP, Job, JobState, Trouble
from vidu_desktop.domain.modes import Mode
from vidu_desktop.domain.pictures import JobPicture
from vidu_desktop.domain.settings import Settings
from vidu_desktop.engine.engine import Engine
from vidu_desktop.engine.events import OrderNotTaken
from vidu_desktop.engine.intake import Intake, needs_new_order, pictures_of
from vidu_desktop.engine.job_runner import JobRunner
from vidu_desktop.errors import BadInput, DiskTrouble, Sentence

LOST = Trouble(code=GIVEN_UP, sentence=Sentence("Given up."))


def an_intake(settings: Settings | None = None) -> Intake:
    """Return an intake that starts nothing here."""
    return Intake(inside(FakeWorld().engine(settings)), cast("JobRunner", None))


@pytest.mark.parametrize("state", sorted(set(JobState) - ENDED))
def test_a_job_on_its_way_is_never_begun_again_or_it_would_be_paid_twice(state):
    for task_id in (None, "task-0"):
        job = replace(a_job("j", state), task_id=task_id)
        with pytest.raises(ValueError, match="nothing to try again"):
            an_intake().once_more(job)


def test_a_job_that_was_given_up_as_lost_is_not_sent_anew_under_its_old_number():
    given_up = replace(a_job("j", JobState.CANCELLED), task_id=None, trouble=LOST)
    assert needs_new_order(given_up)
    with pytest.raises(ValueError, match="nothing to try again"):
        an_intake().once_more(given_up)
    # With a task id the service is asked instead.
    assert not needs_new_order(replace(given_up, task_id="task-0"))


def test_what_was_never_taken_goes_again_at_todays_price_and_with_a_new_number():
    refused = replace(
        a_job("j", JobState.REFUSED),
        task_id=None,
        request_id="old",
        send_attempts=3,
        rehearsal=False,
        price=usd("0.20"),
        pictures=(),
    )
    model = refused.request.model
    again = an_intake(Settings(prices={model: Decimal("0.35")})).once_more(refused)
    assert again.state is JobState.READY
    assert again.request_id not in ("old", None)
    assert again.send_attempts == 0
    assert again.price == usd("0.35")


def test_what_was_refused_before_its_pictures_were_ready_begins_there():
    refused = replace(a_job("j", JobState.REFUSED), task_id=None, rehearsal=False)
    refused = replace(refused, pictures=(JobPicture(source_path="/pictures/a.png", name="a.png"),))
    again = an_intake().once_more(refused)
    assert again.state is JobState.DRAFT
    assert again.pictures == refused.pictures


@pytest.mark.parametrize("path", ["/pictures/of me/a cat.png", "C:\\pictures\\of me\\a cat.png", "a cat.png"])
def test_a_picture_is_called_by_the_name_of_its_file(path):
    (picture,) = pictures_of(replace(a_request(), picture_paths=(path,)))
    assert (picture.source_path, picture.name) == (path, "a cat.png")


def test_a_rehearsal_stays_free_when_it_is_tried_again():
    refused = replace(a_job("j", JobState.REFUSED), task_id=None, rehearsal=True, price=usd(0), pictures=())
    again = an_intake().once_more(refused)
    assert (again.price, again.meant_for) == (usd(0), refused.meant_for)


def test_a_full_disk_while_pictures_are_made_ready_is_said_at_the_job_and_tried_again_within_a_second():
    async def story():
        world = FakeWorld()
        world.pictures.troubles.append(trouble(DiskTrouble, "disk-full"))
        engine = world.engine()
        await engine.start()
        job_id = engine.submit(a_request(), rehearsal=False).job_id
        await until(lambda: engine.jobs() and engine.job(job_id).trouble, 60)
        said_s = world.clock.monotonic_s()
        assert engine.job(job_id).state is JobState.DRAFT
        assert engine.job(job_id).trouble.code == "disk-full"
        await until(lambda: engine.job(job_id).state is not JobState.DRAFT)
        assert world.clock.monotonic_s() - said_s <= 1.05
        assert engine.job(job_id).trouble is None
        await engine.stop()

    with_virtual_time(story)


async def started(world: FakeWorld) -> Engine:
    engine = world.engine()
    await engine.start()
    return engine


@pytest.mark.parametrize("change", [{"model": "vidu-of-tomorrow"}, {"mode": Mode.REFERENCE}])
def test_what_this_version_cant_order_is_refused_and_keeps_its_origin_free(change):
    async def story():
        world = FakeWorld()
        engine = await started(world)
        with pytest.raises(BadInput) as refusal:
            engine.submit(replace(a_request(), **change), rehearsal=False, origin="row 1")
        assert refusal.value.code == "model-unknown"
        with pytest.raises(BadInput):
            engine.submit_many([a_request(), replace(a_request(), **change)], rehearsal=False)
        engine.submit(a_request(), rehearsal=False, origin="row 1")
        await until(lambda: [job.state for job in engine.jobs()] == [JobState.STORED])
        await engine.stop()

    with_virtual_time(story)


async def failed_once(world: FakeWorld) -> tuple[Engine, str]:
    world.service.fails.add("task-0")
    engine = await started(world)
    job_id = engine.submit(a_request(), rehearsal=False).job_id
    await until(lambda: engine.jobs() and engine.job(job_id).state is JobState.FAILED)
    return engine, job_id


def test_what_is_ordered_again_already_says_so_by_its_code():
    async def story():
        engine, job_id = await failed_once(FakeWorld())
        engine.retry(job_id)
        with pytest.raises(BadInput) as refusal:
            engine.retry(job_id)
        assert refusal.value.code == "ordered-again"
        await engine.stop()

    with_virtual_time(story)


def test_a_second_order_that_couldnt_be_written_down_may_be_given_once_more():
    async def story():
        world = FakeWorld()
        engine, job_id = await failed_once(world)
        world.store.fail = full_disk
        engine.retry_many([job_id])
        await until(lambda: any(isinstance(event, OrderNotTaken) for event in world.events))
        world.store.fail = lambda _job: None
        engine.retry_many([job_id])
        await until(lambda: any(job.state is JobState.STORED for job in engine.jobs()))
        assert len(engine.jobs()) == 2
        await engine.stop()

    with_virtual_time(story)


@pytest.mark.parametrize(
    ("origin", "said"),
    [
        ("", "nothing was ordered and nothing is charged. Make room, then order it again."),
        ("batch:b/row/1", "Told by the disk."),  # its batch tries again by itself
    ],
)
def test_an_order_that_couldnt_be_written_down_is_said_to_be_none(origin, said):
    async def story():
        world = FakeWorld()
        engine = await started(world)

        def fail(_job: Job) -> None:
            raise DiskTrouble("disk-full", Sentence("Told by the disk."), full=True)

        world.store.fail = fail
        engine.submit(a_request(), rehearsal=False, origin=origin)
        await until(lambda: world.events)
        assert isinstance(world.events[0], OrderNotTaken)
        assert world.events[0].trouble.message.endswith(said)
        await engine.stop()

    with_virtual_time(story)


def full_disk(_job: Job) -> None:
    raise trouble(DiskTrouble, "disk-full", full=True)


def test_a_row_stays_where_what_should_stand_in_its_place_couldnt_be_written_down():
    async def story():
        world = FakeWorld()
        engine = await started(world)
        engine.pause()
        job_id = engine.submit(a_request(), rehearsal=False).job_id
        await until(lambda: engine.jobs() and engine.job(job_id).state is JobState.READY)
        await engine.take_off_to_edit(job_id)
        world.store.fail = full_disk
        engine.submit_many([a_request()], rehearsal=False, instead_of=job_id)
        await until(lambda: any(isinstance(event, OrderNotTaken) for event in world.events))
        await asyncio.sleep(60)
        assert [job.job_id for job in engine.jobs()] == [job_id]
        await engine.stop()

    with_virtual_time(story)


def test_an_order_is_meant_for_the_address_of_its_day_and_a_rehearsal_for_none():
    async def story():
        engine = await started(FakeWorld())
        engine.pause()
        assert engine.submit(a_request(), rehearsal=False).meant_for == engine.new_orders_url
        assert engine.submit(a_request(), rehearsal=True).meant_for is None
        await engine.stop()

    with_virtual_time(story)
