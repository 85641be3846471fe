"""Reads sheets of all kinds, recognised by their bytes and not by their names. Runs in a helper process."""

import gc
import hashlib
from dataclasses import replace

from vidu_desktop.adapters.disk.given_files import Obstacle, obstacle_of
from vidu_desktop.adapters.disk.reading import open_regular
from vidu_desktop.adapters.sheets.sheet_errors import sheet_refusal
from vidu_desktop.adapters.sheets.sheet_pieces import packed
from vidu_desktop.adapters.sheets.text_sheet import read_text_sheet
from vidu_desktop.adapters.sheets.workbook import read_workbook
from vidu_desktop.domain.sheet import ReadAs, Sheet

_REFUSALS = {
    Obstacle.MISSING: "sheet-missing",
    Obstacle.FOLDER: "sheet-not-a-file",
    Obstacle.NO_FILE: "sheet-not-a-file",
}
_BYTES_MOST = 120_000_000
_WORKBOOK_HEADS = (b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
_OTHER_HEADS = (b"<!doctype", b"<html", b"<?xml", b"%pdf", b"{\\rtf")


def read_in_pieces(path: str, read_as: ReadAs) -> tuple[Sheet, list[str]]:
    """Read a table as `read_sheet` does; return it without its rows, and its rows packed."""
    gc.disable()  # there are no cycles here, and looking for them takes half the time
    try:
        sheet = read_sheet(path, read_as)
        return replace(sheet, rows=()), packed(sheet.rows)
    finally:
        gc.enable()


def read_sheet(path: str, read_as: ReadAs) -> Sheet:
    """Read a table. Raises BadInput with a sentence. Any other error, or the end of the process, is the file's fault, too."""
    data = _bytes_of(path)
    if data.startswith(_WORKBOOK_HEADS):
        sheet = read_workbook(path, data, read_as)
    elif not data.strip():
        raise sheet_refusal("sheet-empty", path)
    elif data[:64].lstrip().lower().startswith(_OTHER_HEADS):
        raise sheet_refusal("sheet-not-one", path)
    else:
        sheet = read_text_sheet(path, data, read_as)
    return replace(sheet, sha256=hashlib.sha256(data).hexdigest())


def _bytes_of(path: str) -> bytes:
    try:
        with open_regular(path) as file:
            data = file.read(_BYTES_MOST + 1)
    except ValueError as error:  # a NUL in the path
        raise sheet_refusal("sheet-missing", path) from error
    except OSError as error:
        raise sheet_refusal(_REFUSALS.get(obstacle_of(error), "sheet-unreadable"), path) from error
    if len(data) > _BYTES_MOST:
        raise sheet_refusal("sheet-too-large", path)
    return data
