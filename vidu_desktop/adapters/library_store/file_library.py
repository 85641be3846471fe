"""The library: a folder of videos with their records, and the index for listing and searching it."""

import asyncio
import logging
import sqlite3
from array import array
from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from vidu_desktop.adapters.desktop.paths import find_input
from vidu_desktop.adapters.index import clip_index, clips_of_jobs, index_query
from vidu_desktop.adapters.library_store.board_files import damaged_boards
from vidu_desktop.adapters.library_store.index_sync import catch_up
from vidu_desktop.adapters.library_store.library_store import LibraryStore
from vidu_desktop.adapters.library_store.vanished import VANISHED, VanishedClips
from vidu_desktop.adapters.records.clip_writer import ClipWriter, Kept
from vidu_desktop.adapters.records.trash_folder import Trash
from vidu_desktop.adapters.sqlite.migrations import transaction
from vidu_desktop.domain.clip import Clip, VideoFacts
from vidu_desktop.domain.fidelity import FIDELITY_VERSION, Fidelity
from vidu_desktop.domain.job import Job
from vidu_desktop.domain.json_reading import as_text
from vidu_desktop.domain.library_query import Facets, LibraryQuery, Totals
from vidu_desktop.domain.marks import Marks
from vidu_desktop.domain.prompt_history import PastPrompt
from vidu_desktop.domain.recipes import pictures_by_place, request_from_recipe
from vidu_desktop.domain.records import recipe_from_record
from vidu_desktop.domain.request import GenerationRequest
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import DiskTrouble, NotAVideo, Sentence, ViduDesktopError
from vidu_desktop.library.findings import LibraryFinding
from vidu_desktop.library.shots import first_marks

_log = logging.getLogger(__name__)

_WINDOW_ROWS = 200
"""How many rows of the index are read at once: this takes some milliseconds, for which a search may have to wait."""
_ROW_MOST = (1 << 63) - 1
_MEASURED_MOST_S = 60.0
"""Longer videos weren't made here, and would keep a core busy for minutes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rebuilt:
    """The result of a rebuild: how many clips are in the index, and what was odd."""

    clips: int
    findings: list[LibraryFinding]


class FileLibrary:
    """The engine's `Library`, and the reading for the window and the command line. Clips are changed by other classes:
    `ClipMarks`, `ClipTrash`, `ClipImports`.

    `find_rows`, `clips_at` and `get` also work without the library's drive; its clips are then missing.
    """

    def __init__(self, store: LibraryStore) -> None:
        self._store = store
        self._writer = ClipWriter(
            store.folder, store.inputs_dir, store.videos, store.files, store.on_disk, store.now
        )

    @property
    def root(self) -> Path:
        """The folder with the videos."""
        return self._store.folder.root

    # -- what the engine asks for ----------------------------------------------------------------------------------

    async def verify(self, path: Path) -> VideoFacts:
        """Check that a fetched file is a whole video. Raises NotAVideo, also when the file is gone; DiskTrouble."""
        try:
            return await self._store.videos.verify(path)
        except DiskTrouble as error:
            # Waiting for the disk would never end: a file that is gone has to be fetched again.
            if await self._store.worker.run(lambda: path.parent.is_dir() and not path.exists()):
                raise NotAVideo("video-gone", Sentence(_GONE)) from error
            raise

    async def keep(self, job: Job, path: Path, video: VideoFacts) -> Clip:
        """Put a verified file into the library. May be repeated after a crash. Raises DiskTrouble; then `path` stays."""
        store = self._store
        await store.ready_root()
        async with store.parts:
            prepared = await self._writer.prepare(job, path)
            async with store.turn:  # two takes of a shot, fetched at the same time, get two numbers
                marks = await self._first_marks(job)
                kept = await store.on_disk(lambda: self._writer.keep(job, prepared, video, marks), self.root)
                clip = await self._indexed(kept)
        await self._covered(clip)
        await store.worker.run(lambda: path.unlink(missing_ok=True))
        return clip

    async def find(self, job: Job) -> Clip | None:
        """Return the clip of a job whose `keep` had written the record before a crash, and finish it. None when there is no
        such record, or the library's drive is gone. Raises DiskTrouble.
        """
        if not await self._store.is_there():
            return None
        kept = await self._writer.find(job)
        return None if kept is None else await self._covered(await self._indexed(kept))

    async def _first_marks(self, job: Job) -> Marks:
        """Return the first marks: the next take number, where the order says to which shot the clip belongs."""
        project, shot = job.request.project, job.request.shot
        return first_marks(project, shot, await self._store.takes(project, shot) if shot else ())

    async def _indexed(self, kept: Kept) -> Clip:
        found = self._store.folder.found(kept.video_path, kept.document)
        (clip,) = await self._store.index_records([found])
        return clip

    async def _covered(self, clip: Clip) -> Clip:
        await self._cover(clip)
        return clip

    # -- reading ---------------------------------------------------------------------------------------------------

    async def find_rows(self, query: LibraryQuery, limit: int | None = None) -> "array[int]":
        """Return the rows that a query finds, in its order: all, or for a quick answer the first `limit`."""
        return await self._store.index.read(lambda connection: index_query.rows_of(connection, query, limit))

    async def clips_at(self, rows: Sequence[int]) -> list[Clip]:
        """Return the clips of these rows in the same order; rows that are gone are left out. For some thousand rows at most."""
        found = await self._store.clips(f"row IN ({', '.join('?' * len(rows))})", *rows)
        by_row = {clip.row: clip for clip in found}
        return [by_row[row] for row in rows if row in by_row]

    async def totals(self, query: LibraryQuery) -> Totals:
        """Return the totals of what a query finds."""
        return await self._store.index.read(lambda connection: index_query.totals_of(connection, query))

    async def facets(self) -> Facets:
        """Return what can be filtered by, with counts."""
        return await self._store.index.read(index_query.facets_of)

    async def get(self, clip_id: str) -> Clip | None:
        """Return a clip, None where there is none; looks whether its file is there now."""
        clip = await self._store.clip(clip_id)
        return None if clip is None else await self._store.worker.run(lambda: _seen(clip))

    async def by_job(self, job_id: str) -> Clip | None:
        """Return the clip that a job made; None where there is none."""
        found = await self._store.clips("job_id = ? ORDER BY row DESC LIMIT 1", job_id)
        return found[0] if found else None

    async def by_origin(self, beginning: str) -> list[Clip]:
        """Return the clips whose origin begins with `beginning`, which ends with `/`; newest first."""
        return await self._store.clips_by_origin(beginning)

    async def kept_jobs(self) -> frozenset[str]:
        """Return the ids of the jobs whose videos the person has marked as kept. Raises DiskTrouble."""
        return await self._store.index.read(clips_of_jobs.kept_jobs)

    async def take_labels(self, job_ids: Collection[str]) -> dict[str, str]:
        """Return by job id the names of the takes that these jobs made; jobs without a take here are left out."""
        return await self._store.index.read(lambda connection: clips_of_jobs.take_labels(connection, job_ids))

    async def video_paths(self, job_ids: Collection[str]) -> dict[str, str]:
        """Return by job id where the videos are that these jobs made; jobs without a video here are left out."""
        rels = await self._store.index.read(lambda connection: clips_of_jobs.video_rels(connection, job_ids))
        return {job_id: str(self.root / rel) for job_id, rel in rels.items()}

    async def past_prompts(self, most: int) -> list[PastPrompt]:
        """Return the latest prompts of the library's videos, at most `most`. Raises DiskTrouble."""
        return await self._store.index.read(lambda connection: index_query.past_prompts(connection, most))

    async def best_like(self, mode: str, prompt: str) -> Clip | None:
        """Return the best video that was made in a mode with exactly this prompt, or None. Raises DiskTrouble."""
        best = "verdict = 'keep' DESC, winner DESC, star DESC, rating DESC, row DESC"
        found = await self._store.clips(
            f"mode = ? AND prompt = ? AND verdict != 'reject' ORDER BY {best} LIMIT 1",
            mode,
            as_text(prompt),
        )
        return found[0] if found else None

    async def count(self) -> int:
        def read(connection: sqlite3.Connection) -> int:
            (clips,) = connection.execute("SELECT count(*) FROM clips").fetchone()
            return int(clips)

        return await self._store.index.read(read)

    async def record(self, clip_id: str) -> Mapping[str, object]:
        """Return a clip's whole record. Raises BadInput where it can't be read, DiskTrouble."""
        return (await self._store.record_of(await self._store.known(clip_id))).document

    async def request_of(self, clip_id: str) -> tuple[GenerationRequest, tuple[str, ...]] | None:
        """Return the request that made a clip, with its pictures found again, and the names of lost pictures. None for a
        video of unknown origin. Raises BadInput, DiskTrouble.
        """
        recipe = recipe_from_record(await self.record(clip_id))
        return None if recipe is None else await self.request_from(recipe)

    async def request_from(self, recipe: object) -> tuple[GenerationRequest, tuple[str, ...]]:
        """Return the request of any recipe, with its pictures found here, and the names of lost ones. Raises BadInput."""
        return await self._store.worker.run(lambda: request_from_recipe(recipe, self._picture_path))

    async def pictures_of(self, clip: Clip) -> tuple[str | None, ...]:
        """Return the paths of the pictures that made a clip, in their order, with None for a lost one. Empty for a video of
        unknown origin. Raises BadInput, DiskTrouble.
        """
        recipe = recipe_from_record(await self.record(clip.clip_id))
        if recipe is None:
            return ()
        return await self._store.worker.run(lambda: pictures_by_place(recipe, self._picture_path))

    async def make_cover(self, clip_id: str) -> Path | None:
        """Return a clip's cover, which is made where there is none; None where it can't be made."""
        clip = await self._store.known(clip_id)
        return Path(clip.cover_path) if await self._cover(clip) else None

    # -- measuring -------------------------------------------------------------------------------------------------

    async def measured(self, clip: Clip, fidelity: Fidelity) -> Clip:
        """Keep the measures of a clip's video; return the clip with them. Raises DiskTrouble."""

        def write(connection: sqlite3.Connection) -> None:
            with transaction(connection):
                clip_index.put_fidelity(connection, clip.video.sha256, fidelity)

        await self._store.index.write(write)
        return await self._store.known(clip.clip_id)

    async def unmeasured(self, below_row: int | None = None) -> tuple[list[Clip], int | None]:
        """Look through the next few hundred clips below `below_row`, newest first. Return those that weren't measured yet,
        and where to go on (None at the end). Missing clips and those longer than a minute are left out.
        """
        where = (
            "row >= ? AND row < ? AND missing = 0 AND duration_s <= ? AND NOT EXISTS (SELECT 1 FROM fidelity"  # noqa: S608
            f" WHERE fidelity.sha256 = clips.sha256 AND version = {FIDELITY_VERSION}) ORDER BY row DESC"
        )

        def read(connection: sqlite3.Connection) -> tuple[list[Clip], int | None]:
            above = _ROW_MOST if below_row is None else below_row
            rows = connection.execute(
                "SELECT row FROM clips INDEXED BY clips_by_row WHERE row < ? ORDER BY row DESC LIMIT ?",
                (above, _WINDOW_ROWS),
            ).fetchall()
            if not rows:
                return [], None
            (lowest,) = rows[-1]
            clips = self._store.reader.clips(connection, where, (lowest, above, _MEASURED_MOST_S))
            return clips, lowest if len(rows) == _WINDOW_ROWS else None

        return await self._store.index.read(read)

    # -- the whole -------------------------------------------------------------------------------------------------

    async def rebuild(self) -> Rebuilt:
        """Rebuild the index from the records alone. Raises DiskTrouble; then the index is as it was."""
        if not await self._store.is_there():
            await self._store.ready_root()
        vanished = VanishedClips(self._store)
        before = await vanished.listed()
        clips, findings = await self._store.refill()
        await self.catch_up()  # with what was marked or kept while the records were read
        return Rebuilt(clips=clips, findings=[*findings, *await vanished.findings(before)])

    async def check(self) -> list[LibraryFinding]:
        """Compare records and files both ways, by hash; add videos without a record; bring the index up to date.

        Raises DiskTrouble.
        """
        await self._store.ready_root()
        await self._store.on_disk(Trash(self._store.folder, self._store.files).finish_moves, self.root)
        findings = await self._store.auditor().check(await self._store.read())
        findings += await self._store.on_disk(lambda: damaged_boards(self._store), self.root)
        rebuilt = await self.rebuild()
        return findings + [item for item in rebuilt.findings if item.code == VANISHED]

    async def check_index(self) -> bool:
        """Look through the index for damage. Return True when it was refilled: then lists have to be read again. Raises
        DiskTrouble.
        """
        return await self._store.index.check()

    async def catch_up(self) -> bool:
        """Bring the index up to date with the folder, which another computer or a person may have changed. Cheap where
        nothing was changed.

        Return True when lists have to be read again. Raises DiskTrouble.
        """
        return await catch_up(self._store)

    def close(self) -> None:
        """Finish the work under way. May be repeated."""
        self._store.close()

    @property
    def set_aside_path(self) -> Path | None:
        """Where a damaged index was moved to in this run; None when it was not damaged."""
        return self._store.index.set_aside_path

    # -- inside ----------------------------------------------------------------------------------------------------

    def _picture_path(self, sha256: str) -> str | None:
        for inputs_dir in (self._store.inputs_dir, self._store.folder.inputs_dir):
            path = find_input(inputs_dir, sha256)
            if path is not None:
                return str(path)
        return None

    async def _cover(self, clip: Clip) -> bool:
        """Make the cover if it isn't there; return whether it is there. Failures are only logged: the video is safe."""
        cover_path = Path(clip.cover_path)

        def is_there() -> bool:
            cover_path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            return cover_path.is_file()

        try:
            if not await asyncio.to_thread(is_there):
                await self._store.videos.make_cover(Path(clip.video_path), cover_path)
        except (ViduDesktopError, OSError) as error:
            _log.warning("no cover could be made: %s", type(error).__name__)
            await asyncio.to_thread(_remove, cover_path)
            return False
        return True


def _remove(path: Path) -> None:
    with suppress(OSError):
        path.unlink(missing_ok=True)


def _seen(clip: Clip) -> Clip:
    try:
        return replace(clip, missing=not Path(clip.video_path).is_file())
    except OSError:
        return replace(clip, missing=True)


_GONE = QT_TRANSLATE_NOOP(
    "library",
    "The file that was fetched is gone from this computer. It is fetched again; nothing is charged again.",
)
