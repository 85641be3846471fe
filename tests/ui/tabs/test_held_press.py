"""A press that waits for its pictures orders what was visible at the press, and takes the focus from nobody."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QVBoxLayout, QWidget

from vidu_desktop.domain.modes import Mode
from vidu_desktop.ui.compose import ComposePane
from vidu_desktop.ui.protocols import Submission


@dataclass
class Beside:
    """A field beside the tabs in which somebody types; `sent` is what was ordered."""

    window: QWidget
    field: QLineEdit
    pane: ComposePane
    sent: list[Submission]


@pytest.fixture
def beside(qtbot, look, desk) -> Beside:
    found = Beside(QWidget(), QLineEdit(), ComposePane(look, desk, rest_ms=0), [])
    qtbot.addWidget(found.window)
    found.pane.submit_requested.connect(found.sent.append)
    column = QVBoxLayout(found.window)
    column.addWidget(found.field)
    column.addWidget(found.pane)
    found.window.resize(440, 1000)
    found.window.show()
    found.window.activateWindow()
    QApplication.processEvents()
    return found


def words_of(pane: ComposePane) -> str:
    return " ".join(label.text() for label in pane.findChildren(QLabel) if label.isVisible())


def type_into_focus(keys: str) -> None:
    """Type into the focused widget, whichever it is."""
    QApplication.processEvents()  # ends the rest after an earlier press
    for key in keys:
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClicks(focus, key)


def test_a_question_that_comes_late_leaves_the_keyboard_where_somebody_types(beside, desk) -> None:
    pane = beside.pane
    pane.set_pictures(Mode.IMAGE, ["/p/1.png", "/p/2.png"])
    pane.generate_action.trigger()
    beside.field.setFocus()
    type_into_focus("red ")
    desk.answer_all()
    assert "2 videos will be charged" in words_of(pane)
    type_into_focus("boat  at sea")
    assert beside.field.text() == "red boat  at sea"
    assert beside.sent == []
    pane.generate_action.trigger()
    assert [len(one.requests) for one in beside.sent] == [2]


def test_who_presses_a_space_more_on_generate_says_not_yet(beside, desk) -> None:
    pane = beside.pane
    pane.set_pictures(Mode.IMAGE, ["/p/1.png", "/p/2.png"])
    next(
        one
        for one in pane.findChildren(QAbstractButton)
        if one.isVisible() and one.text().startswith("Generate")
    ).setFocus()
    type_into_focus(" ")
    desk.answer_all()
    assert "2 videos will be charged" in words_of(pane)
    type_into_focus(" ")
    assert beside.sent == []
    assert "will be charged" not in words_of(pane)


def test_a_question_that_comes_at_once_has_the_keyboard(beside, desk) -> None:
    pane = beside.pane
    pane.set_pictures(Mode.IMAGE, ["/p/1.png", "/p/2.png"])
    desk.answer_all()
    beside.field.setFocus()
    pane.generate_action.trigger()
    type_into_focus(" ")
    assert [len(one.requests) for one in beside.sent] == [2]


def test_what_several_keyframes_become_is_a_part_of_what_was_pressed_for(beside, desk) -> None:
    pane = beside.pane
    pane.set_pictures(Mode.START_END, [f"/p/{number}.png" for number in range(6)])
    ways = {one.text(): one for one in pane.findChildren(QAbstractButton) if one.isVisible()}
    first_two = next(one for words, one in ways.items() if words.startswith("The first two"))
    in_a_row = next(one for words, one in ways.items() if words.startswith("5 shots in a row"))
    QTest.mouseClick(first_two, Qt.MouseButton.LeftButton)
    pane.rehearse_action.trigger()
    QTest.mouseClick(in_a_row, Qt.MouseButton.LeftButton)
    desk.answer_all()
    assert beside.sent == []
    assert "Nothing was ordered: it was changed" in words_of(pane)
