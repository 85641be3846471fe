"""Answers about another order: a paid video is neither ended by one, nor is another video stored in its place."""

from collections import deque

import pytest
from fakes.kept_things import a_job
from fakes.virtual_time import until as until_at_last
from fakes.virtual_time import with_virtual_time
from fakes.world import FakeWorld, a_request, trouble

from vidu_desktop.domain.job import Charge, Job, JobState
from vidu_desktop.domain.settings import Settings
from vidu_desktop.engine.engine import Engine
from vidu_desktop.engine.ports import Accepted, TaskReport, TaskStatus
from vidu_desktop.engine.strange_answers import ANOTHER_ORDER, StrangeAnswers, is_of_another
from vidu_desktop.engine.tallies import OrderNames, Tallies
from vidu_desktop.errors import AnswerLost

S = JobState
OTHERS_VIDEO = "https://files.test/others.mp4"


async def until(true) -> None:
    await until_at_last(true, limit_s=10_000)


def done(**names: str) -> TaskReport:
    return TaskReport(status=TaskStatus.SUCCESS, video_url=OTHERS_VIDEO, answer=dict(names))


def failed(**names: str) -> TaskReport:
    return TaskReport(status=TaskStatus.FAIL, answer=dict(names))


class Mixed:
    """A service whose polls answer first with what is in `strange`, then with the truth. It names each order."""

    def __init__(self, world: FakeWorld, *strange: TaskReport) -> None:
        self.world, self.strange = world, deque(strange)
        world.service.names_orders = True
        self._true = world.service.poll
        world.service.poll = self.poll  # type: ignore[method-assign]

    async def poll(self, task_id: str) -> TaskReport:
        return self.strange.popleft() if self.strange else await self._true(task_id)


async def ended(engine: Engine, job: Job) -> Job:
    await until(lambda: (found := engine.find(job.job_id)) is not None and found.ended)
    return engine.job(job.job_id)


def came_home(*strange: TaskReport) -> tuple[Job, FakeWorld]:
    """Order one video, and let the first polls be answered with these."""
    result: list[Job] = []
    world = FakeWorld()

    async def story():
        nonlocal world
        world = FakeWorld()
        Mixed(world, *strange)
        engine = world.engine(Settings())
        await engine.start()
        result.append(await ended(engine, engine.submit(a_request(), rehearsal=False)))
        await engine.stop()

    with_virtual_time(story)
    return result[0], world


STRANGERS = [
    failed(request_id="a-stranger"),
    failed(request_id="a-stranger", id="strange"),
    done(request_id="a-stranger"),
]


@pytest.mark.parametrize("strange", STRANGERS)
def test_an_answer_about_a_strangers_order_doesnt_count(strange: TaskReport):
    job, world = came_home(strange, strange)
    assert job.state is S.STORED
    assert OTHERS_VIDEO not in world.fetcher.urls
    assert len(world.service.charges) == 1


@pytest.mark.parametrize("strange", STRANGERS)
def test_without_the_look_at_the_name_a_paid_video_would_be_lost(
    strange: TaskReport, monkeypatch: pytest.MonkeyPatch
):
    """The negative control."""
    monkeypatch.setattr(StrangeAnswers, "puts_off", lambda *_: False)
    job, world = came_home(strange, strange)
    assert job.state is S.FAILED or world.fetcher.urls == [OTHERS_VIDEO]


def test_an_answer_under_another_task_id_that_names_this_order_counts():
    async def story():
        world = FakeWorld()
        Mixed(world)
        true = world.service.poll

        async def renumbered(task_id: str) -> TaskReport:
            report = await true(task_id)
            named = {**report.answer, "id": f"{len(world.service.polls)}"}
            return TaskReport(status=report.status, video_url=report.video_url, answer=named)

        world.service.poll = renumbered  # type: ignore[method-assign]
        engine = world.engine(Settings())
        await engine.start()
        job = await ended(engine, engine.submit(a_request(), rehearsal=False))
        assert job.state is S.STORED
        assert ANOTHER_ORDER not in told(world)
        await engine.stop()

    with_virtual_time(story)


def told(world: FakeWorld) -> set[str]:
    return {job.trouble.code for job in world.store.disk.values() if job.trouble is not None}


def test_a_service_that_names_orders_in_its_own_way_is_believed_after_a_while():
    async def story():
        world = FakeWorld()
        Mixed(world, *[done(request_id="its-own-way")] * 50)
        engine = world.engine(Settings())
        await engine.start()
        job = engine.submit(a_request(), rehearsal=False)
        await until(lambda: ANOTHER_ORDER in told(world))
        began_s = world.clock.monotonic_s()
        assert (await ended(engine, job)).state is S.STORED
        assert 60 <= world.clock.monotonic_s() - began_s < 200
        await engine.stop()

    with_virtual_time(story)


def test_a_service_that_gave_the_order_a_name_of_its_own_is_believed_at_once():
    async def story():
        world = FakeWorld()
        Mixed(world, done(request_id="its-own-way"))
        true = world.service.submit

        async def submit(order, on_sent) -> Accepted:
            accepted = await true(order, on_sent)
            return Accepted(task_id=accepted.task_id, answer={**accepted.answer, "request_id": "its-own-way"})

        world.service.submit = submit  # type: ignore[method-assign]
        engine = world.engine(Settings())
        await engine.start()
        assert (await ended(engine, engine.submit(a_request(), rehearsal=False))).state is S.STORED
        assert world.fetcher.urls == [OTHERS_VIDEO]
        await engine.stop()

    with_virtual_time(story)


@pytest.mark.parametrize("by", ["request_id", "id"])
def test_an_answer_about_another_order_of_ours_never_counts(by: str):
    async def story():
        world = FakeWorld()
        mixed = Mixed(world)
        engine = world.engine(Settings())
        await engine.start()
        first = await ended(engine, engine.submit(a_request(), rehearsal=False))
        names = {"request_id": first.request_id or ""} if by == "request_id" else {"id": first.task_id or ""}
        mixed.strange.extend([done(**names)] * 30)
        second = engine.submit(a_request(), rehearsal=False)
        await until(lambda: len(mixed.strange) == 1)
        assert engine.job(second.job_id).state is S.WAITING
        assert told(world) == {ANOTHER_ORDER}
        assert (await ended(engine, second)).state is S.STORED
        assert OTHERS_VIDEO not in world.fetcher.urls
        assert len(world.service.charges) == 2
        await engine.stop()

    with_virtual_time(story)


@pytest.mark.parametrize("by", ["request_id", "id", "number alone"])
def test_an_order_that_is_answered_with_another_orders_number_isnt_taken_for_it(by: str):
    async def story():
        world = FakeWorld()
        Mixed(world)
        engine = world.engine(Settings())
        await engine.start()
        first = await ended(engine, engine.submit(a_request(), rehearsal=False))
        true = world.service.submit

        async def mixed_up(order, on_sent) -> Accepted:
            await true(order, on_sent)
            if by != "request_id":
                answer = {"id": first.task_id} if by == "id" else {}
                return Accepted(task_id=first.task_id or "", answer=answer)
            return Accepted(task_id="new", answer={"id": "new", "request_id": first.request_id})

        world.service.submit = mixed_up  # type: ignore[method-assign]
        second = engine.submit(a_request(), rehearsal=False)
        await until(lambda: second.job_id in world.store.disk and engine.job(second.job_id).sent_at)
        await until(lambda: engine.job(second.job_id).state is S.UNKNOWN)
        doubted = engine.job(second.job_id)
        assert (doubted.charge, doubted.task_id) == (Charge.AT_RISK, None)
        assert told(world) == {ANOTHER_ORDER}

        # its own number brings it home, and it was ordered once
        world.service.submit = true  # type: ignore[method-assign]
        engine.rescue(second.job_id, "task-1")
        assert (await ended(engine, second)).state is S.STORED
        assert len(world.service.orders) == len(world.service.charges) == 2
        await engine.stop()

    with_virtual_time(story)


def test_an_answer_about_another_order_is_no_evidence_of_a_lost_one():
    async def story():
        world = FakeWorld()
        mixed = Mixed(world)
        world.service.knows_request_ids = True
        engine = world.engine(Settings())
        await engine.start()
        first = await ended(engine, engine.submit(a_request(), rehearsal=False))
        world.service.troubles_after_charge.append(trouble(AnswerLost))
        mixed.strange.extend([done(id=first.task_id or "")] * 3)
        second = await ended(engine, engine.submit(a_request(), rehearsal=False))
        assert second.state is S.STORED
        assert second.task_id != first.task_id
        assert OTHERS_VIDEO not in world.fetcher.urls
        assert not mixed.strange
        assert len(world.service.orders) == len(world.service.charges) == 2
        await engine.stop()

    with_virtual_time(story)


def test_a_stranger_who_answers_now_and_then_is_never_believed() -> None:
    """A cache between two computers: every other answer is about this order."""
    strange, names, job = StrangeAnswers(), OrderNames(), a_job(request_id="ours", task_id="our-task")
    for round_s in range(0, 3600, 20):
        assert strange.puts_off(job, {"request_id": "a-stranger"}, names, float(round_s))
        assert not strange.puts_off(job, {"id": "our-task"}, names, round_s + 10.0)


def test_an_answer_by_the_task_id_alone_counts_also_where_two_jobs_have_it() -> None:
    names, first, second = OrderNames(), a_job("first", task_id="shared"), a_job("second", task_id="shared")
    names.put(first)
    names.put(second)
    for job in (first, second):
        assert not StrangeAnswers().puts_off(job, {"id": "shared"}, names, 0.0)


OURS = a_job("ours", request_id="our-ticket", task_id="our-task")
OTHER = a_job("other", request_id="other-ticket", task_id="other-task")
STRANGE = {"request_id": "a-stranger", "id": "our-task"}


def names_of(*jobs: Job) -> OrderNames:
    names = OrderNames()
    for job in jobs:
        names.put(job)
    return names


def test_a_strangers_name_is_believed_only_after_five_answers_and_a_minute():
    few, fast = StrangeAnswers(), StrangeAnswers()
    names = names_of(OURS)
    assert [few.puts_off(OURS, STRANGE, names, at_s) for at_s in (0, 100, 200, 300, 400)] == [True] * 4 + [
        False
    ]
    assert all(fast.puts_off(OURS, STRANGE, names, at_s) for at_s in range(60))
    assert not fast.puts_off(OURS, STRANGE, names, 60)


@pytest.mark.parametrize("own", [{"request_id": "our-ticket", "id": "renumbered"}, {"id": "our-task"}])
def test_an_answer_about_this_order_begins_the_count_anew(own: dict[str, str]):
    strange, names = StrangeAnswers(), names_of(OURS)
    assert all(strange.puts_off(OURS, STRANGE, names, at_s) for at_s in (0, 100, 200, 300))
    assert not strange.puts_off(OURS, own, names, 400)
    assert strange.puts_off(OURS, STRANGE, names, 500)


def test_an_answer_that_names_no_order_counts_under_any_number_that_nobody_has():
    assert not StrangeAnswers().puts_off(OURS, {"id": "renumbered"}, names_of(OURS), 0)


def test_our_request_id_proves_an_answer_whatever_number_it_has():
    mixed = {"request_id": "our-ticket", "id": "other-task"}
    assert not is_of_another(OURS, mixed, names_of(OURS, OTHER))
    assert is_of_another(OURS, {"id": "other-task"}, names_of(OURS, OTHER))


def test_the_first_of_two_orders_with_one_number_keeps_it_until_it_is_gone():
    twin = a_job("twin", request_id="twin-ticket", task_id="our-task")
    names = names_of(OURS, twin)
    assert names.are_of_another(twin, "", "our-task")
    assert not names.are_of_another(OURS, "", "our-task")
    names.drop(twin)
    assert names.are_of_another(twin, "", "our-task")


def test_the_names_of_an_order_that_is_gone_are_free():
    tallies = Tallies()
    tallies.turn(None, OURS)
    tallies.turn(OURS, None)
    assert not tallies.names.are_of_another(OTHER, "our-ticket", "our-task")
