"""Drops on the stage: files and folders, judged only by their names; the receiver opens them."""

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from vidu_desktop.ui.widgets.drop_reading import read_drop


def _paths(data: QMimeData) -> list[str]:
    return read_drop(data).paths if data.hasUrls() else []


class StageDrop(QObject):
    """Watches what is dragged over a widget; `lit` is true while files are above it."""

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
