"""One computer works on a library at a time; the others only read, and a computer that is gone keeps nobody out."""

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from fakes.kept_things import FakeVideos, a_job, all_clips, video_bytes
from filelock import FileLock, Timeout

from vidu_desktop.adapters.disk.files import Files
from vidu_desktop.adapters.disk.lease import FREE_AFTER, LEASE_NAME, RENEWED_EVERY, Lease
from vidu_desktop.adapters.library_store.clip_records import ClipRecordFiles
from vidu_desktop.adapters.library_store.file_library import FileLibrary
from vidu_desktop.adapters.library_store.library_store import LibraryStore
from vidu_desktop.adapters.records.availability_check import availability_of
from vidu_desktop.domain.availability import Availability
from vidu_desktop.domain.marks import MarkChange
from vidu_desktop.errors import DiskTrouble
from vidu_desktop.library.marking import ClipMarks

pytestmark = pytest.mark.anyio


class Time:
    now = datetime(2026, 11, 27, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


class Computers:
    """Several computers, each with its own clock, and one library."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.root = home / "library"
        self.root.mkdir()
        self.time = Time()

    def lease(self, name: str) -> Lease:
        return Lease(self.root, self.home / name / "installation", now=self.time)

    def store(self, name: str) -> LibraryStore:
        return LibraryStore(
            self.root,
            index_path=self.home / name / "index.sqlite3",
            covers_dir=self.home / name / "covers",
            inputs_dir=self.home / name / "inputs",
            videos=FakeVideos(),
            lease=self.lease(name),
        )


@pytest.fixture
def computers(tmp_path: Path) -> Computers:
    return Computers(tmp_path)


def standing(computers: Computers, lease: Lease) -> Availability:
    return availability_of(computers.root, lease, known=True)


def test_the_first_has_it_and_the_second_looks_on(computers: Computers) -> None:
    first, second = computers.lease("one"), computers.lease("two")

    assert standing(computers, first) is Availability.THERE
    assert standing(computers, second) is Availability.HELD_ELSEWHERE
    assert second.holder
    with pytest.raises(DiskTrouble) as caught:
        second.require()
    assert second.holder in str(caught.value.sentence)


def test_one_that_slept_looks_before_it_changes_anything_whether_another_has_the_library(
    computers: Computers,
) -> None:
    first, second = computers.lease("one"), computers.lease("two")
    first.renew()
    computers.time.now += FREE_AFTER
    first.require()
    computers.time.now += timedelta(seconds=1)
    second.renew()

    with pytest.raises(DiskTrouble):
        first.require()


def test_when_the_first_ends_the_second_has_it_at_once(computers: Computers) -> None:
    first, second = computers.lease("one"), computers.lease("two")
    first.renew()
    second.renew()

    first.release()

    assert standing(computers, second) is Availability.THERE


def test_one_that_crashed_keeps_nobody_out_for_long_nor_itself(computers: Computers) -> None:
    computers.lease("one").renew()
    assert standing(computers, computers.lease("one")) is Availability.THERE
    second = computers.lease("two")

    computers.time.now += FREE_AFTER + timedelta(seconds=1)

    assert standing(computers, second) is Availability.THERE


def test_who_works_keeps_it(computers: Computers) -> None:
    first, second = computers.lease("one"), computers.lease("two")
    for _ in range(30):
        first.renew()
        computers.time.now += RENEWED_EVERY
        second.renew()
        assert second.holder


def test_a_clock_that_is_ahead_or_a_note_without_sense_holds_it_for_nobody(computers: Computers) -> None:
    first, second = computers.lease("one"), computers.lease("two")
    computers.time.now += timedelta(days=400)
    first.renew()
    computers.time.now -= timedelta(days=400)
    assert standing(computers, second) is Availability.THERE

    (computers.root / LEASE_NAME).write_text("{nonsense")
    assert standing(computers, computers.lease("three")) is Availability.THERE


async def test_the_second_computer_sees_everything_and_changes_nothing(
    computers: Computers, tmp_path: Path
) -> None:
    one, two = computers.store("one"), computers.store("two")
    library = FileLibrary(one)
    part = tmp_path / "v.part"
    part.write_bytes(video_bytes("frames"))
    clip = await library.keep(a_job(), part, await library.verify(part))
    before = sorted(path.name for path in computers.root.rglob("*"))

    other = FileLibrary(two)
    await other.rebuild()  # changes only its own index
    assert [found.clip_id for found in await all_clips(other)] == [clip.clip_id]
    with pytest.raises(DiskTrouble) as caught:
        await ClipMarks(ClipRecordFiles(two)).mark([clip.clip_id], MarkChange(star=True))
    assert caught.value.code == "library-held"
    part.write_bytes(video_bytes("others"))
    with pytest.raises(DiskTrouble):
        await other.keep(a_job("other"), part, await other.verify(part))

    assert part.exists()  # the paid video waits here
    assert sorted(path.name for path in computers.root.rglob("*")) == before
    await ClipMarks(ClipRecordFiles(one)).mark([clip.clip_id], MarkChange(star=True))
    one.close()
    two.close()


def test_what_a_start_that_was_killed_left_beside_its_id_is_gone_after_the_next(tmp_path: Path) -> None:
    computers = Computers(tmp_path)
    left = tmp_path / "a" / ".installation.1d687dcf.part"
    left.parent.mkdir()
    left.write_bytes(b"half an i")

    computers.lease("a").renew()

    assert not left.exists()
    assert (left.parent / "installation").is_file()


def test_threads_that_ask_at_the_first_start_are_told_one_id(tmp_path: Path) -> None:
    """One thread renews the lease while another asks for the batches: each made an id, and removed the other's file."""
    (tmp_path / "library").mkdir()
    for start in range(40):
        lease = Lease(tmp_path / "library", tmp_path / str(start) / "installation")
        together = threading.Barrier(4)

        def ask(lease: Lease = lease, together: threading.Barrier = together) -> str:
            together.wait()
            return lease.own_id()

        with ThreadPoolExecutor(4) as threads:
            told = {asked.result() for asked in [threads.submit(ask) for _ in range(4)]}
        assert told == {lease.installation_path.read_text()}


def test_two_programs_that_begin_a_home_at_once_are_one_installation(tmp_path):
    path = tmp_path / "data" / "installation"
    turned_away = []

    class Overtaken(Files):
        def write(self, part: Path, data: bytes) -> None:
            try:
                FileLock(f"{path}.lock").acquire(timeout=0)
            except Timeout:
                turned_away.append(True)
            super().write(part, data)

    first = Lease(tmp_path, path, Overtaken()).own_id()

    assert turned_away == [True]
    assert Lease(tmp_path, path).own_id() == first


@pytest.mark.parametrize("content", [b"", b"\xff"])
def test_an_id_that_a_power_cut_spoiled_is_made_anew(tmp_path, content):
    path = tmp_path / "installation"
    path.write_bytes(content)

    made = Lease(tmp_path, path).own_id()

    assert made
    assert Lease(tmp_path, path).own_id() == made
