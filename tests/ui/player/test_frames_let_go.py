"""Whatever owns frames releases them explicitly and at once, even while Python's garbage collector doesn't run.

Each reader is a decoder with two threads and a hundred megabytes, so it must not wait until a cycle of references is
collected.
"""

import asyncio
import gc
import threading
import time
import weakref
from pathlib import Path

import psutil
import pytest
from av.video.frame import VideoFrame
from fakes.numbered_clip import write_numbered_clip
from fakes.real_frame_service import RealFrameService
from fakes.ui_values import a_clip
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from vidu_desktop.adapters.video.frame_decoder import FrameDecoder
from vidu_desktop.adapters.video.frame_source import FrameSource
from vidu_desktop.controllers.frame_service import AppFrameService
from vidu_desktop.engine.tasks import TaskKeeper
from vidu_desktop.ui.compare.compare_window import CompareWindow
from vidu_desktop.ui.compare.pair import FramePair, Side
from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.player.playback import Playback
from vidu_desktop.wiring.frame_files import FrameFiles


@pytest.fixture(scope="module")
def clip_path(tmp_path_factory: pytest.TempPathFactory, qapp: object) -> str:
    return str(write_numbered_clip(tmp_path_factory.mktemp("clips") / "numbered.mp4", 48))


@pytest.fixture(autouse=True)
def no_garbage_of_others() -> None:
    gc.collect()


class Watched:
    """A frame service whose readers can be counted without keeping them alive."""

    def __init__(self) -> None:
        self._desk = RealFrameService()
        self._readers: list[weakref.ref[object]] = []

    def open(self, path, answer):  # type: ignore[no-untyped-def]
        self._desk.open(path, answer)
        self._readers += map(weakref.ref, self._desk.opened)
        self._desk.opened.clear()

    def sound(self, path, answer):  # type: ignore[no-untyped-def]
        self._desk.sound(path, answer)

    @property
    def alive(self) -> int:
        return sum(reader() is not None for reader in self._readers)


def play(playback: Playback, qtbot: QtBot, path: str, times: int) -> None:
    for _ in range(times):
        playback.open(path)
        qtbot.waitUntil(lambda: (playback.frame or 0) > 2)


def test_of_clips_that_were_played_one_after_the_other_the_last_two_are_held(
    qtbot: QtBot, clip_path: str
) -> None:
    desk = Watched()
    playback = Playback(desk)
    play(playback, qtbot, clip_path, 2)
    threads = psutil.Process().num_threads()

    play(playback, qtbot, clip_path, 6)

    assert desk.alive <= 2  # the playing one, and the former one, which may be decoding its last frame
    qtbot.waitUntil(lambda: psutil.Process().num_threads() <= threads)
    playback.close()
    assert desk.alive == 0


def test_a_reader_that_has_ended_holds_neither_its_listener_nor_a_frame(clip_path: str) -> None:
    class Listener:
        def hear(self, number: int, pixels: object) -> None: ...

    listener = Listener()
    gone = weakref.ref(listener)
    reader = FrameDecoder(clip_path, listener.hear)
    del listener
    assert gone() is not None  # the control: a reader at work does keep its listener alive

    reader.close()

    assert gone() is None
    assert reader.table.count == 48
    assert not [one for one in gc.get_referents(reader.__dict__) if "av." in type(one).__module__]
    reader.want(3)  # too late: no answer comes, and nothing breaks


def test_a_reader_that_is_closed_and_still_referred_to_has_neither_file_nor_frames(clip_path: str) -> None:
    def frames() -> int:
        return sum(isinstance(one, VideoFrame) for one in gc.get_objects())

    def is_open() -> bool:
        return clip_path in {file.path for file in psutil.Process().open_files()}

    before = frames()
    reader = FrameDecoder(clip_path, lambda _number, _pixels: None)
    assert (frames() > before, is_open()) == (True, True)  # the control

    reader.close()

    assert (frames(), is_open()) == (before, False)


def test_a_closed_video_leaves_no_frame_to_the_collector(clip_path: str) -> None:
    def frames() -> int:
        return sum(isinstance(one, VideoFrame) for one in gc.get_objects())

    before = frames()
    source = FrameSource(clip_path)
    source.pixels_of(source.first)
    assert frames() > before  # the control

    source.close()
    del source

    assert frames() == before


def is_shared(image: QImage) -> bool:
    """Whether another object shares these pixels. Asking ends the sharing with `image`."""
    before = image.cacheKey() >> 32
    image.bits()  # copies the pixels if they are shared
    return image.cacheKey() >> 32 != before


@pytest.mark.parametrize("closed", [True, False])
def test_a_comparison_holds_its_pictures_until_it_is_closed(
    qtbot: QtBot, look: Look, *, closed: bool
) -> None:
    images = [QImage(QSize(64, 36), QImage.Format.Format_RGB32) for _ in range(3)]
    for image in images:
        image.fill(QColor("teal"))
    pair = FramePair(Side(stills=(QImage(images[0]),)), Side(stills=[QImage(image) for image in images[1:]]))
    window = CompareWindow(look, pair, (a_clip(), None), ends=2)
    window.show()

    if closed:
        window.close()

    assert [is_shared(image) for image in images] == [not closed] * 3
    window.close()


def readers() -> int:
    return sum(thread.name == "frames" for thread in threading.enumerate())


def test_a_video_whose_opening_is_cancelled_before_its_first_turn_is_let_go(
    qapp: object, clip_path: str
) -> None:
    answers: list[object] = []

    async def live() -> None:
        tasks = TaskKeeper()
        desk = AppFrameService(FrameFiles(), Path, tasks)
        desk.open(clip_path, answers.append)  # as if the window were closed at once
        await tasks.cancel_all()
        await asyncio.get_running_loop().shutdown_default_executor()  # by now it has been opened
        deadline_s = time.monotonic() + 60
        while readers() > before:
            assert time.monotonic() < deadline_s
            await asyncio.sleep(0.01)

    before = readers()
    asyncio.run(live())

    assert answers == []
