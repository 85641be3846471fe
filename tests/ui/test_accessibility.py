"""Every control has a name for a screen reader, and can be reached and used with the keyboard alone."""

import pytest
from fakes.heard import controls, marked_up, name_of, unnamed
from fakes.real_frame_service import RealFrameService
from fakes.ui_values import a_clip, a_job
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from vidu_desktop.domain.doors import Door
from vidu_desktop.domain.job import JobState
from vidu_desktop.domain.marks import Marks
from vidu_desktop.domain.modes import Mode
from vidu_desktop.domain.settings import Settings
from vidu_desktop.ui.compose import ComposePane
from vidu_desktop.ui.dialogs.about_dialog import AboutDialog
from vidu_desktop.ui.dialogs.board_dialog import BoardDialog
from vidu_desktop.ui.dialogs.fetch_link_dialog import FetchLinkDialog
from vidu_desktop.ui.dialogs.happenings_dialog import HappeningsDialog
from vidu_desktop.ui.dialogs.join_dialog import JoinDialog
from vidu_desktop.ui.dialogs.key_state import KeyState
from vidu_desktop.ui.dialogs.rename_dialog import RenameDialog
from vidu_desktop.ui.dialogs.settings_dialog import SettingsDialog
from vidu_desktop.ui.dialogs.shot_dialog import ShotDialog
from vidu_desktop.ui.library.library_pane import LibraryPane
from vidu_desktop.ui.main_window import MainWindow
from vidu_desktop.ui.models.library_model import LibraryModel
from vidu_desktop.ui.models.queue_model import QueueModel
from vidu_desktop.ui.player.player_pane import PlayerPane
from vidu_desktop.ui.queue.cancel_dialog import CancelDialog
from vidu_desktop.ui.queue.queue_pane import QueuePane
from vidu_desktop.ui.queue.unknown_dialog import UnknownDialog


@pytest.fixture
def window(qtbot, look, desk, tmp_path) -> MainWindow:
    memory = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    library_model = LibraryModel()
    queue = QueuePane(look, QueueModel(lambda sha256: ""))
    window = MainWindow(memory)
    window.fill(
        look,
        ComposePane(look, desk),
        PlayerPane(look, RealFrameService()),
        queue,
        LibraryPane(look, library_model),
    )
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    window.activateWindow()
    yield window
    queue.close_thumbs()
    library_model.close()


@pytest.mark.parametrize("mode", list(Mode))
@pytest.mark.parametrize("side", ["queue", "library"])
def test_every_control_of_the_window_has_a_name(window: MainWindow, mode: Mode, side: str) -> None:
    window.findChild(ComposePane).show_mode(mode)
    (window.show_queue if side == "queue" else window.show_library)()
    assert len(controls(window)) > 10
    assert unnamed(window) == []
    assert marked_up(window) == []


def test_the_panes_of_queue_and_library_are_told_by_name(window: MainWindow) -> None:
    assert name_of(window.findChild(QueuePane)) == "Queue"
    assert name_of(window.findChild(LibraryPane)) == "Library"


@pytest.mark.parametrize("page", [0, 1, 2])
def test_every_control_of_the_settings_has_a_name(qtbot, look, page: int) -> None:
    dialog = SettingsDialog(look, Settings(), dict.fromkeys(Door, KeyState()))
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.show_page(page)
    assert unnamed(dialog) == []


SMALL_DIALOGS = {
    "rename": lambda look: RenameDialog(look, "fox"),
    "shot": lambda look: ShotDialog(look, Marks(), 2),
    "join": lambda look: JoinDialog(look, [a_clip("a"), a_clip("b")]),
    "about": lambda look: AboutDialog(look, "1.0", checks_updates=True),
    "fetch": lambda look: FetchLinkDialog(look, "https://example.org/fox.png"),
    "happenings": HappeningsDialog,
    "cancel": lambda look: CancelDialog(look, [a_job()]),
    "unknown": lambda look: UnknownDialog(look, a_job("a", JobState.UNKNOWN)),
    "board": lambda look: BoardDialog(look, []),
}
"""Dialogs that no other test of this folder leaves open; see `pytest_runtest_call`."""


@pytest.mark.parametrize("made", SMALL_DIALOGS.values(), ids=SMALL_DIALOGS.keys())
def test_every_control_of_the_small_dialogs_has_a_name(qtbot, look, made) -> None:
    dialog = made(look)
    qtbot.addWidget(dialog)
    dialog.show()
    assert controls(dialog)
    assert unnamed(dialog) == []
    assert marked_up(dialog) == []


@pytest.mark.parametrize("mode", list(Mode))
def test_tab_goes_round_through_every_enabled_control(window: MainWindow, mode: Mode) -> None:
    window.findChild(ComposePane).show_mode(mode)
    window.findChild(ComposePane).setFocus()
    reached = set()
    for _ in range(200):
        focused = QApplication.focusWidget()
        if focused is not None:
            reached.add(focused)
        QTest.keyClick(focused or window, Qt.Key.Key_Tab)
    wanted = [
        widget
        for widget in controls(window)
        if widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
    ]
    # A text field may keep Tab to itself; every other control must have had the focus.
    missed = [
        widget
        for widget in wanted
        if widget not in reached and not widget.isAncestorOf(QApplication.focusWidget())
    ]
    assert [f"{type(widget).__name__}: {name_of(widget)}" for widget in missed] == []


def test_a_control_without_a_name_would_be_found(window: MainWindow) -> None:
    from PySide6.QtWidgets import QPushButton

    nameless = QPushButton(window)
    nameless.show()
    assert unnamed(window) == ["QPushButton in MainWindow"]
