"""The queue's thumbnails: one size, made and named by the picture adapter."""

from pathlib import Path

THUMB_SIDE_PX = 192
"""Longer side; twice what a row shows, for dense screens."""


def thumb_path(thumbs_dir: Path, sha256: str) -> str:
    """Return the place of a prepared picture's thumbnail; it may not be made yet."""
    return str(thumbs_dir / sha256[:2] / f"{sha256}-{THUMB_SIDE_PX}.jpg")


def sha256_of_thumb(path: str) -> str:
    """Return of which prepared picture this path, given by `thumb_path`, is the thumbnail."""
    return Path(path).name.partition("-")[0]
