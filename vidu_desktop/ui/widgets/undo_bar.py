"""A line that says what was removed, with a button to undo that."""

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget
from typing_extensions import override

from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.look.scale import GAP_M, GAP_S, GAP_XS
from vidu_desktop.ui.look.style_sheet import restyle
from vidu_desktop.ui.models.key_map import KeyMap
from vidu_desktop.ui.models.key_table import WindowCommand
from vidu_desktop.ui.widgets.icon_button import IconButton
from vidu_desktop.ui.widgets.labels import plain_label
from vidu_desktop.ui.widgets.push_button import PushButton
from vidu_desktop.ui.widgets.spoken import announce
from vidu_desktop.ui.widgets.translated import Translated

SHOWN_MS = 12_000


class UndoBar(Translated, QFrame):
    """Base class. The line hides itself after SHOWN_MS; a subclass gives the words in `_said`."""

    undo_requested = Signal()

    def __init__(self, look: Look, keys: KeyMap, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = keys
        self._count = 0
        self._words = plain_label()
        self._undo = PushButton()
        restyle(self._undo, kind="quiet")
        look.set_icon(self._undo, "undo", "accent")
        self._close = IconButton(look, "close")
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(SHOWN_MS)
        restyle(self, surface="notice", tone="info")
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP_M, GAP_XS, GAP_S, GAP_XS)
        row.addWidget(self._words)
        row.addWidget(self._undo)
        row.addStretch(1)
        row.addWidget(self._close)
        self._undo.clicked.connect(self._ask)
        self._close.clicked.connect(self.dismiss)
        self._patience.timeout.connect(self.dismiss)
        keys.changed.connect(self._retranslate)
        self.hide()

    def announce(self, count: int) -> None:
        """Show that `count` things were removed."""
        self._count = count
        self._retranslate()
        self.show()
        self._patience.start()
        keys = self._keys.key_text(WindowCommand.UNDO)
        words = self.tr("{what} {key} takes it back.") if keys else "{what}"
        announce(self, words.format(what=self._words.text(), key=keys))

    def dismiss(self) -> None:
        """Hide the line without undoing anything."""
        self._patience.stop()
        self.hide()

    def _ask(self) -> None:
        self.dismiss()
        self.undo_requested.emit()

    def _said(self, count: int) -> str:
        raise NotImplementedError

    @override
    def _retranslate(self) -> None:
        self._words.setText(self._said(self._count) if self._count else "")
        self._undo.setText(self.tr("Undo"))
        self._undo.setToolTip(self._keys.tip(self.tr("Take it back"), WindowCommand.UNDO))
        self._close.set_label(self.tr("Close"))

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._patience.stop()  # it must not vanish while the pointer is on it

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        if self.isVisible():
            self._patience.start()
