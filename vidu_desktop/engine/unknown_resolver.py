"""UNKNOWN: looking for free evidence that an order whose answer was lost has been accepted."""

from contextlib import suppress
from datetime import UTC, datetime

from vidu_desktop.domain.job import ACCEPTED_ID_LOST, Job, JobState, Trouble
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.engine.engine_context import EngineContext
from vidu_desktop.engine.ports import TaskReport, TaskStatus
from vidu_desktop.engine.priority_semaphore import HostGates
from vidu_desktop.engine.strange_answers import is_of_another
from vidu_desktop.errors import DiskTrouble, Refused, Sentence, ViduDesktopError

LOOK_AFTER_S = (1.0, 5.0, 30.0, 120.0, 600.0, 1800.0, 3600.0)
"""The waits before each look, longer and longer."""
_LOOKS_AT_ONCE = 2
_NO_SUCH_TASK = QT_TRANSLATE_NOOP(
    "engine",
    "The service knows no task with the task id that you gave. Nothing has changed: look it up and decide again.",
)
_ANOTHER_ORDER = QT_TRANSLATE_NOOP(
    "engine",
    "The task id that you gave belongs to another order. Nothing has changed: look it up and decide again.",
)
_NEVER = datetime(9999, 1, 1, tzinfo=UTC)


class UnknownResolver:
    """Asks for the task by our own request id.

    An answer that names that id, or has a video, is evidence. An error, or an answer that doesn't name the
    id or names another order of ours, is none: the job stays UNKNOWN.
    """

    def __init__(self, context: EngineContext) -> None:
        self._context = context
        self._gates = HostGates(_LOOKS_AT_ONCE)
        self.looked_for: set[str] = set()
        """Jobs that were asked for at least once since the start."""

    async def seek_after(self, job_id: str, wait_s: float) -> bool:
        """Wait, then look; True once the job is WAITING. Nothing is asked while the key is in doubt."""
        await self._context.sleeps.sleep(job_id, wait_s)
        found = False
        if self._open(job_id) and not self._context.key_in_doubt(self._context.jobs[job_id]):
            job = self._context.jobs[job_id]
            gate = self._gates.of(self._context.hosts.address_of(job))
            async with gate.passed((job.sent_at or _NEVER).timestamp()):
                found = self._open(job_id) and await self._look(self._context.jobs[job_id])
        self.looked_for.add(job_id)
        return found

    async def may_be(self, job: Job, task_id: str) -> bool:
        """Ask for a task that the person named. False, with a note on the job, when the service knows no such
        task or names another order with it. When the service can't be asked now, the person is believed.
        """
        try:
            service = await self._context.world.services.for_job(job)
            report = await service.poll(task_id)
        except Refused as error:
            await self._not_that(job, _NO_SUCH_TASK, error.service_words)
            return False
        except ViduDesktopError:
            return True
        named = report.answer.get("request_id") or job.request_id
        if named != job.request_id:
            await self._not_that(job, _ANOTHER_ORDER)
        return named == job.request_id

    async def _not_that(self, job: Job, template: str, service_words: str = "") -> None:
        was = job.trouble.code if job.trouble is not None else ""
        # That it was charged stays known.
        code = was if was == ACCEPTED_ID_LOST else "task-id"
        trouble = Trouble(code=code, sentence=Sentence(template), service_words=service_words)
        if job.job_id in self._context.jobs:
            with suppress(DiskTrouble):  # the note is a convenience; the job's state is what counts
                await self._context.jobs.change(job.job_id, lambda now: now.noted(trouble))

    def _open(self, job_id: str) -> bool:
        return job_id in self._context.jobs and self._context.jobs[job_id].state is JobState.UNKNOWN

    async def _look(self, job: Job) -> bool:
        try:
            service = await self._context.world.services.for_job(job)
            report = await service.poll(job.task_id or job.request_id or "")
        except ViduDesktopError:
            return False
        if is_of_another(job, report.answer, self._context.jobs.tallies.names):
            return False
        task_id = evident_task_id(job, report)
        if task_id is None or not self._open(job.job_id):
            return False
        await self._context.jobs.move_until_saved(
            job.job_id, JobState.WAITING, task_id=task_id, accepted_at=job.sent_at
        )
        return True


def evident_task_id(job: Job, report: TaskReport) -> str | None:
    """Return the id to poll from now on if the report proves that the service has this very order."""
    if job.task_id is not None:
        return job.task_id
    request_id = report.answer.get("request_id") or None
    names_it = request_id is not None and request_id == job.request_id
    has_it = report.status is TaskStatus.SUCCESS and report.video_url is not None
    # Services that name no order return the one that was asked for; a service that names another returns that
    # one.
    if not names_it and (request_id is not None or not has_it):
        return None
    named = report.answer.get("id")
    return named if isinstance(named, str) and named else job.request_id
