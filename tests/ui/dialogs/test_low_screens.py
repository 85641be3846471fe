"""On a screen that is only 400 pixels high, as 1280x800 at scale 2 is, a dialog squeezes no text and no field: it scrolls."""

import pytest
from fakes.every_window import DIALOGS
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QLabel, QLineEdit, QScrollArea, QWidget

LOW_PX = 360
"""What a title bar leaves of 400."""


def heights(window: QWidget) -> dict[QWidget, int]:
    kinds = (QLabel, QLineEdit, QComboBox, QAbstractSpinBox)
    return {
        one: one.height() for kind in kinds for one in window.findChildren(kind) if one.isVisibleTo(window)
    }


@pytest.mark.parametrize("name", ["about", "join"])
def test_a_low_dialog_squeezes_nothing(qtbot, look, name: str) -> None:
    window = DIALOGS[name](look)
    qtbot.addWidget(window)
    window.show()
    whole = heights(window)
    window.resize(window.width(), LOW_PX)
    QTest.qWait(1)
    assert window.height() == LOW_PX
    assert {
        one.accessibleName() or one for one, high in heights(window).items() if high < whole[one]
    } == set()


def test_the_licences_are_scrolled_by_keys(qtbot, look) -> None:
    window = DIALOGS["about"](look)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.resize(window.width(), window.minimumSizeHint().height())
    bar = window.findChild(QScrollArea).verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    for key, at in ((Qt.Key.Key_PageDown, bar.maximum()), (Qt.Key.Key_PageUp, 0)):
        QTest.keyClick(window.focusWidget() or window, key)
        assert bar.value() == at
