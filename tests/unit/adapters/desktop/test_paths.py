"""A home moves all files into one folder; otherwise the platform's folders are used."""

import dataclasses
import re
import subprocess
import sys
from pathlib import Path

import pytest
from fakes.checkout import CHECKOUT_DIR

from vidu_desktop.adapters.desktop.paths import (
    HOME_VARIABLE,
    Paths,
    find_input,
    input_path,
    private_dir,
    resolve_paths,
)


def every_place(paths: Paths) -> list[Path]:
    names = [field.name for field in dataclasses.fields(Paths)]
    names += [name for name, value in vars(Paths).items() if isinstance(value, property)]
    return [getattr(paths, name) for name in names]


def test_a_home_holds_every_place_and_makes_none(tmp_path: Path) -> None:
    home = tmp_path / "home"
    places = every_place(resolve_paths(str(home), {}))

    assert len(set(places)) == len(places) >= 17
    assert all(place.is_relative_to(home) for place in places)
    assert not home.exists()


def test_the_option_wins_over_the_environment(tmp_path: Path) -> None:
    environ = {HOME_VARIABLE: str(tmp_path / "environment")}

    assert resolve_paths(str(tmp_path / "option"), environ).data_dir == tmp_path / "option" / "data"
    assert resolve_paths(None, environ).data_dir == tmp_path / "environment" / "data"


def test_a_relative_home_is_of_the_folder_where_it_was_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    assert resolve_paths("here", {}).library_dir == tmp_path / "here" / "library"


def test_without_a_home_the_platform_decides(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if sys.platform != "linux":
        pytest.skip("the variables are Linux's")
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("CONFIG", "DATA", "CACHE", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    paths = resolve_paths(None, {})

    assert paths.data_dir == tmp_path / "data" / "vidu-desktop"
    assert paths.config_dir == tmp_path / "config" / "vidu-desktop"
    assert paths.cache_dir == tmp_path / "cache" / "vidu-desktop"
    assert paths.library_dir.name == "Vidu Desktop"


def test_folders_are_private(tmp_path: Path) -> None:
    folder = private_dir(private_dir(tmp_path / "a") / "b")

    assert folder.stat().st_mode & 0o777 == 0o700


def test_a_prepared_picture_is_found_by_its_hash_alone(tmp_path: Path) -> None:
    sha256 = "cd" * 32
    path = input_path(tmp_path, sha256, "image/webp")
    assert find_input(tmp_path, sha256) is None
    path.parent.mkdir(parents=True)
    path.write_bytes(b"picture")

    assert find_input(tmp_path, sha256) == path == tmp_path / "cd" / f"{sha256}.webp"


def test_only_one_module_asks_the_platform_for_folders() -> None:
    askers = [
        path.name
        for path in (CHECKOUT_DIR / "vidu_desktop").rglob("*.py")
        if re.search(r"(?m)^\s*(import|from) platformdirs", path.read_text("utf-8"))
    ]

    assert askers == ["paths.py"]


def test_nothing_heavy_is_imported_for_the_storage() -> None:
    code = (
        "import sys, vidu_desktop.wiring.storage as o;"
        "print([m for m in ('av','httpx','keyring','PIL','platformdirs','PySide6','uvicorn') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"
