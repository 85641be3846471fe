"""What people read when they start the window on a system that lacks something for it."""

import os
import subprocess
import sys
from collections.abc import Callable

import pytest
from fakes.checkout import CHECKOUT_DIR

from vidu_desktop.__main__ import open_or_explain
from vidu_desktop.adapters.desktop.window_libraries import packages_by_library, why_no_window

TABLE = CHECKOUT_DIR / "resources" / "window-libraries.txt"

linux_only = pytest.mark.skipif(sys.platform != "linux", reason="only Linux lacks such libraries")


def loading_all_but(*missing: str) -> Callable[[str], object]:
    def load(file: str) -> object:
        if file in missing:
            raise OSError(file)
        return file

    return load


@linux_only
@pytest.mark.parametrize(
    ("family", "line"),
    [
        ("debian", "    sudo apt-get install libgl1 libxcb-cursor0"),
        ("fedora", "    sudo dnf install libglvnd-glx xcb-util-cursor"),
        ("arch", "    sudo pacman -S --needed libglvnd xcb-util-cursor"),
    ],
)
def test_missing_libraries_are_told_all_at_once_with_the_line_that_brings_them(
    family: str, line: str
) -> None:
    load = loading_all_but("libGL.so.1", "libxcb-cursor.so.0")

    said = why_no_window(TABLE, "libGL.so.1: cannot open shared object file", family, load)

    assert "libGL.so.1, libxcb-cursor.so.0" in said
    assert line in said.splitlines()


@linux_only
def test_a_package_that_brings_two_libraries_is_named_once() -> None:
    said = why_no_window(TABLE, "", "arch", loading_all_but("libGL.so.1", "libEGL.so.1"))
    assert said.count("libglvnd") == 1


@linux_only
def test_an_unknown_system_is_told_the_files() -> None:
    said = why_no_window(TABLE, "", None, loading_all_but("libEGL.so.1"))
    assert "libEGL.so.1" in said


def test_every_library_has_a_package_in_each_family() -> None:
    packages = packages_by_library(TABLE)
    assert all(set(names) == {"debian", "fedora", "arch"} for names in packages.values())
    assert all(all(names.values()) for names in packages.values())


@linux_only
def test_without_a_screen_the_window_ends_with_a_sentence_and_no_core_file() -> None:
    # given a session without a screen
    environ = {
        name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")
    }

    # when the window is started there
    done = subprocess.run(
        [sys.executable, "-c", "from vidu_desktop.__main__ import main; raise SystemExit(main())"],
        env={**environ, "QT_QPA_PLATFORM": "xcb"},
        capture_output=True,
        text=True,
        check=False,
    )

    # then it says why in our own words, and how to work without a window
    assert done.returncode == 2
    assert done.stderr.startswith(("There is no screen", "The window needs libraries"))
    assert "vidu-desktop --help" in done.stderr


@pytest.mark.parametrize(
    "words", ["libgone.so.6: cannot open shared object file", "cannot import name 'gone'"]
)
def test_a_library_that_is_missed_late_is_told_too_and_a_fault_of_ours_is_not_hidden(
    words: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    # given a window that fails while it is built
    def ends(*_: object) -> int:
        raise ImportError(words)

    monkeypatch.setattr("vidu_desktop.app.open_window", ends)

    # then only a library that the system lacks becomes a sentence
    if ".so" in words:
        assert open_or_explain(None, []) == 2
        assert "vidu-desktop --help" in capsys.readouterr().err
    else:
        with pytest.raises(ImportError):
            open_or_explain(None, [])
