"""The notice line at the bottom of the window: a general problem or the result of an action, and one button."""

from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.look.scale import GAP_L, GAP_S
from vidu_desktop.ui.look.style_sheet import restyle
from vidu_desktop.ui.widgets.icon_button import IconButton
from vidu_desktop.ui.widgets.labels import plain_label
from vidu_desktop.ui.widgets.overlay import LowerLines
from vidu_desktop.ui.widgets.push_button import PushButton
from vidu_desktop.ui.widgets.translated import Translated


class NoticeKind(StrEnum):
    """How important a notice is."""

    INFO = "info"
    GOOD = "good"
    WARN = "warn"
    """Something waits until the person acts or some time has passed."""
    BAD = "bad"


LINE_PX = 36
"""The height that is always kept free for the line."""
_ICON_PX = 18
_ROLES = {
    NoticeKind.INFO: ("info", "accent"),
    NoticeKind.GOOD: ("good", "good"),
    NoticeKind.WARN: ("warning", "warn"),
    NoticeKind.BAD: ("error", "bad"),
}


class NoticeLine(Translated, QFrame):
    """Always visible; without a notice, it shows only the button that opens the list of vanished notices."""

    action_requested = Signal()
    history_requested = Signal()  # show the list of earlier notices
    shown = Signal(str, object, object)  # the text, its NoticeKind, and the button's text or None
    cleared = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._kind = NoticeKind.INFO
        self._lent = ""  # the words of the button that had the keyboard when it was hidden
        self._build()
        self._connect()
        self._retranslate()
        self.clear()

    def _build(self) -> None:
        restyle(self, surface="notice", place="below")
        self.setMinimumHeight(LINE_PX)
        self._mark = QLabel()
        self._words = plain_label(wrap=True)
        self._button = PushButton()
        restyle(self._button, dense="true")
        self._history = IconButton(self._look, "list")
        restyle(self._history, dense="true")
        line = QHBoxLayout(self)
        line.setContentsMargins(GAP_L, 3, GAP_S, 3)
        line.setSpacing(GAP_S)
        line.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self._words, 1)
        line.addWidget(self._button, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self._history, 0, Qt.AlignmentFlag.AlignVCenter)

    def _connect(self) -> None:
        self._history.clicked.connect(self.history_requested)
        self._button.clicked.connect(self.action_requested)
        self._look.changed.connect(self._draw_mark)

    @property
    def text(self) -> str:
        """The text of the notice; empty if there is none."""
        return self._words.text()

    def show_notice(self, text: str, kind: NoticeKind, action_text: str | None) -> None:
        """Show a notice as plain text, with a button if `action_text` isn't None."""
        self._kind = kind
        self._words.setText(text)
        if action_text is None:
            self._hide_button()
        else:
            self._show_button(action_text)
        restyle(self, tone=str(kind))
        self._mark.show()
        self._draw_mark()
        self.shown.emit(text, kind, action_text)

    def clear(self) -> None:
        """Remove the notice."""
        self._words.clear()
        self._mark.hide()
        self._hide_button()
        restyle(self, tone="none")
        self.cleared.emit()

    def _show_button(self, text: str) -> None:
        self._button.setText(text)
        self._button.show()
        if self._lent == text and self._history.hasFocus():
            self._button.setFocus()
        self._lent = ""

    def _hide_button(self) -> None:
        """Hide the button. Its keyboard focus goes to the next one, and comes back with a button of the same words, unless the
        person has moved it.
        """
        held = self._button.hasFocus()
        self._button.hide()
        if held:
            self._history.setFocus()
            self._lent = self._button.text()

    def follow(self, other: "NoticeLine") -> None:
        """Show all notices of the line `other` here, too, from now on. Pressing a button here has the same effect as there."""
        if other.text:
            button = other._button  # noqa: SLF001 - of its own class
            self.show_notice(other.text, other._kind, None if button.isHidden() else button.text())  # noqa: SLF001
        other.shown.connect(self.show_notice)
        other.cleared.connect(self.clear)
        self.action_requested.connect(other.action_requested)
        self.history_requested.connect(other.history_requested)

    def _draw_mark(self) -> None:
        name, role = _ROLES[self._kind]
        self._mark.setPixmap(self._look.pixmap(name, role, _ICON_PX, self.devicePixelRatioF()))

    @override
    def _retranslate(self) -> None:
        self._history.set_label(self.tr("What happened"))


class NoticeGround(QWidget):
    """Keeps a fixed height below `content` free for the notice. A notice that is higher covers part of the content and moves
    nothing.
    """

    def __init__(self, notice: NoticeLine, content: QWidget) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, LINE_PX)
        column.addWidget(content)
        LowerLines(self).add(notice)
