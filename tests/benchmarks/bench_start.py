"""Start to first window, and to painted panes, on an empty library, against a bare PySide6 window: real processes under
Xvfb.

The first paint is seen from outside: a pixel of the screen changes; the panes are there when there are words. The two
take turns.
"""

import mmap
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import psutil
from benchmarks.figures import Figure, median, not_measured, ratio_figure
from benchmarks.processes import screen

WHAT = "start to first window"
WHAT_FILLED = "launch to painted panes"
MOST = 1.6
MOST_FILLED = 2.5
_PATIENCE_S = 60.0
_LOOK_EVERY_S = 0.002
_SAMPLES = 400
_ODD = 37
"""Every so manieth byte is looked at for words: their soft edges have shades that a bare frame hasn't."""
_SHADES_OF_WORDS = 60
_BARE = """
import sys
from PySide6.QtWidgets import QApplication, QWidget
application = QApplication(sys.argv[:1])
window = QWidget()
window.resize(1200, 760)
window.show()
application.exec()
"""


def measure(*, quick: bool) -> list[Figure]:
    if shutil.which("Xvfb") is None:
        return [not_measured(what, "needs Xvfb, a virtual screen") for what in (WHAT, WHAT_FILLED)]
    rounds = 3 if quick else 9
    with tempfile.TemporaryDirectory() as name, screen(Path(name)) as (display, framebuffer_path):
        env = {key: value for key, value in os.environ.items() if not key.startswith(("QT_", "WAYLAND"))}
        env |= {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "QT_XCB_GL_INTEGRATION": "none"}
        bare: list[tuple[float, ...]] = []
        ours: list[tuple[float, ...]] = []
        for index in range(rounds + 1):
            home = Path(name) / f"home-{index}"
            bare.append(_start([sys.executable, "-c", _BARE], env, framebuffer_path))
            program = [sys.executable, "-m", "vidu_desktop", "--home", str(home)]
            ours.append(_start(program, env, framebuffer_path, until_filled=True))
    # The first turn of each fills the caches.
    (bare_s, bare_cpu_s, *_), (ours_s, ours_cpu_s, filled_s, filled_cpu_s) = (
        tuple(median(column) for column in zip(*turns[1:], strict=True)) for turns in (bare, ours)
    )
    note = (
        f"medians of {rounds} turns; CPU until the paint {bare_cpu_s:.2f} s and {ours_cpu_s:.2f} s, "
        f"{ours_cpu_s / bare_cpu_s:.2f}x. The first paint is the frame in its place and colour"
    )
    filled_note = (
        f"medians of the same {rounds} turns; CPU until then {filled_cpu_s:.2f} s, {filled_cpu_s / bare_cpu_s:.2f}x. "
        "Words are in the window, and the buttons can be pressed"
    )
    return [
        ratio_figure(WHAT, bare_s, ours_s, MOST, note),
        ratio_figure(WHAT_FILLED, bare_s, filled_s, MOST_FILLED, filled_note),
    ]


def _start(
    command: list[str], env: dict[str, str], framebuffer_path: Path, *, until_filled: bool = False
) -> tuple[float, float, float, float]:
    """Give the seconds and the CPU seconds from the start of the process until a pixel changes, and both until there
    are words in the window.
    """
    with framebuffer_path.open("rb") as file, mmap.mmap(file.fileno(), 0, prot=mmap.PROT_READ) as pixels:
        step = len(pixels) // _SAMPLES + 1
        before = _settled(pixels, step)
        begun_s = time.monotonic()
        process = subprocess.Popen(command, env=env, stderr=subprocess.DEVNULL)
        try:

            def wait_while(true: Callable[[], bool], look_every_s: float) -> float:
                while true():
                    if process.poll() is not None or time.monotonic() - begun_s > _PATIENCE_S:
                        raise RuntimeError(f"{command[1:3]} showed no window")
                    time.sleep(look_every_s)
                return time.monotonic() - begun_s

            took_s = wait_while(lambda: pixels[::step] == before, _LOOK_EVERY_S)
            took_cpu_s = _cpu_s(process)
            filled_s = took_s
            if until_filled:
                filled_s = wait_while(lambda: len(set(pixels[::_ODD])) < _SHADES_OF_WORDS, 0.02)
            filled_cpu_s = _cpu_s(process)
        finally:
            process.kill()
            process.wait()
        return took_s, took_cpu_s, filled_s, filled_cpu_s


def _cpu_s(process: subprocess.Popen[bytes]) -> float:
    used = psutil.Process(process.pid).cpu_times()
    return used.user + used.system


def _settled(pixels: mmap.mmap, step: int) -> bytes:
    """Wait until the last window has left the screen."""
    seen = pixels[::step]
    while True:
        time.sleep(0.3)
        if pixels[::step] == seen:
            return seen
        seen = pixels[::step]
