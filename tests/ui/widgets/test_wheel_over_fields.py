"""The wheel scrolls a dialog or a tab where it passes over a field: it changes no number of takes on its way."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QScrollArea, QSpinBox, QWidget

from vidu_desktop.ui.widgets.dialog_frame import DialogFrame
from vidu_desktop.ui.widgets.scrolled_column import ScrolledColumn


def turn_wheel(field: QWidget) -> None:
    """Turn the wheel by one notch towards the person, over a field."""
    at = QPointF(field.rect().center())
    down, none = QPoint(0, -120), Qt.KeyboardModifier.NoModifier
    event = QWheelEvent(
        at,
        field.mapToGlobal(at),
        QPoint(),
        down,
        Qt.MouseButton.NoButton,
        none,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(field, event)


def window_with(qtbot, look, in_dialog: bool, *widgets: QWidget) -> DialogFrame | ScrolledColumn:
    window = DialogFrame(look, "Title") if in_dialog else ScrolledColumn()
    qtbot.addWidget(window)
    column = window.body if isinstance(window, DialogFrame) else window.column
    for widget in widgets:
        column.addWidget(widget)
    return window


@pytest.mark.parametrize("in_dialog", [True, False])
def test_the_first_turn_behind_the_opening_changes_no_field(qtbot, look, in_dialog: bool) -> None:
    takes = QSpinBox()
    takes.setValue(7)
    window = window_with(qtbot, look, in_dialog, QSpinBox(), takes)

    window.show()  # and nothing of what Qt does afterwards
    takes.clearFocus()
    turn_wheel(takes)

    assert takes.value() == 7


@pytest.mark.parametrize("in_dialog", [True, False])
def test_a_field_without_the_keyboard_stays_as_it_is(qtbot, look, in_dialog: bool) -> None:
    takes, sizes, high = QSpinBox(), QComboBox(), QWidget()
    takes.setValue(7)
    sizes.addItems(["a", "b", "c"])
    high.setFixedHeight(3000)
    window = window_with(qtbot, look, in_dialog, takes, sizes, high)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    for field in (takes, sizes):  # then the wheel is looked after
        qtbot.waitUntil(lambda field=field: field.focusPolicy() == Qt.FocusPolicy.StrongFocus)
    area = window if isinstance(window, QScrollArea) else window.findChild(QScrollArea)
    area.setFocus()
    qtbot.waitUntil(area.hasFocus)
    for field in (takes, sizes):
        field.clearFocus()
        before_px = area.verticalScrollBar().value()
        turn_wheel(field)
        assert (takes.value(), sizes.currentIndex()) == (7, 0)
        assert area.verticalScrollBar().value() > before_px

    takes.setFocus()
    turn_wheel(takes)
    assert takes.value() == 6
