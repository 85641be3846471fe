"""Text for output: a terminal shows it, and a spreadsheet doesn't take it for a formula."""

import csv
import io
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vidu_desktop.domain.translation import LIST, on_one_line, plain_cell, translated, without_controls
from vidu_desktop.errors import Sentence, plain_values

any_text = st.text(alphabet=st.characters(codec=None))


@pytest.mark.parametrize(
    "text",
    [
        "\x1b[31mred",
        "ring\x07",
        "\x9b31m",
        "\x1b]0;title\x07",
        "back\x08",
        "\rover",
        "\u202eturned",
        "del\x7f",
    ],
)
def test_what_steers_a_terminal_is_replaced(text: str) -> None:
    shown = without_controls(text)
    assert "\N{REPLACEMENT CHARACTER}" in shown
    assert not any(unicodedata.category(char) == "Cc" for char in shown)


def test_words_of_every_script_lines_and_emoji_stay() -> None:
    text = "a cat\truns\n猫が走る قطة 👩‍👩‍👧"
    assert without_controls(text) == text
    assert on_one_line(text) == "a cat runs 猫が走る قطة 👩‍👩‍👧"


@given(any_text)
def test_nothing_that_steers_is_left_of_any_text(text: str) -> None:
    assert {char for char in without_controls(text) if unicodedata.category(char) == "Cc"} <= {"\n", "\t"}
    assert len(on_one_line(text).splitlines()) <= 1


FORMULAS = ["=1+1", "+1+1", "-1+1", "@SUM(1)", "＝1+1", "＋1", "－1+1", "＠SUM(1)", "﹣1+1", "﹦1"]


@pytest.mark.parametrize(
    "before", ["", " ", "\n", "\r", "\t", "\r\n", "\u00a0", "\ufeff", "\u200b", "\u3000"]
)
@pytest.mark.parametrize("formula", FORMULAS)
def test_a_cell_that_could_be_a_formula_begins_with_an_apostrophe(formula: str, before: str) -> None:
    assert plain_cell(before + formula).startswith("'")


@pytest.mark.parametrize("text", ["\nwords", "\rwords", "\twords", "\r\nwords"])
def test_a_cell_that_begins_with_what_ends_one_begins_with_an_apostrophe(text: str) -> None:
    assert plain_cell(text).startswith("'")


@pytest.mark.parametrize(
    "text", ["-0.20", "0.20", "-1", "17", "a cat = home", "2026-11-22", "/videos/a.mp4", "", "猫"]
)
def test_numbers_below_zero_too_and_plain_words_stay(text: str) -> None:
    assert plain_cell(text) == text


@pytest.mark.parametrize("text", ["-1e5+cmd", "-", "--1", "-1.", "-.5", "-１"])
def test_what_only_looks_like_a_number_is_guarded(text: str) -> None:
    assert plain_cell(text).startswith("'")


@given(st.lists(any_text, min_size=1, max_size=4))
def test_any_cells_can_be_written_and_come_back(cells: list[str]) -> None:
    sheet = io.StringIO(newline="")
    csv.writer(sheet).writerow(plain_cell(cell) for cell in cells)
    read = list(csv.reader(io.StringIO(sheet.getvalue().encode().decode(), newline="")))
    assert read == [[plain_cell(cell) for cell in cells]]


NAMES = Sentence("Not there: {names}.", {"names": ("a.png", "b.png", "{c}.png")})


@pytest.mark.parametrize(
    ("pattern", "said"),
    [
        ("{first}、{second}", "没有：a.png、b.png、{c}.png。"),
        ("{first}、{next}", "没有：a.png, b.png, {c}.png。"),  # a mistake: joined as in English
    ],
)
def test_a_list_in_a_sentence_is_joined_as_the_language_does(pattern: str, said: str) -> None:
    words = {LIST: pattern, NAMES.template: "没有：{names}。"}
    assert translated(NAMES, lambda _context, text: words.get(text, text)) == said
    assert str(NAMES) == "Not there: a.png, b.png, {c}.png."


def test_a_sentence_in_a_sentence_is_said_in_the_same_language() -> None:
    why = Sentence("“{url}” isn't an address.", {"url": "x"})
    whole = Sentence("Nothing is sent. {why} Mend it.", {"why": why})
    words = {why.template: "“{url}”不是地址。", whole.template: "什么都不发送。{why}请改正。"}
    assert (
        translated(whole, lambda _context, text: words.get(text, text))
        == "什么都不发送。“x”不是地址。请改正。"
    )
    assert str(whole) == "Nothing is sent. “x” isn't an address. Mend it."
    assert plain_values(whole) == {"why": "“x” isn't an address."}
