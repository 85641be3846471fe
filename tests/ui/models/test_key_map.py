"""The key table: a key means one thing wherever it works, and a person's own keys are saved."""

from itertools import combinations

import pytest
from PySide6.QtCore import QEvent, QSettings, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from vidu_desktop.ui.compose import ComposePane
from vidu_desktop.ui.models.clip_verbs import ClipVerb
from vidu_desktop.ui.models.job_actions import JobAction
from vidu_desktop.ui.models.key_map import KeyMap
from vidu_desktop.ui.models.key_table import KEY_TABLE, CompareCommand, Place, PlayerCommand, WindowCommand
from vidu_desktop.ui.widgets.icon_button import IconButton

_SAME_WISH = {
    frozenset({"ClipVerb/play", "JobAction/play"}),
    frozenset({"ClipVerb/use again", "JobAction/use-again"}),
    frozenset({"ClipVerb/trash", "JobAction/cancel"}),
}
"""Commands that mean the same for a clip and for a job: show it, order it again, remove it."""
_PANES = frozenset({Place.STAGE, Place.QUEUE, Place.LIBRARY})


@pytest.fixture
def memory(tmp_path) -> QSettings:
    return QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)


def pressed(keys: str) -> QKeyEvent:
    combination = QKeySequence(keys)[0]
    return QKeyEvent(QEvent.Type.KeyPress, combination.key(), combination.keyboardModifiers())


def test_a_key_means_the_same_over_stage_queue_and_library():
    for one, other in combinations(KEY_TABLE, 2):
        if one.places & _PANES and other.places & _PANES and set(one.keys) & set(other.keys):
            assert frozenset({one.command_id, other.command_id}) in _SAME_WISH


@pytest.mark.parametrize("place", list(Place))
def test_no_two_commands_have_one_key_in_one_place(place):
    heard = [entry for entry in KEY_TABLE if entry.places & {place, Place.WINDOW}]
    keys = [key for entry in heard for key in entry.keys]

    assert sorted(keys) == sorted(set(keys))


def test_every_key_of_the_table_is_written_as_the_system_of_keys_writes_it():
    written = [key for entry in KEY_TABLE for key in entry.keys]

    assert [QKeySequence(key).toString() for key in written] == written


@pytest.mark.parametrize(
    ("keys", "place", "command"),
    [
        ("X", Place.STAGE, ClipVerb.REJECT),
        ("X", Place.LIBRARY, ClipVerb.REJECT),
        ("I", Place.LIBRARY, PlayerCommand.MARK_IN),
        ("Shift+X", Place.STAGE, ClipVerb.REJECT),
        ("Ctrl+Shift+T", Place.STAGE, PlayerCommand.FRAME_TO_START),
        ("Enter", Place.LIBRARY, ClipVerb.PLAY),
        ("Num+Enter", Place.LIBRARY, ClipVerb.PLAY),
        ("Backspace", Place.QUEUE, JobAction.CANCEL),
        ("R", Place.COMPARE, CompareCommand.SWAP),
        ("R", Place.STAGE, None),
        ("Ctrl+X", Place.STAGE, None),
        ("Right", Place.LIBRARY, None),
    ],
)
def test_what_a_key_means_depends_on_who_has_the_keyboard_only_where_it_must(keys, place, command):
    assert KeyMap().command_of(pressed(keys), place) is command


def test_a_changed_key_is_heard_instead_of_the_usual_one_and_is_kept(memory):
    KeyMap(memory).set_keys(ClipVerb.KEEP, ["Ctrl+K", "Media Play"])
    keys = KeyMap(memory)

    assert keys.keys_of(ClipVerb.KEEP) == ("Ctrl+K", "Media Play")
    assert keys.command_of(pressed("Ctrl+K"), Place.STAGE) is ClipVerb.KEEP
    assert keys.command_of(pressed("P"), Place.STAGE) is None
    assert keys.is_changed


def test_who_takes_a_key_away_takes_it_only_where_both_would_hear_it(memory):
    keys = KeyMap(memory)

    keys.set_keys(ClipVerb.KEEP, ["1"])

    assert keys.keys_of(ClipVerb.RATE_1) == ()
    assert keys.keys_of(CompareCommand.SIDE_BY_SIDE) == ("1",)
    assert KeyMap(memory).keys_of(ClipVerb.RATE_1) == ()  # also after a restart


def test_a_key_of_the_whole_window_is_taken_from_every_place():
    keys = KeyMap()

    keys.set_keys(WindowCommand.TRASH, ["R"])

    assert keys.keys_of(JobAction.RETRY) == keys.keys_of(CompareCommand.SWAP) == ()


def test_all_keys_are_the_usual_ones_again_after_a_reset(memory):
    keys = KeyMap(memory)
    keys.set_keys(ClipVerb.KEEP, ["1"])

    keys.reset()

    assert KeyMap(memory).keys_of(ClipVerb.RATE_1) == keys.keys_of(ClipVerb.RATE_1) == ("1",)
    assert not KeyMap(memory).is_changed
    assert memory.allKeys() == []


def test_a_damaged_memory_gives_no_key_that_cannot_be_pressed(memory):
    memory.setValue("keys/ClipVerb/keep", "P\n\nno such key")

    assert KeyMap(memory).keys_of(ClipVerb.KEEP) == ("P",)


def test_enter_counts_as_return_when_a_key_is_chosen():
    keys = KeyMap()

    keys.set_keys(ClipVerb.PLAY, ["Ctrl+Enter"])

    assert keys.keys_of(ClipVerb.PLAY) == ("Ctrl+Return",)
    assert keys.keys_of(WindowCommand.GENERATE) == ()


def test_a_key_with_a_key_pad_is_the_same_key():
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_4, Qt.KeyboardModifier.KeypadModifier)

    assert KeyMap().command_of(event, Place.LIBRARY) is ClipVerb.RATE_4


def test_tips_name_the_key_that_is_set_now(qtbot, look, desk):
    keys = KeyMap()
    compose = ComposePane(look, desk, keys=keys)
    qtbot.addWidget(compose)
    (button,) = [one for one in compose.findChildren(IconButton) if one.accessibleName() == "Presets"]
    assert button.toolTip() == "Presets (Ctrl+P)"

    keys.set_keys(WindowCommand.PRESETS, ["F7"])
    assert button.toolTip() == "Presets (F7)"
    keys.set_keys(WindowCommand.PRESETS, [])
    assert button.toolTip() == "Presets"
