"""Waits that can be cut short: the wait of one job (when it is given up), or all of them (the computer woke
up, the network is back).
"""

import asyncio


class WakeableSleep:
    """Waits by name. Waking somebody who doesn't sleep does nothing."""

    def __init__(self) -> None:
        self._sleepers: dict[str, asyncio.Event] = {}
        self.wakes = 0
        """How often all sleepers were woken."""

    async def sleep(self, who: str, seconds: float, *, since: int | None = None) -> bool:
        """Wait; return True if it was woken before the time. Only one wait for each name at a time. `since` is the value of
        `wakes` at the beginning of the try whose failure is now waited off: a wake since then counts too.
        """
        if seconds <= 0:
            return False
        if since is not None and since != self.wakes:
            return True
        woken = self._sleepers[who] = asyncio.Event()
        try:
            async with asyncio.timeout(seconds):
                await woken.wait()
        except TimeoutError:
            return False
        finally:
            self._sleepers.pop(who, None)
        return True

    def wake(self, who: str) -> None:
        if woken := self._sleepers.get(who):
            woken.set()

    def wake_all(self) -> None:
        self.wakes += 1
        for woken in self._sleepers.values():
            woken.set()
