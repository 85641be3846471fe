"""Picture and controls of the player; they can fill the screen, and their keys go the same way then."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from vidu_desktop.ui.models.key_table import Place
from vidu_desktop.ui.player.player_keys import PlayerKeys


class PlayingPage(QWidget):
    """A page of `pages`, or a window of its own while it fills the screen."""

    def __init__(self, pages: QStackedWidget, *parts: QWidget) -> None:
        """`parts` stand below each other; the first one takes the room that there is."""
        super().__init__()
        self._pages = pages
        self._keys: PlayerKeys | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for place, part in enumerate(parts):
            column.addWidget(part, 0 if place else 1)
        pages.addWidget(self)

    def set_keys(self, keys: PlayerKeys) -> None:
        """Let `keys` have the keyboard."""
        self._keys = keys

    @property
    def fills_screen(self) -> bool:
        """Whether it is out of the window."""
        return self.isWindow()

    @property
    def on_stage(self) -> bool:
        """Whether a person sees it, here or there."""
        return self.fills_screen or self._pages.currentWidget() is self

    def fill_screen(self, title: str) -> None:
        """Leave the window for the whole screen."""
        window = self.window()
        self._pages.removeWidget(self)
        self.setParent(window, Qt.WindowType.Window)
        self.setWindowTitle(title)
        self.showFullScreen()

    def come_back(self) -> None:
        """Be a page of the window again, the one in front."""
        self.hide()
        self.setParent(self._pages, Qt.WindowType.Widget)
        self._pages.addWidget(self)
        self._pages.setCurrentWidget(self)
        self.show()

    def take_key(self, event: QKeyEvent, place: Place = Place.STAGE) -> bool:
        """Do what a key means that is pressed or let go there; False when it means nothing here."""
        if self._keys is None:
            return False
        if event.type() is QEvent.Type.KeyRelease:
            self._keys.release(event)
            return False
        return self._keys.press(event, place)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.take_key(event):
            super().keyPressEvent(event)

    @override
    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        self.take_key(event)
        super().keyReleaseEvent(event)

    @override
    def event(self, event: QEvent) -> bool:
        if self._keys is not None:
            if event.type() is QEvent.Type.WindowDeactivate:
                self._keys.let_go()
            elif isinstance(event, QKeyEvent) and _asks_first(event) and self._keys.means_something(event):
                event.accept()
                return True
        return super().event(event)


def _asks_first(event: QKeyEvent) -> bool:
    return event.type() is QEvent.Type.ShortcutOverride
