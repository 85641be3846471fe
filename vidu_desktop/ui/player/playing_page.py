"""Picture and controls of the player. They can fill the screen, and have the same keys there."""

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from vidu_desktop.domain.translation import on_one_line
from vidu_desktop.ui.look.style_sheet import restyle
from vidu_desktop.ui.models.key_table import Place
from vidu_desktop.ui.player.player_keys import PlayerKeys

_REST_MS = 2_500
"""In full screen, the controls are hidden after the pointer has rested for this long."""


class PlayingPage(QWidget):
    """A page of `pages`, or a window of its own in full screen. There the picture fills everything, and the controls lie over
    its lower edge while the pointer moves or is on them, or while one of them has the keyboard.
    """

    def __init__(self, pages: QStackedWidget, picture: QWidget, *controls: QWidget) -> None:
        """`controls` are placed one below the other under the picture, which takes the rest of the room."""
        super().__init__()
        self._pages = pages
        self._keys: PlayerKeys | None = None
        self._controls = QFrame()
        restyle(self._controls, surface="area")
        self._column = _column_in(self)
        self._column.addWidget(picture, 1)
        self._column.addWidget(self._controls)
        below = _column_in(self._controls)
        for control in controls:
            below.addWidget(control)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._clear_picture)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        pages.addWidget(self)

    def set_keys(self, keys: PlayerKeys) -> None:
        """Let `keys` handle the keyboard."""
        self._keys = keys

    @property
    def fills_screen(self) -> bool:
        """Whether it fills the screen, outside of the window."""
        return self.isWindow()

    @property
    def on_stage(self) -> bool:
        """Whether the person sees it, in the window or in full screen."""
        return self.fills_screen or self._pages.currentWidget() is self

    def fill_screen(self, title: str) -> None:
        """Leave the window, and fill the screen under this title."""
        window = self.window()
        self._pages.removeWidget(self)
        self.setParent(window, Qt.WindowType.Window)
        self.setWindowTitle(on_one_line(title))
        self._column.removeWidget(self._controls)
        self.showFullScreen()
        self._show_controls()

    def come_back(self) -> None:
        """Become the front page of the window again."""
        self.hide()
        self._rest.stop()
        self._column.addWidget(self._controls)
        self._controls.show()
        self.setParent(self._pages, Qt.WindowType.Widget)
        self._pages.addWidget(self)
        self._pages.setCurrentWidget(self)
        self.show()

    def take_key(self, event: QKeyEvent, place: Place = Place.STAGE) -> bool:
        """Do what a key press or release means in this place. Return False when it means nothing there."""
        if self._keys is None:
            return False
        if event.type() is QEvent.Type.KeyRelease:
            self._keys.release(event)
            return False
        return self._keys.press(event, place)

    def _show_controls(self) -> None:
        height_px = self._controls.sizeHint().height()
        self._controls.setGeometry(0, self.height() - height_px, self.width(), height_px)
        self._controls.show()
        self._controls.raise_()
        self._rest.start()

    def _clear_picture(self) -> None:
        """Hide the controls over the picture, unless the person uses them."""
        if self._controls.underMouse() or self._controls.isAncestorOf(QApplication.focusWidget() or self):
            self._rest.start()
        else:
            self._controls.hide()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.take_key(event):
            super().keyPressEvent(event)

    @override
    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        self.take_key(event)
        super().keyReleaseEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.fills_screen:
            self._show_controls()

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.HoverMove and self.fills_screen:
            self._show_controls()
        if self._keys is not None:
            if event.type() is QEvent.Type.WindowDeactivate:
                self._keys.let_go()
            elif isinstance(event, QKeyEvent) and _asks_first(event) and self._keys.means_something(event):
                event.accept()
                return True
        return super().event(event)


def _column_in(widget: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    return column


def _asks_first(event: QKeyEvent) -> bool:
    return event.type() is QEvent.Type.ShortcutOverride
