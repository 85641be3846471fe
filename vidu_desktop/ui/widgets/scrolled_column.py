"""A column that scrolls where the window is low, and stays in line with what stands below it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from vidu_desktop.ui.look.scale import CONTENT_MOST_PX, GAP_L, GAP_S, GAP_XL, GAP_XS
from vidu_desktop.ui.look.style_sheet import restyle

_SIDE_PX = GAP_XL - GAP_XS


class ScrolledColumn(QScrollArea):
    """Widgets go into `column`, which grows no wider than is good to read."""

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
        self.verticalScrollBar().rangeChanged.connect(self._make_room_for_bar)

    def add_groups(self, *groups: Sequence[QWidget]) -> None:
        """Add what belongs together with some room between the groups; what is left of the height stays below."""
        for number, group in enumerate(groups):
            if number:
                self.column.addSpacing(GAP_S)
            for widget in group:
                self.column.addWidget(widget)
        self.column.addStretch(1)

    def _make_room_for_bar(self, _least: int, most: int) -> None:
        """Let the scroll bar stand in the margin: all stays in line with the buttons below, and nothing jumps."""
        bar_px = self.verticalScrollBar().sizeHint().width() if most > 0 else 0
        self.column.setContentsMargins(_SIDE_PX, GAP_L, max(0, _SIDE_PX - bar_px), GAP_L)
