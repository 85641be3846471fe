"""The queues for the helpers, served in turn, so that none waits long because of another."""

from collections import deque
from enum import Enum
from typing import Generic, TypeVar

T = TypeVar("T")


class Line(Enum):
    """What a helper is wanted for."""

    HOME = "home"
    """A step of a video that is fetched or imported: its link ends, and it was paid for."""
    PICTURES = "pictures"
    """A picture that the person has put in, or that is to be sent."""
    THUMBNAILS = "thumbnails"
    """Thousands at once after a start; nobody loses anything while they wait."""


class Turns(Generic[T]):
    """First come, first served in each line, the lines in turn. For one thread."""

    def __init__(self) -> None:
        self._lines: dict[Line, deque[T]] = {line: deque() for line in Line}

    def add(self, line: Line, one: T) -> None:
        """Add to the end of a line."""
        self._lines[line].append(one)

    def next(self) -> T | None:
        """Return the first of the line whose turn it is; None when nobody waits."""
        for line, waiting in list(self._lines.items()):
            self._lines[line] = self._lines.pop(line)  # it is the last to have its turn again
            if waiting:
                return waiting.popleft()
        return None

    def __len__(self) -> int:
        """How many wait."""
        return sum(map(len, self._lines.values()))
