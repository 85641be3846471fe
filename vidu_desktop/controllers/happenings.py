"""The list of what happened: every message that goes away by itself is added, and the person can open the list."""

from collections import deque
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, Signal
from PySide6.QtWidgets import QWidget

from vidu_desktop.controllers.asked_from import asked_from
from vidu_desktop.domain.happening import Happening, happenings_from_text, happenings_to_text
from vidu_desktop.ui.look.look import Look

if TYPE_CHECKING:
    from vidu_desktop.ui.dialogs.happenings_dialog import HappeningsDialog

_KEPT_MOST = 200
_MEMORY = "happened/list"


class Happenings(QObject):
    """Keeps the latest messages, oldest first, also those of earlier runs: people ask today where yesterday's export went."""

    show_in_folder_requested = Signal(object)  # str: a path

    def __init__(
        self,
        look: Look,
        window: QWidget,
        memory: QSettings,
        now: Callable[[], datetime],
    ) -> None:
        super().__init__(window)
        self._look = look
        self._window = window
        self._memory = memory
        self._now = now
        self._all = deque(happenings_from_text(str(memory.value(_MEMORY, ""))), maxlen=_KEPT_MOST)
        self._dialog: HappeningsDialog | None = None

    @property
    def all(self) -> list[Happening]:
        """All messages that are kept, newest first."""
        return list(reversed(self._all))

    def note(self, words: str, path: str = "") -> None:
        """Keep a message that was just shown. `path` is the resulting file or folder, if there is one."""
        self._all.append(Happening(at=self._now(), words=words, path=path))
        self._keep()

    def open(self) -> None:
        """Show the list over the window that has the keyboard, or bring it to the front."""
        from vidu_desktop.ui.dialogs.happenings_dialog import HappeningsDialog

        if self._dialog is not None:
            self._dialog.raise_()
            self._dialog.activateWindow()
            return
        dialog = self._dialog = HappeningsDialog(self._look, asked_from(self._window))
        dialog.show_in_folder_requested.connect(self.show_in_folder_requested)
        dialog.forget_requested.connect(self._forget)
        dialog.finished.connect(self._closed)
        dialog.destroyed.connect(self._closed)  # with its window, which is a board perhaps
        dialog.show_happenings(self.all)
        dialog.open()

    def _closed(self) -> None:
        self._dialog = None

    def _forget(self) -> None:
        self._all.clear()
        self._keep()

    def _keep(self) -> None:
        self._memory.setValue(_MEMORY, happenings_to_text(self._all))
        if self._dialog is not None:
            self._dialog.show_happenings(self.all)
