"""Files as the helpers handle them: only regular ones are read, and what is written is durable before it counts."""

import contextlib
import errno
import hashlib
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

from vidu_desktop.domain.words import QT_TRANSLATE_NOOP
from vidu_desktop.errors import DiskTrouble, Sentence

COPY_BYTES = 1 << 20
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
_NAME_MOST = 80


def shown_name(path: str | os.PathLike[str]) -> str:
    """Give a file's name as it may stand in a sentence: short, printable, nothing that turns the text around."""
    name = Path(path).name or os.fspath(path)
    name = "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in name)
    if len(name) <= _NAME_MOST:
        return name
    return f"{name[: _NAME_MOST // 2]}…{name[-_NAME_MOST // 2 :]}"


def disk_trouble(error: OSError) -> DiskTrouble:
    """Say what a failed write means."""
    if error.errno in _FULL:
        template = QT_TRANSLATE_NOOP(
            "disk", "The disk is full. Nothing is lost; make some room and the work goes on."
        )
        return DiskTrouble("disk-full", Sentence(template), full=True)
    template = QT_TRANSLATE_NOOP(
        "disk",
        "The disk didn't take the file ({reason}). Check that the folder is there and can be written to.",
    )
    return DiskTrouble("disk-write", Sentence(template, {"reason": os.strerror(error.errno or errno.EIO)}))


def sha256_of(file: BinaryIO) -> str:
    """Hash from the present position to the end."""
    digest = hashlib.sha256()
    while content := file.read(COPY_BYTES):
        digest.update(content)
    return digest.hexdigest()


def sync_folder(folder: Path) -> None:
    """Make a rename in `folder` durable; Windows does that by itself and can't open folders."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def make_folder(folder: Path) -> None:
    """Create `folder` durably, with those above it."""
    if folder.is_dir():
        return
    make_folder(folder.parent)
    folder.mkdir(exist_ok=True)
    sync_folder(folder.parent)


@contextlib.contextmanager
def written_beside(folder: Path, name: str) -> Iterator[tuple[Path, BinaryIO]]:
    """Give a fresh file in `folder` to write to; it is removed unless the body has moved it away.

    `name` must be this process's own. OSErrors are the caller's.
    """
    path = folder / name
    file = path.open("w+b")
    try:
        with file:
            yield path, file
    finally:
        path.unlink(missing_ok=True)


def put_in_place(file: BinaryIO, path: Path, target: Path, *, durable: bool = True) -> None:
    """Rename the written file over `target`; with `durable` it is on the disk when this returns."""
    file.flush()
    if durable:
        os.fsync(file.fileno())
    file.close()  # Windows renames no open file
    path.replace(target)
    if durable:
        sync_folder(target.parent)


def write_atomically(
    target: Path, write: Callable[[BinaryIO], None], *, durable: bool = True, make_folders: bool = False
) -> None:
    """Let `write` fill a file beside `target`, then put it in place. Raises DiskTrouble for any OSError.

    `make_folders` is for folders of our own: where the person chose a folder that has gone, its drive may have gone
    with it, and a new folder of that name would hide the file on another disk.

    What a kill leaves behind of a durable file has a fixed name, so the next try cleans it up. Caches may be
    written by two helpers at once and have a name for each.
    """
    name = f".{target.name}.new" if durable else f".{target.name}.{os.getpid()}.new"
    try:
        if make_folders:
            make_folder(target.parent)
        with written_beside(target.parent, name) as (path, file):
            write(file)
            put_in_place(file, path, target, durable=durable)
    except OSError as error:
        raise disk_trouble(error) from error


def writing(content: bytes) -> Callable[[BinaryIO], None]:
    """Give a function that writes `content`."""

    def write(file: BinaryIO) -> None:
        file.write(content)

    return write
