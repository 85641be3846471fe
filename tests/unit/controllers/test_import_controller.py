"""An import shows its progress, can be stopped, and shows what came in, however it ends."""

import asyncio
from dataclasses import replace
from types import SimpleNamespace

import pytest
from fakes.ended import all_ended
from fakes.finding import button
from fakes.ui_values import a_clip
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from vidu_desktop.controllers.import_controller import ImportController
from vidu_desktop.controllers.library_context import LibraryContext
from vidu_desktop.controllers.task_errors import GuardedTasks
from vidu_desktop.controllers.trash_controller import TrashController
from vidu_desktop.engine.tasks import TaskKeeper
from vidu_desktop.errors import DiskTrouble, Sentence
from vidu_desktop.library.imports import Imported
from vidu_desktop.library.undo import UndoStack
from vidu_desktop.ui.library.empty_library import EmptyLibrary
from vidu_desktop.ui.text import say
from vidu_desktop.ui.widgets.elided_label import ElidedLabel
from vidu_desktop.ui.widgets.work_bar import WorkBar

PATIENCE_S = 60.0


class Pane(QWidget):
    """The parts of the library's pane that the controllers need."""

    import_requested = Signal(list)
    trash_shown = Signal()
    emptied = Signal()
    undo_requested = Signal()

    def __init__(self, look) -> None:
        super().__init__()
        self.import_bar = WorkBar(look, self)
        self.empty = EmptyLibrary(look, self)


class Imports:
    """Imports one video after the other; `at_each` is called before each, with its number."""

    def __init__(self) -> None:
        self.at_each = lambda _done: None
        self.under_way = 0

    async def take_in(self, paths, on_progress, call_off) -> Imported:
        self.under_way += 1
        assert self.under_way == 1, "two at once"
        taken = Imported(clips=[], back=[], findings=[], left=[])
        try:
            for done, path in enumerate(paths):
                if call_off.is_called:
                    taken.left.extend(paths[done:])
                    break
                on_progress(done, len(paths))
                try:
                    self.at_each(done)
                except DiskTrouble as trouble:
                    taken.left.extend(paths[done:])
                    return replace(taken, stopped_by=trouble)
                await asyncio.sleep(0)
                taken.clips.append(a_clip(path.stem))
        finally:
            self.under_way -= 1
        return taken


class Bench:
    """The controller with an import that the test controls."""

    def __init__(self, look) -> None:
        self.said: list[str] = []
        self.listed = 0
        self.undo = UndoStack()
        self.tasks = TaskKeeper()
        self.pane = Pane(look)
        self.imports = Imports()
        notices = SimpleNamespace(
            say=lambda sentence: self.said.append(say(sentence)),
            say_text=self.said.append,
            say_done=lambda words, _path="": self.said.append(words),
            say_error=lambda error, more="": self.said.append(f"{say(error.sentence)} {more}"),
        )
        context = LibraryContext(
            clips=None,
            pane=self.pane,
            model=None,
            listed=SimpleNamespace(list_again=self.list_again, follow_change=self.list_again),
            undo=self.undo,
            guarded=GuardedTasks(self.tasks, notices),
            notices=notices,
            leaving=lambda _path: None,
        )
        self.controller = ImportController(context, self.imports, TrashController(context, None, look))

    def list_again(self) -> None:
        self.listed += 1

    @property
    def bar_words(self) -> str:
        bar = self.pane.import_bar
        return "" if bar.isHidden() else bar.findChildren(ElidedLabel)[0].text()

    def take_in(self, *batches: list[str]) -> None:
        """Request all these batches at once, and wait until everything has ended."""

        async def story() -> None:
            for batch in batches:
                self.pane.import_requested.emit(batch)
            await all_ended(PATIENCE_S)

        asyncio.run(story())


@pytest.fixture
def bench(qtbot, look):
    bench = Bench(look)
    qtbot.addWidget(bench.pane)
    bench.pane.show()
    return bench


def test_it_says_how_far_it_is_and_then_what_came(bench):
    seen = []
    bench.imports.at_each = lambda _done: seen.append(bench.bar_words)

    bench.take_in(["/a.mp4", "/b.mp4"])

    assert [words[-6:] for words in seen] == ["1 of 2", "2 of 2"]
    assert bench.bar_words == ""
    assert bench.said[-1] == "2 videos were imported."
    assert bench.listed == 1


def test_it_ends_between_two_videos_when_asked_to(bench, qtbot):
    def at_each(done: int) -> None:
        if done == 1:
            qtbot.mouseClick(button(bench.pane.import_bar, "Cancel"), Qt.MouseButton.LeftButton)

    bench.imports.at_each = at_each

    bench.take_in([f"/{name}.mp4" for name in "abcde"])

    assert bench.said[-1].startswith("2 videos were imported.")
    assert "before the last 3 files" in bench.said[-1]
    assert (bench.bar_words, bench.listed) == ("", 1)


@pytest.mark.parametrize(
    ("at", "words"),
    [
        (2, "2 videos were imported. 1 file wasn't taken in; import it again to go on."),
        (0, "Nothing new was imported. 3 files weren't taken in; import them again to go on."),
    ],
)
def test_a_disk_that_fills_on_the_way_hides_nothing_that_came_in_and_that_can_be_taken_back(bench, at, words):
    def at_each(done: int) -> None:
        if done == at:
            raise DiskTrouble("disk-full", Sentence("The disk is full."), full=True)

    bench.imports.at_each = at_each

    bench.take_in(["/a.mp4", "/b.mp4", "/c.mp4"])

    assert bench.said == [f"The disk is full. {words}"]
    assert (bench.bar_words, bench.listed) == ("", 1)
    assert (bench.undo.undo_words is not None) is (at > 0)


def test_what_is_dropped_meanwhile_waits_for_its_turn_and_is_not_ended_with_the_other(bench, qtbot):
    clicked = []

    def at_each(_done: int) -> None:
        if not clicked:
            clicked.append(True)
            qtbot.mouseClick(button(bench.pane.import_bar, "Cancel"), Qt.MouseButton.LeftButton)

    bench.imports.at_each = at_each

    bench.take_in(["/a.mp4", "/b.mp4"], ["/c.mp4"])

    assert len(bench.said) == 2
    assert bench.said[1] == "1 video was imported."
    assert bench.listed == 2
