"""One way to show a video, offscreen: `bare` is QMediaPlayer with a video sink, `ours` the player's pane; `back` steps the
pane through a clip from its end. Prints one JSON line.

    python -m tests.benchmarks.player_process bare|ours|back CLIP ROUNDS
"""

import asyncio
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

import qasync
from PySide6.QtCore import QUrl
from PySide6.QtGui import QImage
from PySide6.QtMultimedia import QMediaPlayer, QVideoFrame, QVideoSink
from PySide6.QtWidgets import QApplication

from vidu_desktop.app.frame_desk import AppFrameDesk
from vidu_desktop.engine.tasks import TaskKeeper
from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.player.pane import PlayerPane

_PATIENCE_S = 20.0
_STEP_PAUSE_S = 0.08


async def _until(true: Callable[[], bool]) -> None:
    end_s = time.monotonic() + _PATIENCE_S
    while not true():
        if time.monotonic() > end_s:
            raise TimeoutError
        await asyncio.sleep(0.001)


async def _bare(clip: str, rounds: int) -> dict[str, object]:
    """A picture counts when it is one of Qt's images, as ours does."""
    took = []
    for _ in range(rounds):
        shown: list[QImage] = []
        there = asyncio.Event()
        begun_s = time.perf_counter()
        player, sink = QMediaPlayer(), QVideoSink()
        player.setVideoSink(sink)

        def take(frame: QVideoFrame, shown: list[QImage] = shown, there: asyncio.Event = there) -> None:
            if frame.isValid() and not shown:
                shown.append(frame.toImage())
                there.set()

        sink.videoFrameChanged.connect(take)
        player.setSource(QUrl.fromLocalFile(clip))
        player.play()
        await there.wait()
        took.append(1000 * (time.perf_counter() - begun_s))
        player.stop()
        await asyncio.sleep(0.1)
    return {"first_ms": took}


async def _ours(pane: PlayerPane, clip: str, rounds: int) -> dict[str, object]:
    took = []
    for _ in range(rounds):
        there = asyncio.Event()
        seen = pane._playback.frame_shown.connect(lambda _number, _image, there=there: there.set())
        begun_s = time.perf_counter()
        pane.play(clip, "clip")
        await there.wait()
        pane._playback.frame_shown.disconnect(seen)
        took.append(1000 * (time.perf_counter() - begun_s))
        pane.show_empty()
        await asyncio.sleep(0.1)
    return {"first_ms": took}


async def _back(pane: PlayerPane, clip: str) -> dict[str, object]:
    pane.play(clip, "clip")
    await _until(lambda: pane.frame is not None)
    last = pane._playback.last_frame
    pane._playback.seek(last)
    await _until(lambda: pane.frame == last)
    await asyncio.sleep(1)
    took, wrong = [], 0
    for frame in range(last - 1, 0, -1):
        begun_s = time.perf_counter()
        pane._playback.step(-1)
        await _until(lambda frame=frame: pane.frame == frame)  # type: ignore[misc]
        pane._view.repaint()
        took.append(1000 * (time.perf_counter() - begun_s))
        wrong += _number(pane._view.image) != frame
        await asyncio.sleep(_STEP_PAUSE_S)
    return {"step_ms": took, "wrong": wrong}


def _number(image: QImage) -> int:
    return sum(1 << bit for bit in range(9) if image.pixelColor(bit * 32 + 16, 16).lightness() > 127)


def main() -> None:
    what, clip, rounds = sys.argv[1], sys.argv[2], int(sys.argv[3])
    application = QApplication([])
    tasks = TaskKeeper()
    pane = PlayerPane(Look(application), AppFrameDesk(Path(), tasks), muted=True)
    pane.resize(960, 600)
    pane.show()
    work = {"bare": lambda: _bare(clip, rounds), "ours": lambda: _ours(pane, clip, rounds)}
    with qasync.QEventLoop(application) as loop:
        said = loop.run_until_complete(work[what]() if what in work else _back(pane, clip))
        pane.show_empty()
        print(json.dumps(said), flush=True)


if __name__ == "__main__":
    main()
