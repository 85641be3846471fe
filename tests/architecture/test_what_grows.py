"""What ARCHITECTURE.md says of a new model, option and mode, counted in the source: no other file knows one by name."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from vidu_desktop.domain.catalogue import CATALOGUE
from vidu_desktop.domain.export import ExportFormat
from vidu_desktop.domain.modes import Mode
from vidu_desktop.domain.options import KINDS, OptionKey

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "packaging" / "ARCHITECTURE.md").read_text("utf-8")
SOURCES = {
    path.relative_to(ROOT).as_posix(): path.read_text("utf-8") for path in ROOT.glob("vidu_desktop/**/*.py")
}


def named_in(heading: str) -> set[str]:
    """The files, and folders, of a section's lists."""
    section = PAGE.split(f"### {heading}", 1)[1].split("\n### ", 1)[0]
    return set(re.findall(r"^(?:\d+\.|-) `([^`]+)`", section, re.MULTILINE))


def enum_members(source: str, enum: str) -> Iterator[str]:
    """The members of an enum that the source names: `Mode.IMAGE`."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == enum:
            yield node.attr


def literals(source: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def test_a_model_is_known_by_name_in_the_catalogue_alone() -> None:
    models = {spec.model for spec in CATALOGUE}
    knowing = {path for path, source in SOURCES.items() if models & set(literals(source))}
    assert knowing == named_in("To add a model")


def test_a_mode_is_known_by_name_where_the_page_says() -> None:
    """Each mode's own tab stands for the small tab of another one."""
    members = {mode.name for mode in Mode}
    knowing = {path for path, source in SOURCES.items() if members & set(enum_members(source, "Mode"))}
    knowing = {
        "vidu_desktop/ui/tabs/" if path.startswith("vidu_desktop/ui/tabs/") else path for path in knowing
    }
    # The enum itself, and the tab's place among the others, don't spell `Mode.`.
    own = {"vidu_desktop/domain/modes.py", "vidu_desktop/ui/tabs/mode_tabs.py"}
    assert knowing | own == named_in("To add a mode, say one that takes text alone")


def test_an_export_format_is_known_by_name_where_the_page_says() -> None:
    members = {kind.name for kind in ExportFormat}
    knowing = {
        path for path, source in SOURCES.items() if members & set(enum_members(source, "ExportFormat"))
    }
    assert knowing == named_in("To add an export format")


@pytest.mark.parametrize("key", OptionKey)
def test_no_option_is_spelt_outside_of_the_domain_its_words_and_its_rendering(key: OptionKey) -> None:
    """As a word of its own. What the program itself does with some (length, size, shape, music) goes by `OptionKey`."""
    wire_name = KINDS[key].wire_name
    if wire_name in ("size", "duration", "quality", "fps"):
        pytest.skip("a word of many meanings")
    knowing = {path for path, source in SOURCES.items() if wire_name in set(literals(source))}
    assert knowing <= named_in("To add an option")


def test_movement_is_spelt_in_eight_files_at_most() -> None:
    """Twenty-two did when an option was a field."""
    assert sum("movement" in source.casefold() for source in SOURCES.values()) <= 8


def test_every_file_that_the_page_names_is_there() -> None:
    for path in re.findall(r"`((?:vidu_desktop|tests)/[^`]+)`", PAGE):
        assert (ROOT / path).exists(), path
