"""READY_TO_FETCH -> FETCHING -> VERIFYING -> STORED: the video is fetched, and checked before it counts."""

from collections import defaultdict
from datetime import datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit

from vidu_desktop.domain.job import Job, JobState, Trouble
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.engine.engine_context import EngineContext, link_ends_at
from vidu_desktop.engine.events import ClipAdded, JobProgressed
from vidu_desktop.engine.link_tries import LinkTries
from vidu_desktop.engine.pacing import backoff_s
from vidu_desktop.engine.priority_semaphore import HostGates, PrioritySemaphore
from vidu_desktop.errors import (
    LINK_FORBIDDEN,
    DiskTrouble,
    LinkExpired,
    NotAVideo,
    Sentence,
    ServiceBusy,
    ViduDesktopError,
)

_FETCHES_AT_ONCE = 3
_STORED_AT_ONCE = 3
"""Two helper processes check files while a third video is stored. With more at once, all would do their first
step before any did its last: of 292 fetched videos, none was stored for half a minute.
"""
_SPENT_LINKS_BEFORE_GIVING_UP = 6  # with the backoff between them half a minute: a file host may lag
_GRACE = timedelta(hours=1)


class Delivery:
    """Fetches and stores videos, those whose links end first before the others, each with all of its steps."""

    def __init__(self, context: EngineContext) -> None:
        self._context = context
        self._gates = HostGates(_FETCHES_AT_ONCE)
        self._storing = PrioritySemaphore(_STORED_AT_ONCE)
        self._tries: defaultdict[str, LinkTries] = defaultdict(LinkTries)

    async def run(self, job: Job) -> None:
        """Take the job one step further: to STORED, to WAITING for a fresh link, or back to READY_TO_FETCH after a pause."""
        if self._tries[job.job_id].asks:
            await self._ask_for_another(job)
            return
        wakes = self._context.sleeps.wakes
        host = urlsplit(job.video_url or "").netloc
        async with self._gates.of(host).passed(link_ends_at(job).timestamp()):
            path = await self._fetched(job)
        # Outside the gate: while the library's drive is missing, other videos are still fetched before their
        # links end.
        if path is not None and await self._stored(job.job_id, path):
            self._forget(job.job_id)
            return
        await self._pause(job.job_id, wakes)

    async def _pause(self, job_id: str, wakes: int) -> None:
        failures = self._tries[job_id].rests
        if failures:
            backoff = backoff_s(failures, None, self._context.chance.random())
            if await self._context.sleeps.sleep(job_id, backoff, since=wakes):
                self._tries[job_id].forgive()

    def _forget(self, job_id: str) -> None:
        self._tries.pop(job_id, None)
        self._context.moves_on(job_id)

    async def ask_anew(self, job_id: str) -> None:
        """Ask the service for a new link at once, because the person pressed *Retry*; all counts of failures begin anew."""
        self._forget(job_id)
        await self._context.jobs.change_surely(
            job_id, lambda job: job.moved(JobState.WAITING, trouble=job.trouble)
        )

    async def _ask_for_another(self, job: Job) -> None:
        """Ask the service for another link, since this one doesn't work; EXPIRED once the service's day and
        one more hour are over.
        """
        tries = self._tries[job.job_id]
        tries.ask()
        now = self._context.world.clock.now()
        if _is_late(job, now) and tries.too_late(self._context.world.clock.monotonic_s()):
            await self._give_back(job, job.trouble, _NONE_WORKED)
            return
        await self._context.jobs.change_surely(
            job.job_id, lambda job: job.moved(JobState.WAITING, trouble=job.trouble)
        )

    async def _fetched(self, job: Job) -> Path | None:
        """Return the complete part file; None when it couldn't be fetched, and the job's new state says why."""
        job_id = job.job_id
        job = await self._context.jobs.move_until_saved(
            job_id, JobState.FETCHING, fetch_attempts=job.fetch_attempts + 1
        )

        def on_progress(done_bytes: int, total_bytes: int | None) -> None:
            self._tries[job_id].note_bytes(done_bytes)
            fraction = done_bytes / total_bytes if total_bytes else None
            self._context.bus.publish(JobProgressed(job_id, fraction, done_bytes, total_bytes))

        try:
            path = await self._context.world.fetcher.fetch(job_id, job.video_url or "", on_progress)
        except LinkExpired as error:
            await self._link_spent(job, Trouble.of(error))
            return None
        except (NotAVideo, ServiceBusy, DiskTrouble) as error:
            # The fetcher keeps what was fetched so far: a sign-in page of a hotel's network doesn't spoil it.
            await self._again(job_id, error)
            return None
        await self._context.jobs.move_until_saved(job_id, JobState.VERIFYING)
        return path

    async def _again(self, job_id: str, error: ViduDesktopError) -> None:
        self._tries[job_id].failed(
            of_link=not isinstance(error, DiskTrouble), at_once=error.code == LINK_FORBIDDEN
        )
        await self._context.jobs.move_until_saved(job_id, JobState.READY_TO_FETCH)
        await self._context.note(job_id, Trouble.of(error))

    async def _link_spent(self, job: Job, trouble: Trouble) -> None:
        """Ask the service for a fresh link. After several spent links in a row the job is EXPIRED, whatever the clock says about
        its day: somebody may just have set it.
        """
        tries = self._tries[job.job_id]
        tries.ask()
        tries.spent += 1
        if tries.spent < _SPENT_LINKS_BEFORE_GIVING_UP:
            await self._context.jobs.move_until_saved(job.job_id, JobState.WAITING, trouble=trouble)
            return
        await self._give_back(job, trouble, _SPENT)

    async def _give_back(self, job: Job, trouble: Trouble | None, template: str) -> None:
        self._forget(job.job_id)
        gone = Trouble(
            code="expired",
            sentence=Sentence(template, {"date": f"{self._context.world.clock.now():%Y-%m-%d}"}),
            service_words=trouble.service_words if trouble else "",
        )
        await self._context.jobs.move_until_saved(job.job_id, JobState.EXPIRED, trouble=gone)

    async def _stored(self, job_id: str, path: Path) -> bool:
        """Check the file and put it into the library. Waits while the disk is full; a file that isn't a video
        is fetched again.
        """
        library = self._context.world.library
        failures = 0
        while True:
            try:
                async with self._storing.passed(link_ends_at(self._context.jobs[job_id]).timestamp()):
                    video = await library.verify(path)
                    clip = await library.keep(self._context.jobs[job_id], path, video)
            except NotAVideo as error:
                self._context.world.fetcher.discard(job_id)
                await self._again(job_id, error)
                return False
            except DiskTrouble as error:
                failures += 1
                await self._context.note(job_id, Trouble.of(error))
                await self._context.sleeps.sleep(
                    job_id, backoff_s(failures, None, self._context.chance.random())
                )
                continue
            # Discarded before STORED: afterwards nobody would look for what the job left behind.
            self._context.world.fetcher.discard(job_id)
            now = self._context.world.clock.now()
            await self._context.jobs.move_until_saved(
                job_id, JobState.STORED, stored_at=now, clip_id=clip.clip_id, video_path=clip.video_path
            )
            self._context.bus.publish(ClipAdded(clip))
            return True


def _is_late(job: Job, now: datetime) -> bool:
    return job.link_expires_at is not None and now > job.link_expires_at + _GRACE


_SPENT = QT_TRANSLATE_NOOP(
    "engine",
    "The link to this video was spent before it could be fetched ({date}). It was paid for; its task "
    "number is kept: try again, or show it to the service's support.",
)
_NONE_WORKED = QT_TRANSLATE_NOOP(
    "engine",
    "No link to this video worked, and the day for which the service keeps it is over ({date}). It was paid for; its "
    "task number is kept: try again, or show it to the service's support.",
)
