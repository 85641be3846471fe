"""`python -m tests.soak`, from the checkout: the real window, worked in for an hour while jobs meet faults.

    python -m tests.soak --minutes 60              500 jobs with faults; plays, compares, hovers, marks and exports
    python -m tests.soak --minutes 6 --jobs 120    the same, short
    python -m tests.soak --only play               60 times one act alone: page, play, compare, hover, mark or export
    python -m tests.soak --idle-s 30               nothing at all, for half a minute in each of some situations

The window (offscreen, or on the display that QT_QPA_PLATFORM names) and the service are processes of their own, the
home a temporary folder. Prints one line a round, every message in the log that nobody expected, the verdict, and a line
for the table of packaging/FAULTS.md. Ends with 1 when memory, threads or open files grew, when the program didn't come
to rest, or when such a message came.
"""

import argparse
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

HERE = Path(__file__).parent
TESTS_DIR, CHECKOUT_DIR = HERE.parent, HERE.parents[1]
sys.path[:0] = [str(TESTS_DIR), str(CHECKOUT_DIR)]

from benchmarks.big_library import make as make_library  # noqa: E402
from fakes.pictures import make_picture  # noqa: E402 - the path is set above, as pytest does it
from soak.rounds import ON_STAGE_MOST_MB, REST_MOST_PERCENT, SETTLED_AFTER, Round, Verdict, head, judge, line  # noqa: E402

ROUND_S = 60.0
ROUNDS_LEAST = 16
"""Ten to settle, and six of which two thirds are compared."""
CLIPS_BEFORE = 700
"""More than the number of tile pictures that are kept, so that both caches are full before the rounds count."""
ACTS_ALONE = 60
ALONE_SETTLED_AFTER = 6


def told(arguments: Sequence[object], env: dict[str, str]) -> Iterator[dict[str, object]]:
    """Run the window's process to its end and yield what it prints."""
    command = [sys.executable, "-m", "soak.window_process", *map(str, arguments)]
    with subprocess.Popen(command, env=env, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        try:
            for text in process.stdout:
                yield json.loads(text)
        finally:
            process.terminate()


def soak(options: argparse.Namespace) -> Iterator[dict[str, object]]:
    """Yield what each round reports."""
    env = {**os.environ, "PYTHONPATH": os.pathsep.join((str(TESTS_DIR), str(CHECKOUT_DIR)))}
    env.pop("VIDU_DESKTOP_HOME", None)
    env.setdefault("QT_QPA_PLATFORM", "offscreen")
    serve = [sys.executable, "-m", "soak.service_process", "--seed", str(options.seed)]
    if options.only or options.idle_s:
        serve += ["--faults", "0"]
    with (
        tempfile.TemporaryDirectory(prefix="soak-", ignore_cleanup_errors=True) as name,
        subprocess.Popen(serve, env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as service,
    ):
        assert service.stdout
        assert service.stdin
        env |= {
            "ZAI_BASE_URL": service.stdout.readline().strip(),
            "ZAI_API_KEY": "soak-key",
            "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring",
        }
        folder = Path(name)
        if options.clips:
            make_library(folder / "home", options.clips)
        pictures = [make_picture(folder / f"{number}.png") for number in range(2)]
        (folder / "exports").mkdir()
        arguments: list[object] = [folder / "home", folder / "exports", "--pictures", *pictures]
        arguments += ["--seed", options.seed, "--rounds", options.rounds, "--look-s", options.look_s]
        arguments += ["--clips", options.clips]
        if options.idle_s:
            arguments += ["--idle-s", options.idle_s]
        elif options.only:
            arguments += ["--only", options.only]
        else:
            arguments += ["--round-s", options.minutes * 60 / options.rounds, "--jobs", options.jobs]
        try:
            yield from told(arguments, env)
        finally:
            service.stdin.close()


def doc_line(options: argparse.Namespace, rounds: Sequence[Round], verdict: Verdict) -> str:
    """Return everything as a line of packaging/FAULTS.md."""
    last = rounds[-1]
    acts = f"{last.paged} times through the library, {last.played} played, {last.compared} compared, {last.hovered} hovered, {last.marked} marked, {last.exported} exported"
    figure = f"{len(rounds) - 1} rounds, {last.rows} jobs, {last.clips} clips, {acts}: {verdict.words}"
    test = f"{options.only} alone" if options.only else f"window open for {options.minutes:g} minutes"
    aim = "memory, threads and open files flat, no message that nobody expected"
    return _table_line(options, test, aim, figure, good=verdict.flat)


def _table_line(options: argparse.Namespace, test: str, aim: str, figure: str, *, good: bool) -> str:
    said = figure if good else f"**NOT REACHED** {figure}"
    cells = ("soak", test, aim, said, str(options.seed), f"{datetime.now(UTC):%Y-%m-%d}")
    return "| " + " | ".join(cells) + " |"


def idle(options: argparse.Namespace) -> int:
    """Print the cost of each situation; return 1 if one of them costs too much."""
    good = True
    found = []
    for said in soak(options):
        if "ended" in said:
            print(f"the window ended too early: {said['ended']}")
            return 1
        percent, messages = float(said["percent"]), said["messages"]  # type: ignore[arg-type]
        found.append(percent)
        good = good and percent < REST_MOST_PERCENT and not messages
        print(f"{percent:5.2f} % of a core  {said['idle']}", flush=True)
        for message in messages:  # type: ignore[attr-defined]
            print(f"    UNEXPECTED {message}", flush=True)
    aim = f"under {REST_MOST_PERCENT:g} % of a core in each situation"
    figure = f"{len(found)} situations, {max(found, default=0):.2f} % at most"
    print(_table_line(options, f"idle, {options.idle_s:g} s each", aim, figure, good=good))
    return 0 if good else 1


def main() -> int:
    # The window and the service end with this process.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    asked = argparse.ArgumentParser(prog="python -m tests.soak", description=__doc__.splitlines()[0])
    asked.add_argument("--minutes", type=float, default=60.0)
    asked.add_argument("--jobs", type=int, default=500)
    asked.add_argument("--rounds", type=int, help=f"one a minute, {ROUNDS_LEAST} at least, if not said")
    asked.add_argument("--only", choices=("page", "play", "compare", "hover", "mark", "export"))
    asked.add_argument("--idle-s", type=float, default=0.0, help="do nothing for so long in some situations")
    asked.add_argument("--look-s", type=float, default=1.0, help="seconds for which a video is looked at")
    asked.add_argument("--seed", type=int, default=random.SystemRandom().randrange(1_000_000))
    asked.add_argument(
        "--clips", type=int, help=f"there before; {CLIPS_BEFORE} where the library is gone through"
    )
    options = asked.parse_args()
    if options.clips is None:
        options.clips = 0 if options.idle_s or options.only not in (None, "page") else CLIPS_BEFORE
    options.rounds = options.rounds or (
        ACTS_ALONE if options.only else max(ROUNDS_LEAST, round(options.minutes * 60 / ROUND_S))
    )
    if options.idle_s:
        print(f"seed {options.seed}", flush=True)
        return idle(options)
    print(f"seed {options.seed}\n{head()}", flush=True)
    rounds: list[Round] = []
    why = ""
    for said in soak(options):
        if "ended" in said:
            why = str(said["ended"])
            continue
        rounds.append(Round(**said["round"]))  # type: ignore[arg-type]
        print(line(rounds[-1]), flush=True)
        for message in said["messages"]:  # type: ignore[attr-defined]
            print(f"    UNEXPECTED {message}", flush=True)
    if why or len(rounds) <= options.rounds:
        print(f"the window ended too early: {why or 'without a word'}")
        return 1
    verdict = judge(
        rounds,
        settled_after=1 + (ALONE_SETTLED_AFTER if options.only else SETTLED_AFTER),
        most_mb=ON_STAGE_MOST_MB if options.only == "play" else None,
    )
    print(f"{'flat' if verdict.flat else 'NOT FLAT'}: {verdict.words}\n{doc_line(options, rounds, verdict)}")
    return 0 if verdict.flat else 1


if __name__ == "__main__":
    sys.exit(main())
