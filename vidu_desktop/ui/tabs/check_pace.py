"""Decides when a tab's rules are checked again while a person types, or while answers about many pictures come in."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, QTimer

_PAUSE_MS, _PAUSE_MOST_MS = 90, 2000
_PAUSE_SHARE = 10  # a pause lasts this many times as long as a check


class CheckPace(QTimer):
    """Calls `check` when it is due. Each `start` begins the wait anew, so the check comes once changes pause."""

    def __init__(self, check: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self.timeout.connect(check)
        self.setSingleShot(True)
        self.setInterval(_PAUSE_MS)

    def start_once(self) -> None:
        """Begin to wait, unless a check is due already: further calls don't put it off."""
        if not self.isActive():
            self.start()

    def overtake(self) -> bool:
        """Stop waiting. Return whether a check was due; the caller makes it now."""
        was_due = self.isActive()
        self.stop()
        return was_due

    @contextmanager
    def measured(self) -> Iterator[None]:
        """Measure how long a check takes. Long checks run less often, so that most of the time is left to the window."""
        began_s = time.perf_counter()
        yield
        took_ms = 1000 * (time.perf_counter() - began_s)
        self.setInterval(min(_PAUSE_MOST_MS, max(_PAUSE_MS, round(_PAUSE_SHARE * took_ms))))
