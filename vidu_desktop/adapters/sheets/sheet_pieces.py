"""Passes a sheet's rows out of a helper process in pieces. A piece is unpacked in a few milliseconds; a single piece of
100,000 rows would block the window for more than a second.
"""

import asyncio
import json
from collections.abc import Sequence

from vidu_desktop.domain.sheet import SheetRow

_ROWS_AT_ONCE = 1_000


def packed(rows: Sequence[SheetRow]) -> list[str]:
    """Return the rows as texts of JSON."""
    return [
        json.dumps([[row.line, row.cells, row.hidden, row.troubles] for row in rows[at : at + _ROWS_AT_ONCE]])
        for at in range(0, len(rows), _ROWS_AT_ONCE)
    ]


async def unpacked(pieces: Sequence[str]) -> tuple[SheetRow, ...]:
    """Return the rows that `packed` made texts of; the loop has a turn after each piece."""
    rows: list[SheetRow] = []
    for piece in pieces:
        rows += [
            SheetRow(
                line=line,
                cells=tuple(cells),
                hidden=hidden,
                troubles=tuple([(column, code) for column, code in troubles]),
            )
            for line, cells, hidden, troubles in json.loads(piece)
        ]
        await asyncio.sleep(0)
    return tuple(rows)
