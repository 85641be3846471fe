"""Throwing clips away and taking them back, in the folder and in the index."""

import functools
import sqlite3
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from vidu_desktop.adapters.storage import index
from vidu_desktop.adapters.storage.folder import FoundRecord
from vidu_desktop.adapters.storage.migrations import transaction
from vidu_desktop.adapters.storage.shelf import Shelf
from vidu_desktop.adapters.storage.trash import Trash, TrashedClip
from vidu_desktop.domain.clip import Clip
from vidu_desktop.errors import BadInput


class ClipTrash:
    """All verbs raise DiskTrouble; what was moved before the trouble is moved."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._trash = Trash(shelf.folder, shelf.files)

    async def put(self, clip_ids: Sequence[str]) -> list[str]:
        """Move clips in; give those that were moved."""
        return [clip_id for clip_id in clip_ids if await self._put_one(clip_id)]

    async def take_back(self, clip_ids: Sequence[str]) -> list[Clip]:
        """Put clips back where they were; give those that came back."""
        found = [await self._take_one_back(clip_id) for clip_id in clip_ids]
        records = [record for record in found if record is not None]
        return await self._shelf.index_records(records) if records else []

    async def contents(self) -> list[TrashedClip]:
        """Give what is in the trash, the latest first."""
        if not self._shelf.folder.is_there:
            return []
        found = await self._shelf.on_disk(lambda: list(self._trash.contents()), self._shelf.folder.trash_dir)
        clips = [clip for one in found if (clip := self._trashed(*one)) is not None]
        return sorted(clips, key=lambda one: one.trashed_at, reverse=True)

    async def delete(self, clip_ids: Sequence[str]) -> int:
        """Delete clips that are in the trash for good; give how many."""
        self._shelf.require_writable()
        deleted = 0
        for clip_id in clip_ids:
            deleted += await self._shelf.on_disk(
                functools.partial(self._trash.delete, clip_id), self._shelf.folder.trash_dir
            )
        return deleted

    def _trashed(self, record: FoundRecord, trashed_at: datetime) -> TrashedClip | None:
        try:
            return TrashedClip(clip=self._shelf.clip_of(record), trashed_at=trashed_at)
        except BadInput:
            return None

    async def _put_one(self, clip_id: str) -> bool:
        self._shelf.require_writable()
        clip = await self._shelf.clip(clip_id)
        if clip is None:
            return False
        video_path = Path(clip.video_path)
        await self._shelf.on_disk(lambda: self._trash.put(clip_id, video_path), video_path)

        def drop(connection: sqlite3.Connection) -> None:
            with transaction(connection):
                index.drop(connection, [clip_id])

        await self._shelf.index.write(drop)
        return True

    async def _take_one_back(self, clip_id: str) -> FoundRecord | None:
        self._shelf.require_writable()

        def take_back() -> FoundRecord | None:
            record_path = self._trash.take_back(clip_id)
            found = None if record_path is None else self._shelf.folder.read_record(record_path)
            return found if isinstance(found, FoundRecord) else None

        return await self._shelf.on_disk(take_back, self._shelf.folder.trash_dir)
