"""Reads XLSX, XLSM, XLSB, XLS and ODS. Runs in a helper process, because the library that reads them may end it."""

import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

from vidu_desktop.adapters.sheets.ods_scan import CONTENT, scan_ods
from vidu_desktop.adapters.sheets.sheet_errors import sheet_refusal
from vidu_desktop.adapters.sheets.sheet_scan import SheetScan
from vidu_desktop.adapters.sheets.xlsx_scan import scan_xlsx, sheet_parts
from vidu_desktop.adapters.sheets.zipped_workbook import ZippedWorkbook
from vidu_desktop.domain.sheet import (
    CELLS_MOST_CHARS,
    ROWS_MOST,
    CellTrouble,
    Guess,
    ReadAs,
    Sheet,
    made_sheet,
)
from vidu_desktop.errors import BadInput

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

HIDDEN_UNKNOWN = "hidden-rows-unknown"
"""Note for a kind of workbook that doesn't tell which rows are hidden."""

_WORKBOOK_PARTS = ("xl/workbook.xml", "xl/workbook.bin", CONTENT)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Table:
    """The chosen table of a workbook. `texts` are its cells by line, both from the first one on; `scan` is None for a kind of
    workbook that doesn't tell which rows are hidden.
    """

    name: str
    names: tuple[str, ...]
    texts: list[list[str]]
    scan: SheetScan | None
    merged: list[tuple[int, int, str]]


def read_workbook(path: str, data: bytes, read_as: ReadAs) -> Sheet:
    """Read a table. Raises BadInput with a sentence."""
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    zipped = _zipped(path, data)
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
            table = _table(path, book, zipped, read_as.sheet)
    except PasswordError as error:
        raise sheet_refusal("sheet-locked", path) from error
    except CalamineError as error:
        raise sheet_refusal("sheet-damaged", path) from error
    scan = table.scan or SheetScan()
    uncalculated = {line for line, _column, _code in scan.troubles}
    rows = _as_shown(table.texts, scan.padded)
    rows += [[] for _line in range(len(rows), max(uncalculated, default=0))]
    columns, made, header = made_sheet(
        [(line, cells) for line, cells in enumerate(rows, 1) if any(cells) or line in uncalculated],
        read_as.header_line,
        hidden=frozenset(scan.hidden),
        troubles=[*scan.troubles, *table.merged],
    )
    if not columns:
        raise sheet_refusal("sheet-empty", path)
    is_sure = read_as.sheet is not None or len(table.names) == 1
    return Sheet(
        columns=columns,
        rows=made,
        guesses=(Guess(what="sheet", value=table.name, sure=is_sure), header),
        sheet_name=table.name,
        sheet_names=table.names,
        notes=() if table.scan is not None else (HIDDEN_UNKNOWN,),
    )


def _zipped(path: str, data: bytes) -> ZippedWorkbook | None:
    """Return the parts of a workbook that is a ZIP file; None for an XLS. Raises BadInput for what shouldn't be opened."""
    if not data.startswith(b"PK"):
        return None
    try:
        zipped = ZippedWorkbook(path, data)
        if zipped.ending_with(*_WORKBOOK_PARTS) is None:
            raise sheet_refusal("sheet-not-one", path)
        zipped.refuse_entities()
    except BadInput:
        raise
    except Exception as error:  # zipfile raises half a dozen kinds for broken archives
        raise sheet_refusal("sheet-damaged", path) from error
    return zipped


def _table(path: str, book: "CalamineWorkbook", zipped: ZippedWorkbook | None, asked: str | None) -> _Table:
    """Scan and read the table with the name `asked`; None means the first that is visible. Raises BadInput, CalamineError."""
    from python_calamine import SheetVisibleEnum

    metadata = book.sheets_metadata
    seen = [one.name for one in metadata if one.visible is SheetVisibleEnum.Visible] or list(book.sheet_names)
    if len(set(book.sheet_names)) < len(book.sheet_names):
        raise sheet_refusal("sheet-damaged", path)  # nobody knows which one is meant
    name = _chosen(path, asked, seen, book.sheet_names)
    scan = _scanned(zipped, name)
    sheet = book.get_sheet_by_name(name)
    if sheet.total_height > ROWS_MOST:
        raise sheet_refusal("sheet-too-many-rows", path, most=f"{ROWS_MOST:,}")
    return _Table(
        name=name,
        names=tuple(seen),
        # From A1 on, because the scan counts the lines and columns that a person sees.
        texts=_texts(path, sheet.to_python(skip_empty_area=False)),
        scan=scan,
        merged=_merged(sheet.merged_cell_ranges or []),
    )


def _chosen(path: str, asked: str | None, seen: list[str], names: list[str]) -> str:
    if not names:
        raise sheet_refusal("sheet-empty", path)
    if asked is None:
        return seen[0]
    for name in names:
        if name.casefold() == asked.casefold():
            return name
    raise sheet_refusal("sheet-no-such-table", path, table=asked, tables=tuple(seen))


def _scanned(zipped: ZippedWorkbook | None, name: str) -> SheetScan | None:
    """Scan a table; None for a kind of workbook that doesn't tell which rows are hidden. Raises BadInput."""
    if zipped is None:
        return None
    try:
        if CONTENT in zipped.names:
            return scan_ods(zipped, name)
        part = sheet_parts(zipped).get(name, "")
        return scan_xlsx(zipped, part) if part.endswith(".xml") and part in zipped.names else None
    except BadInput:
        raise
    except Exception as error:  # zipfile raises half a dozen kinds for broken archives
        raise sheet_refusal("sheet-damaged", zipped.path) from error


def _as_shown(texts: list[list[str]], padded: Mapping[tuple[int, int], int]) -> list[list[str]]:
    """Put zeros before the numbers that are shown with them. Changes and returns `texts`."""
    for (line, column), digits in padded.items():
        if line <= len(texts) and column < len(texts[line - 1]) and texts[line - 1][column].isdecimal():
            texts[line - 1][column] = texts[line - 1][column].zfill(digits)
    return texts


def _texts(path: str, rows: Iterable[list[Any]]) -> list[list[str]]:
    made, chars = [], 0
    for row in rows:
        cells = [_text(value) for value in row]
        chars += sum(map(len, cells))
        if chars > CELLS_MOST_CHARS:
            raise sheet_refusal("sheet-too-large", path)
        made.append(cells)
    return made


def _text(value: Any) -> str:
    """Return a cell as a person sees it, as far as its value tells: 123.0 is shown as a whole number."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
    return value.isoformat() if isinstance(value, date | time) else str(value)


def _merged(ranges: Iterable[tuple[tuple[int, int], tuple[int, int]]]) -> list[tuple[int, int, str]]:
    """Report for the lines of merged cells below the first one that their text is elsewhere."""
    found: list[tuple[int, int, str]] = []
    for (top, left), (bottom, right) in ranges:
        for line in range(top + 2, min(bottom, top + ROWS_MOST) + 2):
            found += [
                (line, column, CellTrouble.MERGED) for column in range(left, min(right, left + 100) + 1)
            ]
            if len(found) > ROWS_MOST:
                return found
    return found
