"""A board whose film plays hides nothing of the stage: it moves beside the stage, reduced to its strip if the whole board
doesn't fit there.
"""

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from vidu_desktop.domain.board import Board
from vidu_desktop.domain.catalogue import specs_for_mode
from vidu_desktop.domain.modes import Mode
from vidu_desktop.ui.dialogs.board_beside import place_beside
from vidu_desktop.ui.dialogs.board_dialog import BoardDialog
from vidu_desktop.ui.models.board_cards import StillCard
from vidu_desktop.ui.models.board_offer import BoardOffer

SCREEN = QRect(0, 0, 1280, 800)
STAGE = QRect(446, 90, 745, 362)


@pytest.mark.parametrize(
    ("window", "at"),
    [
        (QRect(98, 460, 1080, 300), QPoint(98, 460)),  # already beside the stage
        (QRect(98, 86, 1080, 300), QPoint(98, 452)),  # moves below the stage
        (QRect(500, 20, 400, 600), QPoint(46, 20)),  # moves to the left, since it doesn't fit below
        (QRect(98, 86, 1080, 570), QPoint(98, 230)),  # fits nowhere: hides as little as possible
    ],
)
def test_it_stands_where_it_hides_least_and_near_to_where_it_was(window: QRect, at: QPoint) -> None:
    assert place_beside(window, STAGE, SCREEN) == at


@pytest.fixture
def dialog(qtbot, look) -> BoardDialog:
    dialog = BoardDialog(look, specs_for_mode(Mode.START_END))
    qtbot.addWidget(dialog)
    dialog.show()
    stills = [StillCard(index=number, name=name, path=name) for number, name in enumerate("ab")]
    dialog.show_board(
        Board(name="Dawn", chain="Dawn").with_stills(0, ["/stills/a.png", "/stills/b.png"]), stills
    )
    return dialog


def the_upper(dialog: BoardDialog, height_px: int) -> QRect:
    screen = dialog.screen().availableGeometry()
    return QRect(screen.topLeft(), QSize(screen.width(), height_px))


def test_all_of_it_stays_where_there_is_room(dialog: BoardDialog) -> None:
    dialog.move(0, 0)
    dialog.beside.stay_beside(the_upper(dialog, 60))

    assert dialog.wishes.isVisible()
    assert dialog.show_all.isHidden()
    assert dialog.frameGeometry().top() >= 60


def test_the_strip_stays_where_there_is_less_and_the_rest_comes_back(dialog: BoardDialog) -> None:
    offered = BoardOffer(missing_videos=1, all_videos=2, had_videos=1)
    dialog.show_offer(offered)
    hidden = [dialog.wishes, dialog.foot, dialog.make, dialog.make_all, dialog.again, dialog.close_button]
    QApplication.processEvents()
    size, stage = dialog.size(), the_upper(dialog, 400)
    for _ in range(2):  # the second time, the film is played again
        dialog.beside.stay_beside(stage)
        dialog.show_offer(offered)

        assert not dialog.frameGeometry().intersects(stage)
        assert dialog.strip.isVisible()
        assert dialog.play_film.isVisible()
        assert not any(part.isVisible() for part in hidden)

    QTest.mouseClick(dialog.show_all, Qt.MouseButton.LeftButton)

    assert all(part.isVisible() for part in hidden)
    assert dialog.show_all.isHidden()
    assert dialog.focusWidget() is dialog.strip
    assert dialog.size() == size
    assert dialog.frameGeometry().bottom() <= dialog.screen().availableGeometry().bottom()
