"""Batches on a machine that can be killed at any step; the content of its disk survives."""

import asyncio
import hashlib
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from fakes.world import FakeService, FakeStore, FakeWorld, LoopClock, a_request

from vidu_desktop.batch.feeder import BatchFeeder
from vidu_desktop.batch.outline import BatchOutline, outline_of
from vidu_desktop.domain.amounts import Money, usd
from vidu_desktop.domain.batch import Act, Batch, BatchRow, Deed, History, SeenPicture
from vidu_desktop.domain.batch_documents import (
    act_from_line,
    act_to_line,
    head_from_document,
    head_to_document,
)
from vidu_desktop.domain.clip import Clip
from vidu_desktop.domain.job import Job
from vidu_desktop.engine.ports import Accepted, Order
from vidu_desktop.errors import BadInput

PRICE_USD = usd("0.20")
NOW = datetime(2026, 11, 29, tzinfo=UTC)


class Switch:
    """Kills the machine at step number `at`; None never does."""

    def __init__(self, at: int | None = None) -> None:
        self.at = at
        self.steps = 0
        self.killed = asyncio.Event()

    async def step(self) -> None:
        self.steps += 1
        if self.steps == self.at:
            self.killed.set()
        if self.killed.is_set():
            await asyncio.Event().wait()
        await asyncio.sleep(0)


@dataclass
class BatchDisk:
    """The batches' heads and logs as documents, which survive the program."""

    heads: dict[str, object] = field(default_factory=dict)
    logs: dict[str, list[str]] = field(default_factory=dict)


class FakeBatchStore:
    def __init__(self, disk: BatchDisk, switch: Switch, own_id: str = "here") -> None:
        self.disk = disk
        self.switch = switch
        self.id = own_id
        self.forgets: frozenset[Deed] = frozenset()
        """Deeds that aren't written down, for negative controls."""

    async def own_id(self) -> str:
        return self.id

    async def ids(self) -> list[str]:
        return list(self.disk.heads)

    async def stamps(self) -> dict[str, str]:
        return {one: f"{self.disk.heads[one]} {self.disk.logs.get(one)}" for one in self.disk.heads}

    async def head_stamp(self, batch_id: str) -> str:
        return str(self.disk.heads.get(batch_id, ""))

    async def load(self, batch_id: str) -> Batch:
        return head_from_document(self.disk.heads[batch_id])

    async def outline(self, batch_id: str) -> BatchOutline:
        return outline_of(await self.load(batch_id))

    async def history(self, batch_id: str) -> History:
        history = History()
        for line in self.disk.logs.get(batch_id, []):
            history.add(act_from_line(line.encode()))
            history.end += 1
        return history

    async def save(self, batch: Batch) -> None:
        await self.switch.step()
        self.disk.heads[batch.batch_id] = head_to_document(batch)
        await self.switch.step()

    async def append(self, batch_id: str, act: Act, *, durable: bool = True) -> None:
        await self.switch.step()
        if act.deed not in self.forgets:
            self.disk.logs.setdefault(batch_id, []).append(act_to_line(act))
        await self.switch.step()

    async def append_order(self, batch_id: str, act: Act, after: int) -> int | None:
        since = self.disk.logs.get(batch_id, [])[after:]
        if any(act_from_line(line.encode()).by != act.by for line in since):
            return None
        await self.append(batch_id, act)
        return len(self.disk.logs.get(batch_id, []))


class FakeFolders:
    def __init__(self) -> None:
        self.files: dict[str, SeenPicture] = {}
        self.held: dict[str, str] = {}
        """The content of each file; a file without an entry holds its own path."""
        self.refuses: BadInput | None = None
        """Raised when a folder is listed; None raises nothing."""
        self.silent: str | None = None
        """The beginning of the paths on a drive that never answers; None where all do."""
        self.unreadable: str | None = None
        """The beginning of the paths on a drive that says how its files look, and never gives what they hold."""
        self.asked = 0
        """How often those drives were asked."""

    def put(self, path: str, held: str, *, mtime_ns: int = 1) -> None:
        """Add or replace a file."""
        self.files[path] = SeenPicture(path=path, file_bytes=len(held), mtime_ns=mtime_ns)
        self.held[path] = held

    async def pictures_below(self, folders: Sequence[str]) -> list[str]:
        return [path for path in self.files if any(path.startswith(f"{folder}/") for folder in folders)]

    async def pictures_of(self, folder: str) -> list[tuple[str, SeenPicture]] | None:
        if self.refuses is not None:
            raise self.refuses
        below = {path: one for path, one in self.files.items() if path.startswith(f"{folder}/")}
        return [(path.removeprefix(f"{folder}/"), one) for path, one in below.items()] or None

    async def which_are_files(self, paths: Collection[str]) -> dict[str, bool]:
        return {path: path in self.files for path in paths}

    async def digests(self, paths: Collection[str]) -> dict[str, str]:
        await self._answer_from(self.unreadable, paths)
        held = {path: self.held.get(path, path) for path in paths if path in self.files}
        return {path: hashlib.sha256(what.encode()).hexdigest() for path, what in held.items()}

    async def seen(self, paths: Collection[str]) -> dict[str, SeenPicture]:
        await self._answer_from(self.silent, paths)
        return {path: self.files[path] for path in paths if path in self.files}

    async def _answer_from(self, hanging: str | None, paths: Collection[str]) -> None:
        if hanging is not None and any(path.startswith(hanging) for path in paths):
            self.asked += 1
            await asyncio.Event().wait()


class FakeClips:
    def __init__(self, clips: dict[str, Clip]) -> None:
        self._clips = clips

    async def by_origin(self, beginning: str) -> list[Clip]:
        return [clip for clip in self._clips.values() if clip.origin.startswith(beginning)]


class CountingService(FakeService):
    """Counts how often each prompt was paid for."""

    def __init__(self, clock: LoopClock, takes_s: Callable[[], float] = lambda: 8.0) -> None:
        super().__init__(clock, takes_s)
        self.paid: Counter[str] = Counter()

    async def submit(self, order: Order, on_sent) -> Accepted:
        accepted = await super().submit(order, on_sent)
        self.paid[order.request.prompt] += 1
        return accepted


class BatchMachine:
    """One run of the program, on disks that survive it."""

    def __init__(self, earlier: "BatchMachine | None" = None, kill_at: int | None = None) -> None:
        self.switch = Switch(kill_at)
        self.world: FakeWorld = earlier.world.restarted() if earlier else FakeWorld()
        if earlier is None:
            self.world.service = self.world.services.service = CountingService(self.world.clock)
        store, switch = self.world.store, self.switch

        async def save(job: Job) -> None:
            await switch.step()
            await FakeStore.save(store, job)
            await switch.step()

        store.save = save  # type: ignore[method-assign]
        self.engine = self.world.engine()
        self.disk: BatchDisk = earlier.disk if earlier else BatchDisk()
        self.store = FakeBatchStore(self.disk, switch)
        self.folders = FakeFolders()
        self.folders.files = earlier.folders.files if earlier else {}
        self.price = PRICE_USD
        self.feeder = BatchFeeder(
            self.engine,
            self.store,
            FakeClips(self.world.library.clips),
            self.folders,
            lambda request: self.price,
            self.world.clock,
            self.world.bus,
        )

    @property
    def paid(self) -> Counter[str]:
        assert isinstance(self.world.service, CountingService)
        return self.world.service.paid

    async def jobs_known(self) -> list[Job]:
        return self.engine.books()

    async def start(self) -> None:
        await self.engine.start()
        await self.feeder.start()
        await self.feeder.begin_all()
        self.task = asyncio.get_running_loop().create_task(self.feeder.run())

    async def die(self) -> None:
        """End at once, as if killed: nothing more is written."""
        self.switch.killed.set()
        self.task.cancel()
        await asyncio.gather(self.task, return_exceptions=True)
        await self.engine.stop(0)

    def rest(self) -> bool:
        return not self.feeder.busy and all(job.ended for job in self.engine.jobs())

    def waits(self) -> bool:
        """Whether nothing goes on without a person."""
        return not self.feeder.busy and all(
            self.engine.stands_still(job.job_id, 60.0) for job in self.engine.unfinished()
        )


def a_batch(
    rows: int, *, takes: int = 1, batch_id: str = "b1", approval: int = 1, stop_after: int = 5
) -> Batch:
    return Batch(
        batch_id=batch_id,
        name="spring",
        created_at=NOW,
        source_path="/jobs/spring.csv",
        source_sha256="0" * 64,
        stop_after=stop_after,
        columns=("prompt",),
        rows=tuple(
            BatchRow(
                key=f"row {number}",
                line=number + 1,
                cells=(f"prompt {number}",),
                request=a_request(prompt=f"prompt {number}"),
                price=PRICE_USD,
                takes=takes,
                approval=approval,
            )
            for number in range(1, rows + 1)
        ),
    )


_PLENTY = usd(100)


def approved(budget: Money | None = _PLENTY, *, by: str = "here", approval: int = 1) -> Act:
    return Act(
        deed=Deed.APPROVED,
        at=NOW,
        by=by,
        approval=approval,
        rows=1,
        total=PRICE_USD,
        budget=budget,
    )
