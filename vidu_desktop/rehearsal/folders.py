"""The names of a task's files, known to the server and to the renderer alike."""

import os
from contextlib import suppress
from pathlib import Path
from secrets import token_hex

VIDEO_NAME = "video.mp4"
COVER_NAME = "cover.jpg"
PART = ".part"
"""Behind a name while the file isn't whole."""


def clear_parts(folder: Path) -> None:
    """Delete what a render that was killed left half done."""
    for name in (VIDEO_NAME, COVER_NAME):
        with suppress(OSError):
            (folder / (name + PART)).unlink(missing_ok=True)


def make_way(path: Path, *, for_folder: bool = False) -> None:
    """Put aside what lies in the place of a file, or of a folder, and is none: opening a pipe would never end, and the next
    start would fail the same way. Raises OSError.
    """
    is_right = path.is_dir() if for_folder else path.is_file()
    if not is_right and os.path.lexists(path):
        path.rename(path.with_name(f"{path.name}.aside-{token_hex(4)}"))
