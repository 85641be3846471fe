"""The boxes at the top level of an MP4 file, read without trusting the sizes that they claim."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

BOXES_MOST = 100_000
"""A fragmented video has two boxes for each fragment; no real file has more than this."""
_HEADER_BYTES = 8
_LARGE_HEADER_BYTES = 16
UUID_BYTES = 16


class BrokenBoxes(Exception):
    """A box doesn't fit into the file, or there are absurdly many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """One box: its start and end in the file, and the start of its content. With `to_the_end`, the file gives its size as 0:
    it reaches to the end of the file. `uuid` is set only for boxes with that name.
    """

    name: bytes
    start: int
    content_start: int
    end: int
    to_the_end: bool = False
    uuid: bytes = b""


def walk(file: BinaryIO, file_bytes: int) -> Iterator[Box]:
    """Yield the boxes in order. Up to 7 stray bytes at the end are ignored, as players do. Raises BrokenBoxes."""
    start = 0
    for _ in range(BOXES_MOST):
        if file_bytes - start < _HEADER_BYTES:
            return
        box = _box_at(file, start, file_bytes)
        yield box
        start = box.end
    raise BrokenBoxes("too many boxes")


def _box_at(file: BinaryIO, start: int, file_bytes: int) -> Box:
    file.seek(start)
    head = file.read(_LARGE_HEADER_BYTES + UUID_BYTES)
    size, name = struct.unpack(">I4s", head[:8])
    header = _HEADER_BYTES
    if size == 1:
        header = _LARGE_HEADER_BYTES
        if len(head) < header:
            raise BrokenBoxes("cut")
        size = struct.unpack(">Q", head[8:16])[0]
    to_the_end = size == 0
    end = file_bytes if to_the_end else start + size
    if end < start + header or end > file_bytes:
        raise BrokenBoxes("a box is cut")
    uuid = b""
    if name == b"uuid":
        uuid = head[header : header + UUID_BYTES]
        header += UUID_BYTES
    return Box(
        name=name,
        start=start,
        content_start=min(start + header, end),
        end=end,
        to_the_end=to_the_end,
        uuid=uuid,
    )
