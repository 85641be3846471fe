"""`python -m tests.faults`, from the checkout: every fault at full length, and a table of the figures.

Goes through `test_*.py` of this folder, or only the named ones. For each module, its `figures` are called or all its
tests are run. The table is printed and written into packaging/FAULTS.md between its markers; the lines of other modules
stay as they are. Ends with 1 when a figure isn't reached. `--seed N` repeats a run. With VIDU_FAULT_SEED=N in the
environment, seeded runs use only that seed, and the table stays as it is.
"""

import argparse
import importlib
import os
import random
import re
import subprocess
import sys
import time
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

HERE = Path(__file__).parent
DOC = HERE.parents[1] / "packaging" / "FAULTS.md"
BEGIN, END = "<!-- figures: begin -->", "<!-- figures: end -->"
HEAD = "| module | test | figure to reach | figure | seed | date |\n| --- | --- | --- | --- | --- | --- |\n"

sys.path[:0] = [str(HERE), str(HERE.parent)]

from fakes.seeded_runs import ENV  # noqa: E402 - the path is set above, as pytest does it
from faults.fault_figures import Row  # noqa: E402


def rows_of(name: str, seed: int) -> Iterable[Row]:
    """Yield a module's rows as they come."""
    module = importlib.import_module(name)
    if hasattr(module, "figures"):
        rows: Iterable[Row] = module.figures(seed)
        return rows
    title = (module.__doc__ or name).strip().splitlines()[0].rstrip(".")
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", "pytest", str(HERE / f"{name}.py"), "--timeout=3600"]
    done = subprocess.run(command, capture_output=True, text=True, env=env, check=False)
    print(done.stdout[-3000:] if done.returncode else "", end="", file=sys.stderr)
    counted = re.findall(r"\d+ (?:passed|failed|skipped|errors?)", done.stdout)
    return [Row(test=title, aim="all pass", figure=", ".join(counted), good=done.returncode == 0)]


def line_of(name: str, row: Row, seed: int) -> str:
    figure = row.figure if row.good else f"**NOT REACHED** {row.figure}"
    cells = [
        name.removeprefix("test_"),
        row.test,
        row.aim,
        figure,
        row.seeds or str(seed),
        f"{datetime.now(UTC):%Y-%m-%d}",
    ]
    return "| " + " | ".join(cell.replace("|", "/").replace("\n", " ") for cell in cells) + " |"


def put_into_doc(lines: dict[str, list[str]]) -> None:
    """Replace the lines of these modules and keep the lines of the others, in the order of their names."""
    before, rest = DOC.read_text().split(BEGIN)
    table, after = rest.split(END)
    kept: dict[str, list[str]] = {}
    for line in table.strip().splitlines()[2:]:
        kept.setdefault(line.split("|")[1].strip(), []).append(line)
    kept |= lines
    body = "\n".join(line for name in sorted(kept) for line in kept[name])
    DOC.write_text(f"{before}{BEGIN}\n{HEAD}{body}\n{END}{after}")


def main() -> int:
    every = sorted(path.stem for path in HERE.glob("test_*.py"))
    asked = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    asked.add_argument("modules", nargs="*", metavar="MODULE", help=f"one of {', '.join(every)}")
    asked.add_argument("--seed", type=int, default=random.SystemRandom().randrange(1_000_000))
    options = asked.parse_args()
    names = [f"test_{name.removeprefix('test_')}" for name in options.modules] or every
    print(f"seed {options.seed}", file=sys.stderr)
    good = True
    for name in names:
        began_s = time.monotonic()
        lines = []
        for row in rows_of(name, options.seed):
            lines.append(line_of(name, row, options.seed))
            print(lines[-1], flush=True)
            good = good and row.good
        print(f"{name}: {time.monotonic() - began_s:.0f} s", file=sys.stderr)
        if ENV not in os.environ:  # a single seed is for examining a fault, not for the table
            put_into_doc({name.removeprefix("test_"): lines})
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
