"""Help > Keyboard shortcuts: every key of the table can be found by words or by key, and changed after a note on which
command loses it.
"""

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication, QLabel, QTreeWidgetItem

from vidu_desktop.ui.dialogs.shortcuts_dialog import ShortcutsDialog
from vidu_desktop.ui.models.clip_verbs import ClipVerb
from vidu_desktop.ui.models.key_map import KeyMap, say_key
from vidu_desktop.ui.models.key_table import KEY_TABLE, WindowCommand


@pytest.fixture
def keys(tmp_path) -> KeyMap:
    return KeyMap(QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat))


@pytest.fixture
def dialog(qtbot, look, keys):
    dialog = ShortcutsDialog(look, keys)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.open()
    return dialog


def shown(dialog) -> list[QTreeWidgetItem]:
    groups = [dialog.list.topLevelItem(place) for place in range(dialog.list.topLevelItemCount())]
    items = [group.child(place) for group in groups for place in range(group.childCount())]
    return [item for item in items if not item.isHidden() and not item.parent().isHidden()]


def choose(dialog, words: str) -> None:
    dialog.search.setText(words)
    dialog.list.setCurrentItem(next(item for item in shown(dialog) if item.text(0) == words))


def words_in(dialog) -> str:
    return " ".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


def test_every_command_of_the_table_is_in_the_list_with_its_keys(dialog):
    listed = [item.text(1) for item in shown(dialog)]

    assert sorted(listed) == sorted(", ".join(map(say_key, entry.keys)) for entry in KEY_TABLE)


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("reject", "Reject; again: not decided"),
        ("ctrl+shift+i", "Import videos"),
        ("compare WIPE", "With a line that wipes"),
        ("no such thing", None),
    ],
)
def test_a_key_is_found_by_what_it_does_by_its_name_and_by_where_it_is_heard(dialog, wanted, found):
    dialog.search.setText(wanted)

    texts = [item.text(0) for item in shown(dialog)]
    assert (found in texts) if found else texts == []
    assert len(texts) < len(KEY_TABLE)


def test_who_loses_a_key_is_said_before_it_is_taken(dialog, qtbot, keys):
    choose(dialog, "Keep; again: not decided")

    qtbot.keyClick(dialog.key, Qt.Key.Key_1)

    assert "1 is the key of “One star”, which loses it then." in words_in(dialog)
    assert keys.keys_of(ClipVerb.KEEP) == ("P",)
    dialog.set_key.click()
    assert (keys.keys_of(ClipVerb.KEEP), keys.keys_of(ClipVerb.RATE_1)) == (("1",), ())
    assert dialog.list.currentItem().text(1) == "1"


def test_a_second_press_behind_set_takes_no_key_away(dialog, qtbot, keys):
    choose(dialog, "Keep; again: not decided")
    dialog.key.setKeySequence("Ctrl+K")
    dialog.set_key.setFocus()
    qtbot.waitUntil(dialog.set_key.hasFocus)

    for _ in range(2):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)

    assert keys.keys_of(ClipVerb.KEEP) == ("Ctrl+K",)


def test_a_command_may_have_no_key_and_gets_its_usual_one_back(dialog, keys):
    choose(dialog, "Quit")

    dialog.no_key.click()
    assert keys.keys_of(WindowCommand.QUIT) == ()
    assert not dialog.no_key.isEnabled()

    dialog.usual_key.click()
    assert keys.keys_of(WindowCommand.QUIT) == ("Ctrl+Q",)
    assert not dialog.usual_key.isEnabled()


def test_all_keys_go_back_at_once(dialog, keys):
    keys.set_keys(ClipVerb.KEEP, ["1"])

    dialog.all_usual.click()

    assert not keys.is_changed
    assert not dialog.all_usual.isEnabled()


def test_escape_stays_the_key_that_leaves_and_does_so_when_it_is_pressed_again(dialog, qtbot, announced):
    choose(dialog, "Quit")

    qtbot.keyClick(dialog.key, Qt.Key.Key_Escape)

    assert not dialog.set_key.isEnabled()
    assert announced == ["Escape always leaves: a full screen, a search, a dialog."]
    assert dialog.isVisible()

    qtbot.keyClick(dialog.key, Qt.Key.Key_Escape)

    assert not dialog.isVisible()


def test_return_goes_from_the_search_to_the_list_and_on_to_the_key(dialog, qtbot):
    dialog.activateWindow()
    dialog.search.setText("quit")
    qtbot.keyClick(dialog.search, Qt.Key.Key_Return)
    qtbot.waitUntil(dialog.list.hasFocus)

    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)

    qtbot.waitUntil(dialog.key.hasFocus)
    assert dialog.isVisible()
