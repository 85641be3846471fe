"""Modules, classes and longer functions say what they are for and what they raise; no docstring only repeats the name."""

import ast
import re
from collections.abc import Iterator

import pytest
from architecture.source_reading import PROGRAM_DIR, Rule, breaches, found_in

SPOKEN_FOR_LINES = 6
"""A function with no more lines than this needs no docstring."""
FILLING = set(
    re.findall(
        r"\w+", "a an and as by for from give in is it its of one return set that the this to what with"
    )
)
ERRORS = {
    node.name
    for node in ast.parse((PROGRAM_DIR / "errors.py").read_text("utf-8")).body
    if isinstance(node, ast.ClassDef) and node.name != "Sentence"
}
Function = ast.FunctionDef | ast.AsyncFunctionDef


def public(tree: ast.Module) -> Iterator[tuple[Function, str]]:
    """Yield the functions that others call, each with its docstring. Overriding methods are left out: they are explained
    where they are first defined.
    """
    for node in tree.body:
        if isinstance(node, Function) and not node.name.startswith("_"):
            yield node, ast.get_docstring(node) or ""
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            for inner in node.body:
                if isinstance(inner, Function) and not inner.name.startswith("_") and not taken_over(inner):
                    yield inner, (ast.get_docstring(inner) or "")


def taken_over(function: Function) -> bool:
    told = {ast.unparse(one) for one in function.decorator_list}
    return bool(told & {"override", "overload"}) or any(one.endswith(".setter") for one in told)


def lines_of(function: Function) -> int:
    begin = function.body[1:] if ast.get_docstring(function) else function.body
    return (function.end_lineno or 0) - begin[0].lineno + 1 if begin else 0


def modules_and_classes_say_what_they_are(tree: ast.Module) -> Iterator[tuple[int, str]]:
    if not ast.get_docstring(tree):
        yield 1, "the module doesn't say what it is for"
    for node in tree.body:
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_") and not ast.get_docstring(node):
            yield node.lineno, f"{node.name} doesn't say what it is"


def what_is_long_is_explained(tree: ast.Module) -> Iterator[tuple[int, str]]:
    for function, words in public(tree):
        if not words and lines_of(function) > SPOKEN_FOR_LINES:
            yield function.lineno, f"{function.name} has {lines_of(function)} lines and no word"


def what_is_raised_is_said(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """The caller must handle our own errors, so a public function names in its docstring those that it raises."""
    of_class = {
        id(inner): ast.get_docstring(node) or ""
        for node in tree.body
        if isinstance(node, ast.ClassDef)
        for inner in node.body
    }
    for function, words in public(tree):
        said = words + of_class.get(id(function), "")
        for node in ast.walk(function):
            if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call):
                name = ast.unparse(node.exc.func)
                if name in ERRORS and name not in said:
                    yield node.lineno, f"{function.name} raises {name} and doesn't say so"


def no_docstring_repeats_its_name(tree: ast.Module) -> Iterator[tuple[int, str]]:
    def stems(text: str) -> set[str]:
        return {word.rstrip("s") for word in re.findall(r"[a-z]+", text.lower())}

    for function, words in public(tree):
        if words and not stems(words) - stems(function.name.replace("_", " ")) - {
            w.rstrip("s") for w in FILLING
        }:
            yield function.lineno, f"{function.name}: {words!r} says no more than the name"


LAWS: list[tuple[Rule, str, str]] = [
    # rule, what breaks it, what doesn't
    (modules_and_classes_say_what_they_are, '"""M."""\nclass A:\n    pass', '"""M."""\nclass _A:\n    pass'),
    (modules_and_classes_say_what_they_are, "x = 1", '"""M."""\nx = 1'),
    (what_is_long_is_explained, "def f():\n" + "    g()\n" * 7, 'def f():\n    """Do."""\n' + "    g()\n" * 7),
    (
        what_is_raised_is_said,
        "class A:\n    def f(self):\n        raise BadInput('a', b)",
        "class A:\n    def f(self):\n        '''Raises BadInput.'''\n        raise BadInput('a', b)",
    ),
    (
        no_docstring_repeats_its_name,
        "def column_name():\n    '''Return the name of a column.'''",
        "def column_name():\n    '''Return the words above a column.'''",
    ),
]  # fmt: skip
RULES = list(dict.fromkeys(rule for rule, _breach, _clean in LAWS))


@pytest.mark.parametrize("rule", RULES)
def test_all_rooms_keep_the_law(rule: Rule) -> None:
    assert breaches(tuple(RULES), ())[rule] == []


@pytest.mark.parametrize(("rule", "breach", "clean"), LAWS)
def test_each_law_sees_a_breach_and_nothing_else(rule: Rule, breach: str, clean: str) -> None:
    assert (len(found_in(rule, breach)), found_in(rule, clean)) == (1, [])
