"""How large a window may be on its screen."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

_TITLE_PX = 40
"""For the title bar, whose size isn't known before the window is shown."""
_EDGES_PX = 8
_REST_PX = 220
"""What a dialog has above and below its list: headline, search, fields and buttons."""
_LIST_LEAST_PX = 96


def room_for(window: QWidget) -> QSize:
    """Return the largest size of a window, without its frame, with which all of it fits on the screen."""
    room = window.screen().availableSize()
    return QSize(room.width() - _EDGES_PX, room.height() - _TITLE_PX)


def list_room_px(shown: QWidget, wished_px: int) -> int:
    """Return the height of a dialog's list: `wished_px`, or less where the dialog wouldn't fit on the screen."""
    return min(wished_px, max(_LIST_LEAST_PX, room_for(shown).height() - _REST_PX))
