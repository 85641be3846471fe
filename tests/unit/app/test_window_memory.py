"""Where the window keeps its sizes if the place of its file is taken."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from vidu_desktop.app.window_state import memory_in


def put_link_to_pipe(path: Path) -> None:
    os.mkfifo(path.with_name("pipe"))
    path.symlink_to("pipe")


@pytest.mark.parametrize(
    "put",
    [
        os.mkfifo,
        Path.mkdir,
        put_link_to_pipe,
        lambda path: path.symlink_to("nowhere"),
        lambda path: path.symlink_to(path),
    ],
    ids=["pipe", "folder", "link to a pipe", "link to nowhere", "link to itself"],
)
def test_what_is_no_file_is_neither_read_nor_written_over(
    tmp_path: Path, put: Callable[[Path], None]
) -> None:
    place = tmp_path / "window.ini"
    put(place)
    before = place.lstat()

    memory = memory_in(tmp_path)
    memory.setValue("window/shelf", 1)
    memory.sync()

    assert place.lstat() == before
    assert str(memory_in(tmp_path).value("window/shelf")) == "1"


def test_a_link_to_a_file_is_followed(tmp_path: Path) -> None:
    kept = tmp_path / "elsewhere.ini"
    kept.write_text("[window]\nshelf=1\n")
    (tmp_path / "window.ini").symlink_to(kept)

    assert str(memory_in(tmp_path).value("window/shelf")) == "1"
