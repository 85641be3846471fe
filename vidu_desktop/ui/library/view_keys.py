"""What the grid and the list have in common: the keys of the verbs, those that go on to the player, and the menu by
pointer and keyboard.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView
from typing_extensions import override

from vidu_desktop.ui.library.clip_verbs import ClipVerb, verb_of_key

PLAYER_KEYS = {
    Qt.Key.Key_Space: "Space",
    Qt.Key.Key_J: "J",
    Qt.Key.Key_K: "K",
    Qt.Key.Key_L: "L",
    Qt.Key.Key_Comma: "comma",
    Qt.Key.Key_Period: "full stop",
    Qt.Key.Key_BracketLeft: "[",
    Qt.Key.Key_BracketRight: "]",
}
"""What plays and means nothing to the library, as the README calls it: Return leaves the keyboard in the list, where one
goes on through the takes.
"""


class ViewKeys(QObject):
    """Listens to a view; the view itself knows none of the verbs."""

    verb_wanted = Signal(object)  # ClipVerb, for the selected clips
    menu_wanted = Signal(QModelIndex, QPoint)  # the clip under the pointer or the cursor, place on the screen

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        self._player: Callable[[QKeyEvent], bool] = lambda _event: False
        view.installEventFilter(self)
        view.viewport().installEventFilter(self)
        view.doubleClicked.connect(lambda _index: self.verb_wanted.emit(ClipVerb.PLAY))

    def share(self, player: Callable[[QKeyEvent], bool]) -> None:
        """Offer the player's keys to it; it says whether it took one."""
        self._player = player

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        match event:
            case QKeyEvent() if event.type() == QEvent.Type.ShortcutOverride and watched is self._view:
                if verb_of_key(event) is not None:
                    event.accept()  # a window-wide key of the same letters must not win while the list has the focus
            case QKeyEvent() if event.type() == QEvent.Type.KeyPress and watched is self._view:
                verb = verb_of_key(event)
                if verb is not None and not (event.isAutoRepeat() and verb is not ClipVerb.UNDO):
                    self.verb_wanted.emit(verb)
                return verb is not None or self._plays(event)
            case QKeyEvent() if event.type() == QEvent.Type.KeyRelease and watched is self._view:
                return self._plays(event)  # K held is another K
            case QContextMenuEvent():
                return self._menu(event)
        return False

    def _plays(self, event: QKeyEvent) -> bool:
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
        return plain and event.key() in PLAYER_KEYS and self._player(event)

    def _menu(self, event: QContextMenuEvent) -> bool:
        view = self._view
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        index = view.indexAt(event.pos()) if by_mouse else view.currentIndex()
        if not index.isValid():
            return False
        if not view.selectionModel().isRowSelected(index.row()):
            view.setCurrentIndex(index)
        middle = view.visualRect(index).center()
        self.menu_wanted.emit(index, event.globalPos() if by_mouse else view.viewport().mapToGlobal(middle))
        return True
