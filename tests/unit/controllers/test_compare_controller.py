"""Comparisons that can't be opened keep no file open; an open comparison can go on through the takes of its shot."""

import asyncio
from types import SimpleNamespace

from fakes.ended import all_ended
from fakes.ui_values import a_clip
from fakes.window_context import a_context
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from vidu_desktop.controllers.compare_controller import CompareController
from vidu_desktop.domain.marks import MarkChange, Marks
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.engine.tasks import TaskKeeper
from vidu_desktop.errors import NotAVideo, Sentence
from vidu_desktop.ui.compare.compare_window import CompareWindow
from vidu_desktop.ui.library.library_pane import LibraryPane
from vidu_desktop.ui.models.key_map import KeyMap
from vidu_desktop.ui.models.library_model import LibraryModel
from vidu_desktop.ui.text import say

PATIENCE_S = 90.0


class Reader:
    """Knows whether it was closed."""

    closed = False

    def close(self) -> None:
        self.closed = True


class Library:
    """Has these clips, and finds those of a shot."""

    def __init__(self, clips) -> None:
        self.clips = list(clips)

    async def find_rows(self, query, _limit=None):
        return [clip.row for clip in self.clips if clip.marks.shot == query.shot]

    async def clips_at(self, rows):
        return [clip for clip in self.clips if clip.row in rows]


class Stills:
    """Opens every video as one of four frames."""

    def __init__(self) -> None:
        self.readers: list[StillReader] = []

    async def open_reader(self, path):
        self.readers.append(StillReader(path))
        return self.readers[-1]


class StillReader(Reader):
    def __init__(self, path) -> None:
        self.path = path
        self.table = SimpleNamespace(count=4, fps=24.0)
        self._image = QImage(16, 9, QImage.Format.Format_RGB32)

    def decoded(self, _number):
        return self._image

    def stand_at(self, _number, *, direction=1) -> None: ...


class Desk:
    """Opens one clip, but not the other."""

    def __init__(self) -> None:
        self.reader = Reader()

    async def open_reader(self, path):
        if path.endswith("whole.mp4"):
            return self.reader
        raise NotAVideo("video-damaged", Sentence(QT_TRANSLATE_NOOP("videos", "torn")))


class Said:
    def __init__(self) -> None:
        self.words: list[str] = []

    def say_error(self, error) -> None:
        self.words.append(say(error.sentence))


def test_where_the_second_take_cannot_be_opened_the_first_is_let_go(qtbot, look):
    window = QWidget()
    qtbot.addWidget(window)
    desk, said, tasks = Desk(), Said(), TaskKeeper()
    pane, tiles = LibraryPane(look, LibraryModel()), LibraryModel()
    qtbot.addWidget(pane)
    work = CompareController(
        a_context(look, window, tasks, said), desk, None, Library([]), pane, tiles, KeyMap()
    )

    async def story() -> None:
        work.takes([a_clip("whole"), a_clip("torn")])
        await all_ended(PATIENCE_S)

    asyncio.run(story())

    assert said.words == ["torn"]
    assert desk.reader.closed


def test_a_comparison_goes_on_through_the_takes_of_the_shot_and_marks_them(qtbot, look):
    window = QWidget()
    qtbot.addWidget(window)
    clips = [a_clip(f"take{n}", row=n, marks=Marks(shot="S010", take=n)) for n in (1, 2, 3)]
    clips.append(a_clip("elsewhere", row=9, marks=Marks(shot="S020", take=1)))
    desk, tasks, tiles = Stills(), TaskKeeper(), LibraryModel()
    pane = LibraryPane(look, LibraryModel())
    qtbot.addWidget(pane)
    changes = []
    pane.change_requested.connect(lambda rows, change: changes.append((rows, change)))
    work = CompareController(
        a_context(look, window, tasks, Said()), desk, None, Library(clips), pane, tiles, KeyMap()
    )

    async def story() -> None:
        work.takes(clips[:2])
        await all_ended(PATIENCE_S)
        (compared,) = window.findChildren(CompareWindow)
        qtbot.keyClick(compared, Qt.Key.Key_A)
        qtbot.keyClick(compared, Qt.Key.Key_N)
        await all_ended(PATIENCE_S)
        assert [take.clip_id for take in compared.takes] == ["take1", "take3"]
        tiles.put_clips([clips[2]])  # nothing about it has changed
        qtbot.keyClick(compared, Qt.Key.Key_N)  # there is no other take: nothing happens
        assert asyncio.all_tasks() == {asyncio.current_task()}

    asyncio.run(story())

    assert changes == [([1], MarkChange(winner=True))]
    assert [reader.closed for reader in desk.readers] == [False, True, False]  # the loser is closed
    work.release("/library/take3.mp4")
    assert [reader.closed for reader in desk.readers] == [True, True, True]


def test_a_take_that_is_opened_for_a_comparison_which_was_closed_meanwhile_is_let_go(qtbot, look):
    window = QWidget()
    qtbot.addWidget(window)
    clips = [a_clip(f"take{n}", row=n, marks=Marks(shot="S010", take=n)) for n in (1, 2, 3)]
    desk, tasks, pane = Stills(), TaskKeeper(), LibraryPane(look, LibraryModel())
    qtbot.addWidget(pane)
    work = CompareController(
        a_context(look, window, tasks, Said()), desk, None, Library(clips), pane, LibraryModel(), KeyMap()
    )

    async def story() -> None:
        work.takes(clips[:2])
        await all_ended(PATIENCE_S)
        (compared,) = window.findChildren(CompareWindow)
        qtbot.keyClick(compared, Qt.Key.Key_N)
        compared.close()  # before the next take is open
        await all_ended(PATIENCE_S)

    asyncio.run(story())

    assert [reader.closed for reader in desk.readers] == [True, True, True]
