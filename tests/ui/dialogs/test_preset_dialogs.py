"""Presets are named, found, used and deleted; none is replaced or deleted by accident."""

import pytest
from fakes.requests import a_request
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from vidu_desktop.domain.modes import Mode
from vidu_desktop.domain.presets import Preset, preset_of
from vidu_desktop.ui.dialogs.preset_dialogs import PresetsDialog, SavePresetDialog

AN_HOUR_MS = 3_600_000


def a_preset(name: str, mode: Mode = Mode.IMAGE, **changes: bool) -> Preset:
    made = preset_of(name, a_request(f"{name}, wide", mode=mode))
    return Preset(name=made.name, request=made.request, **changes)


def button(dialog, words: str) -> QPushButton:
    (found,) = [one for one in dialog.findChildren(QPushButton) if one.text().startswith(words)]
    return found


def words_in(dialog) -> list[str]:
    return [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]


@pytest.fixture
def save_dialog(qtbot, look) -> SavePresetDialog:
    dialog = SavePresetDialog(look, "A fox turns", ["Rain"], Mode.IMAGE)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)  # read after it is closed
    qtbot.addWidget(dialog)
    dialog.saved = []
    dialog.chosen.connect(lambda *choice: dialog.saved.append(choice))
    dialog.show()
    return dialog


@pytest.fixture
def make_list(qtbot, look):
    def make(*presets: Preset, rest_ms: int = 0) -> PresetsDialog:
        dialog = PresetsDialog(look, rest_ms=rest_ms)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)  # read after it is closed
        qtbot.addWidget(dialog)
        dialog.heard = []
        dialog.use_requested.connect(lambda preset: dialog.heard.append(("use", preset.name)))
        dialog.start_requested.connect(lambda preset, on: dialog.heard.append(("start", preset.name, on)))
        dialog.export_requested.connect(
            lambda chosen: dialog.heard.append(("export", [one.name for one in chosen]))
        )
        dialog.remove_requested.connect(lambda names: dialog.heard.append(("remove", names)))
        dialog.show_presets(presets)
        dialog.show()
        return dialog

    return make


def test_return_saves_under_the_proposed_name(save_dialog, qtbot) -> None:
    qtbot.keyClick(save_dialog.name, Qt.Key.Key_Return)
    assert save_dialog.saved == [("A fox turns", False)]
    assert not save_dialog.isVisible()


def test_a_name_that_is_taken_says_that_it_is_replaced_before_it_is_pressed(save_dialog, qtbot) -> None:
    save_dialog.name.clear()
    assert not button(save_dialog, "Save").isEnabled()
    qtbot.keyClicks(save_dialog.name, " rain ")
    assert "There is a preset of that name. It is replaced." in words_in(save_dialog)
    save_dialog.at_start.click()
    button(save_dialog, "Replace it").click()
    assert save_dialog.saved == [("rain", True)]


def test_an_empty_list_says_where_presets_come_from_and_only_takes_them_in(make_list) -> None:
    dialog = make_list()
    assert "None yet. Save what is in a tab, or a video's settings from its menu." in words_in(dialog)
    assert [
        one.text() for one in dialog.findChildren(QPushButton) if one.isEnabled() and one.isVisible()
    ] == ["Import\u2026", "Close"]


def test_one_is_used_with_return_and_begins_its_tab_with_a_tick(make_list, qtbot) -> None:
    dialog = make_list(a_preset("Fog", at_start=True), a_preset("Rain", Mode.REFERENCE))
    assert dialog.at_start.isChecked()
    dialog.list.setFocus()
    qtbot.keyClick(dialog.list, Qt.Key.Key_Down)
    assert not dialog.at_start.isChecked()
    dialog.at_start.click()
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    assert dialog.heard == [("start", "Rain", True), ("use", "Rain")]


def test_several_are_exported_or_deleted_together_and_none_is_used(make_list, qtbot) -> None:
    dialog = make_list(a_preset("Fog"), a_preset("Rain"))
    qtbot.keyClick(dialog.list, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert not button(dialog, "Use it").isEnabled()
    assert not dialog.at_start.isEnabled()
    button(dialog, "Export").click()
    button(dialog, "Delete").click()
    button(dialog, "Really delete 2?").click()
    assert dialog.heard == [("export", ["Fog", "Rain"]), ("remove", ["Fog", "Rain"])]


def test_a_double_click_on_delete_asks_and_deletes_nothing(make_list, qtbot) -> None:
    dialog = make_list(a_preset("Fog"), rest_ms=AN_HOUR_MS)
    delete = button(dialog, "Delete")
    for _ in range(2):
        qtbot.mouseClick(delete, Qt.MouseButton.LeftButton)
    assert dialog.heard == []
    assert delete.text() == "Really delete 1?"


def test_after_a_change_the_same_ones_are_selected(make_list) -> None:
    dialog = make_list(a_preset("Fog"), a_preset("Rain"))
    dialog.show_presets([a_preset("Fog"), a_preset("Ice"), a_preset("Rain")], ["Rain"])
    button(dialog, "Use it").click()
    assert dialog.heard == [("use", "Rain")]
