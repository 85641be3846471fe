"""The chunks of a PNG: which of them are the picture, and what they say about it.

Only what counts in browsers is read: of each chunk the first, in front of the pixels, with its right length and sum. A broken
chunk beside the picture is passed over, a broken one of the picture itself is not.
"""

import struct
import zlib
from collections.abc import Iterator
from typing import BinaryIO

from vidu_desktop.adapters.disk.shown_names import COPY_BYTES
from vidu_desktop.adapters.pictures.coded_unreadably import CodedUnreadably
from vidu_desktop.adapters.pictures.metadata_strip import Layout, PictureDamaged, Pieces, exactly
from vidu_desktop.adapters.pictures.picture_colour import Coding

_HEAD = b"\x89PNG\r\n\x1a\n"
_END = struct.pack(">I4sI", 0, b"IEND", zlib.crc32(b"IEND"))
_GREY_TYPES = (0, 4)
_PALETTE_TYPE = 3
_TRANSPARENT_BYTES = {0: 2, 2: 6}
"""How long tRNS is, by the colour type: the value that is transparent. For palettes, any length will do."""
_BYTES = {b"IHDR": 13, b"cICP": 4, b"sRGB": 1, b"gAMA": 4, b"cHRM": 32, b"acTL": 8}
"""Chunks that are read here, with the only length that each may have."""
_BYTES_MOST = {b"iCCP": 4 << 20, b"eXIf": 1 << 20, b"fcTL": 26}
_PROFILE_BYTES_MOST = 16 << 20
_SAFE_TO_IGNORE = 0x20
"""The bit of a name's first letter that is set where the chunk isn't part of the picture itself."""


def scan_png(file: BinaryIO, *, heads_only: bool = False) -> Layout:
    """Walk the chunks and check each one's checksum. Only the chunks of the picture itself are kept. With `heads_only`, the
    walk ends at the pixels, and everything from there on is kept. Raises PictureDamaged, CodedUnreadably.
    """
    file.seek(0)
    if exactly(file, 8) != _HEAD:
        raise PictureDamaged("no PNG")
    pieces = Pieces()
    pieces.add((0, 8))
    words: dict[bytes, bytes] = {}
    seen = set[bytes]()
    while True:
        start = file.tell()
        length, name = struct.unpack(">I4s", exactly(file, 8))
        if name == b"IEND":
            exactly(file, 4)  # its sum must be there; what it says doesn't matter
            pieces.add(_END)
            break
        if name == b"CgBI":
            raise CodedUnreadably("PNG (CgBI)")
        if heads_only and name == b"IDAT":
            pieces.add((start, file.seek(0, 2)))
            seen.add(name)
            break
        body = _body(file, name, length)
        is_first = name not in seen and b"IDAT" not in seen
        seen.add(name)
        if body is None:
            continue
        if is_first and _is_right(name, length):
            words[name] = body
        if name == b"IDAT" or (is_first and _belongs(name, length, words, seen)):
            pieces.add((start, file.tell()))
    if b"IHDR" not in words or b"IDAT" not in seen:
        raise PictureDamaged("no picture")
    width, height, depth, colour_type = struct.unpack(">IIBB", words[b"IHDR"][:10])
    if not (width and height):
        raise PictureDamaged("no size")
    return Layout(
        width_px=width,
        height_px=height,
        pieces=tuple(pieces.found),
        bit_depth=depth,
        animated=_is_animated(words),
        coding=_coding(words.get(b"cICP", b"")),
        grey=colour_type in _GREY_TYPES,
        words=words,
        profile=_profile(words.get(b"iCCP", b"")),
    )


def _body(file: BinaryIO, name: bytes, length: int) -> bytes | None:
    """Return what the chunk holds if it is one of those that are read, else nothing; None for a broken one that doesn't
    matter. Raises PictureDamaged for a broken one that does.
    """
    kept = b""
    crc = zlib.crc32(name)
    for count in _portions(length):
        content = exactly(file, count)
        crc = zlib.crc32(content, crc)
        kept += content if _is_right(name, length) else b""
    if struct.unpack(">I", exactly(file, 4))[0] == crc:
        return kept
    if name[0] & _SAFE_TO_IGNORE:
        return None
    raise PictureDamaged("a chunk's sum is wrong")


def _portions(length: int) -> Iterator[int]:
    for at in range(0, length, COPY_BYTES):
        yield min(COPY_BYTES, length - at)


def _is_right(name: bytes, length: int) -> bool:
    return _BYTES.get(name) == length or length <= _BYTES_MOST.get(name, -1)


def _belongs(name: bytes, length: int, words: dict[bytes, bytes], seen: set[bytes]) -> bool:
    if name != b"tRNS" or b"IHDR" not in words:
        return name in (b"IHDR", b"PLTE")
    colour_type = words[b"IHDR"][9]
    if colour_type == _PALETTE_TYPE:
        return b"PLTE" in seen
    return _TRANSPARENT_BYTES.get(colour_type) == length


def _is_animated(words: dict[bytes, bytes]) -> bool:
    """Whether the picture moves, or is one frame that isn't the picture that other programs show."""
    frames = int.from_bytes(words.get(b"acTL", b"")[:4], "big")
    return frames > 1 or (frames == 1 and b"fcTL" not in words)


def _coding(body: bytes) -> Coding | None:
    """Read cICP. RGB has no matrix and the full range; browsers ignore a chunk that says otherwise."""
    return Coding(body[0], body[1]) if body[2:] == b"\0\1" else None


def _profile(body: bytes) -> bytes | None:
    _name, _, packed = body.partition(b"\0")
    if packed[:1] != b"\0":  # the only method of compression
        return None
    try:
        return zlib.decompressobj().decompress(packed[1:], _PROFILE_BYTES_MOST) or None
    except zlib.error:
        return None
