"""Colour information that Pillow doesn't read, or reads otherwise than browsers: in the boxes of AVIF and JPEG 2000, the
segments of JPEG, and the header of BMP.
"""

import io
import struct
from collections.abc import Sequence
from typing import BinaryIO

from vidu_desktop.adapters.pictures.avif_properties import Properties
from vidu_desktop.adapters.pictures.iso_boxes import BrokenBoxes, walk
from vidu_desktop.adapters.pictures.picture_colour import Coding

_JP2_HEADER_BYTES_MOST = 4 << 20
_BMP_PROFILE_BYTES_MOST = 4 << 20
_ICC_SEGMENT = b"ICC_PROFILE\0"
_BMP_HEADER_AT, _BMP_V3_BYTES, _BMP_V4_BYTES, _BMP_V5_BYTES = 14, 56, 108, 124
_BMP_MASKS = 3


def nclx_of(properties: Properties) -> Coding | None:
    """Return the numbers by which an AVIF names its colours (its nclx); None when it has none."""
    for name, body in properties:
        if name == b"colr" and body[:4] == b"nclx":
            return Coding(*struct.unpack(">HH", body[4:8])) if len(body) >= 8 else None
    return None


def jp2_profile(file: BinaryIO, file_bytes: int) -> bytes | None:
    """Return the ICC profile of a JPEG 2000 file, which Pillow ignores; None for a file without one, or a bare codestream."""
    try:
        header = next((box for box in walk(file, file_bytes) if box.name == b"jp2h"), None)
    except BrokenBoxes:
        return None
    if header is None:
        return None
    file.seek(header.content_start)
    content = io.BytesIO(file.read(min(header.end - header.content_start, _JP2_HEADER_BYTES_MOST)))
    try:
        for box in walk(content, len(content.getvalue())):
            body = content.getvalue()[box.content_start : box.end]
            if box.name == b"colr" and body[:1] == b"\x02":  # method 2: an ICC profile follows
                return body[3:]
    except BrokenBoxes:
        return None
    return None


def bmp_profile(file: BinaryIO) -> bytes | None:
    """Return the ICC profile in a BMP whose header has version 5; None for any other file."""
    file.seek(_BMP_HEADER_AT)
    header = file.read(_BMP_V5_BYTES)
    if (
        len(header) < _BMP_V5_BYTES
        or header[:4] != struct.pack("<I", _BMP_V5_BYTES)
        or header[56:60] != b"DEBM"
    ):
        return None
    start, count = struct.unpack("<II", header[112:120])
    file.seek(_BMP_HEADER_AT + start)
    return file.read(min(count, _BMP_PROFILE_BYTES_MOST)) or None


def has_alpha(file: BinaryIO) -> bool:
    """Whether the fourth byte of each pixel of an uncompressed BMP is its opacity. As in browsers, the header has to have
    version 4 or 5 and to say so.
    """
    return _bits_and_alpha(file, _BMP_V4_BYTES) == (32, 0, 0xFF000000)


def has_small_alpha(file: BinaryIO) -> bool:
    """Whether a BMP of 16 bits says that some of them are its opacity, which Pillow doesn't read."""
    bits, compression, mask = _bits_and_alpha(file, _BMP_V3_BYTES)
    return bits == 16 and compression == _BMP_MASKS and mask != 0


def _bits_and_alpha(file: BinaryIO, least_bytes: int) -> tuple[int, int, int]:
    """Return the bits of a pixel, the compression and the mask of opacity; zeros for a header shorter than `least_bytes`."""
    file.seek(_BMP_HEADER_AT)
    header = file.read(_BMP_V3_BYTES)
    if len(header) < _BMP_V3_BYTES or int.from_bytes(header[:4], "little") < least_bytes:
        return 0, 0, 0
    bits, compression, mask = struct.unpack("<14xHI32xI", header)
    return bits, compression, mask


def jpeg_profile(segments: Sequence[bytes]) -> bytes | None:
    """Return the ICC profile in the APP2 segments of a JPEG, which are those in front of its pixels; None without a whole one.
    As in browsers, a first segment that says that it is all of a profile counts, whatever follows.
    """
    parts: dict[int, bytes] = {}
    count = 0
    for body in segments:
        if not body.startswith(_ICC_SEGMENT) or len(body) < len(_ICC_SEGMENT) + 2:
            continue
        number, said = body[len(_ICC_SEGMENT) : len(_ICC_SEGMENT) + 2]
        count = count or said
        if not 1 <= number <= said or said != count or number in parts:
            return None
        parts[number] = body[len(_ICC_SEGMENT) + 2 :]
        if count == 1:
            break
    return b"".join(parts[number] for number in sorted(parts)) if parts and len(parts) == count else None
