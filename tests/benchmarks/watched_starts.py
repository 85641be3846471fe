"""Starts of programs that are watched on a virtual screen, until the screen, or something else, says that a moment has come.

The system tells a process's computing time to the microsecond only when the process has ended. So each moment is measured in
a start of its own, which ends at that moment.
"""

import contextlib
import mmap
import os
import struct
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.figures import median
from benchmarks.processes import BARE_WINDOW, screen

Wait = Callable[[Callable[[], bool]], None]
"""Waits until a condition is true; raises RuntimeError when the process ends before, or after a minute."""

LINE_PX = (20, 617, 320, 662)
"""Left, top, right and bottom of the text above the buttons, in a window on a screen of 1280 x 800 without a window manager."""
_SHADES_OF_WORDS = 20
"""The soft edges of text have more shades than a bare window."""
_PATIENCE_S = 60.0
_LOOK_EVERY_S = 0.001
_ODD = 37


@dataclass(frozen=True, slots=True, kw_only=True)
class Spent:
    """The time since the launch, and the processor time of the process."""

    after_s: float
    cpu_s: float


def median_of(turns: Sequence[Spent]) -> Spent:
    """Return the median of both, without the first turn, which fills the caches."""
    counted = turns[1:]
    return Spent(
        after_s=median([one.after_s for one in counted]), cpu_s=median([one.cpu_s for one in counted])
    )


class WatchedStarts:
    """Starts programs one after the other. `env` is their environment."""

    def __init__(self, pixels: mmap.mmap, env: dict[str, str]) -> None:
        self.env = env
        self._pixels = pixels
        (self._begin,) = struct.unpack(">I", pixels[:4])
        self._begin += 12 * struct.unpack(">I", pixels[76:80])[0]
        (self._row,) = struct.unpack(">I", pixels[48:52])

    def has_words(self) -> bool:
        """Whether there is text above the buttons."""
        return len(set(self.line())) >= _SHADES_OF_WORDS

    def line(self) -> bytes:
        """Return the pixels of the text above the buttons."""
        left, top, right, bottom = LINE_PX
        rows = (self._begin + self._row * y for y in range(top, bottom))
        return b"".join(self._pixels[row + 4 * left : row + 4 * right] for row in rows)

    def until(self, words: Sequence[str], see: Callable[[Wait], None]) -> Spent:
        """Start a program, and end it when `see` returns."""
        self.settle()
        begun_s = time.monotonic()
        process = subprocess.Popen(words, env=self.env, stderr=subprocess.DEVNULL)

        def wait(true: Callable[[], bool]) -> None:
            while not true():
                if process.poll() is not None or time.monotonic() - begun_s > _PATIENCE_S:
                    raise RuntimeError(f"{words} showed nothing")
                time.sleep(_LOOK_EVERY_S)

        try:
            see(wait)
            after_s = time.monotonic() - begun_s
        finally:
            process.kill()
            _, status, used = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        return Spent(after_s=after_s, cpu_s=used.ru_utime + used.ru_stime)

    def until_painted(self, words: Sequence[str]) -> Spent:
        """Measure until the first pixel of the window."""
        before = self.settle()
        return self.until(words, lambda wait: wait(lambda: self._all() != before))

    def until_words(self, words: Sequence[str]) -> Spent:
        """Measure until there is text above the buttons."""
        return self.until(words, lambda wait: wait(self.has_words))

    def bare(self) -> Spent:
        """Measure the floor of every start: a bare PySide6 window."""
        return self.until_painted([sys.executable, "-c", BARE_WINDOW])

    def settle(self) -> bytes:
        """Wait until the last window has left the screen, and return what the screen shows then."""
        seen = self._all()
        while True:
            time.sleep(0.3)
            if self._all() == seen:
                return seen
            seen = self._all()

    def _all(self) -> bytes:
        return self._pixels[self._begin :: _ODD]


@contextlib.contextmanager
def watched_starts(folder: Path) -> Iterator[WatchedStarts]:
    """Run a virtual screen whose pixels are in `folder`; its name is in `env["DISPLAY"]`."""
    with screen(folder) as (display, framebuffer_path):
        env = {key: value for key, value in os.environ.items() if not key.startswith(("QT_", "WAYLAND"))}
        env |= {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "QT_XCB_GL_INTEGRATION": "none"}
        with (
            framebuffer_path.open("rb") as file,
            mmap.mmap(file.fileno(), 0, prot=mmap.PROT_READ) as pixels,
        ):
            yield WatchedStarts(pixels, env)
