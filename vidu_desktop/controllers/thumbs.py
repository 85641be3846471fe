"""Small pictures that are made where they are shown: where the queue's are, and when one is tried again."""

from pathlib import Path

from PySide6.QtCore import QDeadlineTimer

from vidu_desktop.errors import DiskTrouble, ViduDesktopError

THUMB_SIDE_PX = 192
"""Longer side; twice what a row shows, for dense screens."""
REST_MS = 60_000
"""One that was made may be tidied away again, and a disk may have room again; but nothing is made over and over."""


def thumb_path(thumbs_dir: Path, sha256: str) -> str:
    """Return the place of a prepared picture's thumbnail; it may not be made yet."""
    return str(thumbs_dir / sha256[:2] / f"{sha256}-{THUMB_SIDE_PX}.jpg")


def sha256_of_thumb(path: str) -> str:
    """Return of which prepared picture this path, given by `thumb_path`, is the thumbnail."""
    return Path(path).name.partition("-")[0]


def rest_after(error: ViduDesktopError | None) -> QDeadlineTimer:
    """Return when a picture that is shown and isn't there is made again: not within a minute of the last time, and never where
    the picture or video itself was what kept it from being made.
    """
    if error is None or isinstance(error, DiskTrouble):
        return QDeadlineTimer(REST_MS)
    return QDeadlineTimer(QDeadlineTimer.ForeverConstant.Forever)
