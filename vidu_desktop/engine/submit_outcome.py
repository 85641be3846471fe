"""SENDING -> ACCEPTED, REFUSED, UNKNOWN, or back: what each answer to an order means for its job and for the queue.

An order may be sent again while its first answer is missing (`doubt`). A refusal doesn't end that doubt: it is about the
repeat, and the first order may have been charged all the same.
"""

from collections.abc import Callable

from vidu_desktop.domain.job import ACCEPTED_ID_LOST, Job, JobState, Trouble
from vidu_desktop.domain.records import kept_answer
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.engine.engine_context import EngineContext
from vidu_desktop.engine.lasting_pauses import LOST_IN_A_ROW_MOST
from vidu_desktop.engine.pace import ConcurrencyLimit
from vidu_desktop.engine.pauses import PauseReason
from vidu_desktop.engine.ports import Accepted, LastingPause
from vidu_desktop.engine.strange_answers import is_of_another, not_about_this
from vidu_desktop.errors import (
    AccountTrouble,
    BadInput,
    KeyTrouble,
    NotSent,
    Refused,
    Sentence,
    ServiceBusy,
    ViduDesktopError,
)


class SubmitOutcome:
    """Slows or pauses the queue first and writes the job afterwards, because writing may take long."""

    def __init__(
        self,
        context: EngineContext,
        places_of: Callable[[Job], ConcurrencyLimit],
        continue_job: Callable[[str], None],
    ) -> None:
        self._context = context
        self._places_of = places_of
        self._continue_job = continue_job

    async def accepted(self, job: Job, accepted: Accepted, asked_at_s: float, doubt: Trouble | None) -> None:
        """Handle an accepted order: its task id is on the disk before anything else happens. What names another order of ours
        is no answer to this one.
        """
        said = {**accepted.answer, "id": accepted.task_id}
        if is_of_another(job, said, self._context.jobs.tallies.names):
            await self.lost(job, not_about_this(task_known=False), asked_at_s, doubt)
            return
        now = self._context.world.clock.now()
        try:
            await self._context.jobs.move_until_saved(
                job.job_id,
                JobState.ACCEPTED,
                task_id=accepted.task_id,
                accepted_at=now,
                answers={"accepted": kept_answer(accepted.answer)},
            )
        except Exception as error:
            await self._taken_all_the_same(job.job_id, accepted, error)
            raise
        self._context.moves_on(job.job_id)
        self._context.pace_of(job).went_well()
        self._context.health_of(job).reached()
        places = self._places_of(job)
        places.accepted()
        self._context.learn_places(job, places.learned)
        if not job.rehearsal:
            self._context.hosts.of(job).probe.trust()
        self._continue_job(job.job_id)

    async def _taken_all_the_same(self, job_id: str, accepted: Accepted, error: Exception) -> None:
        """Keep the task id, which only this answer knew, when ACCEPTED couldn't be reached: an UNKNOWN job
        with a task id is asked for.
        """
        if self._context.jobs[job_id].state is not JobState.SENDING:
            return
        trouble = Trouble(code=ACCEPTED_ID_LOST, sentence=Sentence(_TAKEN, {"kind": type(error).__name__}))
        await self._context.jobs.move_until_saved(
            job_id, JobState.UNKNOWN, trouble=trouble, task_id=accepted.task_id
        )
        self._continue_job(job_id)

    async def tripped(self, job: Job, error: Exception, asked_at_s: float, doubt: Trouble | None) -> None:
        """Note a fault of ours that happened while the order was out or its answer was read, so that the person is told."""
        match self._context.jobs[job.job_id].state:
            case JobState.SENDING:
                await self.lost(job, _our_fault(error), asked_at_s, doubt)
            case JobState.ACCEPTED:
                self._continue_job(job.job_id)

    async def sort_out(
        self, job: Job, error: ViduDesktopError, asked_at_s: float, doubt: Trouble | None
    ) -> None:
        """Move the job to the state that the answer means. Unless it is known to be uncharged, that is UNKNOWN."""
        match error:
            case Refused() | BadInput():
                await self._refused(job.job_id, error, doubt)
                return
            case NotSent():
                self._unreachable(job, error, asked_at_s)
            case ServiceBusy():
                news = self._context.slow_down(job, asked_at_s, error.retry_after_s)
                if error.slow_down and news:
                    places = self._places_of(job)
                    places.too_many()
                    self._context.learn_places(job, places.learned)
            case KeyTrouble():
                self._pause(job, PauseReason.KEY, error, asked_at_s)
            case AccountTrouble():
                self._pause(job, PauseReason.ACCOUNT, error, asked_at_s)
            case _:
                if error.by_page and not job.rehearsal:
                    self._context.hosts.of(job).probe.behind_page = True
                await self.lost(job, Trouble.of(error), asked_at_s, doubt)
                return
        await self._not_taken(job.job_id, error, doubt)
        if isinstance(error, NotSent):
            await self._context.note(job.job_id, self._context.jobs[job.job_id].trouble)

    async def lost(self, job: Job, trouble: Trouble, asked_at_s: float, doubt: Trouble | None) -> None:
        """Handle a lost answer: nobody knows whether the order was accepted, or it was and its task id is lost."""
        if trouble.code != ACCEPTED_ID_LOST:
            self._context.slow_down(job, asked_at_s, None)
            if not job.rehearsal:
                self._doubt_the_rest(job)
            if doubt is not None and doubt.code == ACCEPTED_ID_LOST:
                trouble = doubt
        await self._context.jobs.move_until_saved(job.job_id, JobState.UNKNOWN, trouble=trouble)
        self._continue_job(job.job_id)

    def _doubt_the_rest(self, job: Job) -> None:
        """Send the next orders one at a time, and pause after several lost answers: an outage must not put
        the whole queue at risk.
        """
        probe = self._context.hosts.of(job).probe
        probe.doubt()
        probe.lost_in_a_row += 1
        if probe.lost_in_a_row >= LOST_IN_A_ROW_MOST and self._context.hosts.may_get_orders(job):
            self._context.lasting_pauses.set(LastingPause.ANSWERS, paused=True)

    def unreachable(self, job: Job, error: NotSent) -> None:
        """Handle an order that wasn't sent: orders to this service wait, then are sent with the same request ids."""
        self._unreachable(job, error, self._context.world.clock.monotonic_s())

    def _unreachable(self, job: Job, error: NotSent, asked_at_s: float) -> None:
        self._context.slow_down(job, asked_at_s, None)
        self._context.service_lost(job, Trouble.of(error))
        if not job.rehearsal:
            self._context.hosts.of(job).probe.doubt()

    def _pause(self, job: Job, reason: PauseReason, error: ViduDesktopError, asked_at_s: float) -> None:
        # A rehearsal has no account, and another service than today's has a different one: what they say
        # doesn't concern paid work.
        if job.rehearsal or not self._context.hosts.is_todays(job):
            self._context.slow_down(job, asked_at_s, None)
            return
        self._context.hosts.of(job).probe.doubt()
        self._context.pauses.pause(reason, Trouble.of(error), job.door)

    async def _refused(self, job_id: str, error: ViduDesktopError, doubt: Trouble | None) -> None:
        if doubt is not None:
            await self._not_taken(job_id, error, doubt)
            return
        await self._context.jobs.move_until_saved(job_id, JobState.REFUSED, trouble=Trouble.of(error))
        self._context.moves_on(job_id)

    async def _not_taken(self, job_id: str, error: ViduDesktopError, doubt: Trouble | None) -> None:
        """Put an order that wasn't accepted back into the state from which it was sent."""
        if doubt is None:
            await self._context.jobs.move_until_saved(job_id, JobState.READY, trouble=Trouble.of(error))
            return
        trouble = doubt
        if doubt.code != ACCEPTED_ID_LOST:
            values = {"code": error.code}
            trouble = Trouble(
                code="still-unknown",
                sentence=Sentence(_STILL_UNKNOWN, values),
                service_words=error.service_words,
            )
        await self._context.jobs.move_until_saved(job_id, JobState.UNKNOWN, trouble=trouble)
        self._continue_job(job_id)


def _our_fault(error: Exception) -> Trouble:
    """Return the trouble of an order during which a fault of ours happened."""
    return Trouble(code="our-fault", sentence=Sentence(_OUR_FAULT, {"kind": type(error).__name__}))


_OUR_FAULT = QT_TRANSLATE_NOOP(
    "engine",
    "The program tripped over the service's answer ({kind}). We don't know yet whether this video was "
    "charged; it is kept and not sent again by itself.",
)
_TAKEN = QT_TRANSLATE_NOOP(
    "engine",
    "The service took this order, but the program tripped ({kind}) before it could write that down. It is being asked "
    "for; it isn't sent again by itself.",
)
NO_ANSWER = Trouble(
    code="answer-lost",
    sentence=Sentence(
        QT_TRANSLATE_NOOP(
            "engine", "The answer to this order was lost. We don't know yet whether it was charged."
        )
    ),
)
"""The trouble of an UNKNOWN job about which nothing else is known."""
_STILL_UNKNOWN = QT_TRANSLATE_NOOP(
    "engine",
    "The order was sent again, and this time the service didn't take it ({code}). Whether the first one was "
    "charged we still don't know.",
)
