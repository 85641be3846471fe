"""What can be taken back in the library, the latest first."""

from collections.abc import Awaitable, Callable

from vidu_desktop.errors import DiskTrouble

STEPS_MOST = 100
_PASSING = frozenset({"library-gone", "library-held", "disk-full", "disk-read-only"})
"""Troubles that may end: the drive is connected again, the other computer has ended, there is room."""

Step = Callable[[], Awaitable[None]]


class UndoList:
    """Holds steps as long as the window is open."""

    def __init__(self) -> None:
        self._steps: list[Step] = []

    def add(self, step: Step) -> None:
        """Remember how to take something back; the oldest is forgotten when there are too many."""
        self._steps.append(step)
        del self._steps[:-STEPS_MOST]

    async def undo(self) -> None:
        """Take the latest step back, if there is one. It stays where that may succeed later. One that failed for good
        is dropped: it would keep the older ones from being taken back.
        """
        if not self._steps:
            return
        step = self._steps.pop()
        try:
            await step()
        except DiskTrouble as error:
            if error.code in _PASSING:
                self.add(step)
            raise
