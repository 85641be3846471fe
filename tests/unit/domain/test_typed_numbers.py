"""Numbers that people type are read in one way: narrow and full-width digits, no signs, no groups, no other scripts."""

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vidu_desktop.domain.row_reading import Lines, takes_of_cell
from vidu_desktop.domain.typed_numbers import narrow, typed_decimal, typed_whole

NO_NUMBERS = [
    "",
    "-1",
    "+1",
    "1e3",
    "1_0",
    "0x1",
    "٣",
    "३",
    "²",
    "5²",
    "①",
    "½",
    "1\n2",
    "nan",
    "inf",
    "9" * 5_000,
]


@pytest.mark.parametrize("text", NO_NUMBERS)
def test_what_is_no_number_is_none_for_all(text: str) -> None:
    assert typed_whole(text) is None
    assert typed_decimal(text) is None
    for read in (takes_of_cell, Lines):
        with pytest.raises(ValueError, match=re.escape(text[:40]) or "^$"):
            read(text)


@pytest.mark.parametrize(("text", "number"), [("7", 7), (" ０７ ", 7), ("0000007", 7), ("0", 0)])
def test_whole_numbers_may_be_wide(text: str, number: int) -> None:
    assert (typed_whole(text), typed_decimal(text), takes_of_cell(text)) == (number, number, number)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("0.5", "0.5"),
        ("0,50", "0.5"),
        (".5", "0.5"),
        ("5.", "5"),
        ("２３．９７６", "23.976"),
        ("23,976", None),
        (".", None),
    ],
)
def test_a_comma_is_a_point_unless_three_digits_follow(text: str, number: str | None) -> None:
    assert typed_decimal(text) == (None if number is None else Decimal(number))
    assert typed_whole(text) is None


def test_lines_of_a_sheet_may_be_wide() -> None:
    lines = Lines("２－３, ５")
    assert [line for line in range(1, 9) if line in lines] == [2, 3, 5]
    with pytest.raises(ValueError, match="3-2"):
        Lines("3-2")


@given(st.text())
def test_narrowing_twice_is_narrowing_once(text: str) -> None:
    assert narrow(narrow(text)) == narrow(text)
