"""Remedies for pictures that can't be sent as they are: use fewer, or make one anew beside its original."""

from vidu_desktop.domain.catalogue import Offer
from vidu_desktop.domain.request import Problem, Remedy
from vidu_desktop.ui.protocols import PictureService
from vidu_desktop.ui.tabs.readiness import Readiness
from vidu_desktop.ui.tabs.tab_problems import left_out_at_once
from vidu_desktop.ui.widgets.picture_places import PicturePlaces


class PictureRemedies:
    """A picture that is made anew replaces the old one in the tab once it is done."""

    def __init__(self, pictures: PictureService, slots: PicturePlaces) -> None:
        self._pictures = pictures
        self._slots = slots

    def apply(self, problem: Problem, readiness: Readiness, offer: Offer) -> None:
        """Apply a problem's remedy; remedies that don't concern pictures are ignored."""
        index = problem.picture_index
        match problem.remedy:
            case Remedy.USE_FIRST:
                self._slots.keep_first(offer.pictures_max)
            case Remedy.LEAVE_OUT:
                self._slots.leave_out(left_out_at_once(readiness, offer, len(self._slots)))
            case Remedy.CROP_TO_RATIO if index is not None:
                self._crop(index, offer)
            case Remedy.MATCH_START if index is not None:
                self._match(index, next((order[0] for order in readiness.orders if index in order[1:]), 0))
            case _:
                pass

    def _crop(self, index: int, offer: Offer) -> None:
        limits, path = offer.picture_limits, self._slots[index].path
        self._slots.replace_when_done(
            index,
            lambda answer: self._pictures.crop_to_ratio(path, limits.min_ratio, limits.max_ratio, answer),
        )

    def _match(self, index: int, start_index: int) -> None:
        start, end = self._slots[start_index].path, self._slots[index].path
        self._slots.replace_when_done(index, lambda answer: self._pictures.match_size(start, end, answer))
