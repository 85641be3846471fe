"""ACCEPTED -> WAITING -> READY_TO_FETCH, FAILED or EXPIRED: polling the service, politely, until it has a result."""

import math
from datetime import datetime, timedelta

from vidu_desktop.domain.job import Job, JobState, Trouble
from vidu_desktop.domain.records import kept_answer
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.engine.engine_context import LINK_LIFE, EngineContext, link_ends_at
from vidu_desktop.engine.events import JobProgressed
from vidu_desktop.engine.link_tries import FAILURES_BEFORE_ASKING
from vidu_desktop.engine.pacing import POLL_MOST_S, backoff_s, poll_wait_s
from vidu_desktop.engine.pauses import PauseReason
from vidu_desktop.engine.ports import TaskReport, TaskStatus
from vidu_desktop.engine.priority_semaphore import HostGates
from vidu_desktop.engine.strange_answers import StrangeAnswers, not_about_this
from vidu_desktop.errors import (
    AccountTrouble,
    KeyTrouble,
    NotSent,
    Refused,
    Sentence,
    ServiceBusy,
    ViduDesktopError,
)

_POLLS_AT_ONCE = 4
_DISOWNED_BEFORE_GIVING_UP = 5
_DISOWNED_FOR_S = 30.0


class Waiting:
    """Polls tasks, each by one caller at a time; when many want to ask at once, the oldest goes first."""

    def __init__(self, context: EngineContext) -> None:
        self._context = context
        self._gates = HostGates(_POLLS_AT_ONCE)

    async def confirm(self, job: Job) -> None:
        """ACCEPTED -> WAITING."""
        await self._context.jobs.move_until_saved(job.job_id, JobState.WAITING)

    async def run(self, job: Job, *, at_once: bool) -> None:
        """Poll until the state has changed. `at_once` skips the first wait, because the time to ask may be long past."""
        failures, disowned, disowned_since_s, strange = 0, 0, 0.0, StrangeAnswers()
        wait_s = 0.0 if at_once else self._next_wait_s(job)
        while True:
            await self._context.sleeps.sleep(job.job_id, wait_s)
            try:
                report = await self._ask(job)
            except (KeyTrouble, AccountTrouble) as error:
                await self._hold_until_key(job, error)
                wait_s = 0.0 if isinstance(error, KeyTrouble) and not job.rehearsal else POLL_MOST_S
            except Refused as error:
                now_s = self._context.world.clock.monotonic_s()
                disowned_since_s = disowned_since_s if disowned else now_s
                disowned += 1
                if disowned >= _DISOWNED_BEFORE_GIVING_UP and now_s - disowned_since_s >= _DISOWNED_FOR_S:
                    await self._expired(job, Trouble.of(error))
                    return
                await self._context.note(job.job_id, Trouble.of(error))
                wait_s = POLL_MOST_S
            except (ServiceBusy, NotSent) as error:
                failures += 1
                retry_after_s = error.retry_after_s if isinstance(error, ServiceBusy) else None
                wait_s = backoff_s(failures, retry_after_s, self._context.chance.random())
                await self._context.note(job.job_id, Trouble.of(error))
            else:
                if report is None:
                    await self._context.pauses.key_usable(job.door)
                    wait_s = 0.0
                    continue
                now_s, names = self._context.world.clock.monotonic_s(), self._context.jobs.tallies.names
                if strange.puts_off(job, report.answer, names, now_s):
                    failures += 1
                    wait_s = backoff_s(failures, None, self._context.chance.random())
                    await self._context.note(job.job_id, not_about_this(task_known=True))
                    continue
                failures = disowned = 0
                if await self._heard(job, report):
                    return
                wait_s = self._next_wait_s(job)

    def _next_wait_s(self, job: Job) -> float:
        since = job.accepted_at or job.sent_at or job.created_at
        elapsed_s = (self._context.world.clock.now() - since).total_seconds()
        wait_s = poll_wait_s(max(0.0, elapsed_s), self._context.expected(job))
        return max(wait_s, self._context.pace_of(job).wait_s(self._context.world.clock.monotonic_s()))

    async def _ask(self, job: Job) -> TaskReport | None:
        """Ask once; None when the key turned out to be refused while this question waited for its turn."""
        service = await self._context.world.services.for_job(job)
        async with self._gates.of(self._context.hosts.address_of(job)).passed(link_ends_at(job).timestamp()):
            if self._context.key_in_doubt(job):
                return None
            asked_at_s = self._context.world.clock.monotonic_s()
            try:
                report = await service.poll(job.task_id or "")
            except ServiceBusy as error:
                if error.slow_down:
                    self._context.slow_down(job, asked_at_s, error.retry_after_s)
                else:
                    self._context.service_lost(job, Trouble.of(error))
                raise
            except (KeyTrouble, AccountTrouble, Refused) as error:
                self._context.health_of(job).reached()
                if isinstance(error, KeyTrouble) and not self._context.hosts.is_todays(job):
                    # This isn't today's service, and the key isn't meant for it: a refusal tells nothing
                    # about the job.
                    raise ServiceBusy(
                        error.code, error.sentence, service_words=error.service_words, slow_down=False
                    ) from error
                raise
        self._context.health_of(job).reached()
        return report

    async def _hold_until_key(self, job: Job, error: ViduDesktopError) -> None:
        refused = isinstance(error, KeyTrouble) and not job.rehearsal
        if refused:
            self._context.pauses.pause(PauseReason.KEY, Trouble.of(error), job.door)
        await self._context.note(job.job_id, Trouble.of(error))
        if refused:
            await self._context.pauses.key_usable(job.door)

    async def _heard(self, job: Job, report: TaskReport) -> bool:
        """Commit what the report says; True when the wait is over."""
        now = self._context.world.clock.now()
        match report.status:
            case TaskStatus.SUCCESS:
                await self._context.jobs.move_until_saved(
                    job.job_id,
                    JobState.READY_TO_FETCH,
                    video_url=_next_link(job, report),
                    cover_url=report.cover_url,
                    answers={**job.answers, "result": kept_answer(report.answer)},
                    finished_at=job.finished_at or now,
                    link_expires_at=(job.finished_at or now) + LINK_LIFE,
                )
            case TaskStatus.FAIL:
                trouble = report.trouble or _failed_without_words()
                await self._context.jobs.move_until_saved(
                    job.job_id, JobState.FAILED, trouble=trouble, finished_at=now
                )
            case TaskStatus.PROCESSING:
                await self._context.note(job.job_id, None)
                if report.progress is not None:
                    self._context.bus.publish(JobProgressed(job.job_id, report.progress))
                return False
        if report.status is not TaskStatus.SUCCESS or job.finished_at is None:
            self._context.moves_on(
                job.job_id
            )  # another link for a video finished long ago isn't progress yet
        return True

    async def _expired(self, job: Job, trouble: Trouble) -> None:
        taken_at = job.accepted_at or job.created_at
        age = self._context.world.clock.now() - taken_at
        await self._context.jobs.move_until_saved(
            job.job_id, JobState.EXPIRED, trouble=_gone(taken_at, age, trouble)
        )
        self._context.moves_on(job.job_id)


def _next_link(job: Job, report: TaskReport) -> str | None:
    """Return the result's link; where it has several, each in turn, because the last one may be the one that fails."""
    links = (report.video_url, *report.more_urls)
    links_tried = math.ceil(job.fetch_attempts / FAILURES_BEFORE_ASKING)
    return links[links_tried % len(links)]


def _gone(taken_at: datetime, age: timedelta, trouble: Trouble) -> Trouble:
    if age < LINK_LIFE:
        sentence = Sentence(
            QT_TRANSLATE_NOOP(
                "engine",
                "The service doesn't know this video any more, though it took the order. Its task number is kept: "
                "try again, or show it to the service's support.",
            )
        )
    else:
        sentence = Sentence(
            QT_TRANSLATE_NOOP(
                "engine",
                "The service keeps videos for one day; this one, ordered on {date}, was gone before it could be "
                "fetched. Its task number is kept: try again, or show it to the service's support.",
            ),
            {"date": f"{taken_at:%Y-%m-%d}"},
        )
    return Trouble(code="expired", sentence=sentence, service_words=trouble.service_words)


def _failed_without_words() -> Trouble:
    return Trouble(
        code="failed",
        sentence=Sentence(
            QT_TRANSLATE_NOOP(
                "engine",
                "The service gave up on this video and doesn't say why. Try again, or change the order first; a new try is "
                "a new order.",
            )
        ),
    )
