"""Durable steps on the disk: write beside, sync, rename, sync the folder. Each method of `Files` is one step. A step may fail, or be the
last one before a power cut. Tests replace this class by one that fails at the k-th step.
"""

import errno
import os
import stat
import sys
import time
from contextlib import suppress
from pathlib import Path

from vidu_desktop.adapters.disk.own_files import create_own_file
from vidu_desktop.adapters.disk.reading import open_regular
from vidu_desktop.adapters.disk.sync import make_folder, sync_file, sync_folder, sync_path

if sys.platform == "win32":
    fcntl = None
else:
    import fcntl

_BLOCK_BYTES = 1 << 20
_PART_ENDING = ".part"
_TOKEN_BYTES = 4
LEFT_S = 3600.0
"""After this time without a change, a part file isn't being written any more, where that can't be seen from its lock."""
_LOCKED_WITHIN_S = 5.0
"""How long whoever has made a part file may take to lock it."""
_NAME_MOST_BYTES = 255
"""The limit of the file systems in use: NAME_MAX of Linux. NTFS and APFS count characters, which are never more than the
bytes.
"""

# What systems answer where a file system has no hard links (FAT, exFAT, many shares, Android).
_NO_LINKS = frozenset(
    {
        errno.EPERM,
        errno.ENOTSUP,
        errno.EOPNOTSUPP,
        errno.ENOSYS,
        errno.EMLINK,
        errno.EACCES,
        errno.EINVAL,
        errno.EXDEV,
    }
)


class Files:
    """All methods raise OSError."""

    def make_dirs(self, path: Path) -> None:
        """Make a folder and its missing parents, each synced into its own parent."""
        make_folder(path, self.sync_dir)

    def copy(self, source: Path, target: Path) -> None:
        """Copy the content to `target`, replacing what was there. Copies only as many bytes as `source` had when it was
        opened. Not synced yet.
        """
        with open_regular(source) as file, create_own_file(target) as copy:
            left = os.fstat(file.fileno()).st_size
            while left > 0 and (content := file.read(min(_BLOCK_BYTES, left))):
                copy.write(content)
                left -= len(content)

    def write(self, path: Path, data: bytes) -> None:
        """Write the file and sync it, replacing what was there."""
        with create_own_file(path) as file:
            file.write(data)
            file.flush()
            sync_file(file.fileno())

    def sync(self, path: Path) -> None:
        """Sync a file's content."""
        sync_path(path)

    def sync_dir(self, path: Path) -> None:
        """Sync the names in a folder."""
        sync_folder(path)

    def replace(self, source: Path, target: Path) -> None:
        """Rename `source` to `target`, replacing a file that is there."""
        rename_over(source, target)

    def rename_no_replace(self, source: Path, target: Path) -> None:
        """Rename within one file system without replacing anything: raises FileExistsError where `target` exists."""
        if os.name == "nt":
            source.rename(target)  # refuses by itself
            return
        try:
            os.link(source, target, follow_symlinks=False)
        except OSError as error:
            if error.errno not in _NO_LINKS:
                raise
            # Without hard links, an empty file takes the name first and is then replaced. A crash between
            # these two steps leaves an empty file under a name that only this job uses; the next try sees
            # that it is no video.
            os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o644))
            source.replace(target)
            return
        source.unlink()

    def remove(self, path: Path) -> None:
        """Remove a file if it is there."""
        path.unlink(missing_ok=True)


def rename_over(part: Path, target: Path) -> None:
    """Rename `part` over `target`. Raises OSError; then both are as they were. FileExistsError is for a pipe, a socket, a
    device, or a link to one: the rename would take it away from everybody (for root even `/dev/null`).
    """
    try:
        mode = target.stat().st_mode
    except OSError:
        mode = 0  # nothing is there, or a link to nothing
    if mode and not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target))
    part.replace(target)


def can_be_created(target: Path) -> bool:
    """Whether a new file may get this name, as far as can be seen beforehand: its folder can be written to, and the name
    isn't too long. Never raises.
    """
    folder = os.path.dirname(os.path.abspath(target))  # noqa: PTH100, PTH120 - pathlib raises for forbidden folders
    return os.access(folder, os.W_OK | os.X_OK) and len(os.fsencode(target.name)) <= _NAME_MOST_BYTES


def part_name(prefix: str, name: str, ending: str = "") -> str:
    """Return the name of a file that is written beside the file `name`. Where `name` is too long to get a prefix and an ending,
    its digest stands for it.
    """
    whole = f"{prefix}{name}{ending}"
    if len(os.fsencode(whole)) <= _NAME_MOST_BYTES:
        return whole
    import hashlib  # costs the first paint 3 ms, and hardly any file needs it

    return f"{prefix}{hashlib.sha256(os.fsencode(name)).hexdigest()[:16]}{ending}"


def new_part(target: Path) -> Path:
    """Return where a file is written until it is complete: each time another hidden place beside it, so that two programs that
    write the same file don't write into each other.
    """
    return target.with_name(part_name(".", target.name, f".{os.urandom(_TOKEN_BYTES).hex()}{_PART_ENDING}"))


def lock_part(descriptor: int) -> None:
    """Show that an open part file is being written, until it is closed or the program is killed. Never raises."""
    if fcntl is not None:
        with suppress(OSError):  # no locks on this file system
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _is_left(path: str) -> bool:
    """Whether a part file that was locked isn't any more."""
    if fcntl is None:
        return True  # Windows lets nobody remove a file that is open
    try:
        with open_regular(path) as part:
            fcntl.flock(part.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def remove_left_parts(target: Path, after_s: float = 0.0) -> None:
    """Remove what a killed program left of a file under a name of `new_part`, if its lock is gone or it wasn't changed for
    `after_s`. Without that, only to be called where nobody else can be writing the file.
    """
    example = new_part(target).name
    begin = example[: -len(_PART_ENDING) - 2 * _TOKEN_BYTES]
    with suppress(OSError), os.scandir(target.parent) as entries:
        for entry in entries:
            if (
                len(entry.name) == len(example)
                and entry.name.startswith(begin)
                and entry.name.endswith(_PART_ENDING)
            ):
                with suppress(OSError):
                    age_s = time.time() - entry.stat(follow_symlinks=False).st_mtime
                    if age_s >= after_s or (age_s >= _LOCKED_WITHIN_S and _is_left(entry.path)):
                        Path(entry.path).unlink()


def write_bytes_atomically(files: Files, path: Path, data: bytes) -> None:
    """Write a small file so that it is complete at every moment, with either the old or the new content. Raises OSError."""
    part = new_part(path)
    try:
        files.write(part, data)
        files.replace(part, path)
    except OSError:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise
    files.sync_dir(path.parent)


def copy_atomically(files: Files, source: Path, part: Path, target: Path, *, replaces: bool = False) -> None:
    """Copy a file to `target`, completely or not at all: first into `part` beside it, then synced and renamed. Raises
    OSError.

    A file that is already there stays (FileExistsError), unless `replaces` is set.
    """
    try:
        files.copy(source, part)
        files.sync(part)
        if replaces:
            files.replace(part, target)
        else:
            files.rename_no_replace(part, target)
    except OSError:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise
    files.sync_dir(target.parent)
