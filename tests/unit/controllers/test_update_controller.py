"""Updates are looked for when the person presses the button, and the result is what is said."""

import asyncio
from collections.abc import Coroutine
from types import SimpleNamespace
from typing import Any

import pytest
from fakes.window_context import a_context
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from vidu_desktop.controllers import update_controller
from vidu_desktop.controllers.update_controller import UpdateController
from vidu_desktop.engine.tasks import TaskKeeper
from vidu_desktop.errors import Sentence, ServiceBusy
from vidu_desktop.ui.dialogs.about_dialog import AboutDialog

PAGE = "https://code.test/us/releases/latest"


class Releases:
    def __init__(self, answer: str | ServiceBusy) -> None:
        self.answer = answer
        self.asked: list[str] = []

    async def newest(self, url: str) -> str:
        self.asked.append(url)
        if isinstance(self.answer, ServiceBusy):
            raise self.answer
        return self.answer


class Tasks(TaskKeeper):
    """Remembers its last task, so that a test can wait for its end."""

    last: "asyncio.Task[Any] | None" = None

    def start(
        self, name: str, work: Coroutine[Any, Any, Any], *, writes: bool = False
    ) -> "asyncio.Task[Any]":
        self.last = super().start(name, work, writes=writes)
        return self.last


class Opened:
    """An open About dialog with its controller, and its answers by their words."""

    def __init__(self, look, qtbot, answer: str | ServiceBusy) -> None:
        window = self._window = QWidget()  # kept: it owns the dialog
        qtbot.addWidget(window)
        self.releases = Releases(answer)
        self._tasks = Tasks()
        context = a_context(look, window, self._tasks, SimpleNamespace())
        self._about = AboutDialog(look, "0.2.0", window, checks_updates=True)
        UpdateController(context, self.releases, PAGE, "0.2.0").serve(self._about)
        self._about.show()
        self._qtbot = qtbot

    def answers(self) -> list[str]:
        return [one.text() for one in self._about.findChildren(QPushButton) if one.isVisible()]

    def said(self) -> str:
        return " ".join(one.text() for one in self._about.findChildren(QLabel) if one.isVisible())

    async def press(self, words: str) -> None:
        [button] = [one for one in self._about.findChildren(QPushButton) if one.text() == words]
        self._qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        if self._tasks.last is not None:
            await self._tasks.last


@pytest.fixture
def opened(look, qtbot):
    return lambda answer: Opened(look, qtbot, answer)


@pytest.mark.anyio
async def test_nobody_is_asked_before_the_press(opened) -> None:
    about = opened("0.3.0")
    assert about.releases.asked == []
    assert "Show releases" not in about.answers()

    await about.press("Check for updates")

    assert about.releases.asked == [PAGE]


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("newest", "words"), [("0.3.0", "Version 0.3.0 is there"), ("0.2.0", "0.2.0 is the newest version")]
)
async def test_a_newer_version_is_named_and_its_page_offered(opened, newest: str, words: str) -> None:
    about = opened(newest)
    await about.press("Check for updates")
    assert words in about.said()
    assert "Show releases" in about.answers()


@pytest.mark.anyio
async def test_a_page_that_is_away_leaves_the_question_open(opened) -> None:
    about = opened(ServiceBusy("unreachable", Sentence("code.test can't be reached.")))
    await about.press("Check for updates")
    assert "code.test can't be reached." in about.said()
    assert "Check for updates" in about.answers()
    assert "newest" not in about.said()


@pytest.mark.anyio
async def test_without_a_browser_the_address_is_said(opened, monkeypatch) -> None:
    monkeypatch.setattr(update_controller, "open_page", lambda _url, unanswered: unanswered())
    about = opened("0.3.0")
    await about.press("Check for updates")
    await about.press("Show releases")
    assert PAGE in about.said()


def test_where_nobody_can_be_asked_there_is_nothing_to_press(look, qtbot) -> None:
    about = AboutDialog(look, "0.2.0")
    qtbot.addWidget(about)
    about.show()
    assert not any("pdate" in one.text() for one in about.findChildren(QPushButton) if one.isVisible())
