"""The keys that order videos work only in the main window, never through a dialog or a window in front of it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fakes.every_window import DIALOGS, close_full_window, full_window
from fakes.requests import a_request
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from vidu_desktop.ui.compose import ComposePane
from vidu_desktop.ui.main_window import MainWindow

ORDER_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(qtbot, look, desk, tmp_path: Path) -> Iterator[MainWindow]:
    """A window whose tab holds an order that could be sent at once, paid or as a rehearsal."""
    window = full_window(look, desk, tmp_path)
    qtbot.addWidget(window)
    compose = window.findChild(ComposePane)
    compose.fill(a_request(picture_paths=("/p/fox.png",)))
    desk.answer_all()
    window.pressed = []
    for action in (compose.generate_action, compose.rehearse_action):
        action.triggered.connect(lambda _=False, action=action: window.pressed.append(action))
    yield window
    close_full_window(window)


def press_order_keys(top: QWidget) -> None:
    """Press the keys with the focus on each widget of `top` that can have it."""
    top.activateWindow()
    QApplication.processEvents()
    places = [one for one in top.findChildren(QWidget) if one.focusPolicy() != Qt.FocusPolicy.NoFocus]
    for place in [top, *places]:
        if place.isVisible() and place.isEnabled() and top.isVisible():
            place.setFocus()
            for key in ORDER_KEYS:
                for modifiers in (CONTROL, CONTROL | SHIFT):
                    QTest.keyClick(place, key, modifiers)


@pytest.mark.parametrize("name", DIALOGS)
def test_in_every_other_window_the_keys_that_order_order_nothing(window, look, name: str) -> None:
    dialog = DIALOGS[name](look)
    dialog.setParent(window, dialog.windowFlags())
    dialog.show()
    submitted: list[object] = []
    window.findChild(ComposePane).submit_requested.connect(submitted.append)

    press_order_keys(dialog)

    assert (window.pressed, submitted) == ([], [])


def test_in_the_main_window_they_are_heard(window) -> None:
    press_order_keys(window)
    assert set(window.pressed) == set(window.findChild(ComposePane).order_actions)
