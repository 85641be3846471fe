"""Past events are kept between runs; an entry that can't be shown costs only itself."""

import json
from datetime import UTC, datetime

import pytest

from vidu_desktop.domain.happening import Happening, happenings_from_text, happenings_to_text

SOUND = Happening(at=datetime(2026, 11, 29, 12, tzinfo=UTC), words="Exported.", path="/web/\udcffa.gif")


def test_what_was_kept_comes_back_with_paths_of_any_bytes() -> None:
    assert happenings_from_text(happenings_to_text([SOUND])) == [SOUND]


@pytest.mark.parametrize(
    "damaged",
    [
        ["0001-01-01T00:00:00+00:00", "no local time west of Greenwich", ""],
        ["9999-12-31T23:59:59+00:00", "none east of it", ""],
        ["2026-11-29T12:00:00", "no zone", ""],
        ["soon", "no time", ""],
        ["2026-11-29T12:00:00+00:00", 5, ""],
        "text",
        None,
    ],
)
def test_an_entry_that_cant_be_shown_is_left_out_alone(damaged: object) -> None:
    entries = [damaged, *json.loads(happenings_to_text([SOUND]))]
    assert happenings_from_text(json.dumps(entries)) == [SOUND]


def test_words_and_paths_are_such_as_the_system_takes() -> None:
    (kept,) = happenings_from_text('[["2026-11-29T12:00:00+00:00", "half \\ud800", "a\\u0000b"]]')
    assert kept.words.encode("utf-8")
    assert kept.path == ""


@pytest.mark.parametrize("text", ["", "{", "{}", "null", "[" * 100_000])
def test_a_list_that_cant_be_read_is_empty(text: str) -> None:
    assert happenings_from_text(text) == []
