"""From the start to the first window, and to the painted panes, on an empty library, against a bare PySide6 window. Real
processes under Xvfb.

The first paint is seen from outside, when a pixel of the screen changes. The panes are there when there is text; everything
is connected when a second start would find the window. The two programs take turns.
"""

import mmap
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import psutil
from benchmarks.figures import Figure, median, not_measured, ratio_figure
from benchmarks.processes import BARE_WINDOW, screen
from fakes.checkout import CHECKOUT_DIR

from vidu_desktop.adapters.desktop.paths import resolve_paths
from vidu_desktop.adapters.desktop.window_line import hand_files_over

WHAT = "start to first window"
WHAT_FILLED = "launch to painted panes"
WHAT_ANSWERS = "launch to the whole program connected"
WHAT_BUNDLE = "first paint of the bundle, against the checkout's"
MOST = 1.6
MOST_FILLED = 2.5
MOST_BUNDLE = 1.2
BUNDLE_PATH = CHECKOUT_DIR / "dist" / "vidu-desktop" / "vidu-desktop"
_PATIENCE_S = 60.0
_LOOK_EVERY_S = 0.002
_SAMPLES = 400
_ODD = 37
"""Text is looked for in every 37th byte: its soft edges have shades that a bare window doesn't have."""
_SHADES_OF_WORDS = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """How long after its start a process reached a point, and how much processor time it had used by then."""

    after_s: float
    cpu_s: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Started:
    """`painted` is the first pixel, `filled` the first text in the window, `answers` the loop that acts on presses."""

    painted: Moment
    filled: Moment
    answers: Moment


def measure(*, quick: bool) -> list[Figure]:
    if shutil.which("Xvfb") is None:
        return [
            not_measured(what, "needs Xvfb, a virtual screen")
            for what in (WHAT, WHAT_FILLED, WHAT_ANSWERS, WHAT_BUNDLE)
        ]
    rounds = 3 if quick else 9
    with tempfile.TemporaryDirectory() as name, screen(Path(name)) as (display, framebuffer_path):
        env = {key: value for key, value in os.environ.items() if not key.startswith(("QT_", "WAYLAND"))}
        env |= {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "QT_XCB_GL_INTEGRATION": "none"}
        bare: list[Started] = []
        ours: list[Started] = []
        bundled: list[Started] = []
        for index in range(rounds + 1):
            home = Path(name) / f"home-{index}"
            bare.append(_start([sys.executable, "-c", BARE_WINDOW], env, framebuffer_path))
            program = [sys.executable, "-m", "vidu_desktop", "--home", str(home)]
            ours.append(_start(program, env, framebuffer_path, home=home))
            if BUNDLE_PATH.exists():
                program = [str(BUNDLE_PATH), "--home", str(Path(name) / f"bundle-{index}")]
                bundled.append(_start(program, env, framebuffer_path))
    floor = _median([turn.painted for turn in bare[1:]])  # the first round of each fills the caches
    found = []
    for what, most, moments, words in (
        (WHAT, MOST, [turn.painted for turn in ours], "the frame in its place and colour"),
        (WHAT_FILLED, MOST_FILLED, [turn.filled for turn in ours], "words are in the window"),
        (
            WHAT_ANSWERS,
            MOST_FILLED,
            [turn.answers for turn in ours],
            "engine and library are connected; what was asked for since the panes were painted is done now",
        ),
    ):
        ours_then = _median(moments[1:])
        note = (
            f"medians of {rounds} turns; CPU until then {floor.cpu_s:.2f} s and {ours_then.cpu_s:.2f} s, "
            f"{ours_then.cpu_s / floor.cpu_s:.2f}x; {words}"
        )
        found.append(ratio_figure(what, floor.after_s, ours_then.after_s, most, note))
    found.append(_of_the_bundle(ours[1:], bundled[1:]))
    return found


def _of_the_bundle(ours: list[Started], bundled: list[Started]) -> Figure:
    if not bundled:
        return not_measured(WHAT_BUNDLE, "needs what packaging/bundle/build makes")
    checkout_s, bundle_s = (_median([turn.painted for turn in turns]).after_s for turns in (ours, bundled))
    return ratio_figure(WHAT_BUNDLE, checkout_s, bundle_s, MOST_BUNDLE, f"medians of {len(bundled)} turns")


def _median(moments: Sequence[Moment]) -> Moment:
    return Moment(
        after_s=median([one.after_s for one in moments]), cpu_s=median([one.cpu_s for one in moments])
    )


def _start(
    command: list[str], env: dict[str, str], framebuffer_path: Path, *, home: Path | None = None
) -> Started:
    """Start a process and watch its window; with a `home`, until it answers."""
    with framebuffer_path.open("rb") as file, mmap.mmap(file.fileno(), 0, prot=mmap.PROT_READ) as pixels:
        step = len(pixels) // _SAMPLES + 1
        before = _settled(pixels, step)
        begun_s = time.monotonic()
        process = subprocess.Popen(command, env=env, stderr=subprocess.DEVNULL)
        try:

            def wait_while(true: Callable[[], bool], look_every_s: float) -> Moment:
                while true():
                    if process.poll() is not None or time.monotonic() - begun_s > _PATIENCE_S:
                        raise RuntimeError(f"{command[1:3]} showed no window")
                    time.sleep(look_every_s)
                after_s = time.monotonic() - begun_s
                used = psutil.Process(process.pid).cpu_times()
                return Moment(after_s=after_s, cpu_s=used.user + used.system)

            painted = filled = answers = wait_while(lambda: pixels[::step] == before, _LOOK_EVERY_S)
            if home is not None:
                data_dir = resolve_paths(str(home)).data_dir
                filled = wait_while(lambda: len(set(pixels[::_ODD])) < _SHADES_OF_WORDS, 0.02)
                answers = wait_while(lambda: not hand_files_over(data_dir, []), 0.02)
        finally:
            process.kill()
            process.wait()
        return Started(painted=painted, filled=filled, answers=answers)


def _settled(pixels: mmap.mmap, step: int) -> bytes:
    """Wait until the last window has left the screen."""
    seen = pixels[::step]
    while True:
        time.sleep(0.3)
        if pixels[::step] == seen:
            return seen
        seen = pixels[::step]
