"""One program at a time for one home: two would each send what waits.

The lock is the system's own on an open file, so a killed program frees it; a note beside it says who holds it.
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
from vidu_desktop.adapters.disk.placing import put_aside_no_file, written_anew
from vidu_desktop.adapters.disk.reading import read_regular

_NOTE_MOST_BYTES = 1_000


class HolderKind(StrEnum):
    """What kind of program holds the lock."""

    WINDOW = "window"
    COMMAND = "command"
    UNKNOWN = "unknown"
    """It holds the lock and has left no readable note (yet)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """Who holds the lock. `pid` is 0 when that isn't known."""

    pid: int
    kind: HolderKind


class InstanceLock:
    """Held from `acquire` to `release`, or to the end of the process, whatever ends it."""

    def __init__(self, lock_path: Path) -> None:
        self._path = lock_path
        self._note_path = lock_note_of(lock_path)
        # Asked from one thread and released perhaps from another.
        self._lock = FileLock(lock_path, thread_local=False, mode=0o600)

    def acquire(self, kind: HolderKind, wait_s: float = 0.0) -> Holder | None:
        """Take the lock; None when it is ours, else who has it after `wait_s`. Blocks so long. Raises DiskTrouble."""
        try:
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            put_aside_no_file(self._path)
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
        """Read the note. It only means something while another program holds the lock."""
        try:
            note = json.loads(read_regular(self._note_path, _NOTE_MOST_BYTES))
            return Holder(pid=int(note["pid"]), kind=HolderKind(note["kind"]))
        except (OSError, ValueError, KeyError, TypeError, OverflowError, RecursionError):
            return Holder(pid=0, kind=HolderKind.UNKNOWN)

    def _write_note(self, kind: HolderKind) -> None:
        # One name for all: only who holds the lock writes, and the next one overwrites what a kill has left.
        part = self._note_path.with_name(f"{self._note_path.name}.part")
        put_aside_no_file(self._note_path)
        with written_anew(part, 0o600) as file:
            file.write(json.dumps({"pid": os.getpid(), "kind": kind.value}).encode("ascii"))
        part.replace(self._note_path)
