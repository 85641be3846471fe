"""A chain: stills in a row, and a video between each two of them, so that all are made at once and meet by design.

Each gap is a row of a batch, and its key is its basis: everything that the video is made from. So a gap is made once,
whatever was in between: another still or prompt is another row, and the old still put back is the old row with its video.
Whether a video is out of date is never written down; it is seen by comparing.
"""

import unicodedata
import uuid
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from vidu_desktop.batch.approving import Known, Proposal
from vidu_desktop.batch.batch_jobs import BatchJobs
from vidu_desktop.batch.ports import Price
from vidu_desktop.batch.settling import Settled, settled
from vidu_desktop.domain.batch import Batch, BatchRow, SeenPicture, rows_by_key
from vidu_desktop.domain.clip import Clip
from vidu_desktop.domain.job import ENDED, JobState
from vidu_desktop.domain.marks import Verdict
from vidu_desktop.domain.origin import batch_origins, without_attempt
from vidu_desktop.domain.request import GenerationRequest

COLUMNS = ("shot", "start frame", "end frame")
_NAMESPACE = uuid.UUID("b1f0a3f7-5f0b-4e0c-8f53-9c3a54a3b7a1")
"""Ours, for all time: another one would make other ids of the same names."""


class GapState(StrEnum):
    """How a gap stands, seen from its stills and words as they are now."""

    CURRENT = "current"
    """Its video is there."""
    RUNNING = "running"
    """It was ordered, and its video isn't here yet. An answer that was lost counts as ordered."""
    FAILED = "failed"
    """It was ordered and came to nothing."""
    OUT_OF_DATE = "out-of-date"
    """There is only a video of what the gap was before."""
    AWAY = "away"
    """It was made, and its video isn't in the library any more."""
    NOT_MADE = "not-made"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """What is wanted between two stills. `pictures` are its start and end frame as they were seen; `basis` is what the
    video is made from.
    """

    shot: str
    request: GenerationRequest
    pictures: tuple[SeenPicture, ...]
    basis: str

    @property
    def cells(self) -> tuple[str, ...]:
        return (self.shot, *self.request.picture_paths)


def chain_id(name: str, *, rehearsal: bool) -> str:
    """Return the id of the batch of a chain: the same for the same name, on every computer."""
    same = unicodedata.normalize("NFC", name).casefold()
    number = uuid.uuid5(_NAMESPACE, f"{'rehearsal' if rehearsal else 'paid'}/{same}".encode().hex())
    return f"chain{number.hex[:12]}"


def propose(
    known: Known,
    gaps: Sequence[Gap],
    jobs: BatchJobs,
    own_id: str,
    price: Price,
    *,
    name: str,
    source_path: str,
    takes: int,
    now: datetime,
    rehearsal: bool,
) -> Proposal:
    """Return what would be approved to make the gaps that have no video yet. Those of other stills are kept as they are:
    their videos are valid again when the stills come back. Raises KeyError for a model without a price.
    """
    batch_id = chain_id(name, rehearsal=rehearsal)
    batch = known.batch or Batch(
        batch_id=batch_id,
        name=name,
        created_at=now,
        source_path=source_path,
        source_sha256="",
        sheet_name="chain",
        rehearsal=rehearsal,
        columns=COLUMNS,
    )
    number = max(known.history.approvals, default=0) + 1
    before = rows_by_key(batch.rows)
    open_takes: dict[str, int] = {}
    rows: dict[str, BatchRow] = {}
    ordered = 0
    for line, gap in enumerate(gaps, start=1):
        if gap.basis in rows:
            continue  # the same two stills once more: one video serves both
        row = BatchRow(
            key=gap.basis,
            line=line,
            cells=gap.cells,
            request=gap.request,
            price_usd=price(gap.request),
            takes=takes,
            pictures=gap.pictures,
            approval=number,
        )
        earlier = before.pop(gap.basis, None)
        if earlier is not None and _ordered(earlier, batch_id, known, jobs, own_id):
            row = replace(row, takes=max(takes, earlier.takes))
        done = _ordered(row, batch_id, known, jobs, own_id)
        open_takes[gap.basis] = row.takes - done
        ordered += done
        rows[gap.basis] = row
    kept = [
        replace(row, approval=0) for row in before.values() if _ordered(row, batch_id, known, jobs, own_id)
    ]
    return Proposal(
        batch=replace(batch, rows=(*rows.values(), *kept)),
        number=number,
        rows=sum(map(bool, open_takes.values())),
        takes=sum(open_takes.values()),
        total_usd=sum((row.price_usd * open_takes[key] for key, row in rows.items()), Decimal(0)),
        before_takes=ordered,
        taken_usd=jobs.taken_usd(batch_id),
        open_takes=open_takes,
    )


def _ordered(row: BatchRow, batch_id: str, known: Known, jobs: BatchJobs, own_id: str) -> int:
    return sum(
        settled(origin, known.history, jobs, known.stored, own_id) is not Settled.NO
        for origin in row.origins(batch_id)
    )


def best_clips(batch_id: str, clips: Iterable[Clip]) -> dict[str, Clip]:
    """Return by basis the one video to show: the winner, else the newest that isn't rejected, else the newest."""
    best: dict[str, Clip] = {}
    for clip in clips:
        basis = without_attempt(clip.origin).removeprefix(batch_origins(batch_id)).partition("/")[0]
        if basis not in best or _worth(best[basis]) < _worth(clip):
            best[basis] = clip
    return best


def _worth(clip: Clip) -> tuple[bool, bool, datetime]:
    return clip.marks.winner, clip.marks.verdict is not Verdict.REJECT, clip.created_at


def state_of(
    gap: Gap, batch: Batch | None, jobs: BatchJobs, made: Mapping[str, Clip], ordered: Collection[str]
) -> GapState:
    """Say how a gap stands. `ordered` are the origins that any computer was about to order."""
    if gap.basis in made:
        return GapState.CURRENT
    if batch is None:
        return GapState.NOT_MADE
    rows = rows_by_key(batch.rows)
    row = rows.get(gap.basis)
    if row is not None:
        origins = list(row.origins(batch.batch_id))
        states = [job.state for job in jobs.of_batch(origins)]
        if any(state not in ENDED for state in states):
            return GapState.RUNNING
        if states:
            return GapState.AWAY if JobState.STORED in states else GapState.FAILED
        if any(origin in ordered for origin in origins):
            return GapState.RUNNING
    older = (row.key for row in batch.rows if row.cells[:1] == (gap.shot,))
    return GapState.OUT_OF_DATE if any(key in made for key in older) else GapState.NOT_MADE
