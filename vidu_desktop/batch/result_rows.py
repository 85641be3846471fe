"""The result of a batch as a sheet: the person's own columns first, then what became of each row.

The last two columns say to which row a line belongs, so that nothing is ordered twice when the result is fed back.
"""

from collections.abc import Mapping, Sequence

from vidu_desktop.batch.batch_jobs import BatchJobs
from vidu_desktop.domain.amounts import FREE
from vidu_desktop.domain.batch import Batch, BatchRow, History
from vidu_desktop.domain.clip import Clip
from vidu_desktop.domain.job import Charge, Job, JobState
from vidu_desktop.domain.origin import without_attempt
from vidu_desktop.domain.sheet_mapping import LEFT_OUT, RESULT_PREFIX
from vidu_desktop.domain.state_words import STATE_WORDS
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP

ADDED = (
    "state", "file", "take", "task id", "request id", "cost", "currency", "error", "verdict", "batch", "row",
)  # fmt: skip
_WAITS, _ELSEWHERE, _STORED = "waits", "ordered elsewhere", "stored"


def result_rows(
    batch: Batch, history: History, jobs: BatchJobs, clips: Sequence[Clip], own_id: str
) -> list[tuple[str, ...]]:
    """Return the lines of the sheet, the column names first; a row with several takes has a line for each."""
    clip_of = {without_attempt(clip.origin): clip for clip in reversed(clips)}
    head = (*batch.columns, *(f"{RESULT_PREFIX}{name}" for name in ADDED))
    rows = [head]
    for row in batch.rows:
        # A head of an earlier version may have a row with more cells, of columns that are gone.
        cells = (*row.cells, *[""] * (len(batch.columns) - len(row.cells)))[: len(batch.columns)]
        if row.request is None:
            rows.append((*cells, *_added(batch, row, _WAITS if row.is_later else LEFT_OUT, {})))
            continue
        for take, origin in enumerate(row.origins(batch.batch_id), 1):
            job, clip = jobs.of_origin(origin), clip_of.get(origin)
            rows.append(
                (*cells, *_of_take(batch, row, take, job, clip, history.ordering.get(origin), own_id))
            )
    return rows


def _of_take(
    batch: Batch,
    row: BatchRow,
    take: int,
    job: Job | None,
    clip: Clip | None,
    by: str | None,
    own_id: str,
) -> tuple[str, ...]:
    if job is None:
        state = _STORED if clip else _ELSEWHERE if by not in (None, own_id) else _WAITS
        paid = clip.price if clip is not None else None
    else:
        state = STATE_WORDS[job.state].lower()
        paid = job.price if job.charge in (Charge.SPENT, Charge.AT_RISK, Charge.LOST) else FREE
    words = {
        "take": str(take),
        "file": clip.video_path if clip else (job.video_path or "") if job else "",
        "task id": (job.task_id or "") if job else "",
        "request id": (job.request_id or "") if job else "",
        "cost": "" if paid is None else f"{paid.amount:f}",
        "currency": "" if paid is None else paid.currency.value,
        "error": job.trouble.message if job and job.trouble and job.state is not JobState.STORED else "",
        "verdict": (clip.marks.verdict or "") if clip else "",
    }
    return _added(batch, row, state, words)


def _added(batch: Batch, row: BatchRow, state: str, words: Mapping[str, str]) -> tuple[str, ...]:
    known = {**words, "state": state, "batch": batch.batch_id, "row": row.key}
    return tuple(known.get(name, "") for name in ADDED)


RESULT_HELD = QT_TRANSLATE_NOOP(
    "batch",
    "“{path}” couldn't be replaced, perhaps because another program has it open: the result is beside it, as “{other}”.",
)
