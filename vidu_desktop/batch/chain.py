"""A chain: stills in a row, and a video between each two neighbours. All videos can be made at the same time, because each
begins and ends with a given still.

Each gap between two stills is a row of a batch. Its key is its basis: a digest of everything that the video is made from. So
each gap is made only once: another still or prompt makes another row, and when the old still is put back, the old row with
its video is valid again. Whether a video is out of date is never stored; it is found by comparing.
"""

import unicodedata
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from vidu_desktop.batch.approving import Proposal
from vidu_desktop.batch.batch_jobs import BatchJobs
from vidu_desktop.batch.known import Known
from vidu_desktop.batch.ports import Price
from vidu_desktop.batch.same_video import basis_of
from vidu_desktop.batch.settling import Settlements
from vidu_desktop.domain.amounts import FREE
from vidu_desktop.domain.batch import Batch, BatchRow, SeenPicture, rows_by_key
from vidu_desktop.domain.catalogue import Offer
from vidu_desktop.domain.options import Options
from vidu_desktop.domain.request import GenerationRequest

COLUMNS = ("shot", "start frame", "end frame")
_NAMESPACE = uuid.UUID("b1f0a3f7-5f0b-4e0c-8f53-9c3a54a3b7a1")
"""Must never change: another namespace would give other ids to the same names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """What is wanted between two stills: `takes` videos. `pictures` are its start and end frame as their files looked;
    `basis` is the digest of everything that the video is made from.
    """

    shot: str
    request: GenerationRequest
    pictures: tuple[SeenPicture, ...]
    basis: str
    takes: int = 1

    @property
    def cells(self) -> tuple[str, ...]:
        return (self.shot, *self.request.picture_paths)


@dataclass(frozen=True, slots=True, kw_only=True)
class LookedStill:
    """A still as it was found: how its file looks, and the SHA-256 of its content."""

    seen: SeenPicture
    sha256: str


def gap_between(
    start: LookedStill,
    end: LookedStill,
    offer: Offer,
    *,
    prompt: str,
    options: Options,
    project: str,
    shot: str,
    takes: int = 1,
) -> Gap:
    """Return what is wanted between two stills. The window and the command line both make a chain's requests here."""
    request = GenerationRequest(
        model=offer.model,
        mode=offer.mode,
        prompt=prompt,
        picture_paths=(start.seen.path, end.seen.path),
        options=options,
        project=project,
        shot=shot,
    )
    return Gap(
        shot=shot,
        request=request,
        pictures=tuple(dict.fromkeys((start.seen, end.seen))),
        basis=basis_of(request, start.sha256, end.sha256),
        takes=takes,
    )


def chain_id(name: str, *, rehearsal: bool) -> str:
    """Return the id of a chain's batch: the same for the same name on every computer."""
    same = unicodedata.normalize("NFC", name).casefold()
    number = uuid.uuid5(_NAMESPACE, f"{'rehearsal' if rehearsal else 'paid'}/{same}".encode().hex())
    return f"chain{number.hex[:12]}"


def prompt_of_gap(prompt: str, batch: Batch | None) -> str:
    """Return a prompt without the blanks around it, as boards have it; with them where the chain was ordered with them, so
    that nothing is bought again for them.
    """
    rows = batch.rows if batch is not None else ()
    ordered = any(row.request is not None and row.request.prompt == prompt for row in rows)
    return prompt if ordered else prompt.strip()


def propose(
    known: Known,
    gaps: Sequence[Gap],
    jobs: BatchJobs,
    own_id: str,
    price: Price,
    *,
    name: str,
    source_path: str,
    now: datetime,
    rehearsal: bool,
) -> Proposal:
    """Return what would be approved to make the gaps that have no video yet. Rows of earlier stills are kept if they were
    ordered: their videos are valid again when the stills come back. Raises KeyError for a model without a price.
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
    settlements = Settlements(known.history, jobs, known.stored, own_id)
    before = rows_by_key(batch.rows)
    open_takes: dict[str, int] = {}
    rows: dict[str, BatchRow] = {}
    ordered = 0
    for line, gap in enumerate(gaps, start=1):
        if gap.basis in rows:
            continue  # the same two stills once more: one video serves both gaps
        row = BatchRow(
            key=gap.basis,
            line=line,
            cells=gap.cells,
            request=gap.request,
            price=price(gap.request),
            takes=gap.takes,
            pictures=gap.pictures,
            approval=number,
        )
        earlier = before.pop(gap.basis, None)
        if earlier is not None and _ordered(earlier, batch_id, settlements):
            row = replace(row, takes=max(gap.takes, earlier.takes))
        done = _ordered(row, batch_id, settlements)
        open_takes[gap.basis] = row.takes - done
        ordered += done
        rows[gap.basis] = row
    kept = [replace(row, approval=0) for row in before.values() if _ordered(row, batch_id, settlements)]
    strip = () if len(rows) == len(gaps) else tuple([gap.basis for gap in gaps])
    return Proposal(
        batch=replace(batch, rows=(*rows.values(), *kept), strip=strip),
        number=number,
        rows=sum(map(bool, open_takes.values())),
        takes=sum(open_takes.values()),
        total=sum((row.price * open_takes[key] for key, row in rows.items()), FREE),
        before_takes=ordered,
        taken_money=jobs.taken_money(batch_id),
        open_takes=open_takes,
    )


def _ordered(row: BatchRow, batch_id: str, settlements: Settlements) -> int:
    return sum(not settlements.is_open(origin) for origin in row.origins(batch_id))
