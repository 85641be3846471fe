"""The reader gives exactly the frame that was asked for: at both ends, forwards, backwards, wherever the keyframes are."""

import gc
import random
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from fractions import Fraction
from pathlib import Path

import pytest
from av.video.frame import VideoFrame
from fakes.numbered_video import BAR_PX, HEIGHT_PX, WIDTH_PX, number_in, write_numbered

from vidu_desktop.adapters.video.frame_decoder import PLAYED_FRAMES, FrameDecoder
from vidu_desktop.adapters.video.frame_source import FrameSource
from vidu_desktop.domain.frames import FramePixels
from vidu_desktop.errors import DiskTrouble, NotAVideo

PATIENCE_S = 90.0


def number_of(pixels: FramePixels) -> int:
    return number_in(lambda x, y: pixels.bgra[y * pixels.stride_bytes + 4 * x + 1])


class Reading:
    """A reader that is asked for one frame after the other."""

    def __init__(self, path: Path, held_frames: int | None = None) -> None:
        self._came: dict[int, FramePixels | None] = {}
        self._news = threading.Condition()
        self.earlier = {one.ident for one in threading.enumerate()}
        """Threads that existed before."""
        most_bytes = 200_000_000 if held_frames is None else held_frames * WIDTH_PX * HEIGHT_PX * 3 // 2
        self.reader = FrameDecoder(str(path), self._take, most_bytes=most_bytes)

    def _take(self, number: int, pixels: FramePixels | None) -> None:
        with self._news:
            self._came[number] = pixels
            self._news.notify_all()

    def frame(self, number: int, direction: int = 1) -> FramePixels | None:
        with self._news:
            self._came.pop(number, None)
            self.reader.want(number, direction)
            assert self._news.wait_for(lambda: number in self._came, PATIENCE_S)
            return self._came[number]

    def number(self, number: int, direction: int = 1) -> int:
        pixels = self.frame(number, direction)
        assert pixels is not None
        return number_of(pixels)


@contextmanager
def reading(path: Path, held_frames: int | None = None) -> Iterator[Reading]:
    it = Reading(path, held_frames)
    try:
        yield it
    finally:
        it.reader.close()


@pytest.fixture(scope="module")
def long_gop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_numbered(tmp_path_factory.mktemp("long") / "v.mp4", 300, gop=250)


@pytest.mark.parametrize(
    ("fps", "gop", "b_frames", "open_gop"),
    [
        (24, 24, 3, False),
        (25, 1, 0, False),
        (30, 12, 2, True),
        (Fraction(24000, 1001), 250, 3, False),
        (Fraction(30000, 1001), 12, 0, False),
        (60, 7, 4, True),
    ],
)
@pytest.mark.parametrize("held_frames", [None, 14])
def test_every_frame_is_the_one_that_was_named(
    tmp_path: Path, fps: Fraction | int, gop: int, b_frames: int, open_gop: bool, held_frames: int | None
) -> None:
    count = 61
    path = write_numbered(tmp_path / "v.mp4", count, fps=fps, gop=gop, b_frames=b_frames, open_gop=open_gop)

    with reading(path, held_frames) as it:
        table = it.reader.table
        assert table.count == count
        assert table.fps == pytest.approx(float(fps), rel=1e-4)
        assert table.starts_s[-1] == pytest.approx((count - 1) / fps, abs=1e-3)
        forwards = [it.number(number) for number in range(count)]
        backwards = [it.number(number, -1) for number in reversed(range(count))]
        places = random.Random(7).sample(range(count), 30)
        anywhere = [it.number(number) for number in places]

    assert forwards == list(range(count))
    assert backwards == list(reversed(range(count)))
    assert anywhere == places


def rests(it: Reading) -> bool:
    """Whether the reader's thread comes to rest: its processor time stands still for a while."""
    (thread,) = [one for one in threading.enumerate() if one.name == "frames" and one.ident not in it.earlier]
    clock = time.pthread_getcpuclockid(thread.ident)
    deadline_s = time.monotonic() + PATIENCE_S
    before_s, looks = -1.0, 0
    while looks < 5 and time.monotonic() < deadline_s:
        threading.Event().wait(0.02)
        now_s = time.clock_gettime(clock)
        before_s, looks = now_s, looks + 1 if now_s == before_s else 0
    return looks == 5


@pytest.mark.parametrize("held_frames", [None, 14, 40])
@pytest.mark.parametrize("direction", [1, -1])
def test_whoever_jumps_about_leaves_a_reader_that_comes_to_rest(
    tmp_path: Path, held_frames: int | None, direction: int
) -> None:
    path = write_numbered(tmp_path / "v.mp4", 96, gop=24)

    with reading(path, held_frames) as it:
        for number in (0, 50, 5, 70, 30, 95, 60):
            it.number(number, direction)
            assert rests(it), number
        it.reader.set_range(20, 80)
        assert rests(it)


def frames_held() -> int:
    return sum(isinstance(one, VideoFrame) for one in gc.get_objects())


def test_a_video_that_is_only_played_holds_fewer_frames_than_one_in_which_somebody_goes_back(
    tmp_path: Path,
) -> None:
    path = write_numbered(tmp_path / "v.mp4", 4 * PLAYED_FRAMES)
    gc.collect()
    before = frames_held()
    with reading(path) as it:
        last = it.reader.table.count - 1
        for number in (*range(0, last, 3), last, 0, 1, 2):  # round the seam, too
            it.frame(number)
        assert rests(it)
        played = frames_held() - before
        it.frame(1, -1)
        assert rests(it)
        stepped = frames_held() - before
    with reading(path) as it:
        it.frame(last // 2)
        assert rests(it)
        jumped = frames_held() - before

    assert PLAYED_FRAMES // 2 < played <= PLAYED_FRAMES + 2  # the decoder may have one in its hand
    assert min(stepped, jumped) > 2 * PLAYED_FRAMES


def test_the_end_of_a_range_is_decoded_before_what_lies_behind_its_seam(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With one keyframe, a reader that continues at the other end too early must decode the whole clip again for its last
    frames.
    """
    path = write_numbered(tmp_path / "v.mp4", 96, gop=96)
    exact, decoded = FrameSource.decode_from, list[int]()

    def noted(self: FrameSource, first: int) -> object:
        found = exact(self, first)
        decoded.append(-1 if found is None else found[0])
        return found

    monkeypatch.setattr(FrameSource, "decode_from", noted)
    with reading(path, held_frames=14) as it:
        for number in (80, 84, 88, 92):
            it.number(number)
            assert rests(it)

    after = decoded[decoded.index(80) :]
    assert after[: 95 - 80 + 1] == list(range(80, 96))


def test_a_frame_that_the_decoder_leaves_out_is_tried_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_numbered(tmp_path / "v.mp4", 24, gop=24)
    exact = FrameSource.decode_from
    monkeypatch.setattr(
        FrameSource, "decode_from", lambda self, first: None if first > 20 else exact(self, first)
    )

    with reading(path) as it:
        assert it.number(3) == 3
        assert rests(it)
        assert it.number(19) == 19
        assert rests(it)


def test_back_from_the_end_over_a_distant_keyframe_with_little_memory(long_gop: Path) -> None:
    with reading(long_gop, held_frames=40) as it:
        wanted = list(range(299, 180, -1))
        assert [it.number(number, -1) for number in wanted] == wanted


def test_a_reader_that_begins_at_the_wrong_keyframe_is_noticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The negative control: frames are counted from where the decoder landed, not found by their time stamps."""
    path = write_numbered(tmp_path / "v.mp4", 48, gop=12)
    exact = FrameSource.decode_from

    def counted(self: FrameSource, first: int) -> object:
        found = exact(self, max(0, first - first % 12 - 1) if first % 12 == 0 else first)
        return None if found is None else (first, found[1])

    monkeypatch.setattr(FrameSource, "decode_from", counted)
    with reading(path, held_frames=14) as it:
        assert [it.number(number) for number in (0, 12, 24, 36)] != [0, 12, 24, 36]


def patched(path: Path, name: bytes, change: Callable[[bytearray, int], None]) -> Path:
    data = bytearray(path.read_bytes())
    at = data.index(name)
    change(data, at + len(name))
    path.write_bytes(data)
    return path


def test_frames_that_an_edit_list_hides_are_not_counted(tmp_path: Path) -> None:
    path = write_numbered(tmp_path / "v.mp4", 48, gop=48, b_frames=0)
    hidden = 5

    def begin_later(data: bytearray, at: int) -> None:
        # elst, version 0: flags, count, duration, media time
        media_time = int.from_bytes(data[at + 12 : at + 16], "big")
        tick = 512  # of 12288 at 24 frames a second
        data[at + 12 : at + 16] = (media_time + hidden * tick).to_bytes(4, "big")

    with reading(patched(path, b"elst", begin_later)) as it:
        assert it.number(0) == hidden
        assert it.number(it.reader.table.count - 1) == 47
        assert it.reader.table.count == 48 - hidden


def test_a_rotated_picture_is_shown_upright(tmp_path: Path) -> None:
    path = write_numbered(tmp_path / "v.mp4", 3)

    def turn(data: bytearray, at: int) -> None:
        quarter = [0, 1 << 16, 0, -(1 << 16) & 0xFFFFFFFF, 0, 0, 0, 0, 1 << 30]
        matrix = b"".join(value.to_bytes(4, "big") for value in quarter)
        data[at + 40 : at + 76] = matrix

    with reading(patched(path, b"tkhd", turn)) as it:
        pixels = it.frame(2)
        assert pixels is not None
        assert (pixels.width_px, pixels.height_px) == (HEIGHT_PX, WIDTH_PX)
        assert (it.reader.table.width_px, it.reader.table.height_px) == (HEIGHT_PX, WIDTH_PX)

        def turned_back(x: int, y: int) -> int:  # the picture was turned a quarter clockwise
            row, column = x, HEIGHT_PX - 1 - y
            return pixels.bgra[row * pixels.stride_bytes + 4 * column + 1]

        assert number_in(turned_back) == 2


def test_black_and_white_come_out_as_such(tmp_path: Path) -> None:
    with reading(write_numbered(tmp_path / "v.mp4", 2)) as it:
        pixels = it.frame(1)
        assert pixels is not None
        middle = (HEIGHT_PX // 2) * pixels.stride_bytes
        white = pixels.bgra[middle + 4 * (BAR_PX // 2) :][:3]
        black = pixels.bgra[middle + 4 * (BAR_PX + BAR_PX // 2) :][:3]
        assert min(white) > 250
        assert max(black) < 6


@pytest.mark.parametrize("what", ["empty", "page", "cut", "sound only", "missing"])
def test_what_is_no_video_is_refused_with_words(tmp_path: Path, what: str) -> None:
    path = tmp_path / "v.mp4"
    if what == "empty":
        path.touch()
    elif what == "page":
        path.write_text("<html>")
    elif what == "cut":
        whole = write_numbered(path, 30).read_bytes()
        path.write_bytes(whole[: len(whole) // 2])
    elif what == "sound only":
        write_sound(path)

    with pytest.raises((NotAVideo, DiskTrouble)):
        FrameDecoder(str(path), lambda *_: None)


def write_sound(path: Path) -> None:
    import av

    with av.open(str(path), "w") as container:
        stream = container.add_stream("aac", rate=8000)
        frame = av.AudioFrame(format="fltp", layout="mono", samples=1024)
        frame.rate = 8000
        frame.planes[0].update(bytes(frame.planes[0].buffer_size))
        container.mux(stream.encode(frame))
        container.mux(stream.encode(None))


def test_a_file_that_is_cut_while_it_is_open_gives_nothing_and_no_crash(tmp_path: Path) -> None:
    path = write_numbered(tmp_path / "v.mp4", 240, gop=12)
    with reading(path, held_frames=14) as it:
        assert it.number(0) == 0
        path.write_bytes(path.read_bytes()[:3000])

        assert it.frame(239) is None or it.number(239) == 239  # the system may still hold the rest


def test_when_it_is_closed_no_handle_and_no_thread_is_left(tmp_path: Path) -> None:
    path = write_numbered(tmp_path / "v.mp4", 30)
    before = threading.active_count()
    with reading(path) as it:
        it.frame(3)
        assert handles_on(path)

    assert not handles_on(path)
    assert threading.active_count() == before


def handles_on(path: Path) -> list[str]:
    fds = Path("/proc/self/fd")
    return [fd.name for fd in fds.iterdir() if fd.exists() and fd.resolve() == path.resolve()]
