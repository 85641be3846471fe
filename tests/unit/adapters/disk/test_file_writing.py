"""Files are written beside their place and renamed: something that isn't a file is never replaced (a pipe, a device or a link
to one belongs to others), two writers don't meet, and what a killed one left goes."""

import os
import socket
import stat
import time
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

import pytest
from architecture.source_reading import program_files

from vidu_desktop.adapters.disk.files import (
    LEFT_S,
    Files,
    copy_atomically,
    lock_part,
    new_part,
    remove_left_parts,
    rename_over,
    write_bytes_atomically,
)
from vidu_desktop.adapters.disk.writing import save_file, write_atomically, writing
from vidu_desktop.adapters.export.export_writers import beside
from vidu_desktop.errors import DiskTrouble

pytestmark = pytest.mark.skipif(os.name == "nt", reason="pipes have no place in folders there")


def exported(target: Path) -> None:
    with beside(target, replaces=True) as part:
        part.write_bytes(b"content")


def copied_in(target: Path) -> None:
    source = target.with_name("source")
    source.write_bytes(b"content")
    copy_atomically(Files(), source, target.with_name(".part"), target, replaces=True)
    source.unlink()


WRITERS: list[Callable[[Path], None]] = [
    exported,
    copied_in,
    lambda target: write_atomically(target, writing(b"content")),
    lambda target: write_bytes_atomically(Files(), target, b"content"),
]


@pytest.mark.parametrize("write", WRITERS)
@pytest.mark.parametrize("through_a_link", [False, True])
def test_a_pipe_stays_where_it_is_and_nothing_is_left_beside_it(
    tmp_path: Path, write: Callable[[Path], None], through_a_link: bool
) -> None:
    pipe, target = tmp_path / "pipe", tmp_path / ("link" if through_a_link else "pipe")
    os.mkfifo(pipe)
    if through_a_link:
        target.symlink_to(pipe)
    there = sorted(tmp_path.iterdir())

    with pytest.raises((DiskTrouble, FileExistsError)):
        write(target)

    assert stat.S_ISFIFO(target.stat().st_mode)
    (tmp_path / "source").unlink(missing_ok=True)
    assert sorted(tmp_path.iterdir()) == there


@pytest.mark.parametrize("write", WRITERS)
def test_a_file_and_a_link_that_leads_nowhere_are_replaced(
    tmp_path: Path, write: Callable[[Path], None]
) -> None:
    (tmp_path / "old").write_bytes(b"old")
    (tmp_path / "link").symlink_to("nowhere")

    for name in ("old", "link", "new"):
        write(tmp_path / name)
        assert (tmp_path / name).read_bytes() == b"content"


def test_a_socket_and_a_device_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    part = tmp_path / "part"
    part.write_bytes(b"content")
    monkeypatch.chdir(tmp_path)  # a socket's path may only have 108 bytes
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("socket")
        (tmp_path / "device").symlink_to(os.devnull)

        for name in ("socket", "device"):
            with pytest.raises(FileExistsError):
                rename_over(part, tmp_path / name)

    assert part.read_bytes() == b"content"


def test_nobody_else_renames_over_a_place_that_a_person_names() -> None:
    """`rename_over` protects only the callers that use it, so nothing else may rename over such a place."""
    outside = {
        path.name for path in program_files() if ".replace(target)" in path.read_text(encoding="utf-8")
    }

    assert outside == {"files.py"}


@pytest.mark.parametrize("write", WRITERS)
@pytest.mark.parametrize("name", ["x" * 255, "é" * 127, "x" * 240])
def test_a_name_as_long_as_names_may_be_can_be_written(
    tmp_path: Path, write: Callable[[Path], None], name: str
) -> None:
    write(tmp_path / name)
    write(tmp_path / name)

    assert [path.name for path in tmp_path.iterdir()] == [name]
    assert (tmp_path / name).read_bytes() == b"content"


def test_two_that_write_one_file_at_once_write_it_one_after_the_other(tmp_path: Path) -> None:
    target = tmp_path / "result.csv"

    def slowly(file: BinaryIO) -> None:
        file.write(b"slow " * 100)
        save_file(target, writing(b"quick"))
        assert target.read_bytes() == b"quick"
        file.write(b"slow " * 100)

    save_file(target, slowly)
    assert target.read_bytes() == b"slow " * 200
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize("name", ["result [2].csv", "x" * 255])
def test_what_a_killed_program_left_of_a_file_goes_with_the_next_that_is_saved_there(
    tmp_path: Path, name: str
) -> None:
    target, hour_ago_s = tmp_path / name, time.time() - LEFT_S
    left, running, of_another = (
        new_part(target),
        new_part(target),
        new_part(tmp_path / f"another {name[:200]}"),
    )
    for part in (left, running, of_another):
        part.write_bytes(b"half")
    for part in (left, of_another):
        os.utime(part, (hour_ago_s, hour_ago_s))

    with running.open("r+b") as file:
        lock_part(file.fileno())
        save_file(target, writing(b"whole"))

    assert set(tmp_path.iterdir()) == {target, running, of_another}
    remove_left_parts(target)
    assert set(tmp_path.iterdir()) == {target, of_another}


def test_what_was_left_a_moment_ago_goes_too_but_never_what_is_being_written(tmp_path: Path) -> None:
    target, moment_ago_s = tmp_path / "film.otio", time.time() - 10
    left = new_part(target)
    left.write_bytes(b"half")
    os.utime(left, (moment_ago_s, moment_ago_s))

    def slowly(file: BinaryIO) -> None:
        os.utime(file.fileno(), (moment_ago_s, moment_ago_s))
        save_file(target, writing(b"quick"))
        assert not left.exists()
        file.write(b"slow")

    save_file(target, slowly)
    assert target.read_bytes() == b"slow"
