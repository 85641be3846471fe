"""Compares the options about how a source is read, and about its lines, with what the source turned out to be. No such option
is ignored silently.
"""

import argparse
import os

from vidu_desktop.cli.reports import Report
from vidu_desktop.cli.requests import as_text
from vidu_desktop.domain.sheet import ReadAs, Sheet
from vidu_desktop.domain.sheet_mapping import Field, SheetMapping
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import BadInput, Sentence

_OF_SHEETS = ("sheet", "encoding", "separator", "header_line")
_OF_TEXTS = ("encoding", "separator")
_TAB = "\t"


def check_reading_options(options: argparse.Namespace, sheet: Sheet, mapping: SheetMapping) -> None:
    """Raise BadInput for an option that has no effect on this kind of source (`option-in-vain`), and for lines in which there
    is no row (`no-such-line`).
    """
    if sheet.of_folder:
        _refuse_any(options, _OF_SHEETS, _NOT_OF_FOLDERS)
    elif sheet.sheet_names:
        _refuse_any(options, _OF_TEXTS, _NOT_OF_WORKBOOKS)
    else:
        _refuse_any(options, ("sheet",), _NOT_OF_TEXTS)
    if not sheet.of_folder:
        _refuse_any(options, ("pairs",), _NOT_OF_SHEETS)
    if mapping.one_of(Field.ROW) is not None:
        _refuse_any(options, ("each",), _NOT_OF_RESULTS)
        if options.prompt is not None and len(options.prompt) > 1:
            raise _in_vain("prompt", options, _NOT_OF_RESULTS)
    if options.rows is not None:
        missing = options.rows.without_a_row([row.line for row in sheet.rows])
        if missing:
            values = {"lines": missing, "first": sheet.rows[0].line, "last": sheet.rows[-1].line}
            raise BadInput("no-such-line", Sentence(_NO_ROW, values))


def say_reading_before(said: ReadAs, used: ReadAs, sheet: Sheet, report: Report) -> None:
    """Say which options of an earlier run the sheet was read with, where the command didn't say them."""
    names = ("header_line",) if sheet.sheet_names else (*_OF_TEXTS, "header_line")
    taken = tuple(
        f"--{name.replace('_', '-')} {str(getattr(used, name)).replace(_TAB, 'tab')}"
        for name in names
        if getattr(used, name) != getattr(said, name)
    )
    if taken and not sheet.of_folder:
        report.say(Sentence(_AS_BEFORE, {"options": taken}))


def _refuse_any(options: argparse.Namespace, names: tuple[str, ...], template: str) -> None:
    for name in names:
        if getattr(options, name) not in (None, []):
            raise _in_vain(name, options, template)


def _in_vain(name: str, options: argparse.Namespace, template: str) -> BadInput:
    source = os.path.basename(as_text(options.source).rstrip("/")) or options.source  # noqa: PTH119 - the path stays a str
    return BadInput(
        "option-in-vain", Sentence(template, {"option": f"--{name.replace('_', '-')}", "name": source})
    )


_NOT_OF_FOLDERS = QT_TRANSLATE_NOOP(
    "command line", "{option} is for sheets, and “{name}” is a folder. Nothing was sent. Leave it out."
)
_NOT_OF_WORKBOOKS = QT_TRANSLATE_NOOP(
    "command line",
    "{option} is for texts such as CSV, and “{name}” is a workbook. Nothing was sent. Leave it out.",
)
_NOT_OF_TEXTS = QT_TRANSLATE_NOOP(
    "command line",
    "{option} is for workbooks, and “{name}” holds one table only. Nothing was sent. Leave it out.",
)
_NOT_OF_SHEETS = QT_TRANSLATE_NOOP(
    "command line", "{option} is for folders, and “{name}” is a sheet. Nothing was sent. Leave it out."
)
_NOT_OF_RESULTS = QT_TRANSLATE_NOOP(
    "command line",
    "{option} would make more rows, and “{name}” is a result, which has its rows. Nothing was sent. Use the sheet itself.",
)
_AS_BEFORE = QT_TRANSLATE_NOOP(
    "command line", "The sheet is read as the last time: {options}. The same options read it otherwise."
)
_NO_ROW = QT_TRANSLATE_NOOP(
    "command line", "No row stands in: {lines}. The rows stand in lines {first} to {last}. Nothing was sent."
)
