"""The trash in the window: when the disk took only a part, that part is shown and can be taken back."""

from types import SimpleNamespace

import pytest
from fakes.ui_values import a_clip
from fakes.virtual_time import until, with_virtual_time
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTreeWidget, QWidget

from vidu_desktop.controllers.library_context import LibraryContext
from vidu_desktop.controllers.task_errors import GuardedTasks
from vidu_desktop.controllers.trash_controller import TrashController
from vidu_desktop.controllers.undo_words import deletion_of
from vidu_desktop.domain.clip import Clip
from vidu_desktop.engine.tasks import TaskKeeper
from vidu_desktop.errors import DiskTrouble, Sentence
from vidu_desktop.library.undo import UndoStack
from vidu_desktop.ui.dialogs.trash_dialog import TrashDialog
from vidu_desktop.ui.library.empty_library import EmptyLibrary

GONE = DiskTrouble("library-gone", Sentence("The drive isn't there."))


class Pane(QWidget):
    """The parts of the library's pane that the controller needs."""

    trash_shown = Signal()
    emptied = Signal()
    undo_requested = Signal()

    def __init__(self, look) -> None:
        super().__init__()
        self.empty = EmptyLibrary(look, self)
        self.selection = SimpleNamespace(select_when_shown=lambda _rows: None)


class Bench:
    """A library of three clips, and a trash on a disk that may go away."""

    def __init__(self, look) -> None:
        self.here = {name: a_clip(name) for name in "abc"}
        self.trashed: dict[str, Clip] = {}
        self.stops_at = ""
        """The clip at which the disk goes away."""
        self.said: list[str] = []
        self.tasks = TaskKeeper()
        self.undo = UndoStack()
        notices = SimpleNamespace(say_error=lambda error: self.said.append(error.code))
        self.pane = Pane(look)
        context = LibraryContext(
            clips=self,
            pane=self.pane,
            model=SimpleNamespace(remove=lambda _clip_ids: None),
            listed=SimpleNamespace(follow_change=lambda: None),
            undo=self.undo,
            guarded=GuardedTasks(self.tasks, notices),
            notices=notices,
            leaving=lambda _path: None,
        )
        self.controller = TrashController(context, self, look)

    async def get(self, clip_id: str) -> Clip | None:
        return self.here.get(clip_id)

    def _see(self, clip_id: str) -> None:
        if clip_id == self.stops_at:
            raise GONE

    async def put(self, clip_ids) -> list[str]:
        for clip_id in clip_ids:
            self._see(clip_id)
            self.trashed[clip_id] = self.here.pop(clip_id)
        return list(clip_ids)

    async def take_back(self, clip_ids) -> list[Clip]:
        self.here |= {clip_id: self.trashed.pop(clip_id) for clip_id in clip_ids}
        return [self.here[clip_id] for clip_id in clip_ids]

    async def delete(self, clip_ids) -> int:
        for clip_id in clip_ids:
            self._see(clip_id)
            del self.trashed[clip_id]
        return len(clip_ids)

    async def contents(self):
        return [SimpleNamespace(clip=clip, trashed_at=clip.created_at) for clip in self.trashed.values()]


@pytest.fixture
def bench(qtbot, look) -> Bench:
    bench = Bench(look)
    qtbot.addWidget(bench.pane)
    return bench


def test_what_was_thrown_away_again_before_the_disk_went_can_be_taken_back(bench) -> None:
    async def story() -> None:
        bench.undo.add(bench.controller.return_step(["a", "b", "c"], deletion_of(3)))
        bench.stops_at = "b"
        with pytest.raises(DiskTrouble):
            await bench.undo.undo()
        assert sorted(bench.trashed) == ["a"]

        bench.stops_at = ""
        await bench.undo.redo()
        assert sorted(bench.here) == ["a", "b", "c"]

    with_virtual_time(story)


def test_the_dialog_shows_what_is_left_where_only_some_was_deleted(bench) -> None:
    async def story() -> None:
        bench.trashed, bench.here = bench.here, {}
        bench.controller.show_trash()
        (dialog,) = bench.pane.findChildren(TrashDialog)
        rows = dialog.findChild(QTreeWidget)
        await until(lambda: rows.topLevelItemCount() == 3, 60)

        bench.stops_at = "b"
        dialog.delete_requested.emit(["a", "b"])
        await until(lambda: bench.said, 60)
        assert bench.said == ["library-gone"]
        assert rows.topLevelItemCount() == 2

    with_virtual_time(story)
