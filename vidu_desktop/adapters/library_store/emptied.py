"""Tells an empty folder where a drive is mounted otherwise from a library that the person emptied: it is another folder.

A video that was put there would be hidden as soon as the drive is back, and so would be a paid video.
"""

import os
import sqlite3
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from vidu_desktop.adapters.disk.lease import LEASE_NAME
from vidu_desktop.adapters.index.index_schema import get_meta, set_meta
from vidu_desktop.domain.json_reading import as_text
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import DiskTrouble, Sentence

if TYPE_CHECKING:
    from vidu_desktop.adapters.library_store.library_store import LibraryStore

LIBRARY_EMPTIED = "library-emptied"
_ROOT = "root"


@dataclass(frozen=True, slots=True)
class KnownFolder:
    """What was last known of the library's folder: whether it was made, and which folder holds the videos; empty without any."""

    is_made: bool = False
    held_in: str = ""


async def require_filled(store: "LibraryStore") -> None:
    """Raise DiskTrouble while the library's folder is an empty one in place of the one that held the videos."""
    if await is_emptied(store):
        raise _emptied(store.folder.root)


async def is_emptied(store: "LibraryStore") -> bool:
    """Whether the library's folder is an empty one in place of the one that held the videos. Notes which folder it is while
    there is something in it. Raises DiskTrouble.
    """
    root = store.folder.root
    folder = await store.on_disk(lambda: _folder_there(root), root)
    is_bare = await store.on_disk(lambda: _is_bare(root), root)
    noted, known = await store.index.read(lambda connection: _look(connection, root))
    if folder and not is_bare and folder != noted and store.index.newer is None:
        await store.index.write(lambda connection: set_meta(connection, _ROOT, folder))
        known = KnownFolder(known.is_made, folder if known.held_in else "")
    store.known_folder = known
    return is_bare and _is_another(folder, known)


async def learn_folder(store: "LibraryStore") -> None:
    """Learn from the index which folder held the videos. Raises DiskTrouble."""
    root = store.folder.root
    _, store.known_folder = await store.index.read(lambda connection: _look(connection, root))


def why_away(store: "LibraryStore") -> DiskTrouble | None:
    """Return why the library's folder takes no videos now: it is gone, or an empty one is in its place. None when it does, or
    was never made. Goes by what was last found in the index. Blocks.
    """
    root, known = store.folder.root, store.known_folder
    folder = _folder_there(root)
    if not folder:
        return store.folder.gone() if known.is_made else None
    return _emptied(root) if _is_another(folder, known) and _is_bare(root) else None


def holding_videos(root: Path) -> KnownFolder:
    """Return what is known of the folder right after a video's record was read or written in it. Blocks."""
    return KnownFolder(is_made=True, held_in=_folder_there(root))


def note_folder(connection: sqlite3.Connection, root: Path) -> None:
    """Note that the videos of the index lie in the folder that is there now. Blocks."""
    set_meta(connection, _ROOT, _folder_there(root))


def _folder_there(root: Path) -> str:
    """Return what tells this folder from another in its place; empty while there is none."""
    try:
        found = root.stat()
    except OSError:
        return ""
    return f"{found.st_dev}:{found.st_ino}"


def _is_bare(root: Path) -> bool:
    try:
        with os.scandir(root) as entries:
            return all(entry.name == LEASE_NAME for entry in entries)
    except OSError:
        return False


def _is_another(folder: str, known: KnownFolder) -> bool:
    return bool(folder and known.held_in) and folder != known.held_in


def _look(connection: sqlite3.Connection, root: Path) -> tuple[str, KnownFolder]:
    """Return which folder is noted, and what that means."""
    noted = str(get_meta(connection, _ROOT) or "")
    holds_clips = connection.execute("SELECT 1 FROM clips LIMIT 1").fetchone() is not None
    is_made = get_meta(connection, "library") == as_text(str(root))
    return noted, KnownFolder(is_made, noted if holds_clips else "")


def _emptied(root: Path) -> DiskTrouble:
    template = QT_TRANSLATE_NOOP(
        "storage",
        "The library folder “{path}” is empty, and isn't the one that held the videos. Connect its drive; finished "
        "videos wait on this computer. If the empty one is right, run `vidu-desktop library rebuild`.",
    )
    return DiskTrouble(LIBRARY_EMPTIED, Sentence(template, {"path": str(root)}))
