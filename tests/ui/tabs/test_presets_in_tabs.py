"""Prompts and presets are put into a tab without removing its pictures or shot, and never over the person's own text."""

import re

import pytest
from fakes.requests import a_request
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu, QPlainTextEdit

from vidu_desktop.domain.drafts import Drafts
from vidu_desktop.domain.modes import Mode
from vidu_desktop.domain.presets import preset_of
from vidu_desktop.ui.compose import ComposePane


@pytest.fixture
def pane(qtbot, look, desk) -> ComposePane:
    pane = ComposePane(look, desk)
    qtbot.addWidget(pane)
    pane.resize(420, 900)
    pane.show()
    return pane


def a_preset(name: str = "Rain", mode: Mode = Mode.IMAGE):
    return preset_of(name, a_request(f"{name}.", model="cogvideox-3", mode=mode, fps=60))


def open_menu(pane: ComposePane, qtbot) -> dict[str, QAction]:
    pane.presets_action.trigger()
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    return {re.sub("(?<!&)&(?!&)", "", action.text()): action for action in menu.actions() if action.text()}


def test_an_earlier_prompt_replaces_what_stands_there_and_undo_brings_that_back(pane, qtbot) -> None:
    edit = pane.current_tab.findChild(QPlainTextEdit)
    qtbot.keyClicks(edit, "Half a thought")
    pane.use_prompt("Rain on a roof")
    assert pane.current_tab.draft.prompt == "Rain on a roof"
    edit.undo()
    assert pane.current_tab.draft.prompt == "Half a thought"


def test_a_preset_from_the_menu_brings_prompt_and_settings_and_leaves_pictures_and_shot(
    pane, desk, qtbot
) -> None:
    pane.fill(a_request("Old.", picture_paths=("/p/cat.png",), project="Dawn", shot="S010"))
    pane.set_presets([a_preset("Rain & fog"), a_preset("Ends", Mode.START_END)])

    entries = open_menu(pane, qtbot)
    assert list(entries) == ["Rain && fog", "Save as preset\u2026", "All presets\u2026"]
    entries["Rain && fog"].trigger()

    draft = pane.current_tab.draft
    assert (draft.prompt, draft.model, draft.options["fps"]) == ("Rain & fog.", "cogvideox-3", 60)
    assert (draft.picture_paths, draft.project, draft.shot) == (("/p/cat.png",), "Dawn", "S010")


def test_what_is_in_the_tab_goes_into_a_new_preset(pane, qtbot) -> None:
    saved = []
    pane.preset_save_requested.connect(saved.append)
    pane.fill(a_request("Mine.", fps=60))
    open_menu(pane, qtbot)["Save as preset\u2026"].trigger()
    assert [request.prompt for request in saved] == ["Mine."]


def test_a_preset_of_an_unknown_model_changes_nothing(pane) -> None:
    before = pane.current_tab.draft
    assert not pane.use_preset(a_request("Dream.", model="vidu9-dream", mode=Mode.IMAGE))
    assert pane.current_tab.draft == before


@pytest.mark.parametrize("mode", [Mode.IMAGE, Mode.REFERENCE])
def test_an_empty_tab_begins_with_its_preset_whether_it_was_shown_or_not(pane, mode) -> None:
    preset = preset_of("Rain", a_request("Rain.", mode=mode))
    pane.begin_with(preset.request)
    pane.show_mode(mode)
    assert pane.current_tab.draft.prompt == "Rain."


@pytest.mark.parametrize("mode", [Mode.IMAGE, Mode.REFERENCE])
@pytest.mark.parametrize(
    "mine", [{"picture_paths": ("/p/cat.png",)}, {"prompt": "Mine."}, {"shot": "S010"}], ids=str
)
def test_a_tab_with_something_of_the_persons_in_it_begins_with_that(pane, mode, mine) -> None:
    draft = a_request(**{"prompt": "", "picture_paths": (), "mode": mode, **mine})
    pane.restore(Drafts(shown_mode=Mode.IMAGE, requests={mode: draft}))
    pane.begin_with(preset_of("Rain", a_request("Rain.", mode=mode)).request)
    pane.show_mode(mode)
    assert pane.current_tab.draft.prompt == draft.prompt


def test_tab_goes_from_the_prompt_to_earlier_prompts_presets_and_shelf_and_on_to_the_settings(
    pane, qtbot
) -> None:
    pane.activateWindow()
    pane.current_tab.findChild(QPlainTextEdit).setFocus()
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QPlainTextEdit))
    passed = []
    for _ in range(5):
        passed.append(QApplication.focusWidget().accessibleName())
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    shelf = "Characters and products on the shelf"
    assert passed == ["Prompt", "Earlier prompts", "Presets", shelf, "Model: Vidu 2"]
    for _ in range(5):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Backtab)
    assert QApplication.focusWidget().accessibleName() == "Prompt"
