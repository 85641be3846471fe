"""The difference between two answers to the same search: the rows that went, and those that came."""

from array import array
from collections.abc import Iterable, Iterator


def common_head(one: "array[int]", other: "array[int]") -> int:
    """Return how many values at the beginning are the same in both."""
    same, most = 0, min(len(one), len(other))
    while same < most:
        half = (same + most + 1) // 2
        if one[same:half] == other[same:half]:
            same = half
        else:
            most = half - 1
    return same


def pieces_of(one: "array[int]", other: "array[int]", offset: int) -> list[tuple[int, int]]:
    """Return the first and the last place of each run of values that only `one` has. `offset` is the place of its first
    value.
    """
    if not other:  # no need to look at each of a hundred thousand that come at once
        return [(offset, offset + len(one) - 1)] if one else []
    known = frozenset(other)
    return list(stretches(offset + place for place, row in enumerate(one) if row not in known))


def stretches(places: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Return the first and the last number of each unbroken run: 4 5 6 9 become (4, 6) and (9, 9)."""
    first = last = None
    for place in sorted(places):
        if first is None or last is None:
            first = place
        elif place > last + 1:
            yield first, last
            first = place
        last = place
    if first is not None and last is not None:
        yield first, last
