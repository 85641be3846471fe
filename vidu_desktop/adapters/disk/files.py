"""Durable steps on the disk: write beside, sync, rename, sync the folder. Each method is one step. A step may fail, or be the
last one before a power cut. Tests replace this class by one that fails at the k-th step.
"""

import errno
import os
from contextlib import suppress
from pathlib import Path

from vidu_desktop.adapters.disk.placing import create_own_file, part_name, rename_over
from vidu_desktop.adapters.disk.reading import open_regular
from vidu_desktop.adapters.disk.sync import make_folder, sync_file, sync_folder, sync_path

_BLOCK_BYTES = 1 << 20

# What systems answer where a file system has no hard links (FAT, exFAT, many shares, Android).
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
        """Make a folder and its missing parents, each synced into its own parent."""
        make_folder(path, self.sync_dir)

    def copy(self, source: Path, target: Path) -> None:
        """Copy the content to `target`, replacing what was there. Copies only as many bytes as `source` had when it was
        opened. Not synced yet.
        """
        with open_regular(source) as file, create_own_file(target) as copy:
            left = os.fstat(file.fileno()).st_size
            while left > 0 and (content := file.read(min(_BLOCK_BYTES, left))):
                copy.write(content)
                left -= len(content)

    def write(self, path: Path, data: bytes) -> None:
        """Write the file and sync it, replacing what was there."""
        with create_own_file(path) as file:
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
        """Rename `source` to `target`, replacing a file that is there."""
        rename_over(source, target)

    def rename_no_replace(self, source: Path, target: Path) -> None:
        """Rename within one file system without replacing anything: raises FileExistsError where `target` exists."""
        if os.name == "nt":
            source.rename(target)  # refuses by itself
            return
        try:
            os.link(source, target, follow_symlinks=False)
        except OSError as error:
            if error.errno not in _NO_LINKS:
                raise
            # Without hard links, an empty file takes the name first and is then replaced. A crash between
            # these two steps leaves an empty file under a name that only this job uses; the next try sees
            # that it is no video.
            os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o644))
            source.replace(target)
            return
        source.unlink()

    def remove(self, path: Path) -> None:
        """Remove a file if it is there."""
        path.unlink(missing_ok=True)


def write_bytes_atomically(files: Files, path: Path, data: bytes) -> None:
    """Write a small file so that it is complete at every moment, with either the old or the new content. Raises OSError."""
    part = path.with_name(part_name(".", path.name, f".{os.urandom(4).hex()}.part"))
    try:
        files.write(part, data)
        files.replace(part, path)
    except OSError:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise
    files.sync_dir(path.parent)


def remove_left_parts(path: Path) -> None:
    """Remove what a killed `write_bytes_atomically` left beside a file. Only to be called where nobody else can be writing the file."""
    for part in path.parent.glob(f".{path.name}.*.part"):
        with suppress(OSError):
            part.unlink(missing_ok=True)


def copy_atomically(files: Files, source: Path, part: Path, target: Path, *, replaces: bool = False) -> None:
    """Copy a file to `target`, completely or not at all: first into `part` beside it, then synced and renamed. Raises
    OSError.

    A file that is already there stays (FileExistsError), unless `replaces` is set.
    """
    try:
        files.copy(source, part)
        files.sync(part)
        if replaces:
            files.replace(part, target)
        else:
            files.rename_no_replace(part, target)
    except OSError:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise
    files.sync_dir(target.parent)
