"""Rows that are ordered or put back are visible in the queue, wherever it was scrolled to."""

from types import SimpleNamespace

import pytest
from fakes.requests import a_request
from fakes.ui_values import NOW, a_job
from fakes.window_context import a_context
from PySide6.QtWidgets import QWidget

from vidu_desktop.controllers.queue_controller import QueueController
from vidu_desktop.domain.job import JobState
from vidu_desktop.engine.tasks import TaskKeeper
from vidu_desktop.library.undo import UndoStack
from vidu_desktop.ui.models.queue_model import QueueModel
from vidu_desktop.ui.protocols import Submission
from vidu_desktop.ui.queue.queue_pane import QueuePane
from vidu_desktop.ui.queue.row_layout import ROW_HEIGHT

ROWS = 30


class Engine:
    """Takes orders as the job "new", and ignores all other verbs."""

    def submit_many(self, _requests, *, rehearsal, instead_of):
        return [a_job("new", JobState.DRAFT)]

    def tries(self, _jobs):
        return {}

    def __getattr__(self, _name):
        return lambda *_values: None


@pytest.fixture
def bench(qtbot, look):
    model, window = QueueModel(lambda _: "", now=lambda: NOW), QWidget()
    pane = QueuePane(look, model)
    qtbot.addWidget(pane)
    qtbot.addWidget(window)
    context = a_context(look, window, TaskKeeper(), SimpleNamespace(job_seen=lambda _job: None))
    work = QueueController(context, pane, model, Engine(), None, None, UndoStack())
    model.set_jobs([a_job(f"j{number}", JobState.READY, position=float(number)) for number in range(ROWS)])
    pane.resize(640, 4 * ROW_HEIGHT)
    with qtbot.waitExposed(pane):
        pane.show()
    pane.activateWindow()
    yield SimpleNamespace(pane=pane, work=work, model=model, view=pane.view)
    pane.close_thumbs()


def is_seen(bench, job_id: str) -> bool:
    rect = bench.view.visualRect(bench.model.reveal(job_id))
    return bench.view.viewport().rect().contains(rect)


@pytest.mark.parametrize("position", [0.5, 14.5, 99.0])
def test_what_is_ordered_is_brought_into_sight(bench, position: float) -> None:
    bench.view.verticalScrollBar().setValue(8 * ROW_HEIGHT)

    bench.work.submit(Submission(requests=(a_request(),), rehearsal=False))
    bench.work.put([a_job("new", JobState.DRAFT, position=position)])

    assert is_seen(bench, "new")


def test_what_is_put_back_unchanged_is_brought_into_sight_once(bench) -> None:
    bench.work.put_back("j20")
    bench.work.put([a_job("j20", JobState.READY, position=20.0)])
    assert is_seen(bench, "j20")

    bench.view.scrollToTop()
    bench.work.put([a_job("j20", JobState.READY, position=20.0)])
    assert is_seen(bench, "j0")


def test_rows_that_have_the_keyboard_stay_where_they_are(bench, qtbot) -> None:
    bench.view.setFocus()
    qtbot.waitUntil(bench.view.hasFocus)
    before = bench.view.currentIndex().row()

    bench.work.submit(Submission(requests=(a_request(),), rehearsal=False))
    bench.work.put([a_job("new", JobState.DRAFT, position=99.0)])

    assert bench.view.currentIndex().row() == before
    assert is_seen(bench, "j0")
