"""A column that scrolls when the window is low, and stays aligned with the widgets below it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QFrame,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from vidu_desktop.ui.look.scale import CONTENT_MOST_PX, GAP_L, GAP_S, GAP_XL, GAP_XS
from vidu_desktop.ui.look.style_sheet import restyle

_SIDE_PX = GAP_XL - GAP_XS


class WheelGuard(QObject):
    """Lets the wheel scroll where it passes over a field, and change only a field that has the keyboard: of all fields that
    are in the area when it is shown, and of those that are added later.
    """

    def __init__(self, area: QScrollArea) -> None:
        super().__init__(area)
        self._area = area
        area.installEventFilter(self)

    def _watch_fields(self) -> None:
        for kind in (QComboBox, QAbstractSpinBox):
            for field in self._area.findChildren(kind):
                field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # not by the wheel
                field.installEventFilter(self)  # once, however often it is called

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._area:
            if event.type() in (QEvent.Type.Show, QEvent.Type.LayoutRequest):
                self._watch_fields()
            return False
        if not isinstance(event, QWheelEvent) or not isinstance(watched, QWidget) or watched.hasFocus():
            return False
        self._area.wheelEvent(event)
        return True


class ScrolledColumn(QScrollArea):
    """Widgets are added to `column`, whose width is limited for readability."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        content = QWidget()
        content.setMaximumWidth(CONTENT_MOST_PX)
        content.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.column = QVBoxLayout(content)
        self.column.setContentsMargins(_SIDE_PX, GAP_L, _SIDE_PX, GAP_L)
        self.column.setSpacing(GAP_S)
        holder = QFrame()
        restyle(holder, surface="area")
        outer = QVBoxLayout(holder)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(content)
        self.setWidget(holder)
        WheelGuard(self)
        self.verticalScrollBar().rangeChanged.connect(self._make_room_for_bar)
        app = QApplication.instance()
        assert isinstance(app, QApplication)  # noqa: S101 - there are no widgets without one
        app.focusChanged.connect(self._show_focused)

    def add_groups(self, *groups: Sequence[QWidget]) -> None:
        """Add groups of widgets with space between the groups; spare height stays at the bottom."""
        for number, group in enumerate(groups):
            if number:
                self.column.addSpacing(GAP_S)
            for widget in group:
                self.column.addWidget(widget)
        self.column.addStretch(1)

    def _show_focused(self, _before: QWidget | None, focused: QWidget | None) -> None:
        """Scroll to what the keyboard came to from outside, which Qt does only for a step within. A click is where it is."""
        if focused is not None and self.isAncestorOf(focused) and not QApplication.mouseButtons():
            self.ensureWidgetVisible(focused)

    def _make_room_for_bar(self, _least: int, most: int) -> None:
        """Take the scroll bar's width from the right margin: the content stays aligned with the buttons below, and doesn't
        jump.
        """
        bar_px = self.verticalScrollBar().sizeHint().width() if most > 0 else 0
        self.column.setContentsMargins(_SIDE_PX, GAP_L, max(0, _SIDE_PX - bar_px), GAP_L)
