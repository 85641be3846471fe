"""The memory of the window's process while it sends a 48 MB picture that needs no re-encoding, against the idle program."""

import tempfile
import threading
import time
from pathlib import Path

import psutil
from benchmarks.figures import Figure, median
from benchmarks.processes import lines_of, service
from fakes.pictures import make_big_picture

WHAT = "memory while 48 MB are sent"
MOST_MB = 60.0
_EVERY_S = 0.01


def measure(*, quick: bool) -> list[Figure]:
    samples: list[tuple[float, float, float]] = []
    phases: dict[str, tuple[float, float]] = {}
    with tempfile.TemporaryDirectory() as name, service("--median", 2) as served:
        picture = make_big_picture(Path(name) / "big.png", 48_000_000)
        env = {"ZAI_BASE_URL": served.base_url, "ZAI_API_KEY": "benchmark-key"}
        env["QT_QPA_PLATFORM"] = "offscreen"
        arguments = [Path(name) / "home", 1, 2 if quick else 5, "--paid", picture, "--until-accepted"]
        done = threading.Event()
        sampler = threading.Thread(target=_sample, args=(done, samples))
        sampler.start()
        try:
            for line in lines_of("tests.benchmarks.window_process", arguments, env):
                phases[str(line["kind"])] = (line["begun_s"], line["ended_s"])
        finally:
            done.set()
            sampler.join()
    own = {kind: [s[1] for s in samples if a <= s[0] <= b] for kind, (a, b) in phases.items()}
    whole = {kind: [s[1] + s[2] for s in samples if a <= s[0] <= b] for kind, (a, b) in phases.items()}
    idle_mb, busy_mb = median(own["idle"]), max(own["busy"])
    children_mb = max(whole["busy"]) - median(whole["idle"])
    begun_s, ended_s = phases["busy"]
    return [
        Figure(
            what=WHAT,
            floor=f"{idle_mb:.0f} MB",
            measured=f"{busy_mb:.0f} MB",
            outcome=f"{busy_mb - idle_mb:+.0f} MB",
            reach=f"< +{MOST_MB:g} MB",
            ok=busy_mb - idle_mb < MOST_MB,
            note=f"with the helper processes, which come and go, {children_mb:+.0f} MB; "
            f"{len(own['busy'])} samples in {ended_s - begun_s:.1f} s from the click to the acceptance",
        )
    ]


def _sample(done: threading.Event, samples: list[tuple[float, float, float]]) -> None:
    """Note the memory (RSS, in MB) of the window's process and of its children while it runs."""
    program = None
    while not done.wait(_EVERY_S):
        program = program or _window()
        if program is None:
            continue
        try:
            own = program.memory_info().rss
            children = sum(child.memory_info().rss for child in program.children(recursive=True))
        except psutil.Error:
            continue
        samples.append((time.monotonic(), own / 1e6, children / 1e6))


def _window() -> psutil.Process | None:
    for child in psutil.Process().children():
        try:
            if "tests.benchmarks.window_process" in child.cmdline():
                return child
        except psutil.Error:
            continue
    return None
