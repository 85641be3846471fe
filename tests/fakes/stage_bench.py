"""Stage and library with their controller, without files: what is said about a clip, and its marks, need no pictures."""

from types import SimpleNamespace
from typing import Any

import pytest
from fakes.finding import only
from fakes.ui_values import NOW, a_clip, a_job, show
from PySide6.QtWidgets import QLabel

from vidu_desktop.controllers.stage_controller import StageController
from vidu_desktop.domain.job import JobState
from vidu_desktop.domain.marks import MarkChange, Marks, Verdict
from vidu_desktop.ui.library.library_pane import LibraryPane
from vidu_desktop.ui.models.key_map import KeyMap
from vidu_desktop.ui.models.library_model import LibraryModel, LibraryRole
from vidu_desktop.ui.models.queue_model import QueueModel
from vidu_desktop.ui.models.queue_role import QueueRole
from vidu_desktop.ui.player.clip_bar import ClipBar
from vidu_desktop.ui.player.player_pane import PlayerPane
from vidu_desktop.ui.widgets.icon_button import IconButton


def run_now(coroutine) -> None:
    """Run a coroutine that never waits."""
    with pytest.raises(StopIteration):
        coroutine.send(None)


class NoFrames:
    """A frame service whose videos never open."""

    def __getattr__(self, _name):
        return lambda *_values, **_named: None


class StageBench:
    """`exports` is the export controller, `frames` opens videos, and `compose` has the tabs."""

    def __init__(self, look, frames=None, exports=None, compose=None):
        keys = KeyMap()
        self.tiles, self.rows = LibraryModel(), QueueModel(lambda _: "", now=lambda: NOW)
        self.stage = PlayerPane(look, frames or NoFrames(), keys=keys)
        self.library = LibraryPane(look, self.tiles, keys=keys)
        marks = Marks(project="Dawn", shot="S010", take=2, verdict=Verdict.KEEP)
        self.clips = show(self.tiles, [a_clip("a", marks=marks), a_clip("b")])
        self.rows.set_jobs([a_job("job", JobState.STORED, clip_id="a"), a_job("other")])
        self.said: list[str] = []
        self.context = SimpleNamespace(
            notices=SimpleNamespace(
                say=lambda sentence: self.said.append(str(sentence)), say_text=self.said.append
            ),
            guarded=SimpleNamespace(start=lambda _name, verb, *values, **_: run_now(verb(*values))),
        )
        parts: tuple[Any, ...] = (
            self.context, self.stage, compose, self, exports, self.library, self.tiles, self.rows
        )  # fmt: skip
        self.work = StageController(*parts)
        self.changes: list[tuple[list[int], MarkChange]] = []
        self.library.change_requested.connect(lambda *change: self.changes.append(change))

    async def get(self, clip_id):
        return next(clip for clip in self.clips if clip.clip_id == clip_id)

    def words(self):
        bar = only(self.stage, ClipBar)
        return [label.text() for label in bar.findChildren(QLabel) if not label.isHidden()]

    def button(self, name: str) -> IconButton:
        return next(one for one in self.stage.findChildren(IconButton) if one.accessibleName() == name)

    def playing(self) -> tuple[list[str], list[str]]:
        """Return the ids of the clips and the jobs that are marked as playing."""
        tiles = [self.tiles.index(row, 0) for row in range(self.tiles.rowCount())]
        rows = [self.rows.index(row, 0) for row in range(self.rows.rowCount())]
        return (
            [one.data(LibraryRole.CLIP).clip_id for one in tiles if one.data(LibraryRole.PLAYING)],
            [one.data(QueueRole.JOB).job_id for one in rows if one.data(QueueRole.PLAYING)],
        )
