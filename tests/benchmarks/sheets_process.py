"""The program's own window, offscreen, which opens sheets as batches; prints JSON lines.

    python -m tests.benchmarks.sheets_process HOME SHEET...

A line for each sheet: the seconds from its opening until its rows are shown, and until what they cost is; how late the ticks of a
16 ms timer on the interface's thread came meanwhile and what that thread computed between two of them, and then how
long each frame took while the table was scrolled.
"""

import argparse
import asyncio
import json
import time
from pathlib import Path
from typing import Any

from benchmarks.driven_window import run_driven
from benchmarks.window_process import Watch

from vidu_desktop.ui.dialogs.batch_dialog import BatchDialog

_SETTLING_S = 3.0
_FRAMES = 200


def _frames(dialog: BatchDialog) -> dict[str, list[float]]:
    """Scroll through the whole table, a page and a bit at a time; return how long each frame took, and this thread's own
    share.
    """
    view, taken, own = dialog.view, [], []
    bar = view.verticalScrollBar()
    for number in range(_FRAMES):
        begun_s, own_s = time.perf_counter(), time.thread_time()
        bar.setValue(bar.maximum() * number // _FRAMES)
        view.viewport().repaint()
        taken.append(round((time.perf_counter() - begun_s) * 1000, 2))
        own.append(round((time.thread_time() - own_s) * 1000, 2))
    return {"frames_ms": taken, "frames_own_ms": own}


async def _work(window: Any, asked: argparse.Namespace) -> None:
    watch = Watch()
    for sheet in asked.sheets:
        await asyncio.sleep(_SETTLING_S)
        watch.taken()
        begun_s, own_s = time.perf_counter(), time.thread_time()
        dialog = window.many.batches.open(str(sheet))
        while not dialog.table.rowCount():
            await asyncio.sleep(0.005)
        rows_s = time.perf_counter() - begun_s
        while not (dialog.table.rowCount() and (dialog.run_all.isEnabled() or dialog.table.wrong_lines)):
            await asyncio.sleep(0.005)
        shown_s, shown_own_s = time.perf_counter() - begun_s, time.thread_time() - own_s
        await asyncio.sleep(0.1)
        said = {
            "rows": dialog.table.rowCount(),
            "rows_s": rows_s,
            "shown_s": shown_s,
            "shown_own_s": shown_own_s,
            "wrong": len(dialog.table.wrong_lines),
        }
        print(json.dumps(said | watch.taken() | _frames(dialog)), flush=True)
        dialog.reject()
    window.main.close()


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("home", type=Path)
    parser.add_argument("sheets", type=Path, nargs="+")
    asked = parser.parse_args()

    run_driven(asked.home, lambda _session, window: _work(window, asked))


if __name__ == "__main__":
    main()
