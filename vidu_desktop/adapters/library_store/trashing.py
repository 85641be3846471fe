"""Throwing clips away and taking them back, in the folder and in the index."""

import functools
import sqlite3
from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import count
from pathlib import Path

from vidu_desktop.adapters.disk.files import write_beside
from vidu_desktop.adapters.index import clip_index
from vidu_desktop.adapters.library_store.library_store import LibraryStore
from vidu_desktop.adapters.records.trash_folder import Trash, TrashedClip
from vidu_desktop.adapters.sqlite.migrations import transaction
from vidu_desktop.domain.clip import Clip
from vidu_desktop.domain.records import Document, marks_from_record, record_bytes, with_marks
from vidu_desktop.errors import BadInput, DiskTrouble, ViduDesktopError
from vidu_desktop.library.ports import FoundRecord
from vidu_desktop.library.shots import fitted


class ClipTrash:
    """All verbs raise DiskTrouble; what was moved before the trouble is moved."""

    def __init__(self, store: LibraryStore) -> None:
        self._store = store
        self._trash = Trash(store.folder, store.files)

    async def put(self, clip_ids: Sequence[str]) -> list[str]:
        """Move clips in; give those that were moved, by the ids that they have in there."""
        async with (
            self._store.turn
        ):  # a mark that is being written would put the record back, without its video
            moved = [await self._put_one(clip_id) for clip_id in clip_ids]
        return [clip_id for clip_id in moved if clip_id is not None]

    async def take_back(self, clip_ids: Sequence[str]) -> list[Clip]:
        """Put clips back where they were, or beside what lies there now; give those that came back.

        One that can't come back keeps no other: its trouble is raised when the others are there.
        """
        clips: list[Clip] = []
        trouble: ViduDesktopError | None = None
        for clip_id in clip_ids:
            try:
                async with self._store.turn:
                    record = await self._take_one_back(clip_id)
                    # At once: the next one has to fit to it.
                    clips += [] if record is None else await self._store.index_records([record])
            except (DiskTrouble, BadInput) as error:
                trouble = trouble or error
        if trouble is not None:
            raise trouble
        return clips

    async def contents(self) -> list[TrashedClip]:
        """Give what is in the trash, the latest first."""
        if not self._store.folder.is_there:
            return []
        found = await self._store.on_disk(lambda: list(self._trash.contents()), self._store.folder.trash_dir)
        clips = [clip for one in found if (clip := self._trashed(*one)) is not None]
        return sorted(clips, key=lambda one: one.trashed_at, reverse=True)

    async def by_hash(self) -> dict[str, str]:
        """Give the ids of what is in the trash by the hash of its video."""
        return {one.clip.video.sha256: one.clip.clip_id for one in await self.contents()}

    async def delete(self, clip_ids: Sequence[str]) -> int:
        """Delete clips that are in the trash for good; give how many."""
        self._store.require_writable()
        deleted = 0
        for clip_id in clip_ids:
            deleted += await self._store.on_disk(
                functools.partial(self._trash.delete, clip_id), self._store.folder.trash_dir
            )
        return deleted

    def _trashed(self, record: FoundRecord, trashed_at: datetime) -> TrashedClip | None:
        try:
            return TrashedClip(clip=self._store.clip_of(record), trashed_at=trashed_at)
        except BadInput:
            return None

    async def _put_one(self, clip_id: str) -> str | None:
        self._store.require_writable()
        clip = await self._store.clip(clip_id)
        if clip is None:
            return None
        video_path = Path(clip.video_path)
        trash_id = await self._store.on_disk(lambda: self._free_id(clip_id, video_path), video_path)
        if trash_id != clip_id:
            record = await self._store.record_of(clip)
            data = record_bytes({**record.document, "clip_id": trash_id})
            await self._store.on_disk(
                lambda: write_beside(self._store.files, record.record_path, data), record.record_path
            )
        await self._store.on_disk(lambda: self._trash.put(trash_id, video_path), video_path)

        def drop(connection: sqlite3.Connection) -> None:
            with transaction(connection):
                clip_index.drop(connection, [clip_id])

        await self._store.index.write(drop)
        return trash_id

    def _free_id(self, clip_id: str, video_path: Path) -> str:
        """Give its id, or the next to it where the trash has another clip of the same job."""
        return next(one for one in _ids(clip_id) if not self._trash.taken(one, video_path))

    async def _take_one_back(self, clip_id: str) -> FoundRecord | None:
        self._store.require_writable()
        trash_dir = self._store.folder.trash_dir
        record = await self._store.on_disk(lambda: self._trash.record(clip_id), trash_dir)
        document = None if record is None else await self._fitting(clip_id, record.document)

        def take_back() -> FoundRecord | None:
            record_path = self._trash.take_back(clip_id, document)
            found = None if record_path is None else self._store.folder.read_record(record_path)
            return found if isinstance(found, FoundRecord) else None

        return await self._store.on_disk(take_back, trash_dir)

    async def _fitting(self, clip_id: str, document: Document) -> Document:
        """Give a record as it fits to what the library has now: there, every id is one clip's, every number of a shot
        one take's, and a shot has one winner.
        """
        for free_id in _ids(clip_id):
            if await self._store.clip(free_id) is None:
                break
        document = {**document, "clip_id": free_id}
        before = marks = marks_from_record(document)
        if marks.shot:
            marks = fitted(marks, await self._store.takes(marks.project, marks.shot))
        return document if marks == before else with_marks(document, marks)


def _ids(clip_id: str) -> Iterator[str]:
    """Give an id, and others for a second clip of the same job."""
    yield clip_id
    yield from (f"{clip_id}-{number}" for number in count(2))
