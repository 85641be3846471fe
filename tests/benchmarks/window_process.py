"""The program's own window, offscreen, driven through what a person's clicks emit; prints JSON lines.

    python -m tests.benchmarks.window_process HOME ROUNDS IDLE_S [--paid PICTURE]... [--rehearsed PICTURE]

Each round is a phase of doing nothing and a phase in which every picture is ordered once and brought home.
A line tells a phase: its kind, its beginning and end (monotonic seconds), and how late each tick of a precise
16 ms timer on the interface's thread came, in milliseconds.
"""

import argparse
import asyncio
import json
import time
from pathlib import Path
from typing import Any

from benchmarks.driven_window import DrivenWindow, run_driven
from fakes.requests import a_request
from PySide6.QtCore import Qt, QTimer

from vidu_desktop.app.window import Window
from vidu_desktop.domain.clip import Clip
from vidu_desktop.domain.job import JobState
from vidu_desktop.domain.options import Movement
from vidu_desktop.domain.request import GenerationRequest
from vidu_desktop.engine.events import Event, JobAdded, JobChanged
from vidu_desktop.ui.protocols import Submission
from vidu_desktop.wiring.session import Session

TICK_MS = 16
_SETTLING_S = 2.0


class Watch:
    """How late the ticks of the interface's timer come: the time since the last one, less 16 ms."""

    def __init__(self) -> None:
        self._late_ms: list[float] = []
        self._last_s = time.perf_counter()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._timer.start(TICK_MS)

    def _tick(self) -> None:
        now_s = time.perf_counter()
        self._late_ms.append(max(0.0, (now_s - self._last_s) * 1000 - TICK_MS))
        self._last_s = now_s

    def taken(self) -> list[float]:
        """Give what has come since the last call."""
        taken, self._late_ms = self._late_ms, []
        return [round(value, 2) for value in taken]


class Orders:
    """Orders one video for each picture and knows when all of a round have come home, or have left."""

    def __init__(self, session: Session, window: Window, paid: list[str], rehearsed: list[str]) -> None:
        self._session = session
        self._window = window
        self._pictures = {False: paid, True: rehearsed}
        self._open: set[str] = set()
        self._unsent: set[str] = set()
        self.home = asyncio.Event()
        self.accepted = asyncio.Event()
        session.program.bus.subscribe(self._on_event)

    def place(self, turn: int) -> None:
        self.home.clear()
        self.accepted.clear()
        for rehearsal, paths in self._pictures.items():
            requests = tuple(_request(path, turn) for path in paths)
            if requests:
                self._window.compose.submit_requested.emit(Submission(requests=requests, rehearsal=rehearsal))

    def _on_event(self, event: Event) -> None:
        if not isinstance(event, JobAdded | JobChanged):
            return
        job = event.job
        if isinstance(event, JobAdded):
            self._open.add(job.job_id)
            self._unsent.add(job.job_id)
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
    said = {"kind": kind, "begun_s": begun_s, "ended_s": time.monotonic(), "late_ms": watch.taken()}
    print(json.dumps(said), flush=True)


async def _work(session: Session, window: Any, asked: argparse.Namespace) -> None:
    watch = Watch()
    orders = Orders(session, window, asked.paid, asked.rehearsed)
    await asyncio.sleep(_SETTLING_S)
    for turn in range(asked.rounds):
        watch.taken()
        begun_s = time.monotonic()
        await asyncio.sleep(asked.idle_s)
        _tell("idle", begun_s, watch)
        begun_s = time.monotonic()
        window.plays = asked.playing and turn % 3 == 2
        orders.place(turn)
        await orders.accepted.wait()
        if not asked.until_accepted:
            await orders.home.wait()
        _tell("playing" if window.plays else "busy", begun_s, watch)
        window.stage.show_empty()
        await asyncio.sleep(_SETTLING_S)
    window.main.close()


class _QuietWindow(DrivenWindow):
    plays = False

    def _play_new(self, clip: Clip) -> None:
        if self.plays:
            super()._play_new(clip)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("home", type=Path)
    parser.add_argument("rounds", type=int)
    parser.add_argument("idle_s", type=float)
    parser.add_argument("--paid", action="append", default=[])
    parser.add_argument("--rehearsed", action="append", default=[])
    parser.add_argument("--playing", action="store_true", help="every third round plays what has come home")
    parser.add_argument(
        "--until-accepted", action="store_true", help="a busy phase ends when its orders are taken"
    )
    asked = parser.parse_args()

    run_driven(asked.home, lambda session, window: _work(session, window, asked), _QuietWindow)


if __name__ == "__main__":
    main()
