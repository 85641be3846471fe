"""Opens files that others may have put there: only regular files, and without ever waiting for the other end of a pipe."""

import errno
import os
import stat
from typing import BinaryIO


def open_regular(path: str | os.PathLike[str]) -> BinaryIO:
    """Open a regular file for reading. Raises OSError like `regular_descriptor`."""
    return os.fdopen(regular_descriptor(path, os.O_RDONLY), "rb")


def read_regular(path: str | os.PathLike[str], most_bytes: int) -> bytes:
    """Return the content of a small regular file, at most its first `most_bytes`. Raises OSError like `regular_descriptor`."""
    with open_regular(path) as file:
        return file.read(most_bytes)


def regular_descriptor(path: str | os.PathLike[str], flags: int, mode: int = 0o600) -> int:
    """Return a descriptor to a regular file, like `os.open`. Raises OSError: IsADirectoryError for a folder, EINVAL or ENXIO
    for anything else that isn't a regular file.
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
