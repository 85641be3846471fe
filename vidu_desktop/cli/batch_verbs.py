"""`batch`: a sheet checked, approved for a sum, and made; and what can be done with a batch afterwards."""

import argparse
import asyncio
import os
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

from vidu_desktop.adapters.sheets.result_sheet import (
    TEXT_SUFFIXES,
    WORKBOOK_SUFFIXES,
    free_path,
    write_result,
)
from vidu_desktop.batch.approving import Proposal, approve
from vidu_desktop.batch.batch_jobs import BatchJobs
from vidu_desktop.batch.feeder import Held, origins_of
from vidu_desktop.batch.result_rows import result_rows
from vidu_desktop.cli import batch_check
from vidu_desktop.cli.reports import Report
from vidu_desktop.cli.runs import DONE, FAILED, PATIENCE_S, UNFINISHED, require_key
from vidu_desktop.domain.batch import Act, Batch, Deed
from vidu_desktop.domain.job import Job, JobState
from vidu_desktop.domain.money import format_usd
from vidu_desktop.domain.origin import batch_origins
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP, on_one_line
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
from vidu_desktop.errors import BadInput, DiskTrouble, Sentence
from vidu_desktop.wiring.session import Session

BAD_INPUT = 2
_LOOK_EVERY_S = 0.2
_WENT_WRONG = frozenset({JobState.REFUSED, JobState.FAILED, JobState.EXPIRED, JobState.CANCELLED})


async def run(options: argparse.Namespace, session: Session, report: Report) -> int:
    """Do what the words after `batch` say. Raises BadInput, DiskTrouble."""
    match options.source:
        case "list":
            return await list_batches(session, report)
        case "show" | "result" | "resume" | "retry" as action:
            batch_id = await _whole_id(options.batch or "", session)
            if action == "show":
                return await show(batch_id, session, report)
            if action == "result":
                return await result(batch_id, options, session, report)
            return await carry_on(batch_id, options, session, report)
    if options.batch is not None:
        raise BadInput("usage", Sentence(_ONE_SHEET, {"text": options.batch[:40]}))
    return await make(options, session, report)


async def make(options: argparse.Namespace, session: Session, report: Report) -> int:
    """Check a sheet, and unless told otherwise approve it and make its videos. Raises BadInput without a budget."""
    paid = not (options.rehearse or options.dry_run)
    if paid and options.budget is None:
        raise BadInput("budget-missing", Sentence(_NO_BUDGET))
    see_where_it_goes(options.result, options.source)
    if paid:
        await require_key(session, report)
    checked = await batch_check.checked_sheet(options, session, report)
    batch_check.say_what_was_read(checked, report)
    problems = checked.plan.problems
    batch_check.report_problems(problems, report)
    if options.dry_run or problems:
        jobs = await jobs_on_disk(session)
        offered = await checked.proposal(
            jobs,
            await session.program.storage.batches.own_id(),
            session.program.clock.now(),
            options.stop_after,
        )
        if options.dry_run:
            batch_check.report_rows(checked.plan.chosen, report)
        batch_check.report_total(offered, len(problems), report)
        return BAD_INPUT if problems else DONE
    run = await BatchRun.begun(session, report)
    if not options.new:  # while this one waited for its turn, another command may have ordered the same sheet
        checked = await session.program.sheet_checker.known_now(checked)
        if checked.plan.problems:
            batch_check.report_problems(checked.plan.problems, report)
            return BAD_INPUT
    batches = session.program.batches
    offered = await checked.proposal(
        batches.jobs, batches.own_id, session.program.clock.now(), options.stop_after
    )
    batch_check.report_total(offered, 0, report)
    if paid and not options.until_budget:
        see_that_it_fits(offered.taken_usd + offered.total_usd, options.budget, _TOO_DEAR)
    if not offered.takes and checked.known.batch is None:
        raise BadInput("batch-empty", Sentence(_NOTHING))
    await run.approve(offered, None if options.rehearse else options.budget)
    return await run.until_done(offered.batch.batch_id, options.result)


def see_that_it_fits(total_usd: Decimal, budget_usd: Decimal, template: str) -> None:
    """Raise BadInput (`budget-exceeded`) with these words, which hold `total` and `budget`, when it doesn't."""
    if total_usd > budget_usd:
        values = {"total": format_usd(total_usd), "budget": format_usd(budget_usd)}
        raise BadInput("budget-exceeded", Sentence(template, values))


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How many videos of a batch stand how; `left` rows wait to be ordered."""

    stored: int
    went_wrong: int
    unfinished: int
    left: int

    @property
    def exit_code(self) -> int:
        """As every command that waits for videos has it."""
        return UNFINISHED if self.left or self.unfinished else FAILED if self.went_wrong else DONE


class BatchRun:
    """The engine with batches, followed until nothing of one moves any more."""

    def __init__(self, session: Session, report: Report) -> None:
        self._session = session
        self._report = report
        self._program = session.program
        self._batch_id = ""
        session.program.bus.subscribe(self._on_event)

    @classmethod
    async def begun(cls, session: Session, report: Report) -> "BatchRun":
        """Start the engine. Raises BadInput when another program has this home."""
        await session.lock()
        session.take_care()
        run = cls(session, report)
        await session.program.engine.start()
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
        """Hand the approved rows over and wait; then write the result. Return the exit code."""
        outcome = await self.followed(batch_id)
        batches = self._program.batches
        path = await _write(self._session, batch_id, batches.jobs, result_path)
        taken_usd = batches.jobs.taken_usd(batch_id)
        self._report.item(
            {
                "batch": batch_id,
                "stored": outcome.stored,
                "went_wrong": outcome.went_wrong,
                "unfinished": outcome.unfinished,
                "waiting_rows": outcome.left,
                "taken_usd": float(taken_usd),
                "stopped": batches.stopped.get(batch_id),
                "result": str(path),
            },
            f"{outcome.stored} in the library, {outcome.went_wrong} went wrong, "
            f"{outcome.unfinished + outcome.left} wait; {format_usd(taken_usd)}\n{path}",
        )
        return outcome.exit_code

    async def approve(self, offered: Proposal, budget_usd: Decimal | None) -> None:
        """Let these rows be bought, and no others of the batch. Raises DiskTrouble."""
        batches, now = self._program.batches, self._program.clock.now()
        await approve(self._program.storage.batches, offered, budget_usd, now, batches.own_id)

    async def followed(self, batch_id: str) -> "Outcome":
        """Hand the approved rows over, report what happens to them, and wait until nothing of them moves any more."""
        self._batch_id = batch_id
        engine, batches = self._program.engine, self._program.batches
        running = await batches.begin(batch_id)
        while True:
            await asyncio.sleep(_LOOK_EVERY_S)
            mine = [job for job in engine.unfinished() if self._is_mine(job)]
            if not batches.busy and all(engine.stands_still(job.job_id, PATIENCE_S) for job in mine):
                break
        left = len(running.queue) + len(running.held)
        self._say_why_it_ended(batch_id, running.held.values(), left)
        jobs = batches.jobs.of_batch(origins_of(running.batch, running.batch.rows))
        states = [job.state for job in jobs]
        return Outcome(
            stored=states.count(JobState.STORED),
            went_wrong=sum(state in _WENT_WRONG for state in states),
            unfinished=sum(not job.ended for job in jobs),
            left=left,
        )

    def _say_why_it_ended(self, batch_id: str, held: Iterable[Held], left: int) -> None:
        for why, count in Counter(held).items():
            self._report.say(Sentence(_HELD[why], {"count": count}))
        if (code := self._program.batches.stopped.get(batch_id)) is not None:
            self._report.say(Sentence(_STOPPED, {"code": code, "left": left, "batch": batch_id}))


async def carry_on(batch_id: str, options: argparse.Namespace, session: Session, report: Report) -> int:
    """Go on with a batch that stopped or was broken off; with `retry`, what went wrong is tried again first.

    Raises BadInput for one that was never approved.
    """
    store = session.program.storage.batches
    batch = await store.load(batch_id)
    see_where_it_goes(options.result, batch.source_path)
    if not batch.rehearsal:
        await require_key(session, report)
    run = await BatchRun.begun(session, report)
    history, own_id = await store.history(batch_id), session.program.batches.own_id
    approval = history.approval
    if approval is None:
        raise BadInput("batch-not-approved", Sentence(_NOT_APPROVED))
    act = Act(deed=Deed.GOES_ON, at=session.program.clock.now(), by=own_id)
    if options.budget is not None and not batch.rehearsal:
        act = replace(approval, at=act.at, by=own_id, budget_usd=options.budget)
    budget_usd = (
        None if batch.rehearsal else act.budget_usd if act.deed is Deed.APPROVED else approval.budget_usd
    )
    if options.source == "retry":
        await _retry(batch, session, report, budget_usd)
    await store.append(batch_id, act)
    return await run.until_done(batch_id, options.result)


async def _retry(batch: Batch, session: Session, report: Report, budget_usd: Decimal | None) -> None:
    """Try again what went wrong. What failed at the service is charged again, what was refused isn't twice; an order
    whose answer was lost is never among them.
    """
    engine, jobs = session.program.engine, session.program.batches.jobs
    wrong = [job for job in jobs.of_batch(origins_of(batch, batch.rows)) if job.state in _WENT_WRONG]
    cost = sum(
        (job.price_usd for job in wrong if job.task_id is None or job.state is JobState.FAILED), Decimal(0)
    )
    if budget_usd is not None:
        see_that_it_fits(jobs.taken_usd(batch.batch_id) + cost, budget_usd, _TOO_DEAR)
    report.say(f"{len(wrong)} are tried again, {format_usd(cost)}.")
    if not wrong:
        return
    engine.retry_many([job.job_id for job in wrong])
    clock = session.program.clock
    until_s = clock.monotonic_s() + PATIENCE_S
    while True:
        await asyncio.sleep(_LOOK_EVERY_S)
        written = all(jobs.of_origin(job.origin) is not job for job in wrong)
        if written or clock.monotonic_s() > until_s:
            return


async def list_batches(session: Session, report: Report) -> int:
    """Print every batch of the library; also while the window is open."""
    store = session.program.storage.batches
    jobs = await jobs_on_disk(session)
    for batch_id in await store.ids():
        try:
            batch, history = await store.load(batch_id), await store.history(batch_id)
        except BadInput as error:
            report.refused(error)
            continue
        mine = jobs.of_batch(origins_of(batch, batch.rows))
        stored = sum(job.state is JobState.STORED for job in mine)
        gone = [
            row for row in batch.rows if not history.may_buy(row)
        ]  # what was ordered of them still counts
        videos = sum(row.takes for row in batch.rows if history.may_buy(row))
        videos += len(jobs.of_batch(origins_of(batch, gone)))
        standing = history.last.deed.value if history.last else "not approved"
        report.item(
            {
                "batch": batch_id,
                "name": batch.name,
                "source": batch.source_path,
                "rehearsal": batch.rehearsal,
                "standing": standing,
                "videos": videos,
                "ordered": len(mine),
                "stored": stored,
                "taken_usd": float(jobs.taken_usd(batch_id)),
            },
            on_one_line(
                f"{batch_id}  {batch.name}{' (rehearsal)' if batch.rehearsal else ''}  {standing}  {stored} of {videos} "
                f"in the library  {format_usd(jobs.taken_usd(batch_id))}"
            ),
        )
    return DONE


async def show(batch_id: str, session: Session, report: Report) -> int:
    """Print what became of each row."""
    head, *rows = await _result_rows(session, batch_id, await jobs_on_disk(session))
    for row in rows:
        cells = dict(zip(head, row, strict=True))
        ours = [
            cells[name]
            for name in head
            if name.startswith("Vidu ") and name not in ("Vidu batch", "Vidu row")
        ]
        report.item(dict(cells), on_one_line("  ".join(filter(None, (*row[:2], *ours)))))
    return DONE


async def result(batch_id: str, options: argparse.Namespace, session: Session, report: Report) -> int:
    """Write the result as it is now."""
    batch = await session.program.storage.batches.load(batch_id)
    see_where_it_goes(options.result, batch.source_path)
    path = await _write(session, batch_id, await jobs_on_disk(session), options.result)
    report.item({"batch": batch_id, "result": str(path)}, str(path))
    return DONE


async def _result_rows(session: Session, batch_id: str, jobs: BatchJobs) -> list[tuple[str, ...]]:
    store = session.program.storage.batches
    batch, history = await store.load(batch_id), await store.history(batch_id)
    clips = await session.program.library.by_origin(batch_origins(batch_id))
    return result_rows(batch, history, jobs, clips, await store.own_id())


async def _write(session: Session, batch_id: str, jobs: BatchJobs, path: Path | None) -> Path:
    """Write the result where it is asked for, else beside the sheet under a name that is free."""
    batch = await session.program.storage.batches.load(batch_id)
    rows = await _result_rows(session, batch_id, jobs)
    path = _result_path(batch, path)
    await asyncio.to_thread(write_result, path, rows, batch.separator)
    return path


def _result_path(batch: Batch, asked: Path | None) -> Path:
    source = Path(batch.source_path)
    if asked is None:
        ending = source.suffix.casefold()
        known = ".xlsx" if ending in WORKBOOK_SUFFIXES else source.suffix if ending in TEXT_SUFFIXES else ""
        name = (
            source.stem if known else source.name
        )  # of a folder, what stands behind a dot is part of its name
        return free_path(source.with_name(f"{name} results{known or '.csv'}"))
    return asked.absolute()


def see_where_it_goes(asked: Path | None, source_path: str) -> None:
    """Look before a cent is spent whether a result can be written there. Raises BadInput."""
    if asked is None:
        return
    if os.path.realpath(asked) == os.path.realpath(source_path):
        raise BadInput("result-is-source", Sentence(_INTO_SOURCE))
    if not asked.absolute().parent.is_dir() or (asked.exists() and not asked.is_file()):
        raise BadInput("result-place", Sentence(_NO_PLACE, {"path": str(asked)}))


async def jobs_on_disk(session: Session) -> BatchJobs:
    """Return the jobs as the journal has them, also while the window is open. Raises DiskTrouble."""
    jobs, store = BatchJobs(), session.program.storage.jobs
    jobs.fill(await store.load_removed())
    jobs.fill(await store.load_all())
    return jobs


async def _whole_id(text: str, session: Session) -> str:
    found = [one for one in await session.program.storage.batches.ids() if text and one.startswith(text)]
    if len(found) == 1:
        return found[0]
    raise BadInput("no-such-batch", Sentence(_SEVERAL if found else _NONE, {"text": text}))


_HELD = {
    Held.PICTURE_CHANGED: QT_TRANSLATE_NOOP(
        "command line",
        "{count} rows wait: a picture isn't the file that was approved any more. Nothing of them was sent; the same "
        "command approves them as they are now.",
    ),
    Held.PRICE_CHANGED: QT_TRANSLATE_NOOP(
        "command line",
        "{count} rows wait: their price isn't the one that was approved. The same command approves them as they are now.",
    ),
    Held.ELSEWHERE: QT_TRANSLATE_NOOP(
        "command line",
        "{count} videos were ordered on another computer and aren't in the library yet. They aren't ordered again.",
    ),
    Held.TAKEN_OFF: QT_TRANSLATE_NOOP(
        "command line", "{count} were taken off the queue, and aren't ordered again."
    ),
    Held.BUDGET: QT_TRANSLATE_NOOP("command line", "The batch's budget is used; {count} videos wait."),
    Held.REFUSED: QT_TRANSLATE_NOOP(
        "command line", "{count} rows can't be ordered by this version any more."
    ),
}
_STOPPED = QT_TRANSLATE_NOOP(
    "command line",
    "Stopped by itself: too many of the last ten ended the same way ({code}). {left} videos wait, nothing is lost. "
    "`vidu-desktop batch resume {batch}` goes on.",
)
_NO_BUDGET = QT_TRANSLATE_NOOP(
    "command line",
    "Say with --budget what this batch may cost in all; nothing was sent. With --dry-run it is only checked, with "
    "--rehearse it is free.",
)
_NO_PLACE = QT_TRANSLATE_NOOP(
    "command line",
    "“{path}” can't be written: its folder isn't there, or something that is no file has its name. Nothing was begun. "
    "Choose another place.",
)
_TOO_DEAR = QT_TRANSLATE_NOOP(
    "command line",
    "The batch would come to {total}, more than its budget of {budget}. Nothing was sent. Raise the budget, take fewer "
    "rows, or add --until-budget.",
)
_NOTHING = QT_TRANSLATE_NOOP("command line", "No row is left to make a video of. Nothing was sent.")
_NOT_APPROVED = QT_TRANSLATE_NOOP(
    "command line", "Nothing of this batch was approved. Run its sheet again with a budget."
)
_INTO_SOURCE = QT_TRANSLATE_NOOP(
    "command line", "The result isn't written into the sheet itself. Give it another name."
)
_ONE_SHEET = QT_TRANSLATE_NOOP("command line", "One sheet at a time: “{text}” is one too many.")
_SEVERAL = QT_TRANSLATE_NOOP("command line", "Several batches begin with “{text}”. Give more of the name.")
_NONE = QT_TRANSLATE_NOOP(
    "command line", "No batch begins with “{text}”. `vidu-desktop batch list` lists them."
)
