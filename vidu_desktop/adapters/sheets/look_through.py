"""Scans the XML of a workbook before a library opens it, for what would end the process, and for what the library doesn't
tell.

The library ends the whole process on one cell far outside the table, and says nothing about hidden rows, errors and formulas
that were never calculated. This scan reads the sheet piece by piece with patterns, in a few megabytes.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape

from vidu_desktop.adapters.sheets.sheet_errors import sheet_refusal
from vidu_desktop.domain.sheet import ROWS_MOST, CellTrouble

_PART_BYTES_MOST = 400_000_000
_ALL_BYTES_MOST = 600_000_000
_COLUMNS_MOST = 1_000
_CHUNK_BYTES = 1 << 20
_CELL_BYTES_MOST = 4 << 20
"""Far more than the 32,767 characters that a cell of a workbook may have."""
_SMALL_BYTES_MOST = 64 << 20
"""For the lists of tables and of styles; some programs write thousands of styles."""
_P = rb"(?:\w+:)?"
_ATTRIBUTES = rb"""(?:[^>"']+|"[^"]*"|'[^']*')*"""
_TOKENS = re.compile(
    rb"<" + _P + rb"row\b(" + _ATTRIBUTES + rb")>"
    rb"|<" + _P + rb'c\b([^>]*?)(/?)>(?:\s*(<' + _P + rb"f\b[^>]*?(?:/>|>[^<]*</" + _P + rb"f>))\s*(<"
    + _P + rb"v>[^<])?)?"
)  # fmt: skip
_AT = re.compile(rb"""\br\s*=\s*["']([A-Z]{0,9})(\d{1,9})["']""")
_NO_HEIGHT = re.compile(rb"""\bht\s*=\s*["']0*(?:\.0*)?["']""")
_IS_ERROR = re.compile(rb"""\bt\s*=\s*["']e["']""")
_STYLE = re.compile(rb"""\bs\s*=\s*["'](\d{1,6})["']""")
_FORMAT = re.compile(rb"""\bformatCode\s*=\s*["'](0{2,30})["']""")
_FORMAT_ID = re.compile(rb"""\bnumFmtId\s*=\s*["'](\d{1,6})["']""")
_ODS_TOKENS = re.compile(
    rb"<(/?)" + _P + rb"(table-row-group|table-row|table)(?![\w-])(" + _ATTRIBUTES + rb")>"
)  # fmt: skip


def _attribute(name: bytes, prefix: bytes = b"") -> re.Pattern[bytes]:
    return re.compile(rb"(?<![\w:-])" + prefix + name + rb"""\s*=\s*(?:"([^"]*)"|'([^']*)')""")


_HIDDEN, _NAME, _LINK = _attribute(b"hidden"), _attribute(b"name"), _attribute(b"id", rb"\w+:")
_ID, _TARGET = _attribute(b"Id"), _attribute(b"Target")
_ODS_NAME, _ODS_VISIBILITY = _attribute(b"name", _P), _attribute(b"visibility", _P)
_ODS_DISPLAY, _ODS_REPEATED = _attribute(b"display", _P), _attribute(b"number-rows-repeated", _P)


def _value(pattern: re.Pattern[bytes], tag: bytes) -> str | None:
    """Return the value of an attribute in a tag, with XML's escapes resolved; None where the tag doesn't have it."""
    found = pattern.search(tag)
    return None if found is None else unescape((found[1] or found[2] or b"").decode("utf-8", "replace"))


@dataclass(slots=True)
class LookedThrough:
    """What the scan of a sheet found.

    `hidden` are line numbers, `troubles` are (line, column, code). `padded` tells for cells (line, column) that are shown
    with zeros before their number how many digits are shown: 00123 is stored as 123. Lines count from 1, columns from 0.
    """

    hidden: set[int] = field(default_factory=set)
    troubles: list[tuple[int, int, str]] = field(default_factory=list)
    padded: dict[tuple[int, int], int] = field(default_factory=dict)


class Packed:
    """The parts of a workbook that is a ZIP file. Creating it raises BadInput for a file that shouldn't be opened."""

    def __init__(self, path: str, data: bytes) -> None:
        self.path = path
        self.file = zipfile.ZipFile(io.BytesIO(data))
        sizes = [info.file_size for info in self.file.infolist()]
        if sum(sizes) > _ALL_BYTES_MOST or max(sizes, default=0) > _PART_BYTES_MOST:
            raise sheet_refusal("sheet-far-cells", path)
        if any(info.flag_bits & 1 for info in self.file.infolist()):
            raise sheet_refusal("sheet-locked", path)
        if len({name.casefold() for name in self.file.namelist()}) < len(sizes):
            raise sheet_refusal("sheet-damaged", path)  # a part other than the scanned one could be read

    def chunks(self, name: str) -> Iterator[bytes]:
        """Yield a part in pieces, split only where a row or cell begins or ends. Raises BadInput for a DOCTYPE or a ZIP bomb."""
        tail, total = b"", 0
        with self.file.open(name) as part:
            while piece := part.read(_CHUNK_BYTES):
                total += len(piece)
                if total > _PART_BYTES_MOST:
                    raise sheet_refusal("sheet-far-cells", self.path)
                text = tail + piece
                if b"<!DOCTYPE" in text:
                    raise sheet_refusal("sheet-entities", self.path)
                cut = max(
                    text.rfind(b"</c>"),
                    text.rfind(b"</row>"),
                    text.rfind(b"<row"),
                    text.rfind(b"<table:table-row"),
                )
                if cut <= 0 and len(text) > _CELL_BYTES_MOST:
                    raise sheet_refusal("sheet-far-cells", self.path)
                cut = max(cut, 0)
                yield text[:cut]
                tail = text[cut:]
        yield tail

    def whole(self, name: str) -> bytes:
        """Return the whole of a small part. Raises BadInput for a DOCTYPE or a ZIP bomb."""
        with self.file.open(name) as part:
            data = part.read(_SMALL_BYTES_MOST + 1)
        if len(data) > _SMALL_BYTES_MOST:
            raise sheet_refusal("sheet-far-cells", self.path)
        if b"<!DOCTYPE" in data:
            raise sheet_refusal("sheet-entities", self.path)
        return data

    def see_no_entities(self) -> None:
        """Raise BadInput where any part has a DOCTYPE in its first megabyte. Sheets are left out: they are scanned when they
        are read.
        """
        for info in self.file.infolist():
            if info.filename.endswith((".xml", ".rels")) and "/worksheets/" not in info.filename:
                with self.file.open(info) as part:
                    if b"<!DOCTYPE" in part.read(_CHUNK_BYTES):
                        raise sheet_refusal("sheet-entities", self.path)


def sheet_parts(packed: Packed) -> dict[str, str]:
    """Return the path of each table's part in an XLSX, by the table's name."""
    names = packed.file.namelist()
    book = next((name for name in names if name.lower().endswith("xl/workbook.xml")), None)
    rels = next((name for name in names if name.lower().endswith("xl/_rels/workbook.xml.rels")), None)
    if book is None or rels is None:
        return {}
    targets: dict[str, str] = {}
    for tag in re.findall(rb"<" + _P + rb"Relationship\b" + _ATTRIBUTES + rb">", packed.whole(rels)):
        link, target = _value(_ID, tag), _value(_TARGET, tag)
        if link is not None and target is not None:
            targets[link] = target
    by_any_case = {name.casefold(): name for name in names}
    parts: dict[str, str] = {}
    folder = book.rpartition("/")[0]
    for tag in re.findall(rb"<" + _P + rb"sheet\b" + _ATTRIBUTES + rb">", packed.whole(book)):
        name, target = _value(_NAME, tag), targets.get(_value(_LINK, tag) or "")
        if name is not None and target is not None:
            part = target.lstrip("/") if target.startswith("/") else f"{folder}/{target}"
            parts[name] = by_any_case.get(part.casefold(), part)
    return parts


def _padding_styles(packed: Packed) -> dict[bytes, int]:
    """Return the indexes of the styles that show a number with leading zeros, each with its number of digits."""
    part = next((name for name in packed.file.namelist() if name.lower().endswith("xl/styles.xml")), None)
    if part is None:
        return {}
    styles = packed.whole(part)
    digits: dict[bytes, int] = {}
    for tag in re.findall(rb"<" + _P + rb"numFmt\b[^>]*>", styles):
        shown, number = _FORMAT.search(tag), _FORMAT_ID.search(tag)
        if shown and number:
            digits[number[1]] = len(shown[1])
    if not digits:
        return {}
    cells = re.search(rb"<" + _P + rb"cellXfs\b.*?</" + _P + rb"cellXfs>", styles, re.DOTALL)
    found: dict[bytes, int] = {}
    for index, tag in enumerate(re.findall(rb"<" + _P + rb"xf\b[^>]*>", cells[0] if cells else b"")):
        number = _FORMAT_ID.search(tag)
        if number and number[1] in digits:
            found[str(index).encode()] = digits[number[1]]
    return found


def look_through_xlsx(packed: Packed, part: str) -> LookedThrough:
    """Scan one sheet. Raises BadInput for cells far outside of any table."""
    found = LookedThrough()
    padding = _padding_styles(packed)
    line, column = 0, -1
    for chunk in packed.chunks(part):
        for token in _TOKENS.finditer(chunk):
            if token[1] is not None:
                at = _AT.search(token[1])
                line, column = int(at[2]) if at else line + 1, -1
                if line > ROWS_MOST * 2:
                    raise sheet_refusal("sheet-far-cells", packed.path)
                hidden = (_value(_HIDDEN, token[1]) or "").strip()
                if hidden in ("1", "true") or _NO_HEIGHT.search(token[1]):
                    found.hidden.add(line)
                continue
            attributes = token[2]
            at = _AT.search(attributes)
            column = _column(at[1]) if at and at[1] else column + 1
            if column > _COLUMNS_MOST or (at and int(at[2]) > ROWS_MOST * 2):
                raise sheet_refusal("sheet-far-cells", packed.path)
            if padding and (style := _STYLE.search(attributes)) and style[1] in padding:
                found.padded[line, column] = padding[style[1]]
            if _IS_ERROR.search(attributes):
                found.troubles.append((line, column, CellTrouble.ERROR))
            elif token[4] is not None and token[5] is None:
                found.troubles.append((line, column, CellTrouble.UNCALCULATED))
    return found


def _column(letters: bytes) -> int:
    index = 0
    for letter in letters:
        index = index * 26 + letter - 64
    return index - 1


def look_through_ods(packed: Packed, sheet_name: str) -> LookedThrough | None:
    """Find out which rows of one table are hidden; None where the table isn't found. Raises BadInput for a DOCTYPE, and for a
    table that is far too large.
    """
    found = LookedThrough()
    was_here, line = False, 0
    tables: list[bool] = []
    """For each table around the current place, the innermost last, whether it is the wanted one; a table may be nested in a
    cell.
    """
    groups: list[bool] = []
    """For each group of rows around the current place, whether it is collapsed."""
    for chunk in packed.chunks("content.xml"):
        for token in _ODS_TOKENS.finditer(chunk):
            closes, kind, attributes = token[1] or token[3].endswith(b"/"), token[2], token[3]
            if kind == b"table":
                if token[1]:
                    del tables[-1:]
                elif not closes:
                    here = not tables and _value(_ODS_NAME, attributes) == sheet_name
                    was_here = was_here or here
                    tables.append(here)
            elif not (tables and tables[-1]):
                continue
            elif kind == b"table-row-group":
                if token[1]:
                    del groups[-1:]
                elif not closes:
                    groups.append(_value(_ODS_DISPLAY, attributes) == "false")
            elif not token[1]:
                repeated = _value(_ODS_REPEATED, attributes) or "1"
                count = int(repeated) if repeated.isdecimal() else 1
                unseen = _value(_ODS_VISIBILITY, attributes) in ("collapse", "filter") or any(groups)
                if unseen and line + count <= ROWS_MOST * 2:
                    found.hidden.update(range(line + 1, line + count + 1))
                line += count
    return found if was_here else None
