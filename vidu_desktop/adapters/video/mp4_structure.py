"""Checks by its boxes whether a file is an MP4 at all, without a decoder and without reading their content."""

import os
from pathlib import Path
from typing import BinaryIO

from vidu_desktop.adapters.disk.hashing import sha256_of
from vidu_desktop.adapters.disk.reading import open_regular
from vidu_desktop.adapters.pictures.iso_boxes import BrokenBoxes, walk
from vidu_desktop.adapters.pictures.picture_sniff import HEAD_BYTES, Kind, kind_of
from vidu_desktop.adapters.video.recipe_box import Delivered, delivered_part
from vidu_desktop.adapters.video.video_errors import not_a_video, not_a_video_but

_LONG_BYTES = 300_000_000
"""Shorter files are hashed within a second, whatever they are."""


def checked_structure(file: BinaryIO) -> Delivered:
    """Check the top level: the file begins as an MP4, has an index and pictures, and every box is complete. Return the part
    that was delivered. Raises NotAVideo.
    """
    head = file.read(HEAD_BYTES)
    kind = kind_of(head)
    if kind is not Kind.VIDEO or head[4:8] != b"ftyp":
        raise not_a_video_but(kind)
    try:
        delivered = delivered_part(file)
        names = [box.name for box in walk(file, delivered.end)]
    except BrokenBoxes as error:
        raise not_a_video("video-damaged") from error
    if b"moov" not in names or b"mdat" not in names:
        raise not_a_video("video-damaged")
    return delivered


def sha256_of_video(path: Path) -> str:
    """Return the SHA-256 of a file from elsewhere. Of a long file that is no MP4, only the boxes are read. Raises NotAVideo,
    OSError.
    """
    with open_regular(path) as file:
        if os.fstat(file.fileno()).st_size > _LONG_BYTES:
            checked_structure(file)
    return sha256_of(path)
