"""A file dialog takes what was typed, however quickly, and what was clicked, if that came last."""

from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QFileSystemModel,
    QLineEdit,
    QListView,
    QMessageBox,
    QWidget,
)

from vidu_desktop.controllers.file_dialogs import ask_folder, ask_target
from vidu_desktop.ui.widgets.last_folders import FilePurpose, LastFolders


@pytest.fixture
def owner(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def name_of(qtbot, dialog: QFileDialog) -> QLineEdit:
    qtbot.waitUntil(dialog.isActiveWindow)
    (name,) = [edit for edit in dialog.findChildren(QLineEdit) if edit.isVisible()]
    name.setFocus()
    name.selectAll()
    return name


def list_of(dialog: QFileDialog) -> QListView:
    """Return the list of files; at the left is one of places."""
    dialog.setViewMode(QFileDialog.ViewMode.List)
    return max((view for view in dialog.findChildren(QListView) if view.isVisible()), key=QListView.x)


def refuse_questions(dialog: QFileDialog) -> list[str]:
    """Answer each question that the dialog asks with *No*, and return what was asked."""
    asked = []

    def refuse() -> None:
        if isinstance(box := QApplication.activeModalWidget(), QMessageBox):
            asked.append(box.text())
            box.reject()

    often = QTimer(dialog)
    often.timeout.connect(refuse)
    often.start(0)
    return asked


def leave_marked(dialog: QFileDialog, path: Path) -> None:
    """Mark what a typed path went through, as Qt leaves it now and then when somebody types quickly."""
    view = list_of(dialog)
    model = view.model()
    assert isinstance(model, QFileSystemModel)
    how = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
    view.selectionModel().select(model.index(str(path)), how)
    assert dialog.selectedFiles() == [str(path)]


def type_and_return(qtbot, dialog: QFileDialog, typed: Path, *, through: Path | None = None) -> list[str]:
    """Return what was asked."""
    name = name_of(qtbot, dialog)
    qtbot.keyClicks(name, str(typed))
    if through is not None:
        leave_marked(dialog, through)
    asked = refuse_questions(dialog)
    qtbot.keyClick(name, Qt.Key.Key_Return)
    dialog.reject()
    return asked


@pytest.fixture
def folders(tmp_path: Path) -> LastFolders:
    kept = LastFolders()
    kept.remember(FilePurpose.FILMS, str(tmp_path))
    return kept


@pytest.mark.parametrize(("typed", "asks"), [("wq", False), ("w", True)])
def test_a_path_that_begins_like_a_file_is_saved_as_typed(
    qtbot, owner, folders, tmp_path: Path, typed: str, asks: bool
):
    (tmp_path / "films").mkdir()
    there = tmp_path / "films" / "w.mp4"
    there.write_bytes(b"kept")
    chosen: list[Path] = []
    dialog = ask_target(owner, "Save", ["MP4 (*.mp4)"], chosen.append, folders, FilePurpose.FILMS)

    asked = type_and_return(qtbot, dialog, tmp_path / "films" / typed, through=there)

    assert [there.name in words for words in asked] == [True] * asks
    assert chosen == ([] if asks else [tmp_path / "films" / "wq.mp4"])


def test_a_folder_that_begins_like_another_one_is_taken_as_typed(qtbot, owner, folders, tmp_path: Path):
    for name in ("films", "films2"):
        (tmp_path / name).mkdir()
    chosen: list[str] = []
    dialog = ask_folder(owner, folders, FilePurpose.FILMS, chosen.append)

    type_and_return(qtbot, dialog, tmp_path / "films2", through=tmp_path / "films")

    assert chosen == [str(tmp_path / "films2")]


def test_a_file_chosen_in_the_list_after_typing_is_the_one_that_is_meant(
    qtbot, owner, folders, tmp_path: Path
):
    (tmp_path / "w.mp4").write_bytes(b"kept")
    dialog = ask_target(owner, "Save", ["MP4 (*.mp4)"], lambda _path: None, folders, FilePurpose.FILMS)
    qtbot.keyClicks(name_of(qtbot, dialog), "other")
    view = list_of(dialog)
    qtbot.waitUntil(lambda: view.model().rowCount(view.rootIndex()) == 1)
    view.setFocus()

    qtbot.mouseClick(
        view.viewport(),
        Qt.MouseButton.LeftButton,
        pos=view.visualRect(view.model().index(0, 0, view.rootIndex())).center(),
    )
    asked = refuse_questions(dialog)
    dialog.accept()
    dialog.reject()

    assert ["w.mp4" in words for words in asked] == [True]


def test_a_folder_chosen_in_the_list_after_typing_is_opened(qtbot, owner, folders, tmp_path: Path):
    (tmp_path / "films").mkdir()
    chosen: list[Path] = []
    dialog = ask_target(owner, "Save", ["MP4 (*.mp4)"], chosen.append, folders, FilePurpose.FILMS)
    qtbot.keyClicks(name_of(qtbot, dialog), "other")
    view = list_of(dialog)
    qtbot.waitUntil(lambda: view.model().rowCount(view.rootIndex()) == 1)
    view.setFocus()

    view.setCurrentIndex(view.model().index(0, 0, view.rootIndex()))
    dialog.accept()

    assert (chosen, dialog.directory().absolutePath()) == ([], str(tmp_path / "films"))
    dialog.reject()
