"""The thread of a database does one piece of work at a time, and the check for damage runs elsewhere."""

import asyncio
import errno
import os
import re
import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock, Timeout

from vidu_desktop.adapters.sqlite import database as database_module
from vidu_desktop.adapters.sqlite.database import Database, DatabaseDamaged
from vidu_desktop.engine.tasks import TaskKeeper
from vidu_desktop.errors import DiskTrouble

pytestmark = pytest.mark.anyio
PATIENCE_S = 90.0


def _make_table(connection: sqlite3.Connection) -> None:
    connection.execute("CREATE TABLE things (name TEXT)")


def _count(connection: sqlite3.Connection) -> int:
    (count,) = connection.execute("SELECT count(*) FROM things").fetchone()
    return int(count)


async def test_who_asks_does_not_wait_until_the_file_has_been_looked_through(tmp_path: Path) -> None:
    looks, go_on = threading.Event(), threading.Event()
    counted: list[int] = []

    def look(connection: sqlite3.Connection) -> None:
        counted.append(_count(connection))
        looks.set()
        assert go_on.wait(PATIENCE_S)

    path = tmp_path / "things.sqlite3"
    database = Database(path, [_make_table], newer_code="newer", on_open=lambda _: None, check_later=look)
    await database.write(lambda connection: connection.execute("INSERT INTO things VALUES ('a')"))
    try:
        check = TaskKeeper().start("check", database.check())
        assert await asyncio.to_thread(looks.wait, PATIENCE_S)
        assert await asyncio.wait_for(database.read(_count), PATIENCE_S / 2) == 1
        await asyncio.wait_for(
            database.write(lambda connection: connection.execute("INSERT INTO things VALUES ('b')")),
            PATIENCE_S / 2,
        )
        go_on.set()
        assert not await check
    finally:
        go_on.set()
        database.close()
    assert counted == [1]  # the check sees what was written before
    left = set(os.listdir(tmp_path))  # noqa: PTH208 - Path.iterdir would be taken for blocking
    assert left - {".things.sqlite3.lock"} == {"things.sqlite3"}


async def test_damage_that_is_found_in_the_copy_sets_the_file_aside(tmp_path: Path) -> None:
    looked: list[int] = []

    def look(connection: sqlite3.Connection) -> None:
        looked.append(_count(connection))
        if looked == [1]:
            raise DatabaseDamaged("a row")

    path = tmp_path / "things.sqlite3"
    database = Database(path, [_make_table], newer_code="newer", on_open=lambda _: None, check_later=look)
    try:
        await database.write(lambda connection: connection.execute("INSERT INTO things VALUES ('a')"))
        assert await database.check()
        assert database.set_aside_path is not None
        assert await database.read(_count) == 0
        assert not await database.check()
    finally:
        database.close()
    assert looked == [1, 0]


async def test_a_copy_that_cannot_be_made_is_no_damage_and_no_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "held by a virus scanner")

    left = tmp_path / ".things-of-a-kill"
    os.mkdir(left)  # noqa: PTH102 - Path.mkdir would be taken for blocking
    path = tmp_path / "things.sqlite3"
    database = Database(
        path, [_make_table], newer_code="newer", on_open=lambda _: None, check_later=lambda _: None
    )
    try:
        assert not await database.check()
        assert left.name not in os.listdir(tmp_path)  # noqa: PTH208
        monkeypatch.setattr(database_module, "TemporaryDirectory", refuse)
        assert not await database.check()
        assert await database.read(_count) == 0
    finally:
        database.close()


def lay_folder(path: Path) -> None:
    path.mkdir()
    (path / "something").write_text("of the person's")


def lay_dangling_link(path: Path) -> None:
    path.symlink_to(path.with_name("nowhere") / "gone.sqlite3")


NO_FILES = {"a folder": lay_folder, "a dangling link": lay_dangling_link, "a pipe": os.mkfifo}


@pytest.mark.parametrize("ending", ["", "-wal", "-shm", "-journal"])
@pytest.mark.parametrize("lay", NO_FILES.values(), ids=NO_FILES.keys())
async def test_what_is_no_file_is_set_aside_and_the_database_is_made_anew(
    tmp_path: Path, lay: Callable[[Path], None], ending: str
) -> None:
    path = tmp_path / "index.sqlite3"
    lay(path.with_name(path.name + ending))
    database = Database(path, (_make_table,), newer_code="newer", on_open=lambda _connection: None)
    try:
        assert await database.read(lambda connection: connection.execute("SELECT 1").fetchone()) == (1,)
    finally:
        database.close()
    assert path.is_file()
    is_told = database.set_aside_path is not None
    assert is_told is (ending == "")  # a log says nothing about the jobs or videos in the file
    if database.set_aside_path is not None:
        assert database.set_aside_path.is_symlink() or database.set_aside_path.exists()


async def test_a_database_that_hangs_is_not_waited_for_for_ever(tmp_path: Path) -> None:
    answers = threading.Event()

    def hang(_connection: sqlite3.Connection) -> None:
        answers.wait(60)

    database = Database(
        tmp_path / "a.sqlite3", [_make_table], newer_code="newer", on_open=hang, ends_within_s=0.05
    )
    asking = asyncio.ensure_future(database.read(lambda _: None))  # noqa: TID251 - a test's own
    await asyncio.sleep(0)
    closing = threading.Thread(target=database.close)
    closing.start()
    try:
        await asyncio.to_thread(closing.join, 30)
        assert not closing.is_alive()
    finally:
        answers.set()
    await asking


async def test_what_is_to_be_done_before_the_end_is_done_behind_all_else(tmp_path: Path) -> None:
    done: list[str] = []
    database = Database(
        tmp_path / "a.sqlite3",
        [_make_table],
        newer_code="newer",
        on_open=lambda _: None,
        before_close=lambda _: done.append("last"),
    )
    asking = asyncio.ensure_future(database.write(lambda _: done.append("asked")))  # noqa: TID251 - a test's own
    await asyncio.sleep(0)
    await asyncio.to_thread(database.close)
    await asking
    database.close()
    assert done == ["asked", "last"]


async def test_a_link_to_a_database_elsewhere_is_followed(tmp_path: Path) -> None:
    elsewhere, path = tmp_path / "elsewhere.sqlite3", tmp_path / "index.sqlite3"
    elsewhere.touch()
    path.symlink_to(elsewhere)
    database = Database(path, (_make_table,), newer_code="newer", on_open=lambda _connection: None)
    try:
        await database.read(lambda _connection: None)
    finally:
        database.close()
    assert path.is_symlink()
    assert database.set_aside_path is None
    assert elsewhere.stat().st_size > 0


async def test_a_file_is_begun_by_one_program_at_a_time(tmp_path: Path) -> None:
    path = tmp_path / "things.sqlite3"
    turned_away: list[bool] = []

    def try_it_too(_connection: sqlite3.Connection) -> None:
        try:
            FileLock(tmp_path / ".things.sqlite3.lock").acquire(timeout=0)
        except Timeout:
            turned_away.append(True)

    database = Database(path, [_make_table], newer_code="newer", on_open=try_it_too)
    try:
        assert await database.read(_count) == 0
    finally:
        database.close()
    assert turned_away == [True]


async def test_a_file_that_another_program_makes_just_now_is_not_set_aside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At the first look there was no file yet, at the second one there was something."""
    path = tmp_path / "things.sqlite3"
    first = Database(path, [_make_table], newer_code="newer", on_open=lambda _: None)
    await first.write(lambda connection: connection.execute("INSERT INTO things VALUES ('a')"))
    monkeypatch.setattr(Path, "is_file", lambda _self: False)

    second = Database(path, [_make_table], newer_code="newer", on_open=lambda _: None)
    try:
        assert await second.read(_count) == 1
        assert second.set_aside_path is None
    finally:
        second.close()
        first.close()


@pytest.mark.parametrize("when", ["at work", "at the opening"])
async def test_a_computer_without_memory_is_a_trouble_that_passes(tmp_path: Path, when: str) -> None:
    memory_is_there = False

    def take_room(_connection: sqlite3.Connection) -> None:
        if not memory_is_there:
            raise MemoryError

    on_open = take_room if when == "at the opening" else lambda _: None
    database = Database(tmp_path / "things.sqlite3", [_make_table], newer_code="newer", on_open=on_open)
    try:
        with pytest.raises(DiskTrouble) as caught:
            await database.write(take_room)
        assert "End other programs" in str(caught.value.sentence)
        memory_is_there = True
        await database.write(take_room)
        assert await database.read(_count) == 0
    finally:
        database.close()
    assert database.set_aside_path is None


async def test_a_file_that_may_not_be_read_on_opening_is_the_one_that_is_named(tmp_path: Path) -> None:
    forbidden = tmp_path / "elsewhere" / "orders.jsonl"

    def read(_connection: sqlite3.Connection) -> None:
        raise PermissionError(errno.EACCES, "no", str(forbidden))

    database = Database(tmp_path / "things.sqlite3", [_make_table], newer_code="newer", on_open=read)
    with pytest.raises(DiskTrouble, match=re.escape(f"“{forbidden}”")):
        await database.read(_count)
    database.close()
