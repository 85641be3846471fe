"""Sheets in which something is invisible: rows hidden in each way that XML offers, and prompts of characters without a shape.
None of them may be bought silently.
"""

import warnings
import zipfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import xlsxwriter
from fakes.workbooks import make_ods, raw_workbook, sheet_xml, text_cell

Parts = list[tuple[str, bytes]]
TABLE = [["picture", "prompt"], ["1.png", "turns"], ["2.png", "waves"]]
SHEET, RELS = "xl/worksheets/sheet1.xml", "xl/_rels/workbook.xml.rels"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

HIDING_ATTRIBUTES = {
    "blanks around the sign": 'hidden = "1"',
    "lines around the sign": '\n hidden\n=\n"true"',
    "blanks inside": 'hidden=" 1 "',
    "a number for the letter": 'hidden="&#49;"',
    "behind a bracket": 'spans="1>2" hidden="1"',
    "behind another name": 'xhidden="0" hidden="1"',
    "without a height": 'ht="0" customHeight="1"',
    "with single quotes": "hidden='1'",
}
UNSEEN_PROMPTS = {
    "blanks without a width": "\u200b\u2060\ufeff",
    "a hard blank": "\u00a0\u2003",
    "tags": "\U000e0041\U000e0042",
    "fillers": "\u3164\u115f\uffa0",
    "choices of a shape": "\ufe0f\ufe0e",
    "an empty braille cell": "\u2800",
    "a soft hyphen": "\u00ad",
}
HIDING_IN_ODS = {
    "single quotes": ('table:visibility="filter"', "table:visibility='filter'"),
    "blanks around the sign": ('table:visibility="filter"', 'table:visibility = "collapse"'),
    "a table of somebody": ('"Shots"', '"Kid&apos;s"'),
    "a table of somebody, as it is": ('"Shots"', '"Kid\'s &amp; more"'),
    "a name in single quotes": ('"Shots"', "'Shots'"),
    "a folded group": (
        '<table:table-row table:visibility="filter">',
        '<table:table-row-group table:display="false"><table:table-row>',
    ),
    "behind a table in a cell": (
        "<text:p>picture</text:p>",
        '<text:p>picture</text:p><table:table table:name="Inner"><table:table-row/></table:table>',
    ),
}


def hidden_xml(attributes: str) -> str:
    """Return a sheet's XML whose last row has these attributes."""
    rows = "".join(
        f'<row r="{line}" {attributes if line == len(TABLE) else ""}>'
        + text_cell(f"A{line}", cells[0])
        + text_cell(f"B{line}", cells[1])
        + "</row>"
        for line, cells in enumerate(TABLE, 1)
    )
    return sheet_xml(rows)


def with_parts(path: Path, change: Callable[[Parts], Parts]) -> Path:
    """Rewrite a workbook with its parts changed by `change`."""
    with zipfile.ZipFile(path) as packed:
        parts = [(info.filename, packed.read(info)) for info in packed.infolist()]
    with warnings.catch_warnings(), zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        warnings.simplefilter("ignore")
        for name, content in change(parts):
            packed.writestr(name, content)
    return path


def asked(folder: Path) -> Iterator[Path]:
    """Write the sheets for which the person must be asked, and yield their paths."""
    for name, attributes in HIDING_ATTRIBUTES.items():
        yield raw_workbook(folder / f"{name}.xlsx", hidden_xml(attributes))
    for name, (before, now) in HIDING_IN_ODS.items():
        path = make_ods(folder / f"{name}.ods", TABLE, hidden=[3])
        yield with_parts(path, partial(_replaced, before, now))
    for name, target in {
        "a whole path": "/xl/worksheets/sheet1.xml",
        "capitals": "Worksheets/SHEET1.xml",
    }.items():
        path = raw_workbook(folder / f"{name}.xlsx", hidden_xml('hidden="1"'))
        yield with_parts(path, partial(_aimed_at, target))
    for name in ("Kid's shots", "🎬 & 'x' <y>"):
        path = folder / f"{len(name)} signs.xlsx"
        with xlsxwriter.Workbook(str(path)) as book:
            sheet = book.add_worksheet(name)
            for line, row in enumerate(TABLE):
                sheet.write_row(line, 0, row)
            sheet.set_row(2, options={"hidden": True})
        yield path
    for name, prompt in UNSEEN_PROMPTS.items():
        path = folder / f"{name}.csv"
        path.write_text(f"picture,prompt\n1.png,{prompt}\n2.png,waves\n", encoding="utf-8")
        yield path


def refused(folder: Path) -> Iterator[Path]:
    """Write workbooks that two programs would read as two different sheets, and yield their paths."""
    shown, unseen = hidden_xml("").encode(), hidden_xml('hidden="1"').encode()
    path = raw_workbook(folder / "the same part.xlsx", hidden_xml('hidden="1"'))
    yield with_parts(path, lambda parts: [*parts, (SHEET, shown)])
    path = raw_workbook(folder / "the same part in capitals.xlsx", hidden_xml(""))
    yield with_parts(path, lambda parts: [("xl/worksheets/Sheet1.xml", unseen), *parts])
    sheets = "".join(f'<sheet name="Shots" sheetId="{n}" r:id="rId{n}"/>' for n in (1, 2))
    path = raw_workbook(
        folder / "two tables of one name.xlsx",
        hidden_xml('hidden="1"'),
        workbook_xml=f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>{sheets}</sheets></workbook>',
    )
    second = (
        f'<Relationship Id="rId2" Type="{_OFFICE}/worksheet" Target="worksheets/sheet2.xml"/></Relationships>'
    )
    yield with_parts(
        path,
        lambda parts: [
            *((one, text.replace(b"</Relationships>", second.encode())) for one, text in parts),
            ("xl/worksheets/sheet2.xml", shown),
        ],
    )


def _replaced(before: str, now: str, parts: Parts) -> Parts:
    found = []
    for name, text in parts:
        if name == "content.xml":
            text = text.replace(before.encode(), now.encode())
            if "row-group" in now:
                end = b"</table:table-row-group></table:table>"
                text = text.replace(b"</table:table>", end)
        found.append((name, text))
    return found


def _aimed_at(target: str, parts: Parts) -> Parts:
    aimed = {
        name: text.replace(b"worksheets/sheet1.xml", target.encode()) for name, text in parts if name == RELS
    }
    return [(name, aimed.get(name, text)) for name, text in parts]
