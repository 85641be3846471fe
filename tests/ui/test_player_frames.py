"""The frame that is named is the frame that is shown."""

import pytest
from numbered_clip import read_number, write_numbered_clip
from PySide6.QtGui import QImage

from vidu_desktop.ui.player.playback import Playback
from vidu_desktop.ui.player.timecode import frame_at, frames_in, seek_ms, timecode

FRAMES = 48
FPS = 24.0


@pytest.fixture(scope="module")
def clip_path(tmp_path_factory, qapp):
    return str(write_numbered_clip(tmp_path_factory.mktemp("clips") / "numbered.mp4", FRAMES))


@pytest.fixture
def playback(qapp):
    playback = Playback()
    shown: list[tuple[int, QImage]] = []
    playback.frame_shown.connect(lambda number, image: shown.append((number, image)))
    playback.shown = shown
    yield playback
    playback.close()


def pause_at(playback, qtbot, frame):
    playback.seek(frame)
    qtbot.waitUntil(lambda: playback.frame == frame)


def test_it_plays_at_once_and_every_frame_is_the_one_it_is_called(playback, qtbot, clip_path):
    playback.open(clip_path, FPS, FRAMES)

    qtbot.waitUntil(lambda: len(playback.shown) >= 12)

    assert playback.playing
    assert all(read_number(image) == number for number, image in playback.shown)


@pytest.mark.parametrize("order", [(0, 1, 2, 3), (47, 46, 0, 47), (23, 24, 25, 24, 23), (7, 40, 11)])
def test_a_sought_frame_is_shown_exactly(playback, qtbot, clip_path, order):
    playback.open(clip_path, FPS, FRAMES)
    qtbot.waitUntil(lambda: playback.frame is not None)

    for frame in order:
        playback.shown.clear()
        pause_at(playback, qtbot, frame)
        number, image = playback.shown[-1] if playback.shown else (frame, None)
        assert number == frame
        assert image is None or read_number(image) == frame


def test_steps_pressed_faster_than_frames_come_are_all_counted(playback, qtbot, clip_path):
    playback.open(clip_path, FPS, FRAMES)
    pause_at(playback, qtbot, 10)

    for _ in range(5):
        playback.step(1)
    playback.step(-2)

    qtbot.waitUntil(lambda: playback.frame == 13)
    assert read_number(playback.shown[-1][1]) == 13


def test_a_scrub_over_the_whole_clip_ends_on_its_last_wish(playback, qtbot, clip_path):
    playback.open(clip_path, FPS, FRAMES)
    pause_at(playback, qtbot, 0)

    for frame in range(FRAMES - 4):
        playback.seek(frame)

    qtbot.waitUntil(lambda: playback.frame == FRAMES - 5)
    # One seek was in flight at a time: most wishes were replaced before they were carried out.
    assert len(playback.shown) < FRAMES - 5


def test_stepping_stops_at_both_ends(playback, qtbot, clip_path):
    playback.open(clip_path, FPS, FRAMES)
    pause_at(playback, qtbot, 0)

    playback.step(-1)
    pause_at(playback, qtbot, FRAMES - 1)
    playback.step(3)
    playback.step(-1)

    qtbot.waitUntil(lambda: playback.frame == FRAMES - 2)


def test_at_the_end_without_a_loop_the_last_frame_stays_and_can_be_stepped_from(playback, qtbot, clip_path):
    playback.set_loops(False)
    playback.open(clip_path, FPS, FRAMES)

    qtbot.waitUntil(lambda: not playback.playing, timeout=8000)

    qtbot.waitUntil(lambda: playback.frame == FRAMES - 1)
    playback.step(-1)
    qtbot.waitUntil(lambda: playback.frame == FRAMES - 2)
    assert read_number(playback.shown[-1][1]) == FRAMES - 2


def test_with_a_loop_it_begins_again(playback, qtbot, clip_path):
    playback.open(clip_path, FPS, FRAMES)
    qtbot.waitUntil(lambda: playback.frame == FRAMES - 1, timeout=8000)

    qtbot.waitUntil(lambda: playback.frame is not None and playback.frame < 12)

    assert playback.playing


def test_after_close_the_file_is_let_go(playback, qtbot, clip_path, tmp_path):
    import psutil

    playback.open(clip_path, FPS, FRAMES)
    qtbot.waitUntil(lambda: playback.frame is not None)
    holds = lambda: [file.path for file in psutil.Process().open_files() if file.path == clip_path]  # noqa: E731
    assert holds()  # the control: while it plays it is held

    playback.close()

    assert not holds()


def test_the_length_comes_from_the_file_when_nobody_knows_it(playback, qtbot, clip_path):
    playback.open(clip_path, FPS, None)

    qtbot.waitUntil(lambda: playback.frame_count == FRAMES)


@pytest.mark.parametrize("content", [b"", b"<html>Bad gateway</html>", b"#EXTM3U\nhttp://127.0.0.1:9/x.ts\n"])
def test_a_file_that_is_no_video_fails_quietly(playback, qtbot, tmp_path, content):
    path = tmp_path / "not-a-video.mp4"
    path.write_bytes(content)

    with qtbot.waitSignal(playback.failed):
        playback.open(str(path), FPS, FRAMES)

    assert not playback.playing
    assert playback.path == ""


def test_a_missing_file_and_a_link_fail_without_being_opened(playback, qtbot, tmp_path):
    for path in (str(tmp_path / "gone.mp4"), "http://127.0.0.1:9/video.mp4"):
        with qtbot.waitSignal(playback.failed):
            playback.open(path, FPS, FRAMES)


@pytest.mark.parametrize(
    ("fps", "frame"), [(24.0, 0), (24.0, 95), (25.0, 61), (30000 / 1001, 299), (60.0, 7)]
)
def test_seeking_goes_to_the_middle_of_a_frame(fps, frame):
    wished_us = seek_ms(frame, fps) * 1000

    begins_us, ends_us = frame / fps * 1e6, (frame + 1) / fps * 1e6
    assert begins_us + (ends_us - begins_us) / 4 < wished_us < ends_us - (ends_us - begins_us) / 4


def test_a_start_time_names_its_frame_even_when_it_is_rounded():
    # 1/24 s in whole microseconds, up and down.
    assert [frame_at(start_us, 24.0) for start_us in (0, 41_666, 41_667, 83_333, 3_958_333)] == [
        0,
        1,
        1,
        2,
        95,
    ]
    assert frames_in(4000, 24.0) == 96


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
