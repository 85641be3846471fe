"""When a tab's rules run anew while a person types, or while answers about many pictures come in."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, QTimer

_PAUSE_MS, _PAUSE_MOST_MS = 90, 2000
_PAUSE_SHARE = 10  # times as long as a check takes


class CheckPace(QTimer):
    """Calls `check` when it is time for one. `start` waits for a pause in what happens."""

    def __init__(self, check: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self.timeout.connect(check)
        self.setSingleShot(True)
        self.setInterval(_PAUSE_MS)

    def start_once(self) -> None:
        """Wait, but no longer than if nothing else had happened since."""
        if not self.isActive():
            self.start()

    def overtake(self) -> bool:
        """Stop waiting; True when a check was due, which is up to the caller now."""
        was_due = self.isActive()
        self.stop()
        return was_due

    @contextmanager
    def measured(self) -> Iterator[None]:
        """Take the time of a check. Long ones run less often, so that the window has most of the time to itself."""
        began_s = time.perf_counter()
        yield
        took_ms = 1000 * (time.perf_counter() - began_s)
        self.setInterval(min(_PAUSE_MOST_MS, max(_PAUSE_MS, round(_PAUSE_SHARE * took_ms))))
