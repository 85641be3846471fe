"""What the first paint must not pay for: each of these costs 60 to 180 ms to import."""

import subprocess
import sys

import pytest

HEAVY = (
    "httpx",
    "av",
    "keyring",
    "PySide6.QtMultimedia",
    "uvicorn",
    "starlette",
    "PIL",
    "numpy",
    "rich",
    "pebble",
)
ASK = "import {module}, sys; print(*[name for name in {heavy!r} if name in sys.modules])"


def heavy_imports_of(module: str) -> list[str]:
    """Import a module in a fresh Python and list what heavy came with it."""
    answer = subprocess.run(
        [sys.executable, "-c", ASK.format(module=module, heavy=HEAVY)],
        capture_output=True,
        text=True,
        check=True,
    )
    return answer.stdout.split()


@pytest.mark.parametrize(
    "module", ["vidu_desktop.__main__", "vidu_desktop.app.run", "vidu_desktop.ui.main_window"]
)
def test_the_way_to_the_first_paint_imports_nothing_heavy(module: str) -> None:
    assert heavy_imports_of(module) == []


def test_a_heavy_import_would_be_seen() -> None:
    assert "httpx" in heavy_imports_of("httpx")
