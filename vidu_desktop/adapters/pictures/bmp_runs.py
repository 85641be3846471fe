"""Whether the runs of a compressed BMP leave pixels out. Programs differ in what they show there: black, nothing, or the first
colour of the palette.
"""

import io
import struct
from typing import BinaryIO

_HEAD = struct.Struct("<10xI4xii2xHI")
_OF_BYTES, _OF_NIBBLES = 1, 2
_END_OF_ROW, _END, _DELTA = 0, 1, 2


def has_gaps(file: BinaryIO) -> bool:
    """Whether a row ends before its last pixel, or the picture before its last row. A file that is cut off has none: its
    decoder says so.
    """
    file.seek(0)
    head = file.read(_HEAD.size).ljust(_HEAD.size, b"\0")
    start, width, height, _bits, compression = map(int, _HEAD.unpack(head))
    if compression not in (_OF_BYTES, _OF_NIBBLES):
        return False
    file.seek(start)
    x = row = 0
    while row < abs(height):
        pair = file.read(2)
        if len(pair) < 2:
            return False
        count, value = pair
        if count:
            x += count
        elif value == _END_OF_ROW:
            if x < width:
                return True
            x, row = 0, row + 1
        elif value == _END:
            return x < width or row < abs(height) - 1
        elif value == _DELTA:
            return True
        else:
            x += value
            size = value if compression == _OF_BYTES else (value + 1) // 2
            file.seek(size + size % 2, io.SEEK_CUR)
    return False
