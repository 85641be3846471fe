"""The words about a seam of a film: what was seen there, the numbers behind it, and what helps."""

from vidu_desktop.domain.seams import Jump, SeamLook
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import Sentence
from vidu_desktop.ui.text import say

_NUMBERS = QT_TRANSLATE_NOOP("fidelity", "{what} ({difference:.1f}, between neighbours {usual:.1f}).")
_NONE = QT_TRANSLATE_NOOP("fidelity", "No jump")
_OF_COLOUR = {
    Jump.SMALL: QT_TRANSLATE_NOOP("fidelity", "The colours step a little"),
    Jump.LARGE: QT_TRANSLATE_NOOP("fidelity", "The colours step"),
}
_OF_PICTURE = {
    Jump.SMALL: QT_TRANSLATE_NOOP("fidelity", "The picture jumps a little"),
    Jump.LARGE: QT_TRANSLATE_NOOP("fidelity", "The picture jumps"),
}
_MATCH = QT_TRANSLATE_NOOP("fidelity", "Matching the colours takes that back, or some of it.")
_LEAVE_OUT = QT_TRANSLATE_NOOP(
    "fidelity",
    "A cross-fade softens it, on the board or in “Join”; fewer frames there or another take may help, too.",
)


def seam_words(look: SeamLook, *, matches: bool = False) -> str:
    """Say how far a seam jumps, as it is or with matched colours (`matches`), and what helps against the jump."""
    jump = look.jump(matches=matches)
    of_colour = not matches and look.is_of_colour
    left = look.matched if matches and look.matched is not None else look.difference
    what = say(Sentence(_NONE if jump is Jump.NONE else (_OF_COLOUR if of_colour else _OF_PICTURE)[jump]))
    seen = say(Sentence(_NUMBERS, {"what": what, "difference": left, "usual": look.usual}))
    helps = say(Sentence(_MATCH if of_colour else _LEAVE_OUT))
    return seen if jump is Jump.NONE else f"{seen}\n{helps}"
