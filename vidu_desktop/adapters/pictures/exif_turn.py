"""Which way up a picture is, read from its EXIF as browsers read it.

They go by the first EXIF of a JPEG and by a PNG's that stands before its pixels, there by an orientation that is one short
number from 1 to 8; XMP they pass over. A WebP's EXIF counts here, too, though no browser reads it yet: what writes it
means it.
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
"""What EXIF begins with in a JPEG; the sixth byte may be any."""


def turn_of(image: Image.Image, kind: Kind) -> int | None:
    """Return the orientation, 1 to 8, of a picture that was opened and not loaded; None where browsers show no pictures
    of this kind, or where its decoder has the word.
    """
    if kind is Kind.JPEG:
        segments = getattr(image, "applist", ())
        found = (body for name, body in segments if name == "APP1" and body.startswith(_HEADER))
        return orientation_in(next(found, b"")[_HEADER_BYTES:])
    if kind is Kind.PNG:
        # Pillow puts the header in front that the chunk hasn't. Later ones it reads with the pixels.
        return orientation_in(image.info.get("exif", b"")[_HEADER_BYTES:])
    if kind is Kind.WEBP:
        return orientation_in(image.info.get("exif", b"").removeprefix(b"Exif\0\0"))
    return None


def orientation_in(tiff: bytes) -> int:
    """Return the orientation that EXIF (without its header) says; 1 where it says none that counts."""
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
    except struct.error:  # it is a stranger's, and cut
        pass
    return UPRIGHT
