"""SHA-256 of what lies on the disk."""

import errno
import hashlib
import os
from pathlib import Path
from typing import BinaryIO

from vidu_desktop.adapters.disk.reading import open_regular

_BLOCK_BYTES = 1 << 20


def sha256_of(path: Path, most_bytes: int | None = None) -> str:
    """Hash a file as long as it was when it was opened: one that keeps growing ends, too. Raises OSError, also for what
    isn't a regular file, and for one with more than `most_bytes`.
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
    """Hash from the present position to the end."""
    digest = hashlib.sha256()
    while content := file.read(_BLOCK_BYTES):
        digest.update(content)
    return digest.hexdigest()
