"""How large a window may be on its screen."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

_TITLE_PX = 40
"""For a title bar and edges, whose size nobody knows before the window is shown."""
_EDGES_PX = 8


def room_for(window: QWidget) -> QSize:
    """Return the size that the inside of a window may have so that all of it is on the screen."""
    room = window.screen().availableSize()
    return QSize(room.width() - _EDGES_PX, room.height() - _TITLE_PX)
