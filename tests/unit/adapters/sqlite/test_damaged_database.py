"""A damaged file is set aside complete, and a new one is begun. Trouble that isn't damage, and a newer version's file, change
nothing.
"""

import os
import shutil
import sqlite3
import stat
from collections import namedtuple
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from vidu_desktop.adapters.sqlite.database import Database, DatabaseDamaged
from vidu_desktop.adapters.sqlite.migrations import transaction
from vidu_desktop.errors import DiskTrouble

pytestmark = pytest.mark.anyio
Usage = namedtuple("Usage", "total used free")


def _make_table(connection: sqlite3.Connection) -> None:
    connection.execute("CREATE TABLE things (name TEXT NOT NULL)")
    connection.execute("CREATE INDEX by_name ON things (name)")


def _put(name: str | None) -> Callable[[sqlite3.Connection], None]:
    def put(connection: sqlite3.Connection) -> None:
        with transaction(connection):
            connection.execute("INSERT INTO things VALUES ('half')")
            connection.execute("INSERT INTO things VALUES (?)", (name,))

    return put


def _names(connection: sqlite3.Connection) -> list[str]:
    return [name for (name,) in connection.execute("SELECT name FROM things ORDER BY rowid")]


class Place:
    """A database that can be opened repeatedly, as by a program that is started repeatedly."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "home" / "things.sqlite3"
        self.looked: list[list[str]] = []
        self._open: list[Database] = []

    def start(self, *, checked_later: bool = False) -> Database:
        self.stop()
        database = Database(
            self.path,
            [_make_table],
            newer_code="things-newer",
            on_open=lambda _connection: None,
            check_later=(lambda found: self.looked.append(_names(found))) if checked_later else None,
        )
        self._open.append(database)
        return database

    def stop(self) -> None:
        while self._open:
            self._open.pop().close()

    def files(self) -> set[str]:
        return {path.name for path in self.path.parent.iterdir() if not path.name.startswith(".")}


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    place = Place(tmp_path)
    yield place
    place.stop()


async def test_a_file_that_is_no_database_is_put_aside_as_it_is(place: Place) -> None:
    await place.start().write(_put("a"))
    place.stop()
    damaged = b"?" * 9000
    place.path.write_bytes(damaged)
    place.path.with_name("things.sqlite3-shm").write_bytes(b"left by a crash")

    database = place.start()
    assert await database.read(_names) == []
    await database.write(_put("b"))

    aside = database.set_aside_path
    assert aside is not None
    assert (aside.parent, aside.suffix) == (place.path.parent, ".sqlite3")
    assert aside.name.startswith("things.damaged-")
    assert aside.read_bytes() == damaged
    place.stop()
    assert place.files() == {"things.sqlite3", aside.name}
    assert await place.start().read(_names) == ["half", "b"]


async def test_what_only_the_log_holds_yet_goes_aside_with_the_file(place: Place) -> None:
    met: list[str] = []

    def ask(_connection: sqlite3.Connection) -> None:
        if not met:
            met.append("damage")
            raise DatabaseDamaged("a row")

    database = place.start()
    await database.write(_put("a"))
    with closing(sqlite3.connect(place.path)) as other:  # a second reader keeps the log from being merged
        assert _names(other) == ["half", "a"]
        await database.read(ask)
        assert await database.read(_names) == []
        aside = database.set_aside_path
        assert aside is not None
        with closing(sqlite3.connect(aside)) as put_aside:
            assert _names(put_aside) == ["half", "a"]
        place.stop()


@pytest.mark.parametrize(
    "error",
    [DatabaseDamaged("a row"), UnicodeDecodeError("utf-8", b"\xff", 0, 1, "no")],
    ids=["a row", "a text"],
)
async def test_damage_that_is_met_on_the_way_begins_anew_and_asks_again(
    place: Place, error: Exception
) -> None:
    database = place.start()
    await database.write(_put("a"))
    met: list[list[str]] = []

    def ask(connection: sqlite3.Connection) -> str:
        met.append(_names(connection))
        if len(met) == 1:
            raise error
        return "answer"

    assert await database.read(ask) == "answer"
    assert met == [["half", "a"], []]
    assert database.set_aside_path is not None


async def test_damage_that_a_new_file_has_too_is_a_failing_disk(place: Place) -> None:
    def ask(_connection: sqlite3.Connection) -> None:
        raise DatabaseDamaged("a row")

    database = place.start()
    with pytest.raises(DiskTrouble) as caught:
        await database.read(ask)
    assert caught.value.code == "disk-failing"
    assert str(place.path) in str(caught.value.sentence)


async def test_what_fails_without_damage_is_said_and_nothing_is_put_aside(place: Place) -> None:
    database = place.start()
    await database.write(_put("a"))

    with pytest.raises(DiskTrouble) as caught:
        await database.write(_put(None))

    assert caught.value.code == "disk-failing"
    assert "NOT NULL" in str(caught.value.sentence)
    assert await database.read(_names) == ["half", "a"]
    assert database.set_aside_path is None


async def test_a_folder_that_cannot_be_made_is_trouble_with_the_disk(place: Place) -> None:
    place.path.parent.write_bytes(b"a file in its place")

    with pytest.raises(DiskTrouble) as caught:
        await place.start().read(_names)

    assert caught.value.code == "disk-read-only"
    assert str(place.path.parent) in str(caught.value.sentence)


async def test_what_an_opening_fails_at_is_tried_again_at_the_next_use(tmp_path: Path) -> None:
    tried: list[list[str]] = []

    def fill(connection: sqlite3.Connection) -> None:
        tried.append(_names(connection))
        if len(tried) == 1:
            raise OSError(5, "Input/output error")

    database = Database(tmp_path / "a.sqlite3", [_make_table], newer_code="newer", on_open=fill)
    try:
        with pytest.raises(DiskTrouble):
            await database.read(_names)
        assert await database.read(_names) == []
        assert tried == [[], []]
    finally:
        database.close()


async def test_files_and_folder_are_for_their_owner_alone(place: Place) -> None:
    before = os.umask(0)
    try:
        await place.start().write(_put("a"))
    finally:
        os.umask(before)

    assert stat.S_IMODE(place.path.parent.stat().st_mode) == 0o700
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in place.path.parent.iterdir()}
    assert modes.keys() >= {"things.sqlite3", "things.sqlite3-wal"}
    assert {*modes.values()} == {0o600}


async def test_a_newer_versions_file_is_read_and_never_changed(place: Place) -> None:
    await place.start().write(_put("a"))
    place.stop()
    with closing(sqlite3.connect(place.path)) as connection:
        connection.execute("PRAGMA user_version = 2")
    before = place.path.read_bytes()

    database = place.start(checked_later=True)
    assert database.newer is None  # not opened yet
    assert await database.read(_names) == ["half", "a"]
    for refused in (database.write(_put("b")), database.read(_put("b"))):
        with pytest.raises(DiskTrouble) as caught:
            await refused
        assert caught.value.code == "things-newer"
        assert caught.value is database.newer
        assert place.path.name in str(caught.value.sentence)
    assert not await database.check()
    assert place.looked == []  # the content is the newer version's business
    place.stop()
    assert place.path.read_bytes() == before
    assert database.set_aside_path is None


async def damage_index(place: Place) -> None:
    """Leave an entry in the index whose row is gone, so that only a comparison of index and table finds the damage."""
    await place.start().write(_put("a"))
    place.stop()
    with closing(sqlite3.connect(place.path, isolation_level=None)) as connection:
        (row,) = connection.execute("SELECT * FROM sqlite_master WHERE name = 'by_name'").fetchall()
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("DELETE FROM sqlite_master WHERE name = 'by_name'")
    with closing(sqlite3.connect(place.path, isolation_level=None)) as connection:
        connection.execute("DELETE FROM things WHERE name = 'a'")
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("INSERT INTO sqlite_master VALUES (?, ?, ?, ?, ?)", row)


async def test_who_can_wait_finds_what_the_quick_look_lets_pass(place: Place) -> None:
    await damage_index(place)

    quick = place.start()
    await quick.read(_names)
    assert quick.set_aside_path is None

    thorough = place.start(checked_later=True)
    assert await thorough.check()
    assert thorough.set_aside_path is not None
    assert place.looked == []
    assert await thorough.read(_names) == []
    assert not await thorough.check()
    assert place.looked == [[]]


async def test_without_check_later_damage_is_found_before_the_first_answer(place: Place) -> None:
    await place.start().write(_put("a" * 9000))
    place.stop()
    data = place.path.read_bytes()
    place.path.write_bytes(data[:4096] + b"\xff" * 4096 + data[8192:])

    database = place.start()
    assert await database.read(lambda _connection: "answer") == "answer"
    assert database.set_aside_path is not None


@pytest.mark.parametrize(("times", "looks"), [(1.9, False), (2.5, True)])
async def test_it_is_looked_through_only_where_there_is_room_for_a_copy(
    place: Place, monkeypatch: pytest.MonkeyPatch, *, times: float, looks: bool
) -> None:
    database = place.start(checked_later=True)
    await database.write(_put("a"))
    free = int(place.path.stat().st_size * times)
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: Usage(free, 0, free))

    assert not await database.check()
    assert bool(place.looked) is looks


async def test_closing_lets_go_of_the_file_and_may_be_repeated(place: Place) -> None:
    database = place.start()
    await database.write(_put("a"))
    database.close()
    database.close()

    assert place.files() == {"things.sqlite3"}  # its log is merged
    with pytest.raises(RuntimeError):
        await database.read(_names)
