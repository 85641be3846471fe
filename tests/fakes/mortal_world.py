"""A machine that dies: the engine's ports over a disk that outlives it, one service, and seeded trouble everywhere.

    world = MortalWorld(seed=7, repeats=Repeats.UNAWARE, odds=ROUGH)
    with_virtual_time(lambda: world.live(jobs=6))
    assert world.wrongs() == []

At each step over the border between program and world (a save, a byte, an answer, a picture) the machine may be
killed: then nothing of that program happens any more, and another one starts on what is on the disk. A seeded person
clicks in between.
"""

import asyncio
import contextlib
import logging
import random
from collections import Counter
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from fakes.paying_service import CALM, Odds, PayingService, refused_connection
from fakes.scripted_service import Repeats
from fakes.virtual_time import LoopClock
from fakes.world import VIDEO, KeptInMind, a_request, is_under_way, large_account

from vidu_desktop.domain.amounts import Sums
from vidu_desktop.domain.clip import Clip
from vidu_desktop.domain.doors import DEFAULT_BASE_URL
from vidu_desktop.domain.job import Charge, Job, JobState
from vidu_desktop.domain.money import COMMITTED
from vidu_desktop.domain.pictures import PreparedPicture
from vidu_desktop.domain.settings import Settings
from vidu_desktop.engine.engine import Engine
from vidu_desktop.engine.events import EventBus
from vidu_desktop.engine.intake import needs_new_order
from vidu_desktop.engine.ports import Accepted, LastingPause, Order, TaskReport, World
from vidu_desktop.engine.tallies import queue_place
from vidu_desktop.errors import BadInput, DiskTrouble, LinkExpired, NotAVideo, Sentence, ServiceBusy

S = JobState
SETTLES_WITHIN_S = 6 * 3600.0
_ROUGH_ANSWERS_COME_FOR_S = 10.0
"""An order that was out when the calm began may still be answered with "no balance", which pauses the queue; the person
resumes it after this time.
"""
ROUGH = Odds(order=0.45, poll=0.15, fetch=0.25, disk=0.04, picture=0.05, kill=0.008, task_fails=0.1)


def disk_trouble(*, full: bool = True) -> DiskTrouble:
    return DiskTrouble("disk-full", Sentence("The disk is full."), full=full)


@dataclass
class Remains:
    """What survives a kill."""

    jobs: dict[str, Job] = field(default_factory=dict)
    removed: dict[str, Job] = field(default_factory=dict)
    clips: dict[str, Clip] = field(default_factory=dict)
    kept: list[tuple[str, str]] = field(default_factory=list)
    """(job id, task id) of every video that was stored; repeats of the same pair are left out."""
    owner: dict[str, str] = field(default_factory=dict)
    """The job id for each request id that was ever saved."""
    held: set[LastingPause] = field(default_factory=set)
    """The reasons why the queue is paused."""


class MortalClock:
    """The wall clock goes on while the machine sleeps, and may be set. The monotonic clock stops during sleep and can't be
    set.
    """

    def __init__(self) -> None:
        self.asleep_s = 0.0
        self.set_s = 0.0

    def true_s(self) -> float:
        return self.monotonic_s() + self.asleep_s

    def now(self) -> datetime:
        return LoopClock.start + timedelta(seconds=self.true_s() + self.set_s)

    def monotonic_s(self) -> float:
        return asyncio.get_running_loop().time()


class Machine:
    """One run of the program, from its start until it is killed. It implements all ports in one class, as each needs only a
    few lines.
    """

    base_url = DEFAULT_BASE_URL

    def __init__(self, world: "MortalWorld") -> None:
        self.world = world
        self.dead = False
        self.killed = asyncio.Event()

    async def step(self) -> None:
        """Let some time pass; the machine may be killed here."""
        if self.dead:
            raise asyncio.CancelledError
        if self.world.dice.random() < self.world.odds.kill:
            self.kill()
            await asyncio.Event().wait()
        await asyncio.sleep(self.world.dice.random() * 0.05)
        if self.dead:
            raise asyncio.CancelledError

    def kill(self) -> None:
        self.dead = True
        self.killed.set()

    def unlucky(self, share: float) -> bool:
        return self.world.dice.random() < share

    # The journal

    async def save(self, job: Job) -> None:
        await self.step()
        if self.world.disk_full or self.unlucky(self.world.odds.disk):
            raise disk_trouble()
        self.world.remains.jobs[job.job_id] = job
        if job.request_id is not None:
            self.world.remains.owner[job.request_id] = job.job_id
        await self.step()

    async def remove_many(self, job_ids) -> None:
        await self.step()
        if self.world.disk_full or self.unlucky(self.world.odds.disk):
            raise disk_trouble()
        for job_id in job_ids:
            job = self.world.remains.jobs.pop(job_id)
            if job.sent_at is not None:
                self.world.remains.removed[job_id] = job
        await self.step()

    async def save_many(self, jobs) -> None:
        await self.step()
        if self.world.disk_full or self.unlucky(self.world.odds.disk):
            raise disk_trouble()
        self.world.remains.jobs |= {job.job_id: job for job in jobs}
        await self.step()

    async def load_under_way(self) -> list[Job]:
        return sorted(filter(is_under_way, self.world.remains.jobs.values()), key=queue_place)

    async def load_rest(self):
        remains = self.world.remains
        rest = sorted((job for job in remains.jobs.values() if not is_under_way(job)), key=queue_place)
        for one in [*((job, False) for job in rest), *((job, True) for job in remains.removed.values())]:
            await self.step()
            yield [one]

    async def last_position(self) -> float:
        return max((job.position for job in self.world.remains.jobs.values()), default=0.0)

    async def origins(self) -> set[str]:
        remains = self.world.remains
        return {job.origin for job in (*remains.jobs.values(), *remains.removed.values())}

    async def load_removed(self) -> list[Job]:
        return list(self.world.remains.removed.values())

    async def set_paused(self, reason: LastingPause, *, paused: bool) -> None:
        await self.step()
        if self.world.disk_full or self.unlucky(self.world.odds.disk):
            raise disk_trouble()
        held = self.world.remains.held
        (held.add if paused else held.discard)(reason)
        await self.step()

    async def paused_by(self) -> frozenset[LastingPause]:
        return frozenset(self.world.remains.held)

    # Pictures

    async def look_at(self, path, limits):
        raise AssertionError("the engine takes checked requests")

    async def prepare(self, path, limits, framing=None) -> PreparedPicture:
        await self.step()
        if self.unlucky(self.world.odds.picture):
            raise self.world.dice.choice([disk_trouble(), BadInput("picture", Sentence("Bad picture."))])
        return PreparedPicture(
            sha256="a" * 64, media_type="image/png", width_px=16, height_px=9, image_bytes=99
        )

    def prepared_path(self, sha256: str) -> Path:
        return Path("/prepared") / sha256

    async def keep_prepared(self, sha256s: Collection[str]) -> None:
        self.kept_pictures = set(sha256s)

    # The service

    async def for_job(self, job: Job) -> "Machine":
        return self

    async def refresh(self) -> None: ...

    async def submit(self, order: Order, on_sent: Callable[[int, int], None]) -> Accepted:
        await self.step()
        fault = self.world.service.order_fault()
        if fault == "refused-connection":
            raise refused_connection()
        on_sent(1, 2)
        read = self.world.service.arrive(order, fault)
        await asyncio.sleep(self.world.dice.random())
        await self.step()
        return read()

    async def poll(self, task_id: str) -> TaskReport:
        await self.step()
        report = self.world.service.ask(task_id)
        await self.step()
        return report

    # Downloads and the library

    async def fetch(self, job_id: str, url: str, on_progress) -> Path:
        await self.step()
        parts = urlsplit(url)
        if self.world.clock.true_s() > float(parse_qs(parts.query)["until"][0]):
            raise LinkExpired("link", Sentence("The link is spent."))
        if self.unlucky(self.world.odds.fetch):
            raise self.world.dice.choice(
                [
                    ServiceBusy("cut", Sentence("Cut.")),
                    NotAVideo("page", Sentence("A page.")),
                    LinkExpired("403", Sentence("Spent.")),
                    disk_trouble(),
                ]
            )
        on_progress(1, 2)
        await self.step()
        return Path("/staging") / Path(parts.path).name

    def discard(self, job_id: str) -> None: ...
    def keep_only(self, job_ids: Collection[str]) -> None: ...

    async def verify(self, path: Path):
        await self.step()
        if self.unlucky(self.world.odds.fetch / 3):
            raise NotAVideo("truncated", Sentence("Truncated."))
        return VIDEO

    async def keep(self, job: Job, path: Path, video) -> Clip:
        await self.step()
        if self.world.library_read_only or self.unlucky(self.world.odds.disk):
            raise disk_trouble(full=False)
        clip = Clip(
            clip_id=f"clip-{job.job_id}",
            video_path=f"/library/{path.name}",
            cover_path="",
            created_at=job.created_at,
            mode="image",
            model=job.request.model,
            prompt=job.request.prompt,
            rehearsal=job.rehearsal,
            price=job.price,
            video=video,
        )
        self.world.remains.clips[job.job_id] = clip
        if (job.job_id, path.stem) not in self.world.remains.kept:
            self.world.remains.kept.append((job.job_id, path.stem))
        await self.step()
        return clip

    async def find(self, job: Job) -> Clip | None:
        await self.step()
        if self.unlucky(self.world.odds.disk):
            raise disk_trouble(full=False)
        return self.world.remains.clips.get(job.job_id)

    # The disk

    async def look(self) -> None:
        pass

    def free_bytes(self) -> int:
        return 0 if self.world.disk_full else 10**12


class MortalWorld:
    """`engine_of` builds the engine; a negative control passes a broken one. Everything random is drawn from `seed`."""

    def __init__(
        self,
        seed: int,
        repeats: Repeats,
        odds: Odds,
        *,
        settings: Settings | None = None,
        restless: bool = False,
        engine_of: Callable[..., Engine] = Engine,
        memory: KeptInMind | None = None,
    ) -> None:
        self.seed = seed
        self.dice = random.Random(seed)
        self.rough = self.odds = odds
        self.settings = settings or Settings(jobs_at_once=self.dice.choice([1, 2, 5, 20]))
        self.restless = restless
        self.engine_of = engine_of
        # An account that accepts many orders at once. A new account accepts few, and would hide what goes
        # wrong in crowds.
        self.memory = memory or large_account()
        self.clock = MortalClock()
        self.remains = Remains()
        self.disk_full = self.library_read_only = False
        self.service = PayingService(
            repeats,
            random.Random(seed + 1),
            self.clock.true_s,
            knows_request_ids=self.dice.random() < 0.3,
            takes_s=lambda: self.dice.lognormvariate(2.3, 0.6),
            odds=odds,
        )
        self.sent_again: Counter[str] = Counter()
        """How often the person sent a job's order again, by job id."""
        self.submitted = 0
        self.kills = 0
        self.stuck: list[str] = []
        self.engine: Engine | None = None
        self.machine: Machine | None = None

    # -- the story

    async def live(self, jobs: int, rough_s: float = 600.0) -> None:
        """Go through rough times with kills, then through calm times, in which all jobs must come to their end."""
        ends_s = self.clock.monotonic_s() + rough_s
        while self.clock.monotonic_s() < ends_s:
            await self._one_run(jobs, ends_s)
        self.odds = self.service.odds = CALM
        self.disk_full = self.library_read_only = False
        if self.engine is None:
            await self.boot()
        await self._come_to_rest("in the same run")
        await self.end(kill=False)
        await self.boot()
        await self._come_to_rest("after another start")
        await self.end(kill=False)

    async def _one_run(self, jobs: int, ends_s: float) -> None:
        """Run the program once. At the end of the rough times it is left running."""
        if self.machine is None or self.machine.dead or self.engine is None:
            self.machine, self.engine = Machine(self), None
        machine = self.machine
        person = asyncio.get_running_loop().create_task(self._person(jobs))
        killed = asyncio.get_running_loop().create_task(machine.killed.wait())
        await asyncio.wait(
            {person, killed},
            timeout=max(0.0, ends_s - self.clock.monotonic_s()),
            return_when=asyncio.FIRST_COMPLETED,
        )
        if person.done() and not person.cancelled() and (error := person.exception()):
            raise error
        if machine.dead:
            self.kills += 1
            await self.end(kill=True)
        elif person.done():
            await self.end(kill=False)
        else:
            person.cancel()
            killed.cancel()
            await asyncio.gather(person, killed, return_exceptions=True)

    async def boot(self) -> None:
        if self.machine is None or self.machine.dead or self.engine is not None:
            self.machine = Machine(self)
        machine = self.machine
        ports = World(
            store=machine,
            pictures=machine,
            services=machine,
            fetcher=machine,
            library=machine,
            disk=machine,
            clock=self.clock,
            memory=self.memory,
        )
        self.engine = None
        engine = self.engine_of(ports, self.settings, EventBus(), random.Random(self.seed + 2))
        await engine.start()
        self.engine = engine

    async def end(self, *, kill: bool) -> None:
        """Stop the program in order, or kill it where it stands."""
        if not kill and self.engine is not None:
            await self.engine.stop()
        if self.machine is not None:
            self.machine.kill()
        ended = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
        for task in ended:
            task.cancel()
        await asyncio.gather(*ended, return_exceptions=True)
        self.engine = self.machine = None

    async def _come_to_rest(self, when: str) -> None:
        """Wait until all jobs have ended, except those that the person must decide about; note the others in `stuck`."""
        engine = self.engine
        assert engine is not None
        await asyncio.sleep(_ROUGH_ANSWERS_COME_FOR_S)
        engine.key_changed()
        engine.go_on()
        deadline_s = self.clock.monotonic_s() + SETTLES_WITHIN_S
        while left := [job for job in engine.unfinished() if job.state is not S.UNKNOWN]:
            if self.clock.monotonic_s() > deadline_s:
                self.stuck += [f"{when}: {job.job_id[:6]} stands at {job.state}" for job in left]
                return
            await asyncio.sleep(20)

    # -- the person

    async def _person(self, jobs: int) -> None:
        if self.engine is None:
            await self.boot()
        engine = self.engine
        assert engine is not None
        while True:
            await asyncio.sleep(self.dice.expovariate(1 / 6))
            if self.submitted < jobs and self.dice.random() < 0.7:
                engine.submit(a_request(prompt=f"{self.submitted}"), rehearsal=False)
                self.submitted += 1
                continue
            if self.dice.random() < 0.02:
                return  # quits normally
            self._something_else(engine)

    def _something_else(self, engine: Engine) -> None:
        dice = self.dice
        if self.restless and dice.random() < 0.25:
            self._weather(engine)
            return
        if dice.random() < 0.3:
            dice.choice([engine.go_on, engine.key_changed, engine.nudge, engine.pause, engine.go_on])()
            return
        jobs = engine.jobs()
        if not jobs:
            return
        if dice.random() < 0.1:
            self._many(engine, jobs)
            return
        job = dice.choice(jobs)
        verb = dice.choice(["retry", "retry", "send_again", "rescue", "give_up", "cancel", "remove"])
        for _ in range(dice.choice([1, 1, 1, 2])):  # people sometimes click twice
            with contextlib.suppress(BadInput):
                self._do(engine, verb, job.job_id)

    def _many(self, engine: Engine, jobs: list[Job]) -> None:
        """Use one verb on several jobs, whether it suits them or not."""
        chosen = self.dice.sample(jobs, self.dice.randint(1, len(jobs)))
        verb = self.dice.choice(["retry_many", "cancel_many", "remove_many"])
        if verb == "retry_many":
            self.submitted += sum(map(needs_new_order, chosen))
        with contextlib.suppress(BadInput):
            getattr(engine, verb)([job.job_id for job in chosen])

    def _do(self, engine: Engine, verb: str, job_id: str) -> None:
        match verb:
            case "send_again":
                engine.send_again(job_id)
                self.sent_again[job_id] += 1
            case "rescue":
                ticket = engine.job(job_id).request_id
                mine = [task_id for request_id, task_id in self.service.ledger if request_id == ticket]
                if mine:
                    engine.rescue(job_id, self.dice.choice(mine))
            case "retry":
                again = engine.retry(job_id)
                self.submitted += again.job_id != job_id
            case _:
                getattr(engine, verb)(job_id)

    def _weather(self, engine: Engine) -> None:
        """Fill or clear the disks, let the machine sleep, or set its clock."""
        match self.dice.randrange(6):
            case 0:
                self.disk_full = not self.disk_full
            case 1:
                self.library_read_only = not self.library_read_only
            case 2:
                self.clock.asleep_s += self.dice.choice([60, 3600, 8 * 3600])
            case 3 if self.dice.random() < 0.1:
                self.clock.asleep_s += 30 * 3600
            case 4:
                self.clock.set_s += self.dice.choice([-86_400 * 3, -600, 600, 86_400 * 3])
            case _:
                self.disk_full = self.library_read_only = False

    # -- the judgement

    def books(self) -> dict[str, Job]:
        return {**self.remains.removed, **self.remains.jobs}

    def wrongs(self) -> list[str]:
        """Return everything that breaks the promise; empty if it was kept."""
        books, wrong = self.books(), list(self.stuck)
        charges: Counter[str] = Counter()
        for request_id, task_id in self.service.ledger:
            owner = self.remains.owner.get(request_id)
            if owner is None or owner not in books:
                wrong.append(f"{task_id} was charged and no job knows of it")
                continue
            charges[owner] += 1
        again_of = Counter(
            {
                owner: sum(
                    n
                    for ticket, n in self.service.repeats_in_doubt.items()
                    if self.remains.owner.get(ticket) == owner
                )
                for owner in books
            }
        )
        for job_id, job in books.items():
            wrong += [
                f"{job_id[:6]} {job.state}: {words}" for words in self._wrong_with(job, charges, again_of)
            ]
        return wrong

    def _wrong_with(self, job: Job, charges: Counter[str], again_of: Counter[str]) -> list[str]:
        wrong = []
        job_id = job.job_id
        aware = self.service.repeats is not Repeats.UNAWARE
        allowed = 1 if aware else 1 + self.sent_again[job_id]
        if charges[job_id] > allowed:
            wrong.append(f"charged {charges[job_id]} times, {allowed} allowed")
        trusted = self.settings.trust_repeat_refusal
        if again_of[job_id] > self.sent_again[job_id] and not trusted:
            wrong.append(f"repeated {again_of[job_id]} times in doubt, asked {self.sent_again[job_id]} times")
        if charges[job_id] and job.charge not in COMMITTED:
            wrong.append(f"charged, but the books say {job.charge}")
        if job.charge is Charge.SPENT and not charges[job_id]:
            wrong.append("the books say spent, but it was never charged")
        stored = job.state is S.STORED
        mine = {
            task_id for ticket, task_id in self.service.ledger if self.remains.owner.get(ticket) == job_id
        }
        kept = [task_id for owner, task_id in self.remains.kept if owner == job_id]
        if stored and (len(kept) != 1 or job_id not in self.remains.clips):
            wrong.append(f"stored, but the library has {kept}")
        if not set(kept) <= mine:
            wrong.append(f"the library has {kept}, paid for was {mine}")
        if kept and not stored and job.state is not S.CANCELLED:
            wrong.append(f"in the library, but {job.state}")
        if charges[job_id] and job.state not in (S.STORED, S.UNKNOWN, S.EXPIRED, S.CANCELLED, S.FAILED):
            wrong.append("charged, and neither stored nor shown as open")
        if charges[job_id] and not (job.task_id or job.request_id):
            wrong.append("charged, and nothing is known to find it again")
        return wrong

    def at_risk(self) -> Sums:
        return Sums.of(job.price for job in self.books().values() if job.charge is Charge.AT_RISK)


@contextlib.contextmanager
def quiet_engine_logs() -> Iterator[None]:
    """Silence the engine's log: the failures are intended, and thousands of lines about them would hide an important one."""
    logger = logging.getLogger("vidu_desktop")
    before = logger.level
    logger.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        logger.setLevel(before)
