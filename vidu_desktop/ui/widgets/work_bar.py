"""One line that says how far an export or an import is, and can cancel it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QWidget
from typing_extensions import override

from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.look.scale import GAP_M, GAP_S, GAP_XS
from vidu_desktop.ui.look.style_sheet import restyle
from vidu_desktop.ui.widgets.elided_label import ElidedLabel
from vidu_desktop.ui.widgets.push_button import PushButton
from vidu_desktop.ui.widgets.translated import Translated

_STEPS = 1000


class WorkBar(Translated, QFrame):
    """Visible from `begin` to `end`."""

    cancel_requested = Signal()
    told = Signal(str, float)  # the words, and how much is done, from 0 to 1
    begun = Signal()
    ended = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ElidedLabel()
        self._bar = QProgressBar()
        self._bar.setRange(0, _STEPS)
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(180)
        self._cancel = PushButton()
        restyle(self._cancel, kind="quiet", dense="true")
        look.set_icon(self._cancel, "close", "text_soft")
        restyle(self, surface="notice", tone="info")
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP_M, GAP_XS, GAP_S, GAP_XS)
        row.setSpacing(GAP_M)
        row.addWidget(self._words, 1)
        row.addWidget(self._bar)
        row.addWidget(self._cancel)
        self._cancel.clicked.connect(self.cancel_requested)
        self.is_working = False
        self._retranslate()
        self.hide()

    def begin(self, words: str) -> None:
        """Show the line with these words."""
        self.is_working = True
        self.show_progress(words, 0.0)
        self.show()
        self.begun.emit()

    def show_progress(self, words: str, share: float) -> None:
        """Say what is being done; `share` is how much of it is done, from 0 to 1."""
        self._words.setText(words)
        self._bar.setValue(round(share * _STEPS))
        self._bar.setAccessibleName(words)
        self.told.emit(words, share)

    def end(self) -> None:
        """Hide the line."""
        self.is_working = False
        self.hide()
        self.ended.emit()

    def follow(self, other: "WorkBar") -> None:
        """Show here, too, from now on what the line `other` shows. Cancel has the same effect as there."""
        if other.is_working:
            self._repeat(other.words, other.share)
        other.told.connect(self._repeat)
        other.ended.connect(self.end)
        self.cancel_requested.connect(other.cancel_requested)

    @property
    def words(self) -> str:
        """What is being done."""
        return self._bar.accessibleName()

    @property
    def share(self) -> float:
        """How much of it is done, from 0 to 1."""
        return self._bar.value() / _STEPS

    def _repeat(self, words: str, share: float) -> None:
        if not self.is_working:
            self.begin(words)
        self.show_progress(words, share)

    @override
    def _retranslate(self) -> None:
        self._cancel.setText(self.tr("Cancel"))
