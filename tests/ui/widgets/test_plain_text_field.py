"""The placeholder is hidden while a word is being composed; pasted text loses its invisible characters."""

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.widgets.plain_text_field import PlainTextField
from vidu_desktop.ui.widgets.prompt_edit import PromptEdit


def compose(field: PlainTextField, half_typed: str, finished: str = "") -> None:
    """Send what an input method sends while somebody types."""
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
    field.setPlaceholderText("What happens next?")  # as when the language is changed
    assert field.placeholderText() == ""
    compose(field, "")
    assert field.placeholderText() == "What happens next?"


def test_a_word_that_was_composed_stands_in_the_field(qtbot):
    field = PlainTextField()
    qtbot.addWidget(field)
    compose(field, "nihao")
    compose(field, "", finished="你好")
    assert field.toPlainText() == "你好"


def test_what_is_pasted_comes_without_escape_codes_and_in_one_undo(qtbot):
    field = PlainTextField()
    qtbot.addWidget(field)
    field.setPlainText("a ")
    field.moveCursor(field.textCursor().MoveOperation.End)
    pasted = QMimeData()
    pasted.setText("r\x1b[31med\x07\u202e fox\r\nruns\x00")
    QApplication.clipboard().setMimeData(pasted)
    field.paste()
    assert field.toPlainText() == "a r[31med fox\nruns"
    field.undo()
    assert field.toPlainText() == "a "


def test_a_prompt_from_elsewhere_comes_without_them_too(qtbot):
    prompt = PromptEdit(Look(QApplication.instance(), "light"), 100)
    qtbot.addWidget(prompt)
    prompt.set_text("from a draft\x1b")
    assert prompt.text == "from a draft"
    prompt.replace_text("from a \u202epreset")
    assert prompt.text == "from a preset"
