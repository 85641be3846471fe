"""Finds the copies of stills beside the chain boards that nothing needs any more.

A copy is needed by whatever contains its hash: a board (also in the trash), a batch, the drafts in the tabs, a list of the
library. Where one of these can't be read, nobody knows what it needs, so all copies stay.
"""

import re
from collections.abc import Callable, Collection, Iterator
from pathlib import Path

from vidu_desktop.adapters.disk.reading import read_regular
from vidu_desktop.adapters.library_store.board_files import STILLS_NAME, names_in
from vidu_desktop.adapters.library_store.board_trash import TRASH_NAME, boards_in_trash
from vidu_desktop.adapters.library_store.library_store import LibraryStore
from vidu_desktop.adapters.records.library_layout import BATCHES_NAME, BOARDS_NAME

_HASH = re.compile(rb"[0-9a-f]{64}")
_MOST_BYTES = 1_000_000_000
_YOUNG_S = 3600.0
"""Another computer's copy may arrive before its board."""


class UnusedStills:
    """`needed` returns what this run needs in addition to the files: hashes, and paths of pictures. `drafts_path` is the file
    with the drafts in the tabs.
    """

    def __init__(
        self, store: LibraryStore, drafts_path: Path, needed: Callable[[], Collection[str]] = lambda: ()
    ) -> None:
        self._store = store
        self._drafts_path = drafts_path
        self._needed = needed

    @property
    def _boards(self) -> Path:
        return self._store.folder.root / BOARDS_NAME

    async def measure(self) -> int:
        """Return how many bytes the unused copies take. Raises DiskTrouble."""
        needed = self._needed_hashes()
        return await self._store.on_disk(
            lambda: sum(path.stat().st_size for path in self._unused(needed)), self._boards
        )

    async def delete(self) -> int:
        """Delete the unused copies; return how many. Raises DiskTrouble; what was deleted before it stays deleted."""
        needed = self._needed_hashes()

        def delete() -> int:
            unused = self._unused(needed)
            if unused:
                self._store.require_writable()
            for path in unused:
                self._store.files.remove(path)
            return len(unused)

        return await self._store.on_disk(delete, self._boards)

    def _needed_hashes(self) -> frozenset[str]:
        return frozenset(
            hash_ for one in self._needed() for hash_ in _hashes_in(one.encode(errors="replace"))
        )

    def _unused(self, needed: frozenset[str]) -> list[Path]:
        stills = self._boards / STILLS_NAME
        old_s = self._store.now().timestamp() - _YOUNG_S
        left = {
            path.stem: path
            for path in (stills.iterdir() if stills.is_dir() else ())
            if path.stem not in needed
            and _HASH.fullmatch(path.stem.encode())
            and path.stat().st_mtime <= old_s
        }
        if left and (names_in(self._boards).damaged or boards_in_trash(self._boards / TRASH_NAME).damaged):
            return []
        for document in self._documents():
            if not left:
                break
            try:
                data = read_regular(document, _MOST_BYTES)
            except FileNotFoundError:
                continue  # gone meanwhile
            except (OSError, ValueError):
                return []
            for hash_ in _hashes_in(data):
                left.pop(hash_, None)
        return list(left.values())

    def _documents(self) -> Iterator[Path]:
        root = self._store.folder.root
        yield self._drafts_path
        yield from root.glob(".*.json")
        yield from self._boards.glob("*.json")
        yield from (self._boards / TRASH_NAME).glob("*.json")
        yield from (root / BATCHES_NAME).glob("*.json")


def _hashes_in(data: bytes) -> set[str]:
    return {found.decode() for found in _HASH.findall(data)}
