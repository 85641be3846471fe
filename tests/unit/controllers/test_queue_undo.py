"""Rows that a person cleared come back with Undo, and go again with Redo; rows follow other attempts at their videos; open work is counted."""

import asyncio
from types import SimpleNamespace

import pytest
from fakes.ended import all_ended
from fakes.ui_values import NOW, a_clip, a_job
from fakes.window_context import a_context
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from vidu_desktop.controllers.queue_controller import QueueController
from vidu_desktop.domain.another_try import AnotherTry
from vidu_desktop.domain.job import JobState
from vidu_desktop.engine.tasks import TaskKeeper
from vidu_desktop.library.undo import UndoStack
from vidu_desktop.ui.models.queue_model import QueueModel
from vidu_desktop.ui.queue.queue_pane import QueuePane
from vidu_desktop.ui.text import say

PATIENCE_S = 60.0


class Engine:
    """Takes rows out and puts them back, and ignores all other verbs."""

    def __init__(self) -> None:
        self.removed: list[list[str]] = []
        self.back: list[list[str]] = []
        self.ordered_again: set[str] = set()
        self.asked_of: list[list[str]] = []
        self.instead_id = ""
        self.moved: list[tuple[list[str], str | None]] = []
        self.moved_back: list[dict[str, float]] = []
        self.all_left = False

    def remove_many(self, job_ids) -> None:
        self.removed.append(list(job_ids))

    async def put_back(self, jobs):
        self.back.append([job.job_id for job in jobs])
        return [job for job in jobs if job.job_id not in self.ordered_again]

    def move(self, job_ids, before_id):
        self.moved.append((list(job_ids), before_id))
        return self._stood_before(dict.fromkeys(job_ids, 1.0))

    def move_back(self, positions):
        self.moved_back.append(positions)
        return self._stood_before({job_id: position + 1 for job_id, position in positions.items()})

    async def _stood_before(self, positions):
        return {} if self.all_left else positions

    def tries(self, jobs):
        self.asked_of.append([job.job_id for job in jobs])
        return {"failed": AnotherTry(instead_id=self.instead_id)}

    def __getattr__(self, _name):
        return lambda *_values: None


@pytest.fixture
def bench(qtbot, look):
    model, undo, engine, window = QueueModel(lambda _: "", now=lambda: NOW), UndoStack(), Engine(), QWidget()
    pane = QueuePane(look, model)
    qtbot.addWidget(pane)
    qtbot.addWidget(window)
    context = a_context(look, window, TaskKeeper(), SimpleNamespace(job_seen=lambda _job: None))
    work = QueueController(context, pane, model, engine, None, None, undo)
    model.set_jobs([a_job("done", JobState.STORED), a_job("failed", JobState.FAILED), a_job("waiting")])
    yield SimpleNamespace(pane=pane, undo=undo, engine=engine, work=work, model=model)
    pane.close_thumbs()


def test_what_was_cleared_comes_back_and_goes_again(bench):
    bench.pane.remove_requested.emit(["done", "failed"])
    assert say(bench.undo.undo_words) == "2 rows taken out of the queue"

    asyncio.run(bench.undo.undo())
    assert bench.engine.back == [["done", "failed"]]
    asyncio.run(bench.undo.redo())

    assert bench.engine.removed == [["done", "failed"]] * 2
    assert say(bench.undo.undo_words) == "2 rows taken out of the queue"


def test_what_was_cleared_is_said_with_the_way_back(bench):
    bench.pane.show()
    bench.pane.remove_requested.emit(["waiting"])
    said_of_none = bench.pane.undo_bar.isVisible()
    bench.pane.remove_requested.emit(["done", "failed"])
    bar = bench.pane.undo_bar
    words = [label.text() for label in bar.findChildren(QLabel)]
    shown = bar.isVisible()

    async def press() -> None:
        next(one for one in bar.findChildren(QPushButton) if one.text() == "Undo").click()
        await all_ended(PATIENCE_S)

    asyncio.run(press())

    assert not said_of_none
    assert shown
    assert "2 rows taken out of the queue. Finished videos stay in the library." in words
    assert bench.engine.back == [["done", "failed"]]
    assert not bar.isVisible()


def test_a_jobs_video_is_shown_in_its_folder(bench, look, qtbot, tmp_path):
    shown: list[str] = []

    async def by_job(job_id: str):
        return a_clip(job_id, video_path="/library/fox.mp4") if job_id == "done" else None

    pane = QueuePane(look, bench.model)
    qtbot.addWidget(pane)
    notices = SimpleNamespace(job_seen=lambda _job: None, show_in_folder=shown.append)
    context = a_context(look, pane, TaskKeeper(), notices)
    QueueController(
        context, pane, bench.model, bench.engine, SimpleNamespace(by_job=by_job), None, bench.undo
    )
    menu = pane.view.menu_for(bench.model.reveal("done"))

    async def press() -> None:
        next(one for one in menu.actions() if one.text() == "Show in folder").trigger()
        await all_ended(PATIENCE_S)

    asyncio.run(press())
    pane.close_thumbs()

    assert shown == ["/library/fox.mp4"]


def move(bench, *wish) -> None:
    async def story() -> None:
        bench.pane.move_requested.emit(*wish)
        await all_ended(PATIENCE_S)

    asyncio.run(story())


def test_the_order_of_the_queue_is_taken_back_and_done_again(bench):
    move(bench, ["waiting"], None)
    assert bench.engine.moved == [(["waiting"], None)]
    assert say(bench.undo.undo_words) == "order of the queue"

    asyncio.run(bench.undo.undo())
    asyncio.run(bench.undo.redo())

    assert bench.engine.moved_back == [{"waiting": 1.0}, {"waiting": 2.0}]
    assert say(bench.undo.undo_words) == "order of the queue"


def test_a_move_that_moved_nothing_is_no_step(bench):
    bench.engine.all_left = True
    move(bench, ["waiting"], None)

    assert bench.undo.undo_words is None


def test_a_move_of_what_has_all_left_is_over(bench):
    move(bench, ["waiting"], None)
    bench.engine.all_left = True

    asyncio.run(bench.undo.undo())

    assert (bench.undo.undo_words, bench.undo.redo_words) == (None, None)


def test_what_goes_on_is_no_part_of_the_step(bench):
    bench.pane.remove_requested.emit(["waiting"])

    assert bench.undo.undo_words is None


def test_a_step_whose_jobs_were_all_ordered_again_is_over(bench):
    bench.engine.ordered_again = {"failed"}
    bench.pane.remove_requested.emit(["failed"])

    asyncio.run(bench.undo.undo())

    assert (bench.undo.undo_words, bench.undo.redo_words) == (None, None)


def test_rows_follow_what_comes_and_goes_of_other_attempts_at_their_videos(bench):
    bench.engine.instead_id = "another"
    bench.work.put([a_job("another")])
    assert bench.model.again("failed").instead_id == "another"

    bench.engine.instead_id = ""
    bench.work.take_out(["another"])
    assert bench.model.job("another") is None
    assert bench.model.again("failed").instead_id == ""

    bench.engine.instead_id = "another"
    bench.work.take_up([a_job("another")])
    assert bench.model.again("failed").instead_id == "another"
    bench.engine.instead_id = "yet another"
    bench.work.price_anew()
    assert bench.model.again("failed").instead_id == "yet another"
    assert bench.engine.asked_of == [["another"], ["another"], ["another"], ["failed"]]


def test_the_rows_of_a_batch_that_are_no_jobs_yet_count_as_open(bench) -> None:
    told = []
    bench.work.progressed.connect(lambda *figures: told.append(figures))
    bench.work.videos_to_come = lambda: 41
    bench.work.put([a_job("first"), a_job("second")])
    bench.work.put([a_job("first", JobState.STORED)])
    bench.work.put([a_job("second", JobState.STORED)])
    assert told == [(0, 43), (1, 43), (0, 0)]


def test_approved_rows_of_batches_are_counted_where_the_jobs_are(bench):
    counts: list[int] = []
    bench.work.count_changed.connect(counts.append)
    bench.work.videos_to_come = lambda: 7

    bench.work.count_to_come()

    assert counts[-1] == 8
    words = [label.text() for label in bench.pane.header.findChildren(QLabel)]
    assert any("1 in line · 7 more of batches" in text for text in words)
