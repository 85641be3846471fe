"""A press right after the first paint, on a home with a draft and one picture: until the screen says that the press was
taken, and until the order is in the journal. The floor is a bare PySide6 window. Real processes under Xvfb, pressed through
the X server's test extension.

Each of the two moments is measured in separate starts, which end at that moment, because the system tells a process's
computing time to the microsecond only when the process has ended. What the line above the buttons shows without a press is
known from other starts, and doesn't count as an answer.
"""

import json
import mmap
import os
import shutil
import sqlite3
import struct
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks.figures import Figure, median, not_measured, ratio_figure
from benchmarks.processes import BARE_WINDOW, screen
from fakes.pictures import make_picture
from fakes.pointer import Pointer
from fakes.requests import a_request

from vidu_desktop.adapters.desktop.paths import resolve_paths
from vidu_desktop.domain.drafts import Drafts, drafts_to_document

WHAT_TAKEN = "launch to a press that is taken"
WHAT_STORED = "the same, until it is in the journal"
MOST = 2.5
_REHEARSE_AT_PX = (270, 620)
_LINE_PX = (20, 555, 320, 600)
"""Left, top, right and bottom of the text above the buttons, in a window on a screen of 1280 x 800 without a window manager."""
_PATIENCE_S = 60.0
_SHADES_OF_WORDS = 20
_LOOK_EVERY_S = 0.001
_ODD = 37


@dataclass(frozen=True, slots=True, kw_only=True)
class Spent:
    """The time since the launch, and the processor time of the process."""

    after_s: float
    cpu_s: float


class Watched:
    """The pixels of the screen."""

    def __init__(self, pixels: mmap.mmap) -> None:
        self._pixels = pixels
        (self._begin,) = struct.unpack(">I", pixels[:4])
        self._begin += 12 * struct.unpack(">I", pixels[76:80])[0]
        (self._row,) = struct.unpack(">I", pixels[48:52])

    def all(self) -> bytes:
        return self._pixels[self._begin :: _ODD]

    def has_words(self) -> bool:
        """Whether there is text above the buttons: its soft edges have more shades than a bare window."""
        return len(set(self.line())) >= _SHADES_OF_WORDS

    def line(self) -> bytes:
        left, top, right, bottom = _LINE_PX
        rows = (self._begin + self._row * y for y in range(top, bottom))
        return b"".join(self._pixels[row + 4 * left : row + 4 * right] for row in rows)


def measure(*, quick: bool) -> list[Figure]:
    if shutil.which("Xvfb") is None:
        return [not_measured(what, "needs Xvfb, a virtual screen") for what in (WHAT_TAKEN, WHAT_STORED)]
    rounds = 3 if quick else 9
    with tempfile.TemporaryDirectory() as name, screen(Path(name)) as (display, framebuffer_path):
        try:
            pointer = Pointer(display)
        except OSError as error:
            return [not_measured(what, str(error)) for what in (WHAT_TAKEN, WHAT_STORED)]
        with (
            closing(pointer),
            framebuffer_path.open("rb") as file,
            mmap.mmap(file.fileno(), 0, prot=mmap.PROT_READ) as pixels,
        ):
            bench = _Bench(Path(name), display, pointer, Watched(pixels))
            unpressed = bench.unpressed() | bench.unpressed()
            bare, taken, stored = [], [], []
            for _ in range(rounds + 1):
                bare.append(bench.bare())
                taken.append(bench.taken(unpressed))
                stored.append(bench.stored())
    floor_s = median([one.cpu_s for one in bare[1:]])  # the first round of each fills the caches
    found = []
    for what, moments in ((WHAT_TAKEN, taken[1:]), (WHAT_STORED, stored[1:])):
        after_s = median([one.after_s for one in moments])
        note = f"the processor's time, medians of {rounds} turns; by the clock {after_s:.2f} s"
        found.append(ratio_figure(what, floor_s, median([one.cpu_s for one in moments]), MOST, note))
    found[1] = replace(found[1], reach="-", ok=None)
    return found


class _Bench:
    """Starts programs one after the other, each on its own home."""

    def __init__(self, folder: Path, display: str, pointer: Pointer, watched: Watched) -> None:
        self._folder, self._pointer, self._watched = folder, pointer, watched
        self._env = {
            key: value for key, value in os.environ.items() if not key.startswith(("QT_", "WAYLAND"))
        }
        self._env |= {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "QT_XCB_GL_INTEGRATION": "none"}
        self._picture = str(make_picture(folder / "boat.png", size=(1280, 720)))
        self._homes = 0

    def _home(self) -> Path:
        self._homes += 1
        home = self._folder / f"home-{self._homes}"
        request = a_request("A boat", picture_paths=(self._picture,))
        path = resolve_paths(str(home)).drafts_path
        path.parent.mkdir(parents=True)
        drafts = Drafts(shown_mode=request.mode, requests={request.mode: request})
        path.write_text(json.dumps(drafts_to_document(drafts)))
        return home

    def bare(self) -> Spent:
        before = self._settled()
        return self._run(["-c", BARE_WINDOW], lambda wait: wait(lambda: self._watched.all() != before))

    def unpressed(self) -> set[bytes]:
        """Return what the line shows in a start without a press, from the first paint until well after the start has ended."""
        self._settled()
        seen: set[bytes] = set()

        def look(wait: "_Wait") -> None:
            wait(self._watched.has_words)
            until_s = time.monotonic() + 6.0
            wait(lambda: seen.add(self._watched.line()) or time.monotonic() > until_s)

        self._run(["-m", "vidu_desktop", "--home", str(self._home())], look)
        return seen

    def taken(self, unpressed: set[bytes]) -> Spent:
        self._settled()
        last = b""

        def is_answer() -> bool:
            nonlocal last
            before, last = last, self._watched.line()
            return last == before and last not in unpressed  # read twice, because the server may be painting

        def press(wait: "_Wait") -> None:
            wait(self._watched.has_words)
            self._pointer.press()
            wait(is_answer)

        return self._run(["-m", "vidu_desktop", "--home", str(self._home())], press)

    def stored(self) -> Spent:
        self._settled()
        home = self._home()
        journal_path = resolve_paths(str(home)).journal_path

        def is_stored() -> bool:
            if journal_path.exists():
                with (
                    suppress(sqlite3.Error),
                    closing(sqlite3.connect(f"file:{journal_path}?mode=ro", uri=True)) as journal,
                ):
                    return bool(journal.execute("SELECT count(*) FROM jobs").fetchone()[0])
            return False

        def press(wait: "_Wait") -> None:
            wait(self._watched.has_words)
            self._pointer.press()
            wait(is_stored)

        return self._run(["-m", "vidu_desktop", "--home", str(home)], press)

    def _run(self, words: list[str], see: "Callable[[_Wait], None]") -> Spent:
        self._pointer.move(*_REHEARSE_AT_PX)
        begun_s = time.monotonic()
        process = subprocess.Popen([sys.executable, *words], env=self._env, stderr=subprocess.DEVNULL)

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

    def _settled(self) -> bytes:
        """Wait until the last window has left the screen, and return what the screen shows then."""
        seen = self._watched.all()
        while True:
            time.sleep(0.3)
            if self._watched.all() == seen:
                return seen
            seen = self._watched.all()


_Wait = Callable[[Callable[[], bool]], None]
