"""A database's schema as a list of steps; `user_version` counts the steps that were made."""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

Migration = Callable[[sqlite3.Connection], None]


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    """All or nothing. The connection is in autocommit mode (`isolation_level=None`): nothing else begins a transaction."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield connection
        connection.execute("COMMIT")
    except BaseException:
        # A COMMIT that failed for want of room leaves the transaction open; some errors have closed it already.
        with suppress(sqlite3.Error):
            connection.execute("ROLLBACK")
        raise


def version_of(connection: sqlite3.Connection) -> int:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version)


def migrate(connection: sqlite3.Connection, path: Path, migrations: Sequence[Migration]) -> None:
    """Make the steps that are missing, each with its record in one transaction.

    A database that holds something is first copied to `<name>.before-<version>`. Raises sqlite3.Error; the
    database is then as it was before the step that failed.
    """
    version = version_of(connection)
    if 0 < version < len(migrations):
        _copy(connection, path.with_name(f"{path.name}.before-{len(migrations)}"))
    for number, step in enumerate(migrations[version:], start=version + 1):
        with transaction(connection):
            if version_of(connection) >= number:
                continue  # another program made it, while this one waited for its turn to write
            step(connection)
            connection.execute(f"PRAGMA user_version = {number}")


def _copy(connection: sqlite3.Connection, target: Path) -> None:
    target.unlink(missing_ok=True)
    copy = sqlite3.connect(target)
    try:
        connection.backup(copy)
    finally:
        copy.close()
    target.chmod(0o600)
