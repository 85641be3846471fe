"""How the pixels of a JPEG are coded: most ways have been standards for decades, and few are read anywhere."""

from vidu_desktop.adapters.pictures.coded_unreadably import CodedUnreadably

JPEG_LS = 0xF7
ARITHMETIC = frozenset({0xC9, 0xCA})
_NAMES = {
    0xC3: "JPEG Lossless",
    0xC5: "JPEG Hierarchical",
    0xC6: "JPEG Hierarchical",
    0xC7: "JPEG Hierarchical",
    0xCB: "JPEG Lossless",
    0xCD: "JPEG Hierarchical",
    0xCE: "JPEG Hierarchical",
    0xCF: "JPEG Hierarchical",
    JPEG_LS: "JPEG-LS",
}
"""Names by the marker of the frame (ITU-T T.81, table B.1; T.87). They are proper names, the same in every language."""
_BITS = 8


def refuse_unreadable_frame(marker: int, body: bytes) -> None:
    """Raise CodedUnreadably for a frame that can't be read here. `body` is its header."""
    if marker in _NAMES:
        raise CodedUnreadably(_NAMES[marker])
    if body[:1] != bytes((_BITS,)):
        raise CodedUnreadably(f"JPEG {body[0]}-bit" if body else "JPEG")
