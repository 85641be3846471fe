"""Leads each job from stage to stage, with one task for each job."""

import asyncio
from collections.abc import Coroutine, Iterable
from contextlib import suppress
from typing import Any

from vidu_desktop.domain.job import ACCEPTED_ID_LOST, Job, JobState, Trouble
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.engine.delivery import Delivery
from vidu_desktop.engine.engine_context import EngineContext
from vidu_desktop.engine.events import ClipAdded
from vidu_desktop.engine.preparing import Preparing
from vidu_desktop.engine.sending import Sending
from vidu_desktop.engine.unknown_resolver import LOOK_AFTER_S, UnknownResolver
from vidu_desktop.engine.waiting import Waiting
from vidu_desktop.errors import DiskTrouble, Sentence

_AUTOMATIC_SENDS = 3
_BEGUN_AT_ONCE = 50
"""How many jobs are begun in one turn of the loop: about 2 ms."""
_CUT_SHORT = frozenset({JobState.SENDING, JobState.FETCHING, JobState.VERIFYING})
"""States in which only a crash or a kill can leave a job."""


class JobRunner:
    """At most one task leads a job. Ending that task never interrupts a commit."""

    def __init__(self, context: EngineContext) -> None:
        self._context = context
        self.sending = Sending(context, self.continue_job)
        self.evidence = UnknownResolver(context)
        self._preparing = Preparing(context)
        self._waiting = Waiting(context)
        self._bringing_home = Delivery(context)
        self._runner: dict[str, asyncio.Task[Any]] = {}
        self._waiting_for_the_end: set[str] = set()

    def start(self, job_id: str, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        """Let `work` lead this job from here on, in place of an earlier task. Return the new task."""
        self.end(job_id)
        task = self._context.tasks.start(f"walk {job_id}", self._guarded(job_id, work))
        self._runner[job_id] = task
        task.add_done_callback(lambda ended: self._ended(job_id, ended))
        task.add_done_callback(lambda _: work.close())  # a task may end before it began: two clicks at once
        return task

    async def _guarded(self, job_id: str, work: Coroutine[Any, Any, None]) -> None:
        """Run `work`; when a fault of ours ends it, note that on the job so that the person is told."""
        try:
            await work
        except Exception as error:
            template = QT_TRANSLATE_NOOP(
                "engine",
                "The program tripped over this job ({kind}) and left it as it is; nothing more was sent. Start the "
                "program again to go on.",
            )
            trouble = Trouble(code="our-fault", sentence=Sentence(template, {"kind": type(error).__name__}))
            await self._context.note(job_id, trouble)
            raise

    def _ended(self, job_id: str, task: asyncio.Task[Any]) -> None:
        if self._runner.get(job_id) is task:
            del self._runner[job_id]
            if job_id in self._waiting_for_the_end:
                self._waiting_for_the_end.discard(job_id)
                if job_id in self._context.jobs and not task.cancelled():
                    self.begin(self._context.jobs[job_id], fresh=False)

    def is_led(self, job_id: str) -> bool:
        """Whether a task is leading this job now."""
        return job_id in self._runner

    def end(self, job_id: str) -> None:
        if task := self._runner.pop(job_id, None):
            task.cancel()

    def continue_job(self, job_id: str, *, fresh: bool = True) -> None:
        """Take up a job whose order was just answered, or whose answer was lost; `fresh` as in `begin`.

        The person may have been quicker: between the commit of UNKNOWN and this call, an order can be rescued, sent again or
        given up. The task that does that isn't ended; the job is looked at again afterwards.
        """
        if self.is_led(job_id):
            self._waiting_for_the_end.add(job_id)
        else:
            self.begin(self._context.jobs[job_id], fresh=fresh)

    async def continue_all(self, job_ids: Iterable[str], *, fresh: bool) -> None:
        """Take up many jobs, as `continue_job` does each, a few in each turn of the loop, so that the window
        can be drawn in between.
        """
        for count, job_id in enumerate(job_ids):
            if count % _BEGUN_AT_ONCE == 0:
                await asyncio.sleep(0)
            if job_id in self._context.jobs:  # a click may have been quicker
                self.continue_job(job_id, fresh=fresh)

    def begin(self, job: Job, *, fresh: bool) -> None:
        """Start whatever the job's state asks for next. `fresh` says that it was accepted just now."""
        if job.state is JobState.UNKNOWN:
            self.start(job.job_id, self._resolve(job.job_id))
        elif job.state is JobState.READY:
            self.sending.look_again()
        elif not job.ended:
            self.start(job.job_id, self.take_along(job.job_id, fresh=fresh))

    async def take_along(self, job_id: str, *, fresh: bool) -> None:
        """Lead a job on until it ends, or until the person or the sending has to decide."""
        while job_id in self._context.jobs:
            job = self._context.jobs[job_id]
            match job.state:
                case JobState.DRAFT:
                    await self._preparing.run(job_id)
                case JobState.ACCEPTED:
                    await self._waiting.confirm(job)
                case JobState.WAITING:
                    await self._waiting.run(job, at_once=not fresh)
                    fresh = False
                    self.sending.look_again()
                case JobState.READY_TO_FETCH:
                    await self._bringing_home.run(job)
                case _:
                    self.sending.look_again()
                    return

    async def lead_on(self, job_id: str) -> None:
        """Lead a job on from whatever state it is in: used when a person's verb came too late."""
        if job_id not in self._context.jobs:
            return
        if self._context.jobs[job_id].state is JobState.UNKNOWN:
            await self._resolve(job_id)
        else:
            await self.take_along(job_id, fresh=False)

    async def ask_for_link(self, job_id: str) -> None:
        """Ask the service for another link at once, because the person wants it."""
        with suppress(ValueError):  # its state has changed meanwhile
            await self._bringing_home.ask_anew(job_id)
        await self.lead_on(job_id)

    async def send_again(self, job_id: str) -> None:
        """Send an UNKNOWN job's order again with the same request id; if it can't be sent, go on looking for evidence.

        UNKNOWN is published before the task that sent the order has ended, so that task is awaited. If an earlier click has
        sent the order again meanwhile, nothing is sent.
        """
        if not self._is_unknown(job_id):
            return
        attempts = self._context.jobs[job_id].send_attempts
        await self.sending.is_back(job_id)
        if not self._is_unknown(job_id):
            return
        job = self._context.jobs[job_id]
        if job.send_attempts != attempts or not await self.sending.let_go(job):
            await self.lead_on(job_id)

    async def _resolve(self, job_id: str) -> None:
        """Look for evidence that the order was accepted. Where the service refuses repeats, or a repeat is
        free, send the same request id again.
        """
        for wait_s in LOOK_AFTER_S:
            if await self.evidence.seek_after(job_id, wait_s):
                await self.take_along(job_id, fresh=False)
                return
            if not self._is_unknown(job_id):
                return
            job = self._context.jobs[job_id]
            repeats = self._repeats_by_itself(job) and self.sending.may_repeat(job)
            if repeats and await self.sending.let_go(job):
                return

    def _is_unknown(self, job_id: str) -> bool:
        return job_id in self._context.jobs and self._context.jobs[job_id].state is JobState.UNKNOWN

    def awaits_a_word(self, job: Job) -> bool:
        """Whether only the person can lead an UNKNOWN job on, after at least one look for evidence in this run."""
        goes_on = self._repeats_by_itself(job) and not self._context.pauses.holds_back(job)
        return job.job_id in self.evidence.looked_for and not goes_on

    def _repeats_by_itself(self, job: Job) -> bool:
        taken = job.trouble is not None and job.trouble.code == ACCEPTED_ID_LOST
        trusted = job.rehearsal or self._context.settings.trust_repeat_refusal  # a rehearsal costs nothing
        return trusted and not taken and job.send_attempts < _AUTOMATIC_SENDS

    async def recover_all(self, jobs: Iterable[Job]) -> None:
        """Move each job into the state that the disk proves, after any kind of end.

        Side by side, because looking for a video that was being stored may take a second.
        """
        await asyncio.gather(*(self._recover(job) for job in jobs if job.state in _CUT_SHORT))

    async def _recover(self, job: Job) -> None:
        match job.state:
            case JobState.SENDING:
                words = _REHEARSAL_INTERRUPTED if job.rehearsal else _INTERRUPTED
                trouble = Trouble(code="interrupted", sentence=Sentence(words))
                await self._context.jobs.move_until_saved(job.job_id, JobState.UNKNOWN, trouble=trouble)
            case JobState.FETCHING:
                await self._context.jobs.move_until_saved(job.job_id, JobState.READY_TO_FETCH)
            case JobState.VERIFYING:
                await self._recover_kept(job)

    async def _recover_kept(self, job: Job) -> None:
        """Finish storing a file when the program's end interrupted that; if storing hadn't got far enough, fetch again."""
        try:
            clip = await self._context.world.library.find(job)
        except DiskTrouble:
            clip = None
        if clip is None:
            await self._context.jobs.move_until_saved(job.job_id, JobState.READY_TO_FETCH)
            return
        self._context.world.fetcher.discard(job.job_id)
        await self._context.jobs.move_until_saved(
            job.job_id,
            JobState.STORED,
            stored_at=self._context.world.clock.now(),
            clip_id=clip.clip_id,
            video_path=clip.video_path,
        )
        self._context.bus.publish(ClipAdded(clip))


_INTERRUPTED = QT_TRANSLATE_NOOP(
    "engine",
    "The program ended while this order was being sent. We don't know yet whether it was charged; we're checking. It "
    "is never sent again by itself.",
)
_REHEARSAL_INTERRUPTED = QT_TRANSLATE_NOOP(
    "engine",
    "The program ended while this rehearsal was being ordered. It is ordered again by itself, free as ever.",
)
