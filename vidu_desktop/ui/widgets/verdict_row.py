"""Star, keep, reject and winner of one video, as buttons whose tooltips show their keys."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from vidu_desktop.domain.marks import NO_MARKS, Marks, Verdict
from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.look.scale import GAP_XS
from vidu_desktop.ui.models.clip_verbs import ClipVerb
from vidu_desktop.ui.models.key_map import KeyMap
from vidu_desktop.ui.models.tips import short_tip
from vidu_desktop.ui.widgets.icon_button import IconButton
from vidu_desktop.ui.widgets.translated import Translated


class VerdictRow(Translated, QWidget):
    """Shows the stored marks, not the clicks: a mark that couldn't be stored isn't shown."""

    verb_chosen = Signal(object)  # ClipVerb

    def __init__(self, look: Look, keys: KeyMap, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = keys
        self._marks, self._several = NO_MARKS, False
        self._star = IconButton(look, "star", checkable=True)
        self._keep = IconButton(look, "check", checkable=True)
        self._reject = IconButton(look, "close", checkable=True)
        self._winner = IconButton(look, "good", checkable=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP_XS)
        for button, verb in (
            (self._star, ClipVerb.STAR),
            (self._keep, ClipVerb.KEEP),
            (self._reject, ClipVerb.REJECT),
            (self._winner, ClipVerb.WINNER),
        ):
            row.addWidget(button)
            button.clicked.connect(lambda _checked=False, verb=verb: self._choose(verb))
        keys.changed.connect(self._retranslate)
        self._retranslate()

    def show_marks(self, marks: Marks, *, several: bool = False) -> None:
        """Show these marks. Only a take of a shot can be the winner, and only when it is shown alone (`several` is False)."""
        self._marks, self._several = marks, several
        self._star.set_icon("star-full" if marks.star else "star")
        self._star.setChecked(marks.star)
        self._keep.setChecked(marks.verdict is Verdict.KEEP)
        self._reject.setChecked(marks.verdict is Verdict.REJECT)
        self._winner.setChecked(marks.winner)
        self._winner.setEnabled(bool(marks.shot) and not several)

    def set_fixed(self, why: str) -> None:
        """Disable the buttons and say `why`; an empty text enables them."""
        self.setEnabled(not why)
        self.setToolTip(short_tip(why))

    def _choose(self, verb: ClipVerb) -> None:
        self.show_marks(self._marks, several=self._several)  # undo the check that Qt has made already
        self.verb_chosen.emit(verb)

    @override
    def _retranslate(self) -> None:
        self._star.set_label(self.tr("Star"), self._keys.key_text(ClipVerb.STAR))
        self._keep.set_label(self.tr("Keep"), self._keys.key_text(ClipVerb.KEEP))
        self._reject.set_label(self.tr("Reject"), self._keys.key_text(ClipVerb.REJECT))
        self._winner.set_label(self.tr("Winner of its shot"), self._keys.key_text(ClipVerb.WINNER))
