"""The hidden files in which the library keeps the person's own lists: their names, and reading their entries."""

import errno
import json
from collections.abc import Sequence
from pathlib import Path

from vidu_desktop.adapters.disk.given_files import Obstacle, obstacle_of
from vidu_desktop.adapters.disk.reading import read_regular
from vidu_desktop.domain.json_reading import Fields
from vidu_desktop.errors import BadInput

SEARCHES_NAME = ".searches.json"
PRESETS_NAME = ".presets.json"
SHELF_FILE_NAME = ".shelf.json"
LISTS = {
    SEARCHES_NAME: ("searches", 1_000_000),
    PRESETS_NAME: ("presets", 50_000_000),
    SHELF_FILE_NAME: ("shelf", 10_000_000),
}
"""By file name: the field that holds the list, and the most bytes of the file. Each preset has a thumbnail."""


def list_entries(path: Path) -> Sequence[object] | None:
    """Return the entries of a list as they are in the file; empty where there is no file. None for what can't be read as a
    list, including a folder, a pipe or a link to nothing. Raises OSError.
    """
    field, most_bytes = LISTS[path.name]
    try:
        return Fields(json.loads(read_regular(path, most_bytes))).items(field)
    except OSError as error:
        if error.errno in (errno.ENOENT, errno.ELOOP):
            return None if path.is_symlink() else ()  # the target of a link to nothing may hold the list
        if obstacle_of(error) in (Obstacle.FOLDER, Obstacle.NO_FILE):
            return None
        raise
    except (ValueError, RecursionError, BadInput):
        return None


def damaged_lists(root: Path) -> list[Path]:
    """Return the files of the lists that can't be read. Raises OSError."""
    return [path for path in (root / name for name in LISTS) if list_entries(path) is None]
