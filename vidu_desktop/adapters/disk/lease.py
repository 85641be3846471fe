"""Decides which of several computers may change a library that all of them can reach: the first one. The others only read.

A small file at the library's root names the installation that works on it, and when it last said so. It isn't a lock of the
file system, because network shares and portable drives support those badly or not at all. It keeps copies of this program
from overwriting each other's work; a lease that wasn't renewed for FREE_AFTER no longer counts. See
packaging/decisions/library-lease.md.
"""

import json
import platform
import threading
import uuid
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from filelock import FileLock

from vidu_desktop.adapters.disk.files import Files, remove_left_parts, write_bytes_atomically
from vidu_desktop.adapters.disk.own_files import set_aside_non_file
from vidu_desktop.adapters.disk.reading import read_regular
from vidu_desktop.domain.json_reading import Fields
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import BadInput, DiskTrouble, Sentence

LEASE_NAME = ".vidu-writer.json"
RENEWED_EVERY = timedelta(minutes=1)
FREE_AFTER = timedelta(minutes=5)
_MOST_BYTES = 10_000


class Lease:
    """The lease on one library. `installation_path` is the file with this installation's random id. Every method blocks and
    must be called on a worker thread; reading `holder` doesn't block.
    """

    def __init__(
        self,
        root: Path,
        installation_path: Path,
        files: Files | None = None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._path = root / LEASE_NAME
        self._root = root
        self.installation_path = installation_path
        self._installation = ""
        self._naming = threading.Lock()
        self._files = files or Files()
        self._now = now
        self._renewed_at: datetime | None = None
        self.holder = ""
        """The name of the other computer that works on the library; empty while the library is ours."""

    def renew(self) -> None:
        """Take the library or renew our lease on it. If another computer has it, note that computer's name in `holder`. Does
        nothing while the library's folder is missing. Raises OSError when the folder can't be written to.
        """
        if not self._root.is_dir():
            return
        now = self._now()
        self.own_id()
        self.holder = self._other(now)
        if self.holder or (self._renewed_at is not None and abs(now - self._renewed_at) < RENEWED_EVERY):
            return
        document = {"installation": self._installation, "computer": platform.node(), "at": now.isoformat()}
        write_bytes_atomically(self._files, self._path, json.dumps(document).encode())
        self._renewed_at = now

    def own_id(self) -> str:
        """Return this installation's random id. Raises OSError."""
        # At the first start, two threads that ask at once would make two ids, and each would remove the
        # other's file.
        with self._naming:
            self._installation = self._installation or self._own_id()
            return self._installation

    def _own_id(self) -> str:
        set_aside_non_file(self.installation_path)
        try:
            return self._kept_id()
        except (FileNotFoundError, ValueError):
            self.installation_path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            # Two programs, too, may start with the same new home at once.
            set_aside_non_file(Path(f"{self.installation_path}.lock"))
            with FileLock(f"{self.installation_path}.lock", mode=0o600):
                with suppress(FileNotFoundError, ValueError):
                    return self._kept_id()
                own_id = uuid.uuid4().hex
                remove_left_parts(self.installation_path)  # left by a start that was killed in the next line
                write_bytes_atomically(self._files, self.installation_path, own_id.encode())
                return own_id

    def _kept_id(self) -> str:
        kept = read_regular(self.installation_path, _MOST_BYTES).decode("ascii")
        if not kept:
            raise ValueError("an empty file is nobody's id")
        return kept

    def _other(self, now: datetime) -> str:
        """Return the name of another computer that works on the library now, "?" where it has no name; empty where there is
        none.
        """
        try:
            fields = Fields(json.loads(read_regular(self._path, _MOST_BYTES)), "lease")
            installation, computer, at = (
                fields.text("installation"),
                fields.text("computer"),
                fields.time("at"),
            )
        except (OSError, ValueError, RecursionError, BadInput):
            return ""  # no lease, or one that can't be read: the library is free
        # `abs`: a computer whose clock is ahead must not hold the library for ever.
        if installation == self._installation or abs(now - at) > FREE_AFTER:
            return ""
        return computer or "?"

    def require(self) -> None:
        """Raise DiskTrouble while another computer works on the library. Reads the lease again if it was never renewed, or
        not for so long (because this computer slept) that another computer may have taken the library.
        """
        if self._renewed_at is None or abs(self._now() - self._renewed_at) > FREE_AFTER:
            with suppress(OSError):  # if the folder can't be written to, the caller's own write will say so
                self.renew()
        if self.holder:
            template = QT_TRANSLATE_NOOP(
                "storage",
                "“{computer}” is working on this library. You can look, search and play; changing it waits until "
                "that computer has ended.",
            )
            raise DiskTrouble("library-held", Sentence(template, {"computer": self.holder}))

    def release(self) -> None:
        """Free the library for others at once. Raises OSError."""
        if self._renewed_at is not None and not self.holder and not self._other(self._now()):
            self._path.unlink(missing_ok=True)
        self._renewed_at = None
