"""Whether the bytes that came are a whole video, where the length or the end of the answer is wrong."""

import os
import struct

_NEEDED = frozenset({b"moov", b"mdat"})
_OF_PIECES = b"moof"
"""Where the video is in pieces, one that was cut between two of them looks whole."""
_BOXES_MOST = 1_000


def is_whole_video(descriptor: int) -> bool:
    """Whether the file has the boxes of a video, and ends exactly where the last one does. The check of the video itself comes
    later (Library.verify). Moves the descriptor's place. Raises OSError.
    """
    end, at = os.fstat(descriptor).st_size, 0
    names: list[bytes] = []
    while at < end and len(names) < _BOXES_MOST:
        os.lseek(descriptor, at, os.SEEK_SET)
        head = os.read(descriptor, 16).ljust(16, b"\0")
        size, name = struct.unpack(">I4s", head[:8])
        if size == 1:
            size = struct.unpack(">Q", head[8:])[0]
        if size < 8:  # also 0, “to the end of the file”, which tells nothing
            return False
        names.append(name)
        at += size
    return at == end and names[:1] == [b"ftyp"] and {*names} >= _NEEDED and _OF_PIECES not in names
