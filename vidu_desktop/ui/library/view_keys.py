"""What the grid and the list have in common: the keys of the verbs, the keys that go on to the player, and the menu by
pointer or keyboard.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView
from typing_extensions import override

from vidu_desktop.ui.models.clip_verbs import ClipVerb
from vidu_desktop.ui.models.key_map import KeyMap
from vidu_desktop.ui.models.key_table import Place, PlayerCommand

PlayerTakes = Callable[[QKeyEvent, Place], bool]


class ViewKeys(QObject):
    """Listens to the events of a view, which itself knows none of the verbs."""

    verb_wanted = Signal(object)  # ClipVerb, for the selected clips
    menu_wanted = Signal(QModelIndex, QPoint)  # clip under the pointer or the cursor, place on the screen
    area_menu_wanted = Signal(QPoint)  # place on the screen; there is no clip

    def __init__(self, view: QAbstractItemView, keys: KeyMap) -> None:
        super().__init__(view)
        self._view = view
        self._keys = keys
        self._player: PlayerTakes = lambda _event, _place: False
        view.installEventFilter(self)
        view.viewport().installEventFilter(self)
        view.doubleClicked.connect(lambda _index: self.verb_wanted.emit(ClipVerb.PLAY))

    def share(self, player: PlayerTakes) -> None:
        """Offer the player's keys to `player`, which returns whether it took one."""
        self._player = player

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        match event:
            case QKeyEvent() if watched is self._view:
                return self._key(event)
            case QContextMenuEvent():
                return self._menu(event)
        return False

    def _key(self, event: QKeyEvent) -> bool:
        command = self._keys.command_of(event, Place.LIBRARY)
        match event.type():
            case QEvent.Type.ShortcutOverride:
                if command is not None:
                    event.accept()  # a window-wide shortcut with the same key must not win here
            case QEvent.Type.KeyPress if isinstance(command, ClipVerb):
                if not event.isAutoRepeat():
                    self.verb_wanted.emit(command)
                return True
            case QEvent.Type.KeyPress | QEvent.Type.KeyRelease if isinstance(command, PlayerCommand):
                return self._player(event, Place.LIBRARY)  # the release, too: K acts while it is held
        return False

    def _menu(self, event: QContextMenuEvent) -> bool:
        view = self._view
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        index = view.indexAt(event.pos()) if by_mouse else view.currentIndex()
        if not index.isValid():
            if by_mouse:
                self.area_menu_wanted.emit(event.globalPos())
            return by_mouse
        if not view.selectionModel().isRowSelected(index.row()):
            view.setCurrentIndex(index)
        middle = view.visualRect(index).center()
        self.menu_wanted.emit(index, event.globalPos() if by_mouse else view.viewport().mapToGlobal(middle))
        return True
