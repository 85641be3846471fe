"""Scans the XML of a workbook before a library opens it, for what would end the process, and for what the library doesn't
tell.

The library ends the whole process on one cell far outside the table, and says nothing about hidden rows, errors and formulas
that were never calculated. The scans read a sheet piece by piece with patterns, in a few megabytes.
"""

from dataclasses import dataclass, field

from vidu_desktop.domain.sheet import ROWS_MOST

LINES_MOST = ROWS_MOST * 2
"""Cells in later lines are far outside of any table."""


@dataclass(slots=True)
class SheetScan:
    """What the scan of a sheet found.

    `hidden` are line numbers, `troubles` are (line, column, code). `padded` tells for cells (line, column) that are shown
    with zeros before their number how many digits are shown: 00123 is stored as 123. Lines count from 1, columns from 0.
    """

    hidden: set[int] = field(default_factory=set)
    troubles: list[tuple[int, int, str]] = field(default_factory=list)
    padded: dict[tuple[int, int], int] = field(default_factory=dict)
