"""`batch`: a sheet is checked, approved for a sum, and made; and what can be done with a batch afterwards."""

import argparse
import asyncio
from dataclasses import replace

from vidu_desktop.batch.approving import Proposal
from vidu_desktop.batch.as_decided import Decided, Decisions
from vidu_desktop.batch.feeder import origins_of
from vidu_desktop.batch.known import Known
from vidu_desktop.batch.rejected import budget_with, rejected_again
from vidu_desktop.cli import batch_by_hand, batch_check, watch_verbs
from vidu_desktop.cli.argument_types import in_currency
from vidu_desktop.cli.batch_listing import (
    check_result_path,
    check_result_place,
    jobs_on_disk,
    list_batches,
    result,
    show,
)
from vidu_desktop.cli.batch_run import LOOK_EVERY_S, WENT_WRONG, BatchRun
from vidu_desktop.cli.reports import Report
from vidu_desktop.cli.runs import DONE, PATIENCE_S, require_key
from vidu_desktop.domain.amounts import Money, Sums, format_money, format_sums
from vidu_desktop.domain.batch import Act, Batch, Deed
from vidu_desktop.domain.origin import batch_origins, without_attempt
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import BadInput, Sentence
from vidu_desktop.wiring.session import Session

BAD_INPUT = 2


async def run(options: argparse.Namespace, session: Session, report: Report) -> int:
    """Run `batch` with its options; return the exit code. Raises BadInput, DiskTrouble."""
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
    """Check a sheet; then approve it and make its videos, unless it is a dry run or has problems. Return the exit code.
    Raises BadInput without a budget.
    """
    paid = not (options.rehearse or options.dry_run)
    if paid and options.budget is None:
        raise BadInput("budget-missing", Sentence(_NO_BUDGET))
    if options.result is not None:
        check_result_path(options.result, options.source)
    options.budget = in_currency(options.budget, session.settings.currency)
    if paid:
        await require_key(session, report)
    decided, decisions = await batch_check.checked_sheet(options, session, report)
    checked = decided.checked
    batch_check.say_what_was_read(decided, report)
    if options.dry_run or checked.plan.problems:
        jobs = await jobs_on_disk(session)
        offered = await checked.proposal(
            jobs,
            await session.program.storage.batches.own_id(),
            session.program.clock.now(),
            options.stop_after,
        )
        checked = await checked.asked_of(offered)
        problems = checked.plan.problems
        batch_check.report_problems(problems, report)
        if options.dry_run:
            batch_check.report_rows(checked.plan.chosen, report)
        batch_check.report_total(offered, decided, problems, report)
        if problems:
            return BAD_INPUT
        _check_proposal_fits(offered, options)
        try:
            check_result_place(options.result, offered.batch, session)
        except BadInput as error:  # a check writes none
            report.say(error.sentence)
        return DONE
    run = await BatchRun.begun(session, report)
    async with session.program.batches.turn:
        batch_id = await _approved(decided, decisions, options, session, report, run)
    return BAD_INPUT if batch_id is None else await run.until_done(batch_id, options.result)


async def _approved(
    decided: Decided,
    decisions: Decisions,
    options: argparse.Namespace,
    session: Session,
    report: Report,
    run: BatchRun,
) -> str | None:
    """Approve a checked sheet; return its batch's id, None when the sheet has problems by now. Raises BadInput."""
    if not options.new:  # while this command waited for its turn, another one may have ordered the same sheet
        before, decided = decided, await decisions.now(decided)
        if (decided.left_out, decided.changed) != (before.left_out, before.changed):
            batch_by_hand.say_what_was_decided(decided, report)
        if decided.checked.plan.problems:
            batch_check.report_problems(decided.checked.plan.problems, report)
            return None
    batches = session.program.batches
    offered = decided.kept_in(
        await decided.checked.proposal(
            batches.jobs, batches.own_id, session.program.clock.now(), options.stop_after
        )
    )
    batch_check.report_total(offered, decided, (), report)
    _check_proposal_fits(offered, options)
    check_result_place(options.result, offered.batch, session)
    if not offered.takes and decided.checked.known.batch is None:
        raise BadInput("batch-empty", Sentence(_NOTHING))
    await run.approve(offered, None if options.rehearse else options.budget)
    return offered.batch.batch_id


def _check_proposal_fits(offered: Proposal, options: argparse.Namespace) -> None:
    """Raise BadInput when a batch costs more than its budget, unless `--until-budget` lets it stop there."""
    if options.budget is not None and not (options.rehearse or options.until_budget):
        taken = offered.taken_money.inside(options.budget.currency)
        words = _TOO_DEAR_ON_TOP if taken else _TOO_DEAR
        check_fits_budget(offered.total, offered.taken_money, options.budget, words)


def check_fits_budget(price: Money, taken: Sums, budget: Money, template: str) -> None:
    """Raise BadInput when `price` doesn't fit into a budget of which `taken` is used already: `budget-currency` when `price`
    is in another currency, else `budget-exceeded` with the sentence `template`, whose places are `total` and `budget`.
    """
    if price and price.currency is not budget.currency:
        values = {"budget": format_money(budget), "price": format_money(price)}
        raise BadInput("budget-currency", Sentence(_OTHER_CURRENCY, values))
    total = taken.inside(budget.currency) + price
    if total > budget:
        values = {
            "total": format_money(total),
            "budget": format_money(budget),
            "taken": format_money(taken.inside(budget.currency)),
        }
        raise BadInput("budget-exceeded", Sentence(template, values))


async def carry_on(batch_id: str, options: argparse.Namespace, session: Session, report: Report) -> int:
    """Go on with a batch that stopped or was interrupted; with `retry`, failed jobs are tried again first. Return the exit
    code. Raises BadInput for a batch that was never approved.
    """
    store = session.program.storage.batches
    batch = await store.load(batch_id)
    options.budget = in_currency(options.budget, session.settings.currency)
    if batch.watch is not None:
        if options.source == "retry" or options.budget is not None or options.result is not None:
            raise BadInput("batch-is-watched", Sentence(_WATCHED))
        return await watch_verbs.go_on(batch, session, report)
    check_result_place(options.result, batch, session)
    if not batch.rehearsal:
        await require_key(session, report)
    run = await BatchRun.begun(session, report)
    batch_by_hand.say_what_stays(batch, session.program.batches.jobs, report)
    if options.source == "retry" and options.rejected:
        return await _again_for_rejected(batch, options, session, report, run)
    history, own_id = await store.history(batch_id), session.program.batches.own_id
    approval = history.approval
    if approval is None:
        raise BadInput("batch-not-approved", Sentence(_NOT_APPROVED))
    act = Act(deed=Deed.GOES_ON, at=session.program.clock.now(), by=own_id)
    if options.budget is not None and not batch.rehearsal:
        act = replace(approval, at=act.at, by=own_id, budget=options.budget)
    budget = None if batch.rehearsal else act.budget if act.deed is Deed.APPROVED else approval.budget
    if options.source == "retry":
        await _retry(batch, session, report, budget)
    await store.append(batch_id, act)
    return await run.until_done(batch_id, options.result)


async def _again_for_rejected(
    batch: Batch, options: argparse.Namespace, session: Session, report: Report, run: BatchRun
) -> int:
    """Make one more video of each row whose videos were all rejected. Raises BadInput without a large enough budget."""
    program, jobs = session.program, session.program.batches.jobs
    clips = await program.library.by_origin(batch_origins(batch.batch_id))
    known = Known(
        batch=batch,
        history=await program.storage.batches.history(batch.batch_id),
        stored=frozenset(without_attempt(clip.origin) for clip in clips),
    )
    offered = await rejected_again(batch, known, clips, jobs, program.batches.own_id, program.price_of)
    report.say(Sentence(_ONCE_MORE, {"count": offered.takes, "price": format_money(offered.total)}))
    if not batch.rehearsal:
        if options.budget is None:
            raise BadInput("budget-missing", Sentence(_NO_BUDGET))
        if offered.takes:
            check_fits_budget(offered.total, offered.taken_money, options.budget, _TOO_DEAR)
    if not offered.takes:
        return DONE
    await run.approve(offered, budget_with(known, offered))
    return await run.until_done(batch.batch_id, options.result)


async def _retry(batch: Batch, session: Session, report: Report, budget: Money | None) -> None:
    """Try failed jobs again. A job that failed at the service is charged again; a refused one wasn't charged the first time.
    Jobs whose answer was lost are never tried again here.
    """
    engine, jobs = session.program.engine, session.program.batches.jobs
    out = batch.left_out_keys
    rows = [row for row in batch.rows if row.key not in out]
    gone_wrong = [job for job in jobs.of_batch(origins_of(batch, rows)) if job.state in WENT_WRONG]
    tries = engine.tries(gone_wrong)
    wrong = [job for job in gone_wrong if job.job_id in tries and not tries[job.job_id].instead_id]
    cost = Sums.of(price for job in wrong if (price := tries[job.job_id].price) is not None)
    if budget is not None:
        for price in cost:
            check_fits_budget(price, jobs.taken_money(batch.batch_id), budget, _TOO_DEAR)
    report.say(Sentence(_TRIED_AGAIN, {"count": len(wrong), "price": format_sums(cost)}))
    if not wrong:
        return
    engine.retry_many([job.job_id for job in wrong])
    clock = session.program.clock
    until_s = clock.monotonic_s() + PATIENCE_S
    while True:
        await asyncio.sleep(LOOK_EVERY_S)
        written = all(jobs.of_origin(job.origin) is not job for job in wrong)
        if written or clock.monotonic_s() > until_s:
            return


async def _whole_id(text: str, session: Session) -> str:
    found = [one for one in await session.program.storage.batches.ids() if text and one.startswith(text)]
    if len(found) == 1:
        return found[0]
    words = _SEVERAL if found else _NONE if text else _WHICH
    raise BadInput("no-such-batch", Sentence(words, {"text": text} if text else {}))


_WATCHED = QT_TRANSLATE_NOOP(
    "command line",
    "That is a watched folder: `batch resume` goes on with it by what was approved, without a budget or a result. "
    "`vidu-desktop watch` gives it another preset or another sum for a day.",
)
_NO_BUDGET = QT_TRANSLATE_NOOP(
    "command line",
    "Say with --budget what this batch may cost in all; nothing was sent. With --dry-run it is only checked, with "
    "--rehearse it is free.",
)
_TOO_DEAR = QT_TRANSLATE_NOOP(
    "command line",
    "The batch would come to {total}, more than its budget of {budget}. Nothing was sent. Raise the budget, take fewer "
    "rows, or add --until-budget.",
)
_TOO_DEAR_ON_TOP = QT_TRANSLATE_NOOP(
    "command line",
    "The batch would come to {total}, with {taken} for what was ordered of it before: more than its budget of {budget}. "
    "Nothing was sent. Raise the budget, take fewer rows, or add --until-budget. If another sheet lies there by now, --new "
    "begins another batch with it.",
)
_OTHER_CURRENCY = QT_TRANSLATE_NOOP(
    "command line",
    "The budget of {budget} doesn't pay for {price}: it is in another currency. Nothing was sent.",
)
_ONCE_MORE = QT_TRANSLATE_NOOP("command line", "To be made once more: {count}, {price}.")
_TRIED_AGAIN = QT_TRANSLATE_NOOP("command line", "To be tried again: {count}, {price}.")
_NOTHING = QT_TRANSLATE_NOOP("command line", "No row is left to make a video of. Nothing was sent.")
_NOT_APPROVED = QT_TRANSLATE_NOOP(
    "command line", "Nothing of this batch was approved. Run its sheet again with a budget."
)
_ONE_SHEET = QT_TRANSLATE_NOOP("command line", "One sheet at a time: “{text}” is one too many.")
_SEVERAL = QT_TRANSLATE_NOOP("command line", "Several batches begin with “{text}”. Give more of the name.")
_WHICH = QT_TRANSLATE_NOOP(
    "command line", "Say which batch: the beginning of its id. `vidu-desktop batch list` lists them."
)
_NONE = QT_TRANSLATE_NOOP(
    "command line", "No batch begins with “{text}”. `vidu-desktop batch list` lists them."
)
