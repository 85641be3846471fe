"""Measures which share of the rooms with the program's rules their own tests run, and says which rooms are below their floor.

    .venv/bin/python packaging/covered.py [domain|engine|library]

Each room is measured with the tests of that room only: a line that only a test of the whole window runs isn't checked by a
test that says what the line must do. Ends with 1 if a room is below its floor. It isn't a part of `packaging/check`, because
on Python 3.11 measuring makes these tests take more than twice as long, and the check has no second to spare. GitHub runs it
beside the check, on a machine of its own.
"""

import argparse
import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FLOORS_PERCENT = {"domain": 88, "engine": 95, "library": 99}
"""May rise, never sink."""

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path[:0] = [str(ROOT), str(ROOT / "packaging")]
import pytest  # noqa: E402 - the path is set above
from fetched_tools import fetch_coverage  # noqa: E402


def covered_percent(room: str) -> tuple[int, float]:
    """Run the tests of a room; return pytest's exit code, and the percentage of the room's statements that ran."""
    import coverage

    measured = coverage.Coverage(data_file=None, include=[f"{ROOT}/vidu_desktop/{room}/*"])
    measured.start()
    code = pytest.main(["-q", "-m", "not slow", "--tb=short", str(ROOT / "tests" / "unit" / room)])
    measured.stop()
    with Path(os.devnull).open("w") as nowhere:
        return int(code), measured.report(file=nowhere)


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter, allow_abbrev=False
    )
    parser.add_argument("room", nargs="?", choices=FLOORS_PERCENT, help="the only room to measure; else all")
    room: str | None = parser.parse_args().room
    fetch_coverage()
    # One process per room: what one room's run has imported would not count as run in the next.
    if room is None:
        return max(
            os.spawnl(os.P_WAIT, sys.executable, sys.executable, __file__, one) for one in FLOORS_PERCENT
        )
    code, percent = covered_percent(room)
    held = percent >= FLOORS_PERCENT[room]
    print(
        f"{room}: {percent:.1f} % run by its own tests, floor {FLOORS_PERCENT[room]} %{'' if held else ': BELOW'}"
    )
    return code or int(not held)


if __name__ == "__main__":
    sys.exit(main())
