"""Comparisons that can't be opened hold no file."""

import asyncio

from fakes.ui_values import a_clip
from fakes.window_context import a_context
from PySide6.QtWidgets import QWidget

from vidu_desktop.controllers.compare_controller import CompareController
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.engine.tasks import TaskKeeper
from vidu_desktop.errors import NotAVideo, Sentence
from vidu_desktop.ui.text import say

PATIENCE_S = 90.0


class Reader:
    """Knows whether it was closed."""

    closed = False

    def close(self) -> None:
        self.closed = True


class Desk:
    """Opens one clip, and not the other."""

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
    work = CompareController(a_context(look, window, tasks, said), desk, None)

    async def story() -> None:
        work.two_takes([a_clip("whole"), a_clip("torn")])
        await asyncio.wait_for(asyncio.wait(set(tasks._tasks)), PATIENCE_S)

    asyncio.run(story())

    assert said.words == ["torn"]
    assert desk.reader.closed
