"""Changes the program in one place at a time and sees whether a test notices.

    .venv/bin/python packaging/mutate.py --collect [TESTS ...]    once: which test runs which line
    .venv/bin/python packaging/mutate.py [--list] engine/pace.py ...    the mutants of these modules

The second form writes one line a module into packaging/FAULTS.md and prints every mutant that lived. One that can't
be told from the program is named, with the reason, in packaging/equivalent_mutants.toml. mutmut 3.8 was tried first: it leaves
out each decorated function, so all `@override` methods and properties, and all constants of modules; cosmic-ray starts
a new Python for each mutant and runs every test. `coverage` alone is fetched, into build/mutate/.

A mutant lives in a forked process that runs the tests of its line only, and stops at the first that
fails: those of files that name the module, then others, of these not more than BUDGET_S together. One that doesn't end is killed by the clock.
"""

import argparse
import importlib.machinery
import json
import os
import re
import signal
import subprocess
import sys
import time
import tomllib
from collections import Counter
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
PROGRAM = ROOT / "vidu_desktop"
BUILD = ROOT / "build" / "mutate"
SEEN = BUILD / "seen.json"
DOC = ROOT / "packaging" / "FAULTS.md"
BEGIN, END = "<!-- mutants: begin -->", "<!-- mutants: end -->"
HEAD = "| module | mutants | killed | equivalent | left | date |\n| --- | --- | --- | --- | --- | --- |\n"
COVERAGE = "coverage==7.17.5"
ROOMS = (
    "engine",
    "domain",
    "adapters/fetching",
    "adapters/zai",
    "adapters/journal",
    "adapters/records",
    "adapters/sqlite",
)
POOL = ("tests/unit", "tests/faults", "tests/contract")
BUDGET_S = 10.0
FIRST_TESTS = 12
PYTEST = [
    "-q",
    "-x",
    "-m",
    "not slow",
    "-p",
    "no:randomly",
    "--no-header",
    "--tb=no",
    "-W",
    "ignore::pytest.PytestAssertRewriteWarning",
]

sys.path[:0] = [str(ROOT), str(BUILD / "lib"), str(ROOT / "packaging")]
from mutants import Mutant, mutants_of  # noqa: E402 - the path is set above


def collect(tests: list[str]) -> None:
    """Run the tests once and keep, for each that passes, its seconds and the lines that it ran."""
    if not (BUILD / "lib" / "coverage").exists():
        fetch = [
            sys.executable,
            "-m",
            "pip",
            "install",
            "-q",
            "--no-deps",
            "--target",
            str(BUILD / "lib"),
            COVERAGE,
        ]
        subprocess.run(fetch, check=True)
    import coverage
    import pytest

    measured = coverage.Coverage(data_file=None, include=[f"{PROGRAM / room}/*" for room in ROOMS])
    seconds: dict[str, float] = {}

    class Watch:
        @pytest.hookimpl(hookwrapper=True)
        def pytest_runtest_protocol(self, item: Any) -> Any:
            measured.switch_context(item.nodeid)
            yield

        def pytest_runtest_logreport(self, report: Any) -> None:
            if report.when == "call" and report.passed:
                seconds[report.nodeid] = round(report.duration, 3)

    measured.start()
    pytest.main(["-q", "-m", "not slow", "--tb=short", *(tests or POOL)], plugins=[Watch()])
    measured.stop()
    seen = json.loads(SEEN.read_text()) if SEEN.exists() else {"seconds": {}, "lines": {}}
    seen["seconds"] |= seconds
    data = measured.get_data()
    for path in data.measured_files():
        lines = seen["lines"].setdefault(str(Path(path).relative_to(PROGRAM)), {})
        for line, contexts in data.contexts_by_lineno(path).items():
            lines[str(line)] = sorted(
                {*lines.get(str(line), []), *(name for name in contexts if name in seconds)}
            )
    SEEN.write_text(json.dumps(seen))


@cache
def _text_of(path: str) -> str:
    return (ROOT / path).read_text()


def tests_of(module: str, mutant: Mutant | None, seen: Any) -> list[str]:
    """Give the tests to run, near and cheap ones first. What runs at import is the business of every test of the module."""
    lines: dict[str, list[str]] = seen["lines"].get(module, {})
    wanted = lines.values()
    if mutant is not None and mutant.in_function:
        wanted = [lines.get(str(line), []) for line in range(mutant.line, mutant.end_line + 1)]
    seconds, word = seen["seconds"], Path(module).stem
    own = {test for test in seconds if re.search(rf"\b{word}\b", _text_of(test.partition("::")[0]))}
    chosen: list[str] = []
    left_s = BUDGET_S
    for test in sorted(
        {test for tests in wanted for test in tests}, key=lambda test: (test not in own, seconds[test])
    ):
        left_s -= 0 if test in own else seconds[test]
        if left_s >= 0:
            chosen.append(test)
    return chosen


def start(module: str, code: Any, tests: list[str]) -> int:
    """Fork a process that runs the tests with this code in place of the module's."""
    pid = os.fork()
    if pid:
        return pid
    os.setsid()
    void = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(void, descriptor)
    read = importlib.machinery.SourceFileLoader.get_code

    def get_code(loader: Any, name: str) -> Any:
        return code if code and loader.path == str(PROGRAM / module) else read(loader, name)

    importlib.machinery.SourceFileLoader.get_code = get_code  # type: ignore[method-assign,assignment]
    verdict = 3
    try:
        import pytest

        verdict = int(pytest.main([*PYTEST, *tests]))
    finally:
        os._exit(verdict)


def end_of(pid: int, limit_s: float) -> int | None:
    """Give pytest's verdict; None when the time is over."""
    until_s = time.monotonic() + limit_s
    while time.monotonic() < until_s:
        done, status = os.waitpid(pid, os.WNOHANG)
        if done:
            return os.waitstatus_to_exitcode(status)
        time.sleep(0.02)
    os.killpg(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    return None


def lives(module: str, code: Any, tests: list[str], seen: Any) -> bool:
    """Say whether every test passes. A few of few files come first: most mutants end there."""
    files = list(dict.fromkeys(test.partition("::")[0] for test in tests))[:2]
    first = [test for test in tests if test.partition("::")[0] in files][:FIRST_TESTS]
    for part in (first, [test for test in tests if test not in first]):
        limit_s = 60 + 10 * sum(seen["seconds"][test] for test in part)
        if part and end_of(start(module, code, part), limit_s) != 0:
            return False
    return True


def run(module: str, seen: Any) -> dict[str, int]:
    source = (PROGRAM / module).read_text()
    excused = tomllib.loads((ROOT / "packaging" / "equivalent_mutants.toml").read_text()).get(module, {})
    if not lives(module, None, tests_of(module, None, seen), seen):
        raise SystemExit(f"{module}: its tests fail without any mutant")
    count: Counter[str] = Counter()
    for mutant in mutants_of(source):
        count["mutants"] += 1
        if mutant.name in excused:
            count["equivalent"] += 1
        elif lives(
            module, compile(mutant.tree, str(PROGRAM / module), "exec"), tests_of(module, mutant, seen), seen
        ):
            count["left"] += 1
            print(f"LEFT {module}:{mutant.line} {mutant.name}", flush=True)
        else:
            count["killed"] += 1
    return count


def put_into_doc(module: str, count: dict[str, int]) -> None:
    before, rest = DOC.read_text().split(BEGIN)
    table, after = rest.split(END)
    rows = {line.split("|")[1].strip(): line for line in table.strip().splitlines()[2:]}
    cells = [module, *(str(count[name]) for name in ("mutants", "killed", "equivalent", "left"))]
    rows[module] = f"| {' | '.join(cells)} | {datetime.now(UTC):%Y-%m-%d} |"
    DOC.write_text(
        f"{before}{BEGIN}\n{HEAD}" + "\n".join(rows[name] for name in sorted(rows)) + f"\n{END}{after}"
    )


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("names", nargs="*")
    asked.add_argument("--collect", action="store_true")
    asked.add_argument("--list", action="store_true", help="print the mutants, run nothing")
    options = asked.parse_args()
    os.chdir(ROOT)
    os.nice(10)
    os.environ |= {
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONDONTWRITEBYTECODE": "1",
        "OPENBLAS_NUM_THREADS": "1",
    }
    BUILD.mkdir(parents=True, exist_ok=True)
    if options.collect:
        collect(options.names)
        return
    if options.list:
        for module in options.names:
            for mutant in mutants_of((PROGRAM / module).read_text()):
                print(f"{module}:{mutant.line} {mutant.name}")
        return
    import httpx  # noqa: F401 - loaded once, before the forks
    import hypothesis  # noqa: F401
    import PySide6.QtWidgets  # noqa: F401
    import pytestqt.plugin  # noqa: F401

    seen = json.loads(SEEN.read_text())
    for module in options.names:
        count = run(module, seen)
        put_into_doc(module, count)
        print(module, dict(count), flush=True)


if __name__ == "__main__":
    main()
