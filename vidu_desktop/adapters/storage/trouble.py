"""What the system says about a disk, translated once into DiskTrouble."""

import errno
import sqlite3
from pathlib import Path

from vidu_desktop.domain.words import QT_TRANSLATE_NOOP
from vidu_desktop.errors import DiskTrouble, Sentence

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_READ_ONLY = frozenset({errno.EROFS, errno.EACCES, errno.EPERM})
_GONE = frozenset({errno.ENOENT, errno.ENODEV, errno.ENOTDIR, errno.ESTALE, errno.ENXIO, errno.ENOTCONN})

_DAMAGED_CODES = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_FORMAT})


def full(path: Path) -> DiskTrouble:
    template = QT_TRANSLATE_NOOP(
        "storage",
        "The disk with “{path}” is full. Make room; nothing is lost, and the work goes on by itself.",
    )
    return DiskTrouble("disk-full", Sentence(template, {"path": str(path)}), full=True)


def read_only(path: Path) -> DiskTrouble:
    template = QT_TRANSLATE_NOOP(
        "storage", "“{path}” can't be written to. Allow it, or choose another folder in the settings."
    )
    return DiskTrouble("disk-read-only", Sentence(template, {"path": str(path)}))


def gone(path: Path) -> DiskTrouble:
    template = QT_TRANSLATE_NOOP(
        "storage", "“{path}” isn't there. Connect its drive; what is finished waits on this computer."
    )
    return DiskTrouble("disk-gone", Sentence(template, {"path": str(path)}))


def failing(path: Path) -> DiskTrouble:
    template = QT_TRANSLATE_NOOP(
        "storage", "The disk with “{path}” reports an error. Check the disk; finished work is fetched again."
    )
    return DiskTrouble("disk-failing", Sentence(template, {"path": str(path)}))


def of_os_error(error: OSError, path: Path) -> DiskTrouble:
    """Translate what a file operation in or at `path` raised."""
    if error.errno in _FULL:
        return full(path)
    if error.errno in _READ_ONLY:
        return read_only(path)
    if error.errno in _GONE:
        return gone(path)
    return failing(path)


def is_damage(error: sqlite3.Error) -> bool:
    """Whether the database file itself is broken, which setting it aside would help."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        return "decode" in str(error)  # raised by Python's module itself: text that isn't UTF-8
    if code == sqlite3.SQLITE_ERROR and (
        "fts5 file format" in str(error) or "vtable constructor" in str(error)
    ):
        return True  # the words' tables have no code of their own for damage
    return code & 0xFF in _DAMAGED_CODES


def of_sqlite_error(error: sqlite3.Error, path: Path, room_bytes: int) -> DiskTrouble:
    """Translate what a database at `path` raised; `room_bytes` is what its disk has left.

    SQLite says FULL for a full disk, but IOERR for a quota or a limit on the file's size, and CANTOPEN when there
    isn't even room for its journal file.
    """
    code = (getattr(error, "sqlite_errorcode", None) or 0) & 0xFF
    if code == sqlite3.SQLITE_FULL or (
        code in (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN) and room_bytes < 1_000_000
    ):
        return full(path)
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM):
        return read_only(path)
    if code == sqlite3.SQLITE_CANTOPEN:
        return gone(path) if not path.parent.is_dir() else read_only(path)
    return failing(path)
