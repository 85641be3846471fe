"""The trash: nothing is deleted for good by accident."""

from datetime import UTC, datetime

import pytest
from fakes.finding import only
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QTreeWidget

from vidu_desktop.ui.dialogs.trash_dialog import TrashDialog, TrashLine

AN_HOUR_MS = 3_600_000


@pytest.fixture
def make_dialog(qtbot, look):
    def make(rest_ms: int) -> TrashDialog:
        dialog = TrashDialog(look, rest_ms=rest_ms)
        qtbot.addWidget(dialog)
        dialog.deleted, dialog.back = [], []
        dialog.delete_requested.connect(dialog.deleted.append)
        dialog.take_back_requested.connect(dialog.back.append)
        at = datetime(2026, 11, 28, tzinfo=UTC)
        dialog.show_contents(
            [TrashLine(trash_id=name, words=name, trashed_at=at, file_bytes=9) for name in "abc"]
        )
        dialog.show()
        return dialog

    return make


def press(qtbot, button) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))


def test_a_double_click_asks_and_deletes_nothing(make_dialog, qtbot):
    dialog = make_dialog(AN_HOUR_MS)
    delete, _take_back = dialog.buttons

    for _ in range(2):
        press(qtbot, delete)

    assert dialog.deleted == []
    assert "Really" in delete.text()


def test_a_second_press_deletes_what_is_selected_and_a_changed_selection_is_asked_about_anew(
    make_dialog, qtbot
):
    dialog = make_dialog(0)
    delete, _take_back = dialog.buttons
    press(qtbot, delete)
    only(dialog, QTreeWidget).selectAll()

    press(qtbot, delete)
    assert dialog.deleted == []
    press(qtbot, delete)

    assert dialog.deleted == [["a", "b", "c"]]


def test_only_what_was_thrown_away_last_is_selected_at_first(make_dialog, qtbot):
    dialog = make_dialog(0)
    _delete, take_back = dialog.buttons

    press(qtbot, take_back)

    assert dialog.back == [["a"]]


def test_an_empty_trash_offers_nothing_to_press_and_warns_of_nothing(make_dialog):
    dialog = make_dialog(0)
    delete, take_back = dialog.buttons
    assert delete.isEnabled()
    assert delete.property("kind") == "danger"

    dialog.show_contents([])

    assert not delete.isEnabled()
    assert not take_back.isEnabled()
    assert delete.property("kind") != "danger"
