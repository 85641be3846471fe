"""Fields in which nothing was typed leave undo and redo to the window; one in which something was typed takes it back first."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vidu_desktop.ui.dialogs.batch_foot import BatchFoot
from vidu_desktop.ui.widgets.number_field import NumberField


@pytest.fixture
def window(qtbot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    QVBoxLayout(window)
    return window


def undone_in(window: QWidget, field: QWidget, qtbot) -> list[bool]:
    undone: list[bool] = []
    action = QAction("Undo", window)
    action.setShortcuts(QKeySequence.StandardKey.Undo)
    action.triggered.connect(lambda _checked=False: undone.append(True))
    window.addAction(action)
    window.layout().addWidget(field)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return undone


def test_a_number_that_was_stepped_is_taken_back_by_the_window(qtbot, window) -> None:
    field = NumberField()
    undone = undone_in(window, field, qtbot)
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Up)
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert undone == [True]

    QTest.keyClicks(field, "7")
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (field.value(), undone) == (1, [True])


def test_an_empty_budget_leaves_undo_to_the_window(qtbot, window) -> None:
    foot = BatchFoot()
    undone = undone_in(window, foot, qtbot)
    foot.budget.setFocus()
    QTest.keyClick(foot.budget, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert undone == [True]
