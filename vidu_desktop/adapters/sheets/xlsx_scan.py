"""Finds the parts of an XLSX and scans a sheet of it; see `sheet_scan`."""

import re

from vidu_desktop.adapters.sheets.sheet_errors import sheet_refusal
from vidu_desktop.adapters.sheets.sheet_scan import LINES_MOST, SheetScan
from vidu_desktop.adapters.sheets.zipped_workbook import (
    ATTRIBUTES,
    PREFIX,
    ZippedWorkbook,
    attribute,
    value_of,
)
from vidu_desktop.domain.sheet import CellTrouble

_COLUMNS_MOST = 1_000
_TAG = re.compile(
    rb"<" + PREFIX + rb"row\b(" + ATTRIBUTES + rb")>"
    rb"|<" + PREFIX + rb'c\b([^>]*?)/?>(?:\s*(<' + PREFIX + rb"f\b[^>]*?(?:/>|>[^<]*</" + PREFIX + rb"f>))\s*(<"
    + PREFIX + rb"v>[^<])?)?"
)  # fmt: skip
"""A row's tag with its attributes; or a cell's with its attributes, its formula and the beginning of its value."""
_AT = re.compile(rb"""\br\s*=\s*["']([A-Z]{0,9})(\d{1,9})["']""")
_NO_HEIGHT = re.compile(rb"""\bht\s*=\s*["']0*(?:\.0*)?["']""")
_IS_ERROR = re.compile(rb"""\bt\s*=\s*["']e["']""")
_STYLE = re.compile(rb"""\bs\s*=\s*["'](\d{1,6})["']""")
_FORMAT = re.compile(rb"""\bformatCode\s*=\s*["'](0{2,30})["']""")
_FORMAT_ID = re.compile(rb"""\bnumFmtId\s*=\s*["'](\d{1,6})["']""")
_HIDDEN, _NAME, _LINK = attribute(b"hidden"), attribute(b"name"), attribute(b"id", rb"\w+:")
_ID, _TARGET = attribute(b"Id"), attribute(b"Target")


def sheet_parts(workbook: ZippedWorkbook) -> dict[str, str]:
    """Return the path of each table's part in an XLSX, by the table's name."""
    book = workbook.ending_with("xl/workbook.xml")
    links = workbook.ending_with("xl/_rels/workbook.xml.rels")
    if book is None or links is None:
        return {}
    targets = _targets(workbook.whole(links))
    by_any_case = {name.casefold(): name for name in workbook.names}
    folder = book.rpartition("/")[0]
    parts: dict[str, str] = {}
    for tag in re.findall(rb"<" + PREFIX + rb"sheet\b" + ATTRIBUTES + rb">", workbook.whole(book)):
        name, target = value_of(_NAME, tag), targets.get(value_of(_LINK, tag) or "")
        if name is not None and target is not None:
            part = target.lstrip("/") if target.startswith("/") else f"{folder}/{target}"
            parts[name] = by_any_case.get(part.casefold(), part)
    return parts


def _targets(links: bytes) -> dict[str, str]:
    """Return the part that each link of the list of tables leads to, by the link's id."""
    targets: dict[str, str] = {}
    for tag in re.findall(rb"<" + PREFIX + rb"Relationship\b" + ATTRIBUTES + rb">", links):
        link, target = value_of(_ID, tag), value_of(_TARGET, tag)
        if link is not None and target is not None:
            targets[link] = target
    return targets


def scan_xlsx(workbook: ZippedWorkbook, part: str) -> SheetScan:
    """Scan one sheet. Raises BadInput for cells far outside of any table."""
    scan = _XlsxScan(workbook.path, _padding_styles(workbook))
    for chunk in workbook.chunks(part):
        for tag in _TAG.finditer(chunk):
            row, cell, formula, value = tag.groups()
            if row is not None:
                scan.take_row(row)
            else:
                scan.take_cell(cell, has_formula=formula is not None, has_value=value is not None)
    return scan.found


def _padding_styles(workbook: ZippedWorkbook) -> dict[bytes, int]:
    """Return the indexes of the styles that show a number with leading zeros, each with its number of digits."""
    part = workbook.ending_with("xl/styles.xml")
    if part is None:
        return {}
    styles = workbook.whole(part)
    digits: dict[bytes, int] = {}
    for tag in re.findall(rb"<" + PREFIX + rb"numFmt\b[^>]*>", styles):
        shown, number = _FORMAT.search(tag), _FORMAT_ID.search(tag)
        if shown and number:
            digits[number[1]] = len(shown[1])
    if not digits:
        return {}
    cells = re.search(rb"<" + PREFIX + rb"cellXfs\b.*?</" + PREFIX + rb"cellXfs>", styles, re.DOTALL)
    found: dict[bytes, int] = {}
    for index, tag in enumerate(re.findall(rb"<" + PREFIX + rb"xf\b[^>]*>", cells[0] if cells else b"")):
        number = _FORMAT_ID.search(tag)
        if number and number[1] in digits:
            found[str(index).encode()] = digits[number[1]]
    return found


class _XlsxScan:
    """The line and the column that the scan has come to, and what it has found. Rows and cells may leave out where they are;
    then they follow the one before.
    """

    def __init__(self, path: str, padding: dict[bytes, int]) -> None:
        self.found = SheetScan()
        self._path = path
        self._padding = padding
        self._line = 0
        self._column = -1

    def take_row(self, attributes: bytes) -> None:
        """Take the tag of the next row. Raises BadInput for one far outside of any table."""
        at = _AT.search(attributes)
        self._line, self._column = int(at[2]) if at else self._line + 1, -1
        if self._line > LINES_MOST:
            raise sheet_refusal("sheet-far-cells", self._path)
        is_hidden = (value_of(_HIDDEN, attributes) or "").strip() in ("1", "true")
        if is_hidden or _NO_HEIGHT.search(attributes):
            self.found.hidden.add(self._line)

    def take_cell(self, attributes: bytes, *, has_formula: bool, has_value: bool) -> None:
        """Take the tag of the next cell. Raises BadInput for one far outside of any table."""
        at = _AT.search(attributes)
        self._column = _column(at[1]) if at and at[1] else self._column + 1
        if self._column > _COLUMNS_MOST or (at and int(at[2]) > LINES_MOST):
            raise sheet_refusal("sheet-far-cells", self._path)
        place = self._line, self._column
        if self._padding and (style := _STYLE.search(attributes)) and style[1] in self._padding:
            self.found.padded[place] = self._padding[style[1]]
        if _IS_ERROR.search(attributes):
            self.found.troubles.append((*place, CellTrouble.ERROR))
        elif has_formula and not has_value:
            self.found.troubles.append((*place, CellTrouble.UNCALCULATED))


def _column(letters: bytes) -> int:
    index = 0
    for letter in letters:
        index = index * 26 + letter - 64
    return index - 1
