"""Colour information that Pillow doesn't read, or reads otherwise than browsers: in the boxes of AVIF and JPEG 2000, the
segments of JPEG, and the header of BMP.
"""

import io
import struct
from collections.abc import Iterator, Sequence
from typing import BinaryIO

from vidu_desktop.adapters.pictures.iso_boxes import BrokenBoxes, walk
from vidu_desktop.adapters.pictures.picture_colour import Coding

_META_BYTES_MOST = 1 << 20
_JP2_HEADER_BYTES_MOST = 4 << 20
_BMP_PROFILE_BYTES_MOST = 4 << 20
_ICC_SEGMENT = b"ICC_PROFILE\0"
_BMP_HEADER_AT, _BMP_V4_BYTES, _BMP_V5_BYTES = 14, 108, 124


def nclx_of(file: BinaryIO, file_bytes: int) -> Coding | None:
    """Return the numbers by which an AVIF names its colours (its nclx); None when it has none."""
    try:
        meta = next((box for box in walk(file, file_bytes) if box.name == b"meta"), None)
    except BrokenBoxes:
        return None
    if meta is None:
        return None
    file.seek(meta.content_start)
    content = file.read(min(meta.end - meta.content_start, _META_BYTES_MOST))
    try:
        found = _nclx_of_main(content[4:])
    except (BrokenBoxes, KeyError, IndexError, struct.error):
        return None
    return Coding(*struct.unpack(">HH", found)) if len(found) == 4 else None


def _nclx_of_main(meta: bytes) -> bytes:
    """Return the numbers of the picture that is shown: a file may hold others, such as a map of brightness, with colours of
    their own. Raises BrokenBoxes, KeyError, IndexError or struct.error where the boxes (ISO/IEC 23008-12) don't fit.
    """
    boxes = dict(_boxes_in(meta))
    main = boxes[b"pitm"]
    wide = main[0] > 0
    wanted = int.from_bytes(main[4 : 8 if wide else 6], "big")
    described = dict(_boxes_in(boxes[b"iprp"]))
    properties = list(_boxes_in(described[b"ipco"]))
    for index in _properties_of(wanted, described[b"ipma"]):
        name, body = properties[index - 1]
        if name == b"colr" and body[:4] == b"nclx":
            return body[4:8]
    return b""


def _boxes_in(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    for box in walk(io.BytesIO(content), len(content)):
        yield box.name, content[box.content_start : box.end]


def _properties_of(item: int, table: bytes) -> Iterator[int]:
    """Yield the places of an item's properties, counted from 1."""
    version, long = table[0], table[3] & 1
    head, index = struct.Struct(">HB" if version == 0 else ">IB"), struct.Struct(">H" if long else ">B")
    at = 8
    for _ in range(int.from_bytes(table[4:8], "big")):
        found, count = head.unpack_from(table, at)
        at += head.size
        if found == item:
            for place in range(count):
                (value,) = index.unpack_from(table, at + place * index.size)
                yield value & (0x7FFF if long else 0x7F)
        at += count * index.size


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
    file.seek(_BMP_HEADER_AT)
    header = file.read(_BMP_V4_BYTES)
    if len(header) < _BMP_V4_BYTES:
        return False
    size, _planes, bits, compression = struct.unpack_from("<I8xHHI", header)
    (mask,) = struct.unpack_from("<I", header, 52)
    return size >= _BMP_V4_BYTES and (bits, compression, mask) == (32, 0, 0xFF000000)


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
