"""Where the picture is that a cell names. Pure: folders were listed before.

The rules, in this order: the path as it is written; beside the sheet, by its path from there; by its name in the
folders that the person chose and in the sheet's own, with everything below. Names are the same whatever their case and
however their accents are composed; a name without an ending finds the picture of that name. What is found twice is
asked, never guessed.
"""

import ntpath
import posixpath
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePath, PurePosixPath
from urllib.parse import unquote

from vidu_desktop.domain.pictures import PICTURE_SUFFIXES

_HERE_AS_ON_POSIX = isinstance(PurePath(), PurePosixPath)
SEVERAL_IN_A_CELL = re.compile(r"[\n;|]")


class Missed(StrEnum):
    """Why no picture was found for a cell."""

    NOT_FOUND = "picture-not-found"
    SEVERAL = "picture-several"
    """More than one file has this name."""
    ELSEWHERE = "picture-elsewhere"
    """A network address: opening a path on a share would send this computer's user name and password there.
    """


@dataclass(frozen=True, slots=True)
class Found:
    """The picture that was found, or why none was; `paths` are the candidates."""

    paths: tuple[str, ...] = ()
    missed: Missed | None = None


def same_name(text: str) -> str:
    """Return a name in the form in which two spellings of one file name are equal: letter case and composed
    accents don't matter.
    """
    return unicodedata.normalize("NFC", text).casefold()


def listed_by_name(paths: Iterable[str]) -> Mapping[str, list[str]]:
    """Return pictures by their name, both with and without its ending."""
    names: defaultdict[str, list[str]] = defaultdict(list)
    for path in paths:
        name = same_name(PurePath(path).name)
        stem, dot, ending = name.rpartition(".")
        if dot and f".{ending}" in PICTURE_SUFFIXES:
            names[name].append(path)
            names[stem].append(path)
    return names


def as_written(cell: str) -> tuple[str, Missed | None]:
    """Return the path in a cell without quotation marks, invisible marks and `file://`, and Missed.ELSEWHERE
    for a network address.
    """
    text = cell.strip().strip("\"'\u201c\u201d\ufeff\u200b").strip()
    lowered = text.casefold()
    if lowered.startswith("file:///"):
        text = unquote(text[7:])
        text = text[1:] if re.match(r"/[A-Za-z]:", text) else text
    elif re.match(r"[a-z][a-z0-9+.-]+://", lowered) or text.startswith(("\\\\", "//")):
        return text, Missed.ELSEWHERE
    return text, None


def found_picture(
    cell: str, folder: str, names: Mapping[str, list[str]], is_file: Mapping[str, bool]
) -> Found:
    """Return the picture that a cell names. `folder` is the folder of the sheet; `is_file` tells which of
    `candidates` exist.
    """
    text, missed = as_written(cell)
    if missed is not None:
        return Found(missed=missed)
    for path in candidates(cell, folder):
        if is_file.get(path):
            return Found((path,))
    name = same_name(ntpath.basename(text))
    hits = names.get(name, [])
    if len(hits) > 1:
        hits = _ending_alike(text, hits) or hits
    if len(hits) == 1:
        return Found((hits[0],))
    return Found(tuple(hits), Missed.SEVERAL if hits else Missed.NOT_FOUND)


def candidates(cell: str, folder: str) -> list[str]:
    """Return the paths that the cell means without any search."""
    text, missed = as_written(cell)
    if missed is not None or not text or "\0" in text:
        return []
    if _is_absolute(text):
        return [text]
    if re.match(r"[A-Za-z]:[\\/]", text) or text.startswith(("/", "~")):
        return []  # a path of another system or person: found by name only
    return [posixpath.join(folder, text.replace("\\", "/"))]


def _is_absolute(text: str) -> bool:
    return text.startswith("/") if _HERE_AS_ON_POSIX else PurePath(text).is_absolute()


def _ending_alike(text: str, hits: list[str]) -> list[str]:
    """Of several pictures with one name, return those whose folders are named as in the cell: `red/1.jpg`."""
    parts = [same_name(part) for part in re.split(r"[\\/]", text) if part not in ("", ".")]
    if len(parts) < 2:
        return []
    return [
        hit
        for hit in hits
        if [same_name(part) for part in PurePath(hit).parts[-len(parts) : -1]] == parts[:-1]
    ]
