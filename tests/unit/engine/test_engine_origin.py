"""What was ordered once with an origin is never ordered again by itself, whatever happens in between."""

import asyncio
import contextlib
from collections import Counter

import pytest
from fakes.virtual_time import until, with_virtual_time
from fakes.world import FakeWorld, a_request, trouble
from hypothesis import given, settings
from hypothesis import strategies as st

from vidu_desktop.domain.job import Job, JobState
from vidu_desktop.domain.origin import batch_origin, job_id_of_origin, next_attempt, without_attempt
from vidu_desktop.errors import AnswerLost, BadInput, DiskTrouble, Refused

S = JobState
ORIGINS = [batch_origin("b1", key, take) for key in ("row 1", "ряд/2") for take in (1, 2)]
DEEDS = (
    "order", "order", "order", "all at once", "refuse", "lose", "fail", "full disk", "retry", "give up",
    "remove", "wait", "restart",
)  # fmt: skip


class Row:
    """Rows that something orders again and again, on a machine that is struck."""

    def __init__(self) -> None:
        self.world = FakeWorld()
        self.engine = self.world.engine()
        self.asked_again: Counter[str] = Counter()

    def order(self, origin: str) -> None:
        with contextlib.suppress(BadInput):
            self.engine.submit(a_request(prompt=origin), rehearsal=False, origin=origin)

    def retry(self, origin: str) -> None:
        for job in self.engine.jobs():
            if without_attempt(job.origin) == origin:
                with contextlib.suppress(BadInput):
                    if self.engine.retry(job.job_id).job_id != job.job_id:
                        self.asked_again[origin] += 1

    async def restart(self) -> None:
        await self.engine.stop(0)
        self.world = self.world.restarted()
        self.engine = self.world.engine()
        await self.engine.start()

    async def do(self, deed: str, origin: str) -> None:
        match deed:
            case "order":
                self.order(origin)
            case "all at once":
                for one in ORIGINS * 2:
                    self.order(one)
            case "retry":
                self.retry(origin)
            case "wait":
                await asyncio.sleep(60)
            case "restart":
                await self.restart()
            case "give up" | "remove":
                self.tidy(deed)
            case _:
                self.strike(deed)
        await asyncio.sleep(0)

    def strike(self, how: str) -> None:
        service = self.world.service
        match how:
            case "refuse":
                service.troubles.append(trouble(Refused))
            case "lose":
                service.troubles_after_charge.append(trouble(AnswerLost))
            case "fail":
                service.fails |= {f"task-{len(service.charges)}"}
            case "full disk":
                self.world.store.fail = fails_once(self.world)

    def tidy(self, how: str) -> None:
        for job in self.engine.jobs():
            if how == "give up" and job.state is S.UNKNOWN:
                self.engine.give_up(job.job_id)
            elif how == "remove" and job.ended:
                self.engine.remove(job.job_id)


def fails_once(world: FakeWorld):
    def fail(_job) -> None:
        world.store.fail = lambda _job: None
        raise trouble(DiskTrouble)

    return fail


def jobs_of(world: FakeWorld) -> list[Job]:
    return [*world.store.disk.values(), *world.store.removed]


def charges_by_origin(world: FakeWorld) -> Counter[str]:
    wanted = {job.request_id: without_attempt(job.origin) for job in jobs_of(world)}
    return Counter(wanted[request_id] for request_id in world.service.charges)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(DEEDS), st.sampled_from(ORIGINS)), max_size=25))
def test_an_origin_is_charged_once_and_once_more_for_each_time_that_the_person_asks(deeds):
    async def story():
        row = Row()
        await row.engine.start()
        for deed, origin in deeds:
            await row.do(deed, origin)
        await asyncio.sleep(600)
        await row.engine.stop()
        charges = charges_by_origin(row.world)
        assert all(count <= 1 + row.asked_again[origin] for origin, count in charges.items())
        made = Counter(without_attempt(job.origin) for job in jobs_of(row.world) if job.state is S.STORED)
        assert all(count == 1 for count in made.values())

    with_virtual_time(story)


@pytest.mark.parametrize("way", ["one by one", "at once", "refused row first", "after the refused row went"])
def test_of_a_failed_and_a_refused_attempt_one_only_goes_on(way):
    async def story():
        world = FakeWorld()
        world.service.fails.add("task-0")
        engine = world.engine()
        await engine.start()
        first = engine.submit(a_request(), rehearsal=False).job_id
        await until(lambda: first in world.store.disk and engine.job(first).state is S.FAILED)
        world.service.troubles.append(trouble(Refused))
        second = engine.retry(first).job_id
        await until(lambda: second in world.store.disk and engine.job(second).state is S.REFUSED)

        if way == "at once":
            engine.retry_many([first, second])
        elif way == "refused row first":
            engine.retry(second)
            with pytest.raises(BadInput, match="ordered again already"):
                engine.retry(first)  # before anything of the retry is written down
        else:
            third = engine.retry(first).job_id
            with pytest.raises(BadInput, match="ordered again already"):
                engine.retry(second)
            await until(lambda: third in world.store.disk and engine.job(third).state is S.STORED)
            if way == "after the refused row went":
                engine.remove(second)
                await until(lambda: second not in {job.job_id for job in engine.jobs()})
            for row in {first, second} & {job.job_id for job in engine.jobs()}:
                with pytest.raises(BadInput, match="ordered again already"):
                    engine.retry(row)
        await asyncio.sleep(600)
        await engine.stop()
        assert len(world.service.charges) == 2
        assert [job.state for job in engine.jobs()].count(S.STORED) == 1

    with_virtual_time(story)


def test_what_was_taken_already_is_asked_for_although_another_attempt_has_its_video():
    """Asking costs nothing: the service is asked what became of the order."""

    async def story():
        world = FakeWorld()
        world.service.fails.add("task-0")
        engine = world.engine()
        await engine.start()
        first = engine.submit(a_request(), rehearsal=False).job_id
        await until(lambda: first in world.store.disk and engine.job(first).state is S.FAILED)
        second = engine.retry(first).job_id
        await until(lambda: second in world.store.disk and engine.job(second).task_id is not None)
        engine.cancel(second)
        await until(lambda: engine.job(second).state is S.CANCELLED)
        third = engine.retry(first).job_id
        await until(lambda: third in world.store.disk and engine.job(third).state is S.STORED)
        engine.retry(second)
        await until(lambda: engine.job(second).state is S.STORED)
        await engine.stop()
        assert len(world.service.charges) == 3

    with_virtual_time(story)


def test_a_second_order_of_the_same_origin_is_refused_in_words_and_another_take_is_not():
    async def story():
        world = FakeWorld()
        engine = world.engine()
        await engine.start()
        job = engine.submit(a_request(), rehearsal=False, origin=ORIGINS[0])
        for _ in range(2):  # while it is being written down, and after its video has come
            with pytest.raises(BadInput, match="already-ordered"):
                engine.submit(a_request(), rehearsal=False, origin=ORIGINS[0])
            await until(lambda: job.job_id in world.store.disk and engine.job(job.job_id).ended)
        other = engine.submit(a_request(), rehearsal=False, origin=ORIGINS[1])
        await until(lambda: other.job_id in world.store.disk and engine.job(other.job_id).ended)
        await engine.stop()
        assert len(world.service.charges) == 2

    with_virtual_time(story)


def test_an_order_that_the_disk_did_not_take_may_be_tried_again():
    async def story():
        world = FakeWorld()
        engine = world.engine()
        await engine.start()
        world.store.fail = fails_once(world)
        engine.submit(a_request(), rehearsal=False, origin=ORIGINS[0])
        await asyncio.sleep(1)
        job = engine.submit(a_request(), rehearsal=False, origin=ORIGINS[0])
        await until(lambda: job.job_id in world.store.disk and engine.job(job.job_id).state is S.STORED)
        await engine.stop()

    with_virtual_time(story)


def test_a_refused_row_that_was_taken_out_may_be_ordered_again_also_after_a_restart():
    async def story():
        row = Row()
        await row.engine.start()
        row.world.service.troubles.append(trouble(Refused))
        row.order(ORIGINS[0])
        job_id = job_id_of_origin(ORIGINS[0])
        await until(lambda: job_id in row.world.store.disk and row.engine.job(job_id).ended)
        row.engine.remove(job_id)
        await asyncio.sleep(1)
        await row.restart()
        row.order(ORIGINS[0])
        await until(lambda: job_id in row.world.store.disk and row.engine.job(job_id).state is S.STORED)
        await row.engine.stop()
        assert len(row.engine.books()) == 1

    with_virtual_time(story)


def test_attempts_are_counted_on_and_know_what_was_wanted():
    second = next_attempt(ORIGINS[0])
    third = next_attempt(second)
    assert len({job_id_of_origin(origin) for origin in (ORIGINS[0], second, third)}) == 3
    assert without_attempt(third) == without_attempt(ORIGINS[0]) == ORIGINS[0]


@pytest.mark.parametrize("origin", ["", ORIGINS[0]])
def test_a_failed_video_is_ordered_again_once_however_often_and_on_whichever_row_it_is_asked(origin):
    async def story():
        world = FakeWorld()
        world.service.fails.update(("task-0", "task-1"))
        engine = world.engine()
        await engine.start()
        first = engine.submit(a_request(), rehearsal=False, origin=origin).job_id
        await until(lambda: first in world.store.disk and engine.job(first).state is S.FAILED)

        second = engine.retry(first).job_id
        with pytest.raises(BadInput, match="ordered again already"):
            engine.retry(first)  # before the retry is written down
        await until(lambda: second in world.store.disk)
        await engine.stop(0)
        engine = world.restarted().engine()
        await engine.start()
        with pytest.raises(BadInput, match="ordered again already"):
            engine.retry(first)  # after another start, while it goes on
        await until(lambda: engine.job(second).state is S.FAILED)

        third = engine.retry(first).job_id
        assert third not in (first, second)
        for row in (first, second):
            with pytest.raises(BadInput, match="ordered again already"):
                engine.retry(row)
        await until(lambda: third in world.store.disk and engine.job(third).state is S.STORED)
        for row in (first, second):
            with pytest.raises(BadInput, match="ordered again already"):
                engine.retry(row)  # after its video has come
        await engine.stop()
        assert len(world.service.charges) == 3

    with_virtual_time(story)


def test_what_the_disk_did_not_take_may_be_ordered_again():
    async def story():
        world = FakeWorld()
        world.service.fails.add("task-0")
        engine = world.engine()
        await engine.start()
        job_id = engine.submit(a_request(), rehearsal=False).job_id
        await until(lambda: job_id in world.store.disk and engine.job(job_id).state is S.FAILED)
        world.store.fail = fails_once(world)
        engine.retry(job_id)
        await asyncio.sleep(10)
        again = engine.retry(job_id).job_id
        await until(lambda: again in world.store.disk and engine.job(again).state is S.STORED)
        await engine.stop()
        assert len(world.service.charges) == 2

    with_virtual_time(story)
