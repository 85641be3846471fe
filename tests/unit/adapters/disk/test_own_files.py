"""The program's own files are never waited for: something else in their place is removed, or only costs what the file would
hold.
"""

import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from vidu_desktop.adapters.desktop.diagnostics import read_log_tail
from vidu_desktop.adapters.desktop.instance_lock import HolderKind, InstanceLock
from vidu_desktop.adapters.disk.files import Files
from vidu_desktop.adapters.disk.own_files import create_own_file, make_own_folder, own_file_descriptor
from vidu_desktop.adapters.fetching.part_file import PartFile
from vidu_desktop.adapters.journal.paid_orders_log import PaidOrdersLog

pytestmark = pytest.mark.skipif(os.name == "nt", reason="pipes have no place in folders there")


def as_pipe(place: Path) -> None:
    os.mkfifo(place)


def as_link_to_a_pipe(place: Path) -> None:
    os.mkfifo(place.with_name("somebody's pipe"))
    place.symlink_to("somebody's pipe")


def as_link_to_a_device(place: Path) -> None:
    place.symlink_to("/dev/zero")


def as_link_to_itself(place: Path) -> None:
    place.symlink_to(place.name)


OBSTACLES = [as_pipe, as_link_to_a_pipe, as_link_to_a_device, as_link_to_itself]


@pytest.mark.parametrize("put", OBSTACLES)
def test_what_is_no_file_gives_way_to_what_is_written(tmp_path: Path, put: Callable[[Path], None]) -> None:
    place = tmp_path / "own"
    put(place)

    with create_own_file(place) as file:
        file.write(b"x" * 100_000)  # more than fits into a pipe

    assert place.stat().st_size == 100_000
    assert not place.is_symlink()
    other = tmp_path / "somebody's pipe"
    assert not other.exists() or stat.S_ISFIFO(other.stat().st_mode)


def test_a_file_behind_a_link_is_written_to_and_a_folder_is_left(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").write_bytes(b"old")
    (tmp_path / "link").symlink_to("elsewhere")
    with create_own_file(tmp_path / "link") as file:
        file.write(b"new")
    assert (tmp_path / "elsewhere").read_bytes() == b"new"

    (tmp_path / "folder").mkdir()
    with pytest.raises(IsADirectoryError):
        own_file_descriptor(tmp_path / "folder", os.O_RDWR)


@pytest.mark.parametrize("put", OBSTACLES)
def test_what_was_left_beside_a_file_holds_no_writer(tmp_path: Path, put: Callable[[Path], None]) -> None:
    (tmp_path / "target").write_bytes(b"y" * 100_000)
    put(tmp_path / "copy") if put is not as_link_to_a_pipe else None
    Files().copy(tmp_path / "target", tmp_path / "copy")
    assert (tmp_path / "copy").stat().st_size == 100_000


@pytest.mark.parametrize("put", OBSTACLES)
def test_a_download_begins_in_a_file(tmp_path: Path, put: Callable[[Path], None]) -> None:
    part = PartFile(tmp_path / "a.part")
    put(tmp_path / "a.part")
    descriptor = part.begin(None)
    os.write(descriptor, b"z" * 100_000)
    os.close(descriptor)
    assert (tmp_path / "a.part").stat().st_size == 100_000


def as_folder(place: Path) -> None:
    place.mkdir()
    (place / "somebody's").touch()


@pytest.mark.parametrize("put", [*OBSTACLES, as_folder])
def test_paid_orders_are_written_down_in_a_file(tmp_path: Path, put: Callable[[Path], None]) -> None:
    log = PaidOrdersLog(tmp_path / "orders.jsonl")
    put(tmp_path / "orders.jsonl")
    assert log.read() == {}
    put(tmp_path / "orders.jsonl") if put is not as_link_to_a_pipe else None
    log.append([{"paused": True, "at": "2026-11-30T00:00:00+00:00"}])
    assert stat.S_ISREG((tmp_path / "orders.jsonl").stat().st_mode)
    assert log.paused_by()
    assert list(tmp_path.glob("orders.jsonl.no-file-*")), "what was there is put aside"


@pytest.mark.parametrize("put", OBSTACLES)
def test_a_report_of_a_log_that_is_no_file_has_none(tmp_path: Path, put: Callable[[Path], None]) -> None:
    put(tmp_path / "a.log")
    assert read_log_tail(tmp_path / "a.log") == ""


@pytest.mark.parametrize("put", [*OBSTACLES, as_folder])
def test_a_home_is_locked_whatever_lies_in_the_place_of_the_lock(
    tmp_path: Path, put: Callable[[Path], None]
) -> None:
    names = ("lock", "lock.holder", "lock.holder.part")
    for name in names if put is not as_link_to_a_pipe else names[:1]:
        put(tmp_path / name) if name != names[2] or put is not as_folder else None
    lock, other = InstanceLock(tmp_path / "lock"), InstanceLock(tmp_path / "lock")

    assert lock.acquire(HolderKind.COMMAND) is None
    held = other.acquire(HolderKind.COMMAND)
    assert held is not None
    assert held.pid == os.getpid()
    lock.release()
    assert other.acquire(HolderKind.COMMAND) is None
    other.release()


def as_link_to_nothing(place: Path) -> None:
    place.symlink_to(place.with_name("gone"))


def as_file(place: Path) -> None:
    place.write_text("somebody's")


@pytest.mark.parametrize("put", [as_pipe, as_link_to_itself, as_link_to_nothing, as_file])
def test_what_is_no_folder_in_the_place_of_one_of_our_own_is_set_aside(
    tmp_path: Path, put: Callable[[Path], None]
) -> None:
    place = tmp_path / "parts"
    put(place)
    mode = place.lstat().st_mode

    make_own_folder(place)

    (aside,) = (path for path in tmp_path.iterdir() if path != place)
    assert place.is_dir()
    assert aside.lstat().st_mode == mode


def test_a_folder_of_our_own_stays_with_what_is_in_it_also_through_a_link(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "parts").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "parts" / "one").write_text("kept")

    make_own_folder(tmp_path / "parts")

    assert (tmp_path / "elsewhere" / "one").read_text() == "kept"
    assert (tmp_path / "parts").is_symlink()
