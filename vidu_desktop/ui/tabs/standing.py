"""How a tab stands: the requests that a press would send, and everything that speaks against sending them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from vidu_desktop.domain.catalogue import Offer
from vidu_desktop.domain.request import GenerationRequest, Problem, Remedy, check_request
from vidu_desktop.ui.widgets.slots import PictureSlots

_MISSING = "pictures-missing"


@dataclass(frozen=True, slots=True)
class Standing:
    """The result of all rules. `missing` is true while pictures have yet to be added: no fault of the person's.

    `pending_count` pictures are still being looked at.
    """

    requests: tuple[GenerationRequest, ...]
    problems: tuple[Problem, ...]
    missing: bool
    pending_count: int

    @property
    def sendable(self) -> bool:
        """Whether a press may go out."""
        return not (self.problems or self.missing or self.pending_count) and bool(self.requests)


def stand(
    spec: Offer,
    slots: PictureSlots,
    orders: Sequence[Sequence[int]],
    make_request: Callable[[Sequence[str]], GenerationRequest],
) -> Standing:
    """Run every rule. `orders` groups the slots' indexes, one group for each video; with none, what can be said
    without a picture is said.
    """
    requests = tuple(make_request([slots[index].path for index in order]) for order in orders)
    found: list[Problem] = []
    for order, request in zip(orders, requests, strict=True):
        found += _problems_of(spec, slots, order, request)
    if not orders:
        found += check_request(make_request(()), spec, ())
    missing = any(problem.code == _MISSING for problem in found)
    return Standing(requests, tuple(_each_once(found)), missing, slots.pending_count)


def _each_once(found: list[Problem]) -> list[Problem]:
    """Leave out what is merely missing, and say what is wrong with prompt and settings once for all videos."""
    kept = {(one.code, one.place, one.picture_index): one for one in reversed(found) if one.code != _MISSING}
    return list(reversed(kept.values()))


def _problems_of(
    spec: Offer, slots: PictureSlots, order: Sequence[int], request: GenerationRequest
) -> list[Problem]:
    """Run the rules over what is known; a picture that the desk refused brings its own sentence."""
    known = [(index, facts) for index in order if (facts := slots[index].facts) is not None]
    all_there = len(order) >= spec.pictures_min
    found = []
    for problem in check_request(request, spec, [facts for _index, facts in known]):
        if problem.code == _MISSING and all_there:
            continue  # they are there, only not looked at yet, or refused with a sentence of their own
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
