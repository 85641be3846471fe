"""The names of a task's files, which both the server and the renderer use."""

import os
from contextlib import suppress
from pathlib import Path
from secrets import token_hex

VIDEO_NAME = "video.mp4"
COVER_NAME = "cover.jpg"
PART = ".part"
"""Suffix of a file that isn't complete yet."""


def clear_parts(folder: Path) -> None:
    """Delete the unfinished files of a render that was killed."""
    for name in (VIDEO_NAME, COVER_NAME):
        with suppress(OSError):
            (folder / (name + PART)).unlink(missing_ok=True)


def make_way(path: Path, *, for_folder: bool = False) -> None:
    """Set aside whatever is in the place of a file (or of a folder) but isn't one: opening a pipe would never return, and the
    next start would fail in the same way. Raises OSError.
    """
    is_right = path.is_dir() if for_folder else path.is_file()
    if not is_right and os.path.lexists(path):
        path.rename(path.with_name(f"{path.name}.aside-{token_hex(4)}"))
