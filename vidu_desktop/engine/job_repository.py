"""All jobs as they are on the disk, and the one way to change a job: save first, then publish."""

import asyncio
import logging
from collections import defaultdict
from collections.abc import (
    AsyncIterator,
    Callable,
    Collection,
    Coroutine,
    Iterable,
    Iterator,
    Mapping,
    Sequence,
)
from contextlib import asynccontextmanager, suppress
from typing import Any, TypeVar

from vidu_desktop.domain.job import Job, JobState
from vidu_desktop.domain.money import COMMITTED
from vidu_desktop.domain.origin import job_id_of_first_attempt, job_id_of_origin
from vidu_desktop.engine.events import (
    EventBus,
    JobAdded,
    JobChanged,
    JobsAdded,
    JobsChanged,
    JobsRead,
    JobsRemoved,
)
from vidu_desktop.engine.origins import Origins
from vidu_desktop.engine.ports import JobStore
from vidu_desktop.engine.tallies import Tallies, queue_place
from vidu_desktop.errors import DiskTrouble

_log = logging.getLogger(__name__)
_T = TypeVar("_T")
_Failure = KeyError | ValueError | DiskTrouble
_TOLD_AT_ONCE = 100
"""How many new jobs are published in one turn of the loop: about 5 ms."""
_RETRY_SAVE_S = (0.1, 0.5, 1.0, 2.0, 5.0)


class JobRepository:
    """The journal's jobs in memory. Only committed changes are visible and published."""

    def __init__(self, store: JobStore, bus: EventBus) -> None:
        self._store = store
        self._bus = bus
        self._jobs: dict[str, Job] = {}
        self._live: dict[str, Job] = {}
        self._removed: dict[str, Job] = {}
        self._origins = Origins()
        self.tallies = Tallies()
        self.all_read = asyncio.Event()
        """Set once all jobs and origins are read. Until then nothing is prepared or sent, because neither
        what the budget has left nor which pictures are needed is known.
        """
        self._locks: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)

    async def load_under_way(self) -> None:
        """Read the jobs that have been sent and haven't ended, the last position in line, and all origins.
        Call once, before anything else.
        """
        self._origins = Origins(await self._store.origins())
        self.tallies.last_position = await self._store.last_position()
        for job in await self._store.load_under_way():
            self._put(job)

    async def load_rest(self) -> list[Job]:
        """Read all other jobs, a few at a time, and publish those in the list; return the jobs that have to
        be carried on. A job that is known already is newer than what is read, and stays.
        """
        to_begin: list[Job] = []
        async for jobs in self._store.load_rest():
            listed = [job for job, removed in jobs if not removed and self.known(job.job_id) is None]
            for job in listed:
                self._put(job)
            for job, removed in jobs:
                if removed and self.known(job.job_id) is None:
                    self._removed[job.job_id] = job
                    self.tallies.turn(None, job)
            to_begin += [job for job in listed if not job.ended and job.state is not JobState.READY]
            if listed:
                self._bus.publish(JobsRead(tuple(listed)))
        held = {job.origin for job in self._jobs.values()}
        for job in self._removed.values():
            if job.charge not in COMMITTED and job.origin not in held:
                self.release(job.origin)
        return to_begin

    def __getitem__(self, job_id: str) -> Job:
        """Return a job. Raises KeyError for one that isn't in the list."""
        return self._jobs[job_id]

    def __iter__(self) -> Iterator[Job]:
        """All jobs in queue order."""
        return iter(sorted(self._jobs.values(), key=queue_place))

    def live(self) -> list[Job]:
        """All jobs that haven't ended, in queue order."""
        return sorted(self._live.values(), key=queue_place)

    def __contains__(self, job_id: object) -> bool:
        """Whether the list has this job."""
        return job_id in self._jobs

    def claim(self, origin: str) -> bool:
        """Reserve this origin for a job that is about to be added. False when another job has it: one in the
        list, or one that was removed from it and counts for the money.
        """
        return self._origins.claim(origin)

    def release(self, origin: str) -> None:
        """Free the origin of a job that couldn't be added."""
        self._origins.release(origin)

    def attempts(self, wanted: str) -> dict[str, Job | None]:
        """Return all attempts at the video with this origin, by job id, including those removed from the
        list; None for an attempt that is about to be added or isn't read yet.
        """
        further = map(job_id_of_origin, self._origins.further_attempts(wanted))
        first = self.known(job_id_of_first_attempt(wanted))
        found = {first.job_id: first} if first is not None else {}
        return found | {job_id: self.known(job_id) for job_id in further}

    def known(self, job_id: str) -> Job | None:
        """Return a job in the list, or one that was removed from it."""
        return self._jobs.get(job_id) or self._removed.get(job_id)

    async def add(self, job: Job) -> None:
        """Add a job. Raises DiskTrouble; then it doesn't exist."""
        await self._store.save(job)
        self._put(job)
        self._bus.publish(JobAdded(job))

    async def add_many(self, jobs: Sequence[Job]) -> None:
        """Add all of these jobs at once. Raises DiskTrouble; then none exists. They are published a few at a
        time, because the window takes long to show a thousand.
        """
        await self._store.save_many(jobs)
        for begun in range(0, len(jobs), _TOLD_AT_ONCE):
            if begun:
                await asyncio.sleep(0)
            told = tuple(jobs[begun : begun + _TOLD_AT_ONCE])
            for job in told:
                self._put(job)
            self._bus.publish(JobsAdded(told))

    async def change(self, job_id: str, change: Callable[[Job], Job]) -> Job:
        """Commit `change` of the job as it is now, publish it, and return the new job.

        Raises KeyError (the job is gone), ValueError (the state doesn't allow the change) or DiskTrouble;
        then nothing has changed.
        """
        # Shielded: the caller may be cancelled, but disk and memory must never differ. Failures are returned
        # as values, because nobody would hear an exception from a commit whose caller has gone.
        outcome = await asyncio.shield(self._commit(job_id, change))
        if isinstance(outcome, Job):
            return outcome
        raise outcome

    async def _commit(self, job_id: str, change: Callable[[Job], Job]) -> Job | _Failure:
        async with self._locks[job_id]:
            try:
                changed = change(self._jobs[job_id])
                await self._store.save(changed)
            except (KeyError, ValueError, DiskTrouble) as failure:
                return failure
            self._put(changed)
            self._bus.publish(JobChanged(changed))
            return changed

    async def change_many(self, job_ids: Iterable[str], change: Callable[[Job], Job]) -> list[Job]:
        """Commit `change` of each of these jobs as it is now, all at once, publish that once, and return the new jobs.

        A job that is gone, or whose state doesn't allow the change, is left as it is. Raises DiskTrouble; then nothing has
        changed.
        """
        outcome = await asyncio.shield(self._commit_many(set(job_ids), change))
        if isinstance(outcome, DiskTrouble):
            raise outcome
        return outcome

    async def change_many_surely(self, job_ids: Collection[str], change: Callable[[Job], Job]) -> list[Job]:
        """Like `change_many`, but DiskTrouble is retried until it works, or the program ends."""
        return await self._surely(lambda: self.change_many(job_ids, change))

    async def _commit_many(self, job_ids: set[str], change: Callable[[Job], Job]) -> list[Job] | DiskTrouble:
        async with self._all_locked(job_ids):
            jobs = sorted((self._jobs[job_id] for job_id in job_ids if job_id in self._jobs), key=queue_place)
            changed: list[Job] = []
            for job in jobs:
                with suppress(ValueError):
                    changed.append(change(job))
            try:
                await self._store.save_many(changed)
            except DiskTrouble as failure:
                return failure
            for job in changed:
                self._put(job)
            if changed:
                self._bus.publish(JobsChanged(tuple(changed)))
            return changed

    def _put(self, job: Job) -> None:
        # An unpaid job that was removed may be ordered again: with the same origin it has the same id.
        if gone := self._removed.pop(job.job_id, None):
            self.tallies.turn(gone, None)
        self.tallies.turn(self._jobs.get(job.job_id), job)
        self._jobs[job.job_id] = job
        if job.ended:
            self._live.pop(job.job_id, None)
        else:
            self._live[job.job_id] = job

    async def change_surely(self, job_id: str, change: Callable[[Job], Job]) -> Job:
        """Like `change`, for what must not be lost once money was spent: DiskTrouble is retried until it
        works. Only the end of the program ends the tries; the job is then UNKNOWN at the next start.
        """
        return await self._surely(lambda: self.change(job_id, change))

    async def _surely(self, write: Callable[[], Coroutine[Any, Any, _T]]) -> _T:
        tries = 0
        while True:
            try:
                return await write()
            except DiskTrouble as trouble:
                if tries == 0:
                    _log.warning("the journal can't be written (%s); trying on", trouble.code)
                await asyncio.sleep(_RETRY_SAVE_S[min(tries, len(_RETRY_SAVE_S) - 1)])
                tries += 1

    async def move_until_saved(self, job_id: str, state: JobState, **changes: object) -> Job:
        """Commit the job's move to `state`, retrying as `change_surely` does."""
        return await self.change_surely(job_id, lambda job: job.moved(state, **changes))

    async def remove_many(self, job_ids: Iterable[str]) -> None:
        """Remove the ended ones of these jobs from the list, all at once; those that cost money stay in the
        books. The others stay. Raises DiskTrouble; then all are still there.
        """
        if failure := await asyncio.shield(self._commit_removals(set(job_ids))):
            raise failure

    async def _commit_removals(self, job_ids: set[str]) -> DiskTrouble | None:
        async with self._all_locked(job_ids):
            jobs = (self._jobs[job_id] for job_id in job_ids if job_id in self._jobs)
            gone = [job for job in jobs if job.ended]
            try:
                await self._store.remove_many([job.job_id for job in gone])
            except DiskTrouble as failure:
                return failure
            for job in gone:
                del self._jobs[job.job_id]
                if job.charge in COMMITTED:
                    self._removed[job.job_id] = job
                else:
                    self.tallies.turn(job, None)
                    self.release(job.origin)
            if gone:
                self._bus.publish(JobsRemoved(tuple(job.job_id for job in gone)))
        for job in gone:
            self._locks.pop(job.job_id, None)
        return None

    async def remove_many_surely(self, job_ids: Collection[str]) -> None:
        """Like `remove_many`, but DiskTrouble is retried until it works. If the program ends before, all stay."""
        await self._surely(lambda: self.remove_many(job_ids))

    async def put_back(self, jobs: Iterable[Job]) -> list[Job]:
        """Put ended jobs that were removed back into the list, all at once, and return those that came back. A job that has
        been ordered again since stays as it is now. Nothing is sent. Raises DiskTrouble; then none came back.
        """
        outcome = await asyncio.shield(self._commit_return({job.job_id: job for job in jobs if job.ended}))
        if isinstance(outcome, DiskTrouble):
            raise outcome
        return outcome

    async def _commit_return(self, wanted: Mapping[str, Job]) -> list[Job] | DiskTrouble:
        async with self._all_locked(wanted):
            claimed: list[str] = []
            try:
                # For a job that was sent, the journal counts, not what the caller remembers.
                kept = {job.job_id: job for job in await self._store.load_removed()} | self._removed
                back: list[Job] = []
                for job_id, job in wanted.items():
                    if job_id in self._jobs or self._is_ordered_again(job, claimed):
                        continue
                    back.append(kept.get(job_id, job))
                await self._store.save_many(back)
            except DiskTrouble as failure:
                for origin in claimed:
                    self.release(origin)
                return failure
            for job in back:
                self._put(job)
            if back:
                self._bus.publish(JobsChanged(tuple(back)))
            return back

    def _is_ordered_again(self, job: Job, claimed: list[str]) -> bool:
        """Whether another job has its origin now; if not, the origin is reserved for it and added to `claimed`."""
        if not job.origin or job.job_id in self._removed:  # a paid job keeps its origin
            return False
        if not self.claim(job.origin):
            return True
        claimed.append(job.origin)
        return False

    @asynccontextmanager
    async def _all_locked(self, job_ids: Collection[str]) -> AsyncIterator[None]:
        # Always in the same order, so that two calls for the same jobs wait for each other and never
        # deadlock.
        locks = [self._locks[job_id] for job_id in sorted(job_ids)]
        held: list[asyncio.Lock] = []
        try:
            for lock in locks:
                await lock.acquire()
                held.append(lock)
            yield
        finally:
            for lock in held:
                lock.release()

    def needed_pictures(self) -> set[str]:
        """Return the SHA-256 of every prepared picture of jobs in the list that can still be sent, resolved
        or retried. An order that uses the picture of an earlier one may have our copy as its source.
        """
        pictures = [
            picture
            for job in self._jobs.values()
            if job.state is not JobState.STORED
            for picture in job.pictures
        ]
        prepared = {picture.prepared.sha256 for picture in pictures if picture.prepared is not None}
        # Without pathlib, which takes 20 us for each of thousands; the names of our copies have only the dot
        # of their ending.
        return prepared | {_name_of(picture.source_path) for picture in pictures}

    def books(self) -> list[Job]:
        """Return every job that counts for the money, including those removed from the list."""
        return [*self._removed.values(), *self._jobs.values()]


def _name_of(path: str) -> str:
    return path.replace("\\", "/").rpartition("/")[2].partition(".")[0]
