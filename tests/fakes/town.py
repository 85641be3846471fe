"""Several services with an address each; any of them may be unreachable."""

import asyncio
from dataclasses import replace

from fakes.world import FakeService, FakeWorld, trouble

from vidu_desktop.domain.job import Job
from vidu_desktop.domain.settings import Settings
from vidu_desktop.engine.events import ServiceLost, ServiceReached
from vidu_desktop.errors import NotSent, ServiceBusy

CONNECTING_TAKES_S = 15.0
HOSTS = tuple(f"https://{name}.test/v4" for name in ("one", "two", "three", "four"))


class Somewhere(FakeService):
    """A service with an address of its own. While it is unreachable, each try takes the whole time-out."""

    def __init__(self, world: FakeWorld, base_url: str) -> None:
        super().__init__(world.clock)
        self.base_url = base_url
        self.reachable = True
        self.first_left_at_s: float | None = None
        self.strangers: list[str] = []

    async def submit(self, order, on_sent):
        if not self.reachable:
            await asyncio.sleep(CONNECTING_TAKES_S)
            raise trouble(NotSent, "no-answer")
        return await super().submit(order, on_sent)

    async def poll(self, task_id):
        if not self.reachable:
            await asyncio.sleep(CONNECTING_TAKES_S)
            raise trouble(ServiceBusy, "no-answer")
        if task_id not in self._done_at_s:
            self.strangers.append(task_id)
        return await super().poll(task_id)


class Town:
    """A world with a service at each of HOSTS. `move` changes the address as Save in the settings does."""

    def __init__(self, settings: Settings | None = None) -> None:
        self.world = FakeWorld()
        self.services = {url: Somewhere(self.world, url) for url in HOSTS}
        self.settings = settings or Settings(base_url=HOSTS[0])
        self.world.services = self  # type: ignore[assignment]
        self.engine = self.world.engine(self.settings)

    async def for_job(self, job: Job) -> Somewhere:
        return self.services[job.bound_url or self.settings.base_url]

    async def refresh(self) -> None: ...

    def move(self, url: str) -> None:
        self.settings = replace(self.settings, base_url=url)
        self.engine.settings_changed(self.settings)

    def lost(self) -> set[str]:
        """Return the addresses that the engine's events call unreachable."""
        lost: set[str] = set()
        for event in self.world.events:
            if isinstance(event, ServiceLost):
                lost.add(event.address)
            elif isinstance(event, ServiceReached):
                lost.discard(event.address)
        return lost
