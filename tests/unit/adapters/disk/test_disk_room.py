"""Room on the disk, and the ballast."""

import errno
import os
import shutil
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from vidu_desktop.adapters.desktop.clock import SystemClock
from vidu_desktop.adapters.disk.os_errors import in_the_way, too_large
from vidu_desktop.adapters.disk.room import FILE_BYTES, Ballast, SystemDisk


def test_folders_that_arent_made_yet_have_the_room_of_their_disk(tmp_path: Path) -> None:
    disk = SystemDisk(tmp_path / "data", tmp_path / "videos" / "library")

    assert disk.free_bytes() > 0
    assert disk.why_none is None


@pytest.mark.parametrize("name", ["ENOSYS", "EINVAL", "ENOTSUP", "EOPNOTSUPP"])
def test_a_drive_that_cannot_say_its_room_holds_nothing_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    def refused(_folder: Path) -> None:
        raise OSError(getattr(errno, name), "")

    monkeypatch.setattr(shutil, "disk_usage", refused)
    disk = SystemDisk(tmp_path, tmp_path / "library")
    assert disk.free_bytes() > FILE_BYTES
    assert disk.why_none is None


@pytest.mark.parametrize(("total", "has_room"), [(0, True), (1_000, False)])
def test_a_drive_of_no_size_does_not_know_it_and_a_full_one_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, total: int, has_room: bool
) -> None:
    monkeypatch.setattr(
        shutil, "disk_usage", lambda _folder: SimpleNamespace(total=total, used=total, free=0)
    )
    assert (SystemDisk(tmp_path, tmp_path).free_bytes() > 0) is has_room


def test_a_drive_that_fails_to_say_its_room_has_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def failed(_folder: Path) -> None:
        raise OSError(errno.EIO, "")

    monkeypatch.setattr(shutil, "disk_usage", failed)
    disk = SystemDisk(tmp_path, tmp_path)
    assert disk.free_bytes() == 0
    assert disk.why_none is not None


def test_a_library_that_vanished_has_no_room_and_says_why(tmp_path: Path) -> None:
    library_dir = tmp_path / "library"
    library_dir.mkdir()
    disk = SystemDisk(tmp_path, library_dir)
    assert disk.free_bytes() > 0

    library_dir.rmdir()

    assert disk.free_bytes() == 0
    assert str(library_dir) in str(disk.why_none)
    library_dir.mkdir()
    assert disk.free_bytes() > 0
    assert disk.why_none is None


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
@pytest.mark.parametrize("through_a_link", [False, True])
def test_what_lies_in_the_place_of_the_library_is_no_room_and_said(
    tmp_path: Path, through_a_link: bool
) -> None:
    library_dir = tmp_path / "library"
    if through_a_link:
        library_dir.symlink_to(library_dir)
    else:
        os.mkfifo(library_dir)
    disk = SystemDisk(tmp_path, library_dir)

    assert disk.free_bytes() == 0
    assert disk.why_none == in_the_way(library_dir).sentence


@pytest.mark.skipif(sys.platform == "win32", reason="this system has no limit on the size of files")
@pytest.mark.parametrize(
    ("limit_bytes", "has_room"), [(FILE_BYTES - 1, False), (FILE_BYTES, True), (None, True)]
)
def test_where_a_video_may_not_become_large_enough_there_is_no_room_and_it_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit_bytes: int | None, has_room: bool
) -> None:
    import resource

    limit = resource.RLIM_INFINITY if limit_bytes is None else limit_bytes
    monkeypatch.setattr(resource, "getrlimit", lambda _which: (limit, resource.RLIM_INFINITY))
    disk = SystemDisk(tmp_path, tmp_path)

    assert (disk.free_bytes() > 0) is has_room
    assert disk.why_none == (None if has_room else too_large(tmp_path).sentence)


def test_the_ballast_holds_real_blocks_and_gives_them_up_once(tmp_path: Path) -> None:
    path = tmp_path / "data" / "ballast"
    ballast = Ballast(path, 1_000_000)

    assert ballast.hold()
    assert ballast.hold()
    assert path.stat().st_blocks * 512 >= 1_000_000
    assert ballast.release()
    assert not path.exists()
    assert not ballast.release()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_a_pipe_in_the_place_of_the_ballast_gives_way(tmp_path: Path) -> None:
    path = tmp_path / "ballast"
    os.mkfifo(path)

    assert Ballast(path, 1000).hold()
    assert path.is_file()


def test_a_ballast_that_finds_no_room_leaves_nothing(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")

    assert not Ballast(blocked / "ballast", 1000).hold()


def test_the_clock_is_aware_and_never_runs_back() -> None:
    clock = SystemClock()

    assert clock.now().utcoffset() is not None
    assert clock.monotonic_s() <= clock.monotonic_s()
