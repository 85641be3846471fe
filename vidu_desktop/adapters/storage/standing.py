"""Whether the library's folder can take videos now. Asked at leisure, in a thread: a share may take its time."""

import os
from enum import StrEnum
from pathlib import Path


class LibraryStanding(StrEnum):
    """What can be done with the folder."""

    THERE = "there"
    """Also a folder that is yet to be made."""
    READ_ONLY = "read-only"
    GONE = "gone"
    """It was there before: its drive isn't connected, or somebody moved it."""


def standing_of(root: Path, *, known: bool) -> LibraryStanding:
    """Look at the folder; `known` says that there were videos in it before."""
    try:
        if root.is_dir():
            return LibraryStanding.THERE if os.access(root, os.W_OK) else LibraryStanding.READ_ONLY
    except OSError:
        return LibraryStanding.GONE
    return LibraryStanding.GONE if known else LibraryStanding.THERE
