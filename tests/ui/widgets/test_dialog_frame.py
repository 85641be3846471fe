"""The common form of dialogs: their contents never overlap."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from vidu_desktop.ui.widgets.dialog_frame import DialogFrame
from vidu_desktop.ui.widgets.scrolled_whole import ScrolledWhole


@pytest.mark.parametrize("needed_px", [50, 700])
def test_a_dialog_is_never_narrower_than_what_is_inside_needs(qtbot, look, needed_px):
    dialog = DialogFrame(look, "Title", width_px=400)
    qtbot.addWidget(dialog)
    inside = QWidget()
    inside.setMinimumWidth(needed_px)
    dialog.body.addWidget(inside)
    dialog.show()

    dialog.resize(100, dialog.height())

    assert dialog.width() >= 400
    assert dialog.contentsRect().contains(inside.geometry())


def test_a_dialog_is_no_higher_than_the_screen_where_what_is_inside_can_scroll(qtbot, look):
    dialog = DialogFrame(look, "Title", width_px=400)
    qtbot.addWidget(dialog)
    inside = QWidget()
    inside.setFixedHeight(3000)
    dialog.body.addWidget(ScrolledWhole(inside, 300))
    answer = dialog.add_answer("Close")

    dialog.show()

    assert dialog.height() < dialog.screen().availableSize().height()
    assert dialog.rect().contains(answer.geometry())


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_return_presses_the_answer_that_has_the_keyboard_and_not_the_main_one(qtbot, look, key):
    dialog = DialogFrame(look, "Title")
    qtbot.addWidget(dialog)
    pressed = []
    for words, kind in (("Send for $0.20", "primary"), ("Not yet", "secondary"), ("Close", "quiet")):
        button = dialog.add_answer(words, kind)
        button.clicked.connect(lambda _=False, words=words: pressed.append(words))
    dialog.show()

    for button in (dialog.answers.itemAt(at).widget() for at in (2, 3)):
        button.setFocus()
        qtbot.keyClick(button, key)

    assert pressed == ["Not yet", "Close"]
