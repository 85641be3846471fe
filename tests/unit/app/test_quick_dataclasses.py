"""Dataclasses made quickly behave as Python's own; from 3.13 on they are Python's own."""

import copy
import dataclasses
import pickle
import sys
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest

from vidu_desktop.app import quick_dataclasses

pytestmark = pytest.mark.skipif(sys.version_info >= (3, 13), reason="Python makes them as quickly itself")


def classes() -> SimpleNamespace:
    """One of each kind."""

    @dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
    class Size:
        width_px: int
        height_px: int = 720
        note: str = dataclasses.field(default="", compare=False)

    @dataclasses.dataclass(frozen=True)
    class One:
        only: object

        def __str__(self) -> str:
            return "one"

    @dataclasses.dataclass(order=True)
    class Rank:
        first: int
        second: int

    @dataclasses.dataclass(frozen=True)
    class Nothing:
        pass

    @dataclasses.dataclass(frozen=True)
    class Tall(One):
        more: int = 3

    @dataclasses.dataclass
    class Own:
        value: int
        inside: object = None

        def __eq__(self, other: object) -> bool:
            return True

    return SimpleNamespace(Size=Size, One=One, Rank=Rank, Nothing=Nothing, Tall=Tall, Own=Own)


@pytest.fixture
def pair(monkeypatch: pytest.MonkeyPatch) -> tuple[SimpleNamespace, SimpleNamespace]:
    """Python's classes, and the same made quickly."""

    def made_by(makers: dict[str, Any]) -> SimpleNamespace:
        for name, maker in makers.items():
            monkeypatch.setattr(dataclasses, name, maker)
        return classes()

    return made_by(quick_dataclasses.BY_PYTHON), made_by(quick_dataclasses.QUICK)


def round_itself(made: SimpleNamespace) -> object:
    ring = made.Own(1)
    ring.inside = ring
    return repr(ring)


NAN = float("nan")
DONE: list[Callable[[SimpleNamespace], object]] = [
    lambda made: repr(made.Size(width_px=3, note="n")),
    lambda made: (repr(made.Nothing()), repr(made.Tall("a")), str(made.One(1))),
    round_itself,
    lambda made: made.Size(width_px=3) == made.Size(width_px=3, note="other"),
    lambda made: made.Size(width_px=3) == made.Size(width_px=4),
    lambda made: (made.One(1) == made.Tall(1), made.One(1) != 1, made.Nothing() == made.Nothing()),
    lambda made: made.One(NAN) == made.One(NAN),
    lambda made: made.Own(1) == 7,
    lambda made: (hash(made.Size(width_px=3)), hash(made.One("a")), hash(made.Nothing())),
    lambda made: hash(made.One([])),
    lambda made: hash(made.Rank(1, 2)),
    lambda made: sorted([made.Rank(2, 1), made.Rank(1, 5), made.Rank(1, 2)])[0].second,
    lambda made: (made.Rank(1, 2) <= made.Rank(1, 2), made.Rank(1, 2) > made.Rank(1, 2)),
    lambda made: made.Rank(1, 2) < 3,
    lambda made: setattr(made.Size(width_px=3), "width_px", 4),
    lambda made: setattr(made.One(1), "other", 4),
    lambda made: setattr(made.Tall(1), "more", 4),
    lambda made: delattr(made.Size(width_px=3), "height_px"),
    lambda made: delattr(made.One(1), "absent"),
    lambda made: dataclasses.asdict(dataclasses.replace(made.Size(width_px=3), height_px=9)),
    lambda made: dataclasses.astuple(copy.copy(made.Size(width_px=3))),
    lambda made: made.Size.__eq__.__qualname__,
    lambda made: (made.Size.__hash__.__name__, made.Rank.__hash__, made.Rank.__le__.__name__),
]


def said(act: Callable[[SimpleNamespace], object], made: SimpleNamespace) -> object:
    """What comes of it, or what it raises."""
    try:
        return act(made)
    except (AttributeError, TypeError) as error:
        return type(error), str(error)


@pytest.mark.parametrize("act", DONE)
def test_both_do_the_same(
    pair: tuple[SimpleNamespace, SimpleNamespace], act: Callable[[SimpleNamespace], Any]
) -> None:
    python_s, quick = pair
    assert said(act, quick) == said(act, python_s)


def test_values_of_the_program_can_be_passed_to_another_process() -> None:
    from vidu_desktop.errors import Sentence

    assert pickle.loads(pickle.dumps(Sentence("a {b}", {"b": 1}))) == Sentence("a {b}", {"b": 1})
