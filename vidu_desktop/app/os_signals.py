"""SIGTERM and Ctrl-C in a Qt program. Python's handlers run only when Qt's loop wakes up, so a socket wakes it."""

import signal
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from PySide6.QtCore import QObject, QSocketNotifier


class SystemSignals(QObject):
    """Calls a function on the interface's thread when the system or a terminal asks the program to end. A request that came
    before `listen` is passed on then.
    """

    def __init__(self) -> None:
        super().__init__()
        self._on_end: Callable[[], None] | None = None
        self._asked = False
        self._read_end, self._write_end = _socket_pair()
        for end in (self._read_end, self._write_end):
            end.setblocking(False)
        self._notifier = QSocketNotifier(self._read_end.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._woken)
        self._fd_before = signal.set_wakeup_fd(self._write_end.fileno(), warn_on_full_buffer=False)
        self._before = {
            number: signal.signal(number, lambda *_: None) for number in (signal.SIGINT, signal.SIGTERM)
        }

    def _woken(self) -> None:
        numbers = self._read_end.recv(64)
        if set(numbers) & {signal.SIGINT, signal.SIGTERM}:
            self._asked = True
            if self._on_end is not None:
                self._on_end()

    def listen(self, on_end: Callable[[], None]) -> None:
        """Call `on_end` when the program is asked to end; at once if it was asked already."""
        self._on_end = on_end
        if self._asked:
            on_end()

    def close(self) -> None:
        """Restore the handlers that were set before."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._fd_before)
        for number, handler in self._before.items():
            signal.signal(number, handler)
        self._read_end.close()
        self._write_end.close()


def _socket_pair() -> Any:
    """Return the same as `socket.socketpair`, where possible without importing `socket`, whose enums for all kinds of
    networks delay the first paint by 10 ms.
    """
    with suppress(ImportError):
        from _socket import socketpair

        return socketpair()
    import socket

    return socket.socketpair()
