"""What the stages of a job share: the ports, all jobs, the backoff of each service, and some verbs on them."""

import logging
import random
from datetime import datetime, timedelta

from vidu_desktop.domain.catalogue import Offer, offer_for, spec_for_model
from vidu_desktop.domain.doors import way_to_door
from vidu_desktop.domain.job import ACCEPTED_ID_LOST, GIVEN_UP, Job, JobState, Trouble
from vidu_desktop.domain.request import GenerationRequest
from vidu_desktop.domain.settings import Settings
from vidu_desktop.engine.events import Event, EventBus, JobChanged, JobsChanged, JobsRemoved
from vidu_desktop.engine.hosts import Hosts
from vidu_desktop.engine.job_repository import JobRepository
from vidu_desktop.engine.lasting_pauses import LastingPauses
from vidu_desktop.engine.pace import Backoff
from vidu_desktop.engine.pacing import Expectation, expectation_of
from vidu_desktop.engine.pauses import Health, PauseReason, Pauses
from vidu_desktop.engine.ports import World
from vidu_desktop.engine.tasks import TaskKeeper
from vidu_desktop.engine.wakeable_sleep import WakeableSleep
from vidu_desktop.errors import DiskTrouble

_log = logging.getLogger(__name__)
LINK_LIFE = timedelta(days=1)
"""How long the service keeps a finished video (API reference, 2026-01)."""
_ABOUT_MONEY = (ACCEPTED_ID_LOST, GIVEN_UP)
_PRIOR = Expectation(10.0, 0.7)
_REHEARSAL_PRIOR = Expectation(3.0, 0.5)
"""A render of 4 s at 1280x720 takes 2 to 4 s on two cores; several wait for each other."""


class EngineContext:
    """One for each engine. `chance` drives jitter; pass a seeded one to repeat a run."""

    def __init__(self, world: World, settings: Settings, bus: EventBus, chance: random.Random) -> None:
        self.world = world
        self.settings = settings
        self.bus = bus
        self.chance = chance
        self.jobs = JobRepository(world.store, bus)
        self.tasks = TaskKeeper()
        self.sleeps = WakeableSleep()
        self.pauses = Pauses(bus)
        self.lasting_pauses = LastingPauses(world.store, self.pauses, self.tasks)
        self.hosts = Hosts(bus, lambda: self.settings.base_url)
        self._stuck_since_s: dict[str, float] = {}
        self._learned: dict[str, float] = {}
        bus.subscribe(self._follow)

    def _follow(self, event: Event) -> None:
        if isinstance(event, JobChanged | JobsChanged | JobsRemoved):
            self.release_idle_hosts()

    def release_idle_hosts(self) -> None:
        """End the backoff of every service to which no unfinished order belongs any more."""
        self.hosts.release_idle(self._has_orders)

    def _has_orders(self, address: str) -> bool:
        tallies = self.jobs.tallies
        return tallies.live_at(address) > 0 or self.sends_to(address)

    def sends_to(self, address: str) -> bool:
        """Whether orders wait that will go to this address."""
        today = self.settings.base_url
        return any(way_to_door(meant_for, today) == address for meant_for in self.jobs.tallies.unbound)

    async def recall(self) -> None:
        """Load what earlier runs learned about the account."""
        if self.world.memory is not None:
            self._learned = await self.world.memory.load()

    def learned_places(self, job: Job) -> float:
        """Return how many such jobs the account has been seen to allow at once, in this run or an earlier one.

        At first it is the catalogue's figure for a new account; infinity for an unknown model.
        """
        if job.rehearsal:
            return float("inf")
        spec = spec_for_model(job.request.model)
        return self._learned.get(self._account_of(job), spec.concurrency if spec else float("inf"))

    def learn_places(self, job: Job, places: float) -> None:
        """Remember what the account allows, for this run and later ones; rehearsals teach nothing."""
        if job.rehearsal or places == self.learned_places(job):
            return
        self._learned[self._account_of(job)] = places
        if self.world.memory is not None:
            self.tasks.start("remember the account", self.world.memory.keep(dict(self._learned)))

    def _account_of(self, job: Job) -> str:
        return f"{self.hosts.address_of(job)} {job.request.model}"

    def pace_of(self, job: Job) -> Backoff:
        """Return the backoff that all jobs of this service share."""
        return self.hosts.of(job).pace

    def health_of(self, job: Job) -> Health:
        """Return whether this job's service can be reached, as far as is known."""
        return self.hosts.of(job).health

    def key_in_doubt(self, job: Job) -> bool:
        """Whether this job's service is known to refuse the key."""
        return (
            self.pauses.holds(PauseReason.KEY, job.door) and not job.rehearsal and self.hosts.is_todays(job)
        )

    def slow_down(self, job: Job, asked_at_s: float, retry_after_s: float | None) -> bool:
        """Back off once for all orders to this job's service; True if the refusal was news."""
        now_s = self.world.clock.monotonic_s()
        return self.pace_of(job).slow(now_s, asked_at_s, retry_after_s, self.chance.random())

    def expected(self, job: Job) -> Expectation:
        """Return how long a job's result takes; see `expected_of`."""
        return self.expected_of(job.request, rehearsal=job.rehearsal)

    def expected_of(self, request: GenerationRequest, *, rehearsal: bool) -> Expectation:
        """Return how long a result takes: learned from this user's finished jobs, at first from the catalogue."""
        spec = spec_for_model(request.model)
        prior = Expectation(spec.expected_s, spec.expected_spread) if spec else _PRIOR
        if rehearsal:
            prior = _REHEARSAL_PRIOR
        return expectation_of(self.jobs.tallies.durations_s(request.work_kind, rehearsal=rehearsal), prior)

    async def note(self, job_id: str, trouble: Trouble | None) -> None:
        """Write on the job what holds it up, if that is news; None means that nothing does any more."""
        if trouble is None:
            self.moves_on(job_id)
        else:
            self._stuck_since_s.setdefault(job_id, self.world.clock.monotonic_s())
        if job_id in self.jobs and _noted(self.jobs[job_id], trouble) != self.jobs[job_id]:
            try:
                await self.jobs.change(job_id, lambda job: _noted(job, trouble))
            except DiskTrouble as disk_trouble:  # the note is a convenience; the job's state is what counts
                _log.warning("a note could not be written: %s", disk_trouble.code)

    def moves_on(self, job_id: str) -> None:
        """Forget that the job was held up."""
        self._stuck_since_s.pop(job_id, None)

    def service_lost(self, job: Job, trouble: Trouble) -> None:
        """Say once that this job's service can't be reached."""
        self.health_of(job).lost(trouble, self.world.clock.monotonic_s())

    def stuck_for_s(self, job: Job) -> float:
        """Return for how many seconds this job, or its whole service, has been held up; 0 when nothing holds it up."""
        since_s = (self._stuck_since_s.get(job.job_id), self.health_of(job).lost_since_s)
        now_s = self.world.clock.monotonic_s()
        return max((now_s - since for since in since_s if since is not None), default=0.0)


def _noted(job: Job, trouble: Trouble | None) -> Job:
    """Return the job with the note. A trouble that tells about its charge stays."""
    said = job.trouble.code if job.trouble else ""
    return job if job.state is JobState.UNKNOWN or said in _ABOUT_MONEY else job.noted(trouble)


def link_ends_at(job: Job) -> datetime:
    """Return when the service deletes the job's video, as far as is known: a day after it was finished, or
    after the order was accepted.
    """
    return job.link_expires_at or (job.accepted_at or job.created_at) + LINK_LIFE


def spec_of(job: Job) -> Offer:
    """Return the job's model in its mode. Raises KeyError for one that this version doesn't know."""
    spec = offer_for(job.request.model, job.request.mode)
    if spec is None:
        raise KeyError(job.request.model)
    return spec
