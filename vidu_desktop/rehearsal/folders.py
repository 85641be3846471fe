"""The names of a task's files, known to the server and to the renderer alike."""

from contextlib import suppress
from pathlib import Path

VIDEO_NAME = "video.mp4"
COVER_NAME = "cover.jpg"
PART = ".part"
"""Behind a name while the file isn't whole."""


def clear_parts(folder: Path) -> None:
    """Delete what a render that was killed left half done."""
    for name in (VIDEO_NAME, COVER_NAME):
        with suppress(OSError):
            (folder / (name + PART)).unlink(missing_ok=True)
