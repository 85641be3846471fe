"""The context menu of the focused widget opens without a mouse, even on a keyboard without the Menu key."""

import sys

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vidu_desktop.ui.widgets.menu_keys import hear_menu_key

SHIFT = Qt.KeyboardModifier.ShiftModifier


class Place(QWidget):
    """Records the requests for its context menu."""

    def __init__(self, parent):
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(40, 30)
        self.asked = []

    def contextMenuEvent(self, event):
        self.asked.append((event.reason(), event.pos(), event.globalPos()))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows hears the key itself")
def test_shift_f10_asks_what_has_the_keyboard_and_nothing_else(qtbot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    places = [Place(window), Place(window)]
    for place in places:
        column.addWidget(place)
    hear_menu_key(window)
    window.show()
    window.activateWindow()
    places[1].setFocus()
    qtbot.waitUntil(places[1].hasFocus)

    qtbot.keyClick(places[1], Qt.Key.Key_F10, SHIFT)

    ((reason, pos, screen_pos),) = places[1].asked
    assert reason is QContextMenuEvent.Reason.Keyboard
    assert screen_pos == places[1].mapToGlobal(QPoint(0, 0)) + pos
    assert places[0].asked == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows hears the key itself")
def test_nothing_happens_while_nothing_has_the_keyboard(qtbot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    place = Place(window)
    hear_menu_key(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    place.clearFocus()

    qtbot.keyClick(window, Qt.Key.Key_F10, SHIFT)

    assert place.asked == []
