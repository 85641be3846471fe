"""Takes what is dropped beside the wells, and puts it where the shown tab has room."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from vidu_desktop.ui.tabs.mode_tab import ModeTab
from vidu_desktop.ui.widgets.drop_reading import may_hold_pictures, read_drop
from vidu_desktop.ui.widgets.picture_well import WELL_MIME


class DropBeside(QObject):
    """Watches drags over a widget outside of its wells; `tab` returns the tab that is shown."""

    def __init__(self, onto: QWidget, tab: Callable[[], ModeTab]) -> None:
        super().__init__(onto)
        self._tab = tab
        onto.setAcceptDrops(True)
        onto.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.DragLeave:
            self._tab().show_target(False)
            return True
        if isinstance(event, QDropEvent) and event.type() in (QEvent.Type.DragEnter, QEvent.Type.Drop):
            self._take(event)
            return True
        return False

    def _take(self, event: QDropEvent) -> None:
        enters = event.type() is QEvent.Type.DragEnter
        carried = event.mimeData()
        if enters and (carried.hasFormat(WELL_MIME) or not may_hold_pictures(carried)):
            event.ignore()
            return
        self._tab().show_target(enters)
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if not enters:
            self._tab().take(read_drop(carried))
