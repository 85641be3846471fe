"""Tests use the program's public parts, and windows through what a person finds in them. Accesses to private parts are
counted.
"""

import ast
import re

import pytest
from fakes.checkout import TESTS_DIR

ALLOWED = 39
"""May become smaller, never larger. Most are patches that show what a guard is for, since nothing public can remove it."""


MAY_REACH = re.compile(r"(?<!\bself)(?<!\bcls)(?<!\bsuper\(\))\s*\._[a-zA-Z]")


def reaches(source: str) -> int:
    """Return how often a module accesses names with one leading underscore on other objects.

    The standard library's names of this kind are left out: they are documented (`os._exit`) or have no alternative
    (`argparse`).
    """
    return sum(
        isinstance(node, ast.Attribute)
        and node.attr.startswith("_")
        and not node.attr.startswith("__")
        and ast.unparse(node.value) not in ("self", "cls", "super()", "os", "argparse", "grammar")
        for node in ast.walk(ast.parse(source))
    )


def test_tests_reach_into_few_privates() -> None:
    sources = {path.name: path.read_text("utf-8") for path in TESTS_DIR.rglob("*.py")}
    # Most modules have none and needn't be parsed.
    found = {name: reaches(source) for name, source in sources.items() if MAY_REACH.search(source)}
    assert sum(found.values()) <= ALLOWED, {name: count for name, count in found.items() if count}


@pytest.mark.parametrize(
    ("source", "count"),
    [
        ("dialog._save.click()", 1),
        ("pane._bar._key_row", 2),
        ("self._tasks; cls._made; super()._tick()", 0),
        ("clip.__class__; clip.name", 0),
    ],
)
def test_a_reach_is_seen(source: str, count: int) -> None:
    assert reaches(source) == count
