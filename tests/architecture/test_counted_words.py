"""Sentences with a count are right for one, too: no "1 videos".

A sentence with a number before a plural must stand beside one for the singular, as `Counted` and pairs of templates have it,
or be made by `in_number`.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from architecture.source_reading import program_files

_COUNTED = re.compile(
    r"\{(?P<name>\w*)[^}]*\} (?:(?:more|other|of these|hidden|missing) )?(?P<noun>[a-z]+s)\b"
)
_NO_NOUNS = frozenset(
    [
        "is",
        "was",
        "has",
        "does",
        "stays",
        "waits",
        "goes",
        "needs",
        "costs",
        "as",
        "fits",
        "looks",
        "says",
        "means",
        "its",
        "this",
        "makes",
        "gives",
        "seems",
        "asks",
        "stands",
        "turns",
        "leaves",
        "takes",
        "pass",
        "wants",
        "answers",
    ]
)
_NEVER_ONE = frozenset(
    {"most", "least", "side", "rate", "fps", "frames", "seconds", "second", "days", "other"}
)
"""Placeholders for limits and measures, which are never one or aren't whole numbers."""
SEVERAL_ALWAYS = {
    "Looking at": "said of a dozen pictures and more",
    "{done} of {count} pictures looked at": "said of a dozen pictures and more",
    "orders in a row got no answer": "the pause comes after five",
    "it has {} characters;": "more than are allowed",
    "The prompt has {count} characters;": "more than are allowed",
    "{count} videos, free": "said from two videos on",
    "{count} videos, {price}": "said from two videos on",
    "The same for all {count} jobs like this one": "one that is asked about, and its like",
    "pictures came; the first {kept} by name": "more than there is room for, where there is some",
    "of {pictures} pictures can't be sent": "said of many pictures together",
    "{count} videos will be charged": "asked from two videos on",
    "Send {count} videos for": "asked from two videos on",
    "{count} shots in a row": "from three pictures on",
}


def templates(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Yield the texts of a module that have placeholders, without docstrings. In an f-string, the placeholders are empty."""
    documents = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    inside = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            parts = (str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)
            yield node.lineno, "".join(parts)
        elif (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in inside | documents
        ):
            yield node.lineno, node.value


def uncounted(source: str) -> list[str]:
    """Return the texts that would be wrong for a count of one."""
    found = list(templates(ast.parse(source)))
    every = "\n".join(text for _line, text in found)
    return [
        f"{line}: {text}"
        for line, text in found
        for counted in _COUNTED.finditer(text)
        if not any(known in text for known in SEVERAL_ALWAYS)
        and counted["noun"] not in _NO_NOUNS
        and counted["name"] not in _NEVER_ONE
        and not re.search(
            rf"\b(?:1|a|an|one|this|the|its) (?:[a-z]+ )?{counted['noun'][:-1]}\b", every, re.IGNORECASE
        )
    ]


@pytest.mark.parametrize(
    "room", ["batch", "cli", "controllers", "domain", "engine", "library", "ui", "adapters", "wiring"]
)
def test_what_is_counted_is_right_for_one(room: str) -> None:
    wrong = [
        f"{path}:{said}" for path in program_files(room) for said in uncounted(Path(path).read_text("utf-8"))
    ]
    assert wrong == []


@pytest.mark.parametrize(
    "source",
    [
        'say("{count} videos wait.")',
        'say(f"{len(rows)} problems")',
        'say("{count} rows are hidden.", "1 video is hidden.")',
    ],
)
def test_a_plural_without_its_singular_is_seen(source: str) -> None:
    assert uncounted(source)


@pytest.mark.parametrize(
    "source",
    [
        'say("1 video waits.", "{count} videos wait.")',
        'in_number(len(rows), "problem")',
        'say("at most {most} pictures")',
        '"""{count} videos."""',
    ],
)
def test_what_is_right_is_left_alone(source: str) -> None:
    assert uncounted(source) == []
