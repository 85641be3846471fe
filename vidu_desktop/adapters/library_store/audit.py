"""Compares the library with itself: records with files and files with records, both by hash."""

import asyncio
import errno
import logging
from collections.abc import Callable, Collection
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from vidu_desktop.adapters.disk.files import Files, write_bytes_atomically
from vidu_desktop.adapters.disk.hashing import sha256_of
from vidu_desktop.adapters.index.index_rows import IndexRow
from vidu_desktop.adapters.library_store.garbage import not_searched
from vidu_desktop.adapters.library_store.kept_pictures import compare_content, kept_pictures
from vidu_desktop.adapters.library_store.left_parts import left_parts
from vidu_desktop.adapters.library_store.list_files import damaged_lists
from vidu_desktop.adapters.library_store.record_rows import read_records
from vidu_desktop.adapters.records.clip_writer import OnDisk
from vidu_desktop.adapters.records.folder_scan import FolderLook, look_at, rel_of
from vidu_desktop.adapters.records.library_layout import (
    RECORD_SUFFIX,
    VIDEO_SUFFIX,
    LibraryLayout,
)
from vidu_desktop.adapters.records.record_builder import RecordBuilder
from vidu_desktop.adapters.records.videos import Videos
from vidu_desktop.adapters.video.mp4_structure import sha256_of_video
from vidu_desktop.domain.recipes import Document
from vidu_desktop.domain.records import job_id_from_record, record_bytes, video_from_record
from vidu_desktop.errors import NotAVideo
from vidu_desktop.library.findings import SENTENCES, LibraryFinding, code_of, finding
from vidu_desktop.library.ports import FoundRecord

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """What the records alone say: the clips, the path of each clip's record, and what was odd; the look at the folders
    from which they were read; and the paths of the pictures that were sent.
    """

    rows: list[IndexRow]
    record_rels: list[str]
    findings: list[LibraryFinding]
    look: FolderLook
    pictures: list[Path] = field(default_factory=list)


@dataclass(slots=True)
class _Check:
    """What one check has found so far. `job_ids` are the jobs whose videos have a record."""

    findings: list[LibraryFinding] = field(default_factory=list)
    hashes: set[str] = field(default_factory=set)
    job_ids: set[str | None] = field(default_factory=set)
    lost: dict[str, FoundRecord] = field(default_factory=dict)

    def say(self, code: str, path: Path) -> None:
        self.findings.append(finding(code, path))


@dataclass(slots=True)
class _Gathering:
    """The records read so far, one for each clip. Of two records for one clip, the one whose video is there is kept."""

    root: Path
    entries: dict[str, tuple[IndexRow, str]] = field(default_factory=dict)
    places: set[str] = field(default_factory=set)
    findings: list[LibraryFinding] = field(default_factory=list)

    def take(self, row: IndexRow, record_rel: str) -> None:
        """Add one clip and the path of its record."""
        other = self.entries.get(row.clip_id)
        if row.video_rel in self.places:
            self.say("record-twice", record_rel)
        elif other is None:
            self._enter(row, record_rel)
        elif other[0].missing and not row.missing:
            self.say("record-left", other[1])
            self._enter(row, record_rel)
        else:
            self.say("record-left" if row.missing and not other[0].missing else "record-twice", record_rel)

    def say(self, code: str, rel: str) -> None:
        self.findings.append(finding(code, self.root / rel))

    def _enter(self, row: IndexRow, record_rel: str) -> None:
        self.entries[row.clip_id] = (row, record_rel)
        self.places.add(row.video_rel)


@not_searched()
def read_contents(folder: LibraryLayout) -> Contents:
    """Read every record. A bad record becomes a finding and doesn't stop the reading. Raises OSError."""
    gathering = _Gathering(folder.root)
    look = look_at(folder, {})
    read: set[str] = set()
    for record_rel, row, bad_code in read_records(folder, list(look.record_rels())):
        read.add(record_rel)
        if row is None:
            gathering.say(bad_code if bad_code in SENTENCES else "file-unreadable", record_rel)
        else:
            gathering.take(row, record_rel)
    for rel in look.forbidden:
        gathering.say("folder-forbidden", rel)
    for rel, seen in look.seen.items():
        for name in seen.videos:
            record_name = f"{name[: -len(VIDEO_SUFFIX)]}{RECORD_SUFFIX}"
            record_rel = rel_of(rel, record_name)
            if record_name in seen.records:
                if record_rel not in read:  # JSON, but no record of ours, so that it doesn't list its video
                    gathering.say("record-damaged", record_rel)
            elif (folder.root / record_rel).exists():
                gathering.say("record-no-file", record_rel)
    pictures = list(
        kept_pictures(folder.inputs_dir, lambda code, path: gathering.say(code, folder.relative(path)))
    )
    entries = gathering.entries.values()
    for row, _ in entries:
        if row.missing:
            gathering.say("file-missing", row.video_rel)
    return Contents(
        rows=[row for row, _ in entries],
        record_rels=[record_rel for _, record_rel in entries],
        findings=gathering.findings,
        look=look,
        pictures=pictures,
    )


class Auditor:
    """Checks the whole library by hash and repairs what it can. Each record and each file is a task of its own on the files'
    thread, so that a mark can be written in between. Videos are examined in helper processes.
    """

    def __init__(
        self,
        folder: LibraryLayout,
        videos: Videos,
        files: Files,
        *,
        on_disk: OnDisk,
        parts: asyncio.Lock,
        being_copied: Collection[Path] = (),
        cover_path: Callable[[str], Path],
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._folder = folder
        self._files = files
        self._on_disk = on_disk
        self._parts = parts
        self._being_copied = being_copied
        self._adopter = RecordBuilder(videos, cover_path, now)

    async def check(self, contents: Contents) -> list[LibraryFinding]:
        """Return everything that is odd, including what the records alone said (`contents`). Videos are never deleted;
        half-written files of ours are, and records that another record has replaced. Raises DiskTrouble.
        """
        root = self._folder.root
        check = _Check(findings=[item for item in contents.findings if item.code != "file-missing"])
        await self._on_disk(lambda: self._remove_left(check), root)
        damaged = await self._on_disk(lambda: damaged_lists(root), root)
        check.findings += [finding("list-damaged", path) for path in damaged]
        for record_rel in contents.record_rels:
            record_path = root / record_rel
            await self._on_disk(partial(self._check_record, record_path, check), record_path)
        for path in contents.pictures:
            await self._on_disk(partial(compare_content, path, check.say), path)
        with_record = {root / row.video_rel for row in contents.rows}
        files = await self._on_disk(lambda: list(self._folder.files(VIDEO_SUFFIX)), root)
        for path in files:
            if path not in with_record:
                await self._check_stranger(path, check)
        check.findings += [finding("file-missing", record.video_path) for record in check.lost.values()]
        async with self._parts:
            await self._on_disk(lambda: self._remove_leftovers(check), root)
        return check.findings

    def _remove_leftovers(self, check: _Check) -> None:
        left = [*self._folder.leftovers(), *left_parts(self._folder.root)]
        for path in [one for one in left if one not in self._being_copied]:
            self._files.remove(path)
            check.findings.append(finding("leftover-removed", path, mended=True))

    def _remove_left(self, check: _Check) -> None:
        """Remove the records that interrupted renamings left behind: each of their videos has another record."""
        for place, item in enumerate(check.findings):
            if item.code == "record-left":
                self._files.remove(Path(item.path))
                check.findings[place] = replace(item, mended=True)

    def _check_record(self, record_path: Path, check: _Check) -> None:
        record = self._folder.read_record(record_path)
        if not isinstance(record, FoundRecord):
            check.findings.append(finding("file-unreadable", record_path))  # it was readable a moment ago
            return
        check.job_ids.add(job_id_from_record(record.document))
        video = video_from_record(record.document)
        if not record.video_path.is_file():
            check.lost[video.sha256] = record
            return
        try:
            actual = sha256_of(record.video_path, video.file_bytes)
        except OSError as error:
            if error.errno == errno.EFBIG:  # larger than its record says, so it needn't be hashed
                check.findings.append(finding("file-changed", record.video_path))
                return
            check.findings.append(finding("file-unreadable", record.video_path))
            return
        check.hashes.add(actual)
        if actual != video.sha256:
            check.findings.append(finding("file-changed", record.video_path))

    async def _check_stranger(self, path: Path, check: _Check) -> None:
        """Examine a video without a record: it may be a renamed one, a copy, one to adopt, or no video at all."""
        record_path = path.with_suffix(RECORD_SUFFIX)
        sha256 = await self._on_disk(lambda: self._hash_of_unknown(path, record_path, check), path)
        if sha256 is None:
            return
        try:
            document = await self._adopter.record_for(path, sha256, check.job_ids)
        except NotAVideo as error:
            check.findings.append(finding(code_of(error), path))
        except OSError:
            check.findings.append(finding("file-unreadable", path))
        else:
            await self._on_disk(lambda: self._adopt(record_path, document, sha256, check), path)

    def _hash_of_unknown(self, path: Path, record_path: Path, check: _Check) -> str | None:
        """Return the hash of a video that the library doesn't know; None where nothing more has to be done for it."""
        if record_path.exists():
            return None  # an unreadable record, which is a finding already: never overwrite it
        try:
            sha256 = sha256_of_video(path)
        except NotAVideo as error:
            check.findings.append(finding(code_of(error), path))
            return None
        except OSError:
            check.findings.append(finding("file-unreadable", path))
            return None
        lost = check.lost.pop(sha256, None)
        if lost is not None:
            self._write(record_path, {**lost.document, "file": path.name})
            self._files.remove(lost.record_path)
            check.hashes.add(sha256)
            check.findings.append(finding("file-moved", path, mended=True))
            return None
        if sha256 in check.hashes:
            check.findings.append(finding("file-twice", path))
            return None
        return sha256

    def _adopt(self, record_path: Path, document: Document, sha256: str, check: _Check) -> None:
        path = record_path.with_suffix(VIDEO_SUFFIX)
        if record_path.exists() or not path.is_file():
            return  # its record came, or the video went, while the helper looked
        self._write(record_path, document)
        check.hashes.add(sha256)
        check.job_ids.add(job_id_from_record(document))
        check.findings.append(finding("file-adopted", path, mended=True))

    def _write(self, path: Path, document: Document) -> None:
        write_bytes_atomically(self._files, path, record_bytes(document))
