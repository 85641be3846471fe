"""Marks that are taken back are seen at once, and what couldn't be written isn't shown as if it were."""

import asyncio
from types import SimpleNamespace

import pytest
from fakes.ui_values import a_clip
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vidu_desktop.controllers.library_context import LibraryContext
from vidu_desktop.controllers.library_marks import LibraryMarks
from vidu_desktop.controllers.task_errors import GuardedTasks
from vidu_desktop.domain.marks import NO_MARKS, MarkChange, Marks
from vidu_desktop.engine.tasks import TaskKeeper
from vidu_desktop.errors import DiskTrouble, Sentence
from vidu_desktop.library.marking import Marked
from vidu_desktop.library.undo import UndoStack

GONE = DiskTrouble("library-gone", Sentence("The drive isn't there."))


class Pane(QWidget):
    """The wishes that are heard."""

    change_requested = Signal(list, object)
    note_requested = Signal(str, str)
    shot_requested = Signal(list, str, str)
    rename_requested = Signal(str, str)


class Bench:
    """`happened` has, in order, what was shown, what was written, and when everything was read anew."""

    def __init__(self) -> None:
        self.happened: list[str] = []
        self.trouble: DiskTrouble | None = None
        self.said: list[str] = []
        self.undo = UndoStack()
        model = SimpleNamespace(
            show_marks=lambda marks: self.happened.append(f"shown {len(marks)}"),
            put_clips=lambda clips: self.happened.append(f"put {len(clips)}"),
            forget_clips=lambda: self.happened.append("read anew"),
        )
        notices = SimpleNamespace(say_error=lambda error: self.said.append(error.code))
        self.pane = Pane()
        self.tasks = TaskKeeper()
        context = LibraryContext(
            clips=None,
            pane=self.pane,
            model=model,
            listed=SimpleNamespace(follow_change=lambda: None),
            undo=self.undo,
            guarded=GuardedTasks(self.tasks, notices),
            notices=notices,
            leaving=lambda _path: None,
        )
        self.work = LibraryMarks(context, self, lambda _was, _now: None)

    async def mark(self, _rows, _change) -> Marked:
        return Marked(clips=[a_clip("a")], before={"a": Marks(star=True)})

    async def set_marks(self, marks) -> Marked:
        if self.trouble is not None:
            raise self.trouble
        self.happened.append(f"written {len(marks)}")
        return Marked(clips=[a_clip(name) for name in marks], before=dict.fromkeys(marks, NO_MARKS))


@pytest.fixture
def bench(qtbot):
    bench = Bench()
    qtbot.addWidget(bench.pane)

    async def mark_one() -> None:
        bench.pane.change_requested.emit([1], MarkChange(star=False))
        await bench.work.finish()

    asyncio.run(mark_one())
    bench.happened.clear()
    return bench


def test_it_is_shown_before_it_is_written(bench) -> None:
    asyncio.run(bench.undo.undo())
    assert bench.happened == ["shown 1", "written 1", "put 1"]
    assert bench.undo.redo_words is not None


def test_what_could_not_be_written_is_read_anew(bench) -> None:
    bench.trouble = GONE
    with pytest.raises(DiskTrouble):
        asyncio.run(bench.undo.undo())
    assert bench.happened == ["shown 1", "read anew"]
    assert bench.undo.undo_words is not None  # it may succeed later
