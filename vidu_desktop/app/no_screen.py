"""Says in one sentence why no window can open; Qt itself would print four lines for developers and abort."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

_NO_WINDOW = 2


@contextmanager
def explained(why: Callable[[str], str]) -> Iterator[None]:
    """Inside this context, a fatal error of Qt prints what `why` makes of its message, and the program exits with 2."""
    words: list[str] = []
    of_the_screen: list[str] = []

    def hear(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        if kind is not QtMsgType.QtFatalMsg:
            words.append(message)
            if str(context.category).startswith("qt.qpa."):
                of_the_screen.append(message)
            return
        first = (of_the_screen or [message])[0].partition("\n")[0]
        sys.stderr.write(f"{why(first)}\n")
        sys.stderr.flush()
        os._exit(_NO_WINDOW)  # Qt would abort as soon as this function returns

    before = qInstallMessageHandler(hear)
    try:
        yield
    finally:
        qInstallMessageHandler(before)
        for message in words:
            sys.stderr.write(f"{message}\n")
