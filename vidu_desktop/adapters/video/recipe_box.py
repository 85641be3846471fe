"""The recipe inside a video: how the video was made, as JSON, in a box of our own at the end of the file.

Layout of the box, big-endian: size (4), `uuid` (4), our UUID (16), version (1), the offset (8) at which the service's last
box had 0 as its size (“to the end of the file”; all ones if it hadn't), then the JSON in UTF-8. ISO/IEC 14496-12 lets readers
skip `uuid` boxes that they don't know. That size is the only one of the service's own bytes that is ever changed (otherwise
our box would be inside the last one), and it is restored when our box is taken out.
"""

import os
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from vidu_desktop.adapters.disk.reading import open_regular
from vidu_desktop.adapters.disk.shown_names import COPY_BYTES
from vidu_desktop.adapters.disk.writing import write_atomically
from vidu_desktop.adapters.pictures.iso_boxes import Box, BrokenBoxes, walk
from vidu_desktop.adapters.video.video_errors import not_a_video, unreadable

RECIPE_UUID = bytes.fromhex("5f0e7c1a9d3b4b6e8a2c71d4e6b80f35")
RECIPE_BYTES_MOST = 1 << 20
_VERSION = 1
_WHOLE = frozenset({b"moov", b"mdat"})
_BOXES = _WHOLE | {
    b"free",
    b"skip",
    b"wide",
    b"uuid",
    b"udta",
    b"meta",
    b"moof",
    b"mfra",
    b"sidx",
    b"styp",
    b"emsg",
    b"prft",
}
"""What may stand behind a video at the top level. A cut one of these is a cut file; anything else is no part of it."""
_NO_OFFSET = (1 << 64) - 1
_FIXED = struct.Struct(">BQ")
_U32_MOST = (1 << 32) - 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivered:
    """The part of a file that the service delivered: `end` bytes, in which the size at `zero_size_at` was 0."""

    end: int
    zero_size_at: int | None = None
    recipe: bytes | None = None


def delivered_part(file: BinaryIO) -> Delivered:
    """Find where our box begins and what came before it. Raises BrokenBoxes; never reads more than a recipe may have."""
    file_bytes = os.fstat(file.fileno()).st_size
    last: Box | None = None
    names = set[bytes]()
    try:
        for box in walk(file, file_bytes):
            last = box
            names.add(box.name)
    except BrokenBoxes:
        if last is None or not names >= _WHOLE or _name_at(file, last.end) in _BOXES:
            raise
        return Delivered(end=last.end)  # a gateway's page behind a whole video
    if last is None or last.uuid != RECIPE_UUID or last.end - last.content_start < _FIXED.size:
        return Delivered(end=file_bytes)
    file.seek(last.content_start)
    version, offset = _FIXED.unpack(file.read(_FIXED.size))
    json_bytes = last.end - last.content_start - _FIXED.size
    if version != _VERSION or json_bytes > RECIPE_BYTES_MOST:
        return Delivered(end=file_bytes)
    zero_size_at = offset if offset + 4 <= last.start else None
    return Delivered(end=last.start, zero_size_at=zero_size_at, recipe=file.read(json_bytes))


def _name_at(file: BinaryIO, start: int) -> bytes:
    file.seek(start + 4)
    return file.read(4)


def delivered_bytes(file: BinaryIO, delivered: Delivered) -> Iterator[bytes]:
    """Yield what the service delivered, byte for byte, in pieces."""
    at = 0
    file.seek(0)
    while at < delivered.end:
        # The 4 bytes of the changed size are a piece of their own.
        changed = delivered.zero_size_at
        if at == changed:
            file.seek(at + 4)
            at += 4
            yield bytes(4)
            continue
        stop = delivered.end if changed is None or changed < at else changed
        content = file.read(min(COPY_BYTES, stop - at))
        if not content:
            raise BrokenBoxes("shorter than before")
        at += len(content)
        yield content


def embed(path: str, recipe_json: str) -> None:
    """Put this recipe into the file at `path`, replacing the one that it may have; atomic and durable.

    Raises NotAVideo when the boxes can't be read, DiskTrouble, and ValueError for a recipe above RECIPE_BYTES_MOST.
    """
    # File names that aren't valid Unicode contain lone surrogates; as JSON escapes they keep their meaning.
    content = recipe_json.encode("utf-8", "backslashreplace")
    if len(content) > RECIPE_BYTES_MOST:
        raise ValueError("the recipe is longer than a megabyte")
    _rewrite(path, path, content)


def copy_clean(path: str, clean_path: str) -> None:
    """Write to `clean_path` exactly what the service delivered, without the recipe."""
    _rewrite(path, clean_path, None)


def extract_recipe(path: str) -> str | None:
    """Return the recipe's JSON text; None for a file that has none or can't be read. The text must not be trusted."""
    try:
        with open_regular(path) as file:
            recipe = delivered_part(file).recipe
    except (OSError, BrokenBoxes, ValueError):
        return None
    return None if recipe is None else recipe.decode("utf-8", "replace")


def _rewrite(path: str, target: str, recipe: bytes | None) -> None:
    try:
        file = open_regular(path)
    except OSError as error:
        raise unreadable(path, error) from error
    with file:
        try:
            if next(walk(file, os.fstat(file.fileno()).st_size)).name != b"ftyp":
                raise not_a_video("video-not-mp4")
            delivered = delivered_part(file)
            open_end = None if recipe is None else _open_end(file, delivered)
        except (BrokenBoxes, StopIteration) as error:
            raise not_a_video("video-damaged") from error
        except OSError as error:
            raise unreadable(path, error) from error

        def write(copy: BinaryIO) -> None:
            for content in delivered_bytes(file, delivered):
                copy.write(content)
            file.close()  # Windows can't replace an open file
            if recipe is None:
                return
            if open_end is not None:
                copy.seek(open_end.start)
                copy.write(struct.pack(">I", open_end.end - open_end.start))
                copy.seek(0, os.SEEK_END)
            copy.write(_box(recipe, open_end))

        write_atomically(Path(target), write)


def _open_end(file: BinaryIO, delivered: Delivered) -> Box | None:
    """Return the service's last box if it has no size of its own. Raises BrokenBoxes if it is too large to get one."""
    if delivered.zero_size_at is not None:
        start = delivered.zero_size_at
        return Box(name=b"", start=start, content_start=start + 8, end=delivered.end, to_the_end=True)
    last = None
    for box in walk(file, delivered.end):
        last = box
    if last is None or not last.to_the_end:
        return None
    if last.end - last.start > _U32_MOST:
        raise BrokenBoxes("no room for the size")
    return last


def _box(recipe: bytes, open_end: Box | None) -> bytes:
    fixed = _FIXED.pack(_VERSION, _NO_OFFSET if open_end is None else open_end.start)
    size = 8 + len(RECIPE_UUID) + len(fixed) + len(recipe)
    return struct.pack(">I4s", size, b"uuid") + RECIPE_UUID + fixed + recipe
