"""SQLite's errors are told apart: a damaged file, for which setting it aside helps, and troubles of the disk."""

import errno
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from vidu_desktop.adapters.sqlite.sqlite_errors import is_damage, of_sqlite_error

ROOM_BYTES = 1_000_000_000


def raised(query: str) -> sqlite3.Error:
    """Return the error that SQLite itself raises for a query of an empty database."""
    with closing(sqlite3.connect(":memory:")) as connection, pytest.raises(sqlite3.Error) as caught:
        connection.execute(query).fetchall()
    return caught.value


def with_code(code: int, words: str = "told") -> sqlite3.Error:
    error = sqlite3.OperationalError(words)
    error.sqlite_errorcode = code
    return error


def test_text_that_is_no_utf_8_is_damage() -> None:
    assert is_damage(raised("SELECT CAST(x'ff' AS TEXT)"))


def test_a_file_that_is_no_database_is_damage(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite3"
    path.write_bytes(b"?" * 5000)
    with closing(sqlite3.connect(path)) as connection, pytest.raises(sqlite3.Error) as caught:
        connection.execute("SELECT * FROM sqlite_master")
    assert is_damage(caught.value)


@pytest.mark.parametrize(
    "error",
    [
        with_code(sqlite3.SQLITE_CORRUPT),
        with_code(sqlite3.SQLITE_CORRUPT | (3 << 8)),  # an index that differs from its table
        with_code(sqlite3.SQLITE_FORMAT),
        with_code(sqlite3.SQLITE_ERROR, "invalid fts5 file format (found 9, expected 4 or 5)"),
        with_code(sqlite3.SQLITE_ERROR, "vtable constructor failed: words"),
    ],
)
def test_a_broken_file_and_broken_tables_of_words_are_damage(error: sqlite3.Error) -> None:
    assert is_damage(error)


def test_what_says_nothing_about_the_file_is_no_damage() -> None:
    closed = sqlite3.connect(":memory:")
    closed.close()
    with pytest.raises(sqlite3.ProgrammingError) as caught:
        closed.execute("SELECT 1")

    assert not is_damage(caught.value)  # has no code
    assert not is_damage(raised("SELECT * FROM nothing"))
    for code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR | (1 << 8)):
        assert not is_damage(with_code(code, "vtable constructor failed: words"))


FULL, READ_ONLY, GONE, FAILING = "disk-full", "disk-read-only", "disk-gone", "disk-failing"


@pytest.mark.parametrize(
    ("code", "room_bytes", "told"),
    [
        (sqlite3.SQLITE_FULL, ROOM_BYTES, FULL),
        (sqlite3.SQLITE_IOERR | (3 << 8), 0, FULL),  # a write that a quota refused
        (sqlite3.SQLITE_IOERR | (3 << 8), ROOM_BYTES, FAILING),
        (sqlite3.SQLITE_CANTOPEN, 0, FULL),
        (sqlite3.SQLITE_CANTOPEN, ROOM_BYTES, READ_ONLY),
        (sqlite3.SQLITE_READONLY | (2 << 8), 0, READ_ONLY),
        (sqlite3.SQLITE_PERM, ROOM_BYTES, READ_ONLY),
        (sqlite3.SQLITE_BUSY, 0, FAILING),
        (sqlite3.SQLITE_ERROR, ROOM_BYTES, FAILING),
    ],
)
def test_each_trouble_of_the_disk_is_called_by_its_name(
    tmp_path: Path, code: int, room_bytes: int, told: str
) -> None:
    trouble = of_sqlite_error(with_code(code), tmp_path / "a.sqlite3", room_bytes)

    assert (trouble.code, trouble.full) == (told, told == FULL)
    assert str(tmp_path) in str(trouble.sentence)


def test_a_place_that_is_gone_is_no_place_that_refuses(tmp_path: Path) -> None:
    path = tmp_path / "unplugged" / "a.sqlite3"
    assert of_sqlite_error(with_code(sqlite3.SQLITE_CANTOPEN), path, ROOM_BYTES).code == GONE


def test_an_error_without_a_code_fails_in_its_own_words(tmp_path: Path) -> None:
    trouble = of_sqlite_error(sqlite3.ProgrammingError("it was closed"), tmp_path / "a.sqlite3", 0)

    assert trouble.code == FAILING
    assert trouble.sentence.values["reason"] == "it was closed"


def test_a_database_that_cant_be_opened_for_want_of_open_files_isnt_called_read_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> int:
        raise OSError(errno.EMFILE, "Too many open files")

    path = tmp_path / "a.sqlite3"
    assert of_sqlite_error(with_code(sqlite3.SQLITE_CANTOPEN), path, ROOM_BYTES).code == READ_ONLY
    monkeypatch.setattr(os, "open", refuse)
    for code in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_NOMEM):
        trouble = of_sqlite_error(with_code(code), path, ROOM_BYTES)
        assert trouble.code == FAILING
        assert "End other programs" in str(trouble.sentence)


GROWS = """
import resource, sqlite3, sys
from pathlib import Path
from vidu_desktop.adapters.sqlite.sqlite_errors import of_sqlite_error

path = Path(sys.argv[1])
connection = sqlite3.connect(path, isolation_level=None)
connection.execute("PRAGMA journal_mode = WAL")
connection.execute("CREATE TABLE some (text TEXT)")
_, most = resource.getrlimit(resource.RLIMIT_FSIZE)
resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, most))
try:
    for _ in range(1000):
        connection.execute("INSERT INTO some VALUES (?)", ("x" * 10_000,))
except sqlite3.Error as error:
    print(of_sqlite_error(error, path, 1_000_000_000).sentence)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="this system has no limit on the size of files")
def test_a_database_at_its_limit_blames_the_limit_and_not_the_disk(tmp_path: Path) -> None:
    command = [sys.executable, "-c", GROWS, str(tmp_path / "a.sqlite3")]
    said = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120).stdout
    assert "limits the size of files" in said
