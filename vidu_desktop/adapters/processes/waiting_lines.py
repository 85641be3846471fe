"""The queues for the helpers, served in turn, so that no queue waits long because of another."""

from collections import deque
from enum import Enum
from typing import Generic, TypeVar

T = TypeVar("T")


class Line(Enum):
    """The purposes for which helpers are used, each with a queue."""

    HOME = "home"
    """A step of a video that is fetched or imported: it was paid for, and its link ends."""
    PICTURES = "pictures"
    """A picture that the person has added, or that is to be sent."""
    THUMBNAILS = "thumbnails"
    """Thousands at once after a start; nothing is lost while they wait."""


class Turns(Generic[T]):
    """Queues of calls, served in turn; within a queue, first come, first served. For use by one thread at a time."""

    def __init__(self) -> None:
        self._lines: dict[Line, deque[T]] = {line: deque() for line in Line}

    def add(self, line: Line, one: T) -> None:
        """Add to the end of a line."""
        self._lines[line].append(one)

    def next(self) -> T | None:
        """Return the first call of the queue whose turn it is; None when all are empty."""
        for line, waiting in list(self._lines.items()):
            self._lines[line] = self._lines.pop(line)  # its next turn comes last
            if waiting:
                return waiting.popleft()
        return None

    def __len__(self) -> int:
        """How many calls wait."""
        return sum(map(len, self._lines.values()))
