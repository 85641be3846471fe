"""Thumbnails that are made when they are shown: where those of the queue are, and when one is tried again."""

from pathlib import Path

from PySide6.QtCore import QDeadlineTimer

from vidu_desktop.errors import DiskTrouble, ViduDesktopError

THUMB_SIDE_PX = 192
"""The longer side: twice what a row shows, for dense screens."""
REST_MS = 60_000
"""How long a thumbnail isn't made again. It may be made later, because thumbnails are tidied away and a disk gets room again;
but not all the time.
"""


def thumb_path(thumbs_dir: Path, sha256: str) -> str:
    """Return the path of a prepared picture's thumbnail, which may not exist yet."""
    return str(thumbs_dir / sha256[:2] / f"{sha256}-{THUMB_SIDE_PX}.jpg")


def sha256_of_thumb(path: str) -> str:
    """Return the SHA-256 of the prepared picture, from a path given by `thumb_path`."""
    return Path(path).name.partition("-")[0]


def rest_after(error: ViduDesktopError | None) -> QDeadlineTimer:
    """Return when a missing thumbnail may be made again: not within a minute of the last try, and never if the picture or
    video itself was the reason.
    """
    if error is None or isinstance(error, DiskTrouble):
        return QDeadlineTimer(REST_MS)
    return QDeadlineTimer(QDeadlineTimer.ForeverConstant.Forever)
