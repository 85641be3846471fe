"""Files from outside go where they belong, and none of them is bought, copied or lost on the way."""

from pathlib import Path
from types import SimpleNamespace

import pytest
from fakes.dead_drive import dead_drive
from fakes.finding import button
from PySide6.QtWidgets import QDialog, QMessageBox, QWidget

from vidu_desktop.controllers.opened_files import OpenedFiles
from vidu_desktop.domain.modes import Mode
from vidu_desktop.ui.text import say


class Opened:
    """The controller, and what it did."""

    def __init__(self) -> None:
        self.window = QWidget()
        self.did: list[tuple[str, object]] = []
        self.files = OpenedFiles(
            self.window,
            SimpleNamespace(say=lambda sentence: self.did.append(("say", say(sentence)))),
            fill=lambda mode, paths: self.did.append((mode, list(paths))),
            open_batch=lambda path: self.did.append(("batch", path)),
            take_in=lambda paths: self.did.append(("import", list(paths))),
        )

    def asked(self) -> QMessageBox:
        return self.window.findChild(QMessageBox)


@pytest.fixture
def opened(qtbot):
    opened = Opened()
    qtbot.addWidget(opened.window)
    return opened


@pytest.mark.parametrize(
    ("paths", "mode"),
    [
        (["/p/fox.png"], Mode.IMAGE),
        (["/p/dusk.jpg", "/p/dawn.jpg"], Mode.START_END),
        (["/p/1.png", "/p/2.png", "/p/3.png"], Mode.IMAGE),
    ],
)
def test_pictures_fill_the_tab_that_so_many_belong_to_in_their_order(opened, paths, mode):
    opened.files.open(paths)
    assert opened.did == [(mode, paths)]


def test_a_picture_that_is_named_twice_is_one(opened):
    opened.files.open(["/p/fox.png", "/p/fox.png"])
    assert opened.did == [(Mode.IMAGE, ["/p/fox.png"])]


def test_what_lies_on_a_drive_that_does_not_answer_goes_by_its_name(opened):
    with dead_drive(Path("/drive")):
        opened.files.open(["/drive/fox.png", "/drive/orders.csv"])
    assert opened.did == [(Mode.IMAGE, ["/drive/fox.png"]), ("batch", "/drive/orders.csv")]


def test_a_sheet_opens_as_a_batch_and_pictures_beside_it_fill_a_tab(opened):
    opened.files.open(["/p/orders.XLSX", "/p/fox.png"])
    assert opened.did == [(Mode.IMAGE, ["/p/fox.png"]), ("batch", "/p/orders.XLSX")]


def test_a_folder_opens_as_a_batch(opened, tmp_path):
    opened.files.open([str(tmp_path)])
    assert opened.did == [("batch", str(tmp_path))]


def test_of_two_sheets_one_opens_and_the_other_is_spoken_of(opened):
    opened.files.open(["/p/a.csv", "/p/b.csv"])
    assert opened.did[0] == ("batch", "/p/a.csv")
    assert "a.csv" in str(opened.did[1])


def test_videos_are_copied_into_the_library_once_the_person_says_so(opened):
    opened.files.open(["/p/a.mp4", "/p/b.MOV"])
    assert opened.did == []
    button(opened.asked(), "Import").click()
    assert opened.did == [("import", ["/p/a.mp4", "/p/b.MOV"])]


def test_videos_stay_where_they_are_when_the_person_does_not_want_them(opened):
    opened.files.open(["/p/a.mp4"])
    button(opened.asked(), "Cancel").click()
    assert opened.did == []


def test_a_sheet_waits_while_another_window_of_the_program_is_open(opened, qtbot):
    dialog = QDialog(opened.window)
    dialog.setModal(True)
    with qtbot.waitExposed(dialog):
        dialog.open()
    opened.files.open(["/p/a.csv"])
    ((what, words),) = opened.did
    assert what == "say"
    assert "a.csv" in words
