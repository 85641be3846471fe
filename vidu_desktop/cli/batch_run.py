"""A batch of the command line at work: its rows are handed over and its jobs reported, until no job of it moves any more."""

import asyncio
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from vidu_desktop.batch.approving import Proposal, approve
from vidu_desktop.batch.feeder import origins_of
from vidu_desktop.batch.running import Held
from vidu_desktop.cli.batch_listing import write_results
from vidu_desktop.cli.reports import Report
from vidu_desktop.cli.runs import DONE, FAILED, PATIENCE_S, UNFINISHED
from vidu_desktop.cli.sheet_news import say_news
from vidu_desktop.domain.amounts import Money, format_sums
from vidu_desktop.domain.counting import counted
from vidu_desktop.domain.job import Job, JobState
from vidu_desktop.domain.money_documents import sums_output
from vidu_desktop.domain.origin import batch_origins
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.engine.events import (
    Event,
    JobAdded,
    JobChanged,
    JobsAdded,
    JobsChanged,
    OrderNotTaken,
    PaidWorkPaused,
    ServiceLost,
)
from vidu_desktop.engine.lasting_pauses import ANSWERS_LOST, PAUSED
from vidu_desktop.errors import DiskTrouble, Sentence
from vidu_desktop.wiring.session import Session

LOOK_EVERY_S = 0.2
WENT_WRONG = frozenset({JobState.REFUSED, JobState.FAILED, JobState.EXPIRED, JobState.CANCELLED})


_OUTCOME = QT_TRANSLATE_NOOP(
    "command line", "{stored} in the library, {wrong} went wrong, {wait} wait; {price}"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How many videos of a batch ended how. `unfinished` counts jobs, `left` counts approved videos that weren't ordered."""

    stored: int
    went_wrong: int
    unfinished: int
    left: int

    def words(self, price: str) -> Sentence:
        """Return the counts as one sentence; `price` is what the batch has cost."""
        values = {"stored": self.stored, "wrong": self.went_wrong, "wait": self.unfinished + self.left}
        return Sentence(_OUTCOME, {**values, "price": price})

    @property
    def exit_code(self) -> int:
        """The exit code, with the same meaning as for every command that waits for videos."""
        return UNFINISHED if self.left or self.unfinished else FAILED if self.went_wrong else DONE


class BatchRun:
    """Runs the engine with batches, and follows one batch until none of its jobs moves any more."""

    def __init__(self, session: Session, report: Report) -> None:
        self._session = session
        self._report = report
        self._program = session.program
        self._batch_id = ""
        session.hear(self._on_event)
        if session.joined and (trouble := self._program.engine.paused_by) in (PAUSED, ANSWERS_LOST):
            self._on_event(PaidWorkPaused(trouble))  # the window showed it before this command came

    @classmethod
    async def begun(cls, session: Session, report: Report) -> "BatchRun":
        """Return a run with a started engine. Raises BadInput when another program has locked this home."""
        run = cls(session, report)
        await session.begin()
        await session.program.start_batches()
        return run

    def _on_event(self, event: Event) -> None:
        match event:
            case JobAdded(job) | JobChanged(job) if self._is_mine(job):
                self._report.job(job)
            case JobsAdded(jobs) | JobsChanged(jobs):
                for job in filter(self._is_mine, jobs):
                    self._report.job(job)
            case OrderNotTaken(job, trouble) if self._is_mine(job):
                self._report.refused(DiskTrouble(trouble.code, trouble.sentence))
            case PaidWorkPaused(trouble) | ServiceLost(trouble):
                self._report.say(trouble.message)

    def _is_mine(self, job: Job) -> bool:
        return bool(self._batch_id) and job.origin.startswith(batch_origins(self._batch_id))

    async def until_done(self, batch_id: str, result_path: Path | None) -> int:
        """Hand over the approved rows and wait for them; then write the result. Return the exit code."""
        await say_news(self._session, self._report, [batch_id])
        outcome = await self.followed(batch_id)
        batches = self._program.batches
        path = await self._result(batch_id, result_path)
        taken_money = batches.jobs.taken_money(batch_id)
        self._report.item(
            {
                "batch": batch_id,
                "stored": outcome.stored,
                "went_wrong": outcome.went_wrong,
                "unfinished": outcome.unfinished,
                "waiting_rows": outcome.left,
                **sums_output("taken", taken_money),
                "stopped": batches.stopped.get(batch_id),
                "result": None if path is None else str(path),
            },
            self._report.words(outcome.words(format_sums(taken_money)))
            + ("" if path is None else f"\n{path}"),
        )
        return FAILED if path is None and outcome.exit_code == DONE else outcome.exit_code

    async def _result(self, batch_id: str, path: Path | None) -> Path | None:
        """Write the result and return its path. If the disk fails, this is reported, and None is returned: the videos are in
        the library all the same.
        """
        try:
            return await write_results(
                self._session, batch_id, self._program.batches.jobs, path, self._report
            )
        except DiskTrouble as error:
            self._report.refused(error)
            self._report.say(Sentence(_NO_RESULT, {"batch": batch_id}))
            return None

    async def approve(self, offered: Proposal, budget: Money | None) -> None:
        """Approve these rows, and no other rows of the batch. Raises DiskTrouble."""
        batches, now = self._program.batches, self._program.clock.now()
        await approve(self._program.storage.batches, offered, budget, now, batches.own_id)

    async def followed(self, batch_id: str) -> "Outcome":
        """Hand over the approved rows, report what happens to them, and wait until no job of them moves any more."""
        self._batch_id = batch_id
        engine, batches = self._program.engine, self._program.batches
        running = await batches.begin(batch_id)
        while True:
            await asyncio.sleep(LOOK_EVERY_S)
            # In the window, remaining rows may wait behind rows of other batches.
            left = running.queue and batches.running.get(batch_id) is running
            followed = [job for job in engine.unfinished() if left or self._is_mine(job)]
            if not batches.busy and all(engine.stands_still(job.job_id, PATIENCE_S) for job in followed):
                break
        waiting = len(running.queue) + len(running.held)
        self._say_why_it_ended(batch_id, running.held.values(), waiting)
        jobs = batches.jobs.of_batch(origins_of(running.batch, running.batch.rows))
        states = [job.state for job in jobs]
        return Outcome(
            stored=states.count(JobState.STORED),
            went_wrong=sum(state in WENT_WRONG for state in states),
            unfinished=sum(not job.ended for job in jobs),
            left=waiting,
        )

    def _say_why_it_ended(self, batch_id: str, held: Iterable[Held], left: int) -> None:
        for why, count in Counter(held).items():
            self._report.say(counted(_HELD[why], count))
        if (code := self._program.batches.stopped.get(batch_id)) is not None:
            self._report.say(counted(_STOPPED, left, code=code, batch=batch_id))


_HELD = {
    Held.PICTURE_CHANGED: (
        QT_TRANSLATE_NOOP(
            "command line",
            "1 row waits: a picture isn't the file that was approved any more. Nothing of it was sent; the same command "
            "approves it as it is now.",
        ),
        QT_TRANSLATE_NOOP(
            "command line",
            "{count} rows wait: a picture isn't the file that was approved any more. Nothing of them was sent; the same "
            "command approves them as they are now.",
        ),
    ),
    Held.PRICE_CHANGED: (
        QT_TRANSLATE_NOOP(
            "command line",
            "1 row waits: its price isn't the one that was approved. The same command approves it as it is now.",
        ),
        QT_TRANSLATE_NOOP(
            "command line",
            "{count} rows wait: their price isn't the one that was approved. The same command approves them as they are "
            "now.",
        ),
    ),
    Held.ELSEWHERE: (
        QT_TRANSLATE_NOOP(
            "command line",
            "1 video was ordered on another computer and isn't in the library yet. It isn't ordered again.",
        ),
        QT_TRANSLATE_NOOP(
            "command line",
            "{count} videos were ordered on another computer and aren't in the library yet. They aren't ordered again.",
        ),
    ),
    Held.TAKEN_OFF: (
        QT_TRANSLATE_NOOP("command line", "1 was taken off the queue, and isn't ordered again."),
        QT_TRANSLATE_NOOP("command line", "{count} were taken off the queue, and aren't ordered again."),
    ),
    Held.TAKEN_OVER: (
        QT_TRANSLATE_NOOP(
            "command line",
            "Another computer has gone on with this batch since; 1 video isn't ordered here. The same command shows what is left.",
        ),
        QT_TRANSLATE_NOOP(
            "command line",
            "Another computer has gone on with this batch since; {count} videos aren't ordered here. The same command shows "
            "what is left.",
        ),
    ),
    Held.BUDGET: (
        QT_TRANSLATE_NOOP("command line", "The batch's budget is used; 1 video waits."),
        QT_TRANSLATE_NOOP("command line", "The batch's budget is used; {count} videos wait."),
    ),
    Held.REFUSED: (
        QT_TRANSLATE_NOOP("command line", "1 row can't be ordered by this version any more."),
        QT_TRANSLATE_NOOP("command line", "{count} rows can't be ordered by this version any more."),
    ),
}
_NO_RESULT = QT_TRANSLATE_NOOP(
    "command line",
    "The result couldn't be written. The videos are in the library; `vidu-desktop batch result {batch} --to FILE` writes the "
    "result to another place.",
)
_STOPPED = (
    QT_TRANSLATE_NOOP(
        "command line",
        "Stopped by itself: too many of the last ten ended the same way ({code}). 1 video waits, nothing is lost. "
        "`vidu-desktop batch resume {batch}` goes on.",
    ),
    QT_TRANSLATE_NOOP(
        "command line",
        "Stopped by itself: too many of the last ten ended the same way ({code}). {count} videos wait, nothing is lost. "
        "`vidu-desktop batch resume {batch}` goes on.",
    ),
)
