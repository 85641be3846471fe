"""When a person names something that isn't a readable file, the error says at once who can act, wherever files are read."""

import asyncio
import errno
import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from vidu_desktop.adapters.disk.given_files import cannot_read, read_given
from vidu_desktop.adapters.disk.os_errors import disk_trouble
from vidu_desktop.adapters.export.review_packet import read_answers
from vidu_desktop.adapters.library_store.library_presets import LibraryPresets
from vidu_desktop.adapters.library_store.shelf_packs import ShelfPacks
from vidu_desktop.adapters.video.sound_file import sound_facts, sound_length_s
from vidu_desktop.errors import BadInput, DiskTrouble

pytestmark = pytest.mark.skipif(os.name == "nt", reason="pipes have no place in folders there")


def presets(path: Path) -> object:
    return asyncio.run(LibraryPresets.read_file(object.__new__(LibraryPresets), path))


def shelf(path: Path) -> object:
    async def read() -> None:
        async with ShelfPacks().opened(path):
            pass

    return asyncio.run(read())


READERS: list[Callable[[Path], object]] = [
    lambda path: read_given(path, 10),
    lambda path: sound_length_s(str(path)),
    lambda path: sound_facts(str(path)),
    read_answers,
    presets,
    shelf,
]


@pytest.mark.parametrize("read", READERS)
def test_what_is_no_file_is_said_at_once_and_no_disk_is_blamed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, read: Callable[[Path], object]
) -> None:
    monkeypatch.chdir(tmp_path)  # a socket's path may only have 108 bytes
    os.mkfifo("pipe")
    Path("device").symlink_to("/dev/zero")
    Path("null").symlink_to(os.devnull)
    Path("loop").symlink_to("loop")
    Path("dangling").symlink_to("nowhere")
    Path("folder").mkdir()
    Path("file").write_bytes(b"")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("socket")
        for name, code in (
            ("pipe", "file-is-none"),
            ("device", "file-is-none"),
            ("null", "file-is-none"),
            ("socket", "file-is-none"),
            ("folder", "file-is-folder"),
            ("loop", "file-missing"),
            ("dangling", "file-missing"),
            ("missing", "file-missing"),
            ("file/below", "file-missing"),
            ("x" * 300, "file-missing"),
        ):
            with pytest.raises(BadInput) as refused:
                read(Path(name))
            assert refused.value.code == code, name


def test_a_file_that_one_may_not_read_is_no_fault_of_the_disk_and_a_failing_disk_is_one() -> None:
    forbidden = cannot_read(PermissionError(errno.EACCES, "no"), "a.wav")
    assert isinstance(forbidden, BadInput)
    assert forbidden.code == "file-forbidden"
    assert isinstance(cannot_read(OSError(errno.EIO, "broken"), "a.wav"), DiskTrouble)


def test_what_is_read_is_whole_or_refused(tmp_path: Path) -> None:
    file = tmp_path / "text"
    file.write_bytes(b"0123456789")
    assert read_given(file, 10) == b"0123456789"
    with pytest.raises(BadInput, match="larger") as refused:
        read_given(file, 9)
    assert refused.value.code == "file-too-large"


@pytest.mark.parametrize("name", ["EEXIST", "EISDIR", "ENOTDIR", "ELOOP"])
def test_what_is_in_the_way_is_said_and_no_drive_or_permission_is_blamed(name: str) -> None:
    trouble = disk_trouble(OSError(getattr(errno, name), "no"), Path("/home/data"))

    assert "Something else is in the place of “/home/data”" in str(trouble.sentence)
    assert not trouble.full
