"""Return in a field ends typing there; paid videos are ordered only by the button that says their price."""

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QApplication, QComboBox, QLineEdit, QWidget

from vidu_desktop.domain.amounts import usd
from vidu_desktop.domain.board import Board
from vidu_desktop.domain.catalogue import specs_for_mode
from vidu_desktop.domain.modes import Mode
from vidu_desktop.ui.dialogs.board_dialog import BoardDialog
from vidu_desktop.ui.dialogs.watch_dialog import WatchDialog
from vidu_desktop.ui.dialogs.watch_form import PresetChoice
from vidu_desktop.ui.models.board_cards import CardTone, GapCard, StillCard
from vidu_desktop.ui.models.board_offer import BoardOffer

OFFER = BoardOffer(missing_videos=1, missing_total=usd("0.20"), rehearsals=1)
FIELDS = QLineEdit, QAbstractSpinBox, QComboBox


def fields_of(dialog: QWidget) -> list[QWidget]:
    found = [one for one in dialog.findChildren(QWidget) if isinstance(one, FIELDS)]
    return [one for one in found if one.isVisible() and one.isEnabled() and one.focusPolicy()]


def presses_of(dialog: QWidget) -> list[QObject]:
    presses: list[QObject] = []
    for button in dialog.findChildren(QAbstractButton):
        button.clicked.connect(lambda _=False, button=button: presses.append(button))
    return presses


@pytest.fixture
def board(qtbot, look) -> BoardDialog:
    dialog = BoardDialog(look, specs_for_mode(Mode.START_END))
    qtbot.addWidget(dialog)
    stills = [StillCard(index=at, name=name, path=name) for at, name in enumerate("ab")]
    gap = GapCard(start=0, shot="S010", badge="not made", tone=CardTone.QUIET, state="")
    dialog.show_board(
        Board(name="Dawn", chain="Dawn").with_stills(0, ["a", "b"]), [stills[0], gap, stills[1]]
    )
    dialog.show_offer(OFFER)
    dialog.show()
    QApplication.processEvents()
    return dialog


def test_no_field_of_a_board_orders_anything(qtbot, board: BoardDialog) -> None:
    board.strip.go_to(1)
    presses = presses_of(board)
    fields = fields_of(board)
    assert {board.wishes.prompt, board.gap.prompt, board.foot.budget} <= set(fields)
    for field in fields:
        field.setFocus()
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert presses == []
    board.show_offer(OFFER)
    qtbot.keyClick(board.make, Qt.Key.Key_Return)
    assert presses == [board.make]


def test_a_board_begins_with_the_keyboard_in_its_strip_and_has_it_there_once_stills_were_chosen(
    board: BoardDialog,
) -> None:
    assert board.focusWidget() is board.strip
    board.add.setFocus()
    board.add.click()
    assert board.focusWidget() is board.strip


def test_no_field_of_a_watched_folder_begins_to_watch_it(qtbot, look) -> None:
    dialog = WatchDialog(look)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.form.show_presets([PresetChoice("Spin", usd("0.20"))])
    dialog.form.show_folder("/in", 0)
    qtbot.keyClicks(dialog.form.cap, "5")
    assert dialog.begin.isEnabled()
    presses = presses_of(dialog)
    assert dialog.form.cap in fields_of(dialog)
    for field in fields_of(dialog):
        field.setFocus()
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert presses == []
