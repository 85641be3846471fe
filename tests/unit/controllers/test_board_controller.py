"""A chain board in the window: what is shown is what is kept, and the words on a button are what is bought."""

import asyncio
import json
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest
from fakes.boards import BoardDesk
from fakes.film_desk import a_table
from fakes.ui_values import a_clip
from fakes.virtual_time import until, with_virtual_time
from fakes.window_context import a_context
from fakes.window_fixtures import FakePictureService
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QSpinBox, QWidget

from vidu_desktop.controllers.board_controller import BoardController
from vidu_desktop.controllers.board_media import BoardMedia
from vidu_desktop.controllers.window_undo import WindowUndo
from vidu_desktop.domain.amounts import usd
from vidu_desktop.domain.board import board_id
from vidu_desktop.domain.board_documents import board_to_document
from vidu_desktop.domain.clip import Clip
from vidu_desktop.domain.film import FilmWish, film_of
from vidu_desktop.domain.marks import Marks, Verdict
from vidu_desktop.domain.pictures import PictureFacts
from vidu_desktop.domain.seams import SeamLook
from vidu_desktop.engine.tasks import TaskKeeper
from vidu_desktop.errors import DiskTrouble, Sentence
from vidu_desktop.library.undo import UndoStack
from vidu_desktop.ui.dialogs.gap_editor import GapWishes
from vidu_desktop.ui.models.board_cards import GapCard, StillCard
from vidu_desktop.ui.text import say


class Bench(BoardDesk):
    """A controller with an empty board, on a machine that buys."""

    def __init__(self, look, tmp_path, *, with_pictures: bool = False) -> None:
        super().__init__()
        self.sizes: dict[str, tuple[int, int]] = {}
        self.said: list[str] = []
        self.tasks, self.undo, self.window = TaskKeeper(), UndoStack(), QWidget()
        notices = SimpleNamespace(
            say=lambda sentence: self.said.append(say(sentence)),
            say_error=lambda error: self.said.append(say(error.sentence)),
            say_text=self.said.append,
        )
        self.seen_at_seams: SeamLook | None = None
        self.seams_asked: list[tuple[int, int]] = []
        self.played: list[Clip] = []
        self.thumbed: list[str] = []
        self.desk = FakePictureService()
        self.controller = BoardController(
            a_context(look, self.window, self.tasks, notices, tmp_path),
            self.reader,
            self.keeper,
            BoardMedia(
                pictures=self.desk,
                fixes=self,
                saved_frame=self.saved_frame,
                sound_length_s=self.sound_length_s,
                thumbnails=self if with_pictures else None,
                seams=self,
            ),
            WindowUndo(self.undo),
            lambda: True,
        )
        self.controller.play_requested.connect(self.played.append)
        self.machine.world.bus.subscribe(lambda _event: self.controller.refresh())

    async def matched(self, start: str, end: str, name: str) -> str:
        self.put("M", f"{end} like {start}")
        return "/stills/M.png"

    async def cropped(self, path: str, low: float, high: float, name: str) -> str:
        made = name.lower()
        self.put(made, f"{path} within {low} and {high}")
        width_px, height_px = self.sizes[path]
        self.sizes[f"/stills/{made}.png"] = (
            min(width_px, int(height_px * high)),
            min(height_px, int(width_px / low)),
        )
        return f"/stills/{made}.png"

    async def thumbnail(self, source: Path | str, side_px: int) -> Path:
        """Implements Thumbnails, with the smallest picture that exists."""
        self.thumbed.append(str(source))
        return Path()

    async def saved_frame(self, path: str, number: int | None) -> str:
        return "/stills/F.png" if number == 0 else "/stills/L.png"

    async def look_at_heads(self, paths, on_looked):
        return {
            path: PictureFacts(
                path=path,
                name=path,
                width_px=self.sizes.get(path, (320, 180))[0],
                height_px=self.sizes.get(path, (320, 180))[1],
                file_bytes=9,
                media_type="image/png",
            )
            for path in paths
        }

    async def sound_length_s(self, path: str) -> float:
        if "gone" in path:
            raise DiskTrouble("sound-gone", Sentence("the sound is gone"))
        return 10.5

    async def look(self, before, behind):
        """Implements SeamMeter."""
        self.seams_asked.append((before.skip_first, behind.skip_first))
        return self.seen_at_seams

    async def opened(self):
        dialog = self.controller.open()
        await self.rest()
        return dialog

    async def rest(self) -> None:
        await asyncio.sleep(2)
        await until(self.machine.rest)
        await asyncio.sleep(2)

    async def drop(self, letters: str, at: int) -> None:
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(f"/stills/{letter}.png") for letter in letters])
        self.dialog.strip.dropped.emit(mime, at)
        await self.rest()

    def with_sound(self, path: str):
        """Return the shown board with another sound."""
        shown = self.controller.stand
        assert shown is not None
        return replace(shown.board, sound_path=path)

    @property
    def dialog(self):
        return self.controller.open()

    @property
    def marked(self) -> tuple[int, int]:
        """Return the rows of the gap and of the still that are marked as shown by the film."""
        return self.dialog.painter.played_gap, self.dialog.painter.played_still

    def click(self, row: int, held=Qt.KeyboardModifier.NoModifier) -> None:
        """Click a card of the strip."""
        strip = self.dialog.strip
        index = strip.model().index(row, 0)
        strip.scrollTo(index)
        QTest.mouseClick(strip.viewport(), Qt.MouseButton.LeftButton, held, strip.visualRect(index).center())

    @property
    def badges(self) -> list[str]:
        return [card.badge for card in self.dialog.model.cards if isinstance(card, GapCard)]

    @property
    def names(self) -> str:
        return "".join(card.name[0] for card in self.dialog.model.cards if isinstance(card, StillCard))

    async def kept(self):
        found = await self.boards.load("Board")
        assert found is not None
        return found.board


@pytest.fixture
def at_bench(look, qtbot, tmp_path):
    """Return a function that plays a story with a bench in virtual time."""

    def play(story, *, with_pictures: bool = False) -> None:
        async def whole() -> None:
            bench = Bench(look, tmp_path, with_pictures=with_pictures)
            qtbot.addWidget(bench.window)
            await bench.machine.start()
            await bench.opened()
            await story(bench)
            bench.dialog.close()
            await bench.rest()
            await bench.tasks.cancel_all()
            await bench.machine.die()

        with_virtual_time(whole)

    return play


def test_stills_that_are_dropped_are_shown_kept_and_priced(at_bench) -> None:
    async def story(bench: Bench) -> None:
        await bench.drop("ABC", 0)
        await bench.drop("D", 1)
        assert bench.names == "ADBC"
        assert bench.badges == ["not made · $0.20"] * 3
        assert [still.path[8] for still in (await bench.kept()).stills] == list("ADBC")
        assert bench.dialog.make.isEnabled()
        assert "$0.60" in bench.dialog.make.text()

    at_bench(story)


def test_a_gap_of_which_everything_was_rejected_says_so(at_bench) -> None:
    async def story(bench: Bench) -> None:
        await bench.drop("AB", 0)
        bench.dialog.wishes.takes.setValue(2)
        bench.dialog.finish_typing()
        await bench.rest()
        bench.dialog.make.click()
        await bench.rest()
        clips = bench.machine.world.library.clips
        for clip_id, badge in zip(list(clips), ("current", "rejected"), strict=True):
            clips[clip_id] = replace(clips[clip_id], marks=Marks(verdict=Verdict.REJECT))
            bench.controller.look_again()
            await bench.rest()
            assert bench.badges == [badge]
            assert f"1 {badge}" in bench.dialog.foot.words.text()
        assert "current" not in bench.dialog.foot.words.text()
        assert not bench.dialog.make.isEnabled(), "nothing is made by itself"
        bench.dialog.wishes.takes.setValue(3)
        bench.dialog.finish_typing()
        await bench.rest()
        assert bench.badges == ["rejected · 1 more · $0.20"]
        assert "1 rejected" in bench.dialog.foot.words.text()
        bench.dialog.make.click()
        await bench.rest()
        assert bench.machine.paid.total() == 3
        assert bench.badges == ["current"]

    at_bench(story)


def test_what_is_dragged_over_the_strip_says_what_it_would_cost_there(at_bench) -> None:
    async def story(bench: Bench) -> None:
        await bench.drop("ABCD", 0)

        def said(mime: QMimeData, row: int) -> str:
            strip = bench.dialog.strip
            rect = strip.visualRect(strip.model().index(row, 0))
            held = Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
            at = QPoint(rect.right() - 2, rect.center().y())
            for kind in (QDragEnterEvent, QDragMoveEvent):
                QApplication.sendEvent(strip.viewport(), kind(at, *held))
            words = bench.dialog.hint.text()
            QApplication.sendEvent(strip.viewport(), QDragLeaveEvent())
            return words

        files = QMimeData()
        files.setUrls([QUrl.fromLocalFile(f"/stills/{name}.png") for name in "XYZ"])
        assert [said(files, row) for row in (0, 6)] == ["4 gaps change · $0.80", "3 gaps change · $0.60"]
        model = bench.dialog.model
        first = model.mimeData([model.index(0, 0)])
        assert [said(first, row) for row in (0, 2, 6)] == [
            "No gap changes",
            "2 gaps change · $0.40",
            "1 gap changes · $0.20",
        ]
        assert said(files, 0) != bench.dialog.hint.text(), "nothing is dragged any more"

    at_bench(story)


def test_stills_that_are_dropped_before_the_board_is_read_wait_for_it(at_bench) -> None:
    async def story(bench: Bench) -> None:
        await bench.drop("A", 0)
        bench.dialog.close()
        await bench.rest()

        bench.controller.open()
        await bench.drop("B", 1)

        assert bench.names == "AB"
        assert [still.path[8] for still in (await bench.kept()).stills] == list("AB")
        assert (await bench.boards.names()).names == ("Board",)

    at_bench(story)


def test_a_press_buys_what_stands_on_the_button_and_the_video_can_be_played(at_bench) -> None:
    async def story(bench: Bench) -> None:
        await bench.drop("ABC", 0)
        bench.dialog.make.click()
        bench.dialog.make.click()
        await bench.rest()
        assert bench.machine.paid.total() == 2
        assert bench.badges == ["current", "current"]
        assert not bench.dialog.make.isEnabled()
        bench.dialog.strip.go_to(1)
        bench.dialog.gap.play.click()
        (clip,) = bench.played
        assert clip.origin.startswith("batch:chain")

    at_bench(story)


@pytest.mark.parametrize("rests", [True, False])
def test_a_second_press_of_a_key_behind_rehearse_pays_for_nothing(at_bench, rests: bool) -> None:
    async def story(bench: Bench) -> None:
        await bench.drop("ABC", 0)
        bench.dialog.rehearse.setFocus()
        for _ in range(2):
            QTest.keyClick(bench.dialog.focusWidget() or bench.dialog, Qt.Key.Key_Space)
            if rests:
                await bench.rest()
        await bench.rest()
        jobs = bench.machine.engine.jobs()
        assert [job.rehearsal for job in jobs] == [True, True]

    at_bench(story)


def test_a_rehearsal_in_a_paused_queue_is_said_to_wait_and_an_older_one_to_be_older(at_bench) -> None:
    async def story(bench: Bench) -> None:
        await bench.drop("AB", 0)
        bench.machine.engine.pause()
        bench.dialog.rehearse.click()
        await asyncio.sleep(5)
        assert bench.badges == ["rehearsal waits"]
        bench.machine.engine.go_on()
        await bench.rest()
        assert bench.badges == ["rehearsal · $0.20"]
        QTest.keyClicks(bench.dialog.wishes.prompt, "runs")
        bench.dialog.finish_typing()
        await bench.rest()
        assert bench.badges == ["older rehearsal · $0.20"]

    at_bench(story)


def test_while_a_still_is_on_its_way_onto_the_board_a_press_buys_nothing_and_says_so(at_bench) -> None:
    async def story(bench: Bench) -> None:
        await bench.drop("ABC", 0)
        mime = QMimeData()
        mime.setImageData(QImage(32, 18, QImage.Format.Format_RGB32))
        bench.dialog.strip.dropped.emit(mime, 1)
        bench.dialog.make.click()
        await bench.rest()
        assert bench.machine.paid.total() == 0
        assert "stills are still on their way onto the board" in bench.said[-1]

        bench.desk.answer_all()
        await bench.rest()
        bench.dialog.make.click()
        await bench.rest()
        assert bench.machine.paid.total() > 0

    at_bench(story)


def test_while_a_frame_of_a_dropped_video_is_on_its_way_a_press_buys_nothing(at_bench) -> None:
    async def story(bench: Bench) -> None:
        await bench.drop("ABC", 0)
        asked = []
        bench.controller.last_frames_wanted.connect(lambda paths, take: asked.append((paths, take)))
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile("/videos/shot.mp4")])
        bench.dialog.strip.dropped.emit(mime, 1)
        [(paths, take)] = asked
        assert paths == ["/videos/shot.mp4"]
        bench.dialog.make.click()
        await bench.rest()
        assert bench.machine.paid.total() == 0
        assert "stills are still on their way onto the board" in bench.said[-1]

        take(["/stills/D.png"])
        await bench.rest()
        assert bench.names == "ADBC"
        assert bench.dialog.make.isEnabled()
        bench.dialog.strip.dropped.emit(mime, 1)
        asked[-1][1]([])  # it can't be read
        bench.dialog.make.click()
        await bench.rest()
        assert (bench.names, bench.machine.paid.total()) == ("ADBC", 3)

    at_bench(story)


def test_while_frames_of_the_librarys_videos_are_on_their_way_a_press_buys_nothing(at_bench) -> None:
    async def story(bench: Bench) -> None:
        await bench.drop("AB", 0)
        bench.controller.add_frames([a_clip("one")], first=True)
        bench.dialog.make.click()
        assert "stills are still on their way onto the board" in bench.said[-1]
        await bench.rest()
        assert bench.names == "ABF"
        assert bench.machine.paid.total() == 0

    at_bench(story)


def test_escape_calls_off_what_does_not_come_and_a_press_buys_what_is_seen(at_bench, qtbot) -> None:
    async def story(bench: Bench) -> None:
        await bench.drop("AB", 0)
        dialog = bench.dialog
        QApplication.processEvents()  # the window becomes active
        mime = QMimeData()
        mime.setImageData(QImage(32, 18, QImage.Format.Format_RGB32))
        dialog.strip.dropped.emit(mime, 1)
        dialog.make.click()
        assert "Escape calls them off" in bench.said[-1]
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
        await bench.rest()
        assert dialog.isVisible()
        assert bench.said[-1].startswith("Called off")
        bench.desk.answer_all()
        await bench.rest()
        assert bench.names == "AB"
        dialog.make.click()
        await bench.rest()
        assert bench.machine.paid.total() == 1
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
        assert not dialog.isVisible()

    at_bench(story)


def test_a_board_onto_which_stills_are_on_their_way_stays_open(at_bench) -> None:
    async def story(bench: Bench) -> None:
        await bench.drop("AB", 0)
        mime = QMimeData()
        mime.setImageData(QImage(32, 18, QImage.Format.Format_RGB32))
        for leave in (lambda: bench.dialog.board_chosen.emit("Dusk"), bench.dialog.delete_requested.emit):
            bench.dialog.strip.dropped.emit(mime, 1)
            leave()
            await bench.rest()
            assert "This board stays open" in bench.said[-1]
            assert bench.dialog.boards.currentText() == "Board"
            bench.desk.answer_all()
            await bench.rest()
        assert len((await bench.kept()).stills) == 4
        bench.dialog.board_chosen.emit("Dusk")
        await bench.rest()
        assert bench.dialog.boards.currentText() == "Dusk"

    at_bench(story)


def test_a_sound_is_kept_with_the_board_beside_whose_length_it_is_said_and_taken_back(at_bench) -> None:
    async def story(bench: Bench) -> None:
        await bench.drop("ABC", 0)
        bench.dialog.wishes.changed.emit(bench.with_sound("/music/song.mp3"))
        await bench.rest()
        assert (await bench.kept()).sound_path == "/music/song.mp3"
        assert "8 s · sound 2.5 s longer" in bench.dialog.foot.words.text()
        assert bench.controller.stand.film_wish.sound_path == "/music/song.mp3"

        bench.dialog.wishes.changed.emit(bench.with_sound("/music/gone.mp3"))
        await bench.rest()
        assert bench.said[-1] == "the sound is gone"
        assert "sound" not in bench.dialog.foot.words.text()

        await bench.undo.undo()
        await bench.rest()
        assert (await bench.kept()).sound_path == "/music/song.mp3"

    at_bench(story)


def test_how_a_gap_plays_in_the_film_is_kept_with_the_board_and_taken_back(at_bench) -> None:
    def field(bench: Bench, kind: type, name: str):
        return next(one for one in bench.dialog.gap.findChildren(kind) if one.accessibleName() == name)

    async def story(bench: Bench) -> None:
        await bench.drop("ABC", 0)
        bench.dialog.make.click()
        await bench.rest()
        bench.dialog.strip.go_to(3)
        field(bench, QSpinBox, "Frames left out at its beginning").setValue(12)
        field(bench, QSpinBox, "Frames left out at its end").setValue(36)
        speed = field(bench, QComboBox, "Speed")
        speed.setCurrentIndex(speed.findData(0.5))
        bench.dialog.finish_typing()
        await bench.rest()

        kept = (await bench.kept()).stills
        assert [(one.skip_first, one.skip_last, one.speed) for one in kept[:2]] == [
            (0, 0, 1.0),
            (12, 36, 0.5),
        ]
        parts = bench.controller.stand.film_wish.parts
        assert [(one.skip_first, one.skip_last, one.speed) for one in parts] == [(0, 0, 1.0), (13, 36, 0.5)]
        assert "8 s · 2 current" in bench.dialog.foot.words.text()
        assert "−12 … −36 · 0.5×" in bench.dialog.model.data(bench.dialog.model.index(3))

        await bench.undo.undo()
        await bench.rest()
        assert (await bench.kept()).stills[1].speed == 1.0
        assert field(bench, QSpinBox, "Frames left out at its end").value() == 0
        await bench.undo.redo()
        await bench.rest()
        assert (await bench.kept()).stills[1].skip_last == 36

    at_bench(story)


def test_a_gap_whose_video_jumps_against_the_one_before_says_so_and_what_helps(at_bench) -> None:
    async def story(bench: Bench) -> None:
        bench.seen_at_seams = SeamLook(difference=8.0, usual=1.0, matched=0.9)
        await bench.drop("ABCD", 0)
        bench.dialog.make.click()
        await bench.rest()

        jumps = [card.jump for card in bench.dialog.model.cards if isinstance(card, GapCard)]
        assert jumps[0] == ""
        assert all("The colours step (8.0" in jump for jump in jumps[1:])
        bench.dialog.strip.go_to(3)
        assert "Matching the colours" in bench.dialog.gap.state.text()
        assert bench.seams_asked == [(0, 1), (1, 1)], "each seam is looked at once"

        bench.dialog.gap_changed.emit(1, GapWishes(cut=True))
        await bench.rest()
        jumps = [card.jump for card in bench.dialog.model.cards if isinstance(card, GapCard)]
        assert jumps == ["", "", ""], "across a hard cut nothing goes on"

    at_bench(story)


def test_what_is_out_of_date_has_a_button_of_its_own(at_bench) -> None:
    async def story(bench: Bench) -> None:
        await bench.drop("ABC", 0)
        bench.dialog.make.click()
        await bench.rest()
        bench.put("C", "another", mtime_ns=2)
        bench.dialog.came_to_front.emit()
        await bench.rest()
        assert bench.badges == ["current", "out of date · $0.20"]
        assert not bench.dialog.make.isEnabled()
        bench.dialog.make_all.click()
        await bench.rest()
        assert bench.badges == ["current", "current"]
        assert bench.machine.paid.total() == 3

    at_bench(story)


def test_every_change_can_be_taken_back_and_done_again(at_bench) -> None:
    async def story(bench: Bench) -> None:
        await bench.drop("ABC", 0)
        bench.dialog.strip.moved.emit([2], 0)
        await bench.rest()
        bench.dialog.strip.remove_requested.emit([0, 1])
        await bench.rest()
        assert bench.names == "B"
        for shown in ("CAB", "ABC", ""):
            await bench.undo.undo()
            await bench.rest()
            assert bench.names == shown
        await bench.undo.redo()
        await bench.rest()
        assert bench.names == "ABC"
        assert len((await bench.kept()).stills) == 3

    at_bench(story)


def test_what_is_undone_and_redone_is_selected_and_in_sight(at_bench, qtbot) -> None:
    async def story(bench: Bench) -> None:
        await bench.drop("ABCDEFGH", 0)
        strip = bench.dialog.strip

        async def then(act) -> tuple[str, list[int], bool]:
            strip.go_to(0)
            await act()
            await bench.rest()
            row = strip.currentIndex().row()
            return bench.names, strip.selected_stills, row == 0 or strip.is_in_sight(row)

        strip.remove_requested.emit([6])
        await bench.rest()
        assert await then(bench.undo.undo) == ("ABCDEFGH", [6], True)
        strip.go_to(14)
        for _pressed in range(2):  # the second one can't move it further
            qtbot.keyClick(strip, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
            await bench.rest()
        assert bench.names == "ABCDEFGH"
        strip.moved.emit([7], 5)
        await bench.rest()
        assert await then(bench.undo.undo) == ("ABCDEFGH", [7], True)
        assert await then(bench.undo.redo) == ("ABCDEHFG", [5], True)
        await bench.undo.undo()
        await bench.rest()

        strip.go_to(13)
        bench.dialog.gap_changed.emit(6, GapWishes(prompt="runs"))
        await bench.rest()
        assert strip.currentIndex().row() == 13
        assert (await then(bench.undo.undo))[2]
        assert strip.currentIndex().row() == 13
        assert bench.dialog.gap.prompt.text() == ""

    at_bench(story)


def test_the_selection_goes_with_the_stills_that_are_moved(at_bench, qtbot) -> None:
    async def story(bench: Bench) -> None:
        await bench.drop("ABCD", 0)
        strip = bench.dialog.strip
        strip.go_to(0)
        for place in (1, 2):
            qtbot.keyClick(strip, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
            await bench.rest()
            assert strip.selected_stills == [place], "the same still goes on"
        assert bench.names == "BCAD"
        strip.moved.emit([2, 3], 0)
        await bench.rest()
        assert (bench.names, strip.selected_stills) == ("ADBC", [0, 1])

    at_bench(story)


def test_the_keyboard_goes_on_where_a_still_is_taken_out(at_bench, qtbot) -> None:
    async def story(bench: Bench) -> None:
        await bench.drop("ABCDE", 0)
        strip = bench.dialog.strip
        strip.go_to(2)
        for left, at in (("ACDE", 1), ("ADE", 1)):
            qtbot.keyClick(strip, Qt.Key.Key_Delete)
            await bench.rest()
            assert (bench.names, strip.selected_stills) == (left, [at])
        strip.go_to(4)
        qtbot.keyClick(strip, Qt.Key.Key_Delete)
        await bench.rest()
        assert (bench.names, strip.selected_stills) == ("AD", [1]), "the last one: the one before it"
        await bench.undo.undo()
        await bench.rest()
        assert (bench.names, strip.selected_stills) == ("ADE", [2]), "what has come back"

    at_bench(story)


def test_a_gap_that_is_worked_on_stays_when_others_come_and_go(at_bench) -> None:
    async def story(bench: Bench) -> None:
        await bench.drop("ABC", 0)
        strip = bench.dialog.strip
        strip.go_to(3)
        shot = bench.dialog.gap.title.text()
        bench.dialog.wishes.loop.click()
        await bench.rest()
        assert strip.currentIndex().row() == 3
        assert bench.dialog.gap.title.text() == shot
        await bench.drop("D", 0)
        bench.dialog.strip.go_to(5)
        strip.remove_requested.emit([0])
        await bench.rest()
        assert (bench.names, strip.currentIndex().row()) == ("ABC", 3)
        assert bench.dialog.gap.title.text() == shot

    at_bench(story)


def test_stills_are_pasted_by_the_key_behind_the_current_one(at_bench, qtbot) -> None:
    async def story(bench: Bench) -> None:
        await bench.drop("AB", 0)
        bench.dialog.strip.go_to(0)
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(f"/stills/{letter}.png") for letter in "CD"])
        QGuiApplication.clipboard().setMimeData(mime)
        strip = bench.dialog.strip
        strip.setFocus()
        QApplication.processEvents()  # the window becomes active
        qtbot.keyClick(strip, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        await bench.rest()
        assert bench.names == "ACDB"
        assert strip.selected_stills == [1, 2], "what came in is what is worked on next"
        assert strip.insert_at == 3, "and more of them come behind"

    at_bench(story)


def test_what_comes_to_the_end_of_a_long_strip_is_shown(at_bench) -> None:
    async def story(bench: Bench) -> None:
        await bench.drop("ABCDEFGHIJKLMNOPQRST", 0)
        strip = bench.dialog.strip
        strip.go_to(0)
        bench.controller.add_frames([SimpleNamespace(video_path="/videos/one.mp4")], first=True)
        await bench.rest()
        assert strip.selected_stills == [20]
        shown = strip.visualRect(strip.currentIndex())
        assert strip.viewport().rect().contains(shown.center())

    at_bench(story)


def test_a_prompt_for_all_is_changed_for_one(at_bench, qtbot) -> None:
    async def story(bench: Bench) -> None:
        await bench.drop("ABC", 0)
        qtbot.keyClicks(bench.dialog.wishes.prompt, "walks")
        assert not bench.dialog.make.isEnabled()
        bench.dialog.wishes.finish()
        await bench.rest()
        bench.dialog.strip.go_to(3)
        qtbot.keyClicks(bench.dialog.gap.prompt, "runs")
        bench.dialog.strip.go_to(1)
        await bench.rest()
        board = await bench.kept()
        assert [board.prompt_of(start) for start in (0, 1)] == ["walks", "runs"]
        bench.dialog.make.click()
        await bench.rest()
        assert set(bench.machine.paid) == {"walks", "runs"}

    at_bench(story)


def test_gaps_of_which_nothing_is_known_are_counted_with_the_others(at_bench) -> None:
    async def story(bench: Bench) -> None:
        await bench.drop("ABCD", 0)
        del bench.machine.folders.files["/stills/A.png"]
        bench.controller.look_again()
        await bench.rest()
        assert bench.dialog.foot.words.text().endswith("3 gaps · 12 s · 2 not made · 1 not known yet")

    at_bench(story)


def test_stills_much_smaller_than_the_video_are_said_at_their_gaps_and_taken(at_bench) -> None:
    async def story(bench: Bench) -> None:
        bench.sizes |= {"/stills/C.png": (1280, 720), "/stills/D.png": (1280, 720)}
        await bench.drop("ABCD", 0)
        first, last = (bench.dialog.model.card(row) for row in (1, 5))
        assert isinstance(first, GapCard)
        assert isinstance(last, GapCard)
        assert "Of these pictures, 2 have less than half the video's width or height" in first.tip_text
        assert first.badge == "not made · $0.20"
        assert "scaled up" not in last.tip_text

    at_bench(story)


def test_a_still_of_another_size_is_said_at_its_gaps_and_matched(at_bench) -> None:
    async def story(bench: Bench) -> None:
        bench.sizes["/stills/B.png"] = (900, 900)
        await bench.drop("AB", 0)
        assert bench.badges == ["can't be made"]
        assert not bench.dialog.make.isEnabled()
        bench.dialog.strip.go_to(1)
        assert not bench.dialog.gap.match.isHidden()
        bench.dialog.gap.match.setFocus()
        bench.dialog.gap.match.click()
        await bench.rest()
        assert bench.names == "AM"
        assert bench.dialog.focusWidget() is bench.dialog.strip, "where the keys of undo mean the board"
        assert bench.badges == ["not made · $0.20"]
        await bench.undo.undo()
        await bench.rest()
        assert bench.names == "AB"

    at_bench(story)


@pytest.mark.parametrize(
    ("loop", "row", "after"),
    [
        (False, 1, "MBCD"),
        (False, 1, "AMCD"),
        (False, 3, "AMCD"),
        (False, 5, "ABMD"),
        (False, 5, "ABCM"),
        (True, 7, "ABCM"),
        (True, 7, "MBCD"),
    ],
)
def test_of_two_stills_the_odd_one_is_matched_and_its_other_gap_is_mended_too(
    at_bench, loop: bool, row: int, after: str
) -> None:
    async def story(bench: Bench) -> None:
        odd = "ABCD"[after.index("M")]
        bench.sizes[f"/stills/{odd}.png"] = (900, 900)
        await bench.drop("ABCD", 0)
        if loop:
            bench.dialog.wishes.loop.click()
            await bench.rest()
        bench.dialog.strip.go_to(row)
        gap = bench.dialog.gap
        changes_start = after[row // 2] == "M"
        assert not gap.match.isHidden()
        assert ("start still to the size of the end still" in gap.match.toolTip()) is changes_start
        assert ("Match the start still to the end still." in gap.state.text()) is changes_start
        gap.match.click()
        await bench.rest()
        assert bench.names == after
        assert set(bench.badges) == {"not made · $0.20"}

    at_bench(story)


def test_of_stills_of_which_neither_is_the_odd_one_the_end_is_matched(at_bench) -> None:
    async def story(bench: Bench) -> None:
        bench.sizes |= {"/stills/C.png": (900, 900), "/stills/D.png": (900, 900)}
        await bench.drop("ABCD", 0)
        bench.dialog.strip.go_to(3)
        bench.dialog.gap.match.click()
        await bench.rest()
        assert bench.names == "ABMD"

    at_bench(story)


def test_stills_that_are_too_wide_or_too_high_are_cropped_at_each_of_their_gaps_in_one_step(at_bench) -> None:
    async def story(bench: Bench) -> None:
        bench.sizes |= {
            "/stills/B.png": (1600, 320),
            "/stills/C.png": (1600, 320),
            "/stills/E.png": (320, 1600),
        }
        await bench.drop("ABCDE", 0)
        assert bench.badges == ["can't be made"] * 4
        gap = bench.dialog.gap
        for row, crops in ((1, "AbCDE"), (3, "AbcDE"), (7, "AbcDe")):
            bench.dialog.strip.go_to(row)
            assert not gap.crop.isHidden()
            assert gap.match.isHidden() is (row == 3), "nothing is matched to a still that is too wide itself"
            gap.crop.click()
            await bench.rest()
            assert bench.names == crops
            assert gap.crop.isHidden()
        bench.dialog.strip.go_to(3)
        assert gap.match.isHidden()
        assert bench.badges[1] == "not made · $0.20"
        await bench.undo.undo()
        await bench.undo.undo()
        await bench.undo.undo()
        await bench.rest()
        assert bench.names == "ABCDE"
        bench.dialog.strip.go_to(3)
        gap.crop.click()
        await bench.rest()
        assert bench.names == "AbcDE", "both stills of a gap at once"
        await bench.undo.undo()
        await bench.rest()
        assert bench.names == "ABCDE"

    at_bench(story)


def test_nothing_is_offered_of_a_changed_board_before_it_was_looked_at_even_once_it_is_kept(at_bench) -> None:
    async def story(bench: Bench) -> None:
        await bench.drop("AB", 0)
        bench.machine.folders.silent = "/media/me/drive"
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile("/media/me/drive/C.png")])
        bench.dialog.strip.dropped.emit(mime, 2)
        await asyncio.sleep(1)
        assert len((await bench.kept()).stills) == 3
        assert not bench.dialog.make.isEnabled()
        await asyncio.sleep(10)
        await bench.rest()
        assert bench.dialog.make.isEnabled()

    at_bench(story)


@pytest.mark.parametrize("where", ["board", "gap"])
def test_what_is_typed_and_taken_away_again_leaves_what_can_be_ordered(at_bench, where: str) -> None:
    async def story(bench: Bench) -> None:
        await bench.drop("AB", 0)
        bench.dialog.strip.go_to(1)
        editor = bench.dialog.wishes if where == "board" else bench.dialog.gap
        QTest.keyClicks(editor.prompt, "x")
        QTest.keyClick(editor.prompt, Qt.Key.Key_Backspace)
        assert not bench.dialog.make.isEnabled()
        bench.dialog.finish_typing()
        await bench.rest()
        assert bench.dialog.make.isEnabled()
        QTest.keyClick(editor.takes, Qt.Key.Key_Return)
        bench.dialog.finish_typing()
        await bench.rest()
        assert bench.dialog.make.isEnabled()
        assert bench.machine.paid.total() == 0

    at_bench(story)


def test_first_and_last_frames_of_videos_come_onto_the_board(at_bench) -> None:
    async def story(bench: Bench) -> None:
        await bench.drop("AB", 0)
        bench.dialog.make.click()
        await bench.rest()
        clips = list(bench.machine.world.library.clips.values())
        bench.dialog.close()
        bench.controller.add_frames(clips, first=True)
        bench.controller.add_frames(clips, first=False)
        await bench.rest()
        assert bench.names == "ABFL"

    at_bench(story)


def test_the_strip_is_a_film_of_what_there_is_in_its_own_order(at_bench) -> None:
    async def story(bench: Bench) -> None:
        films: list[list[Clip]] = []
        bench.controller.film_requested.connect(lambda clips, _film: films.append(clips))
        await bench.drop("ABC", 0)
        assert bench.dialog.play_film.isEnabled()
        assert not bench.dialog.export_film.isEnabled()
        bench.dialog.make.click()
        await bench.rest()
        bench.dialog.strip.moved.emit([0], 3)
        await bench.rest()
        bench.dialog.play_film.click()
        stand = bench.controller.stand
        assert stand is not None
        assert films == [[stand.gaps[0].clip]]
        assert bench.said[-1].startswith("1 gap has no video yet")

    at_bench(story)


def test_a_packet_for_others_has_the_strips_videos_in_its_order(at_bench) -> None:
    async def story(bench: Bench) -> None:
        wanted: list[list[Clip]] = []
        bench.controller.review_wanted.connect(wanted.append)
        await bench.drop("AB", 0)
        menu = bench.dialog.menu()
        (review,) = [one for one in menu.actions() if one.text() == "Review packet…"]
        assert not review.isEnabled()
        bench.dialog.make.click()
        await bench.rest()
        await bench.drop("C", 0)  # a gap without a video comes first
        bench.dialog.make.click()
        await bench.rest()
        (review,) = [one for one in bench.dialog.menu().actions() if one.text() == "Review packet…"]
        review.trigger()
        stand = bench.controller.stand
        assert stand is not None
        assert [gap.clip is not None for gap in stand.gaps] == [True, True]
        assert wanted == [[gap.clip for gap in stand.gaps]], "as they stand, not as they were made"

    at_bench(story)


def test_the_strip_marks_what_its_film_shows_and_a_click_goes_there(at_bench) -> None:
    async def story(bench: Bench) -> None:
        await bench.drop("ABC", 0)
        bench.dialog.make.click()
        await bench.rest()
        began: list[tuple[list[Clip], FilmWish]] = []
        bench.controller.film_requested.connect(lambda *film: began.append(film))
        bench.dialog.play_film.click()
        clips, wish = began[0]
        film = film_of(wish, [a_table(5)] * 2)
        wanted: list[int] = []
        bench.controller.film.frame_wanted.connect(wanted.append)

        bench.controller.film.follow(film, clips, 6)
        assert bench.marked == (3, -1)
        bench.controller.film.follow(film, clips, 4)
        assert bench.marked == (1, 2)
        for row in range(5):
            bench.click(row)
        assert wanted == [0, 0, 4, 5, 8]
        assert bench.dialog.strip.selected_stills == [2]
        bench.click(0, Qt.KeyboardModifier.ControlModifier)
        assert bench.dialog.strip.selected_stills == [0, 2]
        assert len(wanted) == 5

        # The film goes on, but its first gap is now the second of the strip.
        bench.dialog.strip.moved.emit([2], 0)
        await bench.rest()
        assert bench.marked == (3, 4)

        bench.controller.film.follow(None, [], 0)
        bench.click(1)
        assert bench.marked == (-1, -1)
        assert len(wanted) == 5

    at_bench(story)


def test_what_its_film_shows_is_spoken_and_gone_to_without_a_mouse(at_bench) -> None:
    async def story(bench: Bench) -> None:
        await bench.drop("ABC", 0)
        bench.dialog.make.click()
        await bench.rest()
        bench.dialog.play_film.click()
        stand = bench.controller.stand
        assert stand is not None
        wanted: list[int] = []
        bench.controller.film.frame_wanted.connect(wanted.append)
        film, strip = film_of(stand.film_wish, [a_table(5)] * 2), bench.dialog.strip

        def go() -> QAction:
            return next(one for one in strip.menu().actions() if one.text() == "Go there in the film")

        def spoken() -> list[bool]:
            texts = (strip.model().index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(5))
            return ["on the stage" in text for text in texts]

        strip.go_to(4)
        assert not go().isEnabled()
        bench.controller.film.follow(film, stand.film, 0)
        bench.controller.film.follow(film, stand.film, 6)
        assert spoken() == [False, False, False, True, False]
        go().trigger()
        assert wanted == [8]
        await bench.drop("D", 3)
        strip.go_to(5)
        assert go().isEnabled()  # its stills stand in for a video
        bench.controller.film.follow(None, [], 0)
        assert not any(spoken())

    at_bench(story)


def test_selected_gaps_play_in_a_loop_also_when_the_film_is_begun_by_that(at_bench) -> None:
    async def story(bench: Bench) -> None:
        await bench.drop("ABCD", 0)
        bench.dialog.make.click()
        await bench.rest()
        stand = bench.controller.stand
        assert stand is not None
        began: list[object] = []
        loops: list[tuple[int, int]] = []
        bench.controller.film_requested.connect(lambda *film: began.append(film))
        bench.controller.film.loop_wanted.connect(lambda *frames: loops.append(frames))
        film, strip = film_of(stand.film_wish, [a_table(5)] * 3), bench.dialog.strip
        strip.go_to(3)
        bench.click(5, Qt.KeyboardModifier.ControlModifier)

        QTest.keyClick(strip, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
        assert (len(began), loops) == (1, [])
        bench.controller.film.follow(film, stand.film, 0)
        assert loops == [(film.begins[1], film.count - 1)]
        bench.controller.film.follow(film, stand.film, 1)
        assert len(loops) == 1

        bench.click(1)
        next(one for one in strip.menu().actions() if one.text() == "Play in a loop").trigger()
        assert (len(began), loops[1:]) == (1, [(0, film.begins[1] - 1)])

        # A video has come since, which the film on the stage doesn't have.
        await bench.drop("E", 4)
        bench.dialog.make.click()
        await bench.rest()
        bench.click(7)
        QTest.keyClick(strip, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
        bench.controller.film.follow(film, stand.film, 2)
        assert (len(began), len(loops)) == (2, 2)
        now = bench.controller.stand
        assert now is not None
        longer = film_of(now.film_wish, [a_table(5)] * 4)
        bench.controller.film.follow(longer, now.film, 0)
        assert loops[2:] == [(longer.begins[3], longer.count - 1)]

        bench.dialog.gap_changed.emit(3, GapWishes(skip_last=2))
        await bench.rest()
        QTest.keyClick(strip, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
        assert (len(began), len(loops)) == (3, 3), "it plays otherwise now"

    at_bench(story)


def test_gaps_without_videos_play_and_loop_as_their_stills_and_are_said_to(at_bench) -> None:
    async def story(bench: Bench) -> None:
        await bench.drop("ABC", 0)
        began: list[tuple[list[Clip], FilmWish]] = []
        loops: list[tuple[int, int]] = []
        bench.controller.film_requested.connect(lambda *film: began.append(film))
        bench.controller.film.loop_wanted.connect(lambda *frames: loops.append(frames))
        strip = bench.dialog.strip
        cards = [card for card in bench.dialog.model.cards if isinstance(card, GapCard)]
        assert [card.stand_in for card in cards] == ["its stills stand in"] * 2
        assert "stand in" in strip.model().index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)

        bench.click(3)
        QTest.keyClick(strip, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)

        ((clips, wish),) = began
        assert clips == []
        assert [part.stand_in.gap for part in wish.parts if part.stand_in] == ["S010", "S020"]
        assert bench.said[-1].startswith("2 gaps have no video yet; while the film plays")
        film = film_of(wish, [part.stand_in.table_like(None) for part in wish.parts if part.stand_in])
        bench.controller.film.follow(film, clips, 0)
        assert loops == [(film.begins[1], film.count - 1)]

    at_bench(story)


def test_a_film_of_other_videos_is_nothing_to_the_strip(at_bench) -> None:
    async def story(bench: Bench) -> None:
        await bench.drop("ABC", 0)
        bench.dialog.make.click()
        await bench.rest()
        stand = bench.controller.stand
        assert stand is not None
        wanted: list[int] = []
        bench.controller.film.frame_wanted.connect(wanted.append)
        bench.controller.film.follow(film_of(stand.film_wish, [a_table(5)] * 2), stand.film, 0)
        bench.click(1)
        assert bench.marked == (-1, -1)
        assert not wanted

    at_bench(story)


def test_a_film_of_the_strips_videos_that_was_put_together_elsewhere_is_marked(at_bench) -> None:
    async def story(bench: Bench) -> None:
        await bench.drop("ABC", 0)
        bench.dialog.make.click()
        await bench.rest()
        stand = bench.controller.stand
        assert stand is not None
        last = replace(stand.film_wish, parts=stand.film_wish.parts[1:])
        bench.controller.expect_film()
        bench.controller.film.follow(film_of(last, [a_table(5)]), stand.film[1:], 2)
        assert bench.marked == (3, -1)
        bench.controller.expect_film()
        others = [replace(clip, clip_id=f"other {clip.clip_id}") for clip in stand.film]
        bench.controller.film.follow(film_of(stand.film_wish, [a_table(5)] * 2), others, 2)
        assert bench.marked == (-1, -1)

    at_bench(story)


def test_the_picture_of_a_still_is_that_of_what_it_holds_also_when_it_was_away_meanwhile(at_bench) -> None:
    async def story(bench: Bench) -> None:
        await bench.drop("AB", 0)
        path = "/stills/A.png"

        async def pictures_made() -> int:
            bench.controller.look_again()
            await bench.rest()
            before = bench.thumbed.count(path)
            bench.dialog.painter.picture_of(path)
            await bench.rest()
            return bench.thumbed.count(path) - before

        await pictures_made()
        assert await pictures_made() == 0
        bench.put("A", "edited")
        await pictures_made()
        seen = bench.machine.folders.files.pop(path)
        bench.controller.look_again()
        await bench.rest()
        bench.machine.folders.files[path] = seen
        assert await pictures_made() == 0, "it holds what it held"
        del bench.machine.folders.files[path]
        bench.controller.look_again()
        await bench.rest()
        bench.put("A", "as it was at first")
        before = len(bench.thumbed)
        await pictures_made()
        assert path in bench.thumbed[before:]

    at_bench(story, with_pictures=True)


def test_what_could_not_be_kept_is_said_stays_and_is_kept_when_that_works(at_bench) -> None:
    async def story(bench: Bench) -> None:
        await bench.drop("ABC", 0)
        bench.boards.refuses = True
        bench.dialog.strip.remove_requested.emit([0])
        await bench.rest()
        assert bench.said[-1] == "another computer works on it"
        assert bench.dialog.foot.words.text().startswith("your last changes aren't kept yet · 2 stills")

        theirs = json.dumps(board_to_document(replace(await bench.kept(), prompt="theirs")))
        bench.boards.documents[board_id("Board")] = theirs
        bench.controller.look_again()
        await bench.rest()
        assert bench.names == "BC"

        bench.dialog.close()
        await bench.rest()
        assert bench.said[-1].startswith("What you changed last on the board “Board” couldn't be kept")
        await bench.opened()
        assert bench.names == "BC"

        bench.boards.refuses = False
        bench.controller.look_again()
        await bench.rest()
        assert (bench.names, bench.dialog.boards.currentText()) == ("BC", "Board 2")
        assert (await bench.kept()).prompt == "theirs"
        assert bench.dialog.foot.words.text().startswith("2 stills")

    at_bench(story)


def test_a_cover_that_is_missing_on_a_board_is_made_and_shown(at_bench) -> None:
    async def story(bench: Bench) -> None:
        await bench.drop("ABC", 0)
        bench.dialog.make.click()
        await bench.rest()
        wanted: list[Clip] = []
        painted: list[int] = []
        bench.controller.cover_missed.connect(wanted.append)
        bench.dialog.model.dataChanged.connect(lambda first, *_: painted.append(first.row()))
        assert bench.controller.stand is not None
        clip = bench.controller.stand.gaps[1].clip
        assert clip is not None

        bench.dialog.covers.missed.emit(clip.cover_path)
        bench.controller.show_cover(clip)

        assert clip in wanted
        assert 3 in painted

    at_bench(story)


def test_two_computers_on_one_board_lose_nothing_and_are_told(at_bench) -> None:
    async def story(bench: Bench) -> None:
        await bench.drop("ABC", 0)
        theirs = replace(await bench.kept(), prompt="theirs")
        await bench.boards.save(theirs, bench.boards.documents[board_id("Board")])
        bench.dialog.strip.remove_requested.emit([0])
        await bench.rest()
        assert await bench.kept() == theirs
        assert bench.dialog.boards.currentText() == "Board 2"
        assert "another computer" in bench.said[-1]
        await bench.undo.undo()
        await bench.rest()
        assert bench.names == "ABC"
        assert sorted((await bench.boards.names()).names) == ["Board", "Board 2"]

    at_bench(story)


def test_after_that_each_of_the_two_boards_is_changed_for_itself(at_bench) -> None:
    async def story(bench: Bench) -> None:
        await bench.drop("ABC", 0)
        theirs = replace(await bench.kept(), prompt="theirs")
        await bench.boards.save(theirs, bench.boards.documents[board_id("Board")])
        bench.dialog.strip.remove_requested.emit([0])
        await bench.rest()

        bench.dialog.board_chosen.emit("Board")
        await bench.rest()
        bench.dialog.strip.moved.emit([2], 0)
        await bench.rest()

        assert bench.names == "CAB"
        assert [still.path[8] for still in (await bench.kept()).stills] == list("CAB")
        ours = await bench.boards.load("Board 2")
        assert ours is not None
        assert [still.path[8] for still in ours.board.stills] == list("BC"), (
            "nothing of theirs is written over ours"
        )

    at_bench(story)


def test_a_board_gets_another_name_and_keeps_its_videos(at_bench) -> None:
    async def story(bench: Bench) -> None:
        await bench.drop("AB", 0)
        bench.dialog.make.click()
        await bench.rest()
        bench.dialog.rename_requested.emit("Dusk")
        await bench.rest()
        assert bench.dialog.boards.currentText() == "Dusk"
        assert bench.badges == ["current"]
        assert (await bench.keeper.names()).names == ("Dusk",), "the chain of its first name is this board"

        bench.dialog.strip.moved.emit([1], 0)
        await bench.rest()
        for names, order in (("Dusk", "AB"), ("Board", "AB")):
            await bench.undo.undo()
            await bench.rest()
            assert (bench.dialog.boards.currentText(), bench.names) == (names, order)
        await bench.undo.redo()
        await bench.undo.redo()
        await bench.rest()
        assert (bench.dialog.boards.currentText(), bench.names) == ("Dusk", "BA")
        assert (await bench.boards.names()).names == ("Dusk",)

    at_bench(story)


def test_a_name_that_another_board_has_is_refused_with_words(at_bench) -> None:
    async def story(bench: Bench) -> None:
        await bench.drop("AB", 0)
        bench.dialog.board_chosen.emit("Dusk")
        await bench.rest()
        await bench.drop("C", 0)
        bench.dialog.rename_requested.emit("BOARD")
        await bench.rest()
        assert "already" in bench.said[-1]
        assert bench.dialog.boards.currentText() == "Dusk"
        assert sorted((await bench.boards.names()).names) == ["Board", "Dusk"]

    at_bench(story)


def test_a_new_board_of_the_first_name_of_one_that_was_renamed_has_videos_of_its_own(at_bench) -> None:
    async def story(bench: Bench) -> None:
        await bench.drop("AB", 0)
        bench.dialog.make.click()
        await bench.rest()
        bench.dialog.rename_requested.emit("Dusk")
        await bench.rest()
        bench.dialog.board_chosen.emit("Board")
        await bench.rest()
        assert bench.names == ""
        assert (await bench.keeper.open("Board")).chain != (await bench.keeper.open("Dusk")).chain

    at_bench(story)


def test_a_deleted_board_is_in_the_trash_until_the_person_takes_it_back(at_bench) -> None:
    async def story(bench: Bench) -> None:
        await bench.drop("AB", 0)
        bench.dialog.make.click()
        await bench.rest()
        bench.dialog.delete_requested.emit()
        bench.dialog.delete_requested.emit()
        await bench.rest()
        assert bench.names == ""
        assert len(bench.trash.documents) == 1
        assert (await bench.keeper.names()).names == (), "its chain doesn't make a board of itself"
        assert "trash" in bench.said[-1]

        await bench.undo.undo()
        await bench.rest()
        assert (bench.names, bench.badges) == ("AB", ["current"])
        await bench.undo.redo()
        await bench.rest()
        assert bench.names == ""
        assert (await bench.boards.names()).names == ()

    at_bench(story)


def test_a_board_closed_while_its_names_are_read_is_left_alone(at_bench) -> None:
    async def story(bench: Bench) -> None:
        await bench.drop("AB", 0)
        asked, go_on = asyncio.Event(), asyncio.Event()
        names = bench.boards.names

        async def slow_names():
            asked.set()
            await go_on.wait()
            return await names()

        dialog, bench.boards.names = bench.dialog, slow_names
        dialog.rename_requested.emit("BOARD")
        await asked.wait()
        dialog.close()
        QCoreApplication.sendPostedEvents(dialog, QEvent.Type.DeferredDelete.value)
        go_on.set()
        await bench.rest()
        assert bench.said == []
        bench.controller.open()
        await bench.rest()

    at_bench(story)


def test_an_empty_board_that_nobody_kept_leaves_nothing_in_the_trash(at_bench) -> None:
    async def story(bench: Bench) -> None:
        bench.dialog.delete_requested.emit()
        await bench.rest()

        assert bench.trash.documents == {}
        assert "empty" in bench.said[-1]
        assert bench.undo.undo_words is None

        await bench.drop("AB", 0)
        assert bench.names == "AB", "another one can be begun at once"

    at_bench(story)


def test_a_board_that_was_emptied_is_in_the_trash_with_what_else_was_wanted_of_it(at_bench) -> None:
    async def story(bench: Bench) -> None:
        await bench.drop("A", 0)
        bench.dialog.strip.remove_requested.emit([0])
        await bench.rest()
        bench.dialog.delete_requested.emit()
        await bench.rest()

        assert len(bench.trash.documents) == 1

    at_bench(story)


def test_a_board_taken_back_where_another_has_its_name_lies_beside_it(at_bench) -> None:
    async def story(bench: Bench) -> None:
        await bench.drop("AB", 0)
        bench.dialog.delete_requested.emit()
        await bench.rest()
        await bench.boards.save(replace(bench.board, name="Board").with_stills(0, ["/stills/C.png"]), "")
        await bench.undo.undo()
        await bench.rest()
        assert (bench.dialog.boards.currentText(), bench.names) == ("Board 2", "AB")
        await bench.undo.undo()
        await bench.rest()
        assert bench.names == "", "what was done to it before is taken back of this one"
        assert [still.path[8] for still in (await bench.kept()).stills] == list("C")

    at_bench(story)


def test_a_board_that_another_computer_deleted_is_said_and_only_a_change_brings_it_back(at_bench) -> None:
    async def story(bench: Bench) -> None:
        await bench.drop("AB", 0)
        theirs = bench.boards.documents.pop(board_id("Board"))
        bench.put("A", "edited", mtime_ns=2)
        for _ in range(2):
            bench.dialog.came_to_front.emit()
            await bench.rest()
        assert [words for words in bench.said if "deleted" in words] == bench.said[-1:]
        assert bench.names == "AB"
        assert not bench.boards.documents, "nothing is written down by itself"

        bench.dialog.strip.moved.emit([1], 0)
        await bench.rest()
        assert [still.path[8] for still in (await bench.kept()).stills] == list("BA")
        assert theirs

    at_bench(story)


def test_a_board_that_cannot_be_kept_says_so_and_the_next_change_keeps_it(at_bench) -> None:
    async def story(bench: Bench) -> None:
        await bench.drop("ABC", 0)

        async def full(board, stamp):
            raise DiskTrouble("disk-full", Sentence("The disk is full."))

        bench.boards.save = full
        bench.dialog.strip.remove_requested.emit([0])
        await bench.rest()
        assert bench.said[-1] == "The disk is full."
        assert bench.names == "BC"
        del bench.boards.save
        bench.dialog.strip.moved.emit([1], 0)
        await bench.rest()
        assert [still.path[8] for still in (await bench.kept()).stills] == list("CB")

    at_bench(story)


def test_a_budget_that_is_less_than_the_sum_stops_before_it_is_passed(at_bench, qtbot) -> None:
    async def story(bench: Bench) -> None:
        await bench.drop("ABCD", 0)
        qtbot.keyClicks(bench.dialog.foot.budget, "0.4")
        assert bench.dialog.foot.amount == usd("0.4")
        bench.dialog.make.click()
        await bench.rest()
        assert bench.machine.paid.total() == 2

    at_bench(story)


def test_a_press_with_a_used_budget_offers_what_waits_again(at_bench, qtbot) -> None:
    async def story(bench: Bench) -> None:
        bench.machine.feeder.on_end = lambda _running, _deed: bench.controller.refresh()
        await bench.drop("ABC", 0)
        qtbot.keyClicks(bench.dialog.foot.budget, "0.2")
        for _ in range(2):
            bench.dialog.make.click()
            await bench.rest()
            assert bench.machine.paid.total() == 1
            assert bench.badges == ["current", "not made · $0.20"]
            assert bench.dialog.make.isEnabled()
        bench.dialog.foot.budget.clear()
        bench.dialog.make.click()
        await bench.rest()
        assert bench.machine.paid.total() == 2

    at_bench(story)
