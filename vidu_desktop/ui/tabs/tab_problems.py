"""Shows what is wrong in a tab. Each problem is shown at the part that has it, with a remedy."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from vidu_desktop.domain.catalogue import Offer
from vidu_desktop.domain.request import Problem, Remedy
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import Sentence
from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.tabs.readiness import Readiness
from vidu_desktop.ui.widgets.problem_list import Note, ProblemList


class TabProblems(QObject):
    """Three lists of problems, which the tab puts below its pictures, its prompt and its options."""

    remedy_requested = Signal(object)  # domain.request.Problem
    focus_freed = Signal()  # the remedy that had the keyboard has helped and is gone

    def __init__(self, look: Look, parent: QObject, remark: Callable[[], str]) -> None:
        """`remark` returns what the person should know about the pictures that doesn't speak against sending; empty for
        nothing.
        """
        super().__init__(parent)
        self._remark = remark
        self.at_pictures, self.at_prompt, self.at_options = (ProblemList(look) for _place in range(3))
        self._note = ""
        for problems in (self.at_pictures, self.at_prompt, self.at_options):
            problems.remedy_requested.connect(self.remedy_requested)
            problems.focus_freed.connect(self.focus_freed)

    def set_note(self, words: str) -> None:
        """Set words about the pictures that aren't a problem, such as why a drop wasn't taken; empty for none."""
        self._note = words

    def forget(self) -> None:
        """Forget what was said of the former pictures."""
        self._note = ""

    def show(self, readiness: Readiness, offer: Offer, slot_count: int) -> None:
        """Show what speaks against sending. What has yet to be added is said above the buttons alone."""
        problems = readiness.problems
        at_pictures: list[Problem | Note] = [one for one in problems if concerns_pictures(one)]
        if self._note:
            at_pictures.insert(0, Note(self._note))
        if bad := left_out_at_once(readiness, offer, slot_count):
            at_pictures.insert(0, _several_bad(len(bad), slot_count))
        if remark := self._remark():
            at_pictures.append(Note(remark))
        self.at_pictures.set_problems(at_pictures)
        self.at_prompt.set_problems([one for one in problems if one.place == "prompt"])
        self.at_options.set_problems(
            [one for one in problems if not concerns_pictures(one) and one.place != "prompt"]
        )


def concerns_pictures(problem: Problem) -> bool:
    """Whether a problem is about pictures, one or all of them."""
    return problem.place == "pictures"


def left_out_at_once(readiness: Readiness, offer: Offer, slot_count: int) -> set[int]:
    """Return the indexes of pictures that can't be sent, if they may be left out together: more pictures are here than a
    video takes, and enough others remain.
    """
    bad = {
        one.picture_index
        for one in readiness.problems
        if one.picture_index is not None and one.remedy is not Remedy.MATCH_START
    }
    enough = slot_count - len(bad) >= offer.pictures_min
    return bad if slot_count > offer.pictures_max and enough else set()


def _several_bad(bad: int, pictures: int) -> Problem:
    return Problem(
        code="several-bad",
        place="pictures",
        sentence=Sentence(_SEVERAL_BAD if bad > 1 else _ONE_BAD, {"bad": bad, "pictures": pictures}),
        remedy=Remedy.LEAVE_OUT,
    )


_SEVERAL_BAD = QT_TRANSLATE_NOOP("rules", "{bad} of {pictures} pictures can't be sent as they are.")
_ONE_BAD = QT_TRANSLATE_NOOP("rules", "1 of {pictures} pictures can't be sent as it is.")
