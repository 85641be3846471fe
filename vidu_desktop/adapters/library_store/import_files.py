"""Videos from elsewhere for the library's core: found, examined, copied in."""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TypeVar

from vidu_desktop.adapters.disk.files import new_part, write_bytes_atomically
from vidu_desktop.adapters.disk.own_threads import on_own_thread
from vidu_desktop.adapters.library_store.library_store import LibraryStore
from vidu_desktop.adapters.records.library_layout import RECORD_SUFFIX, VIDEO_SUFFIX
from vidu_desktop.adapters.records.record_builder import RecordBuilder
from vidu_desktop.adapters.video.mp4_structure import sha256_of_video
from vidu_desktop.domain.clip import VIDEO_ENDINGS, Clip
from vidu_desktop.domain.naming import clip_folder, free_stem, safe_stem
from vidu_desktop.domain.recipes import Document
from vidu_desktop.domain.records import record_bytes
from vidu_desktop.errors import DiskTrouble
from vidu_desktop.library.ports import FoundRecord, NewClip

T = TypeVar("T")


class ImportedFiles:
    """Implements the library's `ImportFiles`, for a folder with its index."""

    def __init__(self, store: LibraryStore) -> None:
        self._store = store
        self._builder = RecordBuilder(store.videos, store.reader.cover_path, store.now)

    async def ready(self) -> None:
        await self._store.ready_root()

    async def videos_at(self, paths: Sequence[Path]) -> list[Path]:
        return await on_own_thread(
            lambda: [file for path in paths for file in videos_at(path)], "look for videos"
        )

    async def hash_of(self, path: Path) -> str:
        return await on_own_thread(lambda: sha256_of_video(path), "read a video")

    async def has_video(self, sha256: str) -> bool:
        return bool(await self._store.clips("sha256 = ? LIMIT 1", sha256))

    async def has_clip(self, clip_id: str) -> bool:
        return await self._store.clip(clip_id) is not None

    async def recipe_of(self, path: Path) -> Document | None:
        return await self._builder.recipe(path)

    async def copy_in(self, path: Path, sha256: str, new: NewClip) -> FoundRecord:
        """Copy a video and write its record, in the month in which it was last changed."""
        store = self._store
        document = await self._builder.record_of(path, sha256, new)
        modified_at = await on_own_thread(lambda: self._builder.modified_at(path), "look at a video")
        month_dir = store.folder.root.joinpath(*clip_folder(modified_at.astimezone().date()).parts)

        stem = safe_stem(path.stem)

        def place(part: Path) -> FoundRecord:
            target = _free_place(month_dir, stem)
            place_video(store, target, part)
            record = store.folder.found(target, {**document, "file": target.name})
            write_bytes_atomically(store.files, record.record_path, record_bytes(record.document))
            return record

        return await copy_video(store, path, month_dir / f"{stem}{VIDEO_SUFFIX}", place)

    async def indexed(self, record: FoundRecord) -> Clip:
        return (await self._store.index_records([record]))[0]

    async def copy_back(self, path: Path, clip: Clip) -> Clip:
        target = Path(clip.video_path)
        await copy_video(self._store, path, target, partial(place_video, self._store, target))
        return await self.indexed(await self._store.record_of(clip))


def videos_at(path: Path) -> Iterator[Path]:
    """Yield a file itself, or all videos below a folder, except hidden ones. A folder that can't be read is yielded itself,
    so that whoever opens it gets the reason.
    """
    if not os.path.isdir(path):
        yield path
        return
    refused: list[Path] = []
    for folder, names, file_names in os.walk(
        path, onerror=lambda error: refused.append(Path(error.filename))
    ):
        names[:] = sorted(name for name in names if not name.startswith("."))
        for name in sorted(file_names):
            if not name.startswith(".") and name.casefold().endswith(VIDEO_ENDINGS):
                yield Path(folder) / name
    yield from refused


async def copy_video(store: LibraryStore, source: Path, target: Path, place: Callable[[Path], T]) -> T:
    """Copy a video into the folder of `target`, then let `place` rename the copy; return what `place` returns. Nothing
    else in the library waits for the source's drive. Raises DiskTrouble.
    """
    files, part = store.files, new_part(target)

    def copy() -> None:
        files.copy(source, part)
        files.sync(part)

    await store.on_disk(lambda: files.make_dirs(target.parent), store.folder.root)
    store.being_copied.add(part)
    try:
        await on_own_thread(lambda: store.on_this_thread(copy, store.folder.root), "copy a video")
        return await store.on_disk(lambda: place(part), store.folder.root)
    finally:
        with suppress(DiskTrouble):
            await store.on_disk(lambda: files.remove(part), part)
        store.being_copied.discard(part)


def place_video(store: LibraryStore, target: Path, part: Path) -> None:
    """Rename a copied video to `target`, unless something has that name. Raises OSError."""
    store.files.rename_no_replace(part, target)
    store.files.sync_dir(target.parent)


def _free_place(folder: Path, stem: str) -> Path:
    taken = {entry.name.casefold() for entry in folder.iterdir()}
    return folder / f"{free_stem(stem, (VIDEO_SUFFIX, RECORD_SUFFIX), taken)}{VIDEO_SUFFIX}"
