"""Notices that the network is back or another one, so that nobody waits for a dead connection to be given up."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtNetwork import QNetworkInformation, QNetworkInterface

_LOOK_EVERY_MS = 5000


def addresses_here() -> frozenset[str]:
    """Return this machine's own addresses but for the loopback; asks the kernel, well under a millisecond."""
    return frozenset(
        address.toString() for address in QNetworkInterface.allAddresses() if not address.isLoopback()
    )


class NetworkWatch(QObject):
    """Hears the system where it tells (a network may come back with the same address), and looks at the addresses."""

    changed = Signal()  # there is a network, and it may be another one than before

    def __init__(
        self, parent: QObject | None = None, addresses: Callable[[], frozenset[str]] = addresses_here
    ) -> None:
        super().__init__(parent)
        self._addresses = addresses
        self._known: frozenset[str] = frozenset()
        self._reachable = True
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)

    def begin(self) -> None:
        """Start; loads a plug-in, so not before the first paint."""
        self._known = self._addresses()
        if QNetworkInformation.loadBackendByFeatures(QNetworkInformation.Feature.Reachability):
            system = QNetworkInformation.instance()
            self.hear(system.reachability())
            system.reachabilityChanged.connect(self.hear)
        self._timer.start()

    def end(self) -> None:
        """Look no more."""
        self._timer.stop()

    def look(self) -> None:
        """Compare the addresses with those of the last look."""
        before, self._known = self._known, self._addresses()
        if self._known - before:
            self.changed.emit()

    def hear(self, reachability: QNetworkInformation.Reachability) -> None:
        """Take the system's word; `Unknown` says nothing."""
        before = self._reachable
        self._reachable = reachability is not QNetworkInformation.Reachability.Disconnected
        if self._reachable and not before:
            self.changed.emit()
