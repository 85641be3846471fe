"""The work of helper processes on pictures: check them, prepare them for sending, make thumbnails.

All functions take and return plain values, and raise BadInput or DiskTrouble.
"""

import os
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from PIL import Image

from vidu_desktop.adapters.disk.hashing import sha256_from_here
from vidu_desktop.adapters.disk.os_errors import disk_trouble, raising_disk_trouble
from vidu_desktop.adapters.disk.own_files import make_own_folder
from vidu_desktop.adapters.disk.shown_names import shown_name
from vidu_desktop.adapters.disk.writing import close_and_rename, temporary_file, write_atomically, writing
from vidu_desktop.adapters.pictures import pixels
from vidu_desktop.adapters.pictures.metadata_strip import Layout, copy_stripped
from vidu_desktop.adapters.pictures.picture_encoding import encoded, jpeg
from vidu_desktop.adapters.pictures.picture_errors import HeadRefusal
from vidu_desktop.adapters.pictures.picture_framing import framed
from vidu_desktop.adapters.pictures.picture_opening import (
    WORKED_ON_PIXELS_MOST,
    Opened,
    decode,
    opened_picture,
)
from vidu_desktop.adapters.pictures.picture_sniff import MEDIA_TYPES
from vidu_desktop.domain.catalogue import PictureLimits
from vidu_desktop.domain.framing import Framing
from vidu_desktop.domain.pictures import PictureFacts, PreparedPicture
from vidu_desktop.errors import BadInput

EXTENSIONS = {"image/png": ".png", "image/jpeg": ".jpg", "image/webp": ".webp"}
_LEFT_BEHIND_S = 3600
_THUMBNAIL_QUALITY = 88


def _reasons(opened: Opened, pixel_notes: tuple[str, ...], limits: PictureLimits) -> tuple[str, ...]:
    """Return the reasons for which the picture has to be encoded anew; empty when its own bytes can be sent."""
    notes = list(pixel_notes)
    layout = opened.layout
    if layout is None or layout.rare or MEDIA_TYPES[opened.kind] not in limits.media_types:
        notes.append("format")
    elif layout.stripped_bytes > limits.max_bytes:
        notes.append("too-large")
    return tuple(notes)


def look(path: str, limits: PictureLimits) -> PictureFacts:
    """Find out what a picture is and what has to be done to send it. Decodes all of it, so that a truncated file is noticed."""
    with opened_picture(path) as opened:
        # Decoding a JPEG at an eighth of its size is enough to read all of its data.
        notes = _reasons(opened, decode(opened, pixels_most=1), limits)
        return _facts(path, opened, opened.worked_on_size if notes else opened.upright_size, notes)


def _facts(path: str, opened: Opened, size: tuple[int, int], notes: tuple[str, ...] = ()) -> PictureFacts:
    return PictureFacts(
        path=path,
        name=shown_name(path),
        width_px=size[0],
        height_px=size[1],
        file_bytes=opened.file_bytes,
        media_type=MEDIA_TYPES[opened.kind],
        reencoded=bool(notes),
        notes=notes,
    )


def look_at_heads(paths: Sequence[str]) -> list[PictureFacts | HeadRefusal]:
    """Find out what many pictures are from their heads alone. Whether a picture is complete is only seen when it is prepared."""
    return [_head_of(path) for path in paths]


def _head_of(path: str) -> PictureFacts | HeadRefusal:
    try:
        with opened_picture(path, heads_only=True) as opened:
            return _facts(path, opened, opened.upright_size)
    except BadInput as error:
        return error.code, error.sentence.template, dict(error.sentence.values)


def prepare(
    path: str, limits: PictureLimits, inputs_dir: str, framing: Framing | None = None
) -> PreparedPicture:
    """Write the picture that will be sent to `inputs_dir`/ab/<SHA-256>.<ext>, durably. If nothing has to be changed, these
    are the picture's own bytes without its metadata.
    """
    with opened_picture(path) as opened:
        notes = _reasons(opened, decode(opened, WORKED_ON_PIXELS_MOST), limits)
        needed = framing is not None and framing.needed_for(*opened.upright_size)
        if not (notes or needed) and opened.layout is not None:
            return _store_stripped(opened, opened.layout, Path(inputs_dir))
        image = pixels.upright_srgb(opened.image, WORKED_ON_PIXELS_MOST)
        if framing is not None and needed:
            image = framed(image, framing, WORKED_ON_PIXELS_MOST)
        content, media_type, size = encoded(image, limits, lossless=opened.lossless)
    return _store(writing(content), media_type, size, Path(inputs_dir))


def _store_stripped(opened: Opened, layout: Layout, inputs_dir: Path) -> PreparedPicture:
    """Copy the picture's own bytes without its metadata."""
    media_type = MEDIA_TYPES[opened.kind]

    def write(file: BinaryIO) -> None:
        copy_stripped(opened.file, layout, file.write)

    return _store(write, media_type, (layout.width_px, layout.height_px), inputs_dir)


def _store(
    write: Callable[[BinaryIO], None], media_type: str, size: tuple[int, int], inputs_dir: Path
) -> PreparedPicture:
    """Write a new file, hash and sync it, and rename it to the name that its hash gives. Nothing is placed where the same
    content is there already.
    """
    try:
        make_own_folder(inputs_dir)
        _sweep(inputs_dir)
        with temporary_file(inputs_dir, f".new-{os.getpid()}") as (path, file):
            write(file)
            image_bytes = file.tell()
            file.seek(0)
            digest = sha256_from_here(file)
            target = prepared_file(inputs_dir, digest, media_type)
            if not (target.is_file() and target.stat().st_size == image_bytes):
                make_own_folder(target.parent)
                close_and_rename(file, path, target)
    except OSError as error:
        raise disk_trouble(error, inputs_dir) from error
    return PreparedPicture(
        sha256=digest, media_type=media_type, width_px=size[0], height_px=size[1], image_bytes=image_bytes
    )


def _sweep(inputs_dir: Path) -> None:
    """Remove files that killed helpers have left behind."""
    for path in inputs_dir.glob(".new-*"):
        with suppress(OSError):
            if time.time() - path.stat().st_mtime > _LEFT_BEHIND_S:
                path.unlink()


def prepared_file(inputs_dir: Path, digest: str, media_type: str) -> Path:
    """Return the path of a prepared picture, whether it is there or not."""
    return inputs_dir / digest[:2] / f"{digest}{EXTENSIONS[media_type]}"


def make_thumbnail(path: str, side_px: int, thumbs_dir: str) -> str:
    """Write a JPEG that fits a square of `side_px`, once for the same content and size; return its path."""
    with opened_picture(path) as opened:
        opened.file.seek(0)
        target = thumbnail_file(Path(thumbs_dir), sha256_from_here(opened.file), side_px)
        if not target.is_file():
            opened.file.seek(0)
            decode(opened, side_px * side_px * 4)
            image = pixels.upright_srgb(opened.image, side_px * side_px * 16)
            image.thumbnail((side_px, side_px), Image.Resampling.LANCZOS)
            content = jpeg(image, _THUMBNAIL_QUALITY)
            with raising_disk_trouble(Path(thumbs_dir)):
                make_own_folder(Path(thumbs_dir))
            write_atomically(target, writing(content), durable=False, make_folders=True)
    return str(target)


def thumbnail_file(thumbs_dir: Path, digest: str, side_px: int) -> Path:
    """Return the path of the thumbnail for a file with this SHA-256."""
    return thumbs_dir / digest[:2] / f"{digest}-{side_px}.jpg"
