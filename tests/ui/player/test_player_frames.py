"""The player shows exactly the frame that was asked for."""

import pytest
from fakes.numbered_clip import read_number, write_numbered_clip
from fakes.real_frame_service import RealFrameService, is_closed
from PySide6.QtGui import QImage

from vidu_desktop.ui.player.playback import Playback
from vidu_desktop.ui.player.sound import LoopedSamples
from vidu_desktop.ui.widgets.play_clock import PlayClock, neighbour_speed, next_speed
from vidu_desktop.ui.widgets.timecode import frame_in_words, timecode

FRAMES = 48
FPS = 24.0


@pytest.fixture(scope="module")
def clip_path(tmp_path_factory, qapp):
    return str(write_numbered_clip(tmp_path_factory.mktemp("clips") / "numbered.mp4", FRAMES))


@pytest.fixture
def playback(qapp):
    playback = Playback(RealFrameService())
    shown: list[tuple[int, QImage]] = []
    playback.frame_shown.connect(lambda number, image: shown.append((number, image)))
    playback.shown = shown
    yield playback
    playback.close()


def pause_at(playback, qtbot, frame):
    qtbot.waitUntil(lambda: playback.table is not None)  # before it is open, it can't seek
    playback.seek(frame)
    qtbot.waitUntil(lambda: playback.frame == frame)


def test_it_plays_at_once_and_every_frame_is_the_one_it_is_called(playback, qtbot, clip_path):
    playback.open(clip_path)

    qtbot.waitUntil(lambda: len(playback.shown) >= 12)

    assert playback.playing
    assert all(read_number(image) == number for number, image in playback.shown)


@pytest.mark.parametrize("order", [(0, 1, 2, 3), (47, 46, 0, 47), (23, 24, 25, 24, 23), (7, 40, 11)])
def test_a_sought_frame_is_shown_exactly(playback, qtbot, clip_path, order):
    playback.open(clip_path)
    qtbot.waitUntil(lambda: playback.frame is not None)

    for frame in order:
        playback.shown.clear()
        pause_at(playback, qtbot, frame)
        number, image = playback.shown[-1] if playback.shown else (frame, None)
        assert number == frame
        assert image is None or read_number(image) == frame


def test_steps_pressed_faster_than_frames_come_are_all_counted(playback, qtbot, clip_path):
    playback.open(clip_path)
    pause_at(playback, qtbot, 10)

    for _ in range(5):
        playback.step(1)
    playback.step(-2)

    qtbot.waitUntil(lambda: playback.frame == 13)
    assert read_number(playback.shown[-1][1]) == 13


def test_a_scrub_over_the_whole_clip_ends_on_its_last_wish(playback, qtbot, clip_path):
    playback.open(clip_path)
    pause_at(playback, qtbot, 0)

    for frame in range(FRAMES - 4):
        playback.seek(frame)

    qtbot.waitUntil(lambda: playback.frame == FRAMES - 5)


def test_stepping_stops_at_both_ends(playback, qtbot, clip_path):
    playback.open(clip_path)
    pause_at(playback, qtbot, 0)

    playback.step(-1)
    pause_at(playback, qtbot, FRAMES - 1)
    playback.step(3)
    playback.step(-1)

    qtbot.waitUntil(lambda: playback.frame == FRAMES - 2)


def test_at_the_end_without_a_loop_the_last_frame_stays_and_can_be_stepped_from(playback, qtbot, clip_path):
    playback.set_loops(False)
    playback.open(clip_path)

    qtbot.waitUntil(lambda: not playback.playing)

    qtbot.waitUntil(lambda: playback.frame == FRAMES - 1)
    playback.step(-1)
    qtbot.waitUntil(lambda: playback.frame == FRAMES - 2)
    assert read_number(playback.shown[-1][1]) == FRAMES - 2


def test_after_close_the_file_is_let_go(playback, qtbot, clip_path, tmp_path):
    import psutil

    playback.open(clip_path)
    qtbot.waitUntil(lambda: playback.frame is not None)
    holds = lambda: [file.path for file in psutil.Process().open_files() if file.path == clip_path]  # noqa: E731
    assert holds()  # the control: a playing file is held open

    playback.close()

    assert not holds()


def test_another_video_does_not_wait_for_the_one_before_and_both_are_let_go(playback, qtbot, clip_path):
    playback.open(clip_path)
    qtbot.waitUntil(lambda: playback.frame is not None)
    before = playback._reader
    waited = []
    before.close = lambda: waited.append(True)

    playback.open(clip_path)

    assert is_closed(before)
    assert not waited
    playback.finish_leaving()  # as when the file is about to be moved
    assert waited


@pytest.mark.parametrize("content", [b"", b"<html>Bad gateway</html>", b"#EXTM3U\nhttp://127.0.0.1:9/x.ts\n"])
def test_a_file_that_is_no_video_fails_quietly(playback, qtbot, tmp_path, content):
    path = tmp_path / "not-a-video.mp4"
    path.write_bytes(content)

    with qtbot.waitSignal(playback.failed):
        playback.open(str(path))

    assert not playback.playing
    assert playback.table is None


def test_a_missing_file_and_a_link_fail_without_being_opened(playback, qtbot, tmp_path):
    for path in (str(tmp_path / "gone.mp4"), "http://127.0.0.1:9/video.mp4"):
        with qtbot.waitSignal(playback.failed):
            playback.open(path)


@pytest.mark.parametrize(
    ("frame", "fps", "shown"),
    [
        (0, 24, "00:00:00:00"),
        (23, 24, "00:00:00:23"),
        (24, 24, "00:00:01:00"),
        (29.97 * 60, 29.97, "00:00:59:28"),
    ],
)
def test_timecode_counts_frames_at_the_rounded_rate(frame, fps, shown):
    assert timecode(int(frame), fps) == shown


def test_a_typed_place_that_makes_no_sense_is_no_place():
    assert [frame_in_words(text, 24, 0) for text in ("", "x", "1:", "::", "1.5.6.7.8")] == [None] * 5
    assert frame_in_words("1:00:00", 25, 0) == 60 * 25
    # no more than a Qt signal carries, and no number of thousands of digits
    assert frame_in_words("999999:999999:999999:999999", 120, 0) == 2**31 - 1
    assert frame_in_words("9" * 5_000, 24, 0) is None
    assert [frame_in_words(text, 24, 0) for text in ("１２", "＋３", "１：００")] == [11, 3, 24]
    assert [frame_in_words(text, 24, 0) for text in ("١٢", "5²", "+٣", "1:٣")] == [None] * 4
    assert frame_in_words("9" * 5_000 + ":1", 24, 0) is None


# -- the clock, without waiting


def a_clock(**changes):
    return PlayClock(**{"first_s": 1.0, "end_s": 3.0, "at_s": 1.5, "since_s": 100.0, **changes})


@pytest.mark.parametrize(
    ("changes", "now_s", "time_s"),
    [
        ({}, 100.25, 1.75),
        ({}, 102.0, 1.5),  # once round
        ({"speed": 2.0}, 100.5, 2.5),
        ({"speed": 0.1}, 101.0, 1.6),
        ({"speed": -1.0}, 100.25, 1.25),
        ({"speed": -1.0}, 101.0, 2.5),  # once round backwards
        ({"loops": False}, 200.0, 3.0),
        ({"loops": False, "speed": -4.0}, 200.0, 1.0),
    ],
)
def test_time_goes_on_by_the_clock_round_the_range(changes, now_s, time_s):
    assert a_clock(**changes).time_s(now_s) == pytest.approx(time_s)


def test_without_a_loop_it_has_an_end():
    clock = a_clock(loops=False)

    assert not clock.ended(101.4)
    assert clock.ended(101.6)
    assert not a_clock().ended(1000.0)


def test_a_change_of_speed_goes_on_from_where_it_stands():
    faster = a_clock().anew(100.5, speed=2.0)

    assert faster.time_s(100.5) == pytest.approx(2.0)
    assert faster.time_s(100.75) == pytest.approx(2.5)


def test_speeds_double_by_the_shuttle_and_follow_the_list_by_the_brackets():
    assert [next_speed(speed, 1) for speed in (-2.0, 0.25, 1.0, 2.0, 4.0)] == [1.0, 1.0, 2.0, 4.0, 4.0]
    assert [next_speed(speed, -1) for speed in (1.0, -1.0, -4.0)] == [-1.0, -2.0, -4.0]
    assert [neighbour_speed(speed, 1) for speed in (0.1, 1.0, 4.0, -1.0)] == [0.25, 2.0, 4.0, -2.0]


class Hand:
    """A clock that the test moves."""

    now_s = 50.0

    def __call__(self):
        return self.now_s


@pytest.fixture
def by_hand(qapp, qtbot, clip_path):
    hand = Hand()
    playback = Playback(RealFrameService(), now_s=hand)
    playback.hand = hand
    playback.open(clip_path)
    qtbot.waitUntil(lambda: playback.frame == 0)
    yield playback
    playback.close()


def test_with_a_loop_it_begins_again(by_hand, qtbot):
    by_hand.hand.now_s += (FRAMES - 0.5) / FPS
    qtbot.waitUntil(lambda: by_hand.frame == FRAMES - 1)

    by_hand.hand.now_s += 1 / FPS

    qtbot.waitUntil(lambda: by_hand.frame == 0)
    assert by_hand.playing


def test_the_range_is_played_round_and_round_and_its_ends_are_played(by_hand, qtbot):
    for frame, mark in ((10, by_hand.mark_in), (13, by_hand.mark_out)):
        by_hand.seek(frame)
        qtbot.waitUntil(lambda frame=frame: by_hand.frame == frame)
        mark()
    by_hand.seek(10)
    qtbot.waitUntil(lambda: by_hand.frame == 10)
    by_hand.play()
    by_hand.hand.now_s += 0.5 / FPS  # the middle of a frame, to avoid rounding

    seen = []
    for _ in range(8):
        seen.append(by_hand.frame)
        by_hand.hand.now_s += 1 / FPS
        before = by_hand.frame
        qtbot.waitUntil(lambda before=before: by_hand.frame != before)

    assert seen == [10, 11, 12, 13, 10, 11, 12, 13]


def test_backwards_it_shows_every_frame_and_begins_again_at_the_end(by_hand, qtbot):
    by_hand.seek(2)
    qtbot.waitUntil(lambda: by_hand.frame == 2)
    by_hand.shuttle(-1)
    by_hand.hand.now_s += 0.5 / FPS

    seen = []
    for _ in range(5):
        seen.append(by_hand.frame)
        by_hand.hand.now_s += 1 / FPS
        before = by_hand.frame
        qtbot.waitUntil(lambda before=before: by_hand.frame != before)

    assert seen == [2, 1, 0, 47, 46]


def test_opened_and_closed_again_at_once_it_holds_nothing(qapp, qtbot, clip_path):
    desk = RealFrameService()
    playback = Playback(desk)

    playback.open(clip_path)
    playback.close()
    qtbot.waitUntil(desk.let_go)

    assert playback.frame is None


# -- the sound


def moments(*numbers):
    return b"".join(number.to_bytes(4, "little") for number in numbers)


def test_sound_goes_round_the_range_without_a_gap():
    source = LoopedSamples(moments(*range(10)), first=4 * 2, end=4 * 5, at=4 * 4, loops=True)

    assert source.readData(4 * 5) == moments(4, 2, 3, 4, 2)
    assert source.readData(6) == moments(3)  # only whole samples


def test_sound_without_a_loop_ends_in_silence():
    source = LoopedSamples(moments(*range(10)), first=0, end=4 * 3, at=4 * 2, loops=False)

    assert source.readData(4 * 3) == moments(2, 0, 0)
