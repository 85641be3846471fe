"""Sheets as batches in the window: 5,000 rows with their pictures checked, and 100,000 rows until they can be scrolled.

The floor is the part that can't be avoided, in one plain process: the standard library's CSV reader, and for the checked
sheet a look at the head of each picture.
"""

import csv
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from benchmarks.figures import Figure, share
from benchmarks.processes import lines_of
from fakes.pictures import make_picture

CHECKED_MOST_S, SCROLLS_MOST_S, STALL_MOST_MS, FRAME_MOST_MS = 3.0, 4.0, 50.0, 16.0
_FLOOR = """
import csv, sys, time
from PIL import Image
begun_s = time.perf_counter()
with open(sys.argv[1], newline="", encoding="utf-8") as file:
    rows = list(csv.DictReader(file))
read_s = time.perf_counter() - begun_s
for row in rows if sys.argv[2] == "heads" else ():
    with Image.open(row["picture"]) as image:
        image.size
print(read_s, time.perf_counter() - begun_s)
"""


def measure(*, quick: bool) -> list[Figure]:
    checked, many = (500, 10_000) if quick else (5_000, 100_000)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        small = picture_sheet(folder / "checked.csv", checked, checked)
        large = picture_sheet(folder / "many.csv", many, 100)
        floors = [_floor_s(small, "heads"), _floor_s(large, "rows")]
        env = {"QT_QPA_PLATFORM": "offscreen", "ZAI_API_KEY": "benchmark-key"}
        env["ZAI_BASE_URL"] = "http://127.0.0.1:9"
        arguments = [folder / "home", small, large]
        lines = list(lines_of("tests.benchmarks.sheets_process", arguments, env))
    return [
        _seconds(f"{checked:,} rows read, checked, shown", floors[0], lines[0], "shown_s", CHECKED_MOST_S),
        _stalls(f"{checked:,} rows", lines[0]),
        _seconds(f"{many:,} rows until they scroll", floors[1], lines[1], "rows_s", SCROLLS_MOST_S),
        _stalls(f"{many:,} rows", lines[1]),
        _frames(f"{many:,} rows", lines[1]),
    ]


def picture_sheet(path: Path, rows: int, pictures: int) -> Path:
    picture = Path(make_picture(path.parent / "picture.jpg", (640, 360))).read_bytes()
    folder = path.with_suffix("")
    folder.mkdir()
    for number in range(pictures):
        (folder / f"{number}.jpg").write_bytes(picture)
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["picture", "prompt", "sku", "remark"])
        for number in range(rows):
            place = folder / f"{number % pictures}.jpg"
            writer.writerow([place, f"a model turns slowly, {number}", f"SKU{number:05d}", "mine"])
    return path


def _floor_s(sheet: Path, what: str) -> float:
    begun_s = time.perf_counter()
    subprocess.run([sys.executable, "-c", _FLOOR, str(sheet), what], check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - begun_s


def _seconds(what: str, floor_s: float, line: dict[str, Any], of: str, most_s: float) -> Figure:
    note = f"of it {line['shown_own_s']:.2f} s of the interface's own time"
    if of == "rows_s":
        note = f"its price stood there after {line['shown_s']:.2f} s, {note}"
    return Figure(
        what=what,
        floor=f"{floor_s:.2f} s",
        measured=f"{line[of]:.2f} s",
        outcome=f"{line[of] / floor_s:.2f}x",
        reach=f"< {most_s:g} s",
        ok=line[of] < most_s,
        note=note,
    )


def _stalls(what: str, line: dict[str, Any]) -> Figure:
    late = line["late_ms"]
    return Figure(
        what=f"worst stall meanwhile, {what}",
        floor="-",
        measured=f"{max(late):.0f} ms",
        outcome=f"{sum(value > STALL_MOST_MS for value in late)} over {STALL_MOST_MS:g} ms",
        reach="none",
        ok=max(late) <= STALL_MOST_MS,
        note=f"of the interface's own time at most {max(line['busy_ms']):.0f} ms between two ticks",
    )


def _frames(what: str, line: dict[str, Any]) -> Figure:
    p99_ms, own_ms = share(line["frames_ms"], 0.99), share(line["frames_own_ms"], 0.99)
    return Figure(
        what=f"scrolling, p99 of a frame, {what}",
        floor=f"{share(line['frames_ms'], 0.5):.1f} ms",
        measured=f"{p99_ms:.1f} ms",
        outcome=f"{p99_ms / FRAME_MOST_MS:.2f}x",
        reach=f"< {FRAME_MOST_MS:g} ms",
        ok=p99_ms < FRAME_MOST_MS,
        note=f"the floor is the median of the same run; of the interface's own time {own_ms:.1f} ms",
    )
