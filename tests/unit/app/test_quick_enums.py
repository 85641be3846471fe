"""Enums made quickly are what Python makes of the same names, in whichever Python this runs."""

import enum
import pickle
import types
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QStyle

from vidu_desktop.app import quick_enums

Names = list[tuple[str, int]]
BASES = (enum.Enum, enum.IntEnum, enum.Flag, enum.IntFlag)


def qt_enums() -> list[Any]:
    owners = (Qt, QEvent, QStyle, QPainter, QSizePolicy)
    return [one for owner in owners for one in vars(owner).values() if isinstance(one, enum.EnumType)]


def names_of(qt_enum: Any) -> Names:
    return [(name, member.value) for name, member in qt_enum.__members__.items()]


def by_python(base: Any, names: Names) -> Any:
    return quick_enums.made_by_python(base, "Made", names, module=__name__, boundary=enum.KEEP)


def quickly(base: Any, names: Names) -> Any:
    return quick_enums.made_quickly(base, "Made", names, module=__name__, boundary=enum.KEEP)


def seen(made: Any) -> dict[str, Any]:
    """All that is in an enum, without the identities of its own members."""
    return {name: plain(value, made) for name, value in vars(made).items()}


def plain(value: Any, made: Any) -> Any:
    if isinstance(value, made):
        return {name: plain(one, made) for name, one in vars(value).items()}
    if value is made:
        return "itself"
    if isinstance(value, dict):
        return [(key, plain(one, made)) for key, one in value.items()]
    return value.__func__ if isinstance(value, (staticmethod, types.MethodType)) else value


def test_every_enum_of_the_large_classes_is_the_same() -> None:
    asked = [(base, names_of(one)) for one in qt_enums() for base in BASES if base in one.__mro__[1:2]]
    assert {base for base, _ in asked} == set(BASES)
    for base, names in asked:
        assert seen(quickly(base, names)) == seen(by_python(base, names))


@pytest.mark.parametrize("base", BASES)
@pytest.mark.parametrize(
    "names",
    [
        [],
        [("ONE", 1), ("AGAIN", 1), ("NONE", 0), ("BOTH", 3), ("TWO", 2)],
        [("LAST", 8), ("FIRST", 1)],
        [("MINUS", -1), ("LARGE", 2**31)],
    ],
)
def test_aliases_masks_and_the_order_are_the_same(base: Any, names: Names) -> None:
    ours, python_s = quickly(base, names), by_python(base, names)
    assert seen(ours) == seen(python_s)
    assert [one.name for one in ours] == [one.name for one in python_s]


@pytest.mark.parametrize(
    "names", [[("name", 1)], [("_odd", 1)], [("ONE", "1")], [("ONE", True)], ["ONE"], "ONE TWO"]
)
def test_what_is_not_plain_is_left_to_python(names: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quick_enums, "_filled", None)
    assert len(quick_enums.made_quickly(enum.Enum, "Made", names, module=__name__))


def test_members_made_quickly_combine_and_are_found() -> None:
    made = quickly(enum.Flag, [("ONE", 1), ("TWO", 2)])
    assert made(3) == made.ONE | made.TWO
    assert made.TWO in made(3)
    with pytest.raises(AttributeError):
        made.ONE = 5


def test_qt_s_own_are_still_found_by_their_place() -> None:
    assert pickle.loads(pickle.dumps(Qt.Key.Key_A)) is Qt.Key.Key_A
