"""The library as a list: a line for each video, sorted by a click on a column's head."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)
from typing_extensions import override

from vidu_desktop.domain.library_query import SortKey
from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.look.scale import GAP_S, GAP_XS, RADIUS_S
from vidu_desktop.ui.models.clip_columns import SORTS, ClipColumn
from vidu_desktop.ui.models.library_model import LibraryRole
from vidu_desktop.ui.widgets.painting import PLAYING, draw_elided, draw_focus_ring, draw_kept_cover

_LINE_PX = 44
_COVER = QSize(60, 34)
_WIDTHS_PX = {
    ClipColumn.TITLE: 260,
    ClipColumn.TAKE: 110,
    ClipColumn.DECISION: 76,
    ClipColumn.RATING: 76,
    ClipColumn.MODE: 130,
    ClipColumn.LENGTH: 64,
    ClipColumn.CREATED: 140,
    ClipColumn.PRICE: 84,
    ClipColumn.COLOUR_SHIFT: 120,
    ClipColumn.FILE_SIZE: 76,
}


class LibraryTable(QTableView):
    """Shares its model and its selection with the grid."""

    drag_wanted = Signal()  # the selected clips are to be dragged; the button is held
    sort_wanted = Signal(object)  # SortKey; the same one again turns the order round

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._sorted = (-1, Qt.SortOrder.AscendingOrder)  # the column whose head shows the arrow
        self.setItemDelegateForColumn(ClipColumn.TITLE, _TitleDelegate(look, self))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self._shape_heads()
        look.changed.connect(self.viewport().update)

    def _shape_heads(self) -> None:
        lines, heads = self.verticalHeader(), self.horizontalHeader()
        lines.hide()
        lines.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        lines.setDefaultSectionSize(_LINE_PX)
        heads.setHighlightSections(False)
        heads.setSectionsClickable(True)
        heads.setSortIndicatorShown(True)
        heads.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        heads.setMinimumSectionSize(48)
        heads.sectionClicked.connect(self._sort_by)

    def show_sort(self, sort: SortKey, *, ascending: bool) -> None:
        """Show by which key the list is sorted, and in which direction."""
        order = Qt.SortOrder.AscendingOrder if ascending else Qt.SortOrder.DescendingOrder
        column = next((column for column, key in SORTS.items() if key is sort), -1)
        self._sorted = (column, order)
        self.horizontalHeader().setSortIndicator(column, order)

    def _sort_by(self, column: int) -> None:
        self.horizontalHeader().setSortIndicator(*self._sorted)  # Qt has moved the arrow to the clicked head
        sort = SORTS.get(ClipColumn(column))
        if sort is not None:
            self.sort_wanted.emit(sort)

    @override
    def keyboardSearch(self, search: str) -> None:
        """Do nothing: letters are verbs here, and Qt's search by first letters would ask for every clip of the library."""

    @override
    def startDrag(self, supportedActions: Qt.DropAction) -> None:
        self.drag_wanted.emit()

    @override
    def setModel(self, model: object) -> None:
        super().setModel(model)  # type: ignore[arg-type]
        for column, width in _WIDTHS_PX.items():
            self.setColumnWidth(column, width)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        others = sum(self.columnWidth(column) for column in _WIDTHS_PX if column is not ClipColumn.TITLE)
        room = self.viewport().width() - others
        self.setColumnWidth(ClipColumn.TITLE, max(room, _WIDTHS_PX[ClipColumn.TITLE]))


class _TitleDelegate(QStyledItemDelegate):
    """Paints the cover, and the words beside it."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        place = QRect(option.rect.left() + GAP_S, option.rect.top() + 5, _COVER.width(), _COVER.height())
        beside = QStyleOptionViewItem(option)
        super().initStyleOption(beside, index)
        beside.text = ""
        widget = option.widget
        widget.style().drawControl(widget.style().ControlElement.CE_ItemViewItem, beside, painter, widget)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_kept_cover(painter, place, index.data(LibraryRole.COVER), RADIUS_S, self._look.theme.sunken)
        words = option.rect.adjusted(_COVER.width() + 2 * GAP_S, 0, -GAP_S, 0)
        clip = index.data(LibraryRole.CLIP)
        theme = self._look.theme
        missing = clip is not None and clip.missing
        if index.data(LibraryRole.PLAYING):
            draw_focus_ring(painter, place, theme.accent, RADIUS_S)
            words.setLeft(words.left() + draw_elided(painter, words, PLAYING, theme.accent) + GAP_XS)
        draw_elided(painter, words, str(index.data() or ""), theme.warn if missing else theme.text)
        painter.restore()
