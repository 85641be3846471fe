"""Puts a written file in the place that a person or a record names."""

import errno
import hashlib
import os
import stat
from pathlib import Path

_NAME_MOST_BYTES = 255
"""Of the file systems in use (NAME_MAX of Linux; NTFS and APFS count characters, which are fewer)."""


def name_beside(prefix: str, name: str, ending: str = "") -> str:
    """Return the name of what is written beside a file of this name, always the same one: a kill's leftover is found
    again. A name that is nearly as long as names may be leaves no room around it, so a digest stands for it.
    """
    whole = f"{prefix}{name}{ending}"
    if len(os.fsencode(whole)) <= _NAME_MOST_BYTES:
        return whole
    return f"{prefix}{hashlib.sha256(os.fsencode(name)).hexdigest()[:16]}{ending}"


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
