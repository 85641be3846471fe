"""The options' flags on the command line: their units and values are in the help."""

import argparse
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from vidu_desktop.cli.argument_types import whole_number
from vidu_desktop.cli.arguments import parser
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


def _flags(grammar: argparse.ArgumentParser) -> Iterator[tuple[str, argparse.Action]]:
    for action in grammar._actions:
        if isinstance(action, argparse._SubParsersAction):
            for verb in action.choices.values():
                yield from _flags(verb)
        elif action.type is not None:
            yield f"{grammar.prog} {action.option_strings or action.dest}", action


@pytest.mark.parametrize("digits", ["٣", "३", "3²", "1_0", "9" * 5_000])
def test_no_option_takes_a_number_in_digits_that_another_one_refuses(digits: str) -> None:
    numbers = [
        (name, read) for name, flag in _flags(parser()) if callable(read := flag.type) and _reads(read, "3")
    ]
    assert len(numbers) > 20
    assert [name for name, read in numbers if _reads(read, digits)] == []
    assert [name for name, read in numbers if not _reads(read, "３")] == []


def _reads(read: object, text: str) -> bool:
    """Whether this is a number's reading, and takes the text."""
    try:
        value = read(text) if callable(read) else None
    except (argparse.ArgumentTypeError, ValueError):
        return False
    return not isinstance(value, str | Path) or read is whole_number
