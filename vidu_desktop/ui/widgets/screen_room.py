"""How large a window may be on its screen."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

_TITLE_PX = 40
"""For the title bar, whose size isn't known before the window is shown."""
_EDGES_PX = 8


def room_for(window: QWidget) -> QSize:
    """Return the largest size of a window, without its frame, with which all of it fits on the screen."""
    room = window.screen().availableSize()
    return QSize(room.width() - _EDGES_PX, room.height() - _TITLE_PX)
