"""The library's trash for its core: files are moved on the files' thread, and the index is kept up to date."""

import sqlite3
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from vidu_desktop.adapters.disk.files import write_bytes_atomically
from vidu_desktop.adapters.index import clip_index
from vidu_desktop.adapters.library_store.library_store import LibraryStore
from vidu_desktop.adapters.library_store.store_port import StorePort
from vidu_desktop.adapters.records.trash_folder import Trash
from vidu_desktop.adapters.sqlite.migrations import transaction
from vidu_desktop.domain.clip import Clip
from vidu_desktop.domain.recipes import Document
from vidu_desktop.domain.records import record_bytes
from vidu_desktop.errors import BadInput
from vidu_desktop.library.ports import FoundRecord, TrashedClip


class TrashFiles(StorePort):
    """Implements the library's `TrashBin` in its folder."""

    def __init__(self, store: LibraryStore) -> None:
        super().__init__(store)
        self._trash = Trash(store.folder, store.files)
        self._trash_dir = store.folder.trash_dir

    async def clip(self, clip_id: str) -> Clip | None:
        return await self._store.clip(clip_id)

    async def has_another(self, trash_id: str, clip: Clip) -> bool:
        video_path = Path(clip.video_path)
        return await self._store.on_disk(lambda: self._trash.has_another(trash_id, video_path), video_path)

    async def put(self, clip: Clip, trash_id: str) -> None:
        """The new id is written into the record before anything is moved: if the program is killed in between, the clip is
        still in the library.
        """
        store, video_path = self._store, Path(clip.video_path)
        if trash_id != clip.clip_id:
            record = await store.record_of(clip)
            data = record_bytes({**record.document, "clip_id": trash_id})
            await store.on_disk(
                lambda: write_bytes_atomically(store.files, record.record_path, data), record.record_path
            )
        await store.on_disk(lambda: self._trash.put(trash_id, video_path), video_path)

        def drop(connection: sqlite3.Connection) -> None:
            with transaction(connection):
                clip_index.drop(connection, [clip.clip_id])

        await store.index.write(drop)

    async def document(self, clip_id: str) -> Document | None:
        record = await self._store.on_disk(lambda: self._trash.record(clip_id), self._trash_dir)
        return None if record is None else record.document

    async def take_back(self, clip_id: str, document: Document | None) -> Clip | None:
        """The files come first, then the index: if the program is killed in between, the next look at the folder finds them."""

        def take_back() -> FoundRecord | None:
            record_path = self._trash.take_back(clip_id, document)
            found = None if record_path is None else self._store.folder.read_record(record_path)
            return found if isinstance(found, FoundRecord) else None

        record = await self._store.on_disk(take_back, self._trash_dir)
        return None if record is None else (await self._store.index_records([record]))[0]

    async def contents(self) -> Sequence[TrashedClip]:
        if not await self._store.is_there():
            return []
        return await self._store.on_disk(
            lambda: [clip for one in self._trash.contents() if (clip := self._trashed(*one)) is not None],
            self._trash_dir,
        )

    async def finish_moves(self) -> None:
        await self._store.on_disk(self._trash.finish_moves, self._trash_dir)

    async def delete(self, clip_id: str) -> bool:
        return await self._store.on_disk(lambda: self._trash.delete(clip_id), self._trash_dir)

    def _trashed(self, record: FoundRecord, trashed_at: datetime) -> TrashedClip | None:
        try:
            return TrashedClip(clip=self._store.clip_of(record), trashed_at=trashed_at)
        except BadInput:
            return None
