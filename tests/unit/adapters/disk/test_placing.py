"""Something that isn't a file is never replaced by a rename: a pipe, a device or a link to one belongs to others."""

import os
import socket
import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from architecture.source_reading import program_files

from vidu_desktop.adapters.disk.files import Files, copy_atomically, write_bytes_atomically
from vidu_desktop.adapters.disk.placing import rename_over
from vidu_desktop.adapters.disk.writing import write_atomically, writing
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

    assert outside == {"placing.py", "files.py", "sheet_pdf.py"}


@pytest.mark.parametrize("write", WRITERS)
@pytest.mark.parametrize("name", ["x" * 255, "é" * 127, "x" * 240])
def test_a_name_as_long_as_names_may_be_can_be_written(
    tmp_path: Path, write: Callable[[Path], None], name: str
) -> None:
    write(tmp_path / name)
    write(tmp_path / name)

    assert [path.name for path in tmp_path.iterdir()] == [name]
    assert (tmp_path / name).read_bytes() == b"content"
