"""A database's schema as a list of steps; `user_version` is the number of steps that were made."""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

Migration = Callable[[sqlite3.Connection], None]


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    """Keep all changes of the body or none. The connection must be in autocommit mode (`isolation_level=None`), so that
    nothing else begins a transaction.
    """
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield connection
        connection.execute("COMMIT")
    except BaseException:
        # A COMMIT that failed for lack of space leaves the transaction open; some other errors have closed it
        # already.
        with suppress(sqlite3.Error):
            connection.execute("ROLLBACK")
        raise


def version_of(connection: sqlite3.Connection) -> int:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version)


def migrate(connection: sqlite3.Connection, path: Path, migrations: Sequence[Migration]) -> None:
    """Make the missing steps, each in one transaction together with its number.

    A database that isn't empty is first copied to `<name>.before-<version>`. Raises sqlite3.Error; then the database is as it
    was before the step that failed.
    """
    version = version_of(connection)
    if 0 < version < len(migrations):
        _copy(connection, path.with_name(f"{path.name}.before-{len(migrations)}"))
    for number, step in enumerate(migrations[version:], start=version + 1):
        with transaction(connection):
            if version_of(connection) >= number:
                continue  # another program made it, while this one waited to write
            step(connection)
            connection.execute(f"PRAGMA user_version = {number}")


def _copy(connection: sqlite3.Connection, target: Path) -> None:
    target.unlink(missing_ok=True)
    copy = sqlite3.connect(target)
    try:
        connection.backup(copy)
    finally:
        copy.close()
    with suppress(OSError):  # some file systems have no rights of their own, and refuse
        target.chmod(0o600)
