"""Writes results as a sheet that every spreadsheet program can read and in which nothing is calculated. It blocks, so it is
for a thread.
"""

import csv
import io
import os
from collections.abc import Sequence
from pathlib import Path

from vidu_desktop.adapters.disk.writing import save_file, writing
from vidu_desktop.domain.translation import plain_cell
from vidu_desktop.errors import DiskTrouble

TEXT_SUFFIXES = (".csv", ".tsv", ".txt")
WORKBOOK_SUFFIXES = (".xlsx", ".xlsm", ".xls", ".ods", ".xlsb")
_CELL_MOST_CHARS = 32_767
"""The most characters that a workbook's cell can hold."""


def free_path(path: Path) -> Path:
    """Return `path`, or the next one that is free: nobody's file is ever overwritten."""
    count, free = 2, path
    while os.path.exists(free):
        free = path.with_name(f"{path.stem} {count}{path.suffix}")
        count += 1
    return free


def write_result(path: Path, rows: Sequence[tuple[str, ...]], separator: str = ",") -> None:
    """Write a result, completely or not at all; as a workbook where `path` ends in .xlsx. Raises DiskTrouble."""
    content = _workbook(rows) if path.suffix.casefold() == ".xlsx" else _text(rows, separator)
    save_file(path, writing(content))


def write_where_it_can(path: Path, rows: Sequence[tuple[str, ...]], separator: str = ",") -> Path:
    """Write a result and return where it is: beside `path`, under a free name, where the file there can't be replaced,
    perhaps because another program has it open. Raises DiskTrouble.
    """
    try:
        write_result(path, rows, separator)
    except DiskTrouble:
        if not path.exists():
            raise
        path = free_path(path)
        write_result(path, rows, separator)
    return path


def _text(rows: Sequence[tuple[str, ...]], separator: str) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=separator).writerows([plain_cell(cell) for cell in row] for row in rows)
    # By the mark at the beginning, Excel knows that Chinese and Japanese prompts are UTF-8.
    return text.getvalue().encode("utf-8-sig", "replace")


def _workbook(rows: Sequence[tuple[str, ...]]) -> bytes:
    import xlsxwriter

    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        sheet.freeze_panes(1, 0)
        for line, row in enumerate(rows):
            for column, cell in enumerate(row):
                if cell:  # as text, so that nothing becomes a formula, a number or a link
                    sheet.write_string(line, column, cell[:_CELL_MOST_CHARS])
    return content.getvalue()
