"""Shift+F10 opens the menu of what has the keyboard, as the Menu key does, which many keyboards lack and Qt hears alone on X11."""

import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget


def hear_menu_key(window: QWidget) -> None:
    """Hear the keys in this window, and in those beside it while none blocks it. Windows does it itself."""
    if sys.platform == "win32":
        return
    shortcut = QShortcut(QKeySequence("Shift+F10"), window)
    shortcut.setContext(Qt.ShortcutContext.ApplicationShortcut)
    shortcut.activated.connect(open_menu)


def open_menu() -> None:
    """Ask what has the keyboard for its menu."""
    widget = QApplication.focusWidget()
    if widget is None:
        return
    cursor = widget.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
    place = cursor.center() if cursor is not None and cursor.isValid() else widget.rect().center()
    QApplication.sendEvent(
        widget, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, place, widget.mapToGlobal(place))
    )
