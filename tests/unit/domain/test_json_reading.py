"""Whatever the JSON holds, the values that `Fields` returns can be stored, added, shown and written by everything that uses
them.
"""

import json
import os
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal

import pytest
from fakes.bad_documents import OUT_OF_BOUNDS
from hypothesis import example, given
from hypothesis import strategies as st

from vidu_desktop.domain.amounts import format_money, usd
from vidu_desktop.domain.json_reading import (
    MONEY_MOST,
    NAME_MOST_CHARS,
    WHOLE_MOST,
    YEAR_LEAST,
    YEAR_MOST,
    Fields,
    is_showable,
)
from vidu_desktop.errors import BadInput

any_text = st.text(alphabet=st.characters(codec=None))
moments = st.datetimes(timezones=st.timezones()).map(datetime.isoformat)
amounts = st.decimals().map(str)
anything = st.one_of(
    *(st.sampled_from(OUT_OF_BOUNDS), st.integers(), st.floats(), any_text, moments, amounts),
    *(st.lists(any_text), st.dictionaries(any_text, st.integers() | any_text)),
)
ZONES = (timezone(timedelta(hours=-23, minutes=-59)), timezone(timedelta(hours=23, minutes=59)))


def stored(value: object) -> object:
    with closing(sqlite3.connect(":memory:")) as connection:
        return connection.execute("SELECT ?", (value,)).fetchone()[0]


def read(value: object, how: Callable[[Fields], object]) -> object:
    """Return what is read from a value that was on the disk; None where it is refused."""
    with suppress(BadInput):
        return how(Fields(json.loads(json.dumps({"field": value}))))
    return None


@given(anything)
@example(value=WHOLE_MOST)
@example(value=WHOLE_MOST + 1)
def test_a_whole_number_fits_into_the_index(value: object) -> None:
    found = read(value, lambda fields: fields.whole("field"))
    assert stored(found) == found


@given(anything, st.integers(-5, 5), st.integers(-5, 5))
def test_a_number_lies_within_its_bounds(value: object, least: int, most: int) -> None:
    for how in (
        lambda fields: fields.whole("field", least, most),
        lambda fields: fields.number("field", least, most),
    ):
        found = read(value, how)
        assert found is None or least <= found <= most  # type: ignore[operator]
        assert found is None or found == value
    clamped = read(value, lambda fields: fields.clamped("field", -5, 5))
    assert clamped is None or clamped == min(max(value, -5), 5)  # type: ignore[type-var]


@given(anything)
def test_words_are_utf_8_and_ids_make_file_names(value: object) -> None:
    words = read(value, lambda fields: fields.text("field"))
    assert isinstance(words, str | None)
    assert stored(words) == words
    name = read(value, lambda fields: fields.name("field"))
    assert name is None or (name == value and 0 < len(name) <= NAME_MOST_CHARS and name.isprintable())  # type: ignore[arg-type,attr-defined]


@given(anything)
@example(value="1000000")
@example(value="1000000.01")
@example(value="0")
@example(value="-0.01")
def test_an_amount_can_be_added_up_and_written_out(value: object) -> None:
    found = read(value, lambda fields: fields.money("field"))
    if found is not None:
        assert isinstance(found, Decimal)
        assert 0 <= found <= MONEY_MOST
        assert len(format_money(usd(found + found))) < 60
        stored(round(found * 1_000_000))


@given(anything | moments)
@example(value=f"{YEAR_LEAST:04d}-01-01T00:00:00+00:00")
@example(value=f"{YEAR_MOST}-12-31T23:59:59+00:00")
def test_a_moment_can_be_shown_in_every_zone(value: object) -> None:
    found = read(value, lambda fields: fields.time("field"))
    if found is not None:
        assert isinstance(found, datetime)
        assert found.tzinfo is UTC
        assert all(isinstance(found.astimezone(zone).isoformat(), str) for zone in ZONES)
    day = read(value, lambda fields: fields.day_or_none("field"))
    assert isinstance(day, date | None)


@pytest.mark.parametrize(("year", "good"), [(1, False), (2, True), (9998, True), (9999, False)])
def test_every_year_but_the_calendar_s_first_and_last_is_showable(year: int, good: bool) -> None:
    for day in (date(year, 1, 1), date(year, 12, 31)):
        assert is_showable(day) is good


@pytest.mark.parametrize(
    ("year", "good"), [(YEAR_LEAST - 1, False), (YEAR_LEAST, True), (YEAR_MOST, True), (YEAR_MOST + 1, False)]
)
def test_the_first_and_the_last_year_are_refused(year: int, good: bool) -> None:
    moment = f"{year:04d}-06-01T00:00:00+00:00"
    assert (read(moment, lambda fields: fields.time("field")) is not None) is good
    assert (read(moment[:10], lambda fields: fields.day_or_none("field")) is not None) is good


@given(anything)
def test_what_the_journal_took_in_it_gives_back(value: object) -> None:
    document = json.loads(json.dumps({"field": value}))
    with suppress(BadInput):
        assert Fields(document, exact=True, bounded=False).text("field") == value
    with suppress(BadInput):
        assert Fields(document, exact=True, bounded=False).whole("field") == value


@example("\ud800\udce9")
@given(st.text(st.characters(codec=None), max_size=8))  # type: ignore[arg-type]
def test_a_path_can_be_asked_for_whatever_halves_of_pairs_it_held(text: str) -> None:
    fields = Fields({"one": text, "many": [text]})

    path = fields.path("one")

    assert fields.paths("many") == (path,)
    assert os.fsencode(path) or not text
    if all(not "\ud800" <= letter <= "\udfff" or "\udc80" <= letter <= "\udcff" for letter in text):
        assert path == text


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ({"names": ("a", "b"), "count": 2, "part": 0.5}, True),
        ({"names": ["a", 1]}, False),
        ({"a": {}}, False),
    ],
)
def test_the_values_of_a_sentence_come_back_as_they_were(written: dict[str, object], found: bool) -> None:
    back = read(written, lambda fields: fields.plain_values("field"))
    assert back == (written if found else None)
