"""A press right after the first paint, on a home with a draft and one picture: until the screen says that the press was
taken, and until the order is in the journal. The floor is a bare PySide6 window. Real processes under Xvfb, pressed through
the X server's test extension.

What the line above the buttons shows without a press is known from other starts, and doesn't count as an answer.
"""

import json
import shutil
import sqlite3
import sys
import tempfile
import time
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path

from benchmarks.figures import Figure, not_measured, ratio_figure
from benchmarks.watched_starts import Spent, Wait, WatchedStarts, median_of, watched_starts
from fakes.pictures import make_picture
from fakes.pointer import Pointer
from fakes.requests import a_request

from vidu_desktop.adapters.desktop.paths import resolve_paths
from vidu_desktop.domain.drafts import Drafts, drafts_to_document

WHAT_TAKEN = "launch to a press that is taken"
WHAT_STORED = "the same, until it is in the journal"
MOST = 2.5
_REHEARSE_AT_PX = (270, 682)


def measure(*, quick: bool) -> list[Figure]:
    if shutil.which("Xvfb") is None:
        return [not_measured(what, "needs Xvfb, a virtual screen") for what in (WHAT_TAKEN, WHAT_STORED)]
    rounds = 3 if quick else 9
    with tempfile.TemporaryDirectory() as name, watched_starts(Path(name)) as starts:
        try:
            pointer = Pointer(starts.env["DISPLAY"])
        except OSError as error:
            return [not_measured(what, str(error)) for what in (WHAT_TAKEN, WHAT_STORED)]
        with closing(pointer):
            pointer.move(*_REHEARSE_AT_PX)
            bench = _Bench(Path(name), pointer, starts)
            unpressed = bench.unpressed() | bench.unpressed()
            bare, taken, stored = [], [], []
            for _ in range(rounds + 1):
                bare.append(starts.bare())
                taken.append(bench.taken(unpressed))
                stored.append(bench.stored())
    floor_s = median_of(bare).cpu_s
    found = []
    for what, turns in ((WHAT_TAKEN, taken), (WHAT_STORED, stored)):
        then = median_of(turns)
        note = f"the processor's time, medians of {rounds} turns; by the clock {then.after_s:.2f} s"
        found.append(ratio_figure(what, floor_s, then.cpu_s, MOST, note))
    found[1] = replace(found[1], reach="-", ok=None)
    return found


class _Bench:
    """Starts programs one after the other, each on its own home."""

    def __init__(self, folder: Path, pointer: Pointer, starts: WatchedStarts) -> None:
        self._folder, self._pointer, self._starts = folder, pointer, starts
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

    def unpressed(self) -> set[bytes]:
        """Return what the line shows in a start without a press, from the first paint until well after the start has ended."""
        seen: set[bytes] = set()

        def look(wait: Wait) -> None:
            wait(self._starts.has_words)
            until_s = time.monotonic() + 6.0
            wait(lambda: seen.add(self._starts.line()) or time.monotonic() > until_s)

        self._starts.until(_program(self._home()), look)
        return seen

    def taken(self, unpressed: set[bytes]) -> Spent:
        last = b""

        def is_answer() -> bool:
            nonlocal last
            before, last = last, self._starts.line()
            return last == before and last not in unpressed  # read twice, because the server may be painting

        def press(wait: Wait) -> None:
            wait(self._starts.has_words)
            self._pointer.press()
            wait(is_answer)

        return self._starts.until(_program(self._home()), press)

    def stored(self) -> Spent:
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

        def press(wait: Wait) -> None:
            wait(self._starts.has_words)
            self._pointer.press()
            wait(is_stored)

        return self._starts.until(_program(home), press)


def _program(home: Path) -> list[str]:
    return [sys.executable, "-m", "vidu_desktop", "--home", str(home)]
