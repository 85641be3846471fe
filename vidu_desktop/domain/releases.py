"""Which version of the program is newer than another, and which version a download address names."""

import re
from urllib.parse import unquote, urlsplit

_TAG = re.compile(r"v?(\d{1,6}(?:\.\d{1,6}){1,3})")
_NUMBERS = re.compile(r"(\d+(?:\.\d+)*)(.*)")


def version_named_by(url: str) -> str:
    """Return the version at the end of an address, as in `.../releases/tag/v0.3.0`; empty for none."""
    try:
        end = unquote(urlsplit(url).path.rstrip("/").rpartition("/")[2])
    except ValueError:
        return ""
    tag = _TAG.fullmatch(end)
    return tag[1] if tag else ""


def is_newer(version: str, than: str) -> bool:
    """Whether a released version is newer than a given one, which may be unreleased itself, such as
    `0.3.0rc1`.
    """
    theirs, _ = _ordered(version)
    ours, unfinished = _ordered(than)
    return theirs > ours or (theirs == ours and unfinished)


def _ordered(version: str) -> tuple[tuple[int, ...], bool]:
    """Return the numbers of a version without trailing zeros, and whether anything but numbers follows."""
    parts = _NUMBERS.fullmatch(version)
    if parts is None:
        return (), True
    numbers = [int(number) for number in parts[1].split(".")]
    while numbers and not numbers[-1]:
        numbers.pop()
    return tuple(numbers), bool(parts[2])
