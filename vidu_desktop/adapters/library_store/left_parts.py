"""Half-written files that a kill left in the library's own hidden folders, where no record and no video is looked for."""

import os
import re
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from vidu_desktop.adapters.disk.files import LEFT_S
from vidu_desktop.adapters.records.library_layout import BATCHES_NAME, BOARDS_NAME, TRASH_NAME

_OWN_FOLDERS = (TRASH_NAME, BOARDS_NAME, BATCHES_NAME)
_PART = re.compile(r"\.(.+\.[0-9a-f]{8}|[0-9a-f]{64}(\.\w{1,9})?)\.part")
"""The names of documents, and of copied stills, while they are written."""


def left_parts(root: Path) -> Iterator[Path]:
    """Yield the half-written files in the own folders of the library at `root` that were not changed for an hour: no other
    computer is just writing them.
    """
    for own in _OWN_FOLDERS:
        for folder, _, names in os.walk(root / own):
            for name in sorted(names):
                path = Path(folder) / name
                if _PART.fullmatch(name) and _is_old(path):
                    yield path


def _is_old(path: Path) -> bool:
    with suppress(OSError):
        return time.time() - path.lstat().st_mtime >= LEFT_S
    return False
