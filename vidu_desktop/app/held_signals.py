"""Holds the signals of the panes until their receivers are built."""

from functools import partial

from PySide6.QtCore import QObject, SignalInstance


class HeldSignals:
    """Keeps what these signals send until `let_go`, which sends it again in the same order. Nothing else may be connected to
    the signals before.
    """

    def __init__(self, *signals: SignalInstance) -> None:
        self._sent: list[tuple[SignalInstance, tuple[object, ...]]] = []
        self._links = [signal.connect(partial(self._keep, signal)) for signal in signals]

    def _keep(self, signal: SignalInstance, *arguments: object) -> None:
        self._sent.append((signal, arguments))

    def let_go(self) -> None:
        """Stop holding, and send again what was held; without effect when it is called again."""
        links, self._links = self._links, []
        for link in links:
            QObject.disconnect(link)
        sent, self._sent = self._sent, []
        for signal, arguments in sent:
            signal.emit(*arguments)
