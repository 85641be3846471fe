"""What is dropped on the stage: files and folders, by their names alone; whoever takes them looks inside."""

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from vidu_desktop.ui.widgets.drop_reading import read_drop


def _paths(data: QMimeData) -> list[str]:
    return read_drop(data).paths if data.hasUrls() else []


class StageDrop(QObject):
    """Sees what is dragged over a widget; `lit` while there is something to be dropped."""

    lit = Signal(bool)
    dropped = Signal(object)  # list[str], paths in the order of the drop

    def __init__(self, onto: QWidget) -> None:
        super().__init__(onto)
        onto.setAcceptDrops(True)
        onto.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.DragLeave:
            self.lit.emit(False)
        elif isinstance(event, QDropEvent) and event.type() in (QEvent.Type.DragEnter, QEvent.Type.Drop):
            self._take(event, _paths(event.mimeData()))
            return True
        return False

    def _take(self, event: QDropEvent, paths: list[str]) -> None:
        enters = event.type() is QEvent.Type.DragEnter
        self.lit.emit(enters and bool(paths))
        if not paths:
            event.ignore()
            return
        event.acceptProposedAction()
        if not enters:
            self.dropped.emit(paths)
