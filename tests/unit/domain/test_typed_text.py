"""Characters that control a terminal or turn text around are in no prompt that is sent and in no name that is kept; all
others stay.
"""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vidu_desktop.domain.library_query import LibraryQuery, SavedSearch
from vidu_desktop.domain.marks import Marks
from vidu_desktop.domain.presets import preset_of, presets_from_document, presets_to_document
from vidu_desktop.domain.request import GenerationRequest
from vidu_desktop.domain.translation import cleaned, cleaned_line, has_commands, without_controls

COMMANDS = [
    "\x00", "\x07", "\x08", "\x1b", "\x7f", "\x9b", "\u202a", "\u202e", "\u2066", "\u2069", "\ud800", "\udfff", "\ufffe",
    "\U000e0001", "\U000e0069\U000e0067\U000e006e\U000e006f\U000e0072\U000e0065",
]  # fmt: skip
KEPT = ["\t", "\n", "é", "猫", "\u3000", "\u200e", "\u200f", "👩\u200d🎨", "می\u200cخواهم", "\U0001f98a",
        "\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f"]  # fmt: skip


@pytest.mark.parametrize("char", COMMANDS, ids=ascii)
def test_what_nobody_sees_is_found_and_taken_out(char: str) -> None:
    text = f"a {char}fox"
    assert has_commands(text)
    assert (cleaned(text), cleaned_line(f" a{char} fox")) == ("a fox", "a fox")


@pytest.mark.parametrize("text", KEPT, ids=ascii)
def test_what_scripts_and_emoji_need_stays(text: str) -> None:
    assert not has_commands(text)
    assert cleaned(f"a {text} b") == f"a {text} b"


def test_every_kind_of_line_end_is_one() -> None:
    text = "a\r\nb\rc\x0bd\x0ce\x85f\u2028g\u2029h"
    assert not has_commands(text)
    assert cleaned(text) == "a\nb\nc\nd\ne\nf\ng\nh"


@given(st.text(st.characters()))
def test_what_was_cleaned_is_clean_for_a_terminal_too(text: str) -> None:
    for clean in (cleaned(text), cleaned_line(text)):
        assert not has_commands(clean)
        assert without_controls(clean) == clean
    assert cleaned(cleaned(text)) == cleaned(text)


def test_notes_tags_and_places_are_kept_without_it() -> None:
    marks = Marks(
        note="so\x1b[31m\r\nred", tags=("f\x07ox", "\u202exof"), project="Da\x00wn", shot="\u202eS010"
    )
    assert marks.note == "so[31m\nred"
    assert (marks.tags, marks.project, marks.shot) == (("f ox", "xof"), "Da wn", "S010")


def test_a_preset_has_none_of_it_whoever_wrote_its_file() -> None:
    request: Any = GenerationRequest(
        model="vidu2-image", mode="image", prompt="it\x1b]0;rains\x07", picture_paths=()
    )
    made = preset_of("Ra\x1bin\u202e", request)
    assert (made.name, made.request.prompt) == ("Ra in", "it]0;rains")

    document: Any = presets_to_document([made])
    document["presets"][0] |= {"name": "Ra\x1bin", "prompt": "it\x1brains"}
    (read,) = presets_from_document(document)
    assert (read.name, read.request.prompt) == ("Ra in", "itrains")


def test_a_saved_search_has_a_name_on_one_line() -> None:
    assert SavedSearch(name="all\n\x1bfoxes \u202e", query=LibraryQuery()).name == "all foxes"
