"""Which of an icon's pictures is the one that browsers show, as a file of its own.

An icon holds the same picture in several sizes and numbers of colours. Each is a PNG, or a BMP without its file header and
with a mask behind its pixels.
"""

import io
import struct
from typing import BinaryIO

_PNG = b"\x89PNG\r\n\x1a\n"
_HEAD, _ENTRY, _BMP = struct.Struct("<HHH"), struct.Struct("<4B2H2I"), struct.Struct("<Iii2xH")
_ICON = 1
_PICTURE_BYTES_MOST = 64 << 20
_SIDE_OF_0 = _COLOURS_OF_0 = 256


def shown_of(file: BinaryIO) -> tuple[BinaryIO, bool]:
    """Return the largest picture of an icon, of equal ones the one with the most colours, and whether it is a PNG; otherwise it
    is an icon with that picture alone. Raises struct.error for an icon that is cut, ValueError for one without pictures.
    """
    file.seek(0)
    _zero, _kind, count = _HEAD.unpack(file.read(_HEAD.size))
    entries = [_ENTRY.unpack(file.read(_ENTRY.size)) for _ in range(count)]
    width, height, *_rest, length, start = max(entries, key=_size_and_colours)
    file.seek(start)
    content = file.read(min(length, _PICTURE_BYTES_MOST))
    if content.startswith(_PNG):
        return io.BytesIO(content), True
    bits, content = _with_mask(content)
    place = _HEAD.size + _ENTRY.size
    entry = _ENTRY.pack(width, height, 0, 0, 1, bits, len(content), place)
    return io.BytesIO(_HEAD.pack(0, _ICON, 1) + entry + content), False


def _size_and_colours(entry: tuple[int, ...]) -> tuple[int, int]:
    width, height, colours, _reserved, _planes, bits, *_place = entry
    pixel_count = (width or _SIDE_OF_0) * (height or _SIDE_OF_0)
    return pixel_count, bits or (colours or _COLOURS_OF_0).bit_length()


def _with_mask(bmp: bytes) -> tuple[int, bytes]:
    """Return how many bits of a pixel count, and the BMP. Where the fourth byte of each pixel is 0, it isn't their opacity: the
    mask counts, as for pictures of 24 bits, and where that is missing, too, all is opaque.
    """
    head, width, height, bits = _BMP.unpack_from(bmp)
    pixels_end = head + 4 * width * (height // 2)
    if bits != 32 or len(bmp) < pixels_end or any(bmp[head + 3 : pixels_end : 4]):
        return bits, bmp
    mask_bytes = -(-width // 32) * 4 * (height // 2)
    return 24, bmp[: pixels_end + mask_bytes].ljust(pixels_end + mask_bytes, b"\0")
