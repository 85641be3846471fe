"""The whole window as the program assembles it, in a home of its own, operated through its widgets."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TypeVar

import qasync
from fakes.finding import only
from fakes.leftovers import task_name
from fakes.stage_page import StagePage
from PySide6.QtCore import QMimeData, QPointF, QSettings, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QMenu, QPushButton, QWidget

from vidu_desktop.adapters.desktop.instance_lock import HolderKind
from vidu_desktop.app.outside import Outside
from vidu_desktop.app.single_instance import LaterStarts
from vidu_desktop.app.window import Window
from vidu_desktop.domain.clip import Clip
from vidu_desktop.domain.job import Job, JobState
from vidu_desktop.errors import Sentence
from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.models.library_model import LibraryRole
from vidu_desktop.ui.models.queue_role import QueueRole
from vidu_desktop.ui.widgets.notice_line import NoticeLine
from vidu_desktop.ui.widgets.prompt_edit import PromptEdit
from vidu_desktop.wiring.session import Session

PATIENCE_S = 180.0  # a busy machine may be slow
D = TypeVar("D", bound=QDialog)
W = TypeVar("W", bound=QWidget)


async def until(true: Callable[[], object], what: str) -> None:
    """Let the loop run until `true` returns something true; fails with `what` if it never does."""
    deadline_s = time.monotonic() + PATIENCE_S
    while not true():
        assert time.monotonic() < deadline_s, f"waited in vain: {what}"
        await asyncio.sleep(0.01)


class OpenedWindow:
    """What a person can see and press."""

    def __init__(self, session: Session, window: Window) -> None:
        self.session = session
        self.window = window
        self.main = window.main

    # Seeing

    def jobs(self) -> list[Job]:
        """Return the jobs of the queue's rows, from top to bottom."""
        model = self.window.queue.view.model()
        return [model.index(row, 0).data(QueueRole.JOB) for row in range(model.rowCount())]

    def states(self) -> list[JobState]:
        return [job.state for job in self.jobs()]

    def clips(self) -> list[Clip]:
        """Return the clips of the library's tiles, as far as they have been read."""
        model = self.window.library.grid.model()
        clips = [model.index(row, 0).data(LibraryRole.CLIP) for row in range(model.rowCount())]
        return [clip for clip in clips if clip is not None]

    def notice(self) -> str:
        """Return the text of the notice line; empty if there is no notice."""
        line = self.main.findChild(NoticeLine)
        return line.text if line is not None and line.isVisible() else ""

    def dialogs(self) -> list[QDialog]:
        return [one for one in self.main.findChildren(QDialog) if one.isVisible()]

    def dialog(self, kind: type[D]) -> D:
        """Return the only open dialog of this kind."""
        (one,) = [one for one in self.dialogs() if isinstance(one, kind)]
        return one

    def words(self, inside: QWidget) -> str:
        return " ".join(label.text() for label in inside.findChildren(QLabel) if label.isVisible())

    @property
    def prompt(self) -> PromptEdit:
        """The prompt field of the tab in front."""
        return only(self.window.compose.current_tab, PromptEdit)

    @property
    def stage(self) -> StagePage:
        return StagePage(self.window.stage)

    # Doing

    def button(self, words: str, inside: QWidget | None = None) -> QPushButton:
        """Return the only visible button whose text begins with `words`."""
        found = [
            one
            for one in (inside or self.main).findChildren(QPushButton)
            if one.isVisible() and one.text().replace("&", "").startswith(words)
        ]
        assert len(found) == 1, f"{len(found)} buttons {words!r}"
        return found[0]

    def click(self, words: str, inside: QWidget | None = None) -> None:
        button = self.button(words, inside)
        assert button.isEnabled(), f"{words!r} can't be pressed"
        button.click()

    def choose(self, menu_words: str) -> None:
        """Choose an entry of the menu bar."""
        entries = [
            action
            for menu in self.main.menuBar().findChildren(QMenu)
            for action in menu.actions()
            if action.text().replace("&", "") == menu_words
        ]
        assert len(entries) == 1, menu_words
        entries[0].trigger()

    def act_on_notice(self) -> None:
        """Press the button of the notice line."""
        (line,) = self.main.findChildren(NoticeLine)
        (button,) = [one for one in line.findChildren(QPushButton) if one.isVisible()]
        button.click()

    def drop(self, *paths: Path, on: QWidget | None = None) -> None:
        """Drop files as the pointer would."""
        target = on or self.window.compose
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        center, copy = target.rect().center(), Qt.DropAction.CopyAction
        left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        enter = QDragEnterEvent(center, copy, mime, left, none)
        QApplication.sendEvent(target, enter)
        assert enter.isAccepted()
        QApplication.sendEvent(target, QDropEvent(QPointF(center), copy, mime, left, none))

    async def compose(self, picture: Path | None, prompt: str) -> None:
        """Drop a picture (None keeps the present one), write a prompt, and wait until they may be sent."""
        tab = self.window.compose.current_tab
        if picture is not None:
            self.drop(picture)
        self.prompt.set_text(prompt)
        await until(lambda: tab.readiness.sendable, "a picture that was looked at")

    async def order(self, picture: Path | None, prompt: str = "waves", press: str = "Generate") -> None:
        """Compose, press the button, and wait for the new row in the queue."""
        rows = len(self.jobs())
        await self.compose(picture, prompt)
        await until(lambda: self.button(press).isEnabled(), "a button that can be pressed")
        self.click(press)
        await until(lambda: len(self.jobs()) > rows, "a row in the queue")


def run_window(
    application: QApplication, look: Look, home: Path, story: Callable[[OpenedWindow], Awaitable[None]]
) -> list[Sentence]:
    """Open the window on this home as the program does, run the story, and close the window as the program does.

    Return the sentences that were to be shown before there was a window.
    """
    notes: list[Sentence] = []
    session = Session(str(home), kind=HolderKind.WINDOW, on_notice=notes.append)
    assert session.try_lock() is None
    session.paths.config_dir.mkdir(parents=True, exist_ok=True)
    memory = QSettings(str(session.paths.config_dir / "window.ini"), QSettings.Format.IniFormat)

    async def live() -> None:
        window = Window(session, look, memory)
        outside = Outside(window, session)
        later_starts = LaterStarts(session.paths.data_dir, outside.heard)
        window.main.show()
        try:
            for note in session.loaded.notes:
                window.tell(note)
            await window.begin()
            await story(OpenedWindow(session, window))
        finally:
            await outside.end()
            later_starts.close()
            window.main.close()
            await window.end()
            await session.close()
            memory.sync()
            window.main.deleteLater()

    with qasync.QEventLoop(application) as loop:
        loop.run_until_complete(live())
        assert [task_name(task) for task in asyncio.all_tasks(loop)] == [], "the window left tasks"
    return notes
