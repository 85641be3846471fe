"""A library of 100,000 clips: start, search, scrolling, memory, and rebuilding its index.

`big_library` makes the library at the first run and keeps it in the temporary folder. Start and memory are compared with an
empty library, scrolling with a grid of plain rectangles, the rebuild with only reading the records.
"""

import asyncio
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from benchmarks import big_library
from benchmarks.figures import Figure, median, ratio_figure, share

from vidu_desktop.adapters.desktop.paths import resolve_paths
from vidu_desktop.domain.settings import Settings
from vidu_desktop.wiring.storage import open_storage

CLIPS, QUICK_CLIPS = 100_000, 3_000
_FRAMES, _QUICK_FRAMES = 1_000, 200
_MARKS, _UNDO_MOST_MS = 1_000, 200
_PATIENCE_S = 900


def measure(*, quick: bool) -> list[Figure]:
    home = _library(QUICK_CLIPS if quick else CLIPS)
    clips = f"{QUICK_CLIPS if quick else CLIPS:,}"
    with tempfile.TemporaryDirectory() as name:
        empty = Path(name) / "home"
        found = [_start(empty, home, clips, rounds=2 if quick else 5)]
        frames = str(_QUICK_FRAMES if quick else _FRAMES)
        ours = _run(home, "--search", "--scroll", frames, "--marks", str(_MARKS))
        nothing = _run(empty)
    found += [_search(ours, clips), _scroll(ours, clips), _memory(ours, nothing, clips), _undo(ours)]
    found += _rebuild(home, clips)
    return found


def _library(clips: int) -> Path:
    home = Path(tempfile.gettempdir()) / f"vidu-desktop-benchmark-{clips}"
    whole = home / "whole"
    if not whole.exists():
        shutil.rmtree(home, ignore_errors=True)
        assert big_library.make(home, clips) == clips
        whole.touch()
    return home


def _run(home: Path, *arguments: str) -> dict[str, Any]:
    env = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.library_process", str(home), *arguments],
        env=env,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        timeout=_PATIENCE_S,
        check=True,
    )
    said: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return said


def _start(empty: Path, home: Path, clips: str, *, rounds: int) -> Figure:
    """Return the time from the start of the process until the library's first answer is in its list."""
    turns = [(_run(empty)["listed_s"], _run(home)["listed_s"]) for _ in range(rounds + 1)]
    floor_s, ours_s = (median(column) for column in zip(*turns[1:], strict=True))
    note = f"medians of {rounds} turns, offscreen, until the library is listed"
    return ratio_figure(f"start with {clips} clips", floor_s, ours_s, 1.2, note)


def _search(said: dict[str, Any], clips: str) -> Figure:
    took = said["search_ms"]
    p95, worst = share(took, 0.95), max(took)
    return Figure(
        what=f"key press to shown result, {clips} clips",
        floor="-",
        measured=f"p95 {p95:.0f} ms",
        outcome=f"worst {worst:.0f} ms",
        reach="p95 < 30 ms, none > 60 ms",
        ok=p95 < 30 and worst <= 60,
        note=f"{len(took)} key presses of words in three languages, median {median(took):.0f} ms",
    )


def _scroll(said: dict[str, Any], clips: str) -> Figure:
    ours, floor = said["scroll_ms"], said["floor_ms"]
    p99 = share(ours, 0.99)
    return Figure(
        what=f"a frame of scrolling through {clips} clips, p99",
        floor=f"{share(floor, 0.99):.1f} ms",
        measured=f"{p99:.1f} ms",
        outcome=f"{share(ours, 0.5):.1f} ms median",
        reach="99 % under 16 ms",
        ok=p99 < 16,
        note=f"{len(ours)} frames from top to bottom, each {'another screen' if len(ours) < 5000 else 'a step'}",
    )


def _memory(said: dict[str, Any], nothing: dict[str, Any], clips: str) -> Figure:
    more_mb = said["after_mb"] - nothing["before_mb"]
    return Figure(
        what=f"memory with {clips} clips, scrolled through once",
        floor=f"{nothing['before_mb']:.0f} MB",
        measured=f"{said['after_mb']:.0f} MB",
        outcome=f"+{more_mb:.0f} MB",
        reach="under +200 MB",
        ok=more_mb < 200,
    )


def _undo(said: dict[str, Any]) -> Figure:
    return Figure(
        what=f"undo of {_MARKS:,} marks, until shown",
        floor=f"{said['undo_one_ms']:.0f} ms",
        measured=f"{said['undo_ms']:.0f} ms",
        outcome=f"{said['undo_ms'] / _MARKS:.2f} ms a record",
        reach=f"under {_UNDO_MOST_MS} ms",
        ok=said["undo_ms"] < _UNDO_MOST_MS,
        note="the floor is one mark; what is shown is written meanwhile",
    )


def _rebuild(home: Path, clips: str) -> list[Figure]:
    """Rebuild twice: with every file in the system's cache, and without any, if the caches may be emptied."""
    paths = resolve_paths(str(home))

    def read_all() -> float:
        begun_s = time.perf_counter()
        for folder, _names, files in os.walk(paths.library_dir):
            for name in files:
                if name.endswith(".json"):
                    with open(f"{folder}/{name}", "rb") as file:  # noqa: PTH123 - the bare floor
                        file.read()
        return time.perf_counter() - begun_s

    def rebuild() -> float:
        storage = open_storage(paths, Settings(), _Nobody(), _Clock())  # type: ignore[arg-type]
        try:
            asyncio.run(storage.library.count())  # the library has been opened
            begun_s = time.perf_counter()
            asyncio.run(storage.library.rebuild())
            return time.perf_counter() - begun_s
        finally:
            storage.close()

    def figure(how: str, turns: list[tuple[float, float]]) -> Figure:
        floor_s, ours_s = (min(column) for column in zip(*turns, strict=True))
        return ratio_figure(f"library rebuild, {clips} records, {how}", floor_s, ours_s, 4.0, "best of 2")

    figures = []
    if _empty_caches():
        cold = []
        for _ in range(2):
            floor_s = read_all()
            _empty_caches()
            cold.append((floor_s, rebuild()))
            _empty_caches()
        figures.append(figure("from the disk", cold))
    read_all()
    figures.append(figure("files cached", [(read_all(), rebuild()) for _ in range(2)]))
    return figures


def _empty_caches() -> bool:
    """Make the system forget what it has read, if we may. Only then does reading take as long as for a person."""
    os.sync()
    try:
        Path("/proc/sys/vm/drop_caches").write_text("3", "ascii")
    except OSError:
        return False
    return True


class _Nobody:
    """Never looks into a file."""


class _Clock:
    @staticmethod
    def now() -> datetime:
        return datetime.now(UTC)
