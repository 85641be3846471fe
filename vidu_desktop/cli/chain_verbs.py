"""`chain`: makes a video for each gap between neighbouring stills, each gap only once, and one film or timeline of them."""

import argparse
import os
from collections.abc import Sequence
from contextlib import suppress

from vidu_desktop.batch.approving import Proposal
from vidu_desktop.batch.batch_jobs import BatchJobs
from vidu_desktop.batch.chain import Gap, chain_id, propose
from vidu_desktop.batch.chain_states import ChainStates, GapState, best_clips
from vidu_desktop.batch.known import Known
from vidu_desktop.cli.argument_types import in_currency
from vidu_desktop.cli.batch_listing import jobs_on_disk
from vidu_desktop.cli.batch_run import BatchRun
from vidu_desktop.cli.batch_verbs import check_fits_budget
from vidu_desktop.cli.chain_gaps import wanted_gaps
from vidu_desktop.cli.chain_out import check_targets, make_film, planned_parts
from vidu_desktop.cli.film_out import check_planned_trims
from vidu_desktop.cli.reports import Report
from vidu_desktop.cli.requests import as_text
from vidu_desktop.cli.runs import DONE, FAILED, UNFINISHED, require_key
from vidu_desktop.cli.totals import GAP_WORDS, REJECTED_WORDS, total_words
from vidu_desktop.domain.amounts import FREE
from vidu_desktop.domain.batch import History
from vidu_desktop.domain.clip import Clip
from vidu_desktop.domain.marks import Verdict, tidy_label
from vidu_desktop.domain.money_documents import money_output, sums_output
from vidu_desktop.domain.origin import batch_origins, without_attempt
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP, on_one_line
from vidu_desktop.errors import BadInput, Sentence
from vidu_desktop.wiring.session import Session

_STILLS_LEAST = 2


async def run(options: argparse.Namespace, session: Session, report: Report) -> int:
    """Make the missing videos of a chain, then its film, timeline and contact sheet. Return the exit code. Raises BadInput
    before anything is sent, DiskTrouble.
    """
    if len(options.stills) < _STILLS_LEAST:
        raise BadInput("chain-too-short", Sentence(_TOO_SHORT))
    paid = not (options.rehearse or options.dry_run)
    if paid and options.budget is None:
        raise BadInput("budget-missing", Sentence(_NO_BUDGET))
    check_targets(options)
    options.budget = in_currency(options.budget, session.settings.currency)
    if paid:
        await require_key(session, report)
    options.name = await _chain_of_board(options, session)
    chain = Chain(options, session, await wanted_gaps(options, session, report))
    await chain.check_film_possible()
    if options.dry_run:
        await chain.look(await jobs_on_disk(session))
        offered = await chain.offered()
        await chain.report_gaps(report)
        _report_total(offered, report)
        _check_proposal_fits(offered, options)
        await _ask_about_bought(chain, offered, options)
        return DONE
    run = await BatchRun.begun(session, report)
    async with session.program.batches.turn:
        await chain.look(session.program.batches.jobs)
        offered = await chain.offered()
        _report_total(offered, report)
        _check_proposal_fits(offered, options)
        await _ask_about_bought(chain, offered, options)
        await run.approve(offered, None if options.rehearse else options.budget)
        if offered.takes:  # its name is in use again, so a deleted board of it is shown again
            await session.program.storage.board_trash.show_again(options.name)
    await run.followed(chain.batch_id)
    await chain.look(session.program.batches.jobs)
    stands = await chain.report_gaps(report)
    await make_film(chain.shots, stands, options, session, report)
    states = {state for state, _ in stands}
    return DONE if states == {GapState.CURRENT} else UNFINISHED if states & _GOES_ON else FAILED


def _check_proposal_fits(offered: Proposal, options: argparse.Namespace) -> None:
    """Raise BadInput when the new videos don't fit into the budget, if there is one."""
    if options.budget is not None and not options.rehearse:
        check_fits_budget(offered.total, offered.taken_money, options.budget, _TOO_DEAR)


async def _ask_about_bought(chain: "Chain", offered: Proposal, options: argparse.Namespace) -> None:
    """Raise BadInput (`have-already`) for videos that would be paid for again, unless `--again` wants that."""
    if not (options.rehearse or options.again):
        await chain.ask_about_bought(offered)


async def _chain_of_board(options: argparse.Namespace, session: Session) -> str:
    """Return the chain name of the board with this name: its first name, if it was renamed."""
    name = tidy_label(as_text(options.name))
    with suppress(BadInput):  # a damaged board is reported when it is opened
        kept = await session.program.storage.boards.load(name)
        return name if kept is None else kept.board.chain
    return name


class Chain:
    """A chain as the command asks for it, with what is known of its batch."""

    def __init__(self, options: argparse.Namespace, session: Session, gaps: Sequence[Gap]) -> None:
        self._options = options
        self._session = session
        self._gaps = gaps
        self._name = options.name
        self._known = Known(history=History())
        self._jobs = BatchJobs()
        self.batch_id = chain_id(self._name, rehearsal=options.rehearse)

    @property
    def shots(self) -> list[str]:
        """The names of the gaps, in their order."""
        return [gap.shot for gap in self._gaps]

    async def check_film_possible(self) -> None:
        """Raise BadInput for a film that can't be made of these gaps. Called before anything is bought for it."""
        parts = planned_parts(self._options, self.shots)
        check_planned_trims(parts, self._gaps, best_clips(self.batch_id, await self._clips()))

    async def look(self, jobs: BatchJobs) -> None:
        """Read what is known of the chain now. Raises BadInput when its batch is damaged, DiskTrouble."""
        self._jobs = jobs
        store = self._session.program.storage.batches
        if self.batch_id in await store.ids():
            self._known = Known(
                batch=await store.load(self.batch_id),
                history=await store.history(self.batch_id),
                stored=frozenset(without_attempt(clip.origin) for clip in await self._clips()),
            )

    async def offered(self) -> Proposal:
        """Return what would be approved, as of the last `look`. Raises DiskTrouble."""
        program = self._session.program
        price = (lambda _request: FREE) if self._options.rehearse else program.price_of
        folder = os.path.dirname(self._gaps[0].request.picture_paths[0])  # noqa: PTH120 - the path stays a str
        return propose(
            self._known,
            self._gaps,
            self._jobs,
            await program.storage.batches.own_id(),
            price,
            name=self._name,
            source_path=f"{folder}/{self._name} (chain)",
            now=program.clock.now(),
            rehearsal=self._options.rehearse,
        )

    async def _clips(self) -> list[Clip]:
        return await self._session.program.library.by_origin(batch_origins(self.batch_id))

    async def ask_about_bought(self, offered: Proposal) -> None:
        """Raise BadInput (`have-already`) when another chain or batch has ordered one of these videos; DiskTrouble."""
        had = await self._session.program.sheet_checker.bought.elsewhere(self.batch_id)
        known = (had.of(row, row.key) for row in offered.fresh)
        before = [found for found in known if found is not None]
        if before:
            first = min(before, key=lambda one: one.at)
            words = Sentence(_BOUGHT, {"count": len(before), "day": f"{first.at.astimezone():%Y-%m-%d}"})
            raise BadInput("have-already", words)

    async def report_gaps(self, report: Report) -> list[tuple[GapState, Clip | None]]:
        """Report how each gap stands; return for each gap its state, and its video or None."""
        stands: list[tuple[GapState, Clip | None]] = []
        made = best_clips(self.batch_id, await self._clips())
        own_id = await self._session.program.storage.batches.own_id()
        states = ChainStates(self._known, self._jobs, made, own_id)
        for number, gap in enumerate(self._gaps, start=1):
            state = states.of(gap)
            clip, older = states.clip(gap), states.older(gap)
            is_rejected = clip is not None and clip.marks.verdict is Verdict.REJECT
            words = REJECTED_WORDS if is_rejected else GAP_WORDS[state]
            stands.append((state, clip))
            report.item(
                {
                    "gap": number,
                    "shot": gap.shot,
                    "start": gap.request.picture_paths[0],
                    "end": gap.request.picture_paths[1],
                    "state": state.value,
                    "clip": None if clip is None else clip.clip_id,
                    "path": None if clip is None else clip.video_path,
                    "older_clip": None if older is None else older.clip_id,
                    "older_path": None if older is None else older.video_path,
                },
                on_one_line(_in_words(gap, report.words(Sentence(words, {"batch": self.batch_id})), clip)),
            )
        return stands


_GOES_ON = frozenset(
    {
        GapState.RUNNING,
        GapState.IN_DOUBT,
        GapState.WAITING,
        GapState.APPROVED,
        GapState.OUT_OF_DATE,
        GapState.NOT_MADE,
    }
)
"""States in which the same command may still bring a video."""


def _in_words(gap: Gap, state: str, clip: Clip | None) -> str:
    names = " → ".join(map(os.path.basename, gap.request.picture_paths))
    return f"{gap.shot}  {names}  {state}{'' if clip is None else f'  {clip.video_path}'}"


def _report_total(offered: Proposal, report: Report) -> None:
    report.item(
        {
            "chain": offered.batch.batch_id,
            "videos": offered.takes,
            **money_output("total", offered.total),
            "ordered_before": offered.before_takes,
            **sums_output("taken", offered.taken_money),
        },
        total_words(offered, report.words),
    )


_TOO_SHORT = QT_TRANSLATE_NOOP("command line", "A chain needs at least two stills.")
_NO_BUDGET = QT_TRANSLATE_NOOP(
    "command line",
    "Say with --budget what this chain may cost in all; nothing was sent. With --dry-run it is only checked, with "
    "--rehearse it is free.",
)
_TOO_DEAR = QT_TRANSLATE_NOOP(
    "command line",
    "With what was ordered before, the chain would come to {total}, more than its budget of {budget}. Nothing was sent. "
    "Raise the budget, or leave out stills or takes.",
)
_BOUGHT = QT_TRANSLATE_NOOP(
    "command line",
    "Of these videos you have {count} already, from the same stills with the same words, the first since {day}. Nothing was "
    "sent. Use the name of that chain, or add --again to pay for them once more.",
)
