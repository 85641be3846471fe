"""What of a checked sheet is offered to be bought, and what it needs."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from vidu_desktop.batch.approving import Proposal
from vidu_desktop.batch.bought_before import CODE as HAVE_ALREADY
from vidu_desktop.batch.checking import CheckedSheet, three_to_try
from vidu_desktop.batch.coming_rows import ComingRows
from vidu_desktop.batch.same_rows import CODE as SAME_CODE
from vidu_desktop.batch.slices import in_slices
from vidu_desktop.domain.amounts import FREE, Money
from vidu_desktop.domain.request import GenerationRequest

_OF_MONEY = frozenset({HAVE_ALREADY, SAME_CODE})
"""Problems that only ask whether to pay."""
_VIDEO_BYTES = 1_500_000
"""The size of a usual clip of four seconds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """A checked sheet with what would be approved of it: all of it, or only the rows of `first_keys`. What was approved
    already and comes by itself isn't counted.
    """

    checked: CheckedSheet
    proposal: Proposal
    first_keys: tuple[str, ...]
    coming: Mapping[str, int] = field(default_factory=dict)
    """By row key, how many approved takes come by themselves."""
    coming_total: Money = FREE
    wrong_lines: frozenset[int] = frozenset()
    """Lines with a problem: they aren't counted. Line 0 is the whole sheet."""
    videos: int = 0
    total: Money = FREE
    first_videos: int = 0
    first_total: Money = FREE
    rehearsal_keys: tuple[str, ...] = ()
    """The rows to be rehearsed first, whatever is asked about paying for them; none while something else is wrong."""
    rehearsal_videos: int = 0
    hidden: int = 0
    """How many of the sheet's rows are hidden."""
    kinds: tuple[tuple[GenerationRequest, int], ...] = ()
    """One request of each kind, with the number of videos that are asked for like this."""
    rejected: Proposal | None = None
    """One more video of each row whose videos were all rejected; None where there is no such row."""
    room_bytes: int = 0
    """About how much disk space everything takes: each video, and a copy of each picture that is sent."""


async def offered_of(checked: CheckedSheet, proposal: Proposal, to_come: ComingRows) -> Offered:
    """Return what would be approved, with the time and the space that it needs."""
    kinds: dict[tuple[str, int], tuple[GenerationRequest, int]] = {}
    pictures: dict[str, int] = {}
    wrong = frozenset([one.line async for one in in_slices(checked.plan.problems)])
    videos, total, coming_total = 0, FREE, FREE
    coming: dict[str, int] = {}
    async for row in in_slices(proposal.batch.rows):
        takes = proposal.open_takes.get(row.key, 0)
        if row.request is None or row.approval != proposal.number or not takes or row.line in wrong:
            continue
        if to_come_of_row := min(takes, to_come.takes_of(row)):
            coming[row.key] = to_come_of_row
            coming_total += to_come_of_row * row.price
            takes -= to_come_of_row
        videos, total = videos + takes, total + takes * row.price
        kind = row.request.model, id(row.request.options)  # rows of one sheet share their options
        kinds[kind] = row.request, takes + kinds.get(kind, (row.request, 0))[1]
        pictures |= {one.path: one.file_bytes for one in row.pictures}
    hidden = 0
    async for one in in_slices(checked.sheet.rows):
        hidden += one.hidden
    fresh = (row for row in proposal.fresh if row.line not in wrong and row.key not in coming)
    first_keys = tuple(await three_to_try(fresh))
    first_videos, first_total = await proposal.sum_of(first_keys)
    rehearsal_keys, rehearsal_videos = first_keys, first_videos
    if wrong:
        free = all([one.code in _OF_MONEY async for one in in_slices(checked.plan.problems)])
        fresh = (row for row in proposal.fresh if free and row.key not in coming)
        rehearsal_keys = tuple(await three_to_try(fresh))
        rehearsal_videos, _ = await proposal.sum_of(rehearsal_keys)
    return Offered(
        checked=checked,
        proposal=proposal,
        first_keys=first_keys,
        coming=coming,
        coming_total=coming_total,
        wrong_lines=wrong,
        videos=videos,
        total=total,
        first_videos=first_videos,
        first_total=first_total,
        rehearsal_keys=rehearsal_keys,
        rehearsal_videos=rehearsal_videos,
        hidden=hidden,
        kinds=tuple(kinds.values()),
        room_bytes=videos * _VIDEO_BYTES + sum(pictures.values()),
    )


def videos_within_budget(offered: Offered, budget: Money | None) -> tuple[int, Money] | None:
    """Return how many of the videos fit into the batch's budget, in the rows' order, and what they cost; None if all fit."""
    proposal = offered.proposal
    if budget is None or proposal.whole <= budget:
        return None
    taken = proposal.taken_money.inside(budget.currency) + offered.coming_total
    takes, total = 0, FREE
    for row in proposal.batch.rows:
        if row.approval != proposal.number or not row.price or row.line in offered.wrong_lines:
            continue
        still_open = proposal.open_takes.get(row.key, 0) - offered.coming.get(row.key, 0)
        fit = min(still_open, max(0, (budget - taken - total) // row.price))
        takes, total = takes + fit, total + fit * row.price
    return takes, total
