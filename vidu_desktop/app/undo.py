"""What can be taken back in the library, the latest first."""

from collections.abc import Awaitable, Callable

STEPS_MOST = 100

Step = Callable[[], Awaitable[None]]


class UndoList:
    """Holds steps as long as the window lives."""

    def __init__(self) -> None:
        self._steps: list[Step] = []

    def add(self, step: Step) -> None:
        """Remember how to take something back; the oldest is forgotten when there are too many."""
        self._steps.append(step)
        del self._steps[:-STEPS_MOST]

    async def undo(self) -> None:
        """Take the latest back; nothing happens when there is nothing. Where that fails, the step stays."""
        if not self._steps:
            return
        step = self._steps.pop()
        try:
            await step()
        except BaseException:
            self._steps.append(step)
            raise
