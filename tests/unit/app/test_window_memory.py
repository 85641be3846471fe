"""Where the window keeps its sizes if the place of its file is taken, and what Qt's file dialogs remember by themselves."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from vidu_desktop.app.window_state import keep_dialogs_apart, memory_in

OF_QT = (QSettings.Format.NativeFormat, QSettings.Scope.UserScope)


@pytest.fixture
def shared_memory() -> Iterator[None]:
    """Let what all programs with Qt remember together be where it was, once the test is over."""
    folder = Path(QSettings(*OF_QT, "QtProject").fileName()).parent
    yield
    QSettings.setPath(*OF_QT, str(folder))


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


@pytest.mark.skipif(os.name == "nt", reason="no file there")
@pytest.mark.usefixtures("shared_memory")
def test_a_file_dialog_knows_no_folder_that_another_program_or_run_used_last(tmp_path: Path) -> None:
    keep_dialogs_apart(tmp_path)
    QSettings(QSettings.Scope.UserScope, "QtProject").setValue("FileDialog/viewMode", "Detail")
    QSettings(QSettings.Scope.UserScope, "QtProject").setValue("FileDialog/lastVisited", "file:///drive")
    assert (tmp_path / "QtProject.conf").exists()

    keep_dialogs_apart(tmp_path)

    left = QSettings(QSettings.Scope.UserScope, "QtProject")
    assert (left.value("FileDialog/viewMode"), left.value("FileDialog/lastVisited")) == ("Detail", None)
