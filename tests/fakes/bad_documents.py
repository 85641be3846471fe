"""Documents in which one value is outside the limits of a place that has to hold it: SQLite, floats, Decimal, the calendar,
UTF-8, file names.
"""

import copy
import functools
import operator
import random
from collections.abc import Iterator
from typing import Any

HUGE = 10**400
OUT_OF_BOUNDS: tuple[object, ...] = (
    *(10**30, -(10**30), 2**63, -(2**63) - 1, HUGE, -1, 0),
    *(float("nan"), float("inf"), float("-inf"), 1e308, -1e308, 5e-324),
    *("1E+30", "1E-400", "-1", "9" * 400, "NaN", "sNaN", "Infinity", "-0", "0." + "1" * 200),
    *(
        "\ud800",
        "half \udfff pair",
        "nul \0 nul",
        "\x1b[31m",
        "\u202e",
        "",
        "x" * 5_000,
        "猫" * 100,
        "../../etc/x",
    ),
    *("0001-01-01T00:00:00+00:00", "9999-12-31T23:59:59-12:00", "99999-01-01T00:00:00+00:00", "2026-01-01"),
    *("0x0", "1x" + "9" * 40, "1:0", "0:0", "nan:1", "9" * 30 + ":1"),
    *([], ["\ud800"] * 3, ["tag"] * 2_000, [[[]]], {}, {"\ud800": HUGE}, True, False, None),
)
"""All of these are valid in JSON as Python writes and reads it."""


def places_in(document: object, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Yield the path of each value in a document, including nested ones."""
    inside: Iterator[tuple[str | int, object]] = iter(())
    if isinstance(document, dict):
        inside = iter(document.items())
    elif isinstance(document, list):
        inside = iter(enumerate(document))
    for key, value in inside:
        yield (*path, key)
        yield from places_in(value, (*path, key))


def with_value(document: object, path: tuple[str | int, ...], value: object) -> object:
    """Return a copy of the document with another value at `path`."""
    changed = copy.deepcopy(document)
    place: object = changed
    for key in path[:-1]:
        place = place[key]  # type: ignore[index]
    place[path[-1]] = copy.deepcopy(value)  # type: ignore[index]
    return changed


def each_spoilt(document: Any) -> Iterator[Any]:
    """Yield a copy of the document for each of its whole numbers, too large for SQLite there, and one for each of its texts, with
    half a surrogate pair there.
    """
    for path in places_in(document):
        value = functools.reduce(operator.getitem, path, document)
        if isinstance(value, str):
            yield with_value(document, path, "half \udfff pair")
        elif isinstance(value, int) and not isinstance(value, bool):
            yield with_value(document, path, 10**30)


def spoilt(document: Any, rng: random.Random) -> Any:
    """Return a copy of the document with one value out of bounds, sometimes two."""
    for _ in range(1 + (rng.random() < 0.2)):
        places = list(places_in(document))
        document = with_value(document, rng.choice(places), rng.choice(OUT_OF_BOUNDS))
    return document
