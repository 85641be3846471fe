"""Many pictures in a grid. It is a list view over the slots, so that three hundred pictures cost no more than the visible
ones.
"""

from collections.abc import Callable, Collection
from functools import partial
from pathlib import PurePath

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QListView, QMenu, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from vidu_desktop.domain.titles import shared_ends
from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.look.scale import GAP_S, GAP_XS, RADIUS, font
from vidu_desktop.ui.models.tips import plain_tip
from vidu_desktop.ui.text import say_list
from vidu_desktop.ui.widgets.painting import draw_contained, draw_focus_ring, draw_icon, elided_alike, rounded
from vidu_desktop.ui.widgets.picture_places import PicturePlaces
from vidu_desktop.ui.widgets.translated import Translated

_TILE_LEAST_PX = 92
_ROWS_SHOWN, _ROWS_SHOWN_LOW = 2.45, 1.45  # the last row is cut, as a sign that there are more
_STEPS = {int(Qt.Key.Key_Left): -1, int(Qt.Key.Key_Right): 1}
Index = QModelIndex | QPersistentModelIndex


class SlotsModel(QAbstractListModel):
    """The slots as a list. DisplayRole is the name; AccessibleTextRole adds the size in pixels and whether a change is
    needed.
    """

    def __init__(self, slots: PicturePlaces, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._slots = slots
        self._wrong: Collection[int] = ()
        self._shared: tuple[int, int] | None = None
        slots.changed.connect(self._reset)
        slots.slot_changed.connect(self._say_changed)

    @property
    def shared(self) -> tuple[int, int]:
        """The lengths of the beginning and of the end that all names have in common, suffixes left out."""
        if self._shared is None:
            self._shared = shared_ends([PurePath(slot.name).stem for _index, slot in self._slots.filled])
        return self._shared

    def is_wrong(self, row: int) -> bool:
        """Whether the picture in this row can't be sent as it is."""
        return row in self._wrong

    def path_of(self, row: int) -> str:
        """Return the file of the picture in this row."""
        return self._slots[row].path

    def mark_wrong(self, rows: Collection[int]) -> None:
        """Mark the rows whose pictures can't be sent as they are."""
        if rows != self._wrong:
            self._wrong = rows
            self.dataChanged.emit(self.index(0), self.index(self.rowCount() - 1))

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._slots)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        slot = self._slots[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return slot.name
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(slot.name)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            facts = slot.facts
            pixels = f"{facts.width_px} × {facts.height_px}" if facts else ""
            wrong = self.tr("needs a change") if self.is_wrong(index.row()) else ""
            return say_list((slot.name, pixels, wrong))
        return None

    def _reset(self) -> None:
        self._shared = None
        self.beginResetModel()
        self.endResetModel()

    def _say_changed(self, row: int) -> None:
        self.dataChanged.emit(self.index(row), self.index(row))


class _TilePainter(QStyledItemDelegate):
    def __init__(
        self, look: Look, slots: PicturePlaces, model: SlotsModel, side_px: int, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._slots = slots
        self._model = model
        self.side_px = side_px

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self.side_px, self.side_px)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.row()
        slot = self._slots[row]
        self._slots.want_thumbnail(row)
        theme = self._look.theme
        flags = QStyle.StateFlag
        state, rect = (
            option.state,
            option.rect.adjusted(GAP_XS // 2, GAP_XS // 2, -GAP_XS // 2, -GAP_XS // 2),
        )
        wrong = self._model.is_wrong(row)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        selected = bool(state & flags.State_Selected)
        painter.setBrush(theme.accent_soft if selected else theme.sunken)
        painter.setPen(QPen(theme.bad if wrong else theme.accent if selected else theme.line, 1.2))
        painter.drawPath(rounded(rect, 1))
        painter.setFont(font("caption"))
        line = painter.fontMetrics().height()
        area = rect.adjusted(GAP_XS + 1, GAP_XS + 1, -GAP_XS - 1, -line - GAP_XS - 2)
        if slot.thumbnail is not None:
            draw_contained(painter, slot.thumbnail, area)
        else:
            name = "error" if slot.error else "image"
            draw_icon(
                painter,
                self._look,
                name,
                "text_faint",
                24,
                QPointF(area.center().x() - 12, area.center().y() - 12),
            )
        left = rect.left() + GAP_S
        words = QRect(left, rect.bottom() - line - GAP_XS + 1, rect.width() - 2 * GAP_S, line)
        if wrong:
            draw_icon(painter, self._look, "warning", "bad", 14, QPointF(words.left(), words.top()))
            words.setLeft(words.left() + 14 + GAP_XS)
        painter.setPen(theme.bad if wrong else theme.text_soft)
        # Without its suffix: where there is so little room, the number before the suffix tells two pictures
        # apart.
        text = elided_alike(
            painter.fontMetrics(), PurePath(slot.name).stem, self._model.shared, words.width()
        )
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft, text)
        if state & flags.State_HasFocus:
            draw_focus_ring(painter, rect, theme.accent, RADIUS)
        painter.restore()


class PictureGrid(Translated, QListView):
    """Shows the slots, with a context menu. Delete removes the selected pictures, Enter or a double click asks for another
    picture, Ctrl+Left and Ctrl+Right move a picture.
    """

    remove_requested = Signal(object)  # list[int], rows
    choose_requested = Signal(int)  # row of the picture to replace
    move_requested = Signal(int, int)  # row of a picture, and the row to move it to

    def __init__(self, look: Look, slots: PicturePlaces, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._rows_shown = _ROWS_SHOWN
        self._model = SlotsModel(slots, self)
        self._painter = _TilePainter(look, slots, self._model, _TILE_LEAST_PX, self)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.setModel(self._model)
        self.setItemDelegate(self._painter)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAcceptDrops(False)  # the tab handles drops
        self._retranslate()

    @override
    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Pictures"))

    def _connect(self) -> None:
        self.doubleClicked.connect(lambda index: self.choose_requested.emit(index.row()))
        self._look.changed.connect(self.viewport().update)
        self._model.modelReset.connect(self._fit)

    def set_low(self, low: bool) -> None:
        """Show fewer rows, in a low window."""
        self._rows_shown = _ROWS_SHOWN_LOW if low else _ROWS_SHOWN
        self._fit()

    def mark_wrong(self, rows: Collection[int]) -> None:
        """Mark the rows whose pictures can't be sent as they are."""
        self._model.mark_wrong(rows)

    def select_row(self, row: int) -> None:
        """Scroll to a picture, select it and take the keyboard focus."""
        index = self._model.index(row)
        self.setCurrentIndex(index)
        self.scrollTo(index)
        self.setFocus()

    @property
    def copied_paths(self) -> list[str]:
        """The files of the selected pictures."""
        return [self._model.path_of(row) for row in self._selected_rows()]

    def _selected_rows(self) -> list[int]:
        return sorted({index.row() for index in self.selectedIndexes()})

    def menu(self) -> QMenu:
        """Make the menu for the selected pictures; each entry also shows its key."""
        from vidu_desktop.ui.widgets.menus import LetteredMenu  # not for the first paint

        menu = LetteredMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        rows, row = self._selected_rows(), self.currentIndex().row()
        entries: list[tuple[str, str, bool, Callable[[], object]]] = [
            (self.tr("Choose another picture…"), "Return", True, partial(self.choose_requested.emit, row)),
            (
                self.tr("Move to the left"),
                "Ctrl+Left",
                row > 0,
                partial(self.move_requested.emit, row, row - 1),
            ),
            (
                self.tr("Move to the right"),
                "Ctrl+Right",
                row < self._model.rowCount() - 1,
                partial(self.move_requested.emit, row, row + 1),
            ),
            (self.tr("Remove"), "Delete", True, partial(self.remove_requested.emit, rows)),
        ]
        for words, key, possible, act in entries:
            entry = menu.addAction(words)
            entry.setShortcut(key)
            entry.setShortcutVisibleInContextMenu(True)
            entry.setEnabled(possible)
            entry.triggered.connect(lambda _checked=False, act=act: act())
        return menu

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        at = event.pos() if by_mouse else self.visualRect(self.currentIndex()).center()
        if self._selected_rows() and (not by_mouse or self.indexAt(at).isValid()):
            self.menu().popup(event.globalPos() if by_mouse else self.viewport().mapToGlobal(at))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        rows = self._selected_rows()
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and rows:
            self.remove_requested.emit(rows)
        elif event.key() in _STEPS and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            row = self.currentIndex().row()
            self.move_requested.emit(row, row + _STEPS[event.key()])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                event.ignore()
                return
            self.choose_requested.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def _fit(self) -> None:
        """Divide the width into whole columns. The scroll bar's width is always left free, so that nothing jumps when it
        appears.
        """
        width = self.width() - self.verticalScrollBar().sizeHint().width() - 2
        columns = max(1, width // _TILE_LEAST_PX)
        side_px = width // columns
        rows = -(-self._model.rowCount() // columns)
        self._painter.side_px = side_px
        self.setGridSize(QSize(side_px, side_px))
        self.setFixedHeight(round(side_px * min(rows, self._rows_shown)) + GAP_XS)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)
