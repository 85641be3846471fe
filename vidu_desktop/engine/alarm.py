"""Long waits that are often cut short, without a timer for each.

Qt's loop keeps a timer until its time has come, even after it was cancelled: a wait of an hour that is ended
by every piece of news would leave one timer for each.
"""

import asyncio
import heapq
from collections.abc import Callable


class Alarm:
    """Rings at the time for which it was set, or earlier where an earlier timer is still pending. The
    listener checks whether it is time, and sets the alarm again.
    """

    def __init__(self, ring: Callable[[], None]) -> None:
        self._ring = ring
        self._pending: list[tuple[float, asyncio.Handle]] = []

    def set(self, within_s: float) -> None:
        """Ring within this many seconds. The loop is asked for a timer only where no pending one rings before."""
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
