"""A watched folder as a batch: what was approved for it, which pictures are its rows, and how it stands.

Each row's key is the SHA-256 of its picture. So a picture that is renamed, copied or put there again is never made twice by
this folder, even with another preset.
"""

import os
import unicodedata
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from vidu_desktop.batch.running import Held, Running
from vidu_desktop.domain.amounts import FREE, Money, Sums
from vidu_desktop.domain.batch import Act, Batch, BatchRow, Deed, History, SeenPicture, Watch
from vidu_desktop.domain.catalogue import Offer, offer_for
from vidu_desktop.domain.pictures import PICTURE_SUFFIXES
from vidu_desktop.domain.request import GenerationRequest, check_words
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import BadInput, Sentence

COLUMNS = ("picture",)
SHEET_NAME = "watch"
"""A name that no sheet has, so that a batch made from the same folder by hand is another batch."""
_NAMESPACE = uuid.UUID("4a0fe0b8-8d5e-4c4f-9a57-3d3f4f2f6c55")
"""Must never change: another namespace would give other ids to the same folders."""


class Standing(StrEnum):
    """How a watched folder stands."""

    WATCHED = "watched"
    TOMORROW = "tomorrow"
    """Its budget for the day is used; the waiting pictures are made on the next day."""
    PRICE = "price"
    """Its videos have another price than the approved one: the folder waits until it is approved again."""
    AWAY = "away"
    """The folder can't be read now."""
    PAUSED = "paused"
    STOPPED = "stopped"
    """It stopped by itself, because too many jobs ended in the same way."""
    ENDED = "ended"
    ELSEWHERE = "elsewhere"
    """Another computer with this library watches it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchWish:
    """What the person wants to be made of a folder's pictures. `day_budget` is the most that may be spent in a day, None for
    rehearsals. With `take_there`, the pictures that are already in the folder are made, too.
    """

    folder: str
    preset: str
    request: GenerationRequest
    day_budget: Money | None
    take_there: bool = False
    rehearsal: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchStanding:
    """A watched folder as it is shown. `spent_today` includes what waits to be sent; `code` says why it stopped; `not_made`
    are the paths of pictures that aren't made, each with the reason.
    """

    batch_id: str
    folder: str
    preset: str
    standing: Standing
    rehearsal: bool
    price: Money
    day_budget: Money | None
    spent_today: Sums
    pictures: int
    made: int
    waiting: int
    code: str = ""
    not_made: tuple[tuple[str, Sentence], ...] = ()


def watch_id(folder: str, *, rehearsal: bool) -> str:
    """Return the id of a watched folder's batch: always the same for the same path."""
    same = unicodedata.normalize("NFC", folder)
    number = uuid.uuid5(
        _NAMESPACE, f"{'rehearsal' if rehearsal else 'paid'}/{same}".encode("utf-8", "surrogatepass").hex()
    )
    return f"watch{number.hex[:12]}"


def offer_of_watch(request: GenerationRequest) -> Offer:
    """Return the offer to which a preset's request belongs. Raises BadInput when it can't make a video from one picture."""
    offer = offer_for(request.model, request.mode)
    if offer is None:
        raise BadInput("watch-no-model", Sentence(_NO_MODEL, {"model": request.model}))
    if not offer.pictures_min <= 1 <= offer.pictures_max:
        raise BadInput("watch-pairs", Sentence(_PAIRS))
    for problem in check_words(request, offer):
        raise BadInput(problem.code, problem.sentence)
    return offer


def begun_watch(
    known: Batch | None,
    history: History,
    wish: WatchWish,
    there: Sequence[SeenPicture],
    *,
    price: Money,
    now: datetime,
    own_id: str,
) -> tuple[Batch, Act]:
    """Return a folder's batch as it is from now on, and the act that approves its pictures. `there` are the pictures that are
    in the folder now. What was ordered before stays, and isn't ordered again.
    """
    batch_id = watch_id(wish.folder, rehearsal=wish.rehearsal)
    batch = known or Batch(
        batch_id=batch_id,
        name=os.path.basename(wish.folder) or wish.folder,  # noqa: PTH119 - the path stays a str
        created_at=now,
        source_path=wish.folder,
        source_sha256="",
        sheet_name=SHEET_NAME,
        rehearsal=wish.rehearsal,
        columns=COLUMNS,
    )
    number = max(history.approvals, default=0) + 1
    rows = [
        replace(row, approval=number)
        for row in batch.rows
        if any(origin in history.ordering for origin in row.origins(batch_id))
    ]
    endings: tuple[str, ...] = PICTURE_SUFFIXES
    if batch.watch is not None and history.last is not None and history.last.deed is not Deed.ENDED:
        there = batch.watch.there  # pictures that came during a pause are new all the same
        endings = batch.watch.endings
    watch = Watch(
        request=wish.request,
        preset=wish.preset,
        price=price,
        there=() if wish.take_there else tuple(there),
        endings=PICTURE_SUFFIXES if wish.take_there else endings,
    )
    act = Act(deed=Deed.APPROVED, at=now, by=own_id, approval=number, total=FREE, day_budget=wish.day_budget)
    return replace(batch, rows=tuple(rows), watch=watch), act


def row_of_picture(
    batch: Batch, watch: Watch, approval: int, picture: SeenPicture, sha256: str, line: int
) -> BatchRow:
    """Return the row of a picture that appeared."""
    name = os.path.relpath(picture.path, batch.source_path)
    return BatchRow(
        key=sha256,
        line=line,
        cells=(name.replace(os.sep, "/"),),
        request=replace(watch.request, picture_paths=(picture.path,), preset=watch.preset),
        price=watch.price,
        pictures=(picture,),
        approval=approval,
    )


def standing_of(history: History, own_id: str) -> Standing:
    """Return how a folder stands, by its log."""
    last = history.last
    if last is None or last.deed is Deed.ENDED:
        return Standing.ENDED
    if last.deed is Deed.PAUSED:
        return Standing.PAUSED
    if last.deed is Deed.STOPPED:
        return Standing.STOPPED
    return Standing.WATCHED if last.by == own_id else Standing.ELSEWHERE


def standing_now(by_log: Standing, running: Running | None, *, away: bool) -> Standing:
    """Return how a folder stands in this run. `away` is whether it can't be read; `running` is None for a folder that this run
    doesn't watch.
    """
    if by_log is Standing.WATCHED and away:
        return Standing.AWAY
    if by_log is Standing.WATCHED and running is not None and running.waits_for_tomorrow:
        return Standing.TOMORROW
    if running is not None and Held.PRICE_CHANGED in running.held.values():
        return Standing.PRICE
    return by_log


_NO_MODEL = QT_TRANSLATE_NOOP(
    "batch", "The preset's model “{model}” isn't offered by this version. Choose another preset."
)
_PAIRS = QT_TRANSLATE_NOOP(
    "batch",
    "A watched folder makes a video of each picture, and this preset needs several for one. Choose a preset for one picture.",
)
