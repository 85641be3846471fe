"""Steps on the disk that last: beside, synced, renamed, folder synced. Each method is one step that may fail or be
the last before a power cut; a test replaces this class by one that fails at the k-th.
"""

import errno
import hashlib
import os
import shutil
import uuid
from contextlib import suppress
from pathlib import Path

from vidu_desktop.adapters.regular_files import open_regular

HASH_BLOCK_BYTES = 1 << 20

# What systems answer when a file system has no hard links (FAT, exFAT, many shares, Android).
_NO_LINKS = frozenset(
    {errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK, errno.EACCES}
)


class Files:
    """All methods raise OSError."""

    def make_dirs(self, path: Path) -> None:
        """Make a folder and those above it, each synced into the one above."""
        if path.is_dir():
            return
        self.make_dirs(path.parent)
        with suppress(FileExistsError):
            path.mkdir()
        self.sync_dir(path.parent)

    def copy(self, source: Path, target: Path) -> None:
        """Copy the content over whatever `target` was; not synced yet."""
        with open_regular(source) as file, target.open("wb") as copy:
            shutil.copyfileobj(file, copy, HASH_BLOCK_BYTES)

    def write(self, path: Path, data: bytes) -> None:
        """Write a file anew, synced, over whatever it was."""
        with path.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())

    def sync(self, path: Path) -> None:
        descriptor = os.open(path, os.O_RDWR)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)

    def sync_dir(self, path: Path) -> None:
        """Make the names in a folder last. Windows has no such thing; some shares refuse it, and mean no harm."""
        if os.name == "nt":
            return
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        except OSError as error:
            if error.errno not in (errno.EINVAL, errno.ENOTSUP):
                raise
        finally:
            os.close(descriptor)

    def replace(self, source: Path, target: Path) -> None:
        """Rename over whatever is there."""
        source.replace(target)

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
            # two leaves an empty file under a name that is this job's alone; the repeat sees that it is no video.
            os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o644))
            source.replace(target)
            return
        source.unlink()

    def remove(self, path: Path) -> None:
        """Remove a file if it is there."""
        path.unlink(missing_ok=True)


def write_beside(files: Files, path: Path, data: bytes) -> None:
    """Write a small file so that at every moment it is whole, old or new: beside, synced, renamed, folder synced."""
    part = path.with_name(f".{path.name}.{uuid.uuid4().hex[:8]}.part")
    try:
        files.write(part, data)
        files.replace(part, path)
    except OSError:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise
    files.sync_dir(path.parent)


def sha256_of(path: Path) -> str:
    """Hash a whole file. Raises OSError, also for what isn't a regular file: a device has no end."""
    digest = hashlib.sha256()
    with open_regular(path) as file:
        while block := file.read(HASH_BLOCK_BYTES):
            digest.update(block)
    return digest.hexdigest()
