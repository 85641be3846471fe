"""The calm line: a result shows the way to its file, and what has gone from the line is in the list."""

import os
import stat
from datetime import timedelta
from types import SimpleNamespace

import pytest
from fakes.leftovers import running_timers
from fakes.ui_values import NOW, a_job
from PySide6.QtCore import QSettings, Qt, QTimer, Signal
from PySide6.QtWidgets import QPushButton, QTreeWidget, QWidget

from vidu_desktop.controllers import file_manager
from vidu_desktop.controllers.happenings import Happenings
from vidu_desktop.controllers.notices import NETWORK_PAGE, Notices
from vidu_desktop.domain.job import JobState, Trouble
from vidu_desktop.domain.proxy import PROXY_AWAY, PROXY_PASSWORD, PROXY_REFUSES, PROXY_SILENT
from vidu_desktop.engine.lasting_pauses import ANSWERS_LOST, PAUSED
from vidu_desktop.errors import Sentence
from vidu_desktop.ui.dialogs.happenings_dialog import HappeningsDialog
from vidu_desktop.ui.text import say
from vidu_desktop.ui.widgets.notice_line import NoticeLine


class Frame(QWidget):
    """The parts of the main window that the notices need."""

    language_changed = Signal()

    def __init__(self, look) -> None:
        super().__init__()
        self.line = NoticeLine(look, self)

    def show_notice(self, text, kind="info", action_text=None) -> None:
        self.line.show_notice(text, kind, action_text)

    def clear_notice(self) -> None:
        self.line.clear()


class Bench:
    """Notices with their list and a file for them. Opened folders are kept, and `answers` says whether one opens."""

    def __init__(self, look, tmp_path, monkeypatch) -> None:
        self.look, self.tmp_path = look, tmp_path
        self.frame = Frame(look)
        self.opened: list[str] = []
        self.answers = True
        self.minutes = 0
        self.happened = self.list_anew()
        self.shown_paused: list[bool] = []
        queue = SimpleNamespace(set_paused=self.shown_paused.append)
        self.nudged: list[bool] = []
        engine = SimpleNamespace(
            paused_by=None, new_orders_url="", nudge=lambda: self.nudged.append(True), go_on=lambda: None
        )
        self.notices = Notices(self.frame, queue, engine, happened=self.happened)

        def ask(path, unanswered) -> None:
            self.opened.append(path)
            if not self.answers:
                unanswered()

        monkeypatch.setattr("vidu_desktop.controllers.notices.show_in_folder", ask)

    def list_anew(self) -> Happenings:
        memory = QSettings(str(self.tmp_path / "window.ini"), QSettings.Format.IniFormat)
        return Happenings(self.look, self.frame, memory, self.now)

    def now(self):
        self.minutes += 1
        return NOW + timedelta(minutes=self.minutes)

    def buttons(self) -> list[str]:
        return [one.text() for one in self.frame.line.findChildren(QPushButton) if not one.isHidden()]


@pytest.fixture
def bench(qtbot, look, tmp_path, monkeypatch):
    bench = Bench(look, tmp_path, monkeypatch)
    qtbot.addWidget(bench.frame)
    bench.frame.show()
    return bench


def test_a_result_has_the_way_to_its_file(bench) -> None:
    bench.notices.say_done("“a.mp4” is saved.", "/out/a.mp4")
    assert bench.buttons() == ["Show in folder"]

    bench.notices.act()

    assert bench.opened == ["/out/a.mp4"]


def test_what_failed_is_a_warning_and_stays_as_long_as_a_result(bench) -> None:
    bench.notices.say_done("1 video couldn't be exported.", failed=True)
    assert bench.frame.line.property("tone") == "warn"
    (timer,) = [one for one in bench.notices.findChildren(QTimer) if one.isActive()]
    failed_ms = timer.interval()

    bench.notices.say_done("“a.mp4” is saved.", "/out/a.mp4")

    assert failed_ms == timer.interval()


def test_where_no_program_for_folders_answers_the_place_is_said(bench) -> None:
    bench.answers = False
    bench.notices.say_done("“a.mp4” is saved.", "/out/a.mp4")
    bench.notices.act()
    assert "/out/a.mp4" in bench.frame.line.text
    assert bench.buttons() == []


def test_a_remark_without_a_file_has_no_button_also_after_one_that_had(bench) -> None:
    bench.notices.say_done("“a.mp4” is saved.", "/out/a.mp4")
    bench.notices.say(Sentence("Every missing file was found again."))
    assert bench.buttons() == []


def test_what_can_be_gone_on_with_stays_until_it_is_pressed(bench) -> None:
    done = []
    bench.notices.offer(Sentence("Three are made first."), Sentence("Open the batch"), lambda: done.append(1))
    bench.notices.say(Sentence("In passing."))
    bench.notices.started()
    bench.notices.offer(Sentence("Two are made first."), Sentence("Open the batch"), lambda: done.append(2))
    assert (bench.frame.line.text, bench.buttons()) == ("Two are made first.", ["Open the batch"])

    bench.notices.act()

    assert done == [2]
    assert bench.buttons() == []


def test_what_can_be_gone_on_with_is_gone_once_it_is_withdrawn_but_stays_in_the_list(bench) -> None:
    bench.notices.offer(Sentence("Three are made first."), Sentence("Open the batch"), lambda: None)

    bench.notices.withdraw_offer()

    assert (bench.frame.line.text, bench.buttons()) == ("", [])
    assert [one.words for one in bench.list_anew().all] == ["Three are made first."]


def test_what_passed_stands_in_the_list_the_newest_first_and_after_a_restart(bench) -> None:
    bench.notices.say_done("“a.mp4” is saved.", "/out/a\udcff.mp4")
    bench.notices.say_text("1 video was imported.")

    again = bench.list_anew().all

    assert [(one.words, one.path) for one in again] == [
        ("1 video was imported.", ""),
        ("“a.mp4” is saved.", "/out/a\udcff.mp4"),
    ]
    assert again[0].at > again[1].at


def test_the_list_is_bounded_and_a_damaged_one_is_as_good_as_none(bench, tmp_path) -> None:
    for number in range(250):
        bench.happened.note(f"{number}")
    assert [bench.happened.all[place].words for place in (0, -1)] == ["249", "50"]

    for damaged in ("{", "[[1, 2, 3]]", '[["2026-11-29T10:00:00", "no zone", ""], ["x", "y", "z"]]', "7"):
        QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat).setValue("happened/list", damaged)
        assert bench.list_anew().all == []


def test_the_list_shows_files_in_their_folder_grows_while_it_is_open_and_is_emptied(bench, qtbot) -> None:
    bench.happened.show_in_folder_requested.connect(bench.notices.show_in_folder)
    bench.notices.say_done("“a.mp4” is saved.", "/out/a\udcff.mp4")
    bench.happened.open()
    dialog = bench.frame.findChild(HappeningsDialog)
    rows = dialog.findChild(QTreeWidget)
    buttons = {one.text(): one for one in dialog.findChildren(QPushButton)}

    qtbot.mouseClick(buttons["Show in folder"], Qt.MouseButton.LeftButton)
    assert bench.opened == ["/out/a\udcff.mp4"]

    bench.notices.say_text("1 video was imported.")
    assert [rows.topLevelItem(row).text(1) for row in range(rows.topLevelItemCount())] == [
        "1 video was imported.",
        "“a.mp4” is saved.",
    ]
    assert not buttons["Show in folder"].isEnabled()  # nothing was made, so there is no file

    qtbot.mouseClick(buttons["Empty the list"], Qt.MouseButton.LeftButton)
    assert rows.topLevelItemCount() == 0
    assert not buttons["Empty the list"].isEnabled()
    assert bench.list_anew().all == []


@pytest.mark.skipif(os.name != "posix", reason="elsewhere Qt asks the system, which answers itself")
def test_who_reads_an_older_message_goes_on_with_it_when_another_one_comes(bench) -> None:
    for words in ("First.", "Second.", "Third."):
        bench.notices.say_text(words)
    bench.happened.open()
    (dialog,) = bench.frame.findChildren(HappeningsDialog)
    (shown,) = dialog.findChildren(QTreeWidget)
    shown.setCurrentItem(shown.topLevelItem(1))
    bench.notices.say_text("Fourth.")
    assert shown.currentItem().text(1) == "Second."
    shown.setCurrentItem(shown.topLevelItem(0))
    bench.notices.say_text("Fifth.")
    assert shown.currentItem().text(1) == "Fifth."
    dialog.close()


@pytest.mark.parametrize(("code", "unanswered"), [(0, False), (3, True)])
def test_an_opener_that_finds_nothing_is_heard(tmp_path, monkeypatch, qtbot, code, unanswered) -> None:
    opener = tmp_path / "bin" / "xdg-open"
    opener.parent.mkdir()
    opener.write_text(f'#!/bin/sh\necho "$1" > "{tmp_path}/asked"\nexit {code}\n')
    opener.chmod(opener.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", str(opener.parent), prepend=os.pathsep)
    heard: list[bool] = []
    before = running_timers().keys()

    file_manager.show_in_folder(str(tmp_path / "there.mp4"), lambda: heard.append(True))

    asked = tmp_path / "asked"
    qtbot.waitUntil(lambda: asked.exists() and asked.read_text().endswith("\n"), timeout=60_000)
    if unanswered:
        qtbot.waitUntil(lambda: heard == [True], timeout=60_000)
    assert asked.read_text().strip() == tmp_path.as_uri()
    qtbot.waitUntil(lambda: running_timers().keys() <= before, timeout=60_000)  # its process has ended, too


def test_a_folder_that_has_gone_is_never_asked_for(tmp_path) -> None:
    heard: list[bool] = []
    file_manager.show_in_folder(str(tmp_path / "gone" / "a.mp4"), lambda: heard.append(True))
    assert heard == [True]


def test_what_holds_work_up_is_said_once_though_remarks_come_between(bench, announced) -> None:
    trouble = Trouble(code="402", sentence=Sentence("Your account has no balance left."))

    bench.notices.paused(trouble)
    bench.notices.say_text("A video was imported.")
    bench.notices.paused(trouble)

    assert announced == ["Your account has no balance left.", "A video was imported."]


def test_what_lasts_changes_its_language_and_stays_what_it_was(bench, look) -> None:
    full = Sentence(
        "The disk with “{path}” is full. Make room; nothing is lost, and the work goes on by itself."
    )
    bench.notices.paused(Trouble(code="disk", sentence=Sentence(full.template, {"path": "/v"})))
    try:
        look.set_language("ja")
        bench.frame.language_changed.emit()
        assert bench.frame.line.text == say(Sentence(full.template, {"path": "/v"}))
        assert "is full" not in bench.frame.line.text
        assert bench.buttons() != ["Try again"]
    finally:
        look.set_language("en")
    bench.frame.language_changed.emit()
    assert "is full" in bench.frame.line.text
    assert bench.buttons() == ["Try again"]


def test_after_lost_answers_the_way_on_is_not_called_again(bench) -> None:
    bench.notices.paused(ANSWERS_LOST)
    assert bench.buttons() == ["Go on"]


@pytest.mark.parametrize("code", [PROXY_PASSWORD, PROXY_AWAY, PROXY_SILENT, PROXY_REFUSES, "http-407"])
def test_what_is_mended_in_the_settings_of_the_network_leads_there(bench, code: str) -> None:
    pages: list[int] = []
    bench.notices.settings_requested.connect(pages.append)
    words = Sentence("The proxy wants a name. Type it under Settings > Network.")
    bench.notices.service_lost(Trouble(code=code, sentence=words), "https://service.example")
    assert bench.buttons() == ["Open settings"]
    bench.notices.act()
    assert pages == [NETWORK_PAGE]


def test_a_service_that_cant_be_reached_is_tried_now_by_the_button(bench) -> None:
    lost = Trouble(code="unreachable", sentence=Sentence("The service can't be reached."))
    bench.notices.service_lost(lost, "https://service.example")
    assert bench.buttons() == ["Try now"]


@pytest.mark.parametrize("state", [JobState.DRAFT, JobState.VERIFYING])
@pytest.mark.parametrize("code", ["disk-full", "helper-not-started"])
def test_the_disk_holds_jobs_up_in_the_line_until_none_waits_for_it(
    bench, state: JobState, code: str
) -> None:
    """A job waits for it while its pictures are made ready as well as when its video is put away."""
    trouble = Trouble(code=code, sentence=Sentence("The disk is full. The work goes on by itself."))
    for job_id in ("one", "two", "three"):
        bench.notices.job_seen(a_job(job_id, state, trouble=trouble))
    assert "The disk is full" in bench.frame.line.text
    assert bench.buttons() == ["Try again"]
    bench.notices.act()
    assert bench.nudged == [True]

    bench.notices.job_seen(a_job("one", state))
    bench.notices.jobs_gone(["two"])
    assert "The disk is full" in bench.frame.line.text
    bench.notices.job_seen(a_job("three", JobState.CANCELLED, trouble=trouble))
    assert bench.frame.line.text == ""


@pytest.mark.parametrize("paused", [True, False])
def test_a_pause_of_the_person_is_shown_by_the_queue_and_not_in_the_line(bench, paused: bool) -> None:
    other = Trouble(code="402", sentence=Sentence("Your account has no balance left."))
    bench.notices.paused(PAUSED if paused else other)
    assert bench.shown_paused == [paused]
    assert bool(bench.frame.line.text) is not paused
