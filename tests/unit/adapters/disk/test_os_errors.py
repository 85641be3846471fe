"""What a person reads of an error of the disk: what is in the way by its own name, and reasons that are translated."""

import errno
import os
from pathlib import Path

import pytest

from vidu_desktop.adapters.disk.os_errors import disk_trouble, raising_disk_trouble, taking_lock
from vidu_desktop.adapters.disk.system_reasons import reason_of
from vidu_desktop.errors import DiskTrouble, Sentence


def test_of_a_long_path_the_part_that_is_no_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "inputs").write_text("in the way")
    wanted = tmp_path / "inputs" / "4c" / "picture.png"
    with pytest.raises(DiskTrouble) as raised, raising_disk_trouble(tmp_path):
        wanted.parent.mkdir(parents=True)
    words = str(raised.value.sentence)
    assert f"in the place of “{tmp_path / 'inputs'}”. Move it away" in words
    assert "goes on by itself" in words


def test_where_a_file_cannot_take_its_place_the_place_is_named(tmp_path: Path) -> None:
    part, target = tmp_path / ".part", tmp_path / "picture.png"
    part.write_text("whole")
    (target / "in the way").mkdir(parents=True)
    with (
        pytest.raises(DiskTrouble, match=r"in the place of “.*picture\.png”"),
        raising_disk_trouble(tmp_path),
    ):
        part.replace(target)


@pytest.mark.parametrize("name", ["EIO", "EEXIST", "EBUSY", "ETIMEDOUT", "EMFILE", "EINVAL", "ENOTEMPTY"])
def test_a_common_reason_is_a_sentence_of_our_own(name: str) -> None:
    reason = reason_of(OSError(getattr(errno, name), "the system's words"))
    assert isinstance(reason, Sentence)


def test_a_reason_without_a_number_blames_nothing_and_a_rare_one_keeps_the_words_of_the_system() -> None:
    assert reason_of(OSError("no number")) == Sentence("reading or writing failed")
    assert reason_of(OSError(errno.EDOM, "")) == os.strerror(errno.EDOM)


def test_the_reason_is_part_of_what_a_person_reads() -> None:
    trouble = disk_trouble(OSError(errno.EBUSY, "Device or resource busy"), Path("/media/stick"))
    assert "(another program is using it)" in str(trouble.sentence)


@pytest.mark.parametrize("name", ["EMFILE", "ENFILE", "ENOMEM"])
def test_a_computer_at_its_end_blames_no_disk(name: str) -> None:
    trouble = disk_trouble(OSError(getattr(errno, name), ""), Path("/media/stick"))
    assert "End other programs" in str(trouble.sentence)
    assert "Check the disk" not in str(trouble.sentence)
    assert not trouble.full


def test_a_limit_on_the_size_of_files_is_no_full_disk_but_waits_like_one() -> None:
    limited, full = (
        disk_trouble(OSError(number, ""), Path("/films")) for number in (errno.EFBIG, errno.ENOSPC)
    )
    assert "limits the size of files" in str(limited.sentence)
    assert "full" not in str(limited.sentence)
    assert (limited.code, limited.full) == (full.code, full.full)


@pytest.mark.parametrize("name", ["ENOLCK", "EINVAL", "ENOTSUP", "EOPNOTSUPP", "ENOSYS"])
def test_a_drive_without_locks_is_called_that_and_not_a_failing_one(name: str) -> None:
    refused = OSError(getattr(errno, name), "")
    with pytest.raises(DiskTrouble) as raised, raising_disk_trouble(Path("/home")), taking_lock():
        raise refused
    words = str(raised.value.sentence)
    assert "Files can't be locked at “/home”" in words
    assert "Check the disk" not in words


def test_another_error_of_taking_a_lock_stays_what_it_is() -> None:
    with pytest.raises(OSError, match="no room") as raised, taking_lock():
        raise OSError(errno.ENOSPC, "no room")
    assert raised.value.errno == errno.ENOSPC
