"""Lays the buttons of a dialog out: at the right, side by side, in several lines where the dialog is narrow."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem
from typing_extensions import override


class AnswerLayout(QLayout):
    """Its minimum width is that of its widest button."""

    def __init__(self) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []

    @override
    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    @override
    def count(self) -> int:
        return len(self._items)

    @override
    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    @override
    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    @override
    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        margins = self.contentsMargins()
        lines = self._lines(width - margins.left() - margins.right())
        gaps = self.spacing() * max(0, len(lines) - 1)
        return sum(map(_height_px, lines)) + gaps + margins.top() + margins.bottom()

    @override
    def sizeHint(self) -> QSize:
        return self._with_margins(self._width_px(self._shown()), _height_px(self._shown()))

    @override
    def minimumSize(self) -> QSize:
        shown = self._shown()
        return self._with_margins(
            max((item.minimumSize().width() for item in shown), default=0), _height_px(shown)
        )

    @override
    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        inside = rect.marginsRemoved(self.contentsMargins())
        top = inside.top()
        for line in self._lines(inside.width()):
            left = inside.right() + 1 - min(self._width_px(line), inside.width())
            for item in line:
                width_px = min(item.sizeHint().width(), inside.width())
                item.setGeometry(QRect(left, top, width_px, item.sizeHint().height()))
                left += width_px + self.spacing()
            top += _height_px(line) + self.spacing()

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _lines(self, width_px: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        for item in self._shown():
            if lines and self._width_px([*lines[-1], item]) <= width_px:
                lines[-1].append(item)
            else:
                lines.append([item])
        return lines

    def _width_px(self, line: list[QLayoutItem]) -> int:
        return sum(item.sizeHint().width() for item in line) + self.spacing() * max(0, len(line) - 1)

    def _with_margins(self, width_px: int, height_px: int) -> QSize:
        margins = self.contentsMargins()
        return QSize(
            width_px + margins.left() + margins.right(), height_px + margins.top() + margins.bottom()
        )


def _height_px(line: list[QLayoutItem]) -> int:
    return max((item.sizeHint().height() for item in line), default=0)
