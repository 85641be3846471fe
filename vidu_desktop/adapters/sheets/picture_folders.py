"""The pictures below some folders, listed once for all rows of a sheet. Blocks: for a thread."""

import os
from collections.abc import Iterable, Sequence

from vidu_desktop.domain.pictures import PICTURE_SUFFIXES

FILES_MOST = 200_000
"""A sheet on the desktop or at a drive's root must not list the whole drive."""
_DEPTH_MOST = 12


def pictures_below(folders: Sequence[str]) -> list[str]:
    """Return the files that may be pictures in these folders and below, each once, in a stable order. Links to folders
    aren't followed; what can't be read is passed over.
    """
    found: dict[str, None] = {}
    seen = 0
    for top in folders:
        base = top.count(os.sep)
        for folder, below, names in os.walk(top):
            below[:] = sorted(name for name in below if not name.startswith("."))
            if folder.count(os.sep) - base >= _DEPTH_MOST:
                below[:] = []
            seen += len(names)
            for name in sorted(names):
                if name.casefold().endswith(PICTURE_SUFFIXES) and not name.startswith("."):
                    found[os.path.realpath(os.path.join(folder, name))] = None  # noqa: PTH118 - 20,000 of them
            if seen > FILES_MOST:
                return list(found)
    return list(found)


def which_are_files(paths: Iterable[str]) -> dict[str, bool]:
    """Return of each path whether a file is there."""
    return {path: os.path.isfile(path) for path in dict.fromkeys(paths)}  # noqa: PTH113 - thousands of them
