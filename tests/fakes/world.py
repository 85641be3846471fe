"""A world for the engine in memory: each fake does its port's job in a few lines and can be told to fail.

world = FakeWorld()
world.service.answers.append(AnswerLost(...))      # the next submit raises
engine = Engine(world.ports(), Settings(), world.bus)
"""

import random
from collections import deque
from collections.abc import Callable, Collection
from pathlib import Path

from fakes.requests import a_request as a_made_request
from fakes.video_facts import video_facts
from fakes.virtual_time import LoopClock

from vidu_desktop.domain.amounts import usd
from vidu_desktop.domain.catalogue import specs_for_mode
from vidu_desktop.domain.clip import Clip, VideoFacts
from vidu_desktop.domain.doors import DEFAULT_BASE_URL
from vidu_desktop.domain.framing import Framing
from vidu_desktop.domain.job import UNSENT, Job, JobState
from vidu_desktop.domain.modes import Mode
from vidu_desktop.domain.pictures import PreparedPicture
from vidu_desktop.domain.request import GenerationRequest
from vidu_desktop.domain.settings import Settings
from vidu_desktop.engine.engine import Engine
from vidu_desktop.engine.engine_context import EngineContext
from vidu_desktop.engine.events import Event, EventBus, JobChanged
from vidu_desktop.engine.ports import Accepted, LastingPause, Order, TaskReport, TaskStatus, World
from vidu_desktop.engine.tallies import queue_place
from vidu_desktop.errors import Sentence, ViduDesktopError

VIDEO = video_facts(sha256="5" * 64)


def trouble(kind: type[ViduDesktopError], code: str = "made-up", **more) -> ViduDesktopError:
    return kind(code, Sentence("A made-up trouble."), **more)


def a_request(mode: Mode = Mode.IMAGE, prompt: str = "waves") -> GenerationRequest:
    spec = specs_for_mode(mode)[0]
    return a_made_request(
        prompt, mode=mode, picture_paths=tuple(f"/pictures/{n}.png" for n in range(spec.pictures_min))
    )


def is_under_way(job: Job) -> bool:
    """Whether the job was sent and hasn't ended."""
    return not job.ended and job.state not in UNSENT


class FakeStore:
    """`disk` survives an engine. `fail` is called before each write and may raise."""

    def __init__(self, disk: dict[str, Job]) -> None:
        self.disk = disk
        self.removed: list[Job] = []
        self.history: list[tuple[str, JobState]] = []
        self.fail: Callable[[Job], None] = lambda job: None
        self.held: set[LastingPause] = set()
        self.fail_pause: deque[ViduDesktopError] = deque()

    async def save(self, job: Job) -> None:
        self.fail(job)
        self.disk[job.job_id] = job
        self.removed = [gone for gone in self.removed if gone.job_id != job.job_id]
        self.history.append((job.job_id, job.state))

    async def save_many(self, jobs) -> None:
        for job in jobs:
            self.fail(job)
        for job in jobs:
            await self.save(job)

    async def remove_many(self, job_ids) -> None:
        self.removed += [self.disk.pop(job_id) for job_id in job_ids]

    async def load_removed(self) -> list[Job]:
        return self.removed

    async def set_paused(self, reason: LastingPause, *, paused: bool) -> None:
        if self.fail_pause:
            raise self.fail_pause.popleft()
        (self.held.add if paused else self.held.discard)(reason)

    async def paused_by(self) -> frozenset[LastingPause]:
        return frozenset(self.held)

    async def load_under_way(self) -> list[Job]:
        return sorted((job for job in self.disk.values() if is_under_way(job)), key=queue_place)

    async def load_rest(self):
        rest = [(job, False) for job in sorted(self.disk.values(), key=queue_place) if not is_under_way(job)]
        for one in [*rest, *((job, True) for job in self.removed)]:
            yield [one]

    async def last_position(self) -> float:
        return max((job.position for job in self.disk.values()), default=0.0)

    async def origins(self) -> set[str]:
        return {job.origin for job in (*self.disk.values(), *self.removed)}


class FakePictures:
    def __init__(self) -> None:
        self.troubles: deque[ViduDesktopError] = deque()
        self.framings: list[Framing | None] = []

    async def look_at(self, path, limits):
        raise AssertionError("the engine takes checked requests")

    async def prepare(self, path, limits, framing=None) -> PreparedPicture:
        if self.troubles:
            raise self.troubles.popleft()
        self.framings.append(framing)
        return PreparedPicture(
            sha256="a" * 64, media_type="image/png", width_px=16, height_px=9, image_bytes=99
        )

    def prepared_path(self, sha256: str) -> Path:
        return Path("/prepared") / sha256

    async def keep_prepared(self, sha256s: Collection[str]) -> None:
        self.kept_pictures = set(sha256s)


class FakeService:
    """Charges each order once, takes `takes_s` for it, and notes the charges by request id."""

    base_url = DEFAULT_BASE_URL

    def __init__(self, clock: LoopClock, takes_s: Callable[[], float] = lambda: 8.0) -> None:
        self._clock = clock
        self._takes_s = takes_s
        self.troubles: deque[ViduDesktopError | None] = deque()
        self.troubles_after_charge: deque[ViduDesktopError | None] = deque()
        self.poll_troubles: deque[ViduDesktopError | None] = deque()
        self.charges: list[str] = []
        self.orders: list[tuple[float, str]] = []
        self.polls: list[tuple[float, str]] = []
        self.knows_request_ids = False
        self.names_orders = False
        """Whether the answer to a poll contains the order's request id."""
        self.fails: set[str] = set()
        self.link_of: Callable[[str], str] = lambda task_id: f"https://files.test/{task_id}.mp4"
        self.more_links: tuple[str, ...] = ()
        """Links to other videos of the same result."""
        self._done_at_s: dict[str, float] = {}
        self._request_ids: dict[str, str] = {}

    async def submit(self, order: Order, on_sent) -> Accepted:
        self.orders.append((self._clock.monotonic_s(), order.request_id))
        if self.troubles and (error := self.troubles.popleft()):
            raise error
        task_id = f"task-{len(self.charges)}"
        self.charges.append(order.request_id)
        self._done_at_s[task_id] = self._clock.monotonic_s() + self._takes_s()
        self._request_ids[order.request_id] = task_id
        on_sent(10, 10)
        if self.troubles_after_charge and (error := self.troubles_after_charge.popleft()):
            raise error
        return Accepted(task_id=task_id, answer={"id": task_id})

    async def poll(self, task_id: str) -> TaskReport:
        self.polls.append((self._clock.monotonic_s(), task_id))
        if self.poll_troubles and (error := self.poll_troubles.popleft()):
            raise error
        if self.knows_request_ids:
            task_id = self._request_ids.get(task_id, task_id)
        if task_id not in self._done_at_s:
            from vidu_desktop.errors import Refused

            raise trouble(Refused, "1220")
        if task_id in self.fails:
            return TaskReport(status=TaskStatus.FAIL)
        if self._clock.monotonic_s() < self._done_at_s[task_id]:
            return TaskReport(status=TaskStatus.PROCESSING)
        answer = {"id": task_id}
        if self.names_orders:
            answer["request_id"] = self.charges[int(task_id.removeprefix("task-"))]
        return TaskReport(
            status=TaskStatus.SUCCESS,
            video_url=self.link_of(task_id),
            more_urls=self.more_links,
            answer=answer,
        )

    def forget_tasks(self) -> None:
        """Forget all accepted tasks."""
        self._done_at_s.clear()


class FakeServices:
    def __init__(self, service: FakeService) -> None:
        self.service = service
        self.trouble: ViduDesktopError | None = None
        self.trips_over: Callable[[Job], bool] = lambda job: False

    async def for_job(self, job: Job) -> FakeService:
        if self.trouble is not None:
            raise self.trouble
        if self.trips_over(job):
            raise RuntimeError("a fault of ours")
        return self.service

    async def refresh(self) -> None: ...


class FakeFetcher:
    def __init__(self) -> None:
        self.troubles: deque[ViduDesktopError | None] = deque()
        self.fetched: list[str] = []
        self.urls: list[str] = []
        self.trouble_of: Callable[[str], ViduDesktopError | None] = lambda url: None
        self.comes_to: Callable[[str], int] = lambda url: 0
        """How many bytes a link delivers before its trouble."""

    async def fetch(self, job_id: str, url: str, on_progress) -> Path:
        self.fetched.append(job_id)
        self.urls.append(url)
        if self.troubles and (error := self.troubles.popleft()):
            raise error
        if error := self.trouble_of(url):
            on_progress(self.comes_to(url), 1000)
            raise error
        on_progress(1000, 1000)
        return Path("/staging") / f"{job_id}.part"

    def discard(self, job_id: str) -> None: ...
    def keep_only(self, job_ids: Collection[str]) -> None: ...


class FakeLibrary:
    """`clips` survive an engine."""

    def __init__(self, clips: dict[str, Clip]) -> None:
        self.clips = clips
        self.troubles: deque[ViduDesktopError | None] = deque()
        self.verify_troubles: deque[ViduDesktopError] = deque()

    async def verify(self, path: Path) -> VideoFacts:
        if self.verify_troubles:
            raise self.verify_troubles.popleft()
        return VIDEO

    async def keep(self, job: Job, path: Path, video: VideoFacts) -> Clip:
        if self.troubles and (error := self.troubles.popleft()):
            raise error
        clip = Clip(
            clip_id=f"clip-{job.job_id}",
            video_path=f"/library/{job.job_id}.mp4",
            cover_path="",
            created_at=job.created_at,
            mode="image",
            model=job.request.model,
            prompt=job.request.prompt,
            rehearsal=job.rehearsal,
            price=usd(0),
            video=video,
            origin=job.origin,
        )
        self.clips[job.job_id] = clip
        return clip

    async def find(self, job: Job) -> Clip | None:
        return self.clips.get(job.job_id)


class FakeDisk:
    free = 10**12

    async def look(self) -> None:
        pass

    def free_bytes(self) -> int:
        return self.free


class KeptInMind:
    """What was learned of accounts: how many orders at once, by address and model."""

    def __init__(self, places: dict[str, float] | None = None) -> None:
        self.places = places or {}

    async def load(self) -> dict[str, float]:
        return dict(self.places)

    async def keep(self, places) -> None:
        self.places = dict(places)


def large_account(model: str = "vidu2-image", places: float = 20.0) -> KeptInMind:
    """Return the memory of an earlier run, which learned that the account accepts `places` orders at once."""
    return KeptInMind({f"{DEFAULT_BASE_URL} {model}": places})


class FakeWorld:
    """One machine. `restarted()` returns another program on the same disk, with the same service."""

    def __init__(
        self, earlier: "FakeWorld | None" = None, takes_s: Callable[[], float] = lambda: 8.0
    ) -> None:
        self.clock = LoopClock()
        self.store: FakeStore = FakeStore(earlier.store.disk if earlier else {})
        self.store.held = earlier.store.held if earlier else set()
        self.store.removed = earlier.store.removed if earlier else []
        self.pictures = FakePictures()
        self.service: FakeService = earlier.service if earlier else FakeService(self.clock, takes_s)
        self.services = FakeServices(self.service)
        self.fetcher = FakeFetcher()
        self.library: FakeLibrary = FakeLibrary(earlier.library.clips if earlier else {})
        self.disk = FakeDisk()
        self.memory: KeptInMind | None = None
        self.bus = EventBus()
        self.events: list[Event] = []
        self.bus.subscribe(self.events.append)

    def restarted(self) -> "FakeWorld":
        return FakeWorld(self)

    def ports(self) -> World:
        return World(
            store=self.store,
            pictures=self.pictures,
            services=self.services,
            fetcher=self.fetcher,
            library=self.library,
            disk=self.disk,
            clock=self.clock,
            memory=self.memory,
        )

    def engine(self, settings: Settings | None = None, seed: int = 1) -> Engine:
        return Engine(self.ports(), settings or Settings(), self.bus, random.Random(seed))

    def states(self, job_id: str) -> list[JobState]:
        """Return the states that were saved for a job, in order, without repeats."""
        seen: list[JobState] = []
        for name, state in self.store.history:
            if name == job_id and (not seen or seen[-1] is not state):
                seen.append(state)
        return seen

    def changed(self) -> list[Job]:
        return [event.job for event in self.events if isinstance(event, JobChanged)]


def inside(engine: Engine) -> EngineContext:
    """Return what the engine's parts share, for conditions that no event tells and no verb brings about."""
    return engine._context
