"""What a window needs of a Linux system: which libraries are missing, and the command that installs them. Works without a
window.
"""

import ctypes
import shutil
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

_COLUMNS = ("debian", "fedora", "arch")
_TOOLS = {"debian": "apt-get", "fedora": "dnf", "arch": "pacman"}
_LINES = {"debian": "sudo apt-get install", "fedora": "sudo dnf install", "arch": "sudo pacman -S --needed"}
_COMMANDS_WORK = "The command line works without a window: vidu-desktop --help"


def packages_by_library(table_path: Path) -> dict[str, dict[str, str]]:
    """Return the table: for the file of each library, the package that contains it in each family of systems."""
    rows = [line.split() for line in table_path.read_text(encoding="utf-8").splitlines()]
    return {
        file: dict(zip(_COLUMNS, packages, strict=True)) for file, *packages in rows if file.startswith("lib")
    }


def system_family() -> str | None:
    """Return the family whose packages this system uses: debian, fedora or arch; None for others."""
    return next((family for family, tool in _TOOLS.items() if shutil.which(tool)), None)


def missing_libraries(files: Sequence[str], load: Callable[[str], object] = ctypes.CDLL) -> list[str]:
    """Return those of `files` that can't be loaded."""

    def is_missing(file: str) -> bool:
        try:
            load(file)
        except OSError:
            return True
        return False

    return [file for file in files if is_missing(file)]


def why_no_window(
    table_path: Path, detail: str, family: str | None, load: Callable[[str], object] = ctypes.CDLL
) -> str:
    """Return the text for a person when Qt couldn't show a window; `detail` is what Qt or the system said."""
    packages = packages_by_library(table_path)
    missing = missing_libraries(list(packages), load) if sys.platform == "linux" else []
    if not missing:
        return f"There is no screen that a window could open on: {detail}\n{_COMMANDS_WORK}"
    said = f"The window needs libraries that this system lacks: {', '.join(missing)}."
    if family is None:
        return f"{said} Your system's package manager has them.\n{_COMMANDS_WORK}"
    wanted = dict.fromkeys(packages[file][family] for file in missing)
    return f"{said} This line brings them:\n\n    {_LINES[family]} {' '.join(wanted)}\n\n{_COMMANDS_WORK}"
