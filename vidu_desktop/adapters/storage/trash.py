"""The library's own trash: a clip's video and record, moved under `.trash/<clip id>/` with their folders kept, so that
undo puts them back exactly. A repeat after a crash finishes what was begun.
"""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from vidu_desktop.adapters.storage.files import Files
from vidu_desktop.adapters.storage.folder import RECORD_SUFFIX, FoundRecord, LibraryFolder
from vidu_desktop.domain.clip import Clip
from vidu_desktop.domain.naming import short_id


@dataclass(frozen=True, slots=True, kw_only=True)
class TrashedClip:
    """A clip in the trash, with its file's place there. `trashed_at` is when it was moved in, as the folder tells."""

    clip: Clip
    trashed_at: datetime


class Trash:
    """Moves files; all methods raise OSError. For the library's own thread."""

    def __init__(self, folder: LibraryFolder, files: Files) -> None:
        self._folder = folder
        self._files = files

    def put(self, clip_id: str, video_path: Path) -> None:
        """Move a clip in: the record last, so that a kill between leaves a record that says what is missing."""
        for path in (video_path, video_path.with_suffix(RECORD_SUFFIX)):
            if path.exists():
                self._move(path, self._place_of(clip_id) / path.relative_to(self._folder.root))

    def take_back(self, clip_id: str) -> Path | None:
        """Move a clip out again; give its record's path, None when the trash doesn't have it."""
        place = self._place_of(clip_id)
        record_path: Path | None = None
        for path in sorted(_files_in(place), key=lambda path: path.suffix == RECORD_SUFFIX):
            target = self._folder.root / path.relative_to(place)
            self._move(path, target)
            if target.suffix == RECORD_SUFFIX:
                record_path = target
        if place.is_dir():
            self._remove_empty(place)
        return record_path

    def contents(self) -> Iterator[tuple[FoundRecord, datetime]]:
        """Give the records in the trash, and when each was moved in."""
        for path in sorted(_files_in(self._folder.trash_dir)):
            found = self._folder.read_record(path) if path.suffix == RECORD_SUFFIX else None
            if isinstance(found, FoundRecord):
                # Moving a file changes its folder, not the file.
                yield found, datetime.fromtimestamp(path.parent.stat().st_mtime, UTC)

    def delete(self, clip_id: str) -> bool:
        """Delete a clip in the trash for good: its video first, so that a kill leaves a record that can be deleted
        again. False when the trash doesn't have it.
        """
        place = self._place_of(clip_id)
        if not place.is_dir():
            return False
        for path in sorted(_files_in(place), key=lambda path: path.suffix == RECORD_SUFFIX):
            self._files.remove(path)
        shutil.rmtree(place)
        self._files.sync_dir(place.parent)
        return True

    def _place_of(self, clip_id: str) -> Path:
        return self._folder.trash_dir / short_id(clip_id)

    def _move(self, source: Path, target: Path) -> None:
        self._files.make_dirs(target.parent)
        self._files.place(source, target)
        self._files.sync_dir(target.parent)
        self._files.sync_dir(source.parent)

    def _remove_empty(self, place: Path) -> None:
        for path in sorted(place.rglob("*"), reverse=True):
            path.rmdir()
        place.rmdir()


def _files_in(place: Path) -> Iterator[Path]:
    return (path for path in place.rglob("*") if path.is_file()) if place.is_dir() else iter(())
