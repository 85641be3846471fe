"""Hands approved rows to the engine shortly before their turn. Until then a row isn't a job.

For each row, a line is written to the batch's log first, and only then the job is made, with an id that depends only on the
row. So after a crash at any moment, the next start finds the line or the job, and a row that was ordered is never ordered
again: not by this run, not when the same sheet is read again, and not on another computer with the same library.
"""

import asyncio
import logging
from collections import Counter
from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace

from vidu_desktop.batch.batch_jobs import BatchJobs
from vidu_desktop.batch.ports import BatchStore, Clips, Folders, Orders, Price
from vidu_desktop.batch.row_checks import RowChecks
from vidu_desktop.batch.running import Held, Running
from vidu_desktop.batch.settling import Settled, Settlements
from vidu_desktop.batch.withdrawals import Withdrawals, WorkChange
from vidu_desktop.domain.batch import Act, Batch, BatchRow, Deed, History
from vidu_desktop.domain.job import Job
from vidu_desktop.domain.origin import batch_origins, without_attempt
from vidu_desktop.engine.events import Event, EventBus, JobAdded, JobsAdded, OrderNotTaken
from vidu_desktop.engine.ports import Clock
from vidu_desktop.errors import BadInput, DiskTrouble

AHEAD_MOST = 5
"""How many rows wait in the engine's queue to be sent, at most: a batch that is stopped then has few that still go."""
_LATER_S = 30.0
_log = logging.getLogger(__name__)


async def _guarded(feeding: Awaitable[bool]) -> bool:
    try:
        return await feeding
    except Exception as error:  # noqa: BLE001 - the disk's, or of ours; it concerns this batch alone
        _log.warning("a batch waits: %s", error, exc_info=not isinstance(error, DiskTrouble))
        return False


class BatchFeeder:
    """Must run on the engine's loop, after the engine has started."""

    def __init__(
        self,
        orders: Orders,
        store: BatchStore,
        clips: Clips,
        folders: Folders,
        price: Price,
        clock: Clock,
        bus: EventBus,
    ) -> None:
        self._orders = orders
        self._store = store
        self._clips = clips
        self._clock = clock
        self._bus = bus
        self._news = asyncio.Event()
        self._outcome: dict[str, asyncio.Future[bool]] = {}
        self.own_id = ""
        self.turn = asyncio.Lock()
        """Held by the window and by commands from their look at what was ordered before until their approval is written down."""
        self._withdrawals = Withdrawals(store, self.turn)
        self._busy = False
        self._halts: Counter[str] = Counter()
        self.jobs = BatchJobs()
        self._checks = RowChecks(folders, price, clock, self.jobs)
        self.running: dict[str, Running] = {}
        self.on_begin: Callable[[], None] = lambda: None
        """Called when a batch goes on, perhaps by a command: its rows come by themselves from then on."""
        self.on_end: Callable[[Running, Deed], None] = lambda _running, _deed: None
        """Called when a batch has stopped, or has nothing more to hand over."""
        self.stopped: dict[str, str] = {}
        """By batch id, the code for which the batch stopped by itself in this run."""

    async def start(self) -> None:
        """Read the existing jobs, once, after the engine has started; nothing is handed over yet. Raises DiskTrouble."""
        self.own_id = await self._store.own_id()
        self.jobs.fill(self._orders.books())
        self._bus.subscribe(self._on_event)

    async def begin_all(self) -> None:
        """Carry on with every batch that was under way on this computer. Raises DiskTrouble once the others have begun."""
        trouble = None
        for batch_id in await self._store.ids():
            try:
                history = await self._store.history(batch_id)
                await self._say_taken(batch_id, history)
                if history.runs and history.last is not None and history.last.by == self.own_id:
                    await self.begin(batch_id)
            except BadInput as error:
                _log.warning("a batch can't be carried on (%s)", error.code)
            except DiskTrouble as error:
                trouble = error
            except Exception:  # noqa: BLE001 - of ours; it concerns this batch alone
                _log.warning("a batch can't be carried on", exc_info=True)
        if trouble is not None:
            raise trouble

    async def begin(self, batch_id: str) -> Running:
        """Carry on with a batch whose log allows it. Raises BadInput, DiskTrouble."""
        halts, head = self._halts[batch_id], await self._store.head_stamp(batch_id)
        batch, history = await self._store.load(batch_id), await self._store.history(batch_id)
        clips = await self._clips.by_origin(batch_origins(batch_id))
        running = Running(
            batch,
            history,
            self.jobs.watch(batch_id, batch.stop_after, history.counted),
            {without_attempt(clip.origin) for clip in clips},
            head=head,
        )
        await running.fill(lambda origin, row: self._is_past(running, origin, row))
        if self._halts[batch_id] != halts:
            return running
        self.running[batch_id] = running
        self.stopped.pop(batch_id, None)
        self._busy = True
        self._news.set()
        self.on_begin()
        return running

    async def _say_taken(self, batch_id: str, history: History) -> None:
        """Write down which orders became jobs, where the program ended before it could write that: when a person takes such a
        job off the queue, the row must not be ordered again.
        """
        untold = [
            origin
            for origin, by in history.ordering.items()
            if by == self.own_id and origin not in history.taken and self.jobs.of_origin(origin) is not None
        ]
        with suppress(DiskTrouble):  # the next start tries again
            for origin in untold:
                await self._store.append(batch_id, self._act(Deed.TAKEN, origin=origin), durable=False)
                history.taken.add(origin)

    async def withdraw(
        self,
        batch_id: str,
        keys: Collection[str],
        change: WorkChange,
        lines: Mapping[str, int],
        on_wait: Callable[[DiskTrouble], None] = lambda _trouble: None,
    ) -> None:
        """Take back the approval of the rows with these keys, as far as they weren't ordered: they wait until the person
        approves them again, also after a restart. `change` is what the person did to the batch's rows; `lines` says by key in
        which line each row is now. If the disk fails, writing is tried again until it succeeds, and `on_wait` is called once.
        Raises BadInput.
        """
        if (running := self.running.get(batch_id)) is not None:
            running.queue = [(origin, row) for origin, row in running.queue if row.key not in keys]
        await self._withdrawals.take_back(batch_id, keys, change, lines, on_wait)

    async def halt(self, batch_id: str, deed: Deed) -> None:
        """Write down that the person pauses or ends a batch (`deed`), and hand over no more of its rows. Raises DiskTrouble;
        also then nothing more is handed over in this run.
        """
        self.running.pop(batch_id, None)
        self._halts[batch_id] += 1
        self._news.set()
        await self._store.append(batch_id, self._act(deed))

    def _is_past(self, running: Running, origin: str, row: BatchRow) -> bool:
        """Whether this take was ordered, or its approval taken back, as far as that is known by now."""
        return self._withdrawals.holds(running.batch.batch_id, row) or self._is_settled(running, origin)

    def _is_settled(self, running: Running, origin: str) -> bool:
        found = Settlements(running.history, self.jobs, running.stored, self.own_id).of(origin)
        if found in (Settled.ELSEWHERE, Settled.TAKEN_OFF):
            running.held[origin] = Held(found)
        return found is not Settled.NO

    @property
    def busy(self) -> bool:
        """Whether more rows may be handed over without another event."""
        return self._busy

    def _on_event(self, event: Event) -> None:
        match event:
            case JobAdded(job):
                self._settle(job, taken=True)
            case JobsAdded(jobs):
                for job in jobs:
                    self._settle(job, taken=True)
            case OrderNotTaken(job, _):
                self._settle(job, taken=False)
        if self.jobs.note(event):
            self._busy = bool(self.running)
            self._news.set()

    def _settle(self, job: Job, *, taken: bool) -> None:
        outcome = self._outcome.get(job.job_id)
        if outcome is not None and not outcome.done():
            outcome.set_result(taken)

    async def run(self) -> None:
        """Hand rows over whenever there is room for them; never returns."""
        while True:
            self._news.clear()
            wait_s = None if await self._feed_all() else _LATER_S
            if not self._news.is_set():
                self._busy = False
            try:
                async with asyncio.timeout(wait_s):
                    await self._news.wait()
            except TimeoutError:
                pass

    async def _feed_all(self) -> bool:
        """Hand over the rows of every batch, as far as the queue has room. Return False if a batch has to be tried again
        later. Keeps no reference to a batch, because the rows of one that has ended may be many.
        """
        return all([await _guarded(self._feed(running)) for running in list(self.running.values())])

    def _is_current(self, running: Running) -> bool:
        """Whether this run of the batch is still the current one: the batch wasn't paused or approved again meanwhile."""
        return self.running.get(running.batch.batch_id) is running

    async def _feed(self, running: Running) -> bool:
        """Hand over as many rows as there is room for. False when the disk failed, or the day's budget is used: then it is
        tried again later.
        """
        batch = running.batch
        # Without rows to hand over there is nothing to stop, except in a watched folder, where more may come.
        if (code := running.rule.code) is not None and (running.queue or batch.watch is not None):
            await self._end(running, Deed.STOPPED, code)
            return True
        while self._is_current(running) and running.queue and self._has_room(running):
            if not await self._see_head(running):
                return False
            if self._is_current(running) and running.queue and not await self._hand_over(running):
                return not self._is_current(running)
        if not running.queue and batch.watch is None:
            await self._end(running, Deed.DONE)
        return True

    async def _hand_over(self, running: Running) -> bool:
        """Order the next row, or hold it. False when it has to be tried again later."""
        origin, row = running.queue[-1]
        if self._is_past(running, origin, row):  # since the queue was put together
            running.queue.pop()
            return True
        held = await self._checks.reason_to_wait(running, row, self.own_id)
        if not (self._is_current(running) and running.is_next(origin)):
            return True
        running.waits_for_tomorrow = held is Held.DAY
        if held is Held.DAY:
            return False
        if held is None:
            try:
                if not await self._order(running, origin, row):
                    return False
            except BadInput as error:
                held = Held.REFUSED if error.code != "already-ordered" else None
        if running.is_next(origin):
            running.queue.pop()
        if held is not None:
            running.held[origin] = held
        return True

    async def _see_head(self, running: Running) -> bool:
        """Take over what another computer has written into the batch's head since it was read, such as approvals that it took
        back. False when the head can't be read.
        """
        batch_id = running.batch.batch_id
        if await self._store.head_stamp(batch_id) == running.head:
            return True
        async with self.turn:  # an approval here writes the head, then its act, while it holds `turn`
            head = await self._store.head_stamp(batch_id)
            try:
                batch, history = await self._store.load(batch_id), await self._store.history(batch_id)
            except BadInput as error:
                _log.warning("a batch waits for its files (%s)", error.code)
                return False
        if history.last is not None and history.last.by != self.own_id:
            self._give_way(running)
        else:
            await running.read_anew(batch, head)
        return True

    def _has_room(self, running: Running) -> bool:
        """Whether another row may be handed over. The closer the batch is to stopping by itself, the fewer rows may wait in
        the queue, because those are sent all the same.
        """
        batch, jobs = running.batch, self.jobs
        ahead = running.rule.ahead(AHEAD_MOST)
        return jobs.unsent[batch.rehearsal] < AHEAD_MOST and jobs.unsent_of[batch.batch_id] < ahead

    async def _order(self, running: Running, origin: str, row: BatchRow) -> bool:
        """Write down that this row is about to be ordered, then order it. Return whether the engine took it; False also when
        another computer has taken over the batch. Raises BadInput when the row can't be ordered, or was ordered already.
        """
        assert row.request is not None  # noqa: S101 - rows without a request aren't approved
        batch = running.batch
        act = self._act(Deed.ORDERING, origin=origin)
        end = await self._store.append_order(batch.batch_id, act, running.history.end)
        if end is None:
            self._give_way(running)
            return False
        running.history.end = end
        running.history.ordering.setdefault(origin, self.own_id)
        running.history.ordered_at[origin] = self._clock.now()
        job = self._orders.submit(row.request, rehearsal=batch.rehearsal, origin=origin)
        self._outcome[job.job_id] = asyncio.get_running_loop().create_future()
        try:
            taken = await self._outcome[job.job_id]
        finally:
            del self._outcome[job.job_id]
        if taken:
            # Only needed if a person takes the job off later: the journal itself knows the job.
            await self._store.append(batch.batch_id, self._act(Deed.TAKEN, origin=origin), durable=False)
            running.history.taken.add(origin)
        return taken

    def _give_way(self, running: Running) -> None:
        """Hand over no more rows: another computer has gone on with the batch, for example while this one slept."""
        running.held |= dict.fromkeys((origin for origin, _ in running.queue), Held.TAKEN_OVER)
        running.queue.clear()
        if self._is_current(running):
            del self.running[running.batch.batch_id]
            self.on_end(running, Deed.DONE)

    async def _end(self, running: Running, deed: Deed, code: str = "") -> None:
        batch_id, act = running.batch.batch_id, self._act(deed, code=code)
        if deed is Deed.DONE:  # the line of this act can come behind that of a later approval
            act = replace(act, approval=max(running.history.approvals, default=0))
        if not self._is_current(running):
            return
        await self._store.append(batch_id, act)
        if not self._is_current(running):
            return
        running.history.add(act)
        if deed is Deed.STOPPED:
            self.stopped[batch_id] = code
        del self.running[batch_id]
        self.on_end(running, deed)

    def _act(self, deed: Deed, *, origin: str = "", code: str = "") -> Act:
        return Act(deed=deed, at=self._clock.now(), by=self.own_id, origin=origin, code=code)


def origins_of(batch: Batch, rows: Sequence[BatchRow]) -> list[str]:
    """Return the origins of all takes of these rows."""
    return [origin for row in rows for origin in row.origins(batch.batch_id)]
