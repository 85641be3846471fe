"""From the start to the first window, to the painted panes, and to the whole program, on an empty library, against a bare
PySide6 window. Real processes under Xvfb, which take turns.

The panes are there when there is text; everything is connected when a second start would find the window.
"""

import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.figures import Figure, not_measured, ratio_figure
from benchmarks.watched_starts import Spent, Wait, WatchedStarts, median_of, watched_starts
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


def measure(*, quick: bool) -> list[Figure]:
    if shutil.which("Xvfb") is None:
        return [
            not_measured(what, "needs Xvfb, a virtual screen")
            for what in (WHAT, WHAT_FILLED, WHAT_ANSWERS, WHAT_BUNDLE)
        ]
    rounds = 3 if quick else 9
    bare: list[Spent] = []
    painted: list[Spent] = []
    filled: list[Spent] = []
    answers: list[Spent] = []
    bundled: list[Spent] = []
    with tempfile.TemporaryDirectory() as name, watched_starts(Path(name)) as starts:
        for index in range(rounds + 1):
            homes = [Path(name) / f"home-{index}-{kind}" for kind in range(4)]
            programs = [[sys.executable, "-m", "vidu_desktop", "--home", str(home)] for home in homes]
            bare.append(starts.bare())
            painted.append(starts.until_painted(programs[0]))
            filled.append(starts.until_words(programs[1]))
            answers.append(_until_it_answers(starts, programs[2], homes[2]))
            if BUNDLE_PATH.exists():
                bundled.append(starts.until_painted([str(BUNDLE_PATH), "--home", str(homes[3])]))
    floor = median_of(bare)
    found = []
    for what, most, turns, words in (
        (WHAT, MOST, painted, "the frame in its place and colour"),
        (WHAT_FILLED, MOST_FILLED, filled, "words are in the window"),
        (
            WHAT_ANSWERS,
            MOST_FILLED,
            answers,
            "engine and library are connected; what was asked for since the panes were painted is done now",
        ),
    ):
        then = median_of(turns)
        note = (
            f"medians of {rounds} turns; CPU until then {floor.cpu_s:.3f} s and {then.cpu_s:.3f} s, "
            f"{then.cpu_s / floor.cpu_s:.2f}x; {words}"
        )
        found.append(ratio_figure(what, floor.after_s, then.after_s, most, note))
    found.append(_of_the_bundle(painted, bundled))
    return found


def _until_it_answers(starts: WatchedStarts, program: list[str], home: Path) -> Spent:
    data_dir = resolve_paths(str(home)).data_dir

    def see(wait: Wait) -> None:
        wait(starts.has_words)
        wait(lambda: hand_files_over(data_dir, []))

    return starts.until(program, see)


def _of_the_bundle(ours: Sequence[Spent], bundled: Sequence[Spent]) -> Figure:
    if not bundled:
        return not_measured(WHAT_BUNDLE, "needs what packaging/bundle/build makes")
    checkout_s, bundle_s = (median_of(turns).after_s for turns in (ours, bundled))
    return ratio_figure(WHAT_BUNDLE, checkout_s, bundle_s, MOST_BUNDLE, f"medians of {len(bundled)} turns")
