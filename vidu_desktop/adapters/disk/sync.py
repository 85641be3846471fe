"""Syncing files and folders, where the file system can.

Network shares, shared folders of virtual machines and many FUSE mounts refuse to sync a folder, some also a file:
they have no such call. That is ignored: what was written is there, and asking again would change nothing. Any other
error (a broken disk, no room, a drive that is gone) means that it isn't there.
"""

import errno
import os
from collections.abc import Callable
from pathlib import Path

from vidu_desktop.adapters.disk.reading import regular_descriptor

_NO_SUCH_CALL = frozenset({errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.ENOTTY})
"""VirtualBox and older SMB (EINVAL), FUSE without the call (ENOSYS), SMB on macOS (ENOTTY)."""

_NOT_FOR_FOLDERS = _NO_SUCH_CALL | {errno.EBADF, errno.EISDIR, errno.EACCES, errno.EPERM}
"""Also systems that sync only what is open for writing, and folders that may be written to but not read."""


def sync_file(descriptor: int) -> None:
    """Sync an open file. Raises OSError; then it must be written again, not only synced again."""
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _NO_SUCH_CALL:
            raise


def sync_path(path: Path) -> None:
    """`sync_file` for a closed file."""
    descriptor = regular_descriptor(path, os.O_RDWR)
    try:
        sync_file(descriptor)
    finally:
        os.close(descriptor)


def sync_folder(folder: Path) -> None:
    """Sync the names in a folder. Raises OSError; Windows needs no such thing and can't open folders."""
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
    """Make a folder and those above it, each synced into the one above by `sync`. Raises OSError."""
    if folder.is_dir():
        return
    make_folder(folder.parent, sync)
    folder.mkdir(exist_ok=True)
    sync(folder.parent)
