"""Videos of which the index alone still knows: record and video are gone from the folder, and both aren't in the trash."""

import sqlite3
from collections.abc import Mapping
from pathlib import Path

from vidu_desktop.adapters.library_store.store_port import StorePort
from vidu_desktop.adapters.records.library_layout import RECORD_SUFFIX
from vidu_desktop.adapters.records.trash_folder import Trash
from vidu_desktop.library.findings import LibraryFinding, finding

VANISHED = "clip-vanished"


class VanishedClips(StorePort):
    """Asked before the index is made anew, because nothing remembers such a clip then."""

    async def listed(self) -> Mapping[str, str]:
        """Return the clips that the index lists: the path of each one's video below the library, by clip id."""
        return await self._store.index.read(_listed)

    async def findings(self, before: Mapping[str, str]) -> list[LibraryFinding]:
        """Return a finding for each of these clips that the index doesn't list any more, unless its video is where it was, or
        it is in the trash. Raises DiskTrouble.
        """
        now = await self.listed()
        gone = {clip_id: video_rel for clip_id, video_rel in before.items() if clip_id not in now}
        root = self._store.folder.root
        return await self._store.on_disk(lambda: self._without_trace(gone), root) if gone else []

    def _without_trace(self, gone: Mapping[str, str]) -> list[LibraryFinding]:
        folder = self._store.folder
        trashed = {found.document.get("clip_id") for found, _ in Trash(folder, self._store.files).contents()}
        paths = [folder.root / video_rel for clip_id, video_rel in gone.items() if clip_id not in trashed]
        return [
            finding(VANISHED, path)
            for path in paths
            if not (_is_there(path) or _is_there(path.with_suffix(RECORD_SUFFIX)))
        ]


def _listed(connection: sqlite3.Connection) -> dict[str, str]:
    return dict(connection.execute("SELECT clip_id, video_rel FROM clips").fetchall())


def _is_there(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:
        return True
