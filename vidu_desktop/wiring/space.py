"""Measures what belongs to the program on the disk, and empties its caches."""

import asyncio
from pathlib import Path

from vidu_desktop.adapters.desktop.paths import Paths
from vidu_desktop.adapters.disk.usage import empty_folder, folder_bytes
from vidu_desktop.adapters.records.library_layout import LibraryLayout
from vidu_desktop.domain.space_use import SpaceUse


class Space:
    """Fulfils the controllers' SpaceMeter, in threads."""

    def __init__(self, paths: Paths, library_dir: Path) -> None:
        self._paths = paths
        self._library = LibraryLayout(library_dir)

    async def measure(self) -> SpaceUse:
        return await asyncio.get_running_loop().run_in_executor(None, self._measure)

    async def empty_caches(self) -> None:
        loop = asyncio.get_running_loop()
        for folder in self._caches():
            await loop.run_in_executor(None, empty_folder, folder)

    def _measure(self) -> SpaceUse:
        trash_dir = self._library.trash_dir
        return SpaceUse(
            library_bytes=folder_bytes(self._library.root, without=trash_dir),
            trash_bytes=folder_bytes(trash_dir),
            prepared_bytes=folder_bytes(self._paths.inputs_dir),
            caches_bytes=sum(map(folder_bytes, self._caches())),
        )

    def _caches(self) -> tuple[Path, Path]:
        return self._paths.covers_dir, self._paths.thumbs_dir
