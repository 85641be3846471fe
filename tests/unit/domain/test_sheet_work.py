"""The work on a sheet's rows, when some of the rows have moved to other lines."""

from vidu_desktop.domain.sheet import Sheet, SheetRow
from vidu_desktop.domain.sheet_edits import SheetEdits
from vidu_desktop.domain.sheet_work import Work


def a_sheet(*prompts: str) -> Sheet:
    rows = tuple(SheetRow(line=line, cells=(prompt,)) for line, prompt in enumerate(prompts, 2))
    return Sheet(columns=("prompt",), rows=rows, sha256="1" * 64)


def test_edits_and_rows_left_out_move_with_their_rows() -> None:
    work = Work(edits=SheetEdits({(2, ("a",)): ("a gull",)}), left_out=frozenset({(3, ("b",))}))

    moved = work.moved_to(a_sheet("first", "a", "b"))

    assert moved.edits.applied(a_sheet("first", "a", "b")) != a_sheet("first", "a", "b")
    assert moved == Work(edits=SheetEdits({(3, ("a",)): ("a gull",)}), left_out=frozenset({(4, ("b",))}))
    assert work.moved_to(a_sheet("a", "b")) == work


def test_more_takes_move_with_their_row_and_are_not_made_of_another() -> None:
    work = Work(more_takes={(2, ("a",)): 2, (3, ("gone",)): 1})

    assert work.takes_by_line(a_sheet("first", "a")) == {}
    assert work.moved_to(a_sheet("first", "a")).takes_by_line(a_sheet("first", "a")) == {3: 2}


def test_a_row_is_taken_in_again_by_what_stands_in_it() -> None:
    work = Work(edits=SheetEdits({(3, ("b",)): ("a gull",)}), left_out=frozenset({(2, ("a",)), (3, ("b",))}))

    assert work.with_rows({("a gull",)}).left_out == {(2, ("a",))}
    assert work.with_rows({("a",), ("c",)}).left_out == {(3, ("b",))}


def test_a_row_that_stands_in_two_places_or_nowhere_is_left_where_it_was() -> None:
    work = Work(left_out=frozenset({(3, ("b",)), (4, ("c",))}))

    assert work.moved_to(a_sheet("b", "a", "b", "d")) == work


def test_rows_alike_move_in_their_order_where_there_are_as_many_as_there_were() -> None:
    work = Work(left_out=frozenset({(4, ("a",))}), more_takes={(2, ("a",)): 1})

    moved = work.moved_to(a_sheet("first", "a", "b", "a"))

    assert moved == Work(left_out=frozenset({(5, ("a",))}), more_takes={(3, ("a",)): 1})
    assert work.moved_to(a_sheet("first", "a", "b")) == work


def test_of_rows_alike_the_one_that_is_left_was_the_one_that_stood() -> None:
    work = Work(left_out=frozenset({(3, ("a",))}))
    before = [(2, ("a",)), (3, ("a",)), (4, ("b",))]

    # its twin, which was left out, is gone
    assert work.moved_to(a_sheet("a", "b"), before).lines_left_out(a_sheet("a", "b")) == frozenset()
    # both are there, on other lines
    moved = a_sheet("new", "newer", "a", "a", "b")
    assert work.moved_to(moved, before).lines_left_out(moved) == {5}
    # another row is on its line by now, and besides the old one there are two more like it
    more = a_sheet("a", "b", "a", "a")
    assert work.moved_to(more, before).lines_left_out(more) == frozenset()
