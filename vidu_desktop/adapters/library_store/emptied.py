"""Tells an empty folder where a drive is mounted otherwise from a library that the person emptied: it is another folder.

A video that was put there would be hidden as soon as the drive is back, and so would be a paid video.
"""

import os
import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

from vidu_desktop.adapters.disk.lease import LEASE_NAME
from vidu_desktop.adapters.index.index_schema import get_meta, set_meta
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import DiskTrouble, Sentence

if TYPE_CHECKING:
    from vidu_desktop.adapters.library_store.library_store import LibraryStore

_ROOT = "root"


async def require_filled(store: "LibraryStore") -> None:
    """Raise DiskTrouble while the library's folder is an empty one in place of the one that held the videos."""
    if await is_emptied(store):
        template = QT_TRANSLATE_NOOP(
            "storage",
            "The library folder “{path}” is empty, and isn't the one that held the videos. Connect its drive; finished "
            "videos wait on this computer. If the empty one is right, run `vidu-desktop library rebuild`.",
        )
        raise DiskTrouble("library-emptied", Sentence(template, {"path": str(store.folder.root)}))


async def is_emptied(store: "LibraryStore") -> bool:
    """Whether the library's folder is an empty one in place of the one that held the videos. Notes which folder it is while
    there is something in it. Raises DiskTrouble.
    """
    root = store.folder.root
    folder = await store.on_disk(lambda: _folder_there(root), root)
    is_bare = await store.on_disk(lambda: _is_bare(root), root)
    noted = await store.index.read(_noted)
    if folder and not is_bare and folder != noted and store.index.newer is None:
        await store.index.write(lambda connection: set_meta(connection, _ROOT, folder))
    if not (folder and is_bare and noted) or folder == noted:
        return False
    return await store.index.read(_holds_clips)


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


def _noted(connection: sqlite3.Connection) -> str:
    return str(get_meta(connection, _ROOT) or "")


def _holds_clips(connection: sqlite3.Connection) -> bool:
    return connection.execute("SELECT 1 FROM clips LIMIT 1").fetchone() is not None
