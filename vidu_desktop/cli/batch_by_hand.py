"""Tells on the command line, before anything is bought, what the person did to a batch's rows in the window."""

from collections.abc import Collection

from vidu_desktop.batch.as_decided import Decided
from vidu_desktop.batch.batch_jobs import BatchJobs
from vidu_desktop.cli.reports import Report
from vidu_desktop.cli.totals import lines_in_words
from vidu_desktop.domain.batch import Batch, BatchRow
from vidu_desktop.domain.counting import counted
from vidu_desktop.domain.job import JobState
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP


def say_what_was_decided(decided: Decided, report: Report) -> None:
    """Say which rows of a sheet aren't made, and which are made otherwise than the sheet has them."""
    _say(_LEFT_OUT, decided.left_out, report)
    _say(_CHANGED, decided.changed, report)


def say_what_stays(batch: Batch, jobs: BatchJobs, report: Report) -> None:
    """Say which rows of a batch aren't made when the batch goes on."""
    out, work = batch.left_out_keys, batch.work
    left_out = [row.line for row in batch.rows if row.key in out and not _is_made(row, batch, jobs)]
    changed = [
        row.line
        for row in batch.rows
        if row.key not in out
        and row.request is not None
        and not row.approval
        and work.has_changed(row.line, row.cells)
        and not jobs.of_batch(list(row.origins(batch.batch_id)))
    ]
    _say(_STAY_OUT, left_out, report)
    _say(_WAIT, changed, report)


def _is_made(row: BatchRow, batch: Batch, jobs: BatchJobs) -> bool:
    made = jobs.of_batch(list(row.origins(batch.batch_id)))
    return len(made) == row.takes and all(job.state is JobState.STORED for job in made)


def _say(words: tuple[str, str], lines: Collection[int], report: Report) -> None:
    if lines:
        report.say(counted(words, len(lines), lines=lines_in_words(lines)))


_LEFT_OUT = (
    QT_TRANSLATE_NOOP(
        "command line",
        "1 row isn't made, because you left it out in the window: line {lines}. `--left-out take` makes it, too.",
    ),
    QT_TRANSLATE_NOOP(
        "command line",
        "{count} rows aren't made, because you left them out in the window: lines {lines}. `--left-out take` makes them, "
        "too.",
    ),
)
_CHANGED = (
    QT_TRANSLATE_NOOP(
        "command line",
        "1 row is made as you changed it in the window, not as the sheet has it: line {lines}.",
    ),
    QT_TRANSLATE_NOOP(
        "command line",
        "{count} rows are made as you changed them in the window, not as the sheet has them: lines {lines}.",
    ),
)
_STAY_OUT = (
    QT_TRANSLATE_NOOP(
        "command line",
        "1 row isn't made, because you left it out in the window: line {lines}. The sheet again with a budget and "
        "`--left-out take` makes it, too.",
    ),
    QT_TRANSLATE_NOOP(
        "command line",
        "{count} rows aren't made, because you left them out in the window: lines {lines}. The sheet again with a budget and "
        "`--left-out take` makes them, too.",
    ),
)
_WAIT = (
    QT_TRANSLATE_NOOP(
        "command line",
        "1 row waits, because you changed it in the window after you approved it: line {lines}. The sheet again with a "
        "budget approves it as it is now.",
    ),
    QT_TRANSLATE_NOOP(
        "command line",
        "{count} rows wait, because you changed them in the window after you approved them: lines {lines}. The sheet again "
        "with a budget approves them as they are now.",
    ),
)
