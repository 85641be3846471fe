"""A person's change in the table belongs to a row as it was then."""

from vidu_desktop.domain.sheet import Sheet, SheetRow
from vidu_desktop.domain.sheet_edits import SheetEdits

SHEET = Sheet(
    columns=("picture", "prompt"),
    rows=(
        SheetRow(line=2, cells=("1.png", "a")),
        SheetRow(line=5, cells=("2.png", "#N/A"), troubles=((1, "cell-error"),)),
    ),
)


def test_an_edit_changes_its_cell_and_what_was_wrong_there_is_gone() -> None:
    edited = SheetEdits().with_cells(SHEET, [(5, 1, "mended")]).applied(SHEET)

    assert edited.rows[1].cells == ("2.png", "mended")
    assert edited.rows[1].original == ("2.png", "#N/A")
    assert edited.rows[1].troubles == ()
    assert edited.rows[0] is SHEET.rows[0]


def test_edits_of_one_row_add_up_and_the_sheets_own_text_is_none() -> None:
    edits = SheetEdits().with_cells(SHEET, [(2, 1, "b")]).with_cells(SHEET, [(2, 0, "3.png")])
    assert edits.applied(SHEET).rows[0].cells == ("3.png", "b")

    back = edits.with_cells(SHEET, [(2, 0, "1.png"), (2, 1, "a")])
    assert back == SheetEdits()
    assert back.applied(SHEET) is SHEET


def test_where_another_row_stands_by_now_nothing_is_changed() -> None:
    edits = SheetEdits().with_cells(SHEET, [(2, 1, "b"), (99, 1, "nowhere"), (2, 7, "no column")])
    other = Sheet(columns=SHEET.columns, rows=(SheetRow(line=2, cells=("9.png", "a")),))

    assert edits.applied(other).rows == other.rows
