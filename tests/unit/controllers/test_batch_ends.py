"""What a person is told when a batch, a watched folder or a board hands over no more videos, and what to do next."""

import asyncio
from dataclasses import replace
from types import SimpleNamespace

import pytest
from fakes.batches import a_batch

from vidu_desktop.batch.running import Held, Running
from vidu_desktop.controllers.batch_ends import BatchEnds
from vidu_desktop.domain.batch import Batch, Deed, History, StopRule
from vidu_desktop.errors import DiskTrouble, Sentence
from vidu_desktop.ui.text import say


async def renamed(_batch: Batch) -> str:
    return "Dusk"


async def unread(_batch: Batch) -> str:
    raise DiskTrouble("library-gone", Sentence("The drive is away."))


def words_of(*held: Held, deed: Deed = Deed.DONE, is_board: bool, name_of=None) -> tuple[str, bool]:
    """Return what is said of a batch whose rows wait, and whether a button opens its sheet."""
    said: list[tuple[str, bool]] = []
    notices = SimpleNamespace(
        say=lambda sentence: said.append((say(sentence), False)),
        offer=lambda sentence, _button, _act: said.append((say(sentence), True)),
    )
    at_once = SimpleNamespace(start=lambda _name, verb, *values: asyncio.run(verb(*values)))
    ends = BatchEnds(notices, lambda _path: None, lambda: None, at_once, name_of)  # type: ignore[arg-type]
    batch = replace(a_batch(2), name="Dawn", source_sha256="" if is_board else "1" * 64)
    running = Running(batch, History(), StopRule(10), set())
    running.queue = [(str(number), row) for number, row in enumerate(batch.rows)]
    running.held = {str(number): why for number, why in enumerate(held)}
    ends.say(running, deed)
    (words,) = said
    return words


ENDS = [
    ((Held.BUDGET,), Deed.DONE),
    ((Held.BUDGET, Held.BUDGET), Deed.DONE),
    ((Held.PRICE_CHANGED,), Deed.DONE),
    ((Held.PRICE_CHANGED, Held.BUDGET), Deed.DONE),
    ((Held.TAKEN_OVER,), Deed.DONE),
    ((), Deed.STOPPED),
]


@pytest.mark.parametrize(("held", "deed"), ENDS, ids=str)
def test_of_a_board_no_sheet_is_spoken_of_but_what_goes_on_with_it(
    held: tuple[Held, ...], deed: Deed
) -> None:
    words, opens = words_of(*held, deed=deed, is_board=True)
    assert "sheet" not in words
    assert "batch" not in words
    assert "board “Dawn”" in words
    assert not opens


@pytest.mark.parametrize(("held", "deed"), ENDS, ids=str)
def test_a_renamed_board_is_called_by_its_present_name(held: tuple[Held, ...], deed: Deed) -> None:
    assert "board “Dusk”" in words_of(*held, deed=deed, is_board=True, name_of=renamed)[0]
    assert "board “Dawn”" in words_of(*held, deed=deed, is_board=True, name_of=unread)[0]
    assert "Dawn" in words_of(*held, deed=deed, is_board=False, name_of=renamed)[0]


@pytest.mark.parametrize(("held", "deed"), ENDS, ids=str)
def test_a_sheet_is_opened_again_by_a_button(held: tuple[Held, ...], deed: Deed) -> None:
    words, opens = words_of(*held, deed=deed, is_board=False)
    assert "board" not in words
    assert opens
