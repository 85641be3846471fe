"""One way to show a video, offscreen: `bare` is QMediaPlayer with a video sink, `ours` the player's pane; `back` steps the
pane through a clip from its end. Prints one JSON line.

    python -m tests.benchmarks.player_process bare|ours|back CLIP ROUNDS

Times are from the click until the picture is painted.
"""

import asyncio
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

import qasync
from fakes.stage_page import stage
from PySide6.QtCore import QUrl
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtMultimedia import QMediaPlayer, QVideoFrame, QVideoSink
from PySide6.QtWidgets import QApplication, QWidget

from vidu_desktop.controllers.frame_service import AppFrameService
from vidu_desktop.engine.tasks import TaskKeeper
from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.player.player_pane import PlayerPane
from vidu_desktop.wiring.frame_files import FrameFiles

_PATIENCE_S = 20.0
_STEP_PAUSE_S = 0.08
_SIZE = (960, 600)


async def _until(true: Callable[[], bool]) -> None:
    end_s = time.monotonic() + _PATIENCE_S
    while not true():
        if time.monotonic() > end_s:
            raise TimeoutError
        await asyncio.sleep(0.001)


class _Canvas(QWidget):
    """The smallest widget that shows a picture."""

    def __init__(self) -> None:
        super().__init__()
        self.image = QImage()
        self.resize(*_SIZE)
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(self.rect(), self.image)


async def _bare(clip: str, rounds: int) -> dict[str, object]:
    took = []
    canvas = _Canvas()
    for _ in range(rounds):
        there: asyncio.Future[float] = asyncio.get_running_loop().create_future()
        begun_s = time.perf_counter()
        player, sink = QMediaPlayer(), QVideoSink()
        player.setVideoSink(sink)

        def take(frame: QVideoFrame, there: "asyncio.Future[float]" = there) -> None:
            if frame.isValid() and not there.done():
                canvas.image = frame.toImage()
                canvas.repaint()
                there.set_result(time.perf_counter())

        sink.videoFrameChanged.connect(take)
        player.setSource(QUrl.fromLocalFile(clip))
        player.play()
        took.append(1000 * (await there - begun_s))
        player.stop()
        await asyncio.sleep(0.1)
    return {"first_ms": took}


async def _ours(pane: PlayerPane, clip: str, rounds: int) -> dict[str, object]:
    took = []
    for _ in range(rounds):
        there: asyncio.Future[float] = asyncio.get_running_loop().create_future()

        def take(_number: int, _image: QImage, there: "asyncio.Future[float]" = there) -> None:
            if not there.done():
                stage(pane).view.repaint()
                there.set_result(time.perf_counter())

        seen = stage(pane).playback.frame_shown.connect(take)
        begun_s = time.perf_counter()
        pane.play(clip, "clip")
        took.append(1000 * (await there - begun_s))
        stage(pane).playback.frame_shown.disconnect(seen)
        pane.show_empty()
        await asyncio.sleep(0.1)
    return {"first_ms": took}


async def _back(pane: PlayerPane, clip: str) -> dict[str, object]:
    pane.play(clip, "clip")
    await _until(lambda: pane.frame is not None)
    last = stage(pane).playback.last_frame
    stage(pane).playback.seek(last)
    await _until(lambda: pane.frame == last)
    await asyncio.sleep(1)
    took, wrong = [], 0
    for frame in range(last - 1, 0, -1):
        begun_s = time.perf_counter()
        stage(pane).playback.step(-1)
        await _until(lambda frame=frame: pane.frame == frame)  # type: ignore[misc]
        stage(pane).view.repaint()
        took.append(1000 * (time.perf_counter() - begun_s))
        wrong += _number(stage(pane).view.image) != frame
        await asyncio.sleep(_STEP_PAUSE_S)
    return {"step_ms": took, "wrong": wrong}


def _number(image: QImage) -> int:
    return sum(1 << bit for bit in range(9) if image.pixelColor(bit * 32 + 16, 16).lightness() > 127)


def main() -> None:
    what, clip, rounds = sys.argv[1], sys.argv[2], int(sys.argv[3])
    application = QApplication([])
    tasks = TaskKeeper()
    desk = AppFrameService(FrameFiles(), Path, tasks)
    pane = PlayerPane(Look(application), desk, muted=True)
    pane.resize(*_SIZE)
    pane.show()
    work = {"bare": lambda: _bare(clip, rounds), "ours": lambda: _ours(pane, clip, rounds)}
    with qasync.QEventLoop(application) as loop:
        loop.run_until_complete(desk.get_ready())
        said = loop.run_until_complete(work[what]() if what in work else _back(pane, clip))
        pane.show_empty()
        print(json.dumps(said), flush=True)


if __name__ == "__main__":
    main()
