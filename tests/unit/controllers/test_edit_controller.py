"""The menus Edit and Video act where the person works, and name what the next undo takes back."""

import asyncio
from types import SimpleNamespace

import pytest
from fakes.ui_values import NOW, a_clip, a_job, show
from PySide6.QtCore import QSettings
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QMenu

from vidu_desktop.controllers.edit_controller import EditController
from vidu_desktop.domain.modes import Mode
from vidu_desktop.engine.tasks import TaskKeeper
from vidu_desktop.errors import Sentence
from vidu_desktop.library.undo import UndoStack, UndoStep, step_at_once
from vidu_desktop.ui.compose import ComposePane
from vidu_desktop.ui.library.library_pane import LibraryPane
from vidu_desktop.ui.main_window import MainWindow
from vidu_desktop.ui.models.clip_verbs import ClipVerb
from vidu_desktop.ui.models.key_map import KeyMap
from vidu_desktop.ui.models.library_model import LibraryModel
from vidu_desktop.ui.models.queue_model import QueueModel
from vidu_desktop.ui.player.player_pane import PlayerPane
from vidu_desktop.ui.queue.queue_pane import QueuePane
from vidu_desktop.ui.widgets.picture_grid import PictureGrid
from vidu_desktop.ui.widgets.picture_well import PictureWell


class Bench:
    """A real window with two jobs and two videos. Tasks run to their end at once, unless the loop `is_busy`."""

    def __init__(self, look, desk, tmp_path) -> None:
        keys = KeyMap()
        self.main = MainWindow(QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat))
        model = QueueModel(lambda _: "", now=lambda: NOW)
        self.stage = PlayerPane(look, SimpleNamespace(open=lambda _path, _answer: None), keys=keys)
        self.queue = QueuePane(look, model, keys=keys)
        self.library = LibraryPane(look, LibraryModel(), keys=keys)
        self.main.fill(look, ComposePane(look, desk, keys=keys), self.stage, self.queue, self.library, keys)
        self.undo = UndoStack()
        self.is_busy = False
        self.fills: list[bool] = []
        guarded = SimpleNamespace(start=self._start)
        self.edit = EditController(
            self.main, self.stage, self.queue, self.library, self.undo, guarded, self.stage.more_menu
        )
        model.set_jobs([a_job("one"), a_job("two")])
        show(self.library.grid.model(), [a_clip("a"), a_clip("b")])

    def _start(self, _name, verb, *values, writes=False, fills=False) -> None:
        self.fills.append(fills)
        if not self.is_busy:
            asyncio.run(verb(*values))

    def close(self) -> None:
        self.queue.close_thumbs()
        model = self.library.grid.model()
        assert isinstance(model, LibraryModel)
        model.close()

    def entry(self, words: str) -> QAction:
        menus = self.main.menuBar().findChildren(QMenu)
        (one,) = [
            action
            for menu in menus
            for action in menu.actions()
            if action.text().replace("&", "").startswith(words)
        ]
        return one


@pytest.fixture
def bench(qtbot, look, desk, tmp_path):
    bench = Bench(look, desk, tmp_path)
    qtbot.addWidget(bench.main)
    bench.main.show()
    bench.main.activateWindow()
    yield bench
    bench.close()


def focus(qtbot, widget) -> None:
    widget.setFocus()
    qtbot.waitUntil(widget.hasFocus)


def test_the_menu_names_the_step_that_is_taken_back_and_done_again(bench):
    done: list[str] = []
    words = Sentence("deletion of a video")
    bench.undo.add(step_at_once(words, lambda: done.append("undone"), lambda: done.append("done")))

    bench.entry("Undo: deletion of a video").trigger()
    assert not bench.entry("Undo").isEnabled()
    bench.entry("Redo: deletion of a video").trigger()

    assert done == ["undone", "done"]
    assert bench.entry("Undo: deletion of a video").isEnabled()


def test_all_is_selected_and_copied_where_the_keyboard_is(bench, qtbot, qapp):
    bench.main.show_queue()
    focus(qtbot, bench.queue.view)
    bench.entry("Select all").trigger()
    assert len(bench.queue.view.selectedIndexes()) == 2
    assert bench.library.selection.rows() == []
    bench.entry("Copy").trigger()
    assert qapp.clipboard().text().count("\n") == 1  # one prompt on each line

    bench.main.show_library()
    focus(qtbot, bench.library.grid)
    bench.entry("Select all").trigger()
    assert len(bench.library.selection.rows()) == 2
    with qtbot.waitSignal(bench.library.verb_requested) as asked:
        bench.entry("Copy").trigger()
    assert asked.args[0] is ClipVerb.COPY_FILES

    field = bench.library.findChild(QLineEdit)
    field.setText("fox")
    focus(qtbot, field)
    bench.entry("Select all").trigger()
    bench.entry("Copy").trigger()
    assert qapp.clipboard().text() == "fox"


def test_all_pictures_of_the_tab_are_selected_where_they_have_the_keyboard(bench, desk, qtbot):
    """Otherwise the next Delete would mean the rows of the queue."""
    compose = bench.main.findChild(ComposePane)
    compose.set_pictures(Mode.IMAGE, ["/a.png", "/b.png", "/c.png"])
    desk.answer_all()
    grid = compose.findChild(PictureGrid)
    focus(qtbot, grid)

    bench.entry("Select all").trigger()

    assert len(grid.selectedIndexes()) == 3
    assert grid.hasFocus()
    assert bench.queue.view.selectedIndexes() == []


@pytest.mark.parametrize("shown", ["queue", "library"])
def test_what_was_selected_from_elsewhere_has_the_keyboard_then(bench, qtbot, shown):
    """Otherwise Delete would mean the video on the stage while others are selected."""
    bench.main.show_queue() if shown == "queue" else bench.main.show_library()
    view = bench.queue.view if shown == "queue" else bench.library.grid
    focus(qtbot, bench.stage)

    bench.entry("Select all").trigger()

    assert len(view.selectedIndexes()) == 2
    assert view.hasFocus()


def test_the_video_menu_holds_what_fits_the_selected_video(bench, qtbot):
    menu = bench.main.menus.video
    menu.aboutToShow.emit()
    texts = [action.text().replace("&", "") for action in menu.actions() if not action.isSeparator()]
    assert texts == ["No video is chosen", "Chain board…"]

    bench.main.show_library()
    focus(qtbot, bench.library.grid)
    bench.library.grid.selectAll()
    bench.main.menuBar().setFocus()  # like a menu that is opened with a key
    menu.aboutToShow.emit()

    texts = [action.text().replace("&", "") for action in menu.actions()]
    assert any(words.startswith("Export") for words in texts)
    assert "No video is chosen" not in texts


@pytest.mark.parametrize(
    ("words", "signal"), [("Trash", "trash_shown"), ("Import videos", "import_requested")]
)
def test_the_library_menu_leads_to_import_and_trash(bench, qtbot, words, signal):
    with qtbot.waitSignal(getattr(bench.library, signal)):
        bench.entry(words).trigger()


def test_the_video_menu_is_about_the_video_on_the_stage_where_no_other_is_in_sight(bench, qtbot):
    menu = bench.main.menus.video
    bench.main.show_queue()
    focus(qtbot, bench.queue.view)
    bench.stage.play("/library/fox.mp4", "fox")

    menu.aboutToShow.emit()

    texts = [action.text().replace("&", "") for action in menu.actions()]
    assert any(words.startswith("Export") for words in texts)
    assert "No video is chosen" not in texts


def test_a_later_step_takes_the_offer_to_undo_an_earlier_one_away(bench):
    bench.main.show_queue()
    bench.undo.add(step_at_once(Sentence("two rows"), lambda: None, lambda: None))
    bench.queue.undo_bar.announce(2)
    assert bench.queue.undo_bar.isVisible()

    bench.undo.add(step_at_once(Sentence("a mark"), lambda: None, lambda: None))

    assert not bench.queue.undo_bar.isVisible()


def test_a_step_that_needs_no_waiting_is_taken_back_before_the_next_key_is_heard(bench):
    """Otherwise a press of Generate right after it would order, and pay for, what was taken back."""
    done: list[str] = []
    bench.undo.add(
        step_at_once(Sentence("a step"), lambda: done.append("undone"), lambda: done.append("done"))
    )
    bench.is_busy = True
    bench.entry("Undo").trigger()
    assert done == ["undone"]
    bench.entry("Redo").trigger()
    assert done == ["undone", "done"]
    assert bench.undo.undo_words == Sentence("a step")


def test_an_undo_behind_one_that_is_under_way_may_concern_a_tab_so_nothing_is_ordered_until_it_is_done(bench):
    bench.is_busy = True

    async def story() -> None:
        done = asyncio.Event()

        async def turn_back() -> None:
            await done.wait()

        bench.undo.add(step_at_once(Sentence("pictures replaced"), lambda: None, lambda: None))
        bench.undo.add(UndoStep(Sentence("a mark"), turn_back))
        bench.entry("Undo").trigger()
        first = TaskKeeper().start("undo", bench.undo.undo())
        await asyncio.sleep(0)
        bench.entry("Undo").trigger()
        done.set()
        await first

    asyncio.run(story())
    assert bench.fills == [False, True]


@pytest.mark.parametrize("count", [1, 3], ids=["well", "grid"])
def test_with_the_keyboard_in_the_tabs_pictures_they_are_copied(bench, desk, qtbot, qapp, count):
    """Not the videos that are selected in the library, which the person doesn't look at then."""
    bench.library.grid.selectAll()
    asked = []
    bench.library.verb_requested.connect(lambda *verb: asked.append(verb))
    compose = bench.main.findChild(ComposePane)
    paths = ["/a.png", "/b.png", "/c.png"][:count]
    compose.set_pictures(Mode.IMAGE, paths)
    desk.answer_all()
    place = compose.findChild(PictureGrid) if count > 1 else compose.findChild(PictureWell)
    focus(qtbot, place)
    bench.entry("Select all").trigger()
    focus(qtbot, place)

    bench.entry("Copy").trigger()

    assert [url.toLocalFile() for url in qapp.clipboard().mimeData().urls()] == paths
    assert asked == []
