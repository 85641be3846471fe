"""Rows that were copied in a spreadsheet: their cells unchanged, with the line of names."""

import pytest

from vidu_desktop.domain.pasted_rows import pasted_sheet, rows_of_html
from vidu_desktop.errors import BadInput

HTML = """<html><head><style>td {color: red}</style></head><body><table>
<tr><th>picture</th><th>prompt</th><th>note</th></tr>
<tr><td>1.png</td><td>first line<br>second &amp; last</td><td colspan=2>wide</td></tr>
<tr><td>2.png</td><td></td><td><table><tr><td>inner</td></tr></table></td></tr>
</table><table><tr><td>another table</td></tr></table></body></html>"""


def test_html_goes_before_text_because_its_cells_may_have_line_breaks() -> None:
    sheet = pasted_sheet(HTML, "picture\tprompt\n1.png\tfirst line")

    assert sheet.columns == ("picture", "prompt", "note", "Column D") or sheet.columns[:3] == (
        "picture",
        "prompt",
        "note",
    )
    assert sheet.rows[0].cells[:3] == ("1.png", "first line\nsecond & last", "wide")
    assert sheet.rows[1].cells[0] == "2.png"
    assert len(sheet.rows) == 2


@pytest.mark.parametrize(("span", "cells"), [("2", 2), ("9" * 5_000, 100), ("-1", 1), ("٣", 3), ("²", 1)])
def test_a_cell_is_as_wide_as_it_says_within_reason(span: str, cells: int) -> None:
    [row] = rows_of_html(f"<table><tr><td colspan={span}>wide</td></tr></table>")
    assert row == ["wide", *[""] * (cells - 1)]


def test_text_with_tabs_is_read_with_quoted_line_breaks() -> None:
    sheet = pasted_sheet("", 'picture\tprompt\r\n1.png\t"two\nlines"\r\n2.png\tx\r\n')

    assert [row.cells for row in sheet.rows] == [("1.png", "two\nlines"), ("2.png", "x")]
    assert pasted_sheet("", "picture\tprompt\n1.png\tx").sha256 != sheet.sha256


@pytest.mark.parametrize("text", ["", "only one line", "\n\n"])
def test_what_is_no_table_is_refused_in_words(text: str) -> None:
    with pytest.raises(BadInput, match="paste-empty"):
        pasted_sheet("<p>hello</p>", text)
