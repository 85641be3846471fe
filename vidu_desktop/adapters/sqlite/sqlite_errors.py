"""Translates SQLite's errors into DiskTrouble."""

import errno
import os
import sqlite3
from contextlib import suppress
from pathlib import Path

from vidu_desktop.adapters.disk import os_errors
from vidu_desktop.adapters.disk.room import file_limit_bytes
from vidu_desktop.adapters.disk.system_reasons import DAMAGED, reason_of
from vidu_desktop.errors import DiskTrouble, Sentence

_DAMAGED_CODES = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_FORMAT})
_WRITTEN_AT_ONCE_BYTES = 100_000
"""More than the largest page with its head."""

_REASONS = {
    sqlite3.SQLITE_IOERR: reason_of(OSError(errno.EIO, "")),
    sqlite3.SQLITE_BUSY: reason_of(OSError(errno.EBUSY, "")),
    sqlite3.SQLITE_LOCKED: reason_of(OSError(errno.EBUSY, "")),
    **dict.fromkeys(_DAMAGED_CODES, Sentence(DAMAGED)),
}
"""What a code means, in the words of the disk; another code keeps SQLite's own words."""


def is_damage(error: sqlite3.Error) -> bool:
    """Whether the database file itself is damaged, so that setting it aside helps."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        return "decode" in str(error)  # raised by Python's sqlite3: text that isn't UTF-8
    if code == sqlite3.SQLITE_ERROR and (
        "fts5 file format" in str(error) or "vtable constructor" in str(error)
    ):
        return True  # the tables of full-text search have no code for damage
    return code & 0xFF in _DAMAGED_CODES


def _why_none_opens() -> OSError | None:
    """Return why this process can open no file at all; None while it can. SQLite doesn't tell."""
    try:
        os.close(os.open(os.devnull, os.O_RDONLY))
    except OSError as error:
        return error
    return None


def _is_at_its_limit(path: Path) -> bool:
    """Whether the database or its log can't grow by what SQLite writes at once, because the system limits the size of files."""
    limit_bytes = file_limit_bytes()
    if limit_bytes is None:
        return False
    for one in (path, path.with_name(f"{path.name}-wal")):
        with suppress(OSError):
            if one.stat().st_size + _WRITTEN_AT_ONCE_BYTES > limit_bytes:
                return True
    return False


def of_sqlite_error(error: sqlite3.Error, path: Path, room_bytes: int) -> DiskTrouble:
    """Translate the error of a database at `path`; `room_bytes` is the free space on its disk.

    SQLite reports FULL for a full disk, but IOERR for a quota or a limit on the file's size, and CANTOPEN when there isn't
    even space for its journal file.
    """
    code = (getattr(error, "sqlite_errorcode", None) or 0) & 0xFF
    if code == sqlite3.SQLITE_IOERR and _is_at_its_limit(path):
        return os_errors.too_large(path)
    if code == sqlite3.SQLITE_FULL or (
        code in (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN) and room_bytes < 1_000_000
    ):
        return os_errors.full(path)
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM):
        return os_errors.read_only(path)
    if code == sqlite3.SQLITE_NOMEM:
        return os_errors.disk_trouble(OSError(errno.ENOMEM, ""), path)
    if code == sqlite3.SQLITE_CANTOPEN and (why := _why_none_opens()) is not None:
        return os_errors.disk_trouble(why, path)
    if code == sqlite3.SQLITE_CANTOPEN:
        return os_errors.gone(path) if not path.parent.is_dir() else os_errors.read_only(path)
    words = _REASONS.get(code)
    return os_errors.failing(path, str(error) if words is None else words)
