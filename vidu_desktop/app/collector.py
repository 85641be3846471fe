"""Python's search for garbage, in the interface's thread alone.

Python looks for it in whichever thread makes the object that is one too many. A timer, or a dialog with one, that goes
in a circle would then be destroyed in a thread that isn't its own; Qt doesn't allow that, and crashed in the next turn
of its loop.
"""

import gc

from PySide6.QtCore import QAbstractEventDispatcher, QObject, QTimer

_YOUNG_MOST = 10_000
"""New objects until the young ones are looked through; Python's own 700 looked through them seven times a second while
somebody scrolled.
"""
_MIDDLE_MOST, _OLD_MOST = 2, 160
"""How often before the older ones are. After five looks instead of two at the young ones, a look at what they had left took 22 ms
of the processor's time instead of 8 while a sheet of 5,000 rows was made. Looking through the 200,000 objects that the rows of a
large sheet are before the second look held the window up for 80 ms.
"""
_AT_LEAST_EVERY_MS = 250
"""While threads work and nothing happens in the window."""


class Collector(QObject):
    """Looks for garbage whenever the interface has nothing to do, from `begin` on."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._now_and_then = QTimer(self, interval=_AT_LEAST_EVERY_MS)
        self._now_and_then.timeout.connect(self._look)

    def begin(self) -> None:
        """Leave out for good all that there is by now: a look through what the start has made held a frame up for 67 ms."""
        gc.freeze()
        dispatcher = QAbstractEventDispatcher.instance()
        if dispatcher is not None:
            dispatcher.aboutToBlock.connect(self._look)
        self._now_and_then.start()

    def end(self) -> None:
        """Look no more."""
        self._now_and_then.stop()

    def _look(self) -> None:
        """Look through as many generations as Python itself would, were it allowed to."""
        young, middle, old = gc.get_count()
        if young > _YOUNG_MOST:
            gc.collect(0 if middle < _MIDDLE_MOST else 1 if old < _OLD_MOST else 2)
