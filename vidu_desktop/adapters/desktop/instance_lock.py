"""Only one program at a time works on a home: two would each send the waiting orders.

The lock is the operating system's lock on an open file, so it is freed even when the program is killed. A note beside it says
who holds it.
"""

import json
import os
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from filelock import FileLock, Timeout

from vidu_desktop.adapters.desktop.paths import lock_note_of
from vidu_desktop.adapters.disk import os_errors
from vidu_desktop.adapters.disk.own_files import create_own_file, set_aside_non_file
from vidu_desktop.adapters.disk.reading import read_regular

_NOTE_MOST_BYTES = 1_000


class HolderKind(StrEnum):
    """What kind of program holds the lock."""

    WINDOW = "window"
    COMMAND = "command"
    UNKNOWN = "unknown"
    """A program holds the lock and has not written a readable note (yet)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """The program that holds the lock. `pid` is 0 when it isn't known."""

    pid: int
    kind: HolderKind


class InstanceLock:
    """The lock on a home. It is held from `acquire` to `release`, at the latest to the end of the process, however that ends."""

    def __init__(self, lock_path: Path) -> None:
        self._path = lock_path
        self._note_path = lock_note_of(lock_path)
        # It may be acquired on one thread and released on another.
        self._lock = FileLock(lock_path, thread_local=False, mode=0o600)

    def acquire(self, kind: HolderKind, wait_s: float = 0.0) -> Holder | None:
        """Take the lock. Return None when it is ours, or the program that still holds it after `wait_s`. Blocks for up to
        `wait_s`. Raises DiskTrouble.
        """
        try:
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            set_aside_non_file(self._path)
            with os_errors.taking_lock():
                self._lock.acquire(timeout=max(0.0, wait_s), poll_interval=0.02)
            self._write_note(kind)
        except Timeout:
            return self.holder()
        except OSError as error:
            self._lock.release(force=True)
            raise os_errors.disk_trouble(error, self._path) from error
        return None

    def release(self) -> None:
        """Free the lock. May be repeated."""
        if self._lock.is_locked:
            with suppress(OSError):
                self._note_path.unlink(missing_ok=True)
            self._lock.release()

    def holder(self) -> Holder:
        """Return what the note says. It is only meaningful while another program holds the lock."""
        try:
            note = json.loads(read_regular(self._note_path, _NOTE_MOST_BYTES))
            return Holder(pid=int(note["pid"]), kind=HolderKind(note["kind"]))
        except (OSError, ValueError, KeyError, TypeError, OverflowError, RecursionError):
            return Holder(pid=0, kind=HolderKind.UNKNOWN)

    def _write_note(self, kind: HolderKind) -> None:
        # The part file always has the same name: only the holder of the lock writes it, and so overwrites
        # what a killed program left.
        part = self._note_path.with_name(f"{self._note_path.name}.part")
        set_aside_non_file(self._note_path)
        with create_own_file(part, 0o600) as file:
            file.write(json.dumps({"pid": os.getpid(), "kind": kind.value}).encode("ascii"))
        part.replace(self._note_path)
