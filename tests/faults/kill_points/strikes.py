"""Where and how the program is struck, and what came of it."""

from collections.abc import Sequence
from dataclasses import dataclass

Point = tuple[str, str, int]
"""A system call, the kind of file that it touches, and its number among equal ones, from 1."""


@dataclass(frozen=True)
class Strike:
    """Where and how the program is struck. `whom` is all, helper, term, call or disk, see `stopper.py`. `control` takes a guard away,
    see `unsafe.py`.

    `power` (`ordered` or `by-folder`) drops from the home what wasn't synced, see `durable.py`. `again` strikes the first
    `resume` as well. The program is started `afresh`, as a person does, or forked from one that is loaded already.
    """

    scene: str
    point: Point
    whom: str = "all"
    control: str | None = None
    power: str | None = None
    again: Point | None = None
    afresh: bool = False


@dataclass(frozen=True, kw_only=True)
class Struck:
    """The result of a strike. `reached` is false when the program ended before that point."""

    strike: Strike
    reached: bool
    exit_code: int
    seconds_after: float | None
    end: str
    wrong: tuple[str, ...]


def evenly(points: Sequence[Point], count: int) -> list[Point]:
    """Return `count` of the points (all, if there are fewer) at equal distances, including the first and the last."""
    if count >= len(points):
        return list(points)
    return [points[round(index * (len(points) - 1) / max(1, count - 1))] for index in range(count)]
