"""A drive that doesn't answer holds up neither a drop nor a file dialog, nor whatever else is asked of it."""

import threading
from pathlib import Path

import pytest
from fakes.dead_drive import dead_drive
from PySide6.QtCore import QMimeData, QSettings
from PySide6.QtWidgets import QFileDialog, QWidget

from vidu_desktop.ui.drives import folders_among, is_file, is_folder, real_path
from vidu_desktop.ui.local_files import url_of
from vidu_desktop.ui.widgets.chooser import PictureChooser
from vidu_desktop.ui.widgets.drop_reading import read_drop
from vidu_desktop.ui.widgets.file_dialog import FileDialog
from vidu_desktop.ui.widgets.sound_field import SoundField


@pytest.fixture
def owner(qtbot, tmp_path: Path, monkeypatch) -> QWidget:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def test_what_is_dropped_from_one_is_a_file(tmp_path: Path) -> None:
    mime = QMimeData()
    mime.setUrls([url_of(path) for path in (str(tmp_path), "/drive/b.png", "/a.png")])
    with dead_drive(Path("/drive")):
        found = read_drop(mime)
    assert (found.files, found.folders) == (("/a.png", "/drive/b.png"), (str(tmp_path),))


def test_no_dialog_begins_on_one(owner: QWidget, tmp_path: Path) -> None:
    memory = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    memory.setValue("folders/pictures", "/drive/keyframes")
    with dead_drive(Path("/drive")) as drive:
        dialog = PictureChooser(memory).choose(owner, several=True, chosen=lambda _paths: None)
        assert dialog.directory().absolutePath() == str(tmp_path)
        dialog.reject()
        named = FileDialog(owner, "export into", "/drive/films")
        assert named.directory().absolutePath() == str(tmp_path)
    assert drive.asked


def test_no_sound_is_looked_for_on_one(owner: QWidget, look, qtbot) -> None:
    field = SoundField(look)
    qtbot.addWidget(field)
    field.show_path("/drive/a.ogg")
    with dead_drive(Path("/drive")):
        dialog = field.choose()
        assert dialog.selectedFiles() == [] or "/drive" not in dialog.selectedFiles()[0]
        dialog.reject()


def test_a_dialog_does_not_begin_where_another_one_ended(owner: QWidget, tmp_path: Path) -> None:
    (tmp_path / "films").mkdir()
    before = FileDialog(owner, "before")
    before.setDirectory(str(tmp_path / "films"))
    before.reject()
    assert QFileDialog(owner, "after").directory().absolutePath() == str(tmp_path)
    assert FileDialog(owner, "new", str(tmp_path / "films" / "new")).directory().dirName() == "films"


def test_nothing_more_is_asked_of_it_until_it_answers(tmp_path: Path) -> None:
    (tmp_path / "a.png").touch()
    with dead_drive(Path("/media/me/disk")) as drive:
        assert not is_folder("/media/me/disk/films")
        assert not is_file("/media/me/disk/films/a.mp4")
        assert folders_among(["/media/me/disk/films/b", str(tmp_path)]) == {str(tmp_path)}
        assert real_path("/media/me/disk/films/../a.csv") == "/media/me/disk/films/../a.csv"
        assert is_file(str(tmp_path / "a.png"))
    assert drive.asked == ["/media/me/disk/films"]
    with dead_drive(Path("/elsewhere")):
        assert not is_file("/media/me/disk/films/a.mp4")
    assert real_path(str(tmp_path / "films" / ".." / "a.png")) == str(tmp_path / "a.png")


def test_thousands_of_files_right_on_one_are_one_question() -> None:
    """Each had a thread of its own, and all of them hung."""
    with dead_drive(Path("/mnt/disk")) as drive:
        assert folders_among([f"/mnt/disk/{number}.png" for number in range(2000)]) == set()
        assert not is_file("/mnt/disk/another.png")
        assert drive.asked == ["/mnt/disk/0.png"]


def test_folders_and_what_lies_in_them_are_told_apart(tmp_path: Path) -> None:
    top = Path(tmp_path.anchor, tmp_path.parts[1])
    with dead_drive(Path("/elsewhere")):
        assert folders_among([str(top), str(top / "none"), str(top / "nor this")]) == {str(top)}


def test_where_the_system_has_no_thread_left_nothing_is_known(tmp_path: Path, monkeypatch) -> None:
    def refuse(_thread: threading.Thread) -> None:
        raise RuntimeError("can't start new thread")

    with monkeypatch.context() as patch:
        patch.setattr(threading.Thread, "start", refuse)
        assert not is_folder(str(tmp_path))
    assert is_folder(str(tmp_path))
