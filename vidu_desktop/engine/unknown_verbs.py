"""What the person decides about an order whose answer was lost: send it again, give it up, or name its task."""

from contextlib import suppress

from vidu_desktop.domain.job import GIVEN_UP, Job, JobState, Trouble
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.engine.engine_context import EngineContext
from vidu_desktop.engine.job_runner import JobRunner
from vidu_desktop.engine.pauses import PauseReason
from vidu_desktop.engine.single_verbs import SingleVerbs
from vidu_desktop.errors import BadInput, Sentence

_TASK_ID_MOST_CHARS = 200


class UnknownVerbs:
    """`send_again`, `give_up` and `rescue` as documented in `Engine`. All raise BadInput for a job in another state."""

    def __init__(self, context: EngineContext, runner: JobRunner, verbs: SingleVerbs) -> None:
        self._context = context
        self._runner = runner
        self._verbs = verbs

    def send_again(self, job: Job) -> None:
        """Send the same bytes with the same request id. Raises BadInput while no order may be sent to its address."""
        self._must_be_unknown(job)
        for reason in (PauseReason.ADDRESS, PauseReason.SETTINGS, PauseReason.PERSON):
            if held_by := self._context.pauses.held_by(reason):
                raise BadInput(held_by.code, held_by.sentence)
        self._runner.start(job.job_id, self._runner.send_again(job.job_id))

    def give_up(self, job: Job) -> None:
        """Treat the order as lost: it may have been charged."""
        self._must_be_unknown(job)
        trouble = Trouble(code=GIVEN_UP, sentence=Sentence(_GIVEN_UP))
        self._runner.start(job.job_id, self._verbs.taken_off(job.job_id, trouble))

    def rescue(self, job: Job, task_id: str) -> None:
        """Ask the service for this task, and continue with it if it can be this order's."""
        if not job.wants_task_id:
            raise BadInput("not-unknown", Sentence(_NOT_UNKNOWN))
        task_id = task_id.strip()
        if self._is_anothers(task_id, job.job_id):
            raise BadInput("task-id-taken", Sentence(_TASK_ID_TAKEN))
        if (
            not task_id.isascii()
            or not task_id.replace("-", "").replace("_", "").isalnum()
            or len(task_id) > _TASK_ID_MOST_CHARS
        ):
            raise BadInput("task-id", Sentence(_TASK_ID))
        self._runner.start(job.job_id, self._rescued(job.job_id, task_id))

    async def _rescued(self, job_id: str, task_id: str) -> None:
        await self._context.jobs.all_read.wait()
        may_be = await self._runner.evidence.may_be(self._context.jobs[job_id], task_id)
        if may_be and not self._is_anothers(task_id, job_id):
            sent_at = self._context.jobs[job_id].sent_at
            with suppress(ValueError):  # evidence, or another click, was faster
                await self._context.jobs.move_until_saved(
                    job_id, JobState.WAITING, task_id=task_id, accepted_at=sent_at
                )
        await self._runner.lead_on(job_id)

    def _is_anothers(self, task_id: str, job_id: str) -> bool:
        books = self._context.jobs.books()
        return any(task_id == other.task_id for other in books if other.job_id != job_id)

    @staticmethod
    def _must_be_unknown(job: Job) -> None:
        if job.state is not JobState.UNKNOWN:
            raise BadInput("not-unknown", Sentence(_NOT_UNKNOWN))


_NOT_UNKNOWN = QT_TRANSLATE_NOOP(
    "engine", "This is only for an order whose answer was lost; this job's state is known."
)
_TASK_ID = QT_TRANSLATE_NOOP(
    "engine", "That isn't a task number of the service. Copy it from the service's console."
)
_TASK_ID_TAKEN = QT_TRANSLATE_NOOP(
    "engine", "That task number belongs to another job of yours already. Look for this order's own number."
)
_GIVEN_UP = QT_TRANSLATE_NOOP(
    "engine", "You treat this order as lost. Should the service have taken it, it was charged once."
)
