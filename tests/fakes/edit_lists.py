"""Replaces the edit list (ISO/IEC 14496-12, 8.6.6) of an MP4 whose index is at its end."""

import struct
from collections.abc import Iterator, Sequence
from pathlib import Path

_HEADER = struct.Struct(">I4s")


def edited(source: Path, target: Path, edits: Sequence[tuple[float, float]]) -> Path:
    """Write a copy whose only track shows these parts. Each edit is a duration and the second at which it begins."""
    content = source.read_bytes()
    boxes = dict(_boxes(content))
    before = content[: content.rindex(b"moov") - 4]
    movie = dict(_boxes(boxes[b"moov"]))
    track = dict(_boxes(movie[b"trak"]))
    media = dict(_boxes(track[b"mdia"]))
    movie_ticks, media_ticks = (_ticks(head) for head in (movie[b"mvhd"], media[b"mdhd"]))
    begin = _begin_of(track.get(b"edts", b""))
    rows = b"".join(
        struct.pack(">Iihh", round(lasts_s * movie_ticks), begin + round(from_s * media_ticks), 1, 0)
        for lasts_s, from_s in edits
    )
    track[b"edts"] = _box(b"elst", struct.pack(">II", 0, len(edits)) + rows)
    order = [b"tkhd", b"edts", b"mdia"]
    movie[b"trak"] = b"".join(_box(name, track[name]) for name in order)
    target.write_bytes(before + _box(b"moov", b"".join(_box(name, body) for name, body in movie.items())))
    return target


def _boxes(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 0
    while at < len(content):
        size, name = _HEADER.unpack_from(content, at)
        yield name, content[at + _HEADER.size : at + size]
        at += size


def _box(name: bytes, body: bytes) -> bytes:
    return _HEADER.pack(_HEADER.size + len(body), name) + body


def _ticks(head: bytes) -> int:
    return int.from_bytes(head[12:16], "big")


def _begin_of(edits: bytes) -> int:
    """Return where the former edit list began: at the first visible frame."""
    return int(struct.unpack_from(">Ii", edits, 16)[1]) if edits else 0
