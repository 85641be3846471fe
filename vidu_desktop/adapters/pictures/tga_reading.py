"""What a TGA says of itself and Pillow doesn't ask: whether its opacity means anything, and a depth of 15 bits."""

import os
from typing import BinaryIO, cast

from PIL import Image

from vidu_desktop.adapters.pictures.pieces_file import PiecesFile
from vidu_desktop.adapters.pictures.pixels import Unusual

_MAP_DEPTH_AT, _DEPTH_AT, _ALPHA_BITS_AT = 7, 16, 17
_FOOTER_BYTES, _SIGNATURE = 26, b"TRUEVISION-XFILE.\0"
_ATTRIBUTES_AT = 494
_MULTIPLIED = 4
_MEANINGLESS = frozenset({0, 1, 2})
"""Attribute types that say that there is no opacity, or that its values are undefined."""


def with_depth_of_pillow(file: BinaryIO) -> BinaryIO:
    """Return the file, or where it says 15 bits one that says 16: there are two bytes for each pixel or colour either way."""
    file.seek(0)
    head = bytearray(file.read(_ALPHA_BITS_AT + 1))
    for at in (_MAP_DEPTH_AT, _DEPTH_AT):
        head[at] = 16 if head[at] == 15 else head[at]
    size = file.seek(0, os.SEEK_END)
    file.seek(0)
    return cast("BinaryIO", PiecesFile(file, (bytes(head), (len(head), size))))


def settled(image: Image.Image, file: BinaryIO) -> Image.Image:
    """Return the decoded picture without an opacity that means nothing: padding, or the one spare bit of 5 + 5 + 5, which
    programs set as they like. Raises Unusual for colours that are multiplied by their opacity.
    """
    if not image.has_transparency_data:
        return image
    file.seek(_ALPHA_BITS_AT)
    attributes = _attributes_of(file) if file.read(1)[0] & 15 >= 8 else 0
    if attributes == _MULTIPLIED:
        raise Unusual
    if attributes not in _MEANINGLESS:
        return image
    return image.getchannel("L") if image.mode == "LA" else image.convert("RGB")


def _attributes_of(file: BinaryIO) -> int | None:
    """Return the attribute type that the extension of version 2 gives; None where there is none."""
    size = file.seek(0, os.SEEK_END)
    file.seek(max(0, size - _FOOTER_BYTES))
    footer = file.read(_FOOTER_BYTES)
    extension_at = int.from_bytes(footer[:4], "little")
    if not footer.endswith(_SIGNATURE) or not extension_at:
        return None
    file.seek(extension_at + _ATTRIBUTES_AT)
    return (file.read(1) or b"\3")[0]
