"""Sums over all jobs, kept up to date as jobs change, so that no figure needs a walk through thousands of jobs."""

from bisect import bisect_left, insort
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from datetime import datetime

from vidu_desktop.domain.amounts import Sums
from vidu_desktop.domain.doors import Door
from vidu_desktop.domain.job import AT_SERVICE, Job, JobState
from vidu_desktop.domain.money import COMMITTED, TAKEN
from vidu_desktop.domain.origin import is_of_batch
from vidu_desktop.domain.request import WorkKind
from vidu_desktop.engine.hosts import REHEARSAL
from vidu_desktop.engine.pacing import REMEMBERED

_AT_BIGMODEL = f"{Door.BIGMODEL} "

QueuePlace = tuple[float, datetime, str]
SendingPlace = tuple[bool, float, datetime, str]


def queue_place(job: Job) -> QueuePlace:
    """Return the sort key of the queue: lower is served first."""
    return job.position, job.created_at, job.job_id


def sending_place(job: Job) -> SendingPlace:
    """Return the sort key of sending: jobs that a person pressed go before the rows of a batch, or one
    picture would wait behind thousands.
    """
    return is_of_batch(job.origin), *queue_place(job)


def lane_of(job: Job) -> str:
    """Return the lane in which this job waits: that of its model at its door, or the one for all rehearsals."""
    if job.rehearsal:
        return REHEARSAL
    return f"{_AT_BIGMODEL}{job.request.model}" if job.door is Door.BIGMODEL else job.request.model


def side_of(lane: str) -> str:
    """Return what the lanes of one service share: a service that makes its orders wait holds up no other's."""
    if lane == REHEARSAL:
        return lane
    return _AT_BIGMODEL if lane.startswith(_AT_BIGMODEL) else ""


class Tallies:
    """Call `turn` once for each job that was added, changed or removed, after that is on the disk."""

    def __init__(self) -> None:
        self.last_position = 0.0
        """The highest position that any job ever had; it never falls."""
        self.committed = Sums()
        """What is charged, or possibly charged, by all jobs in the books, by currency."""
        self.taken_money = Sums()
        """The same, with what waits to be sent."""
        self.ready = ReadyLanes()
        self.names = OrderNames()
        self._live: Counter[str | None] = Counter()
        self._unbound: Counter[str | None] = Counter()
        self._at_service: Counter[tuple[str | None, str]] = Counter()
        self._durations: defaultdict[tuple[WorkKind, bool], list[tuple[datetime, float]]] = defaultdict(list)

    def turn(self, before: Job | None, after: Job | None) -> None:
        """Subtract the job as it was, and add it as it is; None where there is none."""
        if before is not None:
            self._count(before, -1)
            self.ready.drop(before)
            self.names.drop(before)
            if duration := _duration(before):
                durations = self._durations[before.request.work_kind, before.rehearsal]
                del durations[bisect_left(durations, duration)]
        if after is not None:
            self._count(after, 1)
            self.ready.put(after)
            self.names.put(after)
            self.last_position = max(self.last_position, after.position)
            if duration := _duration(after):
                insort(self._durations[after.request.work_kind, after.rehearsal], duration)

    def _count(self, job: Job, step: int) -> None:
        charge = job.charge
        if charge in COMMITTED:
            self.committed += step * job.price
        if charge in TAKEN:
            self.taken_money += step * job.price
        if not job.ended:
            address = _address(job)
            self._live[address] += step
            if address is None:
                self._unbound[job.meant_for] += step
        if job.state in AT_SERVICE:
            self._at_service[_address(job), lane_of(job)] += step

    def live_at(self, address: str) -> int:
        """Return how many unfinished jobs are bound to this address."""
        return self._live[address]

    @property
    def unbound(self) -> Iterator[str | None]:
        """The addresses for which unfinished paid jobs were meant that no service has yet, each once."""
        return (meant_for for meant_for, count in self._unbound.items() if count)

    @property
    def at_service(self) -> int:
        """How many jobs take up a place at any service."""
        return self._at_service.total()

    def at_service_in(self, address: str, lane: str) -> int:
        """Return how many of this lane's jobs take up a place at this address."""
        return self._at_service[address, lane]

    def durations_s(self, work_kind: WorkKind, *, rehearsal: bool) -> list[float]:
        """Return the seconds from acceptance to result of the latest finished jobs of this kind, oldest first."""
        return [seconds for _, seconds in self._durations[work_kind, rehearsal][-REMEMBERED:]]


class OrderNames:
    """By which request ids and task ids the orders are known at their services."""

    def __init__(self) -> None:
        self._jobs: dict[tuple[str, str | None, str], str] = {}

    def put(self, job: Job) -> None:
        for name in _names_of(job):
            self._jobs.setdefault(name, job.job_id)

    def drop(self, job: Job) -> None:
        for name in _names_of(job):
            if self._jobs.get(name) == job.job_id:
                del self._jobs[name]

    def are_of_another(self, job: Job, request_id: str, task_id: str) -> bool:
        """Whether one of these names is that of another order at the job's service."""
        address = _address(job)
        names = (("request", address, request_id), ("task", address, task_id))
        return any(self._jobs.get(name, job.job_id) != job.job_id for name in names)


class ReadyLanes:
    """The jobs that may be sent, by lane, each lane in the order of sending."""

    def __init__(self) -> None:
        self._lanes: defaultdict[str, list[SendingPlace]] = defaultdict(list)

    def put(self, job: Job) -> None:
        if job.state is JobState.READY:
            insort(self._lanes[lane_of(job)], sending_place(job))

    def drop(self, job: Job) -> None:
        if job.state is JobState.READY:
            places = self._lanes[lane_of(job)]
            del places[bisect_left(places, sending_place(job))]

    def lanes(self) -> Iterator[str]:
        """All lanes in which something waits."""
        return (lane for lane, places in self._lanes.items() if places)

    def first(self, lane: str, fits: Callable[[str], bool]) -> str | None:
        """Return the id of the first job in this lane that `fits`; None when there is none."""
        return next((job_id for *_, job_id in self._lanes[lane] if fits(job_id)), None)


def _names_of(job: Job) -> Iterator[tuple[str, str | None, str]]:
    if job.request_id:
        yield "request", _address(job), job.request_id
    if job.task_id:
        yield "task", _address(job), job.task_id


def _address(job: Job) -> str | None:
    return REHEARSAL if job.rehearsal else job.bound_url


def _duration(job: Job) -> tuple[datetime, float] | None:
    if job.finished_at is None or job.accepted_at is None or job.state is JobState.FAILED:
        return None
    return job.finished_at, (job.finished_at - job.accepted_at).total_seconds()
