"""How a sendable picture file is laid out, and which of its bytes are the picture and nothing else.

    scan_jpeg | scan_webp (file) -> Layout       raises PictureDamaged, CodedUnreadably; png_chunks.scan_png, too
    copy_stripped (file, layout, write)

A file that is otherwise sent as it is loses its metadata (EXIF, GPS, XMP, comments, embedded thumbnails, appended
data): only the pieces that a decoder needs are copied. The picture isn't encoded again, and memory is bounded.
"""

import re
import struct
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import BinaryIO

from vidu_desktop.adapters.disk.shown_names import COPY_BYTES
from vidu_desktop.adapters.pictures.colour_boxes import jpeg_profile
from vidu_desktop.adapters.pictures.jpeg_coding import ARITHMETIC, JPEG_LS, refuse_unreadable_frame
from vidu_desktop.adapters.pictures.picture_colour import Coding
from vidu_desktop.adapters.pictures.pieces_file import Piece, stripped_bytes


class PictureDamaged(Exception):
    """The structure is cut or broken."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """What the structure of a file tells.

    `working_bytes` is the memory that a decoder needs in addition to the pixels that it returns. `bit_depth` is that of one
    channel. `lossless` tells how the picture was compressed. `coding` comes from a PNG's cICP chunk. `grey` says that a PNG's
    colour type is grey. `words` are a PNG's chunks about colour, by name. `profile` is a JPEG's ICC profile. `rare` says that
    the picture is coded in a way that browsers don't read, or as an animation of one frame, so that its own bytes can't be sent.
    `covered` is the part of the picture that this frame covers: left, top, right, bottom.
    """

    width_px: int
    height_px: int
    pieces: tuple[Piece, ...]
    bit_depth: int = 8
    animated: bool = False
    lossless: bool = True
    working_bytes: int = 0
    coding: Coding | None = None
    grey: bool = False
    words: Mapping[bytes, bytes] = field(default_factory=dict)
    profile: bytes | None = None
    rare: bool = False
    covered: tuple[int, int, int, int] | None = None

    @property
    def stripped_bytes(self) -> int:
        """Size of the file without its metadata."""
        return stripped_bytes(self.pieces)


def copy_stripped(file: BinaryIO, layout: Layout, write: Callable[[bytes], object]) -> None:
    """Pass the layout's pieces to `write`, a megabyte at a time. Raises PictureDamaged when reading fails, so that an OSError
    always comes from writing.
    """
    for piece in layout.pieces:
        if isinstance(piece, bytes):
            write(piece)
            continue
        start, end = piece
        file.seek(start)
        while start < end:
            try:
                content = file.read(min(COPY_BYTES, end - start))
            except OSError as error:
                raise PictureDamaged("unreadable") from error
            if not content:
                raise PictureDamaged("shorter than before")
            write(content)
            start += len(content)


class Pieces:
    """Collects pieces and joins neighbours: a PNG may come in thousands of chunks."""

    def __init__(self) -> None:
        self.found: list[Piece] = []

    def add(self, piece: Piece) -> None:
        """Add the next piece."""
        last = self.found[-1] if self.found else None
        if isinstance(piece, tuple) and isinstance(last, tuple) and last[1] == piece[0]:
            self.found[-1] = (last[0], piece[1])
        else:
            self.found.append(piece)


def exactly(file: BinaryIO, count: int) -> bytes:
    """Read `count` bytes. Raises PictureDamaged where the file ends before."""
    content = file.read(count)
    if len(content) != count:
        raise PictureDamaged("cut")
    return content


# JPEG ----------------------------------------------------------------------------------------------------------

_EOI, _SOS, _COM, _APP0, _APP2, _APP14 = 0xD9, 0xDA, 0xFE, 0xE0, 0xE2, 0xEE
_STANDALONE = frozenset({0x01, *range(0xD0, 0xD8)})
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC} | {JPEG_LS}
_PROGRESSIVE = frozenset({0xC2, 0xC6, 0xCA, 0xCE})
# In entropy-coded data, 0xFF is followed by 00 (a literal FF) or a restart marker; anything else ends the
# data.
_SCAN_END = re.compile(rb"\xff[^\x00\xff\xd0-\xd7]")


def scan_jpeg(file: BinaryIO) -> Layout:
    """Walk the segments of the first picture up to its end marker; a second picture behind it (MPO) is left out."""
    file.seek(0)
    if exactly(file, 2) != b"\xff\xd8":
        raise PictureDamaged("no JPEG")
    pieces = Pieces()
    pieces.add((0, 2))
    frame: tuple[int, bytes] | None = None
    profiles: list[bytes] = []
    in_head = True
    while True:
        start, marker = _next_marker(file)
        if marker == _EOI:
            pieces.add((start, start + 2))
            break
        if marker in _STANDALONE:
            continue
        length = struct.unpack(">H", exactly(file, 2))[0]
        body = exactly(file, length - 2) if length >= 2 else b""
        end = start + 2 + max(length, 2)
        if marker in _FRAMES and frame is None:
            frame = marker, body
            refuse_unreadable_frame(marker, body)
        if marker == _APP2 and in_head:
            profiles.append(body)
        if marker == _SOS:
            in_head = False
            end = _end_of_scan(file)
        kept = _kept_segment(marker, body, (start, end))
        if kept is not None:
            pieces.add(kept)
        file.seek(end)
    if frame is None or len(frame[1]) < 6 + 3 * frame[1][5]:
        raise PictureDamaged("no frame")
    return _jpeg_layout(*frame, tuple(pieces.found), jpeg_profile(profiles))


def _jpeg_layout(marker: int, body: bytes, pieces: tuple[Piece, ...], profile: bytes | None) -> Layout:
    depth, height, width, components = struct.unpack(">BHHB", body[:6])
    if not (width and height and components):
        raise PictureDamaged("no size")
    # A progressive picture keeps all its coefficients, two bytes each, in memory until the last scan.
    samplings = [(body[7 + 3 * index] >> 4) * (body[7 + 3 * index] & 15) for index in range(components)]
    per_pixel = sum(samplings) / max(1, *samplings)
    working = int(2 * per_pixel * width * height) if marker in _PROGRESSIVE else 0
    return Layout(
        width_px=width,
        height_px=height,
        pieces=pieces,
        bit_depth=depth,
        lossless=False,
        working_bytes=working,
        profile=profile,
        rare=marker in ARITHMETIC,
    )


def _kept_segment(marker: int, body: bytes, span: tuple[int, int]) -> Piece | None:
    """Keep what decoding needs: tables, frames, scans, Adobe's colour note, and JFIF without its thumbnail."""
    if marker == _APP0 and body.startswith(b"JFIF\0") and len(body) >= 14:
        return b"\xff\xe0\x00\x10" + body[:12] + b"\0\0"
    if marker == _APP14 and body.startswith(b"Adobe"):
        return b"\xff\xee\x00\x0e" + body[:12] if len(body) >= 12 else None
    if _APP0 <= marker <= 0xEF or marker == _COM:
        return None
    return span


def _next_marker(file: BinaryIO) -> tuple[int, int]:
    """Return the offset of the next marker's 0xFF, and the marker; stray bytes before it are skipped."""
    while exactly(file, 1) != b"\xff":
        pass
    while (marker := exactly(file, 1)[0]) == 0xFF:
        pass
    return file.tell() - 2, marker


def _end_of_scan(file: BinaryIO) -> int:
    base = file.tell()
    rest = b""
    while content := file.read(COPY_BYTES):
        window = rest + content
        if found := _SCAN_END.search(window):
            return base + found.start()
        base += len(window) - 1
        rest = window[-1:]
    raise PictureDamaged("no end")


# WebP ----------------------------------------------------------------------------------------------------------

_FRAME_HEAD_BYTES = 20
"""Of an animation's frame: its place, size and duration, and the name of the chunk that is the picture."""


def scan_webp(file: BinaryIO) -> Layout:
    """Walk the chunks. The picture itself is put into the simple container, which has no room for metadata."""
    file.seek(0)
    riff, size, webp = struct.unpack("<4sI4s", exactly(file, 12))
    if riff != b"RIFF" or webp != b"WEBP":
        raise PictureDamaged("no WebP")
    end = size + 8
    picture: tuple[bytes, int, int] | None = None
    canvas, moves, frames = b"", False, list[bytes]()
    while (at := file.tell()) + 8 <= end:
        name, length = struct.unpack("<4sI", exactly(file, 8))
        after = at + 8 + length + length % 2
        if name == b"VP8X":
            canvas = exactly(file, 10)
        moves = moves or name == b"ANIM"
        if name == b"ANMF":
            frames.append(exactly(file, _FRAME_HEAD_BYTES))
        if name in (b"VP8 ", b"VP8L") and picture is None:
            picture = name, at, after
        file.seek(after - 1)
        exactly(file, 1)
    moves = moves or bool(frames)
    if picture is None and not moves:
        raise PictureDamaged("no picture")
    pieces: tuple[Piece, ...] = ()
    width, height = _webp_canvas(canvas)
    if picture is not None:
        name, start, after = picture
        pieces = (struct.pack("<4sI4s", b"RIFF", 4 + after - start, b"WEBP"), (start, after))
        file.seek(start + 8)
        size = _webp_size(name, file.read(10).ljust(10, b"\0"))
        if canvas and not moves and size != (width, height):
            raise PictureDamaged("the canvas isn't the picture")  # a decoder would allocate the larger one
        width, height = (width, height) if canvas else size
    return Layout(
        width_px=width,
        height_px=height,
        pieces=pieces,
        animated=moves and len(frames) != 1,
        lossless=b"VP8L" in ((picture[0],) if picture else [head[-4:] for head in frames]),
        covered=_webp_frame(frames[0]) if moves and len(frames) == 1 else None,
        rare=moves,
    )


def _webp_frame(head: bytes) -> tuple[int, int, int, int]:
    """Return where a frame lies on its canvas: left, top, right, bottom."""
    left, top, wide, high = (int.from_bytes(head[at : at + 3], "little") for at in (0, 3, 6, 9))
    return 2 * left, 2 * top, 2 * left + wide + 1, 2 * top + high + 1


def _webp_canvas(body: bytes) -> tuple[int, int]:
    if len(body) < 10:
        return 0, 0
    return 1 + int.from_bytes(body[4:7], "little"), 1 + int.from_bytes(body[7:10], "little")


def _webp_size(name: bytes, head: bytes) -> tuple[int, int]:
    if name == b"VP8L":
        bits = int.from_bytes(head[1:5], "little")
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    if head[3:6] != b"\x9d\x01\x2a":
        raise PictureDamaged("no key frame")
    width, height = struct.unpack("<HH", head[6:10])
    return width & 0x3FFF, height & 0x3FFF
