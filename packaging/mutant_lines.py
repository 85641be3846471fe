"""Finds out which statements of the program each test runs, by a call before every statement of the functions in some
modules.

A tracer (`coverage`) made the tests two to three times as slow; adding a number to a set takes no noticeable time.
"""

import ast
import builtins
import importlib.machinery
from pathlib import Path
from typing import Any

_NAME = "__statements_run__"
_FACTOR = 100_000
_OWN_TURN = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)


class StatementsRun:
    """Instruments the modules in these folders as they are loaded. `take` returns what ran since its last call."""

    def __init__(self, program: Path, rooms: tuple[str, ...]) -> None:
        self._program = program
        self._rooms = tuple(f"{program / room}/" for room in rooms)
        self._modules: list[str] = []
        self._run: set[int] = set()

    def watch(self) -> None:
        setattr(builtins, _NAME, self._run)
        read = importlib.machinery.SourceFileLoader.get_code

        def get_code(loader: Any, name: str) -> Any:
            return (
                self._marked(Path(loader.path)) if loader.path.startswith(self._rooms) else read(loader, name)
            )

        importlib.machinery.SourceFileLoader.get_code = get_code  # type: ignore[method-assign,assignment]

    def take(self) -> list[tuple[str, int]]:
        """Return the module and line of each statement that ran."""
        run = [(self._modules[mark // _FACTOR], mark % _FACTOR) for mark in [*self._run]]
        self._run.clear()
        return run

    def _marked(self, path: Path) -> Any:
        self._modules.append(str(path.relative_to(self._program)))
        tree = ast.parse(path.read_text())
        first = (len(self._modules) - 1) * _FACTOR
        for function in ast.walk(tree):
            if isinstance(function, _OWN_TURN[:2]):
                _mark(function, first)
        return compile(ast.fix_missing_locations(tree), str(path), "exec")


def _mark(holder: ast.AST, first: int) -> None:
    for field, value in ast.iter_fields(holder):
        if not isinstance(value, list):
            continue
        for child in value:
            if isinstance(child, ast.stmt | ast.ExceptHandler | ast.match_case) and not isinstance(
                child, _OWN_TURN
            ):
                _mark(child, first)
        if field in ("body", "orelse", "finalbody"):
            setattr(holder, field, [part for child in value for part in (_call(child, first), child)])


def _call(statement: ast.stmt, first: int) -> ast.stmt:
    call = ast.parse(f"{_NAME}.add({first + statement.lineno})").body[0]
    for node in ast.walk(call):
        ast.copy_location(node, statement)
    return call
