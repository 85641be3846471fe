"""Looks through the pictures in the library that its videos were made from. Each is a file that is named by its content."""

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from vidu_desktop.adapters.disk.hashing import sha256_of
from vidu_desktop.adapters.records.library_layout import is_file

_FOLDER = re.compile(r"[0-9a-f]{2}")
_PICTURE = re.compile(r"[0-9a-f]{64}\.(png|jpg|webp)")
Say = Callable[[str, Path], None]
"""Takes the code of a finding, and where it is."""


def kept_pictures(inputs_dir: Path, say: Say) -> Iterator[Path]:
    """Yield each picture, in order of its name. Reports by `say` what isn't a file or may not be opened. Raises OSError
    where the disk fails.
    """
    for folder in _inside(inputs_dir, say):
        if not _FOLDER.fullmatch(folder.name):
            continue
        for entry in _inside(Path(folder), say):
            if _PICTURE.fullmatch(entry.name) and is_file(entry):
                yield Path(entry)
            elif _PICTURE.fullmatch(entry.name):
                say("picture-no-file", Path(entry))


def compare_content(picture_path: Path, say: Say) -> None:
    """Report a picture whose content doesn't have the hash that is its name."""
    try:
        if sha256_of(picture_path) != picture_path.stem:
            say("picture-changed", picture_path)
    except PermissionError:
        say("picture-forbidden", picture_path)
    except FileNotFoundError:
        pass  # removed meanwhile
    except OSError:
        say("file-unreadable", picture_path)


def _inside(folder: Path, say: Say) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return sorted(entries, key=lambda entry: entry.name)
    except PermissionError:
        say("picture-forbidden", folder)
    except NotADirectoryError:
        say("picture-no-file", folder)
    except FileNotFoundError:
        if folder.is_symlink():
            say("picture-no-file", folder)
    return []
