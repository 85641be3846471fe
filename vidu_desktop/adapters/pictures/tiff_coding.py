"""How a TIFF's pixels are coded, where nothing here reads that: another format's pictures may be inside."""

from functools import lru_cache
from io import BytesIO
from typing import BinaryIO

from PIL import Image, TiffImagePlugin

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
"""By the number in the file's tag for it, as libtiff and DNG have them; proper names, the same in every language."""


class CodedUnreadably(Exception):
    """`format` is what the file is called in a sentence."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.format = f"TIFF ({_NAMES.get(number, number)})"


def refuse_unreadable(file: BinaryIO) -> None:
    """Raise CodedUnreadably where a TIFF's first picture is coded in a way that can't be read here, and what Pillow raises
    where it isn't whole.
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
        raise CodedUnreadably(number)


@lru_cache(maxsize=1)
def _reads_webp() -> bool:
    """Whether the libtiff that is here was built with it, which it doesn't say."""
    try:
        Image.new("RGB", (8, 8)).save(BytesIO(), "TIFF", compression="webp")
    except OSError:
        return False
    return True
