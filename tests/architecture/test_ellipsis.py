"""An ellipsis stands at its word, as the desktops write it: "Export…"; apart only where a list goes on."""

import ast
import re
from collections.abc import Iterator

from architecture.source_reading import broken, found_in, program_files

_APART = re.compile(r"[a-z] (?:…|\.\.\.)$")


def ellipsis_apart(tree: ast.Module) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and _APART.search(node.value):
            yield node.lineno, f"{node.value!r} has its ellipsis apart"


def test_an_ellipsis_stands_at_its_word() -> None:
    assert broken(ellipsis_apart, program_files()) == []


def test_one_that_stands_apart_is_seen() -> None:
    assert found_in(ellipsis_apart, 'menu.addAction(tr("Export …"))')
    assert not found_in(ellipsis_apart, 'tr("Export…")\ntr("{count} pairs: 1–2, 3–4 …")')
