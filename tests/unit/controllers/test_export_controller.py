"""ClipExports as the window makes them: nothing in the library is ever overwritten, and every end is reported."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path
from types import SimpleNamespace

import pytest
from fakes.ended import all_ended
from fakes.export_pages import ExportPage
from fakes.forked_processes import forked_helpers
from fakes.numbered_video import write_numbered
from fakes.ui_values import NOW, a_clip
from fakes.videos import make_video
from fakes.window_context import a_context
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QWidget

from vidu_desktop.controllers.export_controller import ExportController
from vidu_desktop.controllers.export_memory import ExportMemory
from vidu_desktop.controllers.frame_controller import FrameController
from vidu_desktop.controllers.frame_service import AppFrameService
from vidu_desktop.controllers.save_targets import with_ending
from vidu_desktop.domain.export import ExportFormat, ExportSettings
from vidu_desktop.domain.film import FilmWish, parts_in_a_row
from vidu_desktop.domain.library_query import LibraryQuery, SortKey
from vidu_desktop.engine.tasks import TaskKeeper
from vidu_desktop.ui.dialogs.export_dialog import ExportDialog
from vidu_desktop.ui.dialogs.join_dialog import JoinDialog
from vidu_desktop.ui.dialogs.unfinished_dialog import UnfinishedDialog
from vidu_desktop.ui.models.clip_verbs import ClipVerb
from vidu_desktop.ui.models.export_choice import ExportChoice
from vidu_desktop.ui.text import say
from vidu_desktop.ui.widgets.work_bar import WorkBar
from vidu_desktop.wiring.clip_exports import ClipExports
from vidu_desktop.wiring.frame_files import FrameFiles

PATIENCE_S = 60.0


class Pane(QWidget):
    """The parts of the library's pane that an export needs."""

    def __init__(self, look) -> None:
        super().__init__()
        self.work_bar = WorkBar(look, self)
        self.bar = SimpleNamespace(query=LibraryQuery())


class Said:
    """Keeps what the person is told."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self.paths: list[str] = []  # of the files that were made
        self.failed: list[bool] = []

    def say(self, sentence) -> None:
        self.words.append(say(sentence))

    def say_text(self, text) -> None:
        self.words.append(text)

    def say_done(self, text, path="", *, failed=False) -> None:
        self.words.append(text)
        self.failed.append(failed)
        if path:
            self.paths.append(path)

    def say_error(self, error) -> None:
        self.words.append(say(error.sentence))


class Pictures:
    async def pictures_of(self, clip) -> tuple[str | None, ...]:
        return ()


def a_film(clips):
    return FilmWish(parts=parts_in_a_row([clip.video_path for clip in clips], drop_seams=False))


class Bench:
    """A controller of exports with two clips in a library on the disk."""

    def __init__(self, look, tmp_path: Path) -> None:
        self.library_dir = tmp_path / "library"
        self.out = tmp_path / "out"
        for folder in (self.library_dir, self.out):
            folder.mkdir()
        self.said = Said()
        self.tasks = TaskKeeper()
        self.pane = Pane(look)
        self.context = a_context(look, self.pane, self.tasks, self.said, tmp_path)
        self.work = ExportController(
            self.context, self.pane, ClipExports(Pictures()), lambda: self.library_dir
        )
        self.clips = [self.clip(name, frames) for name, frames in (("a", 10), ("b", 12))]

    def clip(self, name: str, frames: int = 10, **changes):
        path = write_numbered(self.library_dir / f"{name}.mp4", frames)
        path.with_suffix(".json").write_text("{}")
        return a_clip(name, video_path=str(path), **changes)

    def live(self, *steps) -> str:
        """Run these steps on a loop and wait until everything that they started has ended; return the last message."""

        async def story() -> None:
            for step in steps:
                step()
            await all_ended(PATIENCE_S)

        asyncio.run(story())
        return self.said.words[-1] if self.said.words else ""

    def join(self, target: Path) -> str:
        """Join all clips as if this place had been chosen; return the last message."""
        return self.live(lambda: self.work._join(self.clips, a_film(self.clips), target))


@pytest.fixture(scope="module", autouse=True)
def quick_helpers():
    with forked_helpers():
        yield


@pytest.fixture
def bench(qtbot, look, tmp_path):
    bench = Bench(look, tmp_path)
    qtbot.addWidget(bench.pane)
    return bench


def files_in(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_joined_over_one_of_its_own_videos_is_refused_and_the_library_stays(bench):
    before = files_in(bench.library_dir)

    words = bench.join(Path(bench.clips[0].video_path))

    assert files_in(bench.library_dir) == before
    assert "“a.mp4”" in words
    assert "another name" in words


@pytest.mark.parametrize("gone", [False, True])
def test_joined_over_another_video_of_the_library_or_into_its_place_is_refused(bench, gone):
    other = Path(bench.clip("other").video_path)
    if gone:
        other.unlink()
    before = files_in(bench.library_dir)

    words = bench.join(other)

    assert files_in(bench.library_dir) == before
    assert "belongs to the library" in words


def test_joined_through_a_link_to_the_librarys_folder_is_refused_too(bench, tmp_path):
    (tmp_path / "link").symlink_to(bench.library_dir)
    before = files_in(bench.library_dir)
    other = bench.clip("other")
    before = files_in(bench.library_dir)

    bench.join(tmp_path / "link" / Path(other.video_path).name)

    assert files_in(bench.library_dir) == before


@pytest.mark.parametrize("end", ["fails", "is cancelled"])
def test_a_join_that_fails_or_is_cancelled_leaves_the_file_that_it_was_to_replace(bench, end):
    target = bench.out / "film.mp4"
    target.write_bytes(b"last week's cut")
    if end == "fails":
        Path(bench.clips[1].video_path).write_bytes(b"<html>")
    else:
        bench.pane.work_bar.show_progress = lambda *_: bench.work.cancel()

    bench.join(target)

    assert files_in(bench.out) == {"film.mp4": b"last week's cut"}


@pytest.mark.parametrize(
    ("ending", "written"),
    [(".mp4", "film.mp4"), (".png", "film"), (".otio", "film.otio"), (".html", "film.html")],
)
def test_a_film_is_written_as_what_the_person_chose(bench, ending, written):
    target = bench.out / f"film{ending}"

    words = bench.live(lambda: bench.work._write_film(bench.clips, a_film(bench.clips), target))

    assert written in words
    assert [path.name for path in bench.out.iterdir()] == [written]
    if ending == ".png":
        assert len(list((bench.out / "film").iterdir())) == 22


def test_a_join_replaces_what_the_person_agreed_to_replace(bench):
    target = bench.out / "film.mp4"
    target.write_bytes(b"last week's cut")

    words = bench.join(target)

    assert list(files_in(bench.out)) == ["film.mp4"]
    assert target.stat().st_size > 1000
    assert words == "“film.mp4” is saved."
    assert bench.said.paths == [str(bench.out / "film.mp4")]


def test_the_end_of_an_export_says_how_many_were_made_and_why_others_were_not(bench):
    bench.clips += [bench.clip("gone"), bench.clip("torn"), bench.clip("missed", missing=True)]
    for clip in bench.clips[2::2]:
        Path(clip.video_path).unlink()
    Path(bench.clips[3].video_path).write_bytes(b"<html>")
    settings = ExportSettings(format=ExportFormat.STILL)

    def choose() -> None:
        bench.work.begin(ClipVerb.EXPORT, bench.clips)
        (dialog,) = bench.pane.findChildren(ExportDialog)
        dialog.chosen.emit(ExportChoice(settings=settings, folder=str(bench.out)))

    words = bench.live(choose)

    assert sorted(files_in(bench.out)) == ["a.png", "b.png"]
    assert words.startswith("2 files are saved in")
    assert "3 videos couldn't be exported." in words
    for name in ("gone", "torn", "missed"):
        assert f"“{name}.mp4”" in words
    assert "another folder" not in words
    assert "fetched" not in words
    assert bench.said.failed == [True]


def test_a_folder_is_proposed_before_the_first_export_and_a_new_one_below_it_is_made(
    bench, qtbot, tmp_path, monkeypatch
):
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home / "config"))
    work = ExportController(bench.context, bench.pane, ClipExports(Pictures()), lambda: bench.library_dir)

    def ask() -> None:
        work.begin(ClipVerb.EXPORT, bench.clips[:1])

    bench.live(ask)
    (dialog,) = bench.pane.findChildren(ExportDialog)
    page = ExportPage(dialog)
    proposed = page.folder.text()
    page.folder.setCursorPosition(len(proposed))
    bench.live(lambda: qtbot.keyClicks(page.folder, "/videos"))
    words = bench.live(page.export.click)

    assert proposed == str(home)
    assert sorted(files_in(home / "videos")) == ["a.mp4"]
    assert "a.mp4" in words
    assert bench.said.failed == [False]


@pytest.mark.parametrize("verb", [ClipVerb.TIMELINE, ClipVerb.CONTACT_SHEET])
def test_no_timeline_or_sheet_is_written_over_a_video(bench, verb):
    before = files_in(bench.library_dir)

    def choose() -> None:
        bench.work.begin(verb, bench.clips)
        (dialog,) = bench.pane.findChildren(QFileDialog)
        dialog.fileSelected.emit(bench.clips[0].video_path)

    bench.live(choose)

    ending = "otio" if verb is ClipVerb.TIMELINE else "pdf"
    after = files_in(bench.library_dir)
    assert set(after) - set(before) == {f"a.mp4.{ending}"}
    assert {name: after[name] for name in before} == before


def test_a_review_packet_is_a_folder_of_its_own_beside_what_is_there(bench):
    def choose() -> None:
        bench.work.begin(ClipVerb.REVIEW, bench.clips)
        dialog = bench.pane.findChildren(QFileDialog)[-1]
        dialog.fileSelected.emit(str(bench.out))
        dialog.close()

    for count in (1, 2):
        words = bench.live(choose)
        assert "A fox turns its head review" in words, "which folder is passed on"
        assert len(list(bench.out.iterdir())) == count
    for folder in bench.out.iterdir():
        assert sorted(path.name for path in folder.iterdir()) == ["clips", "index.html"]
        assert len(list((folder / "clips").iterdir())) == 2
        assert "{done} of {count}" in (folder / "index.html").read_text("utf-8")


def test_a_timeline_that_cannot_say_the_rate_is_told(bench):
    slow = replace(bench.clips[0], video_path=str(make_video(bench.out.parent / "slow.mp4", fps=12)))

    words = bench.live(lambda: bench.work._start_timeline([slow], bench.out / "cut.edl"))

    assert "12 frames a second" in words
    assert files_in(bench.out) == {}


def test_where_the_program_itself_trips_the_person_hears_of_it_and_the_log_too(bench, caplog):
    async def trip() -> None:
        raise ZeroDivisionError

    words = bench.live(lambda: bench.context.guarded.start("divide", trip))

    assert "ZeroDivisionError" in words
    assert "report" in words
    assert "divide failed" in caplog.text


@pytest.mark.parametrize("verb", ["open", "save_frame"])
def test_a_frame_desk_that_trips_answers_all_the_same(bench, tmp_path, monkeypatch, verb):
    def trip(*_values, **_named) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("vidu_desktop.adapters.video.frame_decoder.FrameDecoder", trip)
    monkeypatch.setattr("vidu_desktop.adapters.video.frame_saving.save_frame", trip)
    answers = []
    desk, path = AppFrameService(FrameFiles(), lambda: tmp_path, bench.tasks), bench.clips[0].video_path

    def ask() -> None:
        if verb == "open":
            desk.open(path, answers.append)
        else:
            desk.save_frame(path, 3, "", answers.append)

    bench.live(ask)

    (answer,) = answers
    assert "tripped (ZeroDivisionError)" in say(answer.sentence)


@pytest.mark.parametrize(
    ("query", "order"),
    [
        (LibraryQuery(), ["a", "b"]),
        (LibraryQuery(ascending=True), ["b", "a"]),
        (LibraryQuery(sort=SortKey.RATING), ["b", "a"]),
    ],
)
def test_a_timeline_goes_by_age_unless_the_list_was_sorted(bench, query, order):
    bench.pane.bar.query = query
    old, young = bench.clips[0], replace(bench.clips[1], created_at=NOW + timedelta(minutes=1))

    def choose() -> None:
        bench.work.begin(ClipVerb.TIMELINE, [young, old])
        (dialog,) = bench.pane.findChildren(QFileDialog)
        dialog.fileSelected.emit(str(bench.out / "cut.otio"))

    bench.live(choose)

    timeline = (bench.out / "cut.otio").read_text()
    assert sorted("ab", key=lambda name: timeline.index(f"{name}.mp4")) == order


@pytest.mark.parametrize(
    ("first", "last", "kind", "frames"),
    [
        (2, 7, ExportFormat.H264, (3, 8)),
        (None, 7, ExportFormat.H264, (1, 8)),
        (None, None, ExportFormat.MP4, (1, 96)),
    ],
)
def test_a_part_is_exported_as_something_that_can_be_a_part(bench, first, last, kind, frames):
    bench.live(lambda: bench.work.begin_part(bench.clips[0], first, last))

    (dialog,) = bench.pane.findChildren(ExportDialog)
    assert ExportPage(dialog).format.currentIndex() == list(ExportFormat).index(kind)
    assert tuple(end.value() for end in ExportPage(dialog).ends) == frames
    if kind is not ExportFormat.MP4:
        chosen = []
        dialog.chosen.disconnect()  # only noted here, not made
        dialog.chosen.connect(chosen.append)
        bench.live(lambda: dialog.set_folder(str(bench.out)), ExportPage(dialog).export.click)
        assert [(one.settings.first, one.settings.last) for one in chosen] == [(first, last)]


def test_an_export_shows_the_names_that_it_gives(bench):
    (bench.out / "A.png").write_bytes(b"another picture")
    before = ExportChoice(settings=ExportSettings(format=ExportFormat.STILL), folder=str(bench.out))
    ExportMemory(bench.context.memory).remember(before)
    work = ExportController(bench.context, bench.pane, ClipExports(Pictures()), lambda: bench.library_dir)
    bench.live(lambda: work.begin(ClipVerb.EXPORT, bench.clips))
    (dialog,) = bench.pane.findChildren(ExportDialog)
    assert (
        dialog.findChild(QLabel, "preview")
        .text()
        .replace("\u200b", "")
        .startswith("a-2.png, b.png\n“a.png” is there already")
    )

    bench.live(ExportPage(dialog).export.click)

    assert sorted(files_in(bench.out)) == ["A.png", "a-2.png", "b.png"]
    assert files_in(bench.out)["A.png"] == b"another picture"


@pytest.mark.parametrize("verb", [ClipVerb.JOIN, ClipVerb.TIMELINE, ClipVerb.CONTACT_SHEET])
def test_clips_that_are_missing_are_not_left_out_in_silence(bench, verb):
    words = bench.live(lambda: bench.work.begin(verb, [*bench.clips, bench.clip("gone", missing=True)]))

    assert words == "1 video is left out, because its file is missing."


class NoDesk:
    """Would save a frame anywhere."""

    async def saved_frame(self, path, number, target="") -> str:
        if target:
            Path(target).write_bytes(b"a frame")  # noqa: ASYNC240 - a fake
        return target


@pytest.mark.parametrize("name", ["a.mp4", "picture.png"])
def test_no_frame_is_saved_over_a_file_of_the_library(bench, name):
    (bench.library_dir / "picture.png").write_bytes(b"what went in")
    before = files_in(bench.library_dir)
    frames = FrameController(bench.context, NoDesk(), None, None, lambda: bench.library_dir)

    bench.live(lambda: frames.save(bench.clips[0].video_path, 3, bench.library_dir / name))

    assert files_in(bench.library_dir) == before
    assert "belongs to the library" in bench.said.words[-1]


def test_only_a_tab_is_said_to_have_room_for_a_videos_settings(bench):
    frames = FrameController(bench.context, NoDesk(), None, None, lambda: bench.library_dir)
    came = []
    bench.live(lambda: frames.last_into_tab(["a.mp4"], came.append))
    bench.live(lambda: frames.last_into_wells(["a.mp4"], came.append))
    in_tab, on_board = bench.said.words[-2:]
    assert "settings" in in_tab
    assert "settings" not in on_board
    assert len(came) == 2


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("cut.pdf", "cut.pdf"),
        ("cut.PDF", "cut.PDF"),
        ("cut v1.2", "cut v1.2.pdf"),
        ("cut", "cut.pdf"),
        ("cut.mp4", "cut.mp4.pdf"),
        ("taken v1.2", "taken v1.2-2.pdf"),
    ],
)
def test_only_a_known_ending_counts_as_the_ending(tmp_path, name, made):
    (tmp_path / "taken v1.2.pdf").touch()

    assert with_ending(tmp_path / name, ("pdf", "html"), "pdf").name == made


def test_a_packet_of_a_strip_keeps_its_order(bench) -> None:
    bench.work.begin_review([bench.clips[1], bench.clips[0]])
    (dialog,) = bench.pane.findChildren(QFileDialog)
    bench.live(partial(dialog.fileSelected.emit, str(bench.out)))
    (page,) = bench.out.glob("*/*.html")
    text = page.read_text(encoding="utf-8")
    first, second = (text.index(f'"{clip.clip_id}"') for clip in reversed(bench.clips))
    assert first < second


def test_a_question_stands_before_the_window_that_asked(bench, look, qtbot) -> None:
    beside = QWidget()
    for window in (bench.pane, beside):
        qtbot.addWidget(window)
        window.show()
    beside.activateWindow()
    qtbot.waitUntil(beside.isActiveWindow)
    film = a_film(bench.clips)
    bench.work.begin_film(bench.clips, film)
    joining = beside.findChild(JoinDialog)
    assert joining is not None
    assert bench.pane.findChild(JoinDialog) is None
    joining.activateWindow()
    qtbot.waitUntil(joining.isActiveWindow)
    joining.chosen.emit(bench.clips, film)
    assert beside.findChild(QFileDialog, options=Qt.FindChildOption.FindDirectChildrenOnly) is not None
    for verb in (ClipVerb.REVIEW, ClipVerb.TIMELINE, ClipVerb.CONTACT_SHEET):
        bench.work.begin(verb, bench.clips)
    assert bench.pane.findChild(QFileDialog) is None


def quit_while_exporting(bench, answer: str) -> list[str]:
    """Join, close the window as soon as the join has started, and answer the question; return what closed the window, in
    order.
    """
    heard: list[str] = []

    class Window(QWidget):
        def closeEvent(self, event) -> None:
            if bench.work.asks_before_quitting():
                event.ignore()
                heard.append("asked")
            else:
                heard.append("closed, made" if (bench.out / "film.mp4").exists() else "closed")

    window = Window()
    bench.pane.setParent(window)
    window.show()
    shown = bench.pane.work_bar.show_progress

    def begin_to_quit(words: str, share: float) -> None:
        bench.pane.work_bar.show_progress = shown
        shown(words, share)
        window.close()
        (dialog,) = window.findChildren(UnfinishedDialog)
        next(one for one in dialog.findChildren(QPushButton) if one.text() == answer).click()

    bench.pane.work_bar.show_progress = begin_to_quit
    bench.join(bench.out / "film.mp4")
    bench.stays_open = window.isVisible()
    bench.pane.setParent(None)
    window.deleteLater()
    return heard


def test_whoever_quits_while_something_is_exported_is_asked_and_may_wait_for_it(bench):
    assert quit_while_exporting(bench, "Quit when it is made") == ["asked", "closed, made"]
    assert "The program quits as soon as the export is made." in bench.said.words


def test_whoever_goes_on_working_keeps_window_and_export(bench):
    assert quit_while_exporting(bench, "Go on working") == ["asked"]
    assert bench.stays_open
    assert (bench.out / "film.mp4").exists()


def test_whoever_quits_at_once_does_so_without_another_question(bench):
    assert quit_while_exporting(bench, "Quit now") == ["asked", "closed"]


def test_an_export_that_fails_keeps_the_window_open_so_that_it_can_be_read(bench):
    Path(bench.clips[1].video_path).write_bytes(b"<html>")
    assert quit_while_exporting(bench, "Quit when it is made") == ["asked"]
    assert bench.stays_open


def test_without_an_export_nothing_is_asked(bench):
    assert not bench.work.asks_before_quitting()
    bench.join(bench.out / "film.mp4")
    assert not bench.work.asks_before_quitting()


def test_a_cancelled_export_says_so_and_what_is_left(bench):
    bench.pane.work_bar.show_progress = lambda *_: bench.work.cancel()
    assert "The export was cancelled. Nothing half-written is left" in bench.join(bench.out / "film.mp4")
    assert files_in(bench.out) == {}
