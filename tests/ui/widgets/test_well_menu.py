"""A right click on a picture's place, or the Menu key, opens the menu of that place."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QUrl
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu

from vidu_desktop.domain.modes import Mode
from vidu_desktop.ui.widgets.picture_grid import PictureGrid
from vidu_desktop.ui.widgets.picture_places import PicturePlaces, Slot
from vidu_desktop.ui.widgets.picture_well import PictureWell


@pytest.fixture
def well(qtbot, look):
    well = PictureWell(look)
    well.set_words("First frame", "Drop a picture")
    qtbot.addWidget(well)
    well.show()
    return well


def entries(menu: QMenu) -> dict[str, object]:
    return {action.text(): action for action in menu.actions() if action.text()}


def test_an_empty_place_offers_to_choose_and_to_paste(well, qtbot) -> None:
    QApplication.clipboard().clear()
    menu = entries(well.menu())
    assert list(menu) == ["Choose a picture…", "Paste"]
    assert not menu["Paste"].isEnabled()
    with qtbot.waitSignal(well.clicked):
        menu["Choose a picture…"].trigger()


def test_a_picture_from_the_clipboard_lands_in_the_place_that_was_asked(well, qtbot) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile("/p/cat.png")])
    QApplication.clipboard().setMimeData(mime)
    with qtbot.waitSignal(well.dropped) as dropped:
        entries(well.menu())["Paste"].trigger()
    assert dropped.args[0].files == ("/p/cat.png",)


def test_a_filled_place_can_be_emptied_and_moved_in_its_row(well, qtbot) -> None:
    well.show_slot(Slot(path="/p/cat.png"), wrong=False)
    assert "Move to the left" not in entries(well.menu())
    well.set_movable(True)
    menu = entries(well.menu())
    with qtbot.waitSignal(well.move_requested) as moved:
        menu["Move to the right"].trigger()
    assert moved.args == [1]
    with qtbot.waitSignal(well.remove_requested):
        menu["Remove"].trigger()


def test_right_click_opens_the_menu(well) -> None:
    at = QPoint(5, 5)
    QApplication.sendEvent(well, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, well.mapToGlobal(at)))
    (menu,) = well.findChildren(QMenu)
    assert menu.isVisible()
    menu.close()


def test_one_of_many_pictures_is_moved_and_taken_out_by_its_menu(qtbot, look, desk) -> None:
    slots = PicturePlaces(desk, Mode.IMAGE)
    slots.set_paths(["/p/a.png", "/p/b.png", "/p/c.png"])
    grid = PictureGrid(look, slots)
    qtbot.addWidget(grid)
    grid.show()
    grid.select_row(0)

    at = grid.visualRect(grid.currentIndex()).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, grid.viewport().mapToGlobal(at))
    QApplication.sendEvent(grid.viewport(), event)
    (menu,) = grid.findChildren(QMenu)
    assert menu.isVisible()
    menu.close()

    offered = entries(grid.menu())
    assert not offered["Move to the left"].isEnabled(), "it is the first"
    with qtbot.waitSignal(grid.move_requested) as moved:
        offered["Move to the right"].trigger()
    assert moved.args == [0, 1]
    with qtbot.waitSignal(grid.remove_requested) as removed:
        offered["Remove"].trigger()
    assert removed.args == [[0]]
