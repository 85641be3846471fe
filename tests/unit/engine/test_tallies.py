"""Sums that are updated as jobs change, compared with the same sums over all jobs."""

import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from fakes.kept_things import a_job
from fakes.virtual_time import until, with_virtual_time
from fakes.world import FakeWorld, a_request, inside, trouble

from vidu_desktop.domain.doors import DOOR_URLS, Door
from vidu_desktop.domain.job import AT_SERVICE, JobState
from vidu_desktop.domain.money import TAKEN, committed
from vidu_desktop.engine.events import JobAdded, JobsAdded, OrderNotTaken
from vidu_desktop.engine.tallies import Tallies, lane_of, side_of
from vidu_desktop.errors import AnswerLost, DiskTrouble, Refused

NOW = datetime(2026, 11, 30, 12, tzinfo=UTC)


def test_whatever_happens_the_running_sums_are_those_over_all_jobs():
    async def story(seed: int):
        dice, world = random.Random(seed), FakeWorld()
        faults = [None, None, None, trouble(AnswerLost), trouble(Refused)]
        world.service.troubles_after_charge.extend(dice.choice(faults) for _ in range(40))
        engine = world.engine()
        await engine.start()
        tallies = inside(engine).jobs.tallies

        def compare(_event: object) -> None:
            jobs = engine.jobs()
            assert tallies.committed == committed(engine.books())
            assert engine.taken_money == sum(job.price for job in engine.books() if job.charge in TAKEN)
            assert tallies.at_service == sum(job.state in AT_SERVICE for job in jobs)
            ready = [job.job_id for job in jobs if job.state is JobState.READY]
            assert next(iter(ready), None) == tallies.ready.first("vidu2-image", lambda _: True)

        world.bus.subscribe(compare)
        for _ in range(8):
            engine.submit_many([a_request() for _ in range(dice.randint(1, 5))], rehearsal=False)
            await until(lambda: True)
            for job in engine.jobs():
                if job.ended and dice.random() < 0.3:
                    engine.remove(job.job_id)
            await until(lambda: not any(job.state is JobState.READY for job in engine.jobs()), 600)
            engine.go_on()
        await engine.stop()

    for seed in range(5):
        with_virtual_time(lambda seed=seed: story(seed))


def test_many_orders_are_one_transaction_and_few_events_and_go_in_their_order():
    async def story():
        world = FakeWorld()
        calls = []
        save_many = world.store.save_many

        async def counted(jobs):
            calls.append(len(jobs))
            await save_many(jobs)

        world.store.save_many = counted
        engine = world.engine()
        await engine.start()
        prompts = [f"wave {number}" for number in range(120)]
        jobs = engine.submit_many([a_request(prompt=prompt) for prompt in prompts], rehearsal=False)
        await until(lambda: len(engine.jobs()) == 120 and not engine.unfinished())
        await engine.stop()
        added = [event for event in world.events if isinstance(event, JobsAdded | JobAdded)]
        assert calls == [120]
        assert [job.request.prompt for event in added for job in event.jobs] == prompts
        assert len(added) == 2
        assert len(world.service.charges) == len(set(world.service.charges)) == 120
        assert [engine.job(job.job_id).state for job in jobs] == [JobState.STORED] * 120

    with_virtual_time(story)


def test_of_many_orders_that_cannot_be_written_down_none_exists():
    async def story():
        world = FakeWorld()

        def full(_job):
            raise trouble(DiskTrouble)

        world.store.fail = full
        engine = world.engine()
        await engine.start()
        engine.submit_many([a_request() for _ in range(3)], rehearsal=False)
        await until(lambda: any(isinstance(event, OrderNotTaken) for event in world.events))
        assert engine.jobs() == []
        assert sum(isinstance(event, OrderNotTaken) for event in world.events) == 3
        await engine.stop()
        assert world.service.orders == []

    with_virtual_time(story)


def test_orders_wait_in_the_lane_of_their_model_at_their_door_and_rehearsals_in_one() -> None:
    ours = replace(a_job("ours"), rehearsal=False, meant_for=None)
    theirs = replace(ours, meant_for=DOOR_URLS[Door.BIGMODEL])
    rehearsed = replace(ours, rehearsal=True)
    lanes = [lane_of(job) for job in (ours, theirs, rehearsed)]

    assert len(set(lanes)) == 3
    other = replace(theirs, request=replace(theirs.request, model="vidu2-reference"))
    sides = [side_of(lane) for lane in lanes]
    assert len(set(sides)) == 3
    assert side_of(lane_of(other)) == sides[1]
    assert lane_of(other) != lanes[1]


def test_only_what_the_service_made_teaches_how_long_it_takes() -> None:
    tallies = Tallies()
    made = replace(a_job("made", JobState.STORED), accepted_at=NOW, finished_at=NOW + timedelta(seconds=30))
    failed = replace(made, job_id="failed", state=JobState.FAILED)
    found = replace(made, job_id="found", accepted_at=None)
    kind = made.request.work_kind
    for job in (made, failed, found):
        tallies.turn(None, job)

    assert tallies.durations_s(kind, rehearsal=made.rehearsal) == [30.0]
    tallies.turn(made, None)
    assert tallies.durations_s(kind, rehearsal=made.rehearsal) == []
