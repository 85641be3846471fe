"""The free room on the disk, and the ballast: a reserve that is given up for the journal when the disk is full."""

import errno
import logging
import os
import shutil
import sys
import threading
from contextlib import suppress
from pathlib import Path

from vidu_desktop.adapters.disk.os_errors import disk_trouble, too_large
from vidu_desktop.adapters.disk.own_files import create_own_file
from vidu_desktop.errors import Sentence

if sys.platform == "win32":
    resource = None
else:
    import resource

FILE_BYTES = 64_000_000
"""How large a file has to be allowed to become: a video, and the journal."""
BALLAST_BYTES = 4_000_000
"""Enough for some thousand writes of the journal."""
_UNKNOWN_BYTES = 1_000_000_000_000
"""What counts as free where a file system can't say: a video that doesn't fit after all waits beside the journal."""
_NO_SUCH_CALL = frozenset({errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EINVAL})

_log = logging.getLogger(__name__)


class SystemDisk:
    """The free room where the program writes; implements the engine's `Disk`.

    A folder that was never made counts with the disk on which it will be made. A folder that was here and is gone has no
    room, because its drive isn't connected; neither has one in whose place is something else. Where the system limits the
    size of files to less than a video's, there is none either.
    """

    def __init__(self, data_dir: Path, library_dir: Path) -> None:
        self._dirs = (data_dir, library_dir)
        self._seen: set[Path] = set()
        self.why_none: Sentence | None = None
        """Why the last `free_bytes` was 0; None when there is room, or when the disk is simply full."""

    async def look(self) -> None:
        """Learn what was here in earlier runs; nothing is known of them here."""

    def free_bytes(self) -> int:
        """Return the smaller of the room for the journal and the room for videos."""
        self.why_none = None
        limit_bytes = file_limit_bytes()
        if limit_bytes is not None and limit_bytes < FILE_BYTES:
            self.why_none = too_large(self._dirs[-1]).sentence
            return 0
        return min(self._free_in(path) for path in self._dirs)

    def _free_in(self, path: Path) -> int:
        try:
            if path.is_dir():
                self._seen.add(path)
                return _free_at(path)
            if path in self._seen:
                raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))
            if os.path.lexists(path):
                path.stat()
                raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR))
            return self._free_above(path)
        except OSError as error:
            self.why_none = disk_trouble(error, path).sentence
            return 0

    def _free_above(self, path: Path) -> int:
        above = next(parent for parent in path.parents if parent.is_dir())
        return _free_at(above)


def _free_at(folder: Path) -> int:
    try:
        room = shutil.disk_usage(folder)
    except OSError as error:
        if error.errno in _NO_SUCH_CALL:
            return _UNKNOWN_BYTES
        raise
    return room.free if room.total else _UNKNOWN_BYTES


def file_limit_bytes() -> int | None:
    """Return how large this process may let a file become; None where the system sets no limit."""
    if resource is None:
        return None
    limit_bytes, _ = resource.getrlimit(resource.RLIMIT_FSIZE)
    return None if limit_bytes == resource.RLIM_INFINITY else limit_bytes


class Ballast:
    """A few megabytes kept in reserve. Deleting them lets the journal write what would be lost on a full disk."""

    def __init__(self, path: Path, size_bytes: int = BALLAST_BYTES) -> None:
        self._path = path
        self._size_bytes = size_bytes
        self._turn = threading.Lock()

    @property
    def held(self) -> bool:
        """Whether the whole reserve is there."""
        try:
            return self._path.stat().st_size == self._size_bytes
        except OSError:
            return False

    def hold(self) -> bool:
        """Write the reserve unless it is there, with content that can't be compressed. Return False when there isn't room for
        it.
        """
        with self._turn:
            try:
                if self.held:
                    return True
                self._write()
            except OSError as error:
                _log.warning("no room for the ballast: %s", error.strerror)
                with suppress(OSError):
                    self._path.unlink(missing_ok=True)
                return False
            return True

    def release(self) -> bool:
        """Delete the reserve. Return whether that made room."""
        with self._turn:
            try:
                self._path.unlink()
            except OSError:
                return False
            _log.warning("the disk is full: the ballast is given up for the journal")
            return True

    def _write(self) -> None:
        self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        block = os.urandom(1_000_000)  # zeros would take no room on file systems that compress
        with create_own_file(self._path, 0o600) as file:
            left = self._size_bytes
            while left > 0:
                left -= file.write(block[:left])
