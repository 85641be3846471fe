"""CSV and similar texts, as people's programs write them."""

import csv
import io
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vidu_desktop.adapters.sheets.sheet_reading import read_sheet
from vidu_desktop.adapters.sheets.text_sheet import read_text_sheet
from vidu_desktop.domain.sheet import CellTrouble, ReadAs, Sheet, SheetRow
from vidu_desktop.errors import BadInput

ENGLISH = "picture,prompt\nfox.png,The fox turns its head\nowl.png,“Slowly”, it blinks\n".replace(
    "“Slowly”, it blinks", '"Slowly, it blinks"'
)
CHINESE = "图片,提示词\n狐狸.png,狐狸慢慢地转过头来看着我们\n猫头鹰.png,猫头鹰眨了眨眼睛然后飞走了\n"
JAPANESE = "画像,プロンプト\n狐.png,キツネがゆっくりと振り向いてこちらを見る\n梟.png,フクロウがまばたきをして飛び去る\n"
GUESSED = ReadAs()


def read(text: str | bytes, read_as: ReadAs = GUESSED) -> Sheet:
    data = text if isinstance(text, bytes) else text.encode()
    return read_text_sheet("shots.csv", data, read_as)


def cells_of(sheet: Sheet) -> list[tuple[str, ...]]:
    return [sheet.columns, *(row.cells for row in sheet.rows)]


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (ENGLISH, "utf-8"),
        (ENGLISH, "utf-8-sig"),
        (ENGLISH, "utf-16"),
        (ENGLISH, "utf-16-le"),
        (ENGLISH.replace("fox", "bär"), "cp1252"),
        (CHINESE, "utf-8"),
        (CHINESE, "gb18030"),
        (CHINESE, "big5hkscs"),
        (CHINESE, "utf-16"),
        (JAPANESE, "cp932"),
        (JAPANESE, "euc_jp"),
        (JAPANESE, "utf-8-sig"),
    ],
)
def test_a_sheet_is_read_in_the_encoding_that_it_was_written_in(text: str, encoding: str) -> None:
    if encoding == "big5hkscs":
        text = "圖片,提示詞\n狐狸.png,狐狸慢慢地轉過頭來看著我們\n貓頭鷹.png,貓頭鷹眨了眨眼睛然後飛走了\n"

    sheet = read(text.encode(encoding))

    assert cells_of(sheet) == [tuple(row) for row in csv.reader(io.StringIO(text))]


def test_a_guessed_encoding_is_called_a_guess_and_utf8_is_not() -> None:
    sure = {guess.what: guess.sure for guess in read(CHINESE).guesses}
    guessed = {guess.what: guess.sure for guess in read(CHINESE.encode("gb18030")).guesses}

    assert sure["encoding"]
    assert not guessed["encoding"]


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_columns_are_told_apart_by_any_usual_separator(separator: str) -> None:
    sheet = read(f"picture{separator}prompt\nC:\\stills\\fox.png{separator}https://a.b/c: look\n")

    assert sheet.separator == separator
    assert sheet.rows[0].cells == ("C:\\stills\\fox.png", "https://a.b/c: look")


def test_a_list_of_pictures_alone_is_one_column() -> None:
    assert cells_of(read("picture\nfox.png\nowl.png\n")) == [("picture",), ("fox.png",), ("owl.png",)]


def test_the_separator_that_excel_writes_down_is_believed() -> None:
    sheet = read("sep=;\r\npicture;prompt\r\nfox.png;one, two, three\r\n")

    assert sheet.rows[0].cells == ("fox.png", "one, two, three")
    assert sheet.rows[0].line == 3


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("line", ["sep=", 'sep="', '"sep="'])
def test_excels_line_without_a_separator_is_no_row_and_names_none(line: str, end: str) -> None:
    sheet = read(end.join([line, "picture;prompt", "fox.png;x", ""]))

    assert (sheet.separator, sheet.columns) == (";", ("picture", "prompt"))
    assert [row.line for row in sheet.rows] == [3]


def test_lines_are_those_that_a_person_sees() -> None:
    sheet = read('# for spring\n\npicture,prompt\n\nfox.png,"two\nlines"\nowl.png,x\n')

    assert sheet.columns == ("picture", "prompt")
    assert [row.line for row in sheet.rows] == [5, 7]


def test_a_column_may_be_called_by_a_number_sign() -> None:
    assert read("#,picture\n1,fox.png\n").columns == ("#", "picture")


def test_headers_lose_what_cannot_be_seen_and_no_two_are_alike() -> None:
    sheet = read("\u200bprompt,Prompt\u00a0,,\uff50\uff49\uff43\nx,y,z,w\n")

    assert sheet.columns == ("prompt", "Prompt (2)", "Column C", "pic")


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ('picture,prompt\nfox.png,"never closed\nowl.png,x\n', "sheet-open-quote", 2),
        (f'picture,prompt\nfox.png,"{"x" * 140_000}"\n', "sheet-long-cell", 2),
    ],
)
def test_a_quote_that_swallows_rows_is_told_with_its_line(text: str, code: str, line: int) -> None:
    with pytest.raises(BadInput) as raised:
        read(text)

    assert raised.value.code == code
    assert raised.value.sentence.values["line"] == line


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "sheet-empty"),
        (b"\n \n", "sheet-empty"),
        (bytes(range(1, 127)) * 40, "sheet-not-one"),
        (b"<!DOCTYPE html><html></html>", "sheet-not-one"),
        (b"%PDF-1.7\n", "sheet-not-one"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "sheet-not-one"),
        (b"PK\x03\x04 and nothing", "sheet-damaged"),
    ],
)
def test_what_is_no_sheet_is_refused_in_words(tmp_path: Path, data: bytes, code: str) -> None:
    path = tmp_path / "shots.csv"
    path.write_bytes(data)

    with pytest.raises(BadInput) as raised:
        read_sheet(str(path), ReadAs())

    assert raised.value.code == code
    assert "shots.csv" in str(raised.value.sentence)


def test_a_missing_sheet_and_a_folder_are_refused(tmp_path: Path) -> None:
    for path, code in ((tmp_path / "none.csv", "sheet-missing"), (tmp_path, "sheet-not-a-file")):
        with pytest.raises(BadInput) as raised:
            read_sheet(str(path), ReadAs())
        assert raised.value.code == code


def test_an_error_that_a_formula_left_is_marked_at_its_cell() -> None:
    sheet = read("picture,prompt\nfox.png,#N/A\n#REF!,x\nowl.png,#1 of ten\n")

    assert [row.troubles for row in sheet.rows] == [((1, "cell-error"),), ((0, "cell-error"),), ()]


@given(
    st.lists(
        st.lists(st.text(st.characters(exclude_categories=("Cs", "Cc"))), min_size=3, max_size=3),
        min_size=1,
        max_size=8,
    ),
    st.sampled_from([",", ";", "\t", "|"]),
)
def test_what_a_spreadsheet_writes_is_read_back(rows: list[list[str]], separator: str) -> None:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=separator).writerows([["picture", "prompt", "key"], *rows])

    sheet = read(text.getvalue(), ReadAs(separator=separator, header_line=1))

    assert [row.cells for row in sheet.rows] == [tuple(row) for row in rows if any(map(str.strip, row))]


@given(st.binary(max_size=400))
def test_whatever_the_bytes_there_is_a_sheet_or_a_sentence(data: bytes) -> None:
    rows: tuple[SheetRow, ...] = ()
    columns: tuple[str, ...] = ()
    with suppress(BadInput):
        sheet = read(data)
        rows, columns = sheet.rows, sheet.columns
    assert all(len(row.cells) == len(columns) for row in rows)


@pytest.mark.parametrize("sign", ["\x1b", "\x07", "\x08", "\x7f", "\x1f", "\x9b", "\u202e", "\u2066"])
def test_a_stray_control_character_is_a_problem_of_its_cell_alone(sign: str) -> None:
    text = f"picture,pro{sign}mpt\na.png,[{sign}31mred\nb.png,blue\n"

    sheet = read_text_sheet("shots.csv", text.encode(), ReadAs())

    assert sheet.columns == ("picture", "prompt")
    assert [row.troubles for row in sheet.rows] == [((1, CellTrouble.CONTROLS),), ()]
