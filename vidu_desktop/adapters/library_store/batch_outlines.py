"""Outlines of batches, kept in the home's cache so that nobody reads all heads at each check of a sheet. Each belongs to the
head with one stamp: whoever asks has looked at the head. The files may be deleted at any time.
"""

import json
import os
import time
from collections.abc import Sequence
from contextlib import suppress
from decimal import Decimal
from pathlib import Path
from typing import Any

from vidu_desktop.adapters.disk.reading import open_regular
from vidu_desktop.batch.outline import BatchOutline, Marks, RowTakes
from vidu_desktop.domain.amounts import Currency, Money
from vidu_desktop.domain.batch_documents import head_from_document, head_to_document
from vidu_desktop.errors import BadInput

_VERSION = 2
_FILES_MOST = 1_000
_SETTLED_NS = 2_000_000_000
"""How long nobody must have written to a head before its outline is kept: file systems may give the same time to two writes
that follow each other.
"""


class KeptOutlines:
    """In `folder`; None keeps nothing. Never raises: an outline that can't be read is made anew."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder

    def read(self, head: Path, stamp: str) -> BatchOutline | None:
        """Return the outline of the head with this stamp; None where it isn't kept."""
        kept = self._lines(head, stamp, 1)
        return None if kept is None else kept[0]

    def read_with_takes(self, head: Path, stamp: str) -> tuple[BatchOutline, tuple[RowTakes, ...]] | None:
        """Return the outline with what is listed of the rows; None where it isn't kept."""
        return self._lines(head, stamp, 2)

    def _lines(self, head: Path, stamp: str, count: int) -> tuple[BatchOutline, tuple[RowTakes, ...]] | None:
        """Read the first lines of a file: the rows, in the second one, aren't always wanted."""
        if self._folder is None:
            return None
        try:
            with open_regular(self._folder / head.name) as file:
                document, *rows = [json.loads(file.readline()) for _ in range(count)]
            if document["of"] != _of(head, stamp):
                return None
            marks = Marks(asked=frozenset(document["asked"]), videos=frozenset(document["videos"]))
            outline = BatchOutline(batch=head_from_document(document["head"]), marks=marks)
            return outline, tuple([one for line in rows for one in _takes_back(line)])
        except (OSError, ValueError, LookupError, TypeError, ArithmeticError, RecursionError, BadInput):
            return None

    def keep(
        self, head: Path, stamp: str, mtime_ns: int, outline: BatchOutline, takes: Sequence[RowTakes]
    ) -> None:
        """Keep the outline of the head with this stamp, which was last written at `mtime_ns`."""
        if self._folder is None or time.time_ns() - mtime_ns < _SETTLED_NS:
            return
        document = {
            "of": _of(head, stamp),
            "asked": sorted(outline.marks.asked),
            "videos": sorted(outline.marks.videos),
            "head": head_to_document(outline.batch),
        }
        lines = [json.dumps(one, separators=(",", ":")) for one in (document, _takes(takes))]
        part = self._folder / f"{head.stem}.{os.urandom(4).hex()}.part"
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            self._make_room(self._folder)
            part.write_bytes("\n".join(lines).encode("ascii"))
            part.replace(self._folder / head.name)

    @staticmethod
    def _make_room(folder: Path) -> None:
        """Delete the oldest files where there are too many, perhaps of other libraries."""
        kept = [entry for entry in os.scandir(folder) if entry.is_file(follow_symlinks=False)]
        if len(kept) >= _FILES_MOST:
            for entry in sorted(kept, key=lambda one: one.stat().st_mtime_ns)[: _FILES_MOST // 2]:
                Path(entry.path).unlink(missing_ok=True)


def _takes(takes: Sequence[RowTakes]) -> dict[str, object]:
    prices: dict[tuple[str, str], int] = {}
    rows = [
        [
            one.key,
            one.takes,
            one.approval,
            prices.setdefault((str(one.price.amount), one.price.currency), len(prices)),
        ]
        for one in takes
    ]
    return {"prices": list(prices), "rows": rows}


def _takes_back(document: dict[str, list[list[Any]]]) -> list[RowTakes]:
    prices = [Money(Decimal(amount), Currency(currency)) for amount, currency in document["prices"]]
    return [RowTakes(key, int(takes), int(number), prices[at]) for key, takes, number, at in document["rows"]]


def _of(head: Path, stamp: str) -> list[object]:
    return [_VERSION, os.fsencode(head).hex(), stamp]
