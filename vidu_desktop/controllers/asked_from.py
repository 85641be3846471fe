"""Which window a question belongs to: it stands before the one from which it is asked, and brings no other to the front."""

from PySide6.QtWidgets import QApplication, QWidget


def asked_from(window: QWidget) -> QWidget:
    """Return the window of this program in which the person is, below whatever only asks there; else `window`."""
    active = QApplication.activeWindow()
    while active is not None and active.isModal():
        above = active.parentWidget()
        active = None if above is None else above.window()
    return window if active is None else active
