"""What ARCHITECTURE.md says about adding a model, an option or a mode is counted in the source: no other file knows one by
name.
"""

import ast
import re
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache
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
    """Return the files and folders in a section's lists."""
    section = PAGE.split(f"### {heading}", 1)[1].split("\n### ", 1)[0]
    return set(re.findall(r"^(?:\d+\.|-) `([^`]+)`", section, re.MULTILINE))


@dataclass
class Spelt:
    """What a module spells out: its texts, and the members that it takes from enums (`Mode.IMAGE`), by the enum's name."""

    texts: set[str] = field(default_factory=set)
    members: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))


@cache
def spelt(path: str) -> Spelt:
    found = Spelt()
    for node in ast.walk(ast.parse(SOURCES[path])):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            found.texts.add(node.value)
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            found.members[node.value.id].add(node.attr)
    return found


def test_a_model_is_known_by_name_in_the_catalogue_alone() -> None:
    models = {spec.model for spec in CATALOGUE}
    knowing = {path for path in SOURCES if models & spelt(path).texts}
    assert knowing == named_in("To add a model")


def test_a_mode_is_known_by_name_where_the_page_says() -> None:
    """The small tab that another mode would get is counted as the folder of the present modes' tabs."""
    members = {mode.name for mode in Mode}
    knowing = {path for path in SOURCES if members & spelt(path).members["Mode"]}
    knowing = {
        "vidu_desktop/ui/tabs/" if path.startswith("vidu_desktop/ui/tabs/") else path for path in knowing
    }
    # These two name the modes without writing `Mode.`: the enum itself, and the order of the tabs.
    own = {"vidu_desktop/domain/modes.py", "vidu_desktop/ui/tabs/mode_tabs.py"}
    assert knowing | own == named_in("To add a mode, say one that takes text alone")


def test_an_export_format_is_known_by_name_where_the_page_says() -> None:
    members = {kind.name for kind in ExportFormat}
    knowing = {path for path in SOURCES if members & spelt(path).members["ExportFormat"]}
    assert knowing == named_in("To add an export format")


@pytest.mark.parametrize("key", OptionKey)
def test_no_option_is_spelt_outside_of_the_domain_its_words_and_its_rendering(key: OptionKey) -> None:
    """As a whole word. Where the program itself uses an option (length, size, shape, music), it does so by `OptionKey`."""
    wire_name = KINDS[key].wire_name
    if wire_name in ("size", "duration", "quality", "fps"):
        pytest.skip("a word of many meanings")
    knowing = {path for path in SOURCES if wire_name in spelt(path).texts}
    assert knowing <= named_in("To add an option")


def test_movement_is_spelt_in_eight_files_at_most() -> None:
    """There were twenty-two while an option was a field."""
    assert sum("movement" in source.casefold() for source in SOURCES.values()) <= 8


def test_every_file_that_the_page_names_is_there() -> None:
    for path in re.findall(r"`((?:vidu_desktop|tests)/[^`]+)`", PAGE):
        assert (ROOT / path).exists(), path
