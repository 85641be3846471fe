"""Jobs are moved in line: they are sent in the order that is shown, even after a restart."""

import random

import pytest
from fakes.held_orders import held_orders
from fakes.kept_things import a_job
from fakes.virtual_time import until, with_virtual_time
from fakes.world import FakeWorld, a_request

from vidu_desktop.domain.job import Job, JobState
from vidu_desktop.domain.settings import Settings
from vidu_desktop.engine.queue_order import positions_after_move
from vidu_desktop.engine.tallies import queue_place

S = JobState


def line(count: int, positions: list[float] | None = None) -> list[Job]:
    places = positions or [float(number) for number in range(1, count + 1)]
    return [
        a_job(f"job-{number}", S.READY, position=position) for number, position in enumerate(places, start=1)
    ]


def order_after(waiting: list[Job], moved: set[str], before: str | None) -> list[str]:
    positions = positions_after_move(waiting, moved, before)
    placed = {job.job_id: positions.get(job.job_id, job.position) for job in waiting}
    assert len(set(placed.values())) == len(placed)
    return sorted(placed, key=placed.__getitem__)


@pytest.mark.parametrize(
    ("moved", "before", "after"),
    [
        ({"job-4"}, "job-1", "4123"),
        ({"job-1"}, None, "2341"),
        ({"job-1"}, "job-3", "2134"),
        ({"job-4", "job-2"}, "job-1", "2413"),
        ({"job-1"}, "gone", "2341"),
    ],
)
def test_what_is_moved_stands_together_before_another_one(
    moved: set[str], before: str | None, after: str
) -> None:
    assert order_after(line(4), moved, before) == [f"job-{number}" for number in after]


@pytest.mark.parametrize(
    ("moved", "before"),
    [({"job-1"}, "job-2"), ({"job-1", "job-2"}, "job-1"), (set(), "job-1"), ({"job-4"}, None)],
)
def test_what_stands_there_already_is_not_written_anew(moved: set[str], before: str | None) -> None:
    assert positions_after_move(line(4), moved, before) == {}


def test_only_what_is_moved_is_written() -> None:
    assert set(positions_after_move(line(1000), {"job-900"}, "job-1")) == {"job-900"}


def test_however_often_one_gap_is_used_the_order_holds() -> None:
    waiting = line(12)
    dice = random.Random(1)
    for _ in range(500):
        moved = {f"job-{number}" for number in dice.sample(range(3, 13), dice.randint(1, 3))}
        wanted = [job.job_id for job in waiting]
        together = [job_id for job_id in wanted if job_id in moved]
        rest = [job_id for job_id in wanted if job_id not in moved]
        at = rest.index("job-2")
        positions = positions_after_move(waiting, moved, "job-2")
        waiting = sorted(
            (a_job(job.job_id, S.READY, position=positions.get(job.job_id, job.position)) for job in waiting),
            key=queue_place,
        )
        assert [job.job_id for job in waiting] == [*rest[:at], *together, *rest[at:]]


def test_places_that_are_alike_are_told_apart_by_a_move() -> None:
    waiting = sorted(line(4, [5.0, 5.0, 5.0, 5.0]), key=queue_place)

    assert order_after(waiting, {waiting[3].job_id}, waiting[1].job_id) == [
        waiting[place].job_id for place in (0, 3, 1, 2)
    ]


def test_orders_go_out_in_the_order_they_were_moved_to_after_a_restart_too():
    async def story():
        world = FakeWorld()
        engine, ids = await held_orders(world, 4, Settings(jobs_at_once=1))
        engine.move([ids[3]], ids[0])
        engine.move([ids[2]], ids[3])  # at once, before the first move is on the disk
        await until(lambda: [job.job_id for job in engine.jobs()] == [ids[place] for place in (2, 3, 0, 1)])
        await engine.stop()
        engine = world.engine(Settings(jobs_at_once=1))
        await engine.start()
        engine.go_on()
        await until(lambda: all(job.state is S.STORED for job in engine.jobs()))
        sent = sorted(engine.jobs(), key=lambda job: (job.sent_at, job.position))
        assert [job.job_id for job in sent] == [ids[place] for place in (2, 3, 0, 1)]
        await engine.stop()

    with_virtual_time(story)


def test_what_was_moved_goes_back_to_where_it_stood_and_comes_again():
    async def story():
        world = FakeWorld()
        engine, ids = await held_orders(world, 5)

        def order() -> list[int]:
            return [ids.index(job.job_id) for job in engine.jobs()]

        before = await engine.move([ids[4], ids[2]], ids[0])
        moved = order()
        again = await engine.move_back(before)
        back = order()
        await engine.move_back(again)
        assert (moved, back, order()) == ([2, 4, 0, 1, 3], [0, 1, 2, 3, 4], [2, 4, 0, 1, 3])
        assert set(before) == {ids[2], ids[4]}
        await engine.stop()

    with_virtual_time(story)


def test_what_stands_there_already_has_nothing_to_go_back_to():
    async def story():
        world = FakeWorld()
        engine, ids = await held_orders(world, 2)
        assert await engine.move([ids[0]], ids[1]) == {}
        await engine.stop()

    with_virtual_time(story)


def test_what_has_left_since_it_was_moved_stays_where_it_is_and_the_rest_goes_back():
    async def story():
        world = FakeWorld(takes_s=lambda: 3600.0)
        engine, ids = await held_orders(world, 3, Settings(jobs_at_once=1))
        before = await engine.move([ids[1], ids[2]], ids[0])
        engine.go_on()
        await until(lambda: engine.job(ids[1]).state is S.WAITING)
        left_at = engine.job(ids[1]).position
        await engine.move_back(before)
        assert engine.job(ids[1]).position == left_at
        assert engine.job(ids[2]).position > engine.job(ids[0]).position
        await engine.stop()

    with_virtual_time(story)


def test_what_has_left_is_not_moved():
    async def story():
        world = FakeWorld(takes_s=lambda: 3600.0)
        engine = world.engine(Settings(jobs_at_once=1))
        await engine.start()
        jobs = engine.submit_many([a_request() for _ in range(3)], rehearsal=False)
        await until(lambda: any(job.state is S.WAITING for job in engine.jobs()))
        place = engine.job(jobs[0].job_id).position
        engine.move([jobs[0].job_id, jobs[2].job_id], jobs[1].job_id)
        await until(lambda: engine.job(jobs[2].job_id).position < engine.job(jobs[1].job_id).position)
        assert engine.job(jobs[0].job_id).position == place
        await engine.stop()

    with_virtual_time(story)


@pytest.mark.parametrize("before", ["job-1", "job-3", None])
@pytest.mark.parametrize("moved", [{"job-2"}, {"job-4", "job-2"}])
def test_only_what_is_moved_gets_another_place(moved: set[str], before: str | None) -> None:
    positions = positions_after_move(line(5), moved, before)
    assert positions.keys() <= moved


def test_what_is_moved_to_either_end_keeps_its_distance_from_what_stands_there() -> None:
    first = positions_after_move(line(4), {"job-3", "job-4"}, "job-1")
    assert max(first.values()) <= 1.0 - 0.5
    last = positions_after_move(line(4), {"job-1", "job-2"}, None)
    assert min(last.values()) >= 4.0 + 0.5
