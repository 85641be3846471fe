"""Collects every warning, error and Qt message in the window's process.

Of the scripted service's faults, only the lines that the program writes for a report are expected: what went wrong with an
order or an address, each with its code.
"""

import logging
import re
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QtMsgType, qInstallMessageHandler
from typing_extensions import override

EXPECTED = (
    r"^qt: PulseAudioService: ",  # said once, without a sound server
    r"^vidu_desktop\.wiring\.event_log: (job \w+ is|\S+ is lost:) ",
    r"^qt: This plugin does not support ",  # said by the offscreen platform
)


class LogWatch(logging.Handler):
    """Keeps unexpected messages until they are taken."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self._expected = [re.compile(pattern) for pattern in EXPECTED]
        self._unexpected: list[str] = []
        self._guard = threading.Lock()

    @override
    def emit(self, record: logging.LogRecord) -> None:
        text = f"{record.name}: {record.getMessage()}"
        if record.exc_info and record.exc_info[1] is not None:
            text += f" ({type(record.exc_info[1]).__name__}: {record.exc_info[1]})"
        self.hear(text)

    def hear(self, text: str) -> None:
        """Keep a message unless it is expected."""
        if not any(pattern.search(text) for pattern in self._expected):
            with self._guard:
                self._unexpected.append(text)

    def taken(self) -> list[str]:
        """Return the messages since the last call."""
        with self._guard:
            taken, self._unexpected = self._unexpected, []
        return taken


@contextmanager
def watched_log() -> Iterator[LogWatch]:
    """Listen to Python's log, to exceptions that nobody can catch, and to Qt."""
    watch = LogWatch()
    logging.getLogger().addHandler(watch)
    before = qInstallMessageHandler(lambda kind, _context, text: _hear_qt(watch, kind, text))
    unraisable = sys.unraisablehook
    sys.unraisablehook = lambda raised: watch.hear(f"unraisable: {raised.exc_value!r} in {raised.object!r}")
    try:
        yield watch
    finally:
        sys.unraisablehook = unraisable
        qInstallMessageHandler(before)
        logging.getLogger().removeHandler(watch)


def _hear_qt(watch: LogWatch, kind: QtMsgType, text: str | None) -> None:
    if kind not in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg):
        watch.hear(f"qt: {text}")
