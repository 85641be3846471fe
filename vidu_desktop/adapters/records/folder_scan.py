"""A scan of a library's folders: when each last changed, and what is in those that have changed. It reads no files."""

import errno
import os
import stat
import zlib
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field

from vidu_desktop.adapters.records.library_layout import RECORD_SUFFIX, VIDEO_SUFFIX, LibraryLayout, is_file

_NO_TIME = -(1 << 33)
"""Added to a checksum, so that it can't be mistaken for a time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenFolder:
    """What a scan saw in one folder. `stamp` changes when a file is added, removed, renamed or replaced, but not when a file
    is overwritten in place.

    `records` are the names of JSON files, each with its time in nanoseconds; `videos` are names.
    """

    stamp: int
    records: Mapping[str, int]
    videos: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class FolderLook:
    """The result of a scan. Folders are named by their paths inside the library, with slashes; the root is the empty path.
    `seen` are those that are new or have changed, `gone` those that aren't there any more.
    """

    seen: dict[str, SeenFolder] = field(default_factory=dict)
    gone: list[str] = field(default_factory=list)
    forbidden: list[str] = field(default_factory=list)
    """Folders that may not be read."""

    def record_rels(self) -> Iterator[str]:
        """Yield the paths of all records that were seen."""
        return (rel_of(rel, name) for rel, folder in self.seen.items() for name in folder.records)


RACY_NS = 3_000_000_000
"""In nanoseconds. A file whose time is no older may change again without its time changing: FAT counts in steps of two
seconds, other file systems in one.
"""


def reliable_time_ns(time_ns: int, now_ns: int) -> int:
    """Return a stamp or time in the form in which it may be noted: 0, which no file has, if it is too young to rely on."""
    return 0 if abs(now_ns - time_ns) < RACY_NS else time_ns


def rel_of(folder_rel: str, name: str) -> str:
    """Return the path inside the library of a file in one of its folders."""
    return f"{folder_rel}/{name}" if folder_rel else name


def look_at(folder: LibraryLayout, known: Mapping[str, int]) -> FolderLook:
    """Scan every folder. `known` are the stamps of an earlier scan; folders whose stamp is the same are skipped.

    Raises OSError when the library itself can't be read.
    """
    look = FolderLook()
    for rel in known:
        if rel and (stamp := _stamp(folder, rel)) != known[rel]:
            look.gone.append(rel) if stamp is None else _see(folder, rel, known, look)
    _see(folder, "", known, look)
    if look.seen[""].stamp == known.get(""):
        del look.seen[""]
    return look


def _stamp(folder: LibraryLayout, rel: str) -> int | None:
    try:
        found = os.stat(f"{folder.root}/{rel}")  # noqa: PTH116 - see read_document
    except FileNotFoundError:
        return None
    except OSError as error:
        if error.errno in (errno.ENOTDIR, errno.ELOOP, errno.EACCES):
            return None
        raise
    return found.st_mtime_ns if stat.S_ISDIR(found.st_mode) else None


def _see(folder: LibraryLayout, rel: str, known: Mapping[str, int], look: FolderLook) -> None:
    """List a folder, and the folders inside it that weren't known. Folders that we may not read, or that disappear meanwhile,
    are left out.
    """
    stamp = _stamp(folder, rel) or 0
    try:
        entries = folder.entries(rel)
    except (PermissionError, FileNotFoundError, NotADirectoryError) as error:
        if not rel:
            raise
        if isinstance(error, PermissionError):
            look.forbidden.append(rel)
        return
    records: dict[str, int] = {}
    videos: set[str] = set()
    inside: list[str] = []
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            inside.append(rel_of(rel, entry.name))
        elif entry.name.casefold().endswith(RECORD_SUFFIX) and is_file(entry):
            with suppress(FileNotFoundError):  # it was removed just now
                records[entry.name] = entry.stat().st_mtime_ns
        elif entry.name.casefold().endswith(VIDEO_SUFFIX) and is_file(entry):
            videos.add(entry.name)
    if not rel:  # the root's own time changes with the lease file
        stamp = _NO_TIME + zlib.crc32(
            repr((sorted(records.items()), sorted(videos), inside)).encode("utf-8", "replace")
        )
    look.seen[rel] = SeenFolder(stamp=stamp, records=records, videos=frozenset(videos))
    for one in inside:
        if one not in known and one not in look.seen:
            _see(folder, one, known, look)
