"""Puts files in their places: over a file that a person or a record names, or into the program's own places. There, something
that is neither file nor folder is removed or set aside, and a pipe is never waited for.
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
_NAME_MOST_BYTES = 255
"""The limit of the file systems in use: NAME_MAX of Linux. NTFS and APFS count characters, which are never more than the
bytes.
"""


def part_name(prefix: str, name: str, ending: str = "") -> str:
    """Return the name of a file that is written beside the file `name`. It is always the same, so that a killed program's
    leftover is found again. Where `name` is too long to get a prefix and an ending, its digest stands for it.
    """
    whole = f"{prefix}{name}{ending}"
    if len(os.fsencode(whole)) <= _NAME_MOST_BYTES:
        return whole
    import hashlib  # costs the first paint 3 ms, and hardly any file needs it

    return f"{prefix}{hashlib.sha256(os.fsencode(name)).hexdigest()[:16]}{ending}"


def can_be_created(target: Path) -> bool:
    """Whether a new file may get this name, as far as can be seen beforehand: its folder can be written to, and the name
    isn't too long. Never raises.
    """
    folder = os.path.dirname(os.path.abspath(target))  # noqa: PTH100, PTH120 - pathlib raises for forbidden folders
    return os.access(folder, os.W_OK | os.X_OK) and len(os.fsencode(target.name)) <= _NAME_MOST_BYTES


def rename_over(part: Path, target: Path) -> None:
    """Rename `part` over `target`. Raises OSError; then both are as they were. FileExistsError is for a pipe, a socket, a
    device, or a link to one: the rename would take it away from everybody (for root even `/dev/null`).
    """
    try:
        mode = target.stat().st_mode
    except OSError:
        mode = 0  # nothing is there, or a link to nothing
    if mode and not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target))
    part.replace(target)


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
