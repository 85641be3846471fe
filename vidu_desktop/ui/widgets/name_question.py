"""A question for a name, wide enough for its title and for a name of some words."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QInputDialog, QLineEdit, QWidget

_FIELD_PX = 340


def name_question(parent: QWidget, title: str, label: str, name: str = "") -> QInputDialog:
    """Return the question, open, with `name` in its field; `textValueSelected` brings the answer. It deletes itself."""
    asking = QInputDialog(parent)
    asking.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    asking.setWindowTitle(title)
    asking.setLabelText(label)
    asking.setTextValue(name)
    field = asking.findChild(QLineEdit)
    if isinstance(field, QLineEdit):
        field.setMinimumWidth(_FIELD_PX)  # the dialog's own width is what its parts need
    asking.open()
    return asking
