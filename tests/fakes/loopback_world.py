"""The engine with its real adapters: journal and library on a disk, HTTP to a scripted service, downloads in threads.

The program is cut off again and again, and restarted on the same home. Its clock runs fast, and somebody keeps pressing *Go
on*, so that nothing waits for long.
"""

import asyncio
import random
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from fakes.kept_things import FakeVideos, all_clips, video_bytes
from fakes.scripted_service import (
    Fault,
    Kind,
    Repeats,
    ScriptedService,
    close_at_once,
    lost_answer,
    says_bytes,
    says_error,
    says_html,
    seeded,
)
from fakes.world import FakePictures, a_request

from vidu_desktop.adapters.desktop.paths import resolve_paths
from vidu_desktop.adapters.fetching.fetcher import VideoFetcher
from vidu_desktop.adapters.net.certificates import SystemCertificates
from vidu_desktop.adapters.zai.client import ZaiVideoService
from vidu_desktop.adapters.zai.connections import ZaiConnections
from vidu_desktop.domain.job import Job, JobState
from vidu_desktop.domain.money import COMMITTED
from vidu_desktop.domain.settings import Settings
from vidu_desktop.engine.engine import Engine
from vidu_desktop.engine.events import EventBus
from vidu_desktop.engine.ports import World
from vidu_desktop.wiring.storage import Storage, open_storage

S = JobState
ORDER_FAULTS: Sequence[Fault] = (
    lost_answer(),
    lost_answer(charged=False),
    close_at_once(),
    close_at_once(reset=True),
    Fault(close_after_body_bytes=1),
    says_error(500, "500", charged=True),
    says_error(503, "1234"),
    says_html(502, charged=True),
    says_html(200),
    says_bytes(b"{}", charged=True),
    says_error(429, "1302", retry_after="0"),
    says_error(429, "1113"),
    says_error(401, "1000"),
)
POLL_FAULTS = (says_html(502), close_at_once(), says_error(500, "500"), says_error(401, "1001"))
FILE_FAULTS = (close_at_once(), Fault(cut_after_bytes=700), says_html(200), says_html(503))


class FastClock:
    """Runs a hundred times as fast as real time."""

    def now(self) -> datetime:
        return datetime.now(UTC)

    def monotonic_s(self) -> float:
        return 100 * asyncio.get_running_loop().time()


class OnePicture(FakePictures):
    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path = path

    def prepared_path(self, sha256: str) -> Path:
        return self.path


class OneService:
    def __init__(self, connections: ZaiConnections) -> None:
        self.service = ZaiVideoService(connections)

    async def for_job(self, job: Job) -> ZaiVideoService:
        return self.service

    async def refresh(self) -> None: ...


class LoopbackWorld:
    """`live` orders `jobs` videos and cuts the program off `cuts` times; `wrongs` compares the service's ledger with the
    library.
    """

    def __init__(self, home: Path, seed: int, repeats: Repeats, *, trust: bool = False) -> None:
        self.paths = resolve_paths(str(home))
        self.picture_path = home / "picture.png"
        home.mkdir(parents=True, exist_ok=True)
        self.picture_path.write_bytes(b"\x89PNG" + bytes(200))
        self.dice = random.Random(seed)
        self.settings = Settings(trust_repeat_refusal=trust)
        self.plan = seeded(
            seed, 0.45, {Kind.SUBMIT: ORDER_FAULTS, Kind.POLL: POLL_FAULTS, Kind.FILE: FILE_FAULTS}
        )
        self.service = ScriptedService(
            repeats=repeats,
            plan=self.plan,
            duration_s=lambda task: random.Random(f"{seed}{task.task_id}").random() * 0.2,
            video=lambda task: video_bytes(f"\x01 {task.task_id} " + "frames " * 300),
        )
        self.books: list[Job] = []
        self.clips = 0

    async def live(self, jobs: int, cuts: int) -> None:
        left = jobs
        for _ in range(cuts):
            clicks = min(left, self.dice.randint(1, 3))
            left -= clicks
            await self._run(clicks, self.dice.uniform(0.05, 0.6), at_rest=False)
        self.service.plan = None
        await self._run(left, 100.0, at_rest=True)  # a loaded machine may be slow

    async def _run(self, clicks: int, for_s: float, *, at_rest: bool) -> None:
        """Run the program once, until it is cut off after `for_s`; with `at_rest`, only until every job has come to its end."""
        certificates = SystemCertificates()
        connections = ZaiConnections(self.service.base_url, self.service.key or "", certificates=certificates)
        fetcher = VideoFetcher(
            self.paths.staging_dir,
            local_hosts={"127.0.0.1", self.service.file_host},
            certificates=certificates,
        )
        clock = FastClock()
        storage = open_storage(self.paths, self.settings, FakeVideos(), clock)
        engine = Engine(
            World(
                store=storage.jobs,
                pictures=OnePicture(self.picture_path),
                services=OneService(connections),
                fetcher=fetcher,
                library=storage.library,
                disk=storage.disk,
                clock=clock,
            ),
            self.settings,
            EventBus(),
            self.dice,
        )
        await engine.start()
        clicked = {
            engine.submit(a_request(prompt=f"{number}"), rehearsal=False).job_id for number in range(clicks)
        }
        loop = asyncio.get_running_loop()
        ends_s = loop.time() + for_s
        while loop.time() < ends_s and not (at_rest and self._rests(engine, clicked)):
            engine.key_changed()
            engine.go_on()
            await asyncio.sleep(0.03)
        if at_rest:
            await self._look(engine, storage)
        await self._cut_off()
        await fetcher.close()
        await connections.close()
        await loop.run_in_executor(None, storage.close)

    def _rests(self, engine: Engine, clicked: set[str]) -> bool:
        """Whether every job has come to its end. A job in doubt is rescued with the task id that the service's console would
        show.
        """
        rescued = 0
        for job in engine.unfinished():
            mine = [charge.task_id for charge in self.service.ledger if charge.request_id == job.request_id]
            if job.state is S.UNKNOWN and mine:
                engine.rescue(job.job_id, mine[0])
                rescued += 1
        # A rescue takes a moment, so a job that was rescued just now isn't at its end yet.
        return (
            not rescued
            and clicked <= {job.job_id for job in engine.jobs()}
            and all(job.ended or job.state is S.UNKNOWN for job in engine.jobs())
        )

    async def _look(self, engine: Engine, storage: Storage) -> None:
        self.books = engine.books()
        self.clips = len(await all_clips(storage.library))

    async def _cut_off(self) -> None:
        tasks = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def wrongs(self) -> list[str]:
        by_ticket = {job.request_id: job for job in self.books}
        wrong = [
            f"{ticket} was charged {count} times"
            for ticket, count in self.service.charges.items()
            if count > 1
        ]
        for ticket in self.service.charges:
            job = by_ticket.get(ticket)
            if job is None or job.charge not in COMMITTED or job.state is not S.STORED:
                wrong.append(f"{ticket} was charged, its job is {job and job.state}")
        wrong += [
            f"{job.job_id[:6]} stands at {job.state}"
            for job in self.books
            if job.state not in (S.STORED, S.UNKNOWN)
        ]
        stored = sum(job.state is S.STORED for job in self.books)
        if not stored == self.clips == len(self.service.ledger):
            wrong.append(f"{len(self.service.ledger)} charged, {stored} stored, {self.clips} in the library")
        return wrong + [f"the fake broke: {crash!r}" for crash in self.service.crashes]
