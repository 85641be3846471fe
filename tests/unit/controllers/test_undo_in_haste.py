"""Undo that is pressed right behind something that is still being written down takes that back, and not the step before."""

import asyncio
from types import SimpleNamespace

import pytest
from fakes.ended import all_ended
from fakes.ui_values import NOW, a_job
from fakes.window_context import a_context
from PySide6.QtCore import QSettings
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from vidu_desktop.controllers.edit_controller import EditController
from vidu_desktop.controllers.queue_controller import QueueController
from vidu_desktop.engine.tasks import TaskKeeper
from vidu_desktop.errors import Sentence
from vidu_desktop.library.undo import UndoStack, step_at_once
from vidu_desktop.ui.compose import ComposePane
from vidu_desktop.ui.library.library_pane import LibraryPane
from vidu_desktop.ui.main_window import MainWindow
from vidu_desktop.ui.models.library_model import LibraryModel
from vidu_desktop.ui.models.queue_model import QueueModel
from vidu_desktop.ui.player.player_pane import PlayerPane
from vidu_desktop.ui.queue.queue_pane import QueuePane


class SlowDisk:
    """An engine whose moves are written down when the test says so; with `fails`, they change nothing."""

    def __init__(self) -> None:
        self.written = asyncio.Event()
        self.fails = False
        self.moved_back: list[dict[str, float]] = []

    async def move(self, job_ids, _before_id):
        await self.written.wait()
        return {} if self.fails else dict.fromkeys(job_ids, 1.0)

    async def move_back(self, positions):
        self.moved_back.append(positions)
        return positions

    def __getattr__(self, _name):
        return lambda *_values: {}


class Bench:
    def __init__(self, look, desk, tmp_path) -> None:
        self.main = MainWindow(QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat))
        model, self.disk, self.undo = QueueModel(lambda _: "", now=lambda: NOW), SlowDisk(), UndoStack()
        stage = PlayerPane(look, SimpleNamespace(open=lambda _path, _answer: None))
        self.queue = QueuePane(look, model)
        library = LibraryPane(look, LibraryModel())
        self.main.fill(look, ComposePane(look, desk), stage, self.queue, library)
        context = a_context(
            look, self.main, TaskKeeper(), SimpleNamespace(job_seen=lambda _job: None), tmp_path
        )
        self.work = QueueController(context, self.queue, model, self.disk, None, None, self.undo)
        guarded = context.guarded
        self.edit = EditController(
            self.main, stage, self.queue, library, self.undo, guarded, lambda: stage.more_menu()
        )
        model.set_jobs([a_job("one"), a_job("two")])
        self.before: list[str] = []
        self.undo.add(
            step_at_once(
                Sentence("the step before"),
                lambda: self.before.append("undone"),
                lambda: self.before.append("done"),
            )
        )

    def entry(self, words: str) -> QAction:
        menus = self.main.menuBar().findChildren(QMenu)
        entries = [action for menu in menus for action in menu.actions()]
        return next(one for one in entries if one.text().replace("&", "").startswith(words))


@pytest.fixture
def bench(qtbot, look, desk, tmp_path):
    bench = Bench(look, desk, tmp_path)
    qtbot.addWidget(bench.main)
    yield bench
    bench.queue.close_thumbs()


@pytest.mark.parametrize("fails", [False, True])
def test_undo_waits_for_the_move_that_it_means(bench, fails: bool) -> None:
    async def story() -> None:
        bench.disk.fails = fails
        bench.queue.move_requested.emit(["two"], "one")
        bench.entry("Undo").trigger()
        await asyncio.sleep(0)
        assert bench.before == []
        bench.disk.written.set()
        await all_ended(60)

    asyncio.run(story())
    assert bench.disk.moved_back == ([] if fails else [{"two": 1.0}])
    assert bench.before == (["undone"] if fails else [])


def test_what_is_done_behind_the_press_is_not_taken_back_by_it(bench) -> None:
    async def story() -> None:
        bench.entry("Undo").trigger()
        bench.queue.move_requested.emit(["two"], "one")
        bench.disk.written.set()
        await all_ended(60)

    asyncio.run(story())
    assert (bench.before, bench.disk.moved_back) == (["undone"], [])


def test_undo_can_be_chosen_while_the_first_step_of_all_is_written_down(bench) -> None:
    async def story() -> None:
        bench.entry("Undo").trigger()
        assert not bench.entry("Undo").isEnabled()
        bench.queue.move_requested.emit(["two"], "one")
        assert bench.entry("Undo").isEnabled()
        bench.entry("Undo").trigger()
        bench.disk.written.set()
        await all_ended(60)

    asyncio.run(story())
    assert bench.disk.moved_back == [{"two": 1.0}]
    assert bench.entry("Redo").isEnabled()
