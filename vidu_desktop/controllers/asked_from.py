"""Finds the window to which a question belongs: the question appears in front of it and brings no other window to the front."""

from PySide6.QtWidgets import QApplication, QWidget


def asked_from(window: QWidget) -> QWidget:
    """Return the active window of this program; for a modal dialog, the window below it. Returns `window` if there is none."""
    active = QApplication.activeWindow()
    while active is not None and active.isModal():
        above = active.parentWidget()
        active = None if above is None else above.window()
    return window if active is None else active
