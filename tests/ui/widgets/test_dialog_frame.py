"""The common form of dialogs: their contents never overlap."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QWidget

from vidu_desktop.ui.widgets.dialog_frame import DialogFrame
from vidu_desktop.ui.widgets.labels import plain_label


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


def test_a_dialog_is_no_larger_than_the_screen_and_its_answers_stay_in_reach(qtbot, look):
    dialog = DialogFrame(look, "Title", width_px=400)
    qtbot.addWidget(dialog)
    inside = QWidget()
    inside.setFixedSize(3000, 3000)
    dialog.body.addWidget(inside)
    answers = [dialog.add_answer(f"A long answer, which is number {number}") for number in range(9)]

    dialog.show()

    assert dialog.height() < dialog.screen().availableSize().height()
    assert dialog.width() <= dialog.screen().availableSize().width()
    assert [one.text() for one in answers if not dialog.rect().contains(one.geometry())] == []


def test_answers_stand_in_one_line_where_there_is_room(qtbot, look):
    dialog = DialogFrame(look, "Title", width_px=100)
    qtbot.addWidget(dialog)
    answers = [dialog.add_answer(f"Answer {number}") for number in range(4)]

    dialog.show()
    assert len({one.y() for one in answers}) == 1

    dialog.resize(200, dialog.height())
    qtbot.waitUntil(lambda: len({one.y() for one in answers}) > 1)
    places = [one.geometry() for one in answers]
    assert not any(a.intersects(b) for a in places for b in places if a is not b)
    assert all(dialog.rect().contains(place) for place in places)


def test_a_dialog_grows_with_what_it_says_and_scrolls_where_the_screen_ends(qtbot, look):
    dialog = DialogFrame(look, "Title", width_px=400)
    qtbot.addWidget(dialog)
    words = plain_label("short", wrap=True)
    dialog.body.addWidget(words)
    dialog.add_answer("Close")
    dialog.show()
    before_px = dialog.height()

    words.setText("much longer " * 40)
    qtbot.waitUntil(lambda: dialog.height() > before_px)
    assert words.height() >= words.heightForWidth(words.width())
    assert dialog.height() == dialog.least_height_px

    words.setText("much longer " * 4000)
    qtbot.waitUntil(lambda: words.height() > dialog.height())
    assert dialog.height() < dialog.screen().availableSize().height()
    assert words.height() >= words.heightForWidth(words.width())


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_return_presses_the_answer_that_has_the_keyboard_and_not_the_main_one(qtbot, look, key):
    dialog = DialogFrame(look, "Title")
    qtbot.addWidget(dialog)
    pressed = []
    for words, kind in (("Send for $0.20", "primary"), ("Not yet", "secondary"), ("Close", "quiet")):
        button = dialog.add_answer(words, kind)
        button.clicked.connect(lambda _=False, words=words: pressed.append(words))
    dialog.show()

    for button in (dialog.answers.itemAt(at).widget() for at in (1, 2)):
        button.setFocus()
        qtbot.keyClick(button, key)

    assert pressed == ["Not yet", "Close"]


def test_the_systems_window_of_a_dialog_begins_with_its_size(qtbot, look):
    """What it begins with may be told late by a window manager, and is taken for the person's wish then."""
    sizes = []

    class Watched(DialogFrame):
        def event(self, event):
            if event.type() == QEvent.Type.WinIdChange:
                sizes.append(self.height())
            return super().event(event)

    window = QWidget()
    qtbot.addWidget(window)
    dialog = Watched(look, "Title", window, width_px=400)
    inside = QWidget()
    inside.setMinimumHeight(300)
    dialog.body.addWidget(inside)
    dialog.add_answer("Answer")

    dialog.open()

    assert sizes[0] >= dialog.least_height_px
