"""The wheel contains everything in this repository that the program needs, and everything that desktops and terminals read."""

import zipfile
from pathlib import Path

import pytest
from fakes.checkout import CHECKOUT_DIR
from hatchling.builders.wheel import WheelBuilder

ICONS_DIR = CHECKOUT_DIR / "packaging" / "desktop" / "icons"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    folder = tmp_path_factory.mktemp("wheel")
    [path] = WheelBuilder(str(CHECKOUT_DIR)).build(directory=str(folder), versions=["standard"])
    with zipfile.ZipFile(path) as file:
        yield file


def test_every_module_and_every_resource_is_in_the_wheel(wheel: zipfile.ZipFile) -> None:
    # given what the program consists of
    modules = [path.relative_to(CHECKOUT_DIR) for path in (CHECKOUT_DIR / "vidu_desktop").rglob("*.py")]
    resources = [
        "vidu_desktop" / path.relative_to(CHECKOUT_DIR)
        for path in (CHECKOUT_DIR / "resources").rglob("*")
        if path.is_file()
    ]

    # then all of it is there, and no picture of the window for readers of the repository
    inside = set(wheel.namelist())
    assert [path for path in [*modules, *resources] if path.as_posix() not in inside] == []
    assert [name for name in inside if "screenshot" in name] == []


@pytest.mark.parametrize(
    "name",
    [
        "applications/vidu-desktop.desktop",
        "metainfo/io.github.vidu_desktop.ViduDesktop.metainfo.xml",
        "man/man1/vidu-desktop.1",
        "bash-completion/completions/vidu-desktop",
        "zsh/site-functions/_vidu-desktop",
        "fish/vendor_completions.d/vidu-desktop.fish",
        "icons/hicolor/scalable/apps/vidu-desktop.svg",
        *(
            f"icons/hicolor/{path.stem}x{path.stem}/apps/vidu-desktop.png"
            for path in sorted(ICONS_DIR.glob("*.png"))
        ),
    ],
)
def test_what_a_desktop_reads_is_in_the_wheel(wheel: zipfile.ZipFile, name: str) -> None:
    assert any(inside.endswith(f".data/data/share/{name}") for inside in wheel.namelist())


def test_licence_and_notice_travel_with_the_wheel(wheel: zipfile.ZipFile) -> None:
    inside = {Path(name).name for name in wheel.namelist() if ".dist-info/licenses/" in name}
    assert inside == {"LICENSE", "NOTICE.md"}


def test_the_wheel_starts_with_a_console_and_without_one(wheel: zipfile.ZipFile) -> None:
    [name] = [name for name in wheel.namelist() if name.endswith("/entry_points.txt")]
    assert wheel.read(name).decode().splitlines() == [
        "[console_scripts]",
        "vidu-desktop = vidu_desktop.__main__:main",
        "",
        "[gui_scripts]",
        "vidu-desktop-window = vidu_desktop.__main__:main",
    ]


def test_its_page_on_an_index_needs_nothing_of_the_repository(wheel: zipfile.ZipFile) -> None:
    # given the page that an index shows
    [name] = [name for name in wheel.namelist() if name.endswith("/METADATA")]
    page = wheel.read(name).decode().partition("\n\n")[2]

    # then all its links lead outside, and it speaks of no command of a checkout
    assert page.startswith("# Vidu Desktop")
    assert "](" not in page.replace("](https://", "")
    assert "bash packaging/" not in page
