"""Each test is in the folder that mirrors what it tests, and no test imports another."""

import ast
import re
from pathlib import Path

import pytest
from fakes.checkout import CHECKOUT_DIR, TESTS_DIR

PROGRAM_DIR = CHECKOUT_DIR / "vidu_desktop"
MIRRORS = {TESTS_DIR / "unit": PROGRAM_DIR, TESTS_DIR / "ui": PROGRAM_DIR / "ui"}
OF_THE_WHOLE_WINDOW = {
    "test_accessibility.py",
    "test_announcements.py",
    "test_main_window.py",
    "test_menu_letters.py",
    "test_order_keys.py",
    "test_pseudo_language.py",
    "test_room_for_texts.py",
    "test_visible_focus.py",
}


def every_test() -> list[Path]:
    return sorted(TESTS_DIR.rglob("test_*.py"))


def homeless(path: Path) -> bool:
    """Whether a test in `unit` or `ui` is in a folder that the program doesn't have."""
    for mirror, rooms in MIRRORS.items():
        if path.is_relative_to(mirror):
            room = path.parent.relative_to(mirror)
            top = room == Path() and path.name not in OF_THE_WHOLE_WINDOW
            return top or not (rooms / room / "__init__.py").exists()
    return False


def modules_imported(source: str) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found |= {node.module or "", *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found


MAY_IMPORT = re.compile(r"(?<!def )\btest_")
"""Finds modules that may import another test, so that only these are parsed."""


def other_tests_in(source: str) -> set[str]:
    return {name for name in modules_imported(source) if name.rpartition(".")[2].startswith("test_")}


def test_each_test_stands_in_the_room_of_what_it_tests() -> None:
    assert [str(path.relative_to(TESTS_DIR)) for path in every_test() if homeless(path)] == []


def test_no_test_imports_another() -> None:
    assert {
        path.name: found
        for path in every_test()
        if MAY_IMPORT.search(source := path.read_text("utf-8")) and (found := other_tests_in(source))
    } == {}


def test_no_two_tests_share_a_file_name() -> None:
    """pytest identifies a module by its file name alone, since the folders aren't packages."""
    names = [path.name for path in every_test()]

    assert sorted({name for name in names if names.count(name) > 1}) == []


@pytest.mark.parametrize("place", ["unit/test_new.py", "unit/storage/test_new.py", "ui/test_new.py"])
def test_a_test_without_a_room_is_seen(place: str) -> None:
    assert homeless(TESTS_DIR / place)


@pytest.mark.parametrize("line", ["from test_a import b", "import unit.test_a", "from unit import test_a"])
def test_a_test_that_imports_another_is_seen(line: str) -> None:
    assert other_tests_in(line)
