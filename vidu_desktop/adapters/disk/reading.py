"""Opening files that others may have put there: only regular ones, and never waiting for a pipe's other end."""

import errno
import os
import stat
from typing import BinaryIO


def open_regular(path: str | os.PathLike[str]) -> BinaryIO:
    """Open for reading. Raises OSError as `regular_descriptor`."""
    return os.fdopen(regular_descriptor(path, os.O_RDONLY), "rb")


def read_regular(path: str | os.PathLike[str], most_bytes: int) -> bytes:
    """Read a small regular file, at most so many bytes of it. Raises OSError as `regular_descriptor`."""
    with open_regular(path) as file:
        return file.read(most_bytes)


def regular_descriptor(path: str | os.PathLike[str], flags: int, mode: int = 0o600) -> int:
    """Return a descriptor to a file, as `os.open`. Raises OSError; IsADirectoryError for a folder, and EINVAL or ENXIO for
    whatever else isn't a regular file.
    """
    flags |= getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
    descriptor = os.open(path, flags, mode)
    try:
        found = os.fstat(descriptor).st_mode
        if stat.S_ISDIR(found):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        if not stat.S_ISREG(found):
            raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))
    except BaseException:
        os.close(descriptor)
        raise
    return descriptor
