"""Each kind of field is read as it was written, or refused by its name; it is never taken for another kind."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest

from vidu_desktop.domain.json_reading import MONEY_MOST_CHARS, NAME_MOST_CHARS, Fields, as_path, as_text
from vidu_desktop.errors import BadInput

Read = Callable[[Fields], Any]
GIVEN: dict[str, tuple[Read, object, object]] = {
    "words": (lambda f: f.text("x"), "a \ud800", "a ?"),
    "words that may be missing": (lambda f: f.text_or_none("x"), "a", "a"),
    "a path": (lambda f: f.path("x"), "/\udcff\ud800", "/\udcff\ufffd"),
    "a path that may be missing": (lambda f: f.path_or_none("x"), "/a", "/a"),
    "an id": (lambda f: f.name("x"), "n" * NAME_MOST_CHARS, "n" * NAME_MOST_CHARS),
    "an id that may be missing": (lambda f: f.name_or_none("x"), "n", "n"),
    "a whole number": (lambda f: f.whole("x", 1, 3), 3, 3),
    "a whole number that may be missing": (lambda f: f.whole_or_none("x", 1, 3), 1, 1),
    "the largest whole number of SQLite": (lambda f: f.whole("x"), 2**63 - 1, 2**63 - 1),
    "a very low whole number": (lambda f: f.whole_or_none("x"), 1 - 2**63, 1 - 2**63),
    "a number to be bounded": (lambda f: f.clamped("x", 1, 3), 9, 3),
    "a number": (lambda f: f.number("x", 0, 1), 1, 1.0),
    "a number at its lower bound": (lambda f: f.number("x", 0, 1), 0, 0.0),
    "the largest amount": (lambda f: f.money("x"), "1000000", Decimal(1_000_000)),
    "the longest amount": (lambda f: f.money("x"), "1".zfill(MONEY_MOST_CHARS), Decimal(1)),
    "a flag": (lambda f: f.flag("x"), False, False),
    "an amount": (lambda f: f.money("x"), "0.20", Decimal("0.20")),
    "a moment": (lambda f: f.time("x"), "2026-11-22T21:00:00+09:00", datetime(2026, 11, 22, 12, tzinfo=UTC)),
    "a moment that may be missing": (
        lambda f: f.time_or_none("x"),
        "2026-11-22T12:00:00+00:00",
        datetime(2026, 11, 22, 12, tzinfo=UTC),
    ),
    "a day": (lambda f: f.day_or_none("x"), "2026-11-22", date(2026, 11, 22)),
    "a plain text": (lambda f: f.plain("x"), "\udfff", "?"),
    "a plain number": (lambda f: f.plain("x"), 7, 7),
    "a plain flag": (lambda f: f.plain("x"), True, True),
    "a plain nothing": (lambda f: f.plain("x"), None, None),
    "an object": (lambda f: f.part("x").whole("y"), {"y": 1}, 1),
    "an object as it is": (lambda f: f.json_values("x"), {"y": [1]}, {"y": [1]}),
    "objects": (lambda f: [part.whole("y") for part in f.parts("x")], [{"y": 1}, {"y": 2}], [1, 2]),
    "those that are objects": (lambda f: [part.whole("y") for part in f.objects("x")], [3, {"y": 2}], [2]),
    "lists of words": (lambda f: f.texts("x", 2), ["a", "\ud800"], ("a", "\ufffd")),
    "lists of paths": (lambda f: f.paths("x", 2), ["/a", "/\udcff"], ("/a", "/\udcff")),
    "a list of any length": (lambda f: f.paths("x"), ["/a"] * 99, ("/a",) * 99),
    "a list of anything": (lambda f: [*f.items("x")], [1, None], [1, None]),
    "values of a sentence": (lambda f: f.plain_values("x"), {"a": 1, "b": ["c"]}, {"a": 1, "b": ("c",)}),
}


@pytest.mark.parametrize("kind", GIVEN)
def test_a_value_of_the_right_kind_is_given_back(kind: str) -> None:
    read, written, given = GIVEN[kind]
    found = read(Fields({"x": written, "other": "left alone"}))
    assert (found, type(found)) == (given, type(given))


REFUSED: dict[str, tuple[Read, list[object]]] = {
    "words": (lambda f: f.text("x"), [None, 1, True, ["a"]]),
    "a path": (lambda f: f.path("x"), [None, 1]),
    "an id": (lambda f: f.name("x"), ["", "a\n", "n" * (NAME_MOST_CHARS + 1), 1, None]),
    "a whole number": (lambda f: f.whole("x", 1, 3), [0, 4, 1.0, True, "1", None]),
    "what SQLite has no room for": (lambda f: f.whole("x"), [2**63, -(2**63)]),
    "what may be missing and has no room": (lambda f: f.whole_or_none("x"), [2**63, -(2**63)]),
    "a number to be bounded": (lambda f: f.clamped("x", 1, 3), [1.0, True, "1"]),
    "a number": (lambda f: f.number("x", 0, 1), [-0.1, 1.1, True, "1", float("nan")]),
    "a flag": (lambda f: f.flag("x"), [0, 1, "true", None]),
    "an amount": (lambda f: f.money("x"), [0.2, "cheap", "NaN", "-1", "1000001", "0" * 33, "1E-40"]),
    "an amount of too many places": (lambda f: f.money("x"), [f"1E-{MONEY_MOST_CHARS}"]),
    "a moment": (lambda f: f.time("x"), ["noon", "2026-11-22T12:00:00", "0001-01-01T00:00:00+00:00", 1]),
    "a day": (lambda f: f.day_or_none("x"), ["noon", "0001-01-01", "9999-12-31", 1]),
    "something plain": (lambda f: f.plain("x"), [1.5, [], {}]),
    "an object": (lambda f: f.part("x"), [None, [], "a", 1]),
    "an object as it is": (lambda f: f.json_values("x"), [None, [], "a"]),
    "objects": (lambda f: f.parts("x"), [None, {}, [1], "a"]),
    "those that are objects": (lambda f: f.objects("x"), [None, {}, "a"]),
    "lists of words": (lambda f: f.texts("x", 2), [None, "a", ["a", 1], ["a"] * 3]),
    "lists of paths": (lambda f: f.paths("x", 2), [None, {}, [None], ["a"] * 3]),
    "a list of anything": (lambda f: f.items("x"), [None, {}, "a"]),
    "values of a sentence": (lambda f: f.plain_values("x"), [None, [], {"a": None}, {"a": [1]}, {"a": {}}]),
}


@pytest.mark.parametrize("kind", REFUSED)
def test_a_value_of_another_kind_or_out_of_bounds_is_refused_by_the_name_of_its_field(kind: str) -> None:
    read, wrong = REFUSED[kind]
    for value in wrong:
        with pytest.raises(BadInput) as caught:
            read(Fields({"x": value}))
        assert caught.value.code == "record-damaged"
        assert caught.value.sentence.values == {"field": "x"}


def test_what_may_be_missing_is_nothing_where_it_is_missing_or_null() -> None:
    for document in ({}, {"x": None}):
        fields = Fields(document)
        readers = (
            fields.text_or_none,
            fields.path_or_none,
            fields.name_or_none,
            fields.whole_or_none,
            fields.time_or_none,
            fields.day_or_none,
        )
        assert [read("x") for read in readers] == [None] * 6
        assert not fields.has("x")
    assert Fields({"x": False}).has("x")
    with pytest.raises(BadInput):
        Fields({}).plain("x")


def test_what_is_no_object_is_refused_by_the_name_of_the_whole() -> None:
    for document in ([], "a", None):
        with pytest.raises(BadInput) as caught:
            Fields(document)
        assert caught.value.sentence.values == {"field": "record"}
    assert Fields({"a": 1, "b": 2}).names() == ("a", "b")
    with pytest.raises(BadInput) as caught:
        Fields({1: "a"}).names()
    assert caught.value.sentence.values == {"field": "name"}


def test_exact_fields_give_back_what_was_written_also_inside_of_others() -> None:
    odd = "\ud800"
    fields = Fields(
        {"x": {"y": odd, "n": 10**30, "list": [odd]}, "p": [{"y": odd}]}, exact=True, bounded=False
    )

    inside = fields.part("x")
    assert (inside.text("y"), inside.path("y"), inside.plain("y")) == (odd, odd, odd)
    assert (inside.whole("n"), inside.texts("list"), inside.paths("list")) == (10**30, (odd,), (odd,))
    assert [part.text("y") for part in (*fields.parts("p"), *fields.objects("p"))] == [odd, odd]
    assert Fields({"x": "1E+30"}, exact=True, bounded=False).money("x") == Decimal("1E+30")
    assert Fields({"x": 1e300}, exact=True, bounded=False).number("x") == 1e300
    for endless in (float("inf"), float("nan")):
        with pytest.raises(BadInput):
            Fields({"x": endless}, exact=True, bounded=False).number("x")


def test_words_and_paths_lose_only_what_the_system_cannot_hold() -> None:
    assert (as_text("Füchse 猫"), as_text("a\udcff")) == ("Füchse 猫", "a?")
    assert (as_path("/f\udc80x"), as_path("/f\udc7fx"), as_path("/f\udd00x")) == (
        "/f\udc80x",
        "/f\ufffdx",
        "/f\ufffdx",
    )
