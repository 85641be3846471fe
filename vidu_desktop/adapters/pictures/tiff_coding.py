"""Refuses TIFFs whose pixels are coded in a way that can't be read here: a TIFF may contain another format's pictures."""

from functools import lru_cache
from io import BytesIO
from typing import BinaryIO

from PIL import Image, TiffImagePlugin

from vidu_desktop.adapters.pictures.coded_unreadably import CodedUnreadably

_BIG = 43
_WEBP = 50_001
_NAMES = {
    34_661: "JBIG",
    34_712: "JPEG 2000",
    33_003: "JPEG 2000",
    33_004: "JPEG 2000",
    33_005: "JPEG 2000",
    34_887: "LERC",
    34_892: "JPEG",
    _WEBP: "WebP",
    50_002: "JPEG XL",
    52_546: "JPEG XL",
}
"""Names by the number in the TIFF tag Compression, as libtiff and DNG define them. They are proper names, the same in every
language.
"""


def refuse_unreadable(file: BinaryIO) -> None:
    """Raise CodedUnreadably where the first picture of a TIFF is coded in a way that can't be read here, and whatever Pillow
    raises where the file is truncated.
    """
    file.seek(0)
    head = file.read(8)
    head += file.read(8) if _BIG in head[2:4] else b""
    tags = TiffImagePlugin.ImageFileDirectory_v2(head)
    file.seek(tags.next)
    tags.load(file)
    number = tags.get(TiffImagePlugin.COMPRESSION, 1)
    file.seek(0)
    known = number in TiffImagePlugin.COMPRESSION_INFO
    if not known or (number == _WEBP and not _reads_webp()):
        raise CodedUnreadably(f"TIFF ({_NAMES.get(number, number)})")


@lru_cache(maxsize=1)
def _reads_webp() -> bool:
    """Whether the installed libtiff reads WebP. It doesn't say so, therefore this is tried out."""
    try:
        Image.new("RGB", (8, 8)).save(BytesIO(), "TIFF", compression="webp")
    except OSError:
        return False
    return True
