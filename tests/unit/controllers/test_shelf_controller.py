"""The shelf in the window: items are put there, changed, arranged, removed and passed on; undo takes each step back."""

import asyncio
import zipfile
from collections.abc import Awaitable, Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from fakes.library_home import Home
from fakes.shelves import a_shelf, picture_file
from fakes.window_context import a_context
from PySide6.QtCore import QItemSelectionModel
from PySide6.QtGui import QAction, QImage, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QPushButton

from vidu_desktop.controllers.shelf_controller import ShelfController
from vidu_desktop.controllers.window_undo import WindowUndo
from vidu_desktop.engine.tasks import TaskKeeper
from vidu_desktop.library.undo import UndoStack
from vidu_desktop.ui.compose import ComposePane
from vidu_desktop.ui.dialogs.shelf_item_dialog import ShelfItemDialog
from vidu_desktop.ui.widgets.picture_well import PictureWell


class Tasks(TaskKeeper):
    """Remembers started tasks, so that a test can wait for them."""

    def __init__(self) -> None:
        super().__init__()
        self.started: list[asyncio.Task] = []

    def start(self, name, work, *, writes=False):
        self.started.append(super().start(name, work, writes=writes))
        return self.started[-1]


class Desk:
    """A window's shelf with a real library."""

    def __init__(self, qtbot, look, desk, home: Home) -> None:
        self.restarted = lambda: Desk(qtbot, look, desk, home)
        """Returns another window on the same library."""
        self.home = home
        self.tasks = Tasks()
        self.undo = UndoStack()
        self.said = []
        self.told: list[str] = []
        notices = SimpleNamespace(
            say_error=self.said.append,
            say_done=lambda *_: None,
            say=lambda sentence: self.told.append(str(sentence)),
        )
        self.compose = ComposePane(look, desk)
        qtbot.addWidget(self.compose)
        desk.small = self.small
        context = a_context(look, self.compose, self.tasks, notices)
        self.turn_back = QAction(shortcut=QKeySequence.StandardKey.Undo)
        self.turn_back.triggered.connect(lambda: self.tasks.start("undo", self.undo.undo()))
        self.controller = ShelfController(
            context, self.compose, a_shelf(home.store), desk, self, WindowUndo(self.undo, [self.turn_back])
        )

    async def small(self, path: str, side_px: int) -> QImage:
        return QImage(8, 8, QImage.Format.Format_RGB32)

    async def saved_frame(self, path: str, number: int | None) -> str:
        return f"{path}.png"

    @property
    def names(self) -> list[str]:
        return [item.name for item in self.compose.shelf.items]

    async def done(self) -> None:
        await asyncio.gather(*self.tasks.started)

    async def put(self, name: str, *paths: str) -> None:
        dialog = self.controller.ask_for(paths)
        fill(dialog, name)
        await self.done()


def fill(dialog, name: str) -> None:
    dialog.findChild(QLineEdit).setText(name)
    press(dialog, "Put on the shelf", "Save")


def press(dialog, *words: str) -> None:
    (button,) = [one for one in dialog.findChildren(QPushButton) if one.text() in words]
    assert button.isEnabled()
    button.click()


@pytest.fixture
def at_shelf(qtbot, look, desk, tmp_path: Path):
    """Return a function that plays a story with a window whose shelf is empty."""

    def play(story: Callable[[Desk], Awaitable[None]]) -> None:
        async def whole() -> None:
            home = Home(tmp_path)
            home.start()
            window = Desk(qtbot, look, desk, home)
            await story(window)
            home.stop()
            await window.tasks.cancel_all()

        asyncio.run(whole())

    return play


def test_everything_that_is_done_to_the_shelf_can_be_taken_back(at_shelf, tmp_path: Path) -> None:
    async def story(window: Desk) -> None:
        await window.put("Fox", picture_file(tmp_path, "fox"))
        await window.put("Mei", picture_file(tmp_path, "mei"))
        dialog = window.controller.show_all()
        await window.done()
        dialog.list.setCurrentItem(dialog.list.topLevelItem(1))
        (up,) = [one for one in dialog.findChildren(QAbstractButton) if one.accessibleName() == "Further up"]
        up.click()
        await window.done()
        assert window.names == ["Mei", "Fox"]
        press(dialog, "Change\u2026")
        (change,) = [one for one in window.compose.findChildren(ShelfItemDialog) if one.isVisible()]
        fill(change, "May")
        await window.done()
        assert window.names == ["May", "Fox"]
        press(dialog, "Take off")
        await window.done()
        assert window.names == ["Fox"]

        seen = []
        for _ in range(5):
            await window.undo.undo()
            seen.append(window.names)
        assert seen == [["May", "Fox"], ["Mei", "Fox"], ["Fox", "Mei"], ["Fox"], []]
        for _ in range(5):
            await window.undo.redo()
        assert window.names == ["Fox"]

    at_shelf(story)


def test_the_key_for_undo_is_heard_in_the_shelf_s_own_window(at_shelf, tmp_path: Path) -> None:
    async def story(window: Desk) -> None:
        await window.put("Fox", picture_file(tmp_path, "fox"))
        dialog = window.controller.show_all()
        await window.done()
        press(dialog, "Take off")
        await window.done()
        assert window.names == []

        assert QTest.qWaitForWindowActive(dialog)
        QTest.keySequence(dialog, QKeySequence(QKeySequence.StandardKey.Undo))
        await window.done()
        assert window.names == ["Fox"]

    at_shelf(story)


def test_who_came_onto_the_shelf_elsewhere_is_known_when_the_person_comes_back(
    at_shelf, tmp_path: Path
) -> None:
    async def story(window: Desk) -> None:
        await window.put("Fox", picture_file(tmp_path, "fox"))
        await a_shelf(window.home.store).add("Mei", "", [picture_file(tmp_path, "mei")], "")
        assert window.names == ["Fox"]

        window.controller.look_again()
        await window.done()
        assert window.names == ["Fox", "Mei"]

    at_shelf(story)


def test_what_was_done_to_the_shelf_last_is_kept_when_the_window_is_closed(at_shelf, tmp_path: Path) -> None:
    async def story(window: Desk) -> None:
        await window.put("Fox", picture_file(tmp_path, "fox"))
        fill(window.controller.ask_for([picture_file(tmp_path, "mei")]), "Mei")
        dialog = window.controller.show_all()
        dialog.remove_requested.emit(["Fox"])
        await window.tasks.written()
        await window.tasks.cancel_all()

        later = window.restarted()
        await later.controller.begin()
        assert later.names == ["Mei"]
        await later.tasks.cancel_all()

    at_shelf(story)


def test_what_is_wrong_is_said_in_the_dialog_which_stays_open(at_shelf, tmp_path: Path) -> None:
    async def story(window: Desk) -> None:
        await window.put("Fox", picture_file(tmp_path, "fox"))
        again = window.controller.ask_for([picture_file(tmp_path, "other")])
        fill(again, "fox")
        await window.done()
        assert again.isVisible()
        assert any("already" in label.text() for label in again.findChildren(QLabel))
        assert window.names == ["Fox"]

    at_shelf(story)


def test_a_video_on_a_well_gives_its_last_frame(at_shelf, drop, tmp_path: Path) -> None:
    async def story(window: Desk) -> None:
        picture_file(tmp_path, "clip.mp4")  # stands for the frame of clip.mp4
        dialog = window.controller.ask_for([])
        (well,) = dialog.findChildren(PictureWell)
        assert drop(well, str(tmp_path / "clip.mp4"))
        await window.done()
        fill(dialog, "Fox")
        await window.done()
        assert window.names == ["Fox"]

    at_shelf(story)


def test_a_file_passes_some_on_and_what_came_in_can_be_taken_back(at_shelf, tmp_path: Path) -> None:
    async def story(window: Desk) -> None:
        await window.put("Fox", picture_file(tmp_path, "fox"))
        await window.controller.export_to(window.compose.shelf.items, tmp_path / "Fox.zip")
        await window.controller.import_from(tmp_path / "Fox.zip")
        assert window.names == ["Fox", "Fox 2"]
        assert "One came onto the shelf from “Fox.zip”" in window.told[-1]
        await window.undo.undo()
        assert window.names == ["Fox"]

    at_shelf(story)


def test_a_file_of_which_a_part_is_damaged_is_said_to_be_on_the_shelf_in_part(
    at_shelf, tmp_path: Path
) -> None:
    async def story(window: Desk) -> None:
        await window.put("Fox", picture_file(tmp_path, "fox"))
        await window.put("Mei", picture_file(tmp_path, "mei"))
        whole, part = tmp_path / "whole.zip", tmp_path / "part.zip"
        await window.controller.export_to(window.compose.shelf.items, whole)
        mei = window.compose.shelf.items[1].pictures[0].sha256
        with zipfile.ZipFile(whole) as read, zipfile.ZipFile(part, "w") as written:
            for name in read.namelist():
                if mei not in name:
                    written.writestr(name, read.read(name))

        await window.controller.import_from(part)

        assert window.names == ["Fox", "Mei", "Fox 2"]
        assert "Of 2 in “part.zip”" in window.told[-1]

    at_shelf(story)


def test_the_keyboard_stays_in_the_shelf_when_its_button_is_of_no_use_any_more(
    at_shelf, tmp_path: Path
) -> None:
    async def story(window: Desk) -> None:
        for name in ("Fox", "Mei", "Owl"):
            await window.put(name, picture_file(tmp_path, name))
        dialog = window.controller.show_all()
        await window.done()
        assert QTest.qWaitForWindowActive(dialog)
        alone = QItemSelectionModel.SelectionFlag.ClearAndSelect
        dialog.list.setCurrentItem(dialog.list.topLevelItem(1), 0, alone)
        (take_off,) = [one for one in dialog.findChildren(QPushButton) if one.text() == "Take off"]
        (up,) = [one for one in dialog.findChildren(QAbstractButton) if one.accessibleName() == "Further up"]
        for button, left, chosen in ((up, ["Mei", "Fox", "Owl"], "@Mei"), (take_off, ["Fox", "Owl"], "@Fox")):
            button.setFocus()
            button.click()
            await window.done()
            assert window.names == left
            assert [item.text(0) for item in dialog.list.selectedItems()] == [chosen]
            assert dialog.focusWidget() is (take_off if button is take_off else dialog.list)
        for _ in range(2):
            take_off.click()
            await window.done()
        assert dialog.focusWidget() is dialog.list, "nobody is left whom it could take off"
        assert "Edit > Undo" in window.told[-1]

    at_shelf(story)


def test_pictures_that_are_changed_are_called_by_their_owner_and_not_by_a_hash(
    at_shelf, tmp_path: Path
) -> None:
    async def story(window: Desk) -> None:
        await window.put("Fox", picture_file(tmp_path, "fox"), picture_file(tmp_path, "tail"))
        dialog = window.controller.show_all()
        await window.done()
        press(dialog, "Change\u2026")
        (change,) = [one for one in window.compose.findChildren(ShelfItemDialog) if one.isVisible()]
        said = [well.accessibleDescription() for well in change.findChildren(PictureWell)]
        assert [any(text.startswith(f"Fox {number}") for text in said) for number in (1, 2)] == [True, True]

    at_shelf(story)
