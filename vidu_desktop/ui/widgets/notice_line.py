"""One calm line across the top of the window: what stands in the way of everything, and one way out."""

from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.look.scale import GAP_L, GAP_S
from vidu_desktop.ui.look.style_sheet import restyle
from vidu_desktop.ui.widgets.labels import plain_label
from vidu_desktop.ui.widgets.push_button import PushButton


class NoticeKind(StrEnum):
    """How much it matters."""

    INFO = "info"
    GOOD = "good"
    WARN = "warn"
    """Something waits until the person acts or time passes."""
    BAD = "bad"


_ICON_PX = 18
_ROLES = {
    NoticeKind.INFO: ("info", "accent"),
    NoticeKind.GOOD: ("good", "good"),
    NoticeKind.WARN: ("warning", "warn"),
    NoticeKind.BAD: ("error", "bad"),
}


class NoticeLine(QFrame):
    """Hidden while there is nothing to say."""

    action_requested = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._kind = NoticeKind.INFO
        self._build()
        self._connect()

    def _build(self) -> None:
        restyle(self, surface="notice")
        self._mark = QLabel()
        self._words = plain_label(wrap=True)
        self._button = PushButton()
        restyle(self._button, dense="true")
        line = QHBoxLayout(self)
        line.setContentsMargins(GAP_L, GAP_S, GAP_L, GAP_S)
        line.setSpacing(GAP_S)
        line.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self._words, 1)
        line.addWidget(self._button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    def _connect(self) -> None:
        self._button.clicked.connect(self.action_requested)
        self._look.changed.connect(self._draw_mark)

    @property
    def text(self) -> str:
        """What stands there; empty while the line is hidden."""
        return self._words.text()

    def show_notice(self, text: str, kind: NoticeKind, action_text: str | None) -> None:
        """Show plain text, with a button when there is something that the person can do."""
        self._kind = kind
        self._words.setText(text)
        self._button.setText(action_text or "")
        self._button.setVisible(action_text is not None)
        restyle(self, tone=str(kind))
        self._draw_mark()
        self.show()

    def clear(self) -> None:
        """Take it away."""
        self._words.clear()
        self.hide()

    def _draw_mark(self) -> None:
        name, role = _ROLES[self._kind]
        self._mark.setPixmap(self._look.pixmap(name, role, _ICON_PX, self.devicePixelRatioF()))
