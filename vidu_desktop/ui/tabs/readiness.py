"""How ready a tab is: the requests that a press would send, and everything that speaks against sending them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from vidu_desktop.domain.catalogue import Offer
from vidu_desktop.domain.framing import Framing
from vidu_desktop.domain.pictures import PictureFacts
from vidu_desktop.domain.request import (
    GenerationRequest,
    Problem,
    Remedy,
    check_pair,
    check_pictures,
    check_words,
)
from vidu_desktop.ui.widgets.picture_places import PicturePlaces, Slot

_MISSING = "pictures-missing"
_PAIR = "pair-mismatch"


@dataclass(frozen=True, slots=True)
class Readiness:
    """The result of all rules. `wish` is what is asked for, without its pictures. `missing` is true while pictures have yet to be added: no fault of the person's.

    `pending_count` pictures are still being looked at. `shots` are the videos' shots where each has its own. `framings_of` knows how the slots of
    an order are made to fit, `names_of` what pictures are called whose files are called otherwise.
    """

    wish: GenerationRequest
    picture_paths: tuple[tuple[str, ...], ...]
    problems: tuple[Problem, ...]
    missing: bool
    pending_count: int
    shots: tuple[str, ...] = ()
    orders: tuple[tuple[int, ...], ...] = ()
    framings_of: Callable[[Sequence[int]], tuple[Framing | None, ...]] = lambda _indexes: ()
    names_of: Callable[[Sequence[str]], tuple[str, ...]] = lambda _paths: ()

    @property
    def count(self) -> int:
        """How many videos it would be."""
        return len(self.picture_paths)

    @property
    def picture_count(self) -> int:
        """How many pictures it takes; one that ends a video and begins the next counts once."""
        return len({path for paths in self.picture_paths for path in paths})

    @property
    def requests(self) -> tuple[GenerationRequest, ...]:
        """One for each video. Built when asked for: at each change of 10,000 it would be felt."""
        shots = self.shots or (self.wish.shot,) * self.count
        return tuple(
            replace(
                self.wish,
                picture_paths=paths,
                picture_names=self.names_of(paths),
                shot=shot,
                framings=self.framings_of(order),
            )
            for paths, shot, order in zip(self.picture_paths, shots, self.orders, strict=True)
        )

    @property
    def sendable(self) -> bool:
        """Whether a press may go out."""
        return not (self.problems or self.missing or self.pending_count) and self.count > 0

    @property
    def only_looking(self) -> bool:
        """Whether nothing but the look at its pictures speaks against sending."""
        return self.pending_count > 0 and not (self.problems or self.missing)


def readiness_of(
    spec: Offer,
    slots: PicturePlaces,
    orders: Sequence[Sequence[int]],
    make_request: Callable[[Sequence[str]], GenerationRequest],
    framing_of: Callable[[Slot], Framing | None],
) -> Readiness:
    """Run every rule. `orders` groups the slots' indexes, one group for each video; with none, what can be said
    without a picture is said. `framing_of` tells how a picture is made to fit before it is sent.
    """
    wish = make_request(())
    paths = tuple(tuple([slots[index].path for index in order]) for order in orders)
    found: list[Problem] = []
    for order in orders:
        found += _problems_of(spec, slots, order, framing_of)
    if not orders:
        found += check_pictures((), spec)
    # Once for all videos: with 10,000 of them it would be felt.
    found += check_words(wish, spec)
    missing = any(problem.code == _MISSING for problem in found)
    return Readiness(
        wish,
        paths,
        tuple(_each_once(found)),
        missing,
        slots.pending_count,
        orders=tuple(map(tuple, orders)),
        names_of=slots.given_names,
    )


def _each_once(found: list[Problem]) -> list[Problem]:
    """Leave out what is merely missing, and say what is wrong with prompt and settings once for all videos."""
    kept = {(one.code, one.place, one.picture_index): one for one in reversed(found) if one.code != _MISSING}
    return list(reversed(kept.values()))


def _problems_of(
    spec: Offer,
    slots: PicturePlaces,
    order: Sequence[int],
    framing_of: Callable[[Slot], Framing | None],
) -> list[Problem]:
    """Run the rules over what is known; a picture that was refused brings its own sentence."""
    known = [(index, facts) for index in order if (facts := slots[index].facts) is not None]
    all_there = len(order) >= spec.pictures_min
    found = []
    for problem in check_pictures([facts for _index, facts in known], spec):
        if problem.code == _MISSING and all_there:
            continue  # they are there, only not looked at yet, or refused with a sentence of their own
        if problem.code == _PAIR and _sent_alike(spec, [slots[index] for index in order], framing_of):
            continue
        where = problem.picture_index
        found.append(problem if where is None else replace(problem, picture_index=known[where][0]))
    for index in order:
        error = slots[index].error
        if error is not None:
            found.append(
                Problem(
                    code=error.code,
                    place="pictures",
                    sentence=error.sentence,
                    picture_index=index,
                    remedy=Remedy.CHOOSE_ANOTHER,
                )
            )
    return found


def _sent_alike(spec: Offer, pair: Sequence[Slot], framing_of: Callable[[Slot], Framing | None]) -> bool:
    """Whether start and end are of similar size once both have the video's shape."""
    sent = [facts for slot in pair if (facts := _as_sent(slot, framing_of(slot))) is not None]
    return (
        spec.pair_ratio is not None and len(sent) == 2 and not check_pair(sent[0], sent[1], spec.pair_ratio)
    )


def _as_sent(slot: Slot, framing: Framing | None) -> PictureFacts | None:
    if slot.facts is None or framing is None:
        return slot.facts
    width_px, height_px = framing.size_of(slot.facts.width_px, slot.facts.height_px)
    return replace(slot.facts, width_px=width_px, height_px=height_px)
