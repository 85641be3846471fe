"""Each tab offers the models of its mode; the choice is remembered, and the settings are those of the model."""

import pytest
from fakes.finding import called
from fakes.requests import a_request
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QWidget

from vidu_desktop.domain.modes import Mode
from vidu_desktop.ui.compose import ComposePane
from vidu_desktop.ui.main_window import MainWindow
from vidu_desktop.ui.widgets.option_row import OptionRow
from vidu_desktop.ui.widgets.segmented import Segmented


@pytest.fixture
def memory(tmp_path) -> QSettings:
    return QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def pane(qtbot, look, desk) -> ComposePane:
    pane = ComposePane(look, desk)
    pane.sent = []
    pane.submit_requested.connect(pane.sent.append)
    qtbot.addWidget(pane)
    pane.resize(420, 900)
    pane.show()
    return pane


def click(qtbot, pane, name: str) -> None:
    (control,) = [
        one for one in pane.current_tab.findChildren(QAbstractButton)
        if one.accessibleName() == name and one.isVisible()
    ]  # fmt: skip
    qtbot.mouseClick(control, Qt.MouseButton.LeftButton)


def shown_labels(pane) -> list[str]:
    labels = pane.current_tab.findChild(OptionRow).findChildren(QLabel)
    return [label.text() for label in labels if label.isVisible() and label.buddy() is not None]


def request_of(pane, desk):
    pane.take_first(Mode.IMAGE, "/p/cat.png")
    desk.answer_all()
    (request,) = pane.current_tab.readiness.requests
    return request


def test_vidu_2_is_chosen_at_first_and_a_tab_with_one_model_shows_no_choice(pane, desk) -> None:
    assert shown_labels(pane) == ["Model", "Length", "Size", "Movement", "Music", "Belongs to"]
    assert request_of(pane, desk).model == "vidu2-image"
    pane.show_mode(Mode.REFERENCE)
    assert "Model" not in shown_labels(pane)


def test_another_model_brings_its_own_settings_and_its_price(pane, desk, qtbot) -> None:
    click(qtbot, pane, "Background music")
    click(qtbot, pane, "Model: CogVideoX-3")
    labels = ["Model", "Length", "Size", "Quality", "Frame rate", "Music", "Belongs to"]
    qtbot.waitUntil(lambda: shown_labels(pane) == labels)
    (sizes,) = [one for one in pane.current_tab.findChildren(QComboBox) if one.accessibleName() == "Size"]
    sizes.setCurrentIndex(6)
    sizes.activated.emit(6)
    click(qtbot, pane, "Frame rate: 60 fps")

    request = request_of(pane, desk)

    assert (request.model, request.mode) == ("cogvideox-3", "image")
    assert request.options == {
        "duration": 5, "size": "3840x2160", "quality": "speed", "fps": 60, "audio": True
    }  # fmt: skip
    click(qtbot, pane, "Model: Vidu Q1")
    assert pane.current_tab.readiness.requests[0].options["size"] == "1920x1080"
    assert [one for one in pane.findChildren(QAbstractButton) if "$0.40" in one.text()]


def test_the_chosen_model_is_there_at_the_next_start_by_tab(pane, desk, look, qtbot) -> None:
    click(qtbot, pane, "Model: CogVideoX-3")
    again = ComposePane(look, desk)
    qtbot.addWidget(again)
    again.restore(pane.drafts)
    assert again.current_tab.offer.model == "cogvideox-3"
    again.show_mode(Mode.START_END)
    assert again.current_tab.offer.model == "vidu2-start-end"


@pytest.mark.parametrize("mode", ["image", "start-end"])
def test_a_request_of_another_model_fills_its_tab_exactly(pane, desk, mode) -> None:
    paths = ("/p/a.png",) if mode == "image" else ("/p/a.png", "/p/b.png")
    request = a_request(
        "Again.", model="cogvideox-3", mode=mode, picture_paths=paths, size="1024x1024", duration=10, fps=60
    )
    desk.sizes.update(dict.fromkeys(paths, (1024, 1024)))
    assert pane.fill(request)
    desk.answer_all()
    assert pane.current_tab.readiness.requests == (request,)
    assert pane.current_tab.readiness.sendable


def test_tab_goes_from_line_to_line_after_the_model_was_changed(pane, qtbot) -> None:
    click(qtbot, pane, "Model: CogVideoX-3")
    options = pane.current_tab.findChild(OptionRow)
    lines = [
        called(options, "Model", Segmented),
        *(choice.widget for choice in options._choices.values()),
        options.place,
    ]
    widget, passed = called(options, "Model", Segmented).findChildren(QAbstractButton)[0], []
    for _ in range(40):
        line = next((one for one in lines if one is widget or one.isAncestorOf(widget)), None)
        if line is not None and line not in passed and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            passed.append(line)
        widget = widget.nextInFocusChain()
    assert passed == lines


def test_no_two_actions_of_the_window_have_one_key(qtbot, look, desk, memory) -> None:
    """If the tabs' keys were counted on, a fourth mode would take the queue's Ctrl+4."""
    window = MainWindow(memory)
    qtbot.addWidget(window)
    window.fill(look, ComposePane(look, desk), QWidget(), QLabel("queue"), QLabel("library"))
    keys = [key.toString() for action in window.findChildren(QAction) for key in action.shortcuts()]
    assert sorted(keys) == sorted(set(keys))
    assert {"Ctrl+1", "Ctrl+2", "Ctrl+3", "Ctrl+4", "Ctrl+5"} <= set(keys)
