"""Marks that are taken back are seen at once, and those that couldn't be written aren't shown as if they were."""

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
    """The signals that the controller listens to."""

    change_requested = Signal(list, object)
    note_requested = Signal(str, str)
    shot_requested = Signal(list, str, str)
    rename_requested = Signal(str, str)


class Bench:
    """`happened` lists in order what was shown, what was written, and when everything was read again."""

    def __init__(self) -> None:
        self.happened: list[str] = []
        self.trouble: DiskTrouble | None = None
        self.troubled: set[str] = set()
        """Clips whose records can't be written now, while others can."""
        self.marks: dict[str, Marks] = {}
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
        self.marks = dict.fromkeys("abc", NO_MARKS)
        return Marked(clips=[a_clip(name) for name in "abc"], before=dict.fromkeys("abc", Marks(star=True)))

    async def set_marks(self, marks) -> Marked:
        if self.trouble is not None:
            raise self.trouble
        done = [name for name in marks if name not in self.troubled]
        self.happened.append(f"written {len(done)}")
        before = {name: self.marks[name] for name in done}
        self.marks.update({name: marks[name] for name in done})
        trouble = GONE if len(done) < len(marks) else None
        return Marked(clips=[a_clip(name) for name in done], before=before, trouble=trouble)


@pytest.fixture
def bench(qtbot):
    bench = Bench()
    qtbot.addWidget(bench.pane)

    async def mark_three() -> None:
        bench.pane.change_requested.emit([1], MarkChange(star=False))
        await bench.tasks.written()

    asyncio.run(mark_three())
    bench.happened.clear()
    return bench


def test_it_is_shown_before_it_is_written(bench) -> None:
    asyncio.run(bench.undo.undo())
    assert bench.happened == ["shown 3", "written 3", "put 3"]
    assert bench.undo.redo_words is not None


def test_what_could_not_be_written_is_read_anew(bench) -> None:
    bench.trouble = GONE
    with pytest.raises(DiskTrouble):
        asyncio.run(bench.undo.undo())
    assert bench.happened == ["shown 3", "read anew"]
    assert bench.undo.undo_words is not None  # it may succeed later


def test_what_was_taken_back_in_part_is_done_again_and_the_rest_taken_back_when_it_can_be(bench) -> None:
    starred = Marks(star=True)
    bench.troubled = {"b"}
    with pytest.raises(DiskTrouble):
        asyncio.run(bench.undo.undo())
    assert bench.marks == {"a": starred, "b": NO_MARKS, "c": starred}

    bench.troubled = set()
    asyncio.run(bench.undo.undo())  # the remaining ones
    assert bench.marks == dict.fromkeys("abc", starred)

    asyncio.run(bench.undo.redo())
    asyncio.run(bench.undo.redo())
    assert bench.marks == dict.fromkeys("abc", NO_MARKS)


def test_what_changed_nothing_is_no_step(bench) -> None:
    asyncio.run(bench.undo.undo())  # the star is there again

    async def mark_again() -> None:
        async def starred_as_before(_rows, _change) -> Marked:
            marks = Marks(star=True)
            return Marked(clips=[a_clip("a", marks=marks)], before={"a": marks})

        bench.mark = starred_as_before
        bench.pane.change_requested.emit([1], MarkChange(star=True))
        await bench.tasks.written()

    asyncio.run(mark_again())

    assert bench.undo.undo_words is None
    assert bench.undo.redo_words is not None


def test_what_was_marked_is_said_as_far_as_all_of_it_has_it(bench, announced) -> None:
    kept = [a_clip("a", marks=Marks(star=True, rating=3)), a_clip("b", marks=Marks(star=True))]

    async def mark(clips) -> None:
        async def made(_rows, _change) -> Marked:
            return Marked(clips=clips, before={})

        bench.mark = made
        bench.pane.change_requested.emit([1], MarkChange(star=True))
        await bench.tasks.written()

    asyncio.run(mark(kept))
    asyncio.run(mark([a_clip("c")]))

    assert announced == ["starred", "no marks"]
