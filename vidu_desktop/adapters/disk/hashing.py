"""SHA-256 of files on the disk."""

import errno
import hashlib
import os
from pathlib import Path
from typing import BinaryIO

from vidu_desktop.adapters.disk.reading import open_regular

_BLOCK_BYTES = 1 << 20


def sha256_of(path: Path, most_bytes: int | None = None) -> str:
    """Return the hash of a file. Reads only as many bytes as the file had when it was opened, so a file that keeps growing
    ends, too. Raises OSError, also for anything but a regular file, and for a file of more than `most_bytes`.
    """
    digest = hashlib.sha256()
    with open_regular(path) as file:
        left = os.fstat(file.fileno()).st_size
        if most_bytes is not None and left > most_bytes:
            raise OSError(errno.EFBIG, os.strerror(errno.EFBIG))
        while left > 0 and (content := file.read(min(_BLOCK_BYTES, left))):
            digest.update(content)
            left -= len(content)
    return digest.hexdigest()


def sha256_from_here(file: BinaryIO) -> str:
    """Return the hash of the bytes from the current position to the end."""
    digest = hashlib.sha256()
    while content := file.read(_BLOCK_BYTES):
        digest.update(content)
    return digest.hexdigest()
