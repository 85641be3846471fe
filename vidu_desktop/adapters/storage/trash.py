"""The library's own trash: a clip's video and record, moved under `.trash/<clip id>/` with their folders kept, so that
undo puts them back exactly. A repeat after a crash finishes what was begun.
"""

from collections.abc import Iterator
from pathlib import Path

from vidu_desktop.adapters.storage.files import Files
from vidu_desktop.adapters.storage.folder import RECORD_SUFFIX, LibraryFolder
from vidu_desktop.domain.naming import short_id


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
        for path in sorted(self._files_in(place), key=lambda path: path.suffix == RECORD_SUFFIX):
            target = self._folder.root / path.relative_to(place)
            self._move(path, target)
            if target.suffix == RECORD_SUFFIX:
                record_path = target
        if place.is_dir():
            self._remove_empty(place)
        return record_path

    def _place_of(self, clip_id: str) -> Path:
        return self._folder.trash_dir / short_id(clip_id)

    def _files_in(self, place: Path) -> Iterator[Path]:
        return (path for path in place.rglob("*") if path.is_file()) if place.is_dir() else iter(())

    def _move(self, source: Path, target: Path) -> None:
        self._files.make_dirs(target.parent)
        self._files.place(source, target)
        self._files.sync_dir(target.parent)
        self._files.sync_dir(source.parent)

    def _remove_empty(self, place: Path) -> None:
        for path in sorted(place.rglob("*"), reverse=True):
            path.rmdir()
        place.rmdir()
