"""A look through the XML of a workbook before a library opens it: what would end the process, and what it doesn't tell.

The reader ends the whole process on one cell far outside of the table, and says nothing of hidden rows, of errors and
of formulas that were never calculated. This look streams through the sheet by patterns, in a few megabytes.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape, unescape

from vidu_desktop.adapters.sheets.sheet_errors import sheet_refusal
from vidu_desktop.domain.sheet import ROWS_MOST, CellTrouble

_PART_BYTES_MOST = 400_000_000
_ALL_BYTES_MOST = 600_000_000
_COLUMNS_MOST = 1_000
_CHUNK_BYTES = 1 << 20
_CELL_BYTES_MOST = 4 << 20
"""Far more than the 32,767 characters that a cell of a workbook may have."""
_SMALL_BYTES_MOST = 64 << 20
"""Of a list of tables or styles; some programs write styles by the thousand."""
_P = rb"(?:\w+:)?"
_TOKENS = re.compile(
    rb"<" + _P + rb"row\b([^>]*)>"
    rb"|<" + _P + rb'c\b([^>]*?)(/?)>(?:\s*(<' + _P + rb"f\b[^>]*?(?:/>|>[^<]*</" + _P + rb"f>))\s*(<"
    + _P + rb"v>[^<])?)?"
)  # fmt: skip
_AT = re.compile(rb"""\br=["']([A-Z]{0,9})(\d{1,9})["']""")
_HIDDEN = re.compile(rb"""\bhidden=["'](?:1|true)["']""")
_IS_ERROR = re.compile(rb"""\bt=["']e["']""")
_NAME = re.compile(rb"""\bname=["']([^"'>]*)["']""")
_LINK = re.compile(rb"""\b\w+:id=["']([^"'>]*)["']""")
_ID = re.compile(rb"""\bId=["']([^"'>]*)["']""")
_TARGET = re.compile(rb"""\bTarget=["']([^"'>]*)["']""")
_STYLE = re.compile(rb"""\bs=["'](\d{1,6})["']""")
_FORMAT = re.compile(rb"""\bformatCode=["'](0{2,30})["']""")
_FORMAT_ID = re.compile(rb"""\bnumFmtId=["'](\d{1,6})["']""")
_ODS_ROW = re.compile(rb"<table:table-row\b([^>]*)>")
_ODS_REPEATED = re.compile(rb'table:number-rows-repeated="(\d{1,9})"')
_ODS_UNSEEN = re.compile(rb'table:visibility="(?:collapse|filter)"')


@dataclass(slots=True)
class LookedThrough:
    """`hidden` are lines, `troubles` (line, column, code). `padded` says of the cells (line, column) that are shown with
    zeros before their number how many digits are shown: 00123 is stored as 123.
    """

    hidden: set[int] = field(default_factory=set)
    troubles: list[tuple[int, int, str]] = field(default_factory=list)
    padded: dict[tuple[int, int], int] = field(default_factory=dict)


class Packed:
    """The parts of a workbook that is a zip file. Raises BadInput for one that is better not opened."""

    def __init__(self, path: str, data: bytes) -> None:
        self.path = path
        self.file = zipfile.ZipFile(io.BytesIO(data))
        sizes = [info.file_size for info in self.file.infolist()]
        if sum(sizes) > _ALL_BYTES_MOST or max(sizes, default=0) > _PART_BYTES_MOST:
            raise sheet_refusal("sheet-far-cells", path)
        if any(info.flag_bits & 1 for info in self.file.infolist()):
            raise sheet_refusal("sheet-locked", path)

    def chunks(self, name: str) -> Iterator[bytes]:
        """Yield a part piece by piece, each ending with a whole tag. Raises BadInput for a DOCTYPE or a bomb."""
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
        """Return a small part. Raises BadInput for a DOCTYPE or a bomb."""
        with self.file.open(name) as part:
            data = part.read(_SMALL_BYTES_MOST + 1)
        if len(data) > _SMALL_BYTES_MOST:
            raise sheet_refusal("sheet-far-cells", self.path)
        if b"<!DOCTYPE" in data:
            raise sheet_refusal("sheet-entities", self.path)
        return data

    def see_no_entities(self) -> None:
        """Raise BadInput where any part holds a DOCTYPE; the sheets are looked through by themselves."""
        for info in self.file.infolist():
            if info.filename.endswith((".xml", ".rels")) and "/worksheets/" not in info.filename:
                with self.file.open(info) as part:
                    if b"<!DOCTYPE" in part.read(_CHUNK_BYTES):
                        raise sheet_refusal("sheet-entities", self.path)


def sheet_parts(packed: Packed) -> dict[str, str]:
    """Return the part of each table of an XLSX by its name."""
    names = packed.file.namelist()
    book = next((name for name in names if name.lower().endswith("xl/workbook.xml")), None)
    rels = next((name for name in names if name.lower().endswith("xl/_rels/workbook.xml.rels")), None)
    if book is None or rels is None:
        return {}
    targets: dict[bytes, str] = {}
    for tag in re.findall(rb"<" + _P + rb"Relationship\b[^>]*>", packed.whole(rels)):
        link, place = _ID.search(tag), _TARGET.search(tag)
        if link and place:
            targets[link[1]] = place[1].decode("utf-8", "replace")
    parts: dict[str, str] = {}
    folder = book.rpartition("/")[0]
    for tag in re.findall(rb"<" + _P + rb"sheet\b[^>]*>", packed.whole(book)):
        name, link = _NAME.search(tag), _LINK.search(tag)
        target = targets.get(link[1]) if link else None
        if name and target is not None:
            part = target.lstrip("/") if target.startswith("/") else f"{folder}/{target}"
            parts[unescape(name[1].decode("utf-8", "replace"))] = part
    return parts


def _padding_styles(packed: Packed) -> dict[bytes, int]:
    """Return the styles that show a number with zeros before it, with how many digits."""
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
    """Look through one sheet. Raises BadInput for cells far outside of any table."""
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
                if _HIDDEN.search(token[1]):
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


def look_through_ods(packed: Packed, sheet_name: str) -> LookedThrough:
    """Look which rows of one table are hidden. Raises BadInput for a table that goes on for ever."""
    found = LookedThrough()
    marker = b'table:name="' + escape(sheet_name).encode() + b'"'
    here, line = False, 0
    for chunk in packed.chunks("content.xml"):
        for piece in re.split(rb"(?=<table:table\b)", chunk):
            if piece.startswith(b"<table:table") and piece[12:13] in b" >":
                here, line = marker in piece[: piece.find(b">") + 1], 0
            for row in _ODS_ROW.finditer(piece) if here else ():
                repeated = _ODS_REPEATED.search(row[1])
                count = int(repeated[1]) if repeated else 1
                if _ODS_UNSEEN.search(row[1]) and line + count <= ROWS_MOST * 2:
                    found.hidden.update(range(line + 1, line + count + 1))
                line += count
    return found
