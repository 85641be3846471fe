"""How much processor time a process takes while nobody does anything. It shows a busy loop, and polling that is too frequent.

Processor time is measured, because a busy machine makes everything slower, but doesn't change it.
"""

import asyncio
import time

import psutil
from soak.rounds import REST_MOST_PERCENT

_WINDOW_S = 1.0
_PATIENCE_S = 60.0
"""How long decoding ahead, storing and ending may go on."""


class RestMeter:
    """Measures this process with all its threads, and its helper processes."""

    def __init__(self) -> None:
        self._process = psutil.Process()

    async def quietest_percent(self, rest_percent: float = REST_MOST_PERCENT) -> float:
        """Wait for at most a minute until the process is at rest; return the share of a core, in percent, in the quietest
        second.

        At rest means less than `rest_percent` of a core; give a higher value while jobs are under way.
        """
        deadline_s = time.monotonic() + _PATIENCE_S
        quietest = await self.percent(_WINDOW_S)
        while quietest >= rest_percent and time.monotonic() < deadline_s:
            quietest = min(quietest, await self.percent(_WINDOW_S))
        return quietest

    async def percent(self, window_s: float) -> float:
        """Let `window_s` pass; return the share of a core, in percent, that was used meanwhile."""
        begun_s, used_s, helpers_s = time.monotonic(), time.process_time(), self._helpers_s()
        await asyncio.sleep(window_s)
        used_s = time.process_time() - used_s
        later_s = self._helpers_s()
        used_s += sum(max(0.0, later_s[pid] - helpers_s.get(pid, 0.0)) for pid in later_s)
        return 100 * used_s / (time.monotonic() - begun_s)

    def _helpers_s(self) -> dict[int, float]:
        found = {}
        for helper in self._process.children(recursive=True):
            try:
                times = helper.cpu_times()
            except psutil.Error:  # it has just ended
                continue
            found[helper.pid] = times.user + times.system
        return found
