"""Reads our own source code for the tests that check its rules."""

import ast
import io
import tokenize
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path

CHECKOUT_DIR = Path(__file__).parents[2]
PROGRAM_DIR = CHECKOUT_DIR / "vidu_desktop"

Rule = Callable[[ast.Module], Iterator[tuple[int, str]]]
"""Yields the line of each breach and what is wrong there."""


def program_files(*rooms: str) -> list[Path]:
    """Return all modules of the program, or only those in some rooms (`ui`, `engine`)."""
    starts = [PROGRAM_DIR / room for room in rooms] or [PROGRAM_DIR]
    return sorted(path for start in starts for path in start.rglob("*.py"))


@lru_cache(maxsize=8)
def breaches(rules: tuple[Rule, ...], rooms: tuple[str, ...]) -> dict[Rule, list[str]]:
    """Return each rule's breaches as `path:line what`. All rules read a module together, because parsing takes most of the
    time.
    """
    found: dict[Rule, list[str]] = {rule: [] for rule in rules}
    for path in program_files(*rooms):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for rule in rules:
            place = path.relative_to(CHECKOUT_DIR)
            found[rule] += [f"{place}:{line} {what}" for line, what in rule(tree)]
    return found


@lru_cache(maxsize=2)
def nodes(tree: ast.AST) -> list[ast.AST]:
    """Return all nodes of a module. Kept, because every rule asks for them."""
    return list(ast.walk(tree))


def found_in(rule: Rule, source: str) -> list[str]:
    """Return what the rule finds in a piece of source; used to prove that the rule works."""
    return [what for _line, what in rule(ast.parse(source))]


def calls(tree: ast.AST) -> Iterator[ast.Call]:
    return (node for node in nodes(tree) if isinstance(node, ast.Call))


def called_name(call: ast.Call) -> str:
    """Return the last part of the called name: `exec` for `dialog.exec()`."""
    match call.func:
        case ast.Attribute(attr=name) | ast.Name(id=name):
            return name
    return ""


def owner_of(call: ast.Call) -> str:
    """Return the source before the last dot; empty for a plain name."""
    return ast.unparse(call.func.value) if isinstance(call.func, ast.Attribute) else ""


def dotted(call: ast.Call) -> str:
    return f"{owner_of(call)}.{called_name(call)}".lstrip(".")


def literal_words(node: ast.expr) -> str:
    """Return the text of a literal or an f-string that a person would read; empty for anything else."""
    match node:
        case ast.Constant(value=str(text)):
            return text
        case ast.JoinedStr(values=parts):
            return "".join(literal_words(part) for part in parts)
        case ast.BinOp(left=left, op=ast.Add(), right=right):
            return literal_words(left) + literal_words(right)
        case ast.IfExp(body=body, orelse=orelse):
            return literal_words(body) + literal_words(orelse)
        case ast.Call(func=ast.Attribute(value=inner, attr="format")):
            return literal_words(inner)
    return ""


def remarks(source: str) -> str:
    """Return a module's docstrings and comments, one below the other."""
    owners = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    docstrings = [
        ast.get_docstring(node) or "" for node in ast.walk(ast.parse(source)) if isinstance(node, owners)
    ]
    tokens = tokenize.generate_tokens(io.StringIO(source).readline)
    return "\n".join([*docstrings, *(token.string for token in tokens if token.type == tokenize.COMMENT)])
