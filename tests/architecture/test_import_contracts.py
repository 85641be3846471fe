"""The import contracts between the rooms, as pyproject.toml defines them."""

import subprocess
import sys
from pathlib import Path

CHECKOUT_DIR = Path(__file__).parents[2]
LINT = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True{config}))"


def lint(config_path: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run import-linter in a separate process, because it changes the import path and keeps caches."""
    config = f", config_filename={str(config_path)!r}" if config_path else ""
    return subprocess.run(
        [sys.executable, "-c", LINT.format(config=config)],
        cwd=CHECKOUT_DIR,
        capture_output=True,
        text=True,
        check=False,
    )


def test_every_room_keeps_to_its_doors() -> None:
    result = lint()
    assert result.returncode == 0, result.stdout + result.stderr


def test_a_door_that_does_not_exist_is_noticed(tmp_path: Path) -> None:
    # given a house turned upside down
    config_path = tmp_path / "upside_down.ini"
    config_path.write_text(
        "[importlinter]\nroot_package = vidu_desktop\n"
        "[importlinter:contract:upside-down]\nname = Upside down\ntype = layers\n"
        "layers =\n  vidu_desktop.errors\n  vidu_desktop.domain\n"
    )

    # when it is checked
    result = lint(config_path)

    # then it is refused, because the domain does import the errors, and for no other reason
    assert result.returncode != 0
    assert "Upside down BROKEN" in result.stdout
