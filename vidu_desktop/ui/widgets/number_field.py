"""A field for a whole number, with the same distance between text and edge as other fields."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QSpinBox, QWidget
from typing_extensions import override

from vidu_desktop.ui.widgets.undo_keys import left_to_window

_INSET_PX = 8


class NumberField(QSpinBox):
    """A QSpinBox that leaves the keys for undo and redo to the window where nothing was typed. Qt's style sheets make room for
    a spin box's padding, but don't move its text by it.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lineEdit().setTextMargins(_INSET_PX, 0, 0, 0)

    @override
    def event(self, event: QEvent) -> bool:
        return not left_to_window(event, self.lineEdit()) and super().event(event)
