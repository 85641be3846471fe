"""A word that is being composed has the field to itself."""

from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from vidu_desktop.ui.widgets.plain_text_field import PlainTextField


def compose(field: PlainTextField, half_typed: str, finished: str = "") -> None:
    """What an input method sends while somebody types."""
    event = QInputMethodEvent(half_typed, [])
    if finished:
        event.setCommitString(finished)
    QApplication.sendEvent(field, event)


def test_the_placeholder_makes_room_for_a_half_typed_word_and_comes_back_when_it_is_given_up(qtbot):
    field = PlainTextField()
    qtbot.addWidget(field)
    field.setPlaceholderText("What happens?")
    compose(field, "nihao")
    assert field.placeholderText() == ""
    field.setPlaceholderText("What happens next?")  # the language was changed meanwhile
    assert field.placeholderText() == ""
    compose(field, "")
    assert field.placeholderText() == "What happens next?"


def test_a_word_that_was_composed_stands_in_the_field(qtbot):
    field = PlainTextField()
    qtbot.addWidget(field)
    compose(field, "nihao")
    compose(field, "", finished="你好")
    assert field.toPlainText() == "你好"
