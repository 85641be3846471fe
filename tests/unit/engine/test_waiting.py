"""How a task is polled: how often, how many at once, what each answer means, and when it is given up (virtual time)."""

import asyncio
from collections import deque
from collections.abc import Callable
from datetime import timedelta

import pytest
from fakes.virtual_time import until as until_at_last
from fakes.virtual_time import with_virtual_time
from fakes.world import FakeWorld, a_request, large_account, trouble

from vidu_desktop.domain.job import Job, JobState, Trouble
from vidu_desktop.domain.settings import Settings
from vidu_desktop.engine.engine import Engine
from vidu_desktop.engine.events import JobProgressed, PaidWorkPaused, ServiceLost, ServiceReached
from vidu_desktop.engine.ports import TaskReport, TaskStatus
from vidu_desktop.errors import (
    AccountTrouble,
    KeyTrouble,
    LinkExpired,
    Refused,
    Sentence,
    ServiceBusy,
    ViduDesktopError,
)

S = JobState
LONGEST_WAIT_S = 15.0
DAY = timedelta(days=1)
DONE = TaskReport(status=TaskStatus.SUCCESS, video_url="https://files.test/v.mp4", answer={"id": "t"})


async def until(true: Callable[[], object]) -> None:
    """Let virtual hours pass until the condition holds."""
    await until_at_last(true, limit_s=10_000)


class Answers:
    """The service's answers to the polls, one after the other; the last one is repeated."""

    def __init__(self, world: FakeWorld, *said: TaskReport | ViduDesktopError) -> None:
        self._world = world
        self._said = deque(said)
        self.asked_at_s: list[float] = []
        world.service.poll = self.poll  # type: ignore[method-assign]

    async def poll(self, _task_id: str) -> TaskReport:
        self.asked_at_s.append(self._world.clock.monotonic_s())
        said = self._said.popleft() if len(self._said) > 1 else self._said[0]
        if isinstance(said, TaskReport):
            return said
        raise said

    @property
    def waits_s(self) -> list[float]:
        """Return the seconds between one poll and the next."""
        return [
            round(later - earlier, 3)
            for earlier, later in zip(self.asked_at_s, self.asked_at_s[1:], strict=False)
        ]


def working(progress: float | None = None) -> TaskReport:
    return TaskReport(status=TaskStatus.PROCESSING, progress=progress)


async def ordered(world: FakeWorld, *, rehearsal: bool = False) -> tuple[Engine, Job]:
    engine = world.engine(Settings())
    await engine.start()
    job = engine.submit(a_request(), rehearsal=rehearsal)
    return engine, job


async def now(engine: Engine, job: Job, state: JobState) -> Job:
    await until(lambda: (found := engine.find(job.job_id)) is not None and found.state is state)
    return engine.job(job.job_id)


def test_what_is_done_is_dated_for_a_day_and_says_what_was_answered():
    async def story():
        world = FakeWorld()
        answers = Answers(world, working(), DONE)
        engine, job = await ordered(world)
        found = await now(engine, job, S.STORED)

        done_at = world.clock.start + timedelta(seconds=answers.asked_at_s[-1])
        assert found.finished_at == done_at
        assert found.link_expires_at == done_at + DAY
        assert found.answers["result"] == DONE.answer
        assert world.states(job.job_id)[3:6] == [S.ACCEPTED, S.WAITING, S.READY_TO_FETCH]
        await engine.stop()

    with_virtual_time(story)


def test_a_fresh_link_for_a_finished_video_leaves_the_day_that_it_has():
    async def story():
        world = FakeWorld()
        answers = Answers(world, DONE)
        world.fetcher.troubles.extend([trouble(LinkExpired, "link-spent")])
        engine, job = await ordered(world)
        found = await now(engine, job, S.STORED)

        assert len(answers.asked_at_s) > 1  # the control: there was a second link
        done_at = world.clock.start + timedelta(seconds=answers.asked_at_s[0])
        assert (found.finished_at, found.link_expires_at) == (done_at, done_at + DAY)
        await engine.stop()

    with_virtual_time(story)


OWN_WORDS = Trouble(code="1301", sentence=Sentence("Unsafe."), service_words="sensitive")


@pytest.mark.parametrize("said", [None, OWN_WORDS])
def test_what_the_service_gave_up_has_failed_in_its_words_or_in_ours(said: Trouble | None):
    async def story():
        world = FakeWorld()
        answers = Answers(world, working(), TaskReport(status=TaskStatus.FAIL, trouble=said))
        engine, job = await ordered(world)
        found = await now(engine, job, S.FAILED)

        assert found.finished_at == world.clock.start + timedelta(seconds=answers.asked_at_s[-1])
        assert found.trouble is not None
        if said is None:
            assert found.trouble.code == "failed"
            assert "new order" in str(found.trouble.sentence)
        else:
            assert found.trouble == said
        await asyncio.sleep(3600)
        assert len(answers.asked_at_s) == 2
        await engine.stop()

    with_virtual_time(story)


def test_how_far_the_service_is_is_told_where_it_says_so():
    async def story():
        world = FakeWorld()
        Answers(world, working(), working(0.25), working(), working(0.75), DONE)
        engine, job = await ordered(world)
        await now(engine, job, S.STORED)
        told = [event.fraction for event in world.events if isinstance(event, JobProgressed)]

        assert [fraction for fraction in told if fraction not in (None, 1.0)] == [0.25, 0.75]
        await engine.stop()

    with_virtual_time(story)


def test_the_first_question_comes_when_a_result_may_be_there_and_at_once_after_a_start():
    async def story():
        world = FakeWorld()
        answers = Answers(world, working())
        engine, job = await ordered(world)
        accepted = await now(engine, job, S.WAITING)
        await until(lambda: answers.asked_at_s)
        assert accepted.accepted_at is not None
        taken_s = (accepted.accepted_at - world.clock.start).total_seconds()
        assert answers.asked_at_s[0] > taken_s + 1
        await engine.stop()

        again = world.restarted()
        answers = Answers(again, working())
        engine = again.engine(Settings())
        begun_s = again.clock.monotonic_s()
        await engine.start()
        await until(lambda: answers.asked_at_s)
        assert answers.asked_at_s[0] - begun_s < 0.5
        await engine.stop()

    with_virtual_time(story)


@pytest.mark.parametrize("refusals", [1, 4])
def test_a_task_that_the_service_did_not_know_for_a_moment_is_asked_after_on(refusals: int):
    async def story():
        world = FakeWorld()
        answers = Answers(world, *[trouble(Refused, "1220")] * refusals, working(), working(), DONE)
        engine, job = await ordered(world)
        await until(lambda: len(answers.asked_at_s) == refusals)
        noted = await now(engine, job, S.WAITING)
        assert noted.trouble is not None
        assert noted.trouble.code == "1220"
        await asyncio.sleep(LONGEST_WAIT_S / 2)
        assert engine.stands_still(job.job_id, patience_s=LONGEST_WAIT_S / 3)

        await until(lambda: len(answers.asked_at_s) == refusals + 1)
        await until(lambda: engine.job(job.job_id).trouble is None)
        assert not engine.stands_still(job.job_id, patience_s=LONGEST_WAIT_S / 3)
        assert answers.waits_s[:refusals] == [LONGEST_WAIT_S] * refusals
        await now(engine, job, S.STORED)
        await engine.stop()

    with_virtual_time(story)


def test_refusals_count_only_in_a_row():
    async def story():
        world = FakeWorld()
        four = [trouble(Refused, "1220")] * 4
        Answers(world, *four, working(), *four, working(), *four, DONE)
        engine, job = await ordered(world)
        await now(engine, job, S.STORED)
        await engine.stop()

    with_virtual_time(story)


def test_a_task_that_the_service_does_not_know_any_more_is_given_up_at_the_fifth_refusal():
    async def story():
        world = FakeWorld()
        answers = Answers(world, trouble(Refused, "1220", service_words="no such task"))
        engine, job = await ordered(world)
        found = await now(engine, job, S.EXPIRED)

        assert len(answers.asked_at_s) == 5
        assert found.task_id is not None
        assert found.trouble is not None
        assert (found.trouble.code, found.trouble.service_words) == ("expired", "no such task")
        assert "took the order" in str(found.trouble.sentence)
        await asyncio.sleep(60)
        engine.retry(job.job_id)
        await now(engine, job, S.WAITING)
        assert not engine.stands_still(job.job_id, patience_s=LONGEST_WAIT_S)  # a new try begins
        await engine.stop()

    with_virtual_time(story)


def test_five_quick_refusals_are_no_proof_within_half_a_minute():
    """A person who looks at once causes extra polls; and the service may be just starting."""

    async def story():
        world = FakeWorld()
        answers = Answers(world, trouble(Refused, "1220"))
        await asyncio.sleep(3600)  # the machine has been running for a while
        engine, job = await ordered(world)
        await until(lambda: answers.asked_at_s)
        while len(answers.asked_at_s) < 8:
            engine.nudge()
            await asyncio.sleep(1)
        assert engine.job(job.job_id).state is S.WAITING
        assert answers.asked_at_s[-1] - answers.asked_at_s[0] < 30
        await now(engine, job, S.EXPIRED)
        assert answers.asked_at_s[-1] - answers.asked_at_s[0] >= 30
        await engine.stop()

    with_virtual_time(story)


@pytest.mark.parametrize(("hours", "says"), [(23, "took the order"), (24, "2026-03-01"), (60, "2026-03-01")])
def test_after_its_day_a_video_that_is_gone_is_said_with_the_day_of_its_order(hours: int, says: str):
    async def story():
        world = FakeWorld()
        Answers(world, working())
        engine, job = await ordered(world)
        waiting = await now(engine, job, S.WAITING)
        await engine.stop()
        assert waiting.accepted_at is not None
        age_s = (world.clock.now() - waiting.accepted_at).total_seconds()
        await asyncio.sleep(hours * 3600 - age_s - 60)  # four waits of 15 s fill up the hour

        later = world.restarted()
        Answers(later, trouble(Refused, "1220"))
        engine = later.engine(Settings())
        await engine.start()
        found = await now(engine, job, S.EXPIRED)
        assert found.trouble is not None
        assert says in str(found.trouble.sentence)
        await engine.stop()

    with_virtual_time(story)


def test_a_service_that_cannot_be_reached_is_asked_less_and_less_and_said_once():
    async def story():
        world = FakeWorld()
        answers = Answers(world, *[trouble(ServiceBusy, "offline", slow_down=False)] * 5, working())
        engine, job = await ordered(world)
        await until(lambda: len(answers.asked_at_s) == 5)
        noted = await now(engine, job, S.WAITING)
        assert noted.trouble is not None
        assert noted.trouble.code == "offline"
        await until(lambda: len(answers.asked_at_s) == 7)

        for wait_s, most_s in zip(answers.waits_s, [1, 2, 4, 8, 16], strict=False):
            assert most_s / 2 <= wait_s <= most_s
        said = [type(event) for event in world.events if isinstance(event, ServiceLost | ServiceReached)]
        assert said == [ServiceLost, ServiceReached]
        await engine.stop()

    with_virtual_time(story)


def test_a_refusal_of_whatever_kind_shows_that_the_service_can_be_reached():
    async def story():
        world = FakeWorld()
        offline = trouble(ServiceBusy, "offline", slow_down=False)
        answers = Answers(world, offline, trouble(Refused, "1220"), working())
        engine, _job = await ordered(world)
        await until(lambda: len(answers.asked_at_s) == 2)
        await asyncio.sleep(1)

        said = [type(event) for event in world.events if isinstance(event, ServiceLost | ServiceReached)]
        assert said == [ServiceLost, ServiceReached]
        await engine.stop()

    with_virtual_time(story)


def test_a_service_that_is_asked_too_fast_gets_no_order_either_for_as_long_as_it_says():
    async def story():
        world = FakeWorld()
        busy = trouble(ServiceBusy, "1302", slow_down=True, retry_after_s=120.0)
        answers = Answers(world, busy, working())
        engine, _job = await ordered(world)
        await until(lambda: answers.asked_at_s)
        engine.submit(a_request(), rehearsal=False)
        await until(lambda: len(world.service.orders) == 2)

        assert world.service.orders[1][0] - answers.asked_at_s[0] >= 120
        await engine.stop()

    with_virtual_time(story)


def test_failures_are_forgotten_with_an_answer():
    async def story():
        world = FakeWorld()
        offline = trouble(ServiceBusy, "offline", slow_down=False)
        answers = Answers(world, *[offline] * 4, working(), offline, working())
        engine, _job = await ordered(world)
        await until(lambda: len(answers.asked_at_s) == 7)

        assert answers.waits_s[5] <= 1.0  # the first wait of a new series
        await engine.stop()

    with_virtual_time(story)


def test_the_services_own_wish_is_kept():
    async def story():
        world = FakeWorld()
        answers = Answers(
            world, trouble(ServiceBusy, "1302", slow_down=True, retry_after_s=120.0), working(), DONE
        )
        engine, job = await ordered(world)
        await now(engine, job, S.STORED)

        assert answers.waits_s[0] >= 120
        assert not any(isinstance(event, ServiceLost) for event in world.events)
        await engine.stop()

    with_virtual_time(story)


def test_with_a_refused_key_nothing_is_asked_until_there_is_another_and_then_at_once():
    async def story():
        world = FakeWorld()
        answers = Answers(world, trouble(KeyTrouble, "1000"), working(), DONE)
        engine, job = await ordered(world)
        await until(lambda: engine.paused_by is not None)
        await asyncio.sleep(3600)
        assert len(answers.asked_at_s) == 1
        noted = engine.job(job.job_id)
        assert noted.trouble is not None
        assert (noted.state, noted.trouble.code) == (S.WAITING, "1000")
        paused = [event for event in world.events if isinstance(event, PaidWorkPaused)]
        assert [event.trouble.code for event in paused] == ["1000"]

        asked_s = world.clock.monotonic_s()
        engine.key_changed()
        await until(lambda: len(answers.asked_at_s) == 2)
        assert answers.asked_at_s[1] - asked_s < 0.5
        await now(engine, job, S.STORED)
        await engine.stop()

    with_virtual_time(story)


def test_a_question_that_waited_for_its_turn_meets_no_refused_key():
    """More polls wait than may run at once: the later ones learn from the first, and go on only with another key."""

    async def story():
        world = FakeWorld()
        Answers(world, working())
        world.memory = large_account()
        engine = world.engine(Settings(jobs_at_once=20))
        await engine.start()
        jobs = [engine.submit(a_request(), rehearsal=False) for _ in range(9)]
        for job in jobs:
            await now(engine, job, S.WAITING)
        await engine.stop()

        later = world.restarted()
        asked, refuse = [], asyncio.Event()

        async def poll(_task_id):
            asked.append(later.clock.monotonic_s())
            await refuse.wait()
            raise trouble(KeyTrouble, "1000")

        later.service.poll = poll
        engine = later.engine(Settings(jobs_at_once=20))
        await engine.start()
        await asyncio.sleep(60)
        assert len(asked) == 4
        refuse.set()
        await asyncio.sleep(600)
        assert len(asked) == 4

        answers = Answers(later, DONE)
        engine.key_changed()
        for job in jobs:
            await now(engine, job, S.STORED)
        assert len(answers.asked_at_s) == 9
        await engine.stop()

    with_virtual_time(story)


def test_an_account_without_money_is_asked_on_with_patience_and_pauses_nothing():
    async def story():
        world = FakeWorld()
        answers = Answers(world, *[trouble(AccountTrouble, "1113")] * 3, working(), DONE)
        engine, job = await ordered(world)
        await until(lambda: len(answers.asked_at_s) == 3)
        noted = await now(engine, job, S.WAITING)
        assert noted.trouble is not None
        assert noted.trouble.code == "1113"
        assert engine.paused_by is None
        await now(engine, job, S.STORED)

        assert answers.waits_s[:3] == [LONGEST_WAIT_S] * 3
        await engine.stop()

    with_virtual_time(story)


def test_a_rehearsal_whose_key_is_refused_is_asked_on_with_patience_and_pauses_nothing():
    async def story():
        world = FakeWorld()
        answers = Answers(world, *[trouble(KeyTrouble, "1000")] * 3, DONE)
        engine, job = await ordered(world, rehearsal=True)
        await now(engine, job, S.STORED)

        assert answers.waits_s[:3] == [LONGEST_WAIT_S] * 3
        assert not any(isinstance(event, PaidWorkPaused) for event in world.events)
        await engine.stop()

    with_virtual_time(story)


def test_a_key_that_is_not_for_the_service_of_this_job_says_nothing_of_the_job():
    """The address was changed since: today's key belongs to another service, and today's orders go on."""

    async def story():
        world = FakeWorld()
        answers = Answers(world, working())
        engine, job = await ordered(world)
        await now(engine, job, S.WAITING)
        engine.settings_changed(Settings(base_url="https://another.example/v4"))
        answers = Answers(world, *[trouble(KeyTrouble, "1000", service_words="no")] * 3, DONE)
        await until(lambda: len(answers.asked_at_s) == 3)
        noted = await now(engine, job, S.WAITING)
        assert noted.trouble is not None
        assert (noted.trouble.code, noted.trouble.service_words) == ("1000", "no")
        assert engine.paused_by is None
        await now(engine, job, S.STORED)

        assert answers.waits_s[0] <= 1
        assert answers.waits_s[1] <= 2
        await engine.stop()

    with_virtual_time(story)
