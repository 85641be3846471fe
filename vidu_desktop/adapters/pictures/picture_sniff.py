"""Recognises what a file really is by its first bytes. Its name counts only where the bytes can't tell: most cameras' raw
files begin like a TIFF or like nothing known.
"""

import re
from enum import StrEnum
from pathlib import PurePath

HEAD_BYTES = 4096


class Kind(StrEnum):
    """What a file can turn out to be. The members up to JPEG2000 are pictures that we can read."""

    PNG = "png"
    JPEG = "jpeg"
    WEBP = "webp"
    BMP = "bmp"
    GIF = "gif"
    TIFF = "tiff"
    AVIF = "avif"
    ICO = "ico"
    TGA = "tga"
    JPEG2000 = "jpeg2000"
    JXL = "jxl"
    EXR = "exr"
    HDR = "hdr"
    """Radiance."""
    DDS = "dds"
    PNM = "pnm"
    """PBM, PGM, PPM and PAM."""
    QOI = "qoi"
    ICNS = "icns"
    CURSOR = "cur"
    PCX = "pcx"
    JPEG_XR = "jpeg xr"
    SGI = "sgi"
    MNG = "mng"
    BPG = "bpg"
    FITS = "fits"
    POSTSCRIPT = "postscript"
    CLIP_STUDIO = "clip studio"
    PROCREATE = "procreate"
    AFFINITY = "affinity"
    PAINT_NET = "paint.net"
    ASEPRITE = "aseprite"
    BLENDER = "blender"
    GIMP = "xcf"
    OPEN_RASTER = "openraster"
    KRITA = "krita"
    ZIP = "zip"
    HEIF = "heif"
    RAW = "raw"
    """A camera's raw data."""
    SVG = "svg"
    HTML = "html"
    PDF = "pdf"
    PSD = "psd"
    VIDEO = "video"
    PLAYLIST = "playlist"
    TEXT = "text"
    EMPTY = "empty"
    UNKNOWN = "unknown"


READABLE = (
    Kind.PNG,
    Kind.JPEG,
    Kind.WEBP,
    Kind.BMP,
    Kind.GIF,
    Kind.TIFF,
    Kind.AVIF,
    Kind.ICO,
    Kind.TGA,
    Kind.JPEG2000,
)
"""The kinds that Pillow reads as it is installed here; HEIF would need a plug-in that we don't ship."""
MEDIA_TYPES = {kind: f"image/{kind.value}" for kind in READABLE}
_RAW_SUFFIXES = frozenset(
    {
        ".nef",
        ".dng",
        ".cr2",
        ".cr3",
        ".arw",
        ".orf",
        ".rw2",
        ".raf",
        ".pef",
        ".srw",
        ".3fr",
        ".iiq",
    }
)
_PREFIXES = (
    (b"\x89PNG\r\n\x1a\n", Kind.PNG),
    (b"\xff\xd8\xff", Kind.JPEG),
    (b"GIF87a", Kind.GIF),
    (b"GIF89a", Kind.GIF),
    (b"II*\0", Kind.TIFF),
    (b"MM\0*", Kind.TIFF),
    (b"II+\0", Kind.TIFF),  # BigTIFF
    (b"MM\0+", Kind.TIFF),
    (b"%PDF", Kind.PDF),
    (b"8BPS", Kind.PSD),
    (b"\x1aE\xdf\xa3", Kind.VIDEO),  # Matroska, WebM
    (b"\x30\x26\xb2\x75\x8e\x66\xcf\x11", Kind.VIDEO),  # ASF: WMV
    (b"FLV\x01", Kind.VIDEO),
    (b"\0\0\x01\xba", Kind.VIDEO),  # MPEG
    (b"FUJIFILMCCD-RAW", Kind.RAW),
    (b"\0\0\0\x0cjP  \r\n\x87\n", Kind.JPEG2000),
    (b"\xff\x4f\xff\x51", Kind.JPEG2000),  # the bare codestream
    (b"\xff\x0a", Kind.JXL),
    (b"\0\0\0\x0cJXL \r\n\x87\n", Kind.JXL),
    (b"v/1\x01", Kind.EXR),
    (b"#?RADIANCE", Kind.HDR),
    (b"#?RGBE", Kind.HDR),
    (b"DDS ", Kind.DDS),
    (b"qoif", Kind.QOI),
    (b"gimp xcf", Kind.GIMP),
    (b"icns", Kind.ICNS),
    (b"II\xbc\x01", Kind.JPEG_XR),
    (b"\x01\xda\0", Kind.SGI),
    (b"\x01\xda\1", Kind.SGI),
    (b"\x8aMNG\r\n\x1a\n", Kind.MNG),
    (b"BPG\xfb", Kind.BPG),
    (b"SIMPLE  =", Kind.FITS),
    (b"%!PS", Kind.POSTSCRIPT),
    (b"\xc5\xd0\xd3\xc6", Kind.POSTSCRIPT),
    (b"CSFCHUNK", Kind.CLIP_STUDIO),
    (b"\0\xffKA", Kind.AFFINITY),
    (b"PDN3", Kind.PAINT_NET),
    (b"BLENDER", Kind.BLENDER),
)
_ZIPPED_SUFFIXES = {
    ".kra": Kind.KRITA,
    ".krz": Kind.KRITA,
    ".ora": Kind.OPEN_RASTER,
    ".procreate": Kind.PROCREATE,
}
_GZIP, _CURSOR, _ASEPRITE = b"\x1f\x8b", b"\0\0\2\0", b"\xe0\xa5"
_PCX = re.compile(rb"\n[\0\2-\5]\x01[\1\2\4\x08]", re.DOTALL)
_TGA_SUFFIXES = frozenset({".tga", ".targa", ".vda", ".icb", ".vst"})
_TGA_TYPES, _TGA_DEPTHS = frozenset({1, 2, 3, 9, 10, 11}), frozenset({8, 15, 16, 24, 32})
_PNM = re.compile(rb"P[1-7]\s(#[^\n]*\n|\s)*(\d+\s|WIDTH )")
_HEIF_BRANDS = frozenset({b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"mif1", b"msf1"})
_MARKUP = (
    (b"<svg", Kind.SVG),
    (b"<html", Kind.HTML),
    (b"<!doctype html", Kind.HTML),
    (b"<head", Kind.HTML),
    (b"<body", Kind.HTML),
    (b"<mpd", Kind.PLAYLIST),
)
_PLAYLISTS = (b"#extm3u", b"ffconcat version", b"v=0", b"[playlist]", b"[reference]", b"<asx", b"<smil")
_LEADING_SPACE = b" \t\r\n"


def kind_of(head: bytes, name: str = "") -> Kind:
    """Tell the kind of a file by `head`, its first HEAD_BYTES. Its name decides only where the bytes can't tell."""
    if not head:
        return Kind.EMPTY
    suffix = PurePath(name).suffix.casefold()
    kind = _by_bytes(head, suffix)
    return Kind.RAW if kind in (Kind.TIFF, Kind.UNKNOWN) and suffix in _RAW_SUFFIXES else kind


def _by_bytes(head: bytes, suffix: str) -> Kind:
    for prefix, kind in _PREFIXES:
        if head.startswith(prefix):
            return kind
    if head[:4] == b"RIFF":
        return {b"WEBP": Kind.WEBP, b"AVI ": Kind.VIDEO}.get(head[8:12], Kind.UNKNOWN)
    # Many texts begin with BM, so the size of the second header must be one that exists.
    if head[:2] == b"BM" and head[14:18] in {
        bytes((size, 0, 0, 0)) for size in (12, 40, 52, 56, 64, 108, 124)
    }:
        return Kind.BMP
    if head[4:8] == b"ftyp":
        return _by_brand(head)
    if head[:4] == b"PK\x03\x04":
        return _zipped_kind(head, suffix)
    # An icon holds at least one picture, and the reserved byte of the first one is 0.
    if head[:4] == b"\0\0\1\0" and head[4:6] != b"\0\0" and head[9:10] == b"\0":
        return Kind.ICO
    if _PNM.match(head):
        return Kind.PNM
    if suffix in _TGA_SUFFIXES and _may_be_tga(head):
        return Kind.TGA
    if (rare := _rare_kind(head, suffix)) is not None:
        return rare
    return Kind.VIDEO if _is_old_video(head) else _text_kind(head)


def _rare_kind(head: bytes, suffix: str) -> Kind | None:
    """Tell kinds whose first bytes alone are too few, or stand further on."""
    if suffix == ".cur" and head.startswith(_CURSOR):
        return Kind.CURSOR
    if suffix == ".svgz" and head.startswith(_GZIP):
        return Kind.SVG
    if suffix in (".ase", ".aseprite") and head[4:6] == _ASEPRITE:
        return Kind.ASEPRITE
    return Kind.PCX if suffix == ".pcx" and _PCX.match(head) else None


def _is_old_video(head: bytes) -> bool:
    """Whether it is a QuickTime file from before 2001, which begins with one of several boxes, or MPEG in packets of 188
    bytes.
    """
    is_quicktime = head[4:8] in (b"moov", b"mdat", b"wide", b"pnot")
    return is_quicktime or (head[:1] == b"G" and head[188:189] == b"G" and head[376:377] == b"G")


def _zipped_kind(head: bytes, suffix: str) -> Kind:
    """Tell the documents of painting programs apart by the type that stands first in them, or else by their name."""
    if b"application/x-krita" in head[:200]:
        return Kind.KRITA
    if b"image/openraster" in head[:200]:
        return Kind.OPEN_RASTER
    return _ZIPPED_SUFFIXES.get(suffix, Kind.ZIP)


def _may_be_tga(head: bytes) -> bool:
    """Whether the header makes sense as that of a TGA, which has no fixed first bytes. The caller has checked the file's
    name.
    """
    return len(head) > 18 and head[1] < 2 and head[2] in _TGA_TYPES and head[16] in _TGA_DEPTHS


def _by_brand(head: bytes) -> Kind:
    """Tell apart the formats that are made of the same boxes as MP4."""
    length = min(int.from_bytes(head[:4], "big"), len(head))
    brands = {head[8:12], *(head[at : at + 4] for at in range(16, length - 3, 4))}
    if head[8:12] in (b"avif", b"avis") or (head[8:12] in _HEIF_BRANDS and b"avif" in brands):
        return Kind.AVIF
    if head[8:12] == b"crx ":
        return Kind.RAW
    return Kind.HEIF if head[8:12] in _HEIF_BRANDS else Kind.VIDEO


def _text_kind(head: bytes) -> Kind:
    for mark, encoding in (
        (b"\xff\xfe", "utf-16-le"),
        (b"\xfe\xff", "utf-16-be"),
        (b"\xef\xbb\xbf", "utf-8"),
    ):
        if head.startswith(mark):
            head = head[len(mark) :].decode(encoding, "replace").encode()
            break
    text = head.lower()
    start = text.lstrip(_LEADING_SPACE)
    if start.startswith(_PLAYLISTS):
        return Kind.PLAYLIST
    if start.startswith(b"<"):
        return next((kind for mark, kind in _MARKUP if mark in text), Kind.TEXT)
    if b"\0" not in head and sum(byte < 9 for byte in head) == 0:
        return Kind.TEXT
    return Kind.UNKNOWN
