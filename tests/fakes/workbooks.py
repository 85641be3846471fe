"""Workbooks for tests: ordinary and harmful ones."""

import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import xlsxwriter

_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/xl/workbook.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
    '<Override PartName="/xl/worksheets/sheet1.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
ODS_TYPE = "application/vnd.oasis.opendocument.spreadsheet"


def make_workbook(
    path: Path,
    rows: Sequence[Sequence[object]],
    *,
    hidden: Sequence[int] = (),
    merged: Sequence[str] = (),
    other_sheets: Mapping[str, Sequence[Sequence[object]]] = {},
) -> Path:
    """Write a workbook as a spreadsheet program does. `hidden` are line numbers, counted from 1."""
    with xlsxwriter.Workbook(str(path)) as book:
        for name, content in {"Shots": rows, **other_sheets}.items():
            sheet = book.add_worksheet(name)
            for line, row in enumerate(content):
                sheet.write_row(line, 0, row)
            if content is rows:
                for line in hidden:
                    sheet.set_row(line - 1, options={"hidden": True})
                for cells in merged:
                    sheet.merge_range(cells, "merged")
    return path


def raw_workbook(path: Path, sheet_xml: str, *, workbook_xml: str | None = None) -> Path:
    """Write a workbook with this XML as its sheet, whatever it contains."""
    book = workbook_xml or (
        f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets><sheet name="Shots" sheetId="1" r:id="rId1"/></sheets>'
        "</workbook>"
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("[Content_Types].xml", _TYPES)
        packed.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{_PACKAGE}"><Relationship Id="rId1" Type="{_OFFICE}/officeDocument" '
            'Target="xl/workbook.xml"/></Relationships>',
        )
        packed.writestr("xl/workbook.xml", book)
        packed.writestr(
            "xl/_rels/workbook.xml.rels",
            f'<Relationships xmlns="{_PACKAGE}"><Relationship Id="rId1" Type="{_OFFICE}/worksheet" '
            'Target="worksheets/sheet1.xml"/></Relationships>',
        )
        packed.writestr("xl/worksheets/sheet1.xml", sheet_xml)
    return path


def sheet_xml(rows: str) -> str:
    return f'<worksheet xmlns="{_MAIN}"><sheetData>{rows}</sheetData></worksheet>'


def text_cell(at: str, text: str) -> str:
    return f'<c r="{at}" t="inlineStr"><is><t>{text}</t></is></c>'


def make_ods(path: Path, rows: Sequence[Sequence[str]], *, hidden: Sequence[int] = ()) -> Path:
    """Write an OpenDocument spreadsheet."""
    lines = "".join(
        f"<table:table-row{' table:visibility=' + chr(34) + 'filter' + chr(34) if line in hidden else ''}>"
        + "".join(
            f'<table:table-cell office:value-type="string"><text:p>{cell}</text:p></table:table-cell>'
            for cell in row
        )
        + "</table:table-row>"
        for line, row in enumerate(rows, 1)
    )
    spaces = "".join(
        f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "table", "text")
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("mimetype", ODS_TYPE, zipfile.ZIP_STORED)
        packed.writestr(
            "content.xml",
            f'<?xml version="1.0"?><office:document-content{spaces}><office:body><office:spreadsheet>'
            f'<table:table table:name="Shots">{lines}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>",
        )
        packed.writestr(
            "META-INF/manifest.xml",
            '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
            f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{ODS_TYPE}"/></manifest:manifest>',
        )
    return path
