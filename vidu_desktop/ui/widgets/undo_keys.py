"""The keys for undo and redo go to the window where a field has nothing to undo or redo; Qt's fields swallow them."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit
from typing_extensions import override


def left_to_window(event: QEvent, field: QLineEdit) -> bool:
    """Return whether an event asks who takes a key that the window shall have, and leave it to the window then."""
    if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.ShortcutOverride:
        return False
    keys = QKeySequence.StandardKey
    undoes = event.matches(keys.Undo) and not field.isUndoAvailable()
    if undoes or (event.matches(keys.Redo) and not field.isRedoAvailable()):
        event.ignore()
        return True
    return False


class LineField(QLineEdit):
    """A QLineEdit that leaves these keys to the window."""

    @override
    def event(self, event: QEvent) -> bool:
        return not left_to_window(event, self) and super().event(event)
