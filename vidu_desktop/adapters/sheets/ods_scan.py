"""Scans a table of an ODS for hidden rows; see `sheet_scan`."""

import re

from vidu_desktop.adapters.sheets.sheet_scan import LINES_MOST, SheetScan
from vidu_desktop.adapters.sheets.zipped_workbook import (
    ATTRIBUTES,
    PREFIX,
    ZippedWorkbook,
    attribute,
    value_of,
)

CONTENT = "content.xml"
"""The part of an ODS with all of its tables."""
_TAG = re.compile(
    rb"<(?P<end>/?)" + PREFIX + rb"(?P<kind>table-row-group|table-row|table)(?![\w-])"
    rb"(?P<attributes>" + ATTRIBUTES + rb")>"
)  # fmt: skip
_NAME, _VISIBILITY = attribute(b"name", PREFIX), attribute(b"visibility", PREFIX)
_DISPLAY, _REPEATED = attribute(b"display", PREFIX), attribute(b"number-rows-repeated", PREFIX)


def scan_ods(workbook: ZippedWorkbook, sheet_name: str) -> SheetScan | None:
    """Find out which rows of one table are hidden; None where the table isn't found. Raises BadInput for a DOCTYPE, and for a
    table that is far too large.
    """
    scan = _OdsScan(sheet_name)
    for chunk in workbook.chunks(CONTENT):
        for tag in _TAG.finditer(chunk):
            scan.take(tag["kind"], tag["attributes"], is_end=bool(tag["end"]))
    return scan.found if scan.was_here else None


class _OdsScan:
    """The place in the document that the scan has come to, and what it has found of the wanted table."""

    def __init__(self, sheet_name: str) -> None:
        self._sheet_name = sheet_name
        self.found = SheetScan()
        self.was_here = False
        self._line = 0
        self._tables: list[bool] = []
        """For each table around the current place, the innermost last, whether it is the wanted one; a table may be nested in
        a cell.
        """
        self._groups: list[bool] = []
        """For each group of rows around the current place, whether it is collapsed."""

    def take(self, kind: bytes, attributes: bytes, *, is_end: bool) -> None:
        """Take the next tag of a table, a group of rows, or a row."""
        if kind == b"table":
            is_wanted = not self._tables and value_of(_NAME, attributes) == self._sheet_name
            _nest(self._tables, attributes, value=is_wanted, is_end=is_end)
            self.was_here = self.was_here or self._is_here
        elif not self._is_here:
            return
        elif kind == b"table-row-group":
            is_collapsed = value_of(_DISPLAY, attributes) == "false"
            _nest(self._groups, attributes, value=is_collapsed, is_end=is_end)
        elif not is_end:
            self._take_rows(attributes)

    @property
    def _is_here(self) -> bool:
        """Whether the current place is in the wanted table, and not in one that is nested in it."""
        return bool(self._tables) and self._tables[-1]

    def _take_rows(self, attributes: bytes) -> None:
        repeated = value_of(_REPEATED, attributes) or "1"
        count = int(repeated) if repeated.isdecimal() else 1
        is_unseen = value_of(_VISIBILITY, attributes) in ("collapse", "filter") or any(self._groups)
        if is_unseen and self._line + count <= LINES_MOST:
            self.found.hidden.update(range(self._line + 1, self._line + count + 1))
        self._line += count


def _nest(around: list[bool], attributes: bytes, *, value: bool, is_end: bool) -> None:
    """Note what a tag does to the elements around the current place: an end tag leaves the innermost, a start tag enters
    another one with this `value`, and an empty element does neither.
    """
    if is_end:
        del around[-1:]
    elif not attributes.endswith(b"/"):
        around.append(value)
