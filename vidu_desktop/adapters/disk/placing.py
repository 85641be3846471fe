"""Puts a written file in the place that a person or a record names."""

import errno
import os
import stat
from pathlib import Path


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
