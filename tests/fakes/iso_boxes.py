"""The boxes of ISO files (MP4, AVIF), taken apart and put together by a test."""

import struct


def box(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I4s", len(body) + 8, name) + body


def boxes(content: bytes) -> dict[bytes, bytes]:
    """Return the bodies of boxes that follow each other, by their names."""
    found, at = {}, 0
    while at < len(content):
        size, name = struct.unpack_from(">I4s", content, at)
        found[name] = content[at + 8 : at + size]
        at += size
    return found
