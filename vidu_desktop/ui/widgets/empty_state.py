"""What an area shows while it is empty: an icon, a sentence, and what to do first."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.look.scale import GAP_L, GAP_M, GAP_S, GAP_XS, FontRole
from vidu_desktop.ui.text import say_sentences
from vidu_desktop.ui.widgets.labels import plain_label

_WIDEST_TEXT_PX = 420


class EmptyState(QWidget):
    """Centred and in quiet colours. `add_button` adds actions below the text."""

    accessible_role = QAccessible.Role.Grouping

    def __init__(
        self,
        look: Look,
        icon: str,
        parent: QWidget | None = None,
        *,
        display: bool = False,
        role: str = "text_faint",
    ) -> None:
        """`display` makes it larger, for the main empty state of a window."""
        super().__init__(parent)
        self._look = look
        self._icon = icon
        self._role = role
        self._side_px = 40 if display else 28
        self._build(display=display)
        look.changed.connect(self._paint_icon)
        self._paint_icon()

    def _build(self, *, display: bool) -> None:
        self._picture = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._headline = plain_label(role=FontRole.DISPLAY if display else FontRole.STRONG, wrap=True)
        self._hint = plain_label(role=FontRole.BODY if display else FontRole.CAPTION, tone="soft", wrap=True)
        column = QVBoxLayout()
        column.setSpacing(GAP_S if display else GAP_XS)
        column.addStretch(1)
        column.addWidget(self._picture)
        for label in (self._headline, self._hint):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label)
        self._buttons = QVBoxLayout()
        self._buttons.setContentsMargins(0, GAP_S, 0, 0)
        column.addLayout(self._buttons)
        column.addStretch(1)
        # Up to the text's greatest width the column takes all of the room; the rest is left free at both
        # sides.
        middle = QWidget()
        middle.setMaximumWidth(_WIDEST_TEXT_PX)
        column.setContentsMargins(0, 0, 0, 0)
        middle.setLayout(column)
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP_L, GAP_M, GAP_L, GAP_M)
        row.addStretch(1)
        row.addWidget(middle, 1000)
        row.addStretch(1)

    def say(self, headline: str, hint: str = "") -> None:
        """Set the headline and the hint below it."""
        self._headline.setText(headline)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        self.setAccessibleName(say_sentences((headline, hint)))

    def show_icon(self, icon: str) -> None:
        """Change to another icon."""
        self._icon = icon
        self._paint_icon()

    def add_button(self, button: QPushButton) -> None:
        """Add a button below the text."""
        self._buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)

    def _paint_icon(self) -> None:
        self._picture.setPixmap(
            self._look.pixmap(self._icon, self._role, self._side_px, self.devicePixelRatioF())
        )
