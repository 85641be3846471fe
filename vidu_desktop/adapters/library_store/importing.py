"""Videos from elsewhere taken into the library, and those of the library found again when they were moved."""

import errno
import logging
import os
from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import TypeGuard

from vidu_desktop.adapters.disk import os_errors
from vidu_desktop.adapters.disk.files import copy_in, write_beside
from vidu_desktop.adapters.disk.hashing import sha256_of
from vidu_desktop.adapters.library_store.audit import LibraryFinding, code_of, finding
from vidu_desktop.adapters.library_store.library_store import LibraryStore
from vidu_desktop.adapters.library_store.trashing import ClipTrash
from vidu_desktop.adapters.records.library_layout import (
    PART_PREFIX,
    PART_SUFFIX,
    RECORD_SUFFIX,
    VIDEO_SUFFIX,
    BadRecord,
)
from vidu_desktop.adapters.records.record_builder import RecordBuilder, job_id_of_recipe
from vidu_desktop.domain.clip import Clip
from vidu_desktop.domain.naming import clip_folder, free_stem, safe_stem
from vidu_desktop.domain.records import Document, record_bytes
from vidu_desktop.errors import DiskTrouble, NotAVideo
from vidu_desktop.library.ports import FoundRecord

_log = logging.getLogger(__name__)
_NO_FILE = frozenset({errno.EINVAL, errno.ENXIO})
"""What `open_regular` says of a device or a pipe, and the system of a socket."""
_ENDINGS = (".mp4", ".m4v")


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What an import brought, what came `back` from the trash, what it passed over, and what was `left` when it was
    ended.
    """

    clips: list[Clip]
    back: list[Clip]
    findings: list[LibraryFinding]
    left: list[Path]


class ClipImports:
    """The files outside are only ever read. `price_paid` tells what the books know that a job cost."""

    def __init__(
        self, store: LibraryStore, price_paid: Callable[[str], Awaitable[Decimal | None]] | None = None
    ) -> None:
        self._store = store
        self._price_paid = price_paid
        self._trash = ClipTrash(store)
        self._adopter = RecordBuilder(store.videos, store.reader.cover_path, store.now)

    async def take_in(
        self,
        paths: Sequence[Path],
        on_progress: Callable[[int, int], None] = lambda _done, _all: None,
        wanted: Callable[[], bool] = lambda: True,
    ) -> Imported:
        """Copy videos into the library, those in folders too. One of ours brings its recipe; others are plain clips;
        what is in the trash comes back from there, with all that was known of it.

        `on_progress` hears how many of how many files are done; when it isn't `wanted` any more it ends before the next
        one. A file that is no video, or is here already, is a
        finding. Raises DiskTrouble when the library can't take more; what came in before stays.
        """
        await self._store.ready_root()
        files = await self._store.worker.run(lambda: [file for path in paths for file in _videos_at(path)])
        taken = Imported(clips=[], back=[], findings=[], left=[])
        trashed = await self._trash.by_hash()
        for done, path in enumerate(files):
            if not wanted():
                taken.left.extend(files[done:])
                return taken
            on_progress(done, len(files))
            await self._take_one(path, taken, trashed)
        on_progress(len(files), len(files))
        return taken

    async def find_missing(self, clip_id: str, folders: Sequence[Path] = ()) -> Clip | None:
        """Look for a clip's record by its id, wherever it was moved, and then for its video by its content: in the
        library, where it may have been renamed, then in `folders`, from where it is copied back. None when it is
        nowhere. Raises DiskTrouble, BadInput.
        """
        self._store.require_writable()
        clip = await self._store.known(clip_id)
        moved = await self._store.on_disk(lambda: self._moved_record(clip), self._store.folder.root)
        record = moved or await self._store.record_of(clip)
        video_path = await self._store.on_disk(
            lambda: self._video_again(clip, record, folders), record.record_path
        )
        if video_path is None:
            return None
        async with (
            self._store.turn
        ):  # the search took its time: what was marked meanwhile stands in the record
            found = await self._store.on_disk(
                lambda: self._put_together(record.record_path, video_path), record.record_path
            )
            return (await self._store.index_records([found]))[0]

    async def _take_one(self, path: Path, taken: Imported, trashed: dict[str, str]) -> None:
        try:
            sha256 = await self._store.worker.run(lambda: sha256_of(path))
            if await self._store.clips("sha256 = ? LIMIT 1", sha256):
                taken.findings.append(finding("file-twice", path))
                return
            if sha256 in trashed and (back := await self._take_back(trashed.pop(sha256), path)):
                taken.back.extend(back)
                return
            recipe = await self._adopter.recipe(path)
            job_id = job_id_of_recipe(recipe)
            known: set[str | None] = set(trashed.values())
            if job_id and await self._store.clip(job_id) is not None:
                known.add(job_id)
            price_usd = await self._price_paid(job_id) if job_id and self._price_paid else None
            document = await self._adopter.record_for(path, sha256, known, price_usd)
            record = await self._store.on_disk(lambda: self._copy_in(path, document), self._store.folder.root)
        except NotAVideo as error:
            taken.findings.append(finding(code_of(error), path))
        except DiskTrouble:
            raise
        except OSError as error:
            code = "not-a-file" if error.errno in _NO_FILE else "file-unreadable"
            taken.findings.append(finding(code, path))
        except Exception:  # noqa: BLE001 - whatever one file does, it is a finding about that file and ends nothing else
            _log.exception("a file can't be taken in")
            taken.findings.append(finding("file-unreadable", path))
        else:
            taken.clips.extend(await self._store.index_records([record]))

    async def _take_back(self, clip_id: str, path: Path) -> list[Clip]:
        """Take a clip back from the trash; `path` has its video where the trash had only the record."""
        clips = await self._trash.take_back([clip_id])
        if not any(clip.missing for clip in clips):
            return clips
        (clip,) = clips
        await self._store.on_disk(lambda: self._copy(path, Path(clip.video_path)), path)
        return await self._store.index_records([await self._store.record_of(clip)])

    def _copy_in(self, path: Path, document: Document) -> FoundRecord:
        store = self._store
        month = clip_folder(self._adopter.modified_at(path).astimezone().date())
        month_dir = store.folder.root.joinpath(*month.parts)
        store.files.make_dirs(month_dir)
        target = _free_place(month_dir, safe_stem(path.stem))
        self._copy(path, target)
        record = store.folder.found(target, {**document, "file": target.name})
        write_beside(store.files, record.record_path, record_bytes(record.document))
        return record

    def _copy(self, source: Path, target: Path) -> None:
        part = target.with_name(f"{PART_PREFIX}{target.stem[:60]}{PART_SUFFIX}")
        copy_in(self._store.files, source, part, target)

    def _moved_record(self, clip: Clip) -> FoundRecord | None:
        """Find a record that isn't where the index says; those with its name come first."""
        folder, place = self._store.folder, Path(clip.video_path).with_suffix(RECORD_SUFFIX)
        if _is_of(folder.read_record(place), clip):
            return None
        for path in sorted(folder.files(RECORD_SUFFIX), key=lambda path: path.name != place.name):
            found = folder.read_record(path)
            if _is_of(found, clip):
                return found
        return None

    def _video_again(self, clip: Clip, record: FoundRecord, folders: Sequence[Path]) -> Path | None:
        """Give where a clip's video is now, inside the library."""
        if record.video_path.is_file():
            return record.video_path
        for path in self._store.folder.files(VIDEO_SUFFIX):
            if not path.with_suffix(RECORD_SUFFIX).exists() and _is_same(path, clip):
                return path
        for path in (file for folder in folders for file in _videos_at(folder)):
            if _is_same(path, clip):
                self._copy(path, record.video_path)
                return record.video_path
        return None

    def _put_together(self, record_path: Path, video_path: Path) -> FoundRecord:
        """Let the record lie beside the video."""
        store = self._store
        record = store.folder.read_record(record_path)
        if not isinstance(record, FoundRecord):
            raise os_errors.gone(record_path) if record is None else record.error
        if record.video_path == video_path:
            return record
        moved = store.folder.found(video_path, {**record.document, "file": video_path.name})
        write_beside(store.files, moved.record_path, record_bytes(moved.document))
        store.files.remove(record_path)
        return moved


def _videos_at(path: Path) -> Iterator[Path]:
    """Give a file itself, or the videos anywhere in a folder; hidden ones are left alone."""
    if not path.is_dir():
        yield path
        return
    for folder, names, file_names in os.walk(path):
        names[:] = sorted(name for name in names if not name.startswith("."))
        for name in sorted(file_names):
            if not name.startswith(".") and name.casefold().endswith(_ENDINGS):
                yield Path(folder) / name


def _is_of(found: FoundRecord | BadRecord | None, clip: Clip) -> TypeGuard[FoundRecord]:
    return isinstance(found, FoundRecord) and found.document.get("clip_id") == clip.clip_id


def _is_same(path: Path, clip: Clip) -> bool:
    try:
        return path.stat().st_size == clip.video.file_bytes and sha256_of(path) == clip.video.sha256
    except (OSError, DiskTrouble):
        return False


def _free_place(folder: Path, stem: str) -> Path:
    taken = {entry.name.casefold() for entry in folder.iterdir()}
    return folder / f"{free_stem(stem, (VIDEO_SUFFIX, RECORD_SUFFIX), taken)}{VIDEO_SUFFIX}"
