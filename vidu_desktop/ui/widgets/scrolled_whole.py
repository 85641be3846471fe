"""A column that is fully visible if the window is large enough, and scrolls otherwise."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from vidu_desktop.ui.widgets.screen_room import room_for
from vidu_desktop.ui.widgets.scrolled_column import WheelGuard

_LEAST_PX = 96


class _Inside(QWidget):
    """Asks for the least height that shows all of it: lists in it shrink before it scrolls."""

    @override
    def heightForWidth(self, width: int) -> int:
        layout = self.layout()
        wraps = layout is not None and layout.hasHeightForWidth()
        return layout.totalMinimumHeightForWidth(width) if layout is not None and wraps else -1


class ScrolledWhole(QScrollArea):
    """Widgets are added to `column`. It has no height-for-width, because a layout would insist on that height even without the
    room; `wished_height_px` and `least_height_px` tell what its content asks for. The focused widget in it is kept visible.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._inside = _Inside()
        self.column = QVBoxLayout(self._inside)
        self.bar_px = self.verticalScrollBar().sizeHint().width()
        """The width that is kept free at the right for the scroll bar, so that nothing jumps when it appears."""
        self.column.setContentsMargins(0, 0, self.bar_px, 0)
        self._placed_px = 0
        WheelGuard(self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(self._inside)
        self.viewport().setAutoFillBackground(False)
        self._inside.setAutoFillBackground(False)
        self.verticalScrollBar().rangeChanged.connect(self._follow_range)

    def _follow_range(self, _least: int, most: int) -> None:
        self.column.setContentsMargins(0, 0, 0 if most > 0 else self._spare_px(), 0)
        bar = self.verticalScrollBar()
        if bar.value() == self._placed_px:  # nobody has scrolled it
            bar.setValue(0)
        focused = self.window().focusWidget()
        if focused is not None and self.isAncestorOf(focused):
            self.ensureWidgetVisible(focused)  # of a field, its text cursor alone
            middle = focused.mapTo(self._inside, focused.rect().center())
            half_px = min(focused.height(), self.viewport().height()) // 2 + 1
            self.ensureVisible(middle.x(), middle.y(), 0, half_px)
        self._placed_px = bar.value()

    def _spare_px(self) -> int:
        """Return the width to keep free at the right: no more than there is. Content that is wider than the room by that alone
        would get a horizontal bar, which makes it scroll, which frees that width again, without end.
        """
        least_px = self.column.totalMinimumSize().width() - self.column.contentsMargins().right()
        return max(0, min(self.bar_px, self.maximumViewportSize().width() - least_px))

    def wished_height_px(self, width_px: int) -> int:
        """Return the height that the content would like to have at this width."""
        column = self.column
        wraps = column.hasHeightForWidth()
        return (
            column.totalHeightForWidth(self._free_px(width_px)) if wraps else column.totalSizeHint().height()
        )

    def least_height_px(self, width_px: int) -> int:
        """Return the height with which the content doesn't scroll at this width."""
        column = self.column
        if not column.hasHeightForWidth():
            return column.totalMinimumSize().height()
        return column.totalMinimumHeightForWidth(self._free_px(width_px))

    def _free_px(self, width_px: int) -> int:
        """Return the width for the content and its margin, which is less while the scroll bar is shown."""
        return width_px - self.bar_px + self.column.contentsMargins().right()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()  # the arrow keys are the window's

    @override
    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()  # the content asks for another size
        return done

    @override
    def sizeHint(self) -> QSize:
        width_px = self.column.totalSizeHint().width()
        return QSize(width_px, self.wished_height_px(width_px))

    @override
    def minimumSizeHint(self) -> QSize:
        least = self.column.totalMinimumSize()
        return QSize(min(least.width(), self._room_px()), min(least.height(), _LEAST_PX))

    def _room_px(self) -> int:
        """Return the width that the screen has for it, without the margins of its window."""
        margins = self.window().contentsMargins()
        layout = self.window().layout()
        if layout is not None:
            margins += layout.contentsMargins()
        return room_for(self.window()).width() - margins.left() - margins.right()
