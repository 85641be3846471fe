"""Lets Shift+F10 open the context menu of the focused widget. The Menu key does so by itself, but many keyboards lack it, and
it is the only key that Qt knows for this on X11.
"""

import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget


def hear_menu_key(window: QWidget) -> None:
    """Make Shift+F10 work in this window, and in the program's other windows while no modal one blocks it. Does nothing on
    Windows, where the key works anyway.
    """
    if sys.platform == "win32":
        return
    shortcut = QShortcut(QKeySequence("Shift+F10"), window)
    shortcut.setContext(Qt.ShortcutContext.ApplicationShortcut)
    shortcut.activated.connect(open_menu)


def open_menu() -> None:
    """Open the context menu of the focused widget."""
    widget = QApplication.focusWidget()
    if widget is None:
        return
    cursor = widget.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
    place = cursor.center() if cursor is not None and cursor.isValid() else widget.rect().center()
    QApplication.sendEvent(
        widget, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, place, widget.mapToGlobal(place))
    )
