"""Writes files beside their place and renames them when they are complete, for content that comes in pieces."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from vidu_desktop.adapters.disk.files import LEFT_S, lock_part, new_part, remove_left_parts, rename_over
from vidu_desktop.adapters.disk.os_errors import disk_trouble
from vidu_desktop.adapters.disk.own_files import create_own_file, make_own_folder
from vidu_desktop.adapters.disk.sync import sync_file, sync_folder


@contextmanager
def temporary_file(folder: Path, name: str) -> Iterator[tuple[Path, BinaryIO]]:
    """Yield the path of a new file in `folder`, and the file to write to. The file is removed at the end unless the body has
    moved it.

    `name` must be this process's own. OSErrors reach the caller.
    """
    path = folder / name
    file = create_own_file(path)
    try:
        with file:
            yield path, file
    finally:
        path.unlink(missing_ok=True)


def close_and_rename(file: BinaryIO, path: Path, target: Path, *, durable: bool = True) -> None:
    """Close the written file and rename it over `target`. With `durable` it is safely on the disk when this returns. Raises
    OSError.
    """
    file.flush()
    if durable:
        sync_file(file.fileno())
    file.close()  # Windows can't rename open files
    rename_over(path, target)
    if durable:
        sync_folder(target.parent)


def write_atomically(
    target: Path, write: Callable[[BinaryIO], None], *, durable: bool = True, make_folders: bool = False
) -> None:
    """Let `write` fill a file beside `target`, then rename it to `target`. Raises DiskTrouble for any OSError.

    `make_folders` is for the program's own folders. A folder that the person chose isn't made again: its drive may be gone,
    and a new folder of that name would put the file on another disk.
    """
    part = new_part(target)
    try:
        if make_folders:
            make_own_folder(target.parent)
        with temporary_file(target.parent, part.name) as (path, file):
            lock_part(file.fileno())
            write(file)
            close_and_rename(file, path, target, durable=durable)
    except OSError as error:
        raise disk_trouble(error, target.parent) from error


def save_file(target: Path, write: Callable[[BinaryIO], None]) -> None:
    """Write a file that a person named, like `write_atomically`, and clear away what a program that was killed has left of it."""
    remove_left_parts(target, LEFT_S)
    write_atomically(target, write)


def writing(content: bytes) -> Callable[[BinaryIO], None]:
    """Return a function that writes `content`."""

    def write(file: BinaryIO) -> None:
        file.write(content)

    return write
