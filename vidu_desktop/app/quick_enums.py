"""Qt's enums, made in a seventh of the time.

PySide6 makes every enum of a class when the class is first named, by Python's `Enum(name, members)`: 300 enums with 4,000
members until the first paint, a sixth of the start. Python looks at each member as if somebody had written a class with
methods in it. Here a copy of an enum without members is filled instead, by what PySide6 surely hands over: names and
whole numbers. Whatever is not as plain as that goes Python's own way.
"""

import enum
import functools
import sys
from typing import Any

_PLAIN = frozenset({enum.Enum, enum.IntEnum, enum.Flag, enum.IntFlag})
# What `Enum(name, members)` calls; there is no public name for it.
made_by_python = enum.EnumType._create_  # type: ignore[attr-defined]


def make_enums_quickly() -> None:
    """Make enums of that form quickly from now on; `tests/unit/app/test_quick_enums.py` holds them against Python's own."""
    enum.EnumType._create_ = made_quickly  # type: ignore[attr-defined]


def made_quickly(cls: Any, class_name: str, names: Any, *, module: Any = None, **others: Any) -> Any:
    """Return what `made_by_python` does, to which whatever isn't plain is left."""
    if module is None:  # Python's own look at who asks, one step further away here
        module = sys._getframe(2).f_globals.get("__name__")  # noqa: SLF001
    boundary = others.get("boundary")
    if others.get("type") is None and module and cls in _PLAIN and _are_plain(names, cls):
        made = _filled(cls, class_name, names, boundary)
        made.__module__ = module
        if others.get("qualname"):
            made.__qualname__ = others["qualname"]
        return made
    return made_by_python(cls, class_name, names, module=module, **others)


def _are_plain(names: Any, cls: Any) -> bool:
    """Whether these are pairs of a name that means nothing to an enum yet, and a whole number."""
    taken = _taken(cls)
    seen = set()
    for pair in names if type(names) is list else [None]:
        if type(pair) is not tuple or type(pair[1]) is not int or pair[0] in taken or pair[0][:1] == "_":
            return False
        seen.add(pair[0])
    return len(seen) == len(names)


@functools.cache
def _taken(cls: Any) -> frozenset[str]:
    return frozenset({"mro", "", *dir(enum.EnumType), *(name for base in cls.__mro__ for name in vars(base))})


@functools.cache
def _empty(cls: Any, boundary: Any) -> dict[str, Any]:
    """What Python puts into an enum without members."""
    return dict(vars(made_by_python(cls, "Empty", [], module=__name__, boundary=boundary)))


def _filled(cls: Any, class_name: str, names: list[tuple[str, int]], boundary: Any) -> Any:
    body = {
        name: value.copy() if type(value) in (dict, list) else value
        for name, value in _empty(cls, boundary).items()
    }
    finding = body.pop("__new__")  # set behind the making, or it would be wrapped
    made: Any = type.__new__(enum.EnumType, class_name, (cls,), body)
    type.__setattr__(made, "__new__", finding)
    is_flag, new, takes_value = issubclass(cls, enum.Flag), body["_new_member_"], body["_use_args_"]
    listed, by_name, by_value = body["_member_names_"], body["_member_map_"], body["_value2member_map_"]
    mask = singles = 0
    for name, value in names:
        single = value > 0 and not value & (value - 1)
        mask |= value
        singles |= value if single else 0
        member = by_value.get(value)
        if member is None:
            member = by_value[value] = new(made, value) if takes_value else new(made)
            member._value_ = value
            member._name_ = name
            member.__objclass__ = made
            member._sort_order_ = len(listed)
            if single or not is_flag:
                listed.append(name)
        by_name[name] = member
        type.__setattr__(made, name, member)
    if "_hashable_values_" in body:
        body["_hashable_values_"].extend(by_value)
    if is_flag:
        values = [by_name[name]._value_ for name in listed]
        type.__setattr__(made, "_flag_mask_", mask)
        type.__setattr__(made, "_singles_mask_", singles)
        type.__setattr__(made, "_all_bits_", 2 ** mask.bit_length() - 1)
        if values != sorted(values):
            type.__setattr__(made, "_iter_member_", made._iter_member_by_def_)
    return made
