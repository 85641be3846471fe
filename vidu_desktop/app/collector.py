"""Python's garbage collection, only in the interface's thread.

By itself, Python collects in whichever thread creates one object too many. A timer that is part of a reference cycle, or a
dialog with one, would then be destroyed in a wrong thread. Qt doesn't allow that: the program crashed in the next turn of its
loop.
"""

import gc

from PySide6.QtCore import QAbstractEventDispatcher, QObject, QTimer

_YOUNG_MOST = 10_000
"""How many new objects there may be before the young generation is collected. With Python's own 700, it was collected seven
times a second while somebody scrolled.
"""
_MIDDLE_MOST, _OLD_MOST = 2, 160
"""How many collections of a younger generation come before one of the next older generation.

With five collections of the young generation instead of two, the following collection took 22 ms of processor time instead of
8, while a sheet of 5,000 rows was made. The rows of a large sheet are 200,000 objects; a collection of them blocked the
window for 80 ms.
"""
_AT_LEAST_EVERY_MS = 250
"""For times when threads work and nothing happens in the window."""


class Collector(QObject):
    """Collects garbage whenever the interface has nothing to do, from `begin` on."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._now_and_then = QTimer(self, interval=_AT_LEAST_EVERY_MS)
        self._now_and_then.timeout.connect(self._look)

    def begin(self) -> None:
        """Begin. All objects that exist now are excluded for good: collecting them delayed a frame by 67 ms."""
        gc.freeze()
        dispatcher = QAbstractEventDispatcher.instance()
        if dispatcher is not None:
            dispatcher.aboutToBlock.connect(self._look)
        self._now_and_then.start()

    def end(self) -> None:
        """Stop the regular collections."""
        self._now_and_then.stop()

    def _look(self) -> None:
        """Collect as many generations as Python itself would, if its collector were on."""
        young, middle, old = gc.get_count()
        if young > _YOUNG_MOST:
            gc.collect(0 if middle < _MIDDLE_MOST else 1 if old < _OLD_MOST else 2)
