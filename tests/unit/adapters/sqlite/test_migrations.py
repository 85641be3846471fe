"""An upgrade of a database is done completely or not at all, and leaves a copy of the old state."""

import errno
import os
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from vidu_desktop.adapters.sqlite.migrations import migrate, transaction, version_of


def first(connection: sqlite3.Connection) -> None:
    connection.execute("CREATE TABLE things (name TEXT)")


def second(connection: sqlite3.Connection) -> None:
    connection.execute("ALTER TABLE things ADD COLUMN size INTEGER")


def breaking(connection: sqlite3.Connection) -> None:
    connection.execute("DELETE FROM things")
    connection.execute("CREATE TABLE things (again TEXT)")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a.sqlite3"


@pytest.fixture
def connection(path: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        migrate(connection, path, [first])
        connection.execute("INSERT INTO things VALUES ('one')")
        yield connection


def test_a_new_database_is_not_copied(connection: sqlite3.Connection, path: Path) -> None:
    assert version_of(connection) == 1
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]


def test_only_missing_steps_are_made_after_a_copy(connection: sqlite3.Connection, path: Path) -> None:
    migrate(connection, path, [first, second])
    migrate(connection, path, [first, second])

    assert version_of(connection) == 2
    assert connection.execute("SELECT name, size FROM things").fetchall() == [("one", None)]
    with closing(sqlite3.connect(f"{path}.before-2")) as copy:
        assert version_of(copy) == 1
        assert copy.execute("SELECT * FROM things").fetchall() == [("one",)]


def test_the_copy_is_for_its_owner_alone_and_takes_the_place_of_a_broken_one(
    connection: sqlite3.Connection, path: Path
) -> None:
    copy_path = Path(f"{path}.before-2")
    copy_path.write_bytes(b"half a copy" * 900)
    before = os.umask(0)
    try:
        migrate(connection, path, [first, second])
    finally:
        os.umask(before)

    assert stat.S_IMODE(copy_path.stat().st_mode) == 0o600
    with closing(sqlite3.connect(copy_path)) as copy:
        assert copy.execute("SELECT * FROM things").fetchall() == [("one",)]


def test_a_file_system_without_rights_of_its_own_stops_no_step(
    connection: sqlite3.Connection, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_args: object, **_options: object) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(Path, "chmod", refuse)

    migrate(connection, path, [first, second])

    assert version_of(connection) == 2
    assert Path(f"{path}.before-2").is_file()


def test_a_step_that_fails_changes_nothing(connection: sqlite3.Connection, path: Path) -> None:
    with pytest.raises(sqlite3.OperationalError):
        migrate(connection, path, [first, breaking])

    assert version_of(connection) == 1
    assert connection.execute("SELECT name FROM things").fetchall() == [("one",)]


def test_a_transaction_that_is_left_by_an_error_is_undone(connection: sqlite3.Connection) -> None:
    def broken_off() -> None:
        with transaction(connection):
            connection.execute("DELETE FROM things")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        broken_off()

    assert connection.execute("SELECT name FROM things").fetchall() == [("one",)]


def test_a_step_that_another_program_makes_meanwhile_is_not_made_again(path: Path) -> None:
    def opened() -> sqlite3.Connection:
        return sqlite3.connect(path, isolation_level=None)

    class Slow(sqlite3.Connection):
        """Reads the version, and is overtaken before it can write."""

        def execute(self, statement: str, *rest: object) -> sqlite3.Cursor:
            if statement == "BEGIN IMMEDIATE":
                with closing(opened()) as other:
                    migrate(other, path, [first])
            return super().execute(statement, *rest)

    with closing(sqlite3.connect(path, isolation_level=None, factory=Slow)) as slow:
        migrate(slow, path, [first])

        assert version_of(slow) == 1
