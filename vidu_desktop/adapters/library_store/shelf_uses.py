"""How often items of the shelf were used in videos that the person kept: counted from the records, stored nowhere."""

import asyncio
import sqlite3
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from vidu_desktop.adapters.library_store.library_store import LibraryStore
from vidu_desktop.adapters.records.library_layout import RECORD_SUFFIX
from vidu_desktop.domain.marks import Verdict
from vidu_desktop.domain.modes import SUBJECT_MODES
from vidu_desktop.domain.records import picture_hashes_from_record
from vidu_desktop.errors import BadInput
from vidu_desktop.library.ports import FoundRecord

_LOOKED_AT_MOST = 5_000
"""How many kept videos are looked at, the latest first: reading a record takes some tenths of a millisecond."""


class ShelfUses:
    """Implements the library's KeptPictures."""

    def __init__(self, store: LibraryStore) -> None:
        self._store = store

    async def of_kept_clips(self) -> list[frozenset[str]]:
        """Return for each kept video that shows subjects the hashes of its pictures. Raises DiskTrouble."""

        def rels(connection: sqlite3.Connection) -> list[str]:
            marks = ", ".join("?" * len(SUBJECT_MODES))
            found = connection.execute(
                f"SELECT video_rel FROM clips WHERE mode IN ({marks}) AND verdict = ? ORDER BY row DESC LIMIT ?",  # noqa: S608
                (*SUBJECT_MODES, Verdict.KEEP.value, _LOOKED_AT_MOST),
            )
            return [rel for (rel,) in found]

        return await asyncio.to_thread(self._hashes, await self._store.index.read(rels))

    def _hashes(self, rels: Sequence[str]) -> list[frozenset[str]]:
        found = []
        for rel in rels:
            record = self._store.folder.read_record(
                Path(self._store.folder.root, rel).with_suffix(RECORD_SUFFIX)
            )
            if isinstance(record, FoundRecord):
                with suppress(BadInput):
                    found.append(picture_hashes_from_record(record.document))
        return found
