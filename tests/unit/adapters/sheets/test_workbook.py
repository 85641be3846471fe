"""What a person sees in a workbook is read; everything else is marked."""

from datetime import date
from pathlib import Path

import pytest
import xlsxwriter
from fakes.workbooks import make_ods, make_workbook, raw_workbook, sheet_xml, text_cell

from vidu_desktop.adapters.sheets.result_sheet import write_result, write_where_it_can
from vidu_desktop.adapters.sheets.sheet_reading import read_sheet
from vidu_desktop.domain.sheet import CellTrouble, ReadAs
from vidu_desktop.errors import BadInput, DiskTrouble

HEAD = ["picture", "prompt", "duration"]
ROWS = [HEAD, ["fox.png", "The fox turns", 4], ["owl.png", "The owl blinks", 4.5], ["cat.png", "", ""]]
GUESSED = ReadAs()


def refused(path: Path, read_as: ReadAs = GUESSED) -> str:
    with pytest.raises(BadInput) as raised:
        read_sheet(str(path), read_as)
    return raised.value.code


def test_numbers_are_read_as_they_are_shown(tmp_path: Path) -> None:
    sheet = read_sheet(str(make_workbook(tmp_path / "a.xlsx", ROWS)), ReadAs())

    assert sheet.columns == tuple(HEAD)
    assert [row.cells for row in sheet.rows] == [
        ("fox.png", "The fox turns", "4"),
        ("owl.png", "The owl blinks", "4.5"),
        ("cat.png", "", ""),
    ]


@pytest.mark.parametrize(("value", "shown"), [(4006381333931, "4006381333931"), (True, "yes"), (0, "0")])
def test_keys_and_flags_stay_what_they_are(tmp_path: Path, value: object, shown: str) -> None:
    sheet = read_sheet(str(make_workbook(tmp_path / "a.xlsx", [HEAD, ["fox.png", value, ""]])), ReadAs())

    assert sheet.rows[0].cells[1] == shown


def test_a_date_is_a_day(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["picture", "day"])
        sheet.write(1, 0, "fox.png")
        sheet.write_datetime(1, 1, date(2026, 3, 4), book.add_format({"num_format": "yyyy-mm-dd"}))

    assert read_sheet(str(path), ReadAs()).rows[0].cells == ("fox.png", "2026-03-04")


def test_hidden_rows_are_marked(tmp_path: Path) -> None:
    for path in (
        make_workbook(tmp_path / "a.xlsx", ROWS, hidden=[3]),
        make_ods(tmp_path / "a.ods", [list(map(str, row)) for row in ROWS], hidden=[3]),
    ):
        sheet = read_sheet(str(path), ReadAs())
        assert [row.line for row in sheet.rows if row.hidden] == [3]


def test_a_table_that_does_not_begin_at_the_top_keeps_its_lines(tmp_path: Path) -> None:
    path = make_workbook(tmp_path / "a.xlsx", [[], ["Spring"], [], *ROWS], hidden=[6])
    sheet = read_sheet(str(path), ReadAs())

    assert sheet.columns == tuple(HEAD)
    assert [(row.line, row.hidden) for row in sheet.rows] == [(5, False), (6, True), (7, False)]


def test_errors_and_formulas_without_a_value_are_marked_at_their_cells(tmp_path: Path) -> None:
    rows = (
        f"<row r='1'>{text_cell('A1', 'picture')}{text_cell('B1', 'prompt')}</row>"
        f'<row r="2">{text_cell("A2", "fox.png")}<c r="B2" t="e"><f>NA()</f><v>#N/A</v></c></row>'
        f'<row r="3">{text_cell("A3", "owl.png")}<c r="B3"><f>A3</f></c></row>'
        f'<row r="4">{text_cell("A4", "cat.png")}<c r="B4" t="str"><f>A4</f><v>fine</v></c></row>'
    )
    sheet = read_sheet(str(raw_workbook(tmp_path / "a.xlsx", sheet_xml(rows))), ReadAs())

    assert [row.troubles for row in sheet.rows] == [
        ((1, CellTrouble.ERROR),),
        ((1, CellTrouble.UNCALCULATED),),
        (),
    ]
    assert sheet.rows[2].cells == ("cat.png", "fine")


def test_rows_of_a_merged_cell_behind_its_first_are_marked(tmp_path: Path) -> None:
    path = make_workbook(tmp_path / "a.xlsx", [HEAD, ["fox.png"], ["owl.png"]], merged=["B2:B3"])

    assert [row.troubles for row in read_sheet(str(path), ReadAs()).rows] == [(), ((1, CellTrouble.MERGED),)]


def test_a_row_that_only_holds_an_uncalculated_formula_is_there(tmp_path: Path) -> None:
    rows = (
        f'<row r="1">{text_cell("A1", "picture")}{text_cell("B1", "prompt")}</row>'
        '<row r="2"><c r="A2"><f>X</f></c><c r="B2"><f>Y</f></c></row>'
    )
    sheet = read_sheet(str(raw_workbook(tmp_path / "a.xlsx", sheet_xml(rows))), ReadAs())

    assert [row.line for row in sheet.rows] == [2]


def test_the_tables_of_a_workbook_are_listed_and_chosen_by_name(tmp_path: Path) -> None:
    path = make_workbook(tmp_path / "a.xlsx", ROWS, other_sheets={"Autumn": [HEAD, ["leaf.png"]]})

    first, second = read_sheet(str(path), ReadAs()), read_sheet(str(path), ReadAs(sheet="autumn"))

    assert first.sheet_names == ("Shots", "Autumn")
    assert [guess.sure for guess in first.guesses if guess.what == "sheet"] == [False]
    assert second.rows[0].cells[0] == "leaf.png"
    assert refused(path, ReadAs(sheet="Winter")) == "sheet-no-such-table"


def test_two_rows_with_a_lie_about_their_number_are_both_read(tmp_path: Path) -> None:
    rows = "".join(f'<row r="{line}">{text_cell(f"A{line}", f"{line}.png")}</row>' for line in range(1, 102))
    xml = sheet_xml(rows).replace("<sheetData>", '<dimension ref="A1"/><sheetData>')

    assert len(read_sheet(str(raw_workbook(tmp_path / "a.xlsx", xml)), ReadAs()).rows) == 100


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>', "sheet-far-cells"),
        ('<row r="16777216"><c r="A16777216"><v>1</v></c></row>', "sheet-far-cells"),
        ('<row><c r="ZZZZZ1"><v>1</v></c></row>', "sheet-far-cells"),
    ],
)
def test_cells_far_outside_of_the_table_are_refused_before_the_reader_sees_them(
    tmp_path: Path, rows: str, code: str
) -> None:
    xml = sheet_xml(f'<row r="1">{text_cell("A1", "picture")}</row>{rows}')

    assert refused(raw_workbook(tmp_path / "a.xlsx", xml)) == code


def test_a_doctype_is_refused_in_any_part(tmp_path: Path) -> None:
    laughs = '<!DOCTYPE x [<!ENTITY a "ha">]>'
    in_sheet = raw_workbook(tmp_path / "a.xlsx", laughs + sheet_xml("<row><c><v>1</v></c></row>"))
    in_book = raw_workbook(tmp_path / "b.xlsx", sheet_xml(""), workbook_xml=f"{laughs}<workbook/>")

    assert refused(in_sheet) == refused(in_book) == "sheet-entities"


def test_a_cut_workbook_is_damaged(tmp_path: Path) -> None:
    whole = make_workbook(tmp_path / "a.xlsx", ROWS).read_bytes()
    cut = tmp_path / "cut.xlsx"
    for size in range(200, len(whole), 1500):
        cut.write_bytes(whole[:size])
        assert refused(cut) == "sheet-damaged"


def test_another_kind_of_archive_is_no_sheet(tmp_path: Path) -> None:
    import zipfile

    path = tmp_path / "a.docx"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("word/document.xml", "<w/>")

    assert refused(path) == "sheet-not-one"


def test_a_key_with_zeros_before_it_is_read_as_it_is_shown_and_stays_so_in_the_result(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet, shown = book.add_worksheet(), book.add_format({"num_format": "00000"})
        sheet.write_row(0, 0, ["picture", "sku", "plain"])
        for line, number in enumerate((123, 7, 1234567), 1):
            sheet.write_string(line, 0, "fox.png")
            sheet.write_number(line, 1, number, shown)
            sheet.write_number(line, 2, number)

    read = read_sheet(str(path), ReadAs())
    result = tmp_path / "result.xlsx"
    write_result(result, [read.columns, *(row.cells for row in read.rows)])

    assert [row.cells[1:] for row in read.rows] == [("00123", "123"), ("00007", "7"), ("1234567", "1234567")]
    assert read_sheet(str(result), ReadAs()).rows == read.rows


def test_a_result_whose_place_cannot_be_replaced_gets_a_free_name_beside_it(tmp_path: Path) -> None:
    asked = tmp_path / "results.csv"
    assert write_where_it_can(asked, [("picture",)]) == asked
    assert write_where_it_can(asked, [("prompt",)]) == asked
    held = tmp_path / "held.csv"
    held.mkdir()
    assert write_where_it_can(held, [("picture",)]) == tmp_path / "held 2.csv"
    assert (tmp_path / "held 2.csv").read_text(encoding="utf-8-sig").strip() == "picture"
    with pytest.raises(DiskTrouble):
        write_where_it_can(tmp_path / "nowhere" / "results.csv", [("picture",)])
