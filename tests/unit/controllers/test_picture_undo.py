"""Pictures that were removed or replaced by mistake come back with Undo, in their places."""

import asyncio

import pytest
from fakes.finding import button
from PySide6.QtWidgets import QPushButton

from vidu_desktop.controllers.picture_undo import PictureUndo
from vidu_desktop.domain.modes import Mode
from vidu_desktop.library.undo import UndoStack
from vidu_desktop.ui.compose import ComposePane
from vidu_desktop.ui.text import say
from vidu_desktop.ui.widgets.picture_well import PictureWell


class Bench:
    def __init__(self, look, desk) -> None:
        self.compose = ComposePane(look, desk)
        self.undo = UndoStack()
        self.work = PictureUndo(self.compose, self.undo)

    def pictures(self) -> list[str]:
        return list(self.compose.current_tab.draft.picture_paths)

    def words(self) -> str:
        return "" if self.undo.undo_words is None else say(self.undo.undo_words)

    def take_back(self) -> None:
        asyncio.run(self.undo.undo())

    def do_again(self) -> None:
        asyncio.run(self.undo.redo())

    def click(self, words: str) -> None:
        next(one for one in self.compose.findChildren(QPushButton) if one.text() == words).click()


@pytest.fixture
def bench(qtbot, look, desk):
    bench = Bench(look, desk)
    qtbot.addWidget(bench.compose)
    bench.compose.resize(420, 900)
    bench.compose.show()
    return bench


def test_all_that_were_removed_with_one_click_come_back(bench, drop):
    drop(bench.compose, "/p/1.png", "/p/2.png", "/p/3.png")

    bench.click("Remove all")
    assert (bench.pictures(), bench.words()) == ([], "3 pictures taken out")
    bench.take_back()
    assert bench.pictures() == ["/p/1.png", "/p/2.png", "/p/3.png"]
    bench.do_again()
    assert bench.pictures() == []


def test_a_good_picture_that_was_replaced_comes_back(bench, drop):
    drop(bench.compose, "/p/good.png")
    well = next(one for one in bench.compose.findChildren(PictureWell) if one.isVisible())

    drop(well, "/p/other.png")
    assert (bench.pictures(), bench.words()) == (["/p/other.png"], "pictures replaced")
    bench.take_back()

    assert bench.pictures() == ["/p/good.png"]


def test_a_step_of_another_tab_shows_that_tab(bench, drop):
    bench.compose.show_mode(Mode.START_END)
    drop(bench.compose, "/p/a.png", "/p/b.png")
    button(bench.compose.current_tab, "Swap start and end").click()
    assert bench.words() == "order of the pictures"
    bench.compose.show_mode(Mode.IMAGE)

    bench.take_back()

    assert bench.compose.current_tab.mode is Mode.START_END
    assert bench.pictures() == ["/p/a.png", "/p/b.png"]


def test_steps_go_back_to_the_beginning_one_by_one(bench, drop):
    drop(bench.compose, "/p/1.png")
    drop(bench.compose, "/p/2.png")
    seen = []

    while bench.undo.undo_words is not None:
        bench.take_back()
        seen.append(bench.pictures())

    assert seen == [["/p/1.png"], []]
    bench.do_again()
    bench.do_again()
    assert bench.pictures() == ["/p/1.png", "/p/2.png"]


def test_what_a_tab_begins_with_is_no_step(bench, desk, qtbot, look, drop):
    drop(bench.compose, "/p/1.png")
    kept = bench.compose.drafts
    other = ComposePane(look, desk)
    qtbot.addWidget(other)
    undo = UndoStack()
    other.restore(kept)
    PictureUndo(other, undo)

    other.show_mode(Mode.START_END)
    other.show_mode(Mode.IMAGE)

    assert list(other.current_tab.draft.picture_paths) == ["/p/1.png"]
    assert undo.undo_words is None
