"""The gaps of a board as they stand. A gap is computed again only when something of it has changed.

The board is checked at every change of a job, and most gaps stay the same: for a board of 200 stills, only the comparisons
remain to be done.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from vidu_desktop.batch.approving import Proposal
from vidu_desktop.batch.board_stand import GapStand, StillStand
from vidu_desktop.batch.bought_before import Bought, VideosHad
from vidu_desktop.batch.chain import LookedStill, gap_between
from vidu_desktop.batch.chain_states import ChainStates, GapState
from vidu_desktop.batch.ports import Price
from vidu_desktop.domain.amounts import Money
from vidu_desktop.domain.batch import BatchRow, SeenPicture
from vidu_desktop.domain.board import Board
from vidu_desktop.domain.clip import Clip
from vidu_desktop.domain.marks import tidy_label
from vidu_desktop.domain.mentions import check_mentions, resolved
from vidu_desktop.domain.pictures import PictureFacts
from vidu_desktop.domain.request import check_request
from vidu_desktop.domain.shelf import ShelfItem
from vidu_desktop.errors import BadInput

_Known = dict[str, tuple[object, GapStand]]


class BoardGaps:
    """Remembers for each gap, by its shot, what it was computed from the last time. Only `price` is asked each time."""

    def __init__(self, price: Price) -> None:
        self._price = price
        self._with_requests: _Known = {}
        self._with_states: _Known = {}

    def with_requests(
        self, board: Board, stills: Sequence[StillStand], named: Sequence[ShelfItem] = ()
    ) -> list[GapStand]:
        """Return the gaps with what they are made from, their problems, and their prices. `named` are the entries of the
        shelf whose names the prompts may use.
        """
        common = board.chain, board.prompt, board.takes, board.model, board.options, named
        made: _Known = {}
        for start, end in board.spans:
            still = board.stills[start]
            key = still, stills[start], stills[end], common
            shot = still.shot if still.shot not in made else f"{still.shot} {start}"
            known = self._with_requests.get(shot)
            if known is None or known[0] != key:
                known = key, _gap(board, stills, start, end, named)
            elif (known[1].start, known[1].end) != (start, end):
                known = key, replace(known[1], start=start, end=end)
            made[shot] = known
        self._priced(made)
        self._with_requests = made
        return [one for _, one in made.values()]

    def _priced(self, made: _Known) -> None:
        prices: dict[tuple[object, ...], Money] = {}
        for shot, (key, one) in made.items():
            if one.gap is not None:
                asked = tuple(one.gap.request.options.items())
                if asked not in prices:
                    prices[asked] = self._price(one.gap.request)
                if one.price != prices[asked]:
                    made[shot] = key, replace(one, price=prices[asked])

    def with_states(
        self,
        gaps: Sequence[GapStand],
        paid: ChainStates,
        free: ChainStates,
        offered: Proposal | None,
        rows: Mapping[str, BatchRow],
        had: VideosHad | None,
    ) -> tuple[GapStand, ...]:
        """Return the gaps with their states in the paid chain and in the rehearsed one. `offered` and `had` are None if it
        wasn't checked what was ordered.
        """
        found: _Known = {}
        for number, one in enumerate(gaps):
            states = _states_of(one, paid, free)
            orders = _orders_of(one, offered, rows, had)
            shot = f"{number} {'' if one.gap is None else one.gap.shot}"
            known = self._with_states.get(shot)
            if known is None or known[0] != (one, states, orders):
                known = (one, states, orders), _with_state(one, states, orders)
            found[shot] = known
        self._with_states = found
        return tuple(one for _, one in found.values())


_States = tuple[GapState, GapState, Clip | None, Clip | None, Clip | None, Clip | None]
_Orders = tuple[int, int, Bought | None]


def _states_of(one: GapStand, paid: ChainStates, free: ChainStates) -> _States | None:
    gap = one.gap
    if gap is None:
        return None
    return paid.of(gap), free.of(gap), paid.clip(gap), paid.older(gap), free.clip(gap), free.older(gap)


def _orders_of(
    one: GapStand, offered: Proposal | None, rows: Mapping[str, BatchRow], had: VideosHad | None
) -> _Orders | None:
    if one.gap is None or offered is None or had is None:
        return None
    row, open_takes = rows[one.gap.basis], offered.open_takes[one.gap.basis]
    bought = had.of(row, row.key) if open_takes == row.takes else None
    return open_takes, row.takes - open_takes, bought


def _with_state(one: GapStand, states: _States | None, orders: _Orders | None) -> GapStand:
    if states is None:
        return one
    state, rehearsal_state, clip, older, rehearsal, older_rehearsal = states
    open_takes, takes_made, bought = orders or (0, 0, None)
    return replace(
        one,
        state=state,
        rehearsal_state=rehearsal_state,
        clip=clip,
        older=older,
        rehearsal=rehearsal,
        older_rehearsal=older_rehearsal,
        open_takes=open_takes,
        takes_made=takes_made,
        had=bought,
    )


def _looked(still: StillStand) -> LookedStill | None:
    if still.content is None:
        return None
    content = still.content
    seen = SeenPicture(path=still.path, file_bytes=content.file_bytes, mtime_ns=content.mtime_ns)
    return LookedStill(seen=seen, sha256=content.sha256)


def _gap(
    board: Board, stills: Sequence[StillStand], start: int, end: int, named: Sequence[ShelfItem]
) -> GapStand:
    """Return a gap with what it is made from, and its problems."""
    if board.stills[start].cut:
        return GapStand(start=start, end=end, cut=True)
    first, last = _looked(stills[start]), _looked(stills[end])
    if first is None or last is None:
        return GapStand(start=start, end=end)
    offer = board.offer
    said = resolved(board.prompt_of(start), named)
    gap = gap_between(
        first,
        last,
        offer,
        prompt=said.text,
        options=board.options_of(start),
        project=tidy_label(board.chain),
        shot=board.stills[start].shot,
        takes=board.takes_of(start),
    )
    looked = stills[start].looked, stills[end].looked
    wrong = tuple(dict.fromkeys(one for one in looked if isinstance(one, BadInput)))
    facts = [one for one in looked if isinstance(one, PictureFacts)]
    broken = check_request(gap.request, offer, facts) if len(facts) == len(looked) else []
    unnamed = check_mentions(said, pictures_wanted=False, picture_hashes=())
    return GapStand(start=start, end=end, gap=gap, problems=(*wrong, *unnamed, *broken))
