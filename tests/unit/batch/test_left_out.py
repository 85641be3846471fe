"""Which rows of a batch aren't bought because the person left them out by hand; in doubt, a row stays out."""

from dataclasses import replace

import pytest
from fakes.batches import a_batch

from vidu_desktop.domain.batch import Batch, BatchRow
from vidu_desktop.domain.sheet_edits import SheetEdits
from vidu_desktop.domain.sheet_work import Work

CAT, FOX, OWL = ("cat.png",), ("fox.png",), ("owl.png",)
LEFT_OUT = frozenset({(2, CAT)})


def the_batch(work: Work, *rows: tuple[int, tuple[str, ...], int]) -> Batch:
    """Return a batch of rows given by line, cells and approval; each is named by its line and picture."""
    return replace(
        a_batch(0),
        work=work,
        rows=tuple(
            BatchRow(key=f"{line} {cells[0]}", line=line, cells=cells, approval=approval)
            for line, cells, approval in rows
        ),
    )


@pytest.mark.parametrize(
    ("rows", "out"),
    [
        ([(2, CAT, 0), (3, FOX, 0)], ["2 cat.png"]),
        ([(2, CAT, 1), (3, FOX, 0)], []),  # approved in the meantime
        ([(2, CAT, 0), (5, CAT, 0)], ["2 cat.png"]),  # the same content in another line is another video
        ([(2, CAT, 0), (2, FOX, 0)], ["2 cat.png"]),
        (
            [(2, FOX, 0), (3, CAT, 0), (4, OWL, 0)],
            ["2 fox.png", "3 cat.png"],
        ),  # moved, or changed in place
        ([(2, FOX, 0), (3, CAT, 2)], ["2 fox.png"]),
        ([(3, FOX, 0)], []),
    ],
)
def test_a_row_that_was_left_out_stays_out_until_it_is_approved(
    rows: list[tuple[int, tuple[str, ...], int]], out: list[str]
) -> None:
    assert sorted(the_batch(Work(left_out=LEFT_OUT), *rows).left_out_keys) == out


def test_a_row_that_was_changed_and_left_out_is_known_by_either_of_its_cells() -> None:
    work = Work(left_out=LEFT_OUT, edits=SheetEdits({(2, CAT): OWL}))

    assert the_batch(work, (2, OWL, 0), (3, FOX, 0)).left_out_keys == {"2 owl.png"}
    assert the_batch(work, (7, OWL, 0), (8, CAT, 0), (9, FOX, 0)).left_out_keys == {"7 owl.png", "8 cat.png"}


def test_where_nothing_was_left_out_every_row_may_be_bought() -> None:
    assert the_batch(Work(), (2, CAT, 0), (3, CAT, 0)).left_out_keys == frozenset()
