"""Tools that only a developer's own commands need: fetched once into `build/`, at the version that is pinned here."""

import subprocess
import sys
from pathlib import Path

LIB = Path(__file__).resolve().parents[1] / "build" / "mutate" / "lib"
COVERAGE = "coverage==7.17.5"


def fetch_coverage() -> None:
    """Let `import coverage` find it."""
    if not (LIB / "coverage").exists():
        command = [sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--target", str(LIB), COVERAGE]
        subprocess.run(command, check=True)
    if str(LIB) not in sys.path:
        sys.path.insert(0, str(LIB))
