"""Syncs files and folders where the file system can.

Network shares, shared folders of virtual machines and many FUSE mounts refuse to sync a folder, and some refuse to sync a
file, because they have no such call. That error is ignored: the data was written, and another try would change nothing. Any
other error (a broken disk, no room, a missing drive) means that the data isn't on the disk.
"""

import errno
import os
from collections.abc import Callable
from pathlib import Path

from vidu_desktop.adapters.disk.reading import regular_descriptor

_NO_SUCH_CALL = frozenset({errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.ENOTTY})
"""The answers of VirtualBox and older SMB (EINVAL), of FUSE without the call (ENOSYS), of SMB on macOS (ENOTTY)."""

_NOT_FOR_FOLDERS = _NO_SUCH_CALL | {errno.EBADF, errno.EISDIR, errno.EACCES, errno.EPERM}
"""In addition, the answers of systems that only sync what is open for writing, and of folders that may be written but not
read.
"""


def sync_file(descriptor: int) -> None:
    """Sync an open file. Raises OSError; then the file must be written again, because a second sync proves nothing."""
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _NO_SUCH_CALL:
            raise


def sync_path(path: Path) -> None:
    """Sync a closed file; see `sync_file`. Raises OSError."""
    descriptor = regular_descriptor(path, os.O_RDWR)
    try:
        sync_file(descriptor)
    finally:
        os.close(descriptor)


def sync_folder(folder: Path) -> None:
    """Sync the names in a folder. Raises OSError. Does nothing on Windows, which doesn't need it and can't open folders."""
    if os.name == "nt":
        return
    try:
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
    except OSError as error:
        if error.errno not in _NOT_FOR_FOLDERS:
            raise


def make_folder(folder: Path, sync: Callable[[Path], None] = sync_folder) -> None:
    """Make a folder and its missing parents; `sync` syncs each into its own parent. Raises OSError."""
    if folder.is_dir():
        return
    make_folder(folder.parent, sync)
    folder.mkdir(exist_ok=True)
    sync(folder.parent)
