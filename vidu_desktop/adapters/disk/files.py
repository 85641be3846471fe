"""Durable steps on the disk: written beside, synced, renamed, folder synced. Each method is one step that may fail or
be the last before a loss of power; a test replaces this class by one that fails at the k-th.
"""

import errno
import os
from contextlib import suppress
from pathlib import Path

from vidu_desktop.adapters.disk.placing import name_beside, rename_over, written_anew
from vidu_desktop.adapters.disk.reading import open_regular
from vidu_desktop.adapters.disk.sync import make_folder, sync_file, sync_folder, sync_path

_BLOCK_BYTES = 1 << 20

# What systems answer when a file system has no hard links (FAT, exFAT, many shares, Android).
_NO_LINKS = frozenset(
    {
        errno.EPERM,
        errno.ENOTSUP,
        errno.EOPNOTSUPP,
        errno.ENOSYS,
        errno.EMLINK,
        errno.EACCES,
        errno.EINVAL,
        errno.EXDEV,
    }
)


class Files:
    """All methods raise OSError."""

    def make_dirs(self, path: Path) -> None:
        """Make a folder and those above it, each synced into the one above."""
        make_folder(path, self.sync_dir)

    def copy(self, source: Path, target: Path) -> None:
        """Copy the content, as long as it was when it was opened, over whatever `target` was; not synced yet."""
        with open_regular(source) as file, written_anew(target) as copy:
            left = os.fstat(file.fileno()).st_size
            while left > 0 and (content := file.read(min(_BLOCK_BYTES, left))):
                copy.write(content)
                left -= len(content)

    def write(self, path: Path, data: bytes) -> None:
        """Write a file anew, synced, over whatever it was."""
        with written_anew(path) as file:
            file.write(data)
            file.flush()
            sync_file(file.fileno())

    def sync(self, path: Path) -> None:
        """Sync a file's content."""
        sync_path(path)

    def sync_dir(self, path: Path) -> None:
        """Sync the names in a folder."""
        sync_folder(path)

    def replace(self, source: Path, target: Path) -> None:
        """Rename over a file, if there is one."""
        rename_over(source, target)

    def place(self, source: Path, target: Path) -> None:
        """Rename within one file system, but never over something: raises FileExistsError."""
        if os.name == "nt":
            source.rename(target)  # refuses by itself
            return
        try:
            os.link(source, target, follow_symlinks=False)
        except OSError as error:
            if error.errno not in _NO_LINKS:
                raise
            # No hard links here: the name is taken by an empty file, which is then replaced. A crash between the
            # two leaves an empty file under a name that only this job uses; the repeat sees that it is no video.
            os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o644))
            source.replace(target)
            return
        source.unlink()

    def remove(self, path: Path) -> None:
        """Remove a file if it is there."""
        path.unlink(missing_ok=True)


def write_beside(files: Files, path: Path, data: bytes) -> None:
    """Write a small file so that it is whole at every moment, old or new: beside, synced, renamed, folder synced."""
    part = path.with_name(name_beside(".", path.name, f".{os.urandom(4).hex()}.part"))
    try:
        files.write(part, data)
        files.replace(part, path)
    except OSError:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise
    files.sync_dir(path.parent)


def remove_left_parts(path: Path) -> None:
    """Remove what a killed `write_beside` left beside a file. Only where nobody else can be writing it now."""
    for part in path.parent.glob(f".{path.name}.*.part"):
        with suppress(OSError):
            part.unlink(missing_ok=True)


def copy_in(files: Files, source: Path, part: Path, target: Path, *, replaces: bool = False) -> None:
    """Copy a file under `target`, whole or not at all: into `part` beside it, synced, placed, folder synced.

    Something that is there already stays (FileExistsError) unless the copy `replaces` it.
    """
    try:
        files.copy(source, part)
        files.sync(part)
        if replaces:
            files.replace(part, target)
        else:
            files.place(part, target)
    except OSError:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise
    files.sync_dir(target.parent)
