"""An SQLite file with a thread of its own, which is the only writer of the file.

SQLite up to 3.51.2 can corrupt a WAL database when two connections write at once, so only one connection writes. The journal
and the index each have a thread: a long search must not make an order wait.
"""

import asyncio
import errno
import logging
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from filelock import FileLock

from vidu_desktop.adapters.disk import os_errors
from vidu_desktop.adapters.disk.own_files import set_aside_non_file, stamp_now
from vidu_desktop.adapters.sqlite import sqlite_errors
from vidu_desktop.adapters.sqlite.migrations import Migration, migrate, version_of
from vidu_desktop.adapters.sqlite.worker_thread import ENDS_WITHIN_S, Worker
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import DiskTrouble, Sentence

T = TypeVar("T")

_log = logging.getLogger(__name__)


class DatabaseDamaged(Exception):
    """The content of the file can't be trusted, although SQLite may not have noticed it."""


class Database:
    """A database that is opened at its first use, in its thread.

    `on_open` is called right after opening, and again when a damaged file had to be replaced; it may raise DatabaseDamaged.
    `before_close` is called when an open file is closed at the end, unless a newer version of the program made the file; its
    errors are only logged. The file is checked for damage before its first use or, if `check_later` is given, when `check` is
    called: that takes two seconds with 100,000 rows, and a cache needn't delay the first list for it. `newer_code` is the
    code of the trouble when a newer version of the program made the file: then it can be read, and writing raises.
    """

    def __init__(
        self,
        path: Path,
        migrations: Sequence[Migration],
        *,
        newer_code: str,
        on_open: Callable[[sqlite3.Connection], None],
        check_later: Callable[[sqlite3.Connection], None] | None = None,
        before_close: Callable[[sqlite3.Connection], None] | None = None,
        ends_within_s: float = ENDS_WITHIN_S,
    ) -> None:
        self.path = path
        self.set_aside_path: Path | None = None
        """The place to which a damaged file was moved during this run, to tell the person; None if there was none."""
        self._migrations = migrations
        self._newer_code = newer_code
        self._on_open = on_open
        self._check_later = check_later
        self._before_close = before_close
        self._worker = Worker(f"database {path.name}", ends_within_s)
        self._connection: sqlite3.Connection | None = None
        self._newer: DiskTrouble | None = None

    async def read(self, function: Callable[[sqlite3.Connection], T]) -> T:
        """Run `function` with the connection. Raises DiskTrouble."""
        return await self._worker.run(lambda: self._guarded(function, writes=False))

    async def write(self, function: Callable[[sqlite3.Connection], T]) -> T:
        """Run `function`, which makes its changes in `transaction`. Raises DiskTrouble; then nothing has changed."""
        return await self._worker.run(lambda: self._guarded(function, writes=True))

    async def check(self) -> bool:
        """Check the file for damage. Return True when it was damaged, set aside and begun anew. Raises DiskTrouble.

        A copy is checked, in a separate thread, so that searches don't wait for the check.
        """
        before = self.set_aside_path
        await self.read(lambda _connection: None)
        try:
            damage = await asyncio.to_thread(self._damage_in_copy)
        except OSError as error:  # no space, or a virus scanner holds the copy
            _log.info("%s can't be looked through now: %s", self.path.name, type(error).__name__)
            return False
        if damage is not None:
            await self.read(_raises_once(damage))
        return self.set_aside_path != before

    @property
    def newer(self) -> DiskTrouble | None:
        """The trouble with which writing is refused, once a file made by a newer version was opened; None otherwise."""
        return self._newer

    def close(self) -> None:
        """Finish the work that was given so far, as far as it doesn't hang, and close the file. May be repeated."""
        self._worker.close(self._end)

    def _end(self) -> None:
        if self._connection is not None and self._before_close is not None and self._newer is None:
            try:
                self._before_close(self._connection)
            except sqlite3.Error as error:
                _log.info("%s: the last step wasn't made: %s", self.path.name, error)
        self._close()

    def _close(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.close()

    def _guarded(self, function: Callable[[sqlite3.Connection], T], *, writes: bool) -> T:
        try:
            try:
                return self._call(function, writes=writes)
            except (sqlite3.Error, DatabaseDamaged, UnicodeDecodeError) as error:
                if isinstance(error, sqlite3.Error) and not sqlite_errors.is_damage(error):
                    raise
                self._replace_damaged(error)
                return self._call(function, writes=writes)
        except (DatabaseDamaged, UnicodeDecodeError) as error:
            raise os_errors.failing(self.path, "damaged") from error
        except sqlite3.Error as error:
            raise self._newer or sqlite_errors.of_sqlite_error(
                error, self.path, self._room_bytes()
            ) from error
        except MemoryError as error:  # SQLite's own, too
            raise os_errors.disk_trouble(OSError(errno.ENOMEM, ""), self.path) from error
        except OSError as error:
            # What is read on opening, such as the second record or the library, names its own file.
            place = Path(error.filename) if isinstance(error.filename, str) else self.path.parent
            raise os_errors.disk_trouble(error, place) from error

    def _call(self, function: Callable[[sqlite3.Connection], T], *, writes: bool) -> T:
        connection = self._connection or self._open()
        if writes and self._newer is not None:
            raise self._newer
        return function(connection)

    def _open(self) -> sqlite3.Connection:
        self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._clear_place()
        with suppress(FileExistsError):
            os.close(os.open(self.path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        connection = sqlite3.connect(self.path, isolation_level=None, check_same_thread=False)
        try:
            if version_of(connection) > len(self._migrations):
                connection.close()
                connection = self._open_newer()
            else:
                with self._alone_if_new(connection):
                    self._prepare(connection)
                    self._on_open(connection)
        except BaseException:
            connection.close()
            raise
        self._connection = connection
        return connection

    @contextmanager
    def _alone_if_new(self, connection: sqlite3.Connection) -> Iterator[None]:
        """Make other programs wait while a file is created or brought up to date. A command may open a home that another
        command is just creating, and SQLite can switch to its write-ahead log only while nobody else uses the file.
        """
        if version_of(connection) == len(self._migrations):
            yield
            return
        lock_path = self.path.with_name(f".{self.path.name}.lock")
        set_aside_non_file(lock_path)
        lock = FileLock(lock_path, mode=0o600)
        with os_errors.taking_lock():
            lock.acquire()
        try:
            yield
        finally:
            lock.release()

    def _clear_place(self) -> None:
        """Set aside whatever is in the place of the file or its logs and isn't a regular file: a folder, a pipe, a broken
        link. In the place of a log it says nothing about the file, which stays.
        """
        self.set_aside_path = set_aside_non_file(self.path) or self.set_aside_path
        for end in ("-wal", "-shm", "-journal"):
            set_aside_non_file(self.path.with_name(f"{self.path.name}{end}"))

    def _prepare(self, connection: sqlite3.Connection) -> None:
        connection.execute("PRAGMA busy_timeout = 5000")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        if self._check_later is None:
            self._look_through(connection)
        migrate(connection, self.path, self._migrations)

    def _damage_in_copy(self) -> sqlite3.Error | DatabaseDamaged | UnicodeDecodeError | None:
        if self._room_bytes() < 2 * self.path.stat().st_size:
            _log.info("there is no room to look through %s", self.path.name)
            return None
        prefix = f".{self.path.stem}-"
        for left in self.path.parent.glob(f"{prefix}*"):  # left by a kill
            if left.is_dir():  # rmtree would block on a pipe
                shutil.rmtree(left, ignore_errors=True)
        with TemporaryDirectory(prefix=prefix, dir=self.path.parent, ignore_cleanup_errors=True) as folder:
            copy = sqlite3.connect(Path(folder, "copy.sqlite3"), isolation_level=None)
            source = sqlite3.connect(f"{self.path.absolute().as_uri()}?mode=ro", uri=True)
            try:
                copy.execute("PRAGMA synchronous = OFF")
                source.backup(copy)
                self._look_through(copy)
            except (sqlite3.Error, DatabaseDamaged, UnicodeDecodeError) as error:
                if not isinstance(error, sqlite3.Error) or sqlite_errors.is_damage(error):
                    return error
                _log.info("%s can't be looked through now: %s", self.path.name, error)
            finally:
                source.close()
                copy.close()
        return None

    def _look_through(self, connection: sqlite3.Connection) -> None:
        # quick_check doesn't compare indexes with their tables; a check that nobody waits for does.
        how = "quick_check" if self._check_later is None else "integrity_check"
        (verdict,) = connection.execute(f"PRAGMA {how}(1)").fetchone()
        if verdict != "ok":
            raise DatabaseDamaged(verdict)
        if self._check_later is not None and self._newer is None:
            self._check_later(connection)

    def _open_newer(self) -> sqlite3.Connection:
        template = QT_TRANSLATE_NOOP(
            "storage",
            "“{name}” was written by a newer version of the program. It can be looked at, but nothing can be "
            "changed. Update the program.",
        )
        self._newer = DiskTrouble(self._newer_code, Sentence(template, {"name": self.path.name}))
        _log.warning("%s", self._newer.sentence)
        return sqlite3.connect(
            f"{self.path.absolute().as_uri()}?mode=ro",
            uri=True,
            isolation_level=None,
            check_same_thread=False,
        )

    def _replace_damaged(self, error: Exception) -> None:
        """Set the damaged file aside under a dated name, with its write-ahead log, and begin a new one."""
        self._close()
        aside = self.path.with_name(f"{self.path.stem}.damaged-{stamp_now()}{self.path.suffix}")
        # The log goes first: if it stayed, it would be applied to the new file.
        wal = self.path.with_name(f"{self.path.name}-wal")
        if wal.exists():
            wal.replace(aside.with_name(f"{aside.name}-wal"))
        self.path.replace(aside)
        self.path.with_name(f"{self.path.name}-shm").unlink(missing_ok=True)
        self.set_aside_path = aside
        _log.error("%s is damaged (%s); set aside as %s", self.path.name, type(error).__name__, aside.name)
        self._open()

    def _room_bytes(self) -> int:
        try:
            return shutil.disk_usage(self.path.parent).free
        except OSError:
            return 0


def _raises_once(error: Exception) -> Callable[[sqlite3.Connection], None]:
    """Return a function that raises `error` at its first call, so that the file is replaced, and does nothing after that."""
    left = [error]

    def function(_connection: sqlite3.Connection) -> None:
        if left:
            raise left.pop()

    return function
