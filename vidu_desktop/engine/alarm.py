"""Long waits that are often cut short, without a timer for each: Qt's loop keeps a timer until its time has come, also
one that was cancelled. A wait of an hour that every piece of news ends left one for each.
"""

import asyncio
import heapq
from collections.abc import Callable


class Alarm:
    """Rings at the latest when it was set to; earlier, too, where an earlier time is still pending. Who hears it looks
    whether it is time, and sets it again.
    """

    def __init__(self, ring: Callable[[], None]) -> None:
        self._ring = ring
        self._pending: list[tuple[float, asyncio.Handle]] = []

    def set(self, within_s: float) -> None:
        """Ring within so many seconds; asks the loop for a timer only where none rings before that anyway."""
        loop = asyncio.get_running_loop()
        at_s = loop.time() + within_s
        if not self._pending or at_s < self._pending[0][0]:
            heapq.heappush(self._pending, (at_s, loop.call_at(at_s, self._ring_first)))

    def stop(self) -> None:
        """Ring no more."""
        for _at_s, timer in self._pending:
            timer.cancel()
        self._pending.clear()

    def _ring_first(self) -> None:
        heapq.heappop(self._pending)
        self._ring()
