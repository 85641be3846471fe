"""The library: every finished video as a tile, found by its prompt, played, dragged out, thrown away with undo."""

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QMenu,
    QSlider,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from vidu_desktop.domain.clip import Clip
from vidu_desktop.ui.library.grid import LibraryGrid
from vidu_desktop.ui.library.undo_bar import UndoBar
from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.look.scale import GAP_M, GAP_S, GAP_XS, FontRole
from vidu_desktop.ui.models.library_model import LibraryModel, LibraryRole
from vidu_desktop.ui.widgets.elided_label import ElidedLabel
from vidu_desktop.ui.widgets.empty_state import EmptyState
from vidu_desktop.ui.widgets.search_field import SearchField

_LEAST_TILE_PX, _WIDEST_TILE_PX, _USUAL_TILE_PX = 128, 360, 176


class LibraryPane(QFrame):
    """Shows what the model holds; whoever hears `search_requested` sets the model anew."""

    search_requested = Signal(str)  # what to look for, empty for everything
    trash_requested = Signal(list)  # list[str], clip ids
    undo_trash_requested = Signal()
    show_in_folder_requested = Signal(str)  # clip id
    play_requested = Signal(object)  # Clip
    use_again_requested = Signal(str)  # clip id
    open_externally_requested = Signal(str)  # clip id

    def __init__(self, look: Look, model: LibraryModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._model = model
        self._trashing: set[str] = set()
        self._build()
        self._connect()
        self._retranslate()
        self._follow_rows()

    def _build(self) -> None:
        self.setProperty("surface", "area")
        self.search = SearchField(self._look)
        self.search.setMaximumWidth(320)
        self._found = ElidedLabel(role=FontRole.CAPTION, tone="faint")
        self._size = QSlider(Qt.Orientation.Horizontal)
        self._size.setRange(_LEAST_TILE_PX, _WIDEST_TILE_PX)
        self._size.setValue(_USUAL_TILE_PX)
        self._size.setFixedWidth(84)
        self._bar = QWidget()
        row = QHBoxLayout(self._bar)
        row.setContentsMargins(GAP_M, GAP_XS, GAP_M, GAP_S)
        row.setSpacing(GAP_M)
        row.addWidget(self.search, 3)
        row.addWidget(self._found, 2)
        row.addWidget(self._size)
        self.grid = LibraryGrid(self._look)
        self.grid.setModel(self._model)
        self.undo_bar = UndoBar(self._look)
        self._empty = EmptyState(self._look, "library")
        self._nothing_found = EmptyState(self._look, "search")
        self._pages = QStackedWidget()
        grid_page = QWidget()
        grid_row = QHBoxLayout(grid_page)
        grid_row.setContentsMargins(GAP_S, 0, 0, 0)
        grid_row.addWidget(self.grid)
        self._grid_page = grid_page
        for page in (self._empty, self._nothing_found, grid_page):
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar)
        column.addWidget(self._pages, 1)
        column.addWidget(self.undo_bar)

    def _connect(self) -> None:
        self.search.search_requested.connect(self.search_requested)
        self._size.valueChanged.connect(self.grid.set_least_tile_width)
        self.grid.play_requested.connect(self.play_requested)
        self.grid.trash_requested.connect(self._trash)
        self.grid.menu_requested.connect(self._pop_menu)
        self.undo_bar.undo_requested.connect(self.undo_trash_requested)
        self._model.clips_removed.connect(self._follow_removal)
        for signal in (self._model.rowsRemoved, self._model.answered):
            signal.connect(self._follow_rows)
        undo = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self)
        undo.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        undo.activated.connect(self._undo_by_key)

    def focus_search(self) -> None:
        """Put the cursor into the search field, what is there selected."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def select(self, clip: Clip) -> None:
        """Bring a clip into view and make it the current one; nothing happens when it isn't shown."""
        index = self._model.index_of_row(clip.row)
        if index.isValid():
            self.grid.setCurrentIndex(index)
            self.grid.scrollTo(index)

    def menu_for(self, index: QModelIndex) -> QMenu:
        """Make the menu of a tile (and of those selected with it)."""
        clip: Clip = index.data(LibraryRole.CLIP)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

        def entry(icon: str, words: str, *, needs_file: bool = True, keys: str = "") -> QAction:
            action = menu.addAction(words)
            self._look.dress(action, icon, "text_soft")
            action.setEnabled(not (needs_file and clip.missing))
            if keys:
                action.setShortcut(QKeySequence(keys))
                action.setShortcutVisibleInContextMenu(True)
            return action

        entry("play", self.tr("Play"), keys="Return").triggered.connect(
            lambda: self.play_requested.emit(clip)
        )
        entry("again", self.tr("Use these settings again"), needs_file=False).triggered.connect(
            lambda: self.use_again_requested.emit(clip.clip_id)
        )
        entry("paste", self.tr("Copy the prompt"), needs_file=False).triggered.connect(
            lambda: QApplication.clipboard().setText(clip.prompt)
        )
        menu.addSeparator()
        entry("folder", self.tr("Show in folder"), needs_file=False).triggered.connect(
            lambda: self.show_in_folder_requested.emit(clip.clip_id)
        )
        entry("external", self.tr("Open in another player")).triggered.connect(
            lambda: self.open_externally_requested.emit(clip.clip_id)
        )
        menu.addSeparator()
        entry("trash", self.tr("Move to the trash"), needs_file=False, keys="Del").triggered.connect(
            lambda: self._trash([each.clip_id for each in self.grid.selected_clips()] or [clip.clip_id])
        )
        return menu

    def _pop_menu(self, index: QModelIndex, at: QPoint) -> None:
        self.menu_for(index).popup(at)

    def _trash(self, clip_ids: list[str]) -> None:
        self._trashing |= set(clip_ids)
        self.trash_requested.emit(clip_ids)

    def _follow_removal(self, clip_ids: list[str]) -> None:
        # Said when it has happened, not when it was asked for.
        gone = self._trashing & set(clip_ids)
        self._trashing -= gone
        if gone:
            self.undo_bar.announce(len(gone))

    def _undo_by_key(self) -> None:
        # Also when the line is gone: what was thrown away last can be taken back as long as the window lives.
        self.undo_bar.dismiss()
        self.undo_trash_requested.emit()

    def _follow_rows(self) -> None:
        count = self._model.rowCount()
        searching = self.search.searching
        self._bar.setVisible(count > 0 or searching)
        if count:
            self._pages.setCurrentWidget(self._grid_page)
        else:
            self._pages.setCurrentWidget(self._nothing_found if searching else self._empty)
        self._found.setText(self._count_words(count, searching=searching))

    def _count_words(self, count: int, *, searching: bool) -> str:
        if searching:
            return self.tr("1 found") if count == 1 else self.tr("{count} found").format(count=count)
        return self.tr("1 video") if count == 1 else self.tr("{count} videos").format(count=count)

    def _retranslate(self) -> None:
        self.grid.setAccessibleName(self.tr("Library"))
        self._size.setAccessibleName(self.tr("Size of the tiles"))
        self._size.setToolTip(self.tr("Size of the tiles"))
        self._empty.say(
            self.tr("No videos yet"),
            self.tr("Every finished video lands here, as a plain file that any program can open."),
        )
        self._nothing_found.say(
            self.tr("No video matches"), self.tr("Try fewer words, or clear the search with Escape.")
        )

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self.grid.setFocus(event.reason())  # not as a proxy, which would end the round of Tab here

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
            self._follow_rows()
            self.grid.viewport().update()
