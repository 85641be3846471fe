"""The bar for decisions about the two compared takes: marks for each side, which one wins, and which take comes next."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from vidu_desktop.domain.clip import Clip
from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.look.scale import GAP_M, GAP_S
from vidu_desktop.ui.look.style_sheet import restyle
from vidu_desktop.ui.models.key_map import KeyMap
from vidu_desktop.ui.models.key_table import CompareCommand
from vidu_desktop.ui.models.tips import short_tip
from vidu_desktop.ui.widgets.push_button import PushButton
from vidu_desktop.ui.widgets.translated import Translated
from vidu_desktop.ui.widgets.verdict_row import VerdictRow

_SIDES = (0, 1)
_WINS = (CompareCommand.A_WINS, CompareCommand.B_WINS)


class DecideBar(Translated, QWidget):
    """The controls of A are at the left and those of B at the right, as the pictures are."""

    verb_chosen = Signal(int, object)  # side, 0 or 1; ClipVerb
    win_chosen = Signal(int)  # side, 0 or 1
    next_requested = Signal()

    def __init__(self, look: Look, keys: KeyMap, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = keys
        self._verdicts = tuple(VerdictRow(look, keys) for _ in _SIDES)
        self._wins = tuple(PushButton() for _ in _SIDES)
        self._next = PushButton()
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP_M, GAP_S, GAP_M, GAP_S)
        row.setSpacing(GAP_S)
        row.addWidget(self._verdicts[0])
        row.addWidget(self._wins[0])
        row.addStretch(1)
        row.addWidget(self._next)
        row.addStretch(1)
        row.addWidget(self._wins[1])
        row.addWidget(self._verdicts[1])
        for button in (*self._wins, self._next):
            restyle(button, kind="secondary", dense="true")
        self._connect()
        self._retranslate()

    def _connect(self) -> None:
        for side in _SIDES:
            self._verdicts[side].verb_chosen.connect(
                lambda verb, side=side: self.verb_chosen.emit(side, verb)
            )
            self._wins[side].clicked.connect(lambda _checked=False, side=side: self.win_chosen.emit(side))
        self._next.clicked.connect(self.next_requested)
        self._keys.changed.connect(self._retranslate)

    def show_takes(self, takes: tuple[Clip | None, Clip | None]) -> None:
        """Show the marks of both takes; None for a side that isn't a take."""
        for take, verdicts in zip(takes, self._verdicts, strict=True):
            verdicts.setVisible(take is not None)
            if take is not None:
                verdicts.show_marks(take.marks)
        for button in (*self._wins, self._next):
            button.setVisible(None not in takes)

    def set_more(self, more: bool) -> None:
        """Say whether there is another take to compare with."""
        self._next.setEnabled(more)

    def set_fixed(self, why: str) -> None:
        """Say why nothing may be marked now; `why` is empty when it may."""
        for part in (*self._verdicts, *self._wins):
            part.setEnabled(not why)
            part.setToolTip(short_tip(why))
        if not why:
            self._retranslate()

    @override
    def _retranslate(self) -> None:
        for button, words, command in zip(
            self._wins, (self.tr("A wins"), self.tr("B wins")), _WINS, strict=True
        ):
            button.setText(words)
            button.setToolTip(short_tip(self._keys.tip(words, command)))
        self._next.setText(self.tr("Next take"))
        self._next.setToolTip(
            self._keys.tip(self.tr("The next take comes in the place of the other one"), CompareCommand.NEXT)
        )
