"""Lines that cover the lower edge of a pane, so that the pane's content doesn't move when they appear or vanish."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from vidu_desktop.ui.look.style_sheet import restyle


class LowerLines(QWidget):
    """Lies over its parent, with the parent's width and the height of the visible lines; with none, it has no height."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._pane = parent
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        parent.installEventFilter(self)

    def add(self, *lines: QWidget) -> None:
        """Add lines, each below the former ones. They may show and hide themselves."""
        for line in lines:
            restyle(line, place="below")
            self._column.addWidget(line)
        self._place()

    def _place(self) -> None:
        pane = self._pane
        self._column.activate()
        width_px = pane.width()
        wraps = self._column.hasHeightForWidth()
        height_px = (
            self._column.totalHeightForWidth(width_px) if wraps else self._column.totalSizeHint().height()
        )
        self.setGeometry(0, pane.height() - height_px, width_px, height_px)
        self.raise_()

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._place()
        return super().event(event)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._pane and event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self._place()
        return super().eventFilter(watched, event)
