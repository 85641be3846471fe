"""Presses while the program is still starting: each is accepted at once and confirmed, is ordered at most once, and never
contrary to what is seen.
"""

import gc
import itertools
import json
import os
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path

import psutil
import pytest
from fakes.children import helpers_of
from fakes.finding import only
from fakes.forked_processes import forked_helpers
from fakes.pictures import make_picture
from fakes.requests import a_request
from fakes.scripted_service import Kind, ScriptedService
from fakes.small_rehearsals import small_rehearsals
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLabel,
    QMenu,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
)

from vidu_desktop.adapters.desktop.instance_lock import HolderKind, InstanceLock
from vidu_desktop.adapters.desktop.paths import Paths, resolve_paths
from vidu_desktop.adapters.desktop.settings_file import SettingsFile
from vidu_desktop.adapters.desktop.window_line import address_of
from vidu_desktop.app.opening import AHEAD, open_in_steps
from vidu_desktop.app.os_signals import SystemSignals
from vidu_desktop.app.panes import Panes
from vidu_desktop.app.run import run
from vidu_desktop.app.window_state import memory_in
from vidu_desktop.domain.drafts import Drafts, drafts_from_document, drafts_to_document
from vidu_desktop.domain.modes import Mode
from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.main_window import MainWindow
from vidu_desktop.ui.models.key_table import WindowCommand

HELD = "It is ordered as soon as the pictures are looked at."
NOTHING = "Nothing was ordered"
PANES = 3
TURNS = 1 + len(AHEAD) + PANES
"""How often the loop turns between the steps of a start: before the first step, and after each import and each pane."""
Act = Callable[["Start"], None]


@dataclass
class Start:
    """One start of the program. `boxes` are the messages that it showed instead of a window; all were read and closed."""

    panes: Panes
    paths: Paths
    boxes: list[str] = field(default_factory=list)
    dialogs: set[str] = field(default_factory=set)
    code: int = -1
    shown_at_the_end: bool = False
    waits_at_the_end: bool = False
    """Whether a press would still be ordered if the pictures were checked now."""
    has_helper: bool = False
    """Whether a helper got ready for pictures while the rest was imported."""

    def button(self, words: str) -> QPushButton:
        (found,) = [
            one
            for one in self.panes.compose.findChildren(QPushButton)
            if one.isVisible() and one.text().startswith(words)
        ]
        return found

    def press(self, words: str) -> None:
        QTest.mouseClick(self.button(words), Qt.MouseButton.LeftButton)

    def line(self) -> str:
        return " ".join(one.text() for one in self.panes.compose.findChildren(QLabel) if one.isVisible())

    @property
    def prompt(self) -> QPlainTextEdit:
        return only(self.panes.compose.current_tab, QPlainTextEdit)

    @property
    def rows(self) -> int:
        return self.panes.queue_model.rowCount() if hasattr(self.panes, "queue_model") else 0

    def stored(self) -> int:
        """The number of orders in the journal."""
        if not self.paths.journal_path.exists():
            return 0
        with closing(sqlite3.connect(self.paths.journal_path)) as journal:
            return int(journal.execute("SELECT count(*) FROM jobs").fetchone()[0])


@pytest.fixture(scope="module", autouse=True)
def quick_helpers() -> Iterator[None]:
    with forked_helpers(), small_rehearsals():
        yield


@pytest.fixture(scope="module")
def look(qapp: QApplication) -> Look:
    return Look(qapp, "light")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, service: ScriptedService) -> Path:
    """Return a home with a draft of the previous run, and with a key for a watched service."""
    monkeypatch.delenv("VIDU_DESKTOP_HOME", raising=False)
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
    monkeypatch.setenv("ZAI_BASE_URL", service.base_url)
    monkeypatch.setenv("ZAI_API_KEY", "id.secret")
    home = tmp_path / "home"
    picture = make_picture(tmp_path / "boat.png", size=(320, 180))
    request = a_request("A boat", picture_paths=(str(picture),))
    path = resolve_paths(str(home)).drafts_path
    path.parent.mkdir(parents=True)
    drafts = Drafts(shown_mode=request.mode, requests={request.mode: request})
    path.write_text(json.dumps(drafts_to_document(drafts)))
    return home


@pytest.fixture
def start(qapp: QApplication, look: Look, home: Path) -> Iterator[Callable[..., Start]]:
    """Start the program as its window does, act right after the first paint, and close it when that is enough."""
    qapp.setQuitOnLastWindowClosed(False)
    switch_s = sys.getswitchinterval()

    def begin(
        act: Act, *, at: int = 0, enough: Callable[[Start], bool] = lambda seen: seen.rows > 0
    ) -> Start:
        """Act in turn `at` of the loop between the steps, counted from 0."""
        paths = resolve_paths(str(home))
        memory = memory_in(paths.config_dir)
        settings_file = SettingsFile(paths.settings_path)
        panes = Panes(look, memory, MainWindow(memory), paths, settings_file.loaded.settings)
        seen = Start(panes, paths)
        signals = SystemSignals()
        panes.begin()
        panes.main.show()
        turns = itertools.count()

        def turn() -> None:
            qapp.processEvents()
            if next(turns) == at:
                act(seen)
                qapp.processEvents()

        helpers = open_in_steps(panes, turn)
        seen.has_helper = helpers is not None
        assert TURNS - PANES <= next(turns) <= TURNS  # who searches has the panes built in one turn

        def look_around() -> None:
            for one in QApplication.topLevelWidgets():
                if isinstance(one, QMessageBox) and one.isVisible():
                    seen.boxes.append(one.text())
                    one.accept()
            seen.dialogs |= {
                type(one).__name__ for one in panes.main.findChildren(QDialog) if one.isVisible()
            }
            if enough(seen):
                panes.main.close()

        around = QTimer(interval=20)
        around.timeout.connect(look_around)
        around.start()
        try:
            seen.code = run(qapp, signals, str(home), settings_file, look, memory, panes, [], helpers=helpers)
        finally:
            signals.close()
            around.stop()
            seen.shown_at_the_end = panes.main.isVisible()
            seen.waits_at_the_end = panes.compose.early.pressed
            panes.main.deleteLater()
            qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
            gc.unfreeze()  # the program collects garbage by itself
            gc.enable()
            gc.collect()
        return seen

    yield begin
    sys.setswitchinterval(switch_s)


def is_ready(seen: Start) -> bool:
    """Whether the pictures are checked, so that a held press would be ordered by now."""
    return seen.panes.compose.current_tab.readiness.sendable


def test_a_press_right_after_the_first_paint_is_said_to_be_taken_and_ordered_once(start) -> None:
    said: list[str] = []

    def act(seen: Start) -> None:
        seen.press("Rehearse")
        said.append(seen.line())
        seen.press("Rehearse")
        said.append(seen.line())

    seen = start(act)
    assert all(HELD in words for words in said)
    assert (seen.code, seen.stored()) == (0, 1)


def test_without_a_press_nothing_is_ordered_by_the_start(start) -> None:
    seen = start(lambda _: None, enough=is_ready)
    assert (seen.has_helper, seen.stored()) == (True, 0)


def test_the_helper_that_gets_ready_during_the_start_does_not_inherit_the_key(home: Path) -> None:
    """It opens strangers' pictures, and is started before the keys are looked for."""
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "ZHIPUAI_API_KEY": "other.secret"}
    environments: dict[int, dict[str, str]] = {}
    with subprocess.Popen([sys.executable, "-m", "vidu_desktop", "--home", str(home)], env=env) as window:
        while not environments:
            assert window.poll() is None
            for helper in helpers_of(psutil.Process(window.pid)):
                with suppress(psutil.Error):
                    if environment := helper.environ():  # none yet while it begins
                        environments[helper.pid] = environment
            with suppress(subprocess.TimeoutExpired):
                window.wait(0.02)
        window.terminate()

    for environment in environments.values():
        assert "ZAI_BASE_URL" in environment, "the control: the rest is inherited"
        assert {"ZAI_API_KEY", "ZHIPUAI_API_KEY"}.isdisjoint(environment)


def test_without_pictures_no_helper_is_started_for_them(start, home) -> None:
    resolve_paths(str(home)).drafts_path.unlink()
    assert not start(lambda _: None, enough=lambda seen: hasattr(seen.panes, "library")).has_helper


def test_a_press_during_the_start_is_taken_back_by_escape(start) -> None:
    said: list[str] = []

    def act(seen: Start) -> None:
        seen.press("Rehearse")
        seen.panes.main.activateWindow()
        QTest.keyClick(seen.prompt, Qt.Key.Key_Escape)
        said.append(seen.line())

    assert start(act, enough=is_ready).stored() == 0
    assert "Taken back: nothing was ordered." in said[0]


def test_a_paid_press_for_a_draft_that_nobody_has_seen_orders_nothing(start, service) -> None:
    said: list[str] = []

    def act(seen: Start) -> None:
        seen.press("Generate")
        said.append(seen.line())

    assert start(act, enough=is_ready).stored() == 0
    assert NOTHING in said[0]
    assert service.count(Kind.SUBMIT) == 0


def test_a_paid_press_for_what_was_put_in_during_the_start_pays_once(start, service, home, tmp_path) -> None:
    resolve_paths(str(home)).drafts_path.unlink()
    picture = make_picture(tmp_path / "cat.png", size=(320, 180))

    def act(seen: Start) -> None:
        seen.panes.compose.set_pictures(Mode.IMAGE, [str(picture)])
        seen.press("Generate")
        seen.press("Generate")

    seen = start(act, enough=lambda _: service.count(Kind.SUBMIT) > 0)
    assert (seen.stored(), service.count(Kind.SUBMIT)) == (1, 1)


def test_who_closes_the_window_during_the_start_has_ordered_nothing(start) -> None:
    # The first test is the control: without closing, the same press is an order.
    def act(seen: Start) -> None:
        seen.press("Rehearse")
        seen.panes.main.close()

    seen = start(act, enough=lambda _: False)
    assert (seen.code, seen.stored()) == (0, 0)
    assert not seen.shown_at_the_end
    assert not seen.waits_at_the_end


def test_what_is_written_during_the_start_goes_on_with_what_was_put_back_and_is_kept(start, home) -> None:
    def act(seen: Start) -> None:
        seen.prompt.setFocus()
        QTest.keyClick(seen.prompt, Qt.Key.Key_End)
        QTest.keyClicks(seen.prompt, " sails")

    seen = start(act, enough=is_ready)
    kept = drafts_from_document(json.loads(seen.paths.drafts_path.read_text()))
    assert kept.requests[Mode.IMAGE].prompt == "A boat sails"


def choose_settings(seen: Start) -> None:
    (entry,) = [
        action
        for menu in seen.panes.main.menuBar().findChildren(QMenu)
        for action in menu.actions()
        if action.text().replace("&", "").startswith("Settings")
    ]
    entry.trigger()


def test_what_is_chosen_in_a_menu_during_the_start_opens_once_the_program_is_there(start) -> None:
    def act(seen: Start) -> None:
        choose_settings(seen)
        assert seen.dialogs == set()

    seen = start(act, enough=lambda seen: bool(seen.dialogs))
    assert seen.dialogs == {"SettingsDialog"}


def type_keys(text: str) -> None:
    """Type into whatever has the keyboard."""
    typed_into = QApplication.focusWidget()
    assert typed_into is not None
    QTest.keyClicks(typed_into, text)


@pytest.mark.parametrize("at", range(TURNS))
def test_what_is_typed_after_ctrl_f_at_any_step_of_the_start_is_searched_for(start, at: int) -> None:
    found: list[tuple[str, ...]] = []

    def act(seen: Start) -> None:
        seen.panes.main.activateWindow()
        QTest.keyClick(seen.prompt, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
        type_keys("boats")

    def is_listed(seen: Start) -> bool:
        library = seen.panes.library
        words = [one.text() for one in library.findChildren(QLabel) if one.isVisible()]
        if library.empty.isVisible() or "No video matches" in words:
            found.append((library.search.text(), library.bar.query.text, seen.prompt.toPlainText()))
        return bool(found)

    start(act, at=at, enough=is_listed)
    assert found[-1] == ("boats", "boats", "A boat")


def test_what_is_chosen_above_the_videos_during_the_start_is_done_once_the_program_is_there(start) -> None:
    def act(seen: Start) -> None:
        seen.panes.main.menus.action(WindowCommand.FIND).trigger()
        (trash,) = [
            entry for entry in seen.panes.library.more_menu().actions() if entry.text().startswith("Trash")
        ]
        trash.trigger()
        assert seen.dialogs == set()

    seen = start(act, enough=lambda seen: bool(seen.dialogs))
    assert seen.dialogs == {"TrashDialog"}


@pytest.mark.parametrize("at", [0, TURNS // 2, TURNS - 2, TURNS - 1])
@pytest.mark.parametrize("command", [WindowCommand.QUEUE, WindowCommand.LIBRARY])
def test_who_goes_to_queue_or_library_during_the_start_has_the_keyboard_there_afterwards(
    start, at: int, command: WindowCommand
) -> None:
    there: list[bool] = []

    def act(seen: Start) -> None:
        seen.panes.main.activateWindow()
        seen.panes.main.menus.action(command).trigger()

    def has_arrived(seen: Start) -> bool:
        if is_ready(seen):
            pane = seen.panes.queue if command is WindowCommand.QUEUE else seen.panes.library
            focused = seen.panes.main.focusWidget()
            there.append(focused is not None and (focused is pane or pane.isAncestorOf(focused)))
        return bool(there)

    start(act, at=at, enough=has_arrived)
    assert there
    assert all(there)


@pytest.mark.parametrize("by_the_system", [False, True])
@pytest.mark.parametrize("at", range(TURNS))
def test_who_ends_the_program_at_any_step_of_the_start_has_ordered_opened_and_lost_nothing(
    start, home, at: int, by_the_system: bool
) -> None:
    def act(seen: Start) -> None:
        seen.prompt.setFocus()
        QTest.keyClick(seen.prompt, Qt.Key.Key_End)
        QTest.keyClicks(seen.prompt, " sails")
        seen.press("Rehearse")
        choose_settings(seen)
        if by_the_system:
            os.kill(os.getpid(), signal.SIGTERM)
        else:
            seen.panes.main.close()

    seen = start(act, at=at, enough=lambda _: False)
    assert (seen.code, seen.stored(), seen.waits_at_the_end) == (0, 0, False)
    assert (seen.shown_at_the_end, seen.dialogs) == (False, set())
    kept = drafts_from_document(json.loads(seen.paths.drafts_path.read_text())).requests[Mode.IMAGE]
    assert (kept.prompt, len(kept.picture_paths)) == ("A boat sails", 1)


@pytest.mark.parametrize("at", [TURNS // 2, TURNS - 3, TURNS - 2, TURNS - 1])
def test_a_press_late_in_the_start_is_ordered_once_too(start, at: int) -> None:
    def act(seen: Start) -> None:
        seen.press("Rehearse")
        seen.panes.main.resize(1000, 700)
        seen.press("Rehearse")

    assert start(act, at=at).stored() == 1


@pytest.mark.parametrize("press", [True, False])
def test_a_start_that_fails_says_of_a_press_that_nothing_was_ordered(start, press: bool) -> None:
    def act(seen: Start) -> None:
        if press:
            seen.press("Rehearse")
        shutil.rmtree(seen.paths.data_dir)
        seen.paths.data_dir.write_text("in the way")

    seen = start(act, enough=lambda _: False)
    assert seen.code == 2
    assert [NOTHING in text for text in seen.boxes] == [press]


def test_a_start_beside_a_command_says_that_nothing_was_sent(start, home) -> None:
    lock = InstanceLock(resolve_paths(str(home)).lock_path)
    assert lock.acquire(HolderKind.COMMAND) is None
    try:
        seen = start(lambda seen: seen.press("Rehearse"), enough=lambda _: False)
    finally:
        lock.release()
    assert (seen.code, seen.stored()) == (2, 0)
    assert ["Nothing was sent." in text for text in seen.boxes] == [True]


@pytest.mark.parametrize("press", [True, False])
def test_a_start_that_finds_a_window_open_says_of_a_press_that_nothing_was_ordered(
    start, home, press: bool
) -> None:
    paths = resolve_paths(str(home))
    lock = InstanceLock(paths.lock_path)
    assert lock.acquire(HolderKind.WINDOW) is None
    with socket.socket(socket.AF_UNIX) as window:
        window.bind(address_of(paths.data_dir))
        window.listen()

        def answer() -> None:
            line, _ = window.accept()
            with line, line.makefile("rwb") as stream:
                stream.readline()
                stream.write(b'{"heard": true}\n')

        answering = threading.Thread(target=answer)
        answering.start()
        try:
            seen = start(lambda seen: press and seen.press("Rehearse"), enough=lambda _: False)
        finally:
            answering.join()
            lock.release()
    assert (seen.code, seen.stored()) == (0, 0)
    assert [NOTHING in text for text in seen.boxes] == [True] * press
