"""Changes the program in one place at a time and sees whether a test notices.

    .venv/bin/python packaging/mutate.py --collect [TESTS ...]    once: which test runs which line
    .venv/bin/python packaging/mutate.py [--list] engine/pace.py ...    the mutants of these modules

The second form writes one line a module into packaging/FAULTS.md and prints every mutant that lived. What was killed is
remembered in build/mutate/ as long as the module stays as it is: after a new test, the same command tries the others
only (`--anew` all of them). One that can't be told from the program is named, with the reason, in
packaging/equivalent_mutants.toml. mutmut 3.8 was tried first: it leaves out each decorated function, so all `@override`
methods and properties, and all constants of modules; cosmic-ray starts a new Python for each mutant and runs every test.
`coverage` alone is fetched, into build/mutate/.

A mutant meets the tests of its line only: first what killed others of its module, then those of files that name the
module, then others, cheap ones first, of these not more than BUDGET_S together.
"""

import argparse
import gc
import hashlib
import json
import os
import random
import re
import sys
import tomllib
from collections import Counter
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
PROGRAM = ROOT / "vidu_desktop"
BUILD = ROOT / "build" / "mutate"
SEEN, VERDICTS = BUILD / "seen.json", BUILD / "verdicts.json"
DOC = ROOT / "packaging" / "FAULTS.md"
BEGIN, END = "<!-- mutants: begin -->", "<!-- mutants: end -->"
HEAD = (
    "| module | mutants | tried | killed | equivalent | left | date |\n"
    "| --- | --- | --- | --- | --- | --- | --- |\n"
)
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
BUDGET_S = 15.0
FIRST_TESTS = 12
SEED = 20261129

sys.path[:0] = [str(ROOT), str(BUILD / "lib"), str(ROOT / "packaging")]
import mutant_runs  # noqa: E402 - the path is set above
import pytest  # noqa: E402
from fetched_tools import fetch_coverage  # noqa: E402
from mutants import Mutant, mutants_of  # noqa: E402


def collect(tests: list[str]) -> None:
    """Run the tests once and keep, for each that passes, its seconds and the lines that it ran."""
    fetch_coverage()
    import coverage

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
    return (ROOT / path).read_text() if (ROOT / path).exists() else ""


class Module:
    """The mutants of one module, what became of each, and the tests that reach it."""

    def __init__(self, name: str, seen: Any, verdicts: Any) -> None:
        self.name, self.path = name, PROGRAM / name
        self._seconds: dict[str, float] = seen["seconds"]
        self._lines: dict[str, list[str]] = seen["lines"].get(name, {})
        word = re.compile(rf"\b{self.path.stem}\b")
        self._own = {test for test in self._seconds if word.search(_text_of(test.partition("::")[0]))}
        self._kills: Counter[str] = Counter()
        source = self.path.read_text()
        self.mutants = list(mutants_of(source))
        self.chosen = self.mutants
        excused = tomllib.loads((ROOT / "packaging" / "equivalent_mutants.toml").read_text())
        self.excused: set[str] = set(excused.get(name, {}))
        for gone in self.excused - {mutant.name for mutant in self.mutants}:
            print(f"NO SUCH MUTANT {name} {gone}", flush=True)
        digest = hashlib.sha256(source.encode()).hexdigest()
        kept = verdicts.get(name)
        if kept is None or kept["source"] != digest:
            kept = verdicts[name] = {"source": digest, "killed": []}
        self.killed: list[str] = kept["killed"]

    def take(self, at_most: int | None) -> None:
        if at_most and len(self.mutants) > at_most:
            dice = random.Random(f"{SEED} {self.name}")
            self.chosen = dice.sample(self.mutants, at_most)

    def open(self, *, in_function: bool) -> list[Mutant]:
        """Return those whose end isn't known yet."""
        known = {*self.excused, *self.killed}
        return [
            mutant for mutant in self.chosen if mutant.in_function is in_function and mutant.name not in known
        ]

    def tests_of(self, mutant: Mutant | None) -> list[str]:
        """What runs at import is the business of every test of the module."""
        wanted = list(self._lines.values())
        if mutant is not None and mutant.in_function:
            wanted = [self._lines.get(str(line), []) for line in range(mutant.line, mutant.end_line + 1)]
        tests, left_s = [], BUDGET_S
        for test in sorted({test for tests in wanted for test in tests}, key=self._rank):
            left_s -= 0 if test in self._own else self._seconds[test]
            if left_s >= 0:
                tests.append(test)
        return tests

    def _rank(self, test: str) -> tuple[int, bool, float]:
        return -self._kills[test], test not in self._own, self._seconds[test]

    def expected_s(self, tests: list[str]) -> float:
        return sum(self._seconds[test] for test in tests)

    def take_end(self, mutant: Mutant, end: int | None, red: str) -> None:
        if end == mutant_runs.LEFT:
            print(f"LEFT {self.name}:{mutant.line} {mutant.name}", flush=True)
            return
        if end is None:
            print(f"CLOCK {self.name}:{mutant.line} {mutant.name}", flush=True)
        elif end == mutant_runs.BROKEN:
            print(f"NO TEST {self.name}:{mutant.line} {mutant.name}", flush=True)
            return
        self._kills[red] += 1
        self.killed.append(mutant.name)

    def count(self) -> dict[str, int]:
        names = {mutant.name for mutant in self.chosen}
        killed, equivalent = len(names & {*self.killed} - self.excused), len(names & self.excused)
        return {
            "mutants": len(self.mutants),
            "tried": len(names),
            "killed": killed,
            "equivalent": equivalent,
            "left": len(names) - killed - equivalent,
        }


def run_at_import(module: Module) -> None:
    """Most mutants end at a few tests of few files: these are loaded first."""
    for mutant in module.open(in_function=False):
        tests = module.tests_of(mutant)
        files = list(dict.fromkeys(test.partition("::")[0] for test in tests))[:2]
        first = [test for test in tests if test.partition("::")[0] in files][:FIRST_TESTS]
        code = compile(mutant.tree, str(module.path), "exec")
        end, red = mutant_runs.BROKEN, ""
        for part in (first, [test for test in tests if test not in first]):
            if part:
                end, red = mutant_runs.at_import(module.path, code, part, module.expected_s(part))
            if end != mutant_runs.LEFT:
                break
        module.take_end(mutant, end, red)


class InPlace:
    """Takes pytest's place once the tests are collected."""

    def __init__(self, modules: list[Module], keep: Any) -> None:
        self._modules, self._keep = modules, keep

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: Any) -> bool:
        items = {item.nodeid: item for item in session.items}
        places = [mutant_runs.functions_of(module.path) for module in self._modules]
        gc.collect()
        gc.freeze()  # the children then share these pages
        for module, functions in zip(self._modules, places, strict=True):
            self._run(module, functions, items, session.config)
            self._keep(module)
        return True

    def _run(self, module: Module, functions: list[Any], items: dict[str, Any], config: Any) -> None:
        reaching = [test for test in module.tests_of(None) if test in items]
        work = mutant_runs.run_here(items, config, reaching)
        end, red = mutant_runs.forked(work, module.expected_s(reaching))
        if end != mutant_runs.LEFT:
            raise SystemExit(f"{module.name}: red without any mutant: {end} {red}")
        for mutant in module.open(in_function=True):
            tests = module.tests_of(mutant)
            run = mutant_runs.run_here(items, config, tests)

            def work(pipe: int, mutant: Mutant = mutant, run: Any = run) -> None:
                if mutant_runs.in_place(functions, mutant, module.path):
                    run(pipe)

            module.take_end(mutant, *mutant_runs.forked(work, module.expected_s(tests)))


def put_into_doc(module: str, count: dict[str, int]) -> None:
    before, rest = DOC.read_text().split(BEGIN)
    table, after = rest.split(END)
    rows = {line.split("|")[1].strip(): line for line in table.strip().splitlines()[2:]}
    cells = [module, *(str(count[name]) for name in ("mutants", "tried", "killed", "equivalent", "left"))]
    rows[module] = f"| {' | '.join(cells)} | {datetime.now(UTC):%Y-%m-%d} |"
    DOC.write_text(
        f"{before}{BEGIN}\n{HEAD}" + "\n".join(rows[name] for name in sorted(rows)) + f"\n{END}{after}"
    )


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("names", nargs="*")
    asked.add_argument("--collect", action="store_true")
    asked.add_argument("--list", action="store_true", help="print the mutants, run nothing")
    asked.add_argument("--anew", action="store_true", help="forget what was killed before")
    asked.add_argument("--at-most", type=int, help="of a module with more mutants, so many by lot")
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
    seen = json.loads(SEEN.read_text())
    verdicts = json.loads(VERDICTS.read_text()) if VERDICTS.exists() else {}
    for name in options.names if options.anew else ():
        verdicts.pop(name, None)
    modules = [Module(name, seen, verdicts) for name in options.names]
    import httpx  # noqa: F401 - loaded once, before the forks
    import PySide6.QtWidgets  # noqa: F401
    import pytestqt.plugin  # noqa: F401

    def keep(module: Module) -> None:
        VERDICTS.write_text(json.dumps(verdicts))
        put_into_doc(module.name, module.count())
        print(module.name, module.count(), flush=True)

    mutant_runs.quiet_hypothesis()
    for module in modules:
        module.take(options.at_most)
        run_at_import(module)
        VERDICTS.write_text(json.dumps(verdicts))
    pytest.main([*mutant_runs.PYTEST, mutant_runs.base_temp(), *POOL], plugins=[InPlace(modules, keep)])


if __name__ == "__main__":
    main()
