"""SHA-256 of what lies on the disk."""

import hashlib
from pathlib import Path
from typing import BinaryIO

from vidu_desktop.adapters.disk.reading import open_regular

_BLOCK_BYTES = 1 << 20


def sha256_of(path: Path) -> str:
    """Hash a whole file. Raises OSError, also for what isn't a regular file."""
    with open_regular(path) as file:
        return sha256_from_here(file)


def sha256_from_here(file: BinaryIO) -> str:
    """Hash from the present position to the end."""
    digest = hashlib.sha256()
    while content := file.read(_BLOCK_BYTES):
        digest.update(content)
    return digest.hexdigest()
