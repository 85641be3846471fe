"""A file dialog begins where the last one for the same purpose ended, also in the next run."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QFileDialog, QWidget

from vidu_desktop.ui.widgets.chooser import PictureChooser
from vidu_desktop.ui.widgets.last_folders import FilePurpose, LastFolders
from vidu_desktop.ui.widgets.sound_field import SoundField


@pytest.fixture
def folders(tmp_path: Path, monkeypatch):
    """Return a maker of the memory of one run after the other."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    return lambda: LastFolders(memory_of(tmp_path))


def memory_of(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)


def begun(dialog: QFileDialog) -> str:
    where = dialog.directory().absolutePath()
    dialog.reject()
    return where


def test_pictures_are_looked_for_where_the_last_were_also_after_a_restart(
    qtbot, folders, tmp_path: Path
) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    (tmp_path / "keyframes").mkdir()
    dialog = PictureChooser(memory_of(tmp_path)).choose(owner, several=True, chosen=lambda _paths: None)
    dialog.filesSelected.emit([str(tmp_path / "keyframes" / "a.png")])
    dialog.reject()

    again = PictureChooser(memory_of(tmp_path)).choose(owner, several=False, chosen=lambda _paths: None)
    assert begun(again) == str(tmp_path / "keyframes")

    (tmp_path / "keyframes").rmdir()
    gone = PictureChooser(memory_of(tmp_path)).choose(owner, several=False, chosen=lambda _paths: None)
    assert begun(gone) == str(tmp_path)


def test_each_purpose_has_a_folder_of_its_own(qtbot, look, folders, tmp_path: Path) -> None:
    (tmp_path / "music").mkdir()
    (tmp_path / "films").mkdir()
    field = SoundField(look, folders())
    qtbot.addWidget(field)
    dialog = field.choose()
    dialog.filesSelected.emit([str(tmp_path / "music" / "a.ogg")])
    dialog.reject()

    assert folders().of(FilePurpose.SOUND) == str(tmp_path / "music")
    assert folders().of(FilePurpose.FILMS, str(tmp_path / "films")) == str(tmp_path / "films")


def test_a_chosen_folder_is_the_next_beginning(qtbot, folders, tmp_path: Path) -> None:
    (tmp_path / "incoming").mkdir()
    for chosen, begins in ((str(tmp_path / "incoming"), str(tmp_path)), ("", str(tmp_path / "incoming"))):
        dialog = QFileDialog()
        qtbot.addWidget(dialog)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        folders().begin(dialog, FilePurpose.WATCHED)
        assert dialog.directory().absolutePath() == begins
        dialog.filesSelected.emit([chosen] if chosen else [])
