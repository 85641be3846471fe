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
    check_pictures,
    check_words,
)
from vidu_desktop.ui.widgets.picture_places import PicturePlaces, Slot

_MISSING = "pictures-missing"


@dataclass(frozen=True, slots=True)
class Readiness:
    """The result of all rules. `wish` is the request without its pictures. `missing` is true while the person has yet to add
    pictures, which isn't a mistake.

    `pending_count` pictures are still being looked at. `shots` are the videos' shots where each has its own. `framings_of`
    returns how the slots of an order are made to fit, `names_of` the names of pictures whose files have other names.
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
        """How many videos a press would order."""
        return len(self.picture_paths)

    @property
    def picture_count(self) -> int:
        """How many pictures the videos use; a picture that ends one video and begins the next counts once."""
        return len({path for paths in self.picture_paths for path in paths})

    @property
    def requests(self) -> tuple[GenerationRequest, ...]:
        """One request for each video. Built only when asked for: with 10,000 of them, building at each change would be felt."""
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
        """Whether a press may be sent."""
        return not (self.problems or self.missing or self.pending_count) and self.count > 0

    @property
    def only_looking(self) -> bool:
        """Whether only the unfinished look at the pictures speaks against sending."""
        return self.pending_count > 0 and not (self.problems or self.missing)


def readiness_of(
    spec: Offer,
    slots: PicturePlaces,
    orders: Sequence[Sequence[int]],
    make_request: Callable[[Sequence[str]], GenerationRequest],
    framing_of: Callable[[Slot], Framing | None],
) -> Readiness:
    """Check all rules. `orders` groups the slots' indexes, one group for each video; without any, the rules that need no
    picture are checked. `framing_of` returns how a picture is made to fit before it is sent.
    """
    wish = make_request(())
    paths = tuple(tuple([slots[index].path for index in order]) for order in orders)
    found: list[Problem] = []
    for order in orders:
        found += _problems_of(spec, slots, order, framing_of)
    if not orders:
        found += check_pictures((), spec)
    # Once for all videos: 10,000 checks at each change would be felt.
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
    """Return the problems without missing pictures, and each problem of prompt and settings once for all videos."""
    kept = {(one.code, one.place, one.picture_index): one for one in reversed(found) if one.code != _MISSING}
    return list(reversed(kept.values()))


def _problems_of(
    spec: Offer,
    slots: PicturePlaces,
    order: Sequence[int],
    framing_of: Callable[[Slot], Framing | None],
) -> list[Problem]:
    """Check the pictures that are known; a picture that was refused brings its own sentence."""
    known = [(index, facts) for index in order if (facts := slots[index].facts) is not None]
    all_there = len(order) >= spec.pictures_min
    found = []
    sent = [as_sent(facts, framing_of(slots[index])) for index, facts in known]
    for problem in _in_own_sizes(check_pictures(sent, spec), [facts for _index, facts in known], spec):
        if problem.code == _MISSING and all_there:
            continue  # added, but not looked at yet, or refused with a sentence of its own
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


def _in_own_sizes(problems: list[Problem], pictures: Sequence[PictureFacts], spec: Offer) -> list[Problem]:
    """Return problems that name the pictures' own sizes, which the person knows, where the own size breaks the rule as the
    size that would be sent does.
    """
    own = {_place_of(one): one for one in check_pictures(pictures, spec)} if problems else {}
    return [own.get(_place_of(problem), problem) for problem in problems]


def _place_of(problem: Problem) -> tuple[str, int | None]:
    return problem.code, problem.picture_index


def as_sent(facts: PictureFacts, framing: Framing | None) -> PictureFacts:
    """Return a picture's facts as they are after it was made to fit."""
    if framing is None:
        return facts
    width_px, height_px = framing.size_of(facts.width_px, facts.height_px)
    return replace(facts, width_px=width_px, height_px=height_px)
