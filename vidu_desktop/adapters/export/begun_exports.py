"""Remembers what exports have begun to write, so that a later start clears away what killed programs left in the person's
folders: where a program and its helper process are killed at once, nobody else knows of it.
"""

import logging
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from vidu_desktop.adapters.disk.files import Files, part_name, write_bytes_atomically
from vidu_desktop.adapters.disk.reading import read_regular

EXPORT_PREFIX, REVIEW_PREFIX = ".vidu-export-", ".vidu-review-"
"""How the names of unfinished files and folders begin."""
_log = logging.getLogger(__name__)
_NOTE, _LOCK = ".begun", ".lock"
_NOTE_MOST_BYTES = 65_536
_TRIES = 3


class BegunExports:
    """Notes in a folder of the program's own, one for each running export. Beside each lies a lock that its process holds as
    long as it lives, because commands export without the lock on the home. All methods block; none raises.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @contextmanager
    def noted(self, part: Path) -> Iterator[None]:
        """Remember during the body that `part` is being written. The body has to clear it away unless it is killed."""
        stem = self._folder / os.urandom(8).hex()
        note = stem.with_suffix(_NOTE)
        lock = FileLock(stem.with_suffix(_LOCK), thread_local=False)
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            lock.acquire(timeout=0)
            write_bytes_atomically(Files(), note, os.fsencode(part.absolute()))
        except (OSError, Timeout) as error:
            _log.warning("an export that is killed now won't be cleared away: %s", error)
        try:
            yield
        finally:
            _forget(note, lock)

    def clear(self) -> None:
        """Delete what killed exports have left, and nothing else. What is on a drive that isn't there is kept in mind."""
        with suppress(OSError):
            for note in sorted(self._folder.glob(f"*{_NOTE}")):
                self._clear(note)

    def _clear(self, note: Path) -> None:
        lock = FileLock(note.with_suffix(_LOCK), thread_local=False)
        try:
            lock.acquire(timeout=0)
        except (OSError, Timeout):
            return  # it is being written
        try:
            part = Path(os.fsdecode(read_regular(note, _NOTE_MOST_BYTES)))
            is_ours = part.is_absolute() and part.name.startswith((EXPORT_PREFIX, REVIEW_PREFIX))
            if is_ours and not part.parent.is_dir():
                lock.release()
                return
            if is_ours:
                remove_part(part)
        except (OSError, ValueError):  # the note can't be read, or names no path
            pass
        _forget(note, lock)


def _forget(note: Path, lock: FileLock) -> None:
    with suppress(OSError):
        note.unlink(missing_ok=True)
    lock.release(force=True)
    with suppress(OSError):
        Path(lock.lock_file).unlink(missing_ok=True)


def new_part(target: Path, prefix: str = EXPORT_PREFIX) -> Path:
    """Return where an export is written until it is complete: each time another place, so that two exports of one name at once
    don't write into each other.
    """
    return target.with_name(part_name(f"{prefix}{os.urandom(4).hex()}-", target.name))


def remove_part(part: Path) -> None:
    """Delete what an export has begun to write, file or folder, if it is there. It may be written to meanwhile."""
    for _ in range(_TRIES):
        with suppress(OSError):
            shutil.rmtree(part) if part.is_dir() else part.unlink(missing_ok=True)
        if not os.path.lexists(part):
            return
