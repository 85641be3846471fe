"""The common form of our dialogs: a headline, paragraphs, further widgets, and the buttons at the lower right.

Dialogs are shown with `open()`, never `exec()`: a nested event loop inside a coroutine would kill the engine's tasks.
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.look.scale import GAP_L, GAP_M, GAP_S, GAP_XL, FontRole
from vidu_desktop.ui.look.style_sheet import restyle
from vidu_desktop.ui.widgets.labels import plain_label
from vidu_desktop.ui.widgets.push_button import PushButton
from vidu_desktop.ui.widgets.screen_room import room_for


class DialogFrame(QDialog):
    """Deletes itself when it is closed; Escape cancels. It is at least `width_px` wide, and wider if its content needs that."""

    def __init__(self, look: Look, title: str, parent: QWidget | None = None, *, width_px: int = 460) -> None:
        super().__init__(parent)
        self.look = look
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(GAP_XL, GAP_XL, GAP_XL, GAP_L)
        whole.setSpacing(GAP_L)
        whole.addStrut(width_px - 2 * GAP_XL)  # setMinimumWidth would also allow less than the content needs
        self.body = QVBoxLayout()
        self.body.setSpacing(GAP_M)
        whole.addLayout(self.body, 1)
        self.answers = QHBoxLayout()
        self.answers.setSpacing(GAP_S)
        self.answers.addStretch(1)
        whole.addLayout(self.answers)

    def say(self, headline: str, *paragraphs: str) -> None:
        """Add a headline and the paragraphs below it."""
        self.body.addWidget(plain_label(headline, role=FontRole.TITLE, wrap=True))
        for text in paragraphs:
            self.body.addWidget(plain_label(text, tone="soft", wrap=True))
        self.setAccessibleDescription("\n".join((headline, *paragraphs)))

    def add_answer(self, words: str, kind: str = "secondary") -> QPushButton:
        """Add a button to the right of the existing ones. Return presses the button that has the focus,
        and elsewhere the first button of the kind "primary".
        """
        button = PushButton(words)
        button.setAutoDefault(kind == "primary")
        button.setDefault(kind == "primary")
        restyle(button, kind=kind)
        self.answers.addWidget(button)
        return button

    @override
    def showEvent(self, event: QShowEvent) -> None:
        # Qt computes the height of wrapped text for a width other than the one that the dialog gets.
        layout = self.layout()
        if layout is not None:
            wraps = layout.hasHeightForWidth()
            height_px = layout.totalHeightForWidth(self.width()) if wraps else layout.totalSizeHint().height()
            self.resize(self.width(), min(height_px, room_for(self).height()))
        super().showEvent(event)
