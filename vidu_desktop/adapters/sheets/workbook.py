"""Reads XLSX, XLSM, XLSB, XLS and ODS. Runs in a helper process, because the library that reads them may end it."""

import io
from collections.abc import Iterable
from datetime import date, datetime, time
from typing import Any

from vidu_desktop.adapters.sheets.look_through import (
    LookedThrough,
    Packed,
    look_through_ods,
    look_through_xlsx,
    sheet_parts,
)
from vidu_desktop.adapters.sheets.sheet_errors import sheet_refusal
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

HIDDEN_UNKNOWN = "hidden-rows-unknown"
"""Note for a kind of workbook that doesn't tell which rows are hidden."""

_WORKBOOK_PARTS = ("xl/workbook.xml", "xl/workbook.bin", "content.xml")


def read_workbook(path: str, data: bytes, read_as: ReadAs) -> Sheet:
    """Read a table. Raises BadInput with a sentence."""
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetVisibleEnum

    packed = _packed(path, data)
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
            seen = [
                one.name for one in book.sheets_metadata if one.visible is SheetVisibleEnum.Visible
            ] or list(book.sheet_names)
            if len(set(book.sheet_names)) < len(book.sheet_names):
                raise sheet_refusal("sheet-damaged", path)  # nobody knows which one is meant
            name = _chosen(path, read_as.sheet, seen, book.sheet_names)
            looked, told = _looked_through(packed, name)
            sheet = book.get_sheet_by_name(name)
            if sheet.total_height > ROWS_MOST:
                raise sheet_refusal("sheet-too-many-rows", path, most=f"{ROWS_MOST:,}")
            # From A1 on, because the scan counts the lines and columns that a person sees.
            rows = _texts(path, sheet.to_python(skip_empty_area=False))
            merged = sheet.merged_cell_ranges or []
    except PasswordError as error:
        raise sheet_refusal("sheet-locked", path) from error
    except CalamineError as error:
        raise sheet_refusal("sheet-damaged", path) from error
    for (line, column), digits in looked.padded.items():
        if line <= len(rows) and column < len(rows[line - 1]) and rows[line - 1][column].isdecimal():
            rows[line - 1][column] = rows[line - 1][column].zfill(digits)
    troubles = [*looked.troubles, *_merged(merged)]
    uncalculated = {line for line, _column, _code in looked.troubles}
    rows += [[] for _line in range(len(rows), max(uncalculated, default=0))]
    numbered = [(line, cells) for line, cells in enumerate(rows, 1) if any(cells) or line in uncalculated]
    columns, made, header = made_sheet(
        numbered, read_as.header_line, hidden=frozenset(looked.hidden), troubles=troubles
    )
    if not columns:
        raise sheet_refusal("sheet-empty", path)
    chosen = Guess(what="sheet", value=name, sure=read_as.sheet is not None or len(seen) == 1)
    return Sheet(
        columns=columns,
        rows=made,
        guesses=(chosen, header),
        sheet_name=name,
        sheet_names=tuple(seen),
        notes=() if told else (HIDDEN_UNKNOWN,),
    )


def _packed(path: str, data: bytes) -> Packed | None:
    if not data.startswith(b"PK"):
        return None
    try:
        packed = Packed(path, data)
        if not any(name.lower().endswith(_WORKBOOK_PARTS) for name in packed.file.namelist()):
            raise sheet_refusal("sheet-not-one", path)
        packed.see_no_entities()
    except BadInput:
        raise
    except Exception as error:  # zipfile raises half a dozen kinds for broken archives
        raise sheet_refusal("sheet-damaged", path) from error
    return packed


def _chosen(path: str, asked: str | None, seen: list[str], names: list[str]) -> str:
    if not names:
        raise sheet_refusal("sheet-empty", path)
    if asked is None:
        return seen[0]
    for name in names:
        if name.casefold() == asked.casefold():
            return name
    raise sheet_refusal("sheet-no-such-table", path, table=asked, tables=tuple(seen))


def _looked_through(packed: Packed | None, name: str) -> tuple[LookedThrough, bool]:
    """Return what the scan found, and whether this kind of workbook tells which rows are hidden."""
    if packed is None:
        return LookedThrough(), False
    try:
        if "content.xml" in packed.file.namelist():
            in_ods = look_through_ods(packed, name)
            return in_ods or LookedThrough(), in_ods is not None
        part = sheet_parts(packed).get(name)
        if part is not None and part in packed.file.namelist() and part.endswith(".xml"):
            return look_through_xlsx(packed, part), True
    except BadInput:
        raise
    except Exception as error:  # zipfile raises half a dozen kinds for broken archives
        raise sheet_refusal("sheet-damaged", packed.path) from error
    return LookedThrough(), False


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
