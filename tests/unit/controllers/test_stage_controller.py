"""The clip on the stage says which it is, is marked where it stands in lists, and takes its verdict there."""

from dataclasses import replace
from types import SimpleNamespace

import pytest
from fakes.finding import only
from fakes.stage_page import stage
from fakes.ui_values import NOW, a_clip, a_job, show
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QStackedWidget

from vidu_desktop.controllers.stage_controller import StageController
from vidu_desktop.domain.job import JobState
from vidu_desktop.domain.marks import MarkChange, Marks, Verdict
from vidu_desktop.ui.library.library_pane import LibraryPane
from vidu_desktop.ui.models.key_map import KeyMap
from vidu_desktop.ui.models.library_model import LibraryModel, LibraryRole
from vidu_desktop.ui.models.queue_model import QueueModel, QueueRole
from vidu_desktop.ui.player.clip_bar import ClipBar
from vidu_desktop.ui.player.player_pane import PlayerPane
from vidu_desktop.ui.widgets.frame_view import FrameView
from vidu_desktop.ui.widgets.icon_button import IconButton


def run_now(coroutine) -> None:
    """Run something that waits for nothing."""
    with pytest.raises(StopIteration):
        coroutine.send(None)


class NoFrames:
    """A frame service whose videos never open: what is said about a clip needs no picture."""

    def __getattr__(self, _name):
        return lambda *_values, **_named: None


class Bench:
    def __init__(self, look) -> None:
        keys = KeyMap()
        self.tiles, self.rows = LibraryModel(), QueueModel(lambda _: "", now=lambda: NOW)
        self.stage = PlayerPane(look, NoFrames(), keys=keys)
        self.library = LibraryPane(look, self.tiles, keys=keys)
        marks = Marks(project="Dawn", shot="S010", take=2, verdict=Verdict.KEEP)
        self.clips = show(self.tiles, [a_clip("a", marks=marks), a_clip("b")])
        self.rows.set_jobs([a_job("job", JobState.STORED, clip_id="a"), a_job("other")])
        context = SimpleNamespace(
            notices=None,
            guarded=SimpleNamespace(start=lambda _name, verb, *values: run_now(verb(*values))),
        )
        self.work = StageController(
            context, self.stage, None, self, None, self.library, self.tiles, self.rows
        )
        self.changes: list[tuple[list[int], MarkChange]] = []
        self.library.change_requested.connect(lambda *change: self.changes.append(change))

    async def get(self, clip_id):
        return next(clip for clip in self.clips if clip.clip_id == clip_id)

    def words(self) -> list[str]:
        bar = self.stage.findChild(ClipBar)
        return [label.text() for label in bar.findChildren(QLabel) if not label.isHidden()]

    def button(self, name: str) -> IconButton:
        return next(one for one in self.stage.findChildren(IconButton) if one.accessibleName() == name)

    def playing(self) -> tuple[list[str], list[str]]:
        """The clips and the jobs that are marked."""
        tiles = [self.tiles.index(row, 0) for row in range(self.tiles.rowCount())]
        rows = [self.rows.index(row, 0) for row in range(self.rows.rowCount())]
        return (
            [one.data(LibraryRole.CLIP).clip_id for one in tiles if one.data(LibraryRole.PLAYING)],
            [one.data(QueueRole.JOB).job_id for one in rows if one.data(QueueRole.PLAYING)],
        )


@pytest.fixture
def bench(qtbot, look):
    bench = Bench(look)
    qtbot.addWidget(bench.stage)
    qtbot.addWidget(bench.library)
    bench.stage.show()
    yield bench
    bench.tiles.close()


def test_the_stage_names_shot_take_and_title_and_shows_the_verdict(bench):
    bench.work.play(bench.clips[0])

    assert bench.words() == ["S010_T002", "A fox turns its head"]
    assert bench.button("Keep").isChecked()
    assert not bench.button("Reject").isChecked()

    bench.tiles.put_clips([replace(bench.clips[0], marks=Marks(verdict=Verdict.REJECT))])

    assert bench.words() == ["A fox turns its head"]
    assert bench.button("Reject").isChecked()
    assert not bench.button("Winner of its shot").isEnabled()


def test_what_plays_is_marked_in_library_and_queue_until_it_leaves_the_stage(bench):
    bench.work.play(bench.clips[0])
    assert bench.playing() == (["a"], ["job"])
    spoken = bench.tiles.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "on the stage" in spoken

    bench.work.play(bench.clips[1])
    assert bench.playing() == (["b"], [])

    bench.stage.show_empty()
    assert bench.playing() == ([], [])


def test_a_new_video_that_is_not_shown_marks_nothing(bench):
    bench.work.play(bench.clips[0])
    only(bench.stage, QStackedWidget).setCurrentWidget(stage(bench.stage).page)

    bench.work.offer(bench.clips[1])

    assert bench.playing() == (["a"], ["job"])


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("Reject", MarkChange(verdict=Verdict.REJECT)),
        ("Star", MarkChange(star=True)),
        ("Winner of its shot", MarkChange(winner=True)),
    ],
)
def test_a_verdict_button_marks_the_clip_that_is_shown_whatever_is_selected(bench, name, change):
    bench.work.play(bench.clips[0])
    bench.library.selection.select(bench.clips[1])

    bench.button(name).click()

    assert bench.changes == [([bench.clips[0].row], change)]
    assert not bench.button(name).isChecked()  # not before it is written


def test_while_the_library_may_not_be_changed_no_verdict_can_be_given(bench):
    bench.work.play(bench.clips[0])

    bench.library.set_fixed("Another computer works on it.")

    assert not bench.button("Keep").isEnabled()


def test_the_context_menu_has_the_frame_and_the_clip(bench, qtbot):
    bench.work.play(bench.clips[0])
    view = bench.stage.findChild(FrameView)

    QApplication.sendEvent(
        view, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(5, 5), view.mapToGlobal(QPoint(5, 5)))
    )

    menu = next(one for one in bench.stage.window().findChildren(QMenu) if one.isVisible())
    texts = [action.text() for action in menu.actions()]
    assert texts[0] == "This frame"
    assert {"Keep", "Reject", "Rename the file…", "Move to the trash"} <= set(texts)
    assert "Play" not in texts
    assert [one for one in menu.findChildren(QMenu) if one.isVisible()] == []  # their entries, not they
    next(action for action in menu.actions() if action.text() == "Reject").trigger()
    assert bench.changes == [([bench.clips[0].row], MarkChange(verdict=Verdict.REJECT))]
    menu.close()
