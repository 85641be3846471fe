"""The program's own window, offscreen, driven through what a person's clicks emit; prints JSON lines.

    python -m tests.benchmarks.window_process HOME ROUNDS IDLE_S [--paid PICTURE]... [--rehearsed PICTURE]

Each round is a phase of doing nothing and a phase in which every picture is ordered once and brought home; with
`--playing` a third one, in which the paid ones are ordered while a video of the library plays in a loop, as chosen by hand.
A line tells a phase: its kind, its beginning and end (monotonic seconds), and how late each tick of a precise
16 ms timer on the interface's thread came, in milliseconds.
"""

import argparse
import asyncio
import json
import time
from collections.abc import Awaitable
from pathlib import Path
from typing import Any

from benchmarks.driven_window import run_driven
from fakes.requests import a_request
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from vidu_desktop.app.window import Window
from vidu_desktop.domain.job import Job, JobState
from vidu_desktop.domain.options import Movement
from vidu_desktop.domain.request import GenerationRequest
from vidu_desktop.engine.events import Event, JobAdded, JobChanged, JobsAdded
from vidu_desktop.ui.protocols import Submission
from vidu_desktop.wiring.session import Session

TICK_MS = 16
_SETTLING_S = 2.0


class Watch:
    """Measures how late the ticks of the interface's timer are: the time since the last tick, less 16 ms. It also measures
    what the interface's thread itself computed between two ticks, which other programs don't disturb.
    """

    def __init__(self) -> None:
        self._late_ms: list[float] = []
        self._busy_ms: list[float] = []
        self._last_s, self._last_cpu_s = time.perf_counter(), time.thread_time()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._timer.start(TICK_MS)

    def _tick(self) -> None:
        now_s, now_cpu_s = time.perf_counter(), time.thread_time()
        self._late_ms.append(round(max(0.0, (now_s - self._last_s) * 1000 - TICK_MS), 2))
        self._busy_ms.append(round((now_cpu_s - self._last_cpu_s) * 1000, 2))
        self._last_s, self._last_cpu_s = now_s, now_cpu_s

    def taken(self) -> dict[str, list[float]]:
        """Return the measurements since the last call."""
        taken = {"late_ms": self._late_ms, "busy_ms": self._busy_ms}
        self._late_ms, self._busy_ms = [], []
        return taken


class Orders:
    """Orders one video for each picture, and knows when all videos of a round have been stored, or all orders sent."""

    def __init__(self, session: Session, window: Window, paid: list[str], rehearsed: list[str]) -> None:
        self._session = session
        self._window = window
        self._pictures = {False: paid, True: rehearsed}
        self._open: set[str] = set()
        self._unsent: set[str] = set()
        self.home = asyncio.Event()
        self.accepted = asyncio.Event()
        session.program.bus.subscribe(self._on_event)

    def place(self, turn: int, *, rehearse: bool) -> None:
        self.home.clear()
        self.accepted.clear()
        for rehearsal, paths in self._pictures.items():
            if rehearsal and not rehearse:
                continue
            requests = tuple(_request(path, turn) for path in paths)
            if requests:
                self._window.compose.submit_requested.emit(Submission(requests=requests, rehearsal=rehearsal))

    def _on_event(self, event: Event) -> None:
        match event:
            case JobAdded(job):
                self._take_in(job)
            case JobsAdded(jobs):
                for job in jobs:
                    self._take_in(job)
            case JobChanged(job):
                self._follow(job)

    def _take_in(self, job: Job) -> None:
        self._open.add(job.job_id)
        self._unsent.add(job.job_id)

    def _follow(self, job: Job) -> None:
        if job.ended and job.state is not JobState.STORED:
            raise SystemExit(f"a job ended as {job.state}: {job.trouble}")
        if job.accepted_at:
            self._unsent.discard(job.job_id)
        if job.ended:
            self._open.discard(job.job_id)
        if not self._unsent:
            self.accepted.set()
        if not self._open:
            self.home.set()


def _request(path: str, turn: int) -> GenerationRequest:
    return a_request(
        f"clouds drift over the hills, turn {turn}", picture_paths=(path,), movement=Movement.MEDIUM
    )


def _tell(kind: str, begun_s: float, watch: Watch) -> None:
    said = {"kind": kind, "begun_s": begun_s, "ended_s": time.monotonic(), **watch.taken()}
    print(json.dumps(said), flush=True)


async def _work(session: Session, window: Any, asked: argparse.Namespace) -> None:
    watch = Watch()
    orders = Orders(session, window, asked.paid, asked.rehearsed)
    await asyncio.sleep(_SETTLING_S)
    window.stage.calm = True  # new videos don't play by themselves: only the third phase plays

    async def phase(kind: str, what: Awaitable[object]) -> None:
        watch.taken()
        begun_s = time.monotonic()
        await what
        _tell(kind, begun_s, watch)
        window.stage.show_empty()
        await asyncio.sleep(_SETTLING_S)

    async def ordered(turn: int, *, rehearse: bool) -> None:
        orders.place(turn, rehearse=rehearse)
        await (orders.accepted if asked.until_accepted else orders.home).wait()

    for turn in range(asked.rounds):
        await phase("idle", asyncio.sleep(asked.idle_s))
        await phase("busy", ordered(2 * turn, rehearse=True))
        if asked.playing:
            await _play_newest(window)
            await asyncio.sleep(_SETTLING_S)
            await phase("playing", ordered(2 * turn + 1, rehearse=False))
    window.main.close()


async def _play_newest(window: Window) -> None:
    """Play the library's first video with the Return key, and wait until it plays."""
    grid = window.library.grid
    grid.setCurrentIndex(grid.model().index(0, 0))
    key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(grid, key)
    while not window.stage.frame:
        await asyncio.sleep(0.05)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("home", type=Path)
    parser.add_argument("rounds", type=int)
    parser.add_argument("idle_s", type=float)
    parser.add_argument("--paid", action="append", default=[])
    parser.add_argument("--rehearsed", action="append", default=[])
    parser.add_argument(
        "--playing", action="store_true", help="a third phase in which a video plays meanwhile"
    )
    parser.add_argument(
        "--until-accepted", action="store_true", help="a busy phase ends when its orders are taken"
    )
    asked = parser.parse_args()

    run_driven(asked.home, lambda session, window: _work(session, window, asked))


if __name__ == "__main__":
    main()
