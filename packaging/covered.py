"""Measures how much of the rooms that hold the rules their own tests run, and says where they fall below the floor.

    .venv/bin/python packaging/covered.py

Each room is measured by the tests of that room alone: a line that only a test of the whole window passes through isn't
held by anything that says what it must do. Ends with 1 below a floor. It stands beside `packaging/check` and not in it:
on Python 3.11 measuring makes these tests take more than twice as long, and the check has no second to spare; GitHub
runs it with the check, on a machine of its own.
"""

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
    """Run the tests of a room; return pytest's exit code, and how many of its statements were run in percent."""
    import coverage

    measured = coverage.Coverage(data_file=None, include=[f"{ROOT}/vidu_desktop/{room}/*"])
    measured.start()
    code = pytest.main(["-q", "-m", "not slow", "--tb=short", str(ROOT / "tests" / "unit" / room)])
    measured.stop()
    with Path(os.devnull).open("w") as nowhere:
        return int(code), measured.report(file=nowhere)


def main() -> int:
    fetch_coverage()
    # One process for each room: what is imported for one would count as run by nobody for the next.
    if len(sys.argv) == 1:
        ends = [
            os.spawnl(os.P_WAIT, sys.executable, sys.executable, __file__, room) for room in FLOORS_PERCENT
        ]
        return max(ends)
    (room,) = sys.argv[1:]
    code, percent = covered_percent(room)
    held = percent >= FLOORS_PERCENT[room]
    print(
        f"{room}: {percent:.1f} % run by its own tests, floor {FLOORS_PERCENT[room]} %{'' if held else ': BELOW'}"
    )
    return code or int(not held)


if __name__ == "__main__":
    sys.exit(main())
