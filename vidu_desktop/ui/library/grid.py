"""The grid of the library: tiles that fill the window's width, and that are dragged out as real files."""

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget
from typing_extensions import override

from vidu_desktop.ui.library.hover_scrub import HoverScrub
from vidu_desktop.ui.library.tile_delegate import TileDelegate
from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.look.style_sheet import restyle
from vidu_desktop.ui.protocols import FrameService

_Move = QAbstractItemView.CursorAction


class LibraryGrid(QListView):
    """Quick with tens of thousands of tiles: they have one size and are laid out in batches; covers are read when painted."""

    drag_wanted = Signal()  # the selected clips are to be dragged; the button is held
    frame_changed = Signal(object)  # QSize of the shown covers, in pixels of the screen

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._delegate = TileDelegate(look, self)
        self._least_tile_px = 176
        self._awaited = QPersistentModelIndex()  # scrolled to once its tile is laid out
        self._stood_at: int | None = None  # scroll position in pixels, restored once laid out that far
        self._build()
        self._connect()

    def _build(self) -> None:
        self.setItemDelegate(self._delegate)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        # With 100,000 rows: 32 ms until it shows instead of 890.
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(100)  # half a millisecond for a batch: key presses wait for a few of them
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        # Whole rows: the list shares this selection and has columns; a single cell wouldn't count there.
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Always shown: if it came and went, the number of columns would change with it.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().setSingleStep(40)
        self._show_whether_it_scrolls(0, 0)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)

    def _connect(self) -> None:
        self._look.changed.connect(self.viewport().update)
        self.verticalScrollBar().actionTriggered.connect(self._scroll_by_hand)
        self.verticalScrollBar().rangeChanged.connect(self._show_whether_it_scrolls)

    def scrub_with(self, frames: FrameService) -> None:
        """Let videos play under the pointer. To be called once, after the model is set."""
        self._delegate.scrub = HoverScrub(self, frames)

    def _show_whether_it_scrolls(self, _least: int, most: int) -> None:
        restyle(self.verticalScrollBar(), idle="false" if most else "true")

    def release(self) -> None:
        """Close the video under the pointer before a file is moved."""
        if self._delegate.scrub is not None:
            self._delegate.scrub.release()

    def set_least_tile_width(self, width_px: int) -> None:
        """Set the least width of a tile, in pixels; tiles grow to fill the row."""
        self._least_tile_px = width_px
        self._fit_tiles()

    def _fit_tiles(self) -> None:
        room = self.viewport().width() - 2  # Qt wraps when a row fills the width to the last pixel
        columns = max(1, room // self._least_tile_px)
        tile = self._delegate.set_tile_width(max(60, room // columns))
        if tile != self.gridSize():
            self.setGridSize(tile)
        self.frame_changed.emit(self._delegate.frame * self.devicePixelRatioF())

    @override
    def scrollTo(
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Bring a tile into view. A tile that isn't laid out yet comes into view once it is, unless the person scrolls
        before.
        """
        laid_out = not self.visualRect(index).isEmpty()
        self._awaited = QPersistentModelIndex() if laid_out else QPersistentModelIndex(index)
        if laid_out:
            super().scrollTo(index, hint)

    @override
    def updateGeometries(self) -> None:
        """Overrides Qt's function, which is called after each batch of tiles."""
        super().updateGeometries()
        bar = self.verticalScrollBar()
        if self._stood_at is not None and (bar.maximum() >= self._stood_at or self._is_laid_out()):
            stood_at = self._stood_at
            self._stand_free()
            bar.setValue(stood_at)
        if self._awaited.isValid():
            self.scrollTo(self._awaited)

    def _is_laid_out(self) -> bool:
        count = self.model().rowCount()
        return count == 0 or not self.visualRect(self.model().index(count - 1, 0)).isEmpty()

    def _scroll_by_hand(self) -> None:
        self._awaited = QPersistentModelIndex()
        self._stand_free()

    def _stand(self, *_: object) -> None:
        """Keep the scroll position: after any change, Qt lays out all tiles again from the first one on."""
        if self._stood_at is None and self.verticalScrollBar().value() > 0:
            self._stood_at = self.verticalScrollBar().value()
            self.viewport().setUpdatesEnabled(False)

    def _stand_free(self) -> None:
        if self._stood_at is not None:
            self._stood_at = None
            self.viewport().setUpdatesEnabled(True)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if self._stood_at is None:
            super().wheelEvent(event)
        else:  # scroll from the kept position, because the tiles that are laid out end above it
            self._stood_at = max(0, self._stood_at - event.angleDelta().y())
            event.accept()

    @override
    def setModel(self, model: QAbstractItemModel | None) -> None:
        super().setModel(model)
        if model is not None:
            model.layoutAboutToBeChanged.connect(self._stand)

    @override
    def rowsInserted(self, parent: QModelIndex | QPersistentModelIndex, start: int, end: int) -> None:
        self._stand()
        super().rowsInserted(parent, start, end)

    @override
    def rowsAboutToBeRemoved(self, parent: QModelIndex | QPersistentModelIndex, start: int, end: int) -> None:
        self._stand()
        super().rowsAboutToBeRemoved(parent, start, end)

    @override
    def reset(self) -> None:
        self._stand_free()
        super().reset()

    @override
    def moveCursor(
        self, cursorAction: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Like Qt's function, but Page Up and Page Down move by the rows of tiles that are in view, at least by one: with
        less than two rows in view, Qt's don't move.
        """
        model, current = self.model(), self.currentIndex()
        if cursorAction not in (_Move.MovePageUp, _Move.MovePageDown) or not current.isValid():
            return super().moveCursor(cursorAction, modifiers)
        columns = max(1, (self.viewport().width() - 2) // max(1, self.gridSize().width()))
        page = columns * max(1, self.viewport().height() // max(1, self.gridSize().height()))
        if cursorAction is _Move.MovePageDown:
            return model.index(min(current.row() + page, model.rowCount() - 1), 0)
        above = current.row() - page
        return model.index(above if above >= 0 else current.row() % columns, 0)

    @override
    def keyboardSearch(self, search: str) -> None:
        """Do nothing: letters are verbs here, and Qt's search by first letters would ask for every clip of the library."""

    @override
    def startDrag(self, supportedActions: Qt.DropAction) -> None:
        self.drag_wanted.emit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit_tiles()
        super().resizeEvent(event)
