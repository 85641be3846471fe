"""A list of painted rows of different heights. A change costs the measuring of the changed rows, however many rows there are:
QListView by itself measures and lays out all rows at each insertion (46 ms with 5,000).
"""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
)
from PySide6.QtGui import QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyleOptionViewItem, QWidget
from typing_extensions import override

from vidu_desktop.ui.queue.row_heights import RowHeights
from vidu_desktop.ui.queue.row_layout import ROW_HEIGHT
from vidu_desktop.ui.widgets.spoken import tell_focus

Index = QModelIndex | QPersistentModelIndex
_Move = QAbstractItemView.CursorAction


class RowsView(QListView):
    """The delegate's `sizeHint` is the height of a row; only for rows that aren't ROW_HEIGHT high does it depend on the
    width.

    It derives from QListView for screen readers, which Qt tells nothing about rows and focus of other views. It doesn't use
    QListView's layout.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heights = RowHeights()

    def hovered_row(self) -> int:
        """Return the row under the mouse; -1 for none."""
        return -1

    # Heights

    def measure_all(self) -> None:
        """Measure the heights of all rows."""
        count = self.model().rowCount() if self.model() is not None else 0
        self._heights.reset(self._measured(0, count - 1))
        self._rows_changed()

    def measure_tall(self) -> None:
        """Measure again the heights that depend on the width."""
        option = self._option()
        for row in self._heights.other_than(ROW_HEIGHT):
            self._heights.change(row, self._measure(option, row))
        self._rows_changed()

    def _option(self) -> QStyleOptionViewItem:
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        return option

    def _measure(self, option: QStyleOptionViewItem, row: int) -> int:
        return self.itemDelegate().sizeHint(option, self.model().index(row, 0)).height()

    def _measured(self, first: int, last: int) -> list[int]:
        option, height = self._option(), self._measure
        rows = zip(range(first, last + 1), self.plain_rows(first, last), strict=True)
        return [ROW_HEIGHT if plain else height(option, row) for row, plain in rows]

    def plain_rows(self, first: int, last: int) -> Sequence[bool]:
        """Return for each of these rows whether it surely is ROW_HEIGHT high, which saves asking the delegate (33 µs a row)."""
        return [False] * (last + 1 - first)

    def _rows_changed(self) -> None:
        self.updateGeometries()
        self.viewport().update()

    def _rows_removed(self, _parent: QModelIndex, first: int, last: int) -> None:
        self._heights.remove(first, last)
        self._rows_changed()

    def _row_moved(self, _parent: QModelIndex, at: int, _last: int, _to_parent: QModelIndex, to: int) -> None:
        self._heights.move(at, to - 1 if to > at else to)
        self._rows_changed()

    @override
    def setModel(self, model: QAbstractItemModel | None) -> None:
        super().setModel(model)
        if model is not None:
            model.rowsRemoved.connect(self._rows_removed)
            model.rowsMoved.connect(self._row_moved)
            model.layoutChanged.connect(self.measure_all)
        self.measure_all()

    @override
    def reset(self) -> None:
        super().reset()
        self.measure_all()

    @override
    def rowsInserted(self, parent: Index, start: int, end: int) -> None:
        self._heights.insert(start, self._measured(start, end))
        super().rowsInserted(parent, start, end)
        self._rows_changed()

    @override
    def dataChanged(self, topLeft: Index, bottomRight: Index, roles: Sequence[int] = ()) -> None:
        option = self._option()
        rows = range(topLeft.row(), bottomRight.row() + 1)
        changed = [self._heights.change(row, self._measure(option, row)) for row in rows]
        if any(changed):
            self._rows_changed()
            return
        for row in rows:
            self.update(self.model().index(row, 0))

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if self.hasFocus():
            self.say_current()

    def say_current(self) -> None:
        """Tell screen readers which row has the keyboard: QListView would take its number from its own layout, which has no
        rows.
        """
        tell_focus(self, self.currentIndex().row())

    # Geometry

    @override
    def visualRect(self, index: Index) -> QRect:
        if not index.isValid() or index.row() >= len(self._heights):
            return QRect()
        top = self._heights.top(index.row()) - self.verticalOffset()
        return QRect(0, top, self.viewport().width(), self._heights.height(index.row()))

    @override
    def indexAt(self, point: QPoint) -> QModelIndex:
        y = point.y() + self.verticalOffset()
        row = self._heights.row_at(y)
        if y < 0 or row >= len(self._heights):
            return QModelIndex()
        return self.model().index(row, 0)

    def first_seen(self) -> QModelIndex:
        """Return the first row that is wholly visible; the row at the upper edge where none is."""
        top = self.indexAt(QPoint(0, 0))
        below = top.siblingAtRow(top.row() + 1)
        cut = self.visualRect(top).top() < 0 and self.visualRect(below).bottom() < self.viewport().height()
        return below if cut and below.isValid() else top

    @override
    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        rect = self.visualRect(index)
        if not rect.isValid():
            return
        bar, height = self.verticalScrollBar(), self.viewport().height()
        match hint:
            case QAbstractItemView.ScrollHint.PositionAtTop:
                by = rect.top()
            case QAbstractItemView.ScrollHint.PositionAtBottom:
                by = rect.bottom() + 1 - height
            case QAbstractItemView.ScrollHint.PositionAtCenter:
                by = rect.center().y() - height // 2
            case _:
                by = min(rect.top(), 0) or max(0, min(rect.top(), rect.bottom() + 1 - height))
        bar.setValue(bar.value() + by)

    @override
    def moveCursor(self, cursorAction: _Move, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        last = len(self._heights) - 1
        if last < 0:
            return QModelIndex()
        row = self.currentIndex().row()
        match cursorAction:
            case _Move.MoveUp | _Move.MovePrevious:
                row -= 1
            case _Move.MoveDown | _Move.MoveNext:
                row += 1
            case _Move.MoveHome:
                row = 0
            case _Move.MoveEnd:
                row = last
            case _Move.MovePageUp | _Move.MovePageDown:
                page = self.viewport().height() * (1 if cursorAction is _Move.MovePageDown else -1)
                row = self._heights.row_at(self._heights.top(max(0, row)) + page)
        return self.model().index(min(max(0, row), last), 0)

    @override
    def horizontalOffset(self) -> int:
        return 0

    @override
    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    @override
    def isIndexHidden(self, index: Index) -> bool:
        return False

    @override
    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        area = rect.normalized().translated(0, self.verticalOffset())
        first, last = self._heights.row_at(area.top()), self._heights.row_at(area.bottom())
        chosen = QItemSelection()
        if first < len(self._heights):
            below = min(last, len(self._heights) - 1)
            chosen.select(self.model().index(first, 0), self.model().index(below, 0))
        self.selectionModel().select(chosen, command)

    @override
    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        region = QRegion()
        for ranged in selection:  # type: ignore[attr-defined]  # the stubs lack it
            if ranged.isValid() and ranged.bottom() < len(self._heights):
                top, bottom = self.visualRect(ranged.topLeft()), self.visualRect(ranged.bottomRight())
                region += top.united(bottom).intersected(self.viewport().rect())
        return region

    @override
    def doItemsLayout(self) -> None:
        self._rows_changed()

    @override
    def updateGeometries(self) -> None:
        # Without QListView's own function: its layout has no rows, so it would scroll to the top.
        bar, height = self.verticalScrollBar(), self.viewport().height()
        bar.setPageStep(height)
        bar.setRange(0, max(0, self._heights.total - height))

    @override
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        # QListView's own function would leave rows unpainted that come into view: its layout has no rows.
        self.viewport().update()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.measure_tall()  # detail sentences wrap differently

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        option, area = self._option(), event.rect()
        plain = option.state & ~(QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_HasFocus)
        current = self.currentIndex() if self.hasFocus() else QModelIndex()
        row = self._heights.row_at(area.top() + self.verticalOffset())
        while row < len(self._heights):
            index = self.model().index(row, 0)
            option.rect = self.visualRect(index)
            if option.rect.top() > area.bottom():
                break
            option.state = plain
            if self.selectionModel().isSelected(index):
                option.state |= QStyle.StateFlag.State_Selected
            if index == current:
                option.state |= QStyle.StateFlag.State_HasFocus
            if row == self.hovered_row():
                option.state |= QStyle.StateFlag.State_MouseOver
            self.itemDelegate().paint(painter, option, index)
            row += 1
