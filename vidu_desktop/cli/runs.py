"""Runs of the engine without a window: `generate`, `resume`, and actions on one job."""

import argparse
import asyncio
from collections.abc import Callable, Collection

from vidu_desktop.cli.mentioned import with_shelf
from vidu_desktop.cli.reports import Report
from vidu_desktop.cli.requests import checked_requests, offer_of
from vidu_desktop.cli.sheet_news import say_news
from vidu_desktop.domain.amounts import FREE, Money, fitting, format_money
from vidu_desktop.domain.doors import service_name
from vidu_desktop.domain.job import Job, JobState
from vidu_desktop.domain.money import left_money
from vidu_desktop.domain.progress import waiting_fraction
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.engine.events import (
    Event,
    JobAdded,
    JobChanged,
    JobProgressed,
    JobsAdded,
    JobsChanged,
    OrderNotTaken,
    PaidWorkPaused,
    ServiceLost,
    ServiceReached,
)
from vidu_desktop.engine.lasting_pauses import ANSWERS_LOST, PAUSED
from vidu_desktop.engine.ports import LastingPause
from vidu_desktop.errors import BadInput, DiskTrouble, Sentence, Value
from vidu_desktop.wiring.session import Session

DONE, FAILED, UNFINISHED = 0, 1, 3
_PAUSED_HERE = Sentence(
    QT_TRANSLATE_NOOP(
        "command line",
        "The queue is paused, so nothing new is sent; what was sent before goes on. `vidu-desktop jobs go-on` ends the "
        "pause.",
    )
)
_ANSWERS_LOST_HERE = Sentence(
    QT_TRANSLATE_NOOP(
        "command line",
        "{count} orders in a row got no answer, and each may have been charged. Nothing more is sent, so that not more "
        "is at risk. Look whether the service works; `vidu-desktop jobs go-on` ends the pause.",
    ),
    ANSWERS_LOST.sentence.values,
)
_ANSWERS_AGAIN = QT_TRANSLATE_NOOP("command line", "The service answers again.")
_NOTHING_UNFINISHED = QT_TRANSLATE_NOOP("command line", "Nothing is unfinished.")
_SUM = QT_TRANSLATE_NOOP("command line", "{count} videos, {price}")  # only for two or more
_SUM_FREE = QT_TRANSLATE_NOOP("command line", "{count} videos, free")
_SAID_HERE = {LastingPause.PERSON: _PAUSED_HERE, LastingPause.ANSWERS: _ANSWERS_LOST_HERE}
_WINDOW_GOES_ON = Sentence(
    QT_TRANSLATE_NOOP("command line", "The queue isn't paused. The window sends what waits.")
)
_GOES_ON = Sentence(
    QT_TRANSLATE_NOOP("command line", "The queue isn't paused. `vidu-desktop resume` sends what waits.")
)
PATIENCE_S = 60.0
"""How long a job may be in trouble, in seconds, before a command that waits for it ends and leaves the job to `resume`."""
_LOOK_EVERY_S = 0.2


class Following:
    """Reports what happens to the jobs with these ids (None: to all jobs) and waits until none of them moves any more."""

    def __init__(self, session: Session, report: Report, job_ids: Collection[str] | None) -> None:
        self._engine = session.program.engine
        self._clock = session.program.clock
        self._disk = session.program.storage.disk
        self._report = report
        self._job_ids = None if job_ids is None else set(job_ids)
        self._seen: dict[str, Job] = {}
        """The followed jobs as they were last heard of: a person may remove them from the window's list."""
        self.not_taken = 0
        session.hear(self._on_event)
        if session.joined and (trouble := self._engine.paused_by) in (PAUSED, ANSWERS_LOST):
            self._on_event(PaidWorkPaused(trouble))  # the window showed it before this command came

    def follow(self, job_id: str) -> None:
        """Report this job, too."""
        if self._job_ids is not None:
            self._job_ids.add(job_id)

    def _on_event(self, event: Event) -> None:
        match event:
            case JobAdded(job) | JobChanged(job) if self._mine(job.job_id):
                self._seen[job.job_id] = job
                self._report.job(job)
            case JobsAdded(jobs) | JobsChanged(jobs):
                for job in jobs:
                    self._on_event(JobChanged(job))
            case OrderNotTaken(job, trouble) if self._mine(job.job_id):
                self.not_taken += 1
                self._report.refused(DiskTrouble(trouble.code, trouble.sentence))
            case JobProgressed(job_id, fraction) if self._mine(job_id) and fraction is not None:
                self._report.progress(job_id, fraction)
            case PaidWorkPaused(trouble) if trouble == PAUSED:
                self._report.say(_PAUSED_HERE)
            case PaidWorkPaused(trouble) if trouble == ANSWERS_LOST:
                self._report.say(_ANSWERS_LOST_HERE)
            case PaidWorkPaused(trouble) | ServiceLost(trouble):
                none = self._disk.why_none if trouble.code == "disk-full" else None
                self._report.say(none or trouble.sentence)
            case ServiceReached(_):
                self._report.say(Sentence(_ANSWERS_AGAIN))

    def _mine(self, job_id: str) -> bool:
        return self._job_ids is None or job_id in self._job_ids

    def _jobs(self) -> list[Job]:
        """Return the followed jobs that exist; if all are followed, the unfinished ones and those that changed."""
        if self._job_ids is None:
            moving = self._engine.unfinished()
            return list({**self._seen, **{job.job_id: job for job in moving}}.values())
        known = (self._engine.find(job_id) or self._seen.get(job_id) for job_id in self._job_ids)
        return [job for job in known if job is not None]

    async def until(self, done: Callable[[Job], bool], count: int) -> None:
        """Wait until `count` jobs exist, or couldn't be accepted, and each is `done`."""
        while True:
            jobs = self._jobs()
            if len(jobs) + self.not_taken >= count and all(map(done, jobs)):
                return
            for job in jobs:
                if job.state is JobState.WAITING and job.accepted_at and not job.rehearsal:
                    elapsed_s = (self._clock.now() - job.accepted_at).total_seconds()
                    self._report.progress(
                        job.job_id, waiting_fraction(elapsed_s, self._engine.expected_s(job)[1])
                    )
            await asyncio.sleep(_LOOK_EVERY_S)

    def stands_still(self, job: Job) -> bool:
        return job.ended or self._engine.stands_still(job.job_id, PATIENCE_S)

    def exit_code(self) -> int:
        """Return 3 when something is left to do, 1 when a job failed for good, else 0."""
        jobs = self._jobs()
        if not all(job.ended for job in jobs):
            return UNFINISHED
        states = {job.state for job in jobs if job.job_id in self._seen}
        if self.not_taken or states & {
            JobState.REFUSED,
            JobState.FAILED,
            JobState.EXPIRED,
            JobState.CANCELLED,
        }:
            return FAILED
        return DONE


async def run(options: argparse.Namespace, session: Session, report: Report) -> int:
    """Run `generate`, `resume` or `jobs`, and return the exit code. Raises BadInput, DiskTrouble."""
    match options.verb, getattr(options, "action", None):
        case "generate", _:
            return await generate(options, session, report)
        case "resume", _:
            return await resume(session, report)
        case _, None:
            from vidu_desktop.cli.job_listing import list_jobs  # it needs what is above

            return await list_jobs(session, report)
        case _, "pause" | "go-on":
            return await hold_queue(session, report, paused=options.action == "pause")
        case _:
            return await act_on_job(options, session, report)


async def generate(options: argparse.Namespace, session: Session, report: Report) -> int:
    """Check the request, accept its jobs, and wait for the videos if wanted. Raises BadInput before anything is stored."""
    if not options.rehearse:
        await require_key(session, report)
    program = session.program
    await require_library(session)
    options = await with_shelf(options, program.shelf, report)
    program.expect_pictures(len(options.pictures))
    requests = await checked_requests(options, program.pictures, report.looked, report.say)
    following = Following(session, report, [])
    await session.begin(only=[] if options.no_wait else None)
    await require_library(session)  # earlier runs are known by now
    # All requests have the same model and options.
    price = FREE
    if not options.rehearse:
        price = session.settings.price_of(offer_of(options).model_spec, requests[0].options)
    if len(requests) > 1:
        total = format_money(price * len(requests))
        template = _SUM_FREE if options.rehearse else _SUM
        report.say(Sentence(template, {"count": len(requests), "price": total}))
    if not options.rehearse:
        _say_what_fits(session, report, len(requests), price)
    for request in requests:
        following.follow(program.engine.submit(request, rehearsal=options.rehearse).job_id)
    if not options.no_wait:
        await following.until(following.stands_still, len(requests))
        return following.exit_code()
    await following.until(
        lambda job: job.state is not JobState.DRAFT or following.stands_still(job), len(requests)
    )
    code = following.exit_code()
    return DONE if code == UNFINISHED and not following.not_taken else code


async def require_library(session: Session) -> None:
    """Raise BadInput when the library's folder is replaced by something else, or its drive is missing or doesn't answer."""
    disk = session.program.storage.disk
    if not await disk.room_once_awake() and disk.why_none is not None:
        raise BadInput("library-no-folder", disk.why_none)


def _say_what_fits(session: Session, report: Report, count: int, price: Money) -> None:
    """Say, before anything is sent, if not all of the jobs fit into the budget."""
    left = left_money(session.program.engine.taken_money, session.settings.budget_in(price.currency))
    fits = fitting(count, price, left)
    if left is not None and fits < count:
        one = QT_TRANSLATE_NOOP(
            "command line",
            "1 of these {count} fits into your budget. {left} is left; what doesn't fit waits in the queue.",
        )
        several = QT_TRANSLATE_NOOP(
            "command line",
            "{fits} of these {count} fit into your budget. {left} is left; what doesn't fit waits in the queue.",
        )
        template = one if fits == 1 else several
        report.say(Sentence(template, {"fits": fits, "count": count, "left": format_money(left)}))


async def require_key(session: Session, report: Report) -> None:
    """Make sure that paid orders can be sent. Raises BadInput without a usable key."""
    found = await session.find_key()
    if found.key is not None:
        if found.note:
            report.say(found.note)
        return
    none = QT_TRANSLATE_NOOP(
        "command line",
        "There is no key for {door} yet, so nothing was sent. Set {variable} or add the key in the window's settings; "
        "or add --rehearse for a free draft made on this machine.",
    )
    unusable = QT_TRANSLATE_NOOP(
        "command line",
        "{why} Nothing was sent. Set {variable} or add the key in the window's settings; "
        "or add --rehearse for a free draft made on this machine.",
    )
    values: dict[str, Value] = {
        "door": service_name(session.settings.base_url),
        "variable": session.keys.variable_of(session.door),
    }
    if found.note:
        raise BadInput("no-key", Sentence(unusable, {**values, "why": found.note}))
    raise BadInput("no-key", Sentence(none, values))


async def resume(session: Session, report: Report) -> int:
    """Carry on until all jobs are finished, or none moves any more. In a paused queue, only sent jobs move; where paid orders
    are held, they and rehearsals.
    """
    program = session.program
    if session.holds_paid_work and (held := program.engine.paused_by):
        report.say(held.sentence)
    await session.find_key()
    following = Following(session, report, None)
    await session.begin()
    batches_lost = False
    try:
        await program.carry_on_with_batches()
    except DiskTrouble as error:  # the jobs that aren't of batches go on
        report.refused(error)
        batches_lost = True
    await say_news(session, report, program.batches_under_way())
    for job in program.engine.unfinished():
        report.job(job)
    if not (program.engine.unfinished() or program.batches.running or batches_lost):
        report.say(Sentence(_NOTHING_UNFINISHED))
    await following.until(following.stands_still, 0)
    while program.batches.busy:  # more of the batches' rows follow
        await asyncio.sleep(_LOOK_EVERY_S)
        await following.until(following.stands_still, 0)
    return following.exit_code() or (UNFINISHED if batches_lost else DONE)


async def say_pauses(session: Session, report: Report) -> None:
    """Say which pauses hold the queue until the person goes on."""
    paused_by = await session.program.storage.jobs.paused_by()
    for reason, said in _SAID_HERE.items():
        if reason in paused_by:
            report.say(said)


async def hold_queue(session: Session, report: Report, *, paused: bool) -> int:
    """Pause the queue, or end the pause, from now on, also for another command that is at work. This command itself sends and
    fetches nothing; an open window does.
    """
    if session.joined:
        engine = session.program.engine
        (engine.pause if paused else engine.go_on)()
        await engine.pauses_kept(PATIENCE_S)
    else:
        session.lock_beside_commands()
        for reason in (LastingPause.PERSON,) if paused else LastingPause:
            await session.program.storage.jobs.set_paused(reason, paused=paused)
    goes_on = _WINDOW_GOES_ON if session.joined else _GOES_ON
    report.item({"paused": paused}, report.words(_PAUSED_HERE if paused else goes_on))
    return DONE


async def act_on_job(options: argparse.Namespace, session: Session, report: Report) -> int:
    """Do what the window's button does, and wait for the outcome. No other jobs move meanwhile, unless a window is open."""
    await session.find_key()
    engine = session.program.engine
    await session.begin(only=[])
    job = engine.job(_whole_id(options.job, engine.jobs()))
    following = Following(session, report, [job.job_id])
    if options.action in ("cancel", "give-up"):
        (engine.cancel if options.action == "cancel" else engine.give_up)(job.job_id)
        await following.until(lambda job: job.ended, 1)
        return DONE
    match options.action:
        case "retry":
            again = engine.retry(job.job_id)
            if again.job_id != job.job_id:  # a new order; the old job stays as it is
                following, job = Following(session, report, [again.job_id]), again
        case "send-again":
            engine.send_again(job.job_id)
        case "rescue":
            engine.rescue(job.job_id, options.task_id)
    if job.ended or job.state is JobState.UNKNOWN:
        await following.until(lambda now: (now.state, now.trouble) != (job.state, job.trouble), 1)
    engine.allow(job.job_id)
    await following.until(following.stands_still, 1)
    return following.exit_code()


def _whole_id(text: str, jobs: list[Job]) -> str:
    """Return the id of the job that begins with `text`. Raises BadInput when there are none or several."""
    found = [job.job_id for job in jobs if job.job_id.startswith(text.lower())] if text else []
    if len(found) == 1:
        return found[0]
    several = QT_TRANSLATE_NOOP("command line", "Several jobs begin with “{text}”. Give more of the name.")
    none = QT_TRANSLATE_NOOP("command line", "No job begins with “{text}”. `vidu-desktop jobs` lists them.")
    raise BadInput("no-such-job", Sentence(several if found else none, {"text": text}))
