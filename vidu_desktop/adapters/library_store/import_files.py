"""Videos from elsewhere for the library's core: found, examined, copied in."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from vidu_desktop.adapters.disk.files import Files, copy_atomically, write_bytes_atomically
from vidu_desktop.adapters.library_store.library_store import LibraryStore
from vidu_desktop.adapters.records.library_layout import (
    PART_PREFIX,
    PART_SUFFIX,
    RECORD_SUFFIX,
    VIDEO_SUFFIX,
)
from vidu_desktop.adapters.records.record_builder import RecordBuilder
from vidu_desktop.adapters.video.mp4_structure import sha256_of_video
from vidu_desktop.domain.clip import VIDEO_ENDINGS, Clip
from vidu_desktop.domain.naming import clip_folder, free_stem, safe_stem
from vidu_desktop.domain.recipes import Document
from vidu_desktop.domain.records import record_bytes
from vidu_desktop.library.ports import FoundRecord, NewClip


class ImportedFiles:
    """Implements the library's `ImportFiles`, for a folder with its index."""

    def __init__(self, store: LibraryStore) -> None:
        self._store = store
        self._builder = RecordBuilder(store.videos, store.reader.cover_path, store.now)

    async def ready(self) -> None:
        await self._store.ready_root()

    async def videos_at(self, paths: Sequence[Path]) -> list[Path]:
        return await self._store.worker.run(lambda: [file for path in paths for file in videos_at(path)])

    async def hash_of(self, path: Path) -> str:
        return await self._store.worker.run(lambda: sha256_of_video(path))

    async def has_video(self, sha256: str) -> bool:
        return bool(await self._store.clips("sha256 = ? LIMIT 1", sha256))

    async def has_clip(self, clip_id: str) -> bool:
        return await self._store.clip(clip_id) is not None

    async def recipe_of(self, path: Path) -> Document | None:
        return await self._builder.recipe(path)

    async def copy_in(self, path: Path, sha256: str, new: NewClip) -> FoundRecord:
        document = await self._builder.record_of(path, sha256, new)
        return await self._store.on_disk(lambda: self._copy_in(path, document), self._store.folder.root)

    async def indexed(self, record: FoundRecord) -> Clip:
        return (await self._store.index_records([record]))[0]

    async def copy_back(self, path: Path, clip: Clip) -> Clip:
        await self._store.on_disk(lambda: copy_video(self._store.files, path, Path(clip.video_path)), path)
        return await self.indexed(await self._store.record_of(clip))

    def _copy_in(self, path: Path, document: Document) -> FoundRecord:
        store = self._store
        month = clip_folder(self._builder.modified_at(path).astimezone().date())
        month_dir = store.folder.root.joinpath(*month.parts)
        store.files.make_dirs(month_dir)
        target = _free_place(month_dir, safe_stem(path.stem))
        copy_video(store.files, path, target)
        record = store.folder.found(target, {**document, "file": target.name})
        write_bytes_atomically(store.files, record.record_path, record_bytes(record.document))
        return record


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


def copy_video(files: Files, source: Path, target: Path) -> None:
    """Copy a video into the library: durably, and under its own name only when it is complete. Raises OSError."""
    part = target.with_name(f"{PART_PREFIX}{target.stem[:60]}{PART_SUFFIX}")
    copy_atomically(files, source, part, target)


def _free_place(folder: Path, stem: str) -> Path:
    taken = {entry.name.casefold() for entry in folder.iterdir()}
    return folder / f"{free_stem(stem, (VIDEO_SUFFIX, RECORD_SUFFIX), taken)}{VIDEO_SUFFIX}"
