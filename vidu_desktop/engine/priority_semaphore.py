"""Lets a few callers through at a time, the most urgent first."""

import asyncio
import heapq
import itertools
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager


class PrioritySemaphore:
    """At most `limit` callers are inside; of those who wait, the one with the lowest urgency key is next."""

    def __init__(self, limit: int) -> None:
        self._free = limit
        self._waiting: list[tuple[float, int, asyncio.Future[None]]] = []
        self._order = itertools.count()

    @asynccontextmanager
    async def passed(self, urgency: float) -> AsyncIterator[None]:
        """Wait for a place and hold it until the block ends."""
        loop = asyncio.get_running_loop()
        turn = loop.create_future()
        heapq.heappush(self._waiting, (urgency, next(self._order), turn))
        # Not at once: of many callers that come at the same moment, or are woken together, the most urgent go
        # first.
        loop.call_soon(self._let_in)
        try:
            await turn
        except asyncio.CancelledError:
            if turn.done() and not turn.cancelled():
                self._leave()
            raise
        try:
            yield
        finally:
            self._leave()

    def _leave(self) -> None:
        self._free += 1
        self._let_in()

    def _let_in(self) -> None:
        while self._free and self._waiting:
            _, _, turn = heapq.heappop(self._waiting)
            if not turn.done():
                self._free -= 1
                turn.set_result(None)


class HostGates:
    """A semaphore for each host: a host that doesn't answer holds up nobody who waits for another."""

    def __init__(self, limit: int) -> None:
        """Let `limit` callers through at a time at each host."""
        self._limit = limit
        self._gates: dict[str, PrioritySemaphore] = {}

    def of(self, host: str) -> PrioritySemaphore:
        """Return the semaphore of this host."""
        return self._gates.setdefault(host, PrioritySemaphore(self._limit))
