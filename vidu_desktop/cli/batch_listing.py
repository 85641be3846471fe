"""What became of batches, read from the disk: listed, shown, and written as sheets. Works also while the window is open."""

import argparse
import asyncio
import os
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from vidu_desktop.adapters.disk.files import can_be_created
from vidu_desktop.adapters.sheets.result_sheet import (
    TEXT_SUFFIXES,
    WORKBOOK_SUFFIXES,
    free_path,
    write_where_it_can,
)
from vidu_desktop.batch.batch_jobs import BatchJobs
from vidu_desktop.batch.outline import RowTakes
from vidu_desktop.batch.result_rows import RESULT_HELD, result_rows
from vidu_desktop.batch.settling import Settlements
from vidu_desktop.cli.reports import Report
from vidu_desktop.cli.runs import DONE, say_pauses
from vidu_desktop.domain.amounts import Sums, fits_budget, format_sums
from vidu_desktop.domain.batch import Batch, Deed, History
from vidu_desktop.domain.counting import counted
from vidu_desktop.domain.job import JobState
from vidu_desktop.domain.money_documents import sums_output
from vidu_desktop.domain.origin import batch_origins, without_attempt
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP, on_one_line
from vidu_desktop.errors import BadInput, Sentence
from vidu_desktop.wiring.session import Session

UNDER_WAY = "under way"
"""The standing of a batch of which every approved row was ordered, while some of the orders haven't ended."""
ROWS_LEFT = "rows left"
"""The standing of a batch of which approved rows weren't ordered, while nothing will order them by itself."""


@dataclass(frozen=True, slots=True)
class _Listed:
    """A batch without its rows, what is listed of these, and its history."""

    batch: Batch
    rows: Sequence[RowTakes]
    history: History

    @property
    def approved(self) -> list[RowTakes]:
        return [row for row in self.rows if row.approval in self.history.approvals]

    def origins(self, rows: Iterable[RowTakes]) -> list[str]:
        """Return the origins of all takes of these rows."""
        return [origin for row in rows for origin in row.origins(self.batch.batch_id)]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Progress:
    """How far a batch has come: numbers of videos, and the money that they took. `waiting` are approved and not ordered,
    `unfinished` are ordered and may still come.
    """

    standing: str
    videos: int
    ordered: int
    stored: int
    waiting: int
    unfinished: int
    taken: Sums


async def list_batches(session: Session, report: Report) -> int:
    """Print every batch of the library; also while the window is open."""
    store = session.program.storage.batches
    jobs = await jobs_on_disk(session)
    await say_pauses(session, report)
    for batch_id in await store.ids():
        try:
            outline, rows = await store.outline_with_takes(batch_id)
            listed = _Listed(outline.batch, rows, await store.history(batch_id))
        except BadInput as error:
            report.refused(error)
            continue
        progress = await _progress(session, listed, jobs)
        _report_progress(report, listed.batch, progress)
        if progress.standing == ROWS_LEFT:
            used = _budget_is_used(listed, jobs)
            report.say(counted(_BUDGET_LEFT if used else _LEFT, progress.waiting, batch=batch_id))
        if progress.standing == UNDER_WAY:
            report.say(counted(_UNDER_WAY, progress.unfinished, batch=batch_id))
    return DONE


async def _progress(session: Session, listed: _Listed, jobs: BatchJobs) -> _Progress:
    batch, history = listed.batch, listed.history
    # Jobs of rows that aren't approved any more still count.
    gone = [row for row in listed.rows if row.approval not in history.approvals]
    clips = await session.program.library.by_origin(batch_origins(batch.batch_id))
    stored = {without_attempt(clip.origin) for clip in clips}
    waiting = await _waiting(session, listed, jobs, stored)
    origins, of_gone = listed.origins(listed.rows), listed.origins(gone)
    ordered = jobs.of_batch(origins)
    unfinished = sum(not job.ended for job in ordered)
    # Videos that another computer has ordered are known by the library alone.
    others = {one for one in origins if one in stored and jobs.of_origin(one) is None}
    had = len(jobs.of_batch(of_gone)) + len(others.intersection(of_gone))
    standing = history.last.deed.value if history.last else "not approved"
    if standing == Deed.DONE and (waiting or unfinished):
        standing = ROWS_LEFT if waiting else UNDER_WAY
    return _Progress(
        standing=standing,
        videos=sum(row.takes for row in listed.approved) + had,
        ordered=len(ordered) + len(others),
        stored=sum(job.state is JobState.STORED for job in ordered) + len(others),
        waiting=waiting,
        unfinished=unfinished,
        taken=jobs.taken_money(batch.batch_id),
    )


def _report_progress(report: Report, batch: Batch, progress: _Progress) -> None:
    report.item(
        {
            "batch": batch.batch_id,
            "name": batch.name,
            "source": batch.source_path,
            "rehearsal": batch.rehearsal,
            "standing": progress.standing,
            "videos": progress.videos,
            "ordered": progress.ordered,
            "stored": progress.stored,
            "waiting": progress.waiting,
            "unfinished": progress.unfinished,
            **sums_output("taken", progress.taken),
        },
        on_one_line(
            f"{batch.batch_id}  {batch.name}{' (rehearsal)' if batch.rehearsal else ''}  {progress.standing}  "
            f"{progress.stored} of {progress.videos} in the library  {format_sums(progress.taken)}"
        ),
    )


async def _waiting(session: Session, listed: _Listed, jobs: BatchJobs, stored: Collection[str]) -> int:
    """Return how many approved videos weren't ordered yet."""
    own_id = await session.program.storage.batches.own_id()
    settlements = Settlements(listed.history, jobs, stored, own_id)
    return sum(map(settlements.is_open, listed.origins(listed.approved)))


def _budget_is_used(listed: _Listed, jobs: BatchJobs) -> bool:
    """Whether an approved row costs more than what is left of the budget."""
    batch, history = listed.batch, listed.history
    if batch.rehearsal or history.approval is None:
        return False
    taken, budget = jobs.taken_money(batch.batch_id), history.approval.budget
    return not all(fits_budget(row.price, taken, budget) for row in listed.approved)


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
    """Write the result of a batch as it is now."""
    batch = await session.program.storage.batches.load(batch_id)
    check_result_place(options.result, batch, session)
    path = await write_results(session, batch_id, await jobs_on_disk(session), options.result, report)
    report.item({"batch": batch_id, "result": str(path)}, str(path))
    return DONE


async def _result_rows(session: Session, batch_id: str, jobs: BatchJobs) -> list[tuple[str, ...]]:
    store = session.program.storage.batches
    batch, history = await store.load(batch_id), await store.history(batch_id)
    clips = await session.program.library.by_origin(batch_origins(batch_id))
    return result_rows(batch, history, jobs, clips, await store.own_id())


async def write_results(
    session: Session, batch_id: str, jobs: BatchJobs, path: Path | None, report: Report
) -> Path:
    """Write the result to `path`; None means beside the sheet, under a free name. If an existing file can't be replaced,
    perhaps because another program has it open, the result gets a free name, too. Raises DiskTrouble.
    """
    batch = await session.program.storage.batches.load(batch_id)
    rows = await _result_rows(session, batch_id, jobs)
    asked = _result_path(batch, path)
    written = await asyncio.to_thread(write_where_it_can, asked, rows, batch.separator)
    if written != asked:
        report.say(Sentence(RESULT_HELD, {"path": str(asked), "other": written.name}))
    return written


def _result_path(batch: Batch, asked: Path | None) -> Path:
    source = Path(batch.source_path)
    if asked is None:
        ending = source.suffix.casefold()
        known = ".xlsx" if ending in WORKBOOK_SUFFIXES else source.suffix if ending in TEXT_SUFFIXES else ""
        # In a folder's name, the text behind a dot is part of the name.
        name = source.stem if known else source.name or batch.name  # a drive's own folder has no name
        return free_path(source.parent / f"{name} results{known or '.csv'}")
    return asked.absolute()


def check_result_place(asked: Path | None, batch: Batch, session: Session) -> None:
    """Check before any money is spent whether the result of a batch can be written to `asked`; None means beside its sheet.
    Raises BadInput, which names a place that works.
    """
    if asked is not None:
        check_result_path(asked, batch.source_path)
        return
    beside = _result_path(batch, None)
    if can_be_created(beside):
        return
    names = (beside.name, f"results{beside.suffix}")  # the second where the first is too long
    places = [folder / name for folder in (Path.home(), session.program.library.root) for name in names]
    place = free_path(next(filter(can_be_created, places), places[0]))
    raise BadInput("result-place", Sentence(_NO_PLACE_BESIDE, {"path": str(beside), "place": str(place)}))


def check_result_path(asked: Path, source_path: str) -> None:
    """Check before any money is spent whether a result can be written to `asked`. Raises BadInput."""
    if os.path.realpath(asked) == os.path.realpath(source_path):
        raise BadInput("result-is-source", Sentence(_INTO_SOURCE))
    if asked.suffix.casefold() not in ("", ".xlsx", *TEXT_SUFFIXES):
        endings = (*TEXT_SUFFIXES, ".xlsx")
        raise BadInput("result-ending", Sentence(_NO_ENDING, {"path": asked.name, "endings": endings}))
    is_taken = os.path.exists(asked) and not os.path.isfile(asked)
    if is_taken or not can_be_created(asked):
        raise BadInput("result-place", Sentence(_NO_PLACE, {"path": str(asked)}))


async def jobs_on_disk(session: Session) -> BatchJobs:
    """Return the jobs as the journal on the disk has them; also while the window is open. Raises DiskTrouble."""
    jobs, store = BatchJobs(), session.program.storage.jobs
    jobs.fill(await store.load_removed())
    jobs.fill(await store.load_all())
    return jobs


_UNDER_WAY = (
    QT_TRANSLATE_NOOP(
        "command line",
        "1 video was ordered and hasn't ended: the window goes on with it, or `vidu-desktop batch resume {batch}`.",
    ),
    QT_TRANSLATE_NOOP(
        "command line",
        "{count} videos were ordered and haven't ended: the window goes on with them, or `vidu-desktop batch resume {batch}`.",
    ),
)
_BUDGET_LEFT = (
    QT_TRANSLATE_NOOP(
        "command line",
        "1 video wasn't ordered, because the batch's budget is used: `vidu-desktop batch resume {batch} --budget SUM` with a "
        "larger sum goes on.",
    ),
    QT_TRANSLATE_NOOP(
        "command line",
        "{count} videos weren't ordered, because the batch's budget is used: `vidu-desktop batch resume {batch} --budget SUM` "
        "with a larger sum goes on.",
    ),
)
_LEFT = (
    QT_TRANSLATE_NOOP(
        "command line",
        "1 video wasn't ordered, because its picture or its price isn't what was approved: the sheet again with a budget "
        "approves it as it is now.",
    ),
    QT_TRANSLATE_NOOP(
        "command line",
        "{count} videos weren't ordered, because their pictures or prices aren't what was approved: the sheet again with a "
        "budget approves them as they are now.",
    ),
)
_NO_ENDING = QT_TRANSLATE_NOOP(
    "command line",
    "A result can't be written as “{path}”. Nothing was begun. Give it one of these endings: {endings}.",
)
_NO_PLACE = QT_TRANSLATE_NOOP(
    "command line",
    "“{path}” can't be written: its folder isn't there, you may not write into it, something that isn't a file has that name, "
    "or the name is too long. Nothing was begun. Choose another place.",
)
_NO_PLACE_BESIDE = QT_TRANSLATE_NOOP(
    "command line",
    "The result would be written beside the sheet, as “{path}”, and can't be: its folder isn't there, you may not write into "
    'it, or the name is too long. Nothing of it was sent. Name another place, such as --result "{place}".',
)
_INTO_SOURCE = QT_TRANSLATE_NOOP(
    "command line", "The result isn't written into the sheet itself. Give it another name."
)
