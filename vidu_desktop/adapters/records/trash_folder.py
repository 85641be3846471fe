"""The library's own trash. A clip's video and record are moved to `.trash/<clip id>/`, with their folders kept, so that undo
puts them back exactly where they were, or next to what has taken their place. A repeat after a crash finishes what was begun.
"""

import logging
import shutil
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from vidu_desktop.adapters.disk.files import Files, write_bytes_atomically
from vidu_desktop.adapters.disk.hashing import sha256_of
from vidu_desktop.adapters.records.library_layout import RECORD_SUFFIX, LibraryLayout
from vidu_desktop.domain.naming import free_stem, short_id
from vidu_desktop.domain.recipes import Document
from vidu_desktop.domain.records import record_bytes, video_from_record
from vidu_desktop.errors import BadInput
from vidu_desktop.library.ports import FoundRecord

_log = logging.getLogger(__name__)


class Trash:
    """Moves files. All methods raise OSError, and are for the library's own thread."""

    def __init__(self, folder: LibraryLayout, files: Files) -> None:
        self._folder = folder
        self._files = files

    def put(self, clip_id: str, video_path: Path) -> None:
        """Move a clip into the trash. The record is moved last, so that after a kill there is still a record that tells what
        is missing.

        There must be no other clip under the id (`has_another`).
        """
        for path in (video_path, video_path.with_suffix(RECORD_SUFFIX)):
            if path.exists():
                self._move(path, self._place_of(clip_id) / path.relative_to(self._folder.root))

    def has_another(self, clip_id: str, video_path: Path) -> bool:
        """Whether another clip is in the trash under this id. Files that a kill left while this clip was moved in don't
        count.
        """
        own = (video_path, video_path.with_suffix(RECORD_SUFFIX))
        others = [path for path in _files_in(self._place_of(clip_id)) if not _is_one_of(path, own)]
        return any(path.suffix == RECORD_SUFFIX for path in others) or (bool(others) and video_path.exists())

    def record(self, clip_id: str) -> FoundRecord | None:
        """Return the record of a clip in the trash; None where there is none that can be read."""
        for path in _files_in(self._find(clip_id)):
            found = self._folder.read_record(path) if path.suffix == RECORD_SUFFIX else None
            if isinstance(found, FoundRecord):
                return found
        return None

    def take_back(self, clip_id: str, document: Document | None = None) -> Path | None:
        """Move a clip back into the library; return its record's path, None when it isn't in the trash.

        Where its name is taken, it gets a free one. `document`, if given, becomes the content of its record.
        """
        place = self._find(clip_id)
        files = sorted(_files_in(place), key=lambda path: path.suffix == RECORD_SUFFIX)
        if files:
            stem = self._free_stem(files, self._folder.root / files[-1].parent.relative_to(place))
            self._rewrite(files[-1], stem, document)
        record_path: Path | None = None
        for path in files:
            target = self._folder.root / path.relative_to(place).with_name(f"{stem}{path.suffix}")
            self._move(path, target)
            if target.suffix == RECORD_SUFFIX:
                record_path = target
        if place.is_dir():
            self._remove_empty(place)
        return record_path

    def contents(self) -> Iterator[tuple[FoundRecord, datetime]]:
        """Yield the records in the trash, each with the time at which it was moved in."""
        for path in sorted(_files_in(self._folder.trash_dir)):
            found = self._folder.read_record(path) if path.suffix == RECORD_SUFFIX else None
            if isinstance(found, FoundRecord):
                # Moving a file changes the time of its folder, not that of the file.
                yield found, datetime.fromtimestamp(path.parent.stat().st_mtime, UTC)

    def delete(self, clip_id: str) -> bool:
        """Delete a clip in the trash for good. The video is deleted first, so that after a kill there is still a record with
        which the clip can be deleted again. Return False when the clip isn't in the trash.
        """
        place = self._find(clip_id)
        if not place.is_dir() or place.is_symlink():  # the target of a link isn't in the trash
            return False
        for path in sorted(_files_in(place), key=lambda path: path.suffix == RECORD_SUFFIX):
            self._files.remove(path)
        shutil.rmtree(place)
        self._files.sync_dir(place.parent)
        return True

    def finish_moves(self) -> None:
        """Finish what a kill interrupted between a clip's two files, on their way in or back: half of it would look like a
        missing video, and its other half like one that nobody knows. What is half deleted stays as it is, and so does what can't
        be read or moved now.
        """
        try:
            places = sorted(self._folder.trash_dir.iterdir())
        except OSError:
            return
        for place in places:
            try:
                if not place.is_symlink():
                    self._finish_move(place)
            except (BadInput, OSError) as error:
                _log.warning("a move in the trash can't be finished: %s", type(error).__name__)

    def _finish_move(self, place: Path) -> None:
        records = {path.suffix == RECORD_SUFFIX: path for path in _files_in(place)}
        video_path, record_path = records.get(False), records.get(True)
        if record_path is not None:
            found = self._folder.read_record(record_path)
            if isinstance(found, FoundRecord) and self._was_coming_back(place, found, video_path):
                self.take_back(str(found.document.get("clip_id")))
        elif video_path is not None:
            there = self._folder.root / video_path.relative_to(place)
            found = self._folder.read_record(there.with_suffix(RECORD_SUFFIX))
            if isinstance(found, FoundRecord) and (not there.exists() or there.samefile(video_path)):
                clip_id = str(found.document.get("clip_id"))
                if self._place_of(clip_id) == place:
                    self.put(clip_id, there)

    def _was_coming_back(self, place: Path, found: FoundRecord, video_path: Path | None) -> bool:
        there = self._folder.root / found.video_path.relative_to(place)
        if not there.is_file() or there.with_suffix(RECORD_SUFFIX).exists():
            return False
        if video_path is not None:
            return there.samefile(video_path)
        return sha256_of(there) == video_from_record(found.document).sha256

    def _place_of(self, clip_id: str) -> Path:
        return self._folder.trash_dir / short_id(clip_id)

    def _find(self, clip_id: str) -> Path:
        """Return the folder of a clip in the trash. It is named by another id if a kill interrupted the clip's return under a
        new id.
        """
        place = self._place_of(clip_id)
        if place.is_dir():
            return place
        for found, _ in self.contents():
            if found.document.get("clip_id") == clip_id:
                inside = found.record_path.relative_to(self._folder.trash_dir)
                return self._folder.trash_dir / inside.parts[0]
        return place

    def _free_stem(self, files: Sequence[Path], target_dir: Path) -> str:
        """Return a free name for the clip that comes back. The name in its record is tried first, because a kill may have
        left its video there.
        """
        record = self._folder.read_record(files[-1])
        stem = record.video_path.stem if isinstance(record, FoundRecord) else files[-1].stem
        if not target_dir.is_dir():
            return stem
        names = {path.name.casefold() for path in target_dir.iterdir()}
        for path in files:
            own = target_dir / f"{stem}{path.suffix}"
            if own.name.casefold() in names and own.exists() and _is_one_of(own, files):
                names.discard(own.name.casefold())
        return free_stem(stem, [path.suffix for path in files], names)

    def _rewrite(self, record_path: Path, stem: str, document: Document | None) -> None:
        """Write the name and the document with which a clip comes back into its record in the trash."""
        found = self._folder.read_record(record_path)
        if not isinstance(found, FoundRecord):
            return
        wanted = {**(document or found.document), "file": f"{stem}{found.video_path.suffix}"}
        if wanted != found.document:
            write_bytes_atomically(self._files, record_path, record_bytes(wanted))

    def _move(self, source: Path, target: Path) -> None:
        self._files.make_dirs(target.parent)
        if target.exists() and target.samefile(source):  # a kill between the two steps of placing
            self._files.remove(source)
        else:
            self._files.rename_no_replace(source, target)
        self._files.sync_dir(target.parent)
        self._files.sync_dir(source.parent)

    def _remove_empty(self, place: Path) -> None:
        for path in sorted(place.rglob("*"), reverse=True):
            if path.is_dir():
                path.rmdir()
            else:
                self._files.remove(path)  # a half-written record that a kill left
        place.rmdir()


def _files_in(place: Path) -> Iterator[Path]:
    """Yield the files below `place`, without half-written records that a kill left."""
    if place.is_dir():
        yield from (path for path in place.rglob("*") if path.is_file() and not path.name.startswith("."))


def _is_one_of(path: Path, files: Sequence[Path]) -> bool:
    """Whether `path` is the very same file as one of `files`, under whatever name."""
    return any(file.exists() and path.samefile(file) for file in files)
