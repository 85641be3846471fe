"""Changes the program in one place at a time and checks whether a test notices.

    .venv/bin/python packaging/mutate.py --collect [TESTS ...]    once: which test runs which line
    .venv/bin/python packaging/mutate.py [--list] engine/pace.py adapters/zai ...    the mutants of these modules

The second form writes one line per module into packaging/FAULTS.md and prints every mutant that survived. Killed mutants are
remembered in build/mutate/ as long as the module stays as it is: after a new test, the same command tries only the others
(`--anew`: all). A mutant that behaves exactly like the program is listed in packaging/equivalent_mutants.toml, with the
reason. mutmut 3.8 was tried first: it leaves out every decorated function, so all `@override` methods and properties, and all
constants of modules; cosmic-ray starts a new Python for each mutant and runs every test.

A mutant meets only the tests that run its line: first those that are cheap and killed other mutants of its function or
module, then those in files that import the module, then the others, the fastest first; together no more than `--budget`
seconds. All seconds are processor time, since the machine may be busy. Don't run it as root outside a container: a mutant may
move or delete files that it was never meant to touch.
"""

import argparse
import gc
import hashlib
import importlib
import json
import os
import random
import re
import sys
import time
import tomllib
from collections import Counter
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
PROGRAM = ROOT / "vidu_desktop"
BUILD = ROOT / "build" / "mutate"
SEEN, VERDICTS = BUILD / "seen.json", BUILD / "verdicts.json"
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
BUDGET_S = 3.0
FIRST_TESTS = 12
SEED = 20261129

sys.path[:0] = [str(ROOT), str(ROOT / "packaging")]
import mutant_runs  # noqa: E402 - the path is set above
import pytest  # noqa: E402
from mutant_figures import put_into_doc  # noqa: E402
from mutant_lines import StatementsRun  # noqa: E402
from mutants import Mutant, mutants_of  # noqa: E402


def collect(tests: list[str]) -> None:
    """Run the tests once. For each test that passes, keep its seconds and the lines that it ran."""
    seconds: dict[str, float] = {}
    empty: dict[str, Any] = {"tests": [], "lines": {}, "libraries": [], "sources": {}}
    seen = empty | (json.loads(SEEN.read_text()) if SEEN.exists() else {})
    numbers = {name: number for number, (name, _) in enumerate(seen["tests"])}
    now = {module: _digest(PROGRAM / module) for room in ROOMS for module in _modules_of(room)}
    same = {module for module, digest in now.items() if seen["sources"].get(module, digest) == digest}
    lines: dict[str, dict[str, list[int]]] = {
        module: known for module, known in seen["lines"].items() if module in same
    }
    here = {*sys.modules}
    statements = StatementsRun(PROGRAM, ROOMS)

    class Watch:
        @pytest.hookimpl(hookwrapper=True)
        def pytest_runtest_protocol(self, item: Any) -> Any:
            statements.take()
            begun_s = time.process_time()
            yield
            run = statements.take()
            if item.nodeid not in seconds:
                return
            seconds[item.nodeid] = round(time.process_time() - begun_s, 4)
            number = numbers.setdefault(item.nodeid, len(numbers))
            for module, line in run:
                lines.setdefault(module, {}).setdefault(str(line), []).append(number)

        def pytest_runtest_logreport(self, report: Any) -> None:
            if report.when == "call" and report.passed:
                seconds[report.nodeid] = 0.0

    statements.watch()
    pytest.main(["-q", "-m", "not slow", "--tb=short", *(tests or POOL)], plugins=[Watch()])
    known_s = dict(seen["tests"]) | seconds
    seen["tests"] = [(name, known_s[name]) for name in numbers]
    libraries = {name for name in sys.modules if _is_library(name)} - here
    seen["libraries"] = sorted({*seen["libraries"], *libraries})
    SEEN.write_text(json.dumps(seen | {"lines": lines, "sources": now}))


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _is_library(name: str) -> bool:
    """Whether a module isn't ours; such modules are loaded before the forks."""
    path = getattr(sys.modules[name], "__file__", None) or ""
    return "site-packages" in path and not path.startswith(str(BUILD)) and not name.startswith("_")


@cache
def _text_of(path: str) -> str:
    return (ROOT / path).read_text() if (ROOT / path).exists() else ""


class Module:
    """The mutants of one module, the result of each, and the tests that reach it."""

    def __init__(self, name: str, seen: Any, verdicts: Any) -> None:
        self.name, self.path = name, PROGRAM / name
        self._seconds: dict[str, float] = dict(seen["tests"])
        names = [*self._seconds]
        run = seen["lines"].get(name, {})
        self._lines = {line: {names[number] for number in numbers} for line, numbers in run.items()}
        digest = _digest(self.path)
        self._moved = seen.get("sources", {}).get(name, digest) != digest
        word = re.compile(rf"\bvidu_desktop\.{name.removesuffix('.py').replace('/', '.')}\b")
        self._own = {test for test in self._seconds if word.search(_text_of(test.partition("::")[0]))}
        self._kills: Counter[tuple[str, str]] = Counter()
        source = self.path.read_text()
        self.mutants = list(mutants_of(source))
        self.chosen = self.mutants
        excused = tomllib.loads((ROOT / "packaging" / "equivalent_mutants.toml").read_text())
        self.excused: set[str] = set(excused.get(name, {}))
        for gone in self.excused - {mutant.name for mutant in self.mutants}:
            print(f"NO SUCH MUTANT {name} {gone}", flush=True)
        kept = verdicts.get(name)
        if kept is None or kept["source"] != digest:
            kept = verdicts[name] = {"source": digest, "killed": [], "left": []}
        self.killed: list[str] = kept["killed"]
        self.left: list[str] = kept["left"]
        self.passed_over: set[str] = set()

    def take(self, at_most: int | None, *, untried: bool) -> None:
        self.passed_over = {*self.left} if untried else set()
        if at_most and len(self.mutants) > at_most:
            drawn = [*range(len(self.mutants))]
            random.Random(f"{SEED} {self.name}").shuffle(drawn)  # more of them include the fewer
            self.chosen = [self.mutants[number] for number in sorted(drawn[:at_most])]

    def open(self, *, in_function: bool) -> list[Mutant]:
        """Return the mutants without a result yet."""
        known = {*self.excused, *self.killed, *self.passed_over}
        return [
            mutant
            for mutant in self.chosen
            if self._runs_late(mutant) is in_function and mutant.name not in known
        ]

    def _runs_late(self, mutant: Mutant) -> bool:
        """Whether a test runs the mutant. A function that the module calls while it is loaded counts as code outside
        functions.
        """
        return mutant.in_function and (self._moved or str(mutant.statement) in self._lines)

    def tests_of(self, mutant: Mutant | None, budget_s: float) -> list[str]:
        """Return the tests for a mutant. Code that runs at import concerns every test that reaches or imports the module, and
        so does all code once its lines have moved.
        """
        wanted = [*self._lines.values(), self._own]
        if mutant is not None and self._runs_late(mutant) and not self._moved:
            wanted = [self._lines.get(str(mutant.statement), set())]
        place = mutant.place if mutant else ""
        tests: list[str] = []
        left_s = budget_s
        for test in sorted(
            {test for tests in wanted for test in tests}, key=lambda test: self._rank(test, place)
        ):
            left_s -= self._seconds[test]
            if left_s < 0 and tests:
                break
            tests.append(test)
        return tests

    def _rank(self, test: str, place: str) -> tuple[float, bool, float]:
        seconds = self._seconds[test]
        kills = self._kills[test, ""] + 5 * self._kills[test, place]
        return -kills / (0.02 + seconds), test not in self._own, seconds

    def seconds_of(self, tests: list[str]) -> dict[str, float]:
        return {test: self._seconds[test] for test in tests}

    def take_end(self, mutant: Mutant, end: int | None, red: str) -> None:
        if end == mutant_runs.LEFT:
            self._say("LEFT", mutant)
            return
        if end == mutant_runs.BROKEN:
            self._say("NO TEST", mutant)
            return
        if mutant.name in self.left:
            self.left.remove(mutant.name)
        self._kills[red, ""] += 1
        self._kills[red, mutant.place] += 1
        self.killed.append(mutant.name)

    def _say(self, word: str, mutant: Mutant) -> None:
        print(f"{word} {self.name}:{mutant.line} {mutant.name}", flush=True)
        if mutant.name not in self.left:
            self.left.append(mutant.name)

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


def run_at_import(module: Module, budget_s: float) -> None:
    """Most mutants are killed by a few tests in few files, so these are loaded first."""
    for mutant in module.open(in_function=False):
        tests = module.tests_of(mutant, budget_s)
        files = list(dict.fromkeys(test.partition("::")[0] for test in tests))[:2]
        first = [test for test in tests if test.partition("::")[0] in files][:FIRST_TESTS]
        code = mutant.compiled(module.path)
        end, red = mutant_runs.BROKEN, ""
        for part in (first, [test for test in tests if test not in first]):
            if part:
                end, red = mutant_runs.at_import(module.path, code, module.seconds_of(part))
            if end != mutant_runs.LEFT:
                break
        module.take_end(mutant, end, red)


class InPlace:
    """Takes pytest's place once the tests are collected."""

    def __init__(self, modules: list[Module], budget_s: float, keep: Any) -> None:
        self._modules, self._budget_s, self._keep = modules, budget_s, keep

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: Any) -> bool:
        items = {item.nodeid: item for item in session.items}
        gc.unfreeze()  # what the tests' own hook has put aside
        places = [mutant_runs.functions_of(module.path) for module in self._modules]
        gc.collect()
        gc.freeze()  # so that the children share these pages
        for module, functions in zip(self._modules, places, strict=True):
            self._run(module, functions, items, session.config)
            self._keep(module)
        return True

    def _run(self, module: Module, functions: list[Any], items: dict[str, Any], config: Any) -> None:
        if not module.open(in_function=True):
            return
        reaching = [test for test in module.tests_of(None, self._budget_s) if test in items]
        if not reaching:
            print(f"NO TEST {module.name}", flush=True)
            return
        work = mutant_runs.run_here(items, config, module.seconds_of(reaching))
        end, red = mutant_runs.forked(work)
        if end != mutant_runs.LEFT:
            raise SystemExit(f"{module.name}: red without any mutant: {end} {red}")
        for mutant in module.open(in_function=True):
            tests = module.tests_of(mutant, self._budget_s)
            run = mutant_runs.run_here(items, config, module.seconds_of(tests))

            def work(pipe: int, mutant: Mutant = mutant, run: Any = run) -> None:
                if mutant_runs.in_place(functions, mutant, module.path):
                    run(pipe)

            module.take_end(mutant, *mutant_runs.forked(work))


def _modules_of(wanted: str) -> list[str]:
    """Return the named module, or all modules of a package that have a mutant."""
    if wanted.endswith(".py"):
        return [wanted]
    found = sorted((PROGRAM / wanted).glob("*.py"))
    return [str(path.relative_to(PROGRAM)) for path in found if next(mutants_of(path.read_text()), None)]


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("names", nargs="*")
    asked.add_argument("--collect", action="store_true")
    asked.add_argument("--list", action="store_true", help="print the mutants, run nothing")
    asked.add_argument("--anew", action="store_true", help="forget what was killed before")
    asked.add_argument("--untried", action="store_true", help="pass over those that lived the last time")
    asked.add_argument("--at-most", type=int, help="of a module with more mutants, so many by lot")
    asked.add_argument(
        "--budget", type=float, default=BUDGET_S, help="seconds of tests for a mutant that lives"
    )
    options = asked.parse_args()
    os.chdir(ROOT)
    os.nice(10)
    sys.pycache_prefix = str(BUILD / "bytecode")
    os.environ |= {
        "QT_QPA_PLATFORM": "offscreen",
        "OPENBLAS_NUM_THREADS": "1",
    }
    BUILD.mkdir(parents=True, exist_ok=True)
    if options.collect:
        collect(options.names)
        return
    names = [name for wanted in options.names for name in _modules_of(wanted)]
    if options.list:
        for name in names:
            for mutant in mutants_of((PROGRAM / name).read_text()):
                print(f"{name}:{mutant.line} {mutant.name}")
        return
    seen = json.loads(SEEN.read_text())
    verdicts = json.loads(VERDICTS.read_text()) if VERDICTS.exists() else {}
    for name in names if options.anew else ():
        verdicts.pop(name, None)
    modules = [Module(name, seen, verdicts) for name in names]
    for library in seen["libraries"]:
        with suppress(Exception):  # loaded once, before the forks; some need another system
            importlib.import_module(library)

    def keep(module: Module) -> None:
        VERDICTS.write_text(json.dumps(verdicts))
        put_into_doc(module.name, module.count())
        print(module.name, module.count(), flush=True)

    mutant_runs.quiet_hypothesis()
    for module in modules:
        module.take(options.at_most, untried=options.untried)
        run_at_import(module, options.budget)
        VERDICTS.write_text(json.dumps(verdicts))
    files = {
        test.partition("::")[0] for module in modules for test in module.tests_of(None, options.budget * 100)
    }
    in_place = InPlace(modules, options.budget, keep)
    pytest.main([*mutant_runs.PYTEST, mutant_runs.base_temp(), *sorted(files)], plugins=[in_place])


if __name__ == "__main__":
    main()
