"""A chain board of 200 stills: how soon it is shown, how long it takes to find the gaps that are out of date, and dragging a
still.

Measured in processor time, which other programs on the machine don't disturb. The floor of the computation is the part that
can't be avoided: checking each still's file.
"""

import tempfile
import time
from pathlib import Path

from benchmarks.figures import Figure, median, share
from benchmarks.processes import lines_of

OPENS_MOST_MS, KNOWS_MOST_MS, FRAME_MOST_MS = 300.0, 20.0, 16.0
_STILLS, _ROUNDS = 200, 20


def measure(*, quick: bool) -> list[Figure]:
    stills, rounds = (40, 5) if quick else (_STILLS, _ROUNDS)
    env = {"QT_QPA_PLATFORM": "offscreen", "ZAI_API_KEY": "benchmark-key"}
    env["ZAI_BASE_URL"] = "http://127.0.0.1:9"
    with tempfile.TemporaryDirectory() as name:
        home = Path(name) / "home"
        (line,) = lines_of("tests.benchmarks.board_process", [home, stills, rounds], env)
        floor_ms = _stats_ms(list((home / "stills").iterdir()))
    what = f"board of {stills} stills"
    return [
        _figure(
            f"{what}, opened",
            "-",
            line["opened_cpu_ms"],
            OPENS_MOST_MS,
            f"{line['opened_ms']:.0f} ms by the clock",
        ),
        _figure(
            f"{what}, what is out of date",
            f"{floor_ms:.1f} ms",
            median(line["looks_ms"]),
            KNOWS_MOST_MS,
            f"{line['current']} gaps current; the slowest look {max(line['looks_ms']):.0f} ms",
        ),
        _figure(
            f"{what}, p99 of a frame of dragging",
            f"{median(line['drag_ms']):.1f} ms",
            share(line["drag_ms"], 0.99),
            FRAME_MOST_MS,
            "the floor is the median of the same run",
        ),
    ]


def _stats_ms(paths: list[Path]) -> float:
    begun_s = time.process_time()
    for path in paths:
        path.stat()
    return (time.process_time() - begun_s) * 1000


def _figure(what: str, floor: str, measured_ms: float, most_ms: float, note: str) -> Figure:
    return Figure(
        what=what,
        floor=floor,
        measured=f"{measured_ms:.1f} ms",
        outcome=f"{measured_ms / most_ms:.2f}x",
        reach=f"< {most_ms:g} ms",
        ok=measured_ms < most_ms,
        note=note,
    )
