"""Dataclasses, made in half the time.

Before 3.13, Python compiles every method of a dataclass from a text of its own, six for a frozen one: 200 dataclasses cost
the start a quarter of a second. All but `__init__` need no text: here they are closures over the fields' names that do the
same. From 3.13 on Python compiles them together, and nothing is changed.
"""

import dataclasses
import operator
import reprlib
import sys
from collections.abc import Callable, Sequence
from typing import Any

_COMPARISONS: dict[str, Callable[[Any, Any], Any]] = {
    "==": operator.eq,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


def make_dataclasses_quickly() -> None:
    """Make dataclasses quickly from now on; `tests/unit/app/test_quick_dataclasses.py` holds them against Python's own."""
    if sys.version_info < (3, 13):
        for name, quick in QUICK.items():
            setattr(dataclasses, name, quick)


def _frozen(cls: Any, fields: Sequence[Any], *_: object, **__: object) -> tuple[Any, Any]:
    names = frozenset(field.name for field in fields)

    def set_field(self: Any, name: str, value: object) -> None:
        if type(self) is cls or name in names:
            raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")
        super(cls, self).__setattr__(name, value)

    def delete_field(self: Any, name: str) -> None:
        if type(self) is cls or name in names:
            raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")
        super(cls, self).__delattr__(name)

    return _named(set_field, "__setattr__"), _named(delete_field, "__delattr__")


def _repr(fields: Sequence[Any], *_: object, **__: object) -> Any:
    names = [field.name for field in fields]

    def show(self: Any) -> str:
        shown = ", ".join(f"{name}={getattr(self, name)!r}" for name in names)
        return f"{self.__class__.__qualname__}({shown})"

    return reprlib.recursive_repr("...")(_named(show, "__repr__"))


def _comparison(name: str, sign: str, self_tuple: str, _other_tuple: str, *_: object, **__: object) -> Any:
    """`self_tuple` is a text such as `(self.width,self.height,)`."""
    values = _values([part.removeprefix("self.") for part in self_tuple.strip("()").split(",") if part])
    compares = _COMPARISONS[sign]

    def compare(self: Any, other: object) -> Any:
        return compares(values(self), values(other)) if other.__class__ is self.__class__ else NotImplemented

    return _named(compare, name)


def _hash(fields: Sequence[Any], *_: object, **__: object) -> Any:
    values = _values([field.name for field in fields])

    def hash_fields(self: Any) -> int:
        return hash(values(self))

    return _named(hash_fields, "__hash__")


def _named(function: Any, name: str) -> Any:
    function.__name__ = name
    return function


def _values(names: Sequence[str]) -> Callable[[Any], Any]:
    """Return what takes the values of these fields out, as a tuple."""
    if len(names) > 1:
        return operator.attrgetter(*names)
    return lambda value: tuple(getattr(value, name) for name in names)


QUICK = {"_frozen_get_del_attr": _frozen, "_repr_fn": _repr, "_cmp_fn": _comparison, "_hash_fn": _hash}
"""By the name of what makes them in `dataclasses` of 3.11 and 3.12."""
BY_PYTHON = {name: getattr(dataclasses, name, None) for name in QUICK}
