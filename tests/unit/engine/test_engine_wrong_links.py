"""A link that doesn't work leads back to the task that gave it; no link is tried for ever (virtual time)."""

import asyncio
from itertools import pairwise

import pytest
from fakes.virtual_time import until, with_virtual_time
from fakes.world import FakeWorld, a_request, trouble

from vidu_desktop.domain.job import JobState
from vidu_desktop.engine.events import JobProgressed
from vidu_desktop.errors import LINK_FORBIDDEN, DiskTrouble, LinkExpired, NotAVideo, Refused, ServiceBusy

S = JobState
HOUR_S = 3600.0
FORBIDDEN = trouble(NotAVideo, LINK_FORBIDDEN)
CUT = trouble(ServiceBusy, "cut")


async def fetching(world: FakeWorld) -> tuple:
    engine = world.engine()
    await engine.start()
    job = engine.submit(a_request(), rehearsal=False)
    await until(lambda: job.job_id in world.store.disk and world.fetcher.urls)
    return engine, job.job_id


def wrong_at_first(world: FakeWorld, error, answers: int = 1) -> None:
    """Make the first `answers` polls return a wrong link."""
    world.fetcher.trouble_of = lambda url: error if "wrong" in url else None
    given = iter(["https://wrong.test/v.mp4"] * answers)
    world.service.link_of = lambda task_id: next(given, f"https://files.test/{task_id}.mp4")


@pytest.mark.parametrize(
    ("error", "tries"),
    [(FORBIDDEN, 1), (CUT, 2), (trouble(NotAVideo, "page"), 2), (trouble(ServiceBusy, "unreachable"), 2)],
)
def test_a_wrong_link_goes_back_to_the_poll_and_the_next_one_brings_the_video(error, tries):
    async def story():
        world = FakeWorld()
        wrong_at_first(world, error)
        engine, job_id = await fetching(world)
        began_s = world.clock.monotonic_s()
        await until(lambda: engine.job(job_id).state is S.STORED)
        assert world.fetcher.urls == ["https://wrong.test/v.mp4"] * tries + ["https://files.test/task-0.mp4"]
        assert world.clock.monotonic_s() - began_s < 10
        assert len(world.service.charges) == 1
        await engine.stop()

    with_virtual_time(story)


@pytest.mark.parametrize("error", [FORBIDDEN, CUT, trouble(LinkExpired, "http-404")])
def test_of_a_result_with_several_videos_each_is_tried(error):
    async def story():
        world = FakeWorld()
        world.fetcher.trouble_of = lambda url: error if "wrong" in url else None
        world.service.link_of = lambda _: f"https://wrong.test/{len(world.service.polls)}.mp4"
        world.service.more_links = ("https://files.test/good.mp4",)
        engine, job_id = await fetching(world)
        await until(lambda: engine.job(job_id).ended)
        assert engine.job(job_id).state is S.STORED
        assert world.fetcher.urls[-1] == "https://files.test/good.mp4"
        assert len(world.service.charges) == 1
        await engine.stop()

    with_virtual_time(story)


def test_a_file_that_is_never_a_video_is_asked_for_under_another_link():
    async def story():
        world = FakeWorld()
        wrong_at_first(world, None)
        world.library.verify_troubles.extend([trouble(NotAVideo, "video-truncated")] * 2)
        engine, job_id = await fetching(world)
        await until(lambda: engine.job(job_id).state is S.STORED)
        assert world.fetcher.urls == ["https://wrong.test/v.mp4"] * 2 + ["https://files.test/task-0.mp4"]
        await engine.stop()

    with_virtual_time(story)


def test_a_link_that_gets_further_each_time_is_kept():
    async def story():
        world = FakeWorld()
        came = iter(range(100, 1000, 100))
        world.fetcher.trouble_of = lambda url: CUT if len(world.fetcher.urls) < 8 else None
        world.fetcher.comes_to = lambda url: next(came)
        engine, job_id = await fetching(world)
        polls = len(world.service.polls)
        await until(lambda: engine.job(job_id).state is S.STORED)
        assert len(world.service.polls) == polls
        await engine.stop()

    with_virtual_time(story)


def test_asking_for_a_link_is_polite_however_often_it_is_wrong():
    async def story():
        world = FakeWorld()
        wrong_at_first(world, FORBIDDEN, answers=10_000)
        engine, job_id = await fetching(world)
        polls = len(world.service.polls)
        await asyncio.sleep(1.2 * HOUR_S)
        assert 60 < len(world.service.polls) - polls < 180  # half a minute to a minute apart
        assert not engine.job(job_id).ended, "its day isn't over"
        await engine.stop()

    with_virtual_time(story)


@pytest.mark.parametrize(("error", "forgets"), [(FORBIDDEN, True), (CUT, False)])
def test_after_its_day_a_video_without_a_link_that_works_is_expired(error, forgets):
    async def story():
        world = FakeWorld()
        wrong_at_first(world, error, answers=10_000)
        engine, job_id = await fetching(world)
        await asyncio.sleep(23 * HOUR_S)
        assert engine.job(job_id).state in (S.READY_TO_FETCH, S.FETCHING, S.WAITING)
        await asyncio.sleep(1.5 * HOUR_S)
        if forgets:
            world.service.poll_troubles.extend([trouble(Refused, "1220")] * 10)
        await asyncio.sleep(2 * HOUR_S)
        job = engine.job(job_id)
        assert (job.state, job.task_id) == (S.EXPIRED, "task-0")
        assert "try again" in str(job.trouble.sentence)

        world.service.poll_troubles.clear()
        world.service.link_of = lambda task_id: "https://files.test/late.mp4"
        engine.retry(job_id)
        await until(lambda: engine.job(job_id).state is S.STORED)
        await engine.stop()

    with_virtual_time(story)


def test_retry_asks_for_another_link_at_once():
    async def story():
        world = FakeWorld()
        wrong_at_first(world, CUT, answers=30)
        engine, job_id = await fetching(world)
        await asyncio.sleep(600)
        world.service.link_of = lambda task_id: "https://files.test/right.mp4"
        await until(lambda: engine.job(job_id).state is S.READY_TO_FETCH)
        pressed_s = world.clock.monotonic_s()
        engine.retry(job_id)
        engine.retry(job_id)  # people click twice
        await until(lambda: engine.job(job_id).state is S.STORED)
        assert world.clock.monotonic_s() - pressed_s < 1
        assert world.fetcher.urls[-1] == "https://files.test/right.mp4"
        assert len(world.service.charges) == 1
        await engine.stop()

    with_virtual_time(story)


def test_retry_after_a_restart_asks_too():
    async def story():
        world = FakeWorld()
        wrong_at_first(world, CUT, answers=10_000)
        engine, job_id = await fetching(world)
        await until(lambda: engine.job(job_id).state is S.READY_TO_FETCH and engine.job(job_id).trouble)
        await engine.stop()

        later = world.restarted()
        world.service.link_of = lambda task_id: "https://files.test/right.mp4"
        engine = later.engine()
        await engine.start(only=[])
        engine.retry(job_id)
        engine.allow(job_id)
        await until(lambda: engine.job(job_id).state is S.STORED)
        assert later.fetcher.urls == ["https://files.test/right.mp4"]
        await engine.stop()

    with_virtual_time(story)


def test_a_run_that_waits_gives_up_waiting_although_the_service_answers_each_time():
    async def story():
        world = FakeWorld()
        wrong_at_first(world, CUT, answers=10_000)
        engine, job_id = await fetching(world)
        began_s = world.clock.monotonic_s()
        await until(lambda: engine.stands_still(job_id, 60.0))
        assert 59 < world.clock.monotonic_s() - began_s < 130
        await engine.stop()

    with_virtual_time(story)


def test_while_one_waits_for_a_link_its_place_at_the_service_is_free():
    async def story():
        world = FakeWorld()
        wrong_at_first(world, CUT, answers=10_000)
        engine, job_id = await fetching(world)
        await asyncio.sleep(600)
        await until(lambda: engine.job(job_id).state is S.READY_TO_FETCH)
        began_s = world.clock.monotonic_s()
        others = [engine.submit(a_request(), rehearsal=False).job_id for _ in range(5)]
        await until(lambda: all(i in world.store.disk and engine.job(i).task_id for i in others))
        assert world.clock.monotonic_s() - began_s < 10
        await engine.stop()

    with_virtual_time(story)


def test_what_failed_before_the_net_came_back_says_nothing_of_the_link():
    async def story():
        world = FakeWorld()
        world.fetcher.troubles.extend([CUT] * 5)
        engine, job_id = await fetching(world)
        polls = len(world.service.polls)
        for tries in range(1, 6):
            await until(lambda tries=tries: len(world.fetcher.urls) == tries)
            await asyncio.sleep(0.1)  # it is waiting now
            engine.nudge()
        await until(lambda: engine.job(job_id).state is S.STORED)
        assert len(world.service.polls) == polls
        await engine.stop()

    with_virtual_time(story)


def test_each_try_of_a_download_is_counted():
    async def story():
        world = FakeWorld()
        world.fetcher.troubles.append(CUT)
        engine, job_id = await fetching(world)
        await until(lambda: engine.job(job_id).state is S.STORED)
        assert engine.job(job_id).fetch_attempts == len(world.fetcher.urls) == 2
        await engine.stop()

    with_virtual_time(story)


async def later_with_spent_links(world: FakeWorld, hours: float, spent: int) -> tuple:
    """End the program before a video is fetched, and start it again `hours` after that."""
    world.fetcher.troubles.extend([CUT] * 2)
    engine, job_id = await fetching(world)
    await engine.stop()
    await asyncio.sleep(hours * HOUR_S)
    later = world.restarted()
    later.fetcher.troubles.extend([trouble(LinkExpired, service_words="signature has expired")] * spent)
    engine = later.engine()
    await engine.start()
    await until(lambda: engine.job(job_id).ended)
    await engine.stop()
    return engine.job(job_id), later.fetcher.urls


def test_an_hour_after_its_day_spent_links_in_a_row_say_that_it_is_too_late():
    async def story():
        gone, urls = await later_with_spent_links(FakeWorld(), hours=25.1, spent=7)
        assert gone.state is S.EXPIRED
        assert len(urls) == 6
        assert gone.trouble is not None
        assert gone.trouble.code == "expired"
        assert "signature has expired" in gone.trouble.message

    with_virtual_time(story)


@pytest.mark.parametrize("hours", [24.5, 25.1, 24 * 30])
def test_after_its_day_a_few_spent_links_lose_nothing(hours):
    async def story():
        fetched, urls = await later_with_spent_links(FakeWorld(), hours=hours, spent=5)
        assert fetched.state is S.STORED
        assert len(urls) == 6

    with_virtual_time(story)


def test_on_its_day_a_file_host_that_lags_for_some_seconds_loses_nothing():
    async def story():
        world = FakeWorld()
        world.fetcher.troubles.extend([trouble(LinkExpired)] * 5)
        engine, job_id = await fetching(world)
        began_s = world.clock.monotonic_s()
        await until(lambda: engine.job(job_id).ended)
        assert engine.job(job_id).state is S.STORED
        assert 8 < world.clock.monotonic_s() - began_s < 120
        await engine.stop()

    with_virtual_time(story)


def test_links_are_spent_six_times_in_a_row_before_a_video_is_said_to_be_too_late():
    async def story():
        world = FakeWorld()
        world.fetcher.troubles.extend([trouble(LinkExpired)] * 20)
        engine, job_id = await fetching(world)
        await until(lambda: engine.job(job_id).ended)
        assert engine.job(job_id).state is S.EXPIRED
        assert len(world.fetcher.urls) == 6
        await engine.stop()

    with_virtual_time(story)


def test_after_a_spent_link_the_next_one_is_tried_as_often_as_any():
    async def story():
        world = FakeWorld()
        links = (f"https://files.test/{number}.mp4" for number in range(9))
        world.service.link_of = lambda task_id: next(links)
        world.fetcher.troubles.extend([CUT, trouble(LinkExpired), CUT, None])
        engine, job_id = await fetching(world)
        await until(lambda: engine.job(job_id).state is S.STORED)
        tried = [url.rpartition("/")[2] for url in world.fetcher.urls]
        assert tried == ["0.mp4", "0.mp4", "1.mp4", "1.mp4"]
        await engine.stop()

    with_virtual_time(story)


def test_retry_begins_every_count_anew():
    async def story():
        world = FakeWorld()
        wrong_at_first(world, CUT, answers=10_000)
        engine, job_id = await fetching(world)
        await asyncio.sleep(1800)
        assert not engine.stands_still(job_id, 4000.0)
        assert engine.stands_still(job_id, 600.0)
        await until(lambda: engine.job(job_id).state is S.READY_TO_FETCH)
        engine.retry(job_id)
        pressed_s, tried = world.clock.monotonic_s(), len(world.fetcher.urls)
        await until(lambda: len(world.fetcher.urls) >= tried + 3)
        assert world.clock.monotonic_s() - pressed_s < 10, "it waits as if it had failed for half an hour"
        assert not engine.stands_still(job_id, 600.0)
        await engine.stop()

    with_virtual_time(story)


@pytest.mark.parametrize(("size", "fraction"), [(2000, 0.25), (None, None)])
def test_a_download_tells_how_far_it_is_where_its_size_is_known(size, fraction):
    async def story():
        world = FakeWorld()
        fetch = world.fetcher.fetch

        async def in_pieces(job_id, url, on_progress):
            on_progress(500, size)
            return await fetch(job_id, url, on_progress)

        world.fetcher.fetch = in_pieces
        engine, job_id = await fetching(world)
        await until(lambda: engine.job(job_id).state is S.STORED)
        assert JobProgressed(job_id, fraction, 500, size) in world.events
        assert JobProgressed(job_id, 1.0, 1000, 1000) in world.events
        await engine.stop()

    with_virtual_time(story)


def test_a_full_disk_is_said_at_the_video_that_waits_for_it_and_looked_at_ever_more_seldom():
    async def story():
        world = FakeWorld()
        tried_at_s = []

        async def full(job, path, video):
            tried_at_s.append(world.clock.monotonic_s())
            raise trouble(DiskTrouble, "disk-full", full=True)

        world.library.keep, keep = full, world.library.keep
        engine, job_id = await fetching(world)
        await until(lambda: len(tried_at_s) == 6)
        assert engine.job(job_id).trouble.code == "disk-full"
        waits_s = [after - before for before, after in pairwise(tried_at_s)]
        for number, wait_s in enumerate(waits_s):
            assert 0.5 * 2**number <= wait_s <= 2**number
        world.library.keep = keep
        await until(lambda: engine.job(job_id).state is S.STORED)
        await engine.stop()

    with_virtual_time(story)
