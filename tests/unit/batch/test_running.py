"""A batch under way whose head was written by another computer."""

from dataclasses import replace

import pytest
from fakes.batches import a_batch, approved

from vidu_desktop.batch.running import Running
from vidu_desktop.domain.batch import History, StopRule


@pytest.mark.anyio
async def test_of_a_head_that_was_changed_only_what_may_still_be_bought_is_ordered_and_as_it_says_now() -> (
    None
):
    batch = a_batch(4, takes=2)
    history = History()
    history.add(approved())
    running = Running(batch, history, StopRule(5), set())
    running.queue = [(origin, row) for row in batch.rows for origin in row.origins("b1")][::-1]
    first, second, third, fourth = batch.rows
    more, fewer, withdrawn = replace(second, takes=3), replace(third, takes=1), replace(fourth, approval=0)

    await running.read_anew(replace(batch, rows=(first, more, fewer, withdrawn)), "another")

    one, two, *_ = first.origins("b1"), more.origins("b1")
    assert running.queue[::-1] == [
        *((origin, first) for origin in one),
        *((origin, more) for origin in list(two)[:2]),
        (next(fewer.origins("b1")), fewer),
    ]
    assert running.head == "another"
