"""The library: a folder of videos with their records, and the index that lists and searches it."""

import logging
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from vidu_desktop.adapters.paths import find_input
from vidu_desktop.adapters.storage import index, trouble
from vidu_desktop.adapters.storage.audit import Auditor, Contents, LibraryFinding, read_contents
from vidu_desktop.adapters.storage.database import Database
from vidu_desktop.adapters.storage.files import Files
from vidu_desktop.adapters.storage.folder import RECORD_SUFFIX, BadRecord, FoundRecord, LibraryFolder
from vidu_desktop.adapters.storage.keeping import Keeper, Kept
from vidu_desktop.adapters.storage.looker import VideoLooker
from vidu_desktop.adapters.storage.migrations import transaction
from vidu_desktop.adapters.storage.trash import Trash
from vidu_desktop.adapters.storage.worker import Worker
from vidu_desktop.domain.clip import Clip, VideoFacts
from vidu_desktop.domain.job import Job
from vidu_desktop.domain.records import (
    clip_from_record,
    job_id_from_record,
    recipe_from_record,
    request_from_recipe,
)
from vidu_desktop.domain.request import GenerationRequest
from vidu_desktop.errors import DiskTrouble, ViduDesktopError

T = TypeVar("T")

INDEX_NEWER = "index-newer"

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rebuilt:
    """What a rebuild brought: how many clips are in the index, and what was odd on the way."""

    clips: int
    findings: list[LibraryFinding]


class FileLibrary:
    """The engine's `Library`, and everything that the window and the command line ask of it.

    Files are moved in one thread of its own, the index is read and written in another. `all`, `search` and `get`
    work with the library's drive gone; its clips are then missing.
    """

    def __init__(
        self,
        root: Path,
        *,
        index_path: Path,
        covers_dir: Path,
        inputs_dir: Path,
        looker: VideoLooker,
        files: Files | None = None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        files = files or Files()
        self._folder = LibraryFolder(root)
        self._reader = index.IndexReader(self._folder, covers_dir)
        self._inputs_dir = inputs_dir
        self._looker = looker
        self._files = files
        self._keeper = Keeper(self._folder, inputs_dir, looker, files, now)
        self._auditor = Auditor(self._folder, looker, files, self._reader.cover_path, now)
        self._trash = Trash(self._folder, files)
        self._worker = Worker("library files")
        self._index = Database(
            index_path, index.MIGRATIONS, newer_code=INDEX_NEWER, on_open=self._fill_index_if_needed
        )

    @property
    def root(self) -> Path:
        """The folder of the videos."""
        return self._folder.root

    # -- the engine's door -----------------------------------------------------------------------------------------

    async def verify(self, path: Path) -> VideoFacts:
        """Really look into a fetched file. Raises NotAVideo, DiskTrouble."""
        return await self._on_disk(lambda: self._looker.verify(path), path)

    async def keep(self, job: Job, path: Path, video: VideoFacts) -> Clip:
        """Put a verified file into the library. May be repeated after a crash. Raises DiskTrouble; then `path` stays."""
        await self._ready_root()
        kept = await self._on_disk(lambda: self._keeper.keep(job, path, video), self._folder.root)
        clip = await self._finish(kept, job)
        await self._worker.run(lambda: path.unlink(missing_ok=True))
        return clip

    async def find(self, job: Job) -> Clip | None:
        """Give the clip of a job whose `keep` got as far as the record before a crash, finished; None when there is
        none, or the library's drive is gone. Raises DiskTrouble.
        """
        if not self._folder.is_there:
            return None
        kept = await self._on_disk(lambda: self._keeper.find(job), self._folder.root)
        return None if kept is None else await self._finish(kept, job)

    async def _finish(self, kept: Kept, job: Job) -> Clip:
        clip = self._clip_of(kept)
        try:
            await self._index_clips([(clip, self._folder.relative(kept.video_path), job.job_id)])
        except DiskTrouble as error:
            if error.code != INDEX_NEWER:  # that one can't be written to; the record is what counts
                raise
        await self._worker.run(lambda: self._cover(clip))
        return clip

    # -- listing ---------------------------------------------------------------------------------------------------

    async def all(self, limit: int | None = None, offset: int = 0) -> list[Clip]:
        """Give the clips, newest first."""
        return await self._index.read(lambda connection: self._reader.newest(connection, limit, offset))

    async def search(self, text: str, limit: int | None = None) -> list[Clip]:
        """Give the clips whose prompt or name has every word of `text`, newest first; all for a blank text."""
        if not text.strip():
            return await self.all(limit)
        return await self._index.read(lambda connection: self._reader.search(connection, text, limit))

    async def get(self, clip_id: str) -> Clip | None:
        """Give a clip, having looked whether its file is there now."""
        clip = await self._index.read(lambda connection: self._reader.by_id(connection, clip_id))
        return None if clip is None else await self._worker.run(lambda: self._seen(clip))

    async def by_job(self, job_id: str) -> Clip | None:
        """Give the clip that a job made."""
        return await self._index.read(lambda connection: self._reader.by_job(connection, job_id))

    async def count(self) -> int:
        def read(connection: sqlite3.Connection) -> int:
            (clips,) = connection.execute("SELECT count(*) FROM clips").fetchone()
            return int(clips)

        return await self._index.read(read)

    async def record(self, clip_id: str) -> Mapping[str, object]:
        """Give a clip's whole record. Raises BadInput when there is none that can be read, DiskTrouble."""
        clip = await self._known(clip_id)
        record_path = Path(clip.video_path).with_suffix(RECORD_SUFFIX)
        found = await self._on_disk(lambda: self._folder.read_record(record_path), record_path)
        if isinstance(found, FoundRecord):
            return found.document
        raise trouble.gone(record_path) if found is None else found.error

    async def request_of(self, clip_id: str) -> tuple[GenerationRequest, tuple[str, ...]] | None:
        """Give the request that made a clip, its pictures found again, with the names of those that are lost; None
        for a video of unknown origin. Raises BadInput, DiskTrouble.
        """
        recipe = recipe_from_record(await self.record(clip_id))
        if recipe is None:
            return None
        return await self.request_from(recipe)

    async def request_from(self, recipe: object) -> tuple[GenerationRequest, tuple[str, ...]]:
        """Give the request of a recipe from anywhere, its pictures looked for here. Raises BadInput."""
        return await self._worker.run(lambda: request_from_recipe(recipe, self._picture_path))

    async def make_cover(self, clip_id: str) -> Path | None:
        """Make a clip's cover where there is none; None when it can't be made."""
        clip = await self._known(clip_id)
        made = await self._worker.run(lambda: self._cover(clip))
        return Path(clip.cover_path) if made else None

    # -- changing --------------------------------------------------------------------------------------------------

    async def trash(self, clip_ids: Sequence[str]) -> list[str]:
        """Move clips to the library's trash; give those that were moved. Raises DiskTrouble; those before it are in."""
        return [clip_id for clip_id in clip_ids if await self._trash_one(clip_id)]

    async def undo_trash(self, clip_ids: Sequence[str]) -> list[Clip]:
        """Put clips back where they were; give those that came back. Raises DiskTrouble."""
        clips = [await self._take_back(clip_id) for clip_id in clip_ids]
        return [clip for clip in clips if clip is not None]

    async def rebuild(self) -> Rebuilt:
        """Make the index anew from the records alone. Raises DiskTrouble; then the index is as it was."""
        if not self._folder.is_there:
            await self._ready_root()
        contents = await self._on_disk(self._contents, self._folder.root)
        clips = await self._index.write(lambda connection: self._replace_all(connection, contents))
        return Rebuilt(clips=clips, findings=contents.findings)

    async def check(self) -> list[LibraryFinding]:
        """Compare records and files both ways, by hash; take in videos without a record; bring the index up to date.

        Raises DiskTrouble.
        """
        await self._ready_root()
        findings = await self._on_disk(self._auditor.check, self._folder.root)
        await self.rebuild()
        return findings

    def close(self) -> None:
        """Finish what is under way. May be repeated."""
        self._worker.close()
        self._index.close()

    @property
    def set_aside_path(self) -> Path | None:
        """Where a damaged index was put in this run; None when it was whole."""
        return self._index.set_aside_path

    # -- inside ----------------------------------------------------------------------------------------------------

    async def _trash_one(self, clip_id: str) -> bool:
        self._require_root()
        clip = await self._index.read(lambda connection: self._reader.by_id(connection, clip_id))
        if clip is None:
            return False
        video_path = Path(clip.video_path)
        await self._on_disk(lambda: self._trash.put(clip_id, video_path), video_path)
        await self._index.write(lambda connection: _drop(connection, clip_id))
        return True

    async def _take_back(self, clip_id: str) -> Clip | None:
        self._require_root()

        def take_back() -> FoundRecord | BadRecord | None:
            record_path = self._trash.take_back(clip_id)
            return None if record_path is None else self._folder.read_record(record_path)

        found = await self._on_disk(take_back, self._folder.trash_dir)
        if not isinstance(found, FoundRecord):
            return None
        clip = self._clip_of(Kept(video_path=found.video_path, document=found.document))
        await self._index_clips([(clip, found.video_rel, job_id_from_record(found.document))])
        return clip

    async def _on_disk(self, function: Callable[[], T], path: Path) -> T:
        """Run in the files' thread, with what the system says translated."""

        def guarded() -> T:
            try:
                return function()
            except OSError as error:
                raise (
                    self._folder.gone() if self._is_gone(path) else trouble.of_os_error(error, path)
                ) from error

        return await self._worker.run(guarded)

    def _is_gone(self, path: Path) -> bool:
        return path.is_relative_to(self._folder.root) and not self._folder.is_there

    def _require_root(self) -> None:
        if not self._folder.is_there:
            raise self._folder.gone()

    async def _ready_root(self) -> None:
        """Make the folder the first time. One that was here before and isn't now is on a drive that's gone: making it
        again would put videos where nobody looks for them.
        """
        known = await self._index.read(self._is_index_of_this)
        if self._folder.is_there:
            if not known:
                await self.rebuild()
            return
        if known:
            raise self._folder.gone()
        await self._on_disk(lambda: self._files.make_dirs(self._folder.root), self._folder.root)
        await self.rebuild()

    def _is_index_of_this(self, connection: sqlite3.Connection) -> bool:
        return index.get_meta(connection, "library") == str(self._folder.root)

    def _fill_index_if_needed(self, connection: sqlite3.Connection) -> None:
        """Right after opening: a new index, a damaged one, or one of another folder is filled from the records."""
        index.check_whole(connection)
        self._reader.words_to_check = True
        if self._is_index_of_this(connection):
            return
        if self._folder.is_there:
            self._replace_all(connection, self._contents())
        else:
            index.replace_all(connection, [], library=None)

    def _contents(self) -> Contents:
        return read_contents(self._folder, self._reader.cover_path)

    def _replace_all(self, connection: sqlite3.Connection, contents: Contents) -> int:
        return index.replace_all(connection, contents.rows, library=str(self._folder.root))

    async def _index_clips(self, rows: Sequence[tuple[Clip, str, str | None]]) -> None:
        def write(connection: sqlite3.Connection) -> None:
            with transaction(connection):
                for clip, video_rel, job_id in rows:
                    index.put(connection, clip, video_rel, job_id)

        await self._index.write(write)

    def _clip_of(self, kept: Kept) -> Clip:
        return clip_from_record(
            kept.document,
            video_path=str(kept.video_path),
            cover_path=lambda clip_id: str(self._reader.cover_path(clip_id)),
        )

    async def _known(self, clip_id: str) -> Clip:
        clip = await self._index.read(lambda connection: self._reader.by_id(connection, clip_id))
        if clip is None:
            raise trouble.gone(self._folder.root / clip_id)
        return clip

    def _seen(self, clip: Clip) -> Clip:
        try:
            return replace(clip, missing=not Path(clip.video_path).is_file())
        except OSError:
            return replace(clip, missing=True)

    def _picture_path(self, sha256: str) -> str | None:
        for inputs_dir in (self._inputs_dir, self._folder.inputs_dir):
            path = find_input(inputs_dir, sha256)
            if path is not None:
                return str(path)
        return None

    def _cover(self, clip: Clip) -> bool:
        """Make the cover if it isn't there. Whatever goes wrong, the video is safe: this only says so in the log."""
        cover_path = Path(clip.cover_path)
        try:
            if not cover_path.is_file():
                cover_path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                self._looker.make_cover(Path(clip.video_path), cover_path)
        except (ViduDesktopError, OSError) as error:
            _log.warning("no cover could be made: %s", type(error).__name__)
            with suppress(OSError):
                cover_path.unlink(missing_ok=True)
            return False
        return True


def _drop(connection: sqlite3.Connection, clip_id: str) -> None:
    with transaction(connection):
        index.drop(connection, [clip_id])
