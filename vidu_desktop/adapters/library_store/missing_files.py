"""Looks for a clip's record and video where a person, or another program, may have put them."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TypeGuard

from vidu_desktop.adapters.disk import os_errors
from vidu_desktop.adapters.disk.files import write_bytes_atomically
from vidu_desktop.adapters.disk.hashing import sha256_of
from vidu_desktop.adapters.disk.own_threads import on_own_thread
from vidu_desktop.adapters.library_store.import_files import copy_video, place_video, videos_at
from vidu_desktop.adapters.library_store.store_port import StorePort
from vidu_desktop.adapters.records.library_layout import RECORD_SUFFIX, VIDEO_SUFFIX, BadRecord
from vidu_desktop.domain.clip import Clip
from vidu_desktop.domain.records import record_bytes
from vidu_desktop.errors import DiskTrouble
from vidu_desktop.library.ports import FoundRecord


class LostFiles(StorePort):
    """Implements the library's `MissingFiles`, for its folder and others that the person names."""

    async def known(self, clip_id: str) -> Clip:
        return await self._store.known(clip_id)

    async def record_of(self, clip: Clip) -> FoundRecord:
        return await self._store.record_of(clip)

    async def moved_record(self, clip: Clip) -> FoundRecord | None:
        return await self._store.on_disk(lambda: self._moved_record(clip), self._store.folder.root)

    async def video_again(self, clip: Clip, record: FoundRecord, folders: Sequence[Path]) -> Path | None:
        """Return a video beside no record of its own; the one in other folders is copied to where the record wants it."""
        there = await self._store.on_disk(lambda: self._video_here(clip, record), record.record_path)
        if there is not None:
            return there
        found = await on_own_thread(lambda: _video_in(folders, clip), "look for a video")
        if found is None:
            return None
        target = record.video_path
        await copy_video(self._store, found, target, partial(place_video, self._store, target))
        return target

    async def put_together(self, record_path: Path, video_path: Path) -> Clip:
        found = await self._store.on_disk(lambda: self._put_together(record_path, video_path), record_path)
        return (await self._store.index_records([found]))[0]

    def _moved_record(self, clip: Clip) -> FoundRecord | None:
        """Return a record that isn't where the index says; None where it is there, or nowhere. Records with the same file
        name are looked at first.
        """
        folder, place = self._store.folder, Path(clip.video_path).with_suffix(RECORD_SUFFIX)
        if _is_of(folder.read_record(place), clip):
            return None
        for path in sorted(folder.files(RECORD_SUFFIX), key=lambda path: path.name != place.name):
            found = folder.read_record(path)
            if _is_of(found, clip):
                return found
        return None

    def _video_here(self, clip: Clip, record: FoundRecord) -> Path | None:
        if record.video_path.is_file():
            return record.video_path
        for path in self._store.folder.files(VIDEO_SUFFIX):
            if not path.with_suffix(RECORD_SUFFIX).exists() and _is_same(path, clip):
                return path
        return None

    def _put_together(self, record_path: Path, video_path: Path) -> FoundRecord:
        store = self._store
        record = store.folder.read_record(record_path)
        if not isinstance(record, FoundRecord):
            raise os_errors.gone(record_path) if record is None else record.error
        if record.video_path == video_path:
            return record
        moved = store.folder.found(video_path, {**record.document, "file": video_path.name})
        write_bytes_atomically(store.files, moved.record_path, record_bytes(moved.document))
        store.files.remove(record_path)
        return moved


def _is_of(found: FoundRecord | BadRecord | None, clip: Clip) -> TypeGuard[FoundRecord]:
    return isinstance(found, FoundRecord) and found.document.get("clip_id") == clip.clip_id


def _video_in(folders: Sequence[Path], clip: Clip) -> Path | None:
    found = (file for folder in folders for file in videos_at(folder))
    return next((path for path in found if _is_same(path, clip)), None)


def _is_same(path: Path, clip: Clip) -> bool:
    try:
        return path.stat().st_size == clip.video.file_bytes and sha256_of(path) == clip.video.sha256
    except (OSError, DiskTrouble):
        return False
