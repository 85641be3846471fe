"""Tools for developers only: fetched once into `build/`, at the versions that are pinned here."""

import subprocess
import sys
from pathlib import Path

BUILD = Path(__file__).resolve().parents[1] / "build"
COVERAGE = "coverage==7.17.5"
MANPAGE = "argparse-manpage==4.8"
COMPLETIONS = "shtab==1.13.0"


def fetch_coverage() -> None:
    """Make `import coverage` work."""
    _fetch(BUILD / "mutate" / "lib", {"coverage": COVERAGE})


def fetch_writers() -> None:
    """Make `import argparse_manpage` and `import shtab` work."""
    _fetch(BUILD / "desktop" / "lib", {"argparse_manpage": MANPAGE, "shtab": COMPLETIONS})


def _fetch(lib: Path, wanted: dict[str, str]) -> None:
    missing = [requirement for module, requirement in wanted.items() if not (lib / module).exists()]
    if missing:
        command = [sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--target", str(lib), *missing]
        subprocess.run(command, check=True)
    if str(lib) not in sys.path:
        sys.path.insert(0, str(lib))
