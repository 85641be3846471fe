"""A button that Return presses wherever it stands; in Qt, Return presses only the default button of a dialog."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QPushButton
from typing_extensions import override

_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


def press_by_return(button: QAbstractButton, event: QKeyEvent) -> bool:
    """Press `button` if `event` is Return without Ctrl or Alt, and return whether it was.

    A key that is held down presses only once: the next button to get the focus may be one that orders paid videos.
    """
    if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or event.modifiers() & _COMMANDS:
        return False
    if not event.isAutoRepeat():
        button.click()
    event.accept()
    return True


class PushButton(QPushButton):
    """A push button that Return presses while it has the focus, also beside a dialog's default button."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not press_by_return(self, event):
            super().keyPressEvent(event)
