"""One window for each home: a second start raises the first and leaves."""

import hashlib
import logging
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_log = logging.getLogger(__name__)
_WAIT_MS = 1000


def _name_of(home: Path) -> str:
    return "vidu-desktop-" + hashlib.sha256(str(home).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def raise_other_window(home: Path) -> bool:
    """Ask the window that works on this home to come to the front; False when none answers."""
    socket = QLocalSocket()
    socket.connectToServer(_name_of(home))
    answered = socket.waitForConnected(_WAIT_MS)
    socket.abort()
    return answered


class RaiseOnRequest(QObject):
    """Hears later starts on the same home. The caller holds the instance lock, so an old socket is nobody's."""

    def __init__(self, home: Path, on_request: Callable[[], None]) -> None:
        super().__init__()
        self._on_request = on_request
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)
        QLocalServer.removeServer(_name_of(home))
        if not self._server.listen(_name_of(home)):
            _log.warning("later starts can't raise this window: %s", self._server.errorString())

    def _answer(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnected.connect(socket.deleteLater)
            socket.disconnectFromServer()
            self._on_request()

    def close(self) -> None:
        self._server.close()
