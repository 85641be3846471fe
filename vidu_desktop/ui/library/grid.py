"""The grid of the library: tiles as wide as the window allows, dragged out as real files."""

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
    """Stays quick with tens of thousands of tiles: one size for all, laid out in batches, covers when painted."""

    drag_wanted = Signal()  # what is selected; the button is held
    frame_changed = Signal(object)  # QSize in which covers are shown, in pixels of the screen

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._delegate = TileDelegate(look, self)
        self._least_tile_px = 176
        self._awaited = QPersistentModelIndex()  # to be scrolled to once it has been laid out
        self._stood_at: int | None = None  # pixels from the top, to be stood at again once laid out that far
        self._build()
        self._connect()

    def _build(self) -> None:
        self.setItemDelegate(self._delegate)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        # 100,000 rows: 32 ms to show instead of 890.
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(100)  # half a millisecond each: what is typed meanwhile waits for some of them
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        # Whole rows: the selection is the list's too, which has columns, and a tile alone would not count there.
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Always there, so that its coming and going doesn't change the number of columns.
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
        """Let videos play under the pointer; once, after the model is set."""
        self._delegate.scrub = HoverScrub(self, frames)

    def _show_whether_it_scrolls(self, _least: int, most: int) -> None:
        restyle(self.verticalScrollBar(), idle="false" if most else "true")

    def release(self) -> None:
        """Let go of the video under the pointer before a file is moved."""
        if self._delegate.scrub is not None:
            self._delegate.scrub.release()

    def set_least_tile_width(self, width_px: int) -> None:
        """Make tiles at least that wide; they grow to fill the row."""
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
        """Bring a tile into view; one that hasn't been laid out yet as soon as it is, unless one scrolls by hand."""
        laid_out = not self.visualRect(index).isEmpty()
        self._awaited = QPersistentModelIndex() if laid_out else QPersistentModelIndex(index)
        if laid_out:
            super().scrollTo(index, hint)

    @override
    def updateGeometries(self) -> None:
        """Qt's own, called after each batch of tiles."""
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
        """Stay where the list stands: Qt lays all out anew, from the first tile on, whatever has changed."""
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
        else:  # go on from where one stood: the tiles that are laid out so far end above it
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
        """Qt's own, but by the rows of tiles that are in view, one at least: where less than two are, Qt's pages stay
        where they are.
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
        """Letters are verbs here; Qt's search by the first letters asks for every clip of the library."""

    @override
    def startDrag(self, supportedActions: Qt.DropAction) -> None:
        self.drag_wanted.emit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit_tiles()
        super().resizeEvent(event)
