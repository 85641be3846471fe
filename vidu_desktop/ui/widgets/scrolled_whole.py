"""A widget that is fully visible if the window is high enough, and scrolls otherwise."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget
from typing_extensions import override

_LEAST_PX = 160


class ScrolledWhole(QScrollArea):
    """Prefers the height that `inside` needs at a width of `width_px`. It has no height-for-width, because a layout would
    insist on that height even without the room. The focused widget in it is kept visible.
    """

    def __init__(self, inside: QWidget, width_px: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._inside = inside
        self._width_px = width_px
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inside)
        self.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)
        self.verticalScrollBar().rangeChanged.connect(self._show_focused)

    def _show_focused(self) -> None:
        focused = self.window().focusWidget()
        if focused is not None and self.isAncestorOf(focused):
            self.ensureWidgetVisible(focused)

    @override
    def sizeHint(self) -> QSize:
        inside = self._inside
        width_px = max(self._width_px, inside.minimumSizeHint().width())
        high_px = (
            inside.heightForWidth(width_px) if inside.hasHeightForWidth() else inside.sizeHint().height()
        )
        return QSize(width_px, max(high_px, inside.minimumSizeHint().height()))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._inside.minimumSizeHint().width(), _LEAST_PX)
