"""The options' flags on the command line: their units and values are in the help."""

import re

import pytest

from vidu_desktop.cli.grammar import Grammar, add_options
from vidu_desktop.domain.catalogue import CATALOGUE
from vidu_desktop.domain.options import OptionKey


@pytest.mark.parametrize(
    ("key", "unit"),
    [
        (OptionKey.DURATION, "seconds:"),
        (OptionKey.FPS, "frames a second:"),
        (OptionKey.SIZE, ""),
        (OptionKey.QUALITY, ""),
    ],
)
def test_the_help_of_an_option_says_its_unit_and_every_value_of_any_model(key: OptionKey, unit: str) -> None:
    verb = Grammar(prog="generate")
    add_options(verb)
    words = " ".join(verb.format_help().split())

    said = re.findall(rf"--{key} \S+ {unit}([^;-]*)", words)[-1]  # after the usage

    legal = [
        str(value) for spec in CATALOGUE for one in spec.options if one.key == key for value in one.values
    ]
    assert set(said.replace(",", " ").split()) == set(legal)
