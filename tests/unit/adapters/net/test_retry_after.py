from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vidu_desktop.adapters.net.retry_after import MOST_S, parse_retry_after

NOW = datetime(2026, 1, 10, 12, 0, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("7", 7.0),
        (" 7 ", 7.0),
        ("0.5", 0.5),
        ("-3", 0.0),
        ("86400", MOST_S),
        ("1e300", MOST_S),
        ("inf", MOST_S),
        ("Sat, 10 Jan 2026 12:00:30 GMT", 30.0),
        ("Sat, 10 Jan 2026 12:00:30 -0000", 30.0),
        ("Sat, 10 Jan 2026 11:00:00 GMT", 0.0),
        ("Sat, 10 Jan 2099 11:00:00 GMT", MOST_S),
    ],
)
def test_every_form_is_read_and_clamped(text: str, seconds: float) -> None:
    assert parse_retry_after(text, NOW) == seconds


@pytest.mark.parametrize(
    "text", [None, "", "soon", "nan", "７", "Sat, 99 Foo 2026", "1" * 500, "0x10", "12:00"]
)
def test_what_cannot_be_read_is_no_wish(text: str | None) -> None:
    assert parse_retry_after(text, NOW) is None


@given(st.text(max_size=80))
def test_no_text_breaks_it(text: str) -> None:
    wish = parse_retry_after(text, NOW)
    assert wish is None or 0.0 <= wish <= MOST_S
