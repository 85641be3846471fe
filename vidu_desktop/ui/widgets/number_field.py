"""A field for a whole number, with the same distance between text and edge as other fields."""

from PySide6.QtWidgets import QSpinBox, QWidget

_INSET_PX = 8


class NumberField(QSpinBox):
    """A QSpinBox. Qt's style sheets make room for a spin box's padding, but don't move its text by it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lineEdit().setTextMargins(_INSET_PX, 0, 0, 0)
