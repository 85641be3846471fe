"""Plays a film in the player's pane, offscreen, once from beginning to end; prints one JSON line.

    python -m tests.benchmarks.film_process CLIP PARTS [--alone | --stand-ins]

Alone, the clip loops by itself as long: the floor. With stand-ins, CLIP is a folder of pictures, and each part is two of them, the first
going over into the second. Times are those of each frame when its picture is painted;
memory is that of the process, before the first video is open and at its highest.
"""

import asyncio
import json
import sys
import time
from pathlib import Path

import psutil
import qasync
from fakes.stage_page import stage
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QImageReader
from PySide6.QtWidgets import QApplication

from vidu_desktop.adapters.processes.malloc import limit_arenas
from vidu_desktop.adapters.video.frame_source import FrameSource
from vidu_desktop.controllers.frame_service import AppFrameService
from vidu_desktop.domain.film import Film, FilmPart, FilmWish, film_of
from vidu_desktop.domain.stand_ins import StandIn
from vidu_desktop.engine.tasks import TaskKeeper
from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.player.player_pane import PlayerPane
from vidu_desktop.wiring.frame_files import FrameFiles

_SIZE = (960, 600)
_STAND_IN_S, _STAND_IN_PX = 2.0, (1280, 720)
_SAMPLE_S = 0.05
_SETTLES_S = 1.0


def film_with(clip: str, parts: int) -> Film:
    """Return a film that has the clip this many times, each but the first without its first frame, as in a chain."""
    source = FrameSource(clip)
    table = source.table
    source.close()
    wish = FilmWish(
        parts=tuple(FilmPart(video_path=clip, skip_first=int(number > 0)) for number in range(parts))
    )
    return film_of(wish, [table] * parts)


def film_of_stills(folder: str, parts: int) -> Film:
    """Return a film of stand-ins, each as long as the clip of `film_with`."""
    stills = sorted(map(str, Path(folder).iterdir()))
    wanted, tables = [], []
    for number in range(parts):
        start, end = stills[number % len(stills)], stills[(number + 1) % len(stills)]
        one = StandIn(
            gap=f"{number}", start_path=start, end_path=end, seconds=_STAND_IN_S, size_px=_STAND_IN_PX
        )
        tables.append(one.table_like(None))
        wanted.append(FilmPart(video_path=start, skip_first=int(number > 0), stand_in=one))
    return film_of(FilmWish(parts=tuple(wanted)), tables)


async def _small(path: str, side_px: int) -> QImage:
    reader = QImageReader(path)
    reader.setScaledSize(reader.size().scaled(side_px, side_px, Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()


async def _play(pane: PlayerPane, clip: str, film: Film, *, alone: bool) -> dict[str, object]:
    playback, view = stage(pane).playback, stage(pane).view
    shown: list[tuple[float, int]] = []

    def note(frame: int, _image: QImage) -> None:
        view.repaint()
        shown.append((time.perf_counter(), frame))

    playback.frame_shown.connect(note)
    await asyncio.sleep(_SETTLES_S)
    process = psutil.Process()
    idle_bytes = most_bytes = process.memory_info().rss
    last = film.table.count - 1
    began_s = time.process_time()
    if alone:
        pane.play(clip, "clip")
    else:
        playback.set_loops(False)
        pane.play_film(film, [str(number) for number in range(len(film.parts))])
    end_s = time.monotonic() + film.table.end_s + _SETTLES_S
    while time.monotonic() < end_s and not (not alone and shown and shown[-1][1] == last):
        await asyncio.sleep(_SAMPLE_S)
        most_bytes = max(most_bytes, process.memory_info().rss)
    used_s = time.process_time() - began_s
    count = film.tables[0].count
    rounds, numbers = 0, list[int]()
    for place, (_at, frame) in enumerate(shown):
        rounds += alone and place > 0 and frame < shown[place - 1][1]
        numbers.append(frame + rounds * count)
    return {
        "late": _lateness([at for at, _ in shown], numbers, film.rate_fps),
        "shown": len(set(numbers)),
        "whole": numbers[-1] - numbers[0] + 1,
        "frames": numbers,
        "seams": list(film.seams),
        "used_s": used_s,
        "idle_mb": idle_bytes / 1e6,
        "most_mb": most_bytes / 1e6,
    }


def _lateness(times_s: list[float], numbers: list[int], rate_fps: float) -> list[float]:
    """Return how many frames late each frame was, counted from the earliest one."""
    behind = [at * rate_fps - number for at, number in zip(times_s, numbers, strict=True)]
    return [round(one - min(behind), 3) for one in behind]


def main() -> None:
    clip, parts, alone = sys.argv[1], int(sys.argv[2]), "--alone" in sys.argv
    film = (film_of_stills if "--stand-ins" in sys.argv else film_with)(clip, parts)
    application = QApplication([])
    frames = AppFrameService(FrameFiles(), Path, TaskKeeper(), _small)
    pane = PlayerPane(Look(application), frames, muted=True)
    pane.resize(*_SIZE)
    pane.show()
    limit_arenas()  # as the window does before it opens a video
    with qasync.QEventLoop(application) as loop:
        loop.run_until_complete(frames.get_ready())
        said = loop.run_until_complete(_play(pane, clip, film, alone=alone))
        pane.show_empty()
        print(json.dumps(said), flush=True)


if __name__ == "__main__":
    main()
