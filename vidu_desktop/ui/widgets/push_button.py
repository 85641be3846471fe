"""A button with words that Return presses too, wherever it stands; Qt does so in dialogs only."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QPushButton
from typing_extensions import override

_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


def press_by_return(button: QAbstractButton, event: QKeyEvent) -> bool:
    """Press `button` if this is Return alone, and say whether it was.

    A key that is held down presses once: the next button to get the focus may be the one that pays.
    """
    if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or event.modifiers() & _COMMANDS:
        return False
    if not event.isAutoRepeat():
        button.click()
    event.accept()
    return True


class PushButton(QPushButton):
    """For every place outside of dialogs."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not press_by_return(self, event):
            super().keyPressEvent(event)
