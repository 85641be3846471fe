"""Another take of each row of which the person has rejected all videos."""

from collections.abc import Sequence
from dataclasses import replace

from vidu_desktop.batch.approving import Proposal
from vidu_desktop.batch.batch_jobs import BatchJobs
from vidu_desktop.batch.known import Known
from vidu_desktop.batch.ports import Price
from vidu_desktop.batch.settling import Settlements
from vidu_desktop.batch.slices import in_slices
from vidu_desktop.domain.amounts import FREE, Money
from vidu_desktop.domain.batch import TAKES_MOST, Batch, BatchRow
from vidu_desktop.domain.clip import Clip
from vidu_desktop.domain.marks import Verdict
from vidu_desktop.domain.origin import without_attempt


async def rejected_again(
    batch: Batch, known: Known, clips: Sequence[Clip], jobs: BatchJobs, own_id: str, price: Price
) -> Proposal:
    """Return what would be approved to make one more video of each row whose videos are all rejected. Rows of which something
    is still to come, or that were left out by hand, get none. Earlier approvals stay if the batch runs; else they are
    removed, so those rows go on waiting. Raises KeyError for a model without a price.
    """
    number = max(known.history.approvals, default=0) + 1
    settlements = Settlements(known.history, jobs, known.stored, own_id)
    by_origin: dict[str, list[Clip]] = {}
    for clip in clips:
        by_origin.setdefault(without_attempt(clip.origin), []).append(clip)
    rows: list[BatchRow] = []
    open_takes: dict[str, int] = {}
    total = FREE
    out = batch.left_out_keys
    async for row in in_slices(batch.rows):
        if (
            row.key not in out
            and row.request is not None
            and _is_rejected(row, batch, by_origin, settlements)
        ):
            costs = FREE if batch.rehearsal else price(row.request)
            rows.append(replace(row, takes=row.takes + 1, approval=number, price=costs))
            open_takes[row.key] = 1
            total += costs
        else:
            rows.append(row if known.history.runs or not row.approval else replace(row, approval=0))
    return Proposal(
        batch=replace(batch, rows=tuple(rows)),
        number=number,
        rows=len(open_takes),
        takes=len(open_takes),
        total=total,
        taken_money=jobs.taken_money(batch.batch_id),
        open_takes=open_takes,
    )


def _is_rejected(
    row: BatchRow, batch: Batch, by_origin: dict[str, list[Clip]], settlements: Settlements
) -> bool:
    origins = list(row.origins(batch.batch_id))
    if row.takes >= TAKES_MOST or any(map(settlements.is_open, origins)):
        return False
    if any(not job.ended for job in settlements.jobs.of_batch(origins)):
        return False
    mine = [clip for origin in origins for clip in by_origin.get(origin, [])]
    return bool(mine) and all(clip.marks.verdict is Verdict.REJECT for clip in mine)


def budget_with(known: Known, proposal: Proposal) -> Money | None:
    """Return the batch's budget with these videos: the sum on the button is added to what may be spent anyway."""
    approval = known.history.approval
    if proposal.batch.rehearsal:
        return None
    if not known.history.runs or approval is None:
        return proposal.whole
    if approval.budget is None or approval.budget.currency is proposal.total.currency:
        return None if approval.budget is None else approval.budget + proposal.total
    return proposal.whole  # in another currency now: what was approved in the old one waits
