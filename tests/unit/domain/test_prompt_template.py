"""Prompts made from columns, whatever is in the cells."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vidu_desktop.domain.prompt_template import PromptTemplate
from vidu_desktop.errors import BadInput

COLUMNS = ("name", "标题", "The colour")


@pytest.mark.parametrize(
    ("template", "cells", "prompt"),
    [
        ("{name} turns", ("fox", "", ""), "fox turns"),
        ("{标题}。{THE COLOUR}", ("", "狐狸", "red"), "狐狸。red"),
        ("a[ {name}][ b]", ("", "", ""), "a b"),
        ("{name:10}!", ("one two three", "", ""), "one two!"),
        ("{name:7}!", ("one two three", "", ""), "one two!"),
        ("{{name}} [[x]]", ("fox", "", ""), "{name} [x]"),
        ("{name}", ("{标题} [x] {0.__class__}", "no", ""), "{标题} [x] {0.__class__}"),
    ],
)
def test_a_template_takes_its_text_from_the_cells(template: str, cells: tuple[str, ...], prompt: str) -> None:
    assert PromptTemplate.read(template, COLUMNS).text_for(cells) == prompt


@pytest.mark.parametrize(
    "template",
    ["{none}", "{name", "name}", "[x", "x]", "[a[b]]", "{name:99999}", "{name:0}", "{name:00}", "{}"],
)
def test_a_template_that_does_not_fit_is_refused(template: str) -> None:
    with pytest.raises(BadInput):
        PromptTemplate.read(template, COLUMNS)


@given(st.text(max_size=80), st.tuples(st.text(), st.text(), st.text()))
def test_any_text_is_a_template_or_refused_and_never_longer_than_its_parts(
    template: str, cells: tuple[str, str, str]
) -> None:
    try:
        made = PromptTemplate.read(template, COLUMNS).text_for(cells)
    except BadInput:
        return
    assert len(made) <= len(template) * (1 + sum(map(len, cells)))
