"""The order of files as people count: `shot2.png` before `shot10.png`. Pure."""

import re
from collections.abc import Iterable
from pathlib import PurePath

_DIGITS = re.compile("([0-9]+)")
_Key = list[tuple[int, str]]


def in_name_order(paths: Iterable[str]) -> list[str]:
    """Sort by name.

    Qt's QCollator has a numeric mode, but it is silently off in the C locale.
    """
    return sorted(paths, key=lambda path: (_count_key(PurePath(path).name), path))


def in_tree_order(relative_paths: Iterable[str]) -> list[str]:
    """Sort paths below one folder: its own files first, then those of each folder below it, each by name."""

    def key(path: str) -> tuple[list[tuple[bool, _Key]], str]:
        *folders, name = path.split("/")
        return [*((True, _count_key(folder)) for folder in folders), (False, _count_key(name))], path

    return sorted(relative_paths, key=key)


def _count_key(name: str) -> _Key:
    parts = _DIGITS.split(name.casefold())
    return [(int(part), "") if _DIGITS.fullmatch(part) else (-1, part) for part in parts if part]
