"""Recognises the first bytes of a download, well enough to refuse pages and playlists before they are stored."""

from enum import StrEnum

SNIFF_BYTES = 512

_TEXT_CONTROLS = b"\t\n\r\f"
_BYTE_ORDER_MARKS = (b"\xff\xfe", b"\xfe\xff")
_COMPRESSED = (b"\x1f\x8b", b"PK\x03\x04", b"BZh", b"\xfd7zXZ", b"\x28\xb5\x2f\xfd")


class Looks(StrEnum):
    """What the first bytes look like."""

    BINARY = "binary"
    """Perhaps a video; its structure is checked later."""
    ERROR_XML = "error-xml"
    """A file store's error page: the link is spent."""
    TEXT = "text"
    """A page, a playlist (HLS, DASH, SDP, ffconcat), JSON, or something compressed: never a video."""


def looks_like(beginning: bytes) -> Looks:
    """Judge by the first SNIFF_BYTES. In every video file there are control bytes among them; in a page or playlist there are
    none.
    """
    beginning = beginning[:SNIFF_BYTES].removeprefix(b"\xef\xbb\xbf")
    if beginning.startswith(_BYTE_ORDER_MARKS) or beginning.startswith(_COMPRESSED):
        return Looks.TEXT
    if any(byte < 0x20 and byte not in _TEXT_CONTROLS for byte in beginning):
        return Looks.BINARY
    text = beginning.lstrip().lower()
    if b"<error" in text and text.startswith((b"<?xml", b"<error")):
        return Looks.ERROR_XML
    return Looks.TEXT


def is_page(beginning: bytes) -> bool:
    """Whether an answer's first bytes are a page for people, in HTML."""
    text = beginning.removeprefix(b"\xef\xbb\xbf").lstrip()[:SNIFF_BYTES].lower()
    return text.startswith(b"<!doctype html") or b"<html" in text


def begins_as_video(beginning: bytes) -> bool:
    """Whether an answer's first bytes are those of an MP4 or QuickTime file, so that the answer can't be compressed."""
    return beginning[4:8] == b"ftyp"
