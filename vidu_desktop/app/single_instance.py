"""One window for each home: receives what later starts ask of it. Their side is in `adapters/desktop/window_line.py`."""

import json
import logging
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from vidu_desktop.adapters.desktop.window_line import MESSAGE_MOST_BYTES, Message, address_of

_log = logging.getLogger(__name__)


class Caller(QObject):
    """A later start at the other end of the connection."""

    gone = Signal()  # it has closed the connection, or has ended

    def __init__(
        self, line: QLocalSocket, heard: "Callable[[Message, Caller], None]", parent: QObject
    ) -> None:
        super().__init__(parent)
        self._line = line
        self._heard = heard
        self._asked = self._gone = False
        line.setParent(self)
        line.readyRead.connect(self._read)
        line.disconnected.connect(self._end)
        self._read()

    def answer(self, message: Message) -> None:
        """Send a message; without effect when the connection is closed."""
        if not self._gone:
            self._line.write(json.dumps(message).encode() + b"\n")

    @property
    def unread_bytes(self) -> int:
        """How many bytes were sent and haven't been read yet."""
        return 0 if self._gone else self._line.bytesToWrite()

    def hang_up(self) -> None:
        """Close the connection after everything that was sent has arrived."""
        if not self._gone:
            self._line.disconnectFromServer()

    def _read(self) -> None:
        if self._asked:
            self._line.readAll()
        elif self._line.canReadLine():
            self._asked = True
            try:
                message = json.loads(bytes(self._line.readLine().data()))
            except (ValueError, RecursionError):
                message = None
            if isinstance(message, dict):
                self._heard(message, self)
            else:
                self._line.abort()
        elif self._line.bytesAvailable() > MESSAGE_MOST_BYTES:
            self._line.abort()

    def _end(self) -> None:
        self._gone = True
        self.gone.emit()
        self.deleteLater()


class LaterStarts(QObject):
    """Receives later starts on the same home. The caller must hold the instance lock, so an old socket is nobody's."""

    def __init__(self, data_dir: Path, heard: Callable[[Message, Caller], None]) -> None:
        super().__init__()
        self._heard = heard
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._take)
        address = address_of(data_dir)
        QLocalServer.removeServer(address)
        if not self._server.listen(address):
            _log.warning("later starts can't reach this window: %s", self._server.errorString())

    def _take(self) -> None:
        while (line := self._server.nextPendingConnection()) is not None:
            Caller(line, self._heard, self)

    def close(self) -> None:
        """Receive no more, and close all connections."""
        self._server.close()
        for caller in self.findChildren(Caller):
            caller.hang_up()
