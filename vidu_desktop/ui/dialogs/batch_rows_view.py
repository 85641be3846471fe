"""The rows of a batch for editing: typing, copying, pasting, filling down, clearing, leaving out."""

from collections.abc import Iterator

from PySide6.QtCore import QItemSelectionRange, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QTableView,
    QWidget,
)
from typing_extensions import override

from vidu_desktop.domain.pasted_rows import rows_of_html, rows_of_text
from vidu_desktop.ui.dialogs.batch_cells import (
    PADDING_PX,
    THUMB_SIZE,
    BatchCellDelegate,
    BatchCells,
    LineHeads,
)
from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.models.batch_table import BatchTable
from vidu_desktop.ui.widgets.menus import LetteredMenu

_TABLE_PX = 260
_STATE_LEAST_PX, _COLUMN_MOST_PX = 180, 280
_PASTED_MOST_CHARS = 20_000_000
Cell = tuple[int, int, str]


class BatchRowsView(QTableView):
    """Reads the selection as ranges: with 100,000 rows, a list of cells would take seconds."""

    # list[int]: lines to leave out, or to take in again if all of them were left out
    left_out = Signal(list)

    def __init__(self, look: Look, table: BatchTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table = table
        self.setModel(table)
        self.setItemDelegate(BatchCellDelegate(self))
        self._cells = BatchCells(look, table, self)
        self.setVerticalHeader(LineHeads(look, table, self))
        self.setMinimumHeight(_TABLE_PX)
        self.setAccessibleName(self.tr("Rows of the sheet"))
        for corner in self.findChildren(QAbstractButton):
            corner.setAccessibleName(self.tr("Select all"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.DoubleClicked | trigger.EditKeyPressed | trigger.AnyKeyPressed)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setWordWrap(False)
        self.setIconSize(THUMB_SIZE)
        self.setTabKeyNavigation(False)
        heads = self.horizontalHeader()
        heads.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        heads.setResizeContentsPrecision(16)  # rows that are measured, out of perhaps 100,000
        self.setColumnWidth(0, _STATE_LEAST_PX)
        self._fitted_px: list[int] = []
        self._stood_at: tuple[int, int] | None = None
        """While other rows are put in: the line of the sheet and the column of the current cell."""
        table.modelAboutToBeReset.connect(self._note_place)
        table.modelReset.connect(self._take_place)

    @property
    def is_typed_in(self) -> bool:
        """Whether a cell is being edited."""
        return self.state() == QAbstractItemView.State.EditingState

    def fit_columns(self) -> None:
        """Make each column as wide as its content, within limits. The state column gets the remaining width, because the
        states aren't known yet and may be whole sentences.
        """
        thumb_px = THUMB_SIZE.width() + PADDING_PX
        for section in range(1, self._table.columnCount()):
            self.resizeColumnToContents(section)
            more = thumb_px if section - 1 in self._table.picture_columns else 0
            self.setColumnWidth(section, min(self.columnWidth(section) + more, _COLUMN_MOST_PX))
        others_px = sum(self.columnWidth(section) for section in range(1, self._table.columnCount()))
        self.updateGeometries()  # the line numbers take their width first
        bar = self.verticalScrollBar()
        rows_px = self._table.rowCount() * self.verticalHeader().defaultSectionSize()
        comes = rows_px > self.viewport().height() and not bar.isVisible()
        bar_px = bar.sizeHint().width() if comes else 0
        self.setColumnWidth(0, max(_STATE_LEAST_PX, self.viewport().width() - bar_px - others_px))
        self._fitted_px = self._widths_px()

    @property
    def is_fitted(self) -> bool:
        """Whether the columns still have the widths that `fit_columns` set, and none that the person chose."""
        return self._fitted_px == self._widths_px()

    def _widths_px(self) -> list[int]:
        return [self.columnWidth(section) for section in range(self._table.columnCount())]

    def _note_place(self) -> None:
        current = self.currentIndex()
        self._stood_at = (self._table.line_at(current.row()), current.column()) if current.isValid() else None

    def _take_place(self) -> None:
        """Make the cell current again that was current before, or the one below it if its row isn't shown any more."""
        if self._stood_at is not None and self._table.rowCount():
            line, column = self._stood_at
            self.setCurrentIndex(self._table.index(self._table.row_from(line), column))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        self._cells.paint(painter, event.rect())
        painter.end()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif QKeySequence(event.keyCombination()) == QKeySequence("Ctrl+D"):
            self.fill_down()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and not event.modifiers():
            self._table.edit([(row, column, "") for row, column in self._marked()])
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        lines = self.marked_lines()
        if lines:
            menu = LetteredMenu(self)
            menu.addAction(
                self.tr("Leave these rows out, or take them in"), lambda: self.left_out.emit(lines)
            )
            menu.popup(event.globalPos())

    def _ranges(self) -> list[QItemSelectionRange]:
        selection = self.selectionModel().selection()
        return [selection.at(index) for index in range(selection.size())]

    def _marked(self) -> Iterator[tuple[int, int]]:
        for one in self._ranges():
            for row in range(one.top(), one.bottom() + 1):
                for column in range(max(one.left(), 1), one.right() + 1):
                    yield row, column

    def marked_lines(self) -> list[int]:
        """Return the lines of the sheet that have a selected cell."""
        rows = {row for one in self._ranges() for row in range(one.top(), one.bottom() + 1)}
        return [self._table.line_at(row) for row in sorted(rows)]

    def fill_down(self) -> None:
        """Copy the uppermost selected cell of each column into the selected cells below it."""
        ranges = self._ranges()
        top: dict[int, int] = {}
        for one in ranges:
            for column in range(max(one.left(), 1), one.right() + 1):
                top[column] = min(one.top(), top.get(column, one.top()))
        texts = {column: self._text(row, column) for column, row in top.items()}
        self._table.edit([(row, column, texts[column]) for row, column in self._marked()])

    def copy(self) -> None:
        """Copy the smallest rectangle that holds all selected cells to the clipboard, in the form that spreadsheets read."""
        ranges = self._ranges()
        if not ranges:
            return
        columns = range(max(1, min(one.left() for one in ranges)), max(one.right() for one in ranges) + 1)
        rows = range(min(one.top() for one in ranges), max(one.bottom() for one in ranges) + 1)
        lines = ["\t".join(_quoted(self._text(row, column)) for column in columns) for row in rows]
        QGuiApplication.clipboard().setText("\n".join(lines))

    def paste(self) -> None:
        """Paste the clipboard's cells, beginning at the current cell; a single cell is pasted into all selected cells."""
        mime = QGuiApplication.clipboard().mimeData()
        html = mime.html() if mime.hasHtml() else ""
        text = mime.text()
        current = self.currentIndex()
        if not current.isValid() or len(html) + len(text) > _PASTED_MOST_CHARS:
            return
        rows = rows_of_html(html) or rows_of_text(text)
        if [len(row) for row in rows] == [1]:
            cells: list[Cell] = [(row, column, rows[0][0]) for row, column in self._marked()]
        else:
            top, left = current.row(), max(current.column(), 1)
            cells = [
                (top + down, left + right, cell)
                for down, row in enumerate(rows)
                for right, cell in enumerate(row)
            ]
        self._table.edit(cells)

    def _text(self, row: int, column: int) -> str:
        return str(self._table.data(self._table.index(row, column), Qt.ItemDataRole.EditRole))


def _quoted(text: str) -> str:
    doubled = text.replace('"', '""')
    return f'"{doubled}"' if any(sign in text for sign in '\t\n"') else text
