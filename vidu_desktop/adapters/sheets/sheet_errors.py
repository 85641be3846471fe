"""The sentences about sheets that can't be read."""

from vidu_desktop.adapters.disk.shown_names import shown_name
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import BadInput, Sentence, Value

_TEMPLATES = {
    "sheet-missing": QT_TRANSLATE_NOOP(
        "batch", "There is no “{name}”. Choose a sheet or a folder that is there."
    ),
    "sheet-unreadable": QT_TRANSLATE_NOOP("batch", "“{name}” can't be opened. Look whether you may read it."),
    "sheet-not-a-file": QT_TRANSLATE_NOOP(
        "batch", "“{name}” is no regular file. Save the sheet as a file first."
    ),
    "sheet-empty": QT_TRANSLATE_NOOP(
        "batch", "There are no rows in “{name}”. It needs a line with names and a row below."
    ),
    "sheet-too-large": QT_TRANSLATE_NOOP(
        "batch",
        "“{name}” is larger than any sheet that is read here. Save the rows that you need as CSV, in parts if need be.",
    ),
    "sheet-too-many-rows": QT_TRANSLATE_NOOP(
        "batch", "“{name}” has more than {most} rows. Divide it into several sheets."
    ),
    "sheet-far-cells": QT_TRANSLATE_NOOP(
        "batch",
        "This workbook has cells far outside of its table, or is too large. Copy the table into a new one, or save it "
        "as CSV.",
    ),
    "sheet-too-slow": QT_TRANSLATE_NOOP("batch", "“{name}” takes too long to read. Save the table as CSV."),
    "sheet-not-one": QT_TRANSLATE_NOOP(
        "batch", "“{name}” isn't a sheet that can be read. Save it as CSV or XLSX."
    ),
    "sheet-damaged": QT_TRANSLATE_NOOP(
        "batch", "“{name}” is damaged. Open it in your spreadsheet program and save it anew."
    ),
    "sheet-locked": QT_TRANSLATE_NOOP(
        "batch", "“{name}” is protected by a password. Save it without one, or as CSV."
    ),
    "sheet-entities": QT_TRANSLATE_NOOP(
        "batch", "“{name}” holds what no sheet needs and what can do harm (a DOCTYPE), so it isn't opened."
    ),
    "sheet-encoding": QT_TRANSLATE_NOOP(
        "batch", "The characters of “{name}” can't be read. Save it as “CSV UTF-8”."
    ),
    "sheet-open-quote": QT_TRANSLATE_NOOP(
        "batch",
        "A quotation mark in line {line} of “{name}” isn't closed, so the rest can't be told apart. Close it.",
    ),
    "sheet-long-cell": QT_TRANSLATE_NOOP(
        "batch",
        "A cell that begins in line {line} of “{name}” is longer than any text. A quotation mark isn't closed there, "
        "perhaps.",
    ),
    "sheet-no-such-table": QT_TRANSLATE_NOOP(
        "batch", "There is no table “{table}” in “{name}”. There is: {tables}."
    ),
}


def sheet_refusal(code: str, path: str, **values: Value) -> BadInput:
    """Return the error with this code, for the file at `path`."""
    return BadInput(code, Sentence(_TEMPLATES[code], {"name": shown_name(path), **values}))
