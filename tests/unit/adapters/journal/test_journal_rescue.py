"""What a lost or damaged journal gives back, how often, and where the damaged file is afterwards."""

import sqlite3
import zlib
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import TypeVar

import pytest
from fakes.kept_things import NOON, a_job, a_request

from vidu_desktop.adapters.disk import os_errors
from vidu_desktop.adapters.journal.job_store import SqliteJobStore
from vidu_desktop.adapters.journal.paid_orders_log import PaidOrdersLog, job_line, removal_line
from vidu_desktop.adapters.sqlite.database import Database
from vidu_desktop.domain.job import JobState
from vidu_desktop.errors import DiskTrouble

pytestmark = pytest.mark.anyio
T = TypeVar("T")


class Place:
    """A journal that can be opened again and again, like a program that is started again and again."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "journal.sqlite3"
        self.orders = PaidOrdersLog(folder / "orders.jsonl")
        self._open: list[SqliteJobStore] = []

    def start(self) -> SqliteJobStore:
        self.stop()
        store = SqliteJobStore(self.path, self.orders, now=lambda: NOON)
        self._open.append(store)
        return store

    def stop(self) -> None:
        while self._open:
            self._open.pop().close()

    def change(self, *statements: str) -> None:
        """Change the file in a way in which no version of the program does."""
        self.stop()
        with closing(sqlite3.connect(self.path)) as connection:
            with connection:
                for statement in statements:
                    connection.execute(statement)
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def files(self) -> list[str]:
        """Return the names of the journals in the folder, without their dates."""
        names = (path.name for path in self.path.parent.glob("journal*sqlite3"))
        return sorted(name if name == self.path.name else name.partition("-")[0] for name in names)


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    place = Place(tmp_path)
    yield place
    place.stop()


SPOIL_ONE = "UPDATE jobs SET payload = replace(payload, 'a cat', 'a bat') WHERE job_id = '{}'"


async def test_the_damaged_journal_lies_where_the_person_is_told_it_lies(place: Place) -> None:
    await place.start().save(a_job("kept", JobState.READY))
    place.change(SPOIL_ONE.format("kept"))

    store = place.start()
    assert await store.load_all() == []
    aside = store.set_aside_path

    assert aside is not None
    assert aside.is_file()
    with closing(sqlite3.connect(aside)) as connection:
        assert connection.execute("SELECT job_id FROM jobs").fetchall() == [("kept",)]


async def test_what_was_rescued_once_comes_from_the_damaged_journal_never_again(place: Place) -> None:
    await place.start().save_many([a_job(name, JobState.READY) for name in ("spoiled", "whole")])
    place.change(SPOIL_ONE.format("spoiled"))
    store = place.start()
    assert [job.job_id for job in await store.load_all()] == ["whole"]
    assert store.rescued_jobs == 1
    assert place.files() == ["journal.rescued", "journal.sqlite3"]

    await store.remove_many(["whole"])
    place.stop()
    place.path.unlink()
    store = place.start()

    assert await store.load_all() == []
    assert store.rescued_jobs == 0


async def test_a_journal_that_a_kill_left_damaged_and_unread_is_read_at_the_next_start(place: Place) -> None:
    await place.start().save_many([a_job(name, JobState.READY) for name in ("a", "b")])
    place.stop()
    place.path.rename(place.path.with_name("journal.damaged-2026-11-30T01-02-03-000004.sqlite3"))

    store = place.start()

    assert [job.job_id for job in await store.load_all()] == ["a", "b"]
    assert store.rescued_jobs == 2
    assert place.files() == ["journal.rescued", "journal.sqlite3"]


async def test_of_a_damaged_journal_each_row_is_judged_by_itself(place: Place) -> None:
    names = (
        "unsent",
        "unsent and odd",
        "paid and odd",
        "taken off",
        "unreadable",
        "no text",
        "no sum",
        "last",
    )
    store = place.start()
    await store.save_many([a_job("unsent", JobState.READY), a_job("unsent and odd", JobState.READY)])
    await store.save_many([a_job(name, JobState.STORED) for name in names[2:]])
    await store.remove_many(["taken off"])
    place.orders = PaidOrdersLog(place.path.with_name("no orders"))
    place.change(
        SPOIL_ONE.format("unsent and odd"),
        SPOIL_ONE.format("paid and odd"),
        "UPDATE jobs SET payload = '{' WHERE job_id = 'unreadable'",
        "UPDATE jobs SET payload = x'00' WHERE job_id = 'no text'",
        "UPDATE jobs SET payload_sum = 'much' WHERE job_id = 'no sum'",
    )

    store = place.start()
    found = {job.job_id: job.request.prompt for job in await store.load_all()}

    odd = a_request().prompt.replace("a cat", "a bat")
    assert found == {"unsent": a_request().prompt, "paid and odd": odd, "last": a_request().prompt}
    assert [job.job_id for job in await store.load_removed()] == ["taken off"]
    assert store.rescued_jobs == 4


async def test_a_page_that_cannot_be_read_costs_no_job_on_another(place: Place) -> None:
    jobs = [
        a_job(f"job-{number:03}", JobState.STORED, request=a_request(f"number {number} " * 40))
        for number in range(200)
    ]
    await place.start().save_many(jobs)
    place.stop()
    place.orders = PaidOrdersLog(place.path.with_name("no orders"))
    data = bytearray(place.path.read_bytes())
    broken = bytes(data).index(b"number 100 number 100") // 4096 * 4096
    data[broken : broken + 4096] = b"\xff" * 4096
    place.path.write_bytes(data)

    store = place.start()
    found = {job.job_id: job for job in await store.load_all()}

    assert store.set_aside_path is not None
    assert "job-100" not in found
    assert len(found) > 150
    assert all(found[job.job_id] == job for job in jobs if job.job_id in found)


async def test_an_old_order_that_only_the_second_record_knows_comes_when_the_journal_is_begun_anew(
    place: Place,
) -> None:
    """Each start reads only the end of the second record, and the order is before that. So it is found only when the journal
    is new, and it then goes on.
    """
    place.orders.append([job_line(a_job("old", JobState.ACCEPTED), NOON)])
    store = place.start()
    assert [job.job_id for job in await store.load_all()] == ["old"]
    place.change("DELETE FROM jobs")
    place.orders.append([removal_line("n" * 300_000, NOON)])
    store = place.start()
    assert await store.load_all() == []
    await store.save_many([a_job("whole", JobState.STORED), a_job("spoiled", JobState.READY)])
    place.change(SPOIL_ONE.format("spoiled"))
    store = place.start()

    assert await store.load_under_way() == []
    rest = [(job.job_id, job.state) async for part in store.load_rest() for job, _ in part]

    assert store.set_aside_path is not None
    assert sorted(rest) == [("old", JobState.WAITING), ("whole", JobState.STORED)]


async def test_where_the_journal_knows_an_order_it_is_believed(place: Place) -> None:
    await place.start().save(a_job("a", JobState.FAILED))
    place.stop()
    place.orders.append([job_line(a_job("a", JobState.ACCEPTED, task_id="another"), NOON)])
    place.orders.append([job_line(a_job("b", JobState.SENDING), NOON)])

    store = place.start()
    found = {job.job_id: (job.state, job.task_id) for job in await store.load_all()}

    assert found == {"a": (JobState.FAILED, "task-a"), "b": (JobState.UNKNOWN, None)}
    assert store.rescued_jobs == 1


class Failing:
    """Replaces a database's `write` and fails `times` times."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, times: int, trouble: DiskTrouble) -> None:
        real = Database.write
        self.left, self.trouble = times, trouble

        async def write(database: Database, change: Callable[[sqlite3.Connection], T]) -> T:
            if self.left:
                self.left -= 1
                raise self.trouble
            return await real(database, change)

        monkeypatch.setattr(Database, "write", write)


FULL, BROKEN = os_errors.full(Path("/home")), os_errors.failing(Path("/home"), "broken")


@pytest.mark.parametrize(
    ("trouble", "times", "makes_room", "asked", "saved"),
    [
        (FULL, 1, True, 1, True),
        (FULL, 2, True, 1, False),
        (FULL, 1, False, 1, False),
        (BROKEN, 1, True, 0, False),
    ],
)
async def test_room_is_made_once_for_a_full_disk_and_for_no_other_trouble(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    *,
    trouble: DiskTrouble,
    times: int,
    makes_room: bool,
    asked: int,
    saved: bool,
) -> None:
    room: list[bool] = []

    def make_room() -> bool:
        room.append(makes_room)
        return makes_room

    orders = PaidOrdersLog(tmp_path / "orders.jsonl")
    store = SqliteJobStore(tmp_path / "journal.sqlite3", orders, make_room=make_room)
    try:
        Failing(monkeypatch, times, trouble)
        if saved:
            await store.save(a_job())
        else:
            with pytest.raises(DiskTrouble) as caught:
                await store.save(a_job())
            assert caught.value is trouble
        assert [job.job_id for job in await store.load_all()] == ["job-1"] * saved
    finally:
        store.close()
    assert len(room) == asked


async def test_a_paid_job_whose_text_is_no_utf_8_any_more_is_rescued_with_what_can_be_read(
    place: Place,
) -> None:
    await place.start().save(a_job("paid", JobState.STORED))
    place.stop()
    place.orders = PaidOrdersLog(place.path.with_name("no orders"))
    with closing(sqlite3.connect(place.path)) as connection:
        (payload,) = connection.execute("SELECT payload FROM jobs").fetchone()
        spoiled = payload.encode().replace(b"a cat", b"a \xffat")
        with connection:
            connection.execute("UPDATE jobs SET payload = CAST(? AS TEXT)", (spoiled,))

    store = place.start()
    (found,) = await store.load_all()

    assert found.task_id == "task-paid"
    assert "a \ufffdat" in found.request.prompt
    assert store.set_aside_path is not None


async def test_a_row_that_is_whole_and_no_job_is_damage(place: Place) -> None:
    await place.start().save_many([a_job(name, JobState.STORED) for name in ("odd", "whole")])
    place.orders = PaidOrdersLog(place.path.with_name("no orders"))
    place.change(f"UPDATE jobs SET payload = '{{}}', payload_sum = {zlib.crc32(b'{}')} WHERE job_id = 'odd'")

    store = place.start()

    assert [job.job_id for job in await store.load_all()] == ["whole"]
    assert store.set_aside_path is not None


async def test_origins_and_the_end_of_the_line_count_what_was_taken_off_too(place: Place) -> None:
    store = place.start()
    assert await store.last_position() == 0.0
    assert await store.origins() == set()
    origins = {"a": "batch:b/a/1", "b": "batch:b/b/1", "c": ""}
    await store.save_many(
        [
            a_job(name, JobState.STORED, origin=origin, position=float(number))
            for number, (name, origin) in enumerate(origins.items(), start=5)
        ]
    )
    await store.remove_many(["b", "c"])

    assert await store.origins() == {"batch:b/a/1", "batch:b/b/1"}
    assert await store.last_position() == 7.0
