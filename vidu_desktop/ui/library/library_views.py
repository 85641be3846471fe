"""The library as a grid or as a list. Both share one model, one selection and the same keys."""

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QAbstractItemView, QStackedWidget
from typing_extensions import override

from vidu_desktop.ui.library.clip_drag import ClipDrag
from vidu_desktop.ui.library.grid import LibraryGrid
from vidu_desktop.ui.library.selection import LibrarySelection
from vidu_desktop.ui.library.table import LibraryTable
from vidu_desktop.ui.library.view_keys import PlayerTakes, ViewKeys
from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.models.key_map import KeyMap
from vidu_desktop.ui.models.library_model import LibraryModel
from vidu_desktop.ui.widgets.spoken import tell_focus
from vidu_desktop.ui.widgets.translated import Translated


class LibraryViews(Translated, QStackedWidget):
    """Holds both views; one of them is shown."""

    verb_wanted = Signal(object)  # ClipVerb, for the selected clips
    menu_wanted = Signal(QPoint)  # where on the screen the menu of the selected clips is to open
    area_menu_wanted = Signal(QPoint)  # where on the screen the library's menu is to open: no clip is there

    def __init__(self, look: Look, model: LibraryModel, keys: KeyMap) -> None:
        super().__init__()
        self.grid, self.table = LibraryGrid(look), LibraryTable(look)
        for view in (self.grid, self.table):
            view.setModel(model)
            self.addWidget(view)
        self.grid.frame_changed.connect(model.fit_covers)
        self.table.setSelectionModel(self.grid.selectionModel())
        self.selection = LibrarySelection(model, self.grid.selectionModel(), lambda: self.view, self)
        self.drag = ClipDrag(look, model, self.selection, self)
        self._keys = [ViewKeys(view, keys) for view in (self.grid, self.table)]
        self._connect()
        self._retranslate()

    def _connect(self) -> None:
        for keys in self._keys:
            keys.verb_wanted.connect(self.verb_wanted)
            keys.menu_wanted.connect(lambda _index, at: self.menu_wanted.emit(at))
            keys.area_menu_wanted.connect(self.area_menu_wanted)
        for view in (self.grid, self.table):
            view.drag_wanted.connect(lambda view=view: self.drag.begin(view))

    @property
    def as_list(self) -> bool:
        """Whether the list is shown instead of the grid."""
        return self.currentWidget() is self.table

    @property
    def view(self) -> QAbstractItemView:
        """The view that is shown."""
        return self.table if self.as_list else self.grid

    def say_current(self) -> None:
        """Tell screen readers which video has the keyboard; of the list, with its columns, only that the list has it."""
        index = self.grid.currentIndex()
        tell_focus(self.view, index.row() if index.isValid() and not self.as_list else -1)

    def show_as_list(self, as_list: bool) -> None:
        """Show the list or the grid, with the current clip in view; it gets the keyboard if the former view had it."""
        before = self.view
        self.setCurrentWidget(self.table if as_list else self.grid)
        if before.hasFocus():
            self.view.setFocus()
        current = self.grid.selectionModel().currentIndex()
        if current.isValid():
            self.view.scrollTo(current)

    def share_keys(self, player: PlayerTakes) -> None:
        """While one of the views has the keyboard, offer the player's keys to `player`, which returns whether it took one."""
        for keys in self._keys:
            keys.share(player)

    @override
    def _retranslate(self) -> None:
        self.grid.setAccessibleName(self.tr("Library"))
        self.table.setAccessibleName(self.tr("Library"))
