"""The video plays under the pointer, and no file stays open when the pointer has left."""

import threading
from dataclasses import replace

import pytest
from fakes.leftovers import running_timers
from fakes.numbered_clip import read_number, write_numbered_clip
from fakes.real_frame_service import RealFrameService
from fakes.ui_values import a_clip, show
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from vidu_desktop.ui.library.library_pane import LibraryPane
from vidu_desktop.ui.models.library_model import LibraryModel

COUNT = 40


@pytest.fixture
def desk():
    return RealFrameService()


@pytest.fixture
def pane(qtbot, look, qapp, desk, tmp_path):
    model = LibraryModel()
    pane = LibraryPane(look, model)
    pane.grid.scrub_with(desk)
    qtbot.addWidget(pane)
    pane.resize(700, 420)
    pane.show()
    path = str(write_numbered_clip(tmp_path / "v.mp4", COUNT))
    show(model, [replace(a_clip(name), video_path=path) for name in "ab"])
    yield pane
    pane.grid.itemDelegate().scrub.stop()
    model.close()


def hover(pane, place, share):
    tile = pane.grid.visualRect(pane.grid.model().index(place, 0))
    at = QPointF(tile.left() + tile.width() * share, tile.top() + tile.height() / 3)
    everywhere = pane.grid.viewport().mapToGlobal(at)
    none = Qt.MouseButton.NoButton
    moved = QMouseEvent(QEvent.Type.MouseMove, at, everywhere, none, none, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(pane.grid.viewport(), moved)


def picture(pane, place):
    found = pane.grid.itemDelegate().scrub.picture_of(pane.grid.model().index(place, 0))
    return None if found is None else read_number(found[0])


def test_the_frame_under_the_pointer_follows_it(pane, qtbot, desk):
    hover(pane, 0, 0.5)
    qtbot.waitUntil(lambda: picture(pane, 0) == COUNT // 2)

    hover(pane, 0, 0.05)
    qtbot.waitUntil(lambda: picture(pane, 0) == int(COUNT * 0.05))

    assert picture(pane, 1) is None
    assert len(desk.opened) == 1
    assert not pane.grab().isNull()


@pytest.mark.parametrize("how", ["leaves", "goes to another", "scrolls", "presses"])
def test_nothing_is_left_open_when_the_pointer(pane, qtbot, desk, how):
    hover(pane, 0, 0.5)
    qtbot.waitUntil(lambda: picture(pane, 0) is not None)

    if how == "leaves":
        QApplication.sendEvent(pane.grid.viewport(), QEvent(QEvent.Type.Leave))
    elif how == "goes to another":
        hover(pane, 1, 0.5)
    elif how == "scrolls":
        pane.grid.verticalScrollBar().valueChanged.emit(1)
    else:
        qtbot.mousePress(pane.grid.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(30, 30))

    assert desk.let_go()
    assert picture(pane, 0) is None


def test_a_video_that_opens_once_the_pointer_has_left_is_let_go(pane, qtbot, desk, monkeypatch):
    answers, at_once = [], desk.open
    monkeypatch.setattr(
        desk, "open", lambda path, answer: at_once(path, lambda found: answers.append((answer, found)))
    )
    hover(pane, 0, 0.5)
    qtbot.waitUntil(lambda: len(answers) == 1)
    QApplication.sendEvent(pane.grid.viewport(), QEvent(QEvent.Type.Leave))

    ((answer, found),) = answers
    answer(found)

    assert desk.let_go()


def test_a_file_that_is_moved_is_let_go_first(pane, qtbot, desk):
    hover(pane, 0, 0.5)
    qtbot.waitUntil(lambda: picture(pane, 0) is not None)

    pane.grid.release()

    assert desk.let_go()
    assert "frames" not in {thread.name for thread in threading.enumerate()}
    assert picture(pane, 0) is None


def test_a_pointer_that_only_passes_opens_nothing(pane, desk):
    hover(pane, 0, 0.5)
    QApplication.sendEvent(pane.grid.viewport(), QEvent(QEvent.Type.Leave))

    assert not [
        timer for timer in running_timers().values() if timer.parent() is pane.grid.itemDelegate().scrub
    ]
    assert desk.opened == []
