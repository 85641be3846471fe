"""What the panes ask for while nobody is there yet to do it."""

from functools import partial

from PySide6.QtCore import QObject, SignalInstance


class HeldSignals:
    """Hears these signals until `let_go`, which sends again, in the same order, what was sent in the meantime. Nobody else may
    be connected to them before.
    """

    def __init__(self, *signals: SignalInstance) -> None:
        self._sent: list[tuple[SignalInstance, tuple[object, ...]]] = []
        self._links = [signal.connect(partial(self._keep, signal)) for signal in signals]

    def _keep(self, signal: SignalInstance, *arguments: object) -> None:
        self._sent.append((signal, arguments))

    def let_go(self) -> None:
        """Hold nothing from now on, and send what was held; without effect the second time."""
        links, self._links = self._links, []
        for link in links:
            QObject.disconnect(link)
        sent, self._sent = self._sent, []
        for signal, arguments in sent:
            signal.emit(*arguments)
