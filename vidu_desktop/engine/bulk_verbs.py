"""Verbs for many jobs at once: one transaction and one event, however many jobs there are."""

import asyncio
from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from dataclasses import replace

from vidu_desktop.domain.job import UNSENT, Job, JobState
from vidu_desktop.engine.engine_context import EngineContext
from vidu_desktop.engine.intake import Intake, needs_new_order
from vidu_desktop.engine.job_runner import JobRunner
from vidu_desktop.engine.queue_order import positions_after_move
from vidu_desktop.errors import BadInput


class BulkVerbs:
    """Each verb returns at once. Jobs that another click, or their own progress, has changed meanwhile stay as they are."""

    def __init__(self, context: EngineContext, runner: JobRunner, intake: Intake) -> None:
        self._context = context
        self._runner = runner
        self._intake = intake
        self._one_move = asyncio.Lock()

    def remove(self, job_ids: Collection[str]) -> None:
        """Remove ended jobs from the list."""
        self._context.tasks.start("remove jobs", self._context.jobs.remove_many_surely(job_ids), writes=True)

    def take_off_unsent(self, job_ids: Collection[str]) -> list[str]:
        """Take off the jobs that haven't been sent; return the others."""
        unsent = [job.job_id for job in self._known(job_ids) if job.state in UNSENT]
        if unsent:
            for job_id in unsent:
                self._runner.end(job_id)
            self._context.tasks.start("take jobs off", self._taken_off(unsent), writes=True)
        taken = set(unsent)
        return [job_id for job_id in job_ids if job_id not in taken]

    async def _taken_off(self, job_ids: Collection[str]) -> None:
        for job in await self._context.jobs.change_many_surely(job_ids, taken_off_unsent):
            self._context.moves_on(job.job_id)
        self._runner.sending.look_again()

    def move(self, job_ids: Collection[str], before_id: str | None) -> Awaitable[dict[str, float]]:
        """Move jobs that haven't been sent to another place in line; see `positions_after_move`."""
        moved_ids = set(job_ids)
        return self._place(lambda waiting: positions_after_move(waiting, moved_ids, before_id))

    def move_back(self, positions: Mapping[str, float]) -> Awaitable[dict[str, float]]:
        """Move jobs that haven't been sent to these places in line."""
        return self._place(lambda _waiting: positions)

    def _place(
        self, places_of: Callable[[Sequence[Job]], Mapping[str, float]]
    ) -> Awaitable[dict[str, float]]:
        return self._context.tasks.start("move jobs", self._placed(places_of), writes=True)

    async def _placed(self, places_of: Callable[[Sequence[Job]], Mapping[str, float]]) -> dict[str, float]:
        await self._context.jobs.all_read.wait()  # before all jobs are read, nobody knows where the line ends
        async with self._one_move:  # the second of two quick keys sees what the first did
            waiting = [job for job in self._context.jobs.live() if job.state in UNSENT]
            places = places_of(waiting)
            before = {job.job_id: job.position for job in waiting}
            moved = await self._context.jobs.change_many_surely(
                places.keys() & before.keys(), lambda job: _moved_to(job, places[job.job_id])
            )
        self._runner.sending.look_again()
        return {job.job_id: before[job.job_id] for job in moved}

    def retry(self, job_ids: Collection[str]) -> list[str]:
        """Try again the ended jobs that can be; return the others."""
        jobs = self._known(job_ids)
        over = [job for job in jobs if job.ended and job.state is not JobState.STORED]
        anew: list[Job] = []
        back: list[str] = []
        refused: set[str] = set()
        # The free ones first: a video that one of them will bring isn't ordered again.
        for job in sorted(over, key=needs_new_order):
            try:
                if needs_new_order(job):
                    anew.append(self._intake.another_attempt(job))
                else:
                    self._intake.bring_back(job)
                    back.append(job.job_id)
            except BadInput:
                refused.add(job.job_id)
        if back:
            task = self._context.tasks.start("try again", self._retried(back), writes=True)
            task.add_done_callback(lambda _: self._intake.brought_back(back))
        if anew:
            self._context.tasks.start("order again", self._intake.add_many(anew), writes=True)
        done = {job.job_id for job in over} - refused
        return [job_id for job_id in job_ids if job_id not in done]

    async def _retried(self, job_ids: Collection[str]) -> None:
        jobs = await self._context.jobs.change_many_surely(job_ids, self._intake.once_more)
        await self._runner.continue_all([job.job_id for job in jobs], fresh=False)

    def _known(self, job_ids: Collection[str]) -> list[Job]:
        jobs = self._context.jobs
        return [jobs[job_id] for job_id in job_ids if job_id in jobs]


def _moved_to(job: Job, position: float) -> Job:
    """Raise ValueError for a job that has been sent meanwhile: it stands in no line."""
    if job.state not in UNSENT:
        raise ValueError(job.state)
    return replace(job, position=position)


def taken_off_unsent(job: Job) -> Job:
    """Return the job taken off. Raises ValueError for a job that has been sent meanwhile, because it may have been charged."""
    if job.state not in UNSENT:
        raise ValueError(job.state)
    return job.moved(JobState.CANCELLED)
