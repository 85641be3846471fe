"""The program's own window, offscreen, which runs a sheet as a paid batch against a local service; prints one JSON line.

    python -m tests.benchmarks.batch_process HOME SHEET CLIPS

What the process holds at rest and once CLIPS videos are stored and shown, what lay on the disk before the first order left, and how
late the ticks of a 16 ms timer on the interface's thread came meanwhile; and the same lateness while the dialog is open again on
the running batch, and somebody scrolls, filters and edits.
"""

import argparse
import asyncio
import json
from pathlib import Path
from typing import Any

import psutil
from benchmarks.driven_window import run_driven
from benchmarks.window_process import Watch

from vidu_desktop.domain.job import JobState
from vidu_desktop.engine.events import Event, JobChanged
from vidu_desktop.ui.dialogs.batch_dialog import BatchDialog
from vidu_desktop.wiring.session import Session

_SETTLING_S = 5.0
_PATIENCE_S = 900.0
_SCROLLED, _EDITED = 150, 50


def _disk_bytes(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


async def _work(session: Session, window: Any, asked: argparse.Namespace) -> None:
    process, watch = psutil.Process(), Watch()
    await asyncio.sleep(_SETTLING_S)
    idle_bytes, idle_disk = process.memory_info().rss, _disk_bytes(asked.home)
    stored: set[str] = set()
    before_first: list[int] = []

    def on_event(event: Event) -> None:
        if isinstance(event, JobChanged):
            if event.job.state is JobState.SENDING and not before_first:
                before_first.append(_disk_bytes(asked.home) - idle_disk)
            if event.job.state is JobState.STORED:
                stored.add(event.job.job_id)

    session.program.bus.subscribe(on_event)
    dialog = window.many.batches.open(str(asked.sheet))
    while not dialog.run_all.isEnabled():
        await asyncio.sleep(0.05)
    dialog.run_all.click()
    del dialog  # it is closed, and its rows are gone with it
    await asyncio.sleep(_SETTLING_S)
    watch.taken()
    async with asyncio.timeout(_PATIENCE_S):
        while len(stored) < asked.clips:
            await asyncio.sleep(0.1)
    said = {
        "idle_mb": idle_bytes / 1e6,
        "running_mb": process.memory_info().rss / 1e6,
        "stored": len(stored),
        "disk_mb": (before_first[0] if before_first else 0) / 1e6,
        "jobs": len(session.program.engine.jobs()),
    }
    said |= watch.taken()
    await _at_work(window.many.batches.open(str(asked.sheet)))
    beside = watch.taken()
    said |= {"beside_late_ms": beside["late_ms"], "beside_busy_ms": beside["busy_ms"]}
    print(json.dumps(said), flush=True)
    window.main.close()


async def _at_work(dialog: BatchDialog) -> None:
    """Scroll, filter and edit in the dialog of the running batch, and wait until the edits are checked."""
    while not dialog.table.content.groups:
        await asyncio.sleep(0.05)
    bar = dialog.view.verticalScrollBar()
    for step in range(_SCROLLED):
        bar.setValue(bar.maximum() * (step * 37 % _SCROLLED) // _SCROLLED)
        await asyncio.sleep(0.03)
    for code in (*[group.code for group in dialog.table.content.groups], ""):
        dialog.groups.group_chosen.emit(code)
        await asyncio.sleep(0.5)
    last = dialog.table.rowCount() - 1
    for rows in ([last], range(last // 2, last // 2 + _EDITED)):
        dialog.table.edit([(row, 2, f"another prompt {row}") for row in rows])
        while not dialog.run_all.isEnabled():
            await asyncio.sleep(0.1)
    dialog.reject()
    await asyncio.sleep(1)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("home", type=Path)
    parser.add_argument("sheet", type=Path)
    parser.add_argument("clips", type=int)
    asked = parser.parse_args()

    run_driven(asked.home, lambda session, window: _work(session, window, asked))


if __name__ == "__main__":
    main()
