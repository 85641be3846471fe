"""Approved rows become jobs shortly before their turn, each once, whatever ends the program in between."""

import asyncio
from collections.abc import Collection
from contextlib import suppress
from dataclasses import replace

import pytest
from fakes.batches import PRICE_USD, BatchMachine, FakeBatchStore, a_batch, approved
from fakes.virtual_time import until, with_virtual_time
from fakes.world import a_request, trouble

from vidu_desktop.batch import feeder
from vidu_desktop.batch.feeder import AHEAD_MOST
from vidu_desktop.batch.running import Held
from vidu_desktop.batch.withdrawals import WorkChange
from vidu_desktop.domain.amounts import Sums, cny, usd
from vidu_desktop.domain.batch import Act, Batch, Deed, SeenPicture
from vidu_desktop.domain.job import JobState
from vidu_desktop.domain.origin import batch_origin
from vidu_desktop.errors import AnswerLost, DiskTrouble, Refused, Sentence


async def approve(machine: BatchMachine, batch: Batch, act: Act | None = None) -> None:
    await machine.store.save(batch)
    await machine.store.append(batch.batch_id, act or approved())


async def through(machine: BatchMachine) -> None:
    await until(lambda: machine.task.done() or machine.rest())


def test_all_approved_rows_are_made_and_each_is_paid_once() -> None:
    async def story() -> None:
        machine = BatchMachine()
        await approve(machine, a_batch(30, takes=2))
        await machine.start()
        await through(machine)
        assert sorted(machine.paid.values()) == [2] * 30
        assert not machine.feeder.running
        await machine.die()

    with_virtual_time(story)


def test_few_rows_are_jobs_before_their_turn() -> None:
    async def story() -> None:
        machine = BatchMachine()
        await approve(machine, a_batch(200))
        await machine.start()
        await until(lambda: machine.paid)
        assert len(machine.engine.jobs()) < 4 * AHEAD_MOST
        await machine.die()

    with_virtual_time(story)


@pytest.mark.parametrize("budget_videos", [None, 30, 200])
def test_what_is_to_come_is_what_will_be_bought_and_no_more_than_the_budget(
    budget_videos: int | None,
) -> None:
    async def story() -> None:
        machine = BatchMachine()
        batch = a_batch(100)
        budget = None if budget_videos is None else PRICE_USD * budget_videos
        await approve(machine, batch, replace(approved(), budget=budget))
        await machine.start()
        await until(lambda: len(machine.paid) >= 7)

        jobs = machine.engine.jobs()
        taken = machine.feeder.jobs.taken_money(batch.batch_id)
        running = machine.feeder.running[batch.batch_id]
        count, cost = running.to_come(taken)
        to_come = [row for _, row in running.queue[::-1][:count]]
        assert cost == Sums.of(row.price for row in to_come)

        await through(machine)
        assert len(jobs) + len(to_come) == machine.paid.total() == min(100, budget_videos or 100)
        assert not {row.request.prompt for row in to_come} & {job.request.prompt for job in jobs}
        await machine.die()

    with_virtual_time(story)


def test_what_a_person_presses_goes_before_the_rows_that_wait() -> None:
    async def story() -> None:
        machine = BatchMachine()
        await approve(machine, a_batch(40))
        await machine.start()
        await until(lambda: sum(machine.paid.values()) >= 2)
        machine.engine.submit(a_request(prompt="by hand"), rehearsal=False)
        before = len(machine.paid)
        await until(lambda: machine.paid["by hand"])
        assert list(machine.paid).index("by hand") <= before + 1
        await machine.die()

    with_virtual_time(story)


def test_nothing_is_bought_without_an_act_of_approval_in_the_log() -> None:
    async def story() -> None:
        machine = BatchMachine()
        await machine.store.save(a_batch(3))
        await machine.start()
        await asyncio.sleep(60)
        assert not machine.paid
        await machine.die()

    with_virtual_time(story)


@pytest.mark.parametrize(("budget", "bought"), [("1.00", 5), ("0.99", 4), ("0.19", 0)])
def test_the_budget_holds(budget: str, bought: int) -> None:
    async def story() -> None:
        machine = BatchMachine()
        await approve(machine, a_batch(12), approved(usd(budget)))
        await machine.start()
        await until(lambda: machine.waits() and not machine.feeder.running)
        assert machine.paid.total() == bought
        await machine.die()

    with_virtual_time(story)


def test_rows_priced_in_yuan_arent_bought_with_a_budget_in_dollars() -> None:
    async def story() -> None:
        machine = BatchMachine()
        machine.price = cny("0.20")
        batch = a_batch(2)
        batch = replace(batch, rows=tuple(replace(row, price=machine.price) for row in batch.rows))
        await approve(machine, batch, approved(usd(100)))
        await machine.start()
        await until(machine.waits)
        assert not machine.paid
        await machine.die()

    with_virtual_time(story)


def test_a_failed_take_counts_against_the_budget() -> None:
    async def story() -> None:
        machine = BatchMachine()
        machine.world.service.fails = {"task-0", "task-1"}
        await approve(machine, a_batch(8), approved(usd("1.00")))
        await machine.start()
        await through(machine)
        assert machine.paid.total() == 5
        await machine.die()

    with_virtual_time(story)


def test_it_stops_when_five_of_the_last_ten_end_the_same_way_and_stays_so_after_a_restart() -> None:
    async def story() -> None:
        machine = BatchMachine()
        machine.world.service.troubles.extend(trouble(Refused, "1301") for _ in range(100))
        await approve(machine, a_batch(50))
        await machine.start()
        await until(lambda: machine.feeder.stopped)
        await through(machine)
        assert machine.feeder.stopped == {"b1": "1301"}
        ordered = len(machine.engine.jobs())
        assert ordered <= 5 + 1  # after the fifth such end, one more may be on its way
        await machine.die()

        again = BatchMachine(machine)
        again.world.service.troubles.clear()
        await again.start()
        await asyncio.sleep(600)
        assert not again.paid
        await again.store.append("b1", Act(deed=Deed.GOES_ON, at=again.world.clock.now(), by="here"))
        await again.feeder.begin("b1")
        await through(again)
        assert again.paid.total() == 50 - ordered
        await again.die()

    with_virtual_time(story)


@pytest.mark.parametrize("rows", range(5, 16))
def test_it_stops_only_where_something_is_left_to_stop(rows: int) -> None:
    async def story() -> None:
        machine = BatchMachine()
        machine.world.service.troubles.extend(trouble(Refused, "1301") for _ in range(100))
        await approve(machine, a_batch(rows))
        await machine.start()
        await through(machine)
        is_all_ordered = len(machine.engine.jobs()) == rows
        last = (await machine.store.history("b1")).last
        assert last is not None
        assert last.deed is (Deed.DONE if is_all_ordered else Deed.STOPPED)
        assert bool(machine.feeder.stopped) is not is_all_ordered
        await machine.die()

    with_virtual_time(story)


def test_failures_of_different_kinds_do_not_stop_it() -> None:
    async def story() -> None:
        machine = BatchMachine()
        machine.world.service.troubles.extend(
            None if number % 3 else trouble(Refused, f"code {number}") for number in range(40)
        )
        await approve(machine, a_batch(40))
        await machine.start()
        await through(machine)
        assert not machine.feeder.stopped
        assert len(machine.engine.jobs()) == 40
        await machine.die()

    with_virtual_time(story)


def test_a_changed_picture_and_a_changed_price_wait_for_another_approval() -> None:
    async def story() -> None:
        machine = BatchMachine()
        seen = SeenPicture(path="/pictures/0.png", file_bytes=10, mtime_ns=1)
        batch = a_batch(2)
        first, second = batch.rows
        batch = replace(batch, rows=(replace(first, pictures=(seen,)), replace(second, price=usd("0.1"))))
        machine.folders.files = {seen.path: replace(seen, mtime_ns=2)}
        await approve(machine, batch)
        await machine.start()
        running = machine.feeder.running["b1"]
        await until(lambda: not machine.feeder.running)
        assert set(running.held.values()) == {Held.PICTURE_CHANGED, Held.PRICE_CHANGED}
        assert not machine.paid
        await machine.die()

    with_virtual_time(story)


def test_a_row_whose_job_the_person_took_off_is_not_ordered_again() -> None:
    async def story() -> None:
        machine = BatchMachine()
        machine.engine.pause()
        await approve(machine, a_batch(3))
        await machine.start()
        await until(lambda: len(machine.engine.jobs()) == 3 and not machine.feeder.busy)
        first = machine.engine.jobs()[0]
        machine.engine.cancel(first.job_id)
        await until(lambda: machine.engine.job(first.job_id).state is JobState.CANCELLED)
        machine.engine.remove(first.job_id)
        await until(lambda: len(machine.engine.jobs()) == 2)
        await machine.die()

        again = BatchMachine(machine)
        again.store.disk.logs["b1"].append(again.store.disk.logs["b1"][0])  # approved once more
        await again.start()
        again.engine.go_on()
        await until(again.rest)
        assert again.paid.total() == 2
        await again.die()

    with_virtual_time(story)


def bought_by_two_computers(*forgotten: Deed) -> int:
    paid = 0

    async def story() -> None:
        nonlocal paid
        machine = BatchMachine()
        machine.store.forgets = frozenset(forgotten)
        await approve(machine, a_batch(4))
        await machine.start()
        await through(machine)
        await machine.die()

        there = BatchMachine()
        there.world.service = there.world.services.service = machine.world.service
        there.disk = there.store.disk = machine.disk
        there.store.id = "there"
        await there.store.append("b1", approved(by="there"))
        await there.start()
        await until(there.waits)
        paid = machine.paid.total()
        await there.die()

    with_virtual_time(story)
    return paid


def test_what_another_computer_ordered_is_not_ordered_here() -> None:
    assert bought_by_two_computers() == 4


def test_without_the_line_in_the_log_another_computer_would_pay_again() -> None:
    assert bought_by_two_computers(Deed.ORDERING) == 8


def bought_by_one_that_slept(*, and_by_another: bool) -> tuple[int, set[Held]]:
    """Begin a batch here, let this computer sleep with most rows to come, let another computer continue, and wake up."""
    paid, held = 0, set[Held]()

    async def story() -> None:
        nonlocal paid, held
        machine = BatchMachine()
        await approve(machine, a_batch(4 * AHEAD_MOST))
        machine.engine.pause()
        await machine.start()
        await until(machine.waits)
        (running,) = machine.feeder.running.values()

        if and_by_another:
            there = BatchMachine()
            there.world.service = there.world.services.service = machine.world.service
            there.disk = there.store.disk = machine.disk
            there.store.id = "there"
            await there.store.append("b1", approved(by="there"))
            await there.start()
            await until(there.waits)
            await there.die()

        machine.engine.go_on()
        await through(machine)
        paid, held = machine.paid.total(), set(running.held.values())
        assert not machine.feeder.running
        await machine.die()

    with_virtual_time(story)
    return paid, held


def test_a_computer_that_wakes_up_orders_nothing_that_another_has_ordered_meanwhile() -> None:
    assert bought_by_one_that_slept(and_by_another=True) == (4 * AHEAD_MOST, {Held.TAKEN_OVER})


def test_a_computer_that_wakes_up_goes_on_where_nobody_else_has() -> None:
    assert bought_by_one_that_slept(and_by_another=False) == (4 * AHEAD_MOST, set())


def test_a_computer_that_wakes_up_buys_nothing_of_which_another_took_the_approval_back() -> None:
    async def story() -> None:
        machine = BatchMachine()
        await approve(machine, a_batch(4 * AHEAD_MOST))
        machine.engine.pause()
        await machine.start()
        await until(machine.waits)
        ordered = (await machine.store.history("b1")).ordering

        # the other computer orders nothing, so no line of the log tells of it
        there = FakeBatchStore(machine.disk, machine.switch, own_id="there")
        batch = await there.load("b1")
        rows = tuple(replace(row, approval=0) if row.line % 2 else row for row in batch.rows)
        await there.save(replace(batch, rows=rows))

        machine.engine.go_on()
        await through(machine)
        may = [row for row in rows if row.approval or set(row.origins("b1")) & ordered.keys()]
        assert machine.paid == {row.cells[0]: 1 for row in may}
        assert AHEAD_MOST < len(may) < len(rows)
        assert not machine.feeder.running
        await machine.die()

    with_virtual_time(story)


def test_a_batch_whose_head_cant_be_read_waits_and_goes_on_when_it_can() -> None:
    async def story() -> None:
        machine = BatchMachine()
        await approve(machine, a_batch(4 * AHEAD_MOST))
        machine.engine.pause()
        await machine.start()
        await until(machine.waits)
        before = len((await machine.store.history("b1")).ordering)

        whole, machine.disk.heads["b1"] = machine.disk.heads["b1"], {"cut": "by a copy that isn't through"}
        machine.engine.go_on()
        await until(lambda: machine.paid.total() == before)
        await asyncio.sleep(600)
        assert machine.paid.total() == before

        machine.disk.heads["b1"] = whole
        await until(lambda: not machine.feeder.running and machine.rest())
        assert machine.paid.total() == 4 * AHEAD_MOST
        await machine.die()

    with_virtual_time(story)


def test_a_feeder_that_could_not_start_says_that_no_row_follows_and_can_start_later() -> None:
    """A command waits while rows may follow: with one disk error at the start it never ended."""

    async def story() -> None:
        machine = BatchMachine()
        await approve(machine, a_batch(3))
        own_id = machine.store.own_id

        async def fails() -> str:
            raise trouble(DiskTrouble)

        machine.store.own_id = fails  # type: ignore[method-assign]
        await machine.engine.start()
        with pytest.raises(DiskTrouble):
            await machine.feeder.start()
        assert not machine.feeder.busy

        machine.store.own_id = own_id  # type: ignore[method-assign]
        await machine.feeder.start()
        await machine.feeder.begin_all()
        machine.task = asyncio.get_running_loop().create_task(machine.feeder.run())
        await until(machine.rest)
        assert machine.paid.total() == 3
        await machine.die()

    with_virtual_time(story)


def test_what_was_taken_off_after_a_kill_between_job_and_log_is_not_ordered_again() -> None:
    async def story() -> None:
        killed = BatchMachine()
        killed.store.forgets = frozenset({Deed.TAKEN})  # the kill came before that
        await approve(killed, a_batch(1))
        killed.engine.pause()
        await killed.start()
        await until(killed.waits)
        await killed.die()

        machine = BatchMachine(killed)
        await machine.start()
        await until(machine.waits)
        (job,) = machine.engine.jobs()
        machine.engine.cancel(job.job_id)
        await until(lambda: machine.engine.job(job.job_id).ended)
        machine.engine.remove(job.job_id)
        await until(lambda: not machine.engine.jobs())
        await machine.die()

        last = BatchMachine(machine)
        last.world.store.removed.clear()  # the journal keeps nothing that was never sent
        last.engine.go_on()
        await last.start()
        await last.store.append("b1", approved())
        running = await last.feeder.begin("b1")
        await until(last.waits)
        assert list(running.held.values()) == [Held.TAKEN_OFF]
        assert not last.engine.jobs()
        await last.die()

    with_virtual_time(story)


_KILLED_ROWS = 3


def bought_when_killed(kill_at: int, *, guarded: bool = True) -> tuple[dict[str, int], int, int]:
    """Kill at a step, and restart until everything is done; return what was paid for each row, what is unknown, and the
    steps.
    """
    bought: dict[str, int] = {}
    unknown = steps = 0

    async def story() -> None:
        nonlocal unknown, steps
        machine = BatchMachine(kill_at=kill_at)
        offered = a_batch(_KILLED_ROWS)

        async def live() -> None:
            await approve(machine, offered)
            await machine.start()
            await through(machine)

        task = asyncio.get_running_loop().create_task(live())
        await until(lambda: machine.switch.killed.is_set() or task.done())
        await asyncio.sleep(0)
        steps = machine.switch.steps
        if not hasattr(machine, "task"):
            machine.task = asyncio.get_running_loop().create_task(asyncio.sleep(0))
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        await machine.die()
        machine = BatchMachine(machine)
        if not guarded:
            forget_origins(machine)
        await approve(machine, offered)  # the person gives the same command again
        await machine.start()
        await until(machine.waits)
        unknown = sum(job.state is JobState.UNKNOWN for job in machine.engine.jobs())
        bought.update(machine.paid)
        await machine.die()

    with_virtual_time(story)
    return bought, unknown, steps


def forget_origins(machine: BatchMachine) -> None:
    """Remove both guards: the log forgets, and jobs don't say which rows they are for."""
    submit = machine.engine.submit
    machine.engine.submit = lambda request, **named: submit(  # type: ignore[method-assign]
        replace(request), rehearsal=named["rehearsal"], origin=f"{named['origin']}!"
    )
    machine.feeder.jobs.of_origin = lambda origin: None  # type: ignore[method-assign]
    machine.disk.logs["b1"] = [line for line in machine.disk.logs.get("b1", []) if "ordering" not in line]
    machine.world.library.clips.clear()


@pytest.mark.leaves_tasks
def test_killed_at_any_step_no_row_is_paid_twice_and_every_row_is_accounted_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(feeder, "AHEAD_MOST", 2)  # three rows, one of which has to wait for its turn
    _, _, steps = bought_when_killed(10**9)
    assert steps > 30

    for kill_at in range(1, steps + 1):
        bought, unknown, _ = bought_when_killed(kill_at)

        assert max(bought.values()) == 1, kill_at
        # An order whose answer was lost in the kill waits for the person, whether it was charged or not.
        assert _KILLED_ROWS - unknown <= len(bought) <= _KILLED_ROWS, kill_at


@pytest.mark.leaves_tasks
def test_without_the_guards_a_kill_would_be_paid_for() -> None:
    _, _, steps = bought_when_killed(10**9)

    assert max(bought_when_killed(steps - 5, guarded=False)[0].values()) > 1


def test_orders_whose_answer_was_lost_are_not_ordered_again() -> None:
    async def story() -> None:
        machine = BatchMachine()
        machine.world.service.troubles_after_charge.append(trouble(AnswerLost))
        await approve(machine, a_batch(1))
        await machine.start()
        await until(machine.waits)
        await machine.die()
        again = BatchMachine(machine)
        await approve(again, a_batch(1))
        await again.start()
        await until(again.waits)
        assert len(again.world.service.charges) == 1
        assert [job.origin for job in again.engine.jobs()] == [batch_origin("b1", "row 1", 1)]
        await again.die()

    with_virtual_time(story)


class HeldLook:
    """Holds an examination of pictures until the test lets it go."""

    def __init__(self, machine: BatchMachine) -> None:
        self.begun = asyncio.Event()
        self.go_on = asyncio.Event()
        self._seen = machine.folders.seen
        machine.folders.seen = self.seen  # type: ignore[method-assign]

    async def seen(self, paths: Collection[str]) -> dict[str, SeenPicture]:
        self.begun.set()
        await self.go_on.wait()
        return await self._seen(paths)


def test_letting_a_batch_wait_while_another_is_handed_over_stops_that_one_alone() -> None:
    async def story() -> None:
        machine = BatchMachine()
        look = HeldLook(machine)
        await approve(machine, a_batch(3 * AHEAD_MOST))
        await approve(machine, a_batch(2, batch_id="b2"))
        await machine.start()
        await look.begun.wait()
        await machine.feeder.halt("b2", Deed.PAUSED)
        look.go_on.set()
        await through(machine)
        assert machine.paid.total() == 3 * AHEAD_MOST
        await machine.die()

    with_virtual_time(story)


def test_a_row_is_not_ordered_whose_batch_was_let_wait_while_its_pictures_were_looked_at() -> None:
    async def story() -> None:
        machine = BatchMachine()
        look = HeldLook(machine)
        await approve(machine, a_batch(3))
        await machine.start()
        await look.begun.wait()
        await machine.feeder.halt("b1", Deed.PAUSED)
        look.go_on.set()
        await through(machine)
        assert not machine.paid
        await machine.die()

    with_virtual_time(story)


def test_a_row_is_not_ordered_that_was_withdrawn_while_its_pictures_were_looked_at() -> None:
    async def story() -> None:
        machine = BatchMachine()
        look = HeldLook(machine)
        await approve(machine, a_batch(3))
        await machine.start()
        await look.begun.wait()
        await machine.feeder.withdraw("b1", ["row 1"], WorkChange(), {})
        look.go_on.set()
        await through(machine)
        assert sorted(machine.paid) == ["prompt 2", "prompt 3"]
        await machine.die()

    with_virtual_time(story)


def test_rows_withdrawn_at_the_same_time_stay_withdrawn_after_a_restart() -> None:
    async def story() -> None:
        machine = BatchMachine()
        machine.price = usd("9.99")  # nothing is ordered yet, since another price was approved
        await approve(machine, a_batch(3))
        await machine.start()
        await asyncio.gather(
            machine.feeder.withdraw("b1", ["row 1"], WorkChange(), {}),
            machine.feeder.withdraw("b1", ["row 2"], WorkChange(), {}),
        )
        await machine.die()

        again = BatchMachine(machine)
        await approve(again, await again.store.load("b1"))
        await again.start()
        await through(again)
        assert sorted(again.paid) == ["prompt 3"]
        await again.die()

    with_virtual_time(story)


class FullDisk:
    """A disk that refuses every head until there is space."""

    def __init__(self, machine: BatchMachine) -> None:
        self._save = machine.store.save
        self.full = True
        self.tried = 0
        machine.store.save = self.save  # type: ignore[method-assign]

    async def save(self, batch: Batch) -> None:
        self.tried += 1
        if self.full:
            raise DiskTrouble("disk-full", Sentence("no room"), full=True)
        await self._save(batch)


def test_a_withdrawal_that_the_disk_doesnt_take_is_said_and_tried_until_it_is_written() -> None:
    async def story() -> None:
        machine = BatchMachine()
        machine.price = usd("9.99")  # nothing is ordered yet, since another price was approved
        await approve(machine, a_batch(2))
        await machine.start()
        disk, heard = FullDisk(machine), list[DiskTrouble]()
        async with asyncio.TaskGroup() as group:
            group.create_task(machine.feeder.withdraw("b1", ["row 1"], WorkChange(), {}, heard.append))
            await until(lambda: disk.tried > 2)
            assert [one.code for one in heard] == ["disk-full"]
            disk.full = False
        await machine.die()

        again = BatchMachine(machine)
        await approve(again, await again.store.load("b1"))
        await again.start()
        await through(again)
        assert sorted(again.paid) == ["prompt 2"]
        await again.die()

    with_virtual_time(story)


def test_a_batch_that_goes_on_buys_no_row_whose_withdrawal_isnt_written_yet() -> None:
    async def story() -> None:
        machine = BatchMachine()
        machine.price = usd("9.99")
        await approve(machine, a_batch(2))
        await machine.start()
        disk = FullDisk(machine)
        async with asyncio.TaskGroup() as group:
            group.create_task(machine.feeder.withdraw("b1", ["row 1"], WorkChange(), {}))
            await until(lambda: disk.tried > 0)
            machine.price = usd("0.20")
            await machine.feeder.begin("b1")
            await through(machine)
            assert sorted(machine.paid) == ["prompt 2"]
            disk.full = False
        await machine.die()

    with_virtual_time(story)


def test_a_row_approved_anew_while_its_withdrawal_waits_is_bought() -> None:
    async def story() -> None:
        machine = BatchMachine()
        machine.price = usd("9.99")
        await approve(machine, a_batch(1))
        await machine.start()
        disk = FullDisk(machine)
        async with asyncio.TaskGroup() as group:
            group.create_task(machine.feeder.withdraw("b1", ["row 1"], WorkChange(), {}))
            await until(lambda: disk.tried > 0)
            disk.full = False
            async with machine.feeder.turn:
                await approve(machine, a_batch(1, approval=2), approved(approval=2))
            machine.price = usd("0.20")
            await machine.feeder.begin("b1")
        await through(machine)
        assert sorted(machine.paid) == ["prompt 1"]
        await machine.die()

    with_virtual_time(story)


def test_what_was_approved_while_the_end_was_being_written_carries_on_after_a_restart() -> None:
    async def story() -> None:
        machine = BatchMachine()
        append, ends, go_on = machine.store.append, asyncio.Event(), asyncio.Event()

        async def held(batch_id: str, act: Act, *, durable: bool = True) -> None:
            if act.deed is Deed.DONE:
                ends.set()
                await go_on.wait()
            await append(batch_id, act, durable=durable)

        machine.store.append = held  # type: ignore[method-assign]
        await approve(machine, a_batch(1))
        await machine.start()
        await ends.wait()
        await approve(machine, a_batch(2, approval=2), approved(approval=2))
        go_on.set()
        await until(lambda: "done" in machine.disk.logs["b1"][-1])
        await machine.die()

        again = BatchMachine(machine)
        await again.start()
        await through(again)
        assert again.paid == {"prompt 1": 1, "prompt 2": 1}
        await again.die()

    with_virtual_time(story)


@pytest.mark.parametrize("fault", [trouble(DiskTrouble), RuntimeError("a fault of ours")])
@pytest.mark.parametrize("asked", ["history", "head_stamp"])
def test_what_one_batch_runs_into_holds_up_no_other(asked: str, fault: Exception) -> None:
    async def story() -> None:
        # given two batches, and something that fails whenever the first is asked for
        machine = BatchMachine()
        await approve(machine, a_batch(3))
        await approve(machine, a_batch(3, batch_id="b2"))
        answer = getattr(machine.store, asked)
        begun = asked != "head_stamp"  # a batch that couldn't begin is carried on with by the next start

        async def fails(batch_id: str) -> object:
            if batch_id == "b1" and begun:
                raise fault
            return await answer(batch_id)

        setattr(machine.store, asked, fails)
        # when the program goes on with them
        await machine.engine.start()
        await machine.feeder.start()
        with suppress(DiskTrouble):
            await machine.feeder.begin_all()
        begun = True
        machine.task = asyncio.get_running_loop().create_task(machine.feeder.run())
        # then the second is made
        await until(lambda: machine.paid.total() == 3, limit_s=3600)
        await until(machine.rest, limit_s=3600)
        # and the first, too, once nothing fails
        setattr(machine.store, asked, answer)
        await machine.feeder.begin("b1")
        await until(lambda: machine.paid.total() == 6, limit_s=3600)
        await through(machine)
        assert sorted(machine.paid.values()) == [2, 2, 2]
        assert not machine.task.done()
        await machine.die()

    with_virtual_time(story)
