"""Verbs for one job: take it off, take it off to edit it, try it again."""

from collections.abc import Callable, Sequence
from contextlib import suppress

from vidu_desktop.domain.job import HERE_SOON, UNSENT, Job, JobState, Trouble
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.engine.bulk_verbs import taken_off_unsent
from vidu_desktop.engine.engine_context import EngineContext
from vidu_desktop.engine.intake import Intake, needs_new_order
from vidu_desktop.engine.job_runner import JobRunner
from vidu_desktop.errors import BadInput, Sentence


class SingleVerbs:
    """`cancel`, `take_off_to_edit` and `retry` as documented in `Engine`; the jobs are known to be in the list."""

    def __init__(self, context: EngineContext, runner: JobRunner, intake: Intake) -> None:
        self._context = context
        self._runner = runner
        self._intake = intake

    def cancel(self, job: Job) -> None:
        """Take a job off. Raises BadInput."""
        if job.ended:
            raise BadInput("already-ended", Sentence(_ALREADY_ENDED))
        if job.state in (JobState.SENDING, JobState.VERIFYING):
            raise BadInput("just-now", Sentence(_JUST_NOW))
        if job.state is JobState.UNKNOWN:
            raise BadInput("unknown-first", Sentence(_UNKNOWN_FIRST))
        self._runner.start(job.job_id, self.taken_off(job.job_id, None))

    async def taken_off(self, job_id: str, trouble: Trouble | None) -> None:
        """Take a job off; with `trouble`, an UNKNOWN one that is given up as lost. If the job has moved on
        meanwhile, lead it on.
        """
        try:
            await self._context.jobs.change_surely(job_id, lambda job: _taken_off(job, trouble))
        except ValueError:  # it has reached a state in which it can't be cancelled
            await self._runner.lead_on(job_id)
            return
        self._context.world.fetcher.discard(job_id)
        self._context.moves_on(job_id)
        self._runner.sending.look_again()

    async def take_off_to_edit(self, job: Job) -> Job:
        """Take off a job that hasn't been sent, and return it as it was. Raises BadInput for one that has."""
        try:
            await self._context.jobs.change_surely(job.job_id, taken_off_unsent)
        except (KeyError, ValueError):
            raise BadInput("has-left", Sentence(_HAS_LEFT)) from None
        self._runner.end(job.job_id)
        self._context.moves_on(job.job_id)
        self._runner.sending.look_again()
        return job

    def retry(self, job: Job) -> Job:
        """Try a job again; return the job that does so. Raises BadInput for a job that hasn't failed."""
        if job.state is JobState.UNKNOWN:
            raise BadInput("unknown-first", Sentence(_UNKNOWN_FIRST))
        if job.state is JobState.READY_TO_FETCH and job.trouble is not None:
            self._runner.start(job.job_id, self._runner.ask_for_link(job.job_id))
            return job
        if job.state in UNSENT | HERE_SOON or job.state is JobState.WAITING:
            self._context.sleeps.wake(job.job_id)
            self._runner.sending.look_again()
            return job
        if not job.ended or job.state is JobState.STORED:
            raise BadInput("nothing-to-retry", Sentence(_NOTHING_TO_RETRY))
        if needs_new_order(job):
            return self._intake.order_again(job)
        self._intake.bring_back(job)
        task = self._runner.start(job.job_id, self._retried(job.job_id))
        task.add_done_callback(lambda _: self._intake.brought_back([job.job_id]))
        return job

    async def _retried(self, job_id: str) -> None:
        with suppress(KeyError, ValueError):  # another click was faster
            await self._context.jobs.change_surely(job_id, self._intake.once_more)
        await self._runner.lead_on(job_id)


def for_each(verb: Callable[[str], object], job_ids: Sequence[str], *, whole: int) -> None:
    """Call the verb for each of these jobs. Jobs that it refuses stay as they are; raises the first BadInput
    when it refused all of the `whole` that the person chose.
    """
    refusals: list[BadInput] = []
    for job_id in job_ids:
        try:
            verb(job_id)
        except BadInput as refusal:
            refusals.append(refusal)
    if refusals and len(refusals) == whole:
        raise refusals[0]


def _taken_off(job: Job, trouble: Trouble | None) -> Job:
    """Return the job taken off. Raises ValueError for a job that can't be, or, when it is given up as lost,
    isn't lost any more.
    """
    if trouble is not None and job.state is not JobState.UNKNOWN:
        raise ValueError(job.state)
    return job.moved(JobState.CANCELLED, trouble=trouble)


_ALREADY_ENDED = QT_TRANSLATE_NOOP("engine", "This job has already ended; there is nothing to cancel.")
_HAS_LEFT = QT_TRANSLATE_NOOP(
    "engine",
    "This job has left already; it can't be changed any more. Use its settings again for another one.",
)
_JUST_NOW = QT_TRANSLATE_NOOP(
    "engine", "This job is just now being sent or put away. Wait a moment, then look at it again."
)
_UNKNOWN_FIRST = QT_TRANSLATE_NOOP(
    "engine",
    "We don't know whether this video was charged. Decide first: send it again with the same request id, or treat it as "
    "lost.",
)
_NOTHING_TO_RETRY = QT_TRANSLATE_NOOP(
    "engine", "This job is on its way or done; there is nothing to try again."
)
