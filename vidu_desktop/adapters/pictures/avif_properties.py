"""What an AVIF says of the picture that is shown: a file may hold others, such as a map of brightness (ISO/IEC 23008-12)."""

import io
import struct
from collections.abc import Iterator, Sequence
from typing import BinaryIO

from vidu_desktop.adapters.pictures.iso_boxes import BrokenBoxes, walk

_META_BYTES_MOST = 1 << 20
_APERTURE = struct.Struct(">4I iI iI")
Properties = Sequence[tuple[bytes, bytes]]


def properties_of(file: BinaryIO, file_bytes: int) -> Properties:
    """Return the name and content of each property; none where the boxes don't fit."""
    try:
        meta = next((box for box in walk(file, file_bytes) if box.name == b"meta"), None)
        if meta is None:
            return ()
        file.seek(meta.content_start)
        content = file.read(min(meta.end - meta.content_start, _META_BYTES_MOST))
        return list(_of_main(content[4:]))
    except (BrokenBoxes, KeyError, IndexError, struct.error):
        return ()


def shown_size(properties: Properties, size: tuple[int, int]) -> tuple[int, int]:
    """Return the size of what browsers show of a decoded picture, from its top left corner, before it is turned: that of its
    clean aperture (clap) where that begins in this corner, has whole pixels and fits. They ignore every other one.
    """
    body = next((body for name, body in properties if name == b"clap"), b"")
    if len(body) != _APERTURE.size:
        return size
    width, width_of, height, height_of, right, right_of, down, down_of = _APERTURE.unpack(body)
    if not (width_of and height_of and right_of and down_of) or width % width_of or height % height_of:
        return size
    shown = width // width_of, height // height_of
    fits = all(0 < side <= whole for side, whole in zip(shown, size, strict=True))
    begins = 2 * right == (shown[0] - size[0]) * right_of and 2 * down == (shown[1] - size[1]) * down_of
    return shown if fits and begins else size


def _of_main(meta: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield the properties of the main picture. Raises BrokenBoxes, KeyError, IndexError or struct.error."""
    boxes = dict(_boxes_in(meta))
    main = boxes[b"pitm"]
    wide = main[0] > 0
    wanted = int.from_bytes(main[4 : 8 if wide else 6], "big")
    described = dict(_boxes_in(boxes[b"iprp"]))
    properties = list(_boxes_in(described[b"ipco"]))
    for index in _places_of(wanted, described[b"ipma"]):
        yield properties[index - 1]


def _boxes_in(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    for box in walk(io.BytesIO(content), len(content)):
        yield box.name, content[box.content_start : box.end]


def _places_of(item: int, table: bytes) -> Iterator[int]:
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
