"""What becomes of an order when the program itself fails at its answer: it is neither lost nor sent again."""

from collections.abc import Callable
from dataclasses import replace

from fakes.virtual_time import until, with_virtual_time
from fakes.world import FakeWorld, a_request, inside, trouble

from vidu_desktop.domain.job import Charge, Job, JobState
from vidu_desktop.engine.engine import Engine
from vidu_desktop.errors import ServiceBusy

S = JobState


def trip_once_at(state: JobState) -> Callable[[Job], None]:
    """Return a check for `FakeStore.fail` that fails at the first write of a job that came to `state` from SENDING."""
    came_from: dict[str, JobState] = {}
    left = [1]

    def fail(job: Job) -> None:
        if job.state is state and came_from.get(job.job_id) is S.SENDING and left:
            left.pop()
            raise RuntimeError("a fault of ours")
        came_from[job.job_id] = job.state

    return fail


async def ordered(world: FakeWorld) -> tuple[Engine, Job]:
    """Order one video and let virtual time pass until nothing moves any more."""
    engine = world.engine()
    await engine.start()
    job_id = engine.submit(a_request(), rehearsal=False).job_id
    try:
        await until(lambda: bool(engine.jobs()) and engine.stands_still(job_id, 3600))
    finally:
        await engine.stop()
    return engine, engine.job(job_id)


def test_an_order_that_was_taken_comes_home_although_writing_that_down_tripped(caplog):
    async def story():
        world = FakeWorld()
        world.store.fail = trip_once_at(S.ACCEPTED)
        _, job = await ordered(world)
        assert job.state is S.STORED
        assert len(world.service.charges) == 1
        assert len(world.service.orders) == 1
        unknown = next(job for job in world.changed() if job.state is S.UNKNOWN)
        assert unknown.task_id == job.task_id
        assert unknown.charge is Charge.SPENT

    with_virtual_time(story)
    assert "a fault of ours" in caplog.text


def test_an_order_whose_acceptance_is_on_the_disk_goes_on_although_telling_of_it_tripped(caplog):
    async def story():
        world = FakeWorld()
        engine = world.engine()
        moves_on = inside(engine).moves_on
        left = [1]

        def trips(job_id: str) -> None:
            if left and engine.job(job_id).state is S.ACCEPTED:
                left.pop()
                raise RuntimeError("a fault of ours")
            moves_on(job_id)

        inside(engine).moves_on = trips
        await engine.start()
        job_id = engine.submit(a_request(), rehearsal=False).job_id
        await until(lambda: bool(engine.jobs()) and engine.job(job_id).ended, limit_s=3600)
        await engine.stop()
        assert not left
        assert engine.job(job_id).state is S.STORED
        assert len(world.service.charges) == 1

    with_virtual_time(story)
    assert "a fault of ours" in caplog.text


def test_an_answer_that_could_not_be_sorted_out_leaves_the_order_in_doubt_and_not_in_silence(caplog):
    async def story():
        world = FakeWorld()
        world.service.troubles.append(trouble(ServiceBusy, "1302"))
        world.store.fail = trip_once_at(S.READY)
        _, job = await ordered(world)
        assert job.state is S.UNKNOWN
        assert job.trouble is not None
        assert job.trouble.code == "our-fault"
        assert len(world.service.orders) == 1

    with_virtual_time(story)
    assert "a fault of ours" in caplog.text


def test_an_order_that_finds_no_way_out_stops_no_other_and_is_tried_again(caplog):
    async def story():
        world = FakeWorld()
        world.services.trips_over = lambda job: job.rehearsal
        engine = world.engine()
        await engine.start()
        rehearsal = engine.submit(a_request(), rehearsal=True).job_id
        await until(lambda: bool(engine.jobs()) and engine.job(rehearsal).trouble, limit_s=3600)
        assert (engine.job(rehearsal).state, engine.job(rehearsal).trouble.code) == (S.READY, "our-fault")
        # when another order comes, it is made
        paid = engine.submit(a_request(), rehearsal=False).job_id
        await until(lambda: engine.find(paid) is not None and engine.job(paid).state is S.STORED)
        # and the first one, too, once there is a way
        world.services.trips_over = lambda job: False
        await until(lambda: engine.job(rehearsal).state is S.STORED)
        await engine.stop()
        assert len(world.service.charges) == 2

    with_virtual_time(story)
    assert "a fault of ours" in caplog.text


def test_a_waiting_order_that_is_off_the_list_is_not_sent_and_stops_no_other():
    async def story():
        # given a journal in which an order that still waits was taken off the list
        world = FakeWorld()
        engine = world.engine()
        await engine.start()
        engine.pause()
        gone = engine.submit(a_request(), rehearsal=False).job_id
        await until(lambda: engine.find(gone) is not None and engine.job(gone).state is S.READY, limit_s=3600)
        await engine.pauses_kept(60)
        engine.go_on()
        await engine.stop()
        charged = len(world.service.charges)
        world.store.removed = [replace(world.store.disk.pop(gone), state=S.READY, trouble=None)]
        # when the next start gets another order
        world = world.restarted()
        engine = world.engine()
        await engine.start()
        other = engine.submit(a_request(), rehearsal=False).job_id
        # then that one is made, and the other isn't paid
        await until(
            lambda: engine.find(other) is not None and engine.job(other).state is S.STORED, limit_s=3600
        )
        await engine.stop()
        assert len(world.service.charges) == charged + 1

    with_virtual_time(story)


def test_a_look_at_what_may_be_sent_that_fails_is_repeated(caplog):
    async def story():
        world = FakeWorld()
        engine = world.engine()
        tripped = []
        hosts = inside(engine).hosts
        address_of = hosts.address_of

        def trips(job: Job) -> str:
            if not tripped:
                tripped.append(job)
                raise RuntimeError("a fault of ours")
            return address_of(job)

        hosts.address_of = trips
        await engine.start()
        job_id = engine.submit(a_request(), rehearsal=False).job_id
        await until(lambda: engine.find(job_id) is not None and engine.job(job_id).ended, limit_s=3600)
        await engine.stop()
        assert tripped
        assert engine.job(job_id).state is S.STORED
        assert len(world.service.charges) == 1

    with_virtual_time(story)
    assert "a fault of ours" in caplog.text
