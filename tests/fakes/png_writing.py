"""Writes PNGs from samples, at every depth and colour type, with any chunks that a test needs."""

import struct
import zlib
from collections.abc import Sequence

Row = Sequence[Sequence[int]]
"""A row of pixels; each pixel is a sequence of samples."""

GREY, RGB, PALETTE, GREY_ALPHA, RGB_ALPHA = 0, 2, 3, 4, 6


def chunk(name: bytes, body: bytes) -> bytes:
    """Return a chunk with its checksum."""
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def write_png(rows: Sequence[Row], depth: int, colour_type: int, *chunks: bytes) -> bytes:
    """Return a complete PNG; `chunks` are put between its header and its pixels."""
    header = struct.pack(">IIBBBBB", len(rows[0]), len(rows), depth, colour_type, 0, 0, 0)
    packed = b"".join(b"\0" + _packed([sample for pixel in row for sample in pixel], depth) for row in rows)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + b"".join(chunks)
        + chunk(b"IDAT", zlib.compress(packed))
        + chunk(b"IEND", b"")
    )


def _packed(samples: list[int], depth: int) -> bytes:
    if depth >= 8:
        return b"".join(sample.to_bytes(depth // 8, "big") for sample in samples)
    bits = "".join(f"{sample:0{depth}b}" for sample in samples)
    bits += "0" * (-len(bits) % 8)
    return bytes(int(bits[at : at + 8], 2) for at in range(0, len(bits), 8))


def transparent(*samples: int) -> bytes:
    """Return the chunk that makes pixels of exactly this value transparent."""
    return chunk(b"tRNS", b"".join(struct.pack(">H", sample) for sample in samples))


def gamma(value: float) -> bytes:
    return chunk(b"gAMA", struct.pack(">I", round(value * 100_000)))


def primaries(*places: float) -> bytes:
    """Return the chunk with x and y of white, red, green and blue."""
    return chunk(b"cHRM", struct.pack(">8I", *(round(place * 100_000) for place in places)))


def coding(colours: int, transfer: int) -> bytes:
    return chunk(b"cICP", bytes((colours, transfer, 0, 1)))


def profile(icc: bytes) -> bytes:
    return chunk(b"iCCP", b"p\0\0" + zlib.compress(icc))


def orientation(value: int) -> bytes:
    tag = struct.pack(">HHIHH", 0x0112, 3, 1, value, 0)
    return chunk(b"eXIf", b"MM\0*\0\0\0\x08\0\1" + tag + bytes(4))


def orientation_in_xmp(value: int) -> bytes:
    words = (
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        f'<rdf:Description xmlns:tiff="http://ns.adobe.com/tiff/1.0/" tiff:Orientation="{value}"/>'
        "</rdf:RDF></x:xmpmeta>"
    )
    return chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + words.encode())
