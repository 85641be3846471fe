"""Saves the contents of the tabs soon after each change, for the next start."""

import asyncio

from PySide6.QtCore import QObject, QTimer

from vidu_desktop.controllers.context import WindowContext
from vidu_desktop.controllers.ports import DraftStore
from vidu_desktop.domain.drafts import Drafts
from vidu_desktop.errors import ViduDesktopError
from vidu_desktop.ui.compose import ComposePane

KEEP_WITHIN_MS = 700
"""How much work a crash may cost. This is long enough for a word, so that the disk isn't synced at every letter."""


class DraftController(QObject):
    """Writes only when the tabs differ from what is saved; at the start that is what was restored into the tabs."""

    def __init__(
        self, context: WindowContext, compose: ComposePane, store: DraftStore, put_back: Drafts
    ) -> None:
        super().__init__(compose)
        self._compose = compose
        self._store = store
        self._tasks = context.tasks
        self._notices = context.notices
        self._turn = asyncio.Lock()
        self._said = False
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(KEEP_WITHIN_MS)
        self._kept = put_back
        self._wait.timeout.connect(lambda: self._tasks.start("keep the drafts", self._keep()))
        compose.draft_changed.connect(self._keep_soon)

    def _keep_soon(self) -> None:
        if not self._wait.isActive():  # not restarted: otherwise nothing is saved while somebody keeps typing
            self._wait.start()

    async def finish(self) -> None:
        """Save the last change. Never raises."""
        self._wait.stop()
        await self._keep()

    async def _keep(self) -> None:
        async with self._turn:
            drafts = self._compose.drafts
            if drafts == self._kept:
                return
            try:
                await self._store.keep(drafts)
            except ViduDesktopError as error:
                # Reported once: the next change tries again, and the tabs themselves have lost nothing.
                if not self._said:
                    self._notices.say_error(error)
                self._said = True
                return
            self._kept = drafts
            self._said = False
