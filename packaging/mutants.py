"""The single changes of a module that a test should notice: comparisons, and/or, not, numbers, flags, words without a blank
(codes and keys, not sentences), signs, results, and calls and raises left out.

Not changed are: annotations, decorators, docstrings, f-strings, logging, names of type variables, what the translation tests
check, and what is under TYPE_CHECKING.
"""

import ast
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import CodeType
from typing import Any

COMPARISONS: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.GtE), ast.LtE: (ast.Lt, ast.Gt), ast.Gt: (ast.GtE, ast.LtE), ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,), ast.NotEq: (ast.Eq,), ast.Is: (ast.IsNot,), ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,), ast.NotIn: (ast.In,),
}  # fmt: skip
SIGNS: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div, ast.Div: ast.Mult, ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult,
}  # fmt: skip
LOGGING = ("log.", "logging.", "_log.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutant:
    """`name` says where and what, without a line number, so that it survives changes elsewhere in the file. The second mutant
    with the same name gets a number.
    """

    name: str
    place: str
    line: int
    statement: int
    """The first line of the innermost statement around it."""
    in_function: bool
    put: Callable[[bool], ast.Module]

    def compiled(self, path: Path) -> CodeType:
        """Return the module's code with this change; all mutants of a module share one tree."""
        try:
            return compile(self.put(True), str(path), "exec")
        finally:
            self.put(False)


def mutants_of(source: str) -> Iterator[Mutant]:
    """Yield every mutant of a module, in the order of the source."""
    seen: Counter[str] = Counter()
    tree = ast.parse(source)
    for place, statement, in_function, holder, field, index in _sites(tree):
        node = _at(holder, field, index)
        for change in _changes(node, holder):
            name = f"{place}: {_text(node)} -> {_text(change)}"
            seen[name] += 1
            ast.fix_missing_locations(ast.copy_location(change, node))
            yield Mutant(
                name=name if seen[name] == 1 else f"{name} ({seen[name]})",
                place=place,
                line=node.lineno,
                statement=statement,
                in_function=in_function,
                put=_putter(tree, (holder, field, index), node, change),
            )


def _putter(
    tree: ast.Module, hole: tuple[ast.AST, str, int | None], node: ast.AST, change: ast.AST
) -> Callable[[bool], ast.Module]:
    holder, field, index = hole

    def put(changed: bool) -> ast.Module:  # noqa: FBT001 - one of two, said at each call
        wanted = change if changed else node
        if index is None:
            setattr(holder, field, wanted)
        else:
            getattr(holder, field)[index] = wanted
        return tree

    return put


def _at(holder: ast.AST, field: str, index: int | None) -> Any:
    return getattr(holder, field) if index is None else getattr(holder, field)[index]


def _text(node: ast.AST) -> str:
    return " ".join(ast.unparse(node).split())


_Site = tuple[str, int, bool, ast.AST, str, int | None]


def _sites(tree: ast.Module) -> list[_Site]:
    """Yield for each node that has changes: its place, whether it is in a function, and where it hangs in the tree."""
    found: list[_Site] = []

    def walk(node: ast.AST, place: str, statement: int, *, in_function: bool) -> None:
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            place = f"{place}.{node.name}".lstrip(".")
        elif isinstance(node, ast.Assign | ast.AnnAssign) and not in_function:
            target = node.target if isinstance(node, ast.AnnAssign) else node.targets[0]
            place = f"{place}.{_text(target)}".lstrip(".")
        for field, value in ast.iter_fields(node):
            if field in ("annotation", "returns", "decorator_list", "bases", "type_comment"):
                continue
            inside = in_function or (
                field == "body" and isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
            )
            for index, child in enumerate(value if isinstance(value, list) else [value]):
                if not isinstance(child, ast.AST) or _passed_over(child):
                    continue
                begins = child.lineno if isinstance(child, ast.stmt) else statement
                if next(_changes(child, node), None) is not None:
                    hole = (node, field, index if isinstance(value, list) else None)
                    found.append((place, begins, inside, *hole))
                walk(child, place, begins, in_function=inside)

    walk(tree, "", 0, in_function=False)
    return found


def _passed_over(node: ast.AST) -> bool:
    if isinstance(node, ast.Expr):
        docstring = isinstance(node.value, ast.Constant)
        return docstring or ast.unparse(node).startswith(LOGGING)
    if isinstance(node, ast.Call) and _text(node.func) in ("QT_TRANSLATE_NOOP", "TypeVar"):
        return True
    return isinstance(node, ast.JoinedStr) or (
        isinstance(node, ast.If) and _text(node.test) == "TYPE_CHECKING"
    )


def _changes(node: ast.AST, holder: ast.AST) -> Iterator[ast.AST]:
    match node:
        case ast.Compare(left=left, ops=ops, comparators=comparators):
            for number, sign in enumerate(ops):
                for other in COMPARISONS[type(sign)]:
                    yield ast.Compare(left, [*ops[:number], other(), *ops[number + 1 :]], comparators)
        case ast.BoolOp(op=ast.And(), values=values):
            yield ast.BoolOp(ast.Or(), values)
        case ast.BoolOp(values=values):
            yield ast.BoolOp(ast.And(), values)
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield operand
        case ast.BinOp(left=left, op=sign, right=right) if type(sign) in SIGNS:
            yield ast.BinOp(left, SIGNS[type(sign)](), right)
        case ast.Constant():
            yield from _other_constants(node)
        case ast.Return(value=value) if value is not None and not isinstance(value, ast.Constant):
            yield ast.Return(ast.Constant(None))
        case ast.Raise() | ast.Expr(value=ast.Call() | ast.Await()):
            yield ast.Pass()
        case ast.Name() | ast.Attribute() | ast.Call() | ast.Await() if _is_test(node, holder):
            yield ast.UnaryOp(ast.Not(), node)


def _other_constants(node: ast.Constant) -> Iterator[ast.Constant]:
    match node:
        case ast.Constant(value=bool() as value):
            yield ast.Constant(not value)
        case ast.Constant(value=int() | float() as value):
            yield ast.Constant(value + 1)
        case ast.Constant(value=str() as value) if value and " " not in value:
            yield ast.Constant(value + "_")


def _is_test(node: ast.AST, holder: ast.AST) -> bool:
    return isinstance(holder, ast.If | ast.IfExp | ast.While) and holder.test is node
