"""Two takes are compared: always the same frame of both, in four ways, and everything is released on closing."""

from dataclasses import replace

import pytest
from fakes.finding import button, spoken
from fakes.numbered_clip import read_number, write_numbered_clip
from fakes.real_frame_service import RealFrameService, is_closed
from fakes.ui_values import a_clip
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QKeyEvent, QKeySequence, QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractButton, QApplication, QSlider

from vidu_desktop.domain.marks import MarkChange, Marks, Verdict
from vidu_desktop.ui.compare.compare_view import CompareMode, CompareView
from vidu_desktop.ui.compare.compare_window import CompareWindow
from vidu_desktop.ui.compare.pair import FramePair, Side
from vidu_desktop.ui.models.key_table import KEY_TABLE, Place
from vidu_desktop.ui.widgets.elided_label import ElidedLabel
from vidu_desktop.ui.widgets.icon_button import IconButton
from vidu_desktop.ui.widgets.verdict_row import VerdictRow

LONG, SHORT = 24, 10
TAKES = tuple(
    a_clip(name, row=row, marks=Marks(project="Dawn", shot="S010", take=row))
    for row, name in enumerate(("one", "two"), 1)
)


@pytest.fixture(scope="module")
def paths(tmp_path_factory, qapp):
    folder = tmp_path_factory.mktemp("takes")
    return [str(write_numbered_clip(folder / f"{count}.mp4", count)) for count in (LONG, SHORT)]


@pytest.fixture
def opened(qtbot, paths):
    """Return two opened real readers."""
    desk, readers = RealFrameService(), []
    for path in paths:
        desk.open(path, readers.append)
    qtbot.waitUntil(lambda: len(readers) == 2)
    yield sorted(readers, key=lambda reader: -reader.table.count)
    for reader in readers:
        reader.close()


class Hand:
    now_s = 10.0

    def __call__(self):
        return self.now_s


def place_of(view: CompareView, side: int) -> QRectF:
    """Return where a side's picture is drawn, more exactly than pixels could tell."""
    return view._place(side)


@pytest.fixture
def pair(opened):
    hand = Hand()
    pair = FramePair(Side(opened[0]), Side(opened[1]), now_s=hand)
    pair.hand = hand
    pair.seen = []
    pair.shown.connect(
        lambda frame, first, second: pair.seen.append((frame, read_number(first), read_number(second)))
    )
    yield pair
    pair.close()


def go(pair, qtbot, frame):
    pair.seek(frame)
    qtbot.waitUntil(lambda: pair.frame == frame)


def test_both_show_the_same_frame_and_the_shorter_stands_on_its_last(pair, qtbot):
    for frame in (0, 7, LONG - 1, 3):
        go(pair, qtbot, frame)

    assert pair.seen == [(0, 0, 0), (7, 7, 7), (LONG - 1, LONG - 1, SHORT - 1), (3, 3, 3)]


def test_running_keeps_them_locked(pair, qtbot):
    go(pair, qtbot, 0)
    pair.play()
    pair.hand.now_s += 0.5 / 24
    for _ in range(5):
        before = pair.frame
        pair.hand.now_s += 1 / 24
        qtbot.waitUntil(lambda before=before: pair.frame != before)

    assert [seen[0] for seen in pair.seen] == [0, 1, 2, 3, 4, 5]
    assert all(first == second == frame for frame, first, second in pair.seen)


def test_backwards_they_are_locked_too_and_begin_again_at_the_end(pair, qtbot):
    go(pair, qtbot, 2)
    pair.shuttle(-1)
    for _ in range(4):
        before = pair.frame
        pair.hand.now_s += 1 / 24
        qtbot.waitUntil(lambda before=before: pair.frame != before)

    assert [seen[0] for seen in pair.seen] == [2, 1, 0, LONG - 1, LONG - 2]
    assert all((first, second) == (frame, min(frame, SHORT - 1)) for frame, first, second in pair.seen)


class Noting:
    """A real reader that notes in which direction it was asked to decode ahead."""

    def __init__(self, reader):
        self._reader = reader
        self.ways = []

    def __getattr__(self, name):
        return getattr(self._reader, name)

    def stand_at(self, number, *, direction=1):
        self.ways.append(direction)
        self._reader.stand_at(number, direction=direction)

    def want(self, number, answer, *, direction=1):
        self.ways.append(direction)
        self._reader.want(number, answer, direction=direction)


def test_what_comes_next_is_decoded_ahead_in_the_way_that_both_go(opened, qtbot):
    readers = [Noting(reader) for reader in opened]
    hand = Hand()
    pair = FramePair(Side(readers[0]), Side(readers[1]), now_s=hand)
    go(pair, qtbot, 5)

    def ways_of(move, frame):
        for reader in readers:
            reader.ways.clear()
        move()
        qtbot.waitUntil(lambda: pair.frame == frame)
        return [set(reader.ways) for reader in readers]

    def back_over_the_beginning():
        pair.shuttle(-1)
        hand.now_s += 1 / 24

    assert ways_of(lambda: pair.step(-1), 4) == [{-1}, {-1}]
    assert ways_of(lambda: pair.step(1), 5) == [{1}, {1}]
    go(pair, qtbot, 0)
    assert ways_of(back_over_the_beginning, LONG - 1) == [{-1}, {-1}]
    pair.close()


def test_j_and_l_run_both_and_again_twice_as_fast(qtbot, window, pair):
    speeds = []
    for key in (*[Qt.Key.Key_L] * 4, *[Qt.Key.Key_J] * 2, Qt.Key.Key_K):
        qtbot.keyClick(window, key)
        speeds.append(pair.speed)

    assert speeds == [1, 2, 4, 4, -1, -2, 0]
    assert not pair.playing


def test_while_k_is_held_j_and_l_step_both_frame_by_frame(qtbot, window, pair):
    go(pair, qtbot, 5)
    pair.seen.clear()
    qtbot.keyClick(window, Qt.Key.Key_L)
    qtbot.keyPress(window, Qt.Key.Key_K)
    assert not pair.playing
    for key, frame in ((Qt.Key.Key_L, 6), (Qt.Key.Key_L, 7), (Qt.Key.Key_J, 6)):
        qtbot.keyClick(window, key)
        qtbot.waitUntil(lambda frame=frame: pair.frame == frame)

    assert not pair.playing
    assert pair.seen == [(6, 6, 6), (7, 7, 7), (6, 6, 6)]
    qtbot.keyRelease(window, Qt.Key.Key_K)
    qtbot.keyClick(window, Qt.Key.Key_J)
    assert pair.speed == -1


def test_a_comparison_that_is_left_with_k_held_runs_again_when_one_comes_back(qtbot, window, pair, qapp):
    qtbot.keyPress(window, Qt.Key.Key_K)

    qapp.sendEvent(window, QEvent(QEvent.Type.WindowDeactivate))  # another program gets the key's release
    qtbot.keyClick(window, Qt.Key.Key_L)

    assert pair.playing


def test_every_key_that_the_list_names_for_the_comparison_is_taken(window, qapp):
    untaken = []
    for entry in KEY_TABLE:
        for key in entry.keys if Place.COMPARE in entry.places else ():
            pressed = QKeySequence(key)[0]
            event = QKeyEvent(QEvent.Type.KeyPress, pressed.key(), pressed.keyboardModifiers())
            qapp.sendEvent(window, event)
            if not event.isAccepted():
                untaken.append(key)

    assert untaken == []


def test_swapping_changes_their_places(pair, qtbot):
    go(pair, qtbot, LONG - 1)

    pair.swap()

    assert pair.seen[-1] == (LONG - 1, SHORT - 1, LONG - 1)


def test_swapping_while_a_frame_is_on_its_way_shows_it_at_the_new_places(pair, qtbot):
    go(pair, qtbot, 0)
    pair.seek(LONG - 1)
    assert pair.frame == 0  # the frame hasn't come yet

    pair.swap()

    qtbot.waitUntil(lambda: pair.frame == LONG - 1)
    assert pair.seen[-1] == (LONG - 1, SHORT - 1, LONG - 1)


def test_escape_leaves_the_full_screen_first_and_then_the_window(qtbot, look, pair):
    window = CompareWindow(look, pair, TAKES)
    window.show()
    qtbot.keyClick(window, Qt.Key.Key_F)
    assert window.isFullScreen()

    qtbot.keyClick(window, Qt.Key.Key_Escape)

    assert not window.isFullScreen()
    assert window.isVisible()
    with qtbot.waitSignal(window.closed):
        qtbot.keyClick(window, Qt.Key.Key_Escape)


def test_the_line_and_the_nearness_have_keys(qtbot, look, pair):
    window = CompareWindow(look, pair, TAKES)
    qtbot.addWidget(window)
    window.show()
    go(pair, qtbot, 0)
    shift, ctrl = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(window, Qt.Key.Key_Right, shift)
    qtbot.waitUntil(lambda: pair.frame == 1)  # without a wipe line, Shift changes nothing: one frame on

    qtbot.keyClick(window, Qt.Key.Key_2)
    qtbot.keyClick(window, Qt.Key.Key_Right, shift)
    assert window.view.line > 0.5
    qtbot.keyClick(window, Qt.Key.Key_Left, shift)
    assert window.view.line == pytest.approx(0.5)
    assert pair.frame == 1

    for key, modifier in (
        (Qt.Key.Key_Plus, ctrl | shift),
        (Qt.Key.Key_Equal, ctrl),
        (Qt.Key.Key_Plus, shift),
    ):
        qtbot.keyClick(window, key, modifier)
        assert not window.view.fits
        assert button(window, "Actual pixels").isChecked()
        qtbot.keyClick(window, Qt.Key.Key_0, ctrl)
        assert window.view.fits
        assert not button(window, "Actual pixels").isChecked()
    qtbot.keyClick(window, Qt.Key.Key_Z)
    assert not window.view.fits


def test_after_closing_the_window_both_files_are_let_go(qtbot, look, opened, pair):
    window = CompareWindow(look, pair, TAKES)
    window.show()
    go(pair, qtbot, 3)

    with qtbot.waitSignal(window.closed):
        qtbot.keyClick(window, Qt.Key.Key_Escape)

    assert all(map(is_closed, opened))


def plain(color, size=(64, 36)):
    image = QImage(QSize(*size), QImage.Format.Format_RGB32)
    image.fill(QColor(color))
    return image


@pytest.fixture
def view(qtbot, look):
    view = CompareView(look)
    qtbot.addWidget(view)
    view.resize(640, 360)
    view.show()
    return view


def test_a_difference_of_nothing_is_black_and_its_strength_is_what_it_says(view):
    view.show_pair(plain("#405060"), plain("#405060"))
    view.set_gain(16)
    assert view.difference(QSize(8, 8)).pixelColor(4, 4).getRgb()[:3] == (0, 0, 0)

    view.show_pair(plain("#405060"), plain("#455060"))
    for gain in (1, 2, 4, 8, 16):
        view.set_gain(gain)
        assert view.difference(QSize(8, 8)).pixelColor(4, 4).red() == 5 * gain


def test_a_difference_says_when_there_is_none(view):
    view.show_pair(plain("#405060"), plain("#405060"))
    assert view.alike
    view.set_mode(CompareMode.DIFFERENCE)
    shot = view.grab().toImage()
    assert any(shot.pixelColor(x, shot.height() // 2).lightness() > 128 for x in range(shot.width()))

    other = plain("#405060")
    other.setPixelColor(3, 3, QColor("#405061"))
    view.show_pair(plain("#405060"), other)
    assert not view.alike


def test_the_wipe_shows_one_at_each_side_of_its_line(view, qtbot):
    view.show_pair(plain("red"), plain("blue"))
    view.set_mode(CompareMode.WIPE)
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(480, 100))
    shot = view.grab().toImage()

    assert view.line == pytest.approx(0.75, abs=0.01)
    assert shot.pixelColor(300, 100) == QColor("red")
    assert shot.pixelColor(600, 100) == QColor("blue")


def dotted(ground, at):
    image = plain(ground, (320, 180))
    QPainter(image).fillRect(at.x() - 1, at.y() - 1, 3, 3, QColor("white"))
    return image


@pytest.mark.parametrize("mode", list(CompareMode))
def test_nearer_or_moved_both_show_the_same_place(view, qtbot, mode):
    dot = QPoint(250, 40)
    view.show_pair(dotted("black", dot), dotted("black", dot))
    view.set_mode(mode)
    view.set_line(0.0)  # then a wipe shows only the second picture
    area, other = view._areas()
    pointed = QPointF(other.x() + other.width() * 0.7, 200)

    view.zoom_by(4.0, pointed)
    qtbot.mousePress(view, Qt.MouseButton.MiddleButton, pos=QPoint(100, 100))
    drag_to(view, QPoint(130, 90))

    first = place_of(view, 0)
    scale = first.width() / 320
    for side, its in enumerate((area, other)):
        place = place_of(view, side)
        assert place.size() == first.size()
        assert place.topLeft() - its.topLeft() == first.topLeft() - area.topLeft()
        seen = place.topLeft() + (QPointF(dot) + QPointF(0.5, 0.5)) * scale
        if mode is not CompareMode.DIFFERENCE and its.contains(seen):
            assert view.grab().toImage().pixelColor(seen.toPoint()) == QColor("white")
    assert not view.fits


def drag_to(view, at):
    QApplication.sendEvent(
        view,
        QMouseEvent(
            QEvent.Type.MouseMove,
            QPointF(at),
            view.mapToGlobal(QPointF(at)),
            Qt.MouseButton.NoButton,
            Qt.MouseButton.MiddleButton,
            Qt.KeyboardModifier.NoModifier,
        ),
    )


def test_what_is_under_the_pointer_stays_there_in_either_half(view):
    view.show_pair(plain("red", (320, 180)), plain("blue", (320, 180)))
    for at in (QPointF(80, 150), QPointF(450, 200)):
        view.set_fits(True)
        side = int(at.x() > view.width() / 2)
        before = place_of(view, side)
        share = (at.x() - before.x()) / before.width()

        view.zoom_by(3.0, at)

        after = place_of(view, side)
        assert after.width() > 2.9 * before.width()
        assert (at.x() - after.x()) / after.width() == pytest.approx(share, abs=0.01)


def test_however_near_a_difference_is_reckoned_with_no_more_pixels_than_there_are(view, monkeypatch):
    sizes = []
    reckoned = CompareView.difference
    monkeypatch.setattr(
        CompareView, "difference", lambda self, size: (sizes.append(size), reckoned(self, size))[1]
    )
    view.show_pair(plain("#405060", (320, 180)), plain("#455060", (320, 180)))
    view.set_mode(CompareMode.DIFFERENCE)
    view.zoom_by(16.0)
    shot = view.grab().toImage()
    assert sizes == [QSize(320, 180)]
    assert shot.pixelColor(320, 180).red() == 20


def test_an_overlay_mixes_and_side_by_side_shows_both(view):
    view.show_pair(plain("black"), plain("white"))
    view.set_mode(CompareMode.OVERLAY)
    view.set_opacity(0.25)
    mixed = view.grab().toImage().pixelColor(320, 180).red()
    view.set_mode(CompareMode.SIDE_BY_SIDE)
    shot = view.grab().toImage()

    assert mixed == pytest.approx(64, abs=4)
    assert shot.pixelColor(160, 180) == QColor("black")
    assert shot.pixelColor(480, 180) == QColor("white")


def test_start_and_end_picture_are_laid_over_first_and_last_frame(qtbot, look, opened):
    start, end = plain("red", (320, 180)), plain("blue", (320, 180))
    pair = FramePair(Side(opened[0]), Side(stills=(start, end)))
    window = CompareWindow(look, pair, (TAKES[0], None), ends=2)
    window.show()
    qtbot.waitUntil(lambda: pair.frame == 0)
    seconds = []
    pair.shown.connect(lambda frame, _first, second: seconds.append((frame, second.pixelColor(9, 9).name())))

    button(window, "End frame").click()
    qtbot.waitUntil(lambda: pair.frame == LONG - 1)
    window.swap()
    button(window, "Start frame").click()
    qtbot.waitUntil(lambda: pair.frame == 0)
    window.swap()

    assert (LONG - 1, "#0000ff") in seconds
    assert seconds[-1] == (0, "#ff0000")
    window.close()


def leave_to_fixture(window: CompareWindow) -> None:
    """Keep the pair open, because the fixture closes it."""
    window._pair = FramePair(Side(), Side())


def labels(window: CompareWindow) -> dict[str, str]:
    """Return the texts above the sides, by the sides' letters."""
    found = [one.text() for one in window.findChildren(ElidedLabel) if one.text()[:2] in ("A ", "B ")]
    return {words[0]: words for words in found}


def test_the_picture_that_lies_over_the_video_follows_the_playhead_and_is_named(qtbot, look, opened):
    start, end = plain("red", (320, 180)), plain("blue", (320, 180))
    pair = FramePair(Side(opened[0]), Side(stills=(start, end)))
    window = CompareWindow(look, pair, (TAKES[0], None), ends=2)
    window.show()
    over = []
    pair.shown.connect(lambda _frame, _first, second: over.append(second.pixelColor(9, 9).name()))

    seen = []
    for frame in (0, LONG // 2 - 1, LONG // 2, LONG - 1):
        go(pair, qtbot, frame)
        seen.append(
            (over[-1] if over else "#ff0000", button(window, "End frame").isChecked(), labels(window)["B"])
        )
    window.close()

    first, last = ("#ff0000", False, "B its start frame"), ("#0000ff", True, "B its end frame")
    assert seen == [first, first, last, last]


def test_every_control_has_a_name(qtbot, look, pair):
    window = CompareWindow(look, pair, TAKES)
    qtbot.addWidget(window)

    assert all(
        spoken(control)
        for control in (
            *window.findChildren(QAbstractButton),
            *window.findChildren(QSlider),
            window.scrubber,
            window.view,
        )
    )
    leave_to_fixture(window)


@pytest.fixture
def window(qtbot, look, pair):
    window = CompareWindow(look, pair, TAKES)
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(window)
    window.show()
    window.changes = []
    window.change_requested.connect(lambda *change: window.changes.append(change))
    go(pair, qtbot, 0)
    return window


@pytest.mark.parametrize(
    ("key", "shift", "take", "change"),
    [
        (Qt.Key.Key_A, False, 0, MarkChange(winner=True)),
        (Qt.Key.Key_B, False, 1, MarkChange(winner=True)),
        (Qt.Key.Key_P, False, 0, MarkChange(verdict=Verdict.KEEP)),
        (Qt.Key.Key_P, True, 1, MarkChange(verdict=Verdict.KEEP)),
        (Qt.Key.Key_X, False, 0, MarkChange(verdict=Verdict.REJECT)),
        (Qt.Key.Key_X, True, 1, MarkChange(verdict=Verdict.REJECT)),
        (Qt.Key.Key_S, False, 0, MarkChange(star=True)),
        (Qt.Key.Key_S, True, 1, MarkChange(star=True)),
    ],
)
@pytest.mark.parametrize("swapped", [False, True])
def test_the_sides_are_decided_by_key_as_they_stand(window, qtbot, key, shift, take, change, swapped):
    if swapped:
        window.swap()
    held = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier

    qtbot.keyClick(window, key, held)

    assert window.changes == [(TAKES[1 - take if swapped else take], change)]
    assert window.isVisible()


def test_without_a_shot_who_wins_is_kept(qtbot, look, pair):
    window = CompareWindow(look, pair, (a_clip("one"), a_clip("two")))
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.change_requested) as asked:
        qtbot.keyClick(window, Qt.Key.Key_B)
    assert asked.args[1] == MarkChange(verdict=Verdict.KEEP)
    leave_to_fixture(window)


def test_the_next_take_comes_in_the_place_of_the_one_that_lost(window, pair, qtbot, paths):
    third = a_clip("three", row=3, marks=Marks(project="Dawn", shot="S010", take=3))
    readers = []
    service = RealFrameService()  # keeps the reader alive until its first frame has come
    service.open(paths[0], readers.append)
    qtbot.waitUntil(lambda: len(readers) == 1)
    qtbot.keyClick(window, Qt.Key.Key_B)
    window.change_requested.disconnect()

    with qtbot.waitSignal(window.next_requested) as asked:
        qtbot.keyClick(window, Qt.Key.Key_N)
    assert asked.args == [TAKES[0]]
    window.put_take(TAKES[0], third, Side(readers[0]), "")

    qtbot.waitUntil(lambda: pair.frame == 0)
    assert window.takes == [third, TAKES[1]]
    assert "S010_T003" in labels(window)["A"]
    with qtbot.waitSignal(window.next_requested) as asked:
        qtbot.keyClick(window, Qt.Key.Key_N)
    assert asked.args == [third]  # B is still the winner


def test_what_is_marked_is_shown_at_its_side(window):
    marked = replace(TAKES[1], marks=replace(TAKES[1].marks, winner=True, verdict=Verdict.KEEP))

    window.show_clips([marked])

    shown = [
        [one.isChecked() for one in row.findChildren(IconButton)] for row in window.findChildren(VerdictRow)
    ]
    assert shown == [[False] * 4, [False, True, False, True]]


def test_the_window_fits_on_its_screen(qtbot, look, pair):
    window = CompareWindow(look, pair, TAKES)
    qtbot.addWidget(window)

    room = window.screen().availableSize()

    assert window.width() <= room.width()
    assert window.height() < room.height()


def test_which_picture_lies_over_the_video_is_seen_on_its_button(qtbot, look, opened):
    pair = FramePair(Side(opened[0]), Side(stills=(plain("red", (320, 180)), plain("blue", (320, 180)))))
    window = CompareWindow(look, pair, (TAKES[0], None), ends=2)
    window.show()
    qtbot.waitUntil(lambda: pair.frame == 0)
    end = button(window, "End frame")
    off = end.grab().toImage()

    go(pair, qtbot, LONG - 1)
    on = end.grab().toImage()
    window.close()

    assert end.isChecked()
    assert on != off
