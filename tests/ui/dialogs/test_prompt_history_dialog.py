"""Earlier prompts are found by their words, and one can be chosen with the keyboard alone."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from vidu_desktop.domain.prompt_history import PastPrompt
from vidu_desktop.ui.dialogs.prompt_history_dialog import PromptHistoryDialog

AT = datetime(2026, 11, 29, 9, tzinfo=UTC)
PROMPTS = ("A fox turns\nits head", "Rain on a roof", "A FOX sleeps in the rain")


@pytest.fixture
def make_dialog(qtbot, look):
    def make(*prompts: str) -> PromptHistoryDialog:
        past = [PastPrompt(prompt=prompt, uses=1, last_used_at=AT) for prompt in prompts]
        dialog = PromptHistoryDialog(look, past)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)  # read after it is closed
        qtbot.addWidget(dialog)
        dialog.taken = []
        dialog.chosen.connect(dialog.taken.append)
        dialog.show()
        dialog.activateWindow()
        qtbot.waitUntil(lambda: dialog.search.hasFocus())
        return dialog

    return make


def shown(dialog: PromptHistoryDialog) -> list[str]:
    items = [dialog.list.topLevelItem(row) for row in range(dialog.list.topLevelItemCount())]
    return [item.text(0) for item in items if not item.isHidden()]


def test_what_is_typed_leaves_prompts_with_all_of_its_words(make_dialog, qtbot) -> None:
    dialog = make_dialog(*PROMPTS)
    assert shown(dialog) == ["A fox turns its head", "Rain on a roof", "A FOX sleeps in the rain"]

    qtbot.keyClicks(dialog.search, "rain fox")

    qtbot.waitUntil(lambda: shown(dialog) == ["A FOX sleeps in the rain"])


def test_down_goes_from_the_search_into_the_list_and_return_takes_the_whole_prompt(
    make_dialog, qtbot
) -> None:
    dialog = make_dialog(*PROMPTS)
    qtbot.keyClicks(dialog.search, "fox")
    qtbot.waitUntil(lambda: len(shown(dialog)) == 2)

    qtbot.keyClick(dialog.search, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: dialog.list.hasFocus())
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)

    assert dialog.taken == ["A fox turns\nits head"]
    assert not dialog.isVisible()


def test_return_in_the_search_takes_the_first_that_was_found(make_dialog, qtbot) -> None:
    dialog = make_dialog(*PROMPTS)
    qtbot.keyClicks(dialog.search, "roof")
    qtbot.waitUntil(lambda: len(shown(dialog)) == 1)
    qtbot.keyClick(dialog.search, Qt.Key.Key_Return)
    assert dialog.taken == ["Rain on a roof"]


@pytest.mark.parametrize(
    ("prompts", "typed", "words"),
    [
        ((), "", "Prompts of your videos and of what is in the queue will stand here."),
        (PROMPTS, "submarine", "No prompt has all of these words."),
    ],
)
def test_where_nothing_is_found_it_says_why_and_nothing_can_be_taken(
    make_dialog, qtbot, prompts, typed, words
) -> None:
    dialog = make_dialog(*prompts)
    qtbot.keyClicks(dialog.search, typed)
    (use,) = [one for one in dialog.findChildren(QPushButton) if one.text() == "Use it"]
    qtbot.waitUntil(lambda: not use.isEnabled())
    assert words in [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]


def test_letters_of_markup_are_shown_as_they_are(make_dialog) -> None:
    dialog = make_dialog("<b>Fox</b>")
    assert shown(dialog) == ["<b>Fox</b>"]
    assert "<b>" not in dialog.list.topLevelItem(0).toolTip(0)
