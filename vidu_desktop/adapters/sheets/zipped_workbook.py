"""A workbook that is a ZIP file of XML parts. Refuses what shouldn't be opened, and reads its parts in pieces."""

import io
import re
import zipfile
from collections.abc import Iterator
from html import unescape

from vidu_desktop.adapters.sheets.sheet_errors import sheet_refusal

PREFIX = rb"(?:\w+:)?"
"""The pattern of a tag's namespace prefix, if it has one."""
ATTRIBUTES = rb"""(?:[^>"']+|"[^"]*"|'[^']*')*"""
"""The pattern of all that stands in a tag behind its name."""
_PART_BYTES_MOST = 400_000_000
_ALL_BYTES_MOST = 600_000_000
_CHUNK_BYTES = 1 << 20
_CELL_BYTES_MOST = 4 << 20
"""Far more than the 32,767 characters that a cell of a workbook may have."""
_SMALL_BYTES_MOST = 64 << 20
"""For the lists of tables and of styles; some programs write thousands of styles."""
_CUT_BEFORE = (b"</c>", b"</row>", b"<row", b"<table:table-row")


def attribute(name: bytes, prefix: bytes = b"") -> re.Pattern[bytes]:
    """Return the pattern of an attribute with its value; `prefix` is the pattern of its namespace prefix."""
    return re.compile(rb"(?<![\w:-])" + prefix + name + rb"""\s*=\s*(?:"([^"]*)"|'([^']*)')""")


def value_of(pattern: re.Pattern[bytes], tag: bytes) -> str | None:
    """Return the value of an attribute in a tag, with XML's escapes resolved; None where the tag doesn't have it."""
    found = pattern.search(tag)
    return None if found is None else unescape((found[1] or found[2] or b"").decode("utf-8", "replace"))


class ZippedWorkbook:
    """The parts of a workbook that is a ZIP file. Creating it raises BadInput for a file that shouldn't be opened."""

    def __init__(self, path: str, data: bytes) -> None:
        self.path = path
        self._file = zipfile.ZipFile(io.BytesIO(data))
        parts = self._file.infolist()
        sizes = [part.file_size for part in parts]
        if sum(sizes) > _ALL_BYTES_MOST or max(sizes, default=0) > _PART_BYTES_MOST:
            raise sheet_refusal("sheet-far-cells", path)
        if any(part.flag_bits & 1 for part in parts):
            raise sheet_refusal("sheet-locked", path)
        self.names = self._file.namelist()
        if len({name.casefold() for name in self.names}) < len(self.names):
            raise sheet_refusal("sheet-damaged", path)  # a part other than the scanned one could be read

    def ending_with(self, *endings: str) -> str | None:
        """Return the name of the first part with one of these endings in lower case; None when there is none."""
        return next((name for name in self.names if name.lower().endswith(endings)), None)

    def chunks(self, name: str) -> Iterator[bytes]:
        """Yield a part in pieces, split only where a row or cell begins or ends. Raises BadInput for a DOCTYPE or a ZIP bomb."""
        tail, total_bytes = b"", 0
        with self._file.open(name) as part:
            while piece := part.read(_CHUNK_BYTES):
                total_bytes += len(piece)
                if total_bytes > _PART_BYTES_MOST:
                    raise sheet_refusal("sheet-far-cells", self.path)
                text = tail + piece
                self._refuse_doctype(text)
                cut = max(map(text.rfind, _CUT_BEFORE))
                if cut <= 0 and len(text) > _CELL_BYTES_MOST:
                    raise sheet_refusal("sheet-far-cells", self.path)
                cut = max(cut, 0)
                yield text[:cut]
                tail = text[cut:]
        yield tail

    def whole(self, name: str) -> bytes:
        """Return the whole of a small part. Raises BadInput for a DOCTYPE or a ZIP bomb."""
        with self._file.open(name) as part:
            data = part.read(_SMALL_BYTES_MOST + 1)
        if len(data) > _SMALL_BYTES_MOST:
            raise sheet_refusal("sheet-far-cells", self.path)
        self._refuse_doctype(data)
        return data

    def refuse_entities(self) -> None:
        """Raise BadInput where any part has a DOCTYPE in its first megabyte. Sheets are left out: they are scanned when they
        are read.
        """
        for info in self._file.infolist():
            if info.filename.endswith((".xml", ".rels")) and "/worksheets/" not in info.filename:
                with self._file.open(info) as part:
                    self._refuse_doctype(part.read(_CHUNK_BYTES))

    def _refuse_doctype(self, data: bytes) -> None:
        if b"<!DOCTYPE" in data:
            raise sheet_refusal("sheet-entities", self.path)
