"""Reads files that a person named. Every failure becomes an error that says in words what the person can do; this is the only
place for it.
"""

import errno
import os
from enum import Enum, auto
from pathlib import Path

from vidu_desktop.adapters.disk.os_errors import disk_trouble
from vidu_desktop.adapters.disk.reading import read_regular
from vidu_desktop.adapters.disk.shown_names import shown_name
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import BadInput, DiskTrouble, Sentence


class Obstacle(Enum):
    """Why `open_regular` refused."""

    MISSING = auto()  # nothing is there, or a link to nothing
    FOLDER = auto()
    NO_FILE = auto()  # a pipe, a device, a socket
    FORBIDDEN = auto()
    DISK = auto()  # anything else: another name wouldn't help


_OBSTACLES = {
    errno.ENOENT: Obstacle.MISSING,
    errno.ENOTDIR: Obstacle.MISSING,
    errno.ELOOP: Obstacle.MISSING,
    errno.ENAMETOOLONG: Obstacle.MISSING,
    errno.EISDIR: Obstacle.FOLDER,
    errno.EINVAL: Obstacle.NO_FILE,  # open_regular says so of a pipe or a device
    errno.ENXIO: Obstacle.NO_FILE,  # the system says so of a socket, and of a device without hardware
    errno.EACCES: Obstacle.FORBIDDEN,
    errno.EPERM: Obstacle.FORBIDDEN,
}


def obstacle_of(error: OSError) -> Obstacle:
    """Return why a file couldn't be opened for reading."""
    return _OBSTACLES.get(error.errno or 0, Obstacle.DISK)


def cannot_read(error: OSError, path: str | os.PathLike[str]) -> BadInput | DiskTrouble:
    """Return the error for a file that the person named: a DiskTrouble only where naming another file wouldn't help."""
    obstacle = obstacle_of(error)
    if obstacle is Obstacle.DISK:
        return disk_trouble(error, Path(path))
    code, template = _WORDS[obstacle]
    return BadInput(code, Sentence(template, {"name": shown_name(path)}))


def read_given(path: str | os.PathLike[str], most_bytes: int) -> bytes:
    """Return the content of a file that the person named. Blocks. Raises BadInput where no file can be read under that name,
    or where it has more than `most_bytes`; DiskTrouble where the disk fails.
    """
    try:
        content = read_regular(path, most_bytes + 1)
    except OSError as error:
        raise cannot_read(error, path) from error
    if len(content) > most_bytes:
        raise BadInput("file-too-large", Sentence(_TOO_LARGE, {"name": shown_name(path)}))
    return content


_WORDS = {
    Obstacle.MISSING: (
        "file-missing",
        QT_TRANSLATE_NOOP(
            "disk", "“{name}” isn't there. Perhaps it was moved, renamed or deleted; choose it again."
        ),
    ),
    Obstacle.FOLDER: (
        "file-is-folder",
        QT_TRANSLATE_NOOP("disk", "“{name}” is a folder. Choose a file."),
    ),
    Obstacle.NO_FILE: (
        "file-is-none",
        QT_TRANSLATE_NOOP("disk", "“{name}” is a device or a pipe, not a file. Choose a file."),
    ),
    Obstacle.FORBIDDEN: (
        "file-forbidden",
        QT_TRANSLATE_NOOP(
            "disk", "You may not read “{name}”. Change who may open it, or choose another file."
        ),
    ),
}
_TOO_LARGE = QT_TRANSLATE_NOOP(
    "disk", "“{name}” is larger than any file of this kind. Nothing of it was read; choose another one."
)
