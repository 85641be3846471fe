"""Files and folders in the program's own places. Something that is neither is removed or set aside there, and a pipe is never
waited for.
"""

import errno
import logging
import os
import stat
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from vidu_desktop.adapters.disk.reading import regular_descriptor
from vidu_desktop.adapters.disk.sync import make_folder

_log = logging.getLogger(__name__)


def own_file_descriptor(path: Path, flags: int, mode: int = 0o600) -> int:
    """Return a descriptor for writing to a file of the program's own, like `regular_descriptor`. A pipe, a socket, a device,
    a link to one of these, or a link to itself is deleted first. Raises OSError, also for a folder.
    """
    try:
        found = path.stat().st_mode
        gives_way = not (stat.S_ISREG(found) or stat.S_ISDIR(found))
    except OSError as error:
        gives_way = error.errno == errno.ELOOP
    if gives_way:
        path.unlink()
    return regular_descriptor(path, flags, mode)


def create_own_file(path: Path, mode: int = 0o666) -> BinaryIO:
    """Open a file of the program's own for writing and reading, emptied. Raises OSError like `own_file_descriptor`."""
    return os.fdopen(own_file_descriptor(path, os.O_RDWR | os.O_CREAT | os.O_TRUNC, mode), "w+b")


def set_aside_non_file(path: Path) -> Path | None:
    """Rename what is in the place of a file of the program's own but isn't a file: a folder, a pipe, a link to nothing.
    Return its new path, or None where a file or nothing is there. Raises OSError.
    """
    if not _is_no_file(path):
        return None
    aside = path.with_name(f"{path.name}.no-file-{stamp_now()}")
    path.rename(aside)
    _log.error("%s is no file; set aside as %s", path.name, aside.name)
    return aside


def make_own_folder(folder: Path) -> None:
    """Make a folder of the program's own and its missing parents. Something in its place that isn't a folder is set aside.
    Raises OSError.
    """
    if not folder.is_dir() and os.path.lexists(folder):
        aside = folder.with_name(f"{folder.name}.no-folder-{stamp_now()}")
        folder.rename(aside)
        _log.error("%s is no folder; set aside as %s", folder.name, aside.name)
    make_folder(folder)


def stamp_now() -> str:
    """Return the time now, for the name of a file that is set aside."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H-%M-%S-%f")


def _is_no_file(path: Path) -> bool:
    """Whether something that isn't a file is at `path`. Uses a single look, so that a file which another program makes in
    this moment counts as a file.
    """
    try:
        mode = path.lstat().st_mode
        if stat.S_ISLNK(mode):
            mode = path.stat().st_mode
    except OSError:  # a link to nothing or to itself; or nothing is there
        return path.is_symlink()
    return not stat.S_ISREG(mode)
