"""A press that comes before the tab holds the latest choice never orders what the tab held before."""

from collections.abc import Callable

import pytest
from fakes.requests import a_request
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton

from vidu_desktop.domain.modes import Mode
from vidu_desktop.domain.request import GenerationRequest
from vidu_desktop.errors import BadInput, Sentence
from vidu_desktop.ui.compose import ComposePane
from vidu_desktop.ui.dialogs.fetch_link_dialog import FetchLinkDialog
from vidu_desktop.ui.widgets.drop_reading import DropReading, read_drop
from vidu_desktop.ui.widgets.prompt_edit import PromptEdit

OLD = a_request(picture_paths=("/p/old.png",), prompt="old")
NEW = a_request(picture_paths=("/p/new.png",), prompt="new")
LINK = "https://pictures.example/new.png"


@pytest.fixture
def pane(qtbot, look, desk) -> ComposePane:
    """A pane with an old order whose pictures were examined: a press would order it at once."""
    pane = ComposePane(look, desk, rest_ms=0)
    qtbot.addWidget(pane)
    pane.resize(440, 900)
    pane.show()
    pane.sent = []
    pane.submit_requested.connect(pane.sent.append)
    pane.fill(OLD)
    desk.answer_all()
    return pane


def press(pane: ComposePane, *, paid: bool = True) -> None:
    QApplication.processEvents()  # ends the rest after an earlier press
    (pane.generate_action if paid else pane.rehearse_action).trigger()


def words_of(pane: ComposePane) -> str:
    labels = [label.text().replace("\u200b", "") for label in pane.findChildren(QLabel) if label.isVisible()]
    return " | ".join(labels)


def ordered(pane: ComposePane) -> list[GenerationRequest]:
    return [request for submission in pane.sent for request in submission.requests]


def drop_folder(pane: ComposePane, desk) -> None:
    desk.folders["/p/shots"] = ["/p/shots/1.png"]
    pane.current_tab.take(DropReading(folders=("/p/shots",)), 0)


def paste_image(pane: ComposePane, _desk) -> None:
    mime = QMimeData()
    mime.setImageData(QImage(64, 64, QImage.Format.Format_RGB32))
    pane.current_tab.take(read_drop(mime), 0)


def drop_link(pane: ComposePane, _desk) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl(LINK)])
    pane.current_tab.take(read_drop(mime), 0)
    (dialog,) = pane.window().findChildren(FetchLinkDialog)
    next(one for one in dialog.findChildren(QPushButton) if "Fetch" in one.text()).click()


WAYS_THAT_TAKE_TIME = pytest.mark.parametrize("fill", [drop_folder, paste_image, drop_link])


@pytest.mark.parametrize("paid", [True, False])
@WAYS_THAT_TAKE_TIME
def test_while_pictures_are_on_their_way_a_press_orders_nothing_and_says_so(
    pane, desk, fill, paid: bool
) -> None:
    fill(pane, desk)
    press(pane, paid=paid)
    assert "Nothing was ordered: what you chose last wasn't in the tab yet." in words_of(pane)
    desk.answer_all()
    assert ordered(pane) == []
    assert pane.current_tab.draft.picture_paths != OLD.picture_paths
    assert "Nothing was ordered" in words_of(pane)

    press(pane, paid=paid)  # orders what is shown now; several paid videos must be confirmed
    if paid and pane.current_tab.readiness.count > 1:
        press(pane)
    assert [one.picture_paths for one in ordered(pane)] == [
        (path,) for path in pane.current_tab.draft.picture_paths
    ]
    assert "Nothing was ordered" not in words_of(pane)


def test_a_link_that_leads_nowhere_lets_the_next_press_order_what_lies_there(pane, desk) -> None:
    desk.refusals[LINK] = BadInput("link", Sentence("There is no picture behind that link."))
    drop_link(pane, desk)
    press(pane)
    desk.answer_all()
    assert ordered(pane) == []
    press(pane)
    assert [one.picture_paths for one in ordered(pane)] == [OLD.picture_paths]


def test_a_press_on_another_tab_doesnt_wait_for_a_picture_of_this_one(pane, desk) -> None:
    pane.fill(a_request(mode=Mode.START_END, model="vidu2-start-end", picture_paths=("/p/a.png", "/p/b.png")))
    desk.answer_all()
    pane.show_mode(Mode.IMAGE)
    paste_image(pane, desk)
    pane.show_mode(Mode.START_END)
    press(pane)
    assert [one.picture_paths for one in ordered(pane)] == [("/p/a.png", "/p/b.png")]


@pytest.mark.parametrize("paid", [True, False])
def test_what_the_window_is_asked_to_put_into_a_tab_holds_every_press_until_it_is_there(
    pane, desk, paid: bool
) -> None:
    filled = pane.coming.begin()
    assert "What you chose is on its way into the tab" in words_of(pane)
    press(pane, paid=paid)
    assert "Nothing was ordered: what you chose last" in words_of(pane)
    pane.fill(NEW)
    filled()
    desk.answer_all()
    assert ordered(pane) == []
    press(pane, paid=paid)
    assert [one.prompt for one in ordered(pane)] == ["new"]


def test_a_question_about_several_ends_when_something_else_is_on_its_way(pane, desk) -> None:
    pane.set_pictures(Mode.IMAGE, ["/p/1.png", "/p/2.png"])
    desk.answer_all()
    press(pane)
    (send,) = [
        one
        for one in pane.findChildren(QPushButton)
        if one.isVisible() and one.text().startswith("Send 2 videos")
    ]
    filled = pane.coming.begin()
    send.click()
    press(pane)
    assert ordered(pane) == []
    filled()


def choose_model_option(pane: ComposePane) -> None:
    (longer,) = [
        one
        for one in pane.current_tab.findChildren(QAbstractButton)
        if one.accessibleName() == "Movement: Large"
    ]
    longer.click()


AT_ONCE: dict[str, Callable[[ComposePane], object]] = {
    "same again": lambda pane: pane.fill(NEW),
    "a preset": lambda pane: pane.use_preset(NEW),
    "an earlier prompt": lambda pane: pane.use_prompt("new"),
    "opened with": lambda pane: pane.set_pictures(Mode.IMAGE, ["/p/new.png"]),
    "undo of pictures": lambda pane: pane.set_pictures(Mode.IMAGE, ["/p/new.png"]),
    "a frame": lambda pane: pane.take_first(Mode.IMAGE, "/p/new.png"),
    "a dropped file": lambda pane: pane.current_tab.take(DropReading(files=("/p/new.png",)), 0),
    "typing": lambda pane: pane.current_tab.findChild(PromptEdit).set_text("new"),
    "an option": choose_model_option,
}


@pytest.mark.parametrize("way", AT_ONCE)
def test_what_fills_a_tab_at_once_is_what_the_next_press_orders(pane, desk, way: str) -> None:
    AT_ONCE[way](pane)
    wished = pane.current_tab.draft
    assert wished != OLD
    press(pane)
    desk.answer_all()
    assert [(one.prompt, one.picture_paths, one.options) for one in ordered(pane)] == [
        (wished.prompt, wished.picture_paths, wished.options)
    ]


def test_an_order_that_nothing_else_was_chosen_for_goes_at_once(pane) -> None:
    press(pane)
    assert [one.prompt for one in ordered(pane)] == ["old"]


def escape(pane: ComposePane) -> None:
    pane.window().activateWindow()  # behind a dialog that is closed
    QApplication.processEvents()
    QTest.keyClick(pane.current_tab.findChild(PromptEdit), Qt.Key.Key_Escape)


@WAYS_THAT_TAKE_TIME
def test_what_hangs_is_called_off_by_escape_and_never_comes(pane, desk, fill) -> None:
    fill(pane, desk)
    press(pane)
    assert "Escape calls it off" in words_of(pane)
    escape(pane)
    assert "Called off: the tab stays as it is" in words_of(pane)
    assert "Fetching" not in words_of(pane)
    press(pane)
    assert [one.picture_paths for one in ordered(pane)] == [OLD.picture_paths]
    desk.answer_all()
    assert pane.current_tab.draft.picture_paths == OLD.picture_paths


def test_escape_calls_off_only_what_can_be_and_what_a_press_was_refused_for(pane) -> None:
    called_off: list[str] = []
    hangs = pane.coming.begin(lambda: called_off.append("hangs"))
    escape(pane)
    assert called_off == []
    must_come = pane.coming.begin()
    press(pane)
    escape(pane)
    assert called_off == ["hangs"]
    hangs()
    press(pane)
    assert ordered(pane) == []
    must_come()
    press(pane)
    assert [one.prompt for one in ordered(pane)] == ["old"]
