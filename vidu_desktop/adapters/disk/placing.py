"""Puts files in their places: over what a person or a record names, and into the program's own, where what is no file or
folder gives way and nothing waits for it.
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
"""Of the file systems in use (NAME_MAX of Linux; NTFS and APFS count characters, which are fewer)."""


def name_beside(prefix: str, name: str, ending: str = "") -> str:
    """Return the name of what is written beside a file of this name, always the same one: a kill's leftover is found
    again. A name that is nearly as long as names may be leaves no room around it, so a digest stands for it.
    """
    whole = f"{prefix}{name}{ending}"
    if len(os.fsencode(whole)) <= _NAME_MOST_BYTES:
        return whole
    import hashlib  # 3 ms of the first paint, for a name that hardly any file has

    return f"{prefix}{hashlib.sha256(os.fsencode(name)).hexdigest()[:16]}{ending}"


def can_be_placed(target: Path) -> bool:
    """Whether a new file may get this name, as far as that can be seen before: its folder may be written to, and the name
    isn't too long. Never raises.
    """
    folder = os.path.dirname(os.path.abspath(target))  # noqa: PTH100, PTH120 - pathlib raises where one may not look
    return os.access(folder, os.W_OK | os.X_OK) and len(os.fsencode(target.name)) <= _NAME_MOST_BYTES


def rename_over(part: Path, target: Path) -> None:
    """Rename `part` over `target`. Raises OSError, then both are as they were: FileExistsError for a pipe, a socket, a
    device, or a link to one, which the rename would take away from everybody (as root also `/dev/null`).
    """
    try:
        mode = target.stat().st_mode
    except OSError:
        mode = 0  # nothing there, or a link that leads nowhere
    if mode and not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target))
    part.replace(target)


def own_descriptor(path: Path, flags: int, mode: int = 0o600) -> int:
    """Return a descriptor as `regular_descriptor` does, to write to a file of the program's own: a pipe, a socket, a
    device, a link to one, or a link that leads to itself is deleted. Raises OSError, also for a folder.
    """
    try:
        found = path.stat().st_mode
        gives_way = not (stat.S_ISREG(found) or stat.S_ISDIR(found))
    except OSError as error:
        gives_way = error.errno == errno.ELOOP
    if gives_way:
        path.unlink()
    return regular_descriptor(path, flags, mode)


def written_anew(path: Path, mode: int = 0o666) -> BinaryIO:
    """Open a file of the program's own to write and read, empty. Raises OSError as `own_descriptor`."""
    return os.fdopen(own_descriptor(path, os.O_RDWR | os.O_CREAT | os.O_TRUNC, mode), "w+b")


def put_aside_no_file(path: Path) -> Path | None:
    """Rename what lies in the place of a file of our own and is none: a folder, a pipe, a link to nothing. Return its place
    then; None where a file is there, or nothing. Raises OSError.
    """
    if not _is_no_file(path):
        return None
    aside = path.with_name(f"{path.name}.no-file-{stamp_now()}")
    path.rename(aside)
    _log.error("%s is no file; set aside as %s", path.name, aside.name)
    return aside


def make_own_folder(folder: Path) -> None:
    """Make a folder of the program's own and those above it; what lies in its place and is none is set aside. Raises
    OSError.
    """
    if not folder.is_dir() and os.path.lexists(folder):
        aside = folder.with_name(f"{folder.name}.no-folder-{stamp_now()}")
        folder.rename(aside)
        _log.error("%s is no folder; set aside as %s", folder.name, aside.name)
    make_folder(folder)


def stamp_now() -> str:
    """Return the time for the name of what is put aside."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H-%M-%S-%f")


def _is_no_file(path: Path) -> bool:
    """Whether something lies there that is no file. Looked at once: one that another program makes just now is a file."""
    try:
        mode = path.lstat().st_mode
        if stat.S_ISLNK(mode):
            mode = path.stat().st_mode
    except OSError:  # a link to nothing, or in a circle; or there is nothing
        return path.is_symlink()
    return not stat.S_ISREG(mode)
