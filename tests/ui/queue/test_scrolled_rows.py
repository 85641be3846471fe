"""Rows that scroll into view are painted: the rows that were there before must not remain on the screen."""

import pytest
from fakes.ui_values import NOW, a_job
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QRegion

from vidu_desktop.domain.job import JobState
from vidu_desktop.ui.models.queue_model import QueueModel
from vidu_desktop.ui.queue.queue_pane import QueuePane
from vidu_desktop.ui.queue.row_layout import ROW_HEIGHT


class Painted(QObject):
    """Collects the regions of a widget that are painted from now on."""

    def __init__(self, watched):
        super().__init__(watched)
        self.region = QRegion()
        watched.installEventFilter(self)

    def eventFilter(self, watched, event):
        if event.type() is QEvent.Type.Paint:
            self.region += event.region()
        return False

    def covers(self, rect):
        return QRegion(rect).subtracted(self.region).isEmpty()


@pytest.fixture
def pane(qtbot, look):
    model = QueueModel(lambda _: "", now=lambda: NOW)
    pane = QueuePane(look, model)
    qtbot.addWidget(pane)
    model.set_jobs([a_job(f"j{number}", JobState.READY, position=float(number)) for number in range(9)])
    pane.resize(640, 480)
    with qtbot.waitExposed(pane):
        pane.show()
    pane.resize(640, 480 - pane.view.viewport().height() + 2 * ROW_HEIGHT)
    yield pane
    pane.close_thumbs()


def settled(qtbot, view):
    """Wait until nothing is left to paint, then begin to collect."""
    once = Painted(view)
    view.update()
    qtbot.waitUntil(lambda: once.covers(view.rect()))
    return Painted(view)


@pytest.mark.parametrize("down_px", [ROW_HEIGHT // 2, ROW_HEIGHT, 2 * ROW_HEIGHT, 5 * ROW_HEIGHT])
def test_the_wheel_brings_rows_into_sight(pane, qtbot, down_px):
    view = pane.view.viewport()
    painted = settled(qtbot, view)

    pane.view.verticalScrollBar().setValue(down_px)

    came = view.rect().adjusted(0, max(0, view.height() - down_px), 0, 0)
    qtbot.waitUntil(lambda: painted.covers(came))


@pytest.mark.parametrize("downs", [0, 1, 2])
@pytest.mark.parametrize("key", [Qt.Key.Key_End, Qt.Key.Key_PageDown])
def test_a_jump_by_key_brings_rows_into_sight(pane, qtbot, downs, key):
    pane.activateWindow()
    pane.view.setFocus()
    qtbot.keyClick(pane.view, Qt.Key.Key_Home)
    for _ in range(downs):
        qtbot.keyClick(pane.view, Qt.Key.Key_Down)
    bar, view = pane.view.verticalScrollBar(), pane.view.viewport()
    painted, before = settled(qtbot, view), bar.value()

    qtbot.keyClick(pane.view, key)

    moved_px = bar.value() - before
    assert moved_px > 0
    came = view.rect().adjusted(0, max(0, view.height() - moved_px), 0, 0)
    qtbot.waitUntil(lambda: painted.covers(came))
