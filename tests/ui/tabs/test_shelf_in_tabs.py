"""The shelf's names in a tab are completed, replaced before sending, and bring their pictures; problems are shown."""

import re

import pytest
from fakes.requests import a_request
from fakes.shelves import an_item
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QCompleter, QMenu, QPlainTextEdit

from vidu_desktop.domain.modes import Mode
from vidu_desktop.ui.compose import ComposePane
from vidu_desktop.ui.models.shelf_model import ShelfEntry
from vidu_desktop.ui.widgets.drop_reading import SHELF_MIME
from vidu_desktop.ui.widgets.problem_list import ProblemList


def entry(name: str, words: str, *contents: str) -> ShelfEntry:
    item = an_item(name, words, *contents)
    return ShelfEntry(item=item, paths=tuple(f"/inputs/{one.sha256}.png" for one in item.pictures))


FOX, MEI = entry("Fox", "a red fox"), entry("Mei", "", "mei 1", "mei 2")


@pytest.fixture
def pane(qtbot, look, desk) -> ComposePane:
    pane = ComposePane(look, desk)
    qtbot.addWidget(pane)
    pane.resize(420, 900)
    pane.shelf.set_entries([FOX, MEI])
    pane.show_mode(Mode.REFERENCE)
    pane.show()
    return pane


@pytest.fixture
def sent(pane) -> list:
    orders = []
    pane.submit_requested.connect(orders.append)
    return orders


def write(pane: ComposePane, text: str) -> None:
    pane.current_tab.use_prompt(text)


def buttons(pane: ComposePane) -> list[QAbstractButton]:
    return pane.current_tab.findChildren(QAbstractButton)


def problems(pane: ComposePane) -> list[str]:
    return [text for one in pane.current_tab.findChildren(ProblemList) for text in one.sentences]


def test_what_is_sent_is_text_and_pictures_in_the_order_of_the_wells(pane, desk, sent) -> None:
    write(pane, "meets @mei")
    pane.shelf.use_requested.emit("Fox")
    pane.shelf.use_requested.emit("Mei")
    desk.answer_all()
    pane.rehearse_action.trigger()

    (order,) = sent
    (request,) = order.requests
    assert "Fox (a red fox)" in request.prompt
    assert "@" not in request.prompt
    assert request.picture_paths == (*FOX.paths, *MEI.paths)
    assert "@Fox" in pane.current_tab.draft.prompt  # the person's own text stays


def test_a_name_without_its_pictures_is_told_and_they_are_added_with_one_press(
    pane, desk, sent, qtbot
) -> None:
    pane.current_tab.set_pictures(["/p/cat.png"])
    write(pane, "@Mei sits")
    desk.answer_all()
    pane.rehearse_action.trigger()
    assert sent == []
    assert any("Mei" in text for text in problems(pane))

    (button,) = [one for one in buttons(pane) if one.text() == "Add the pictures"]
    button.click()
    desk.answer_all()

    assert pane.current_tab.draft.picture_paths == ("/p/cat.png", *MEI.paths)
    assert problems(pane) == []


def test_a_picture_of_somebody_is_known_by_what_is_in_it_and_not_by_its_name(pane, desk, sent) -> None:
    desk.sent["/p/fox.png"] = FOX.item.pictures[0].sha256
    pane.current_tab.set_pictures(["/p/fox.png"])
    pane.shelf.use_requested.emit("Fox")
    pane.rehearse_action.trigger()
    assert sent == [], "whether it is the same picture isn't known yet"
    assert problems(pane) == []
    desk.answer_all()
    pane.rehearse_action.trigger()
    (order,) = sent
    (request,) = order.requests
    assert request.picture_paths == ("/p/fox.png",)


def test_another_picture_of_that_name_is_joined_by_those_of_the_shelf(pane, desk) -> None:
    desk.sent["/p/fox.png"] = "5" * 64
    pane.current_tab.set_pictures(["/p/fox.png"])
    pane.shelf.use_requested.emit("Fox")
    pane.shelf.use_requested.emit("Mei")
    desk.answer_all()
    assert pane.current_tab.draft.picture_paths == ("/p/fox.png", *FOX.paths, *MEI.paths)


def test_a_picture_that_is_taken_out_meanwhile_keeps_nobody_waiting(pane, desk) -> None:
    pane.current_tab.set_pictures(["/p/fox.png"])
    pane.shelf.use_requested.emit("Fox")
    pane.current_tab.set_pictures([])
    assert pane.current_tab.draft.picture_paths == FOX.paths


def test_what_fills_the_tab_meanwhile_gets_nobody_who_isnt_named_in_it(pane, desk) -> None:
    pane.current_tab.set_pictures(["/p/fox.png"])
    pane.shelf.use_requested.emit("Fox")
    pane.fill(a_request("walks on", mode=Mode.REFERENCE, picture_paths=("/p/cat.png",)))
    desk.answer_all()
    assert pane.current_tab.draft.picture_paths == ("/p/cat.png",)


def test_a_name_that_nobody_has_keeps_the_order_here(pane, desk, sent) -> None:
    pane.current_tab.set_pictures(["/p/cat.png"])
    write(pane, "@Wolf howls")
    desk.answer_all()
    pane.generate_action.trigger()
    assert sent == []
    assert any("@Wolf" in text for text in problems(pane))
    write(pane, "a sign: @@Wolf")
    assert problems(pane) == []


def test_until_the_shelf_is_read_a_name_waits_and_is_no_problem(qtbot, look, desk) -> None:
    pane, orders = ComposePane(look, desk), []
    qtbot.addWidget(pane)
    pane.submit_requested.connect(orders.append)
    pane.fill(a_request("@Fox runs", picture_paths=("/p/cat.png",)))
    desk.answer_all()
    pane.rehearse_action.trigger()
    assert (orders, problems(pane)) == ([], [])
    pane.shelf.set_entries([FOX])
    pane.rehearse_action.trigger()
    assert [request.prompt for request in orders[0].requests] == ["Fox (a red fox) runs"]


def test_more_pictures_than_a_video_takes_are_told(pane, desk) -> None:
    pane.shelf.set_entries([FOX, MEI, entry("Mug", "", "mug")])
    for name in ("Fox", "Mei", "Mug"):
        pane.shelf.use_requested.emit(name)
    desk.answer_all()
    assert len(pane.current_tab.draft.picture_paths) == 4
    assert any("4" in text for text in problems(pane))


def test_where_pictures_are_frames_a_name_brings_its_words_alone(pane, desk, sent) -> None:
    pane.show_mode(Mode.IMAGE)
    pane.fill(a_request("@Fox runs", picture_paths=("/p/cat.png",)))
    desk.answer_all()
    pane.rehearse_action.trigger()
    (request,) = sent[0].requests
    assert (request.prompt, request.picture_paths) == ("Fox (a red fox) runs", ("/p/cat.png",))


def test_what_is_dragged_from_the_shelf_brings_name_and_pictures(pane, desk, drop) -> None:
    mime = QMimeData()
    mime.setData(SHELF_MIME, b"Fox")
    mime.setImageData(None)
    mime.setUrls(["file:///inputs/x.png"])
    assert drop(pane, mime=mime)
    draft = pane.current_tab.draft
    assert (draft.prompt, draft.picture_paths) == ("@Fox", FOX.paths)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Tab])
def test_a_name_is_completed_behind_an_at(pane, qtbot, key) -> None:
    edit = pane.current_tab.findChild(QPlainTextEdit)
    edit.setFocus()
    qtbot.keyClicks(edit, "See @m")
    (popup,) = [one.popup() for one in edit.findChildren(QCompleter)]
    assert popup.isVisible()
    qtbot.keyClick(popup, key)
    assert pane.current_tab.draft.prompt == "See @Mei"
    assert edit.hasFocus()
    assert pane.current_tab.draft.picture_paths == MEI.paths


def test_of_a_name_that_is_being_completed_nothing_is_said_before_it_is_left(pane, sent, qtbot) -> None:
    edit = pane.current_tab.findChild(QPlainTextEdit)
    edit.setFocus()
    qtbot.keyClicks(edit, "See @m")
    (popup,) = [one.popup() for one in edit.findChildren(QCompleter)]
    assert popup.isVisible()
    assert problems(pane) == []
    assert not pane.current_tab.readiness.sendable, "it is no name that could be sent, either"
    qtbot.keyClick(popup, Qt.Key.Key_Escape)
    assert any("@m" in text for text in problems(pane))


def test_the_menu_puts_the_tabs_pictures_on_the_shelf(pane, qtbot) -> None:
    wished = []
    pane.shelf.save_requested.connect(wished.append)
    pane.current_tab.set_pictures(["/p/cat.png"])
    (button,) = [one for one in buttons(pane) if one.accessibleName().startswith("Characters")]
    button.click()
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    entries = {
        re.sub("(?<!&)&(?!&)", "", action.text()): action for action in menu.actions() if action.text()
    }
    assert list(entries)[:2] == ["@Fox", "@Mei"]
    entries["Put these pictures on the shelf\u2026"].trigger()
    assert wished == [["/p/cat.png"]]
