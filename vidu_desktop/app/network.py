"""Notices that the network is back or has changed, so that nobody waits for a dead connection to time out."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtNetwork import QNetworkInformation, QNetworkInterface

_LOOK_EVERY_MS = 5000


def addresses_here() -> frozenset[str]:
    """Return this computer's addresses without the loopback ones. It asks the kernel and takes well under a millisecond."""
    return frozenset(
        address.toString() for address in QNetworkInterface.allAddresses() if not address.isLoopback()
    )


class NetworkWatch(QObject):
    """Listens to the system, where it reports changes (a network may come back with the same address), and compares the
    addresses regularly.
    """

    changed = Signal()  # there is a network, and it may have changed

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
        """Begin to watch. This loads a plugin, so it must not be called before the first paint."""
        self._known = self._addresses()
        if QNetworkInformation.loadBackendByFeatures(QNetworkInformation.Feature.Reachability):
            system = QNetworkInformation.instance()
            self.hear(system.reachability())
            system.reachabilityChanged.connect(self.hear)
        self._timer.start()

    def end(self) -> None:
        """Stop comparing the addresses."""
        self._timer.stop()

    def look(self) -> None:
        """Compare the addresses with those of the last call."""
        before, self._known = self._known, self._addresses()
        if self._known - before:
            self.changed.emit()

    def hear(self, reachability: QNetworkInformation.Reachability) -> None:
        """Take over what the system reports. `Unknown` counts as reachable."""
        before = self._reachable
        self._reachable = reachability is not QNetworkInformation.Reachability.Disconnected
        if self._reachable and not before:
            self.changed.emit()
