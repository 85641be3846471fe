"""An empty library says what it is for, or still offers to bring back what was thrown away."""

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from vidu_desktop.ui.library.empty_library import EmptyLibrary
from vidu_desktop.ui.library.library_pane import LibraryPane
from vidu_desktop.ui.models.library_model import LibraryModel


@pytest.fixture
def empty(qtbot, look):
    widget = EmptyLibrary(look)
    qtbot.addWidget(widget)
    widget.show()
    return widget


def words_in(widget):
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def buttons_in(widget):
    return {button.text(): button for button in widget.findChildren(QPushButton) if button.isVisible()}


def test_one_that_was_never_filled_says_what_it_is_for(empty):
    assert "No videos yet" in words_in(empty)
    assert buttons_in(empty) == {}


@pytest.mark.parametrize(
    ("count", "words"), [(1, "1 video is in the trash"), (3, "3 videos are in the trash")]
)
def test_one_that_was_emptied_says_where_the_videos_are_and_how_they_come_back(empty, qtbot, count, words):
    empty.show_trashed(count, "deletion of videos")

    assert words in words_in(empty)
    with qtbot.waitSignal(empty.undo_requested):
        buttons_in(empty)["Undo: deletion of videos"].click()
    with qtbot.waitSignal(empty.trash_wanted):
        buttons_in(empty)["Open the trash…"].click()


def test_after_a_restart_there_is_nothing_to_undo_but_the_trash_is_there(empty):
    empty.show_trashed(2, "")

    assert list(buttons_in(empty)) == ["Open the trash…"]


def test_a_trash_with_boards_alone_can_be_opened(empty):
    empty.show_trashed(0, "deletion of a board", boards=1)
    shown = [one.text() for one in empty.findChildren(QPushButton) if not one.isHidden()]
    assert shown == ["Open the trash…"]


def test_the_trash_that_is_emptied_too_leaves_no_way_back(empty):
    empty.show_trashed(2, "")
    empty.show_trashed(0, "deletion of videos")

    assert "No videos yet" in words_in(empty)
    assert buttons_in(empty) == {}


def test_the_library_asks_what_is_in_the_trash_when_it_is_empty(qtbot, look):
    model = LibraryModel()
    pane = LibraryPane(look, model)
    qtbot.addWidget(pane)

    with qtbot.waitSignal(pane.emptied):
        model.set_rows([])

    model.close()
