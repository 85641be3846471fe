"""Remembers the size of a large dialog: at first as large as fits, up to a limit; later as the person left it."""

from PySide6.QtCore import QSettings, QSize

from vidu_desktop.ui.widgets.dialog_frame import DialogFrame
from vidu_desktop.ui.widgets.screen_room import room_for

_FIRST_SHARE_OF_ROOM = 0.92
_FIRST_SIZE_MOST_PX = (1680, 1050)


class KeptSize:
    """Keeps the size of `dialog` between runs in `memory` under `key`; a `memory` of None keeps nothing."""

    def __init__(self, dialog: DialogFrame, memory: QSettings | None, key: str) -> None:
        self._dialog = dialog
        self._memory = memory
        self._key = key
        self._is_taken_up = False
        dialog.finished.connect(self._keep)

    def take_up(self) -> None:
        """Resize the dialog when it is first shown, to no more than its screen has room for. Later calls do nothing."""
        if self._is_taken_up:
            return
        self._is_taken_up = True
        room = room_for(self._dialog)
        first = (room * _FIRST_SHARE_OF_ROOM).boundedTo(QSize(*_FIRST_SIZE_MOST_PX))
        first = first.expandedTo(QSize(0, self._dialog.least_height_px))
        kept = None if self._memory is None else self._memory.value(self._key)
        wanted = kept if isinstance(kept, QSize) and kept.isValid() else first
        self._dialog.resize(wanted.boundedTo(room))

    def _keep(self) -> None:
        if self._is_taken_up and self._memory is not None:
            self._memory.setValue(self._key, self._dialog.size())
