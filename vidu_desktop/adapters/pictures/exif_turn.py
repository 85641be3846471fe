"""Which way up a picture is, read from its EXIF as browsers read it.

Browsers use the first EXIF of a JPEG, and the EXIF that stands before the pixels of a PNG. The orientation counts only if it
is one short number from 1 to 8. An empty EXIF leaves the word to the next one. Browsers ignore XMP. The EXIF of a WebP
counts here too, although no browser reads it yet: a program that writes it there means it.
"""

import struct

from PIL import Image

from vidu_desktop.adapters.pictures.picture_sniff import Kind

UPRIGHT = 1
_ORIENTATION_TAG = 0x0112
_SHORT = 3
_ENTRY_BYTES = 12
_ORDERS = {b"II*\0": "<", b"MM\0*": ">"}
_HEADER, _HEADER_BYTES = b"Exif\0", 6
"""The beginning of EXIF in a JPEG; the sixth byte may have any value."""


def turn_of(image: Image.Image, kind: Kind) -> int | None:
    """Return the orientation, 1 to 8, of a picture that was opened but not loaded. None for the kinds that browsers don't
    show, and for those whose decoder decides the orientation.
    """
    if kind is Kind.JPEG:
        segments = getattr(image, "applist", ())
        found = (
            body
            for name, body in segments
            if name == "APP1" and body.startswith(_HEADER) and len(body) > _HEADER_BYTES
        )
        return orientation_in(next(found, b"")[_HEADER_BYTES:])
    if kind is Kind.PNG:
        # Pillow adds the header, which the chunk lacks. Later EXIF chunks are only read with the pixels.
        return orientation_in(image.info.get("exif", b"")[_HEADER_BYTES:])
    if kind is Kind.WEBP:
        return orientation_in(image.info.get("exif", b"").removeprefix(b"Exif\0\0"))
    return None


def orientation_in(tiff: bytes) -> int:
    """Return the orientation in `tiff`, EXIF without its header; UPRIGHT where there is no valid one."""
    order = _ORDERS.get(tiff[:4])
    if order is None:
        return UPRIGHT
    try:
        at: int = struct.unpack_from(f"{order}I", tiff, 4)[0]
        entries: int = struct.unpack_from(f"{order}H", tiff, at)[0]
        for start in range(at + 2, at + 2 + entries * _ENTRY_BYTES, _ENTRY_BYTES):
            tag, kind, count, value = struct.unpack_from(f"{order}HHIH", tiff, start)
            if (tag, kind, count) == (_ORIENTATION_TAG, _SHORT, 1) and 1 <= value <= 8:
                return int(value)
    except struct.error:  # foreign EXIF may be cut off
        pass
    return UPRIGHT
