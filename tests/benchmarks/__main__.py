"""All figures of the program in one table, each against a floor that is measured in the same run.

    python -m tests.benchmarks [ROW ...] [--quick] [--json]

Run from the checkout. It reports and does not judge: the exit code is 0 when everything ran through.
The machine should have nothing else to do; a note beside a figure tells what a busy one spoils least.
"""

import argparse
import importlib
import json
import os
import sys
from dataclasses import asdict
from pathlib import Path

CHECKOUT_DIR = Path(__file__).resolve().parents[2]
ROWS = (
    "start",
    "early_press",
    "lateness",
    "memory",
    "downloads",
    "rendering",
    "colours",
    "queue",
    "covers",
    "library",
    "player",
    "film",
    "sheets",
    "batch",
    "board",
)


def _prepare_imports() -> None:
    """Let this process and those that it starts find the tests' fakes, as pytest does."""
    places = [str(CHECKOUT_DIR), str(CHECKOUT_DIR / "tests")]
    sys.path[:0] = places
    os.environ["PYTHONPATH"] = os.pathsep.join([*places, *filter(None, [os.environ.get("PYTHONPATH")])])
    # Compiled modules are kept, as in an installed program. No real key, home or service may be found.
    for name in ("PYTHONDONTWRITEBYTECODE", "ZAI_API_KEY", "ZAI_BASE_URL", "VIDU_DESKTOP_HOME"):
        os.environ.pop(name, None)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__.splitlines()[0])
    parser.add_argument("rows", nargs="*", metavar="ROW", help=", ".join(ROWS) + "; all if none is named")
    parser.add_argument("--quick", action="store_true", help="fewer rounds: a smoke test, not a figure")
    parser.add_argument("--json", action="store_true", help="one object a line instead of the table")
    asked = parser.parse_args()
    if unknown := set(asked.rows) - set(ROWS):
        parser.error(f"no such row: {', '.join(sorted(unknown))}")
    _prepare_imports()
    from benchmarks import figures

    begun = figures.machine()
    found: list[figures.Figure] = []
    for name in ROWS:
        if not asked.rows or name in asked.rows:
            print(f"{name} ...", file=sys.stderr, flush=True)
            found += importlib.import_module(f"tests.benchmarks.bench_{name}").measure(quick=asked.quick)
    if asked.json:
        for figure in found:
            print(json.dumps(asdict(figure)))
    else:
        print(f"begun {begun}\nended {figures.machine()}\n\n{figures.table(found)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
