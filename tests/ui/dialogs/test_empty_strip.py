"""A board without stills: its strip can have the focus and be used by keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from vidu_desktop.domain.board import Board
from vidu_desktop.domain.catalogue import specs_for_mode
from vidu_desktop.domain.modes import Mode
from vidu_desktop.ui.dialogs.board_dialog import BoardDialog
from vidu_desktop.ui.models.board_cards import StillCard


@pytest.fixture
def dialog(qtbot, look) -> BoardDialog:
    dialog = BoardDialog(look, specs_for_mode(Mode.START_END))
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def asked_for_stills(dialog: BoardDialog) -> list[bool]:
    asked: list[bool] = []
    dialog.add_requested.connect(lambda: asked.append(True))
    return asked


def colours_of(widget: QWidget) -> set[str]:
    image = widget.grab().toImage()
    return {image.pixelColor(x, y).name() for x in range(0, image.width(), 3) for y in range(image.height())}


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_return_on_an_empty_strip_chooses_the_first_stills(dialog, qtbot, key) -> None:
    dialog.show_board(Board(name="Dawn", chain="Dawn"), [])
    asked = asked_for_stills(dialog)

    qtbot.keyClick(dialog.strip, key)

    assert asked == [True]


def test_a_strip_that_has_the_keyboard_shows_it_before_a_card_is_chosen(dialog, look) -> None:
    board = Board(name="Dawn", chain="Dawn").with_stills(0, ["/stills/a.png"])
    dialog.show_board(board, [StillCard(index=0, name="a", path="a")])
    QApplication.processEvents()  # the window becomes active
    assert dialog.strip.hasFocus()
    ring = look.theme.accent.name()

    with_keyboard = ring in colours_of(dialog.strip)
    dialog.boards.setFocus()

    assert (with_keyboard, ring in colours_of(dialog.strip)) == (True, False)


def test_return_on_a_still_adds_none(dialog, qtbot) -> None:
    board = Board(name="Dawn", chain="Dawn").with_stills(0, ["/stills/a.png"])
    dialog.show_board(board, [StillCard(index=0, name="a", path="a")])
    dialog.strip.go_to(0)
    asked = asked_for_stills(dialog)

    qtbot.keyClick(dialog.strip, Qt.Key.Key_Return)

    assert asked == []


def test_a_new_board_has_the_keyboard_in_its_strip(dialog, qtbot) -> None:
    dialog.new.setFocus()
    asking = dialog.ask_name()
    asking.setTextValue("Dusk")
    with qtbot.waitSignal(dialog.board_chosen):
        asking.accept()
    assert dialog.focusWidget() is dialog.strip
