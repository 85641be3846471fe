"""Files written beside their place and put there whole, for content that comes in pieces."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from vidu_desktop.adapters.disk.os_errors import disk_trouble
from vidu_desktop.adapters.disk.placing import make_own_folder, name_beside, rename_over, written_anew
from vidu_desktop.adapters.disk.sync import sync_file, sync_folder


@contextmanager
def written_beside(folder: Path, name: str) -> Iterator[tuple[Path, BinaryIO]]:
    """Yield a fresh file in `folder` to write to; it is removed unless the body has moved it away.

    `name` must be this process's own. OSErrors are the caller's.
    """
    path = folder / name
    file = written_anew(path)
    try:
        with file:
            yield path, file
    finally:
        path.unlink(missing_ok=True)


def put_in_place(file: BinaryIO, path: Path, target: Path, *, durable: bool = True) -> None:
    """Rename the written file over `target`; with `durable` it is on the disk when this returns."""
    file.flush()
    if durable:
        sync_file(file.fileno())
    file.close()  # Windows renames no open file
    rename_over(path, target)
    if durable:
        sync_folder(target.parent)


def write_atomically(
    target: Path, write: Callable[[BinaryIO], None], *, durable: bool = True, make_folders: bool = False
) -> None:
    """Let `write` fill a file beside `target`, then put it in place. Raises DiskTrouble for any OSError.

    `make_folders` is for folders of our own. A folder that the person chose isn't made again: its drive may be gone,
    and a new folder of that name would put the file on another disk.

    What a kill leaves behind of a durable file has a fixed name, so the next try cleans it up. Caches may be
    written by two helpers at once and have a name for each.
    """
    name = name_beside(".", target.name, ".new" if durable else f".{os.getpid()}.new")
    try:
        if make_folders:
            make_own_folder(target.parent)
        with written_beside(target.parent, name) as (path, file):
            write(file)
            put_in_place(file, path, target, durable=durable)
    except OSError as error:
        raise disk_trouble(error, target.parent) from error


def writing(content: bytes) -> Callable[[BinaryIO], None]:
    """Return a function that writes `content`."""

    def write(file: BinaryIO) -> None:
        file.write(content)

    return write
