"""What the first paint must not pay for."""

import subprocess
import sys

import pytest

# Each costs 60 to 180 ms to import.
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


def test_the_frame_is_shown_before_the_panes_and_the_engine_are_imported() -> None:
    # asyncio and qasync cost 40 ms, the panes and the engine 200.
    ask = "import vidu_desktop.cli.arguments, vidu_desktop.app, sys; print(*sys.modules)"
    answer = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=True)
    loaded = set(answer.stdout.split())
    assert "vidu_desktop.ui.main_window" in loaded
    assert not loaded & {
        "asyncio",
        "qasync",
        "vidu_desktop.ui.compose",
        "vidu_desktop.ui.look.look",
        "vidu_desktop.engine.engine",
        "PySide6.QtSvg",
    }


def test_the_source_of_our_modules_is_not_read_again_when_they_are_imported() -> None:
    # PySide6's own import does, to look for snake_case names; a quarter of the start went by it.
    ask = "import builtins as b; plain = b.__import__; import vidu_desktop.app; print(b.__import__ is plain)"
    answer = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "True"
