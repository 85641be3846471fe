"""The program's own window, offscreen, on a home with many jobs; prints JSON lines.

    python -m tests.benchmarks.queue_process HOME LAUNCHED_S [--more COUNT --picture PICTURE]

LAUNCHED_S is the monotonic second of the launch. The first line tells when the queue was on show and when all of it was
read, by the clock and in the process's own processor time, and what the process holds then. With --more, phases of scrolling follow, without and with so many new orders, each with how late the ticks
of a 16 ms timer on the interface's thread came; then what a change of one row costs, drawing left out.
"""

import argparse
import asyncio
import json
import time
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import psutil
from benchmarks.driven_window import DrivenWindow, run_driven
from benchmarks.window_process import Watch, _request

from vidu_desktop.app.window import Window
from vidu_desktop.domain.job import Job, JobState
from vidu_desktop.engine.events import Event, JobsAdded
from vidu_desktop.ui.protocols import Submission
from vidu_desktop.wiring.session import Session

_SETTLING_S = 5.0
_SCREENFUL = 50
_IDLE_S = 5.0
_AFTER_S = 10.0


def running(window: Window) -> int:
    return window.queue.header._counts.running


def _tell(**said: object) -> None:
    print(json.dumps(said), flush=True)


async def _scroll(window: Window, done: asyncio.Event) -> None:
    """Scroll through the whole list as a wheel does."""
    bar = window.queue.view.verticalScrollBar()
    step = 1
    while not done.is_set():
        bar.setValue(bar.value() + step * 96)
        if bar.value() in (bar.minimum(), bar.maximum()):
            step = -step
        await asyncio.sleep(0.05)


async def _scrolled(window: Window, watch: Watch, kind: str, seconds: float) -> None:
    done = asyncio.Event()
    asyncio.get_running_loop().call_later(seconds, done.set)
    await _scroll(window, done)
    under_way = running(window)
    _tell(kind=kind, **watch.taken(), running=under_way)


class _NotingWindow(DrivenWindow):
    """Notes when its queue was first visible: more rows than fit on the screen, or all rows."""

    shown_at_s = 0.0
    shown_cpu_s = 0.0

    async def begin(self) -> None:
        self.queue.view.model().rowsInserted.connect(self._note_shown)
        await super().begin()
        self._note_shown(all_are_there=True)

    def _note_shown(self, *_: object, all_are_there: bool = False) -> None:
        if not self.shown_cpu_s and (all_are_there or self.queue.view.model().rowCount() >= _SCREENFUL):
            self.shown_at_s, self.shown_cpu_s = time.monotonic(), time.process_time()


async def _work(session: Session, window: _NotingWindow, asked: argparse.Namespace) -> None:
    _tell(
        kind="begun",
        shown_s=window.shown_at_s - asked.launched_s,
        shown_cpu_s=window.shown_cpu_s,
        begun_s=time.monotonic() - asked.launched_s,
        begun_cpu_s=time.process_time(),
        rss_mb=psutil.Process().memory_info().rss / 1e6,
    )
    if asked.more:
        watch = Watch()
        await asyncio.sleep(_SETTLING_S)
        watch.taken()
        await asyncio.sleep(_IDLE_S)
        _tell(kind="running", **watch.taken(), running=running(window))
        await _scrolled(window, watch, "scrolling", _IDLE_S)
        added = asyncio.Event()

        def on_event(event: Event) -> None:
            if isinstance(event, JobsAdded):
                added.set()

        session.program.bus.subscribe(on_event)
        requests = tuple(_request(asked.picture, turn) for turn in range(asked.more))
        await asyncio.sleep(0.1)  # a tick later: making the orders is the benchmark's own work
        watch.taken()
        window.compose.submit_requested.emit(Submission(requests=requests, rehearsal=False))
        await _scrolled(window, watch, "submitting", _AFTER_S)
        if not added.is_set():
            raise SystemExit("the orders weren't taken")
        _tell(kind="rows", **_row_changes(window))
    window.main.close()


def _row_changes(window: Window) -> dict[str, list[float]]:
    """Return this thread's processor time in milliseconds for changed rows, new rows, rows moved to the top, and rows that
    end.
    """
    view = window.queue.view
    model: Any = view.model()
    template: Job = model.jobs()[0]
    taken: dict[str, list[float]] = {"in_place": [], "new": [], "ended": [], "reordered": []}

    def timed(kind: str, job: Job) -> None:
        begun_s = time.thread_time()
        model.put([job])
        view.visualRect(model.index(model.rowCount() - 1, 0))
        taken[kind].append(round((time.thread_time() - begun_s) * 1000, 3))

    for number in range(50):
        job = replace(template, job_id=f"made-{number}", state=JobState.WAITING, position=100.0 * number)
        timed("new", job)
        timed("in_place", replace(job, state=JobState.READY_TO_FETCH))
        timed("reordered", replace(job, state=JobState.READY_TO_FETCH, position=-1.0 - number))  # to the top
        timed("ended", replace(job, state=JobState.STORED, stored_at=datetime.now(UTC)))
        model.remove([job.job_id])
    return taken


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("home", type=Path)
    parser.add_argument("launched_s", type=float)
    parser.add_argument("--more", type=int, default=0)
    parser.add_argument("--picture", default="")
    asked = parser.parse_args()

    run_driven(asked.home, lambda session, window: _work(session, window, asked), _NotingWindow)


if __name__ == "__main__":
    main()
