"""The parts of a bundle agree with the program, and whatever a bundle leaves out is left out for a reason."""

import posixpath
import re
import sys
from collections.abc import Iterator
from types import ModuleType

import pytest
from fakes.checkout import CHECKOUT_DIR

from vidu_desktop.adapters.desktop.window_libraries import packages_by_library
from vidu_desktop.domain.export import ExportFormat
from vidu_desktop.domain.modes import Mode

BUNDLE_DIR = CHECKOUT_DIR / "packaging" / "bundle"


@pytest.fixture(scope="module")
def scripts() -> Iterator[dict[str, ModuleType]]:
    """The scripts that make and test a bundle, which are in no package."""
    import importlib

    names = ("pruning", "smoke", "packages")
    sys.path.insert(0, str(BUNDLE_DIR))
    yield {name: importlib.import_module(name) for name in names}
    sys.path.remove(str(BUNDLE_DIR))
    for name in names:
        del sys.modules[name]


def test_each_mode_and_each_format_is_tried_in_a_bundle(scripts: dict[str, ModuleType]) -> None:
    assert set(scripts["smoke"].MODES) == set(Mode)
    assert set(scripts["smoke"].FORMATS) == set(ExportFormat)


def test_nothing_that_the_program_brings_is_left_out_by_its_name(scripts: dict[str, ModuleType]) -> None:
    entries = [
        (f"vidu_desktop/{path.relative_to(CHECKOUT_DIR).as_posix()}", str(path), "DATA")
        for path in (CHECKOUT_DIR / "resources").rglob("*")
        if path.is_file()
    ]
    qt = ("PySide6/Qt/translations/qtbase_ja.qm", "", "DATA")

    assert scripts["pruning"].wanted([*entries, qt]) == [*entries, qt]
    unwanted = (
        "PySide6/Qt/translations/qtbase_fi.qm",
        "av-18.dist-info/licenses/__pycache__/x.cpython-313.pyc",
    )
    assert scripts["pruning"].wanted([(name, "", "DATA") for name in unwanted]) == []


NEEDS = {
    "_ssl.so": {"libssl.so.3"},
    "libssl.so.3": {"libz.so.1"},
    "QtGui.so": {"libQt6Gui.so.6"},
    "libQt6Gui.so.6": {"libGL.so.1", "libstdc++.so.6"},
    "libqxcb.so": {"libxcb-cursor.so.0", "libX11.so.6"},
}


def left(module: ModuleType) -> set[str]:
    """Return what is kept of a small bundle."""
    binaries = [
        ("libpython3.13.so.1.0", "/usr/lib/libpython3.13.so.1.0", "BINARY"),
        ("lib-dynload/_ssl.so", "/usr/lib/python3.13/lib-dynload/_ssl.so", "EXTENSION"),
        ("PySide6/QtGui.so", "/venv/PySide6/QtGui.so", "EXTENSION"),
        ("PySide6/Qt/lib/libQt6Gui.so.6", "/venv/PySide6/Qt/lib/libQt6Gui.so.6", "BINARY"),
        ("PySide6/Qt/lib/libQt6EglFS.so.6", "/venv/PySide6/Qt/lib/libQt6EglFS.so.6", "BINARY"),
        (
            "PySide6/Qt/plugins/platforms/libqxcb.so",
            "/venv/PySide6/Qt/plugins/platforms/libqxcb.so",
            "BINARY",
        ),
        *(
            (name, f"/usr/lib/x86_64-linux-gnu/{name}", "BINARY")
            for name in (
                "libssl.so.3",
                "libz.so.1",
                "libstdc++.so.6",
                "libX11.so.6",
                "libxcb-cursor.so.0",
                "libgtk-3.so.0",
            )
        ),
    ]
    kept = module.needed(binaries, lambda path: NEEDS.get(path.rpartition("/")[2], set()))
    return {name.rpartition("/")[2] for name, _, _ in kept}


def test_what_python_needs_of_the_build_machine_stays(scripts: dict[str, ModuleType]) -> None:
    assert {"libpython3.13.so.1.0", "libssl.so.3", "libz.so.1"} <= left(scripts["pruning"])


def test_what_qt_needs_of_a_system_is_left_to_the_person_s_own(scripts: dict[str, ModuleType]) -> None:
    stays = left(scripts["pruning"])
    assert stays & {"libstdc++.so.6", "libX11.so.6", "libgtk-3.so.0"} == set()
    assert {"libQt6Gui.so.6", "libqxcb.so", "libxcb-cursor.so.0"} <= stays


def test_a_library_of_qt_that_nothing_leads_to_is_left_out(scripts: dict[str, ModuleType]) -> None:
    assert "libQt6EglFS.so.6" not in left(scripts["pruning"])


def test_packages_depend_on_every_library_that_a_window_needs(
    scripts: dict[str, ModuleType], tmp_path_factory: pytest.TempPathFactory
) -> None:
    described = scripts["packages"].description_for_nfpm(tmp_path_factory.mktemp("share"), "2.34")
    table = packages_by_library(CHECKOUT_DIR / "resources" / "window-libraries.txt")

    assert {names["debian"] for names in table.values()} <= set(described["overrides"]["deb"]["depends"])
    assert {f"{file}()(64bit)" for file in table} <= set(described["overrides"]["rpm"]["depends"])
    assert any("noto-cjk" in font for font in described["overrides"]["deb"]["recommends"])


def test_a_package_is_as_distributions_want_it(
    scripts: dict[str, ModuleType], tmp_path_factory: pytest.TempPathFactory
) -> None:
    described = scripts["packages"].description_for_nfpm(tmp_path_factory.mktemp("share"), "2.34")

    # then its link stays right wherever the system is mounted, and its words fit into a terminal
    [link] = [one for one in described["contents"] if one.get("type") == "symlink"]
    assert not link["src"].startswith("/")
    target = posixpath.normpath(posixpath.join(posixpath.dirname(link["dst"]), link["src"]))
    assert target in {one["dst"] for one in described["contents"]}
    assert [line for line in described["description"].splitlines() if len(line) > 80] == []


def test_the_program_has_a_window_on_macos_and_a_console_elsewhere() -> None:
    # A program with a console becomes one without menu bar and Dock there, by PyInstaller's own default.
    spec = (BUNDLE_DIR / "vidu.spec").read_text("utf-8")
    assert re.findall(r"program\(NAME, console=(.+?)\)", spec) == ['sys.platform != "darwin"']


def test_a_bundle_names_the_licence_of_the_whole_everywhere(scripts: dict[str, ModuleType]) -> None:
    # given that the metainfo of the source names the program's own
    metainfo = (CHECKOUT_DIR / "packaging" / "desktop" / "vidu-desktop.metainfo.xml").read_text("utf-8")
    assert "<project_license>MIT<" in metainfo

    # then build and packages name the other one, and every text that the page names is there
    assert "<project_license>GPL-3.0-or-later<" in (BUNDLE_DIR / "build.py").read_text("utf-8")
    page = (BUNDLE_DIR / "copyright").read_text("utf-8")
    texts = set(re.findall(r"\b((?:L?GPL|Apache)-[\d.]+\.txt)", page))
    assert texts
    assert [name for name in texts if not (BUNDLE_DIR / "licences" / name).exists()] == []


def test_every_file_that_the_recipe_names_is_there() -> None:
    spec = (BUNDLE_DIR / "vidu.spec").read_text("utf-8")
    named = re.findall(r'SPECPATH, "([^"]+)"', spec)
    assert named
    assert [name for name in named if not (BUNDLE_DIR / name).exists()] == []
