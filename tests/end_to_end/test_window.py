"""The window from the click to the file: the program as it ships, a real service on loopback, real videos."""

import asyncio
import csv
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import zipfile
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import av
import pytest
from fakes.export_pages import ExportPage
from fakes.finding import button
from fakes.forked_processes import forked_helpers
from fakes.opened_window import PATIENCE_S, OpenedWindow, run_window, until
from fakes.pictures import make_picture
from fakes.quick_command import QuickCommand
from fakes.scripted_service import Kind, ScriptedService, lost_answer, nth_of, says_error
from fakes.small_rehearsals import small_rehearsals
from fakes.videos import make_video
from fakes.world import a_request
from PySide6.QtCore import QEvent, QMimeData, QPoint, QRect, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDrag, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
)

from vidu_desktop.adapters.desktop.clock import SystemClock
from vidu_desktop.adapters.desktop.keyrings import KeyringDesk
from vidu_desktop.adapters.desktop.paths import resolve_paths
from vidu_desktop.adapters.library_store.trash_files import TrashFiles
from vidu_desktop.adapters.pictures.picture_files import PictureFiles
from vidu_desktop.adapters.zai.client import ZaiVideoService
from vidu_desktop.domain.amounts import Currency, usd
from vidu_desktop.domain.clip import Clip
from vidu_desktop.domain.film import FilmWish
from vidu_desktop.domain.job import Charge, JobState
from vidu_desktop.domain.library_query import LibraryQuery, SavedSearch
from vidu_desktop.domain.modes import Mode
from vidu_desktop.domain.money import Period
from vidu_desktop.errors import DiskTrouble, Sentence
from vidu_desktop.ui.dialogs.export_dialog import ExportDialog
from vidu_desktop.ui.dialogs.money_dialog import MoneyDialog
from vidu_desktop.ui.dialogs.preset_dialogs import PresetsDialog, SavePresetDialog
from vidu_desktop.ui.dialogs.prompt_history_dialog import PromptHistoryDialog
from vidu_desktop.ui.dialogs.settings_dialog import SettingsDialog
from vidu_desktop.ui.library.clip_menu import verb_fits
from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.models.board_cards import GapCard
from vidu_desktop.ui.models.clip_verbs import ClipVerb
from vidu_desktop.ui.models.job_actions import JobAction
from vidu_desktop.ui.models.library_model import LibraryModel
from vidu_desktop.ui.models.small_jpegs import THUMBNAIL_SIDE_PX
from vidu_desktop.ui.queue.unknown_dialog import UnknownDialog
from vidu_desktop.ui.widgets.drop_reading import DropReading
from vidu_desktop.ui.widgets.notice_line import NoticeLine

S = JobState
SUBMIT = Kind.SUBMIT
Story = Callable[[OpenedWindow], Awaitable[None]]
Run = Callable[[Story], None]


@pytest.fixture(scope="module", autouse=True)
def quick_helpers() -> Iterator[None]:
    with forked_helpers(), small_rehearsals():
        yield


@pytest.fixture(scope="module")
def video(tmp_path_factory) -> bytes:
    return make_video(tmp_path_factory.mktemp("video") / "v.mp4", seconds=1.0).read_bytes()


@pytest.fixture
def service(video) -> Iterator[ScriptedService]:
    with ScriptedService(video=video) as service:
        yield service
    assert service.crashes == []


@pytest.fixture
def picture(tmp_path) -> Path:
    return make_picture(tmp_path / "beach.png", size=(320, 180))


@pytest.fixture(scope="module")
def look(qapp: QApplication) -> Look:
    return Look(qapp, "light")


@pytest.fixture
def home(tmp_path, monkeypatch) -> Path:
    """Return a home without a key, and without the keyring of the person who runs this."""
    for name in ("ZAI_API_KEY", "ZAI_BASE_URL", "VIDU_DESKTOP_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setitem(KeyringDesk.__init__.__kwdefaults__, "find_keyring", lambda: None)
    return tmp_path / "home"


@pytest.fixture
def run(qapp, look, home, monkeypatch) -> Iterator[Run]:
    """Runs one start of the program after the other, each with the environment of the first: a start takes its key out."""
    qapp.setQuitOnLastWindowClosed(False)  # as the program does
    key = ""

    def start(story: Story) -> None:
        nonlocal key
        key = os.environ.get("ZAI_API_KEY") or key
        if key:
            monkeypatch.setenv("ZAI_API_KEY", key)
        run_window(qapp, look, home, story)

    yield start
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def on_one_day(monkeypatch) -> None:
    """Keep a month from ending between the order and the look at the money."""
    monkeypatch.setattr(SystemClock, "now", lambda _: datetime(2026, 11, 22, 12, tzinfo=UTC))


@pytest.fixture
def paid(service, monkeypatch) -> ScriptedService:
    """Return a service whose address and key are in the environment."""
    monkeypatch.setenv("ZAI_BASE_URL", service.base_url)
    monkeypatch.setenv("ZAI_API_KEY", "test-key")
    return service


def is_there(clip: Clip) -> bool:
    return Path(clip.video_path).is_file()


def test_a_rehearsal_from_the_drop_to_the_player_and_back_into_the_tab_after_a_restart(run, picture):
    async def first(seen: OpenedWindow):
        await seen.order(picture, "A paper boat", press="Rehearse")
        await until(lambda: seen.states() == [S.STORED], "a stored video")
        await until(lambda: len(seen.clips()) == 1, "its tile")
        (clip,) = seen.clips()
        assert is_there(clip)
        await until(lambda: seen.window.stage.frame is not None, "a frame on the stage")
        assert seen.window.stage.path == clip.video_path
        assert [job.charge for job in seen.jobs()] == [Charge.NONE]

    async def second(seen: OpenedWindow):
        # the next start on the same home shows it
        await until(seen.clips, "the library")
        await until(lambda: len(seen.clips()) == 1, "its tile")
        (clip,) = seen.clips()
        seen.choose("Find in the library")
        assert seen.window.library.isVisible()
        assert seen.window.library.search.hasFocus() or not QApplication.focusWidget()
        seen.window.library.search.setText("boat")
        await until(
            lambda: seen.window.library.bar.findChild(QLabel, "found").text().startswith("1 found"),
            "what matches",
        )
        seen.window.library.search.setText("submarine")
        await until(lambda: not seen.clips(), "nothing that matches")
        seen.window.library.search.clear()
        await until(seen.clips, "everything again")

        # moved to the trash, and taken back by undo
        seen.window.library.verb_requested.emit(ClipVerb.TRASH, [clip.row])
        await until(lambda: not seen.clips(), "an empty library")
        assert not is_there(clip)
        empty = seen.window.library.empty
        await until(
            lambda: any(one.isVisible() for one in empty.findChildren(QPushButton)),
            "the way back in its place",
        )
        seen.click("Undo: deletion of a video", empty)
        await until(seen.clips, "the video again")
        assert is_there(clip)

        # and used again, by the library and by dropping the plain file
        tab = seen.window.compose.current_tab
        for use in (
            lambda: seen.window.library.verb_requested.emit(ClipVerb.USE_AGAIN, [clip.row]),
            lambda: seen.drop(Path(clip.video_path), on=seen.window.stage),
        ):
            seen.prompt.set_text("")
            use()
            await until(lambda: seen.prompt.text == "A paper boat", "a filled tab")
            await until(lambda: tab.readiness.sendable, "its picture")

    run(first)
    run(second)


def test_a_videos_prompt_and_settings_come_back_from_history_preset_and_file(run, picture, tmp_path):
    passed_on = tmp_path / "Boats.json"

    async def first(seen: OpenedWindow):
        await seen.order(picture, "A paper boat", press="Rehearse")
        await until(lambda: len(seen.clips()) == 1, "its tile")
        (clip,) = seen.clips()
        await until(lambda: Path(clip.cover_path).is_file(), "its cover")
        tab = seen.window.compose.current_tab

        seen.window.library.verb_requested.emit(ClipVerb.PRESET, [clip.row])
        await until(seen.dialogs, "the question for a name")
        save = seen.dialog(SavePresetDialog)
        assert save.name.text() == "A paper boat"
        save.at_start.click()
        seen.click("Save", save)

        seen.prompt.set_text("Something else")
        seen.choose("Earlier prompts\u2026")
        await until(seen.dialogs, "the earlier prompts")
        seen.click("Use it", seen.dialog(PromptHistoryDialog))
        assert seen.prompt.text == "A paper boat"

        seen.window.compose.presets_requested.emit()
        presets = seen.dialog(PresetsDialog)
        await until(lambda: presets.list.topLevelItemCount() == 1, "the preset")
        seen.click("Export", presets)
        (where,) = seen.main.findChildren(QFileDialog)
        where.fileSelected.emit(str(passed_on))
        where.reject()
        await until(passed_on.is_file, "the file")
        tab.fill(replace(tab.draft, prompt="", picture_paths=()))

    async def second(seen: OpenedWindow):
        await until(
            lambda: seen.window.compose.current_tab.draft.prompt == "A paper boat", "how the tab begins"
        )
        presets = seen.window._preset_work.show_all()
        presets.import_requested.emit()
        (which,) = seen.main.findChildren(QFileDialog)
        which.fileSelected.emit(str(passed_on))
        which.reject()
        await until(lambda: presets.list.topLevelItemCount() == 2, "both")
        (own, taken_in) = (item.data(0, Qt.ItemDataRole.UserRole) for item in items_of(presets.list))
        assert (own.name, own.at_start) == ("A paper boat", True)
        assert (taken_in.name, taken_in.at_start) == ("A paper boat 2", False)
        assert own.request == taken_in.request
        assert own.thumbnail == taken_in.thumbnail
        assert QImage.fromData(own.thumbnail).width() == THUMBNAIL_SIDE_PX

    run(first)
    run(second)


def items_of(tree: QTreeWidget) -> list[QTreeWidgetItem]:
    return [tree.topLevelItem(row) for row in range(tree.topLevelItemCount())]


def test_a_paid_order_with_a_key_for_this_session_is_charged_once_and_counted(
    run, service, picture, on_one_day, monkeypatch
):
    monkeypatch.setenv("ZAI_BASE_URL", service.base_url)

    async def story(seen: OpenedWindow):
        seen.choose("Settings…")
        settings = seen.dialog(SettingsDialog)
        settings.service.key_edit.setText("test-key")
        settings.service.places[next(p for p in settings.service.places if p.value == "session")].setChecked(
            True
        )
        seen.click("Save", settings)
        await until(lambda: not seen.dialogs(), "a key that is kept for this session")
        await seen.order(picture)
        await until(lambda: seen.states() == [S.STORED], "a stored video")
        assert list(service.charges.values()) == [1]

        # the money agrees with the books, even when the job was taken off the list
        seen.choose("Money…")
        money = seen.dialog(MoneyDialog)
        money.periods.set_value(Period.ALL)  # a month may end right now
        await until(lambda: money.figures["spent"].text() == "$0.20", "the figure")
        money.accept()
        seen.window.queue.remove_requested.emit([seen.jobs()[0].job_id])
        await until(lambda: not seen.jobs(), "an empty queue")
        seen.choose("Money…")
        again = seen.dialog(MoneyDialog)
        again.periods.set_value(Period.ALL)
        await until(lambda: again.figures["spent"].text() == "$0.20", "the same figure")
        again.accept()

    run(story)


def test_offline_and_without_a_keyring_the_settings_promise_nothing_that_is_not_so(run, monkeypatch):
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))  # the port is taken, but nobody listens
        monkeypatch.setenv("ZAI_BASE_URL", f"http://127.0.0.1:{closed.getsockname()[1]}/v4")

        async def story(seen: OpenedWindow):
            await until(lambda: seen.session.found_key.note is None, "the keyring was asked")
            seen.choose("Settings\u2026")
            settings = seen.dialog(SettingsDialog)
            assert settings.service.chosen_place.value == "session"
            assert not settings.service.places[next(iter(settings.service.places))].isEnabled()
            assert "This computer has no keyring" in seen.words(settings)
            settings.service.key_edit.setText("test-key")
            settings.service.test_button.setFocus()
            QTest.keyClick(settings.service.test_button, Qt.Key.Key_Space)
            await until(lambda: "Nobody could tell" in seen.words(settings), "an answer")
            assert "can't be reached. Check the network." in seen.words(settings)
            assert "by itself" not in seen.words(settings)
            assert settings.service.test_button.hasFocus()

            seen.click("Save", settings)
            await until(lambda: not seen.dialogs(), "a key that is kept for this session")

        run(story)


def test_the_budget_is_said_beside_the_price_before_anything_is_sent(run, paid, picture):
    async def story(seen: OpenedWindow):
        settings = seen.session.settings
        seen.session.save_settings(replace(settings, budgets={Currency.USD: usd("0.20")}))
        seen.window._settings_work.settings_saved.emit()
        await seen.compose(picture, "waves")
        bar = seen.window.compose
        await until(lambda: "$0.20 of your budget is left." in seen.words(bar), "the budget")
        seen.click("Generate")
        await until(lambda: seen.states() == [S.STORED], "a stored video")
        await until(
            lambda: "It doesn't fit into your budget. $0.00 is left" in seen.words(bar), "the end of it"
        )

    run(story)


def test_a_wrong_key_is_one_request_and_one_calm_line_that_leads_to_the_settings(
    run, paid, picture, monkeypatch
):
    monkeypatch.setenv("ZAI_API_KEY", "wrong-key")

    async def story(seen: OpenedWindow):
        await seen.order(picture)
        await until(lambda: "key" in seen.notice(), "a calm line")
        assert paid.count(SUBMIT) == 1
        assert paid.ledger == []
        await until(lambda: seen.states() == [S.READY], "an order that waits")
        seen.act_on_notice()
        assert seen.dialog(SettingsDialog).service.isVisible()

    run(story)


def test_without_a_key_the_order_is_not_even_taken_and_the_line_says_why(run, service, picture, monkeypatch):
    monkeypatch.setenv("ZAI_BASE_URL", service.base_url)

    async def story(seen: OpenedWindow):
        await until(lambda: "No API key yet" in seen.words(seen.window.compose), "the line about the key")
        await seen.compose(picture, "waves")
        seen.click("Generate")
        assert seen.jobs() == []
        assert service.requests == []
        assert "No API key yet" in seen.words(seen.window.compose)

    run(story)


def test_with_an_address_that_is_refused_paid_videos_wait_and_rehearsals_go_on(
    run, service, picture, home, monkeypatch
):
    # given a person who wanted to pay elsewhere, at an address that can't be used
    monkeypatch.setenv("ZAI_BASE_URL", "http://somewhere.example/v4")
    monkeypatch.setenv("ZAI_API_KEY", "test-key")
    asked = []
    monkeypatch.setattr(ZaiVideoService, "submit", lambda *_: asked.append("paid"))

    async def story(seen: OpenedWindow):
        # when a video is requested, and the button that the line may have is pressed
        await until(lambda: "Paid videos wait" in seen.notice(), "a line that says so")
        await seen.order(picture)
        await until(lambda: seen.states() == [S.READY], "an order that waits")
        seen.window.notices.act()
        assert "ZAI_BASE_URL" in seen.notice()
        assert "Rehearsals" in seen.notice()
        assert asked == []

    run(story)

    # then, at the next start with a proper address, it is sent once
    monkeypatch.undo()
    assert QuickCommand(home, service)("resume").code == 0
    assert list(service.charges.values()) == [1]


def test_with_settings_that_are_damaged_paid_videos_wait_until_they_are_saved(run, paid, picture, home):
    # given a budget in a settings file that was cut off
    (home / "config").mkdir(parents=True)
    (home / "config" / "settings.json").write_text('{"budget_usd": "0.1')

    async def story(seen: OpenedWindow):
        await until(lambda: "Paid videos wait" in seen.notice(), "a line that says so")
        await seen.order(picture)
        await until(lambda: seen.states() == [S.READY], "an order that waits")
        assert paid.charges == {}
        # when the line's button is pressed and the settings are saved as they are
        seen.window.notices.act()
        button(seen.dialog(SettingsDialog), "Save").click()
        await until(lambda: seen.states() == [S.STORED], "a stored video")
        assert list(paid.charges.values()) == [1]

    run(story)


def test_an_order_that_waits_for_a_key_goes_on_when_there_is_one(run, service, picture, home, monkeypatch):
    # given an order that a command accepted, and a window without a key
    QuickCommand(home, service)("generate", "image", str(picture), "--no-wait")
    monkeypatch.setenv("ZAI_BASE_URL", service.base_url)

    async def story(seen: OpenedWindow):
        await until(lambda: "key" in seen.notice(), "a calm line about the key")
        assert service.requests == []
        seen.act_on_notice()
        settings = seen.dialog(SettingsDialog)
        settings.service.key_edit.setText("test-key")
        settings.service.places[next(p for p in settings.service.places if p.value == "session")].setChecked(
            True
        )
        seen.click("Save", settings)
        await until(lambda: seen.states() == [S.STORED], "a stored video")
        await until(lambda: "key" not in seen.notice(), "no line any more")

    run(story)


def test_an_empty_account_stops_with_one_request_and_goes_on_by_the_lines_button(run, paid, picture):
    paid.plan = nth_of(SUBMIT, {1: says_error(429, "1113", "No balance.")})

    async def story(seen: OpenedWindow):
        await seen.order(picture)
        await until(lambda: "No balance." in seen.notice(), "the service's words")
        assert paid.count(SUBMIT) == 1
        seen.act_on_notice()
        await until(lambda: seen.states() == [S.STORED], "a stored video")
        assert "balance" not in seen.notice()
        assert list(paid.charges.values()) == [1]

    run(story)


def test_jobs_go_on_while_a_dialog_is_open(run, paid, picture):
    paid.duration_s = 3600.0

    async def story(seen: OpenedWindow):
        await seen.order(picture)
        seen.choose("Settings…")
        polls = paid.count(Kind.POLL)
        await until(lambda: paid.count(Kind.POLL) >= polls + 2, "polls")
        assert seen.dialogs()
        paid.finish()
        await until(lambda: seen.states() == [S.STORED], "a stored video")
        assert seen.dialogs()
        seen.dialog(SettingsDialog).reject()

    run(story)


def test_quitting_with_jobs_running_asks_nothing_and_the_next_start_carries_on(run, paid, picture):
    paid.duration_s = 3600.0

    async def leave(seen: OpenedWindow):
        await seen.order(picture)
        await until(lambda: paid.count(Kind.POLL) > 0, "a poll")
        left = []
        seen.main.quit_requested.connect(lambda: left.append(seen.dialogs()))
        seen.choose("Quit")
        assert left == [[]]

    async def come_back(seen: OpenedWindow):
        assert seen.states() == [S.WAITING]
        paid.finish()
        await until(lambda: seen.states() == [S.STORED], "a stored video")

    run(leave)
    run(come_back)
    assert list(paid.charges.values()) == [1]


def test_a_pause_is_kept_over_a_restart_and_shown_with_the_button_that_ends_it(run, paid, picture):
    async def pause_and_order(seen: OpenedWindow):
        await seen.order(picture, press="Rehearse")
        await until(lambda: seen.states() == [S.STORED], "a rehearsal, so that there is a header")
        seen.window.queue.header.pause.click()
        await until(lambda: seen.window.queue.resume.isVisible(), "the pause")
        await seen.order(None, "a second one")
        await until(lambda: S.READY in seen.states(), "an order that waits")
        seen.choose("Quit")

    async def come_back(seen: OpenedWindow):
        assert "Paused. Nothing is sent until you resume." in seen.words(seen.window.queue)
        assert sorted(seen.states()) == [S.READY, S.STORED]
        assert paid.requests == []
        seen.click("Resume")
        await until(lambda: seen.states() == [S.STORED, S.STORED], "a stored video")
        assert "Paused" not in seen.words(seen.window.queue)

    run(pause_and_order)
    assert paid.requests == []
    run(come_back)
    assert list(paid.charges.values()) == [1]


def test_a_paused_queue_without_jobs_can_be_resumed_too(run, paid):
    async def pause(seen: OpenedWindow):
        seen.session.program.engine.pause()
        await until(lambda: seen.window.queue.resume.isVisible(), "the pause")

    async def resume(seen: OpenedWindow):
        seen.click("Resume")
        await until(lambda: "Paused" not in seen.words(seen.window.queue), "the end of the pause")

    run(pause)
    run(resume)


def test_a_lost_answer_is_decided_by_the_person(run, paid, picture):
    paid.plan = nth_of(SUBMIT, {1: lost_answer()})

    async def story(seen: OpenedWindow):
        await seen.order(picture)
        await until(lambda: seen.states() == [S.UNKNOWN], "an unknown job")
        assert seen.window.queue.header.risk_chip.isVisible()
        seen.window.queue.view.action_requested.emit(JobAction.DECIDE, seen.jobs())
        (task_id,) = paid.tasks
        dialog = seen.dialog(UnknownDialog)
        dialog.rescue_requested.emit(seen.jobs()[0].job_id, task_id)
        dialog.reject()
        await until(lambda: seen.states() == [S.STORED], "a stored video")
        assert list(paid.charges.values()) == [1]

    run(story)


def test_the_library_says_when_its_drive_is_gone_and_is_back_by_itself(run, paid, picture, home):
    async def story(seen: OpenedWindow):
        await seen.order(picture)
        await until(lambda: seen.states() == [S.STORED], "a stored video")
        paid.duration_s = 3600.0
        await seen.order(None, "meanwhile")
        await until(lambda: S.WAITING in seen.states(), "a video in the making")

        # when the drive goes
        away = (home / "library").rename(home / "unplugged")
        seen.window._housekeeping.look_now()
        await until(lambda: "isn't there" in seen.notice(), "a calm line about the drive")
        await until(lambda: [clip.missing for clip in seen.clips()] == [True], "a tile that says so")

        # then a video that comes meanwhile waits on this computer until the drive is back
        paid.finish()
        await until(
            lambda: any(job.trouble and job.trouble.code == "library-gone" for job in seen.jobs()),
            "a row that says why it waits",
        )
        away.rename(home / "library")
        seen.act_on_notice()
        await until(lambda: seen.states() == [S.STORED] * 2, "both videos")
        await until(lambda: "there" not in seen.notice(), "no line any more")
        await until(lambda: [clip.missing for clip in seen.clips()] == [False] * 2, "both tiles")

    run(story)


@pytest.mark.parametrize("remedy", ["drive", "folder"])
def test_while_an_empty_folder_is_in_the_librarys_place_nothing_is_sent(run, paid, picture, home, remedy):
    async def story(seen: OpenedWindow):
        await seen.order(picture)
        await until(lambda: seen.states() == [S.STORED], "a stored video")
        away = (home / "library").rename(home / "unplugged")
        (home / "library").mkdir()
        await seen.order(None, "meanwhile")
        await until(lambda: "nothing more is sent" in seen.notice(), "why nothing is sent")
        await until(lambda: S.READY in seen.states(), "an order that waits")
        assert len(paid.ledger) == 1
        if remedy == "drive":
            (home / "library").rmdir()
            away.rename(home / "library")
        else:
            seen.button("Use the empty folder").click()
        await until(lambda: seen.states() == [S.STORED] * 2, "both videos")
        await until(lambda: "nothing more" not in seen.notice(), "no line any more")
        assert len(paid.ledger) == 2
        shown = 2 if remedy == "drive" else 1
        await until(lambda: [clip.missing for clip in seen.clips()] == [False] * shown, "its tiles")

    run(story)


@pytest.mark.parametrize("free", [True, False])
def test_a_key_that_orders_is_heard_in_full_screen_and_shows_the_window_with_what_it_did(
    run, picture, video, tmp_path, free
):
    async def story(seen: OpenedWindow):
        await until(lambda: "No API key yet" in seen.words(seen.window.compose), "the line about the key")
        await seen.compose(picture, "waves")
        (path := tmp_path / "seen.mp4").write_bytes(video)
        seen.window.stage.play(str(path), "Seen")
        await until(lambda: seen.window.stage.frame is not None, "the video on the stage")
        seen.window.stage.toggle_full_screen()
        assert seen.stage.fills_screen
        control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
        QTest.keyClick(seen.stage.view, Qt.Key.Key_Return, control | shift if free else control)
        assert not seen.stage.fills_screen
        if free:
            await until(lambda: len(seen.jobs()) == 1, "a rehearsal")
        else:
            assert seen.main.focusWidget() is seen.button("Add key")

    run(story)


def test_a_video_that_went_with_its_drive_is_on_the_stage_again_when_the_drive_is_back(run, picture, home):
    async def story(seen: OpenedWindow):
        await seen.order(picture, press="Rehearse")
        await until(lambda: len(seen.clips()) == 1, "its tile")
        (clip,) = seen.clips()
        seen.window.stage.show_empty()
        away = (home / "library").rename(home / "unplugged")
        seen.window.library.play_requested.emit(clip)
        await until(lambda: "The file is missing" in seen.words(seen.window.stage), "a word on the stage")
        await until(lambda: "isn't there" in seen.notice(), "a calm line about the drive")

        away.rename(home / "library")
        seen.act_on_notice()
        await until(lambda: seen.window.stage.frame == 0, "its first frame")
        assert "The file is missing" not in seen.words(seen.window.stage)
        assert not seen.stage.playback.playing

    run(story)


def test_what_was_damaged_and_mended_is_told_until_it_is_read(run, paid, picture, home):
    async def order(seen: OpenedWindow):
        await seen.order(picture)
        await until(lambda: seen.states() == [S.STORED], "a stored video")

    async def after_the_damage(seen: OpenedWindow):
        await until(lambda: "Paid videos wait" in seen.notice(), "that the budget isn't known")
        seen.act_on_notice()
        button(seen.dialog(SettingsDialog), "Save").click()
        await until(lambda: "settings" in seen.notice(), "what else was damaged")
        assert "list of jobs" in seen.notice()
        assert "index" in seen.notice()
        assert "presets" in seen.notice()
        assert seen.states() == [S.STORED]
        await until(lambda: len(seen.clips()) == 1, "its tile")
        seen.act_on_notice()
        assert seen.notice() == ""

    run(order)
    paths = resolve_paths(str(home), {})
    paths.settings_path.write_text("{")
    for path in (paths.journal_path, paths.index_path):
        path.write_bytes(b"not a database" * 1000)
    (paths.library_dir / ".presets.json").write_text("{")
    run(after_the_damage)


def test_the_sheet_and_the_report_are_written_where_the_person_says(run, paid, picture, tmp_path):
    async def save_as(seen: OpenedWindow, path: Path):
        dialog = seen.main.findChild(QFileDialog)
        dialog.fileSelected.emit(str(path))
        dialog.reject()
        await until(path.is_file, path.name)

    async def story(seen: OpenedWindow):
        await seen.order(picture, "A secret boat")
        await until(lambda: seen.states() == [S.STORED], "a stored video")
        seen.choose("Money…")
        seen.click("Export as CSV…", seen.dialog(MoneyDialog))
        await save_as(seen, tmp_path / "books.csv")
        seen.dialog(MoneyDialog).accept()
        seen.choose("Save a report…")
        await save_as(seen, tmp_path / "report.zip")

    run(story)
    with (tmp_path / "books.csv").open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    assert (row["price"], row["charge"], row["prompt"]) == ("0.20", "spent", "A secret boat")
    with zipfile.ZipFile(tmp_path / "report.zip") as archive:
        told = {name: archive.read(name).decode() for name in archive.namelist()}
    assert json.loads(told["report.json"])["jobs"][0]["state"] == "STORED"
    (task_id,) = paid.tasks
    for private in ("A secret boat", "test-key", task_id, "beach", paid.file_host, str(tmp_path)):
        assert not any(private in text for text in told.values()), private


def test_the_player_remembers_how_loud_it_was(run):
    async def turn(seen: OpenedWindow):
        seen.window.stage.volume_changed.emit(0.25, True)

    async def look_again(seen: OpenedWindow):
        assert seen.stage.volume.value() == 25
        assert seen.stage.button("Mute").isChecked()

    run(turn)
    run(look_again)


def program_on(home: Path, more_env: dict[str, str], *words: str) -> "subprocess.Popen[str]":
    environ = {name: value for name, value in os.environ.items() if not name.startswith(("ZAI_", "VIDU_"))}
    return subprocess.Popen(
        [sys.executable, "-m", "vidu_desktop", "--home", home, *words],
        env={**environ, "QT_QPA_PLATFORM": "offscreen", **more_env},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def test_sigterm_ends_the_program_in_order_and_nothing_is_lost(service, home, picture):
    # given a window at work
    service.duration_s = 3600.0
    command = QuickCommand(home, service)
    command("generate", "image", str(picture), "--no-wait")
    program = program_on(home, {"ZAI_BASE_URL": service.base_url, "ZAI_API_KEY": "test-key"})
    try:
        assert service.wait_until(lambda: service.count(Kind.POLL) > 0, PATIENCE_S)

        # when the system asks it to end
        program.send_signal(signal.SIGTERM)
        said, _ = program.communicate(timeout=PATIENCE_S)
    finally:
        program.kill()

    # then it ends, and the next start finds everything
    assert program.returncode == 0, said
    assert "Traceback" not in said
    service.finish()
    assert command("resume").code == 0
    assert list(service.charges.values()) == [1]


def test_a_window_whose_home_can_be_none_says_so_on_the_terminal_as_commands_do(tmp_path):
    (tmp_path / "file").write_text("mine")
    program = program_on(tmp_path / "file" / "below", {})
    try:
        said = next(line for line in program.stdout if "isn't a folder" in line)
        program.send_signal(signal.SIGTERM)  # nobody presses OK
        assert program.wait(PATIENCE_S) == 2
    finally:
        program.kill()
        program.communicate(timeout=PATIENCE_S)
    assert str(tmp_path / "file") in said
    assert "--home" in said
    assert (tmp_path / "file").read_text() == "mine"


def test_a_second_start_hands_its_files_to_the_first_window_and_leaves(run, home, picture):
    async def story(seen: OpenedWindow):
        second = program_on(home, {}, str(picture))
        try:
            await until(lambda: second.poll() is not None, "the end of the second program")
            assert second.returncode == 0, second.communicate()[0]
            tab = seen.window.compose.current_tab
            await until(lambda: tab.readiness.sendable, "its picture in the tab")
            assert tab.draft.picture_paths == (str(picture),)
        finally:
            second.kill()
            second.communicate(timeout=PATIENCE_S)

    run(story)


def test_a_keyring_that_hangs_keeps_nobody_waiting(run, picture, monkeypatch):
    import threading

    hangs = threading.Event()
    monkeypatch.setitem(KeyringDesk.__init__.__kwdefaults__, "find_keyring", lambda: hangs.wait() and None)

    async def story(seen: OpenedWindow):
        # the window opens and works while the key isn't known yet
        assert seen.main.isVisible()
        await seen.order(picture, press="Rehearse")
        await until(lambda: "No API key yet" in seen.words(seen.window.compose), "the line about the key")
        assert seen.session.found_key.note is not None

    try:
        run(story)
    finally:
        hangs.set()


def test_the_next_start_opens_with_what_was_in_the_tab_and_says_when_its_picture_is_gone(run, picture):
    async def fill(seen: OpenedWindow):
        await seen.compose(picture, "A paper boat")

    async def look_again(seen: OpenedWindow):
        tab = seen.window.compose.current_tab
        assert (tab.draft.prompt, tab.draft.picture_paths) == ("A paper boat", (str(picture),))
        await until(lambda: tab.readiness.sendable, "its picture")
        await until(lambda: seen.button("Rehearse").isEnabled(), "a button that can be pressed")
        picture.unlink()

    async def without_it(seen: OpenedWindow):
        said = "“beach.png” isn't there any more. Put it back or choose another picture."
        await until(lambda: said in seen.words(seen.window.compose), "a word about the picture")
        assert not seen.window.compose.current_tab.readiness.sendable

    run(fill)
    run(look_again)
    run(without_it)


def test_a_file_that_vanishes_is_shown_as_missing_and_found_again(run, picture, tmp_path):
    async def story(seen: OpenedWindow):
        await seen.order(picture, "A paper boat", press="Rehearse")
        await until(lambda: len(seen.clips()) == 1, "its tile")
        (clip,) = seen.clips()
        away = Path(clip.video_path).with_name("away.renamed")
        seen.window.stage.show_empty()
        os.rename(clip.video_path, away)  # noqa: PTH104 - Path.rename would be taken for blocking

        seen.window.library.play_requested.emit(clip)  # the person notices it, and so does the program
        await until(lambda: seen.clips()[0].missing, "the missing file")
        assert verb_fits(ClipVerb.FIND_MISSING, seen.clips()[0], 1)

        away.rename(away.with_name("elsewhere.mp4"))
        seen.window.library.verb_requested.emit(ClipVerb.FIND_MISSING, [clip.row])
        await until(lambda: not seen.clips()[0].missing, "the file again")
        assert Path(seen.clips()[0].video_path).name == "elsewhere.mp4"

    run(story)


def test_the_true_last_frame_begins_the_next_video(run, picture):
    async def story(seen: OpenedWindow):
        await seen.order(picture, "A paper boat", press="Rehearse")
        await until(lambda: len(seen.clips()) == 1, "its tile")
        (clip,) = seen.clips()

        seen.window.library.verb_requested.emit(ClipVerb.LAST_FRAME_TO_START, [clip.row])

        await until(lambda: seen.window.compose.current_tab.offer.mode is Mode.START_END, "the other tab")
        tab = seen.window.compose.current_tab
        await until(lambda: any(tab.draft.picture_paths), "the frame")
        frame = QImage(tab.draft.picture_paths[0])
        assert (frame.width(), frame.height()) == (clip.video.width_px, clip.video.height_px)
        with av.open(clip.video_path) as container:
            last = list(container.decode(video=0))[-1].to_ndarray(format="rgb24")
        middle = frame.pixelColor(frame.width() // 2, frame.height() // 2)
        wanted = last[last.shape[0] // 2, last.shape[1] // 2]
        assert all(abs(a - int(b)) <= 6 for a, b in zip(middle.getRgb()[:3], wanted, strict=True))

    run(story)


def test_the_frame_that_is_shown_begins_the_next_video(run, picture, tmp_path):
    async def story(seen: OpenedWindow):
        await seen.order(picture, "A paper boat", press="Rehearse")
        await until(lambda: len(seen.clips()) == 1, "its tile")
        stage = seen.window.stage
        await until(lambda: stage.frame is not None, "a frame on the stage")
        seen.stage.playback.pause()
        seen.stage.playback.seek(40)
        await until(lambda: stage.frame == 40, "the 41st frame")

        control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
        QTest.keyClick(seen.stage.view, Qt.Key.Key_T, control | shift)

        await until(lambda: seen.window.compose.current_tab.offer.mode is Mode.START_END, "the other tab")
        tab = seen.window.compose.current_tab
        await until(lambda: any(tab.draft.picture_paths), "the frame")
        assert Path(tab.draft.picture_paths[0]).stem.split("-frame-")[1].startswith("41-")
        saved = tmp_path / "same.png"
        stage.save_frame_requested.emit(stage.path, 40)
        (dialog,) = [one for one in seen.dialogs() if isinstance(one, QFileDialog)]
        dialog.fileSelected.emit(str(saved))  # as the dialog's button does
        dialog.close()
        await until(saved.exists, "the same frame from the file")
        assert QImage(tab.draft.picture_paths[0]) == QImage(str(saved))

    run(story)


def test_a_video_dropped_on_a_well_goes_on_from_its_last_frame(run, picture, tmp_path):
    async def story(seen: OpenedWindow):
        await seen.order(picture, "A paper boat", press="Rehearse")
        await until(lambda: len(seen.clips()) == 1, "its tile")
        (clip,) = seen.clips()
        tab = seen.window.compose.current_tab
        mine = tab.draft.picture_paths[0]

        tab.take(DropReading(files=(str(tmp_path / "gone.mp4"), clip.video_path)), 0)

        await until(lambda: tab.draft.picture_paths[0] not in ("", mine), "its last frame")
        assert len(tab.draft.picture_paths) == 1  # the missing video takes no place
        frame = QImage(tab.draft.picture_paths[0])
        assert (frame.width(), frame.height()) == (clip.video.width_px, clip.video.height_px)

    run(story)


def test_opening_several_elsewhere_opens_them_all_but_not_without_end(run, tmp_path, monkeypatch):
    opened: list[str] = []
    monkeypatch.setenv("PATH", "")  # no program is there that a test could start
    monkeypatch.setattr(
        QDesktopServices, "openUrl", lambda url: opened.append(Path(url.toLocalFile()).name) or True
    )
    videos = [make_video(tmp_path / f"{number:02}.mp4", seconds=0.2 + number / 24) for number in range(11)]

    async def story(seen: OpenedWindow):
        library = seen.window.library
        library.import_requested.emit([str(video) for video in videos])
        await until(lambda: len(seen.clips()) == 11, "their tiles")
        library.grid.selectAll()
        rows = library.selection.rows()

        library.verb_requested.emit(ClipVerb.OPEN_ELSEWHERE, rows[:3])
        await until(lambda: len(opened) >= 3, "three players")
        assert len(set(opened)) == 3
        opened.clear()

        library.verb_requested.emit(ClipVerb.OPEN_ELSEWHERE, rows)
        await until(lambda: "first 10 of 11" in seen.notice(), "a word about the eleventh")
        assert len(set(opened)) == 10
        opened.clear()

        library.verb_requested.emit(ClipVerb.SHOW_IN_FOLDER, rows)
        await until(lambda: opened, "their folder")
        assert len(opened) == len({Path(clip.video_path).parent for clip in seen.clips()})

    run(story)


def test_a_new_video_leaves_the_selection_alone_and_one_that_comes_back_is_selected(run, picture):
    async def story(seen: OpenedWindow):
        library = seen.window.library
        for count in (1, 2):
            # dropped only once: the same picture, dropped again beside its place, is a second video
            await seen.order(picture if count == 1 else None, f"Boat {count}", press="Rehearse")
            await until(lambda count=count: len(seen.clips()) == count, "its tile")
        library.grid.selectAll()
        both = library.selection.rows()
        assert len(both) == 2

        await seen.order(None, "Boat 3", press="Rehearse")
        await until(lambda: len(seen.clips()) == 3, "its tile")
        assert library.selection.rows() == both

        library.verb_requested.emit(ClipVerb.TRASH, both)
        await until(lambda: len(seen.clips()) == 1, "an emptier list")
        seen.choose("Undo: deletion of 2 videos")
        await until(lambda: len(seen.clips()) == 3, "the two again")
        assert library.selection.rows() == both

        seen.choose("Redo: deletion of 2 videos")
        await until(lambda: len(seen.clips()) == 1, "an emptier list again")
        seen.choose("Undo: deletion of 2 videos")
        await until(lambda: len(seen.clips()) == 3, "the two once more")

    run(story)


def test_what_was_thrown_away_before_the_disk_failed_can_be_taken_back(run, picture, monkeypatch):
    async def story(seen: OpenedWindow):
        for count in (1, 2):
            # dropped only once: the same picture, dropped again beside its place, is a second video
            await seen.order(picture if count == 1 else None, f"Boat {count}", press="Rehearse")
            await until(lambda count=count: len(seen.clips()) == count, "its tile")
        put, first = TrashFiles.put, []

        async def fails_at_the_second(files: TrashFiles, clip: Clip, trash_id: str) -> None:
            if first:
                raise DiskTrouble("disk-failing", Sentence("The disk reports an error."))
            first.append(clip)
            await put(files, clip, trash_id)

        monkeypatch.setattr(TrashFiles, "put", fails_at_the_second)
        seen.window.library.verb_requested.emit(ClipVerb.TRASH, [clip.row for clip in seen.clips()])
        await until(lambda: len(seen.clips()) == 1, "the other one alone")

        monkeypatch.setattr(TrashFiles, "put", put)
        seen.choose("Undo: deletion of a video")
        await until(lambda: len(seen.clips()) == 2, "both")

    run(story)


def test_a_picture_that_cant_be_copied_in_is_said_in_the_calm_line_with_a_way_on(run, picture, monkeypatch):
    async def story(seen: OpenedWindow):
        prepare, words = PictureFiles.prepare, "The disk reports an error in prepared pictures."

        async def fails(*_: object) -> None:
            raise DiskTrouble("disk-failing", Sentence(words))

        monkeypatch.setattr(PictureFiles, "prepare", fails)
        await seen.order(picture, "A paper boat", press="Rehearse")
        await until(lambda: words in seen.notice(), "the disk's trouble")

        monkeypatch.setattr(PictureFiles, "prepare", prepare)
        seen.main.findChild(NoticeLine).findChild(QPushButton).click()
        await until(lambda: len(seen.clips()) == 1, "its tile")
        assert seen.notice() == ""

    run(story)


def test_a_video_that_is_renamed_stays_on_the_stage_and_can_be_exported_with_its_frames(
    run, picture, tmp_path
):
    async def story(seen: OpenedWindow):
        await seen.order(picture, "A paper boat", press="Rehearse")
        await until(lambda: len(seen.clips()) == 1, "its tile")
        stage = seen.window.stage
        await until(lambda: stage.frame is not None, "a frame on the stage")
        (clip,) = seen.clips()

        seen.window.library.rename_requested.emit(clip.clip_id, "best take")

        await until(lambda: Path(stage.path).stem == "best take" and stage.frame is not None, "the new name")
        assert not is_there(clip)
        seen.stage.playback.seek(20)
        await until(lambda: stage.frame == 20, "the 21st frame")
        seen.stage.playback.mark_in()
        QTest.keyClick(seen.stage.view, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
        await until(lambda: any(isinstance(one, ExportDialog) for one in seen.dialogs()), "its export")
        export = seen.dialog(ExportDialog)
        assert ExportPage(export).ends[0].value() == 21
        assert "best take" in export.findChild(QLabel, "preview").text().replace("\u200b", "")
        export.reject()
        still = tmp_path / "still.png"
        stage.save_frame_requested.emit(stage.path, 3)
        (dialog,) = [one for one in seen.dialogs() if isinstance(one, QFileDialog)]
        dialog.fileSelected.emit(str(still))  # as the dialog's button does
        dialog.close()
        await until(still.exists, "the frame")
        assert QImage(str(still)).width() == clip.video.width_px

    run(story)


@pytest.mark.parametrize("last", ["note", "tags", "star"])
def test_what_was_typed_or_marked_last_is_kept_when_the_window_is_closed(run, video, tmp_path, last):
    records: list[Path] = []

    async def story(seen: OpenedWindow):
        source = tmp_path / "boat.mp4"
        source.write_bytes(video)
        library = seen.window.library
        library.import_requested.emit([str(source)])
        await until(lambda: len(seen.clips()) == 1, "its tile")
        (clip,) = seen.clips()
        records.append(Path(clip.video_path).with_suffix(".json"))
        seen.main.show_library()
        library.selection.select(clip)
        match last:
            case "note":
                library.act(ClipVerb.NOTE)
                QTest.keyClicks(library.details.findChild(QPlainTextEdit), "too fast")
            case "tags":
                library.act(ClipVerb.TAGS)
                QTest.keyClicks(library.details.findChild(QLineEdit), "boat")
            case "star":
                library.act(ClipVerb.STAR)

    run(story)

    kept = {"note": "too fast", "tags": ["boat"], "star": True}
    assert json.loads(records[0].read_text(encoding="utf-8"))["marks"] == {last: kept[last]}


def test_what_was_saved_and_thrown_away_last_is_so_when_the_window_is_closed(run, video, tmp_path):
    async def does(seen: OpenedWindow):
        source = tmp_path / "boat.mp4"
        source.write_bytes(video)
        library = seen.window.library
        library.import_requested.emit([str(source)])
        await until(lambda: len(seen.clips()) == 1, "its tile")
        seen.window.compose.preset_save_requested.emit(a_request(prompt="A paper boat"))
        seen.main.show_library()
        library.selection.select(seen.clips()[0])
        library.bar.search_saved.emit(SavedSearch(name="Boats", query=LibraryQuery(text="boat")))
        seen.click("Save", seen.dialog(SavePresetDialog))
        library.act(ClipVerb.TRASH)

    async def looks(seen: OpenedWindow):
        presets = seen.window._preset_work.show_all()
        await until(lambda: presets.list.topLevelItemCount() == 1, "the preset")
        storage = seen.session.program.storage
        assert [one.name for one in await storage.searches.all()] == ["Boats"]
        assert len(await storage.trash.contents()) == 1

    run(does)
    run(looks)


def test_a_board_whose_film_plays_hides_nothing_of_the_stage(run):
    async def plays(seen: OpenedWindow):
        boards = seen.window.many.board
        board = boards.open()
        await until(lambda: board.boards.count() > 0, "the board")
        stage = QRect(seen.window.stage.mapToGlobal(QPoint()), seen.window.stage.size())
        board.move(stage.topLeft())
        boards.film_requested.emit([], FilmWish(parts=()))
        assert not board.frameGeometry().intersects(stage)

    run(plays)


def test_a_board_follows_a_video_into_the_trash_and_back(run, picture):
    other = picture.with_name("other.png")
    shutil.copyfile(picture, other)

    async def does(seen: OpenedWindow):
        board = seen.window.many.board.open()
        await until(lambda: board.boards.count() > 0, "the board")
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(path)) for path in (picture, other)])
        board.strip.dropped.emit(mime, 0)

        def badge() -> str:
            card = board.model.card(1)
            return card.badge if isinstance(card, GapCard) else ""

        await until(board.rehearse.isEnabled, "the gap of the two stills")
        board.rehearse.click()
        await until(lambda: badge() == "rehearsal · $0.20" and seen.clips(), "the rehearsal")
        [clip] = seen.clips()
        seen.window.library.verb_requested.emit(ClipVerb.TRASH, [clip.row])
        await until(lambda: badge() == "not made · $0.20", "the gap without it")
        board.actions()[0].trigger()  # Undo, which the board shares
        await until(lambda: badge() == "rehearsal · $0.20", "the rehearsal again")

    run(does)


def test_what_was_typed_onto_a_board_last_is_kept_when_the_window_is_closed(run, picture):
    async def types(seen: OpenedWindow):
        board = seen.window.many.board.open()
        await until(lambda: board.boards.count() > 0, "the board")
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(picture))])
        board.strip.dropped.emit(mime, 0)
        await until(lambda: board.model.rowCount() > 0, "its still")
        QTest.keyClicks(board.wishes.prompt, "A paper boat")

    async def looks(seen: OpenedWindow):
        board = seen.window.many.board.open()
        await until(lambda: board.model.rowCount() > 0, "the board as it was left")
        assert board.wishes.prompt.text() == "A paper boat"

    run(types)
    run(looks)


def test_a_drag_of_videos_that_must_be_read_first_begins_by_itself_and_holds_no_task_up(
    run, video, tmp_path, monkeypatch
):
    carried: list[tuple[list[str], bool]] = []

    def carry(drag: QDrag, *_: object) -> Qt.DropAction:
        paths = [url.toLocalFile() for url in drag.mimeData().urls()]
        carried.append((paths, asyncio.current_task() is None))
        return Qt.DropAction.CopyAction

    monkeypatch.setattr(QDrag, "exec", carry)

    async def story(seen: OpenedWindow):
        source = tmp_path / "boat.mp4"
        source.write_bytes(video)
        library = seen.window.library
        library.import_requested.emit([str(source)])
        await until(lambda: len(seen.clips()) == 1, "its tile")
        (clip,) = seen.clips()
        library.selection.select(clip)

        model = library.grid.model()
        assert isinstance(model, LibraryModel)
        model.forget_clips()
        library.drag.begin(library.grid)

        assert carried == []
        await until(lambda: carried, "a drag")
        assert carried == [([clip.video_path], True)]

    run(story)
