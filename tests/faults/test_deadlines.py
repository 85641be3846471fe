"""Links live one day: after an outage or a sleep the most urgent video comes home first, a spent link is asked for
again, too late is said plainly, and nothing of this happens in a crowd.
"""

import asyncio
import random

import pytest
from fakes.mortal_world import Machine, MortalWorld
from fakes.paying_service import CALM
from fakes.scripted_service import Repeats
from fakes.virtual_time import with_virtual_time
from fakes.world import a_request

from vidu_desktop.domain.job import JobState
from vidu_desktop.domain.settings import Settings
from vidu_desktop.engine.priority_semaphore import PrioritySemaphore
from vidu_desktop.errors import Sentence, ServiceBusy

S = JobState
DAY_S = 86_400.0
POLLS_AT_ONCE = 4
LOOKS_AT_ONCE = 2
FETCHES_AT_ONCE = 3


async def until(condition, limit_s: float = 10 * DAY_S) -> None:
    async with asyncio.timeout(limit_s):
        while not condition():
            await asyncio.sleep(0.5)


class Watched:
    """Counts requests that are under way at once, and their order. `polls_fail` and `files_away` refuse all of them."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.polls: list[tuple[float, str]] = []
        self.fetches: list[str] = []
        self.most_polls = self.most_fetches = 0
        self.polls_fail = self.files_away = False
        self._polling = self.fetching = 0
        poll, fetch = Machine.poll, Machine.fetch

        async def watched_poll(machine, task_id):
            self.polls.append((machine.world.clock.monotonic_s(), task_id))
            self._polling += 1
            self.most_polls = max(self.most_polls, self._polling)
            try:
                await asyncio.sleep(0.5)
                if self.polls_fail:
                    raise ServiceBusy("offline", Sentence("Offline."))
                return await poll(machine, task_id)
            finally:
                self._polling -= 1

        async def watched_fetch(machine, job_id, url, on_progress):
            self.fetches.append(job_id)
            self.fetching += 1
            self.most_fetches = max(self.most_fetches, self.fetching)
            try:
                await asyncio.sleep(0.5)
                if self.files_away:
                    raise ServiceBusy("offline", Sentence("Offline."))
                return await fetch(machine, job_id, url, on_progress)
            finally:
                self.fetching -= 1

        monkeypatch.setattr(Machine, "poll", watched_poll)
        monkeypatch.setattr(Machine, "fetch", watched_fetch)


@pytest.fixture
def watched(monkeypatch):
    return Watched(monkeypatch)


async def a_world_with_links(watched: Watched, jobs: int, *, seed: int = 1) -> MortalWorld:
    """Return a world with jobs whose tasks ended at different times while the host of the files was away; it still is."""
    world = MortalWorld(seed, Repeats.REFUSES, CALM, settings=Settings(jobs_at_once=20))
    ends_s = iter(random.Random(seed).sample(range(20, 20 + 400 * jobs, 400), jobs))
    world.service.takes_s = lambda: next(ends_s)
    watched.files_away = True
    await world.boot()
    for _ in range(jobs):
        world.engine.submit(a_request(), rehearsal=False)
    await until(lambda: len(world.service.ledger) == jobs)
    await until(lambda: all(job.link_expires_at for job in world.engine.jobs()))
    return world


def by_end_of_link(world: MortalWorld) -> list[str]:
    return [job.job_id for job in sorted(world.books().values(), key=lambda job: job.link_expires_at)]


async def files_come_back(watched: Watched) -> None:
    """Let the files be there again; `fetches` begins with the first one that finds them."""
    await until(lambda: not watched.fetching)
    watched.fetches.clear()
    watched.files_away = False


def most_out_of_turn(watched: Watched, world: MortalWorld) -> int:
    """Return by how many places a video came too early or too late; videos that are let in together may overtake each other."""
    came, wanted = list(dict.fromkeys(watched.fetches)), by_end_of_link(world)
    assert set(came) == set(wanted)
    return max(abs(came.index(name) - wanted.index(name)) for name in wanted)


def test_after_an_outage_and_another_start_the_links_that_end_first_are_fetched_first(watched):
    async def story():
        world = await a_world_with_links(watched, 12)
        await world.end(kill=True)
        await files_come_back(watched)
        await world.boot()
        await until(lambda: not world.engine.unfinished())
        assert most_out_of_turn(watched, world) < FETCHES_AT_ONCE
        assert watched.most_fetches <= FETCHES_AT_ONCE
        assert world.wrongs() == []
        await world.end(kill=False)

    with_virtual_time(story)


def test_after_a_sleep_everything_wakes_and_the_most_urgent_goes_first(watched):
    async def story():
        world = await a_world_with_links(watched, 12, seed=2)
        world.clock.asleep_s += 8 * 3600
        await files_come_back(watched)
        world.engine.nudge()
        await until(lambda: not world.engine.unfinished(), limit_s=120)
        assert most_out_of_turn(watched, world) < FETCHES_AT_ONCE
        assert watched.most_fetches <= FETCHES_AT_ONCE
        await world.end(kill=False)

    with_virtual_time(story)


def test_a_gate_that_knows_no_urgency_serves_them_in_another_order(watched, monkeypatch):
    """The negative control."""
    passed = PrioritySemaphore.passed
    monkeypatch.setattr(PrioritySemaphore, "passed", lambda self, urgency: passed(self, -urgency))

    async def story():
        world = await a_world_with_links(watched, 12)
        await world.end(kill=True)
        await files_come_back(watched)
        await world.boot()
        await until(lambda: not world.engine.unfinished())
        assert most_out_of_turn(watched, world) > FETCHES_AT_ONCE
        await world.end(kill=False)

    with_virtual_time(story)


def test_after_a_sleep_that_nobody_announced_all_are_polled_at_once_a_few_at_a_time_oldest_first(watched):
    async def story():
        # given twenty tasks that are polled every 15 seconds
        world = MortalWorld(1, Repeats.REFUSES, CALM, settings=Settings(jobs_at_once=20))
        world.service.takes_s = lambda: 6 * 3600.0
        await world.boot()
        for _ in range(20):
            world.engine.submit(a_request(), rehearsal=False)
        await until(lambda: len(world.service.ledger) == 20)
        await asyncio.sleep(3600)

        # when the machine sleeps for seven hours, which can only be seen by its clocks
        watched.most_polls = 0
        world.clock.asleep_s += 7 * 3600
        slept_at_s = world.clock.monotonic_s()
        await until(lambda: not world.engine.unfinished(), limit_s=60)

        # then all were polled soon after the sleep was noticed, never more than a few at a time
        asked = {name for at_s, name in watched.polls if slept_at_s - 1 < at_s}
        assert len(asked) == 20
        assert watched.most_polls <= POLLS_AT_ONCE
        assert watched.most_fetches <= FETCHES_AT_ONCE
        await world.end(kill=False)

    with_virtual_time(story)


def test_after_a_sleep_the_connections_are_new_before_anything_is_asked(watched, monkeypatch):
    """A request over a dead connection waits for its timeout, and the sleep has cost enough time already."""

    async def story():
        # given a task that is polled every 15 seconds, and connections that take a while
        at_s = []

        async def refresh(machine):
            polls = len(watched.polls)
            await asyncio.sleep(1)
            at_s.append(machine.world.clock.monotonic_s())
            assert len(watched.polls) == polls

        monkeypatch.setattr(Machine, "refresh", refresh)
        world = MortalWorld(1, Repeats.REFUSES, CALM)
        world.service.takes_s = lambda: 2 * DAY_S
        await world.boot()
        world.engine.submit(a_request(), rehearsal=False)
        await until(lambda: len(world.service.ledger) == 1)
        await asyncio.sleep(3600)
        await until(lambda: world.clock.monotonic_s() - watched.polls[-1][0] < 1)

        # when the machine sleeps
        world.clock.asleep_s += 7 * 3600
        await until(lambda: at_s, limit_s=12)

        # then it makes new connections, and polls at once
        await until(lambda: watched.polls[-1][0] >= at_s[0], limit_s=1)
        await world.end(kill=False)

    with_virtual_time(story)


def test_many_orders_in_doubt_are_asked_about_a_few_at_a_time(watched):
    async def story():
        world = MortalWorld(1, Repeats.REFUSES, CALM, settings=Settings(jobs_at_once=20))
        world.service.order_fault = lambda: "lost-after"
        world.service.knows_request_ids = True
        watched.polls_fail = True
        await world.boot()
        for _ in range(30):
            world.engine.submit(a_request(), rehearsal=False)
        while any(job.state is not S.UNKNOWN for job in world.engine.jobs()) or not world.engine.jobs():
            world.engine.go_on()
            await asyncio.sleep(20)
        await world.end(kill=True)
        watched.polls_fail, watched.most_polls = False, 0
        await world.boot()
        await until(lambda: not world.engine.unfinished())
        assert watched.most_polls <= POLLS_AT_ONCE + LOOKS_AT_ONCE
        assert len(world.service.ledger) == 30
        assert world.wrongs() == []
        await world.end(kill=False)

    with_virtual_time(story)


def test_a_spent_link_is_asked_for_again_and_the_video_comes_home(watched):
    async def story():
        # given links that are good for only ten minutes, while the task is known for a day
        world = await a_world_with_links(watched, 3)
        spent = [job.video_url for job in world.engine.jobs()]
        world.service.link_life_s = 600
        for task in world.service.tasks.values():
            task.gone_s += 2 * DAY_S
        world.clock.asleep_s += 30 * 3600
        await files_come_back(watched)
        world.engine.nudge()
        await until(lambda: not world.engine.unfinished())
        assert {job.state for job in world.engine.jobs()} == {S.STORED}
        assert not {job.video_url for job in world.engine.jobs()} & set(spent)
        assert len(world.service.ledger) == 3
        await world.end(kill=False)

    with_virtual_time(story)


def test_too_late_is_said_with_the_date_and_the_task_number_is_kept(watched):
    async def story():
        world = await a_world_with_links(watched, 3)
        world.clock.asleep_s += 40 * 3600
        await files_come_back(watched)
        world.engine.nudge()
        await until(lambda: not world.engine.unfinished())
        for job in world.engine.jobs():
            assert job.state is S.EXPIRED
            assert job.task_id in world.service.tasks
            assert job.trouble is not None
            assert f"{job.accepted_at:%Y-%m}" in job.trouble.message
            assert "one day" in job.trouble.message or "spent" in job.trouble.message
        # and it can be asked for again without costs
        for task in world.service.tasks.values():
            task.gone_s = world.clock.true_s() + DAY_S
        for job in world.engine.jobs():
            world.engine.retry(job.job_id)
        await until(lambda: all(job.state is S.STORED for job in world.engine.jobs()))
        assert len(world.service.ledger) == 3
        await world.end(kill=False)

    with_virtual_time(story)


def test_a_library_that_is_away_keeps_no_other_video_from_coming_in_before_its_link_ends(watched):
    async def story():
        world = await a_world_with_links(watched, 8)
        world.library_read_only = True
        await files_come_back(watched)
        world.engine.nudge()
        await until(lambda: all(job.state is S.VERIFYING for job in world.engine.jobs()), limit_s=600)
        assert len(set(watched.fetches)) == 8
        world.clock.asleep_s += 40 * 3600  # all links are spent by then
        world.library_read_only = False
        world.engine.nudge()
        await until(lambda: not world.engine.unfinished())
        assert {job.state for job in world.engine.jobs()} == {S.STORED}
        await world.end(kill=False)

    with_virtual_time(story)


@pytest.mark.parametrize("days", [-400, -1, 1, 400])
def test_a_clock_that_is_set_by_days_expires_nothing(watched, days):
    async def story():
        world = await a_world_with_links(watched, 4)
        world.clock.set_s += days * DAY_S
        await files_come_back(watched)
        world.engine.nudge()
        await until(lambda: not world.engine.unfinished())
        assert {job.state for job in world.engine.jobs()} == {S.STORED}
        await world.end(kill=False)

    with_virtual_time(story)
