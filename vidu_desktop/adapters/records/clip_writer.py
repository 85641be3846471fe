"""Puts a verified video into the library in steps, so that a repeat after a crash at any step finishes the work.

part file      a copy next to its place, with the recipe inside, synced
video          the copy, renamed to its place, never over another file; folder synced
inputs         the pictures that were sent, named by hash
record         beside the video: from here on the video is kept
(index, cover) made by the caller; both can be made again
"""

import json
import logging
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Protocol, TypeVar

from vidu_desktop.adapters.desktop.paths import find_input, input_path
from vidu_desktop.adapters.disk.files import Files, copy_atomically, write_bytes_atomically
from vidu_desktop.adapters.disk.hashing import sha256_of
from vidu_desktop.adapters.records.library_layout import (
    PART_PREFIX,
    PART_SUFFIX,
    RECORD_SUFFIX,
    VIDEO_SUFFIX,
    LibraryLayout,
)
from vidu_desktop.adapters.records.videos import Videos
from vidu_desktop.domain.clip import VideoFacts
from vidu_desktop.domain.job import Job
from vidu_desktop.domain.marks import NO_MARKS, Marks
from vidu_desktop.domain.naming import clip_folder, clip_stem, free_stem, short_id
from vidu_desktop.domain.recipes import Document, recipe_of
from vidu_desktop.domain.records import StoredAs, job_id_from_record, record_bytes, record_of
from vidu_desktop.domain.titles import job_title
from vidu_desktop.errors import BadInput, DiskTrouble, NotAVideo, ViduDesktopError
from vidu_desktop.library.ports import FoundRecord

T = TypeVar("T")

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A video at its place in the library, with its record."""

    video_path: Path
    document: Document


class OnDisk(Protocol):
    """Runs a step in the thread of the library's files. Raises DiskTrouble."""

    async def __call__(self, function: Callable[[], T], path: Path) -> T: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """The result of the slow steps, ready to be put into the library. It is one of three: a video that is kept already
    (`kept`); a copy with its recipe inside (`part`); or a complete video at its place that lacks its record (`target` without
    `part`).
    """

    kept: Kept | None = None
    target: Path | None = None
    part: Path | None = None


class ClipWriter:
    """Awaited on the loop. Steps on the disk run in the thread of the library's files, checks of a video in helper processes,
    and neither waits for the other. One video is written after the other.
    """

    def __init__(
        self,
        folder: LibraryLayout,
        inputs_dir: Path,
        videos: Videos,
        files: Files,
        on_disk: OnDisk,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._folder = folder
        self._inputs_dir = inputs_dir
        self._videos = videos
        self._files = files
        self._on_disk = on_disk
        self._now = now

    async def prepare(self, job: Job, path: Path) -> Prepared:
        """Look for what the library has of this job already, and copy the file at `path` next to its place if that is needed.

        Raises DiskTrouble; then the copy is removed.
        """
        root = self._folder.root
        found = await self._on_disk(lambda: self._find_record(job), root)
        kept = await self._kept(found)
        if kept is not None:
            return Prepared(kept=kept)
        target = found.video_path if found else await self._on_disk(lambda: self._find_video(job), root)
        if target is not None and await self._is_whole(target):
            return Prepared(target=target)
        part = await self._on_disk(lambda: self._copied(job, path, target), root)
        try:
            await self._embed(job, path, part)
            await self._on_disk(lambda: self._files.sync(part), part)
        except DiskTrouble:
            await self._on_disk(lambda: _forget(part), part)
            raise
        return Prepared(target=target, part=part)

    def keep(self, job: Job, prepared: Prepared, video: VideoFacts, marks: Marks = NO_MARKS) -> Kept:
        """Put the prepared video and its record into their place, in one go, in the thread of the files. `marks` are the
        first marks of the clip.

        Raises OSError and DiskTrouble.
        """
        if prepared.kept is not None:
            return prepared.kept
        target = prepared.target
        if prepared.part is not None:
            target = self._place(prepared.part, target or self._free_place(job, prepared.part.parent, marks))
        assert target is not None  # noqa: S101 - one of the two is there, see Prepared
        facts = self._facts_there(target, video)
        self._keep_inputs(job)
        keeping = StoredAs(
            clip_id=job.job_id, file_name=target.name, kept_at=self._now(), fetched_sha256=video.sha256
        )
        document = record_of(job, facts, keeping, marks)
        write_bytes_atomically(self._files, target.with_suffix(RECORD_SUFFIX), record_bytes(document))
        return Kept(video_path=target, document=document)

    async def find(self, job: Job) -> Kept | None:
        """Return the record and the complete video that are kept of this job already; None when either is missing."""
        return await self._kept(await self._on_disk(lambda: self._find_record(job), self._folder.root))

    async def _kept(self, found: FoundRecord | None) -> Kept | None:
        if found is None or not await self._is_whole(found.video_path):
            return None
        return Kept(video_path=found.video_path, document=found.document)

    def _copied(self, job: Job, path: Path, target: Path | None) -> Path:
        """Copy the fetched file into the folder of its place."""
        folder = target.parent if target else self._folder.root.joinpath(*clip_folder(_local_date(job)).parts)
        self._files.make_dirs(folder)
        part = folder / f"{PART_PREFIX}{short_id(job.job_id)}{VIDEO_SUFFIX}{PART_SUFFIX}"
        try:
            self._files.copy(path, part)
        except OSError:
            _forget(part)
            raise
        return part

    def _place(self, part: Path, target: Path) -> Path:
        try:
            if target.exists():
                self._files.remove(target)  # ours by its name, but incomplete: a crash left it
            self._files.rename_no_replace(part, target)
        except OSError:
            _forget(part)
            raise
        self._files.sync_dir(target.parent)
        return target

    async def _embed(self, job: Job, path: Path, part: Path) -> None:
        try:
            await self._videos.embed(part, json.dumps(recipe_of(job), separators=(",", ":")))
        except ViduDesktopError as error:
            # A video without a recipe inside is better than none; the record beside it holds the recipe as well.
            _log.warning("the recipe could not be put into a video: %s", error.code)
            await self._on_disk(lambda: self._files.copy(path, part), part)

    def _facts_there(self, target: Path, video: VideoFacts) -> VideoFacts:
        return replace(video, sha256=sha256_of(target), file_bytes=target.stat().st_size)

    async def _is_whole(self, path: Path) -> bool:
        """Whether there is a complete video at `path` already."""
        if not await self._on_disk(path.is_file, path):
            return False
        try:
            await self._videos.verify(path)
        except NotAVideo:
            return False
        return True

    def _find_record(self, job: Job) -> FoundRecord | None:
        """Find this job's record, whatever date and words its name has."""
        for path in self._month_files(job, RECORD_SUFFIX):
            found = self._folder.read_record(path)
            if isinstance(found, FoundRecord) and _is_of(found, job):
                return found
        return None

    def _find_video(self, job: Job) -> Path | None:
        """Find this job's video that a crash left without its record."""
        for path in self._month_files(job, VIDEO_SUFFIX):
            if not path.with_suffix(RECORD_SUFFIX).exists():
                return path
        return None

    def _month_files(self, job: Job, suffix: str) -> list[Path]:
        """Find the files with the job's short id in the months around its day: which day it was depends on the time zone of
        the run.
        """
        ending = f"_{short_id(job.job_id)}"
        created = job.created_at.astimezone(UTC).date().toordinal()
        months = {clip_folder(date.fromordinal(created + days)) for days in (-1, 0, 1)}
        paths: list[Path] = []
        for month in sorted(months):
            month_dir = self._folder.root.joinpath(*month.parts)
            if month_dir.is_dir():
                paths += (
                    path for path in month_dir.glob(f"*{ending}*{suffix}") if not path.name.startswith(".")
                )
        return sorted(paths)

    def _free_place(self, job: Job, month_dir: Path, marks: Marks) -> Path:
        """Return a path that no file has yet, not even one that differs only in case."""
        places = replace(marks, project=_writable(marks.project), shot=_writable(marks.shot))
        stem = clip_stem(
            _writable(job_title(job)), job.job_id, _local_date(job), places, _writable(job.request.name)
        )
        taken = {entry.name.casefold() for entry in month_dir.iterdir()}
        free = free_stem(stem, (VIDEO_SUFFIX, RECORD_SUFFIX), taken)
        return month_dir / f"{free}{VIDEO_SUFFIX}"

    def _keep_inputs(self, job: Job) -> None:
        """Copy the pictures that were sent into the library, so that a library that was moved to another computer can still
        fill the tabs.
        """
        for picture in job.pictures:
            if picture.prepared is None:
                continue
            source = find_input(self._inputs_dir, picture.prepared.sha256)
            target = input_path(self._folder.inputs_dir, picture.prepared.sha256, picture.prepared.media_type)
            if source is None or target.is_file():
                continue
            if os.path.lexists(
                target
            ):  # the video is worth more; a check of the library says what lies there
                _log.warning("something that is no file is in the place of a picture that was sent")
                continue
            self._files.make_dirs(target.parent)
            part = target.with_name(f"{PART_PREFIX}{target.name}{PART_SUFFIX}")
            copy_atomically(self._files, source, part, target, replaces=True)


def _forget(part: Path) -> None:
    with suppress(OSError):
        part.unlink(missing_ok=True)


def _local_date(job: Job) -> date:
    return job.created_at.astimezone().date()


def _is_of(found: FoundRecord, job: Job) -> bool:
    try:
        return job_id_from_record(found.document) == job.job_id
    except BadInput:
        return False


def _writable(text: str) -> str:
    """Return the text with a question mark for each character that this system can't write in a file name: not every locale
    uses UTF-8.
    """
    encoding = sys.getfilesystemencoding()
    return text.encode(encoding, "replace").decode(encoding)
