"""Accepting a picture: a regular file of a kind that we read, with a complete structure, one frame, and not too large.

Whatever a foreign file makes a decoder do is turned into one refusal with a sentence.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import BinaryIO, cast

from PIL import Image, ImageFile, TiffImagePlugin, UnidentifiedImageError

from vidu_desktop.adapters.disk.reading import open_regular
from vidu_desktop.adapters.pictures import bmp_runs, icon_choice, opacity, picture_colour, pixels, tga_reading
from vidu_desktop.adapters.pictures.avif_properties import Properties, properties_of, shown_size
from vidu_desktop.adapters.pictures.coded_unreadably import CodedUnreadably
from vidu_desktop.adapters.pictures.colour_boxes import (
    bmp_profile,
    has_alpha,
    has_small_alpha,
    jp2_profile,
    nclx_of,
)
from vidu_desktop.adapters.pictures.metadata_strip import Layout, scan_jpeg, scan_webp
from vidu_desktop.adapters.pictures.picture_errors import refusal, refusal_of_kind, refusal_to_open
from vidu_desktop.adapters.pictures.picture_sniff import HEAD_BYTES, READABLE, Kind, kind_of
from vidu_desktop.adapters.pictures.pieces_file import PiecesFile
from vidu_desktop.adapters.pictures.png_chunks import scan_png
from vidu_desktop.adapters.pictures.tiff_coding import refuse_unreadable
from vidu_desktop.domain.pictures import FILE_BYTES_MOST
from vidu_desktop.errors import ViduDesktopError

# A helper may use 300 MB. Pillow keeps 4 bytes a pixel; with the decoders of WebP and AVIF it is 12 to 17 in
# all (337 MB for 20 million pixels, measured with Pillow 13). A JPEG can be decoded at half, quarter or
# eighth size, so only its coefficients count, if it is progressive. A transparent PNG of 50 million pixels
# took 302 MB.
PIXELS_MOST = {
    Kind.WEBP: 15_000_000,
    Kind.AVIF: 15_000_000,
    Kind.JPEG2000: 10_000_000,
    Kind.JPEG: 210_000_000,
}
PIXELS_MOST_ELSE = 46_000_000
_WORKING_BYTES_MOST = 180_000_000
WORKED_ON_PIXELS_MOST = 25_000_000
_ICON_PIXELS_MOST = 4_000_000

_SCANS = {Kind.PNG: scan_png, Kind.JPEG: scan_jpeg, Kind.WEBP: scan_webp}
_PILLOW_NAMES = {kind: kind.value.upper() for kind in READABLE}
_TIFF_SIGNED, _TIFF_MULTIPLIED = 2, 1
"""Values of SampleFormat and of ExtraSamples."""
_SIDEWAYS = 5
"""From this EXIF orientation on, width and height are swapped."""


@dataclass(slots=True, kw_only=True)
class Opened:
    """A picture that was accepted: of a known kind, complete in its structure, not too large, with one frame. It isn't
    decoded yet.
    """

    path: str
    file: BinaryIO
    kind: Kind
    file_bytes: int
    layout: Layout | None
    image: Image.Image
    width_px: int
    height_px: int
    properties: Properties = ()
    """Those of an AVIF."""

    @property
    def lossless(self) -> bool:
        """Whether the picture should also be encoded without loss if it is encoded anew."""
        return self.layout.lossless if self.layout else self.kind not in (Kind.AVIF, Kind.JPEG2000)

    @property
    def upright_size(self) -> tuple[int, int]:
        """Width and height of the picture as people see it."""
        sideways = pixels.orientation_of(self.image) >= _SIDEWAYS
        return (self.height_px, self.width_px) if sideways else (self.width_px, self.height_px)

    @property
    def worked_on_size(self) -> tuple[int, int]:
        """`upright_size`, reduced as pictures that are too large to be worked on are reduced."""
        width, height = self.upright_size
        if self.kind is Kind.JPEG:
            scale = _jpeg_scale(width * height, WORKED_ON_PIXELS_MOST)
            width, height = -(-width // scale), -(-height // scale)
        factor = pixels.factor_for(width, height, WORKED_ON_PIXELS_MOST)
        return -(-width // factor), -(-height // factor)


@contextmanager
def opened_picture(path: str, *, heads_only: bool = False) -> Iterator[Opened]:
    """Accept a picture, and turn whatever its decoder raises inside the block into a refusal.

    With `heads_only`, the structure isn't walked, because that reads all of the file.
    """
    try:
        file = open_regular(path)
    except OSError as error:
        raise refusal_to_open(error, path) from error
    except ValueError as error:  # a NUL in the path
        raise refusal("picture-missing", path) from error
    with file:
        try:
            yield _let_in(path, file, heads_only=heads_only)
        except (ViduDesktopError, MemoryError):
            raise
        except CodedUnreadably as error:
            raise refusal("picture-format", path, format=error.format) from error
        except pixels.Unusual as error:
            raise refusal("picture-unusual", path) from error
        except Exception as error:  # Pillow raises a dozen kinds for broken files
            raise refusal("picture-damaged", path) from error


def _let_in(path: str, file: BinaryIO, *, heads_only: bool) -> Opened:
    head = file.read(HEAD_BYTES)
    kind = kind_of(head, path)
    if kind not in READABLE:
        raise refusal_of_kind(kind, path)
    file_bytes = os.fstat(file.fileno()).st_size
    if file_bytes > FILE_BYTES_MOST:
        raise refusal("picture-too-heavy", path)
    if kind is Kind.ICO:
        file, is_png = icon_choice.shown_of(file)
        kind = Kind.PNG if is_png else Kind.ICO
    scan = None if heads_only else _SCANS.get(kind)
    layout = scan(file) if scan else None
    if layout is not None:
        _check_size(path, kind, layout.width_px, layout.height_px, layout.working_bytes)
    if layout is not None and layout.animated:
        raise refusal("picture-animated", path)
    file.seek(0)
    # Our own limits apply before anything is decoded. But an icon's picture may be larger than its index
    # says. For icons, Pillow checks its limit while it decodes, and refuses more than twice the limit.
    Image.MAX_IMAGE_PIXELS = _ICON_PIXELS_MOST // 2 if kind is Kind.ICO else None
    if kind is Kind.TIFF:
        refuse_unreadable(file)
    image = _png(file, layout or scan_png(file, heads_only=True)) if kind is Kind.PNG else _opened(file, kind)
    pixels.settle_orientation(image, kind)
    _check_size(path, kind, *image.size)
    if kind in (Kind.GIF, Kind.AVIF) and getattr(image, "is_animated", False):
        raise refusal("picture-animated", path)
    properties = properties_of(file, file_bytes) if kind is Kind.AVIF else ()
    width_px, height_px = shown_size(properties, image.size)
    return Opened(
        path=path,
        file=file,
        kind=kind,
        file_bytes=file_bytes,
        layout=layout,
        image=image,
        width_px=width_px,
        height_px=height_px,
        properties=properties,
    )


def _png(file: BinaryIO, layout: Layout) -> Image.Image:
    """Open a PNG without the chunks that don't count: Pillow refuses some of these, and uses others."""
    image = Image.open(cast("BinaryIO", PiecesFile(file, layout.pieces)), formats=["PNG"])
    if layout.profile is not None:
        image.info["icc_profile"] = layout.profile
    if b"eXIf" in layout.words:
        image.info["exif"] = b"Exif\0\0" + layout.words[b"eXIf"]
    return image


def _opened(file: BinaryIO, kind: Kind) -> Image.Image:
    try:
        file = tga_reading.with_depth_of_pillow(file) if kind is Kind.TGA else file
        return Image.open(file, formats=[_PILLOW_NAMES[kind]])
    except OSError as error:
        # Pillow says so of BMPs with 2 bits a pixel, or 10 bits a colour.
        if kind is Kind.BMP and str(error).startswith("Unsupported BMP"):
            raise pixels.Unusual from error
        # A complete TIFF may hold pixels that Pillow has no mode for: colour as floats, 16 bits with alpha.
        if kind is Kind.TIFF and isinstance(error, UnidentifiedImageError) and _says_a_size(file):
            raise pixels.Unusual from error
        raise


def _says_a_size(file: BinaryIO) -> bool:
    file.seek(0)
    tags = TiffImagePlugin.ImageFileDirectory_v2(file.read(8))
    file.seek(tags.next)
    tags.load(file)
    return TiffImagePlugin.IMAGEWIDTH in tags


def _check_size(path: str, kind: Kind, width: int, height: int, working_bytes: int = 0) -> None:
    most = PIXELS_MOST.get(kind, PIXELS_MOST_ELSE)
    if working_bytes > _WORKING_BYTES_MOST:
        most = min(most, most_of_progressive(width * height, working_bytes))
    if width * height > most:
        raise refusal(
            "picture-too-many-pixels", path, width=width, height=height, most=max(1, most // 1_000_000)
        )


def most_of_progressive(pixel_count: int, working_bytes: int) -> int:
    """Return how many pixels a progressive JPEG may have. `pixel_count` and `working_bytes` are those of a JPEG with the same
    sampling.
    """
    return pixel_count * _WORKING_BYTES_MOST // working_bytes


def decode(opened: Opened, pixels_most: int) -> tuple[str, ...]:
    """Decode all of the picture, a JPEG no larger than needed, and return the notes on its pixels. A picture that passes can
    also be converted.
    """
    image = opened.image
    if opened.kind is Kind.JPEG:
        scale = _jpeg_scale(image.width * image.height, pixels_most)
        image.draft(image.mode, (max(1, image.width // scale), max(1, image.height // scale)))
    several = opened.kind is Kind.TIFF and getattr(image, "n_frames", 1) > 1
    tiles = image.tile if isinstance(image, ImageFile.ImageFile) else []
    covered = opened.layout.covered if opened.layout else None
    if opened.kind is Kind.GIF and tiles:
        covered = tiles[0].extents
    if opened.kind is Kind.TIFF:
        _refuse_misread(image)
    if opened.kind is Kind.BMP and bmp_runs.has_gaps(opened.file):
        raise pixels.Unusual
    image.load()
    if opened.kind is Kind.ICO:  # the picture inside decides its size
        opened.width_px, opened.height_px = image.size
    bit_depth = opened.layout.bit_depth if opened.layout else 8
    _settle(opened, bit_depth)
    if opened.kind is Kind.AVIF and (opened.width_px, opened.height_px) != image.size:
        opened.image = image.crop((0, 0, opened.width_px, opened.height_px))
    if covered is not None and covered != (0, 0, *image.size):
        opened.image = opacity.cover_only(image, covered)
    notes = pixels.notes_of(opened.image, bit_depth)
    if notes:
        pixels.try_conversion(opened.image)
    return notes + (("first-page",) if several else ())


def _settle(opened: Opened, bit_depth: int) -> None:
    """Bring what the file says about transparency and colour into the one form from which pixels are converted. Raises
    Unusual.
    """
    layout = opened.layout
    if opened.kind is Kind.PNG and layout:
        opacity.settle(opened.image, bit_depth, lambda: _lower_bytes(opened.file, layout))
        picture_colour.settle_png(opened.image, layout.words)
        if layout.grey:
            opened.image.info[opacity.GREY] = True
    elif opened.kind is Kind.TIFF:
        _settle_tiff(opened)
    elif opened.kind is Kind.JPEG and layout:
        opened.image.info["icc_profile"] = layout.profile
    elif opened.kind is Kind.JPEG2000:
        opened.image.info["icc_profile"] = jp2_profile(opened.file, opened.file_bytes)
    elif opened.kind is Kind.BMP:
        _settle_bmp(opened)
    elif opened.kind is Kind.TGA:
        opened.image = tga_reading.settled(opened.image, opened.file)
    elif opened.kind is Kind.WEBP and layout and layout.rare:
        opened.image.info.pop("icc_profile", None)  # as in browsers, an animation has no profile
    coding = layout.coding if layout else None
    if opened.kind is Kind.AVIF:
        coding = nclx_of(opened.properties)
    picture_colour.settle(opened.image, coding, of_video=opened.kind is Kind.AVIF)


def _settle_bmp(opened: Opened) -> None:
    if has_small_alpha(opened.file):
        raise pixels.Unusual
    profile = bmp_profile(opened.file)
    if has_alpha(opened.file):
        opened.image.putalpha(_fourth_bytes(opened.file))
    opened.image.info["icc_profile"] = profile


def _refuse_misread(image: Image.Image) -> None:
    """Raise Unusual for TIFFs that Pillow reads wrongly or not at all: uncompressed separate planes of 16 bits come out as
    noise, those of grey and opacity as white, signed numbers as if they were unsigned; uncompressed planes that are multiplied
    by opacity break off.
    """
    assert isinstance(image, TiffImagePlugin.TiffImageFile)  # noqa: S101 - that is what this kind is opened as
    tags = image.tag_v2
    deep = max(tags.get(TiffImagePlugin.BITSPERSAMPLE, (1,))) > 8
    separate = tags.get(TiffImagePlugin.PLANAR_CONFIGURATION, 1) != 1
    signed = _TIFF_SIGNED in tags.get(TiffImagePlugin.SAMPLEFORMAT, ())
    multiplied = _TIFF_MULTIPLIED in tags.get(TiffImagePlugin.EXTRASAMPLES, ())
    raw = image.info.get("compression") == "raw"
    if signed or (separate and (image.mode in ("LA", "La") or (raw and (deep or multiplied)))):
        raise pixels.Unusual


def _settle_tiff(opened: Opened) -> None:
    image = opened.image
    assert isinstance(image, TiffImagePlugin.TiffImageFile)  # noqa: S101 - that is what this kind is opened as
    tags = image.tag_v2
    if image.mode == "La":  # grey that is multiplied by its opacity; Pillow converts it to nothing else
        opened.image = image.convert("LA")
    if tags.get(TiffImagePlugin.PHOTOMETRIC_INTERPRETATION) == 0 and image.mode in opacity.SIXTEEN_BIT:
        image.info[opacity.WHITE_IS_ZERO] = True


def _fourth_bytes(file: BinaryIO) -> Image.Image:
    """Decode the opacity of a BMP of 32 bits, which Pillow takes for padding."""
    file.seek(0)
    image = Image.open(file, formats=["BMP"])
    # As if the fourth byte were red. The other arguments are the length and order of the rows.
    image.tile = [
        tile._replace(args=("XBGR", *cast("tuple[object, ...]", tile.args)[1:])) for tile in image.tile
    ]
    image.load()
    return image.getchannel("R")


def _lower_bytes(file: BinaryIO, layout: Layout) -> Image.Image:
    """Decode the less significant bytes of a 16-bit RGB PNG, which Pillow drops."""
    image = _png(file, layout)
    assert isinstance(image, ImageFile.ImageFile)  # noqa: S101 - as every opened picture
    # Read with the other byte order, Pillow keeps the lower byte.
    image.tile = [tile._replace(args="RGB;16L") for tile in image.tile]
    image.load()
    return image


def _jpeg_scale(pixel_count: int, pixels_most: int) -> int:
    """Return by which factor a JPEG can be reduced while it is decoded: 1, 2, 4 or 8."""
    return next((scale for scale in (1, 2, 4) if pixel_count <= pixels_most * scale**2), 8)
