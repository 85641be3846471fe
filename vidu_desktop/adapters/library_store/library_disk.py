"""The free room for videos, of which there is none while the library's drive isn't connected."""

from contextlib import suppress
from pathlib import Path

from typing_extensions import override

from vidu_desktop.adapters.disk.room import SystemDisk
from vidu_desktop.adapters.library_store.emptied import is_emptied, why_away
from vidu_desktop.adapters.library_store.library_store import LibraryStore
from vidu_desktop.errors import DiskTrouble


class LibraryDisk(SystemDisk):
    """Knows the library's folder also from earlier runs, once `look` was called."""

    def __init__(self, data_dir: Path, store: LibraryStore) -> None:
        super().__init__(data_dir, store.folder.root)
        self._store = store

    @override
    async def look(self) -> None:
        with suppress(DiskTrouble):  # an index that can't be read is told of elsewhere
            await is_emptied(self._store)

    @override
    def free_bytes(self) -> int:
        away = why_away(self._store)
        if away is None:
            return super().free_bytes()
        self.why_none = away.sentence
        return 0
