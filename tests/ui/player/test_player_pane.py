"""The stage: what it shows, its keys, and what happens with a file that can't be played."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from fakes.finding import button
from fakes.numbered_clip import read_number, write_numbered_clip
from fakes.real_frame_service import RealFrameService
from fakes.stage_page import stage
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QRectF, QSizeF, Qt, QTimer, QUrl
from PySide6.QtGui import QColor, QDrag, QHoverEvent, QImage, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton

from vidu_desktop.domain.modes import Mode
from vidu_desktop.ui.local_files import path_of
from vidu_desktop.ui.models.clip_verbs import ClipVerb
from vidu_desktop.ui.models.key_table import Place
from vidu_desktop.ui.player.player_pane import PlayerPane
from vidu_desktop.ui.player.transport import Transport
from vidu_desktop.ui.widgets.drop_reading import DropReading, read_drop
from vidu_desktop.ui.widgets.frame_view import FrameView
from vidu_desktop.ui.widgets.scrubber import Scrubber
from vidu_desktop.ui.widgets.view_zoom import fitted_rect

FRAMES = 48


@pytest.fixture(scope="module")
def clip_path(tmp_path_factory, qapp):
    return str(write_numbered_clip(tmp_path_factory.mktemp("stage") / "numbered.mp4", FRAMES))


@pytest.fixture
def pane(qtbot, look):
    pane = PlayerPane(look, RealFrameService(), volume=0.5, muted=True)
    qtbot.addWidget(pane)
    pane.resize(800, 500)
    pane.show()
    yield pane
    pane.show_empty()


def words_in(widget):
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


@pytest.fixture
def playing(pane, qtbot, clip_path):
    pane.play(clip_path, "A fox")
    qtbot.waitUntil(lambda: pane.frame is not None)
    return pane


def test_what_is_on_the_stage_follows_the_language(playing, look):
    view, mute = playing.findChild(FrameView), button(playing, "Mute")

    def said() -> list[str]:
        QApplication.processEvents()
        return [view.accessibleName(), mute.toolTip()]

    in_english = said()
    look.set_language("ja")
    in_japanese = said()
    look.set_language("en")

    assert in_english == said() == ["Video: A fox", "This video has no sound"]
    assert [one for one in in_japanese if one in in_english] == []


def test_the_empty_stage_says_what_to_do_first_and_takes_pictures(pane, drop, qtbot):
    assert "Drop a picture here" in words_in(pane)

    with qtbot.waitSignal(pane.pictures_dropped) as caught:
        assert drop(pane, "/pictures/shot2.png", "/pictures/shot10.png")

    assert caught.args == [["/pictures/shot2.png", "/pictures/shot10.png"]]


def test_the_button_of_the_empty_stage_asks_for_pictures(pane, qtbot):
    (choose,) = (one for one in pane.findChildren(QPushButton) if one.text() == "Choose a picture…")
    with qtbot.waitSignal(pane.choose_requested):
        qtbot.mouseClick(choose, Qt.MouseButton.LeftButton)


def test_the_empty_stage_asks_for_no_picture_once_there_is_one(pane):
    pane.set_ready(True)
    assert "Your video plays here" in words_in(pane)
    assert "Drop a picture here" not in words_in(pane)

    pane.set_ready(False)
    assert "Drop a picture here" in words_in(pane)


def test_the_empty_stage_asks_for_nothing_while_the_first_video_is_on_its_way(pane):
    pane.set_ready(True)
    pane.set_coming(0, 2)
    assert "begins by itself" in words_in(pane)
    assert "rehearse" not in words_in(pane)

    pane.set_coming(0, 0)
    assert "rehearse" in words_in(pane)


def test_links_and_files_of_other_machines_are_not_taken(pane, drop):
    mime = QMimeData()
    mime.setUrls([QUrl("https://example.org/a.png"), QUrl("file://server/share/a.png")])

    assert not drop(pane, mime=mime)


def test_it_plays_at_once_and_names_frame_and_time(playing, qtbot):
    stage(playing).playback.seek(25)
    qtbot.waitUntil(lambda: playing.frame == 25)

    assert read_number(stage(playing).view.image) == 25
    assert "A fox" in words_in(playing)
    assert stage(playing).timecode.text() == "00:00:01:01"
    assert f"26 / {FRAMES}" in words_in(playing)
    assert stage(playing).scrubber.value() == 25


@pytest.mark.parametrize(
    ("key", "frame"),
    [
        (Qt.Key.Key_Left, 9),
        (Qt.Key.Key_Comma, 9),
        (Qt.Key.Key_Right, 11),
        (Qt.Key.Key_Period, 11),
        (Qt.Key.Key_Home, 0),
        (Qt.Key.Key_End, FRAMES - 1),
    ],
)
def test_keys_step_and_jump(playing, qtbot, key, frame):
    stage(playing).playback.seek(10)
    qtbot.waitUntil(lambda: playing.frame == 10)

    qtbot.keyClick(stage(playing).view, key)

    qtbot.waitUntil(lambda: playing.frame == frame)
    assert read_number(stage(playing).view.image) == frame


def test_space_stands_still_and_runs(playing, qtbot):
    key = Qt.Key.Key_Space
    qtbot.keyClick(stage(playing).scrubber, key)
    assert not stage(playing).playback.playing
    assert stage(playing).button("Play").isVisible()

    qtbot.keyClick(stage(playing).view, key)

    assert stage(playing).playback.playing
    assert stage(playing).button("Pause").isVisible()


def test_a_click_on_the_line_goes_to_its_place(playing, qtbot):
    scrubber = stage(playing).scrubber

    qtbot.mouseClick(scrubber, Qt.MouseButton.LeftButton, pos=scrubber.rect().center())

    wished = scrubber.frame_at(scrubber.rect().center().x())
    qtbot.waitUntil(lambda: playing.frame == wished)


def test_release_lets_go_of_that_file_only(playing, clip_path):
    playing.release("/another.mp4")
    assert playing.path == clip_path

    playing.release(clip_path)

    assert playing.path == ""
    assert "Drop a picture here" in words_in(playing)


@pytest.mark.parametrize("stands", [True, False])
def test_a_file_that_is_renamed_comes_back_as_it_was(playing, qtbot, clip_path, tmp_path, stands):
    if stands:
        stage(playing).playback.seek(9)
        qtbot.waitUntil(lambda: playing.frame == 9)

    playing.release(clip_path)
    assert playing.path == ""
    moved_path = str(shutil.copy(clip_path, tmp_path / "new name.mp4"))
    playing.follow(clip_path, moved_path)

    assert playing.path == moved_path
    qtbot.waitUntil(lambda: playing.frame == 9 if stands else playing.frame is not None)
    assert stage(playing).playback.playing is not stands
    assert "A fox" in words_in(playing)


def test_a_renamed_file_does_not_take_the_stage_from_another(playing, qtbot, clip_path, tmp_path):
    playing.follow(clip_path, str(tmp_path / "elsewhere.mp4"))  # this file was never released before
    assert playing.path == clip_path

    other = str(shutil.copy(clip_path, tmp_path / "other.mp4"))
    playing.release(clip_path)
    playing.play(other, "Another")
    playing.follow(clip_path, str(tmp_path / "elsewhere.mp4"))
    assert playing.path == other


def test_a_file_that_cannot_be_played_offers_another_player(pane, qtbot, tmp_path):
    path = tmp_path / "broken.mp4"
    path.write_bytes(b"not a video")

    pane.play(str(path), "A fox")
    qtbot.waitUntil(lambda: "can't be played here" in words_in(pane))

    with qtbot.waitSignal(pane.open_externally_requested) as caught:
        button(pane, "Open in another player").click()
    assert caught.args == [str(path)]


def test_of_a_damaged_file_the_stage_says_what_is_known_and_doesnt_blame_its_format(pane, qtbot, tmp_path):
    path = tmp_path / "broken.mp4"
    path.write_bytes(b"not a video")

    pane.play(str(path), "A fox")
    qtbot.waitUntil(lambda: "can't be played here" in words_in(pane))

    assert "damaged or isn't a video" in words_in(pane)
    assert "may know its format" not in words_in(pane)


def test_a_missing_file_says_so_and_offers_nothing_to_open(pane, qtbot, tmp_path):
    pane.play(str(tmp_path / "gone.mp4"), "A fox")

    qtbot.waitUntil(lambda: "The file is missing" in words_in(pane))
    assert not button(pane, "Open in another player").isVisible()


def test_a_missing_file_is_shown_once_it_is_there_again(pane, qtbot, clip_path, tmp_path):
    away = tmp_path / "away.mp4"
    pane.play(str(away), "A fox")
    qtbot.waitUntil(lambda: "The file is missing" in words_in(pane))

    pane.look_again()
    assert "The file is missing" in words_in(pane)

    shutil.copy(clip_path, away)
    pane.look_again()
    qtbot.waitUntil(lambda: pane.frame == 0)
    assert "The file is missing" not in words_in(pane)


def test_volume_and_mute_are_told_so_that_they_can_be_remembered(pane, qtbot):
    with qtbot.waitSignal(pane.volume_changed) as muted:
        stage(pane).button("Mute").setChecked(False)
    with qtbot.waitSignal(pane.volume_changed) as louder:
        stage(pane).volume.setValue(70)

    assert muted.args == [0.5, False]
    assert louder.args == [0.7, False]


def test_turning_the_volume_unmutes(pane, qtbot):
    assert stage(pane).button("Mute").isChecked()

    with qtbot.waitSignal(pane.volume_changed) as caught:
        stage(pane).volume.setValue(80)

    assert caught.args == [0.8, False]


def test_hiding_the_stage_stands_still(playing):
    playing.hide()

    assert not stage(playing).playback.playing


def test_every_control_has_a_name(playing):
    buttons = stage(playing).page.findChildren(Transport)[0].findChildren(QAbstractButton)
    assert len(buttons) >= 11

    assert all(button.accessibleName() for button in buttons)
    assert len({button.accessibleName() for button in buttons}) == len(buttons)
    assert stage(playing).scrubber.accessibleName()
    assert "A fox" in stage(playing).view.accessibleName()


def test_the_window_does_not_pay_for_video_before_the_first_clip():
    script = (
        "import sys; from PySide6.QtWidgets import QApplication; app = QApplication([]);"
        "from vidu_desktop.ui.look.look import Look; from vidu_desktop.ui.player.player_pane import PlayerPane;"
        "pane = PlayerPane(Look(app), None); pane.show(); app.processEvents();"
        "sys.exit(bool({'PySide6.QtMultimedia', 'av'} & set(sys.modules)))"
    )

    assert subprocess.run([sys.executable, "-c", script], check=False, timeout=60).returncode == 0


@pytest.mark.parametrize(
    ("picture", "area", "shown"),
    [
        ((1280, 720), (640, 480), (0, 60, 640, 360)),
        ((720, 1280), (640, 480), (185, 0, 270, 480)),
        ((16, 9), (160, 90), (0, 0, 160, 90)),
    ],
)
def test_a_picture_is_shown_whole_and_centred(picture, area, shown):
    assert fitted_rect(QSizeF(*picture), QRectF(0, 0, *area)) == QRectF(*shown)


def test_one_to_one_shows_pixels_unscaled_and_the_ground_is_neutral(qtbot, look):
    view = FrameView(look)
    qtbot.addWidget(view)
    view.resize(400, 300)
    image = QImage(100, 50, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    view.show_image(image)
    view.set_fits(False)

    size = view.picture_rect().size() * view.devicePixelRatioF()
    corner = view.grab().toImage().pixelColor(3, 3)

    assert (size.width(), size.height()) == (100, 50)
    assert (
        max(corner.red(), corner.green(), corner.blue()) - min(corner.red(), corner.green(), corner.blue())
        < 8
    )


def test_the_knob_stays_in_the_hand_while_frames_arrive(qtbot, look):
    scrubber = Scrubber(look)
    qtbot.addWidget(scrubber)
    scrubber.resize(300, 22)
    scrubber.set_frame_count(101)
    qtbot.mousePress(scrubber, Qt.MouseButton.LeftButton, pos=scrubber.rect().center())

    scrubber.set_frame(3)
    held = scrubber.value()
    qtbot.mouseRelease(scrubber, Qt.MouseButton.LeftButton)
    scrubber.set_frame(3)

    assert held == pytest.approx(50, abs=1)
    assert scrubber.value() == 3


def test_a_finished_video_takes_an_empty_stage_and_one_that_came_by_itself(pane, clip_path, tmp_path):
    other = tmp_path / "other.mp4"
    other.write_bytes(Path(clip_path).read_bytes())

    assert pane.offer(clip_path, "First")
    assert pane.offer(str(other), "Second")

    assert pane.path == str(other)


def test_where_less_is_to_move_a_finished_video_stands_until_it_is_chosen(pane, qtbot, clip_path):
    pane.calm = True

    pane.offer(clip_path, "First")
    qtbot.waitUntil(lambda: pane.frame == 0)
    assert not stage(pane).playback.playing

    pane.play(clip_path, "First")
    assert stage(pane).playback.playing


def test_a_finished_video_leaves_the_one_alone_that_the_person_chose(playing, tmp_path):
    chosen = playing.path

    assert not playing.offer(str(tmp_path / "new.mp4"), "New")

    assert playing.path == chosen


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Left, Qt.Key.Key_End])
def test_who_stops_a_video_to_look_at_it_keeps_it(pane, qtbot, clip_path, tmp_path, key):
    pane.offer(clip_path, "First")
    qtbot.waitUntil(lambda: pane.frame is not None)

    qtbot.keyClick(stage(pane).view, key)

    assert not pane.offer(str(tmp_path / "new.mp4"), "New")
    assert pane.path == clip_path


def test_a_stage_that_was_emptied_or_shows_no_picture_is_free_again(playing, qtbot, clip_path, tmp_path):
    playing.show_empty()
    assert playing.offer(clip_path, "First")

    playing.play(str(tmp_path / "gone.mp4"), "Gone")
    qtbot.waitUntil(lambda: "The file is missing" in words_in(playing))
    assert playing.offer(clip_path, "First")


def test_in_and_out_point_are_marked_on_the_line_and_taken_away(playing, qtbot):
    for frame, key in ((10, Qt.Key.Key_I), (20, Qt.Key.Key_O)):
        stage(playing).playback.seek(frame)
        qtbot.waitUntil(lambda frame=frame: playing.frame == frame)
        qtbot.keyClick(stage(playing).view, key)
    assert stage(playing).played_range == (10, 20)

    qtbot.keyClick(stage(playing).view, Qt.Key.Key_X, Qt.KeyboardModifier.AltModifier)

    assert stage(playing).played_range is None


def test_an_export_is_asked_for_with_in_and_out_point(playing, qtbot, clip_path):
    playing.toggle_full_screen()
    with qtbot.waitSignal(playing.export_requested) as whole:
        qtbot.keyClick(stage(playing).view, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert whole.args == [clip_path, None, None]
    assert not stage(playing).fills_screen  # the dialog appears over the window
    assert not stage(playing).playback.playing

    for frame, key in ((10, Qt.Key.Key_I), (20, Qt.Key.Key_O)):
        stage(playing).playback.seek(frame)
        qtbot.waitUntil(lambda frame=frame: playing.frame == frame)
        qtbot.keyClick(stage(playing).view, key)
    with qtbot.waitSignal(playing.export_requested) as part:
        qtbot.keyClick(stage(playing).view, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert part.args == [clip_path, 10, 20]


@pytest.mark.parametrize(
    ("typed", "frame"), [("00:00:01:02", 26), ("1:02", 26), ("13", 12), ("+4", 14), ("-3", 7)]
)
def test_a_typed_timecode_or_frame_number_is_gone_to(playing, qtbot, typed, frame):
    stage(playing).playback.seek(10)
    qtbot.waitUntil(lambda: playing.frame == 10)
    field = stage(playing).timecode

    field.setFocus()
    field.setText(typed)
    qtbot.keyClick(field, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: playing.frame == frame)


def test_the_keys_shuttle(playing, qtbot):
    speeds = []
    for key in (Qt.Key.Key_L, Qt.Key.Key_L, Qt.Key.Key_J, Qt.Key.Key_J, Qt.Key.Key_K):
        qtbot.keyClick(stage(playing).view, key)
        speeds.append((stage(playing).playback.speed, stage(playing).playback.playing))

    assert speeds == [(2.0, True), (4.0, True), (-1.0, True), (-2.0, True), (1.0, False)]
    assert stage(playing).button("Speed").text() == "1×"


def test_while_k_is_held_j_and_l_go_frame_by_frame(playing, qtbot):
    stage(playing).playback.seek(20)
    qtbot.waitUntil(lambda: playing.frame == 20)

    qtbot.keyPress(stage(playing).view, Qt.Key.Key_K)
    qtbot.keyClick(stage(playing).view, Qt.Key.Key_L)
    qtbot.keyClick(stage(playing).view, Qt.Key.Key_L)
    qtbot.keyClick(stage(playing).view, Qt.Key.Key_J)
    qtbot.waitUntil(lambda: playing.frame == 21)
    assert not stage(playing).playback.playing

    qtbot.keyRelease(stage(playing).view, Qt.Key.Key_K)
    qtbot.keyClick(stage(playing).view, Qt.Key.Key_L)
    assert stage(playing).playback.playing


def test_keys_that_come_from_elsewhere_do_the_same_while_a_video_is_on_the_stage(playing, qtbot):
    def press(key, kind=QEvent.Type.KeyPress):
        return playing.take_key(QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier), Place.LIBRARY)

    stage(playing).playback.seek(20)
    qtbot.waitUntil(lambda: playing.frame == 20)

    assert press(Qt.Key.Key_K)
    assert press(Qt.Key.Key_L)
    qtbot.waitUntil(lambda: playing.frame == 21)
    assert not stage(playing).playback.playing
    press(Qt.Key.Key_K, QEvent.Type.KeyRelease)
    assert press(Qt.Key.Key_L)
    assert stage(playing).playback.playing

    playing.show_empty()
    assert not press(Qt.Key.Key_Space)


def test_a_window_that_is_left_with_k_held_runs_again_when_one_comes_back(playing, qtbot, qapp):
    qtbot.keyPress(stage(playing).view, Qt.Key.Key_K)

    qapp.sendEvent(playing, QEvent(QEvent.Type.WindowDeactivate))  # another program gets the key's release
    qtbot.keyClick(stage(playing).view, Qt.Key.Key_L)

    assert stage(playing).playback.playing


@pytest.mark.parametrize("modifier", [Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier])
@pytest.mark.parametrize("shift", [Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier])
def test_plus_and_minus_come_nearer_and_go_back_with_control_or_without(playing, qtbot, modifier, shift):
    qtbot.waitUntil(lambda: playing.frame is not None)
    fitted = stage(playing).view.zoom

    qtbot.keyClick(
        stage(playing).view, Qt.Key.Key_Plus, modifier | shift
    )  # plus needs Shift on most keyboards
    nearer = stage(playing).view.zoom
    qtbot.keyClick(stage(playing).view, Qt.Key.Key_Minus, modifier)

    assert nearer > fitted
    assert stage(playing).view.zoom == pytest.approx(fitted)
    assert not stage(playing).view.fits

    qtbot.keyClick(stage(playing).view, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert stage(playing).view.fits


def test_the_frame_that_is_shown_is_copied_whole(playing, qtbot, qapp):
    stage(playing).playback.seek(33)
    qtbot.waitUntil(lambda: playing.frame == 33)

    qtbot.keyClick(stage(playing).view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    assert read_number(qapp.clipboard().image()) == 33


def test_a_frame_is_asked_for_by_path_and_number_the_last_one_without(playing, qtbot, clip_path):
    stage(playing).playback.seek(5)
    qtbot.waitUntil(lambda: playing.frame == 5)
    with qtbot.waitSignal(playing.save_frame_requested) as save:
        qtbot.keyClick(stage(playing).view, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert save.args == [clip_path, 5]

    for key, number in ((Qt.Key.Key_T, 5), (Qt.Key.Key_N, None)):
        for shift in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier):
            with qtbot.waitSignal(playing.next_frame_requested) as wanted:
                qtbot.keyClick(stage(playing).view, key, Qt.KeyboardModifier.ControlModifier | shift)
            start_end = shift is Qt.KeyboardModifier.ShiftModifier
            assert wanted.args == [clip_path, number, start_end]


def test_every_key_that_the_menu_names_does_what_its_entry_does(playing, qtbot):
    stage(playing).playback.seek(5)
    qtbot.waitUntil(lambda: playing.frame == 5)
    asked: list[object] = []
    playing.save_frame_requested.connect(lambda *what: asked.append(("save", *what)))
    playing.next_frame_requested.connect(lambda *what: asked.append(("next", *what)))
    playing.export_requested.connect(lambda *what: asked.append(("export", *what)))
    stage(playing).playback.range_changed.connect(lambda played: asked.append((played.first, played.last)))
    named = [
        (action, action.shortcut()[0])
        for action in playing.more_menu().actions()
        if not action.shortcut().isEmpty()
    ]
    assert named

    for action, combination in named:
        action.trigger()
        by_menu = list(asked)
        asked.clear()
        qtbot.keyClick(stage(playing).view, combination.key(), combination.keyboardModifiers())
        assert asked == by_menu
        asked.clear()


@pytest.mark.parametrize(
    ("key", "verb", "stays"),
    [
        (Qt.Key.Key_P, ClipVerb.KEEP, True),
        (Qt.Key.Key_4, ClipVerb.RATE_4, True),
        (Qt.Key.Key_F2, ClipVerb.RENAME, False),
    ],
)
def test_a_verdict_keeps_the_full_screen_and_what_opens_a_dialog_leaves_it(playing, qtbot, key, verb, stays):
    playing.toggle_full_screen()

    with qtbot.waitSignal(playing.verb_requested) as asked:
        qtbot.keyClick(stage(playing).view, key)

    assert asked.args == [verb]
    assert stage(playing).fills_screen is stays
    playing.leave_full_screen()


def test_a_frame_is_dragged_out_whole_and_named_after_its_video(playing, qtbot, monkeypatch):
    stage(playing).playback.seek(7)
    qtbot.waitUntil(lambda: playing.frame == 7)
    dragged: list[DropReading] = []
    files: list[str] = []

    def drop(drag, *_) -> None:
        dragged.append(read_drop(drag.mimeData()))
        files.extend(path_of(url) for url in drag.mimeData().urls())

    monkeypatch.setattr(QDrag, "exec", drop)
    view = stage(playing).view

    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(100, 100))
    QApplication.sendEvent(view, moved_to(view, QPoint(100, 104)))
    assert dragged == []  # too short a move for a drag
    QApplication.sendEvent(view, moved_to(view, QPoint(100, 160)))

    (frame,) = dragged
    assert frame.image is not None
    assert read_number(frame.image) == 7
    assert frame.image_name == "numbered, frame 8"
    assert frame.files == ()  # our own wells get the frame
    assert files == [playing.path]  # file managers and editors get the video


def moved_to(view: FrameView, place: QPoint) -> QMouseEvent:
    """Return a mouse move with the left button down; those of QTest have no buttons."""
    return QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(place),
        QPointF(view.mapToGlobal(place)),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )


def test_a_held_k_is_forgotten_when_another_window_takes_the_keyboard_also_in_full_screen(playing, qtbot):
    stage(playing).playback.seek(3)
    qtbot.waitUntil(lambda: playing.frame == 3)
    qtbot.keyClick(stage(playing).view, Qt.Key.Key_F)
    qtbot.keyPress(stage(playing).view, Qt.Key.Key_K)

    QApplication.sendEvent(stage(playing).page, QEvent(QEvent.Type.WindowDeactivate))
    qtbot.keyClick(stage(playing).view, Qt.Key.Key_L)

    assert stage(playing).playback.playing
    qtbot.keyClick(stage(playing).view, Qt.Key.Key_Escape)


def test_full_screen_keeps_video_and_keys_and_comes_back(playing, qtbot):
    stage(playing).playback.seek(3)
    qtbot.waitUntil(lambda: playing.frame == 3)

    qtbot.keyClick(stage(playing).view, Qt.Key.Key_F)
    page = stage(playing).page
    assert page.isWindow()
    qtbot.keyClick(stage(playing).view, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: playing.frame == 4)
    qtbot.keyClick(stage(playing).view, Qt.Key.Key_Escape)

    assert not page.isWindow()
    assert page.isVisible()
    assert playing.frame == 4


def test_a_video_that_fills_the_screen_has_all_of_it_until_the_pointer_moves(playing, qtbot):
    qtbot.keyClick(stage(playing).view, Qt.Key.Key_F)
    page, transport = stage(playing).page, stage(playing).page.findChild(Transport)
    assert stage(playing).view.size() == page.size()
    assert transport.isVisible()

    (rest,) = page.findChildren(QTimer, options=Qt.FindChildOption.FindDirectChildrenOnly)
    rest.setInterval(0)
    qtbot.waitUntil(lambda: not transport.isVisible())
    rest.setInterval(60_000)
    move = QHoverEvent(QEvent.Type.HoverMove, QPointF(5, 5), QPointF(5, 5), QPointF(1, 1))
    QApplication.sendEvent(page, move)
    assert transport.isVisible()

    qtbot.keyClick(stage(playing).view, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: stage(playing).view.height() < page.height())


def test_zooming_keeps_what_is_under_the_pointer_and_dragging_does_not_stop_the_video(qtbot, look):
    view = FrameView(look)
    qtbot.addWidget(view)
    view.resize(400, 300)
    image = QImage(400, 300, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    view.show_image(image)
    clicks = []
    view.clicked.connect(lambda: clicks.append(1))
    place = QPointF(100, 50)

    view.zoom_by(4.0, place)
    rect = view.picture_rect()

    assert (place.x() - rect.x()) / rect.width() == pytest.approx(0.25, abs=0.01)
    assert (place.y() - rect.y()) / rect.height() == pytest.approx(1 / 6, abs=0.01)
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(200, 150))
    qtbot.mouseMove(view, QPoint(260, 150))
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(260, 150))
    assert clicks == []
    assert view.picture_rect().x() == pytest.approx(rect.x() + 60, abs=1)


@pytest.mark.parametrize(
    ("turns", "frame"),
    [
        ([120], 49),
        ([-120, -120], 52),
        ([-240], 52),
        ([-30] * 7, 51),
        ([30] * 7, 49),
        ([-8] * 14, 50),
        ([-100, 30, 30, 30], 50),  # a change of direction discards what was gathered
        ([-100, 30, 30, 30, 30], 49),
    ],
)
def test_a_wheel_goes_a_frame_a_notch_and_a_touchpad_as_far(look, qtbot, qapp, turns, frame):
    scrubber = Scrubber(look)
    qtbot.addWidget(scrubber)
    scrubber.set_frame_count(101)
    scrubber.set_frame(50)

    for turn in turns:
        event = QWheelEvent(
            QPointF(5, 5), QPointF(5, 5), QPoint(), QPoint(0, turn), Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        qapp.sendEvent(scrubber, event)

    assert scrubber.value() == frame


@pytest.mark.parametrize(
    ("mode", "first", "then"),
    [
        (Mode.START_END, "Drop two pictures here", "A video goes from the first to the second."),
        (Mode.REFERENCE, "Drop pictures here", "Who or what is in them appears in a video."),
        (Mode.IMAGE, "Drop a picture here", "It becomes the first frame of a video."),
    ],
)
def test_the_empty_stage_says_what_pictures_become_in_the_mode_that_is_shown(pane, mode, first, then):
    pane.set_mode(mode)
    assert first in words_in(pane)
    assert then in words_in(pane)


def test_the_menu_of_the_stage_shows_the_file_in_its_folder(playing, qtbot):
    entry = next(one for one in playing.more_menu().actions() if one.text() == "Show in folder")

    with qtbot.waitSignal(playing.verb_requested) as asked:
        entry.trigger()

    assert asked.args == [ClipVerb.SHOW_IN_FOLDER]
