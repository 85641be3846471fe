"""People who use the keyboard see where they are: a focused widget looks different from an unfocused one."""

import pytest
from fakes.every_window import DIALOGS, close_full_window, full_window
from fakes.finding import spoken
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

AROUND_PX = 3


def takes_tab(widget: QWidget) -> bool:
    policy = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(policy) and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None


def picture_of(window: QWidget, widget: QWidget) -> QImage:
    place = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
    return window.grab(place.adjusted(-AROUND_PX, -AROUND_PX, AROUND_PX, AROUND_PX)).toImage()


def scroll_to(widget: QWidget) -> None:
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(widget)
        above = above.parentWidget()


def without_a_mark(qtbot, window: QWidget) -> list[str]:
    """Return the widgets that look the same with and without the focus."""
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    found = []
    for widget in filter(takes_tab, window.findChildren(QWidget)):
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        if QApplication.focusWidget() is not widget:
            continue
        scroll_to(widget)
        QApplication.processEvents()
        has = picture_of(window, widget)
        widget.clearFocus()
        QApplication.processEvents()
        if has == picture_of(window, widget):
            found.append(f"{type(widget).__name__} {spoken(widget)}")
    return found


@pytest.fixture(params=["light", "dark"])
def theme(request, look) -> str:
    look.set_appearance(request.param)
    return request.param


@pytest.mark.parametrize("name", DIALOGS)
def test_what_has_the_keyboard_is_seen_in_every_dialog(qtbot, look, theme, name: str) -> None:
    dialog = DIALOGS[name](look)
    qtbot.addWidget(dialog)

    assert without_a_mark(qtbot, dialog) == []


def test_what_has_the_keyboard_is_seen_in_the_window(qtbot, look, theme, desk, tmp_path) -> None:
    window = full_window(look, desk, tmp_path)
    qtbot.addWidget(window)
    try:
        assert without_a_mark(qtbot, window) == []
    finally:
        close_full_window(window)
