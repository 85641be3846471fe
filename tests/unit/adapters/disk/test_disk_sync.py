"""Folders that refuse to be synced: shares, shared folders of virtual machines, FUSE. A refusal is harmless, a failure isn't."""

import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from architecture.source_reading import program_files
from fakes.kept_things import a_job

from vidu_desktop.adapters.disk.files import Files, copy_atomically, write_bytes_atomically
from vidu_desktop.adapters.disk.sync import make_folder, sync_file, sync_folder
from vidu_desktop.adapters.disk.writing import write_atomically, writing
from vidu_desktop.adapters.export.export_writers import beside
from vidu_desktop.adapters.fetching.part_file import PartFile
from vidu_desktop.adapters.journal.paid_orders_log import PaidOrdersLog, removal_line
from vidu_desktop.errors import DiskTrouble

REFUSALS = [
    errno.EINVAL,
    errno.ENOTSUP,
    errno.EOPNOTSUPP,
    errno.ENOSYS,
    errno.ENOTTY,
    errno.EBADF,
    errno.EPERM,
]
FAILURES = [errno.EIO, errno.ENOSPC, errno.EDQUOT, errno.EROFS]


def folder_sync_answers(monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    real = os.fsync

    def fsync(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(number, os.strerror(number))
        real(descriptor)

    monkeypatch.setattr(os, "fsync", fsync)


@pytest.mark.parametrize("number", REFUSALS, ids=errno.errorcode.get)
def test_a_folder_that_refuses_to_be_synced_is_left_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    folder_sync_answers(monkeypatch, number)
    sync_folder(tmp_path)
    make_folder(tmp_path / "a" / "b")
    assert (tmp_path / "a" / "b").is_dir()


@pytest.mark.parametrize("number", FAILURES, ids=errno.errorcode.get)
def test_a_folder_whose_sync_fails_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    folder_sync_answers(monkeypatch, number)
    with pytest.raises(OSError, match=os.strerror(number)):
        sync_folder(tmp_path)


@pytest.mark.parametrize("number", [errno.EACCES, errno.EPERM], ids=errno.errorcode.get)
def test_a_folder_that_may_be_written_to_but_not_read_needs_no_sync(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def refused(*_: object) -> int:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "open", refused)
    sync_folder(tmp_path)


def test_a_folder_that_is_gone_is_said(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        sync_folder(tmp_path / "gone")


@pytest.mark.parametrize(
    ("number", "harmless"), [(number, number not in (errno.EBADF, errno.EPERM)) for number in REFUSALS]
)
def test_a_file_on_a_share_without_sync_is_left_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, harmless: bool
) -> None:
    def refused(_: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", refused)
    if harmless:
        sync_file(1)
        return
    with pytest.raises(OSError, match=os.strerror(number)):
        sync_file(1)


def fetched(tmp_path: Path) -> Path:
    part = PartFile(tmp_path / "downloads" / "job.part")
    descriptor = part.begin(None)
    os.write(descriptor, b"content")
    part.finish(descriptor)
    os.close(descriptor)
    return part.path


def exported(tmp_path: Path) -> Path:
    with beside(tmp_path / "export.mp4") as part:
        part.write_bytes(b"content")
    return tmp_path / "export.mp4"


def written_by_a_helper(tmp_path: Path) -> Path:
    write_atomically(tmp_path / "still.png", writing(b"content"))
    return tmp_path / "still.png"


def temporary_file(tmp_path: Path) -> Path:
    write_bytes_atomically(Files(), tmp_path / "record.json", b"content")
    return tmp_path / "record.json"


def copied_in(tmp_path: Path) -> Path:
    (tmp_path / "source").write_bytes(b"content")
    copy_atomically(Files(), tmp_path / "source", tmp_path / ".part", tmp_path / "clip.mp4")
    return tmp_path / "clip.mp4"


WRITERS = [fetched, exported, written_by_a_helper, temporary_file, copied_in]


@pytest.mark.parametrize("write", WRITERS)
def test_whatever_is_written_where_folders_refuse_to_be_synced_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, write: Callable[[Path], Path]
) -> None:
    folder_sync_answers(monkeypatch, errno.EINVAL)
    assert write(tmp_path).read_bytes() == b"content"


@pytest.mark.parametrize("write", WRITERS)
def test_whatever_is_written_where_the_disk_fails_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, write: Callable[[Path], Path]
) -> None:
    folder_sync_answers(monkeypatch, errno.EIO)
    with pytest.raises((OSError, DiskTrouble)):
        write(tmp_path)


def test_a_paid_order_is_written_down_where_folders_refuse_to_be_synced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder_sync_answers(monkeypatch, errno.EINVAL)
    log, job = PaidOrdersLog(tmp_path / "orders.jsonl"), a_job()
    log.append([removal_line(job.job_id, job.created_at)])
    assert (tmp_path / "orders.jsonl").stat().st_size > 0


def test_only_the_ground_floor_asks_the_system_to_sync() -> None:
    outside = [path for path in program_files() if "os.fsync(" in path.read_text(encoding="utf-8")]
    assert {path.parent.name for path in outside} == {"disk"}
