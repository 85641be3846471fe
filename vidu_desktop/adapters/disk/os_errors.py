"""The only place where an OSError of a file operation becomes a DiskTrouble."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from vidu_desktop.adapters.disk.system_reasons import reason_of
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import DiskTrouble, Sentence, Value

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
_READ_ONLY = frozenset({errno.EROFS, errno.EACCES, errno.EPERM, errno.ENAMETOOLONG})
_IN_THE_WAY = frozenset({errno.EEXIST, errno.EISDIR, errno.ENOTDIR, errno.ELOOP})
_AT_END = frozenset({errno.EMFILE, errno.ENFILE, errno.ENOMEM})
_NO_LOCKS = frozenset({errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS})
_GONE = frozenset({errno.ENOENT, errno.ENODEV, errno.ESTALE, errno.ENXIO, errno.ENOTCONN})


def disk_trouble(error: OSError, path: Path) -> DiskTrouble:
    """Return the DiskTrouble for an OSError that a file operation in or at `path` raised."""
    if error.errno == errno.EFBIG:
        return too_large(path)
    if is_full(error):
        return full(path)
    if is_read_only(error):
        barred = _barred(path)
        return read_only(path) if barred is None else closed(barred)
    if error.errno in _IN_THE_WAY:
        named = error.filename2 or error.filename  # of two names, the one that couldn't be replaced
        return in_the_way(Path(named) if isinstance(named, str) else path)
    if is_gone(error):
        return gone(path)
    if error.errno == errno.ENOLCK:
        return without_locks(path)
    if error.errno in _AT_END:
        return at_end(path, reason_of(error))
    return failing(path, reason_of(error))


@contextmanager
def raising_disk_trouble(path: Path) -> Iterator[None]:
    """Raise DiskTrouble for an OSError of the body, which works on files in or at `path`."""
    try:
        yield
    except OSError as error:
        raise disk_trouble(error, path) from error


@contextmanager
def taking_lock() -> Iterator[None]:
    """Raise the OSError by which a file system refuses to lock a file, in the body, as ENOLCK, whatever it calls it."""
    try:
        yield
    except OSError as error:
        if error.errno in _NO_LOCKS:
            raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK)) from error
        raise


def is_full(error: OSError) -> bool:
    """Whether the disk is full, or a quota is used up."""
    return error.errno in _FULL


def is_gone(error: OSError) -> bool:
    """Whether the folder or its drive isn't there."""
    return error.errno in _GONE


def is_read_only(error: OSError) -> bool:
    """Whether writing isn't allowed there."""
    return error.errno in _READ_ONLY


def full(path: Path) -> DiskTrouble:
    template = QT_TRANSLATE_NOOP(
        "disk",
        "The disk with “{path}” is full. Make room; nothing is lost, and the work goes on by itself.",
    )
    return DiskTrouble("disk-full", Sentence(template, {"path": str(path)}), full=True)


def too_large(path: Path) -> DiskTrouble:
    """Return the error for a limit on the size of files: like a full disk, but no deleting helps."""
    template = QT_TRANSLATE_NOOP(
        "disk",
        "At “{path}” a file can't become as large as it has to: the system limits the size of files (`ulimit -f`), or the "
        "drive takes no larger ones. Raise the limit and start again, or choose another drive; nothing is lost.",
    )
    return DiskTrouble("disk-full", Sentence(template, {"path": str(path)}), full=True)


def read_only(path: Path) -> DiskTrouble:
    template = QT_TRANSLATE_NOOP("disk", "“{path}” can't be written to. Allow it, or choose another folder.")
    return DiskTrouble("disk-read-only", Sentence(template, {"path": str(path)}))


def closed(path: Path) -> DiskTrouble:
    """Return the error for a file or folder that we may not even look into."""
    template = QT_TRANSLATE_NOOP("disk", "“{path}” may not be opened. Allow it, or choose another folder.")
    return DiskTrouble("disk-read-only", Sentence(template, {"path": str(path)}))


def _barred(path: Path) -> Path | None:
    """Return the topmost folder on the way to `path` that may not be entered, or `path` itself if it may not be read."""
    for folder in reversed(path.parents):
        if os.path.isdir(folder) and not os.access(folder, os.X_OK):
            return folder
    needed = os.R_OK | os.X_OK if os.path.isdir(path) else os.R_OK
    return path if os.path.lexists(path) and not os.access(path, needed) else None


def in_the_way(path: Path) -> DiskTrouble:
    """Return the error for a folder in the place of a file, a file in the place of a folder, or a pipe in the place of
    either.
    """
    template = QT_TRANSLATE_NOOP(
        "disk",
        "Something else is in the place of “{path}”. Move it away, or choose another folder; what waits for it goes on by "
        "itself.",
    )
    return DiskTrouble("disk-read-only", Sentence(template, {"path": str(_first_no_folder(path))}))


def _first_no_folder(path: Path) -> Path:
    """Return the topmost parent that exists and isn't a folder; the path itself where there is none."""
    above = (one for one in reversed(path.parents) if os.path.lexists(one) and not one.is_dir())
    return next(above, path)


def gone(path: Path) -> DiskTrouble:
    template = QT_TRANSLATE_NOOP(
        "disk", "“{path}” isn't there. Connect its drive; what is finished waits on this computer."
    )
    return DiskTrouble("disk-gone", Sentence(template, {"path": str(path)}))


def unanswered(path: Path) -> DiskTrouble:
    """Return the error for a drive that doesn't answer: it may be waking up, or its network or cable is gone."""
    template = QT_TRANSLATE_NOOP(
        "disk",
        "The drive with “{path}” doesn't answer. Look at its cable or network; what is finished waits on this computer.",
    )
    return DiskTrouble("disk-gone", Sentence(template, {"path": str(path)}))


def at_end(path: Path, reason: Value) -> DiskTrouble:
    """Return the error for a computer that has no open file or memory left: the disk is sound."""
    template = QT_TRANSLATE_NOOP(
        "disk",
        "“{path}” can't be read or written now: {reason}. End other programs, or start this one again; nothing is lost.",
    )
    return DiskTrouble("disk-failing", Sentence(template, {"path": str(path), "reason": reason}))


def without_locks(path: Path) -> DiskTrouble:
    """Return the error for a file system that can't lock files: nothing would keep two programs from working at once."""
    template = QT_TRANSLATE_NOOP(
        "disk",
        "Files can't be locked at “{path}”, so two programs could send the same order there. Nothing was sent. Keep what the "
        "program writes on another drive: start it with --home FOLDER; the library may be anywhere.",
    )
    return DiskTrouble("disk-failing", Sentence(template, {"path": str(path)}))


def failing(path: Path, reason: Value) -> DiskTrouble:
    template = QT_TRANSLATE_NOOP(
        "disk",
        "The disk with “{path}” reports an error ({reason}). Check the disk; finished work is fetched again.",
    )
    return DiskTrouble("disk-failing", Sentence(template, {"path": str(path), "reason": reason}))
