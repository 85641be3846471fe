"""A dialog that asks for a name, wide enough for its title and for a name of several words."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QInputDialog, QLineEdit, QWidget

_FIELD_PX = 340


def name_question(parent: QWidget, title: str, label: str, name: str = "") -> QInputDialog:
    """Open the dialog with `name` in its field, and return it. `textValueSelected` gives the answer; the dialog deletes
    itself.
    """
    asking = QInputDialog(parent)
    asking.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    asking.setWindowTitle(title)
    asking.setLabelText(label)
    asking.setTextValue(name)
    field = asking.findChild(QLineEdit)
    if isinstance(field, QLineEdit):
        field.setMinimumWidth(_FIELD_PX)  # the dialog is only as wide as its parts need
    asking.open()
    return asking
