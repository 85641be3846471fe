"""On a chain board, Tab goes on as the eye does: from the board's wishes to the strip, then to the chosen gap, and to the foot."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from vidu_desktop.domain.board import Board
from vidu_desktop.domain.catalogue import specs_for_mode
from vidu_desktop.domain.modes import Mode
from vidu_desktop.ui.dialogs.board_dialog import BoardDialog
from vidu_desktop.ui.models.board_cards import CardTone, GapCard, StillCard


def test_tab_goes_from_the_strip_to_the_gap_and_back_to_the_boards_wishes(qtbot, look) -> None:
    dialog = BoardDialog(look, specs_for_mode(Mode.START_END))
    qtbot.addWidget(dialog)
    board = Board(name="Dawn", chain="Dawn").with_stills(0, ["/stills/a.png", "/stills/b.png"])
    gap = GapCard(start=0, shot="S010", badge="not made", tone=CardTone.QUIET, state="")
    dialog.show_board(
        board, [StillCard(index=0, name="a", path="a"), gap, StillCard(index=1, name="b", path="b")]
    )
    dialog.show()
    QApplication.processEvents()  # the window becomes active
    dialog.strip.go_to(1)
    dialog.strip.setFocus()

    qtbot.keyClick(dialog.strip, Qt.Key.Key_Tab)
    assert dialog.focusWidget() is dialog.gap.prompt
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    assert dialog.focusWidget().accessibleName() == "Movement"
    assert dialog.gap.isAncestorOf(dialog.focusWidget())
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert dialog.focusWidget() is dialog.strip
    qtbot.keyClick(dialog.strip, Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert dialog.wishes.isAncestorOf(dialog.focusWidget())
    assert dialog.focusWidget().accessibleName() == "Music"


def test_tab_comes_to_the_line_at_the_foot_last(qtbot, look) -> None:
    dialog = BoardDialog(look, specs_for_mode(Mode.START_END))
    qtbot.addWidget(dialog)
    dialog.show_board(Board(name="Dawn", chain="Dawn"), [])
    dialog.show()
    QApplication.processEvents()  # the window becomes active

    dialog.strip.setFocus()
    qtbot.keyClick(dialog.strip, Qt.Key.Key_Tab)
    assert dialog.focusWidget() is dialog.foot.budget
    dialog.close_button.setFocus()
    qtbot.keyClick(dialog.close_button, Qt.Key.Key_Tab)
    assert dialog.lines.notice.isAncestorOf(dialog.focusWidget())
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    assert dialog.focusWidget() is dialog.boards
