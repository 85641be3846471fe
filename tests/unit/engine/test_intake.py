"""Which ended jobs go on, and which are another order."""

from dataclasses import replace
from decimal import Decimal
from typing import cast

import pytest
from fakes.kept_things import a_job
from fakes.virtual_time import until, with_virtual_time
from fakes.world import FakeWorld, a_request, inside, trouble

from vidu_desktop.domain.amounts import usd
from vidu_desktop.domain.job import ENDED, GIVEN_UP, JobState, Trouble
from vidu_desktop.domain.settings import Settings
from vidu_desktop.engine.intake import Intake, needs_new_order
from vidu_desktop.engine.job_runner import JobRunner
from vidu_desktop.errors import DiskTrouble, Sentence

LOST = Trouble(code=GIVEN_UP, sentence=Sentence("Given up."))


def an_intake(settings: Settings | None = None) -> Intake:
    """Of which nothing is started here."""
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
    assert not needs_new_order(replace(given_up, task_id="task-0"))  # named since: it is asked for


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
        await until(lambda: engine.jobs() and engine.job(job_id).trouble)
        said_s = world.clock.monotonic_s()
        assert engine.job(job_id).state is JobState.DRAFT
        assert engine.job(job_id).trouble.code == "disk-full"
        await until(lambda: engine.job(job_id).state is not JobState.DRAFT)
        assert world.clock.monotonic_s() - said_s <= 1.05
        assert engine.job(job_id).trouble is None
        await engine.stop()

    with_virtual_time(story)
