"""While a film is written from a board, the board says how far it is and can cancel it; notices are still seen."""

import pytest
from fakes.finding import button
from PySide6.QtWidgets import QDialog

from vidu_desktop.ui.dialogs.board_lines import BoardLines
from vidu_desktop.ui.widgets.notice_line import NoticeKind
from vidu_desktop.ui.widgets.work_bar import WorkBar


@pytest.fixture
def lines(qtbot, look) -> BoardLines:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    dialog.resize(600, 300)
    lines = BoardLines(look, dialog, dialog)
    dialog.show()
    return lines


@pytest.fixture
def main(qtbot, look) -> WorkBar:
    bar = WorkBar(look)
    qtbot.addWidget(bar)
    return bar


def test_what_the_main_window_says_of_an_export_is_said_and_cancelled_on_the_board(qtbot, lines, main):
    lines.work.follow(main)
    assert (lines.work.isVisible(), lines.notice.isVisible()) == (False, True)

    main.begin("Exporting 1 of 1: film.mp4")
    main.show_progress("Exporting 1 of 1: film.mp4", 0.4)
    assert (lines.work.isVisible(), lines.notice.isVisible()) == (True, False)
    assert (lines.work.words, lines.work.share) == ("Exporting 1 of 1: film.mp4", 0.4)
    with qtbot.waitSignal(main.cancel_requested):
        button(lines.work, "Cancel").click()

    main.end()
    assert (lines.work.isVisible(), lines.notice.isVisible()) == (False, True)


def test_a_board_that_is_opened_during_an_export_shows_it_at_once(lines, main):
    main.begin("Exporting")
    main.show_progress("Exporting", 0.5)
    lines.work.follow(main)
    assert (lines.work.isVisible(), lines.work.words, lines.work.share) == (True, "Exporting", 0.5)


def test_a_notice_is_seen_until_it_passes_and_then_the_export_again(lines, main):
    lines.work.follow(main)
    main.begin("Exporting")

    lines.notice.show_notice("A still was changed.", NoticeKind.INFO, None)
    main.show_progress("Exporting", 0.6)
    assert (lines.work.isVisible(), lines.notice.isVisible()) == (False, True)
    lines.notice.clear()
    assert (lines.work.isVisible(), lines.notice.isVisible()) == (True, False)
