"""The layout of a library's folder, and the reading of its records."""

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from vidu_desktop.adapters.disk import os_errors
from vidu_desktop.adapters.disk.reading import regular_descriptor
from vidu_desktop.domain.json_reading import damaged
from vidu_desktop.domain.recipes import Document
from vidu_desktop.domain.records import file_name_from_record
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import BadInput, DiskTrouble, Sentence
from vidu_desktop.library.ports import FoundRecord

INPUTS_NAME = "inputs"
TRASH_NAME = ".trash"
BOARDS_NAME = ".boards"
BATCHES_NAME = ".batches"
PART_PREFIX = ".vidu-"
PART_SUFFIX = ".part"
RECORD_SUFFIX = ".json"
VIDEO_SUFFIX = ".mp4"
RECORD_MOST_BYTES = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class BadRecord:
    """A record that can't be used, and the reason."""

    record_path: Path
    error: BadInput | DiskTrouble


class LibraryLayout:
    """Knows the place of everything in a library. It only reads."""

    def __init__(self, root: Path) -> None:
        self.root = root

    @property
    def inputs_dir(self) -> Path:
        return self.root / INPUTS_NAME

    @property
    def trash_dir(self) -> Path:
        return self.root / TRASH_NAME

    @property
    def is_there(self) -> bool:
        try:
            return self.root.is_dir()
        except OSError:
            return False

    def gone(self) -> DiskTrouble:
        template = QT_TRANSLATE_NOOP(
            "storage",
            "The library folder “{path}” isn't there. Connect its drive, or choose another folder in the settings. "
            "Finished videos wait on this computer.",
        )
        return DiskTrouble("library-gone", Sentence(template, {"path": str(self.root)}))

    def relative(self, path: Path) -> str:
        return path.relative_to(self.root).as_posix()

    def files(self, suffix: str) -> Iterator[Path]:
        """Yield every file with this suffix, sorted. Inputs, the trash, and hidden files and folders are left out. Raises
        OSError.

        Names that can't be printed (bytes of another encoding) are left out, too: the program never writes such names.
        """
        return (self.root / rel for rel in self.rels(suffix))

    def rels(self, suffix: str) -> Iterator[str]:
        """Yield the same as `files`, as paths inside the library with slashes."""
        return self._walk("", suffix)

    def _walk(self, inside: str, suffix: str) -> Iterator[str]:
        try:
            entries = self.entries(inside)
        except (PermissionError, FileNotFoundError, NotADirectoryError):
            if inside:  # one that we may not read, or that was removed just now
                return
            raise
        for entry in entries:
            rel = f"{inside}/{entry.name}" if inside else entry.name
            if entry.is_dir(follow_symlinks=False):
                yield from self._walk(rel, suffix)
            elif entry.name.casefold().endswith(suffix) and is_file(entry):
                yield rel

    def entries(self, inside: str) -> list[os.DirEntry[str]]:
        """Return the sorted entries of a folder of the library (empty for the library itself), without those that are never
        looked at. Raises OSError.
        """
        with os.scandir(f"{self.root}/{inside}") as entries:
            ordered = sorted(entries, key=lambda entry: entry.name)
        return [entry for entry in ordered if not _hidden(entry.name, top=not inside)]

    def leftovers(self) -> Iterator[Path]:
        """Yield the hidden part files that a crash left behind. Raises OSError."""
        for folder, names, file_names in os.walk(self.root):
            names[:] = [name for name in names if not name.startswith(".")]
            for name in file_names:
                if name.startswith(".") and name.endswith((PART_SUFFIX, f"{PART_SUFFIX}.new")):
                    yield Path(folder) / name

    def read_record(self, record_path: Path) -> FoundRecord | BadRecord | None:
        """Read one record; None for a JSON file that isn't one of ours."""
        try:
            document = read_document(str(record_path))
            if document is None:
                return None
            video_path = record_path.with_name(file_name_from_record(document))
        except (BadInput, DiskTrouble) as error:
            return BadRecord(record_path=record_path, error=error)
        return self.found(video_path, document, record_path)

    def found(self, video_path: Path, document: Document, record_path: Path | None = None) -> FoundRecord:
        """Return `document` as a record that was read. Its path is beside the video unless `record_path` is given."""
        return FoundRecord(
            record_path=record_path or video_path.with_suffix(RECORD_SUFFIX),
            video_path=video_path,
            video_rel=self.relative(video_path),
            document=document,
        )


def is_file(entry: os.DirEntry[str]) -> bool:
    """Whether the entry is a file or a link to one. For a link that leads to itself, the system raises an error."""
    try:
        return entry.is_file()
    except OSError:
        return False


def _hidden(name: str, *, top: bool) -> bool:
    return name.startswith(".") or not name.isprintable() or (top and name == INPUTS_NAME)


def _content(path: str) -> bytes:
    """Return the content of a file. A file that is too long comes cut off, so it is no valid JSON. Raises OSError."""
    descriptor = regular_descriptor(path, os.O_RDONLY)  # a file object would double the time
    try:
        size = min(os.fstat(descriptor).st_size, RECORD_MOST_BYTES)
        data = os.read(descriptor, size + 1)
        while len(data) < size and (more := os.read(descriptor, size + 1 - len(data))):
            data += more
        return data
    finally:
        os.close(descriptor)


def read_document(path: str) -> Document | None:
    """Read one record's document; None for a JSON file that isn't one of ours. Raises BadInput, DiskTrouble.

    `path` is text, because with pathlib's objects 100,000 records take twice as long.
    """
    try:
        data = _content(path)
    except OSError as error:
        raise os_errors.disk_trouble(error, Path(path)) from error
    try:
        document = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise damaged("JSON") from error
    schema = document.get("schema") if isinstance(document, dict) else None
    return document if isinstance(schema, str) and schema.startswith("vidu-desktop/") else None
