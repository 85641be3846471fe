"""What all parts of the library share: its folder, the thread for its files, and its index."""

import asyncio
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path
from typing import TypeVar

from vidu_desktop.adapters.disk import os_errors
from vidu_desktop.adapters.disk.files import Files
from vidu_desktop.adapters.disk.lease import Lease
from vidu_desktop.adapters.disk.own_threads import DriveQuestions
from vidu_desktop.adapters.index import clip_index, index_schema
from vidu_desktop.adapters.index.index_rows import KnownRows, RowReader, index_row
from vidu_desktop.adapters.index.scan_state import note_all, note_record
from vidu_desktop.adapters.library_store.audit import Auditor, Contents, read_contents
from vidu_desktop.adapters.library_store.emptied import (
    KnownFolder,
    holding_videos,
    note_folder,
    require_filled,
)
from vidu_desktop.adapters.library_store.garbage import not_searched
from vidu_desktop.adapters.records.library_layout import RECORD_SUFFIX, LibraryLayout
from vidu_desktop.adapters.records.videos import Videos
from vidu_desktop.adapters.sqlite.database import Database
from vidu_desktop.adapters.sqlite.migrations import transaction
from vidu_desktop.adapters.sqlite.worker_thread import Worker
from vidu_desktop.domain.clip import Clip
from vidu_desktop.domain.json_reading import as_text
from vidu_desktop.domain.records import clip_from_record, job_id_from_record
from vidu_desktop.errors import DiskTrouble
from vidu_desktop.library.findings import LibraryFinding
from vidu_desktop.library.ports import ClipRef, FoundRecord, Take

T = TypeVar("T")
V = TypeVar("V")

INDEX_NEWER = "index-newer"
_AT_ONCE = 500
"""How many ids or rows are looked up together: SQLite limits the number of values, and other tasks wait for the thread."""
_ORIGINS_MOST = 8
"""The number of batches and chains whose clips are remembered as they were last read."""
_SAMPLE = 25
"""The number of records that are read before the first list of a library that may have moved: some milliseconds."""


class LibraryStore:
    """Works on files on a thread of its own; the index is read and written on another. Nothing is opened before its first
    use. Without the library's drive the index still answers; its clips are then missing.
    """

    def __init__(
        self,
        root: Path,
        *,
        index_path: Path,
        covers_dir: Path,
        inputs_dir: Path,
        videos: Videos,
        files: Files | None = None,
        lease: Lease | None = None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        answers_s: float | None = None,
    ) -> None:
        self.folder = LibraryLayout(root)
        self.inputs_dir = inputs_dir
        self.videos = videos
        self.files = files or Files()
        self.lease = lease
        self.now = now
        self.reader = RowReader(self.folder, covers_dir)
        self.worker = Worker("library files")
        self._questions = DriveQuestions("library drive", answers_s)
        self._known: dict[str, KnownRows] = {}
        self.known_folder = KnownFolder()
        self.turn = asyncio.Lock()
        """Held while records are changed based on their content, or a take is numbered: one after the other."""
        self.parts = asyncio.Lock()
        """Held while a half-written file waits for a helper process: a check would take the file for the leftover of a crash."""
        self.being_copied: set[Path] = set()
        """Half-written files that are no such leftovers: they are copied in from elsewhere, which may take minutes."""
        self.index = Database(
            index_path,
            index_schema.MIGRATIONS,
            newer_code=INDEX_NEWER,
            on_open=self._fill_if_needed,
            check_later=self._check,
            before_close=index_schema.note_words,
        )

    # -- the index -------------------------------------------------------------------------------------------------

    async def clips(self, where: str, *values: object, known: KnownRows | None = None) -> list[Clip]:
        """Return the clips for which `where` holds; see `RowReader.clips`."""
        return await self.index.read(lambda connection: self.reader.clips(connection, where, values, known))

    async def clips_by_origin(self, beginning: str) -> list[Clip]:
        """Return the clips whose origin begins with `beginning`, which ends with `/`; newest first."""
        behind = f"{beginning[:-1]}0"  # the character after the slash
        # This is asked at every change of a job, while hardly any clip has changed.
        known = self._known.pop(beginning, {})
        where = "origin >= ? AND origin < ? ORDER BY row DESC"
        clips = await self.clips(where, beginning, behind, known=known)
        self._known[beginning] = known
        if len(self._known) > _ORIGINS_MOST:
            del self._known[next(iter(self._known))]
        return clips

    async def clip(self, clip_id: str) -> Clip | None:
        found = await self.clips("clip_id = ?", clip_id)
        return found[0] if found else None

    async def clips_of(self, refs: Sequence[ClipRef]) -> dict[ClipRef, Clip]:
        """Return the clips with these ids or rows, by both, in one query; those that are gone are left out."""
        ids = [ref for ref in refs if isinstance(ref, str)]
        rows = [ref for ref in refs if isinstance(ref, int)]
        marks = [", ".join("?" * len(some)) for some in (ids, rows)]
        found = await self.clips(f"clip_id IN ({marks[0]}) OR row IN ({marks[1]})", *ids, *rows)
        by_ref: dict[ClipRef, Clip] = {}
        for clip in found:
            by_ref[clip.clip_id] = by_ref[clip.row] = clip
        return by_ref

    async def known(self, clip_id: str) -> Clip:
        """Return a clip. Raises DiskTrouble where there is none."""
        clip = await self.clip(clip_id)
        if clip is None:
            raise os_errors.gone(self.folder.root / clip_id)
        return clip

    async def index_records(self, records: Sequence[FoundRecord]) -> list[Clip]:
        """Bring the index up to date with these records in one transaction; return their clips as they are now. An index that
        a newer version made stays as it is: the records are what counts. Raises DiskTrouble.
        """
        seen, folder = await self.worker.run(
            lambda: (
                [(self.clip_of(one), _time_of(one.record_path)) for one in records],
                holding_videos(self.folder.root),
            )
        )
        clips, times_ns = [clip for clip, _ in seen], [changed_ns for _, changed_ns in seen]
        ids = list(dict.fromkeys(clip.clip_id for clip in clips))
        rows = [
            index_row(clip, one.video_rel, job_id_from_record(one.document))
            for clip, one in zip(clips, records, strict=True)
        ]

        def write(connection: sqlite3.Connection) -> list[Clip]:
            with transaction(connection):
                for row, one, changed_ns in zip(rows, records, times_ns, strict=True):
                    clip_index.put(connection, row)
                    note_record(connection, self.folder.relative(one.record_path), row.clip_id, changed_ns)
            return list(chain.from_iterable(self._with_ids(connection, some) for some in in_batches(ids)))

        try:
            fresh = {clip.clip_id: clip for clip in await self.index.write(write)}
            if records:
                self.known_folder = folder
        except DiskTrouble as error:
            if error.code != INDEX_NEWER:
                raise
            return clips
        by_id = {clip.clip_id: clip for clip in clips}
        return [fresh.get(clip_id, clip) for clip_id, clip in by_id.items()]

    def _with_ids(self, connection: sqlite3.Connection, ids: Sequence[str]) -> list[Clip]:
        return self.reader.clips(connection, f"clip_id IN ({', '.join('?' * len(ids))})", ids)

    async def takes(self, project: str, shot: str) -> list[Take]:
        """Return the clips of a shot, in any order."""
        return await self.index.read(lambda connection: clip_index.takes_of(connection, project, shot))

    def clip_of(self, record: FoundRecord) -> Clip:
        return clip_from_record(
            record.document,
            video_path=str(record.video_path),
            cover_path=lambda clip_id: str(self.reader.cover_path(clip_id)),
            missing=not record.video_path.is_file(),
        )

    def contents(self) -> Contents:
        """Read every record. Blocks, and waits for helper processes where there are many. Raises OSError."""
        return read_contents(self.folder)

    async def read(self) -> Contents:
        """Read every record, but not on the files' thread, where a mark would have to wait. Marks that are set meanwhile are
        found by the next `catch_up`. Raises DiskTrouble.
        """
        return await asyncio.to_thread(self.on_this_thread, self.contents, self.folder.root)

    @not_searched()
    def fill(self, connection: sqlite3.Connection, contents: Contents) -> int:
        count = clip_index.replace_all(connection, contents.rows, library=str(self.folder.root))
        note_folder(connection, self.folder.root)
        ids = (row.clip_id for row in contents.rows)
        with transaction(connection):
            note_all(connection, contents.look, dict(zip(contents.record_rels, ids, strict=True)))
        return count

    def _is_of_this(self, connection: sqlite3.Connection) -> bool:
        return index_schema.get_meta(connection, "library") == as_text(str(self.folder.root))

    def _fill_if_needed(self, connection: sqlite3.Connection) -> None:
        """Run right after opening: fill a new index, a damaged one, or one of another folder from the records.

        An index of this same library in another place is used at once, and brought up to date later like any other.
        """
        if self._is_of_this(connection):
            return
        if not self.folder.is_there:
            clip_index.replace_all(connection, [], library=None)
        elif self._has_moved_here(connection):
            index_schema.set_meta(connection, "library", as_text(str(self.folder.root)))
        else:
            self.fill(connection, self.contents())

    def _has_moved_here(self, connection: sqlite3.Connection) -> bool:
        """Whether some clips from all over the index have their records in this folder."""
        sample = clip_index.sample(connection, _SAMPLE)
        return bool(sample) and all(self._has_record(*one) for one in sample)

    def _has_record(self, clip_id: str, video_rel: str) -> bool:
        found = self.folder.read_record((self.folder.root / video_rel).with_suffix(RECORD_SUFFIX))
        return isinstance(found, FoundRecord) and found.document.get("clip_id") == clip_id

    def _check(self, connection: sqlite3.Connection) -> None:
        index_schema.check_whole(connection)
        connection.execute("INSERT INTO words (words) VALUES ('integrity-check')")

    # -- the files -------------------------------------------------------------------------------------------------

    async def on_disk(self, function: Callable[[], T], path: Path) -> T:
        """Run `function` on the files' thread. Raises DiskTrouble for its OSErrors."""
        return await self.worker.run(lambda: self.on_this_thread(function, path))

    def on_this_thread(self, function: Callable[[], T], path: Path) -> T:
        """Run `function` on this thread. Raises DiskTrouble for its OSErrors."""
        try:
            return function()
        except OSError as error:
            raise self.trouble_of(error, path) from error

    def trouble_of(self, error: OSError, path: Path) -> DiskTrouble:
        """Return the DiskTrouble for an OSError at `path`. Blocks."""
        is_gone = path.is_relative_to(self.folder.root) and not self.folder.is_there
        return self.folder.gone() if is_gone else os_errors.disk_trouble(error, path)

    async def record_of(self, clip: Clip) -> FoundRecord:
        """Return a clip's record. Raises BadInput where it can't be read, DiskTrouble."""
        record_path = Path(clip.video_path).with_suffix(RECORD_SUFFIX)
        found = await self.on_disk(lambda: self.folder.read_record(record_path), record_path)
        if isinstance(found, FoundRecord):
            return found
        raise os_errors.gone(record_path) if found is None else found.error

    async def is_there(self) -> bool:
        """Whether the folder is there. A drive that doesn't answer holds up the files' thread alone."""
        return await self.worker.run(lambda: self.folder.is_there)

    def require_writable(self) -> None:
        """Raise DiskTrouble unless the folder is there, its drive answers, and this computer may change it. Holds the caller up
        for a second at most.
        """

        def require() -> None:
            if not self.folder.is_there:
                raise self.folder.gone()
            if self.lease is not None:
                self.lease.require()

        try:
            self._questions.ask(require)
        except TimeoutError as error:
            raise os_errors.unanswered(self.folder.root) from error
        except OSError as error:
            raise os_errors.disk_trouble(error, self.folder.root) from error

    async def ready_root(self) -> None:
        """Make the folder the first time. A folder that was here before and is gone, or an empty one in its place, is on a
        drive that isn't connected: a new one would put videos where nobody looks for them. Raises DiskTrouble, also where
        this computer may not change the library.
        """
        known = await self.index.read(self._is_of_this)
        if await self.is_there():
            if known:
                await require_filled(self)
            self.require_writable()
            if not known:
                await self.refill()
            return
        if known:
            raise self.folder.gone()
        await self.on_disk(lambda: self.files.make_dirs(self.folder.root), self.folder.root)
        await self.refill()

    async def refill(self) -> tuple[int, list[LibraryFinding]]:
        """Refill the index from the records; return how many clips there are, and what was odd. Raises DiskTrouble."""
        contents = await self.read()
        clips = await self.index.write(lambda connection: self.fill(connection, contents))
        return clips, contents.findings

    def auditor(self) -> Auditor:
        """Return a new object for one check of the folder against the records."""
        return Auditor(
            self.folder,
            self.videos,
            self.files,
            on_disk=self.on_disk,
            parts=self.parts,
            being_copied=self.being_copied,
            cover_path=self.reader.cover_path,
            now=self.now,
        )

    def close(self) -> None:
        """Finish the work under way. May be repeated."""
        self.worker.close()
        self.index.close()


def in_batches(values: Sequence[V], most: int = _AT_ONCE) -> Iterator[Sequence[V]]:
    return (values[begin : begin + most] for begin in range(0, len(values), most))


def _time_of(path: Path) -> int:
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0
