"""Measures how much space the program's files take, and deletes those that can be made again or aren't needed."""

import asyncio
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from vidu_desktop.adapters.desktop.paths import Paths
from vidu_desktop.adapters.disk.usage import empty_folder, folder_bytes
from vidu_desktop.adapters.library_store.board_trash import TRASH_NAME
from vidu_desktop.adapters.library_store.unused_stills import UnusedStills
from vidu_desktop.adapters.records.library_layout import BOARDS_NAME, LibraryLayout
from vidu_desktop.domain.space_use import SpaceUse
from vidu_desktop.errors import DiskTrouble


class Space:
    """Implements the controllers' SpaceMeter; the work is done in threads."""

    def __init__(self, paths: Paths, library_dir: Path, stills: UnusedStills) -> None:
        self._paths = paths
        self._library = LibraryLayout(library_dir)
        self._stills = stills

    async def measure(self) -> SpaceUse:
        use = await asyncio.get_running_loop().run_in_executor(None, self._measure)
        unused_bytes = 0
        with suppress(DiskTrouble):  # a missing library frees nothing
            unused_bytes = await self._stills.measure()
        library_bytes = max(0, use.library_bytes - unused_bytes)
        return replace(use, library_bytes=library_bytes, unused_stills_bytes=unused_bytes)

    async def tidy(self) -> None:
        loop = asyncio.get_running_loop()
        for folder in self._caches():
            await loop.run_in_executor(None, empty_folder, folder)
        await self._stills.delete()

    def _measure(self) -> SpaceUse:
        root = self._library.root
        trash_bytes = folder_bytes(self._library.trash_dir)
        trashed_boards_bytes = folder_bytes(root / BOARDS_NAME / TRASH_NAME)
        return SpaceUse(
            library_bytes=folder_bytes(root, without=self._library.trash_dir) - trashed_boards_bytes,
            trash_bytes=trash_bytes + trashed_boards_bytes,
            prepared_bytes=folder_bytes(self._paths.inputs_dir),
            caches_bytes=sum(map(folder_bytes, self._caches())),
        )

    def _caches(self) -> tuple[Path, Path]:
        return self._paths.covers_dir, self._paths.thumbs_dir
