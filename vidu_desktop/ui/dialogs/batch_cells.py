"""Paints the rows of a batch's table without the style sheet. Through the style sheet, one screen of cells took as long as a
whole frame may take, and while 100,000 rows are scrolled, each frame is a screen of new cells.
"""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QHeaderView, QLineEdit, QStyledItemDelegate, QTableView, QWidget
from typing_extensions import override

from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.look.scale import FontRole, font
from vidu_desktop.ui.models.batch_table import BatchTable, CellFace

THUMB_SIZE = QSize(40, 24)
PADDING_PX = 6
_HEAD_PADDING_PX = 8
_NARROWEST_LETTER_PX = 2
_Index = QModelIndex | QPersistentModelIndex


class BatchCellDelegate(QStyledItemDelegate):
    """Doesn't overwrite what is being typed when a check or a thumbnail updates the cell."""

    @override
    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        if not (isinstance(editor, QLineEdit) and editor.isModified()):
            super().setEditorData(editor, index)
        heads = str(index.model().headerData(index.column(), Qt.Orientation.Horizontal))
        editor.setAccessibleName(heads.partition("\n")[0])


class BatchCells:
    """Paints the visible cells of a view. All rows have the same height."""

    def __init__(self, look: Look, table: BatchTable, view: QTableView) -> None:
        self._look = look
        self._table = table
        self._view = view
        self._usual = font(FontRole.BODY)

    def paint(self, painter: QPainter, area: QRect) -> None:
        """Paint the cells in an area of the viewport."""
        theme, view = self._look.theme, self._view
        painter.fillRect(area, theme.surface)
        rows = self._table.rowCount()
        first, last = view.rowAt(area.top()), view.rowAt(area.bottom())
        if first < 0 or not rows:
            return
        rows_seen = range(first, (rows if last < 0 else last + 1))
        columns = self._columns(area)
        top, height = view.rowViewportPosition(first), view.rowHeight(first)
        self._paint_selected(painter, rows_seen, columns, top, height)
        self._usual = font(FontRole.BODY)
        painter.setFont(self._usual)
        metrics = painter.fontMetrics()
        drop = (height - metrics.height()) // 2 + metrics.ascent()
        for number, row in enumerate(rows_seen):
            y = top + number * height
            for column, left, width in columns:
                self._paint_cell(
                    painter, metrics, self._table.face_at(row, column), QRect(left, y, width, height), drop
                )
        painter.setPen(theme.line)
        right = columns[-1][1] + columns[-1][2] - 1 if columns else area.left()
        end = top + len(rows_seen) * height
        for number in range(1, len(rows_seen) + 1):
            painter.drawLine(area.left(), top + number * height - 1, right, top + number * height - 1)
        for _column, left, width in columns:
            painter.drawLine(left + width - 1, area.top(), left + width - 1, end - 1)
        self._paint_current(painter)

    def _columns(self, area: QRect) -> list[tuple[int, int, int]]:
        view = self._view
        spans = [
            (column, view.columnViewportPosition(column), view.columnWidth(column))
            for column in range(self._table.columnCount())
        ]
        return [one for one in spans if one[1] <= area.right() and one[1] + one[2] > area.left()]

    def _paint_selected(
        self, painter: QPainter, rows: range, columns: list[tuple[int, int, int]], top: int, height: int
    ) -> None:
        chosen = self._view.selectionModel()
        if not chosen.hasSelection():
            return
        ground = self._look.theme.accent_soft
        for number, row in enumerate(rows):
            for column, left, width in columns:
                if chosen.isSelected(self._table.index(row, column)):
                    painter.fillRect(left, top + number * height, width, height, ground)

    def _paint_cell(
        self, painter: QPainter, metrics: QFontMetrics, face: CellFace, area: QRect, drop: int
    ) -> None:
        left, width = area.left() + PADDING_PX, area.width() - 2 * PADDING_PX
        if face.thumb is not None:
            box = QRect(area.left() + PADDING_PX, area.top(), THUMB_SIZE.width(), area.height())
            face.thumb.paint(painter, box.adjusted(0, 2, 0, -3))
            left, width = left + box.width() + PADDING_PX, width - box.width() - PADDING_PX
        if not face.text or width <= 0:
            return
        painter.setPen(face.color or self._look.theme.text)
        if face.font is not None:
            painter.setFont(face.font)
            metrics = painter.fontMetrics()
        text = face.text[: width // _NARROWEST_LETTER_PX]
        if len(text) * metrics.height() > width:  # no letter is wider than the line height
            text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
        painter.drawText(left, area.top() + drop, text)
        if face.font is not None:
            painter.setFont(self._usual)

    def _paint_current(self, painter: QPainter) -> None:
        current = self._view.currentIndex()
        if current.isValid() and self._view.hasFocus():
            painter.setPen(self._look.theme.accent)
            painter.drawRect(self._view.visualRect(current).adjusted(0, 0, -1, -1))


class LineHeads(QHeaderView):
    """Shows the sheet's line numbers beside the rows."""

    def __init__(self, look: Look, table: BatchTable, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._look = look
        self._table = table
        self.setSectionsClickable(True)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        theme = self._look.theme
        painter.fillRect(rect, theme.surface)
        painter.setPen(theme.line)
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.setPen(theme.text_soft)
        metrics = painter.fontMetrics()
        baseline = rect.top() + (rect.height() - metrics.height()) // 2 + metrics.ascent()
        painter.drawText(rect.left() + _HEAD_PADDING_PX, baseline, str(self._table.line_at(logicalIndex)))
