"""Text that Qt must never read as markup: labels, tips, and what may stand in them."""

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from vidu_desktop.ui.look.scale import FontRole, font
from vidu_desktop.ui.look.sheet import restyle


def plain_tip(text: str) -> str:
    """Give a tool tip that shows `text` as it is: tips have no plain format, and guess by looking for tags."""
    return f'<span style="white-space: pre-wrap">{escape(text)}</span>' if text else ""


def plain_label(
    text: str = "",
    *,
    role: FontRole = FontRole.BODY,
    tone: str = "",
    wrap: bool = False,
    parent: QWidget | None = None,
) -> QLabel:
    """Make a label that shows plain text only; `tone` is one of the sheet's."""
    label = QLabel(text, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setFont(font(role))
    label.setWordWrap(wrap)
    if wrap:
        # A wrapped label may be squeezed in width and then grows in height.
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        label.setSizePolicy(policy)
    if tone:
        restyle(label, tone=tone)
    return label
