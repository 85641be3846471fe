"""Approvals that are withdrawn, and what their rows have become by then, while the disk refuses to store it."""

import asyncio
from dataclasses import replace

from fakes.batches import a_batch
from fakes.virtual_time import until, with_virtual_time

from vidu_desktop.batch.withdrawals import EditedRows, Withdrawals, WorkChange
from vidu_desktop.domain.batch import Batch
from vidu_desktop.errors import DiskTrouble, Sentence


class Store:
    """Holds one batch, and accepts no other head for it while it is `full`."""

    def __init__(self, batch: Batch) -> None:
        self.batch = batch
        self.full = True

    async def load(self, _batch_id: str) -> Batch:
        return self.batch

    async def save(self, batch: Batch) -> None:
        if self.full:
            raise DiskTrouble("disk-full", Sentence("The disk is full."))
        self.batch = batch


def test_what_was_typed_in_rows_while_the_disk_was_full_is_kept_whatever_is_taken_back_behind_it() -> None:
    async def story() -> None:
        store = Store(a_batch(3))
        withdrawals, waited = Withdrawals(store, asyncio.Lock()), []
        edits = (
            ("row 1", EditedRows(columns=("prompt",), cells={"row 1": ("first",)})),
            ("row 2", EditedRows(columns=("prompt", "shot"), cells={"row 2": ("second", "S010")})),
            ("row 1", EditedRows(columns=("prompt",), cells={"row 1": ("first, then more",)})),
            ("row 3", EditedRows()),
        )
        async with asyncio.TaskGroup() as tasks:
            for key, edited in edits:
                tasks.create_task(
                    withdrawals.take_back("b1", [key], WorkChange(edited=edited), {}, waited.append)
                )
            await until(lambda: len(waited) == len(edits))
            store.full = False

        assert [row.cells for row in store.batch.rows] == [
            ("first, then more",),
            ("prompt 2",),
            ("prompt 3",),
        ]
        assert [row.approval for row in store.batch.rows] == [0, 0, 0]

    with_virtual_time(story)


def test_what_was_edited_is_put_only_under_the_columns_that_it_was_typed_in() -> None:
    batch = a_batch(1)
    edited = EditedRows(columns=("prompt",), cells={"row 1": ("typed",)})

    assert [row.cells for row in edited.put_into(batch)] == [("typed",)]
    two = replace(a_batch(2), columns=batch.columns)
    assert [now is row for now, row in zip(edited.put_into(two), two.rows, strict=True)] == [False, True]
    other = replace(batch, columns=("prompt", "shot"))
    assert edited.put_into(other) == other.rows
